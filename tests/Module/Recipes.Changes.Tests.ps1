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

    Describe 'Find-JoinerLeaver.ps1' {
        It 'reports joiners and leavers according to the employments' {
            $found = & "$recipes/Find-JoinerLeaver.ps1" -Days 300

            $joiners = Get-ApiResponse /v2/persons | Where-Object status -EQ ACTIVE |
                Where-Object { @(Get-ApiResponse "/v2/persons/$($_.id)/employments").employment_start_date -gt '2026-06-01' }
            $joiners | Should -Not -BeNullOrEmpty
            @($found | Where-Object Kind -EQ Joiner).PersonId | Sort-Object | Should -Be @($joiners.id | Sort-Object)
            $leavers = Get-ApiResponse /v2/persons | Where-Object status -EQ ACTIVE |
                Where-Object { (Get-ApiResponse "/v2/persons/$($_.id)/employments" | Where-Object status -EQ ACTIVE).termination.termination_date }
            $leavers | Should -Not -BeNullOrEmpty
            @($found | Where-Object Kind -EQ Leaver).PersonId | Sort-Object | Should -Be @($leavers.id | Sort-Object)
            Use-Culture en-US { $found | Out-String -Width 80 } | Should -Match 'Joiner +2026-\d\d-\d\d \w'
            ($found | Where-Object Kind -EQ Leaver).Reason | Should -Be @(@($leavers) | ForEach-Object { 'Termination' })
            $found | Where-Object { $_.Kind -ne 'ContractEnd' -and $_.Date -lt [datetime]'2026-06-01' } | Should -BeNullOrEmpty
            $found.Kind | Should -Not -Contain Left
        }

        It 'lists expired contracts separately from leavers' {
            $job = '{"id":"e","status":"ACTIVE","employment_start_date":"2020-01-01","contract_end_date":"2022-01-01","termination":{"termination_date":null}}'
            Add-Fault $sandbox @{ PathPattern = 'employments$'; Kind = 'RawBody'; Body = "{`"_data`":[$job],`"_meta`":{}}"; Times = -1 }
            $active = (Get-ApiResponse /v2/persons | Where-Object status -EQ ACTIVE).id

            $found = & "$recipes/Find-JoinerLeaver.ps1"

            $found.Kind | Select-Object -Unique | Should -Be ContractEnd
            @($found).PersonId | Sort-Object | Should -Be @($active | Sort-Object)
        }
    }

    Describe 'Set-AutomaticReply.ps1' {
        It 'schedules replies for absent persons for the duration of the absence, and reports the others' {
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

        It 'merges adjacent absences: <kind>' -ForEach @(
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
