<#
.SYNOPSIS
    Builds, tests, shows and packages the module.
.DESCRIPTION
    MSBuild does the building; this script only calls it and the test runners, and fails when one of them does.

    Build      compiles the module into ./bin, from where Import-Module ./Personio.psd1 takes it
    Test       runs all tests: xunit, then Pester against the built module
    Faults     injects faults in the long form, about fifteen minutes, and prints figures, see docs/faults.md
    Demo       connects to the sandbox and shows the main jobs; needs no account
    Package    lays the module out in ./out/Personio/<version>, as it is published
    Benchmark  measures the module beside a script, a bare C# program and the rate limits, see docs/performance.md
    Docs       makes the help that Get-Help reads from ./docs/en-US; needs the module Microsoft.PowerShell.PlatyPS
.PARAMETER Task
    What to do.
.PARAMETER Manifest
    Tests this built module instead of building one, for example the unpacked package.
.PARAMETER Suite
    All runs xunit and Pester, Library only xunit, Engine only Pester.
.PARAMETER Quick
    Benchmark with small sizes, in under three minutes; with -Inner with few repetitions.
.PARAMETER Only
    These parts of the benchmark: employments, attendance, absences, breakdowns, neighbour, persons, memory, import, consumer.
.PARAMETER Inner
    Benchmark of the inner pieces with BenchmarkDotNet instead; -Only takes names of its classes and methods with wildcards.
.EXAMPLE
    pwsh ./build.ps1 -Task Demo
.EXAMPLE
    pwsh ./build.ps1 -Task Test -Manifest ./out/Personio/0.1.0/Personio.psd1 -Suite Engine
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'What a build shows is for eyes.')]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSReviewUnusedParameter', '', Justification = 'The functions use them.')]
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Faults', 'Demo', 'Package', 'Benchmark', 'Docs')]
    [string] $Task = 'Build',

    [string] $Manifest,

    [ValidateSet('All', 'Library', 'Engine')]
    [string] $Suite = 'All',

    [switch] $Quick,

    [string[]] $Only,

    [switch] $Inner
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'
# The closing lines of the runners are read below, and are translated otherwise.
$env:DOTNET_CLI_UI_LANGUAGE = 'en'

function Invoke-Dotnet {
    # Runs dotnet, passes its output on, and ends the build where it fails.
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $($args[0]) failed with exit code $LASTEXITCODE."
    }
}

function Invoke-Build {
    Invoke-Dotnet publish (Join-Path $PSScriptRoot 'src/Personio') -c Release -v quiet
}

function Invoke-LibraryTest {
    param([string] $Path = 'Personio.sln')

    $passed = 0
    $failed = 0
    dotnet test (Join-Path $PSScriptRoot $Path) -c Release -v quiet | ForEach-Object {
        $_
        if ($_ -match 'Failed:\s+(\d+), Passed:\s+(\d+)') {
            $failed += [int]$Matches[1]
            $passed += [int]$Matches[2]
        }
    } | Out-Host
    $script:Summary += "xunit: $passed passed, $failed failed"
    if ($LASTEXITCODE -ne 0 -or $failed -gt 0 -or $passed -eq 0) {
        $script:Failure += 'xunit'
    }
}

function Install-Pester {
    # Pester 3 comes with Windows and cannot run these tests.
    if (Get-Module Pester -ListAvailable | Where-Object Version -GE '5.5') {
        return
    }

    Write-Host 'Pester 5 is missing; installing it for the current user from the PowerShell Gallery.'
    try {
        Install-PSResource Pester -Version '[5.5,6.0)' -Scope CurrentUser -TrustRepository
    }
    catch {
        throw "Pester 5 could not be installed: $($_.Exception.Message) Install it by hand, or run 'dotnet test Personio.sln' for the tests that need no PowerShell."
    }
}

function Invoke-EngineTest {
    param([string[]] $Path = @('tests/Module', 'tests/Faults'))

    Install-Pester
    $env:PERSONIO_TEST_MANIFEST = (Resolve-Path $script:Manifest).Path
    # In a process of its own: strict mode and error preference of this script must not reach the tests, and the module must
    # not stay loaded here, where it would keep the next build from writing it.
    & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -Command {
        param([string[]] $Path)

        Import-Module Pester -MinimumVersion 5.5
        $configuration = New-PesterConfiguration
        $configuration.Run.Path = $Path
        $configuration.Run.PassThru = $true
        $result = Invoke-Pester -Configuration $configuration
        "Pester: $($result.PassedCount) passed, $($result.FailedCount) failed"
        exit [int]($result.Result -ne 'Passed' -or $result.PassedCount -eq 0)
    } -args (, @($Path | ForEach-Object { Join-Path $PSScriptRoot $_ })) | ForEach-Object {
        if ($_ -match '^Pester: ') { $script:Summary += $_ } else { $_ }
    } | Out-Host
    if ($LASTEXITCODE -ne 0) {
        $script:Failure += 'Pester'
    }
}

function Invoke-Test {
    param([string] $Library = 'Personio.sln', [string[]] $Engine = @('tests/Module', 'tests/Faults'))

    $script:Summary = @()
    $script:Failure = @()
    if (-not $Manifest) {
        Invoke-Build
        $script:Manifest = Join-Path $PSScriptRoot 'Personio.psd1'
    }

    if ($Suite -ne 'Engine') {
        Invoke-LibraryTest $Library
    }

    if ($Suite -ne 'Library') {
        Invoke-EngineTest $Engine
    }

    $script:Summary | Out-Host
    if ($script:Failure) {
        throw "Tests failed: $($script:Failure -join ', ')."
    }
}

function Invoke-Fault {
    $before = $env:PERSONIO_FAULTS
    $env:PERSONIO_FAULTS = 'long'
    try {
        Invoke-Test -Library 'tests/Faults' -Engine 'tests/Faults'
    }
    finally {
        $env:PERSONIO_FAULTS = $before
        Get-ChildItem (Join-Path $PSScriptRoot 'out/faults') -Filter *.txt -ErrorAction Ignore | Get-Content | Out-Host
    }
}

function Show-Step {
    param([string] $Text)

    Write-Host
    Write-Host "PS> $Text" -ForegroundColor Cyan
}

function Invoke-Demo {
    Invoke-Build
    Import-Module (Join-Path $PSScriptRoot 'Personio.psd1') -Force
    Show-Step 'Connect-Personio -Sandbox'
    Connect-Personio -Sandbox
    try {
        Show-Step 'Get-PersonioAbsencePeriod -From (Get-Date) -To (Get-Date).AddDays(6) -Status Approved -IncludePerson   # who is out this week'
        Get-PersonioAbsencePeriod -From (Get-Date) -To (Get-Date).AddDays(6) -Status Approved -IncludePerson |
            Sort-Object StartDate | Format-Table | Out-Host

        $someone = (Get-PersonioPerson -Status Active -First 3)[-1].Email
        Show-Step "Get-PersonioPerson -Email $someone | Format-List"
        Get-PersonioPerson -Email $someone | Format-List | Out-Host

        $file = Join-Path ([System.IO.Path]::GetTempPath()) 'personio-demo.csv'
        Show-Step 'Get-PersonioPerson -Status Active | Get-PersonioEmployment -Current | Export-Csv personio-demo.csv'
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        Get-PersonioPerson -Status Active | Get-PersonioEmployment -Current | Export-Csv $file
        Write-Host ('{0} rows in {1:N1} s. The first lines:' -f (Import-Csv $file).Count, $watch.Elapsed.TotalSeconds)
        Get-Content $file -TotalCount 4 | Out-Host
        Remove-Item $file
    }
    finally {
        Show-Step 'Disconnect-Personio'
        Disconnect-Personio
    }
}

function Invoke-Package {
    Invoke-Build
    $source = Join-Path $PSScriptRoot 'Personio.psd1'
    $target = Join-Path $PSScriptRoot "out/Personio/$((Import-PowerShellDataFile $source).ModuleVersion)"
    if (Test-Path $target) {
        Remove-Item $target -Recurse -Force
    }

    $null = New-Item $target -ItemType Directory
    foreach ($part in 'Personio.psd1', 'bin', 'en-US', 'LICENSE', 'README.md', 'CHANGELOG.md') {
        $path = Join-Path $PSScriptRoot $part
        if (Test-Path $path) {
            Copy-Item $path $target -Recurse
        }
    }

    # The documentation of the assemblies is for compilers.
    Get-ChildItem (Join-Path $target 'bin') -Filter *.xml | Remove-Item
    $null = Test-ModuleManifest (Join-Path $target 'Personio.psd1')
    Write-Host "Packaged in $target"
}

function Invoke-Benchmark {
    if ($Inner) {
        # A bare star would be taken for the files of this folder.
        $options = @('--filter') + ($Only ? $Only : 'Personio.Benchmarks.Inner.*') + '--artifacts' + (Join-Path $PSScriptRoot 'out/benchmarks/inner')
        if ($Quick) {
            $options += '--job', 'short'
        }

        Invoke-Dotnet run --project (Join-Path $PSScriptRoot 'tests/Benchmarks.Inner') -c Release -- @options
        return
    }

    if (-not $Manifest) {
        Invoke-Build
        $script:Manifest = Join-Path $PSScriptRoot 'Personio.psd1'
    }

    $options = @(
        "--manifest=$((Resolve-Path $script:Manifest).Path)"
        "--out=$(Join-Path $PSScriptRoot 'out/benchmarks')"
        "--pwsh=$((Get-Process -Id $PID).Path)"
        if ($Quick) { '--quick' }
        if ($Only) { "--only=$($Only -join ',')" }
    )
    Invoke-Dotnet run --project (Join-Path $PSScriptRoot 'tests/Benchmarks') -c Release -- @options
}

function Invoke-Documentation {
    if (-not (Get-Module Microsoft.PowerShell.PlatyPS -ListAvailable)) {
        throw 'Microsoft.PowerShell.PlatyPS is missing: Install-PSResource Microsoft.PowerShell.PlatyPS. Building the module does not need it.'
    }

    # In a process of its own, which ends with the assemblies that it loads.
    & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -File (Join-Path $PSScriptRoot 'docs/Export-Help.ps1') -Destination (
        Join-Path $PSScriptRoot 'src/Personio/en-US')
    if ($LASTEXITCODE -ne 0) {
        throw 'The help could not be made.'
    }

    # So that it stands beside the manifest, too.
    Invoke-Build
}

switch ($Task) {
    'Build' { Invoke-Build }
    'Test' { Invoke-Test }
    'Faults' { Invoke-Fault }
    'Demo' { Invoke-Demo }
    'Package' { Invoke-Package }
    'Benchmark' { Invoke-Benchmark }
    'Docs' { Invoke-Documentation }
}
