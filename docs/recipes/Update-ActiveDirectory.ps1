#Requires -Version 7.4
#Requires -Modules Personio

<#
.SYNOPSIS
    Brings the accounts of Active Directory in line with Personio: joiners, movers and leavers.
.DESCRIPTION
    Compares all persons with all accounts and applies the plan: new accounts are created disabled and enabled on the first
    day, changed attributes are written, managers are linked, and accounts of those who left are disabled. Nothing is
    deleted. An account belongs to the person whose id is its employeeID.

    It works with the safety of Compare-PersonioDirectory and Invoke-PersonioPlan: both sides are read completely or nothing
    is done, no run exceeds the limits, each account is read again before it is written, and sensitive rows wait for approval.
    The output has one object for each row, with what became of it; rows that wait have the status Skipped.

    To approve, write the plan to a file, set the column Approved to yes, and apply the file with -PlanPath.
.PARAMETER EmailDomain
    The e-mail domains of the company.
.PARAMETER OrganizationalUnit
    Where new accounts are created. Default: the container for users of the domain.
.PARAMETER UpnSuffix
    What follows the user name in the user principal name of new accounts. Default: the first of -EmailDomain.
.PARAMETER LogPath
    The log of all runs. It makes later runs safer; see Invoke-PersonioPlan.
.PARAMETER PlanPath
    Applies the approved rows of this CSV file instead of comparing.
.PARAMETER PlanOnly
    Writes the plan and changes nothing.
.PARAMETER Limit
    Limits that differ from the usual ones, for example @{ MaxCreate = 40 }.
.PARAMETER Protect
    Accounts that are never written: ids, or names with wildcards.
.PARAMETER ReadAccount
    Reads all accounts. Default: Get-ADUser.
.PARAMETER Read
    Reads the account of a row. Default: Get-ADUser.
.PARAMETER Create
    Creates the account of a row. Default: New-ADUser.
.PARAMETER Update
    Changes the account of a row. Default: Set-ADUser.
.PARAMETER Enable
    Enables the account of a row. Default: Enable-ADAccount.
.PARAMETER Disable
    Disables the account of a row. Default: Disable-ADAccount.
.PARAMETER Session
    The session to use, or its name. Default: the current session.
.EXAMPLE
    ./Update-ActiveDirectory.ps1 -EmailDomain example.org -WhatIf

    Shows what would be done.
.EXAMPLE
    ./Update-ActiveDirectory.ps1 -EmailDomain example.org -LogPath runs.jsonl | Export-Csv result.csv

    The nightly job.
.EXAMPLE
    ./Update-ActiveDirectory.ps1 -EmailDomain example.org -PlanPath approved.csv -LogPath runs.jsonl

    Applies the rows that somebody approved.
#>
[Diagnostics.CodeAnalysis.SuppressMessage('PSReviewUnusedParameter', '', Justification = 'The script blocks use them.')]
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [string[]] $EmailDomain,

    [string] $OrganizationalUnit,

    [string] $UpnSuffix = $EmailDomain[0],

    [string] $LogPath,

    [string] $PlanPath,

    [switch] $PlanOnly,

    [hashtable] $Limit = @{},

    [object[]] $Protect,

    [scriptblock] $ReadAccount = {
        Get-ADUser -Filter * -Properties $columns
    },

    [scriptblock] $Read = {
        param($Row)
        # The id goes into a filter of the directory, where * would mean everybody.
        $key = $Row.PersonId -match '\A[0-9A-Za-z-]+\z' ? $Row.PersonId : 'none'
        if ($Row.AccountId) {
            Get-ADUser -Identity $Row.AccountId -Properties $columns
        }
        elseif ($found = Get-ADUser -LDAPFilter "(employeeID=$key)" -Properties $columns) {
            $found
        }
        elseif ($Row.UserName -match '\A[0-9a-z.-]+\z') {
            Get-ADUser -LDAPFilter "(sAMAccountName=$($Row.UserName))" -Properties $columns
        }
    },

    [scriptblock] $Create = {
        param($Row, $Values)
        $with = @{ Name = $Row.UserName; UserPrincipalName = "$($Row.UserName)@$UpnSuffix"; PassThru = $true; ErrorAction = 'Stop' }
        if ($OrganizationalUnit) { $with.Path = $OrganizationalUnit }
        foreach ($name in $Values.Keys | Where-Object { $null -ne $Values[$_] }) {
            $with[$name -eq 'mail' ? 'EmailAddress' : $name] = $Values[$name]
        }

        # Nobody knows this password: the first one is set by whoever hands the account over.
        $bytes = [System.Security.Cryptography.RandomNumberGenerator]::GetBytes(24)
        $secret = [securestring]::new()
        "aA1!$([Convert]::ToBase64String($bytes))".ToCharArray().ForEach({ $secret.AppendChar($_) })
        $made = New-ADUser @with -AccountPassword $secret
        Get-ADUser -Identity $made.ObjectGUID -Properties $columns
    },

    [scriptblock] $Update = {
        param($Row, $Values)
        $ldap = @{ mail = 'mail'; Surname = 'sn'; Office = 'physicalDeliveryOfficeName' }
        $with = @{ Identity = $Row.AccountId; ErrorAction = 'Stop' }
        foreach ($name in $Values.Keys) {
            if ($null -ne $Values[$name]) {
                $with[$name -eq 'mail' ? 'EmailAddress' : $name] = $Values[$name]
            }
            else {
                $with.Clear = @($with.Clear | Where-Object { $_ }) + ($ldap[$name] ?? $name)
            }
        }

        Set-ADUser @with
    },

    [scriptblock] $Enable = {
        param($Row)
        Enable-ADAccount -Identity $Row.AccountId -ErrorAction Stop
    },

    [scriptblock] $Disable = {
        param($Row)
        Disable-ADAccount -Identity $Row.AccountId -ErrorAction Stop
    },

    $Session
)

Set-StrictMode -Version 3.0
$columns = 'EmployeeID', 'mail', 'DisplayName', 'Title', 'Department', 'Office', 'Manager', 'proxyAddresses', 'adminCount', 'LastLogonDate', 'whenChanged'
$in = $PSBoundParameters.ContainsKey('Session') ? @{ Session = $Session } : @{}
$more = $Limit.Clone()
if ($Protect) { $more.Protect = $Protect }
if ($LogPath) { $more.LogPath = $LogPath }

if ($PlanPath) {
    $plan = @(Import-Csv -LiteralPath $PlanPath -ErrorAction Stop | Where-Object Approved -In 'yes', 'true', '1')
}
else {
    # With -WhatIf not even the log is written.
    $compare = $more.Clone()
    if ($WhatIfPreference) { $compare.Remove('LogPath') }
    # Null is refused by the comparison rather than taken for everybody: an empty directory is not believed.
    $plan = @(Compare-PersonioDirectory -Account @(& $ReadAccount) -Map ActiveDirectory -EmailDomain $EmailDomain @compare @in -ErrorAction Stop)
}

if ($PlanOnly) {
    return $plan
}

$blocks = @{ Read = $Read; Create = $Create; Update = $Update; Enable = $Enable; Disable = $Disable }
$plan | Invoke-PersonioPlan -Map ActiveDirectory @blocks @more -PassThru -Confirm:$false -WhatIf:$WhatIfPreference -Approved:([bool] $PlanPath)
