BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 3 }
    $class = 'Personio.Commands.ConnectPersonioCommand'

    # A process of its own, with a home of its own: the store of whoever runs the tests is not touched.
    function New-HomeOf {
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

    # What a file of any kind may hold of the secret and of the tokens.
    function Get-Forbidden {
        $sandbox.ClientSecret
        $sandbox.Requests.Authorization | Where-Object { $_ } | ForEach-Object { $_ -replace '^Bearer ' } | Sort-Object -Unique
    }
}

AfterAll {
    $sandbox.Dispose()
}

Describe 'Connect-Personio -SecretName, with a real store' {
    BeforeAll {
        $hasVault = [bool] (Get-Module Microsoft.PowerShell.SecretStore -ListAvailable)
        $own = New-HomeOf "$TestDrive/vault"
        $said = if ($hasVault) {
            Invoke-Fresh -Environment $own -Script {
                Import-Module Microsoft.PowerShell.SecretManagement, Microsoft.PowerShell.SecretStore
                $password = ConvertTo-SecureString x -AsPlainText -Force
                $null = Set-SecretStoreConfiguration -Authentication None -Interaction None -Confirm:$false -Password $password
                Register-SecretVault Own -ModuleName Microsoft.PowerShell.SecretStore -DefaultVault
                Register-SecretVault Other -ModuleName Microsoft.PowerShell.SecretStore
                $secret = ConvertTo-SecureString $env:PERSONIO_CLIENT_SECRET -AsPlainText -Force
                Set-Secret Api ([pscredential]::new($env:PERSONIO_CLIENT_ID, $secret))
                Set-Secret Secure (ConvertTo-SecureString 'a-secret-of-a-user' -AsPlainText -Force)
                Set-Secret Map @{ ClientId = 'x'; ClientSecret = 'a-secret-of-a-user' }
                Set-Secret Bytes ([byte[]] (1, 2))
                Import-Module $env:PERSONIO_TEST_MANIFEST
                foreach ($case in @(
                        @{ SecretName = 'Api' }, @{ SecretName = 'Api'; VaultName = 'Other' }, @{ SecretName = 'Secure' }
                        @{ SecretName = 'Map' }, @{ SecretName = 'Bytes' }, @{ SecretName = 'Nope' }, @{ SecretName = 'A*' }
                    )) {
                    $name = $case.Values -join '+'
                    try { "$name`: " + (Connect-Personio @case -PassThru).ClientId.StartsWith('papi-') }
                    catch { "$name`: $($_.FullyQualifiedErrorId): $($_.Exception.Message)" }
                }

                # The store as it is without a configuration: with a password, asking for it.
                Set-SecretStoreConfiguration -Authentication Password -Interaction Prompt -Confirm:$false -Password $password
            }
        }
    }

    BeforeEach {
        $hasVault | Should -BeTrue -Because 'this test needs Microsoft.PowerShell.SecretManagement and SecretStore'
    }

    It 'takes a credential: of any vault, and of two vaults that have the name the one that is meant' {
        $said | Should -Match '(?m)^Api: True'
        $said | Should -Match '(?m)^(Other\+Api|Api\+Other): True'
    }

    It 'says that <name> is <kind> and no credential, and does not show it' -ForEach @(
        @{ Name = 'Secure'; Kind = 'a SecureString' }
        @{ Name = 'Map'; Kind = 'a Hashtable' }
        @{ Name = 'Bytes'; Kind = 'something else' }
    ) {
        $said | Should -Match "(?m)^$name`: AuthenticationFailed,$class`: The secret '$name' is $kind and no PSCredential. Store one: Set-Secret '$name'"
        $said | Should -Not -Match 'a-secret-of-a-user'
    }

    It 'says in plain words that there is none' {
        $said | Should -Match "(?m)^Nope: AuthenticationFailed,$class`: The secret 'Nope' could not be read. The secret Nope was not found."
        $said | Should -Match "(?m)^A\*: AuthenticationFailed,$class`: The secret 'A\*' could not be read."
        $said | Should -Not -Match 'ErrorActionPreference'
    }

    It 'waits for nobody where the store is locked and nobody is there' {
        $locked = Invoke-Fresh -Environment $own -Script {
            Import-Module $env:PERSONIO_TEST_MANIFEST
            try { Connect-Personio -SecretName Api }
            catch { "$($_.FullyQualifiedErrorId): $($_.Exception.Message)" }
        }

        $locked | Should -Match "AuthenticationFailed,$class`: The secret 'Api' could not be read. .*password"
        $locked | Should -Match 'Unlock-SecretStore'
    }
}

Describe 'The disk' {
    It 'gets nothing of a session: no file but the caches of PowerShell itself, and no secret in these' {
        $place = "$TestDrive/disk"
        $own = New-HomeOf $place
        $said = Invoke-Fresh -Environment $own -Script {
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
