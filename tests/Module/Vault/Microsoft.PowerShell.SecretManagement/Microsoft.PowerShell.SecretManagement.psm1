# Stands in for Microsoft.PowerShell.SecretManagement if the real one is not installed. The commands, their parameters and the
# errors that Connect-Personio can get are those of version 1.1.2; Vault.Tests.ps1 compares them if the real one is there. Secrets
# exist as long as the process. A vault that is registered with -VaultParameters @{ Locked = $true } needs a password first.

$vaults = [ordered]@{}

function Get-Vault {
    param($Cmdlet, [string] $Name)

    if ($Name) {
        if (-not $vaults.Contains($Name)) {
            $Cmdlet.ThrowTerminatingError((New-Fault "Vault not found in registry: $Name" GetSecretVaultNotFound InvalidOperation $Name))
        }

        return $vaults[$Name]
    }

    # The default vault is searched first.
    $vaults.Values | Sort-Object { -not $_.IsDefault } -Stable
}

function New-Fault {
    param([string] $Message, [string] $Id, [System.Management.Automation.ErrorCategory] $Category, $Target)

    $exception = $Category -eq 'ObjectNotFound' ? [System.Management.Automation.ItemNotFoundException]::new($Message) : (
        [System.Management.Automation.PSInvalidOperationException]::new($Message))
    [System.Management.Automation.ErrorRecord]::new($exception, $Id, $Category, $Target)
}

function Get-Secret {
    [CmdletBinding(DefaultParameterSetName = 'NameParameterSet')]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline, ParameterSetName = 'NameParameterSet')] [string] $Name,
        [Parameter(Position = 1, ParameterSetName = 'NameParameterSet')] [string] $Vault,
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'InfoParameterSet')] [psobject] $InputObject,
        [switch] $AsPlainText
    )

    process {
        if ($InputObject) {
            $Name, $Vault = $InputObject.Name, $InputObject.VaultName
        }

        foreach ($found in Get-Vault $PSCmdlet $Vault) {
            if ($found.Locked) {
                $PSCmdlet.WriteError((New-Fault (
                            "A valid password is required to access the $($found.Name) vault.`n" +
                            'Use the Unlock-SecretVault cmdlet to provide the required password to access the store.'
                        ) PasswordRequired InvalidOperation $Name))
                return
            }

            if ($found.Secrets.Contains($Name)) {
                $secret = $found.Secrets[$Name]
                return ($AsPlainText -and $secret -is [securestring] ? (ConvertFrom-SecureString $secret -AsPlainText) : $secret)
            }
        }

        $PSCmdlet.WriteError((New-Fault "The secret $Name was not found." GetSecretNotFound ObjectNotFound $Name))
    }
}

function Get-SecretInfo {
    [CmdletBinding()]
    param(
        [Parameter(Position = 0)] [string] $Name = '*',
        [Parameter(Position = 1)] [string] $Vault
    )

    foreach ($found in Get-Vault $PSCmdlet $Vault) {
        $found.Secrets.GetEnumerator() | Where-Object Key -Like $Name | ForEach-Object {
            [pscustomobject]@{ Name = $_.Key; Type = $_.Value.GetType().Name; VaultName = $found.Name; Metadata = $found.Metadata[$_.Key] }
        }
    }
}

function Get-SecretVault {
    [CmdletBinding()]
    param([Parameter(Position = 0)] [string[]] $Name = '*')

    $vaults.Values | Where-Object { $vault = $_.Name; $Name | Where-Object { $vault -like $_ } } | ForEach-Object { [pscustomobject]$_ }
}

function Register-SecretVault {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory, Position = 0)] [string] $ModuleName,
        [Parameter(Position = 1)] [string] $Name = $ModuleName,
        [hashtable] $VaultParameters = @{},
        [switch] $DefaultVault,
        [switch] $AllowClobber,
        [switch] $PassThru,
        [string] $Description
    )

    if ($vaults.Contains($Name) -and -not $AllowClobber) {
        $PSCmdlet.ThrowTerminatingError((New-Fault "A vault named $Name is registered." RegisterSecretVaultInvalid InvalidOperation $Name))
    }

    if ($PSCmdlet.ShouldProcess($Name, 'Register-SecretVault')) {
        $isDefault = $DefaultVault -or $vaults.Count -eq 0
        $vaults[$Name] = @{
            Name = $Name; ModuleName = $ModuleName; Description = $Description; Locked = [bool]$VaultParameters['Locked']
            Secrets = @{}; Metadata = @{}; IsDefault = $isDefault
        }
        if ($PassThru) {
            Get-SecretVault $Name
        }
    }
}

function Remove-Secret {
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'NameParameterSet')]
    param(
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'NameParameterSet')] [string] $Name,
        [Parameter(Mandatory, Position = 1, ParameterSetName = 'NameParameterSet')] [string] $Vault,
        [Parameter(Mandatory, Position = 0, ValueFromPipeline, ParameterSetName = 'InfoParameterSet')] [psobject] $InputObject
    )

    process {
        if ($InputObject) {
            $Name, $Vault = $InputObject.Name, $InputObject.VaultName
        }

        if ($PSCmdlet.ShouldProcess($Name, 'Remove-Secret')) {
            (Get-Vault $PSCmdlet $Vault).Secrets.Remove($Name)
        }
    }
}

function Set-Secret {
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'SecureStringParameterSet')]
    param(
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'SecureStringParameterSet')]
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ObjectParameterSet')] [string] $Name,
        [Parameter(Mandatory, Position = 1, ValueFromPipeline, ParameterSetName = 'ObjectParameterSet')] [object] $Secret,
        [Parameter(Mandatory, Position = 1, ParameterSetName = 'SecureStringParameterSet')] [securestring] $SecureStringSecret,
        [Parameter(Mandatory, Position = 1, ValueFromPipeline, ParameterSetName = 'SecretInfoParameterSet')] [psobject] $SecretInfo,
        [Parameter(Position = 2, ParameterSetName = 'SecureStringParameterSet')]
        [Parameter(Position = 2, ParameterSetName = 'ObjectParameterSet')]
        [Parameter(Mandatory, ParameterSetName = 'SecretInfoParameterSet')] [string] $Vault,
        [Parameter(Position = 3, ParameterSetName = 'SecureStringParameterSet')]
        [Parameter(Position = 3, ParameterSetName = 'ObjectParameterSet')] [hashtable] $Metadata = @{},
        [switch] $NoClobber
    )

    process {
        $target = @(Get-Vault $PSCmdlet $Vault)[0]
        $value = $SecureStringSecret ? $SecureStringSecret : $Secret
        if ($SecretInfo) {
            $Name = $SecretInfo.Name
            $value = Get-Secret $Name -Vault $SecretInfo.VaultName
        }

        if ($NoClobber -and $target.Secrets.Contains($Name)) {
            $PSCmdlet.ThrowTerminatingError((New-Fault "A secret $Name exists." SetSecretInvalid InvalidOperation $Name))
        }

        if ($PSCmdlet.ShouldProcess($Name, 'Set-Secret')) {
            # Like the real one: text is returned as a SecureString.
            $target.Secrets[$Name] = $value -is [string] ? (ConvertTo-SecureString $value -AsPlainText -Force) : $value
            $target.Metadata[$Name] = $Metadata
        }
    }
}

function Set-SecretInfo {
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'NameParameterSet')]
    param(
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'NameParameterSet')] [string] $Name,
        [Parameter(Mandatory, Position = 1, ParameterSetName = 'NameParameterSet')]
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'InfoParameterSet')] [hashtable] $Metadata,
        [Parameter(Position = 2, ParameterSetName = 'NameParameterSet')] [string] $Vault,
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'InfoParameterSet')] [psobject] $InputObject
    )

    process {
        if ($InputObject) {
            $Name, $Vault = $InputObject.Name, $InputObject.VaultName
        }

        if ($PSCmdlet.ShouldProcess($Name, 'Set-SecretInfo')) {
            @(Get-Vault $PSCmdlet $Vault)[0].Metadata[$Name] = $Metadata
        }
    }
}

function Set-SecretVaultDefault {
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'NameParameterSet')]
    param(
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'NameParameterSet')] [string] $Name,
        [Parameter(Mandatory, Position = 0, ValueFromPipeline, ParameterSetName = 'SecretVaultParameterSet')] [psobject] $SecretVault,
        [Parameter(ParameterSetName = 'ClearParameterSet')] [switch] $ClearDefault
    )

    process {
        $wanted = $SecretVault ? $SecretVault.Name : $Name
        if ($PSCmdlet.ShouldProcess($wanted, 'Set-SecretVaultDefault')) {
            $vaults.Values | ForEach-Object { $_.IsDefault = -not $ClearDefault -and $_.Name -eq $wanted }
        }
    }
}

function Test-SecretVault {
    [CmdletBinding()]
    param([Parameter(Position = 0)] [string[]] $Name = '*')

    @(Get-SecretVault $Name | Where-Object Locked).Count -eq 0
}

function Unlock-SecretVault {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory, Position = 0)] [string] $Name,
        [Parameter(Mandatory, Position = 1)] [securestring] $Password
    )

    (Get-Vault $PSCmdlet $Name).Locked = $Password.Length -eq 0
}

function Unregister-SecretVault {
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'NameParameterSet')]
    param(
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'NameParameterSet')] [string[]] $Name,
        [Parameter(Mandatory, Position = 0, ValueFromPipeline, ParameterSetName = 'SecretVaultParameterSet')] [psobject] $SecretVault
    )

    process {
        $Name = $SecretVault ? $SecretVault.Name : $Name
        foreach ($one in $Name) {
            if ($PSCmdlet.ShouldProcess($one, 'Unregister-SecretVault')) {
                $vaults.Remove($one)
            }
        }
    }
}
