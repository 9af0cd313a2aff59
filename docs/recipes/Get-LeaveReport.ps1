#Requires -Version 7.4
#Requires -Modules Personio

<#
.SYNOPSIS
    Reports used, planned and remaining leave for each active person and absence type.
.DESCRIPTION
    Used and Planned are what the approved absences of the year cost, up to today and after today. Weekends, holidays and
    days off cost nothing. They are days or hours, as Unit says. Balance is Personio's balance as of today;
    AvailableBalance is the balance less planned leave. Zeros, halves and negative balances are shown as they are.

    The report takes many requests; see the table in the README of the recipes. With -NoUsage, Used and Planned are
    omitted, and one request for each person is enough.
.PARAMETER Year
    The year. Default: the current year. Balances are always as of today.
.PARAMETER AbsenceType
    Only these absence types, by name. Wildcards are allowed. Default: all types.
.PARAMETER NoUsage
    Reports balances only.
.PARAMETER Session
    The session to use, or its name. Default: the current session.
.EXAMPLE
    ./Get-LeaveReport.ps1 -AbsenceType Vacation | Export-Csv leave.csv -Delimiter ';' -Encoding utf8BOM

    Writes everyone's vacation to a file for a spreadsheet program.
.EXAMPLE
    ./Get-LeaveReport.ps1 -NoUsage | Where-Object Balance -LT 0

    Shows who has taken more leave than was available.
#>
[CmdletBinding()]
param(
    [ValidateRange(1970, 2200)]
    [int] $Year = (Get-Date).Year,

    [SupportsWildcards()]
    [string[]] $AbsenceType,

    [switch] $NoUsage,

    $Session
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$in = $PSBoundParameters.ContainsKey('Session') ? @{ Session = $Session } : @{}
$today = (Get-Date).Date
$with = @{ From = [datetime]::new($Year, 1, 1); To = [datetime]::new($Year, 12, 31) } + $in
$type = $AbsenceType ? @{ AbsenceType = $AbsenceType } : @{}
$sums = @{}

function New-Sum {
    [Diagnostics.CodeAnalysis.SuppressMessage('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'An object.')]
    param([string] $Id, [string] $Type)

    [pscustomobject]@{ PersonId = $Id; Type = $Type; Used = [decimal]0; Planned = [decimal]0; Unit = $null }
}

$person = [ordered]@{}
Get-PersonioPerson -Status Active @in | ForEach-Object { $person[$_.PersonId] = $_ }
if (-not $NoUsage) {
    foreach ($day in Get-PersonioAbsencePeriod @with @type -Status Approved, DeletionPending |
            Where-Object { $person.Contains($_.PersonId) } |
            Get-PersonioAbsenceBreakdown @with) {
        $key = "$($day.PersonId)|$($day.AbsenceType)"
        $sum = $sums[$key] ??= New-Sum $day.PersonId $day.AbsenceType
        $sum.Unit = $day.Unit
        $amount = $day.Unit -eq 'HOUR' ? $day.Hours : $day.Days
        if ($day.Date -le $today) {
            $sum.Used += $amount
        }
        else {
            $sum.Planned += $amount
        }
    }
}

function New-Line {
    [Diagnostics.CodeAnalysis.SuppressMessage('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'An object.')]
    param([string] $Id, [string] $Type, $Balance)

    $key = "$Id|$Type"
    $sum = $sums[$key]
    $sums.Remove($key)
    [pscustomobject]@{
        PSTypeName       = 'Personio.Recipe.LeaveReport'
        PersonId         = $Id
        PersonName       = $person[$Id].DisplayName
        PersonEmail      = $person[$Id].Email
        AbsenceType      = $Type
        Used             = $sum ? $sum.Used : ($NoUsage ? $null : [decimal]0)
        Planned          = $sum ? $sum.Planned : ($NoUsage ? $null : [decimal]0)
        Unit             = $sum ? $sum.Unit : $null
        Balance          = $Balance ? $Balance.Balance : $null
        AvailableBalance = $Balance ? $Balance.AvailableBalance : $null
    }
}

# Joined by name: balances and absences use the same type names but different type IDs.
$person.Values | Get-PersonioAbsenceBalance @in |
    Where-Object { $name = $_.AbsenceType; -not $AbsenceType -or ($AbsenceType | Where-Object { $name -like $_ }) } |
    ForEach-Object { New-Line -Id $_.PersonId -Type $_.AbsenceType -Balance $_ }

# Absences of types that have no balance.
@($sums.Values) | Sort-Object { [array]::IndexOf(@($person.Keys), $_.PersonId) }, Type |
    ForEach-Object { New-Line -Id $_.PersonId -Type $_.Type }
