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

    It 'is not made when an account cannot be read, and the error says so' {
        $world.PingOne.AddFault([Personio.Sandbox.SandboxFault] @{
                PathPattern = '/users$'; Kind = 'RawBody'; Status = 200; ContentType = 'application/hal+json'
                Body = '{"_links":{},"_embedded":{"users":[{"id":"00000001-0000-4000-8000-000000000000","username":"odd","enabled":"yes"}]}}'
            })

        { Get-Plan $staff @{ ErrorAction = 'SilentlyContinue' } } |
            Should -Throw '*$.enabled*No plan was made, because a plan needs every row.' -ErrorId 'UnexpectedResponse,*'
    }

    It 'is not made when an employment cannot be read: it may be the one that continues' {
        Connect-To $world
        $world.AddFault([Personio.Sandbox.SandboxFault] @{
                PathPattern = '^/v2/persons/[^/]+/employments$'; Kind = 'RawBody'; Status = 200
                Body = '{"_data":[{"id":"1","status":"INACTIVE","employment_start_date":"2020-01-01"},{"id":"2","status":"ACTIVE","employment_start_date":"soon"}],"_meta":{"links":{}}}'
            })
        try {
            { Compare-PersonioDirectory -EmailDomain example.org -ErrorAction SilentlyContinue -WarningAction SilentlyContinue } |
                Should -Throw '*No plan was made, because a plan needs every row.' -ErrorId 'UnexpectedResponse,*'
        }
        finally { Disconnect-Personio }
    }

    It 'creates nobody whose account is found but cannot be read' {
        $plan = @(Get-Plan ($staff + (New-Joiner)))
        $world.PingOne.ClearRequests()
        $world.PingOne.AddFault([Personio.Sandbox.SandboxFault] @{
                Method = 'GET'; PathPattern = '/users$'; Kind = 'RawBody'; Status = 200; ContentType = 'application/hal+json'
                Body = '{"_links":{},"_embedded":{"users":[{"id":"00000001-0000-4000-8000-000000000000","username":"odd","enabled":"yes"}]}}'
            })

        (Invoke-Plan $plan @{ ErrorAction = 'SilentlyContinue' }).Status | Should -Be Failed

        Get-Written $world | Should -BeNullOrEmpty
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
