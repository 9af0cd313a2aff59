#Requires -Version 7.4
#Requires -Modules Personio

<#
.SYNOPSIS
    Gets birthdays, anniversaries and ends of probation of the next days.
.DESCRIPTION
    Writes one object for each event, by date. Years is how many years an anniversary is. The year of a birth is not
    written, and birthdays need the label of the attribute that has them. Who was born or began on 29 February has the
    day on the 28th in other years.
.PARAMETER Days
    How many days to look ahead. 0 is today alone.
.PARAMETER BirthdayAttribute
    The label, global id or id of the custom attribute with the day of birth. By default, birthdays are not included.
.PARAMETER Session
    The session to use: an object or a name. Default: the current session.
.EXAMPLE
    ./Get-UpcomingDate.ps1 -Days 30 | Where-Object Kind -EQ ProbationEnd

    Whose probation ends within a month?
.EXAMPLE
    ./Get-UpcomingDate.ps1 -BirthdayAttribute Birthday | Format-Table Date, Kind, DisplayName, Years

    What is there to congratulate on this week?
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

# The next time that a day of the year comes, from today on.
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
