<#
.SYNOPSIS
    Runs the tests of the client and of the module with instrumented assemblies; called by build.ps1 -Task Coverage.
.DESCRIPTION
    Coverlet instruments separate builds in ./out/coverage and merges the results of both suites; ReportGenerator, pinned
    in .config/dotnet-tools.json, writes the report. The sandbox is a test tool and is not included.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'Build output is meant for the console.')]
[CmdletBinding()]
param()

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot
. (Join-Path $PSScriptRoot 'Engine.ps1')
$folder = Join-Path $root 'out/coverage'
$failed = @()

function Invoke-Tool {
    & dotnet @args | Out-Host
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $($args[0]) failed with exit code $LASTEXITCODE."
    }
}

function Measure-Suite {
    # Runs a command with an assembly and its neighbors instrumented.
    param([string] $Name, [string] $Assembly, [string] $Command, [string] $Before)

    $env:PERSONIO_COVERAGE_COMMAND = $Command
    $options = @(
        "-p:TargetPath=$Assembly"
        '-p:Include="[Personio]*,[Personio.Client]*,[Personio.Rest]*"'
        "-p:CoverletOutput=$folder/$Name"
        if ($Before) { "-p:MergeWith=$folder/$Before.json" }
    )
    & dotnet msbuild (Join-Path $PSScriptRoot 'Coverage.proj') -t:Measure -nologo -v:minimal @options | Out-Host
    if ($LASTEXITCODE -ne 0) {
        $script:failed += $Name
    }
}

if (Test-Path $folder) {
    Remove-Item $folder -Recurse -Force
}

# Reports need the real source paths and unmodified line numbers.
$plain = '-c', 'Debug', '-v', 'quiet', '-p:PathMap='
$tests = Join-Path $root 'tests/Personio.Client.Tests'
Invoke-Tool build $tests @plain
Invoke-Tool publish (Join-Path $root 'src/Personio') @plain "-p:PublishDir=$folder/module/bin/"
Copy-Item (Join-Path $root 'Personio.psd1') "$folder/module"
Invoke-Tool restore (Join-Path $PSScriptRoot 'Coverage.proj') -v quiet
Push-Location $root
try {
    Invoke-Tool tool restore
}
finally {
    Pop-Location
}

$library = @{
    Name     = 'library'
    Assembly = "$tests/bin/Debug/net8.0/Personio.Client.Tests.dll"
    Command  = "dotnet test ""$tests"" -c Debug --no-build -v quiet"
}
$engine = (Get-EngineCommand | ForEach-Object { '"{0}"' -f $_ }) -join ' '
$both = @{
    Name     = 'both'
    Assembly = "$folder/module/bin/Personio.dll"
    Command  = "$engine -NoProfile -File ""$root/build.ps1"" -Task Test -Suite Engine -Manifest ""$folder/module/Personio.psd1"""
    Before   = 'library'
}
Measure-Suite @library
Measure-Suite @both

Push-Location $root
try {
    $options = @(
        "-reports:$folder/both.cobertura.xml"
        "-targetdir:$folder/report"
        '-reporttypes:Html;TextSummary;JsonSummary'
        '-verbosity:Warning'
    )
    Invoke-Tool reportgenerator @options
}
finally {
    Pop-Location
}

$summary = Get-Content "$folder/report/Summary.json" -Raw | ConvertFrom-Json
foreach ($assembly in $summary.coverage.assemblies) {
    Write-Host ('{0}: {1} % of lines, {2} % of branches' -f $assembly.name, $assembly.coverage, $assembly.branchcoverage)
}

Write-Host ('Both: {0} % of lines, {1} % of branches' -f $summary.summary.linecoverage, $summary.summary.branchcoverage)
Write-Host "Report in $folder/report/index.html"
if ($failed) {
    throw "Tests failed: $($failed -join ', ')."
}
