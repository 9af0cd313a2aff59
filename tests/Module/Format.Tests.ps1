Describe 'The files of formats and types' {
    It 'are what build/Format.ps1 generates from the table of views' {
        & "$PSScriptRoot/../../build/Format.ps1" -Destination $TestDrive
        foreach ($name in 'Personio.Format.ps1xml', 'Personio.Types.ps1xml') {
            Get-Content (Join-Path $TestDrive $name) -Raw | Should -BeExactly (Get-Content "$PSScriptRoot/../../src/Personio/$name" -Raw)
        }
    }
}
