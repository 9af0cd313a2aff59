BeforeDiscovery {
    . "$PSScriptRoot/Recipes.ps1"

    $connected = $cases | Where-Object { -not $_.IsApart }
    $writing = $cases | Where-Object Writes
    $files = Get-ChildItem $recipes -Filter *.ps1 | ForEach-Object { @{ Name = $_.BaseName; File = $_.FullName } }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/../../build/Engine.ps1"
    . "$PSScriptRoot/Recipes.ps1"
    $said = Get-Content "$recipes/README.md" -Raw
    $tested = Get-ChildItem $PSScriptRoot -Filter Recipes.*.Tests.ps1 | Get-Content | ForEach-Object Trim |
        Where-Object { $_ -like 'Describe *' }

    # Runs a recipe as its case specifies, and returns its output.
    function Invoke-Case {
        param([string] $Name, [scriptblock] $With, [hashtable] $More = @{})

        $given = & $With
        & "$recipes/$Name.ps1" @given @More
    }
}

Describe 'The recipe <name>' -ForEach $files {
    BeforeAll {
        $faults = $null
        $tree = [System.Management.Automation.Language.Parser]::ParseFile($file, [ref] $null, [ref] $faults)
        $help = $tree.GetHelpContent()
        $own = (Get-Command $file).Parameters.Keys |
            Where-Object { $_ -notin [System.Management.Automation.PSCmdlet]::CommonParameters + 'WhatIf', 'Confirm' }
    }

    It 'is run by a test, and listed in the table of recipes' {
        $name | Should -BeIn $cases.Name
        $said | Should -Match ([regex]::Escape("[$name.ps1]($name.ps1)"))
        $tested | Should -Contain "Describe '$name.ps1' {"
    }

    It 'describes its purpose and parameters, and has an example' {
        $faults | Should -BeNullOrEmpty
        $help.Synopsis | Should -Not -BeNullOrEmpty
        $help.Description | Should -Not -BeNullOrEmpty
        $help.Parameters.Keys | Sort-Object | Should -Be @($own.ToUpperInvariant() | Sort-Object)
        $help.Parameters.Values | Should -Not -Contain ''
        $help.Examples.Count | Should -BeGreaterThan 0
        $help.Examples | ForEach-Object { $_ | Should -Match "$name\.ps1" }
        $tree.ScriptRequirements.RequiredPSVersion | Should -Be '7.4'
    }

    It 'has valid examples, with existing parameters' {
        foreach ($example in $help.Examples) {
            $bad = $null
            $shown = [System.Management.Automation.Language.Parser]::ParseInput($example, [ref] $null, [ref] $bad)
            $call = $shown.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true) |
                Where-Object { $_.GetCommandName() -like "*$name.ps1" }
            $used = $call.CommandElements |
                Where-Object { $_ -is [System.Management.Automation.Language.CommandParameterAst] } | ForEach-Object ParameterName

            $call | Should -Not -BeNullOrEmpty
            $used | ForEach-Object { $_ | Should -BeIn (Get-Command $file).Parameters.Keys }
        }
    }
}

Describe 'A recipe' {
    BeforeAll {
        $sandbox = Start-Company @{ PersonCount = 120 }
        $few = Start-Company @{ PersonCount = 10 }
        $here = Start-Company @{ PersonCount = 0 }
        Push-Location
    }

    AfterAll {
        Pop-Location
        Get-PersonioSession -Name * | Disconnect-Personio
        $sandbox, $few, $here | ForEach-Object { $_.Dispose() }
    }

    BeforeEach {
        Enter-Folder
        $told = [System.Collections.Generic.List[string]]::new()
    }

    It 'needs a session, and fails in a way that ends a scheduled task: <name>' -ForEach $connected {
        Get-PersonioSession -Name * | Disconnect-Personio

        { Invoke-Case $name $with } | Should -Throw -ErrorId 'NotConnected,*'
        $told | Should -BeNullOrEmpty
    }

    It 'changes nothing with -WhatIf, neither in Personio nor elsewhere: <name>' -ForEach $writing {
        Connect-To $few
        $given = & $with
        $before = (Get-ChildItem -Recurse -Force).FullName

        $null = & "$recipes/$name.ps1" @given -WhatIf

        (Get-ChildItem -Recurse -Force).FullName | Should -Be $before
        Get-Sent $few GET | Should -Not -BeNullOrEmpty
        $few.Requests | Where-Object Method -NE GET | Should -BeNullOrEmpty
        $told | Should -BeNullOrEmpty
    }

    It 'uses the given session, with objects, and about as many requests as the table says: <name>' -ForEach $connected {
        Connect-To $sandbox @{ Name = 'Given' }
        Connect-To $here
        $sandbox.ClearRequests()
        $measured = [regex]::Match($said, "\[$name\.ps1\].*\| (\d+) \|(?=\r?$)", 'Multiline').Groups[1].Value

        $written = Invoke-Case $name $with @{ Session = 'Given' }

        Get-Sent $here | Should -BeNullOrEmpty
        # How windows of days are split depends on which page arrives first, so the count varies by one request in forty.
        $sent = @($sandbox.Requests).Count
        [Math]::Abs($sent - $measured) | Should -BeLessOrEqual ([int]$measured / 20) -Because "it sent $sent requests"
        $written | Should -Not -BeNullOrEmpty
        $written | Should -Not -BeOfType string
    }
}

Describe 'A scheduled task' {
    It 'sees exit code 0 for a recipe that succeeded, and 1 for one without permission' {
        $sandbox = Start-Company @{ PersonCount = 3 }
        $line = "`$ErrorActionPreference = 'Stop'", "Import-Module '$manifest'", "Connect-Personio -BaseUri $($sandbox.BaseUri)",
        "& '$recipes/Show-WhoIsOut.ps1'" -join '; '
        $before = $env:PERSONIO_CLIENT_ID, $env:PERSONIO_CLIENT_SECRET
        $env:PERSONIO_CLIENT_ID, $env:PERSONIO_CLIENT_SECRET = $sandbox.ClientId, $sandbox.ClientSecret
        try {
            $codes = foreach ($lost in $null, 'personio:absences:read') {
                $sandbox.RevokeScope("$lost")
                $null = Invoke-Engine -NoProfile -NonInteractive -Command $line 2>&1
                $LASTEXITCODE
            }
        }
        finally {
            $env:PERSONIO_CLIENT_ID, $env:PERSONIO_CLIENT_SECRET = $before
            $sandbox.Dispose()
        }

        $codes | Should -Be 0, 1
    }
}
