BeforeDiscovery {
    . "$PSScriptRoot/Readings.ps1"
}

Describe 'Get-PersonioAbsenceBreakdown, if ends are <reading>' -ForEach $readings {
    BeforeAll {
        . "$PSScriptRoot/Common.ps1"
        $sandbox = Start-Sandbox @{ PersonCount = 0 }
        $person = Add-Person $sandbox
        $week = Add-Absence $sandbox $person '2026-03-02T00:00:00' FIRST_HALF '2026-03-08T00:00:00' SECOND_HALF
        $long = Add-Absence $sandbox $person '2026-04-01T00:00:00' SECOND_HALF '2026-05-15T00:00:00' FIRST_HALF
        $hours = Add-Absence $sandbox $person '2026-06-01T09:30:00' $null '2026-06-01T11:15:00' $null -Type 'Überstundenausgleich'
    }

    AfterAll {
        Disconnect-Personio
        $sandbox.Dispose()
    }

    BeforeEach {
        Connect-To $sandbox
    }

    It 'returns a row for each day, with person and type of the piped absence' {
        $absence = Get-PersonioAbsencePeriod -AbsencePeriodId $week

        $days = $absence | Get-PersonioAbsenceBreakdown

        $days | Should -HaveCount 7
        $days[0] | Should -BeOfType 'Personio.Models.AbsenceBreakdown'
        $days.AbsencePeriodId | Sort-Object -Unique | Should -Be $week
        $days.PersonId | Sort-Object -Unique | Should -Be $person
        $days.AbsenceType | Sort-Object -Unique | Should -Be 'Vacation'
        $days.Date | ForEach-Object { $_.ToString('yyyy-MM-dd') } | Should -Be (2..8 | ForEach-Object { "2026-03-0$_" })
        $days.Days | Should -Be 1, 1, 1, 1, 1, 0, 0
        $days.Hours | Where-Object { $null -ne $_ } | Should -BeNullOrEmpty
        $days[0].Days | Should -BeOfType decimal
    }

    It 'takes person and type from the rows of a CSV file as well' {
        Get-PersonioAbsencePeriod -AbsencePeriodId $week | Export-Csv TestDrive:/absences.csv

        $days = Import-Csv TestDrive:/absences.csv | Get-PersonioAbsenceBreakdown

        $days[0].PersonId | Should -Be $person
        $days[0].AbsenceType | Should -Be 'Vacation'
    }

    It 'returns neither person nor type for an id alone' {
        $days = Get-PersonioAbsenceBreakdown -AbsencePeriodId $week

        $days | Should -HaveCount 7
        $days[0].PersonId | Should -BeNullOrEmpty
        $days[0].AbsenceType | Should -BeNullOrEmpty
        $days[0].AbsencePeriodId | Should -Be $week
        Get-Sent $sandbox | Should -Be "GET /v2/absence-periods/$week/breakdowns"
    }

    It 'counts hours as hours' {
        $day = $hours | Get-PersonioAbsenceBreakdown

        $day.Hours | Should -Be 1.75
        $day.Days | Should -BeNullOrEmpty
        $day.Unit | Should -Be 'HOUR'
    }

    It 'returns the days of <from> to <to>' -ForEach @(
        @{ From = '2026-03-03'; To = '2026-03-05'; Days = 3, 4, 5 }
        @{ From = '2026-03-07'; To = $null; Days = 7, 8 }
        @{ From = $null; To = '2026-03-02'; Days = @(2) }
    ) {
        $found = Get-PersonioAbsenceBreakdown -AbsencePeriodId $week -From $from -To $to

        $found.Date.Day | Should -Be $days
    }

    It 'refuses a range of days that ends before it begins' {
        { Get-PersonioAbsenceBreakdown -AbsencePeriodId $week -From 2026-03-05 -To 2026-03-04 } |
            Should -Throw -ErrorId 'InvalidRequest,Personio.Commands.GetPersonioAbsenceBreakdownCommand'
    }

    It 'returns all 45 days of a long absence, in order' {
        $days = Get-PersonioAbsenceBreakdown $long

        $days | Should -HaveCount 45
        $days.Date | Should -Be ($days.Date | Sort-Object)
        $days[0].Days | Should -Be 0.5
        Get-Sent $sandbox | Should -HaveCount 2
    }

    It 'writes rows and errors in the order of the absences' {
        $output = $long, 'none', $week, $hours | Get-PersonioAbsenceBreakdown 2>&1

        $error1 = $output[45]
        $error1.FullyQualifiedErrorId | Should -Be 'AbsencePeriodNotFound,Personio.Commands.GetPersonioAbsenceBreakdownCommand'
        $error1.TargetObject | Should -Be 'none'
        ($output -ne $error1).AbsencePeriodId | Select-Object -Unique | Should -Be $long, $week, $hours
    }

    It 'requires that absences are specified' {
        Get-PersonioAbsenceBreakdown -ErrorAction SilentlyContinue -ErrorVariable failed
        [pscustomobject]@{ Name = 'x' } | Get-PersonioAbsenceBreakdown -ErrorAction SilentlyContinue -ErrorVariable +failed

        $failed.FullyQualifiedErrorId |
            Should -Be (@('InvalidRequest,Personio.Commands.GetPersonioAbsenceBreakdownCommand') * 2)
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }
}
