#Requires -Version 7.4
#Requires -Modules Personio

<#
.SYNOPSIS
    Shows who is out today, or in a range of days.
.DESCRIPTION
    Lists the approved absences that overlap the range, sorted by name, including absences that began earlier and absences
    with an open end. Both days are inclusive.
.PARAMETER From
    The first day. Default: today.
.PARAMETER To
    The last day. Default: the first day.
.PARAMETER AbsenceType
    Only these absence types, by name. Wildcards are allowed. Default: all types. To keep the reasons private, remove the
    column AbsenceType from the output.
.PARAMETER Session
    The session to use, or its name. Default: the current session.
.EXAMPLE
    ./Show-WhoIsOut.ps1 | Format-Table

    Shows who is out today.
.EXAMPLE
    ./Show-WhoIsOut.ps1 -To (Get-Date).AddDays(6) | Select-Object PersonName, StartDate, EndDate | Export-Csv week.csv

    Exports who is out this week, without the reasons.
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
        # The table view for this type name shows days without a time.
        $_.PSObject.TypeNames.Insert(0, 'Personio.Recipe.WhoIsOut')
        $_
    }
