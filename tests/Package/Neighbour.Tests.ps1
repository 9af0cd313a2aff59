BeforeAll {
    . "$PSScriptRoot/Common.ps1"

    $neighbour = Join-Path $TestDrive 'modules/Neighbour'
    $said = dotnet build "$PSScriptRoot/Neighbour" -c Release -v quiet -o $neighbour | Out-String
    $with = @{ NEIGHBOUR = $neighbour; PACKAGE = $manifest }
    $other = '9.0.0.0 {"Text":"yes"}'
}

Describe 'Beside a module with its own System.Text.Json' {
    It 'the neighbour has one of another version than the engine' {
        Join-Path $neighbour 'System.Text.Json.dll' | Should -Exist -Because $said
        $carried = [System.Reflection.AssemblyName]::GetAssemblyName("$neighbour/System.Text.Json.dll").Version

        $carried | Should -Not -Be ([System.Text.Json.JsonSerializer].Assembly.GetName().Version)
    }

    It 'the main job works when the neighbour came first' {
        $lines = Invoke-Apart -Environment $with {
            Import-Module $env:NEIGHBOUR
            Get-NeighbourJson 'yes'
            Import-Module $env:PACKAGE
            (Get-Row) -gt 100
            Get-NeighbourJson 'yes'
        }

        $lines -split '\r?\n' | Should -Be $other, 'True', $other
    }

    It 'the main job works when the neighbour came second, before and after it' {
        $lines = Invoke-Apart -Environment $with {
            Import-Module $env:PACKAGE
            (Get-Row) -gt 100
            Import-Module $env:NEIGHBOUR
            Get-NeighbourJson 'yes'
            (Get-Row) -gt 100
        }

        $lines -split '\r?\n' | Should -Be 'True', $other, 'True'
    }
}
