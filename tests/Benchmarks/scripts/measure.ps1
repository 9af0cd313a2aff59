<#
.SYNOPSIS
    Runs one job in this process and tells what it cost.
.DESCRIPTION
    The last line of the output has the seconds of the job without its preparation, the processor time of this process in
    seconds, the most memory it ever used in bytes, and what the job itself had to say, if anything.
.PARAMETER Prepare
    A script that connects; what it defines is there for the job.
.PARAMETER Job
    The script that is measured.
.PARAMETER Argument
    The parameters of the job.
#>
param(
    [string] $Prepare,
    [string] $Job,
    [hashtable] $Argument = @{}
)

$ErrorActionPreference = 'Stop'
# Writes the same dates to every file, regardless of the culture of the computer.
[cultureinfo]::CurrentCulture = 'en-US'
. $Prepare
$said = $null
$watch = [System.Diagnostics.Stopwatch]::StartNew()
if ($Job) {
    $said = . $Job @Argument
}

$seconds = $watch.Elapsed.TotalSeconds
$me = [System.Diagnostics.Process]::GetCurrentProcess()
$costs = $seconds, $me.TotalProcessorTime.TotalSeconds, $me.PeakWorkingSet64, $said
[Console]::Out.WriteLine([string]::Format([cultureinfo]::InvariantCulture, 'measured {0:F4} {1:F4} {2} {3}', $costs))
