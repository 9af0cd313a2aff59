BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Recipes.ps1"
    Push-Location

    # Returns the default script block of a parameter of the recipe.
    function Get-Default {
        param([string] $Recipe, [string] $Parameter)

        $all = (Get-Command "$recipes/$Recipe.ps1").ScriptBlock.Ast.ParamBlock.Parameters
        ($all | Where-Object { $_.Name.VariablePath.UserPath -eq $Parameter }).DefaultValue.ScriptBlock.GetScriptBlock()
    }
}

AfterAll {
    Pop-Location
}

Describe 'Recipes that apply plans' {
    BeforeEach {
        $sandbox = Start-Company @{ PersonCount = 12 }
        Connect-To $sandbox
        Enter-Folder
        . "$PSScriptRoot/DirectoryCommands.ps1"
        $quiet = @{ WarningAction = 'SilentlyContinue' }
        $with = @{ EmailDomain = 'example.org'; Limit = @{ MaxCreate = 500; MaxUpdate = 500; MaxDisable = 500; MaxIdentityUpdate = 500 } }
    }

    AfterEach {
        Disconnect-Personio
        $sandbox.Dispose()
    }

    Describe 'Update-ActiveDirectory.ps1' {
        BeforeEach {
            # A person who already has an account, which is found by its key.
            $known = Get-ApiResponse /v2/persons | Where-Object status -EQ ACTIVE | Select-Object -First 1
            $entries.Add([pscustomobject]@{
                    ObjectGUID = [guid]::NewGuid(); SamAccountName = 'known'; EmployeeID = $known.id; mail = $known.email; DisplayName = 'Known'
                    GivenName = $known.first_name; Surname = $known.last_name; Title = 'Wrong'; Department = $null; Office = $null; Manager = $null
                    Enabled = $true; DistinguishedName = 'CN=known'; UserPrincipalName = $null; adminCount = $null
                })
        }

        It 'creates accounts with their managers, updates others, and has nothing to do when it runs again' {
            $with.OrganizationalUnit = 'OU=Staff'
            $first = & "$recipes/Update-ActiveDirectory.ps1" @with @quiet -LogPath runs.jsonl
            ($first | Where-Object Action -EQ Create).Status | Select-Object -Unique | Should -Be Done
            @($told -like 'create*').Count | Should -BeGreaterThan 3
            ($first | Where-Object Action -EQ Update).Status | Should -Be Done
            $current = Get-PersonioEmployment $known.id -Current
            $entries[0].Title | Should -Be $current.Position
            $boss = $entries | Where-Object EmployeeID -EQ $current.SupervisorId
            $entries[0].Manager | Should -Be $boss.DistinguishedName
            $made = $entries | Where-Object DistinguishedName -Like 'CN=*,OU=Staff' | Select-Object -First 1
            $made.DisplayName | Should -Not -BeNullOrEmpty
            $made.UserPrincipalName | Should -Be "$($made.SamAccountName)@example.org"

            $told.Clear()
            $again = & "$recipes/Update-ActiveDirectory.ps1" @with @quiet -LogPath runs.jsonl
            $again | Where-Object Status -NE Skipped | Should -BeNullOrEmpty
            $told | Should -BeNullOrEmpty
        }

        It 'disables the account of a leaver once, and leaves a missing one alone' {
            $gone = Get-ApiResponse /v2/persons | Where-Object status -EQ INACTIVE | Select-Object -First 1
            $entries[0].EmployeeID, $entries[0].mail = $gone.id, $gone.email

            $plan = & "$recipes/Update-ActiveDirectory.ps1" @with @quiet -Action Disable -PlanOnly
            $plan.PersonId | Should -Be $gone.id
            $plan.Approved = 'yes'
            $plan | Export-Csv plan.csv
            (& "$recipes/Update-ActiveDirectory.ps1" @with -Action Disable).Status | Should -Be Done
            $told | Should -Be 'disable known'
            & "$recipes/Update-ActiveDirectory.ps1" @with @quiet -Action Disable | Should -BeNullOrEmpty

            $entries.Clear()
            $late = & "$recipes/Update-ActiveDirectory.ps1" @with -PlanPath plan.csv -ErrorAction SilentlyContinue -ErrorVariable failed
            $late.Status | Should -Be Stale
            "$failed" | Should -Match 'no longer exists'
        }

        It 'clears what HR has cleared, if the mapping says so' {
            $entries[0].Office, $entries[0].Title = 'Old', (Get-PersonioEmployment $known.id -Current).Position
            $with.Option = @{ MapAdd = @{ Office = @{ From = { $null }; Clear = $true } } }
            $plan = & "$recipes/Update-ActiveDirectory.ps1" @with @quiet -PersonId $known.id -Action Update -PlanOnly
            # All accounts of the directory lose the same value, which needs approval.
            $plan.Approved = 'yes'
            $plan | Export-Csv plan.csv
            (& "$recipes/Update-ActiveDirectory.ps1" @with -PlanPath plan.csv).Status | Should -Be Done
            $entries[0].Office | Should -BeNullOrEmpty
            @($told -notlike 'update known') | Should -BeNullOrEmpty
        }

        It 'applies nothing of a plan over the limits, nor of a part of it' {
            $with.Limit = @{ MaxCreate = 1 }
            { & "$recipes/Update-ActiveDirectory.ps1" @with @quiet -ErrorAction Stop } | Should -Throw -ErrorId 'PlanTooLarge,*'
            { & "$recipes/Update-ActiveDirectory.ps1" @with @quiet -Action Create -ErrorAction Stop } | Should -Throw -ErrorId 'PlanTooLarge,*'
            $told | Should -BeNullOrEmpty
        }

        It 'applies only the approved rows of a file, with any delimiter' {
            $plan = & "$recipes/Update-ActiveDirectory.ps1" @with @quiet -PlanOnly
            $told | Should -BeNullOrEmpty
            $chosen = $plan | Where-Object Action -EQ Create | Select-Object -First 1
            $chosen.Approved = 'yes'
            $plan | Export-Csv plan.csv -Delimiter ';'

            { & "$recipes/Update-ActiveDirectory.ps1" @with -PlanPath plan.csv } | Should -Throw '*no column Approved*-Delimiter*'
            $result = & "$recipes/Update-ActiveDirectory.ps1" @with -PlanPath plan.csv -Delimiter ';'
            $result.PersonId | Should -Be $chosen.PersonId
            $told | Should -Be "create $($chosen.UserName)"
        }

        It 'refuses a file in which Approved is neither yes nor no' {
            $plan = & "$recipes/Update-ActiveDirectory.ps1" @with @quiet -PlanOnly
            $plan[0].Approved = 'ja'
            $plan | Export-Csv plan.csv
            { & "$recipes/Update-ActiveDirectory.ps1" @with -PlanPath plan.csv } | Should -Throw "Approved of * is 'ja'. Use yes or no*"
            $told | Should -BeNullOrEmpty
        }

        It 'treats an account that another server does not see yet as created' {
            $original = ${function:Get-ADUser}
            function Get-ADUser {
                param([string] $Identity, [string] $LDAPFilter, [string] $Filter, [string[]] $Properties)
                if ($Identity) { throw (New-Fault 'Cannot find an object' ObjectNotFound) }
                & $original @PSBoundParameters
            }
            $plan = & "$recipes/Update-ActiveDirectory.ps1" @with @quiet -PlanOnly
            $joiner = $plan | Where-Object Action -EQ Create | Select-Object -First 1
            (& "$recipes/Update-ActiveDirectory.ps1" @with @quiet -Action Create -PersonId $joiner.PersonId).Status | Should -Be Done
            $told | Should -Be "create $($joiner.UserName)"
        }

        It 'creates no plan from an incomplete directory: <name>' -ForEach @(
            @{ Name = 'an error'; Read = { $entries; Write-Error 'The server is not operational.' }; Says = 'The server is not operational.' }
            @{ Name = 'nothing'; Read = { }; Says = '*the directory has no accounts*' }
        ) {
            { & "$recipes/Update-ActiveDirectory.ps1" @with @quiet -ReadAccount $read } | Should -Throw $says
            $told | Should -BeNullOrEmpty
        }

        It 'queries ids and names that cannot alter the filter' {
            $read = Get-Default Update-ActiveDirectory Read
            foreach ($id in '*', '4100)(objectClass=*', "4100`n", '٤١٠٠') {
                & $read ([pscustomobject]@{ PersonId = $id; AccountId = $null; UserName = $id }) | Should -BeNullOrEmpty
            }

            $asked | Select-Object -Unique | Should -Be '(employeeID=none)'
        }

        It 'says which module is missing' {
            Remove-Item function:Get-ADUser
            { & "$recipes/Update-ActiveDirectory.ps1" @with } | Should -Throw 'The command Get-ADUser was not found. Install the module ActiveDirectory*'
        }
    }

    Describe 'Update-EntraId.ps1' {
        It 'creates accounts, updates others, and has nothing to do when it runs again' {
            $known = Get-ApiResponse /v2/persons | Where-Object status -EQ ACTIVE | Select-Object -First 1
            $null = New-MgUser -BodyParameter @{
                accountEnabled = $true; displayName = 'Known'; mailNickname = 'known'; userPrincipalName = 'known@example.org'; passwordProfile = @{}
                employeeId = $known.id; mail = $known.email; givenName = $known.first_name; surname = $known.last_name; jobTitle = 'Wrong'
            }
            $told.Clear()
            $first = & "$recipes/Update-EntraId.ps1" @with @quiet -LogPath runs.jsonl
            ($first | Where-Object Action -EQ Create).Status | Select-Object -Unique | Should -Be Done
            # Its name differs, which needs approval.
            ($first | Where-Object PersonId -EQ $known.id).Status | Should -Be Skipped

            $told.Clear()
            $again = & "$recipes/Update-EntraId.ps1" @with @quiet -LogPath runs.jsonl
            $again | Where-Object Status -NE Skipped | Should -BeNullOrEmpty
            $told | Should -BeNullOrEmpty

            $plan = & "$recipes/Update-EntraId.ps1" @with @quiet -PersonId $known.id -PlanOnly
            $plan.Approved = 'yes'
            $plan | Export-Csv approved.csv
            (& "$recipes/Update-EntraId.ps1" @with -PlanPath approved.csv).Status | Should -Be Done
            $entries[0].JobTitle | Should -Be (Get-PersonioEmployment $known.id -Current).Position
        }

        It 'reports differences in both directions, and changes nothing' {
            $four, $five, $two, $three, $one = 'four', 'five', 'two', 'three', 'one' | ForEach-Object { $sandbox.Tenant.AddPerson('Given', "Family $_", "$_@example.org") }
            $account = { param($Id, $Mail, $EmployeeId)
                $entries.Add([pscustomobject]@{ Id = $Id; DisplayName = $Id; Mail = $Mail; UserPrincipalName = "$Id@example.org"; EmployeeId = $EmployeeId; AccountEnabled = $true; ProxyAddresses = @() })
            }
            & $account right FOUR@example.org $four
            & $account five $null $null
            & $account ghost gone@example.org '1'
            & $account svc-backup $null $null
            & $account stray $null $null
            & $account twin1 $null $two
            & $account twin2 $null $two
            & $account other three@home.example $three

            $found = & "$recipes/Update-EntraId.ps1" @with @quiet -PlanOnly -IncludeUnchanged -Protect 'svc-*'

            $said = $found | Where-Object { $_.PersonId -in $four, $five, $two, $three, $one, '1' -or -not $_.PersonId } |
                ForEach-Object { "$($_.Kind) $($_.Finding) $($_.PersonId) $($_.UserName)" } | Sort-Object
            $said | Should -Be @(@(
                    "Link NoEmployeeId $five five@example.org", 'Finding NoPerson 1 ghost@example.org', 'Finding NoPerson  stray@example.org'
                    "Joiner  $one one@example.org", "Finding SeveralAccounts $two ", "Mover  $three other@example.org", "Mover  $four right@example.org"
                ) | Sort-Object)
            $told | Should -BeNullOrEmpty
        }

        It 'doubles quotes in queries' {
            $read = Get-Default Update-EntraId Read
            $columns = @()
            $columns | Should -BeNullOrEmpty
            & $read ([pscustomobject]@{ PersonId = "1' or true or '"; AccountId = $null; UserName = "o'neil@example.org" })
            $asked | Should -Be "employeeId eq '1'' or true or '''", "userPrincipalName eq 'o''neil@example.org'"
        }
    }
}
