#Requires -Version 7.4
#Requires -Modules Personio

<#
.SYNOPSIS
    Finds days with too long hours, too short breaks, or without an entry.
.DESCRIPTION
    Looks at the tracked attendance of a month, whatever its status but rejected. By default the limits are those of the
    German Working Hours Act: ten hours a day; 30 minutes of break with more than six hours, 45 with more than nine. A
    gap between two periods of work counts as a break, as it does there. A period that ends before it starts is one error,
    and the month goes on.

    With -Missing it also finds the days from Monday to Friday on which an active person has neither an entry nor an
    approved absence. Work schedules and public holidays are not known to it: name the holidays, and take it as a list to
    ask about.

    Who this is for is a matter of your works agreement.
.PARAMETER Month
    The month, as 2026-05, or any day in it. Default: last month. Days after yesterday are not looked at.
.PARAMETER MaximumHours
    More hours on a day are an issue.
.PARAMETER Missing
    Finds days without an entry, too.
.PARAMETER Holiday
    Days on which nobody has to work.
.PARAMETER Session
    The session to use: an object or a name. Default: the current session.
.EXAMPLE
    ./Find-WorkingTimeIssue.ps1 | Export-Csv issues.csv

    What was wrong last month?
.EXAMPLE
    ./Find-WorkingTimeIssue.ps1 -Month 2026-05-01 -Missing -Holiday 2026-05-01, 2026-05-14, 2026-05-25 | Group-Object PersonName

    Whom to remind?
#>
[CmdletBinding()]
param(
    [Personio.Parameters.MonthTransformation()]
    [datetime] $Month = (Get-Date).AddMonths(-1),

    [decimal] $MaximumHours = 10,

    [switch] $Missing,

    [Personio.Parameters.DayTransformation()]
    [datetime[]] $Holiday = @(),

    $Session
)

Set-StrictMode -Version 3.0
$in = $PSBoundParameters.ContainsKey('Session') ? @{ Session = $Session } : @{}
# A period that cannot be counted is an error of its own; whatever else fails ends the script.
$onBadPeriod = $ErrorActionPreference
$ErrorActionPreference = 'Stop'
$first = [datetime]::new($Month.Year, $Month.Month, 1)
$last = @($first.AddMonths(1).AddDays(-1), (Get-Date).Date.AddDays(-1) | Sort-Object)[0]
if ($last -lt $first) {
    return
}

$with = @{ From = $first; To = $last; IncludePerson = $true } + $in
$span = @{}
$issues = [System.Collections.Generic.List[object]]::new()

function Add-Issue {
    param([string] $Issue, $Of, [datetime] $Date, $Hours, $BreakMinutes)

    $issues.Add([pscustomobject]@{
            PersonId     = $Of.PersonId
            PersonName   = $Of.PersonName
            Date         = $Date
            Issue        = $Issue
            Hours        = $Hours
            BreakMinutes = $BreakMinutes
        })
}

function Get-Key {
    param([string] $Id, [datetime] $Day)

    '{0}|{1:s}' -f $Id, $Day.Date
}

# From the first start to the last end of each day, while the periods go by.
function Add-Span {
    process {
        if ($_.End -and $_.Type -eq 'WORK' -and $_.End -ge $_.Start) {
            $key = Get-Key $_.PersonId $_.AttributionDate
            $day = $span[$key] ??= @{ First = $_.Start; Last = $_.End }
            $day.First = $_.Start -lt $day.First ? $_.Start : $day.First
            $day.Last = $_.End -gt $day.Last ? $_.End : $day.Last
        }

        $_
    }
}

$sums = @(Get-PersonioAttendancePeriod @with -Status Confirmed, Pending | Add-Span | Measure-PersonioAttendance -By Person, Date -ErrorAction SilentlyContinue -ErrorVariable bad)
$bad | ForEach-Object { Write-Error -ErrorRecord $_ -ErrorAction $onBadPeriod }
$tracked = @{}
foreach ($sum in $sums) {
    $key = Get-Key $sum.PersonId $sum.Date
    $tracked[$key] = $true
    $day = $span[$key]
    if (-not $day) {
        continue
    }

    $break = [Math]::Round(($day.Last - $day.First).TotalMinutes - [double]$sum.Hours * 60)
    $needed = $sum.Hours -gt 9 ? 45 : $sum.Hours -gt 6 ? 30 : 0
    if ($sum.Hours -gt $MaximumHours) {
        Add-Issue TooLong $sum -Date $sum.Date -Hours $sum.Hours -BreakMinutes $break
    }

    if ($break -lt $needed) {
        Add-Issue BreakTooShort $sum -Date $sum.Date -Hours $sum.Hours -BreakMinutes $break
    }
}

if ($Missing) {
    $away = @{}
    $free = @($Holiday | ForEach-Object Date)
    Get-PersonioAbsencePeriod -From $first -To $last -Status Approved, DeletionPending @in |
        ForEach-Object { $away[$_.PersonId] = @($away[$_.PersonId] | Where-Object { $_ }) + $_ }
    $employed = Get-PersonioPerson -Status Active -IncludeEmployment @in
    foreach ($person in $employed) {
        for ($day = $first; $day -le $last; $day = $day.AddDays(1)) {
            $isFree = $day.DayOfWeek -in 'Saturday', 'Sunday' -or $day -in $free -or
            $tracked[(Get-Key $person.PersonId $day)] -or
            -not $person.EmploymentStartDate -or $person.EmploymentStartDate -gt $day -or
            ($person.LastDay -and $person.LastDay -lt $day)
            if (-not $isFree -and -not ($away[$person.PersonId] | Where-Object { $_ -and $_.Overlaps($day, $day) })) {
                Add-Issue NoEntry ([pscustomobject]@{ PersonId = $person.PersonId; PersonName = $person.DisplayName }) -Date $day
            }
        }
    }
}

$issues | Sort-Object PersonName, Date, Issue
