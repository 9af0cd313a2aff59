BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"

    # Every ID of an object, with every cmdlet that reads by an ID of that name.
    $types = Get-Command -Module Personio | ForEach-Object { $_.OutputType.Type } |
        Where-Object { $_.Namespace -eq 'Personio.Models' } | Sort-Object Name -Unique
    $readers = Get-Command -Module Personio -Verb Get
    $pairs = foreach ($type in $types) {
        foreach ($identity in $type.GetProperties().Name -like '*Id') {
            foreach ($reader in $readers) {
                $parameter = $reader.Parameters[$identity]
                # An ID belongs to its service.
                $isOfService = ($type.Name -like 'PingOne*') -eq ($reader.Noun -like 'PingOne*')
                if ($isOfService -and $parameter -and $parameter.Attributes.ValueFromPipelineByPropertyName -contains $true) {
                    @{ Type = $type.Name; Identity = $identity; Reader = $reader.Name }
                }
            }
        }
    }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    . "$PSScriptRoot/Samples.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 60; Today = [DateOnly]::new(2026, 6, 1) }
    Connect-To $sandbox
    $some = Get-Sample $sandbox
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'The pipeline' {
    It 'binds the <identity> of <type> to <reader>' -ForEach $pairs {
        $object = $some[$type] | Where-Object $identity | Select-Object -First 1
        $object | Should -Not -BeNullOrEmpty
        $sandbox.ClearRequests()
        $sandbox.PingOne.ClearRequests()

        $found = @($object | & $reader -ErrorAction SilentlyContinue)

        # Either this ID was requested, or it was selected from a list that was read completely.
        $id = [uri]::EscapeDataString($object.$identity)
        $asked = @(@($sandbox.Requests) + @($sandbox.PingOne.Requests)).Where({ $_.RawTarget -match "[/=,]$([regex]::Escape($id))($|[/?&,])" })
        $picked = $found.Where({ $_.$identity -eq $object.$identity })
        $asked.Count + $picked.Count | Should -BeGreaterThan 0
        $found.Where({ $_.PSObject.Properties[$identity] -and $_.$identity -ne $object.$identity }) | Should -BeNullOrEmpty
    }

    It 'skips a <type> without <identity> on the way to <reader>' -ForEach $pairs {
        $sandbox.ClearRequests()
        $sandbox.PingOne.ClearRequests()

        [Activator]::CreateInstance($some[$type][0].GetType()) | & $reader -ErrorVariable failed | Should -BeNullOrEmpty

        $failed | Should -BeNullOrEmpty
        Get-Sent $sandbox | Should -BeNullOrEmpty
        $sandbox.PingOne.Requests | Should -BeNullOrEmpty
    }
}
