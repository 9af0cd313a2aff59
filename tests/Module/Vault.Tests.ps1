BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    . "$PSScriptRoot/Needs.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 3 }
    $class = 'Personio.Commands.ConnectPersonioCommand'

    # A separate process with a separate home folder, so that the store of the current user is not touched.
    function New-HomeFolder {
        param([string] $Place)

        $null = New-Item $Place -ItemType Directory
        @{
            HOME                      = $Place
            USERPROFILE               = $Place
            TMPDIR                    = $Place
            TEMP                      = $Place
            XDG_DATA_HOME             = "$Place/data"
            XDG_CONFIG_HOME           = "$Place/config"
            XDG_CACHE_HOME            = "$Place/cache"
            PERSONIO_BASE_URL         = $sandbox.BaseUri
            PERSONIO_CLIENT_ID        = $sandbox.ClientId
            PERSONIO_CLIENT_SECRET    = $sandbox.ClientSecret
            DOTNET_EnableDiagnostics  = '0'
            POWERSHELL_UPDATECHECK    = 'Off'
        }
    }

    # The forms of the secret and the tokens that a file could contain.
    function Get-Forbidden {
        $sandbox.ClientSecret
        $sandbox.Requests.Authorization | Where-Object { $_ } | ForEach-Object { $_ -replace '^Bearer ' } | Sort-Object -Unique
    }
}

AfterAll {
    $sandbox.Dispose()
}

Describe 'Connect-Personio -SecretName, with <kind>' -ForEach @(
    @{ Kind = 'the module of the tests'; Needs = @() }
    @{ Kind = 'a real store'; Needs = 'Microsoft.PowerShell.SecretManagement', 'Microsoft.PowerShell.SecretStore' }
) {
    BeforeAll {
        $isReal = $needs.Count -gt 0
        $own = New-HomeFolder "$TestDrive/vault"
        $own.SECRET_VAULT = if ($isReal) { 'Microsoft.PowerShell.SecretStore' }
        if (-not $isReal) {
            $own.PSModulePath = "$PSScriptRoot/Vault"
        }

        $isThere = -not ($needs | Where-Object { -not (Get-Module $_ -ListAvailable) })
        $said = if ($isThere) {
            Invoke-NewProcess -Environment $own -Script {
                Import-Module Microsoft.PowerShell.SecretManagement
                if ($env:SECRET_VAULT) {
                    Import-Module $env:SECRET_VAULT
                    $password = ConvertTo-SecureString x -AsPlainText -Force
                    $null = Set-SecretStoreConfiguration -Authentication None -Interaction None -Confirm:$false -Password $password
                }

                $store = $env:SECRET_VAULT ? $env:SECRET_VAULT : 'Store'
                Register-SecretVault -Name Own -ModuleName $store -DefaultVault
                Register-SecretVault -Name Other -ModuleName $store
                $secret = ConvertTo-SecureString $env:PERSONIO_CLIENT_SECRET -AsPlainText -Force
                'Own', 'Other' | ForEach-Object { Set-Secret Api ([pscredential]::new($env:PERSONIO_CLIENT_ID, $secret)) -Vault $_ }
                Set-Secret Secure (ConvertTo-SecureString 'a-secret-of-a-user' -AsPlainText -Force)
                Set-Secret Text 'a-secret-of-a-user'
                Set-Secret Map @{ ClientId = 'x'; ClientSecret = 'a-secret-of-a-user' }
                Set-Secret Bytes ([byte[]] (1, 2))
                Import-Module $env:PERSONIO_TEST_MANIFEST
                foreach ($case in @(
                        @{ SecretName = 'Api' }, @{ SecretName = 'Api'; VaultName = 'Other' }, @{ SecretName = 'Secure' }
                        @{ SecretName = 'Text' }, @{ SecretName = 'Map' }, @{ SecretName = 'Bytes' }, @{ SecretName = 'Nope' }
                        @{ SecretName = 'A*' }, @{ SecretName = 'Api'; VaultName = 'NoVault' }
                    )) {
                    $name = ($case.SecretName, $case.VaultName | Where-Object { $_ }) -join ' in '
                    try {
                        $session = Connect-Personio @case -PassThru
                        "$name`: $($session.ClientId.StartsWith('papi-')) $(@(Get-PersonioPerson).Count) persons"
                    }
                    catch { "$name`: $($_.FullyQualifiedErrorId): $($_.Exception.Message)" }
                }

                'from ' + (Get-Command Get-Secret).Module.ModuleBase
                if ($env:SECRET_VAULT) {
                    # The store in its default configuration: with a password, and prompting for it.
                    Set-SecretStoreConfiguration -Authentication Password -Interaction Prompt -Confirm:$false -Password $password
                }
            }
        }
    }

    BeforeEach {
        Skip-WithoutModule $needs
    }

    It 'uses a credential: of any vault, and of the specified vault if two have the name' {
        $said | Should -Match '(?m)^Api: True 3 persons'
        $said | Should -Match '(?m)^Api in Other: True 3 persons'
    }

    It 'uses the specified module' {
        $said -match '(?m)^from .*Module.Vault.Microsoft' | Should -Be (-not $isReal)
    }

    It 'reports that <name> is <is> and not a credential, and does not show it' -ForEach @(
        @{ Name = 'Secure'; Is = 'a SecureString' }
        @{ Name = 'Text'; Is = 'a SecureString' }
        @{ Name = 'Map'; Is = 'a Hashtable' }
        @{ Name = 'Bytes'; Is = 'of another type' }
    ) {
        $said | Should -Match "(?m)^$name`: AuthenticationFailed,$class`: Secret '$name' is $is; a PSCredential is required. Store one with Set-Secret '$name'"
        $said | Should -Not -Match 'a-secret-of-a-user'
    }

    It 'explains a missing secret' {
        $said | Should -Match "(?m)^Nope: AuthenticationFailed,$class`: The secret 'Nope' could not be read. The secret Nope was not found."
        $said | Should -Match "(?m)^A\*: AuthenticationFailed,$class`: The secret 'A\*' could not be read."
        $said | Should -Match "(?m)^Api in NoVault: AuthenticationFailed,$class`: The secret 'Api' could not be read. .*NoVault"
        $said | Should -Not -Match 'ErrorActionPreference'
    }

    It 'does not wait for input if the store is locked and nobody is present' {
        $locked = Invoke-NewProcess -Environment $own -Script {
            Import-Module $env:PERSONIO_TEST_MANIFEST
            if (-not $env:SECRET_VAULT) {
                Register-SecretVault -Name Own -ModuleName Store -VaultParameters @{ Locked = $true }
            }

            try { Connect-Personio -SecretName Api }
            catch { "$($_.FullyQualifiedErrorId): $($_.Exception.Message)" }
        }

        $locked | Should -Match "AuthenticationFailed,$class`: The secret 'Api' could not be read. .*password"
        $locked | Should -Match 'Unlock-Secret(Store|Vault)'
    }
}

Describe 'The module of the tests that stands in for SecretManagement' {
    It 'has the commands and the parameters of the real one' {
        Skip-WithoutModule Microsoft.PowerShell.SecretManagement

        # A parameter by set, name and position; types that only one of them can have are objects in the other.
        $describe = {
            $names = [System.Management.Automation.PSCmdlet]::CommonParameters + [System.Management.Automation.PSCmdlet]::OptionalCommonParameters
            Get-Command -Module Microsoft.PowerShell.SecretManagement | ForEach-Object {
                $command = $_.Name
                $_.ParameterSets | ForEach-Object {
                    $set = $_.Name
                    $_.Parameters | Where-Object Name -NotIn $names | ForEach-Object {
                        $type = $_.ParameterType.Name -replace '^(SecretInformation|SecretVaultInfo)$', 'PSObject'
                        "$command $set -$($_.Name) $type $($_.IsMandatory) $($_.Position)"
                    }
                }
            } | Sort-Object
        }
        $real = Invoke-NewProcess "Import-Module Microsoft.PowerShell.SecretManagement; $describe"
        $ours = Invoke-NewProcess "Import-Module '$PSScriptRoot/Vault/Microsoft.PowerShell.SecretManagement'; $describe"

        @($ours -split '\r?\n').Count | Should -BeGreaterThan 40
        $ours | Should -Be $real
    }
}

Describe 'The file system' {
    It 'contains nothing of a session: no file except PowerShell''s own caches, and no secret in these' {
        $place = "$TestDrive/disk"
        $own = New-HomeFolder $place
        $said = Invoke-NewProcess -Environment $own -Script {
            Set-Location $env:HOME
            Import-Module $env:PERSONIO_TEST_MANIFEST
            $session = Connect-Personio -PassThru
            $null = Get-PersonioPerson | Get-PersonioEmployment
            $null = Get-PersonioAbsencePeriod -IncludePerson | Get-PersonioAbsenceBreakdown
            Set-PersonioPerson (Get-PersonioPerson -First 1).PersonId -PreferredName New
            try { Get-PersonioPerson nobody } catch { $null = $_ }
            $null = Test-PersonioAccess
            $session | Format-List | Out-String
            Disconnect-Personio -Revoke
        }

        $said | Should -Match 'ClientId'
        $files = @(Get-ChildItem $place -Recurse -Force -File | Where-Object UnixMode -NotLike 's*')
        $files | Where-Object FullName -NotMatch '[\\/](powershell|PowerShell)[\\/]' | ForEach-Object FullName | Should -BeNullOrEmpty
        $forbidden = @(Get-Forbidden)
        $forbidden.Count | Should -BeGreaterThan 1
        foreach ($file in $files) {
            $text = [System.Text.Encoding]::Latin1.GetString([System.IO.File]::ReadAllBytes($file.FullName))
            $forbidden | Where-Object { $text.Contains($_) } | Should -BeNullOrEmpty -Because $file.Name
        }
    }
}
