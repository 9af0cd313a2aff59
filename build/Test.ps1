<#
.SYNOPSIS
    Runs the tests and ends with a table; called by build.ps1 -Task Test.
.PARAMETER Manifest
    Tests an existing module instead of building one.
.PARAMETER Suite
    All, Library (xunit), Engine (Pester for the module) or Package (Pester for the package).
.PARAMETER Library
    The solution or project whose xunit tests run.
.PARAMETER Engine
    The folders or files of the engine suite.
.PARAMETER NoPackage
    Excludes the package from All.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'Build output is meant for the console.')]
[CmdletBinding()]
param(
    [string] $Manifest,

    [ValidateSet('All', 'Library', 'Engine', 'Package')]
    [string] $Suite = 'All',

    [string] $Library = 'Personio.sln',

    [string[]] $Engine = @('tests/Module', 'tests/Faults'),

    [switch] $NoPackage
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot
. (Join-Path $PSScriptRoot 'Engine.ps1')
. (Join-Path $PSScriptRoot 'Modules.ps1')
# The summary of the runner is parsed below, and would otherwise be localized.
$env:DOTNET_CLI_UI_LANGUAGE = 'en'
# Test processes are short-lived: profiling for tiered compilation took a fifth of their processor time.
$env:DOTNET_TieredPGO = '0'
$rows = [System.Collections.Generic.List[object]]::new()
$failures = [System.Collections.Generic.List[string]]::new()
$notRun = [System.Collections.Generic.List[string]]::new()

function Show-Heading {
    param([string] $Text)

    Write-Host
    Write-Host "== $Text" -ForegroundColor Cyan
}

function Add-Row {
    param([string] $Name, [Nullable[int]] $Passed = 0, [Nullable[int]] $Failed = 0, [Nullable[int]] $Skipped = 0, [double] $Seconds = 0)

    $rows.Add([pscustomobject]@{ Suite = $Name; Passed = $Passed; Failed = $Failed; 'Not run' = $Skipped; Seconds = [Math]::Round($Seconds) })
}

function Invoke-Step {
    param([string] $Name, [string[]] $Argument)

    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    & dotnet @Argument | Out-Host
    if ($LASTEXITCODE -ne 0) {
        throw "$Name failed: dotnet $($Argument[0]) ended with exit code $LASTEXITCODE."
    }

    $watch.Elapsed.TotalSeconds
}

# Converts '1 m 3 s' or '423 ms' to seconds.
function Get-Second {
    param([string] $Text)

    $unit = @{ h = 3600; m = 60; s = 1; ms = 0.001 }
    ([regex]::Matches($Text, '(\d+) (ms|s|m|h)') | ForEach-Object { [int]$_.Groups[1].Value * $unit[$_.Groups[2].Value] } | Measure-Object -Sum).Sum
}

function Invoke-LibrarySuite {
    Show-Heading "xunit: $Library"
    $line = 'Failed:\s+(?<failed>\d+), Passed:\s+(?<passed>\d+), Skipped:\s+(?<skipped>\d+), .*Duration: (?:< )?(?<time>.+?) - (?<name>\S+)\.dll'
    $before = $rows.Count
    & dotnet test (Join-Path $root $Library) -c Release --no-build -v quiet --logger 'console;verbosity=minimal' | ForEach-Object {
        if ($_ -notmatch '^(Test run for |A total of |\s*$)') {
            $_
        }

        if ($_ -match $line) {
            Add-Row -Name $Matches.name -Passed $Matches.passed -Failed $Matches.failed -Skipped $Matches.skipped -Seconds (Get-Second $Matches.time)
        }
        elseif ($_ -match '\[FAIL\]') {
            $failures.Add($_.Trim())
        }
    } | Out-Host
    $found = @($rows | Select-Object -Skip $before)
    if ($found.Count -eq 0 -or ($LASTEXITCODE -ne 0 -and -not ($found | Where-Object Failed))) {
        Add-Row -Name 'xunit' -Failed 1
        $failures.Add("dotnet test $Library ended with exit code $LASTEXITCODE and without a failed test: see its output above.")
    }
}

# Splits the test files into as many parts as run in parallel, largest first and in alternating order to balance them.
function Split-TestFile {
    param([string[]] $Path, [int] $Count)

    $files = @(Get-ChildItem ($Path | ForEach-Object { Join-Path $root $_ }) -Filter *.Tests.ps1 -Recurse | Sort-Object Length, FullName -Descending)
    $parts = @(1..$Count | ForEach-Object { , [System.Collections.Generic.List[string]]::new() })
    for ($i = 0; $i -lt $files.Count; $i++) {
        $turn = $i % (2 * $Count)
        $parts[$turn -lt $Count ? $turn : 2 * $Count - 1 - $turn].Add($files[$i].FullName)
    }

    $parts | Where-Object Count | ForEach-Object { $_ -join ';' }
}

function Invoke-PesterSuite {
    param([string] $Name, [string[]] $Path, [string] $Built, [string] $Pester, [int] $Processes = 1)

    Show-Heading "Pester: $Name"
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $folder = Join-Path $root 'out/tests'
    $null = New-Item $folder -ItemType Directory -Force
    Remove-Item (Join-Path $folder "$Name-*.json") -ErrorAction Ignore
    $env:PERSONIO_TEST_MANIFEST = (Resolve-Path $Built).Path
    $number = 0
    $parts = @(Split-TestFile $Path $Processes | ForEach-Object {
            @{ Files = $_; Result = Join-Path $folder "$Name-$((++$number)).json"; Build = $PSScriptRoot; Pester = $Pester }
        })
    $parts | ForEach-Object -ThrottleLimit $Processes -Parallel {
        . (Join-Path $_.Build 'Engine.ps1')
        # Passing tests may write to stderr. Merged here, it cannot end this script.
        Invoke-Engine -NoProfile -NonInteractive -File (Join-Path $_.Build 'Suite.ps1') -Pester $_.Pester -Path $_.Files -Result $_.Result 2>&1 |
            ForEach-Object { "$_" }
    } |
        # Pester does not capture the messages of -WhatIf.
        Where-Object { $_ -notmatch '^(What if: .*|WhatIf: .*|\s*)$' } | Out-Host
    $found = @($parts | Where-Object { Test-Path $_.Result } | ForEach-Object { Get-Content $_.Result -Raw | ConvertFrom-Json })
    $passed, $failed, $skipped = 'Passed', 'Failed', 'Skipped' | ForEach-Object { [int]($found | Measure-Object $_ -Sum).Sum }
    $lost = $parts.Count - $found.Count
    if ($lost) {
        $failures.Add("$lost of $($parts.Count) processes of the suite $Name ended before they were done: see their output above.")
    }

    if ($passed + $failed -eq 0) {
        $failures.Add("The suite $Name found no tests.")
        $lost++
    }

    Add-Row -Name $Name -Passed $passed -Failed ($failed + $lost) -Skipped $skipped -Seconds $watch.Elapsed.TotalSeconds
    $found | ForEach-Object { $_.Failures } | ForEach-Object { $failures.Add($_) }
    $found | ForEach-Object { $_.NotRun } | ForEach-Object { $notRun.Add("$Name`: $_") }
}

function Show-Closing {
    param([object[]] $Missing)

    Show-Heading 'Results'
    $width = ($rows.Suite + 'Suite' | Measure-Object Length -Maximum).Maximum
    $format = "{0,-$width}  {1,7}  {2,7}  {3,7}  {4,7}"
    Write-Host ($format -f 'Suite', 'Passed', 'Failed', 'Not run', 'Seconds')
    $rows | ForEach-Object { Write-Host ($format -f $_.Suite, $_.Passed, $_.Failed, $_.'Not run', $_.Seconds) }
    if ($notRun) {
        Write-Host
        Write-Host 'Not run:'
        $notRun | ForEach-Object { Write-Host "  $_" }
        $Missing | Group-Object Reason | ForEach-Object { Write-Host "  $($_.Group.Name -join ', '): $($_.Name)" }
    }

    if ($failures) {
        Write-Host
        Write-Host 'Failed:'
        $failures | ForEach-Object { Write-Host "  $_" }
    }

    $sum = 'Passed', 'Failed', 'Not run' | ForEach-Object { ($rows | Measure-Object $_ -Sum).Sum }
    Write-Host
    Write-Host "total: $($sum[0]) passed, $($sum[1]) failed, $($sum[2]) skipped"
}

$built = $Manifest ? $Manifest : (Join-Path $root 'Personio.psd1')
$isPackage = $Manifest -and (Test-Path (Join-Path (Split-Path $Manifest) 'SHA256SUMS'))
$modulePath = $env:PSModulePath
$missing = @()
try {
    $env:PSModulePath = $moduleFolder + [System.IO.Path]::PathSeparator + $modulePath
    if ($Suite -in 'All', 'Library') {
        Show-Heading "Build: $Library"
        Add-Row -Name 'Build' -Passed $null -Failed $null -Skipped $null -Seconds (Invoke-Step 'The build' 'build', (Join-Path $root $Library), '-c', 'Release', '-v', 'quiet')
    }

    if (-not $Manifest -and $Suite -in 'All', 'Engine') {
        # With the library suite, the module was already built with its tests.
        $options = 'publish', (Join-Path $root 'src/Personio'), '-c', 'Release', '-v', 'quiet'
        $null = Invoke-Step 'The build' ($Suite -eq 'All' -and $Library -like '*.sln' ? $options + '--no-build' : $options)
    }

    if ($Suite -in 'All', 'Library') {
        Invoke-LibrarySuite
    }

    if ($Suite -ne 'Library') {
        $pester = Install-Pester
    }

    if ($Suite -in 'All', 'Engine') {
        $missing = @(Install-GalleryModule)
        Invoke-PesterSuite -Name 'Engine' -Path $Engine -Built $built -Pester $pester -Processes ([Math]::Clamp([Environment]::ProcessorCount, 1, 4))
    }

    if ($Suite -eq 'Package' -or ($Suite -eq 'All' -and -not $NoPackage)) {
        # An earlier call in the same shell may have set it.
        $env:PERSONIO_TEST_BUILT_HERE = $null
        # A source tree has no checksums, so the package is built first.
        if (-not $isPackage) {
            Show-Heading 'Package'
            & (Join-Path $PSScriptRoot 'Package.ps1') -Destination (Join-Path $root 'out')
            $version = (Import-PowerShellDataFile (Join-Path $root 'Personio.psd1')).ModuleVersion
            $built = Join-Path $root "out/Personio/$version/Personio.psd1"
            $env:PERSONIO_TEST_BUILT_HERE = '1'
        }

        Invoke-PesterSuite -Name 'Package' -Path 'tests/Package' -Built $built -Pester $pester
    }
}
finally {
    $env:PSModulePath = $modulePath
}

Show-Closing $missing
if ($rows | Where-Object Failed) {
    throw "Tests failed: $(($rows | Where-Object Failed).Suite -join ', ')."
}
