# What happens to accounts during the employment of a person, including failures, with both sandboxes.

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    . "$PSScriptRoot/PingOne.ps1"
    . "$PSScriptRoot/Lifecycle.ps1"

    # Returns the account of a person as it is in the directory.
    function Get-Account {
        param([string] $PersonId)

        $world.PingOne.Directory.UserIds | ForEach-Object { Get-DirectoryUser $world $_ } | Where-Object externalId -EQ $PersonId
    }

    # Returns a plan of rows as if created some hours ago.
    function Get-OldPlan {
        param([object[]] $Rows, [int] $Hours)

        if (-not ('Personio.Tests.EarlierClock' -as [type])) {
            Add-Type -TypeDefinition 'namespace Personio.Tests { public sealed class EarlierClock(int hours) : System.TimeProvider {
                public override global::System.DateTimeOffset GetUtcNow() => global::System.DateTimeOffset.UtcNow.AddHours(-hours); } }'
        }

        $null = Get-Plan $Rows
        $given = [Personio.Lifecycle.ComparisonInput]@{
            Persons  = [Personio.Lifecycle.PersonRow[]] @($Rows | ForEach-Object { [Personio.Lifecycle.PersonRow]@{ PersonId = $_.PersonId; FirstName = $_.FirstName; LastName = $_.LastName; Email = $_.Email; Status = $_.Status; StartDate = [DateOnly]::FromDateTime($_.EmploymentStartDate); LastDay = $_.LastDay ? [DateOnly]::FromDateTime($_.LastDay) : $null } })
            Accounts = [Personio.Lifecycle.AccountRow[]] @(Get-PingOneUser | ForEach-Object { [Personio.Lifecycle.AccountRow]@{ AccountId = $_.UserId; Key = $_.ExternalId; UserName = $_.UserName; Email = $_.Email; Enabled = $_.Enabled } })
            Moment   = [Personio.Lifecycle.PlanMoment]::From([Personio.Tests.EarlierClock]::new($Hours), [TimeZoneInfo]::Utc)
        }
        [Personio.Lifecycle.DirectoryComparison]::Compare($given).Rows | Where-Object Action -EQ Disable
    }
}

Describe 'The life of an account' {
    BeforeEach {
        $world = New-World
        $log = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
        $logged = @{ LogPath = $log }
    }

    AfterEach {
        Disconnect-PingOne
        $world.Dispose()
    }

    It 'continues through a company switch: a person who ends today and starts elsewhere tomorrow keeps the account' {
        Connect-To $world
        try {
            $id = Add-Person $world
            $null = Add-Account $world (New-Row $id Given 'Family 1') @{ email = $null; title = $null; type = $null }
            $jobs = @(
                @{ id = 'e1'; status = 'INACTIVE'; type = 'INTERNAL'; employment_start_date = '2020-01-01'; termination = @{ termination_date = (Get-Day -1).ToString('yyyy-MM-dd') } }
                @{ id = 'e2'; status = 'ONBOARDING'; type = 'INTERNAL'; employment_start_date = (Get-Day 1).ToString('yyyy-MM-dd') }
            )
            $actions = foreach ($known in $jobs, @($jobs[0])) {
                $body = @{ _data = @($known); _meta = @{} } | ConvertTo-Json -Depth 9 -Compress
                Add-Fault $world @{ PathPattern = "/persons/$id/employments$"; Kind = 'RawBody'; Body = $body; Times = 1 }
                $row = Compare-PersonioDirectory -TimeZone Etc/UTC -AllowNoEmail -IncludeUnchanged -WarningAction SilentlyContinue | Where-Object PersonId -EQ $id
                "$($row.Kind)"
            }
        }
        finally {
            Disconnect-Personio
        }

        # With the second job first, and then as if there were only one.
        $actions[0] | Should -Not -Match 'Leaver'
        $actions[1] | Should -Be Leaver
    }

    It 'follows the person to a new PersonId, after approval' {
        $staff = @(Add-Staff $world 30)
        $old = New-Leaver 500 -Days 40
        $null = Add-Account $world $old @{ email = 'back@example.org' } -Enabled $false
        $new = New-Row 501 Ada Person500 -With @{ Email = 'back@example.org' }

        $plan = @(Get-Plan ($staff + $old + $new) $logged)
        $plan.Action | Should -Be Relink
        $plan.Finding | Should -Be KeyConflict
        $plan.Reason | Should -Match 'rehire or conversion\?$'
        (Invoke-Plan $plan $logged).Status | Should -Be Skipped
        Get-DirectoryWrite $world | Should -BeNullOrEmpty

        $plan[0].Approved = 'yes'
        (Invoke-Plan $plan $logged).Status | Should -Be Done
        (Get-Account 501).email | Should -Be back@example.org
        Get-Account 500 | Should -BeNullOrEmpty
        (Get-PersonioPlanLog $log -PersonId 501 | Where-Object Result -EQ Done).Changes | Should -Be '{"externalId":["500","501"]}'

        # Someone else disabled it, so it needs approval again.
        $next = @(Get-Plan ($staff + $old + $new) $logged | Where-Object Action -EQ Enable)
        $next.NeedsApproval | Should -BeTrue
        @($world.PingOne.Directory.UserIds).Count | Should -Be 31
    }

    It 'stays the same after a marriage: no second account, no new user name' {
        $staff = @(Add-Staff $world 10)
        $before = (Get-Account 1000).id
        $staff[0].LastName, $staff[0].Email = 'Anders', 'ada.anders@example.org'
        $plan = @(Get-Plan $staff)
        $plan | ForEach-Object { $_.Approved = 'yes' }
        (Invoke-Plan $plan).Status | Should -Be Done

        $now = Get-Account 1000
        $now.id | Should -Be $before
        $now.username | Should -Be person1000
        $now.email | Should -Be ada.anders@example.org
        Get-Plan $staff | Should -BeNullOrEmpty
    }

    It 'ends on the last working day if garden leave ends access, and on the last day otherwise' {
        $staff = @(Add-Staff $world 20)
        $staff[0].LastDay, $staff[0].LastWorkingDay = (Get-Day 60), (Get-Day -1)
        Add-Member -InputObject $staff[0] TerminationDate (Get-Day 60)
        Get-Plan $staff | Should -BeNullOrEmpty

        $row = @(Get-Plan $staff @{ LeaverDay = 'LastWorkingDay' })
        $row.Action | Should -Be Disable
        $row.Reason | Should -Match 'last working day was'
        (Invoke-Plan $row).Status | Should -Be Done
        (Get-Account 1000).enabled | Should -BeFalse
    }

    It 'lasts until the end of the last day in the time zone of the company, and not an hour longer' {
        $staff = @(Add-Staff $world 20)
        # At any time of day: one time zone in which it is after 11 p.m., and one in which it is after midnight.
        $hour = [datetime]::UtcNow.Hour
        $offset = { param($wanted) $east = ($wanted - $hour + 24) % 24; $east -gt 12 ? $east - 24 : $east }
        $zone = { param($hours) $hours -eq 0 ? 'Etc/GMT' : 'Etc/GMT{0}{1}' -f ($hours -gt 0 ? '-' : '+'), [math]::Abs($hours) }
        $late, $early = (& $offset 23), (& $offset 0)
        $staff[0].LastDay = [datetime]::SpecifyKind([datetime]::UtcNow.AddHours($late).Date, 'Unspecified')
        $staff[1].LastDay = [datetime]::SpecifyKind([datetime]::UtcNow.AddHours($early).Date.AddDays(-1), 'Unspecified')
        $last = @(Get-Plan $staff @{ TimeZone = & $zone $late } | Where-Object PersonId -EQ '1000')
        $first = @(Get-Plan $staff @{ TimeZone = & $zone $early } | Where-Object PersonId -EQ '1001')
        if ([datetime]::UtcNow.Hour -ne $hour) { Set-ItResult -Skipped -Because 'the hour ended meanwhile'; return }

        $last.Action | Should -Not -Contain Disable
        $first.Action | Should -Be Disable
    }

    It 'starts with the next name if an account that this worker app cannot see has the first' {
        $staff = @(Add-Staff $world 5)
        $null = Add-DirectoryUser $world @{ username = 'Joy.Ner' } -Population Externals
        $world.PingOne.Options.Roles = 'Identity Data Admin@Staff'
        Disconnect-PingOne
        Connect-Directory $world
        @(Get-PingOneUser).UserName | Should -Not -Contain 'Joy.Ner'
        $joiner = New-Row 2002 Joy Ner -With @{ EmploymentStartDate = Get-Day 3; EmploymentStatus = 'ONBOARDING' }

        $plan = @(Get-Plan ($staff + $joiner) @{ Population = 'Staff' })
        $plan.UserName | Should -Be joy.ner
        $result = Invoke-Plan $plan
        $result.Status | Should -Be Done
        $result.UserName | Should -Be joy.ner2
        (Get-Account 2002).username | Should -Be joy.ner2
    }

    It 'does not change for an admin, a service, or a protected account, even if HR says left' {
        $staff = @(Add-Staff $world 40)
        foreach ($row in $staff[0..1]) { $row.Status = $row.EmploymentStatus = 'INACTIVE'; $row.LastDay = Get-Day -2 }
        $world.PingOne.Directory.GrantAdminRole((Get-Account 1000).id)
        $null = Add-DirectoryUser $world @{ username = 'svc-backup'; email = 'svc@example.org' }

        $plan = @(Get-Plan $staff @{ Protect = 'person1001' })
        $plan.Finding | Should -Be Protected, Protected
        Invoke-Plan $plan | Should -BeNullOrEmpty
        Get-DirectoryWrite $world | Should -BeNullOrEmpty
        @(Get-Plan $staff @{ IncludeUnchanged = $true } | Where-Object Finding -EQ NoPerson).UserName | Should -Be svc-backup
    }
}

Describe 'Runs that go wrong' {
    BeforeEach {
        $world = New-World
        $log = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
        $logged = @{ LogPath = $log }
    }

    AfterEach {
        Disconnect-PingOne
        $world.Dispose()
    }

    It 'disables nobody if <leavers> of <count> have left, and all if the limit covers them: <allowed>' -ForEach @(
        @{ Leavers = 3; Count = 60; Allowed = $true }, @{ Leavers = 4; Count = 60; Allowed = $false }
        @{ Leavers = 10; Count = 200; Allowed = $true }, @{ Leavers = 40; Count = 200; Allowed = $false }
    ) {
        $staff = @(Add-Staff $world $count)
        foreach ($row in $staff[0..($leavers - 1)]) { $row.Status = $row.EmploymentStatus = 'INACTIVE'; $row.LastDay = Get-Day -2 }
        $plan = @(Get-Plan $staff)
        $world.PingOne.ClearRequests()
        if ($allowed) {
            @(Invoke-Plan $plan).Status | Select-Object -Unique | Should -Be Done
            @(Get-DirectoryWrite $world).Count | Should -Be $leavers
        }
        else {
            { $plan | Invoke-PersonioPlan -Confirm:$false } | Should -Throw "*$leavers accounts to disable*" -ErrorId 'PlanTooLarge,*'
            Get-DirectoryWrite $world | Should -BeNullOrEmpty
        }
    }

    It 'refuses a plan that is more than a day old, and accepts a younger one' {
        $staff = @(Add-Staff $world 20) + (New-Leaver 3000 -Days 9)
        $null = Add-Account $world $staff[-1]
        $world.PingOne.ClearRequests()
        { Get-OldPlan $staff 25 | Invoke-PersonioPlan -Confirm:$false } | Should -Throw '*Compare again*' -ErrorId 'PlanStale,*'
        Get-DirectoryWrite $world | Should -BeNullOrEmpty
        (Get-OldPlan $staff 23 | Invoke-PersonioPlan -Confirm:$false -PassThru).Status | Should -Be Done
    }

    It 'refuses a file that a spreadsheet has saved, but accepts its approval by the column Check: <name>' -ForEach @(
        @{ Name = 'German dates'; Says = ": AsOf is '26.11.2026'. A spreadsheet"; Damage = { $_.AsOf = '26.11.2026'; $_.Day = '24.11.2026' } }
        @{ Name = 'lost zeros'; Damage = { $_.PersonId = $_.PersonId.TrimStart('0') } }
        @{ Name = 'German words'; Damage = { $_.OverLimit = $_.OverLimit -eq 'True' ? 'WAHR' : 'FALSCH'; $_.Base = "$($_.Base),0" } }
        @{ Name = 'moments of ConvertFrom-Json'; Says = ": PlannedAt is '"; Damage = { $_.PlannedAt = ([datetimeoffset] $_.PlannedAt).ToString('MM/dd/yyyy HH:mm:ss') } }
        @{ Name = 'wrong encoding'; Damage = { $_.DisplayName = $_.DisplayName.Replace('ä', 'Ã¤'); $_.Reason = $_.Reason.Replace('ä', 'Ã¤') } }
    ) {
        $staff = @(Add-Staff $world 20)
        $leaver = New-Row 0042 Ada Bär -With @{ Status = 'INACTIVE'; EmploymentStatus = 'INACTIVE'; LastDay = Get-Day -2 }
        $null = Add-Account $world $leaver
        $staff[0].Position = 'Head'
        $folder = New-Item (Join-Path $TestDrive ([guid]::NewGuid())) -ItemType Directory
        Get-Plan ($staff + $leaver) | Export-Csv "$folder/plan.csv"
        Import-Csv "$folder/plan.csv" | ForEach-Object {
            if ($_.PersonId -eq '0042') { $_.Approved = 'ja' }
            $_ | ForEach-Object $damage
            $_
        } | Export-Csv "$folder/approved.csv" -Delimiter ';' -Encoding utf8BOM
        $world.PingOne.ClearRequests()

        # Read with the wrong delimiter, it is not a plan.
        { Import-Csv "$folder/approved.csv" | Invoke-PersonioPlan -Confirm:$false } | Should -Throw '*delimiter*' -ErrorId 'PlanRowChanged,*'
        { Import-Csv "$folder/approved.csv" -Delimiter ';' | Invoke-PersonioPlan -Confirm:$false } | Should -Throw "*$says*Check*" -ErrorId 'PlanRowChanged,*'
        Get-DirectoryWrite $world | Should -BeNullOrEmpty

        $approved = Import-Csv "$folder/approved.csv" -Delimiter ';' | Where-Object Approved -In yes, ja
        $result = Import-Csv "$folder/plan.csv" | Where-Object Check -In $approved.Check | Invoke-PersonioPlan -PassThru -Confirm:$false
        $result.PersonId | Should -Be '0042'
        $result.Status | Should -Be Done
    }

    It 'continues with a new token if the old one expires between two writes' {
        $staff = @(Add-Staff $world 30)
        foreach ($row in $staff[0..2]) { $row.Position = 'Head' }
        $plan = @(Get-Plan $staff)
        Add-Fault $world.PingOne @{ Method = 'PATCH'; Kind = 'ExpireToken'; Skip = 1 }
        @(Invoke-Plan $plan).Status | Should -Be Done, Done, Done
        Get-Plan $staff | Should -BeNullOrEmpty
    }

    It 'ends like an uninterrupted run after it was stopped during a write, and reports what it had done' {
        $staff = @(Add-Staff $world 30)
        foreach ($row in $staff[0..2]) { $row.Position = 'Head' }
        $plan = @(Get-Plan $staff)
        $file = Join-Path $TestDrive "$([guid]::NewGuid()).csv"
        $plan | Export-Csv $file
        Add-Fault $world.PingOne @{ Method = 'PATCH'; Kind = 'StallBody'; AfterProcessing = $true; Skip = 1 }
        $engine = New-Engine {
            param($Session, $File, $Log)
            Import-Csv $File | Invoke-PersonioPlan -PingOne $Session -Confirm:$false -LogPath $Log
        } (Get-PingOneSession), $file, $log
        try {
            $run = $engine.BeginInvoke()
            $until = [datetime]::UtcNow.AddSeconds(60)
            while (@($world.PingOne.Requests | Where-Object Method -EQ PATCH).Count -lt 2 -and -not $run.IsCompleted -and [datetime]::UtcNow -lt $until) {
                Start-Sleep -Milliseconds 10
            }

            $engine.Stop()
        }
        finally {
            Remove-Engine $engine
        }

        $world.PingOne.ClearFaults()
        @(Get-PersonioPlanLog $log).Result | Should -Be Done, Unknown
        @(Import-Csv $file | Invoke-PersonioPlan -PassThru -Confirm:$false -LogPath $log).Status | Should -Be AlreadyDone, AlreadyDone, Done
        Get-Plan $staff $logged | Should -BeNullOrEmpty
    }

    It 'creates no plan from an empty directory, and leaves two accounts with one address alone' {
        Get-PingOneUser | Should -BeNullOrEmpty
        { Get-Plan (New-Row 1) @{ ErrorAction = 'Stop' } } | Should -Throw -ErrorId 'SourceIncomplete,*'

        $staff = @(Add-Staff $world 10)
        $null = Add-DirectoryUser $world @{ username = 'one'; email = 'person2001@example.org' }
        $null = Add-DirectoryUser $world @{ username = 'two'; email = 'Person2001@Example.org' }
        $plan = @(Get-Plan ($staff + (New-Row 2001)))
        $plan.Finding | Should -Be SeveralAccounts
        $plan.Action | Should -Be None
    }

    It 'refuses rows of two plans, and treats no rows as nothing to do' {
        $staff = @(Add-Staff $world 20)
        $staff[0].Position = 'Head'
        $first = @(Get-Plan $staff)
        $staff[1].Position = 'Head'
        $second = @(Get-Plan $staff)
        { $first + $second[1] | Invoke-PersonioPlan -Confirm:$false } | Should -Throw -ErrorId 'PlanMixed,*'
        $null, @() | Invoke-PersonioPlan -InformationVariable told
        "$told" | Should -Be 'Nothing to do.'
        Get-DirectoryWrite $world | Should -BeNullOrEmpty
    }

    It 'asks an interactive user row by row, and obeys the answers' {
        . "$PSScriptRoot/WatchedHost.ps1"
        $staff = @(Add-Staff $world 20)
        $staff[0].Position = 'Head'
        $staff[1].LastName = 'Anders'
        $staff[2].Position = 'Boss'
        $plan = @(Get-Plan $staff)

        $face = [Personio.Tests.WatchedHost]::new($true)
        # Yes, also to the sensitive row, and no to the last.
        0, 0, 2 | ForEach-Object { $face.Answers.Enqueue($_) }
        $engine = New-Engine -In $face {
            param($Session, $Plan)
            $Plan | Invoke-PersonioPlan -PingOne $Session -Confirm -PassThru
        } (Get-PingOneSession), $plan
        try { $results = @($engine.Invoke()) } finally { Remove-Engine $engine }

        $results.Status | Should -Be Done, Done, Skipped
        $face.Questions.Count | Should -Be 3
        "$($face.Questions)" | Should -Match 'person1001 \(person 1001\).* in Workforce \[SANDBOX\]: Change name\.family'
        (Get-Account 1001).name.family | Should -Be Anders
        @(Get-DirectoryWrite $world).Count | Should -Be 2
    }
}

Describe 'A comparison of 10,000 persons' {
    It 'takes seconds, and finds the only change' {
        $rows = [object[]]::new(10000)
        $accounts = [object[]]::new(10000)
        $start = [datetime]::new(2020, 1, 1)
        for ($i = 0; $i -lt 10000; $i++) {
            $rows[$i] = [pscustomobject]@{ PersonId = "$i"; FirstName = 'Ada'; LastName = "Person$i"; Email = "p$i@example.org"; Status = 'ACTIVE'; EmploymentStartDate = $start; LastDay = $null; Position = 'Clerk' }
            $accounts[$i] = [pscustomobject]@{ UserId = "a$i"; ExternalId = "$i"; UserName = "p$i"; Email = "p$i@example.org"; Enabled = $true; GivenName = 'Ada'; FamilyName = "Person$i"; title = 'Clerk' }
        }

        $rows[7].Position = 'Head'
        $given = @{ Person = $rows; Account = $accounts; EmailDomain = 'example.org'; MapAdd = @{ nickname = $null; type = $null; department = $null } }
        $before = [System.Diagnostics.Process]::GetCurrentProcess().TotalProcessorTime
        $plan = @(Compare-PersonioDirectory @given -WarningAction SilentlyContinue)
        $took = [System.Diagnostics.Process]::GetCurrentProcess().TotalProcessorTime - $before

        $plan.PersonId | Should -Be 7
        $plan.Changes | Should -Be '{"title":["Clerk","Head"]}'
        $took.TotalSeconds | Should -BeLessThan 8
    }
}
