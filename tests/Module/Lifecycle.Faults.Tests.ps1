BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    . "$PSScriptRoot/PingOne.ps1"
    . "$PSScriptRoot/Lifecycle.ps1"

    function New-Joiner { New-Row 2002 'Joy' 'Ner' -With @{ EmploymentStartDate = Get-Day 3; EmploymentStatus = 'ONBOARDING' } }
}

Describe 'A plan that meets a fault' {
    BeforeEach {
        $world = New-World
        $staff = @(Add-Staff $world 30)
        $log = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
    }

    AfterEach {
        Get-PingOneSession | Disconnect-PingOne
        $world.Dispose()
    }

    It 'creates one account only, whatever became of the request that disables it: <status>' -ForEach @(
        @{ Status = 403 }, @{ Status = 404 }, @{ Status = 409 }
    ) {
        $world.PingOne.Options.EnabledInPost = $false
        $plan = @(Get-Plan ($staff + (New-Joiner)) @{ LogPath = $log })
        $world.PingOne.AddFault(
            [Personio.Sandbox.SandboxFault] @{ Method = 'PUT'; PathPattern = '/enabled$'; Status = $status; Body = '{"code":"ANY"}'; Times = 2 })

        $first = Invoke-Plan $plan @{ LogPath = $log; ErrorAction = 'SilentlyContinue' }
        $second = Invoke-Plan $plan @{ LogPath = $log }

        $first.Status | Should -Be NotKept
        $first.Error | Should -BeLike 'The account was created enabled and could not be disabled: *Apply the plan again, or disable the account.'
        $second.Status | Should -Be AlreadyDone
        $made = @($world.PingOne.Directory.UserIds | ForEach-Object { Get-DirectoryUser $world $_ } | Where-Object externalId -EQ 2002)
        $made.username | Should -Be joy.ner
        $made.enabled | Should -BeFalse
    }

    It 'tries no other user name when the value of another attribute is taken' {
        $plan = @(Get-Plan ($staff + (New-Joiner)))
        $world.PingOne.Directory.SetAttribute('email', $true, $true)
        $null = Add-DirectoryUser $world @{ username = 'other'; email = 'person2002@example.org' }
        $world.PingOne.ClearRequests()

        $result = Invoke-Plan $plan @{ ErrorAction = 'SilentlyContinue' }

        $result.Status, $result.UserName | Should -Be Failed, joy.ner
        $result.Error | Should -BeLike '*email: *'
        @(Get-DirectoryWrite $world).Count | Should -Be 1
    }

    It 'skips a sensitive row that nobody approved with -WhatIf as without' {
        $staff[1].Email = 'new@example.org'
        $plan = @(Get-Plan $staff)

        $results = $plan | Invoke-PersonioPlan -PassThru -WhatIf -WarningVariable warned -WarningAction SilentlyContinue -InformationVariable told

        $results.Status | Should -Be Skipped
        "$told" | Should -BeLike '*Update: 1 skipped.'
        "$warned" | Should -BeLike '1 sensitive row(s) were skipped because they are not approved.*'
        $plan[0].Approved = 'yes'
        ($plan | Invoke-PersonioPlan -PassThru -WhatIf).Status | Should -Be WhatIf
    }

    It 'applies a plan that was kept as JSON' {
        $staff[1].Position = 'Head'
        $plan = Get-Plan $staff @{ TimeZone = 'Asia/Kolkata' } | ConvertTo-Json | ConvertFrom-Json

        (Invoke-Plan $plan).Status | Should -Be Done
    }

    It 'is applied to no other environment, also if the accounts were given' {
        $plan = @(Get-Plan ($staff + (New-Joiner)) @{ Account = Get-PingOneUser })
        $other = Start-Sandbox @{ PersonCount = 4; Seed = 7 }
        $other.PingOne.Options.EnvironmentName = 'Other'
        try {
            Connect-Directory $other @{ Name = 'Other' }
            { Invoke-Plan $plan @{ ErrorAction = 'Stop' } } | Should -Throw -ErrorId 'PlanMixed,*'
            Get-DirectoryWrite $other | Should -BeNullOrEmpty
        }
        finally { $other.Dispose() }
    }
}
