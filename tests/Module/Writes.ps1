# Shared by the tests of changes. Dot-source it after Common.ps1.

# Returns the single request that was not a GET.
function Get-Change {
    param($Sandbox)

    $sent = @($Sandbox.Requests | Where-Object Method -NE GET)
    $sent | Should -HaveCount 1
    $sent[0]
}

# Returns what a script block writes to the host with -WhatIf. Only a transcript contains that text.
function Get-HostOutput {
    param([scriptblock] $Script)

    $file = Join-Path $TestDrive 'said.txt'
    $null = Start-Transcript $file -UseMinimalHeader
    try {
        $null = & $Script
    }
    finally {
        $null = Stop-Transcript
    }

    Get-Content $file | Where-Object { $_ -like 'What if:*' }
}
