#Requires -Version 7.4
#Requires -Modules Personio

<#
.SYNOPSIS
    Gets birthdays, anniversaries and ends of probation in the coming days.
.DESCRIPTION
    Writes one object for each event, sorted by date. Years is the number of years of an anniversary. The year of birth is
    never shown, and birthdays need the label of the attribute that contains them. For a person who was born or started on
    February 29, the event is on February 28 in other years.
.PARAMETER Days
    The number of days to look ahead. 0 means today only.
.PARAMETER BirthdayAttribute
    The label, global ID or ID of the custom attribute with the date of birth. By default, birthdays are not included.
.PARAMETER Session
    The session to use, or its name. Default: the current session.
.EXAMPLE
    ./Get-UpcomingDate.ps1 -Days 30 | Where-Object Kind -EQ ProbationEnd

    Shows whose probation ends within a month.
.EXAMPLE
    ./Get-UpcomingDate.ps1 -BirthdayAttribute Birthday | Format-Table Date, Kind, DisplayName, Years

    Shows this week's birthdays and anniversaries.
#>
[CmdletBinding()]
param(
    [ValidateRange(0, 366)]
    [int] $Days = 7,

    [string] $BirthdayAttribute,

    $Session
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$in = $PSBoundParameters.ContainsKey('Session') ? @{ Session = $Session } : @{}
$today = (Get-Date).Date
$end = $today.AddDays($Days)

# The next occurrence of a day of the year, today included.
function Get-NextDay {
    param([datetime] $Day)

    foreach ($year in $today.Year, ($today.Year + 1)) {
        $next = [datetime]::new($year, $Day.Month, [Math]::Min($Day.Day, [datetime]::DaysInMonth($year, $Day.Month)))
        if ($next -ge $today) {
            return $next
        }
    }
}

function Write-Event {
    param([string] $Kind, [datetime] $Date, $Person, $Years)

    if ($Date -ge $today -and $Date -le $end) {
        [pscustomobject]@{
            PSTypeName  = 'Personio.Recipe.UpcomingDate'
            Date        = $Date
            Kind        = $Kind
            PersonId    = $Person.PersonId
            DisplayName = $Person.DisplayName
            Email       = $Person.Email
            Years       = $Years
        }
    }
}

$person = @{}
Get-PersonioPerson -Status Active @in | ForEach-Object { $person[$_.PersonId] = $_ }
$events = @(
    if ($BirthdayAttribute) {
        foreach ($one in $person.Values) {
            $born = $one.CustomAttributes[$BirthdayAttribute]
            if ($born -is [datetime]) {
                Write-Event Birthday -Date (Get-NextDay $born) -Person $one
            }
        }
    }

    foreach ($employment in $person.Values | Get-PersonioEmployment -Current @in) {
        $one = $person[$employment.PersonId]
        if ($employment.EmploymentStartDate -and $employment.EmploymentStartDate -lt $today) {
            $next = Get-NextDay $employment.EmploymentStartDate
            Write-Event Anniversary -Date $next -Person $one -Years ($next.Year - $employment.EmploymentStartDate.Year)
        }

        if ($employment.ProbationEndDate) {
            Write-Event ProbationEnd -Date $employment.ProbationEndDate -Person $one
        }
    }
)
$events | Sort-Object Date, Kind, DisplayName
