BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Recipes.ps1"
    Push-Location

    function Get-Made {
        param([string] $Path = '*')

        @($sandbox.Tenant.Ledger | Where-Object Path -Like $Path).Count
    }
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
    }

    Describe 'Find-JoinerLeaver.ps1' {
        It 'tells who comes and who goes, as the employments have it' {
            $found = & "$recipes/Find-JoinerLeaver.ps1" -Days 300

            $joiners = Get-Told /v2/persons | Where-Object status -EQ ACTIVE |
                Where-Object { @(Get-Told "/v2/persons/$($_.id)/employments").employment_start_date -gt '2026-06-01' }
            $joiners | Should -Not -BeNullOrEmpty
            @($found | Where-Object Kind -EQ Joiner).PersonId | Sort-Object | Should -Be @($joiners.id | Sort-Object)
            $found.Date | Where-Object { $_ -lt [datetime]'2026-06-01' } | Should -BeNullOrEmpty
            $found.Kind | Should -Not -Contain Left
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

    Describe 'Import-Absence.ps1' {
        It 'tells what became of each row, and makes nothing twice' {
            @'
Person;AbsenceType;Von;EndDate;StartHalf
4102;Vacation;06.08.2029;07.08.2029;
4103;Holiday;06.08.2029;07.08.2029;
4104;Vacation;2029-08-06;;
4105;Vacation;06.08.2029;06.08.2029;Second
4105;Vacation;06.08.2029;06.08.2029;Second
4106;Vacation;06.08.2029;06.08.2029;Morning
'@ | Set-Content urlaub.csv
            $with = @{
                Path = 'urlaub.csv'; Delimiter = ';'; DateFormat = 'dd.MM.yyyy'; ErrorAction = 'SilentlyContinue'
                Column = @{ PersonId = 'Person'; StartDate = 'Von' }; ResultPath = 'done.csv'
            }

            $first = Use-Culture de-DE { & "$recipes/Import-Absence.ps1" @with }
            $again = & "$recipes/Import-Absence.ps1" @with -ErrorVariable failed

            $first.Outcome | Should -Be Created, Failed, Failed, Created, Skipped, Failed
            $again.Outcome | Should -Be Skipped, Failed, Failed, Skipped, Skipped, Failed
            $first.Row | Should -Be (2..7)
            $failed.TargetObject.Row | Select-Object -Unique | Sort-Object | Should -Be 3, 4, 7
            Get-Made | Should -Be 2
            (Get-Told "/v2/absence-periods/$($first[0].AbsencePeriodId)").person.id | Should -Be 4102
            (Import-Csv done.csv -Delimiter ';').Outcome | Should -Be $again.Outcome
            Get-ChildItem -Force | Should -HaveCount 2
        }

        It 'finds persons by their e-mail addresses' {
            $person = (Get-Told /v2/persons)[2]
            "Email,AbsenceType,StartDate,EndDate`n$($person.email),Vacation,2029-08-06,2029-08-06`nnobody@example.org,Vacation,2029-08-06," |
                Set-Content leave.csv

            $result = & "$recipes/Import-Absence.ps1" leave.csv -ErrorAction SilentlyContinue

            $result.PersonId | Should -Be $person.id, $null
            $result.Outcome | Should -Be Created, Failed
            $result[1].Reason | Should -Match 'nobody@example.org'
        }
    }

    Describe 'Export-CustomAttribute.ps1' {
        It 'writes values that are read back under any culture as they were' {
            Use-Culture de-DE { & "$recipes/Export-CustomAttribute.ps1" Languages, 'Allow*', 'First*', 'Med*' } | Export-Csv a.csv

            $raw = Get-Told /v2/persons | Where-Object status -EQ ACTIVE
            $rows = Import-Csv a.csv
            $rows.PersonId | Should -Be $raw.id
            $rows[0].'Allowance, monthly' | Should -Be ($raw[0].custom_attributes | Where-Object global_id -EQ allowance).value.ToString([cultureinfo]::InvariantCulture)
            $rows.'Medical check' | Where-Object { $_ } | Should -Match '^\d{4}-\d\d-\d\d$'
            $rows.'First aider' | Select-Object -Unique | Should -BeIn true, false, ''
            (Use-Culture de-DE { & "$recipes/Import-CustomAttribute.ps1" a.csv }).Outcome | Select-Object -Unique | Should -Be Unchanged
            Get-Made | Should -Be 0
        }
    }

    Describe 'Import-CustomAttribute.ps1' {
        BeforeEach {
            function Get-Value {
                param([string] $Id, [string] $Name)

                ((Get-Told "/v2/persons/$Id").custom_attributes | Where-Object global_id -EQ $Name).value
            }
        }

        It 'sends what differs alone, and goes on after a row that fails' {
            @'
PersonId;DisplayName;Shirt size;Languages;Locker
4101;who ever;M;"German; English";
4102;;XXL;;
1;;M;;
4103;;;;17
'@ | Set-Content a.csv
            $locker = Get-Value 4101 locker

            $first = & "$recipes/Import-CustomAttribute.ps1" a.csv -Delimiter ';' -ErrorAction SilentlyContinue -ErrorVariable failed
            $again = & "$recipes/Import-CustomAttribute.ps1" a.csv -Delimiter ';' -ErrorAction SilentlyContinue

            $first.Outcome | Should -Be Changed, Failed, Failed, Changed
            $again.Outcome | Should -Be Unchanged, Failed, Failed, Unchanged
            $failed.TargetObject.PersonId | Should -Contain 4102
            Get-Made | Should -Be 2
            Get-Value 4101 shirt_size | Should -Be M
            Get-Value 4101 languages | Should -Be German, English
            Get-Value 4101 locker | Should -Be $locker
            Get-Value 4103 locker | Should -Be 17
        }

        It 'clears empty cells only when it is told to' {
            "PersonId,Locker`n4103," | Set-Content a.csv

            (& "$recipes/Import-CustomAttribute.ps1" a.csv).Outcome | Should -Be Unchanged
            (& "$recipes/Import-CustomAttribute.ps1" a.csv -ClearEmpty).Outcome | Should -Be Changed
            Get-Value 4103 locker | Should -BeNullOrEmpty
        }

        It 'changes nothing when a column is no attribute: <says>' -ForEach @(
            @{ Text = "PersonId,Locker,Loker`n4103,17,17"; Says = "*column 'Loker'*" }
            @{ Text = "PersonId;Locker`n4103;17"; Says = "*no column PersonId*separated by ','*" }
        ) {
            $text | Set-Content a.csv

            { & "$recipes/Import-CustomAttribute.ps1" a.csv } | Should -Throw $says
            Get-Made | Should -Be 0
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
                $told.Add("$address $($start.ToString('s')) $($end.ToString('s')) $text")
            }

            $with = @{ From = '2026-06-26'; Message = 'Back on {0:yyyy-MM-dd}.'; SetReply = $set }
            $result = & "$recipes/Set-AutomaticReply.ps1" @with -ErrorAction SilentlyContinue -ErrorVariable failed |
                Where-Object PersonId -In ($person + $silent) | Sort-Object { [int]$_.PersonId }

            $result.Outcome | Should -Be Scheduled, Failed, OpenEnd, Scheduled, NoEmail
            @($failed | Where-Object FullyQualifiedErrorId -Like 'ReplyNotScheduled*').TargetObject.PersonId | Should -Be $person[1]
            $told | Should -Contain 'p1@example.org 2026-06-26T00:00:00 2026-06-27T00:00:00 Back on 2026-06-29.'
            $told | Should -Contain 'p5@example.org 2026-06-26T09:00:00 2026-06-26T11:00:00 Back on 2026-06-26.'
            $result[1].Start, $result[1].End | Should -Be ([datetime]'2026-06-26T12:00'), ([datetime]'2026-07-01T12:00')
        }
    }

    Describe 'Export-Delta.ps1' {
        BeforeEach {
            # Its clock is that of the server, and the server's is the real one.
            $sandbox.Dispose()
            $sandbox = Start-Sandbox @{ PersonCount = 20 }
            Connect-To $sandbox
            $null = New-PersonioWebhook https://hooks.example.org/x Deletions person.deleted -Confirm:$false
        }

        It 'exports everything, then nothing, then what was changed and deleted' {
            $everybody = (Get-Told /v2/persons).id
            $first = & "$recipes/Export-Delta.ps1" feed
            Connect-To $sandbox
            $none = & "$recipes/Export-Delta.ps1" feed -OverlapMinutes 0
            Set-PersonioPerson 4102 -PreferredName Kim
            Remove-PersonioPerson 4103 -Confirm:$false
            $absence = New-PersonioAbsencePeriod 4104 Vacation 2029-08-06 2029-08-07
            $last = & "$recipes/Export-Delta.ps1" feed

            $all = Import-Clixml $first.Path
            @($all | Where-Object Kind -EQ Person).Id | Should -Be $everybody
            $none.Changes | Should -Be 0
            $none.Path | Should -BeNullOrEmpty
            $rows = Import-Clixml $last.Path
            ($rows | Where-Object Kind -EQ Person).Id | Should -Be 4102
            ($rows | Where-Object Kind -EQ Person).Object.PreferredName | Should -Be Kim
            ($rows | Where-Object Kind -EQ Absence).Id | Should -Be $absence.AbsencePeriodId
            ($rows | Where-Object Kind -EQ person.deleted).Object.person.id | Should -Be 4103
            Get-ChildItem feed -Force | Should -HaveCount 3
        }

        It 'keeps the old time, and leaves no file, when something could not be read' {
            $null = & "$recipes/Export-Delta.ps1" feed
            $before = Get-Content feed/watermark.txt
            $sandbox.RevokeScope('personio:absences:read')
            Set-PersonioPerson 4102 -PreferredName Kim

            { & "$recipes/Export-Delta.ps1" feed } | Should -Throw -ErrorId 'AccessDenied,*'

            Get-Content feed/watermark.txt | Should -Be $before
            Get-ChildItem feed -Force | Should -HaveCount 2
        }
    }
}
