#Requires -Version 7.4
#Requires -Modules Personio

<#
.SYNOPSIS
    Finds who joins and who leaves in the next days, and disables the accounts of those who have left.
.DESCRIPTION
    A Joiner starts, and a Leaver has the last day (LastDay), within the next days. Reason says what sets the last day:
    Termination, EmploymentEnd or LastWorkingDay. With -DisableAccount the output also has those who have already left,
    as Left: persons who are inactive, and persons whose last day has passed. Their accounts are disabled unless they
    already are. An account stays enabled through the whole last day.

    The end of a limited contract does not end an employment, because contracts are often extended without a new date
    in Personio. Active persons without a last day whose contract ends within the next days, or has already ended, are
    listed as ContractEnd for HR to check. Their accounts are never touched.

    -DisableAccount looks at one account after the other and has no limits. Update-ActiveDirectory.ps1 and Update-EntraId.ps1
    disable by a plan with limits, approval and a log.

    An account that cannot be disabled is one error, and the run continues with the next. A run that finds nothing to do
    changes nothing.
.PARAMETER Days
    The number of days to look ahead. 0 means today only.
.PARAMETER DisableAccount
    Disables the accounts of those who have left.
.PARAMETER FindAccount
    Gets the account of a person: a script block that takes the person id and returns an object with DistinguishedName
    and Enabled. Default: Get-ADUser by the attribute employeeID.
.PARAMETER Disable
    Disables an account: a script block that takes the account. Default: Disable-ADAccount.
.PARAMETER Session
    The session to use, or its name. Default: the current session.
.EXAMPLE
    ./Find-JoinerLeaver.ps1 | Where-Object Kind -EQ Joiner | Export-Csv joiners.csv

    Lists who starts in the next 14 days.
.EXAMPLE
    ./Find-JoinerLeaver.ps1 -DisableAccount -WhatIf

    Shows whose accounts would be disabled.
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
$in = $PSBoundParameters.ContainsKey('Session') ? @{ Session = $Session } : @{}
$today = (Get-Date).Date
$end = $today.AddDays($Days)

# Disables the accounts that are enabled, and returns the outcome of each.
function Disable-Found {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([string])]
    param([string] $Id)

    # The id goes into a filter of the directory, where * would mean everybody.
    if ($Id -notmatch '\A[0-9]+\z') {
        throw "'$Id' is not the id of a person."
    }

    $found = @(& $FindAccount $Id)
    if ($found.Count -gt 1) {
        throw "Person $Id has $($found.Count) accounts: $($found.DistinguishedName -join '; ')."
    }

    foreach ($account in $found) {
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
    param($Person, [string] $Kind, $Date, $Reason, $Account)

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
        Account        = $Account
    }
}

# Everything is read before anything is changed.
$active = @(Get-PersonioPerson -Status Active -IncludeEmployment @in -ErrorAction Stop)
$left = @($active | Where-Object { $_.LastDay -and $_.LastDay -lt $today })
if ($DisableAccount) {
    $left += @(Get-PersonioPerson -Status Inactive @in -ErrorAction Stop)
}

$active | Where-Object { $_.EmploymentStartDate -ge $today -and $_.EmploymentStartDate -le $end } |
    Sort-Object EmploymentStartDate |
    ForEach-Object { New-Line $_ -Kind Joiner -Date $_.EmploymentStartDate }
$active | Where-Object { $_.LastDay -ge $today -and $_.LastDay -le $end } |
    Sort-Object LastDay |
    ForEach-Object { New-Line $_ -Kind Leaver -Date $_.LastDay -Reason $_.LastDayReason }
$active | Where-Object { -not $_.LastDay -and $_.ContractEndDate -and $_.ContractEndDate -le $end } |
    Sort-Object ContractEndDate |
    ForEach-Object { New-Line $_ -Kind ContractEnd -Date $_.ContractEndDate }
if ($DisableAccount) {
    foreach ($person in $left) {
        try {
            $done = (Disable-Found $person.PersonId) -join ', '
        }
        catch {
            $done = 'Failed'
            Write-Error "The account of person $($person.PersonId) was not disabled. $_" -TargetObject $person -ErrorId AccountNotDisabled
        }

        $line = @{
            Date    = $person.PSObject.Properties['LastDay']?.Value
            Reason  = $person.PSObject.Properties['LastDayReason']?.Value
            Account = $done ? $done : 'NoAccount'
        }
        New-Line $person -Kind Left @line
    }
}
