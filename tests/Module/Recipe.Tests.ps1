BeforeAll {
    . "$PSScriptRoot/Common.ps1"

    $sources = Get-ChildItem "$PSScriptRoot/../../docs/recipes" -Filter *.ps1
    $get = 'Personio.Commands.GetPersonioRecipeCommand'
}

Describe 'Get-PersonioRecipe' {
    It 'lists every recipe of the sources with its purpose and requirements, and no other file' {
        $recipes = Get-PersonioRecipe

        $recipes.Name | Should -Be ($sources.BaseName | Sort-Object)
        foreach ($recipe in $recipes) {
            $recipe.Synopsis | Should -Match '^[A-Z].{15,}\.$' -Because $recipe.Name
            $recipe.Synopsis | Should -Be ((Get-Help $recipe.Path).Synopsis -replace '\s+', ' ').Trim()
            Get-Content $recipe.Path -Raw | Should -BeExactly (Get-Content ($sources | Where-Object BaseName -EQ $recipe.Name) -Raw)
        }
    }

    It 'shows cmdlets, parameters and whether a recipe changes something' {
        $leave, $import, $csv = Get-PersonioRecipe Get-LeaveReport, Import-CustomAttribute.ps1, protect-csvformula

        $leave.Cmdlet | Should -Contain 'Get-PersonioAbsenceBalance'
        $leave.Cmdlet | Where-Object { -not (Get-Command $_ -Module Personio) } | Should -BeNullOrEmpty
        $leave.Module | Should -BeNullOrEmpty
        $leave.CanChange | Should -BeFalse
        $import.CanChange | Should -BeTrue
        $import.Mandatory | Should -Contain 'Path'
        $csv.Cmdlet | Should -BeNullOrEmpty
        "$csv" | Should -Be 'Protect-CsvFormula'
    }

    It 'copies recipes, replaces no file without -Force, and reports where the copy is' {
        $jobs = Join-Path $TestDrive jobs/new
        $copies = Get-PersonioRecipe Get-Leave*, Show-WhoIsOut -Destination $jobs
        'mine' | Set-Content "$jobs/Show-WhoIsOut.ps1"

        $again = 'Show-WhoIsOut', 'Export-Delta' | Get-PersonioRecipe -Destination $jobs -ErrorAction SilentlyContinue -ErrorVariable failed

        $copies.Path | Should -Be (Get-Item $jobs/Get-LeaveReport.ps1, $jobs/Show-WhoIsOut.ps1).FullName
        $again.Name | Should -Be 'Export-Delta'
        $failed.FullyQualifiedErrorId | Should -Be "Conflict,$get"
        $failed.Exception.Message | Should -BeLike "File '*Show-WhoIsOut.ps1' already exists. Use -Force to overwrite it."
        Get-Content "$jobs/Show-WhoIsOut.ps1" | Should -Be 'mine'
        $null = Get-PersonioRecipe Show-WhoIsOut -Destination $jobs -Force
        (Get-Command "$jobs/Show-WhoIsOut.ps1").Parameters.Keys | Should -Contain 'Session'
    }

    It 'returns a path that opens with Invoke-Item and runs with &' {
        Connect-Personio -Sandbox -SandboxPersonCount 20
        $shown = & (Get-PersonioRecipe Show-WhoIsOut).Path -From (Get-Date).AddDays(-60)
        Disconnect-Personio

        (Get-Command Invoke-Item).Parameters.Path.Attributes.ValueFromPipelineByPropertyName | Should -Contain $true
        $shown | Should -Not -BeNullOrEmpty
    }

    It 'reports a recipe that does not exist, and accepts wildcards that match nothing' {
        { Get-PersonioRecipe Show-Nothing -ErrorAction Stop } | Should -Throw -ErrorId "RecipeNotFound,$get" -ExpectedMessage "Recipe 'Show-Nothing' was not found. Get-PersonioRecipe lists all recipes."
        Get-PersonioRecipe Nothing* | Should -BeNullOrEmpty
        { Get-PersonioRecipe * -Destination "$PSScriptRoot/Common.ps1" -ErrorAction Stop } | Should -Throw -ErrorId "InvalidRequest,$get"
    }

    It 'completes names' {
        $line = 'Get-PersonioRecipe Show-W'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'Show-WhoIsOut'
    }
}
