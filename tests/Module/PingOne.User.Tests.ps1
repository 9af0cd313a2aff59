BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    . "$PSScriptRoot/PingOne.ps1"

    $sandbox = Start-Sandbox @{ PersonCount = 40 }
    $directory = $sandbox.PingOne
    Connect-Directory $sandbox
}

AfterAll {
    Disconnect-PingOne
    $sandbox.Dispose()
}

Describe 'Get-PingOneUser' {
    BeforeEach { $directory.ClearRequests() }

    It 'gets all users from all pages' {
        $directory.Options.PageCap = 15
        $users = Get-PingOneUser
        $directory.Options.PageCap = 200

        $users.UserId | Should -Be $directory.Directory.UserIds
        $users[0].PSTypeNames | Should -Contain 'Personio.Models.PingOneUser'
        $users.Population | Should -Not -Contain $null
    }

    It 'requests one page for the first five' {
        @(Get-PingOneUser -First 5).Count | Should -Be 5
        @($directory.Requests).Count | Should -Be 1
        @(Get-PingOneUser | Select-Object -First 5).Count | Should -Be 5
    }

    It 'filters in PingOne by <With>' -ForEach @(
        @{ With = @{ UserName = 'FILTER.me' } }, @{ With = @{ UserName = 'filter*' } }, @{ With = @{ Email = 'filter.me@example.net' } }
        @{ With = @{ Email = '*@EXAMPLE.net' } }, @{ With = @{ ExternalId = 'f-1' } }, @{ With = @{ Filter = 'title sw "Filter"' } }
        @{ With = @{ Population = 'Externals'; Enabled = $false } }, @{ With = @{ UserName = 'nobody', 'filter.me' } }
    ) {
        $id = Add-DirectoryUser $sandbox @{
            username = 'filter.me'; email = 'filter.me@example.net'; externalId = 'f-1'; title = 'Filterer'; name = @{ given = 'F'; family = 'M' }
        } -Population Externals -Enabled $false

        $found = @(Get-PingOneUser @With)
        $found.UserId | Should -Contain $id
        $found.Count | Should -BeLessThan 5
        @($directory.Requests | Where-Object { $_.Query['filter'] }).Count | Should -BeGreaterThan 0
        $directory.Directory.RemoveUser($id)
    }

    It 'escapes quotes in a filter' {
        $id = Add-DirectoryUser $sandbox @{ username = 'a"b\c' }
        (Get-PingOneUser -UserName 'a"b\c').UserId | Should -Be $id
        $directory.Directory.RemoveUser($id)
    }

    It 'refuses wildcards that PingOne does not support' {
        { Get-PingOneUser -UserName '*x*' -ErrorAction Stop } | Should -Throw '*Where-Object*' -ErrorId 'InvalidRequest,*'
        @($directory.Requests).Count | Should -Be 0
    }

    It 'sends a wrong filter and reports PingOne''s message' {
        { Get-PingOneUser -Filter 'createdAt gt "2026-01-01"' -ErrorAction Stop } |
            Should -Throw '*supported attributes*' -ErrorId 'InvalidRequest,*'
    }

    It 'gets the members of a group, and reports a group that does not exist' {
        (Get-PingOneUser -Group contractors).Type | Select-Object -Unique | Should -Be 'Contractor'
        { Get-PingOneUser -Group nowhere -ErrorAction Stop } | Should -Throw -ErrorId 'GroupNotFound,*'
        { Get-PingOneUser -Population nowhere -ErrorAction Stop } | Should -Throw '*Staff*' -ErrorId 'PopulationNotFound,*'
    }

    It 'adds custom attributes as columns, the same on every row' {
        $rows = Get-PingOneUser -ExpandAttribute dep*, site

        $rows[0].PSObject.Properties.Name | Should -Contain 'department'
        $rows[-1].PSObject.Properties.Name | Should -Contain 'site'
        ($rows | Where-Object department).Count | Should -BeGreaterThan 10
        (Get-PingOneUser -First 1)['DEPARTMENT'] | Should -Be $rows[0].department
        { Get-PingOneUser -ExpandAttribute shoe } | Should -Throw '*department*' -ErrorId 'AttributeNotFound,*'
    }

    It 'writes one error per unknown id and continues' {
        $known = $directory.Directory.UserIds[0]
        $users = '00000000-0000-4000-8000-000000000000', $known, 'x' | Get-PingOneUser -ErrorVariable failed -ErrorAction SilentlyContinue

        $users.UserId | Should -Be $known
        $failed.FullyQualifiedErrorId | Should -Be @(
            'UserNotFound,Personio.Commands.GetPingOneUserCommand', 'InvalidRequest,Personio.Commands.GetPingOneUserCommand'
        )
        $failed[1].TargetObject | Should -Be 'x'
    }

    It 'exports a CSV without type names' {
        Get-PingOneUser | ConvertTo-Csv | Out-String | Should -Not -Match 'System\.|Personio\.'
    }

    It 'reports only non-personal data in the verbose stream' {
        $said = Get-PingOneUser -UserName 'secret.person' -Verbose 4>&1 | Out-String
        $said | Should -Match 'GET /v1/environments'
        $said | Should -Not -Match 'secret'
    }
}

Describe 'New-PingOneUser' {
    It 'creates a user and returns it' {
        $user = New-PingOneUser -UserName new.one -Email new.one@example.org -GivenName New -FamilyName Öne -ExternalId n-1 -Population Externals -Enabled $false `
            -Attribute @{ Department = 'Netze'; 'address.locality' = 'Wien' }

        $made = Get-DirectoryUser $sandbox $user.UserId
        $made.username, $made.name.family, $made.department, $made.address.locality, $made.enabled | Should -Be 'new.one', 'Öne', 'Netze', 'Wien', $false
        $user.Population | Should -Be 'Externals'
        $user.Enabled | Should -BeFalse
    }

    It 'refuses attributes that are not in the schema, before any change' {
        $directory.Directory.SetAttribute('nickname', $false)
        # A session caches the schema for ten minutes.
        Connect-Directory $sandbox
        $before = $directory.Directory.Ledger.Count
        foreach ($name in 'costCenter', 'nickname', 'enabled', 'address.planet') {
            { New-PingOneUser -UserName u -Attribute @{ $name = 'x' } -ErrorAction Stop } | Should -Throw "*$name*" -ErrorId 'InvalidRequest,*'
        }

        $directory.Directory.SetAttribute('nickname', $true)
        Connect-Directory $sandbox
        $directory.Directory.Ledger.Count | Should -Be $before
    }

    It 'reports what PingOne did not keep, and still returns the user' {
        $directory.Options.DroppedAttributes = 'title'
        $user = New-PingOneUser -UserName dropped -Title Boss -ErrorVariable failed -ErrorAction SilentlyContinue
        $directory.Options.DroppedAttributes = $null

        $user.UserName | Should -Be 'dropped'
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'NotKept,*'
        $failed[0].Exception.Message | Should -BeLike '*title*'
    }

    It 'accepts rows of a CSV file: one bad row is one error with the row as target' {
        $csv = Join-Path $TestDrive users.csv
        'UserName,GivenName,FamilyName,Enabled,Population', 'row.one,Row,One,False,Staff', 'row.two,Row,T/wo,True,Staff', 'row.three,Row,Three,,' |
            Set-Content $csv
        $users = Import-Csv $csv | New-PingOneUser -ErrorVariable failed -ErrorAction SilentlyContinue

        $users.UserName | Should -Be 'row.one', 'row.three'
        $users[0].Enabled, $users[1].Enabled | Should -Be $false, $true
        $failed[0].Exception.Message | Should -BeLike '*name.family*'
        $failed[0].TargetObject.UserName | Should -Be 'row.two'
    }

    It 'finds a user whose creation got no response, and does not create a second one' {
        Add-Fault $directory @{ Method = 'POST'; PathPattern = '/users$'; Kind = 'ResetBeforeResponse'; AfterProcessing = $true }
        $directory.ClearRequests()
        $user = New-PingOneUser -UserName lost.one -ExternalId l-1

        $user.UserName | Should -Be 'lost.one'
        @($directory.Requests | Where-Object Method -EQ POST).Count | Should -Be 1
    }

    It 'shows user, environment and type when it asks, and sends nothing with -WhatIf' {
        $before = $directory.Directory.Ledger.Count
        $said = & { New-PingOneUser -UserName what.if -Email w@example.org -WhatIf } *>&1 | Out-String
        $directory.Directory.Ledger.Count | Should -Be $before
        $directory.Directory.FindUserJsonByName('what.if') | Should -BeNullOrEmpty
    }

    It 'reports a conflict if the user name is taken' {
        { New-PingOneUser -UserName DIRECTORY.admin -ErrorAction Stop } | Should -Throw '*username*' -ErrorId 'Conflict,*'
    }
}

Describe 'Set-PingOneUser' {
    BeforeEach {
        $id = Add-DirectoryUser $sandbox @{
            username = "set.$(New-Guid)"; title = 'Old'; nickname = 'Al'; name = @{ given = 'Ada'; middle = 'B'; family = 'Vorher' }
        }
        $directory.ClearRequests()
    }

    It 'sends only differences, and keeps the other parts of a name' {
        Set-PingOneUser $id -FamilyName Nachher -Title Old

        $patch = @($directory.Requests | Where-Object Method -EQ PATCH)
        $patch.Count | Should -Be 1
        ($patch[0].Body | ConvertFrom-Json).PSObject.Properties.Name | Should -Be 'name'
        $user = Get-DirectoryUser $sandbox $id
        $user.name.given, $user.name.middle, $user.name.family | Should -Be 'Ada', 'B', 'Nachher'
    }

    It 'sends nothing without differences' {
        Set-PingOneUser $id -Title Old
        $directory.Requests | Where-Object Method -NE GET | Should -BeNullOrEmpty
    }

    It 'clears what was typed as empty or null, and refuses a change without values' {
        Set-PingOneUser $id -Title '' -Attribute @{ nickname = $null }
        $user = Get-DirectoryUser $sandbox $id
        $user.PSObject.Properties.Name | Should -Not -Contain 'title'
        $user.PSObject.Properties.Name | Should -Not -Contain 'nickname'
        { Set-PingOneUser $id -ErrorAction Stop } | Should -Throw '*at least one*' -ErrorId 'InvalidRequest,*'
    }

    It 'ignores empty cells of a CSV row' {
        [pscustomobject]@{ UserId = $id; Title = ''; Nickname = 'Bo' } | Set-PingOneUser
        $user = Get-DirectoryUser $sandbox $id
        $user.title, $user.nickname | Should -Be 'Old', 'Bo'
    }

    It 'accepts its own CSV without a change' {
        Get-PingOneUser | Export-Csv (Join-Path $TestDrive all.csv)
        $before = $directory.Directory.Ledger.Count
        Import-Csv (Join-Path $TestDrive all.csv) | Set-PingOneUser -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed | Should -BeNullOrEmpty
        $directory.Directory.Ledger.Count | Should -Be $before
    }

    It 'moves and disables with the dedicated requests, and never by PUT of the user' {
        $user = Set-PingOneUser $id -Population Externals -Enabled $false -PassThru

        $user.Population, $user.Enabled | Should -Be 'Externals', $false
        ($directory.Requests | Where-Object Method -EQ PUT).Path -replace '^.*/' | Should -Be 'population', 'enabled'
    }

    It 'never sends a change twice' {
        Add-Fault $directory @{ Method = 'PATCH'; Kind = 'Status'; Status = 503 }
        { Set-PingOneUser $id -Title New -ErrorAction Stop } | Should -Throw '*may or may not have been applied*' -ErrorId 'ServiceUnavailable,*'
        @($directory.Requests | Where-Object Method -EQ PATCH).Count | Should -Be 1
    }

    It 'names the missing role' {
        $directory.Options.Roles = 'Identity Data Read Only'
        { Set-PingOneUser $id -Title New -ErrorAction Stop } | Should -Throw "*role 'Identity Data Admin'*Grant Roles*" -ErrorId 'AccessDenied,*'
        $directory.Options.Roles = 'Identity Data Admin'
    }
}

Describe 'Enable-PingOneUser and Disable-PingOneUser' {
    It 'disables and enables, once' {
        $id = Add-DirectoryUser $sandbox @{ username = "switch.$(New-Guid)" }
        (Get-PingOneUser $id | Disable-PingOneUser -Confirm:$false -PassThru).Enabled | Should -BeFalse
        $directory.ClearRequests()
        Disable-PingOneUser $id -Confirm:$false
        $directory.Requests | Where-Object Method -NE GET | Should -BeNullOrEmpty
        (Enable-PingOneUser $id -Confirm:$false -PassThru).Enabled | Should -BeTrue
        (Get-DirectoryUser $sandbox $id).enabled | Should -BeTrue
    }

    It 'asks for confirmation, because the impact is high, and sends nothing with -WhatIf' {
        (Get-Command Disable-PingOneUser).ImplementingType.GetCustomAttributes($true).ConfirmImpact | Should -Contain ([System.Management.Automation.ConfirmImpact]::High)
        $id = $directory.Directory.UserIds[0]
        Disable-PingOneUser $id -WhatIf
        (Get-DirectoryUser $sandbox $id).enabled | Should -BeTrue
    }
}

Describe 'Invoke-PingOneRequest' {
    It 'accepts paths below the environment and absolute ones, and follows pages' {
        $directory.Options.PageCap = 10
        @(Invoke-PingOneRequest /users -All).Count | Should -Be $directory.Directory.UserIds.Count
        @(Invoke-PingOneRequest "/v1/environments/$($directory.EnvironmentId)/groups" -All).Count | Should -Be 4
        $null = Invoke-PingOneRequest /users -WarningVariable more -WarningAction SilentlyContinue
        $more | Should -BeLike '*-All*'
        $directory.Options.PageCap = 200
    }

    It 'stays on the API host' {
        { Invoke-PingOneRequest https://elsewhere.example.org/v1/x -ErrorAction Stop } | Should -Throw '*leads away*' -ErrorId 'InvalidRequest,*'
    }

    It 'sends a body, and nothing with -WhatIf' {
        $before = $directory.Directory.Ledger.Count
        $null = Invoke-PingOneRequest /users POST -Body @{ username = 'by.request' } -WhatIf
        $directory.Directory.Ledger.Count | Should -Be $before
        (Invoke-PingOneRequest /users POST -Body @{ username = 'by.request' }).username | Should -Be 'by.request'
    }
}

Describe 'The result of a PingOne write' {
    It 'is written before the error that stops the pipeline' {
        $rows = 'told.one', 'told.two', 'directory.admin' | ForEach-Object { [pscustomobject]@{ UserName = $_ } }
        $told = [System.Collections.Generic.List[object]]::new()
        { $rows | New-PingOneUser -ErrorAction Stop | ForEach-Object { $told.Add($_) } } | Should -Throw -ErrorId 'Conflict,*'

        $told.UserName | Should -Be 'told.one', 'told.two'
    }

    It 'is no more than Select-Object -First requests' {
        $directory.ClearRequests()
        $made = 1..5 | ForEach-Object { [pscustomobject]@{ UserName = "first.$_" } } | New-PingOneUser | Select-Object -First 2

        $made.UserName | Should -Be 'first.1', 'first.2'
        @($directory.Requests | Where-Object Method -EQ POST).Count | Should -Be 2
    }

    It 'ends after an outage, and reports what was done' {
        Connect-Directory $sandbox @{ MaxRetry = 0 }
        Add-Fault $directory @{ Method = 'POST'; Kind = 'Status'; Status = 503; Times = -1; Skip = 1 }
        $directory.ClearRequests()
        { 1..6 | ForEach-Object { [pscustomobject]@{ UserName = "outage.$_" } } | New-PingOneUser -ErrorAction SilentlyContinue } |
            Should -Throw '*Changes made before: 1*' -ErrorId 'ServiceUnavailable,*'
        @($directory.Requests | Where-Object Method -EQ POST).Count | Should -Be 4
        $directory.ClearFaults()
        Connect-Directory $sandbox
    }

    It 'appears in the verbose stream with ids and no other personal data: <_>' -ForEach @(
        { New-PingOneUser -UserName 'veronika.secret' -Email 'veronika@secret.example' -FamilyName Secret }
        { Set-PingOneUser $id -FamilyName Secret -Title 'Secret keeper' }
        { Disable-PingOneUser $id -Confirm:$false }
        { Enable-PingOneUser $id -Confirm:$false }
        { Get-PingOneUser $id | Add-PingOneGroupMember vpn-users }
        { Get-PingOneUser $id | Remove-PingOneGroupMember vpn-users -Confirm:$false }
        { Invoke-PingOneRequest /users POST -Body @{ username = 'veronika.secret2' } }
    ) {
        $id = Add-DirectoryUser $sandbox @{ username = "secret.$(New-Guid)"; name = @{ given = 'Vera'; family = 'Secretissima' } }
        # The engine reports ShouldProcess only with -Verbose, not with the preference variable.
        $PSDefaultParameterValues = @{ '*-PingOne*:Verbose' = $true }
        $said = & $_ 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] } | Out-String

        $said | Should -Not -BeNullOrEmpty
        $said | Should -Not -Match 'secret|veronika|Vera'
    }
}

Describe 'A user name in place of an id' {
    It 'is refused by <cmdlet>, also with -WhatIf, with the command that finds the user' -ForEach @(
        @{ Cmdlet = 'Set-PingOneUser'; Rest = @{ Title = 'Boss' } }, @{ Cmdlet = 'Enable-PingOneUser'; Rest = @{} }
        @{ Cmdlet = 'Disable-PingOneUser'; Rest = @{} }, @{ Cmdlet = 'Add-PingOneGroupMember'; Rest = @{ Group = 'vpn-users' } }
        @{ Cmdlet = 'Remove-PingOneGroupMember'; Rest = @{ Group = 'vpn-users' } }
    ) {
        'zoe.nielsen' | & $cmdlet @rest -WhatIf -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed | Should -HaveCount 1
        $failed.FullyQualifiedErrorId | Should -BeLike 'InvalidRequest,*'
        $failed.Exception.Message |
            Should -BeLike "'zoe.nielsen' is not the id of a user*Get-PingOneUser -UserName 'zoe.nielsen' | $cmdlet."
        $failed.TargetObject | Should -Be 'zoe.nielsen'
    }
}
