BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    . "$PSScriptRoot/PingOne.ps1"
    . "$PSScriptRoot/Lifecycle.ps1"
}

Describe 'Compare-PersonioDirectory with both sandboxes' {
    BeforeAll {
        $sandbox = Start-Sandbox @{ PersonCount = 60 }
        Connect-To $sandbox
        Connect-Directory $sandbox
    }

    BeforeEach {
        $sandbox.ClearFaults()
        $sandbox.PingOne.ClearFaults()
        $sandbox.ClearRequests()
        $sandbox.PingOne.ClearRequests()
        $null = Get-PersonioPerson -First 1
        $compare = { Compare-PersonioDirectory -EmailDomain example.org -WarningAction SilentlyContinue -ErrorAction Stop @args }
    }

    AfterAll {
        Disconnect-PingOne
        Disconnect-Personio
        $sandbox.Dispose()
    }

    It 'reads each side once, with one request per person for employments' {
        $sandbox.ClearRequests()
        $plan = & $compare

        $plan.Kind | Should -Contain 'Mover'
        $plan | Where-Object Action -NE None | ForEach-Object { $_.Reason | Should -Match '^[A-Z].+\.$' }
        $sent = @(Get-Sent $sandbox)
        @($sent -like 'GET /v2/persons/*/employments').Count | Should -Be $sandbox.Tenant.PersonCount
        @($sent | Where-Object { $_ -eq 'GET /v2/persons' }).Count | Should -Be ([math]::Ceiling($sandbox.Tenant.PersonCount / 50))
        @($sandbox.PingOne.Requests | Where-Object Path -Like '*/users').Count | Should -Be 1
        Get-DirectoryWrite $sandbox | Should -BeNullOrEmpty
    }

    It 'creates the same plan from piped rows as from those it reads' {
        $own = & $compare | Where-Object Action -NE None | ForEach-Object { "$($_.Action) $($_.PersonId) $($_.Changes)" }
        $piped = Get-PersonioPerson -IncludeEmployment | Compare-PersonioDirectory -EmailDomain example.org -WarningAction SilentlyContinue |
            Where-Object Action -NE None | ForEach-Object { "$($_.Action) $($_.PersonId) $($_.Changes)" }

        # Rows passed in do not contain the employment type.
        @($piped -replace ',?"type":\[[^\]]*\]') | Should -Be @($own -replace ',?"type":\[[^\]]*\]')
    }

    It 'never uses the id of a department without a name as its name: <how>' -ForEach @(
        @{ How = 'persons that it reads'; Call = { & $compare @with } }
        @{ How = 'persons that are piped'; Call = {
                Get-PersonioPerson -IncludeEmployment -Force -ErrorAction SilentlyContinue |
                    Compare-PersonioDirectory -EmailDomain example.org -WarningAction SilentlyContinue @with
            }
        }
    ) {
        $with = @{ MapAdd = @{ title = 'DepartmentName' } }
        $units = @(Get-PersonioOrgUnit -Type Department)
        $used = @(Get-PersonioPerson | Get-PersonioEmployment | Where-Object DepartmentId | Group-Object DepartmentId |
                Sort-Object Count -Descending).Name
        $rows = foreach ($unit in $units) {
            @{ id = $unit.OrgUnitId; type = 'department'; name = $unit.OrgUnitId -eq $used[0] ? '' : "Named $($unit.OrgUnitId)" }
        }
        Add-Fault $sandbox @{
            PathPattern = '^/v2/org-units$'; Kind = 'RawBody'; Times = -1; ContentType = 'application/json'
            Body = @{ _data = @($rows); _meta = @{ links = @{} } } | ConvertTo-Json -Depth 4
        }
        # Names are cached for a while.
        Connect-To $sandbox

        $changes = @(& $call).Changes -join "`n"

        $changes | Should -Match "Named $($used[1])\b"
        $changes | Should -Not -Match "[`"\[,]$($used[0])`""
    }

    It 'creates no plan if the list of persons breaks off: <name>' -ForEach @(
        @{ Name = '403 on employments'; Fault = @{ PathPattern = '/employments$'; Status = 403; Skip = 20; Times = -1 }; Says = 'AccessDenied' }
        @{ Name = '500 on the second page'; Fault = @{ PathPattern = '^/v2/persons$'; Status = 500; Skip = 1; Times = -1 }; Says = 'ServiceUnavailable' }
    ) {
        Connect-To $sandbox @{ MaxRetry = 0 }
        Add-Fault $sandbox $fault
        { & $compare } | Should -Throw -ErrorId "$says,*"
        Connect-To $sandbox
    }

    It 'creates no plan from an empty company that responds without an error' {
        Add-Fault $sandbox @{ PathPattern = '^/v2/persons$'; Kind = 'RawBody'; Body = '{"_data":[],"_meta":{"links":{}}}'; Times = -1 }
        { & $compare } | Should -Throw '*no persons*' -ErrorId 'SourceIncomplete,*'
    }

    It 'creates no plan from a directory whose list is truncated without an error' {
        $sandbox.PingOne.Options.ListEndsAfter = 20
        try {
            { & $compare } | Should -Throw '*the directory says it has*' -ErrorId 'SourceIncomplete,*'
        }
        finally {
            $sandbox.PingOne.Options.ListEndsAfter = 0
        }
    }

    It 'creates no plan if PingOne refuses a page' {
        Add-Fault $sandbox.PingOne @{ PathPattern = '/users$'; Status = 403; Times = -1 }
        { & $compare } | Should -Throw -ErrorId 'AccessDenied,*'
    }

    It 'leaves admins alone, and says so' {
        $update = & $compare | Where-Object { $_.Action -eq 'Update' } | Select-Object -First 1
        $sandbox.PingOne.Directory.GrantAdminRole($update.AccountId)

        $row = & $compare | Where-Object AccountId -EQ $update.AccountId
        $row.Action | Should -Be None
        $row.Finding | Should -Be Protected
        $row.Reason | Should -Match 'admin role'
    }

    It 'refuses an invalid mapping before it reads a person: <name>' -ForEach @(
        @{ Name = 'unknown attribute'; With = @{ MapAdd = @{ shoeSize = 'Position' } }; Says = '*shoeSize*' }
        @{ Name = 'unknown property'; With = @{ MapAdd = @{ title = 'Positon' } }; Says = '*Positon*' }
        @{ Name = 'a preset of another directory'; With = @{ Map = 'ActiveDirectory' }; Says = '*-Account*' }
        @{ Name = 'no preset'; With = @{ Map = 'Okta' }; Says = '*Okta*' }
        @{ Name = 'no source'; With = @{ MapAdd = @{ title = 5 } }; Says = '*title*Nothing was compared.' }
        @{ Name = 'an unknown part of a line'; With = @{ MapAdd = @{ title = @{ From = 'Position'; Wenn = 'Create' } } }; Says = '*Wenn*' }
        @{ Name = 'no limit'; With = @{ MaxDisable = 'many' }; Says = '*-MaxDisable*' }
        @{ Name = 'no time zone'; With = @{ TimeZone = 'Europe/Atlantis' }; Says = '*Atlantis*' }
    ) {
        $sandbox.ClearRequests()
        { & $compare @with } | Should -Throw $says
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }
}

Describe 'A plan of rows' {
    BeforeEach { $world = New-World }
    AfterEach {
        Disconnect-PingOne
        $world.Dispose()
    }

    It 'identifies persons by their key and not by their name, if name and address change' {
        $staff = @(Add-Staff $world 10)
        $staff[0].LastName, $staff[0].Email = 'Anders', 'ada.anders@example.org'

        $plan = @(Get-Plan $staff)
        $plan.Action | Should -Be Update
        $plan.Changes | Should -Match '"name.family":\["Person1000","Anders"\]'
        $plan.Changes | Should -Match 'ada.anders@example.org'
        $plan.NeedsApproval | Should -BeTrue
    }

    It 'creates two user names for identical names, the same on every run' {
        $rows = @(Add-Staff $world 5) + @(
            New-Row 2002 'Ben' 'Cho' -With @{ EmploymentStartDate = Get-Day 3 }
            New-Row 2001 'Ben' 'Cho' -With @{ EmploymentStartDate = Get-Day 3 })
        $first = @(Get-Plan $rows | Where-Object Action -EQ Create)
        $again = @(Get-Plan ($rows | Sort-Object PersonId -Descending) | Where-Object Action -EQ Create)

        $first.PersonId | Should -Be '2001', '2002'
        $first.UserName | Should -Be 'ben.cho', 'ben.cho2'
        "$($again.UserName)" | Should -Be "$($first.UserName)"
    }

    It 'spells <first> <last> as <expected>, also in <culture>' -ForEach @(
        @{ First = "Ja$([char] 0x61)$([char] 0x308)n"; Last = "Wo$([char] 0x308)hler"; Expected = 'jaaen.woehler' }
        @{ First = 'Lukas'; Last = 'Groß'; Expected = 'lukas.gross' }
        @{ First = 'Łukasz'; Last = 'Żak'; Expected = 'lukasz.zak' }
        @{ First = 'IŞIL'; Last = 'Kaplanı'; Expected = 'isil.kaplani' }
        @{ First = 'Shaun'; Last = "O'Neil"; Expected = 'shaun.oneil' }
        @{ First = 'Vera'; Last = 'von der Heide'; Expected = 'vera.von-der-heide' }
        @{ First = '李'; Last = '小龍'; Expected = $null }
    ) {
        $rows = @(Add-Staff $world 3) + (New-Row 3000 $first $last -With @{ EmploymentStartDate = Get-Day 3 })
        foreach ($culture in 'en-US', 'tr-TR', 'de-DE') {
            $row = @(Use-Culture $culture { Get-Plan $rows } | Where-Object PersonId -EQ '3000')
            if ($expected) {
                $row.UserName | Should -BeExactly $expected -Because $culture
            }
            else {
                $row.Finding | Should -Contain UserNameNeeded
                $row.Action | Should -Not -Contain Create
            }
        }
    }

    It 'writes nothing if it is unclear who is meant: <finding>' -ForEach @(
        @{ Finding = 'SeveralAccounts'; Make = { $null = Add-Account $world $staff[0] @{ username = 'second' }; $staff } }
        @{ Finding = 'SharedEmail'; Make = {
                $staff
                New-Row 2001 -With @{ Email = 'SAME@example.org' }
                New-Row 2002 -With @{ Email = 'same@example.org' }
                $null = Add-DirectoryUser $world @{ username = 'same'; email = 'same@example.org' }
            }
        }
        @{ Finding = 'EmailElsewhere'; Make = {
                $null = Add-DirectoryUser $world @{ username = 'taken'; email = 'new@example.org' }
                $staff[0].Email = 'new@example.org'
                $staff
            }
        }
        @{ Finding = 'NoPerson'; Make = { $null = Add-Account $world (New-Row 9999); $staff } }
        @{ Finding = 'KeyConflict'; Make = {
                $null = Add-Account $world (New-Row 9999 -With @{ Email = 'person2001@example.org' })
                $staff
                New-Row 2001
            }
        }
    ) {
        $staff = @(Add-Staff $world 30)
        $plan = @(Get-Plan (& $make))

        $plan.Finding | Should -Contain $finding
        $plan | Where-Object { $_.Action -in 'Disable', 'Create', 'Update', 'Link' } | Should -BeNullOrEmpty
    }

    It 'links by address regardless of case, never by a private one' {
        $staff = @(Add-Staff $world 5)
        $joiner = New-Row 2001 -With @{ Email = 'Ada.Joiner@EXAMPLE.org'; EmploymentStartDate = Get-Day 3 }
        $private = New-Row 2002 -With @{ Email = 'me@home.example'; EmploymentStartDate = Get-Day 3 }
        $null = Add-DirectoryUser $world @{ username = 'joiner'; email = 'ada.joiner@example.org' }
        $null = Add-DirectoryUser $world @{ username = 'private'; email = 'me@home.example' }
        $joined = New-Row 2003 -With @{ Email = 'you@home.example'; EmploymentStartDate = Get-Day 3 }

        $plan = @(Get-Plan ($staff + $joiner + $private + $joined))
        ($plan | Where-Object PersonId -EQ '2001').Action | Should -Contain Link
        ($plan | Where-Object PersonId -EQ '2002').Action | Should -Not -Contain Link
        ($plan | Where-Object PersonId -EQ '2002').Action | Should -Not -Contain Create
        ($plan | Where-Object PersonId -EQ '2003').Finding | Should -Contain NoEmail
    }

    It 'disables from the day after the last day on, in the time zone of the company' {
        $staff = @(Add-Staff $world 20)
        # These zones never have the same day.
        $east = [TimeZoneInfo]::ConvertTimeBySystemTimeZoneId([DateTimeOffset]::UtcNow, 'Pacific/Kiritimati').Date
        $west = [TimeZoneInfo]::ConvertTimeBySystemTimeZoneId([DateTimeOffset]::UtcNow, 'Pacific/Pago_Pago').Date
        $west | Should -BeLessThan $east
        $staff[0].LastDay = $west

        @(Get-Plan $staff @{ TimeZone = 'Pacific/Pago_Pago' }).Action | Should -Not -Contain Disable
        $row = Get-Plan $staff @{ TimeZone = 'Pacific/Kiritimati' } | Where-Object Action -EQ Disable
        $row.Day | Should -Be $west.ToString('yyyy-MM-dd')
        @(Get-Plan $staff @{ TimeZone = { 'Pacific/Pago_Pago' } }).Action | Should -Not -Contain Disable
    }

    It 'keeps the account: <name>' -ForEach @(
        @{ Name = 'last day today'; With = @{ LastDay = 0 } }
        @{ Name = 'on leave'; With = @{ EmploymentStatus = 'LEAVE' } }
        @{ Name = 'the contract has ended, and the person is active'; With = @{ ContractEndDate = -20 }; Finding = 'ContractEnded' }
    ) {
        $staff = @(Add-Staff $world 20)
        foreach ($pair in $with.GetEnumerator()) {
            $staff[3].($pair.Key) = $pair.Value -is [int] ? (Get-Day $pair.Value) : $pair.Value
        }

        $plan = @(Get-Plan $staff)
        $plan.Action | Should -Not -Contain Disable
        if ($finding) { $plan.Finding | Should -Contain $finding }
    }

    It 'creates an account for a person who starts in <days> days: <expected>' -ForEach @(
        @{ Days = 8; Expected = 'NotYet' }, @{ Days = 7; Expected = 'disabled' }, @{ Days = 0; Expected = 'enabled' }
    ) {
        $rows = @(Add-Staff $world 5) + (New-Row 2001 -With @{ EmploymentStartDate = Get-Day $days; EmploymentStatus = 'ONBOARDING' })
        $row = Get-Plan $rows | Where-Object PersonId -EQ '2001'

        $row.Kind | Should -Be ($expected -eq 'NotYet' ? 'NotYet' : 'Joiner')
        if ($expected -ne 'NotYet') {
            $row.Changes | Should -Match "`"enabled`":\[null,`"$(($expected -eq 'enabled').ToString().ToLower())`"\]"
        }
    }

    It 'finds a start that was moved, and disables if it was withdrawn' {
        $staff = @(Add-Staff $world 20)
        $staff[0].EmploymentStartDate, $staff[0].EmploymentStatus = (Get-Day 30), 'ONBOARDING'
        $staff[1].EmploymentStartDate, $staff[1].EmploymentStatus, $staff[1].Status = (Get-Day 30), 'INACTIVE', 'INACTIVE'

        $plan = @(Get-Plan $staff)
        ($plan | Where-Object PersonId -EQ $staff[0].PersonId).Finding | Should -Be StartMoved
        ($plan | Where-Object PersonId -EQ $staff[1].PersonId).Kind | Should -Be Rescinded
    }

    It 'refuses an object in -Protect or -ExcludePerson, which would match nobody' {
        $staff = @(Add-Staff $world 1)
        { Get-Plan $staff @{ Protect = Get-PingOneUser | Select-Object -First 1 } } | Should -Throw -ErrorId 'InvalidOption,*' -ExpectedMessage '-Protect takes ids*'
        { Get-Plan $staff @{ ExcludePerson = $staff[0] } } | Should -Throw -ErrorId 'InvalidOption,*' -ExpectedMessage '-ExcludePerson takes PersonIds*'
    }

    It 'leaves protected, excluded and service accounts alone, even if HR says left' {
        $staff = @(Add-Staff $world 40)
        foreach ($row in $staff[0..2]) { $row.Status = $row.EmploymentStatus = 'INACTIVE'; $row.LastDay = Get-Day -2 }
        $null = Add-DirectoryUser $world @{ username = 'svc-backup' }

        $plan = @(Get-Plan $staff @{ Protect = 'person1000', { $_.UserName -eq 'person1001' }; ExcludePerson = { $_.PersonId -eq '1002' } })
        $plan.Action | Should -Not -Contain Disable
        ($plan | Where-Object PersonId -In '1000', '1001').Finding | Should -Be Protected, Protected
    }

    It 'reports that a plan exceeds a limit, and still writes it: <leavers> of 60' -ForEach @(
        @{ Leavers = 3; IsOver = $false }, @{ Leavers = 5; IsOver = $true }
    ) {
        $staff = @(Add-Staff $world 60)
        foreach ($row in $staff[0..($leavers - 1)]) { $row.Status = $row.EmploymentStatus = 'INACTIVE'; $row.LastDay = Get-Day -2 }
        $plan = @(Get-Plan $staff @{ WarningVariable = 'warned' } | Where-Object Action -EQ Disable)

        $plan.Count | Should -Be $leavers
        $plan.OverLimit | Select-Object -Unique | Should -Be $isOver
    }

    It 'creates no plan from incomplete rows: <name>' -ForEach @(
        @{ Name = 'no status'; Change = { $_.Status = $_.EmploymentStatus = $null } }
        @{ Name = 'no first day'; Change = { $_.EmploymentStartDate = $null } }
        @{ Name = 'no id'; Change = { $_.PersonId = '' } }
        @{ Name = 'one id'; Change = { $_.PersonId = '1000' } }
        @{ Name = 'inactive persons without a last day'; Change = { $_.Status = $_.EmploymentStatus = 'INACTIVE' } }
    ) {
        $staff = @(Add-Staff $world 20)
        $staff | ForEach-Object $change
        { Get-Plan $staff @{ ErrorAction = 'Stop' } } | Should -Throw -ErrorId 'SourceIncomplete,*'
    }

    It 'creates no plan without persons, without accounts, or with many unknown ones' {
        { Get-Plan @() @{ ErrorAction = 'Stop' } } | Should -Throw -ErrorId 'SourceIncomplete,*'
        { Get-Plan (New-Row 1) @{ ErrorAction = 'Stop' } } | Should -Throw '*AllowEmptyDirectory*' -ErrorId 'SourceIncomplete,*'
        @(Get-Plan (New-Row 1) @{ AllowEmptyDirectory = $true }).Action | Should -Be Create
        $staff = @(Add-Staff $world 40)
        { Get-Plan $staff[0..29] @{ ErrorAction = 'Stop' } } | Should -Throw -ErrorId 'SourceIncomplete,*'
    }

    It 'does not map a column that is empty in every row, and does not clear anything because of it' {
        $staff = @(Add-Staff $world 20)
        $staff | ForEach-Object { $_.Position = $null }
        Get-Plan $staff @{ WarningVariable = 'warned' } | Should -BeNullOrEmpty
    }

    It 'remembers the number of persons with the log' {
        $log = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
        $staff = @(Add-Staff $world 40)
        $null = Get-Plan $staff @{ LogPath = $log }
        @(Get-PersonioPlanLog $log).Count | Should -Be 0
        (Get-PersonioPlanLog $log -All).Persons | Should -Be 40
        if (-not $IsWindows) { (Get-Item $log).UnixFileMode | Should -Be ([System.IO.UnixFileMode] 'UserRead, UserWrite') }

        { Get-Plan @($staff[0..34] | Select-Object) @{ LogPath = $log; ErrorAction = 'Stop' } } | Should -Throw '*last run*' -ErrorId 'SourceIncomplete,*'
    }

    It 'accepts any rows as persons and accounts' {
        $accounts = "Id,Staff,Login,Mail,On`na1,0815,anna,anna@example.org,True" | ConvertFrom-Csv
        $persons = "Nr,Vorname,Nachname,Mail,Stand,Beginn,Ende`n0815,Anna,Berg,anna@example.org,INACTIVE,2020-01-01,31.01.2026" | ConvertFrom-Csv
        $plan = Compare-PersonioDirectory -Person $persons -Account $accounts -TimeZone Etc/UTC -WarningAction SilentlyContinue `
            -PersonProperty @{ PersonId = 'Nr'; FirstName = 'Vorname'; LastName = 'Nachname'; Email = 'Mail'; Status = 'Stand'; StartDate = 'Beginn'; LastDay = 'Ende' } `
            -Map ([ordered]@{ Staff = 'Nr'; Login = 'UserName()' }) -AccountProperty @{ AccountId = 'Id'; Key = 'Staff'; UserName = 'Login'; Email = 'Mail'; Enabled = 'On' }

        $plan.Action | Should -Be Disable
        $plan.PersonId | Should -BeExactly '0815'
        $plan.Day | Should -Be '2026-01-31'
    }

    It 'does not assume that an account has no key if the key was not read: <column>' -ForEach @(
        @{ Column = 'EmployeeID' }, @{ Column = 'ObjectGUID' }, @{ Column = 'Enabled' }
    ) {
        # Accounts as Get-ADUser returns them without -Properties.
        $account = [pscustomobject]@{ ObjectGUID = 'g1'; EmployeeID = '1000'; SamAccountName = 'ada'; mail = 'ada@example.org'; Enabled = $true }
        $account.PSObject.Properties.Remove($column)
        { Get-Plan (New-Row 1000) @{ Account = $account; Map = 'ActiveDirectory'; ErrorAction = 'Stop' } } |
            Should -Throw "*property '$column'*-AccountProperty*" -ErrorId 'SourceIncomplete,*'
    }

    It 'says which columns of accounts were not read, and creates no accounts without user names' {
        $account = @{ ObjectGUID = 'g1'; employeeid = '1000'; Enabled = $true }
        $given = @{ Account = $account; Map = 'ActiveDirectory'; TimeZone = 'Etc/UTC'; EmailDomain = 'example.org' }
        $plan = @(Compare-PersonioDirectory -Person (New-Row 1000), (New-Row 1001) @given -WarningVariable warned -WarningAction SilentlyContinue)
        "$warned" | Should -Match 'No account has the properties SamAccountName, mail, GivenName, Surname, Title, Department, Office, Manager, DistinguishedName,'
        $plan.Finding | Should -Contain NoAccount
        $plan.Action | Should -Not -Contain Create
    }
}
