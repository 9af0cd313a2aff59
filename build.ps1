<#
.SYNOPSIS
    Builds, tests, shows and packages the module.
.DESCRIPTION
    MSBuild does the building; this script only calls it and the test runners, and fails when one of them does.

    Build      compiles the module into ./bin, from where Import-Module ./Personio.psd1 takes it
    Test       runs all tests: xunit, then Pester against the built module, then Pester about the package
    Faults     injects faults in the long form, about fifteen minutes, and prints figures, see docs/faults.md
    Demo       connects to the sandbox and shows the main jobs; needs no account
    Package    lays the module out in ./out/Personio/<version>, as it is published, with the hashes of its files
    Coverage   runs all tests with counters in the client and the cmdlets; one report of both suites in ./out/coverage
    Mutation   changes the client's code in small ways and tells which changes no test sees, see docs/testing.md
    Benchmark  measures the module beside a script, a bare C# program and the rate limits, see docs/performance.md
    Docs       makes the help that Get-Help reads from ./docs/en-US; needs the module Microsoft.PowerShell.PlatyPS
.PARAMETER Task
    What to do.
.PARAMETER Manifest
    Tests this built module instead of building one, for example the unpacked package.
.PARAMETER Suite
    All runs everything, Library only xunit, Engine only Pester against the module, Package only Pester about the package:
    whether it is the same from another folder, and how it is published, installed, updated and removed.
.PARAMETER Quick
    Benchmark with small sizes, in under three minutes; with -Inner with few repetitions.
.PARAMETER Only
    These parts of the benchmark: employments, attendance, absences, breakdowns, neighbour, persons, memory, import, consumer.
.PARAMETER Inner
    Benchmark of the inner pieces with BenchmarkDotNet instead; -Only takes names of its classes and methods with wildcards.
.PARAMETER Tag
    Package fails unless this tag is v and the version of the manifest, which is the newest one of CHANGELOG.md.
.PARAMETER Certificate
    Package signs with this certificate, on Windows: a code signing certificate with its private key.
.PARAMETER Sbom
    Package writes a bill of materials (CycloneDX), too; that takes Node.js, whose npx gets and runs cdxgen.
.EXAMPLE
    pwsh ./build.ps1 -Task Demo
.EXAMPLE
    pwsh ./build.ps1 -Task Test -Manifest ./out/Personio/0.1.0/Personio.psd1 -Suite Engine
.EXAMPLE
    pwsh ./build.ps1 -Task Package -Tag v0.1.0 -Sbom -Certificate (Get-PfxCertificate release.pfx)
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'What a build shows is for eyes.')]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSReviewUnusedParameter', '', Justification = 'The functions use them.')]
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Faults', 'Demo', 'Package', 'Benchmark', 'Docs', 'Coverage', 'Mutation')]
    [string] $Task = 'Build',

    [string] $Manifest,

    [ValidateSet('All', 'Library', 'Engine', 'Package')]
    [string] $Suite = 'All',

    [switch] $Quick,

    [string[]] $Only,

    [switch] $Inner,

    [string] $Tag,

    [System.Security.Cryptography.X509Certificates.X509Certificate2] $Certificate,

    [switch] $Sbom
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

function Invoke-Pester5 {
    # Runs the tests of folders against a built module and adds their closing line to the summary.
    param([string[]] $Folder, [string] $Built, [string] $Title)

    Install-Pester
    $env:PERSONIO_TEST_MANIFEST = (Resolve-Path $Built).Path
    # In a process of its own: strict mode and error preference of this script must not reach the tests, and the module must
    # not stay loaded here, where it would keep the next build from writing it.
    & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -Command {
        param([string[]] $Path, [string] $Title)

        Import-Module Pester -MinimumVersion 5.5
        $configuration = New-PesterConfiguration
        $configuration.Run.Path = $Path
        $configuration.Run.PassThru = $true
        $result = Invoke-Pester -Configuration $configuration
        "${Title}: $($result.PassedCount) passed, $($result.FailedCount) failed"
        exit [int]($result.Result -ne 'Passed' -or $result.PassedCount -eq 0)
    } -args @($Folder | ForEach-Object { Join-Path $PSScriptRoot $_ }), $Title | ForEach-Object {
        if ($_ -match "^${Title}: ") { $script:Summary += $_ } else { $_ }
    } | Out-Host
    if ($LASTEXITCODE -ne 0) {
        $script:Failure += $Title
    }
}

function Invoke-Test {
    param([string] $Library = 'Personio.sln', [string[]] $Engine = @('tests/Module', 'tests/Faults'), [switch] $NoPackage)

    $script:Summary = @()
    $script:Failure = @()
    $built = $Manifest
    if (-not $built -and $Suite -ne 'Package') {
        Invoke-Build
        $built = Join-Path $PSScriptRoot 'Personio.psd1'
    }

    if ($Suite -in 'All', 'Library') {
        Invoke-LibraryTest $Library
    }

    if ($Suite -in 'All', 'Engine') {
        Invoke-Pester5 -Folder $Engine -Built $built -Title 'Pester'
    }

    if ($Suite -eq 'Package' -or ($Suite -eq 'All' -and -not $NoPackage)) {
        # An earlier call in the same shell may have left it there.
        $env:PERSONIO_TEST_BUILT_HERE = $null
        # The sums are in a package and not in a tree: only a package is tested as one.
        if (-not $built -or -not (Test-Path (Join-Path (Split-Path $built) 'SHA256SUMS'))) {
            Invoke-Package
            $built = Join-Path (Get-PackageFolder) 'Personio.psd1'
            $env:PERSONIO_TEST_BUILT_HERE = '1'
        }

        Invoke-Pester5 -Folder 'tests/Package' -Built $built -Title 'Package'
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
        Invoke-Test -Library 'tests/Faults' -Engine 'tests/Faults' -NoPackage
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

function Get-PackageFolder {
    $version = (Import-PowerShellDataFile (Join-Path $PSScriptRoot 'Personio.psd1')).ModuleVersion
    Join-Path $PSScriptRoot "out/Personio/$version"
}

function Invoke-Package {
    $options = @{ Destination = Join-Path $PSScriptRoot 'out'; Tag = $Tag; Certificate = $Certificate; Sbom = $Sbom }
    & (Join-Path $PSScriptRoot 'build/Package.ps1') @options
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
    'Build' { Invoke-Build; Write-Host 'Built. Next: Import-Module ./Personio.psd1; Connect-Personio -Sandbox' }
    'Test' { Invoke-Test }
    'Faults' { Invoke-Fault }
    'Demo' { Invoke-Demo }
    'Package' { Invoke-Package }
    'Benchmark' { Invoke-Benchmark }
    'Docs' { Invoke-Documentation }
    'Coverage' { & (Join-Path $PSScriptRoot 'build/Coverage.ps1') }
    'Mutation' { & (Join-Path $PSScriptRoot 'build/Mutation.ps1') -Only $Only }
}
