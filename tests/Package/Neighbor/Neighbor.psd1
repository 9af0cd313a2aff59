@{
    RootModule        = 'Neighbor.psm1'
    ModuleVersion     = '1.0.0'
    GUID              = 'c6a0a0d8-5d2c-4c8e-8d0b-5f0c7a3f1d52'
    Author            = 'The Personio for PowerShell authors'
    FunctionsToExport = @('Get-NeighborJson')
    CmdletsToExport   = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
