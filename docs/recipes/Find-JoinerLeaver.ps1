#Requires -Version 7.4
#Requires -Modules Personio

<#
.SYNOPSIS
    Lists who joins and who leaves in the coming days, from HR data alone.
.DESCRIPTION
    A Joiner has the first day, and a Leaver the last day (LastDay), within the given number of days. Reason says what
    determines the last day: Termination, EmploymentEnd or LastWorkingDay.

    The end of a fixed-term contract does not end an employment, because contracts are often extended without a new date
    in Personio. Active persons without a last day whose contract ends within these days, or has already ended, are
    listed as ContractEnd for HR to check.

    No directory is needed, and nothing is changed. Update-ActiveDirectory.ps1, Update-EntraId.ps1 and, for PingOne,
    Compare-PersonioDirectory say what this means for accounts, and bring them in line.
.PARAMETER Days
    The number of days to look ahead. 0 means today only.
.PARAMETER Session
    The session to use, or its name. Default: the current session.
.EXAMPLE
    ./Find-JoinerLeaver.ps1 | Where-Object Kind -EQ Joiner | Export-Csv joiners.csv

    Lists who starts in the next 14 days.
.EXAMPLE
    ./Find-JoinerLeaver.ps1 -Days 31 | Sort-Object Date | Format-Table Date, Kind, DisplayName, DepartmentName

    Shows who comes and goes within a month, day by day.
#>
[CmdletBinding()]
param(
    [ValidateRange(0, 366)]
    [int] $Days = 14,

    $Session
)

Set-StrictMode -Version 3.0
$in = $PSBoundParameters.ContainsKey('Session') ? @{ Session = $Session } : @{}
$today = (Get-Date).Date
$end = $today.AddDays($Days)

function New-Line {
    [Diagnostics.CodeAnalysis.SuppressMessage('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'An object.')]
    param($Person, [string] $Kind, $Date, $Reason)

    [pscustomobject]@{
        PSTypeName     = 'Personio.Recipe.JoinerLeaver'
        Kind           = $Kind
        Date           = $Date
        Reason         = $Reason
        PersonId       = $Person.PersonId
        DisplayName    = $Person.DisplayName
        Email          = $Person.Email
        DepartmentName = $Person.PSObject.Properties['DepartmentName']?.Value
        SupervisorName = $Person.PSObject.Properties['SupervisorName']?.Value
    }
}

# Everything is read before anything is written.
$active = @(Get-PersonioPerson -Status Active -IncludeEmployment @in -ErrorAction Stop)
$active | Where-Object { $_.EmploymentStartDate -ge $today -and $_.EmploymentStartDate -le $end } |
    Sort-Object EmploymentStartDate |
    ForEach-Object { New-Line $_ -Kind Joiner -Date $_.EmploymentStartDate }
$active | Where-Object { $_.LastDay -ge $today -and $_.LastDay -le $end } |
    Sort-Object LastDay |
    ForEach-Object { New-Line $_ -Kind Leaver -Date $_.LastDay -Reason $_.LastDayReason }
$active | Where-Object { -not $_.LastDay -and $_.ContractEndDate -and $_.ContractEndDate -le $end } |
    Sort-Object ContractEndDate |
    ForEach-Object { New-Line $_ -Kind ContractEnd -Date $_.ContractEndDate }
