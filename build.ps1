<#
.SYNOPSIS
    Builds, tests, demonstrates and packages the module.
.DESCRIPTION
    This script runs MSBuild and the test runners, and fails if one of them does.

    Build      compiles the module to ./bin, from which Import-Module ./Personio.psd1 loads it
    Test       runs all tests: xunit, then Pester for the built module, then Pester for the package; ends with a table
    Faults     runs the long fault injection tests, about fifteen minutes, and prints figures, see docs/faults.md
    Demo       connects to the sandbox and shows the main jobs; needs no account
    Package    writes the module as it is published to ./out/Personio/<version>, with the hashes of its files
    Sbom       writes a bill of materials (CycloneDX) to ./out; requires Node.js, whose npx downloads and runs cdxgen
    Coverage   runs all tests with the client and the cmdlets instrumented; writes one report to ./out/coverage
    Mutation   makes small changes to the client's code and reports those that no test detects, see docs/testing.md
    Benchmark  compares the module with a script, a bare C# program and the rate limits, see docs/performance.md
    Readme     runs the commands in README.md to update their output, and takes the picture of the calendar with Chromium
    Docs       writes the format files from ./build/Views.psd1, then the help that Get-Help reads from ./docs/en-US; only the
               help needs a module, Microsoft.PowerShell.PlatyPS
.PARAMETER Task
    The task to run.
.PARAMETER Manifest
    Tests an existing module instead of building one, for example an unpacked package.
.PARAMETER Suite
    All runs everything, Library only xunit, Engine only Pester for the module, Package only Pester for the package:
    whether another folder produces the same package, and how it is published, installed, updated and removed.
.PARAMETER Quick
    Runs the benchmark with small sizes, in under three minutes; with -Inner, with few repetitions.
.PARAMETER Only
    Only these parts of the benchmark: employments, attendance, absences, breakdowns, requests, neighbor, persons, users, memory, import, consumer.
.PARAMETER Keep
    Saves the figures of this benchmark to ./docs/performance.json, to compare the next one with. A full run of all parts
    also replaces the table in ./docs/performance.md.
.PARAMETER Inner
    Runs microbenchmarks with BenchmarkDotNet instead; -Only takes names of classes and methods with wildcards.
.PARAMETER Tag
    Package fails unless this tag is v followed by the version in the manifest and at the top of CHANGELOG.md.
.PARAMETER Certificate
    Package signs with this code signing certificate, which must have its private key. Windows only.
.EXAMPLE
    dotnet tool exec -y powershell -- ./build.ps1 -Task Demo
.EXAMPLE
    pwsh ./build.ps1 -Task Test -Manifest ./out/Personio/0.1.0/Personio.psd1 -Suite Engine
.EXAMPLE
    pwsh ./build.ps1 -Task Package -Tag v0.1.0 -Certificate (Get-PfxCertificate release.pfx)
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'Build output is meant for the console.')]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSReviewUnusedParameter', '', Justification = 'The functions use them.')]
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Faults', 'Demo', 'Package', 'Sbom', 'Benchmark', 'Readme', 'Docs', 'Coverage', 'Mutation')]
    [string] $Task = 'Build',

    [string] $Manifest,

    [ValidateSet('All', 'Library', 'Engine', 'Package')]
    [string] $Suite = 'All',

    [switch] $Quick,

    [string[]] $Only,

    [switch] $Keep,

    [switch] $Inner,

    [string] $Tag,

    [System.Security.Cryptography.X509Certificates.X509Certificate2] $Certificate
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'
. (Join-Path $PSScriptRoot 'build/Engine.ps1')

function Invoke-Dotnet {
    # Runs dotnet, passes its output on, and ends the build if it fails.
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $($args[0]) failed with exit code $LASTEXITCODE."
    }
}

function Invoke-Build {
    Invoke-Dotnet publish (Join-Path $PSScriptRoot 'src/Personio') -c Release -v quiet
}

function Invoke-Fault {
    $before = $env:PERSONIO_FAULTS
    $env:PERSONIO_FAULTS = 'long'
    try {
        & (Join-Path $PSScriptRoot 'build/Test.ps1') -Manifest $Manifest -Suite $Suite -Library 'tests/Faults' -Engine 'tests/Faults' -NoPackage
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
        Show-Plan
    }
    finally {
        Show-Step 'Disconnect-Personio'
        Disconnect-Personio
    }
}

function Show-Plan {
    # Joiners, movers and leavers: the simulated company against its simulated directory.
    $with = @{ EmailDomain = 'example.org'; UpdateOnLink = $true; WarningAction = 'SilentlyContinue' }
    Show-Step 'Connect-PingOne -Sandbox'
    Connect-PingOne -Sandbox
    try {
        Show-Step '$plan = Compare-PersonioDirectory -EmailDomain example.org -UpdateOnLink   # what would change in the directory'
        $plan = @(Compare-PersonioDirectory @with)
        $plan | Where-Object Action -NE None | Format-Table | Out-Host
        Write-Host ('{0} more rows are for later (NotYet) or for somebody to look at (Finding).' -f @($plan | Where-Object Action -EQ None).Count)

        Show-Step '$plan | Select-Object -First 3 | Invoke-PersonioPlan -WhatIf'
        $plan | Select-Object -First 3 | Invoke-PersonioPlan -WhatIf

        Show-Step '$plan | ForEach-Object { $_.Approved = ''yes''; $_ } | Invoke-PersonioPlan -Confirm:$false -PassThru'
        $plan | ForEach-Object { $_.Approved = 'yes'; $_ } |
            Invoke-PersonioPlan -Confirm:$false -PassThru -InformationAction Continue |
            Group-Object Action, Status -NoElement | Format-Table | Out-Host

        Show-Step 'Compare-PersonioDirectory -EmailDomain example.org | Where-Object Action -NE None   # nothing is left to do'
        $rest = @(Compare-PersonioDirectory @with | Where-Object Action -NE None)
        $rest | Format-Table | Out-Host
        Write-Host ('{0} rows.' -f $rest.Count)
    }
    finally {
        Show-Step 'Disconnect-PingOne'
        Disconnect-PingOne
    }
}

function Invoke-Package {
    $options = @{ Destination = Join-Path $PSScriptRoot 'out'; Tag = $Tag; Certificate = $Certificate }
    & (Join-Path $PSScriptRoot 'build/Package.ps1') @options
}

function Invoke-Benchmark {
    if ($Inner) {
        # A bare asterisk would be expanded to the files of this folder.
        $options = @('--filter') + ($Only ? $Only : 'Personio.Benchmarks.Inner.*') + '--artifacts' + (Join-Path $PSScriptRoot 'out/benchmarks/inner')
        if ($Quick) {
            $options += '--job', 'short'
        }

        Invoke-Dotnet run --project (Join-Path $PSScriptRoot 'tests/Benchmarks.Inner') -c Release -- @options
        return
    }

    if (-not $Manifest) {
        # Measures the published form: the source manifest first checks whether the sources are built.
        Invoke-Package
        $script:Manifest = Get-Item (Join-Path $PSScriptRoot 'out/Personio/*/Personio.psd1') |
            Sort-Object LastWriteTime | Select-Object -Last 1 -ExpandProperty FullName
    }

    $options = @(
        "--manifest=$((Resolve-Path $script:Manifest).Path)"
        "--out=$(Join-Path $PSScriptRoot 'out/benchmarks')"
        "--root=$PSScriptRoot"
        "--pwsh=$((Get-EngineCommand) -join [System.IO.Path]::PathSeparator)"
        if ($Quick) { '--quick' }
        if ($Keep) { '--keep' }
        if ($Only) { "--only=$($Only -join ',')" }
    )
    Invoke-Dotnet run --project (Join-Path $PSScriptRoot 'tests/Benchmarks') -c Release -- @options
}

function Invoke-Documentation {
    & (Join-Path $PSScriptRoot 'build/Format.ps1')
    if (-not (Get-Module Microsoft.PowerShell.PlatyPS -ListAvailable)) {
        throw 'The format files were written. For the help, run Install-PSResource Microsoft.PowerShell.PlatyPS first. Building the module does not need it.'
    }

    # Runs in a separate process, so that the assemblies it loads do not stay loaded.
    Invoke-Engine -NoProfile -NonInteractive -File (Join-Path $PSScriptRoot 'docs/Export-Help.ps1') -Destination (
        Join-Path $PSScriptRoot 'src/Personio/en-US')
    if ($LASTEXITCODE -ne 0) {
        throw 'The help could not be made.'
    }

    # Copies the help next to the manifest as well.
    Invoke-Build
}

function Invoke-Readme {
    Invoke-Build
    # Runs in a separate process, so that the assemblies it loads do not stay loaded.
    Invoke-Engine -NoProfile -NonInteractive -File (Join-Path $PSScriptRoot 'build/Readme.ps1') -Manifest (
        Join-Path $PSScriptRoot 'Personio.psd1') -Picture (Join-Path $PSScriptRoot 'docs/calendar.png')
    if ($LASTEXITCODE -ne 0) {
        throw 'The outputs of the README could not be made.'
    }
}

switch ($Task) {
    'Build' { Invoke-Build; Write-Host 'Built. Next: Import-Module ./Personio.psd1; Connect-Personio -Sandbox' }
    'Test' { & (Join-Path $PSScriptRoot 'build/Test.ps1') -Manifest $Manifest -Suite $Suite }
    'Faults' { Invoke-Fault }
    'Demo' { Invoke-Demo }
    'Package' { Invoke-Package }
    'Sbom' { & (Join-Path $PSScriptRoot 'build/Sbom.ps1') -Destination (Join-Path $PSScriptRoot 'out') }
    'Benchmark' { Invoke-Benchmark }
    'Readme' { Invoke-Readme }
    'Docs' { Invoke-Documentation }
    'Coverage' { & (Join-Path $PSScriptRoot 'build/Coverage.ps1') }
    'Mutation' { & (Join-Path $PSScriptRoot 'build/Mutation.ps1') -Only $Only }
}
