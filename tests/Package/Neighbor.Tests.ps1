BeforeAll {
    . "$PSScriptRoot/Common.ps1"

    $neighbor = Join-Path $TestDrive 'modules/Neighbor'
    $said = dotnet build "$PSScriptRoot/Neighbor" -c Release -v quiet -o $neighbor | Out-String
    $with = @{ NEIGHBOR = $neighbor; PACKAGE = $manifest }
    $other = '9.0.0.0 {"Text":"yes"}'
}

Describe 'Next to a module with its own System.Text.Json' {
    It 'the neighbor has another version than the engine' {
        Join-Path $neighbor 'System.Text.Json.dll' | Should -Exist -Because $said
        $carried = [System.Reflection.AssemblyName]::GetAssemblyName("$neighbor/System.Text.Json.dll").Version

        $carried | Should -Not -Be ([System.Text.Json.JsonSerializer].Assembly.GetName().Version)
    }

    It 'the main job works if the neighbor was imported first' {
        $lines = Invoke-Isolated -Environment $with {
            Import-Module $env:NEIGHBOR
            Get-NeighborJson 'yes'
            Import-Module $env:PACKAGE
            (Get-Row) -gt 100
            Get-NeighborJson 'yes'
        }

        $lines -split '\r?\n' | Should -Be $other, 'True', $other
    }

    It 'the main job works if the neighbor was imported second, before and after it' {
        $lines = Invoke-Isolated -Environment $with {
            Import-Module $env:PACKAGE
            (Get-Row) -gt 100
            Import-Module $env:NEIGHBOR
            Get-NeighborJson 'yes'
            (Get-Row) -gt 100
        }

        $lines -split '\r?\n' | Should -Be 'True', $other, 'True'
    }
}
