# Text that was read with the wrong encoding would overwrite the real names of people. Input.Tests.ps1 has the same tests for
# Personio.

BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    $writers = foreach ($cmdlet in 'New-PingOneUser', 'Set-PingOneUser') {
        (Get-Command $cmdlet).Parameters.Values |
            Where-Object { $_.ParameterType -eq [string] -and $_.Name -notin 'Population', 'UserId', 'Session' -and $_.Name -notin [System.Management.Automation.Cmdlet]::CommonParameters } |
            ForEach-Object { @{ Cmdlet = $cmdlet; Parameter = $_.Name } }
        @{ Cmdlet = $cmdlet; Parameter = 'Attribute' }
    }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    . "$PSScriptRoot/PingOne.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 12 }
    $directory = $sandbox.PingOne
    Connect-Directory $sandbox
    $user = Add-DirectoryUser $sandbox @{ username = 'veronika' }
    $lost = "M$([char]0xFFFD)ller"

    function Get-WriteRequest {
        $directory.Requests | Where-Object Method -NE GET
    }
}

AfterAll {
    Disconnect-PingOne
    $sandbox.Dispose()
}

Describe 'Text with lost characters' {
    BeforeEach { $directory.ClearRequests() }

    It 'is refused before anything is written: <cmdlet> -<parameter>' -ForEach $writers {
        $row = $cmdlet -eq 'Set-PingOneUser' ? @{ UserId = $user } : @{ UserName = 'new.user' }
        $row[$parameter] = $parameter -eq 'Attribute' ? @{ department = $lost } : $lost

        foreach ($isPlanned in $true, $false) {
            $failed = [pscustomobject] $row | & $cmdlet -WhatIf:$isPlanned -Confirm:$false 2>&1

            "$failed" | Should -BeLike '*(U+FFFD)*Nothing was written*Import-Csv -Encoding*'
            @($failed)[0].FullyQualifiedErrorId | Should -BeLike 'InvalidRequest,*'
        }

        Get-WriteRequest | Should -BeNullOrEmpty
    }

    It 'is refused in the body of Invoke-PingOneRequest: <name>' -ForEach @(
        @{ Name = 'an object'; Body = { @{ username = 'new.user'; title = $lost } } }
        @{ Name = 'JSON'; Body = { "{`"username`":`"new.user`",`"title`":`"$lost`"}" } }
    ) {
        foreach ($isPlanned in $true, $false) {
            $failed = Invoke-PingOneRequest /users POST -Body (& $body) -WhatIf:$isPlanned -Confirm:$false 2>&1

            "$failed" | Should -BeLike '*(U+FFFD)*Import-Csv -Encoding*'
        }

        Get-WriteRequest | Should -BeNullOrEmpty
    }

    It 'is refused in a list of an attribute' {
        $failed = Set-PingOneUser $user -Attribute @{ site = 'Wien', $lost } 2>&1

        "$failed" | Should -Not -BeNullOrEmpty
        Get-WriteRequest | Should -BeNullOrEmpty
    }
}
