#Requires -Version 7.4
#Requires -Modules Personio

<#
.SYNOPSIS
    Brings the accounts of Entra ID in line with Personio: joiners, movers and leavers.
.DESCRIPTION
    Compares all persons with all accounts and applies the plan: new accounts are created disabled and enabled on the first
    day, changed attributes are written, and accounts of leavers are disabled. Nothing is
    deleted. User names are the email addresses. An account belongs to the person whose ID is its EmployeeId.

    The safeguards of Compare-PersonioDirectory and Invoke-PersonioPlan apply: nothing is done unless both sides were read
    completely, no run exceeds the limits, each account is read again before it is written, and sensitive rows wait for
    approval. The output has one object for each row, with its result; rows that wait have the status Skipped.

    To approve, write the plan to a file, set the column Approved to yes, and apply the file with -PlanPath.

    -PersonId and -Action select a part of the plan, for example a trial with three persons, or leavers only. The limits
    still apply to the whole plan.

    For an audit, use -PlanOnly -IncludeUnchanged, which lists all discrepancies. The column Finding says what was found:
    NoPerson (an account whose person is not in HR, or an enabled account that belongs to nobody), NoEmployeeId (an account
    found by its address, without an employee ID), OtherEmail, SeveralAccounts, NoAccount and others. A person without an
    account for whom one can be created is a row of the kind Joiner.

    This script and Update-ActiveDirectory.ps1 are self-contained: the code they share is in both.
.PARAMETER EmailDomain
    The email domains of the company.
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
    Reads all accounts. Default: Get-MgUser.
.PARAMETER Read
    Reads the account of a row. Default: Get-MgUser.
.PARAMETER Create
    Creates the account of a row. Default: New-MgUser.
.PARAMETER Update
    Changes the account of a row. Default: Update-MgUser.
.PARAMETER Enable
    Enables the account of a row. Default: Update-MgUser.
.PARAMETER Disable
    Disables the account of a row. Default: Update-MgUser.
.PARAMETER Session
    The session to use, or its name. Default: the current session.
.EXAMPLE
    ./Update-EntraId.ps1 -EmailDomain example.org -WhatIf

    Shows what would be done.
.EXAMPLE
    ./Update-EntraId.ps1 -EmailDomain example.org -LogPath runs.jsonl | Export-Csv result.csv

    Runs as the nightly job.
.EXAMPLE
    ./Update-EntraId.ps1 -EmailDomain example.org -PlanPath approved.csv -LogPath runs.jsonl

    Applies the approved rows.
.EXAMPLE
    ./Update-EntraId.ps1 -EmailDomain example.org -Action Disable -WhatIf

    Shows whose accounts would be disabled.
.EXAMPLE
    ./Update-EntraId.ps1 -EmailDomain example.org -PlanOnly -IncludeUnchanged -Protect svc-* |
        Where-Object Finding | Group-Object Finding -NoElement

    Counts the findings by kind, without service accounts.
#>
[Diagnostics.CodeAnalysis.SuppressMessage('PSReviewUnusedParameter', '', Justification = 'The script blocks use them.')]
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [string[]] $EmailDomain,

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
        Get-MgUser -All -Property $columns -ErrorAction Stop
    },

    [scriptblock] $Read = {
        param($Row)
        if ($Row.AccountId) {
            return Get-MgUser -UserId $Row.AccountId -Property $columns -ErrorAction Stop
        }

        # A quote in a filter is doubled.
        $found = Get-MgUser -Filter "employeeId eq '$($Row.PersonId -replace "'", "''")'" -Property $columns -ErrorAction Stop
        if (-not $found -and $Row.UserName) {
            $found = Get-MgUser -Filter "userPrincipalName eq '$($Row.UserName -replace "'", "''")'" -Property $columns -ErrorAction Stop
        }

        $found
    },

    [scriptblock] $Create = {
        param($Row, $Values)
        $body = @{ mailNickname = ($Row.UserName -split '@')[0] }
        $Values.Keys | Where-Object { $null -ne $Values[$_] } | ForEach-Object { $body[$_] = $Values[$_] }
        # Nobody knows this password; the person who hands over the account sets the first one.
        $bytes = [System.Security.Cryptography.RandomNumberGenerator]::GetBytes(24)
        $body.passwordProfile = @{ forceChangePasswordNextSignIn = $true; password = "aA1!$([Convert]::ToBase64String($bytes))" }
        try {
            $made = New-MgUser -BodyParameter $body -ErrorAction Stop
        }
        catch {
            # Graph reports no category for a user name that is taken; with ResourceExists, the plan tries the next name.
            $category = "$_" -match 'userPrincipalName already exists' ? 'ResourceExists' : $_.CategoryInfo.Category
            throw [System.Management.Automation.ErrorRecord]::new($_.Exception, 'NotCreated', $category, $Row)
        }

        # The account exists. If it cannot be read yet, it is looked up again, never created twice.
        try { Get-MgUser -UserId $made.Id -Property $columns -ErrorAction Stop }
        catch { Write-Verbose "Account $($made.Id) was created and cannot be read yet." }
    },

    [scriptblock] $Update = {
        param($Row, $Values)
        Update-MgUser -UserId $Row.AccountId -BodyParameter $Values -ErrorAction Stop
    },

    [scriptblock] $Enable = {
        param($Row)
        Update-MgUser -UserId $Row.AccountId -BodyParameter @{ accountEnabled = $true } -ErrorAction Stop
    },

    [scriptblock] $Disable = {
        param($Row)
        Update-MgUser -UserId $Row.AccountId -BodyParameter @{ accountEnabled = $false } -ErrorAction Stop
    },

    $Session
)

Set-StrictMode -Version 3.0
$columns = 'id', 'employeeId', 'userPrincipalName', 'mail', 'proxyAddresses', 'accountEnabled', 'displayName', 'givenName', 'surname', 'jobTitle', 'department', 'officeLocation'
$in = $PSBoundParameters.ContainsKey('Session') ? @{ Session = $Session } : @{}
if (-not $PSBoundParameters.ContainsKey('Read') -and -not (Get-Command Get-MgUser -ErrorAction Ignore)) {
    throw 'The command Get-MgUser was not found. Install the module Microsoft.Graph.Users, or specify script blocks for another directory.'
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
        Compare-PersonioDirectory -Account $accounts -Map EntraId -EmailDomain $EmailDomain -IncludeUnchanged:$IncludeUnchanged `
            @compare @in -ErrorAction Stop
    )
}

$plan = @($plan | Where-Object { (-not $PersonId -or $_.PersonId -in $PersonId) -and (-not $Action -or $_.Action -in $Action) })
if ($PlanOnly) {
    return $plan
}

$blocks = @{ Read = $Read; Create = $Create; Update = $Update; Enable = $Enable; Disable = $Disable }
$plan | Invoke-PersonioPlan -Map EntraId @blocks @more -PassThru -Confirm:$false -WhatIf:$WhatIfPreference -Approved:([bool] $PlanPath)
