BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    . "$PSScriptRoot/PingOne.ps1"

    $sandbox = Start-Sandbox @{ PersonCount = 30 }
    $directory = $sandbox.PingOne
    Connect-Directory $sandbox
}

AfterAll {
    Disconnect-PingOne
    $sandbox.Dispose()
}

Describe 'Get-PingOnePopulation, Get-PingOneGroup and Get-PingOneAttribute' {
    It 'lists all entries' {
        (Get-PingOnePopulation).Name | Should -Be 'Staff', 'Externals', 'Service accounts'
        (Get-PingOneGroup).Name | Should -Contain 'vpn-users'
        (Get-PingOneAttribute | Where-Object SchemaType -EQ CUSTOM).Name | Should -Be 'department', 'site'
    }

    It 'finds by name and by id, and reports what does not exist' {
        $staff = Get-PingOnePopulation Staff
        (Get-PingOnePopulation -PopulationId $staff.PopulationId).Name | Should -Be 'Staff'
        ($staff | Get-PingOnePopulation).Name | Should -Be 'Staff'
        (Get-PingOneGroup vpn* | Get-PingOneGroup).Name | Should -Be 'vpn-users'
        { Get-PingOnePopulation Nowhere -ErrorAction Stop } | Should -Throw -ErrorId 'PopulationNotFound,*'
        { Get-PingOneGroup nowhere -ErrorAction Stop } | Should -Throw -ErrorId 'GroupNotFound,*'
        { Get-PingOneAttribute nowhere -ErrorAction Stop } | Should -Throw -ErrorId 'AttributeNotFound,*'
    }

    It 'fits 100 columns' {
        Get-PingOneUser -First 3 | Format-Table | Out-String -Width 100 | Should -Not -Match '(?m)^.{101,}'
        Get-PingOnePopulation | Format-Table | Out-String -Width 100 | Should -Match 'PopulationId'
    }

    It 'completes populations, groups and attributes' {
        (TabExpansion2 'Get-PingOneUser -Population Ext').CompletionMatches.CompletionText | Should -Be 'Externals'
        (TabExpansion2 'Get-PingOneUser -Group vp').CompletionMatches.CompletionText | Should -Be 'vpn-users'
        (TabExpansion2 'Get-PingOneUser -ExpandAttribute depa').CompletionMatches.CompletionText | Should -Be 'department'
        (TabExpansion2 'Connect-PingOne -Region As').CompletionMatches | Should -BeNullOrEmpty
        (TabExpansion2 'Connect-PingOne -Region A').CompletionMatches.CompletionText | Should -Be 'AU', 'AP'
        (TabExpansion2 'Get-PingOneUser -Session P').CompletionMatches.CompletionText | Should -Be 'PingOne'
    }

    It 'completes from the given session, and from none if it cannot be determined' {
        $other = Start-Sandbox @{ PersonCount = 4 }
        try {
            $script:pingOneOfTest = [psobject] (Get-PingOneSession)
            Connect-PingOne -EnvironmentId $other.PingOne.EnvironmentId -ClientId $other.PingOne.ClientId `
                -ClientSecret (Get-Secure $other.PingOne.ClientSecret) -ApiBaseUri $other.PingOne.ApiBaseUri `
                -AuthBaseUri $other.PingOne.AuthBaseUri -Name Other
            $directory.ClearRequests()
            $other.PingOne.ClearRequests()

            (TabExpansion2 'Get-PingOneUser -Session $script:pingOneOfTest -Population Ext').CompletionMatches.CompletionText |
                Should -Be 'Externals'
            (TabExpansion2 'Get-PingOneUser -Session (Get-PingOneSession PingOne) -Population Ext').CompletionMatches |
                Should -BeNullOrEmpty
            $other.PingOne.Requests | Should -BeNullOrEmpty
        }
        finally {
            Get-PingOneSession Other | Disconnect-PingOne
            Connect-Directory $sandbox
            Remove-Variable pingOneOfTest -Scope Script
            $other.Dispose()
        }
    }
}

Describe 'Group members' {
    BeforeEach {
        $id = Add-DirectoryUser $sandbox @{ username = "member.$(New-Guid)"; type = 'Contractor' }
    }

    It 'adds, lists and removes' {
        $added = Get-PingOneUser $id | Add-PingOneGroupMember vpn-users -PassThru
        $added.GroupName | Should -Be 'vpn-users'
        (Get-PingOneGroupMember vpn-users).UserId | Should -Contain $id
        (Get-PingOneGroupMember -UserId $id | Sort-Object GroupName).Type | Should -Be 'INDIRECT', 'DIRECT'
        $added | Remove-PingOneGroupMember -Confirm:$false
        (Get-PingOneGroupMember vpn-users -Direct).UserId | Should -Not -Contain $id
    }

    It 'treats repeating it as success' {
        { 1..2 | ForEach-Object { Add-PingOneGroupMember vpn-users $id -ErrorAction Stop } } | Should -Not -Throw
        { 1..2 | ForEach-Object { Remove-PingOneGroupMember vpn-users $id -Confirm:$false -ErrorAction Stop } } | Should -Not -Throw
    }

    It 'refuses dynamic and external groups before any change' {
        $before = $directory.Directory.Ledger.Count
        { Add-PingOneGroupMember contractors $id -ErrorAction Stop } | Should -Throw '*dynamic*' -ErrorId 'InvalidRequest,*'
        { Add-PingOneGroupMember ldap-printers $id -ErrorAction Stop } | Should -Throw '*another system*' -ErrorId 'InvalidRequest,*'
        $directory.Directory.Ledger.Count | Should -Be $before
    }

    It 'sends nothing with -WhatIf' {
        $before = $directory.Directory.Ledger.Count
        Add-PingOneGroupMember vpn-users $id -WhatIf
        Remove-PingOneGroupMember vpn-users $id -WhatIf
        $directory.Directory.Ledger.Count | Should -Be $before
    }
}
