#Requires -Version 7.4
#Requires -Modules Personio

<#
.SYNOPSIS
    Brings the accounts of Entra ID in line with Personio: joiners, movers and leavers.
.DESCRIPTION
    Compares all persons with all accounts and applies the plan: new accounts are created disabled and enabled on the first
    day, changed attributes are written, and accounts of those who left are disabled. Nothing is
    deleted. User names are the e-mail addresses. An account belongs to the person whose id is its EmployeeId.

    It works with the safety of Compare-PersonioDirectory and Invoke-PersonioPlan: both sides are read completely or nothing
    is done, no run exceeds the limits, each account is read again before it is written, and sensitive rows wait for approval.
    The output has one object for each row, with what became of it; rows that wait have the status Skipped.

    To approve, write the plan to a file, set the column Approved to yes, and apply the file with -PlanPath.
.PARAMETER EmailDomain
    The e-mail domains of the company.
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

    The nightly job.
.EXAMPLE
    ./Update-EntraId.ps1 -EmailDomain example.org -PlanPath approved.csv -LogPath runs.jsonl

    Applies the rows that somebody approved.
#>
[Diagnostics.CodeAnalysis.SuppressMessage('PSReviewUnusedParameter', '', Justification = 'The script blocks use them.')]
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [string[]] $EmailDomain,

    [string] $LogPath,

    [string] $PlanPath,

    [switch] $PlanOnly,

    [hashtable] $Limit = @{},

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
        # Nobody knows this password: the first one is set by whoever hands the account over.
        $bytes = [System.Security.Cryptography.RandomNumberGenerator]::GetBytes(24)
        $body.passwordProfile = @{ forceChangePasswordNextSignIn = $true; password = "aA1!$([Convert]::ToBase64String($bytes))" }
        try {
            $made = New-MgUser -BodyParameter $body -ErrorAction Stop
        }
        catch {
            # Graph has no category for a name that is taken; the plan then takes the next one.
            $category = "$_" -match 'userPrincipalName already exists' ? 'ResourceExists' : $_.CategoryInfo.Category
            throw [System.Management.Automation.ErrorRecord]::new($_.Exception, 'NotCreated', $category, $Row)
        }

        Get-MgUser -UserId $made.Id -Property $columns -ErrorAction Stop
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
    $plan = @(Compare-PersonioDirectory -Account @(& $ReadAccount) -Map EntraId -EmailDomain $EmailDomain @compare @in -ErrorAction Stop)
}

if ($PlanOnly) {
    return $plan
}

$blocks = @{ Read = $Read; Create = $Create; Update = $Update; Enable = $Enable; Disable = $Disable }
$plan | Invoke-PersonioPlan -Map EntraId @blocks @more -PassThru -Confirm:$false -WhatIf:$WhatIfPreference -Approved:([bool] $PlanPath)
