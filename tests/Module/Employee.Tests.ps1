BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 60 }
    $ids = @($sandbox.Tenant.PersonIds)
    $get = 'Personio.Commands.GetPersonioEmployeeCommand'
    $columns = @(
        'PersonId', 'DisplayName', 'FirstName', 'LastName', 'PreferredName', 'Email', 'Status', 'Position', 'Department', 'Team'
        'Workplace', 'LegalEntity', 'CostCenters', 'SupervisorId', 'SupervisorName', 'SupervisorEmail', 'StartDate', 'LastDay'
        'LastDayReason', 'ContractEndDate', 'ProbationEndDate', 'WeeklyHours', 'EmploymentType')

    # The data of the tenant, requested in parts.
    Connect-To $sandbox
    $all = @(Get-PersonioEmployee)
    $person = Get-PersonioPerson | Group-Object PersonId -AsHashTable -AsString
    $employment = $ids | Get-PersonioEmployment -Current | Group-Object PersonId -AsHashTable -AsString
    $unit = @{}
    Get-PersonioOrgUnit | ForEach-Object { $unit["$($_.Type) $($_.OrgUnitId)"] = $_.Name }
    $named = @{}
    Get-PersonioWorkplace | ForEach-Object { $named["workplace $($_.WorkplaceId)"] = $_.Name }
    Get-PersonioLegalEntity | ForEach-Object { $named["entity $($_.LegalEntityId)"] = $_.Name }
    Get-PersonioCostCenter | ForEach-Object { $named["center $($_.CostCenterId)"] = $_.Name }

    # Returns the cells of a row as one text.
    function Get-Cell {
        param($Row, $Column = $columns)

        ($Column | ForEach-Object { "$($Row.$_)" }) -join '|'
    }

    # Returns how many requests read an employment.
    function Get-EmploymentReadCount {
        @(Get-Sent $sandbox | Where-Object { $_ -like '*/employments' }).Count
    }
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'Get-PersonioEmployee' {
    BeforeEach {
        Connect-To $sandbox
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    It 'returns one row for each person, with names instead of ids' {
        $all.PersonId | Should -Be $ids
        foreach ($row in $all) {
            $who = $person[$row.PersonId]
            $job = $employment[$row.PersonId]
            $boss = $job.SupervisorId ? $person[$job.SupervisorId] : $null
            $shares = @($job.CostCenters | Where-Object { $_ } | ForEach-Object { "$($named["center $($_.CostCenterId)"]) ($([decimal] $_.Weight) %)" })
            $wanted = @(
                $who.PersonId, $who.DisplayName, $who.FirstName, $who.LastName, $who.PreferredName, $who.Email, $job.Status, $job.Position
                $unit["department $($job.DepartmentId)"], $unit["team $($job.TeamId)"], $named["workplace $($job.WorkplaceId)"]
                $named["entity $($job.LegalEntityId)"], ($shares -join '; '), $job.SupervisorId, $boss.DisplayName, $boss.Email
                $job.EmploymentStartDate, ($job.TerminationDate ?? $job.EmploymentEndDate ?? $job.LastWorkingDay)
                ($job.TerminationDate ? 'Termination' : ''), $job.ContractEndDate, $job.ProbationEndDate, $job.WeeklyWorkingHours, $job.Type)
            Get-Cell $row | Should -BeExactly (($wanted | ForEach-Object { "$_" }) -join '|')
        }

        # Without such values in the tenant, these tests would prove nothing.
        $columns | Where-Object { -not ($all.$_ | Where-Object { $_ }) } | Should -BeNullOrEmpty
        $all.CostCenters | Should -Contain '50101 Accounting (60 %); 50102 Treasury (40 %)'
    }

    It 'has its own type with these columns in this order, and a hidden Id' {
        $all[0].PSObject.Properties.Name | Should -Be $columns
        $all[0] | Should -BeOfType Personio.Models.Employee
        $all[5].Id | Should -Be $ids[5]
        $all[0].StartDate | Should -BeOfType datetime
        $all[0].WeeklyHours | Should -BeOfType decimal
    }

    It 'sends one request for each person and one for each list, and none for a single supervisor' {
        $null = Get-PersonioEmployee

        $sent = Get-Sent $sandbox | Group-Object -AsHashTable -AsString
        Get-EmploymentReadCount | Should -Be 60
        $sent['GET /v2/org-units'].Count | Should -Be 2
        'workplaces', 'legal-entities', 'cost-centers' | ForEach-Object { $sent["GET /v2/$_"].Count | Should -Be 1 }
        $sent['GET /v2/persons'].Count | Should -BeIn (2..3)
        $sent.Keys | Should -HaveCount 65
    }

    It 'requests no more persons than -First needs' {
        $found = Get-PersonioEmployee -First 3

        $found.PersonId | Should -Be $ids[0..2]
        Get-EmploymentReadCount | Should -Be 3
        @(Get-Query $sandbox '/v2/persons')[0].limit | Should -Be 3
        $sandbox.ClearRequests()
        (Get-PersonioEmployee -Name * -First 3).PersonId | Should -Be $ids[0..2]
        Get-EmploymentReadCount | Should -Be 3
    }

    It 'accepts ids and objects, in order, with one error for an unknown one' {
        $found = $ids[50], '900001', $ids[3] | Get-PersonioEmployee -ErrorAction SilentlyContinue -ErrorVariable failed

        $found.PersonId | Should -Be $ids[50], $ids[3]
        $failed.FullyQualifiedErrorId | Should -Be "PersonNotFound,$get"
        $failed.TargetObject | Should -Be 900001
        (Get-PersonioPerson $ids[8] | Get-PersonioEmployee).DisplayName | Should -BeExactly $all[8].DisplayName
        (Get-PersonioEmployee $ids[1], $ids[0], $ids[1]).PersonId | Should -Be $ids[1], $ids[0], $ids[1]
    }

    It 'accepts email addresses instead of ids, also with -Quick' {
        foreach ($quick in $false, $true) {
            $found = $all[5].Email, 'nobody@example.org', $ids[1] | Get-PersonioEmployee -Quick:$quick -ErrorAction SilentlyContinue -ErrorVariable failed

            $found.PersonId | Should -Be $ids[5], $ids[1]
            $failed.FullyQualifiedErrorId | Should -Be "PersonNotFound,$get"
        }
    }

    It 'does not treat an empty variable as everyone' {
        { Get-PersonioEmployee -PersonId $null -ErrorAction Stop } | Should -Throw -ErrorId "InvalidRequest,$get"
        Get-EmploymentReadCount | Should -Be 0
    }

    It 'remembers its session, and can be piped to cmdlets for persons but not for other ids' {
        $row = Get-PersonioEmployee -First 1
        Connect-Personio -Sandbox -SandboxPersonCount 3 -Name Other
        try {
            ($row | Get-PersonioPerson).DisplayName | Should -BeExactly $all[0].DisplayName
            { $row | Get-PersonioProject -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidRequest*'
        }
        finally {
            Disconnect-Personio Other
            Select-PersonioSession Default
        }
    }

    It 'has no employment in the row of a person without one' {
        Add-Fault $sandbox @{ PathPattern = "$($ids[1])/employments$"; Kind = 'RawBody'; Body = '{"_data":[],"_meta":{}}' }

        $row = Get-PersonioEmployee $ids[1]

        Get-Cell $row | Should -BeExactly ((@($columns[0..5] | ForEach-Object { $all[1].$_ }) + $person[$ids[1]].Status + @('') * 16) -join '|')
    }

    It 'writes one error for a person whose employments fail, and no incomplete row' {
        Add-Fault $sandbox @{ PathPattern = "$($ids[1])/employments$"; Status = 404; Times = -1 }

        $found = Get-PersonioEmployee $ids[0..2] -ErrorAction SilentlyContinue -ErrorVariable failed

        $found.PersonId | Should -Be $ids[0, 2]
        $failed.FullyQualifiedErrorId | Should -Be "PersonNotFound,$get"
    }

    It 'leaves unreadable names of <words> empty, with an error and without an id' -ForEach @(
        @{ Words = 'departments'; Pattern = '^/v2/org-units'; Empty = 'Department', 'Team'; Errors = 2 }
        @{ Words = 'workplaces'; Pattern = '^/v2/workplaces'; Empty = @('Workplace'); Errors = 1 }
        @{ Words = 'legal entities'; Pattern = '^/v2/legal-entities'; Empty = @('LegalEntity'); Errors = 1 }
        @{ Words = 'cost centers'; Pattern = '^/v2/cost-centers'; Empty = @('CostCenters'); Errors = 1 }
    ) {
        Add-Fault $sandbox @{ PathPattern = $pattern; Status = 403; Times = -1 }

        $found = Get-PersonioEmployee -First 30 -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed | Should -HaveCount $errors
        $failed[0].Exception.Message | Should -BeLike "The names of $words cannot be read and are left empty.*"
        foreach ($column in $columns) {
            $wanted = $column -in $empty ? @('') * 30 : @($all[0..29] | ForEach-Object { "$($_.$column)" })
            @($found | ForEach-Object { "$($_.$column)" }) | Should -Be $wanted -Because $column
        }
    }

    It 'keeps the share of a cost center without a name' {
        Add-Fault $sandbox @{ PathPattern = '^/v2/cost-centers'; Kind = 'RawBody'; Body = '{"_data":[{"id":"1202","name":"Treasury"}],"_meta":{}}' }

        $row = Get-PersonioEmployee $ids[0] -ErrorAction SilentlyContinue -ErrorVariable failed

        $row.CostCenters | Should -BeExactly '(60 %); Treasury (40 %)'
        $failed[0].Exception.Message | Should -BeLike 'The names of these cost centers are left empty: 1201.*'
    }
}

Describe 'Get-PersonioEmployee with the filter <text>' -ForEach @(
    @{ Text = '-Department Engineering'; Wanted = { $_.Department -eq 'Engineering' }; Asks = 60 }
    @{ Text = '-Department eng*, Finance'; Wanted = { $_.Department -in 'Engineering', 'Finance' }; Asks = 60 }
    @{ Text = '-Department 51'; Wanted = { $_.Department -eq 'Finance' }; Asks = 60 }
    @{ Text = '-Team "=Test Bench"'; Wanted = { $_.Team -eq '=Test Bench' }; Asks = 60 }
    @{ Text = '-Workplace m*nchen'; Wanted = { $_.Workplace -eq 'München' }; Asks = 60 }
    @{ Text = '-LegalEntity *GmbH'; Wanted = { $_.LegalEntity -like '*GmbH' }; Asks = 60 }
    @{ Text = '-CostCenter "50102 Treasury"'; Wanted = { $_.CostCenters -like '*50102 Treasury*' }; Asks = 60 }
    @{ Text = '-Department Zz*'; Wanted = { $false }; Asks = 0 }
    @{ Text = '-Name "$($all[7].LastName.Substring(0, 3).ToLower())*"'; Wanted = { @($_.FirstName, $_.LastName, $_.PreferredName, $_.DisplayName, "$($_.FirstName) $($_.LastName)") -like "$($all[7].LastName.Substring(0, 3))*" } }
    @{ Text = '-Name $all[7].LastName.ToUpper()'; Wanted = { $all[7].LastName -in $_.LastName, $_.FirstName, $_.PreferredName } }
    @{ Text = '-Email $all[2].Email, $all[4].Email'; Wanted = { $_.Email -in $all[2].Email, $all[4].Email } }
    @{ Text = '-Email *.1?@example.org'; Wanted = { $_.Email -like '*.1?@example.org' } }
    @{ Text = '-Status Leave, Onboarding'; Wanted = { $_.Status -in 'LEAVE', 'ONBOARDING' } }
    @{ Text = '-Status Inactive'; Wanted = { $_.Status -eq 'INACTIVE' } }
    @{ Text = '-Status Active -Department Finance -First 2'; Wanted = { $_.Status -eq 'ACTIVE' -and $_.Department -eq 'Finance' }; First = 2 }
    @{ Text = '-Supervisor $all[2].DisplayName'; Wanted = { $_.SupervisorName -eq $all[2].DisplayName }; Asks = 60 }
    @{ Text = '-Supervisor $all[2].Email, $ids[1]'; Wanted = { $_.SupervisorId -in $ids[1, 2] }; Asks = 60 }
    @{ Text = '-Joining'; Wanted = { $_.StartDate -ge [datetime]::Today }; Asks = 60 }
    @{ Text = '-Leaving -From $leave.AddDays(-3) -To $leave'; Wanted = { $_.LastDay -and $_.LastDay -ge $leave.AddDays(-3) -and $_.LastDay -le $leave }; Asks = 60 }
    @{ Text = '-Leaving -Month $leave'; Wanted = { $_.LastDay -and $_.LastDay.ToString('yyyyMM') -eq $leave.ToString('yyyyMM') }; Asks = 60 }
    @{ Text = '-Joining -Leaving -To $leave'; Wanted = { $_.StartDate -le $leave -or ($_.LastDay -and $_.LastDay -le $leave) }; Asks = 60 }
) {
    It 'returns the matching rows only, the same with -Quick, and requests no employment of persons who cannot match' {
        Connect-To $sandbox
        $leave = ($all | Where-Object LastDay)[1].LastDay
        $wanted = @($all | Where-Object $wanted | Select-Object -First ($first ?? 999))

        $found = @(& ([scriptblock]::Create("Get-PersonioEmployee $text -ErrorVariable failed")))
        $asked = Get-EmploymentReadCount
        $quick = @(& ([scriptblock]::Create("Get-PersonioEmployee $text -Quick -ErrorVariable +failed")))

        @($found.PersonId) | Should -Be @($wanted.PersonId)
        $quick | ForEach-Object { Get-Cell $_ } | Should -Be @($found | ForEach-Object { Get-Cell $_ })
        $wanted.Count | Should -BeIn ($asks -eq 0 ? @(0) : 1..59)
        $asked | Should -BeIn ($null -ne $asks ? @($asks) : 1..59)
        $failed | Should -BeNullOrEmpty
    }
}

Describe 'Get-PersonioEmployee with an unknown name' {
    BeforeEach {
        Connect-To $sandbox
    }

    It 'says so before any person is read: <name>' -ForEach @(
        @{ Name = 'Department'; Value = 'Finanse'; Near = 'Finance'; Id = 'OrgUnitNotFound' }
        @{ Name = 'Team'; Value = 'Legder'; Near = 'Ledger'; Id = 'OrgUnitNotFound' }
        @{ Name = 'Workplace'; Value = 'Hambrug'; Near = 'Hamburg'; Id = 'WorkplaceNotFound' }
        @{ Name = 'LegalEntity'; Value = 'Nordwerk Gmb'; Near = 'Nordwerk GmbH'; Id = 'LegalEntityNotFound' }
        @{ Name = 'CostCenter'; Value = '50200 Sale'; Near = '50200 Sales'; Id = 'CostCenterNotFound' }
    ) {
        $with = @{ $name = $value }
        foreach ($quick in $false, $true) {
            { Get-PersonioEmployee @with -Quick:$quick -ErrorAction SilentlyContinue } | Should -Throw -ErrorId "$id,$get" -PassThru |
                ForEach-Object { $_.Exception.Message | Should -BeLike "*'$value'*'$near'*" }
        }
        Get-Sent $sandbox | Where-Object { $_ -match '/persons|/employees' } | Should -BeNullOrEmpty
    }

    It 'lists similar supervisors before any employment is read' {
        $typo = $all[2].DisplayName + 'x'
        foreach ($quick in $false, $true) {
            { Get-PersonioEmployee -Supervisor $typo -Quick:$quick -ErrorAction SilentlyContinue } | Should -Throw -ErrorId "PersonNotFound,$get" -PassThru |
                ForEach-Object { $_.Exception.Message | Should -BeLike "-Supervisor '$typo' was not found*'$($all[2].DisplayName)'*" }
        }
        Get-EmploymentReadCount | Should -Be 0
    }

    It 'says that nobody has a name, except for one with wildcards' {
        Get-PersonioEmployee -Name 'Nobody*' -ErrorVariable failed | Should -BeNullOrEmpty
        $failed | Should -BeNullOrEmpty
        Get-PersonioEmployee -Name Nobody, $all[1].DisplayName -ErrorAction SilentlyContinue -ErrorVariable failed |
            ForEach-Object PersonId | Should -Contain $ids[1]
        $failed.FullyQualifiedErrorId | Should -Be "PersonNotFound,$get"
        $failed[0].Exception.Message | Should -BeLike "-Name 'Nobody' was not found*"
    }

    It 'explains the use of days: <text>' -ForEach @(
        @{ Text = '-Month 2026-05' }
        @{ Text = '-From 2026-05-01' }
        @{ Text = '-Leaving -Month 2026-05 -To 2026-05-01' }
        @{ Text = '-Leaving -From 2026-05-02 -To 2026-05-01' }
    ) {
        { & ([scriptblock]::Create("Get-PersonioEmployee $text")) } | Should -Throw -ErrorId "InvalidRequest,$get"
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }
}

Describe 'Get-PersonioEmployee -Attribute' {
    BeforeEach {
        Connect-To $sandbox
    }

    It 'adds the company''s own attributes as columns, the same with -Quick' {
        $wanted = 'Locker', 'Shirt*', 'Languages', 'First aider', 'Medical check', 'Allowance, monthly'
        $found = Get-PersonioEmployee -Attribute $wanted
        $quick = Get-PersonioEmployee -Attribute $wanted -Quick

        $more = 'Locker', 'Shirt size', 'Languages', 'First aider', 'Medical check', 'Allowance, monthly'
        foreach ($row in @($found) + $quick) {
            $row.PSObject.Properties.Name -join ',' | Should -BeExactly (($columns + $more) -join ',')
        }
        $found | ForEach-Object { $_.Locker | Should -Be $person[$_.PersonId][0].CustomAttributes['Locker'] }
        $quick | ForEach-Object { Get-Cell $_ ($columns + $more) } | Should -Be @($found | ForEach-Object { Get-Cell $_ ($columns + $more) })
        ($quick | Where-Object { $_.'Medical check' })[0].'Medical check' | Should -BeOfType datetime
        @($found.'Shirt size' | Sort-Object -Unique) | Should -Be 'L', 'M', 'S', 'XL'
    }

    It 'lists similar labels for an unknown one, with wildcards or without: <name>' -ForEach @(
        @{ Name = 'Shirt sise' }
        @{ Name = 'Shrt*' }
    ) {
        foreach ($quick in $false, $true) {
            { Get-PersonioEmployee -Attribute Locker, $name -Quick:$quick -ErrorAction SilentlyContinue } | Should -Throw -ErrorId "AttributeNotFound,$get" -PassThru |
                ForEach-Object { $_.Exception.Message | Should -BeLike "*'$name'*'Shirt size'*" }
        }
        Get-EmploymentReadCount | Should -Be 0
    }
}

Describe 'Get-PersonioEmployee -Quick' {
    BeforeEach {
        Connect-To $sandbox
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    It 'returns the same row for every person as without it' {
        $quick = Get-PersonioEmployee -Quick -ErrorVariable failed -WarningVariable warned

        $quick | ForEach-Object { Get-Cell $_ } | Should -Be @($all | ForEach-Object { Get-Cell $_ })
        @($failed) + $warned | Should -BeNullOrEmpty
    }

    It 'sends one request for a hundred employees, and requests only the columns' {
        $larger = Start-Sandbox @{ PersonCount = 230 }
        try {
            Connect-To $larger
            $found = Get-PersonioEmployee -Quick -Attribute Locker

            $found.PersonId | Should -Be $larger.Tenant.PersonIds
            Get-Sent $larger | Should -Be (@('GET /v1/company/employees/attributes') + @('GET /v1/company/employees') * 3)
            $query = @(Get-Query $larger '/v1/company/employees')
            $query.limit | Should -Be 100, 100, 100
            $query.offset | Where-Object { $_ } | Should -Be 100, 200
            # Only these columns of every page, because the same list contains salaries.
            $query.'attributes[]' | ForEach-Object { $_ -split ',' | Sort-Object | Should -Be (@(
                        'contract_end_date', 'cost_centers', 'department', 'dynamic_9002', 'email', 'employment_type', 'first_name'
                        'hire_date', 'id', 'last_name', 'last_working_day', 'office', 'position', 'preferred_name', 'probation_period_end'
                        'status', 'subcompany', 'supervisor', 'team', 'termination_date', 'weekly_working_hours') | Sort-Object) }
        }
        finally {
            $larger.Dispose()
        }
    }

    It 'accepts ids in order, with one error for an unknown one' {
        $found = $ids[55], '900001', $ids[3] | Get-PersonioEmployee -Quick -ErrorAction SilentlyContinue -ErrorVariable failed

        $found.PersonId | Should -Be $ids[55], $ids[3]
        $failed.FullyQualifiedErrorId | Should -Be "PersonNotFound,$get"
    }

    It 'finds the names of supervisors who are not in the output' {
        $row = Get-PersonioEmployee -Quick -Email $all[57].Email

        Get-Cell $row | Should -BeExactly (Get-Cell $all[57])
        Get-Sent $sandbox | Should -Be 'GET /v1/company/employees', 'GET /v2/persons'
    }

    It 'needs no right to the lists, and still recognizes an unknown name' {
        Add-Fault $sandbox @{ PathPattern = '^/v2/(org-units|cost-centers)'; Status = 403; Times = -1 }

        $found = Get-PersonioEmployee -Quick -Department finance -CostCenter 5* -ErrorVariable failed

        $found.PersonId | Should -Be ($all | Where-Object { $_.Department -eq 'Finance' -and $_.CostCenters }).PersonId
        $failed | Should -BeNullOrEmpty
        { Get-PersonioEmployee -Quick -Department Finanse -ErrorAction SilentlyContinue } | Should -Throw -ErrorId "OrgUnitNotFound,$get" -PassThru |
            ForEach-Object { $_.Exception.Message | Should -BeLike "*'Finance'*" }
    }

    It 'explains what to do if the list cannot be read: <status>' -ForEach @(
        @{ Status = 401 }
        @{ Status = 403 }
        @{ Status = 404 }
    ) {
        Add-Fault $sandbox @{ PathPattern = '^/v1/company/employees$'; Status = $status; Times = -1; Body = '{"success":false,"error":{"code":0,"message":"No."}}' }

        { Get-PersonioEmployee -Quick -ErrorAction SilentlyContinue } | Should -Throw -ErrorId "AccessDenied,$get" -PassThru | ForEach-Object {
            $_.Exception.Message | Should -BeLike '-Quick reads the list of employees of API v1, which cannot be read here.*Omit -Quick to *'
            $_.ErrorDetails.RecommendedAction | Should -BeLike 'Omit -Quick to *'
        }
    }

    It 'writes one error for an unreadable employee, and returns the others' {
        $row = '{"type":"Employee","attributes":{"id":{"label":"ID","value":%,"type":"integer"},"hire_date":{"label":"Hire date","value":"#","type":"date"}}}'
        $rows = $row.Replace('%', '1').Replace('#', '2020-02-30'), $row.Replace('%', '2').Replace('#', '2020-02-29T00:00:00+01:00')
        Add-Fault $sandbox @{ PathPattern = '^/v1/company/employees$'; Kind = 'RawBody'; Body = "{`"success`":true,`"metadata`":{`"total_elements`":2},`"data`":[$($rows -join ',')]}" }

        $found = Get-PersonioEmployee -Quick -ErrorAction SilentlyContinue -ErrorVariable failed

        $found.PersonId | Should -Be 2
        $found.StartDate | Should -Be ([datetime]'2020-02-29')
        $failed.FullyQualifiedErrorId | Should -Be "UnexpectedResponse,$get"
    }
}

Describe 'A file of employees' {
    BeforeAll {
        Connect-To $sandbox
    }

    It 'preserves every cell in the German Excel format, including hostile names' {
        Use-Culture de-DE {
            $all | Export-Csv TestDrive:/directory.csv -UseCulture
            (Get-Content TestDrive:/directory.csv)[0] | Should -BeExactly (($columns | ForEach-Object { "`"$_`"" }) -join ';')
            $cells = Import-OwnCsv TestDrive:/directory.csv | ForEach-Object { $_ }
            $cells = Import-Csv TestDrive:/directory.csv -UseCulture
            $cells | Should -HaveCount 60
            foreach ($column in $columns) {
                $cells.$column | Should -Be @($all | ForEach-Object { "$($null -eq $_.$column ? '' : $_.$column.ToString())" }) -Because $column
            }
            [decimal]::Parse($cells[3].WeeklyHours) | Should -Be 38.5
            [datetime]::Parse($cells[0].StartDate) | Should -Be $all[0].StartDate
        }
        $all.Position | Should -Contain '=1+1'
        Get-Content TestDrive:/directory.csv -Raw | Should -Not -Match 'System\.|Personio\.Models'
    }

    It 'is accepted by cmdlets for persons' {
        $all[3, 9] | Export-Csv TestDrive:/some.csv
        (Import-Csv TestDrive:/some.csv | Get-PersonioPerson).DisplayName | Should -Be $all[3, 9].DisplayName
        $all[3, 9] | Export-Clixml TestDrive:/some.xml
        (Import-Clixml TestDrive:/some.xml | Get-PersonioEmployee -Quick).PersonId | Should -Be $ids[3, 9]
    }
}

Describe 'The table of employees' {
    It 'fits <width> columns' -ForEach @(@{ Width = 80 }, @{ Width = 100 }, @{ Width = 120 }) {
        $lines = ($all | Out-String -Width $width) -split "`r?`n" | Where-Object { $_ }

        $lines[0].TrimEnd() | Should -Match '^DisplayName +Position +Department +Supervisor +PersonId$'
        $lines | ForEach-Object { $_.TrimEnd().Length | Should -BeLessOrEqual $width }
        ($lines | Where-Object { $_ -match '…' }).Count | Should -BeLessThan ($width -eq 80 ? 61 : 40)
        $lines[2].TrimEnd() | Should -BeLike "*$($ids[0])"
    }

    It 'shows the day that <text> is about' -ForEach @(
        @{ Text = '-Joining'; Question = @{ Joining = $true }; Columns = 'DisplayName', 'StartDate', 'Position', 'Department', 'PersonId' }
        @{ Text = '-Leaving'; Question = @{ Leaving = $true }; Columns = 'DisplayName', 'LastDay', 'Position', 'Department', 'PersonId' }
        @{ Text = '-Joining -Leaving'; Question = @{ Joining = $true; Leaving = $true }; Columns = 'DisplayName', 'StartDate', 'LastDay', 'Department', 'PersonId' }
    ) {
        $found = Get-PersonioEmployee @question -From 2020-01-01 -First 1

        $lines = ($found | Out-String -Width 80) -split "`r?`n" | Where-Object { $_ }
        -split $lines[0] | Should -Be $columns
        $found | Should -BeOfType 'Personio.Models.Employee'
        ($found | ConvertTo-Csv)[0] | Should -Be (Get-PersonioEmployee -First 1 | ConvertTo-Csv)[0]
    }

    It 'shows the requested attributes' {
        $lines = (Get-PersonioEmployee -First 1 -Attribute 'Locker', 'Keys' | Format-Table | Out-String -Width 80) -split "`r?`n" | Where-Object { $_ }

        $lines[0] -split ' +' | Should -Be 'DisplayName', 'Locker', 'Keys', 'PersonId'
    }
}
