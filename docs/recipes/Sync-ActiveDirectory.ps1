#Requires -Version 7.4
#Requires -Modules Personio

<#
.SYNOPSIS
    Brings position, department, office and manager of Active Directory accounts in step with Personio.
.DESCRIPTION
    Looks the account of every active person up by its id, compares, and changes only what differs. What Personio does
    not know is left as it is. The output has one object for each person, with what was changed. An account that cannot
    be changed is one error, and the next person goes on.

    It changes four attributes and nothing else. Update-ActiveDirectory.ps1 does the whole work of joiners, movers and
    leavers, by a plan with limits, approval and a log.

    Run it again as often as you like: accounts that are in step are not touched.
.PARAMETER PersonId
    Only these persons, for a trial. Without it everybody who is active.
.PARAMETER FindAccount
    Gets the account of a person: a script block that is given the id, and writes an object with DistinguishedName,
    Title, Department, Office and Manager. By default Get-ADUser by the attribute employeeID.
.PARAMETER UpdateAccount
    Changes an account: a script block that is given the account and a hashtable of the new values. By default
    Set-ADUser.
.PARAMETER Session
    The session to work in, or its name. Without it the current one.
.EXAMPLE
    ./Sync-ActiveDirectory.ps1 -WhatIf | Where-Object Outcome -NE Unchanged | Format-Table

    Shows what would be changed.
.EXAMPLE
    ./Sync-ActiveDirectory.ps1 | Export-Csv sync.csv

    Changes the accounts, and keeps what was done.
#>
[Diagnostics.CodeAnalysis.SuppressMessage('PSReviewUnusedParameter', '', Justification = 'A function uses it.')]
[CmdletBinding(SupportsShouldProcess)]
param(
    [string[]] $PersonId,

    [scriptblock] $FindAccount = {
        param($PersonId)
        Get-ADUser -LDAPFilter "(employeeID=$PersonId)" -Properties Title, Department, Office, Manager
    },

    [scriptblock] $UpdateAccount = {
        param($Account, $Change)
        Set-ADUser -Identity $Account.DistinguishedName @Change
    },

    $Session
)

Set-StrictMode -Version 3.0
$in = $PSBoundParameters.ContainsKey('Session') ? @{ Session = $Session } : @{}

$which = $PersonId ? @{ PersonId = $PersonId } : @{ Status = 'Active' }
$accounts = @{}

# The only account of a person, or null. Supervisors are asked for many times, and looked up once.
function Get-Account {
    param([string] $Id)

    # The id goes into a filter of the directory, where * would mean everybody.
    if ($Id -notmatch '\A[0-9]+\z') {
        throw "'$Id' is not the id of a person."
    }

    if (-not $accounts.ContainsKey($Id)) {
        $found = @(& $FindAccount $Id)
        if ($found.Count -gt 1) {
            throw "Person $Id has $($found.Count) accounts."
        }

        $accounts[$Id] = $found.Count ? $found[0] : $null
    }

    $accounts[$Id]
}

foreach ($person in @(Get-PersonioPerson @which -IncludeEmployment @in -ErrorAction Stop)) {
    $change = @{}
    $account = $null
    $reason = $null
    try {
        $account = Get-Account $person.PersonId
        if ($account) {
            $manager = $person.SupervisorId ? (Get-Account $person.SupervisorId) : $null
            $wanted = @{
                Title      = $person.Position
                Department = $person.DepartmentName
                Office     = $person.WorkplaceName
                Manager    = $manager ? $manager.DistinguishedName : $null
            }
            $wanted.Keys | Where-Object { $wanted[$_] -and $wanted[$_] -cne $account.PSObject.Properties[$_]?.Value } |
                ForEach-Object { $change[$_] = $wanted[$_] }
        }

        $outcome = -not $account ? 'NoAccount' : -not $change.Count ? 'Unchanged' : 'Planned'
        $action = "Set $(($change.Keys | Sort-Object) -join ', ')"
        if ($change.Count -and $PSCmdlet.ShouldProcess("$($account.DistinguishedName) of person $($person.PersonId)", $action)) {
            $null = & $UpdateAccount $account $change
            $outcome = 'Updated'
        }
    }
    catch [System.Management.Automation.CommandNotFoundException] {
        # The next account would fail for the same reason, after as long a search.
        throw "There is no command $($_.Exception.CommandName). Install the module ActiveDirectory, or give -FindAccount and -UpdateAccount."
    }
    catch {
        $outcome = 'Failed'
        $reason = "$_"
        Write-Error "The account of person $($person.PersonId) is not in step. $_" -TargetObject $person -ErrorId AccountNotInStep
    }

    [pscustomobject]@{
        PersonId    = $person.PersonId
        DisplayName = $person.DisplayName
        Outcome     = $outcome
        Account     = $account ? $account.DistinguishedName : $null
        Change      = ($change.GetEnumerator() | Sort-Object Key | ForEach-Object { "$($_.Key)=$($_.Value)" }) -join '; '
        Reason      = $reason
    }
}
