BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"

    # A stand-in: like the real one it is a script module, and its commands are functions.
    $folder = Join-Path $TestDrive PSPersonio
    $null = New-Item $folder -ItemType Directory
    Set-Content "$folder/PSPersonio.psm1" 'function Connect-Personio { "of PSPersonio" }'
    $other = @{ OTHER = "$folder/PSPersonio.psm1" }
}

Describe 'PSPersonio, which also has a Connect-Personio' {
    It 'causes one warning if it was imported before' {
        $said = Invoke-NewProcess -Environment $other -Script {
            Import-Module $env:OTHER
            Import-Module $env:PERSONIO_TEST_MANIFEST 3>&1 | ForEach-Object { "import: $_" }
            Import-Module $env:PERSONIO_TEST_MANIFEST -Force 3>&1 | ForEach-Object { "again: $_" }
            'called: ' + (Connect-Personio)
            Personio\Connect-Personio -Sandbox -SandboxPersonCount 3 3>&1 | ForEach-Object { "connect: $_" }
            'persons: ' + (Get-PersonioPerson).Count
        }

        $said | Should -Match '(?m)^import: .*PSPersonio also defines Connect-Personio.*Use Personio\\Connect-Personio.*Import-Module PSPersonio -Prefix'
        $said | Should -Not -Match '(?m)^(again|connect): '
        $said | Should -Match '(?m)^called: of PSPersonio'
        $said | Should -Match '(?m)^persons: 3'
    }

    It 'causes a warning if it is imported later: <name>' -ForEach @(
        @{ Name = 'at Connect-Personio'; Call = 'Personio\Connect-Personio -Sandbox -SandboxPersonCount 3' }
        @{ Name = 'where nobody is connected'; Call = 'try { Get-PersonioPerson } catch { Write-Output $_.Exception.Message }' }
    ) {
        $said = Invoke-NewProcess -Environment ($other + @{ CALL = $call }) -Script {
            Import-Module $env:PERSONIO_TEST_MANIFEST 3>&1 | ForEach-Object { "import: $_" }
            Import-Module $env:OTHER
            $null = Connect-Personio
            $call = [scriptblock]::Create($env:CALL)
            1..2 | ForEach-Object { & $call } 3>&1
        }

        $said | Should -Not -Match 'import: '
        [regex]::Matches($said, 'PSPersonio also defines').Count | Should -Be 1
        $said | Should -Match 'Personio\\Connect-Personio'
        if ($name -like 'where*') {
            $said | Should -Match 'Not connected to Personio. Run Personio\\Connect-Personio'
        }
    }

    It 'causes no warning if it has a prefix, is not loaded, or WarningPreference is silent' {
        Invoke-NewProcess -Environment ($other + @{ PSModulePath = "$TestDrive$([IO.Path]::PathSeparator)$env:PSModulePath" }) -Script {
            Import-Module $env:PERSONIO_TEST_MANIFEST 3>&1
            Import-Module $env:OTHER -Prefix Old
            Connect-Personio -Sandbox -SandboxPersonCount 3 3>&1
            Disconnect-Personio
            Import-Module $env:OTHER
            $WarningPreference = 'SilentlyContinue'
            Import-Module $env:PERSONIO_TEST_MANIFEST -Force 3>&1
        } | Should -BeNullOrEmpty
    }
}

Describe 'The module with a prefix' {
    It 'works like without: names, pipes, errors and completion' {
        $said = Invoke-NewProcess {
            Import-Module $env:PERSONIO_TEST_MANIFEST -Prefix Hr
            Connect-HrPersonio -Sandbox -SandboxPersonCount 12
            $all = Get-HrPersonioAbsencePeriod -First 3
            'same: ' + -not (Compare-Object $all.AbsencePeriodId ($all | Get-HrPersonioAbsencePeriod).AbsencePeriodId)
            try { Get-HrPersonioPerson nobody -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
            $line = 'Get-HrPersonioAbsenceType -Name Vac'
            'types: ' + (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText
            'rights: ' + (Test-HrPersonioAccess | Where-Object Cmdlets).Count
        }

        $said | Should -Match 'same: True'
        $said | Should -Match 'PersonNotFound,Personio.Commands.GetPersonioPersonCommand'
        $said | Should -Match 'types: Vacation'
        $said | Should -Match 'rights: [1-9]'
    }
}
