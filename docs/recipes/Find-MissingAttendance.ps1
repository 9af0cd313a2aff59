#Requires -Version 7.4
#Requires -Modules Personio

<#
.SYNOPSIS
    Finds working days without a time entry.
.DESCRIPTION
    Finds the days from Monday to Friday on which an active person has neither a time entry that was not rejected, nor an
    approved absence. Work schedules and public holidays are not taken into account: specify the holidays, and treat the
    output as a list of questions. To find issues in existing entries, use Find-PersonioWorkingTimeIssue.

    Your works agreement decides who may see this list.
.PARAMETER Month
    The month, such as 2026-05, or any day in it. Default: last month. Only days up to yesterday are checked.
.PARAMETER Holiday
    Days on which nobody has to work.
.PARAMETER Session
    The session to use, or its name. Default: the current session.
.EXAMPLE
    ./Find-MissingAttendance.ps1 -Month 2026-05-01 -Holiday 2026-05-01, 2026-05-14, 2026-05-25 | Group-Object PersonName

    Shows whom to remind.
#>
[CmdletBinding()]
param(
    [Personio.Parameters.MonthTransformation()]
    [datetime] $Month = (Get-Date).AddMonths(-1),

    [Personio.Parameters.DayTransformation()]
    [datetime[]] $Holiday = @(),

    $Session
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$in = $PSBoundParameters.ContainsKey('Session') ? @{ Session = $Session } : @{}
$first = [datetime]::new($Month.Year, $Month.Month, 1)
$last = @($first.AddMonths(1).AddDays(-1), (Get-Date).Date.AddDays(-1) | Sort-Object)[0]
if ($last -lt $first) {
    return
}

$with = @{ From = $first; To = $last } + $in
$tracked = [System.Collections.Generic.HashSet[string]]::new()
Get-PersonioAttendancePeriod @with -Status Confirmed, Pending |
    ForEach-Object { $null = $tracked.Add(('{0}|{1:s}' -f $_.PersonId, $_.AttributionDate)) }
$away = @{}
Get-PersonioAbsencePeriod @with -Status Approved, DeletionPending |
    ForEach-Object { $away[$_.PersonId] = @($away[$_.PersonId] | Where-Object { $_ }) + $_ }
$free = @($Holiday | ForEach-Object Date)
$missing = foreach ($person in Get-PersonioPerson -Status Active -IncludeEmployment @in) {
    for ($day = $first; $day -le $last; $day = $day.AddDays(1)) {
        $isFree = $day.DayOfWeek -in 'Saturday', 'Sunday' -or $day -in $free -or
        $tracked.Contains(('{0}|{1:s}' -f $person.PersonId, $day)) -or
        -not $person.EmploymentStartDate -or $person.EmploymentStartDate -gt $day -or
        ($person.LastDay -and $person.LastDay -lt $day)
        if (-not $isFree -and -not ($away[$person.PersonId] | Where-Object { $_ -and $_.Overlaps($day, $day) })) {
            [pscustomobject]@{
                PSTypeName = 'Personio.Recipe.MissingAttendance'
                PersonId   = $person.PersonId
                PersonName = $person.DisplayName
                Date       = $day
            }
        }
    }
}

$missing | Sort-Object PersonName, Date
