@{
    RootModule        = 'Microsoft.PowerShell.SecretManagement.psm1'
    ModuleVersion     = '1.1.2'
    GUID              = '7b3ff8c4-6f5c-4a6e-9d0f-2c0c6e2d9a41'
    Author            = 'The Personio for PowerShell authors'
    Copyright         = 'MIT License'
    Description       = 'Stands in for the module of this name in the tests: the same commands and parameters, secrets in memory only.'
    PowerShellVersion = '7.4'
    FunctionsToExport = @(
        'Get-Secret', 'Get-SecretInfo', 'Get-SecretVault', 'Register-SecretVault', 'Remove-Secret', 'Set-Secret', 'Set-SecretInfo'
        'Set-SecretVaultDefault', 'Test-SecretVault', 'Unlock-SecretVault', 'Unregister-SecretVault'
    )
    CmdletsToExport   = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
