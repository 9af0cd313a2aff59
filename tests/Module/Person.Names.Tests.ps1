BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 120 }
    $ids = @($sandbox.Tenant.PersonIds)
    $get = 'Personio.Commands.GetPersonioPersonCommand'
    $columns = @(
        'Position', 'DepartmentName', 'TeamName', 'WorkplaceName', 'LegalEntityName', 'CostCenters', 'SupervisorId'
        'SupervisorName', 'EmploymentStartDate', 'ContractEndDate', 'LastDay', 'LastDayReason', 'WeeklyHours', 'EmploymentStatus')

    # The data of the tenant, requested in parts.
    Connect-To $sandbox
    $plain = @(Get-PersonioPerson)
    $own = @($plain[0].PSObject.Properties.Name)
    $employment = $plain | Get-PersonioEmployment -Current | Group-Object PersonId -AsHashTable -AsString
    $department = Get-PersonioOrgUnit -Type Department | Group-Object OrgUnitId -AsHashTable -AsString
    $team = Get-PersonioOrgUnit -Type Team | Group-Object OrgUnitId -AsHashTable -AsString
    $workplace = Get-PersonioWorkplace | Group-Object WorkplaceId -AsHashTable -AsString
    $entity = Get-PersonioLegalEntity | Group-Object LegalEntityId -AsHashTable -AsString
    $person = $plain | Group-Object PersonId -AsHashTable -AsString

    # The ID if a list has no such entry, and nothing if there is no ID.
    function Get-Name {
        param($List, $Id, $Property = 'Name')

        $Id -and $List[$Id] ? $List[$Id].$Property : "$Id"
    }
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'Get-PersonioPerson -IncludeEmployment' {
    BeforeEach {
        Connect-To $sandbox
    }

    AfterEach {
        $sandbox.Options.Latency = [timespan]::Zero
        $sandbox.ClearFaults()
    }

    It 'adds the current employment of each person, with names as in the tenant' {
        $found = Get-PersonioPerson -IncludeEmployment -WarningVariable warned -ErrorVariable failed

        $found.PersonId | Should -Be $ids
        foreach ($row in $found) {
            $job = $employment[$row.PersonId]
            $wanted = @(
                $job.Position, (Get-Name $department $job.DepartmentId), (Get-Name $team $job.TeamId)
                (Get-Name $workplace $job.WorkplaceId), (Get-Name $entity $job.LegalEntityId), "$($job.CostCenters)"
                $job.SupervisorId, (Get-Name $person $job.SupervisorId DisplayName), $job.EmploymentStartDate
                $job.ContractEndDate, ($job.TerminationDate ?? $job.EmploymentEndDate ?? $job.LastWorkingDay)
                ($job.TerminationDate ? 'Termination' : $job.EmploymentEndDate ? 'EmploymentEnd' : '')
                $job.WeeklyWorkingHours, $job.Status)
            ($columns | ForEach-Object { "$($row.$_)" }) -join '|' | Should -BeExactly (($wanted | ForEach-Object { "$_" }) -join '|')
        }

        # Without such values in the tenant, these tests would prove nothing.
        $columns | Where-Object { -not ($found.$_ | Where-Object { $_ }) } | Should -BeNullOrEmpty
        $found.TeamName | Where-Object { $_ -match '^\d+$' } | Should -BeNullOrEmpty
        $warned | Should -BeNullOrEmpty
        $failed | Should -BeNullOrEmpty
    }

    It 'has days, numbers and lists, not text' {
        $found = Get-PersonioPerson -IncludeEmployment

        $found.EmploymentStartDate | ForEach-Object { $_ | Should -BeOfType datetime }
        $found.LastDay | Where-Object { $_ } | ForEach-Object { $_ | Should -BeOfType datetime }
        $found.WeeklyHours | ForEach-Object { $_ | Should -BeOfType decimal }
        ($found | Where-Object { $_.CostCenters.Count -eq 2 })[0].CostCenters[0].Weight | Should -Be 60
    }

    It 'uses as LastDay the <kind>' -ForEach @(
        @{ Kind = 'day of the termination first of all'; Day = '2030-01-01'; Reason = 'Termination'; Members =
            '"contract_end_date":"2030-01-04","employment_end_date":"2030-01-02","termination":{"termination_date":"2030-01-01","last_working_day":"2030-01-03"}'
        }
        @{ Kind = 'end of the employment before the last working day'; Day = '2030-01-02'; Reason = 'EmploymentEnd'; Members =
            '"contract_end_date":"2030-01-04","employment_end_date":"2030-01-02","termination":{"last_working_day":"2030-01-03"}'
        }
        @{ Kind = 'last working day where nothing else is known'; Day = '2030-01-03'; Reason = 'LastWorkingDay'; Members =
            '"contract_end_date":"2030-01-04","termination":{"last_working_date":"2030-01-03","termination_date":null}'
        }
    ) {
        Add-Fault $sandbox @{ PathPattern = 'employments$'; Kind = 'RawBody'; Body = "{`"_data`":[{`"id`":`"e`",$members}],`"_meta`":{}}" }

        $row = Get-PersonioPerson $ids[0] -IncludeEmployment

        $row.LastDay, $row.LastDayReason, $row.ContractEndDate | Should -Be ([datetime] $day), $reason, ([datetime]'2030-01-04')
    }

    It 'has no LastDay if only a limited contract ends: <status>' -ForEach @(
        @{ Status = 'ACTIVE' }
        @{ Status = 'LEAVE' }
        @{ Status = 'INACTIVE' }
    ) {
        $nulls = '{"termination_date":null,"last_working_date":null,"terminated_at":null,"type":null,"reason":null}'
        $job = "{`"id`":`"e`",`"status`":`"$status`",`"contract_end_date`":`"2020-01-04`",`"termination`":$nulls}"
        Add-Fault $sandbox @{ PathPattern = 'employments$'; Kind = 'RawBody'; Body = "{`"_data`":[$job],`"_meta`":{}}" }

        $row = Get-PersonioPerson $ids[0] -IncludeEmployment

        "$($row.LastDay)$($row.LastDayReason)" | Should -BeExactly ''
        $row.ContractEndDate | Should -Be ([datetime]'2020-01-04')
    }

    It 'has the same columns, all empty, for a person without an employment' {
        Add-Fault $sandbox @{ PathPattern = "$($ids[1])/employments$"; Kind = 'RawBody'; Body = '{"_data":[],"_meta":{}}' }

        $found = Get-PersonioPerson $ids[0..2] -IncludeEmployment

        $found.PersonId | Should -Be $ids[0..2]
        ($columns | ForEach-Object { "$($found[1].$_)" }) -join '' | Should -BeExactly ''
        $found[1].PSObject.Properties.Name | Should -Be $found[0].PSObject.Properties.Name
    }

    It 'sends one request for each person and one for each list, and none again within ten minutes' {
        $null = Get-PersonioPerson -IncludeEmployment
        $first = Get-Sent $sandbox | Group-Object -AsHashTable -AsString
        $sandbox.ClearRequests()
        $null = Get-PersonioPerson -IncludeEmployment

        $first.Keys | Where-Object { $_ -like '*/employments' } | Should -HaveCount 120
        $first['GET /v2/org-units'].Count | Should -Be 2
        $first['GET /v2/workplaces'].Count | Should -Be 1
        $first['GET /v2/legal-entities'].Count | Should -Be 1
        # Most supervisors are among the persons that were already returned.
        $first['GET /v2/persons'].Count | Should -BeIn (3..5)
        # Nothing else was requested.
        $first.Keys | Should -HaveCount 124
        Get-Sent $sandbox | Should -HaveCount 123
    }

    It 'has several requests in flight, and keeps the order if an early response is late' {
        Add-Fault $sandbox @{ PathPattern = "^/v2/persons/$($ids[0])/employments$"; Status = 503; Headers = @{ 'Retry-After' = '0' } }
        $sandbox.Options.Latency = [timespan]::FromMilliseconds(30)

        $found = Get-PersonioPerson -IncludeEmployment -First 60

        $found.PersonId | Should -Be $ids[0..59]
        $sandbox.MaxInFlight | Should -BeIn (4..18)
    }

    It 'keeps the order of 120 ids, with one error for each unknown one' {
        $asked = @($ids[60..119]) + '900001' + @($ids[0..59])
        $sandbox.Options.Latency = [timespan]::FromMilliseconds(30)

        $found = $asked | Get-PersonioPerson -IncludeEmployment -ErrorAction SilentlyContinue -ErrorVariable failed

        $found.PersonId | Should -Be ($asked -ne '900001')
        $failed.TargetObject | Should -Be '900001'
        $found | ForEach-Object { $_.Position | Should -BeExactly $employment[$_.PersonId].Position }
    }

    It 'returns a person twice that was requested twice' {
        $found = Get-PersonioPerson $ids[0], $ids[1], $ids[0] -IncludeEmployment -ExpandCustomAttribute Keys

        $found.PersonId | Should -Be $ids[0], $ids[1], $ids[0]
        $found[2].PSObject.Properties.Name | Should -Be ($own + $columns + 'Keys')
        $found[2].Position | Should -Be $found[0].Position
    }

    It 'writes one error for a person whose employments fail, and no incomplete row' {
        Add-Fault $sandbox @{ PathPattern = "$($ids[1])/employments$"; Status = 404; Times = -1 }

        $found = Get-PersonioPerson $ids[0..2] -IncludeEmployment -ErrorAction SilentlyContinue -ErrorVariable failed

        $found.PersonId | Should -Be $ids[0, 2]
        $failed.FullyQualifiedErrorId | Should -Be "PersonNotFound,$get"
        $failed[0].TargetObject.PersonId | Should -Be $ids[1]
    }

    It 'retries if a gateway does not find the list of employments that it found before' {
        $gateway = '{"errors":[{"title":"Not Found","detail":"The endpoint with GET was not found.","type":"https://x#apinot_found"}]}'
        Add-Fault $sandbox @{ PathPattern = "$($ids[1])/employments$"; Status = 404; Times = 1; Body = $gateway }

        $found = Get-PersonioPerson $ids[0..2] -IncludeEmployment -ErrorVariable failed -WarningVariable warned

        $found.PersonId | Should -Be $ids[0..2]
        $found[1].EmploymentStatus | Should -BeExactly $employment[$ids[1]].Status
        @($failed) + $warned | Should -BeNullOrEmpty
    }

    It 'leaves no column empty if the gateway error persists, and stops with -ErrorAction Stop' {
        Connect-To $sandbox @{ MaxRetry = 0 }
        $null = Get-PersonioPerson $ids[0] -IncludeEmployment
        $gateway = '{"errors":[{"title":"Not Found","detail":"The endpoint with GET was not found.","type":"https://x#apinot_found"}]}'
        Add-Fault $sandbox @{ PathPattern = '/employments$'; Status = 404; Times = -1; Body = $gateway }

        $found = Get-PersonioPerson $ids[0..2] -IncludeEmployment -ErrorAction SilentlyContinue -ErrorVariable failed

        $found | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Should -Be (@("ServiceUnavailable,$get") * 3)
        { Get-PersonioPerson $ids[0..2] -IncludeEmployment -ErrorAction Stop } | Should -Throw -ErrorId "ServiceUnavailable,$get"
    }

    It 'is accepted by cmdlets for persons, and requests nothing for empty input' {
        $again = Get-PersonioPerson -First 2 -IncludeEmployment | Get-PersonioPerson

        $again.PersonId | Should -Be $ids[0..1]
        $sandbox.ClearRequests()
        @() | Get-PersonioPerson -IncludeEmployment -ExpandCustomAttribute Nothing | Should -BeNullOrEmpty
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }
}

Describe 'Get-PersonioPerson -IncludeEmployment without the right to read <what>' -ForEach @(
    @{ What = 'org units'; Scopes = @('personio:org-units:read'); Fields = @{ DepartmentName = 'DepartmentId'; TeamName = 'TeamId' } }
    @{ What = 'workplaces'; Scopes = @('personio:workplaces:read'); Fields = @{ WorkplaceName = 'WorkplaceId' } }
    @{ What = 'legal entities'; Scopes = @('personio:legal-entities:read'); Fields = @{ LegalEntityName = 'LegalEntityId' } }
    @{
        What   = 'any of them'
        Scopes = @('personio:org-units:read', 'personio:workplaces:read', 'personio:legal-entities:read')
        Fields = @{ DepartmentName = 'DepartmentId'; TeamName = 'TeamId'; WorkplaceName = 'WorkplaceId'; LegalEntityName = 'LegalEntityId' }
    }
) {
    BeforeAll {
        $scopes | ForEach-Object { $sandbox.RevokeScope($_) }
        Connect-To $sandbox
        $found = Get-PersonioPerson -IncludeEmployment -ErrorAction SilentlyContinue -WarningVariable warned -ErrorVariable failed
    }

    AfterAll {
        $scopes | ForEach-Object { $sandbox.GrantScope($_) }
    }

    It 'has empty cells instead, and an error for each list' {
        $found.PersonId | Should -Be $plain.PersonId
        foreach ($column in $fields.Keys) {
            $found.$column | Where-Object { $_ } | Should -BeNullOrEmpty
        }
        $found.SupervisorName | Where-Object { $_ -match '^\d+$' } | Should -BeNullOrEmpty
        $warned | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Select-Object -Unique | Should -Be 'AccessDenied,Personio.Commands.GetPersonioPersonCommand'
        $failed | Should -HaveCount $fields.Count
        $failed.Exception.MissingScope | Select-Object -Unique | Sort-Object | Should -Be ($scopes | Sort-Object)
    }
}

Describe 'Get-PersonioPerson -IncludeEmployment if something cannot be read' {
    BeforeEach {
        Connect-To $sandbox
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    It 'has no names of supervisors, after one error' {
        $some = $plain[-5..-1]
        Add-Fault $sandbox @{ PathPattern = '^/v2/persons$'; Status = 401; Times = -1; Skip = 1 }

        $found = $some | Get-PersonioPerson -IncludeEmployment -ErrorAction SilentlyContinue -ErrorVariable failed

        $found.PersonId | Should -Be $some.PersonId
        $found.SupervisorId | Where-Object { $_ } | Should -Not -BeNullOrEmpty
        $found.SupervisorName | Where-Object { $_ } | Should -BeNullOrEmpty
        $failed | Should -HaveCount 1
        $failed[0].Exception.Message | Should -BeLike 'The names of supervisors cannot be read and are left empty.*'
    }

    It 'returns persons with empty columns, after one error, and stops requesting' {
        Add-Fault $sandbox @{ PathPattern = 'employments$'; Status = 401; Times = -1 }

        $found = Get-PersonioPerson -IncludeEmployment -ErrorAction SilentlyContinue -ErrorVariable failed

        $found.PersonId | Should -Be $ids
        $found.EmploymentStatus | Where-Object { $_ } | Should -BeNullOrEmpty
        $failed | Should -HaveCount 1
        (Get-Sent $sandbox | Where-Object { $_ -like '*/employments' } | Measure-Object).Count | Should -BeLessThan 60
    }
}

Describe 'The columns of a file of persons' {
    BeforeEach {
        Connect-To $sandbox
    }

    It 'are those of a person without switches' {
        $csv = Get-PersonioPerson | ConvertTo-Csv

        $csv[0] | Should -BeExactly (($own | ForEach-Object { "`"$_`"" }) -join ',')
        $own | Where-Object { $_ -in $columns } | Should -BeNullOrEmpty
    }

    It 'are those of a person, then the employment, then the attributes, on every row' {
        $found = Get-PersonioPerson -IncludeEmployment -ExpandCustomAttribute 'Locker', 'Shirt*'

        foreach ($row in $found) {
            $row.PSObject.Properties.Name -join ',' | Should -BeExactly (($own + $columns + 'Locker' + 'Shirt size') -join ',')
        }
        $found | Export-Csv TestDrive:/persons.csv
        $cells = Import-Csv TestDrive:/persons.csv
        $cells.PersonId | Should -Be $ids
        $cells.DepartmentName | Should -Be ($found.DepartmentName | ForEach-Object { "$_" })
        Get-Content TestDrive:/persons.csv -Raw | Should -Not -Match 'System\.|Personio\.Models'
    }

    It 'do not change the type of the rows, which are persons with a hidden Id' {
        $row = Get-PersonioPerson -First 1 -IncludeEmployment

        $row | Should -BeOfType 'Personio.Models.Person'
        $row.Id | Should -Be $row.PersonId
    }
}

Describe 'The view of persons with more columns' {
    BeforeAll {
        Connect-To $sandbox
        $lead = $plain | Where-Object { $employment[$_.PersonId].Position } | Select-Object -First 1
        $work = $employment[$lead.PersonId]
    }

    AfterAll {
        Disconnect-Personio
    }

    It 'has the employment in the table and in the list' {
        $row = Get-PersonioPerson $lead.PersonId -IncludeEmployment

        $table = $row | Out-String -Width 100
        $list = $row | Format-List | Out-String -Width 100

        $table | Should -Match "$([regex]::Escape($lead.DisplayName)) +$([regex]::Escape($work.Position)) .* $($lead.PersonId)"
        $list | Should -Match "Position +: $([regex]::Escape($work.Position))\r?\n"
        $list | Should -Match 'EmploymentStatus +: '
        $list | Should -Match "Email +: $([regex]::Escape($lead.Email))"
    }

    It 'shows the requested custom attributes next to name and ID' {
        $row = Get-PersonioPerson $lead.PersonId -ExpandCustomAttribute 'Shirt size', 'Lock*'

        @(($row | Format-Table | Out-String).Trim() -split '\s*\n' | Select-Object -First 1) |
            Should -Match '^DisplayName +Shirt size +Locker +PersonId$'
    }

    It 'is that of a person in every other respect' {
        $rows = @(
            Get-PersonioPerson $lead.PersonId -IncludeEmployment
            Get-PersonioPerson $lead.PersonId -ExpandCustomAttribute Locker)

        foreach ($row in $rows) {
            $row | Should -BeOfType ([Personio.Models.Person])
            $row.Id | Should -Be $lead.PersonId
            ($row | Get-PersonioEmployment -Current).EmploymentId | Should -Be $work.EmploymentId
            ($row | Select-Object *).PSObject.Properties.Name | Should -Not -Contain 'Id'
        }
    }
}

Describe 'Get-PersonioPerson -ExpandCustomAttribute' {
    BeforeEach {
        Connect-To $sandbox
    }

    AfterEach {
        $sandbox.Options.AttributeLabels = $true
        $sandbox.ClearFaults()
    }

    It 'adds <wanted> as <names>, with values of their types' -ForEach @(
        @{ Wanted = 'Shirt size'; Names = 'Shirt size' }
        @{ Wanted = 'shirt SIZE'; Names = 'Shirt size' }
        @{ Wanted = 'medical_check'; Names = 'Medical check' }
        @{ Wanted = 'dynamic_9002'; Names = 'Locker' }
        @{ Wanted = 'L*', 'Keys'; Names = 'Locker', 'Languages', 'Keys' }
        @{ Wanted = 'Keys', 'locker', '*e*s*'; Names = 'Keys', 'Locker', 'Languages' }
        @{ Wanted = 'Badge colour'; Names = 'Badge colour' }
    ) {
        $found = Get-PersonioPerson -ExpandCustomAttribute $wanted

        $found.PersonId | Should -Be $ids
        foreach ($row in $found) {
            $added = $row.PSObject.Properties.Name | Where-Object { $_ -notin $own }
            @($added | Where-Object { $_ -in $names }) | Should -Be $names
            foreach ($name in $names) {
                $key = $name
                $value = $row.CustomAttributes[$key]
                "$($row.$name)" | Should -BeExactly "$value"
                if ($null -ne $value) {
                    $row.$name.GetType() | Should -Be $value.GetType()
                }
            }
        }
    }

    It 'reads the catalog only if the persons do not contain the labels: <wanted>' -ForEach @(
        @{ Wanted = 'Shirt size', 'locker'; Requests = 0 }
        @{ Wanted = 'Shirt*'; Requests = 1 }
        @{ Wanted = 'Badge colour'; Requests = 0 }
        @{ Wanted = 'Parking'; Requests = 1 }
    ) {
        $null = Get-PersonioPerson -ExpandCustomAttribute $wanted
        $null = Get-PersonioPerson -ExpandCustomAttribute $wanted

        Get-Sent $sandbox | Where-Object { $_ -like '*/attributes' } | Should -HaveCount $requests
    }

    It 'uses the labels of the catalog if Personio sends none' {
        $sandbox.Options.AttributeLabels = $false

        $found = Get-PersonioPerson -ExpandCustomAttribute 'Shirt size', 'L*'

        $found[0].PSObject.Properties.Name | Select-Object -Last 3 | Should -Be 'Shirt size', 'Locker', 'Languages'
        $found[0].'Shirt size' | Should -Be $found[0].CustomAttributes['dynamic_9001']
    }

    It 'has a column for attributes that are only in the catalog, empty on every row' {
        $found = Get-PersonioPerson -ExpandCustomAttribute Parking

        $found | ForEach-Object { $_.PSObject.Properties.Name | Should -Contain 'Parking' }
        $found.Parking | Where-Object { $_ } | Should -BeNullOrEmpty
    }

    It 'works without a catalog that cannot be read' {
        Add-Fault $sandbox @{ PathPattern = 'attributes$'; Status = 403; Times = -1 }
        $sandbox.Options.AttributeLabels = $false

        $found = Get-PersonioPerson -First 3 -ExpandCustomAttribute 'shirt_size', 'dynamic_9002' -WarningVariable warned

        $found[0].PSObject.Properties.Name | Select-Object -Last 2 | Should -Be 'shirt_size', 'locker'
        $warned | Should -BeNullOrEmpty
    }

    It 'refuses a name that does not exist, before any row, and lists similar ones' {
        $found = [System.Collections.Generic.List[object]]::new()

        { Get-PersonioPerson -ExpandCustomAttribute 'Locker', 'Shirt sise' -ErrorAction Stop | ForEach-Object { $found.Add($_) } } |
            Should -Throw -ErrorId "AttributeNotFound,$get" -ExpectedMessage "*'Shirt sise'*Shirt size*"

        $found | Should -BeNullOrEmpty
    }

    It 'adds nothing for wildcards that match nothing, and no field that all companies have' {
        $found = Get-PersonioPerson -First 2 -ExpandCustomAttribute 'Zz*', 'First*'

        $found[1].PSObject.Properties.Name | Should -Be ($own + 'First aider')
    }

    It 'does not hide a property of the person: the id distinguishes them' {
        $first, $second = '{"id":"dynamic_1","label":"Email","type":"string","value":"x"}', '{"id":"dynamic_2","label":"Id","type":"string","value":"y"}'
        $body = "{`"_data`":[{`"id`":`"1`",`"email`":`"a@example.org`",`"custom_attributes`":[$first,$second]}],`"_meta`":{}}"
        Add-Fault $sandbox @{ PathPattern = '^/v2/persons$'; Kind = 'RawBody'; Body = $body }

        $found = Get-PersonioPerson -ExpandCustomAttribute Email, Id

        $found.Email | Should -Be 'a@example.org'
        $found.Id | Should -Be '1'
        $found.'Email (dynamic_1)' | Should -Be 'x'
        $found.'Id (dynamic_2)' | Should -Be 'y'
    }

    It 'cannot be empty' {
        { Get-PersonioPerson -ExpandCustomAttribute @() } | Should -Throw -ErrorId "ParameterArgumentValidationError,$get"
        { Get-PersonioPerson -ExpandCustomAttribute $null } | Should -Throw -ErrorId "ParameterArgumentValidationError,$get"
    }
}
