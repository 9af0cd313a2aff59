BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    . "$PSScriptRoot/Writes.ps1"
    # Strict: status, start date and type are required, as reported for the live service.
    $sandbox = Start-Sandbox @{ PersonCount = 20; Today = [DateOnly]::new(2026, 6, 1); StrictEmploymentPatch = $true }
    $set = 'Personio.Commands.SetPersonioEmploymentCommand'

    Connect-To $sandbox
    $units = Get-PersonioOrgUnit
    $departments = ($units | Where-Object Type -EQ department | Select-Object -First 2).OrgUnitId
    $teams = ($units | Where-Object Type -EQ team | Select-Object -First 2).OrgUnitId
    $centers = (Get-PersonioCostCenter | Select-Object -First 2).CostCenterId
    $boss = @($sandbox.Tenant.PersonIds)[0]
    $demanded = '"status":"ACTIVE","type":"INTERNAL","employment_start_date":"2026-01-01"'
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'Set-PersonioEmployment' {
    BeforeEach {
        Connect-To $sandbox
        $person = (New-PersonioPerson Given Family -EmploymentStatus Active -EmploymentType Internal -EmploymentStartDate 2026-01-01 `
                -DepartmentId $departments[0] -TeamId $teams[0] -WeeklyWorkingHours 40 -Position Clerk).PersonId
        $employment = Get-PersonioEmployment $person
        $id = $employment.EmploymentId
        $ledger = $sandbox.Tenant.Ledger.Count
        $sandbox.ClearRequests()
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    It 'sends only <given>, and what Personio requires' -ForEach @(
        @{ Given = 'hours'; With = @{ WeeklyWorkingHours = 32.5 }; Sends = '"weekly_working_hours":32.5' }
        @{ Given = 'no hours'; With = @{ FullTimeWeeklyWorkingHours = $null }; Sends = '"full_time_weekly_working_hours":null' }
        @{ Given = 'a position'; With = @{ Position = ' Head ' }; Sends = '"position":{"title":"Head"}' }
        @{ Given = 'no position'; With = @{ Position = $null }; Sends = '"position":null' }
        @{ Given = 'no supervisor'; With = @{ SupervisorId = $null }; Sends = '"supervisor":null' }
        @{ Given = 'no workplace and no legal entity'; With = @{ WorkplaceId = ''; LegalEntityId = '' }; Sends = '"office":null,"legal_entity":null' }
        @{ Given = 'the end of a contract'; With = @{ ContractEndDate = '2026-12-31' }; Sends = '"contract_end_date":"2026-12-31"' }
        @{ Given = 'no end of a contract'; With = @{ ContractEndDate = $null }; Sends = '"contract_end_date":null' }
        @{ Given = 'a probation in months'; With = @{ ProbationPeriodLength = 6 }; Sends = '"probation_period_length":6' }
        @{ Given = 'the end of a probation'; With = @{ ProbationEndDate = '2026-06-30' }; Sends = '"probation_end_date":"2026-06-30"' }
        @{ Given = 'no cost centers'; With = @{ CostCenter = $null }; Sends = '"cost_centers":[]' }
    ) {
        Set-PersonioEmployment $person $id @with | Should -BeNullOrEmpty

        $sent = Get-Change $sandbox
        "$($sent.Method) $($sent.RawTarget)" | Should -Be "PATCH /v2/persons/$person/employments/$id"
        $sent.Status | Should -Be 204
        $sent.Body | Should -BeExactly "{$sends,$demanded}"
        Get-Sent $sandbox GET | Should -Be "GET /v2/persons/$person/employments/$id"
        $sandbox.Tenant.Ledger.Count - $ledger | Should -Be 1
    }

    It 'sends status, type and start date as specified, and not twice' {
        $now = Set-PersonioEmployment $person $id -Status Leave -Type External -EmploymentStartDate 2026-02-01 -PassThru

        (Get-Change $sandbox).Body | Should -BeExactly '{"status":"LEAVE","type":"EXTERNAL","employment_start_date":"2026-02-01"}'
        $now | Should -BeOfType 'Personio.Models.Employment'
        $now.Status, $now.Type, $now.PersonId | Should -Be 'LEAVE', 'EXTERNAL', $person
    }

    It 'keeps the <kept> if the <changed> changes' -ForEach @(
        @{ Changed = 'team'; Kept = 'department'; With = { @{ TeamId = $teams[1] } }; Department = 0; Team = 1 }
        @{ Changed = 'department'; Kept = 'team'; With = { @{ DepartmentId = $departments[1] } }; Department = 1; Team = 0 }
        @{ Changed = 'team is cleared, which'; Kept = 'department'; With = { @{ TeamId = $null } }; Department = 0; Team = $null }
    ) {
        $given = . $with

        $now = Set-PersonioEmployment $person $id @given -PassThru

        $now.DepartmentId | Should -Be $departments[$department]
        $now.TeamId | Should -Be ($null -eq $team ? $null : $teams[$team])
    }

    It 'replaces both units if both are given, and clears both' {
        $both = Set-PersonioEmployment $person $id -DepartmentId $departments[1] -TeamId $teams[1] -PassThru
        $none = Set-PersonioEmployment $person $id -DepartmentId '' -TeamId '' -PassThru

        $both.DepartmentId, $both.TeamId | Should -Be $departments[1], $teams[1]
        $none.OrgUnits.Count | Should -Be 0
    }

    It 'accepts cost centers as <kind>' -ForEach @(
        @{ Kind = 'a hashtable'; Given = { @{ $centers[0] = 60; $centers[1] = 40 } } }
        @{ Kind = 'text'; Given = { "$($centers[0]) (60 %); $($centers[1]) (40 %)" } }
        @{ Kind = 'short text'; Given = { "$($centers[0])=60", "$($centers[1])=40" } }
        @{ Kind = 'objects'; Given = { [pscustomobject]@{ CostCenterId = $centers[0]; Weight = 60 }, [pscustomobject]@{ CostCenterId = $centers[1]; Weight = '40' } } }
        @{ Kind = 'those of another employment'; Given = { (Set-PersonioEmployment $person $id -CostCenter @{ $centers[0] = 60; $centers[1] = 40 } -PassThru).CostCenters } }
    ) {
        $given = . $given

        $now = Set-PersonioEmployment $person $id -CostCenter $given -PassThru

        ($now.CostCenters | Sort-Object CostCenterId | ForEach-Object ToString) | Should -Be "$($centers[0]) (60 %)", "$($centers[1]) (40 %)"
    }

    It 'accepts cost centers from an exported file, to the last digit' {
        $now = Set-PersonioEmployment $person $id -CostCenter @{ $centers[0] = 66.6667; $centers[1] = 33.3333 } -PassThru
        $row = $now | Select-Object PersonId, EmploymentId, CostCenters | ConvertTo-Csv | ConvertFrom-Csv
        Set-PersonioEmployment $person $id -CostCenter $centers[0]

        $again = $row | Set-PersonioEmployment -PassThru

        $again.CostCenters.Weight | Sort-Object | Should -Be 33.3333, 66.6667
    }

    It 'assigns everything to a single cost center' {
        (Set-PersonioEmployment $person $id -CostCenter $centers[1] -PassThru).CostCenters.ToString() | Should -Be "$($centers[1]) (100 %)"
        (Get-PersonioCostCenter -CostCenterId $centers[0] | ForEach-Object { Set-PersonioEmployment $person $id -CostCenter $_ -PassThru }).CostCenters.ToString() |
            Should -Be "$($centers[0]) (100 %)"
    }

    It 'accepts <kind>' -ForEach @(
        @{ Kind = 'employments'; Call = { Get-PersonioEmployment $person | Set-PersonioEmployment -Position New } }
        @{ Kind = 'ids of employments, with -PersonId'; Call = { $id | Set-PersonioEmployment -PersonId $person -Position New } }
        @{ Kind = 'rows with the change'; Call = { "PersonId,EmploymentId,Status,Position,WeeklyWorkingHours,TeamId,CostCenter`n$person,$id,,New,,," | ConvertFrom-Csv | Set-PersonioEmployment } }
    ) {
        . $call

        (Get-Change $sandbox).Body | Should -BeExactly "{`"position`":{`"title`":`"New`"},$demanded}"
    }

    It 'does not revert what has changed since an employment was read' {
        Set-PersonioEmployment $person $id -Status Leave

        $now = $employment | Set-PersonioEmployment -Position New -PassThru

        $now.Status, $now.Position | Should -Be 'LEAVE', 'New'
    }

    It 'accepts the edited rows of an export, under <culture>' -ForEach @(@{ Culture = 'de-DE' }, @{ Culture = 'en-US' }) {
        Use-Culture $culture {
            $null = Set-PersonioEmployment $person $id -WeeklyWorkingHours 38.5 -ProbationEndDate 2026-06-30
            Get-PersonioEmployment $person | Export-Csv TestDrive:/own.csv
            $rows = Import-Csv TestDrive:/own.csv
            $rows[0].Position = 'New'
            $script:now = $rows | Set-PersonioEmployment -PassThru
        }

        $now.Position, $now.WeeklyWorkingHours, $now.DepartmentId, $now.TeamId | Should -Be 'New', 38.5, $departments[0], $teams[0]
        $now.ProbationEndDate, $now.EmploymentStartDate | Should -Be ([datetime]'2026-06-30'), ([datetime]'2026-01-01')
    }

    It 'omits a status and a type that cannot be written' {
        Add-Fault $sandbox @{ Method = 'GET'; Kind = 'RawBody'; Status = 200; ContentType = 'application/json'; Body = '{"id":"x","status":"UNSPECIFIED","type":"UNSPECIFIED","employment_start_date":null}' }

        [Personio.Models.Employment]@{ PersonId = $person; EmploymentId = $id; Status = 'UNSPECIFIED'; Type = 'UNSPECIFIED' } |
            Set-PersonioEmployment -Position New -ErrorAction SilentlyContinue

        (Get-Change $sandbox).Body | Should -BeExactly '{"position":{"title":"New"}}'
    }

    It 'refuses <wrong> before any change' -ForEach @(
        @{ Wrong = 'a change of nothing'; With = @{}; Says = '*Nothing to change for employment*' }
        @{ Wrong = 'no status'; With = @{ Status = $null }; Says = '*cannot be cleared*' }
        @{ Wrong = 'no start date'; With = @{ EmploymentStartDate = $null }; Says = '*cannot be cleared*' }
        @{ Wrong = 'two probations'; With = @{ ProbationPeriodLength = 3; ProbationEndDate = '2026-12-01' }; Says = '*cannot be combined*' }
        @{ Wrong = 'a contract that ends before the start that is there'; With = @{ ContractEndDate = '2025-12-31' }; Says = '*2025-12-31, before*2026-01-01*' }
        @{ Wrong = 'a probation that ends before the start that is there'; With = @{ ProbationEndDate = '2025-12-31' }; Says = '*probation*2025-12-31, before*' }
        @{ Wrong = 'more hours than a week has'; With = @{ FullTimeWeeklyWorkingHours = 400 }; Says = '*168 hours*' }
        @{ Wrong = 'cost centers of 101 percent'; With = @{ CostCenter = @{ a = 60; b = 41 } }; Says = '*sum to 101 percent*' }
        @{ Wrong = 'a termination'; With = @{ TerminationDate = '2026-12-31' }; Says = '*cannot terminate*Do that in Personio*' }
        @{ Wrong = 'an end date'; With = @{ EmploymentEndDate = '2026-12-31'; Status = 'Inactive' }; Says = '*cannot terminate*' }
    ) {
        Set-PersonioEmployment $person $id @with -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$set"
        $failed[0].TargetObject | Should -Be $id
        $failed[0].Exception.Message | Should -BeLike $says
        Get-Sent $sandbox PATCH | Should -BeNullOrEmpty
    }

    It 'sets the job, by id or by name, and clears it' {
        $job = (Get-PersonioJob)[0]

        (Set-PersonioEmployment $person $id -JobId $job.JobId -PassThru).JobId | Should -Be $job.JobId
        (Set-PersonioEmployment $person $id -JobId $null -PassThru).JobId | Should -BeNullOrEmpty
        (Set-PersonioEmployment $person $id -JobId $job.Name -PassThru).JobId | Should -Be $job.JobId
        ($sandbox.Requests | Where-Object Method -EQ PATCH).Body | Select-Object -Skip 1 -First 1 | Should -BeLike '*"job":null*'
    }

    It 'reports that there is no such job' {
        Set-PersonioEmployment $person $id -JobId 7d6f8a3e-6a0c-4f52-8c55-3e0c6c6b4f10 -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$set"
        $failed.Exception.Message | Should -BeLike '*The job was not found*'
    }

    It 'refuses <kind> before any request' -ForEach @(
        @{ Kind = 'an employment without its person'; Call = { Set-PersonioEmployment -EmploymentId $id -Position x @with }; Says = '*requires -PersonId*' }
        @{ Kind = 'neither an employment nor a person'; Call = { Set-PersonioEmployment -Position x @with }; Says = '*Specify -EmploymentId*' }
        @{ Kind = 'an employment that is null'; Call = { Set-PersonioEmployment $person $null -Position x @with }; Says = '*EmploymentId is null*' }
        @{ Kind = 'a change of nothing for a person'; Call = { Set-PersonioEmployment $person @with }; Says = "*Nothing to change for employment of person*" }
        @{ Kind = 'a supervisor by name'; Call = { Set-PersonioEmployment $person -Supervisor 'Kim Aal' @with }; Says = "*'Kim Aal' is neither a person id nor an email address*" }
        @{ Kind = 'an id with a slash'; Call = { Set-PersonioEmployment $person 'a/b' -Position x @with }; Says = '*not an id*' }
    ) {
        $with = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failed' }

        . $call

        $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$set"
        $failed[0].Exception.Message | Should -BeLike $says
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'changes the current employment of a person specified by <kind>' -ForEach @(
        @{ Kind = 'the id'; Call = { Set-PersonioEmployment $person @with } }
        @{ Kind = 'the piped person'; Call = { Get-PersonioPerson $person | Set-PersonioEmployment @with } }
        @{ Kind = 'the piped id'; Call = { $person | Set-PersonioEmployment @with } }
        @{ Kind = 'a row'; Call = { [pscustomobject]@{ PersonId = $person; EmploymentId = '' } | Set-PersonioEmployment @with } }
    ) {
        $old = $sandbox.Tenant.AddEmployment($person, 'INACTIVE', [DateOnly]::new(2020, 1, 1))
        $with = @{ SupervisorId = $boss; PassThru = $true }
        $old | Should -Not -Be $id

        $changed = . $call

        $changed.EmploymentId | Should -Be $id
        $changed.SupervisorId | Should -Be $boss
        ($sandbox.Requests | Where-Object Method -EQ PATCH).Body | Should -BeExactly "{`"supervisor`":{`"id`":`"$boss`"},$demanded}"
        Get-Sent $sandbox | Select-Object -Last 3 |
            Should -Be "GET /v2/persons/$person/employments", "PATCH /v2/persons/$person/employments/$id", "GET /v2/persons/$person/employments/$id"
    }

    It 'does not guess which employment is meant if <kind>, and lists them' -ForEach @(
        @{ Kind = 'two are active'; Status = 'ACTIVE'; Ended = $false; Says = 'more than one current employment' }
        @{ Kind = 'all have ended'; Status = 'INACTIVE'; Ended = $true; Says = 'no current employment' }
    ) {
        $other = $sandbox.Tenant.AddEmployment($person, $status, [DateOnly]::new(2026, 2, 1))
        if ($ended) {
            Set-PersonioEmployment $person $id -Status Inactive
        }

        $sandbox.ClearRequests()

        Set-PersonioEmployment $person -Position New -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$set"
        $failed[0].TargetObject | Should -Be $person
        $failed[0].Exception.Message | Should -BeLike "*has $says*$other ($($status.ToLower()) since 2026-02-01)*$id (*since 2026-01-01)*"
        Get-Sent $sandbox PATCH | Should -BeNullOrEmpty
    }

    It 'reports that there is no such person' {
        Set-PersonioEmployment 999999 -Position New -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "PersonNotFound,$set"
        $failed[0].TargetObject | Should -Be '999999'
    }

    It 'accepts names of supervisor, department, team and other entries' {
        $chief = Get-PersonioPerson $boss
        $unit = $units | Where-Object OrgUnitId -EQ $departments[1] | Where-Object Type -EQ department
        $office = (Get-PersonioWorkplace)[0]
        $entity = (Get-PersonioLegalEntity)[0]

        $changed = Set-PersonioEmployment $person -Supervisor $chief.Email -Department $unit.Name -Workplace $office.Name `
            -LegalEntity $entity.Name -PassThru

        $changed.SupervisorId | Should -Be $boss
        $changed.DepartmentId | Should -Be $unit.OrgUnitId
        $changed.WorkplaceId | Should -Be $office.WorkplaceId
        $changed.LegalEntityId | Should -Be $entity.LegalEntityId
    }

    It 'accepts rows with the columns Email, Supervisor and Department' {
        $worker = $sandbox.Tenant.AddPerson('Given', 'Row', "row.$person@firma.example")
        $row = [pscustomobject]@{ Email = "row.$person@firma.example"; Supervisor = (Get-PersonioPerson $boss).Email; Department = $departments[1] }

        $changed = $row | Set-PersonioEmployment -PassThru

        $changed.PersonId | Should -Be $worker
        $changed.SupervisorId | Should -Be $boss
        $changed.DepartmentId | Should -Be $departments[1]
    }

    It 'refuses a name that two departments share, and lists both' {
        Add-Fault $sandbox @{
            PathPattern = '^/v2/org-units$'; Kind = 'RawBody'; Status = 200; ContentType = 'application/json'
            Body = '{"_data":[{"id":"1","name":"Twin","type":"department"},{"id":"2","name":"Twin","type":"department"}]}'
        }

        Set-PersonioEmployment $person -Department twin -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed[0].Exception.Message | Should -BeLike "*'twin' matches more than one department*(1)*(2)*"
        Get-Sent $sandbox PATCH | Should -BeNullOrEmpty
    }

    It 'preserves an existing probation end without validating it against the new values' {
        $null = Set-PersonioEmployment $person $id -ProbationEndDate 2026-06-30

        Get-PersonioEmployment $person | Set-PersonioEmployment -ProbationPeriodLength 3 -ErrorVariable failed

        $failed | Should -BeNullOrEmpty
    }

    It 'writes an error for an employment that does not exist, and continues' {
        Set-PersonioEmployment $person 'none', $id -Position New -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "EmploymentNotFound,$set"
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failed[0].TargetObject | Should -Be 'none'
        Get-Sent $sandbox PATCH | Should -HaveCount 1
    }

    It 'sends a change once if the response is lost' {
        Add-Fault $sandbox @{ Method = 'PATCH'; Kind = 'ResetBeforeResponse'; AfterProcessing = $true }

        Set-PersonioEmployment $person $id -Position New -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "ConnectionFailed,$set"
        Get-Sent $sandbox PATCH | Should -HaveCount 1
    }

    It 'shows with -WhatIf what would be changed and whose it is, and sends nothing' {
        $said = Get-HostOutput { Set-PersonioEmployment $person $id -Position New -TeamId $teams[1] -WhatIf }

        $said | Should -BeLike "*`"Change employment: *`"Employment of person $person ($id)`"*"
        $said | Should -BeLike "*Position '*' -> 'New'*"
        $said | Should -BeLike "*TeamId * -> '$($teams[1])'*"
        Get-Sent $sandbox PATCH | Should -BeNullOrEmpty
        $sandbox.Tenant.Ledger.Count | Should -Be $ledger
    }
}
