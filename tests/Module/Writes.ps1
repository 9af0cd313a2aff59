# What the tests of changes have in common. Dot-source it after Common.ps1.

# The one request that was sent and was not a GET.
function Get-Change {
    param($Sandbox)

    $sent = @($Sandbox.Requests | Where-Object Method -NE GET)
    $sent | Should -HaveCount 1
    $sent[0]
}

# What a script block writes to the host as -WhatIf. Only a transcript has that text.
function Get-Said {
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
