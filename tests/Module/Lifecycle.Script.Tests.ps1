BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    . "$PSScriptRoot/PingOne.ps1"
    . "$PSScriptRoot/Lifecycle.ps1"
}

Describe 'Invoke-PersonioPlan through script blocks' {
    BeforeEach {
        # A directory of objects that look like Active Directory accounts.
        $script:users = [System.Collections.Generic.List[object]]::new()
        $script:calls = [System.Collections.Generic.List[string]]::new()
        $thread = [System.Environment]::CurrentManagedThreadId
        $rows = 1000..1029 | ForEach-Object { New-Row "$_" }
        foreach ($row in $rows) {
            $users.Add([pscustomobject]@{
                    ObjectGUID = [guid]::NewGuid(); EmployeeID = $row.PersonId; SamAccountName = "person$($row.PersonId)"; mail = $row.Email; Enabled = $true
                    GivenName = $row.FirstName; Surname = $row.LastName; DisplayName = $row.DisplayName; Title = 'Clerk'; Department = $null; Office = $null
                    Manager = $null; DistinguishedName = "CN=$($row.PersonId)"
                })
        }

        $with = @{
            Map      = 'ActiveDirectory'
            Read     = {
                $calls.Add('Read')
                $row = $_
                [System.Environment]::CurrentManagedThreadId | Should -Be $thread
                $users | Where-Object {
                    $row.AccountId ? "$($_.ObjectGUID)" -eq $row.AccountId : $row.PersonId ? $_.EmployeeID -eq $row.PersonId : $_.SamAccountName -eq $row.UserName
                }
            }
            Create   = {
                param($Row, $Values)
                $calls.Add("Create $($Row.UserName)")
                if ($users.SamAccountName -contains $Row.UserName) {
                    throw [System.Management.Automation.ErrorRecord]::new([Exception]::new('taken'), 'Taken', 'ResourceExists', $Row)
                }

                $new = [pscustomobject]@{ ObjectGUID = [guid]::NewGuid(); DistinguishedName = "CN=$($Row.PersonId)"; Manager = $null }
                $Values.GetEnumerator() | ForEach-Object { $new | Add-Member -NotePropertyName $_.Key -NotePropertyValue $_.Value -Force }
                $users.Add($new)
                $new
            }
            Update   = {
                param($Row, $Values)
                $calls.Add("Update $($Row.UserName)")
                $user = $users | Where-Object { "$($_.ObjectGUID)" -eq $Row.AccountId }
                $Values.GetEnumerator() | ForEach-Object { $user.($_.Key) = $_.Value }
            }
            Enable   = { $calls.Add("Enable $($_.UserName)"); $id = $_.AccountId; ($users | Where-Object { "$($_.ObjectGUID)" -eq $id }).Enabled = $true }
            Disable  = { $calls.Add("Disable $($_.UserName)"); $id = $_.AccountId; ($users | Where-Object { "$($_.ObjectGUID)" -eq $id }).Enabled = $false }
        }
        $compare = @{ Map = 'ActiveDirectory'; Account = $users }
        $log = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"

        function Get-Change {
            $rows[0].Status, $rows[0].EmploymentStatus, $rows[0].LastDay = 'INACTIVE', 'INACTIVE', (Get-Day -2)
            $rows[1].Position = 'Head'
            @($rows) + (New-Row 2001 'Ben' 'Cho' -With @{ EmploymentStartDate = Get-Day 3; EmploymentStatus = 'ONBOARDING'; SupervisorId = '1005' })
        }
    }

    It 'applies the plan on the pipeline thread, managers last, and a second plan is empty' {
        $people = Get-Change
        $plan = @(Get-Plan $people $compare)
        $results = @(Invoke-Plan $plan ($with + @{ LogPath = $log }))

        $results.Action | Should -Be Disable, Update, Create, LinkManager
        $results.Status | Select-Object -Unique | Should -Be Done
        ($users | Where-Object EmployeeID -EQ '1000').Enabled | Should -BeFalse
        ($users | Where-Object EmployeeID -EQ '1001').Title | Should -Be Head
        $made = $users | Where-Object EmployeeID -EQ '2001'
        $made.SamAccountName | Should -Be ben.cho
        $made.Enabled | Should -BeFalse
        $made.Manager | Should -Be 'CN=1005'
        Get-Plan $people ($compare + @{ LogPath = $log }) | Where-Object Action -NE None | Should -BeNullOrEmpty
        @(Get-PersonioPlanLog $log).Count | Should -Be 4
    }

    It 'enforces limits, approval, freshness and -WhatIf' {
        $people = Get-Change
        $plan = @(Get-Plan $people $compare)
        $calls.Clear()
        { $plan | Invoke-PersonioPlan @with -Confirm:$false -MaxUpdate 0 } | Should -Throw -ErrorId 'PlanTooLarge,*'
        $null = $plan | Invoke-PersonioPlan @with -WhatIf
        $calls | Should -BeNullOrEmpty

        ($users | Where-Object EmployeeID -EQ '1001').Title = 'Queen'
        $result = $plan | Where-Object Action -EQ Update | Invoke-PersonioPlan @with -PassThru -Confirm:$false -ErrorAction SilentlyContinue
        $result.Status | Should -Be Stale
        $calls | Should -Be 'Read'
    }

    It 'uses the next name if the script block says that the first is taken' {
        $people = Get-Change
        $plan = @(Get-Plan $people $compare | Where-Object Action -EQ Create)
        $users.Add([pscustomobject]@{ ObjectGUID = [guid]::NewGuid(); EmployeeID = $null; SamAccountName = 'ben.cho'; Enabled = $true })
        (Invoke-Plan $plan $with).UserName | Should -Be ben.cho2
        @($calls -like 'Create*') | Should -Be 'Create ben.cho', 'Create ben.cho2'
    }

    It 'writes one error for a failing script block, even for a nonterminating error, and the next row continues' {
        $people = Get-Change
        $plan = @(Get-Plan $people $compare)
        $with.Disable = { Write-Error 'not today' }
        $results = @($plan | Invoke-PersonioPlan @with -PassThru -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed)

        ($results | Where-Object Action -EQ Disable).Status | Should -Be Failed
        ($results | Where-Object Action -EQ Disable).Error | Should -Match 'not today'
        ($results | Where-Object Action -EQ Update).Status | Should -Be Done
        @($failed | Where-Object { $_.TargetObject.PersonId -eq '1000' }).Count | Should -BeGreaterThan 0
    }

    It 'says which script block is missing before it runs one' {
        $plan = @(Get-Plan (Get-Change) $compare)
        $calls.Clear()
        $with.Remove('Disable')
        { $plan | Invoke-PersonioPlan @with -Confirm:$false } | Should -Throw '*-Disable*' -ErrorId 'InvalidOption,*'
        $with.Remove('Map')
        { $plan | Invoke-PersonioPlan @with -Confirm:$false } | Should -Throw '*-Map*' -ErrorId 'InvalidOption,*'
        { $plan | Invoke-PersonioPlan -Map @{ title = 5 } @with -Confirm:$false } |
            Should -Throw "*'title' has no source*Nothing was applied." -ErrorId 'MappingInvalid,*'
        $calls | Should -BeNullOrEmpty
    }

    It 'stops if a right is missing three times' {
        $people = Get-Change
        foreach ($row in $people[2..6]) { $row.Position = 'Head' }
        $plan = @(Get-Plan $people $compare | Where-Object Action -EQ Update)
        $with.Update = { throw [System.Management.Automation.ErrorRecord]::new([Exception]::new('no right'), 'Denied', 'PermissionDenied', $null) }
        { $plan | Invoke-PersonioPlan @with -Confirm:$false -ErrorAction SilentlyContinue } | Should -Throw -ErrorId 'TooManyFailures,*'
    }
}

Describe 'Export-PersonioPlan' {
    BeforeAll {
        $persons = 1000..1009 | ForEach-Object { New-Row "$_" }
        $accounts = $persons | ForEach-Object {
            [pscustomobject]@{ UserId = "a$($_.PersonId)"; ExternalId = $_.PersonId; UserName = "u$($_.PersonId)"; Email = $_.Email; Enabled = $true; GivenName = $_.FirstName; FamilyName = $_.LastName; title = 'Clerk'; type = 'Employee' }
        }
        $persons[0].LastName = '<script>alert(1)</script>'
        $persons[1].Status, $persons[1].EmploymentStatus, $persons[1].LastDay = 'INACTIVE', 'INACTIVE', (Get-Day -2)
        $plan = @(Get-Plan $persons @{ Account = $accounts })
        $file = Join-Path $TestDrive 'plan.html'
    }

    It 'writes one page in which names with markup are text, without private data' {
        $item = $plan | Export-PersonioPlan -Path $file -Title 'Week <48>' -PlanWarning 'Mind the gap.'
        $item.FullName | Should -Be $file
        $html = Get-Content $file -Raw

        $html | Should -Match 'Week &lt;48&gt;'
        $html | Should -Match 'Mind the gap\.'
        $html | Should -Not -Match '<script'
        $html | Should -Match 'Needs approval'
        $html | Should -Not -Match '://'
    }

    It 'accepts rows of a CSV file, and writes the same page except for its time' {
        $null = $plan | Export-PersonioPlan -Path $file -Force
        $plan | Export-Csv "$TestDrive/plan.csv"
        $null = Import-Csv "$TestDrive/plan.csv" | Export-PersonioPlan -Path "$TestDrive/back.html"
        (Get-Content "$TestDrive/back.html" -Raw) -replace '<p>Created.*?</p>' | Should -BeExactly ((Get-Content $file -Raw) -replace '<p>Created.*?</p>')
    }

    It 'replaces a file only with -Force, and writes none with -WhatIf' {
        $null = $plan | Export-PersonioPlan -Path $file -Force
        { $plan | Export-PersonioPlan -Path $file } | Should -Throw '*-Force*' -ErrorId 'Conflict,*'
        $plan | Export-PersonioPlan -Path "$TestDrive/none.html" -WhatIf
        Test-Path "$TestDrive/none.html" | Should -BeFalse
    }
}

Describe 'Get-PersonioPlanLog' {
    It 'skips a partial line that a crash left, and says so' {
        $log = Join-Path $TestDrive 'torn.jsonl'
        @(
            '{"time":"2026-11-26T06:00:00+00:00","event":"Before","runId":"r1","planId":"p1","personId":"1","accountId":"a1","action":"Disable"}'
            '{"time":"2026-11-26T06:00:01+00:00","event":"After","runId":"r1","planId":"p1","personId":"1","accountId":"a1","action":"Disable","result":"Done"}'
            '{"time":"2026-11-26T06:00:02+00:00","event":"Before","runId":"r1","planId":"p1","personId":"2","action":"Create"}'
            '{"time":"2026-11-26T06:00:03+0'
        ) | Set-Content $log

        $entries = @(Get-PersonioPlanLog $log -WarningVariable warned -WarningAction SilentlyContinue)
        $entries.Event | Should -Be After, Before
        $entries.PersonId | Should -Be 1, 2
        "$warned" | Should -Match 'line 4'
        @(Get-PersonioPlanLog $log -From '2026-11-26T06:00:02Z' -WarningAction SilentlyContinue).PersonId | Should -Be 2
    }
}
