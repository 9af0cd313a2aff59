#Requires -Version 7.4
#Requires -Modules Personio

<#
.SYNOPSIS
    Shows who is out today, or on some days.
.DESCRIPTION
    Lists the approved absences that overlap the days, by name. A leave that began earlier and goes on is found, and so
    is one with an open end. Both days are inclusive.
.PARAMETER From
    The first day. Default: today.
.PARAMETER To
    The last day. Default: the first day.
.PARAMETER AbsenceType
    Only these types of absence, by name with wildcards. Default: all types. Where the reason is nobody's business, take the
    column AbsenceType out.
.PARAMETER Session
    The session to use: an object or a name. Default: the current session.
.EXAMPLE
    ./Show-WhoIsOut.ps1 | Format-Table

    Who is out today?
.EXAMPLE
    ./Show-WhoIsOut.ps1 -To (Get-Date).AddDays(6) | Select-Object PersonName, StartDate, EndDate | Export-Csv week.csv

    Who is out this week, without the reasons?
#>
[CmdletBinding()]
param(
    [Personio.Parameters.DayTransformation()]
    [datetime] $From = (Get-Date),

    [Personio.Parameters.DayTransformation()]
    [datetime] $To = $From,

    [SupportsWildcards()]
    [string[]] $AbsenceType,

    $Session
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$in = $PSBoundParameters.ContainsKey('Session') ? @{ Session = $Session } : @{}

$type = $AbsenceType ? @{ AbsenceType = $AbsenceType } : @{}

Get-PersonioAbsencePeriod -From $From -To $To @type -Status Approved, DeletionPending -IncludePerson @in |
    Sort-Object PersonName, StartDate |
    Select-Object PersonId, PersonName, PersonEmail, AbsenceType, StartDate, StartHalf, EndDate, EndHalf |
    ForEach-Object {
        # The view of this name shows days as days.
        $_.PSObject.TypeNames.Insert(0, 'Personio.Recipe.WhoIsOut')
        $_
    }
