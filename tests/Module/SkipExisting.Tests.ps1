BeforeDiscovery {
    . "$PSScriptRoot/Readings.ps1"
}

Describe '-SkipExisting, if ends are <reading>' -ForEach $readings {
    BeforeAll {
        . "$PSScriptRoot/Common.ps1"
        . "$PSScriptRoot/Writes.ps1"
        $sandbox = Start-Sandbox @{ PersonCount = 0 }
        $vacation = $sandbox.Tenant.FindAbsenceTypeId('Vacation')
        # From this one, a session knows how the company writes last days.
        $null = Add-Absence $sandbox (Add-Person $sandbox) 2025-01-07T00:00:00 FIRST_HALF 2025-01-08T00:00:00 SECOND_HALF

        # Returns how many writes the tenant really carried out since the test began.
        function Get-WriteCount {
            $sandbox.Tenant.Ledger.Count - $before
        }

        function Add-Fault {
            param([hashtable] $With)

            $fault = [Personio.Sandbox.SandboxFault]::new()
            $With.GetEnumerator() | ForEach-Object { $fault.($_.Key) = $_.Value }
            $sandbox.AddFault($fault)
        }

        # Returns rows as Import-Csv does, one for each person.
        function Get-LeaveRow {
            param([string[]] $Person)

            @('PersonId;AbsenceType;StartDate;EndDate;Comment') + ($Person | ForEach-Object { "$_;Vacation;2026-08-03;2026-08-07;Sea" }) |
                ConvertFrom-Csv -Delimiter ';'
        }

        function Get-Day {
            # A day of work with its break.
            param([string] $Person, [string] $Day = '2026-06-01')

            "PersonId,Type,Start,End
            $Person,Work,$Day 08:00,$Day 17:00
            $Person,Break,$Day 12:00,$Day 12:45" -replace '(?m)^ +' | ConvertFrom-Csv
        }
    }

    AfterAll {
        Disconnect-Personio
        $sandbox.Dispose()
    }

    BeforeEach {
        Connect-To $sandbox
        $person, $other = Add-Person $sandbox 2
        $before = $sandbox.Tenant.Ledger.Count
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    Describe 'of New-PersonioAbsencePeriod' {
        It 'creates nothing from a file that was run before, and writes nothing' {
            $rows = Get-LeaveRow (Add-Person $sandbox 120)
            $first = $rows | New-PersonioAbsencePeriod -SkipExisting
            $sandbox.ClearRequests()

            $second = $rows | New-PersonioAbsencePeriod -SkipExisting

            $first | Should -HaveCount 120
            $first.PersonId | Should -Be $rows.PersonId
            $second | Should -BeNullOrEmpty
            Get-WriteCount | Should -Be 120
            Get-Sent $sandbox POST | Should -BeNullOrEmpty
            # Fifty persons with one request, a page of which takes 100.
            @(Get-Sent $sandbox GET) -like '*absence-periods' | Should -HaveCount 3
        }

        It 'creates the rest of a file whose run was stopped after <stopped> rows' -ForEach @(
            @{ Stopped = 1 }
            @{ Stopped = 50 }
            @{ Stopped = 63 }
        ) {
            $rows = Get-LeaveRow (Add-Person $sandbox 70)
            $null = $rows | New-PersonioAbsencePeriod | Select-Object -First $stopped
            $done = Get-WriteCount

            $made = $rows | New-PersonioAbsencePeriod -SkipExisting -ErrorAction Stop

            $done | Should -BeGreaterOrEqual $stopped
            $done | Should -BeLessThan 70
            @($made).Count + $done | Should -Be 70
            Get-WriteCount | Should -Be 70
            $made.PersonId | Should -Be ($rows.PersonId | Select-Object -Last (70 - $done))
        }

        It 'finds out the outcome of a row whose response was lost' {
            $rows = Get-LeaveRow (Add-Person $sandbox 10)
            Add-Fault @{
                Method = 'POST'; PathPrefix = '/v2/absence-periods'; Kind = 'ResetBeforeResponse'; AfterProcessing = $true; Skip = 4
            }
            $first = $rows | New-PersonioAbsencePeriod -SkipExisting -ErrorAction SilentlyContinue -ErrorVariable failed

            $second = $failed.TargetObject | New-PersonioAbsencePeriod -SkipExisting -ErrorAction Stop

            $first | Should -HaveCount 9
            $failed | Should -HaveCount 1
            $failed[0].TargetObject | Should -Be $rows[4]
            $failed[0].Exception.OutcomeUnknown | Should -BeTrue
            $failed[0].Exception.Message | Should -BeLike '*repeating it with -SkipExisting is safe*'
            $second | Should -BeNullOrEmpty
            Get-WriteCount | Should -Be 10
        }

        It 'does not send a row if an equal earlier row has an unknown outcome' {
            Add-Fault @{
                Method = 'POST'; PathPrefix = '/v2/absence-periods'; Kind = 'ResetBeforeResponse'; AfterProcessing = $true
            }

            $told = Get-LeaveRow $person, $person | New-PersonioAbsencePeriod -SkipExisting -Verbose 4>&1 -ErrorAction SilentlyContinue

            $told -like 'Skipped*may already have created it.' | Should -HaveCount 1
            Get-Sent $sandbox POST | Should -HaveCount 1
        }

        It 'reports on Verbose what is skipped, with the id of the existing object' {
            $made = Get-LeaveRow $person | New-PersonioAbsencePeriod

            $told = Get-LeaveRow $person | New-PersonioAbsencePeriod -SkipExisting -Verbose 4>&1

            $told -like 'Skipped*' | Should -Be "Skipped the absence period of person $($person): it already exists as $($made.AbsencePeriodId)."
        }

        It 'skips a row that is equal to an earlier one in the same file, also in a later batch' {
            $rows = Get-LeaveRow (@($person) * 2 + (Add-Person $sandbox 60) + $person)

            $made = $rows | New-PersonioAbsencePeriod -SkipExisting -ErrorVariable failed

            $failed | Should -BeNullOrEmpty
            $made | Should -HaveCount 61
            Get-WriteCount | Should -Be 61
        }

        It 'compares <what>' -ForEach @(
            @{ What = 'the half of the start'; With = @{ StartHalf = 'Second' }; There = $false }
            @{ What = 'the half of the end'; With = @{ EndHalf = 'First' }; There = $false }
            @{ What = 'a half that is meant anyway'; With = @{ StartHalf = 'First'; EndHalf = 'Second' }; There = $true }
            @{ What = 'the type'; With = @{ AbsenceType = 'Unpaid leave' }; There = $false }
            @{ What = 'the end'; With = @{ EndDate = '2026-08-06' }; There = $false }
            @{ What = 'an open end'; With = @{ EndDate = $null; OpenEnd = $true }; There = $false }
            @{ What = 'the start'; With = @{ StartDate = '2026-08-04' }; There = $false }
            @{ What = 'no comment'; With = @{ Comment = 'Another' }; There = $true }
        ) {
            $null = Get-LeaveRow $person | New-PersonioAbsencePeriod
            $row = @{ PersonId = $person; AbsenceType = 'Vacation'; StartDate = '2026-08-03'; EndDate = '2026-08-07' }
            $with.GetEnumerator() | ForEach-Object { $row[$_.Key] = $_.Value }
            $sandbox.ClearRequests()

            # Overlapping rows that are not equal are still refused.
            New-PersonioAbsencePeriod @row -SkipExisting -ErrorAction SilentlyContinue | Should -BeNullOrEmpty

            @(Get-Sent $sandbox POST) | Should -HaveCount ($there ? 0 : 1)
        }

        It 'compares half days, hours, open ends, and days without specified halves' {
            $null = Add-Absence $sandbox $person '2026-03-02T00:00:00' SECOND_HALF '2026-03-04T00:00:00' FIRST_HALF
            $null = Add-Absence $sandbox $person '2026-05-04T09:30:00' $null '2026-05-04T11:15:00' $null -Type 'Überstundenausgleich'
            $null = Add-Absence $sandbox $person '2026-06-01T00:00:00' $null '2026-06-04T00:00:00' $null
            $null = Add-Absence $sandbox $person '2026-09-01T00:00:00' FIRST_HALF

            $made = @'
PersonId,AbsenceType,StartDate,EndDate,StartHalf,EndHalf,OpenEnd
#,Vacation,2026-03-02,2026-03-04,Second,First,
#,Überstundenausgleich,2026-05-04 09:30,2026-05-04 11:15,,,
#,Vacation,2026-06-01,2026-06-03,,,
#,Vacation,2026-09-01,,,,true
'@ -replace '#', $person | ConvertFrom-Csv | New-PersonioAbsencePeriod -SkipExisting -Summary -ErrorVariable failed

            $failed | Should -BeNullOrEmpty
            "$made" | Should -Be '0 created, 4 skipped, 0 failed'
        }

        It 'creates what was rejected before' {
            $null = Add-Absence $sandbox $person '2026-08-03T00:00:00' FIRST_HALF '2026-08-07T00:00:00' SECOND_HALF -Status REJECTED

            Get-LeaveRow $person | New-PersonioAbsencePeriod -SkipExisting | Should -HaveCount 1

            Get-WriteCount | Should -Be 1
        }

        It 'is not misled by the absences of other persons' {
            $null = Get-LeaveRow $other | New-PersonioAbsencePeriod

            Get-LeaveRow $person, $other | New-PersonioAbsencePeriod -SkipExisting -ErrorAction Stop |
                ForEach-Object PersonId | Should -Be $person
        }

        It 'shows with -WhatIf what it would create and what it would skip, and creates nothing' {
            $made = Get-LeaveRow $person | New-PersonioAbsencePeriod

            $said = Get-HostOutput { Get-LeaveRow $person, $other, $other | New-PersonioAbsencePeriod -SkipExisting -WhatIf }
            $preferred = Get-HostOutput {
                $WhatIfPreference = $true
                Get-LeaveRow $person | New-PersonioAbsencePeriod -SkipExisting
            }

            $said | Should -HaveCount 3
            $said[0] | Should -BeLike "What if: Would skip *$person*: it already exists as $($made.AbsencePeriodId)."
            $said[1] | Should -BeLike "What if: *Create absence*$other*"
            $said[2] | Should -BeLike "What if: Would skip *$other*: duplicate of an earlier input."
            $preferred | Should -BeLike 'What if: Would skip *'
            Get-WriteCount | Should -Be 1
        }

        It 'creates no row that it cannot compare, and reports each' {
            Add-Fault @{ Method = 'GET'; PathPrefix = '/v2/absence-periods'; Kind = 'Status'; Status = 403; Times = 9 }

            $rows = Get-LeaveRow $person, $other
            $made = $rows | New-PersonioAbsencePeriod -SkipExisting -ErrorAction SilentlyContinue -ErrorVariable failed

            $made | Should -BeNullOrEmpty
            $failed.FullyQualifiedErrorId | Should -BeLike 'AccessDenied,*'
            $failed.TargetObject | Should -Be $rows
            Get-WriteCount | Should -Be 0
        }

        It 'requests each person separately if a request for many is refused' {
            $null = Get-LeaveRow $person | New-PersonioAbsencePeriod
            Add-Fault @{ Method = 'GET'; PathPrefix = '/v2/absence-periods'; Kind = 'Status'; Status = 422 }

            $made = Get-LeaveRow $person, $other | New-PersonioAbsencePeriod -SkipExisting -ErrorAction Stop

            $made.PersonId | Should -Be $other
        }

        It 'requests each person separately if absences do not contain the person' {
            $null = Get-LeaveRow $person | New-PersonioAbsencePeriod
            Add-Fault @{
                Method = 'GET'; PathPrefix = '/v2/absence-periods'; Kind = 'RawBody'; Status = 200
                ContentType = 'application/json'; Body = '{"_data":[{"id":"a"}],"_meta":{"links":{}}}'
            }

            $made = Get-LeaveRow $person, $other | New-PersonioAbsencePeriod -SkipExisting -ErrorAction Stop

            $made.PersonId | Should -Be $other
        }

        It 'has created the rows before a bad one that ends the run' {
            $rows = Get-LeaveRow $person, $other, (Add-Person $sandbox)
            $rows[1].EndDate = '2026-08-01'

            { $rows | New-PersonioAbsencePeriod -SkipExisting -ErrorAction Stop } | Should -Throw '*before it starts*'
            $early = Get-WriteCount
            $rest = $rows | New-PersonioAbsencePeriod -SkipExisting -ErrorAction SilentlyContinue

            $early | Should -Be 1
            $rest.PersonId | Should -Be $rows[2].PersonId
        }
    }

    Describe 'of New-PersonioAttendancePeriod' {
        It 'creates nothing from a file that was run before, although breaks have cut the work' {
            $rows = Get-Day $person
            $null = $rows | New-PersonioAttendancePeriod -SkipExisting

            $again = $rows | New-PersonioAttendancePeriod -SkipExisting

            $again | Should -BeNullOrEmpty
            Get-WriteCount | Should -Be 2
            (Get-PersonioAttendancePeriod -PersonId $person).Type | Sort-Object | Should -Be 'BREAK', 'WORK', 'WORK'
        }

        It 'creates the rest after the connection was lost <when>' -ForEach @(
            @{ When = 'after the work was made'; Skip = 0; After = $true; Left = 1 }
            @{ When = 'before the work was made'; Skip = 0; After = $false; Left = 2 }
            @{ When = 'after the break was made'; Skip = 1; After = $true; Left = 0 }
        ) {
            $rows = Get-Day $person
            Add-Fault @{
                Method = 'POST'; PathPrefix = '/v2/attendance-periods'; Kind = 'ResetBeforeResponse'; AfterProcessing = $after; Skip = $skip
            }
            { $rows | New-PersonioAttendancePeriod -ErrorAction Stop } | Should -Throw '*repeating it with -SkipExisting is safe*'

            $made = $rows | New-PersonioAttendancePeriod -SkipExisting

            @($made).Count | Should -Be $left
            Get-WriteCount | Should -Be 2
        }

        It 'distinguishes two adjacent works, and does not mistake a break for work' {
            @"
PersonId,Type,Start,End
$person,Work,2026-06-01 08:00,2026-06-01 12:00
$person,Work,2026-06-01 12:00,2026-06-01 17:00
$other,Break,2026-06-01 08:00,2026-06-01 17:00
"@ | ConvertFrom-Csv | New-PersonioAttendancePeriod | Out-Null

            $made = Get-Day $person | Select-Object -First 1 | New-PersonioAttendancePeriod -SkipExisting
            $more = Get-Day $other | Select-Object -First 1 | New-PersonioAttendancePeriod -SkipExisting

            $made | Should -HaveCount 1
            $more | Should -HaveCount 1
        }

        It 'recognizes the work of a night shift that a break cut after midnight' {
            $rows = @"
PersonId,Type,Start,End
$person,Work,2026-06-01 22:00,2026-06-02 06:00
$person,Break,2026-06-02 01:00,2026-06-02 01:30
"@ | ConvertFrom-Csv
            $null = $rows | New-PersonioAttendancePeriod

            $rows | New-PersonioAttendancePeriod -SkipExisting | Should -BeNullOrEmpty
        }

        It 'compares the project if one is specified' {
            $row = @{ PersonId = $person; Type = 'Work'; Start = '2026-06-01 08:00'; End = '2026-06-01 12:00' }
            $null = New-PersonioAttendancePeriod @row -ProjectId 82173

            New-PersonioAttendancePeriod @row -SkipExisting | Should -BeNullOrEmpty
            New-PersonioAttendancePeriod @row -ProjectId 82173 -SkipExisting | Should -BeNullOrEmpty
            New-PersonioAttendancePeriod @row -ProjectId 82176 -SkipExisting | Should -HaveCount 1
        }

        It 'treats running work as equal' {
            $row = @{ PersonId = $person; Type = 'Work'; Start = '2026-06-01 08:00'; End = $null }
            $null = New-PersonioAttendancePeriod @row

            New-PersonioAttendancePeriod @row -SkipExisting | Should -BeNullOrEmpty
        }
    }

    Describe 'with -Summary' {
        It 'counts what was created, skipped and failed, and writes nothing else' {
            $rows = Get-LeaveRow $person, $other, $other, '0', (Add-Person $sandbox)
            $null = $rows[0] | New-PersonioAbsencePeriod

            $sum = $rows | New-PersonioAbsencePeriod -SkipExisting -Summary -ErrorAction SilentlyContinue

            $sum | Should -HaveCount 1
            $sum | Should -BeOfType Personio.Models.CreationSummary
            $sum.Created, $sum.Skipped, $sum.Failed | Should -Be 2, 2, 1
            "$sum" | Should -Be '2 created, 2 skipped, 1 failed'
        }

        It 'counts without -SkipExisting as well, and reads nothing back' {
            $sum = Get-Day $person | New-PersonioAttendancePeriod -Summary

            $sum.Created, $sum.Skipped, $sum.Failed | Should -Be 2, 0, 0
            Get-Sent $sandbox GET | Should -BeNullOrEmpty
        }

        It 'counts nothing as created with -WhatIf, and writes zeros for no rows' {
            "$(Get-LeaveRow $person | New-PersonioAbsencePeriod -Summary -WhatIf)" | Should -Be '0 created, 0 skipped, 0 failed'
            "$(@() | New-PersonioAbsencePeriod -Summary)" | Should -Be '0 created, 0 skipped, 0 failed'
        }
    }
}
