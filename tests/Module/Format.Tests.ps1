BeforeAll {
    . "$PSScriptRoot/Common.ps1"
}

Describe 'The files of formats and types' {
    It 'are what build/Format.ps1 generates from the table of views' {
        & "$PSScriptRoot/../../build/Format.ps1" -Destination $TestDrive
        foreach ($name in 'Personio.Format.ps1xml', 'Personio.Types.ps1xml') {
            Get-Content (Join-Path $TestDrive $name) -Raw | Should -BeExactly (Get-Content "$PSScriptRoot/../../src/Personio/$name" -Raw)
        }
    }
}

Describe 'The lists' {
    It 'show no instant in the form of the culture' {
        $views = (Import-PowerShellDataFile "$PSScriptRoot/../../build/Views.psd1").Views
        $assemblies = Get-ChildItem (Join-Path (Split-Path $manifest) 'bin/Personio*.dll') |
            ForEach-Object { [System.Reflection.Assembly]::LoadFrom($_) }
        $bare = foreach ($view in $views | Where-Object { $_.ContainsKey('List') }) {
            $type = $assemblies.ForEach{ $_.GetType($view.Type) }.Where{ $_ }[0]
            foreach ($name in $view.List -notlike '*|*') {
                if ("$($type.GetProperty($name).PropertyType)" -match 'DateTimeOffset') {
                    "$($view.Type): $name"
                }
            }
        }

        $bare | Should -BeNullOrEmpty
    }
}

Describe 'The tables' {
    It 'have room for a long name where they begin with a person' {
        $views = (Import-PowerShellDataFile "$PSScriptRoot/../../build/Views.psd1").Views
        $narrow = foreach ($view in $views) {
            $label, $width, $null = $view.Table[0] -split '\s*\|\s*'
            if ($label -in 'Person', 'PersonName', 'DisplayName', 'CandidateName' -and [int] $width -lt 21) {
                "$($view.Type): $width"
            }
        }

        $narrow | Should -BeNullOrEmpty
    }

    It 'fit a window of 80 columns' {
        $views = (Import-PowerShellDataFile "$PSScriptRoot/../../build/Views.psd1").Views
        $wide = foreach ($view in $views) {
            $widths = $view.Table.ForEach{ [int] (($_ -split '\s*\|\s*')[1] -replace '\D') }
            $sum = ($widths | Measure-Object -Sum).Sum + $widths.Count - 1
            if ($sum -gt 80) { "$($view.Type): $sum" }
        }

        $wide | Should -BeNullOrEmpty
    }

    It 'exist for the objects of the recipes' {
        $views = (Import-PowerShellDataFile "$PSScriptRoot/../../build/Views.psd1").Views
        $named = Select-String -Path "$PSScriptRoot/../../docs/recipes/*.ps1" -Pattern "'(?<type>Personio\.Recipe\.\w+)'" |
            ForEach-Object { $_.Matches[0].Groups['type'].Value }

        $views.Type -like 'Personio.Recipe.*' | Sort-Object | Should -Be ($named | Sort-Object -Unique)
    }

    It 'show the day of a missing entry without a time' {
        $row = [pscustomobject] @{ PSTypeName = 'Personio.Recipe.MissingAttendance'; PersonName = 'Jo'; Date = [datetime] '2026-03-02'; PersonId = '1' }

        $row | Out-String | Should -Match 'Jo +2026-03-02 +1'
    }
}
