BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    . "$PSScriptRoot/PingOne.ps1"
    . "$PSScriptRoot/Lifecycle.ps1"

    # A company with one person each to disable, change, link and create.
    function New-Change {
        $staff = @(Add-Staff $world 30)
        $staff[0].Status, $staff[0].EmploymentStatus, $staff[0].LastDay = 'INACTIVE', 'INACTIVE', (Get-Day -2)
        $staff[1].Position = 'Head'
        $linked = New-Row 2001 'Lin' 'Ked'
        $null = Add-DirectoryUser $world @{ username = 'lin.ked'; email = $linked.Email; name = @{ given = 'Lin'; family = 'Ked' } }
        $staff + $linked + (New-Row 2002 'Joy' 'Ner' -With @{ EmploymentStartDate = Get-Day 3; EmploymentStatus = 'ONBOARDING' })
    }

    function Get-Account {
        param([string] $PersonId)

        $world.PingOne.Directory.UserIds | ForEach-Object { Get-DirectoryUser $world $_ } | Where-Object externalId -EQ $PersonId
    }
}

Describe 'Invoke-PersonioPlan to PingOne' {
    BeforeEach {
        $world = New-World
        $log = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
    }

    AfterEach {
        Disconnect-PingOne
        $world.Dispose()
    }

    It 'applies a plan in its order, logs each write once, and a second run is empty' {
        $rows = New-Change
        $plan = @(Get-Plan $rows @{ LogPath = $log })
        $world.PingOne.ClearRequests()

        $results = @($plan | Invoke-PersonioPlan -PassThru -Confirm:$false -LogPath $log -InformationVariable told)

        $results.Action | Should -Be Disable, Update, Link, Create
        $results.Status | Select-Object -Unique | Should -Be Done
        "$told" | Should -Be 'Disable: 1 done. Update: 1 done. Link: 1 done. Create: 1 done.'
        (Get-Account 1000).enabled | Should -BeFalse
        (Get-Account 1001).title | Should -Be Head
        (Get-Account 2001).username | Should -Be lin.ked
        (Get-Account 2002).enabled | Should -BeFalse
        @(Get-DirectoryWrite $world).Count | Should -Be 4
        $entries = @(Get-PersonioPlanLog $log)
        $entries.Action | Should -Be Disable, Update, Link, Create
        $entries.Result | Select-Object -Unique | Should -Be Done
        (Get-PersonioPlanLog $log -PersonId 2002).Action | Should -Be Create
        @(Get-PersonioPlanLog $log -RunId $results[0].RunId).Count | Should -Be 4
        if (-not $IsWindows) { (Get-Item $log).UnixFileMode | Should -Be ([System.IO.UnixFileMode] 'UserRead, UserWrite') }

        $next = @(Get-Plan $rows @{ LogPath = $log })
        # Linked accounts are updated by the next run.
        @(Invoke-Plan $next @{ LogPath = $log }).Action | Should -Be Update
        Get-Plan $rows @{ LogPath = $log } | Where-Object Action -NE None | Should -BeNullOrEmpty
        @(Invoke-Plan $plan @{ LogPath = $log }).Status | Select-Object -Unique | Should -Be AlreadyDone
    }

    It 'writes nothing and opens no log with -WhatIf, and shows names' {
        $plan = @(Get-Plan (New-Change))
        $world.PingOne.ClearRequests()

        $results = @($plan | Invoke-PersonioPlan -PassThru -WhatIf -LogPath $log)

        $results.Status | Select-Object -Unique | Should -Be WhatIf
        Test-Path $log | Should -BeFalse
        Test-Path "$log.lock" | Should -BeFalse
        Get-DirectoryWrite $world | Should -BeNullOrEmpty
    }

    It 'refuses the whole plan over a limit, and accepts the limit it suggests: <count> of 60' -ForEach @(
        @{ Count = 4 }, @{ Count = 40 }
    ) {
        $staff = @(Add-Staff $world 60)
        foreach ($row in $staff[0..($count - 1)]) { $row.Status = $row.EmploymentStatus = 'INACTIVE'; $row.LastDay = Get-Day -2 }
        $plan = @(Get-Plan $staff)
        $world.PingOne.ClearRequests()

        { $plan | Invoke-PersonioPlan -Confirm:$false -LogPath $log } | Should -Throw "*-MaxDisable $count*" -ErrorId 'PlanTooLarge,*'
        # The same for a part of it, to which the limit of the whole applies.
        if ($count -eq 40) {
            { $plan | Select-Object -First 10 | Invoke-PersonioPlan -Confirm:$false } | Should -Throw -ErrorId 'PlanTooLarge,*'
        }

        { $plan | Invoke-PersonioPlan -Force -Confirm:$false -MaxDisable ($count - 1) } | Should -Throw -ErrorId 'PlanTooLarge,*'
        Get-DirectoryWrite $world | Should -BeNullOrEmpty
        @(Invoke-Plan $plan @{ MaxDisable = "$count" }).Status | Select-Object -Unique | Should -Be Done
    }

    It 'adds up parts of one plan with the log' {
        $staff = @(Add-Staff $world 60)
        foreach ($row in $staff[0..4]) { $row.Status = $row.EmploymentStatus = 'INACTIVE'; $row.LastDay = Get-Day -2 }
        $plan = @(Get-Plan $staff)

        @(Invoke-Plan $plan[0..1] @{ LogPath = $log }).Status | Should -Be Done, Done
        $world.PingOne.ClearRequests()
        { $plan[2..4] | Invoke-PersonioPlan -Confirm:$false -LogPath $log } | Should -Throw -ErrorId 'PlanTooLarge,*'
        Get-DirectoryWrite $world | Should -BeNullOrEmpty
    }

    It 'refuses a plan that was changed or is outdated: <name>' -ForEach @(
        @{ Name = 'a damaged row'; Says = 'PlanRowChanged'; Change = { $_.Email = 'x@example.org' } }
        @{ Name = 'a cut id'; Says = 'PlanRowChanged'; Change = { $_.PersonId = '1' } }
        @{ Name = 'a kind that is none'; Says = 'PlanRowChanged'; Change = { $_.Kind = 'Leavers' } }
        @{ Name = 'not approved'; Says = 'PlanNotApproved'; With = @{ Approved = $true } }
        @{ Name = 'too old'; Says = 'PlanStale'; With = @{ MaxPlanAge = [timespan]::FromMilliseconds(1) } }
        @{ Name = 'a preview'; Says = 'PlanStale'; IsPreview = $true }
        @{ Name = 'twice'; Says = 'PlanRowDoubled'; Double = $true }
    ) {
        $file = Join-Path $TestDrive 'plan.csv'
        Get-Plan (New-Change) ($isPreview ? @{ AsOf = Get-Day 1 } : @{}) | Where-Object Action -NE None | Export-Csv $file
        $rows = @(Import-Csv $file)
        if ($change) { $rows[0] | ForEach-Object $change }
        if ($double) { $rows += $rows[0] }
        $world.PingOne.ClearRequests()
        $more = $with ? $with : @{}

        { $rows | Invoke-PersonioPlan -Confirm:$false -LogPath $log @more } | Should -Throw -ErrorId "$says,*"
        @($world.PingOne.Requests | Where-Object Path -NotLike '*/token').Count | Should -Be 0
    }

    It 'refuses a plan of another environment' {
        $plan = @(Get-Plan (New-Change))
        $other = Start-Sandbox @{ PersonCount = 4; Seed = 7 }
        $other.PingOne.Options.EnvironmentName = 'Other'
        Connect-Directory $other @{ Name = 'Other' }
        try {
            if ((Get-PingOneSession -Name Other).EnvironmentId -eq $world.PingOne.EnvironmentId) {
                (Get-PingOneSession -Name Other).EnvironmentName | Should -Be Other
            }

            { $plan | Invoke-PersonioPlan -PingOne Other -Confirm:$false } | Should -Throw -ErrorId 'PlanMixed,*'
            Get-DirectoryWrite $other | Should -BeNullOrEmpty
        }
        finally {
            Disconnect-PingOne -Session Other
            $other.Dispose()
            Connect-Directory $world
        }
    }

    It 'survives a CSV file in the culture of a spreadsheet, and approval in a cell' {
        $file = Join-Path $TestDrive 'plan.csv'
        $rows = New-Change
        $rows[2].LastName = '=Formula; "Ärger"'
        Use-Culture de-DE { Get-Plan $rows | Export-Csv $file -UseCulture }
        $back = @(Use-Culture de-DE { Import-Csv $file -UseCulture })
        $back | Where-Object Risk -EQ High | ForEach-Object { $_.Approved = 'yes'; $_.Note = 'seen' }

        $results = @(Invoke-Plan $back)
        $results.Status | Select-Object -Unique | Should -Be Done
        (Get-Account 1002).name.family | Should -Be 'Formula Ärger'
    }

    It 'applies sensitive rows only if they are approved; -Confirm:$false is not an approval' {
        $staff = @(Add-Staff $world 20)
        $staff[0].LastName = 'Anders'
        $plan = @(Get-Plan $staff)
        $world.PingOne.ClearRequests()

        $result = $plan | Invoke-PersonioPlan -PassThru -Confirm:$false -WarningVariable warned -WarningAction SilentlyContinue
        $result.Status | Should -Be Skipped
        $warned | Should -HaveCount 1
        Get-DirectoryWrite $world | Should -BeNullOrEmpty

        $plan[0].Approved = 'yes'
        (Invoke-Plan $plan).Status | Should -Be Done
        (Get-Account 1000).name.family | Should -Be Anders
    }

    It 'leaves an account alone that has changed in the meantime' {
        $plan = @(Get-Plan (New-Change))
        $id = ($plan | Where-Object Action -EQ Update).AccountId
        $world.PingOne.Directory.ChangeUser($id, '{"title":"Queen"}')
        $world.PingOne.ClearRequests()

        $result = $plan | Where-Object Action -EQ Update |
            Invoke-PersonioPlan -PassThru -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed
        $result.Status | Should -Be Stale
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'Stale,*'
        $failed[0].TargetObject.PersonId | Should -Be $result.PersonId
        Get-DirectoryWrite $world | Should -BeNullOrEmpty
    }

    It 'reports an attribute that the server dropped, and continues' {
        $rows = New-Change
        $plan = @(Get-Plan $rows)
        $world.PingOne.Options.DroppedAttributes = 'title'
        $results = @($plan | Invoke-PersonioPlan -PassThru -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed -LogPath $log)

        ($results | Where-Object Action -EQ Update).Status | Should -Be NotKept
        ($results | Where-Object Action -EQ Disable).Status | Should -Be Done
        $failed.FullyQualifiedErrorId | Should -Contain 'NotKept,Personio.Commands.InvokePersonioPlanCommand'
        (Get-PersonioPlanLog $log -PersonId 1001).Result | Should -Be NotKept
    }

    It 'returns what it applied before the error of the next row ends the pipeline' {
        $plan = @(Get-Plan (New-Change))
        $world.PingOne.Directory.ChangeUser(($plan | Where-Object Action -EQ Update).AccountId, '{"title":"Queen"}')
        $told = [System.Collections.Generic.List[object]]::new()

        { $plan | Invoke-PersonioPlan -PassThru -Confirm:$false -ErrorAction Stop | ForEach-Object { $told.Add($_) } } |
            Should -Throw -ErrorId 'Stale,Personio.Commands.InvokePersonioPlanCommand'

        $told.Action | Should -Be Disable, Update
        $told.Status | Should -Be Done, Stale
        @(Get-DirectoryWrite $world).Count | Should -Be 1
    }

    It 'applies no more rows than Select-Object -First lets through, and logs those' {
        $plan = @(Get-Plan (New-Change))

        $told = @($plan | Invoke-PersonioPlan -PassThru -Confirm:$false -LogPath $log | Select-Object -First 2)

        $told.Action | Should -Be Disable, Update
        @(Get-DirectoryWrite $world).Count | Should -Be 2
        (Get-PersonioPlanLog $log).Result | Should -Be Done, Done
    }

    It 'ends like an uninterrupted run after its process was killed between two writes' {
        $plan = @(Get-Plan (New-Change) @{ LogPath = $log })
        $file = Join-Path $TestDrive "$([guid]::NewGuid()).csv"
        $plan | Export-Csv $file
        # The update does not end, so the kill finds the account disabled and the update logged as begun.
        Add-Fault $world.PingOne @{ Method = 'PATCH'; Kind = 'StallBody'; AfterProcessing = $true; Times = -1 }
        $directory = $world.PingOne
        $child = Start-NewProcess {
            Import-Module $env:PERSONIO_TEST_MANIFEST
            Connect-PingOne -EnvironmentId $env:TEST_ENVIRONMENT -AuthEnvironmentId $env:TEST_AUTH -Region EU -ClientId $env:TEST_ID `
                -ClientSecret (ConvertTo-SecureString $env:TEST_SECRET -AsPlainText -Force) -ApiBaseUri $env:TEST_API -AuthBaseUri $env:TEST_AUTH_URI
            Import-Csv $env:TEST_PLAN | Invoke-PersonioPlan -Confirm:$false -LogPath $env:TEST_LOG
        } @{
            TEST_ENVIRONMENT = $directory.EnvironmentId; TEST_AUTH = $directory.AuthEnvironmentId; TEST_ID = $directory.ClientId
            TEST_SECRET = $directory.ClientSecret; TEST_API = "$($directory.ApiBaseUri)"; TEST_AUTH_URI = "$($directory.AuthBaseUri)"
            TEST_PLAN = $file; TEST_LOG = $log
        }
        $limit = [datetime]::UtcNow.AddSeconds(60)
        while (-not ($directory.Requests | Where-Object Method -EQ PATCH) -and -not $child.HasExited -and [datetime]::UtcNow -lt $limit) {
            Start-Sleep -Milliseconds 20
        }

        $child.Kill()
        $child.WaitForExit()
        $directory.ClearFaults()
        @($directory.Requests | Where-Object Method -EQ PATCH).Count | Should -Be 1

        $results = @(Import-Csv $file | Invoke-PersonioPlan -PassThru -Confirm:$false -LogPath $log)

        $results.Action | Should -Be Disable, Update, Link, Create
        $results.Status | Should -Be AlreadyDone, AlreadyDone, Done, Done
        (Get-Account 1000).enabled | Should -BeFalse
        (Get-Account 1001).title | Should -Be Head
        (Get-Account 2001).username | Should -Be lin.ked
        @(Get-Account 2002).Count | Should -Be 1
    }

    It 'uses the next user name if an invisible account has the first' {
        $plan = @(Get-Plan (New-Change) | Where-Object Action -EQ Create)
        $null = Add-DirectoryUser $world @{ username = 'Joy.Ner' } -Population Externals
        $result = Invoke-Plan $plan

        $result.Status | Should -Be Done
        $result.UserName | Should -Be joy.ner2
    }

    It 'never creates a second account if the response was lost: <name>' -ForEach @(
        @{ Name = 'created'; After = $true; Status = 'Done' }, @{ Name = 'not created'; After = $false; Status = 'Unknown' }
    ) {
        $rows = New-Change
        $plan = @(Get-Plan $rows | Where-Object Action -EQ Create)
        Add-Fault $world.PingOne @{ Method = 'POST'; PathPattern = '/users$'; Kind = ($after ? 'ResetInBody' : 'ResetBeforeResponse'); AfterProcessing = $after }
        $result = $plan | Invoke-PersonioPlan -PassThru -Confirm:$false -ErrorAction SilentlyContinue -LogPath $log

        $result.Status | Should -Be $status
        @(Get-DirectoryWrite $world | Where-Object { $_ -like 'POST *' }).Count | Should -Be 1
        $again = Invoke-Plan $plan @{ LogPath = $log }
        $again.Status | Should -Be ($after ? 'AlreadyDone' : 'Done')
        @(Get-Account 2002).Count | Should -Be 1
    }

    It 'continues after an interruption' {
        $rows = New-Change
        $plan = @(Get-Plan $rows @{ LogPath = $log })
        Add-Fault $world.PingOne @{ Method = 'PATCH'; Status = 403; Times = -1 }
        Add-Fault $world.PingOne @{ Method = 'POST'; PathPattern = '/users$'; Status = 403; Times = -1 }
        { $plan | Invoke-PersonioPlan -Confirm:$false -LogPath $log -ErrorAction SilentlyContinue } | Should -Throw -ErrorId 'TooManyFailures,*'
        $world.PingOne.ClearFaults()

        $results = @(Invoke-Plan $plan @{ LogPath = $log })
        ($results | Where-Object Action -EQ Disable).Status | Should -Be AlreadyDone
        ($results | Where-Object Action -NE Disable).Status | Select-Object -Unique | Should -Be Done
        @(Get-PersonioPlanLog $log | Where-Object Result -EQ Done).Count | Should -Be 4
    }

    It 'never writes an account that has become an admin since the comparison, or that -Protect lists' {
        $plan = @(Get-Plan (New-Change))
        $world.PingOne.Directory.GrantAdminRole(($plan | Where-Object Action -EQ Disable).AccountId)
        $world.PingOne.ClearRequests()
        $results = @($plan | Where-Object Action -In Disable, Update | Invoke-PersonioPlan -PassThru -Confirm:$false -Protect 'person1001' -WarningAction SilentlyContinue)

        $results.Status | Select-Object -Unique | Should -Be Skipped
        $results.Error | Should -Match 'protected'
        Get-DirectoryWrite $world | Should -BeNullOrEmpty
    }

    It 'enables accounts it created on the first day, and asks before it enables what others disabled' {
        $starter = New-Row 2001 -With @{ EmploymentStartDate = Get-Day 3; EmploymentStatus = 'ONBOARDING' }
        $staff = @(Add-Staff $world 30)
        $null = Invoke-Plan (Get-Plan ($staff + $starter) @{ LogPath = $log }) @{ LogPath = $log }
        $starter.EmploymentStartDate, $starter.EmploymentStatus = (Get-Day 0), 'ACTIVE'
        $world.PingOne.Directory.ChangeUser((Get-Account 1003).id, '{"enabled":false}')

        $plan = @(Get-Plan ($staff + $starter) @{ LogPath = $log })
        ($plan | Where-Object PersonId -EQ '2001').Kind | Should -Be Starter
        ($plan | Where-Object PersonId -EQ '1003').NeedsApproval | Should -BeTrue
        $results = @(Invoke-Plan $plan @{ LogPath = $log })
        ($results | Where-Object PersonId -EQ '2001').Status | Should -Be Done
        (Get-Account 1003).enabled | Should -BeFalse
    }

    It 'enables accounts again that it disabled itself' {
        $staff = @(Add-Staff $world 30)
        $staff[0].Status, $staff[0].EmploymentStatus, $staff[0].LastDay = 'INACTIVE', 'INACTIVE', (Get-Day -2)
        $null = Invoke-Plan (Get-Plan $staff @{ LogPath = $log }) @{ LogPath = $log }
        $staff[0].Status, $staff[0].EmploymentStatus, $staff[0].LastDay = 'ACTIVE', 'ACTIVE', $null

        $row = Get-Plan $staff @{ LogPath = $log } | Where-Object Action -EQ Enable
        $row.Kind | Should -Be Rehire
        $row.NeedsApproval | Should -BeFalse
        (Invoke-Plan $row @{ LogPath = $log }).Status | Should -Be Done
        (Get-Account 1000).enabled | Should -BeTrue
    }

    It 'lets only one run write a log at a time' {
        $plan = @(Get-Plan (New-Change))
        $held = [System.IO.File]::Open("$log.lock", 'OpenOrCreate', 'ReadWrite', 'None')
        try {
            { $plan | Invoke-PersonioPlan -Confirm:$false -LogPath $log } | Should -Throw -ErrorId 'RunInProgress,*'
        }
        finally {
            $held.Dispose()
        }

        Get-DirectoryWrite $world | Should -BeNullOrEmpty
    }

    It 'names no person in a verbose line' {
        $said = Invoke-Plan (Get-Plan (New-Change)) @{ Verbose = $true } 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }
        "$said" | Should -Match 'person 1000'
        "$said" | Should -Not -Match '\bAda\b|\bKed\b|\bJoy\b|@example'
    }

    It 'says "Nothing to do" for a plan of findings, and for no rows' {
        @() | Invoke-PersonioPlan -InformationVariable told
        "$told" | Should -Be 'Nothing to do.'
    }
}

Describe 'The assemblies of PingOne, plans and the sandbox' {
    It 'are loaded neither by the import nor by Get-PersonioPerson' {
        $sandbox = Start-Sandbox @{ PersonCount = 4 }
        try {
            $said = Invoke-NewProcess {
                function Get-OwnAssembly { [AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName().Name } | Where-Object { $_ -like 'Personio*' } }
                Import-Module $env:PERSONIO_TEST_MANIFEST
                "imported: $(Get-OwnAssembly | Sort-Object)"
                Connect-Personio
                $before = @(Get-OwnAssembly)
                $null = Get-PersonioPerson -IncludeEmployment
                "read: $(Get-OwnAssembly | Where-Object { $_ -notin $before -or $_ -match 'PingOne|Lifecycle' })"
            } @{ PERSONIO_BASE_URL = "$($sandbox.BaseUri)"; PERSONIO_CLIENT_ID = $sandbox.ClientId; PERSONIO_CLIENT_SECRET = $sandbox.ClientSecret }
        }
        finally {
            $sandbox.Dispose()
        }

        $said -split '\r?\n' | ForEach-Object Trim | Should -Be 'imported: Personio Personio.Client Personio.Rest', 'read:'
    }
}
