#Requires -Version 7.4
#Requires -Modules Personio

<#
.SYNOPSIS
    Compares the active persons of Personio with the enabled accounts of Entra ID, in both directions.
.DESCRIPTION
    An account belongs to a person when its employee id is the id of the person; where it has none, when one of its
    addresses is the e-mail address. Only what does not fit is written:

    NoAccount      an active person without an enabled account
    NoPerson       an enabled account without an active person, for example of somebody who has left
    OtherEmail     the account of a person has another e-mail address
    NoEmployeeId   the account was found by its address, and has no employee id
    SeveralAccounts   more than one account belongs to the person

    Nothing is changed. No output means that both agree. Update-EntraId.ps1 -PlanOnly finds more, and can bring the accounts
    in line.
.PARAMETER ReadAccount
    Reads the accounts: a script block that writes objects with Id, DisplayName, Mail, UserPrincipalName and EmployeeId.
    By default Get-MgUser, which needs Connect-MgGraph before.
.PARAMETER ExcludeAccount
    Accounts that nobody stands behind, by their user principal name with wildcards, for example svc-*.
.PARAMETER Session
    The session to work in, or its name. Without it the current one.
.EXAMPLE
    ./Compare-EntraId.ps1 -ExcludeAccount svc-*, admin-* | Export-Csv differences.csv

    What does not fit, as a file.
.EXAMPLE
    ./Compare-EntraId.ps1 | Group-Object Finding -NoElement

    How much does not fit?
#>
[CmdletBinding()]
param(
    [scriptblock] $ReadAccount = {
        Get-MgUser -All -Filter 'accountEnabled eq true' -Property id, displayName, mail, userPrincipalName, employeeId
    },

    [SupportsWildcards()]
    [string[]] $ExcludeAccount = @(),

    $Session
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$in = $PSBoundParameters.ContainsKey('Session') ? @{ Session = $Session } : @{}

function New-Finding {
    [Diagnostics.CodeAnalysis.SuppressMessage('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'An object.')]
    param([string] $Finding, $Person, $Account)

    [pscustomobject]@{
        Finding           = $Finding
        PersonId          = $Person ? $Person.PersonId : $null
        DisplayName       = $Person ? $Person.DisplayName : $Account.DisplayName
        Email             = $Person ? $Person.Email : $null
        AccountId         = $Account ? $Account.Id : $null
        UserPrincipalName = $Account ? $Account.UserPrincipalName : $null
        AccountMail       = $Account ? $Account.Mail : $null
    }
}

# Both sides are read whole before anything is said about them. Upper and lower case are alike in the keys of hashtables.
$persons = @(Get-PersonioPerson -Status Active @in)
$byId = @{}
$byEmail = @{}
foreach ($person in $persons) {
    $byId[$person.PersonId] = $person
    if ($person.Email) {
        $byEmail[$person.Email.Trim()] = $person
    }
}

$accountsOf = @{}
foreach ($account in & $ReadAccount) {
    if ($ExcludeAccount | Where-Object { $account.UserPrincipalName -like $_ }) {
        continue
    }

    $id = "$($account.EmployeeId)".Trim()
    $addresses = @($account.Mail, $account.UserPrincipalName | Where-Object { $_ } | ForEach-Object { $_.Trim() })
    $person = $id ? $byId[$id] : ($addresses | ForEach-Object { $byEmail[$_] } | Select-Object -First 1)
    if (-not $person) {
        New-Finding NoPerson -Account $account
        continue
    }

    $accountsOf[$person.PersonId] = @($accountsOf[$person.PersonId] | Where-Object { $_ }) + $account
    if (-not $id) {
        New-Finding NoEmployeeId -Person $person -Account $account
    }

    if ($person.Email -and $person.Email.Trim() -notin $addresses) {
        New-Finding OtherEmail -Person $person -Account $account
    }
}

foreach ($person in $persons) {
    $own = @($accountsOf[$person.PersonId] | Where-Object { $_ })
    if (-not $own.Count) {
        New-Finding NoAccount -Person $person
    }
    elseif ($own.Count -gt 1) {
        $own | ForEach-Object { New-Finding SeveralAccounts -Person $person -Account $_ }
    }
}
