BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"

    function Get-Completion {
        param([string] $Text)

        (TabExpansion2 $Text $Text.Length).CompletionMatches | Where-Object ResultType -EQ ParameterValue
    }
}

Describe 'Completion of the company''s data' {
    BeforeAll {
        $sandbox = Start-Sandbox @{ PersonCount = 4 }
        Connect-To $sandbox
        $null = New-PersonioProject "O'Brien & [North]" -ProjectCode ODD
        $null = New-PersonioProject "Two`nlines"
        $odd = (Get-PersonioProject -ProjectCode ODD).ProjectId
    }

    BeforeEach {
        # Each test has a new session that has not read anything.
        Connect-To $sandbox
    }

    AfterAll {
        Get-PersonioSession -Name * | Disconnect-Personio
        $sandbox.Dispose()
    }

    It 'completes <text> to <expected>' -ForEach @(
        @{ Text = 'Get-PersonioAbsencePeriod -AbsenceType v'; Expected = 'Vacation' }
        @{ Text = 'Get-PersonioAbsencePeriod -AbsenceType SICK'; Expected = "'Sick day'", "'Sick days'" }
        @{ Text = 'Get-PersonioAbsencePeriod -AbsenceType leave'; Expected = "'Parental leave'", "'Unpaid leave'" }
        @{ Text = 'Get-PersonioAbsencePeriod -AbsenceType eave'; Expected = @() }
        @{ Text = "Get-PersonioAbsencePeriod -AbsenceType 'unp"; Expected = "'Unpaid leave'" }
        @{ Text = 'Get-PersonioAbsencePeriod -AbsenceType "unp'; Expected = "'Unpaid leave'" }
        @{ Text = 'Get-PersonioAbsencePeriod -AbsenceType Vacation, sho'; Expected = "'Doctor, `"short`"'" }
        @{ Text = 'New-PersonioAbsencePeriod -AbsenceType v'; Expected = 'Vacation' }
        @{ Text = 'Get-PersonioAbsenceBalance 4100 -AbsenceType v'; Expected = 'Vacation' }
        @{ Text = 'Measure-PersonioAbsence -AbsenceType v'; Expected = 'Vacation' }
        @{ Text = 'Measure-PersonioAbsence -Category vac'; Expected = 'PAID_VACATION', 'UNPAID_VACATION' }
        @{ Text = 'Measure-PersonioAbsence -Category sick'; Expected = 'SICK_LEAVE' }
        @{ Text = 'Get-PersonioAbsenceType pare'; Expected = "'Parental leave'" }
        @{ Text = 'Get-PersonioProject -ProjectId archiv'; Expected = '82175' }
        @{ Text = 'Get-PersonioProject -ProjectId 82175'; Expected = '82175' }
        @{ Text = 'Get-PersonioProject -Id archiv'; Expected = '82175' }
        @{ Text = 'Get-PersonioProject -ParentProjectId archiv'; Expected = '82175' }
        @{ Text = 'Get-PersonioProject -Name archiv'; Expected = "'Archiv Süd'" }
        @{ Text = "Get-PersonioProject -Name 'o''br"; Expected = "'O''Brien & ``[North``]'" }
        @{ Text = 'Get-PersonioProject -Name Two'; Expected = "'Two?lines'" }
        @{ Text = 'Get-PersonioProjectMember archiv'; Expected = '82175' }
        @{ Text = 'Add-PersonioProjectMember archiv'; Expected = '82175' }
        @{ Text = 'Remove-PersonioProjectMember -ProjectId archiv'; Expected = '82175' }
        @{ Text = 'Set-PersonioProject archiv'; Expected = '82175' }
        @{ Text = 'Remove-PersonioProject -ProjectId archiv'; Expected = '82175' }
        @{ Text = 'New-PersonioProject X -ParentProjectId archiv'; Expected = '82175' }
        @{ Text = 'New-PersonioProject X -CostCenterId treas'; Expected = '1202' }
        @{ Text = 'New-PersonioAttendancePeriod -ProjectId archiv'; Expected = '82175' }
        @{ Text = 'Get-PersonioAttendancePeriod -ProjectId archiv'; Expected = '82175' }
        @{ Text = 'Set-PersonioAttendancePeriod -ProjectId archiv'; Expected = '82175' }
        @{ Text = 'Get-PersonioOrgUnit -OrgUnitId pay'; Expected = '57' }
        @{ Text = 'Get-PersonioOrgUnit -OrgUnitId led'; Expected = '901' }
        @{ Text = 'Get-PersonioOrgUnit night'; Expected = "'Night Shift'" }
        @{ Text = 'Set-PersonioEmployment -DepartmentId cult'; Expected = '52' }
        @{ Text = 'Set-PersonioEmployment -DepartmentId led'; Expected = @() }
        @{ Text = 'Set-PersonioEmployment -TeamId led'; Expected = '901' }
        @{ Text = 'New-PersonioPerson -TeamId led'; Expected = '901' }
        @{ Text = 'Set-PersonioEmployment -CostCenter treas'; Expected = '1202' }
        @{ Text = 'Set-PersonioEmployment -WorkplaceId ham'; Expected = '311' }
        @{ Text = 'Set-PersonioEmployment -LegalEntityId öster'; Expected = '13' }
        @{ Text = 'Get-PersonioCostCenter -CostCenterId 50101'; Expected = '1201' }
        @{ Text = 'Get-PersonioCostCenter 50101'; Expected = "'50101 Accounting'" }
        @{ Text = 'Get-PersonioWorkplace -WorkplaceId gra'; Expected = '313' }
        @{ Text = 'Get-PersonioWorkplace gra'; Expected = 'Graz' }
        @{ Text = 'Get-PersonioLegalEntity -LegalEntityId inc'; Expected = '14' }
        @{ Text = 'Get-PersonioCompensation -LegalEntityId inc'; Expected = '14' }
        @{ Text = 'Get-PersonioAttribute shirt'; Expected = "'Shirt size'" }
        @{ Text = 'Get-PersonioAttribute -AttributeId shirt'; Expected = 'dynamic_9001' }
        @{ Text = 'Get-PersonioEmployee -Department fin'; Expected = 'Finance' }
        @{ Text = 'Get-PersonioEmployee -CostCenter treas'; Expected = "'50102 Treasury'" }
        @{ Text = 'Get-PersonioEmployee -Attribute shi'; Expected = "'Shirt size'" }
        @{ Text = 'Get-PersonioPerson -ExpandCustomAttribute shi'; Expected = "'Shirt size'" }
        @{ Text = 'Get-PersonioPerson -ExpandCustomAttribute Locker, monthly'; Expected = "'Allowance, monthly'" }
        @{ Text = 'Get-PersonioPerson -ExpandCustomAttribute intern'; Expected = "'Übergabenotiz `"intern`"'" }
        @{ Text = 'Get-PersonioPerson -ExpandCustomAttribute hire'; Expected = @() }
        @{ Text = 'Get-PersonioAttribute hire'; Expected = "'Hire date'" }
        @{ Text = 'Get-PersonioAbsencePeriod -Status p'; Expected = 'Pending' }
        @{ Text = 'Get-PersonioAttendancePeriod -Status c'; Expected = 'Confirmed' }
        @{ Text = 'New-PersonioPerson -LanguageCode fi'; Expected = 'fi' }
        @{ Text = 'Get-PersonioReportRow 1 -Locale fi'; Expected = 'fi' }
        @{ Text = 'Get-PersonioReport head'; Expected = "'Headcount by unit'" }
        @{ Text = 'Get-PersonioDocumentCategory -DocumentCategoryId sick'; Expected = '9' }
        @{ Text = 'Get-PersonioDocument -Category notes'; Expected = "'Sick notes'" }
        @{ Text = 'Set-PersonioDocument 1 -Category notes'; Expected = "'Sick notes'" }
        @{ Text = 'Add-PersonioDocument x.pdf 4711 con'; Expected = 'Contracts' }
        @{ Text = 'Connect-Personio -Scope personio:absences'; Expected = 'personio:absences:read', 'personio:absences:write' }
        @{ Text = 'Connect-Personio -Scope web'; Expected = 'personio:webhooks:read', 'personio:webhooks:write' }
        @{ Text = 'New-PersonioWebhook -EnabledEvent person.c'; Expected = 'person.created' }
        @{ Text = 'Import-PersonioAbsence x.csv -Encoding lat'; Expected = 'latin1' }
        @{ Text = 'Connect-PingOne -Region e'; Expected = 'EU' }
    ) {
        (Get-Completion $text).CompletionText | Should -Be $expected
    }

    It 'completes a name to the id, and the name, for Get-Personio<noun>' -ForEach @(
        @{ Noun = 'AbsenceType' }
        @{ Noun = 'Attribute'; Name = 'Label' }
        @{ Noun = 'CompensationType' }
        @{ Noun = 'CostCenter' }
        @{ Noun = 'DocumentCategory' }
        @{ Noun = 'Job' }
        @{ Noun = 'LegalEntity' }
        @{ Noun = 'OrgUnit' }
        @{ Noun = 'Project' }
        @{ Noun = 'RecruitingCategory' }
        @{ Noun = 'RecruitingJob' }
        @{ Noun = 'Report' }
        @{ Noun = 'ReportAttribute' }
        @{ Noun = 'SalaryBand' }
        @{ Noun = 'Workplace' }
    ) {
        $all = @(& "Get-Personio$noun")
        $property = $name ?? 'Name'
        $one = $all | Where-Object $property -Match '^[\w ]+$' | Select-Object -First 1
        $label = $one.$property

        $byName = Get-Completion "Get-Personio$noun -Name '$label"
        $byId = Get-Completion "Get-Personio$noun -$($noun)Id '$label"

        $byName.ListItemText | Should -Contain $label
        $byName[0].CompletionText | Should -BeIn $label, "'$label'"
        $byId.CompletionText | ForEach-Object { $_.Trim("'") } | Should -Contain $one.Id
        $byId.ToolTip | Should -Contain "$label ($($one.Id))"
    }

    It 'completes descriptions of webhooks to their ids for <_>' -ForEach @(
        'Get-PersonioWebhook', 'Set-PersonioWebhook', 'Remove-PersonioWebhook', 'Test-PersonioWebhook'
        'Get-PersonioWebhookEvent', 'Get-PersonioWebhookDelivery', 'Send-PersonioWebhookEvent'
    ) {
        $hook = Get-PersonioWebhook | Select-Object -First 1
        $shown = $hook.Description ?? $hook.Url

        (Get-Completion "$_ -WebhookId '$($shown.Replace("'", "''"))").CompletionText | Should -Contain $hook.WebhookId
    }

    It 'completes the names of compensation types where one is created' {
        (Get-Completion 'New-PersonioCompensation -Type base').CompletionText | Should -Be "'Base salary'"
        (Get-Completion 'New-PersonioCompensation -Type monthly').CompletionText | Should -Be "'Fahrtkosten, `"monthly`"'"
    }

    It 'completes labels of attributes that become columns' {
        $all = (Get-Completion 'Get-PersonioPerson -ExpandCustomAttribute ').CompletionText

        $all | Should -HaveCount @(Get-PersonioAttribute | Where-Object AttributeId -Like 'dynamic_*').Count
        foreach ($completed in $all) {
            $row = & ([scriptblock]::Create("Get-PersonioPerson -First 1 -ExpandCustomAttribute $completed -ErrorAction Stop"))

            $row.PSObject.Properties.Name | Should -Contain $completed.Trim("'")
        }
    }

    It 'completes the ids of reports for <_>' -ForEach 'Get-PersonioReport -ReportId', 'Get-PersonioReportRow' {
        $report = Get-PersonioReport Hours

        (Get-Completion "$_ hours").CompletionText | Should -Be $report.ReportId
    }

    It 'shows the name, with name and id as the tooltip' {
        $found = Get-Completion 'Set-PersonioEmployment -DepartmentId cult'

        $found.ListItemText | Should -Be 'People & Culture'
        $found.ToolTip | Should -Be 'People & Culture (52)'
    }

    It 'shows an entry that is its own id once in the tooltip' {
        (Get-Completion 'Measure-PersonioAbsence -Category sick').ToolTip | Should -Be 'SICK_LEAVE'
    }

    It 'gives this month first, then the twelve before it, and the next month' {
        $found = (Get-Completion 'Get-PersonioAttendancePeriod -Month ').CompletionText

        $found | Should -Be @(0..-12 + 1 | ForEach-Object { (Get-Date).AddMonths($_).ToString('yyyy-MM') })
    }

    It 'gives months to every -Month' {
        foreach ($command in Get-Command -Module Personio | Where-Object { $_.Parameters.Keys -contains 'Month' }) {
            (Get-Completion "$($command.Name) -Month 20").Count | Should -Be 14 -Because $command.Name
        }
    }

    It 'shows a name on one line' {
        (Get-Completion 'Get-PersonioProject -ProjectId two').ListItemText | Should -Be 'Two lines'
    }

    It 'inserts text that works as it is' {
        foreach ($completed in (Get-Completion 'Get-PersonioProject -Name ').CompletionText) {
            @(& ([scriptblock]::Create("Get-PersonioProject -Name $completed -ErrorAction Stop"))).Count | Should -Be 1
        }
        foreach ($completed in (Get-Completion 'Get-PersonioAbsencePeriod -AbsenceType ').CompletionText) {
            { & ([scriptblock]::Create("Get-PersonioAbsencePeriod -AbsenceType $completed -From 2026-01-01 -First 1 -ErrorAction Stop")) } |
                Should -Not -Throw
        }

        $completed = (Get-Completion 'Get-PersonioProject -Name br').CompletionText
        (& ([scriptblock]::Create("Get-PersonioProject -Name $completed"))).ProjectId | Should -Be $odd
    }

    It 'inserts the id if the name is ambiguous or would be taken for an id' {
        $category = @{ Method = 'GET'; PathPrefix = '/v1/company/document-categories'; Status = 200 }
        $rows = foreach ($pair in @('1', 'Same'), @('2', 'SAME'), @('3', '2026'), @('4', 'Any*'), @('5', 'Own'),
            @('6', '0b1c2d3e-0000-4000-8000-000000000006')) {
            @{ id = [int] $pair[0]; type = 'DocumentCategory'; attributes = @{ name = $pair[1] } }
        }
        $category.Body = ConvertTo-Json @{ success = $true; data = $rows } -Depth 5
        Add-Fault $sandbox $category

        (Get-Completion 'Set-PersonioDocument 1 -Category ').CompletionText | Sort-Object | Should -Be '1', '2', '3', '4', '6', 'Own'
    }

    It 'reads a list once, also for other parameters' {
        1..3 | ForEach-Object { $null = Get-Completion 'Get-PersonioProject -ProjectId a' }
        $null = Get-Completion 'Set-PersonioAttendancePeriod -ProjectId b'
        $null = Get-Completion 'Get-PersonioProject -Name c'

        Get-Sent $sandbox | Should -Be 'GET /v2/projects'
    }

    It 'uses the absence types that a cmdlet has read' {
        $null = Get-PersonioAbsencePeriod -AbsenceType Vacation -First 1
        $sandbox.ClearRequests()

        (Get-Completion 'Get-PersonioAbsencePeriod -AbsenceType v').CompletionText | Should -Be 'Vacation'
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'tries again after a fault, without a message' {
        $with = @{ Name = 'Hasty'; MaxRetry = 0 }
        Connect-To $sandbox $with
        Add-Fault $sandbox @{ PathPrefix = '/v2/projects'; Status = 500 }
        $before = $Error.Count

        Get-Completion 'Get-PersonioProject -ProjectId archiv' | Should -BeNullOrEmpty
        $Error.Count | Should -Be $before
        (Get-Completion 'Get-PersonioProject -ProjectId archiv').CompletionText | Should -Be '82175'
    }

    It 'is empty without the right to read the list, and sends one request' {
        $sandbox.RevokeScope('personio:projects:read')
        $null = Get-PersonioPerson -First 1
        $sandbox.ClearRequests()
        try {
            $before = $Error.Count
            1..2 | ForEach-Object { Get-Completion 'Get-PersonioProject -ProjectId ' | Should -BeNullOrEmpty }

            $Error.Count | Should -Be $before
            Get-Sent $sandbox | Should -Be 'GET /v2/projects'
        }
        finally {
            $sandbox.GrantScope('personio:projects:read')
        }
    }
}

Describe 'The completer of every text parameter' {
    BeforeDiscovery {
        . "$PSScriptRoot/Common.ps1"
        # The values of a parameter by its name, or by cmdlet and name if the name has several meanings.
        $completers = @{
            'Get-PersonioRecipe:Name'       = 'RecipeNameCompleter'
            AbsenceType                     = 'NameOrIdCompleter<AbsenceType>'
            AbsenceTypeId                   = 'IdCompleter<AbsenceType>'
            Attribute                       = 'CustomAttributeCompleter'
            AttributeId                     = 'IdCompleter<PersonAttribute>'
            Category                        = 'NameOrIdCompleter<DocumentCategory>'
            CompensationTypeId              = 'IdCompleter<CompensationType>'
            CostCenter                      = 'IdCompleter<CostCenter>'
            CostCenterId                    = 'IdCompleter<CostCenter>'
            Department                      = 'DepartmentCompleter'
            DepartmentId                    = 'DepartmentIdCompleter'
            DocumentCategoryId              = 'IdCompleter<DocumentCategory>'
            EnabledEvent                    = 'FixedCompleter<WebhookEvents>'
            EventName                       = 'FixedCompleter<WebhookEvents>'
            ExpandCustomAttribute           = 'CustomAttributeCompleter'
            JobId                           = 'IdCompleter<Job>'
            LanguageCode                    = 'FixedCompleter<LanguageCodes>'
            LegalEntity                     = 'NameOrIdCompleter<LegalEntity>'
            LegalEntityId                   = 'IdCompleter<LegalEntity>'
            Locale                          = 'FixedCompleter<LanguageCodes>'
            Name                            = 'CatalogNameCompleter'
            OrgUnitId                       = 'IdCompleter<OrgUnit>'
            OwnerId                         = 'PersonIdCompleter'
            ParentProjectId                 = 'IdCompleter<Project>'
            PersonId                        = 'PersonIdCompleter'
            ProjectId                       = 'IdCompleter<Project>'
            RecruitingCategoryId            = 'IdCompleter<RecruitingCategory>'
            RecruitingJobId                 = 'IdCompleter<RecruitingJob>'
            ReportAttributeId               = 'IdCompleter<ReportAttribute>'
            ReportId                        = 'IdCompleter<Report>'
            SalaryBandId                    = 'IdCompleter<SalaryBand>'
            Scope                           = 'FixedCompleter<KnownScopes>'
            Session                         = 'SessionNameCompleter'
            Team                            = 'TeamCompleter'
            SubstituteId                    = 'PersonIdCompleter'
            SupervisorId                    = 'PersonIdCompleter'
            TeamId                          = 'TeamIdCompleter'
            WebhookId                       = 'IdCompleter<Webhook>'
            Workplace                       = 'NameOrIdCompleter<Workplace>'
            WorkplaceId                     = 'IdCompleter<Workplace>'
            Population                      = 'PopulationCompleter'
            Group                           = 'PingOneGroupCompleter'
            ExpandAttribute                 = 'PingOneAttributeCompleter'
            'Get-PingOneAttribute:Name'     = 'PingOneAttributeCompleter'
            'Get-PingOneGroup:Name'         = 'PingOneGroupCompleter'
            'Get-PingOnePopulation:Name'    = 'PopulationCompleter'
            'Get-PingOneSession:Name'       = 'PingOneSessionNameCompleter'
            'Export-PersonioAbsenceCalendar:Status' = 'FixedCompleter<AbsenceStates>'
            'Get-PersonioAbsencePeriod:Status'      = 'FixedCompleter<AbsenceStates>'
            'Get-PersonioAttendancePeriod:Status'   = 'FixedCompleter<AttendanceStates>'
            'Get-PersonioOrgChart:Root'             = 'PersonIdCompleter'
            'Find-PersonioWorkingTimeIssue:Status'  = 'FixedCompleter<AttendanceStates>'
            'Measure-PersonioAbsence:Category'      = 'AbsenceCategoryCompleter'
            'Measure-PersonioAbsence:Status'        = 'FixedCompleter<AbsenceStates>'
            'Get-PersonioEmployee:CostCenter'       = 'NameOrIdCompleter<CostCenter>'
            'Get-PersonioSession:Name'              = 'SessionNameCompleter'
            'New-PersonioCompensation:Type'         = 'NameOrIdCompleter<CompensationType>'
        }

        # Text that is new, that only the user knows, or with too many values to choose from.
        $free = @(
            'EmailDomain', 'Immediate', 'UserNamePattern', 'ReservedName', 'LogPath', 'RunId', 'PlanId', 'PlanWarning', 'DateFormat'
            'MaxDisable', 'MaxCreate', 'MaxIdentityUpdate', 'MaxUpdate', 'MaxEnable'
            'AbsencePeriodId', 'AppId', 'ApplicationId', 'AttendancePeriodId', 'CandidateEmail', 'CandidateId', 'ClientId'
            'ClientName', 'Comment', 'Country', 'Currency', 'Description', 'Destination', 'DocumentId', 'Email', 'EmploymentId'
            'Company', 'FirstName', 'LastName', 'LiteralPath', 'Method', 'OutFile', 'PartnerId', 'Path', 'Position'
            'PreferredName', 'ProjectCode', 'ProjectType', 'SecretName', 'TerminationDate', 'Get-PersonioPlanLog:PersonId'
            'VaultName', 'WebhookEventId', 'Add-PersonioDocument:Name', 'Connect-Personio:Name'
            'New-PersonioCompensationType:Name', 'New-PersonioProject:Name', 'Set-PersonioDocument:Name'
            'Set-PersonioProject:Name', 'Export-PersonioAbsenceCalendar:Title', 'Get-PersonioJobPosting:Name'
            'Connect-PingOne:Name', 'Get-PersonioEmployee:Name', 'Supervisor', 'CustomDomain', 'UserId', 'UserName', 'ExternalId', 'Filter', 'GroupId', 'PopulationId', 'GivenName'
            'FamilyName', 'MiddleName', 'Nickname', 'Title', 'Type', 'MobilePhone', 'PrimaryPhone', 'New-PingOneUser:Locale'
            'Set-PingOneUser:Locale', 'EmailDomain', 'Immediate', 'LogPath', 'MaxCreate', 'MaxDisable', 'MaxEnable', 'MaxIdentityUpdate'
            'MaxUpdate', 'PlanId', 'PlanWarning', 'ReservedName', 'RunId', 'UserNamePattern')

        $common = [System.Management.Automation.PSCmdlet]::CommonParameters
        $rows = foreach ($command in Get-Command -Module Personio) {
            foreach ($parameter in $command.Parameters.Values) {
                $known = $completers["$($command.Name):$($parameter.Name)"] ?? $completers[$parameter.Name]
                if ($parameter.Name -eq 'Session' -and $command.Noun -like 'PingOne*') {
                    $known = 'PingOneSessionNameCompleter'
                }

                $isFree = "$($command.Name):$($parameter.Name)" -in $free -or ($parameter.Name -in $free -and -not $known)
                $isText = $parameter.ParameterType -in [string], [string[]] -or $parameter.Name -in 'CostCenter', 'Session'
                # The engine itself completes sets of values.
                $isSet = $parameter.Attributes.TypeId.Name -contains 'ValidateSetAttribute'
                if ($parameter.Name -notin $common -and $isText -and -not $isSet) {
                    @{
                        Command = $command.Name; Parameter = $parameter.Name
                        Expected = $isFree ? 'none' : ($known ?? 'one, or a place in the list of free text')
                    }
                }
            }
        }
    }

    It 'is <expected>: -<parameter> of <command>' -ForEach $rows {
        $attribute = (Get-Command $command).Parameters[$parameter].Attributes | Where-Object { $_ -is [ArgumentCompleter] }

        $type = $attribute.Type
        $name = $type.IsGenericType ? "$($type.Name.Split('`')[0])<$($type.GenericTypeArguments.Name)>" : $type.Name

        ($name ?? 'none') | Should -Be $expected
    }
}

Describe 'Completion in a session' {
    AfterEach {
        Get-PersonioSession -Name * | Disconnect-Personio
        $sandbox, $other | Where-Object { $_ } | ForEach-Object Dispose
    }

    It 'is empty without a message if there is no session' {
        $before = $Error.Count

        Get-Completion 'Get-PersonioProject -ProjectId ' | Should -BeNullOrEmpty
        Get-Completion 'Get-PersonioProject -Session Nobody -ProjectId ' | Should -BeNullOrEmpty
        $Error.Count | Should -Be $before
    }

    It 'uses the given session: <_>' -ForEach '-Session First', '-Session $script:first' {
        $sandbox, $other = (Start-Sandbox @{ PersonCount = 2 }), (Start-Sandbox @{ PersonCount = 2 })
        Connect-To $sandbox @{ Name = 'First' }
        $script:first = Connect-Personio -ClientId $sandbox.ClientId -BaseUri $sandbox.BaseUri -Name First -PassThru `
            -ClientSecret (Get-Secure $sandbox.ClientSecret)
        $id = (New-PersonioProject 'Only here').ProjectId
        Connect-To $other @{ Name = 'Second' }

        Get-Completion 'Set-PersonioProject -ProjectId only' | Should -BeNullOrEmpty
        (Get-Completion "Set-PersonioProject $_ -ProjectId only").CompletionText | Should -Be $id
    }

    It 'is empty if the given session cannot be determined' {
        $sandbox = Start-Sandbox @{ PersonCount = 2 }
        Connect-To $sandbox

        Get-Completion 'Set-PersonioProject -Session (Get-PersonioSession) -ProjectId archiv' | Should -BeNullOrEmpty
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'waits about a second for a slow response, and has it at a later key press' {
        $sandbox = Start-Sandbox @{ PersonCount = 2; Latency = [timespan]::FromSeconds(3) }
        Connect-To $sandbox

        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        $found = Get-Completion 'Get-PersonioProject -ProjectId archiv'
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 2.5
        $found | Should -BeNullOrEmpty

        $null = Get-Completion 'Get-PersonioProject -ProjectId archiv'
        Start-Sleep -Seconds 2
        $watch.Restart()
        (Get-Completion 'Get-PersonioProject -ProjectId archiv').CompletionText | Should -Be '82175'
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 2.5
        Get-Sent $sandbox | Should -Be 'GET /v2/projects'
    }
}
