BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Recipes.ps1"
    Push-Location
}

AfterAll {
    Pop-Location
}

Describe 'Recipes that apply plans' {
    BeforeEach {
        $sandbox = Start-Company @{ PersonCount = 12 }
        Connect-To $sandbox
        Enter-Folder
        $told = [System.Collections.Generic.List[string]]::new()
    }

    AfterEach {
        Disconnect-Personio
        $sandbox.Dispose()
    }

    Describe 'Update-ActiveDirectory.ps1' {
        BeforeEach {
            $with = Get-DirectoryCase @{ AccountId = 'ObjectGUID'; Key = 'EmployeeID'; UserName = 'SamAccountName'; Enabled = 'Enabled' }
        }

        It 'creates accounts with their managers, and has nothing to do when it runs again' {
            $first = & "$recipes/Update-ActiveDirectory.ps1" @with -LogPath runs.jsonl -WarningAction SilentlyContinue
            ($first | Where-Object Action -EQ Create).Status | Select-Object -Unique | Should -Be Done
            @($told -like 'create*').Count | Should -BeGreaterThan 3

            $told.Clear()
            $again = & "$recipes/Update-ActiveDirectory.ps1" @with -LogPath runs.jsonl -WarningAction SilentlyContinue
            $again | Where-Object Status -NE Skipped | Should -BeNullOrEmpty
            $told | Should -BeNullOrEmpty
        }

        It 'does nothing of a plan over the limits' {
            $with.Limit = @{}
            $with.Limit.MaxCreate = 1
            { & "$recipes/Update-ActiveDirectory.ps1" @with -WarningAction SilentlyContinue -ErrorAction Stop } | Should -Throw -ErrorId 'PlanTooLarge,*'
            $told | Should -BeNullOrEmpty
        }

        It 'applies the approved rows of a file alone' {
            $plan = & "$recipes/Update-ActiveDirectory.ps1" @with -PlanOnly -WarningAction SilentlyContinue
            $told | Should -BeNullOrEmpty
            $chosen = $plan | Where-Object Action -EQ Create | Select-Object -First 1
            $chosen.Approved = 'yes'
            $plan | Export-Csv plan.csv

            $result = & "$recipes/Update-ActiveDirectory.ps1" @with -PlanPath plan.csv
            $result.PersonId | Should -Be $chosen.PersonId
            $told | Should -Be "create $($chosen.UserName)"
        }
    }

    Describe 'Update-EntraId.ps1' {
        It 'creates accounts, and has nothing to do when it runs again' {
            $with = Get-DirectoryCase @{ AccountId = 'Id'; Key = 'EmployeeId'; UserName = 'UserPrincipalName'; Enabled = 'AccountEnabled' }
            $first = & "$recipes/Update-EntraId.ps1" @with -LogPath runs.jsonl -WarningAction SilentlyContinue
            ($first | Where-Object Action -EQ Create).Status | Select-Object -Unique | Should -Be Done

            $told.Clear()
            $again = & "$recipes/Update-EntraId.ps1" @with -LogPath runs.jsonl -WarningAction SilentlyContinue
            $again | Where-Object Status -NE Skipped | Should -BeNullOrEmpty
            $told | Should -BeNullOrEmpty
        }
    }
}
