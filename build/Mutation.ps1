<#
.SYNOPSIS
    Makes small changes to the code for retries, rate limiting, tokens, paging and dates, one at a time, and reports those
    that no test in tests/Personio.Rest.Tests and tests/Personio.Client.Tests detects; called by build.ps1 -Task Mutation.
.DESCRIPTION
    Stryker, pinned in .config/dotnet-tools.json, does the work; stryker-config.json of each of the two test projects says
    what is changed. A run takes half an hour. docs/testing.md describes the mutants that survive.
.PARAMETER Only
    File patterns to use instead of those in the configuration, for example **/Http/RetryDelay.cs.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'Build output is meant for the console.')]
[CmdletBinding()]
param(
    [string[]] $Only
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot
$folder = Join-Path $root 'out/mutation'
if (Test-Path $folder) {
    Remove-Item $folder -Recurse -Force
}

$patterns = @($Only | Where-Object { $_ } | ForEach-Object { '--mutate', $_ })
foreach ($tests in 'tests/Personio.Rest.Tests', 'tests/Personio.Client.Tests') {
    $name = Split-Path $tests -Leaf
    Push-Location (Join-Path $root $tests)
    try {
        & dotnet tool restore | Out-Host
        & dotnet stryker --output "$folder/$name" @patterns | Out-Host
        if ($LASTEXITCODE -ne 0) {
            throw "Stryker failed with exit code $LASTEXITCODE."
        }
    }
    finally {
        Pop-Location
    }

    $report = Get-Content "$folder/$name/reports/mutation-report.json" -Raw | ConvertFrom-Json -AsHashtable
    foreach ($file in $report.files.GetEnumerator() | Sort-Object Key) {
        foreach ($mutant in $file.Value.mutants | Where-Object { $_.status -in 'Survived', 'NoCoverage' }) {
            Write-Host ('{0} {1}:{2} {3} -> {4}' -f $mutant.status, $file.Key, $mutant.location.start.line, $mutant.mutatorName, $mutant.replacement)
        }
    }

    Write-Host "Report in $folder/$name/reports/mutation-report.html"
}
