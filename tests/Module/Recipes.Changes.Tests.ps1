BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    . "$PSScriptRoot/Recipes.ps1"
    Push-Location
}

AfterAll {
    Pop-Location
}

Describe 'Recipes that change something' {
    BeforeEach {
        $sandbox = Start-Company @{ PersonCount = 20 }
        Connect-To $sandbox
        Enter-Folder
        $told = [System.Collections.Generic.List[object]]::new()
    }

    AfterEach {
        Disconnect-Personio
        $sandbox.Dispose()
    }

    Describe 'Sync-ActiveDirectory.ps1' {
        BeforeEach {
            $directory = @{}
            Get-Told /v2/persons | ForEach-Object { $directory[$_.id] = @(New-Account $_.id) }
            $with = @{
                FindAccount   = { param($id) $directory[$id] }
                UpdateAccount = {
                    param($account, $change)
                    $told.Add($account.DistinguishedName)
                    $change.GetEnumerator() | ForEach-Object { $account.($_.Key) = $_.Value }
                }
            }
        }

        It 'brings the accounts in step, and leaves them alone when it runs again' {
            $first = & "$recipes/Sync-ActiveDirectory.ps1" @with
            $count = $told.Count
            $again = & "$recipes/Sync-ActiveDirectory.ps1" @with

            $again.Outcome | Select-Object -Unique | Should -Be Unchanged
            $told | Should -HaveCount $count
            $active = Get-Told /v2/persons | Where-Object status -EQ ACTIVE
            $first.PersonId | Should -Be $active.id
            foreach ($id in $active.id | Select-Object -First 5) {
                $current = Get-PersonioEmployment $id -Current
                $directory[$id].Title | Should -Be $current.Position
                $directory[$id].Manager | Should -Be ($current.SupervisorId ? "CN=$($current.SupervisorId)" : $null)
            }
        }

        It 'changes what differs alone, and goes on after an account that fails' {
            $null = & "$recipes/Sync-ActiveDirectory.ps1" @with
            $told.Clear()
            $directory['4102'][0].Title = 'Wrong'
            $directory['4103'] = @((New-Account 4103), (New-Account 4103))
            $directory.Remove('4104')

            $with.PersonId = '4103', '4104', '4102', '4101'
            $result = & "$recipes/Sync-ActiveDirectory.ps1" @with -ErrorAction SilentlyContinue -ErrorVariable failed

            $result.Outcome | Should -Be Failed, NoAccount, Updated, Unchanged
            $result[0].Reason | Should -Be 'Person 4103 has 2 accounts.'
            $result[2].Change | Should -BeLike 'Title=*'
            @($failed | Where-Object FullyQualifiedErrorId -Like 'AccountNotInStep*').TargetObject.PersonId | Should -Be 4103
            $told | Should -Be CN=4102
        }

        It 'ends at once, and says what is missing, where the directory has no commands' {
            $with.FindAccount = { Get-NoSuchAccount }

            { & "$recipes/Sync-ActiveDirectory.ps1" @with } |
                Should -Throw 'There is no command Get-NoSuchAccount. Install the module ActiveDirectory, or give -FindAccount*'
        }
    }

    Describe 'Find-JoinerLeaver.ps1' {
        It 'tells who comes and who goes, as the employments have it' {
            $found = & "$recipes/Find-JoinerLeaver.ps1" -Days 300

            $joiners = Get-Told /v2/persons | Where-Object status -EQ ACTIVE |
                Where-Object { @(Get-Told "/v2/persons/$($_.id)/employments").employment_start_date -gt '2026-06-01' }
            $joiners | Should -Not -BeNullOrEmpty
            @($found | Where-Object Kind -EQ Joiner).PersonId | Sort-Object | Should -Be @($joiners.id | Sort-Object)
            $leavers = Get-Told /v2/persons | Where-Object status -EQ ACTIVE |
                Where-Object { (Get-Told "/v2/persons/$($_.id)/employments" | Where-Object status -EQ ACTIVE).termination.termination_date }
            $leavers | Should -Not -BeNullOrEmpty
            @($found | Where-Object Kind -EQ Leaver).PersonId | Sort-Object | Should -Be @($leavers.id | Sort-Object)
            Use-Culture en-US { $found | Out-String -Width 80 } | Should -Match 'Joiner +2026-\d\d-\d\d \w'
            ($found | Where-Object Kind -EQ Leaver).Reason | Should -Be @(@($leavers) | ForEach-Object { 'Termination' })
            $found | Where-Object { $_.Kind -ne 'ContractEnd' -and $_.Date -lt [datetime]'2026-06-01' } | Should -BeNullOrEmpty
            $found.Kind | Should -Not -Contain Left
        }

        It 'disables nobody because a limited contract has ended, and lists these contracts' {
            $job = '{"id":"e","status":"ACTIVE","employment_start_date":"2020-01-01","contract_end_date":"2022-01-01","termination":{"termination_date":null}}'
            Add-Fault $sandbox @{ PathPattern = 'employments$'; Kind = 'RawBody'; Body = "{`"_data`":[$job],`"_meta`":{}}"; Times = -1 }
            $active = (Get-Told /v2/persons | Where-Object status -EQ ACTIVE).id
            $with = @{ FindAccount = { param($id) New-Account $id }; Disable = { param($account) $told.Add($account.DistinguishedName) } }

            $found = & "$recipes/Find-JoinerLeaver.ps1" -DisableAccount @with

            $told | Where-Object { $_.Substring(3) -in $active } | Should -BeNullOrEmpty
            $told | Should -Not -BeNullOrEmpty
            @($found | Where-Object Kind -EQ ContractEnd).PersonId | Sort-Object | Should -Be @($active | Sort-Object)
            $found | Where-Object { $_.Kind -eq 'ContractEnd' -and $_.Account } | Should -BeNullOrEmpty
        }

        It 'disables the accounts of those who have left, once, and goes on after one that fails' {
            $directory = @{}
            $with = @{
                DisableAccount = $true
                FindAccount    = { param($id) $directory[$id] ??= New-Account $id; $directory[$id] }
                Disable        = {
                    param($account)
                    if ($account.DistinguishedName -eq $stuck) { throw 'Locked.' }
                    $account.Enabled = $false
                }
            }
            $gone = Get-Told /v2/persons | Where-Object status -EQ INACTIVE
            $stuck = "CN=$($gone[0].id)"

            $first = & "$recipes/Find-JoinerLeaver.ps1" @with -ErrorAction SilentlyContinue -ErrorVariable failed
            $stuck = $null
            $again = & "$recipes/Find-JoinerLeaver.ps1" @with | Where-Object Kind -EQ Left

            ($first | Where-Object PersonId -EQ $gone[0].id).Account | Should -Be Failed
            @($failed | Where-Object FullyQualifiedErrorId -Like 'AccountNotDisabled*').TargetObject.PersonId | Should -Be $gone[0].id
            $gone.id | Should -BeIn $again.PersonId
            ($again | Where-Object Account -EQ Disabled).PersonId | Should -Be $gone[0].id
            $directory.Values.Enabled | Should -Not -Contain $true
        }
    }

    Describe 'Set-AutomaticReply.ps1' {
        It 'schedules replies of those who go, for as long as they are away, and tells the others' {
            $person = 1..5 | ForEach-Object { $sandbox.Tenant.AddPerson('Given', "Family $_", "p$_@example.org") }
            $silent = Add-Person $sandbox
            # Friday, 26 June 2026 and later.
            $null = Add-Absence $sandbox $person[0] 2026-06-26T00:00:00 FIRST_HALF 2026-06-26T00:00:00 SECOND_HALF
            $null = Add-Absence $sandbox $person[1] 2026-06-26T00:00:00 SECOND_HALF 2026-07-01T00:00:00 FIRST_HALF
            $null = Add-Absence $sandbox $person[2] 2026-06-26T00:00:00 FIRST_HALF $null $null
            $null = Add-Absence $sandbox $person[3] 2026-06-25T00:00:00 FIRST_HALF 2026-06-30T00:00:00 SECOND_HALF
            $null = Add-Absence $sandbox $person[4] 2026-06-26T09:00:00 $null 2026-06-26T11:00:00 $null 'Überstundenausgleich'
            $null = Add-Absence $sandbox $silent 2026-06-26T00:00:00 FIRST_HALF 2026-06-26T00:00:00 SECOND_HALF
            $set = {
                param($address, $start, $end, $text)
                if ($address -eq 'p2@example.org') { throw 'No mailbox.' }
                $told.Add("$address $($start.ToUniversalTime().ToString('s')) $($end.ToUniversalTime().ToString('s')) $text")
            }

            $with = @{ From = '2026-06-26'; Message = 'Back on {0:yyyy-MM-dd}.'; SetReply = $set }
            $result = & "$recipes/Set-AutomaticReply.ps1" @with -ErrorAction SilentlyContinue -ErrorVariable failed |
                Where-Object PersonId -In ($person + $silent) | Sort-Object { [int]$_.PersonId }

            $result.Outcome | Should -Be Scheduled, Failed, OpenEnd, Scheduled, NoEmail
            @($failed | Where-Object FullyQualifiedErrorId -Like 'ReplyNotScheduled*').TargetObject.PersonId | Should -Be $person[1]
            # In UTC: the company is in Berlin, two hours ahead.
            $told | Should -Contain 'p1@example.org 2026-06-25T22:00:00 2026-06-26T22:00:00 Back on 2026-06-29.'
            $told | Should -Contain 'p5@example.org 2026-06-26T07:00:00 2026-06-26T09:00:00 Back on 2026-06-26.'
            $result[1].Start, $result[1].End | ForEach-Object { $_.ToString('o') } |
                Should -Be '2026-06-26T12:00:00.0000000+02:00', '2026-07-01T12:00:00.0000000+02:00'
        }

        It 'makes one time away of absences that touch: <kind>' -ForEach @(
            @{ Kind = 'the next day'; Next = '2026-06-26', 'FIRST_HALF', '2026-06-26', 'SECOND_HALF'; Until = '2026-06-26T22:00:00'; Back = '2026-06-29' }
            @{ Kind = 'the same day after a morning'; First = 'FIRST_HALF'; Next = '2026-06-25', 'SECOND_HALF', '2026-06-30', 'SECOND_HALF'
                Until = '2026-06-30T22:00:00'; Back = '2026-07-01' }
            @{ Kind = 'a Monday after a Friday'; Begin = '2026-06-26'; Next = '2026-06-29', 'FIRST_HALF', '2026-06-30', 'FIRST_HALF'
                Until = '2026-06-30T10:00:00'; Back = '2026-06-30' }
            @{ Kind = 'NOT with a workday between'; Next = '2026-06-29', 'FIRST_HALF', '2026-06-29', 'SECOND_HALF'; Until = '2026-06-25T22:00:00'; Back = '2026-06-26' }
            @{ Kind = 'NOT with an afternoon between'; First = 'FIRST_HALF'; Next = '2026-06-26', 'FIRST_HALF', '2026-06-26', 'SECOND_HALF'
                Until = '2026-06-25T10:00:00'; Back = '2026-06-25' }
        ) {
            $person = $sandbox.Tenant.AddPerson('Given', 'Runs', 'runs@example.org')
            $begin = $begin ?? '2026-06-25'
            $null = Add-Absence $sandbox $person "${begin}T00:00:00" FIRST_HALF "${begin}T00:00:00" ($first ?? 'SECOND_HALF')
            $null = Add-Absence $sandbox $person "$($next[0])T00:00:00" $next[1] "$($next[2])T00:00:00" $next[3]
            $set = { $address, $null, $end, $text = $args; if ($address -eq 'runs@example.org') { $told.Add("$($end.ToUniversalTime().ToString('s')) $text") } }

            $null = & "$recipes/Set-AutomaticReply.ps1" -From $begin -Message '{0:yyyy-MM-dd}' -SetReply $set

            $told | Should -Be "$until $back"
        }
    }
}
