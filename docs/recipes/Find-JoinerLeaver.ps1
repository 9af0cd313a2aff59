#Requires -Version 7.4
#Requires -Modules Personio

<#
.SYNOPSIS
    Finds who joins and who leaves in the next days, and disables the accounts of those who have left.
.DESCRIPTION
    A Joiner has the first day of employment, a Leaver the last one (LastDay), within the next days. With -DisableAccount
    those who have left already come too, as Left: persons who are inactive, and those whose last day is over. Their
    accounts are disabled if they are not yet. Nobody is disabled on the last day itself.

    An account that cannot be disabled is one error, and the next goes on. A run that finds nothing to do changes nothing.
.PARAMETER Days
    How many days to look ahead. 0 is today alone.
.PARAMETER DisableAccount
    Disables the accounts of those who have left.
.PARAMETER FindAccount
    Gets the account of a person: a script block that is given the id, and writes an object with DistinguishedName and
    Enabled. By default Get-ADUser by the attribute employeeID.
.PARAMETER Disable
    Disables an account: a script block that is given it. By default Disable-ADAccount.
.PARAMETER Session
    The session to work in, or its name. Without it the current one.
.EXAMPLE
    ./Find-JoinerLeaver.ps1 | Where-Object Kind -EQ Joiner | Export-Csv joiners.csv

    Who starts in the next 14 days?
.EXAMPLE
    ./Find-JoinerLeaver.ps1 -DisableAccount -WhatIf

    Whose accounts would be disabled?
#>
[Diagnostics.CodeAnalysis.SuppressMessage('PSReviewUnusedParameter', '', Justification = 'A function uses it.')]
[CmdletBinding(SupportsShouldProcess)]
param(
    [ValidateRange(0, 366)]
    [int] $Days = 14,

    [switch] $DisableAccount,

    [scriptblock] $FindAccount = {
        param($PersonId)
        Get-ADUser -LDAPFilter "(employeeID=$PersonId)"
    },

    [scriptblock] $Disable = {
        param($Account)
        Disable-ADAccount -Identity $Account.DistinguishedName
    },

    $Session
)

Set-StrictMode -Version 3.0
$today = (Get-Date).Date
$end = $today.AddDays($Days)

# Disables the accounts that are enabled, and tells what became of them.
function Disable-Found {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([string])]
    param([string] $Id)

    foreach ($account in @(& $FindAccount $Id)) {
        if (-not $account.Enabled) {
            'DisabledBefore'
        }
        elseif ($PSCmdlet.ShouldProcess("$($account.DistinguishedName) of person $Id", 'Disable')) {
            $null = & $Disable $account
            'Disabled'
        }
        else {
            'Planned'
        }
    }
}

function New-Line {
    [Diagnostics.CodeAnalysis.SuppressMessage('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'An object.')]
    param($Person, [string] $Kind, $Date, $Account)

    [pscustomobject]@{
        Kind           = $Kind
        Date           = $Date
        PersonId       = $Person.PersonId
        DisplayName    = $Person.DisplayName
        Email          = $Person.Email
        DepartmentName = $Person.PSObject.Properties['DepartmentName']?.Value
        SupervisorName = $Person.PSObject.Properties['SupervisorName']?.Value
        Account        = $Account
    }
}

# Everything is read before anything is changed.
$active = @(Get-PersonioPerson -Status Active -IncludeEmployment -Session $Session -ErrorAction Stop)
$left = @($active | Where-Object { $_.LastDay -and $_.LastDay -lt $today })
if ($DisableAccount) {
    $left += @(Get-PersonioPerson -Status Inactive -Session $Session -ErrorAction Stop)
}

$active | Where-Object { $_.EmploymentStartDate -ge $today -and $_.EmploymentStartDate -le $end } |
    Sort-Object EmploymentStartDate |
    ForEach-Object { New-Line $_ -Kind Joiner -Date $_.EmploymentStartDate }
$active | Where-Object { $_.LastDay -ge $today -and $_.LastDay -le $end } |
    Sort-Object LastDay |
    ForEach-Object { New-Line $_ -Kind Leaver -Date $_.LastDay }
if ($DisableAccount) {
    foreach ($person in $left) {
        try {
            $done = (Disable-Found $person.PersonId) -join ', '
        }
        catch {
            $done = 'Failed'
            Write-Error "The account of person $($person.PersonId) was not disabled. $_" -TargetObject $person -ErrorId AccountNotDisabled
        }

        New-Line $person -Kind Left -Date $person.PSObject.Properties['LastDay']?.Value -Account ($done ? $done : 'NoAccount')
    }
}
