BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"

    # Returns how often daily amounts were requested.
    function Get-Proof {
        @(Get-Sent $sandbox) -like '*/breakdowns'
    }
}

AfterAll {
    Disconnect-Personio
}

Describe 'How a session reads the last day of absences' {
    BeforeEach {
        $sandbox = Start-Sandbox @{ PersonCount = 0 }
        Connect-To $sandbox
        $person = Add-Person $sandbox
    }

    AfterEach {
        Disconnect-Personio
        $sandbox.Dispose()
    }

    It 'determines it once from the daily amounts of one absence: <reading>' -ForEach @(
        @{ Reading = 'Exclusive'; IsInclusive = $false }
        @{ Reading = 'Inclusive'; IsInclusive = $true }
    ) {
        $sandbox.Options.InclusiveAbsenceEnds = $isInclusive
        $null = Add-Absence $sandbox $person '2026-03-02T00:00:00' FIRST_HALF '2026-03-04T00:00:00' SECOND_HALF
        $null = Add-Absence $sandbox $person '2026-03-09T00:00:00' FIRST_HALF '2026-03-11T00:00:00' FIRST_HALF
        (Get-PersonioSession).AbsenceEndReading | Should -Be 'Unproven'

        $found = Get-PersonioAbsencePeriod
        $again = Get-PersonioAbsencePeriod -From 2026-03-01 -To 2026-03-31

        @($found) + @($again) | ForEach-Object EndDate |
            Should -Be @([datetime[]]('2026-03-04', '2026-03-11', '2026-03-04', '2026-03-11'))
        $found.EndsAt[0] | Should -Be ([datetime]($isInclusive ? '2026-03-04' : '2026-03-05'))
        Get-Proof | Should -HaveCount 1
        (Get-PersonioSession).AbsenceEndReading | Should -Be $reading
    }

    It 'sends no request if a row can be read in only one way' {
        $sandbox.Options.InclusiveAbsenceEnds = $true
        $null = Add-Absence $sandbox $person '2026-03-02T00:00:00' FIRST_HALF '2026-03-04T00:00:00' SECOND_HALF
        $null = Add-Absence $sandbox $person '2026-03-09T00:00:00' FIRST_HALF '2026-03-09T00:00:00' SECOND_HALF

        $found = Get-PersonioAbsencePeriod

        $found.EndDate | Should -Be @([datetime[]]('2026-03-04', '2026-03-09'))
        Get-Proof | Should -BeNullOrEmpty
        (Get-PersonioSession).AbsenceEndReading | Should -Be 'Inclusive'
    }

    It 'sends no request if no row depends on it' {
        $null = Add-Absence $sandbox $person '2026-03-02T00:00:00' FIRST_HALF
        $null = Add-Absence $sandbox $person '2025-03-09T00:00:00' $null '2025-03-11T00:00:00' $null
        $null = Add-Absence $sandbox $person '2025-05-04T09:30:00' $null '2025-05-04T11:15:00' $null -Type 'Überstundenausgleich'

        $null = Get-PersonioAbsencePeriod

        Get-Proof | Should -BeNullOrEmpty
        (Get-PersonioSession).AbsenceEndReading | Should -Be 'Unproven'
    }

    It 'determines it once for batches of persons that are read in parallel' {
        $persons = Add-Person $sandbox 120
        foreach ($one in $persons) {
            $null = Add-Absence $sandbox $one '2026-03-02T00:00:00' FIRST_HALF '2026-03-04T00:00:00' SECOND_HALF
        }

        $found = Get-PersonioAbsencePeriod -PersonId $persons

        $found.EndDate | Sort-Object -Unique | Should -Be ([datetime]'2026-03-04')
        $found | Should -HaveCount 120
        Get-Proof | Should -HaveCount 1
    }

    It 'uses an absence between workdays, whose amounts are conclusive even without the weekend' {
        $null = Add-Absence $sandbox $person '2026-03-02T00:00:00' FIRST_HALF '2026-03-06T00:00:00' SECOND_HALF
        $sure = Add-Absence $sandbox $person '2026-03-10T00:00:00' FIRST_HALF '2026-03-11T00:00:00' SECOND_HALF

        $null = Get-PersonioAbsencePeriod

        Get-Proof | Should -Be "GET /v2/absence-periods/$sure/breakdowns"
    }

    It 'warns and lists absences if the daily amounts may not be read' {
        $id = Add-Absence $sandbox $person '2026-03-02T00:00:00' FIRST_HALF '2026-03-04T00:00:00' SECOND_HALF
        Add-Fault $sandbox @{ PathPrefix = "/v2/absence-periods/$id/breakdowns"; Kind = 'Status'; Status = 403; Times = -1 }

        $found = Get-PersonioAbsencePeriod -WarningVariable warned -WarningAction SilentlyContinue
        $null = Get-PersonioAbsencePeriod -WarningVariable +warned -WarningAction SilentlyContinue

        $found.EndDate | Should -Be ([datetime]'2026-03-04')
        $warned | Should -HaveCount 1
        $warned | Should -BeLike '*could not be checked; the midnight is assumed*'
        Get-Proof | Should -HaveCount 1
        (Get-PersonioSession).AbsenceEndReading | Should -Be 'Unproven'
    }

    It 'is remembered per session' {
        $null = Add-Absence $sandbox $person '2026-03-02T00:00:00' FIRST_HALF '2026-03-04T00:00:00' SECOND_HALF
        $other = Start-Sandbox @{ PersonCount = 0; InclusiveAbsenceEnds = $true }
        try {
            $null = Add-Absence $other (Add-Person $other) '2026-03-02T00:00:00' FIRST_HALF '2026-03-04T00:00:00' SECOND_HALF
            Connect-To $other @{ Name = 'Other' }

            $days = 'Default', 'Other' | ForEach-Object { (Get-PersonioAbsencePeriod -Session $_).EndDate }

            $days | Should -Be @([datetime[]]('2026-03-04', '2026-03-04'))
            'Default', 'Other' | ForEach-Object { (Get-PersonioSession $_).AbsenceEndReading } |
                Should -Be 'Exclusive', 'Inclusive'
        }
        finally {
            Disconnect-Personio -Session Other
            $other.Dispose()
        }
    }
}

Describe 'How a session writes the last day of absences' {
    BeforeEach {
        $sandbox = Start-Sandbox @{ PersonCount = 0 }
        Connect-To $sandbox
        $person = Add-Person $sandbox
    }

    AfterEach {
        Disconnect-Personio
        $sandbox.Dispose()
    }

    It 'books the requested days if the company has absences, and checks only after the first one: inclusive <_>' -ForEach $false, $true {
        $sandbox.Options.InclusiveAbsenceEnds = $_
        $null = Add-Absence $sandbox (Add-Person $sandbox) '2026-03-02T00:00:00' FIRST_HALF '2026-03-04T00:00:00' SECOND_HALF

        $made = New-PersonioAbsencePeriod $person Vacation 2026-08-03 2026-08-07
        $day = New-PersonioAbsencePeriod $person Vacation 2026-08-10 2026-08-10
        $half = New-PersonioAbsencePeriod $person Vacation 2026-08-12 2026-08-13 -EndHalf First

        ($made | Get-PersonioAbsenceBreakdown).Date[0, -1] | Should -Be @([datetime[]]('2026-08-03', '2026-08-07'))
        ($day | Get-PersonioAbsenceBreakdown).Date | Should -Be ([datetime]'2026-08-10')
        ($half | Get-PersonioAbsenceBreakdown).Days | Should -Be 1, 0.5
        $made.EndDate, $day.EndDate, $half.EndDate | Should -Be @([datetime[]]('2026-08-07', '2026-08-10', '2026-08-13'))
        # The proof, the check after the first write, and three requests of this test.
        Get-Proof | Should -HaveCount 5
    }

    It 'reports the booked days and the absence if they differ, and writes the next one correctly' {
        $sandbox.Options.InclusiveAbsenceEnds = $true

        $made = New-PersonioAbsencePeriod $person Vacation 2026-08-03 2026-08-07 -ErrorVariable failed -ErrorAction SilentlyContinue
        $next = New-PersonioAbsencePeriod $person Vacation 2026-08-17 2026-08-21

        $made.EndDate | Should -Be ([datetime]'2026-08-08')
        $failed | Should -HaveCount 1
        $failed.FullyQualifiedErrorId | Should -Be 'AbsenceDaysDiffer,Personio.Commands.NewPersonioAbsencePeriodCommand'
        "$failed" | Should -BeLike "*$($made.AbsencePeriodId)*2026-08-03 to 2026-08-08 instead of 2026-08-03 to 2026-08-07*"
        $next.EndDate | Should -Be ([datetime]'2026-08-21')
        (Get-PersonioSession).AbsenceEndReading | Should -Be 'Inclusive'
    }

    It 'reports the same for a change' {
        $sandbox.Options.InclusiveAbsenceEnds = $true
        $id = Add-Absence $sandbox $person '2026-08-03T00:00:00' FIRST_HALF

        Set-PersonioAbsencePeriod $id -EndDate 2026-08-07 -ErrorVariable failed -ErrorAction SilentlyContinue

        $failed.FullyQualifiedErrorId | Should -Be 'AbsenceDaysDiffer,Personio.Commands.SetPersonioAbsencePeriodCommand'
        "$failed" | Should -BeLike "*$id was changed*2026-08-08 instead of *2026-08-07*"
        $failed.TargetObject | Should -Be $id
    }

    It 'writes without a message if absences may not be read' {
        $sandbox.RevokeScope('personio:absences:read')

        $type = $sandbox.Tenant.FindAbsenceTypeId('Vacation')
        $made = New-PersonioAbsencePeriod $person $type 2026-08-03 2026-08-07 -WarningAction SilentlyContinue -WarningVariable warned

        $sandbox.Tenant.FindAbsencePeriodJson($made.AbsencePeriodId) | Should -BeLike '*"ends_at":{"date_time":"2026-08-08T00:00:00"*'
        $warned | Should -HaveCount 1
        $warned | Should -BeLike '*could not be checked*'
    }

    It 'never sends a half that is null' {
        $null = New-PersonioAbsencePeriod $person 'Überstundenausgleich' '2026-08-03 09:00' '2026-08-03 10:00'
        $made = New-PersonioAbsencePeriod $person Vacation 2026-08-10 2026-08-11
        $made | Set-PersonioAbsencePeriod -StartHalf $null -EndHalf $null -StartDate 2026-08-09

        $bodies = ($sandbox.Requests | Where-Object Method -In POST, PATCH).Body
        $bodies | Should -HaveCount 3
        $bodies | Should -Not -Match '"type":null'
    }
}
