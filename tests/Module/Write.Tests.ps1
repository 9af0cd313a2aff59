BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Calls.ps1"
    # Export writes local files, Import takes files and not objects, Disconnect ends a session, and a plan changes a
    # directory; they have separate tests.
    $changing = Get-Command -Module Personio -Name *-Personio* | Where-Object Verb -NotIn Export, Import, Disconnect |
        Where-Object Name -NE Invoke-PersonioPlan |
        Where-Object { $_.Parameters.ContainsKey('WhatIf') } |
        ForEach-Object { @{ Cmdlet = $_.Name } }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    . "$PSScriptRoot/Writes.ps1"
    . "$PSScriptRoot/Calls.ps1"
    $options = @{ PersonCount = 12; AttendanceDays = 5; Today = [DateOnly]::new(2026, 6, 1) }

    # Returns the requests that were carried out and were not reads.
    function Get-CompletedWrite {
        $sandbox.Requests | Where-Object Method -NE GET | Where-Object Status -In (200..299)
    }
}

Describe '<cmdlet>' -ForEach $changing {
    BeforeEach {
        $sandbox = Start-Sandbox $options
        Connect-To $sandbox
        $writer = $writers[$cmdlet]
        $writer | Should -Not -BeNullOrEmpty -Because 'every cmdlet that changes something is in Calls.ps1'
        $with = $writer.With ? (& $writer.With) : @{}
        $with.Confirm = $false
        $rows = @(Get-Input $writer)
        $sandbox.ClearRequests()
    }

    AfterEach {
        Disconnect-Personio
        $sandbox.Dispose()
    }

    It 'changes nothing with -WhatIf that it changes without' {
        Get-HostOutput { $rows[0, 2] | & $cmdlet @with -WhatIf } | Should -Not -BeNullOrEmpty
        $sandbox.Requests | Where-Object Method -NE GET | Should -BeNullOrEmpty

        $null = $rows[0, 2] | & $cmdlet @with

        $sent = $sandbox.Requests | Where-Object Method -NE GET
        $sent | Should -HaveCount 2
        $sent | ForEach-Object { [Personio.Client.Endpoints]::Find([System.Net.Http.HttpMethod]::new($_.Method), $_.Path).Name } |
            Sort-Object -Unique | Should -Be $writer.Row
        Get-CompletedWrite | Should -HaveCount $sent.Count
    }

    It 'writes one error for a bad input between two good ones, and carries those out once' {
        $null = $rows | & $cmdlet @with -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed | Should -HaveCount 1
        $failed.TargetObject | Should -Be $rows[1]
        @($sandbox.Requests | Where-Object Method -NE GET | Group-Object Method, RawTarget, Body).Where({ $_.Count -gt 1 }) |
            Should -BeNullOrEmpty
        $carried = @(Get-CompletedWrite)
        $carried | Should -HaveCount 2
        foreach ($value in $rows[0, 2].($writer.Property)) {
            $carried.Where({ "$($_.RawTarget) $($_.Body)" -match "(?<!\w)$([regex]::Escape($value))(?!\w)" }) | Should -HaveCount 1
        }
    }
}

Describe 'The table of the cmdlets that change something' {
    It 'is complete' {
        $writers.Keys | Sort-Object | Should -Be ((Get-Command -Module Personio -Name *-Personio*).Where({ $_.Verb -notin 'Export', 'Import', 'Disconnect' -and $_.Name -ne 'Invoke-PersonioPlan' -and $_.Parameters.ContainsKey('WhatIf') }).Name | Sort-Object)
    }
}
