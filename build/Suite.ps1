<#
.SYNOPSIS
    Runs Pester tests and writes the results to a file. Test.ps1 starts it in a separate process, because a loaded module
    would prevent the next build from overwriting it.
.PARAMETER Pester
    The manifest of the Pester module to use.
.PARAMETER Path
    The folders or files of the tests, separated by semicolons.
.PARAMETER Result
    The file for the counts, the failures and the tests that were not run, as JSON.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Pester,

    [Parameter(Mandatory)]
    [string] $Path,

    [Parameter(Mandatory)]
    [string] $Result
)

Import-Module $Pester
$root = Split-Path $PSScriptRoot

# Returns where the test failed: the line of the assertion, or of the test.
function Get-Place {
    param($Test)

    $file, $line = $Test.ScriptBlock.File, $Test.StartLine
    $target = @($Test.ErrorRecord)[0].TargetObject
    if ($target -is [System.Collections.IDictionary] -and $target['File']) {
        $file, $line = $target['File'], $target['Line']
    }

    '{0}:{1}' -f [System.IO.Path]::GetRelativePath($root, $file).Replace('\', '/'), $line
}

$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path -split ';'
$configuration.Run.PassThru = $true
$run = Invoke-Pester -Configuration $configuration
$failures = @(
    $run.Failed | ForEach-Object { "$(Get-Place $_) $($_.ExpandedPath)" }
    $run.FailedBlocks | ForEach-Object { "$(Get-Place $_) $($_.ExpandedPath): $(@($_.ErrorRecord)[0].Exception.Message)" }
    $run.FailedContainers | ForEach-Object { "$($_.Item): $(@($_.ErrorRecord)[0].Exception.Message)" }
)
# Rows of a data-driven test are skipped for the same reason, so they are grouped.
$notRun = @($run.Skipped + $run.NotRun | Where-Object { $_ } | Group-Object {
        $reason = @($_.ErrorRecord)[0].Exception.Message -replace '^is skipped(, because )?'
        '{0}: {1}: {2}' -f (Split-Path $_.ScriptBlock.File -Leaf), "$($_.Block.ExpandedPath): $($_.Name)", ($reason ? $reason : 'no reason was given')
    } | ForEach-Object { ($_.Count -gt 1 ? "$($_.Count) x " : '') + $_.Name })
@{
    Passed   = $run.PassedCount
    # If a file cannot be read or its setup fails, no test fails, so this counts as one failure.
    Failed   = [Math]::Max($run.FailedCount, $failures.Count ? 1 : 0)
    Skipped  = $run.SkippedCount + $run.NotRunCount
    Failures = $failures
    NotRun   = $notRun
} | ConvertTo-Json | Set-Content $Result
