# Stand-ins for the commands of Active Directory and Microsoft Graph, with the parameters and behavior of the real ones.
# Dot-source it in BeforeEach: $entries is the directory, $told what was written, $asked the filters.

[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'As the real ones are called.')]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSReviewUnusedParameter', '', Justification = 'As the real ones are called.')]
param()

$entries = [System.Collections.Generic.List[object]]::new()
$told = [System.Collections.Generic.List[string]]::new()
$asked = [System.Collections.Generic.List[string]]::new()

function New-Fault {
    param([string] $Text, [string] $Category)

    [System.Management.Automation.ErrorRecord]::new([Exception]::new($Text), 'DirectoryFault', $Category, $null)
}

function Get-ADUser {
    param([string] $Identity, [string] $LDAPFilter, [string] $Filter, [string[]] $Properties)

    if ($Identity) {
        $found = $entries | Where-Object { "$($_.ObjectGUID)" -eq $Identity }
        if (-not $found) { throw (New-Fault "Cannot find an object with identity: '$Identity'" ObjectNotFound) }
        return $found
    }

    if ($LDAPFilter) {
        $asked.Add($LDAPFilter)
        if ($LDAPFilter -match '^\((\w+)=(.*)\)$') {
            $entries | Where-Object { $_.($Matches[1]) -like $Matches[2] }
        }

        return
    }

    $entries
}

function New-ADUser {
    param(
        [string] $Name, [string] $SamAccountName, [string] $UserPrincipalName, [string] $DisplayName, [string] $EmployeeID, [string] $EmailAddress,
        [string] $GivenName, [string] $Surname, [string] $Title, [string] $Department, [string] $Office, [string] $Path, [bool] $Enabled,
        [securestring] $AccountPassword, [switch] $PassThru
    )

    if ($entries.SamAccountName -contains $SamAccountName) { throw (New-Fault 'The specified account already exists' ResourceExists) }
    if ($Enabled -and -not $AccountPassword) { throw (New-Fault 'The password does not meet the requirements' InvalidData) }
    $told.Add("create $SamAccountName")
    $entries.Add([pscustomobject]@{
            ObjectGUID = [guid]::NewGuid(); SamAccountName = $SamAccountName; EmployeeID = $EmployeeID; mail = $EmailAddress; DisplayName = $DisplayName
            GivenName = $GivenName; Surname = $Surname; Title = $Title; Department = $Department; Office = $Office; Manager = $null
            Enabled = $Enabled; DistinguishedName = "CN=$Name,$Path"; UserPrincipalName = $UserPrincipalName; adminCount = $null
        })
    if ($PassThru) { $entries[-1] }
}

function Set-ADUser {
    param(
        [string] $Identity, [string] $EmployeeID, [string] $EmailAddress, [string] $GivenName, [string] $Surname, [string] $Title,
        [string] $Department, [string] $Office, [string] $Manager, [string[]] $Clear
    )

    $entry = Get-ADUser -Identity $Identity
    $told.Add("update $($entry.SamAccountName)")
    $PSBoundParameters.GetEnumerator() | Where-Object Key -NotIn Identity, Clear | ForEach-Object {
        $name = $_.Key -eq 'EmailAddress' ? 'mail' : $_.Key
        $entry.$name = $_.Value
    }

    $names = @{ sn = 'Surname'; physicalDeliveryOfficeName = 'Office' }
    $Clear | Where-Object { $_ } | ForEach-Object {
        $name = $names[$_] ?? $_
        $entry.$name = $null
    }
}

function Enable-ADAccount {
    param([string] $Identity)

    $entry = Get-ADUser -Identity $Identity
    $told.Add("enable $($entry.SamAccountName)")
    $entry.Enabled = $true
}

function Disable-ADAccount {
    param([string] $Identity)

    $entry = Get-ADUser -Identity $Identity
    $told.Add("disable $($entry.SamAccountName)")
    $entry.Enabled = $false
}

function Get-MgUser {
    param([switch] $All, [string] $UserId, [string] $Filter, [string[]] $Property)

    if ($UserId) {
        $found = $entries | Where-Object Id -EQ $UserId
        if (-not $found) { throw (New-Fault "Resource '$UserId' does not exist" InvalidOperation) }
        return $found
    }

    if ($Filter) {
        $asked.Add($Filter)
        if ($Filter -match "^(\w+) eq '(.*)'$") {
            $entries | Where-Object { $_.($Matches[1]) -eq $Matches[2].Replace("''", "'") }
        }

        return
    }

    $entries
}

function New-MgUser {
    param([hashtable] $BodyParameter)

    if ($entries.UserPrincipalName -contains $BodyParameter.UserPrincipalName) {
        throw (New-Fault 'Another object with the same value for property userPrincipalName already exists.' InvalidOperation)
    }

    foreach ($name in 'accountEnabled', 'displayName', 'mailNickname', 'userPrincipalName', 'passwordProfile') {
        if ($null -eq $BodyParameter.$name) { throw (New-Fault "A value is required for property '$name'." InvalidOperation) }
    }

    $told.Add("create $($BodyParameter.UserPrincipalName)")
    $new = [ordered]@{
        Id = "$([guid]::NewGuid())"; EmployeeId = $null; Mail = $null; GivenName = $null; Surname = $null; JobTitle = $null; Department = $null
        OfficeLocation = $null; ProxyAddresses = @()
    }
    $BodyParameter.GetEnumerator() | ForEach-Object { $new[$_.Key] = $_.Value }
    $entries.Add([pscustomobject] $new)
    [pscustomobject]@{ Id = $new.Id }
}

function Update-MgUser {
    param([string] $UserId, [hashtable] $BodyParameter)

    $entry = Get-MgUser -UserId $UserId
    $told.Add("update $($entry.UserPrincipalName): $(($BodyParameter.Keys | Sort-Object) -join ', ')")
    $BodyParameter.GetEnumerator() | ForEach-Object { $entry.($_.Key) = $_.Value }
}
