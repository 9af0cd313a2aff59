#Requires -Version 7.4
#Requires -Modules Personio

<#
.SYNOPSIS
    Brings the accounts of Active Directory in line with Personio: joiners, movers and leavers.
.DESCRIPTION
    Compares all persons with all accounts and applies the plan: new accounts are created disabled and enabled on the first
    day, changed attributes are written, managers are linked, and accounts of leavers are disabled. Nothing is
    deleted. An account belongs to the person whose ID is its employeeID.

    The safeguards of Compare-PersonioDirectory and Invoke-PersonioPlan apply: nothing is done unless both sides were read
    completely, no run exceeds the limits, each account is read again before it is written, and sensitive rows wait for
    approval. The output has one object for each row, with its result; rows that wait have the status Skipped.

    To approve, write the plan to a file, set the column Approved to yes, and apply the file with -PlanPath.

    -PersonId and -Action select a part of the plan, for example a trial with three persons, or leavers only. The limits
    still apply to the whole plan.

    For an audit, use -PlanOnly -IncludeUnchanged, which lists all discrepancies, including accounts that belong to nobody.

    This script and Update-EntraId.ps1 are self-contained: the code they share is in both.
.PARAMETER EmailDomain
    The email domains of the company.
.PARAMETER OrganizationalUnit
    The organizational unit for new accounts. Default: the domain's default container for users.
.PARAMETER UpnSuffix
    The suffix of the user principal name of new accounts. Default: the first -EmailDomain.
.PARAMETER LogPath
    The log of all runs. It makes later runs safer; see Invoke-PersonioPlan.
.PARAMETER PlanPath
    Applies the approved rows of this CSV file instead of comparing.
.PARAMETER PlanOnly
    Writes the plan and changes nothing.
.PARAMETER IncludeUnchanged
    Also lists accounts that need no change, and enabled accounts that belong to nobody.
.PARAMETER PersonId
    Only the rows of these persons.
.PARAMETER Action
    Only rows with these actions, for example Disable.
.PARAMETER Delimiter
    The character that separates the columns of the -PlanPath file. In some languages, spreadsheet programs use a semicolon.
.PARAMETER Limit
    Limits to use instead of the defaults, for example @{ MaxCreate = 40 }.
.PARAMETER Option
    Further parameters of Compare-PersonioDirectory, for example @{ TimeZone = 'Europe/Berlin'; LeadDays = 14 }.
.PARAMETER Protect
    Accounts that are never changed: IDs, or names with wildcards.
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

    Runs as the nightly job.
.EXAMPLE
    ./Update-ActiveDirectory.ps1 -EmailDomain example.org -PlanPath approved.csv -LogPath runs.jsonl

    Applies the approved rows.
.EXAMPLE
    ./Update-ActiveDirectory.ps1 -EmailDomain example.org -Action Disable -WhatIf

    Shows whose accounts would be disabled.
.EXAMPLE
    ./Update-ActiveDirectory.ps1 -EmailDomain example.org -PlanOnly -IncludeUnchanged -Protect svc-* |
        Where-Object Finding | Group-Object Finding -NoElement

    Counts the findings by kind, without service accounts.
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

    [switch] $IncludeUnchanged,

    [string[]] $PersonId,

    [ValidateSet('Disable', 'Update', 'Link', 'Relink', 'Enable', 'Create', 'LinkManager')]
    [string[]] $Action,

    [char] $Delimiter = ',',

    [hashtable] $Limit = @{},

    [hashtable] $Option = @{},

    [object[]] $Protect,

    [scriptblock] $ReadAccount = {
        Get-ADUser -Filter * -Properties $columns
    },

    [scriptblock] $Read = {
        param($Row)
        # The ID becomes part of an LDAP filter, where * would match every account.
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
        if ($Row.DisplayName) { $with.DisplayName = $Row.DisplayName }
        if ($OrganizationalUnit) { $with.Path = $OrganizationalUnit }
        foreach ($name in $Values.Keys | Where-Object { $null -ne $Values[$_] }) {
            $with[$name -eq 'mail' ? 'EmailAddress' : $name] = $Values[$name]
        }

        # Nobody knows this password; the person who hands over the account sets the first one.
        $bytes = [System.Security.Cryptography.RandomNumberGenerator]::GetBytes(24)
        $secret = [securestring]::new()
        "aA1!$([Convert]::ToBase64String($bytes))".ToCharArray().ForEach({ $secret.AppendChar($_) })
        $made = New-ADUser @with -AccountPassword $secret
        # The account exists. If another server does not have it yet, it is looked up again, never created twice.
        try { Get-ADUser -Identity $made.ObjectGUID -Properties $columns }
        catch { Write-Verbose "Account $($made.ObjectGUID) was created and cannot be read yet." }
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
                # Not $with.Clear, which is the method of the hashtable.
                $with['Clear'] = @($with['Clear'] | Where-Object { $_ }) + ($ldap[$name] ?? $name)
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
if (-not $PSBoundParameters.ContainsKey('Read') -and -not (Get-Command Get-ADUser -ErrorAction Ignore)) {
    throw 'The command Get-ADUser was not found. Install the module ActiveDirectory, or specify script blocks for another directory.'
}

$more = $Limit.Clone()
if ($Protect) { $more.Protect = $Protect }
if ($LogPath) { $more.LogPath = $LogPath }

if ($PlanPath) {
    $file = @(Import-Csv -LiteralPath $PlanPath -Delimiter $Delimiter -ErrorAction Stop)
    if ($file.Count -and -not $file[0].PSObject.Properties['Approved']) {
        throw "'$PlanPath' has no column Approved. If its columns are separated by a semicolon, specify -Delimiter ';'."
    }

    if ($odd = $file | Where-Object Approved -NotIn '', 'yes', 'true', '1', 'no', 'false', '0' | Select-Object -First 1) {
        throw "Approved of $($odd.DisplayName) is '$($odd.Approved)'. Use yes or no, or leave it empty."
    }

    $plan = @($file | Where-Object Approved -In 'yes', 'true', '1')
}
else {
    # With -WhatIf, not even the log is written.
    $compare = $more + $Option
    if ($WhatIfPreference) { $compare.Remove('LogPath') }
    # An error while the accounts are read ends the run, because a plan from an incomplete directory would be wrong.
    $accounts = @(& { $ErrorActionPreference = 'Stop'; & $ReadAccount })
    $plan = @(
        Compare-PersonioDirectory -Account $accounts -Map ActiveDirectory -EmailDomain $EmailDomain -IncludeUnchanged:$IncludeUnchanged `
            @compare @in -ErrorAction Stop
    )
}

$plan = @($plan | Where-Object { (-not $PersonId -or $_.PersonId -in $PersonId) -and (-not $Action -or $_.Action -in $Action) })
if ($PlanOnly) {
    return $plan
}

$blocks = @{ Read = $Read; Create = $Create; Update = $Update; Enable = $Enable; Disable = $Disable }
$plan | Invoke-PersonioPlan -Map ActiveDirectory @blocks @more -PassThru -Confirm:$false -WhatIf:$WhatIfPreference -Approved:([bool] $PlanPath)
