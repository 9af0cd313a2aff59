BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $find = 'Personio.Commands.FindPersonioWorkingTimeIssueCommand'
    $sandbox = Start-Sandbox @{ PersonCount = 0; AttendanceDays = 0; Today = [dateonly]::new(2026, 6, 15) }
    $one, $two = Add-Person $sandbox 2
    Connect-To $sandbox
    foreach ($row in @(
            '30 04 20:00 23:30 CONFIRMED', '01 05 08:00 12:00 CONFIRMED', '04 05 08:00 16:00 CONFIRMED', '05 05 08:00 19:00 REJECTED'
            '06 05 07:00 12:00 PENDING', '06 05 13:00 19:00 CONFIRMED', '10 05 10:00 12:30 CONFIRMED')) {
        $day, $month, $from, $to, $status = $row -split ' '
        $null = $sandbox.Tenant.AddAttendancePeriod($two, 'WORK', "2026-$month-${day}T${from}:00", "2026-$month-${day}T${to}:00", $status)
    }

    $null = $sandbox.Tenant.AddAttendancePeriod($one, 'WORK', '2026-05-07T08:00:00', '2026-05-07T15:00:00', 'CONFIRMED')

    function Format-Issue {
        param([Parameter(ValueFromPipeline)] $Issue)

        process { '{0:MM-dd} {1} {2}/{3}' -f $Issue.Date, $Issue.Issue, [double]$Issue.Actual, [double]$Issue.Limit }
    }
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'Find-PersonioWorkingTimeIssue' {
    BeforeEach {
        Connect-To $sandbox
    }

    It 'finds the issues of a month, one row each, including the rest since the day before it' {
        $issues = Find-PersonioWorkingTimeIssue -Month 2026-05 -Holiday 2026-05-01

        $issues | Should -BeOfType 'Personio.Models.WorkingTimeIssue'
        Use-Culture '' { $issues | Format-Issue } | Should -Be @(
            '05-07 BreakTooShort 0/30', '05-01 TooLittleRest 8.5/11', '05-01 HolidayWork 4/0', '05-04 BreakTooShort 0/30'
            '05-06 TooManyHours 11/10', '05-10 SundayWork 2.5/0'
        )
        $issues.PersonName | Select-Object -Unique | Should -Be 'Given Family 1', 'Given Family 2'
        $issues[0].PersonId | Should -Be $one
        $issues[1].Message | Should -Be 'Rested 8.5 hours from 2026-04-30 23:30 to 2026-05-01 08:00; 11 are required.'
        "$($issues[4])" | Should -Be 'Worked 11 hours on 2026-05-06; 10 are allowed.'
        $issues.Unit | Select-Object -Unique | Should -Be minutes, hours
        @(Get-Sent $sandbox) -match '/v2/persons$' | Should -HaveCount 1
    }

    It 'accepts limits, kinds of issues and persons' {
        $with = @{ Month = '2026-05'; PersonId = $two }

        (Find-PersonioWorkingTimeIssue @with -MaximumHours 7.5 -Issue TooManyHours).Date.Day | Should -Be 4, 6
        Find-PersonioWorkingTimeIssue @with -MinimumRestHours 8 -Issue toolittlerest | Should -BeNullOrEmpty
        (Find-PersonioWorkingTimeIssue @with -RequiredBreak @{ '3.5' = 15 } -Issue BreakTooShort).Date.Day | Should -Be 1, 4
        Find-PersonioWorkingTimeIssue @with -RequiredBreak @{} -Issue BreakTooShort | Should -BeNullOrEmpty
        (Find-PersonioWorkingTimeIssue @with -MinimumBreakMinutes 61 -Issue BreakTooShort).Date.Day | Should -Be 4, 6
        $one | Find-PersonioWorkingTimeIssue -From 2026-05-07 -To 2026-05-07 | ForEach-Object PersonId | Should -Be $one
        (Find-PersonioWorkingTimeIssue @with -Status Rejected).Date.Day | Select-Object -Unique | Should -Be 5
    }

    It 'accepts existing periods, of any day, and rows of a file' {
        $rows = Get-PersonioAttendancePeriod -From 2026-05-01
        $sandbox.ClearRequests()

        ($rows | Find-PersonioWorkingTimeIssue -Issue SundayWork, TooManyHours).Date.Day | Should -Be 6, 10
        @(Get-Sent $sandbox) -match 'attendance' | Should -BeNullOrEmpty
        ($rows | Find-PersonioWorkingTimeIssue -From 2026-05-08 -Issue SundayWork, TooManyHours).Date.Day | Should -Be 10
        $rows | Select-Object *, @{ n = 'Start'; e = { $_.Start.ToString('s') } }, @{ n = 'End'; e = { $_.End.ToString('s') } } -ExcludeProperty Start, End, AttributionDate |
            Export-Csv TestDrive:/rows.csv
        (Import-Csv TestDrive:/rows.csv | Find-PersonioWorkingTimeIssue -Issue BreakTooShort).Date.Day | Should -Be 7, 4
    }

    It 'checks last month by default' {
        $null = Find-PersonioWorkingTimeIssue

        $first = (Get-Date -Day 1).Date.AddMonths(-1)
        $query = $sandbox.Requests | Where-Object Path -EQ /v2/attendance-periods | ForEach-Object Query
        @($query.'attribution_date.gte' | Sort-Object)[0] | Should -Be $first.AddDays(-1).ToString('yyyy-MM-dd')
        @($query.'attribution_date.lte' | Sort-Object)[-1] | Should -Be $first.AddMonths(1).AddDays(-1).ToString('yyyy-MM-dd')
    }

    It 'refuses <wrong> before any request' -ForEach @(
        @{ Wrong = 'a break that is no number'; With = @{ RequiredBreak = @{ 6 = 'half' } }; Id = 'InvalidRequest'; Says = "*'half' in -RequiredBreak*" }
        @{ Wrong = 'a negative limit'; With = @{ MaximumHours = -1 }; Id = 'ParameterArgumentValidationError'; Says = '*MaximumHours*' }
        @{ Wrong = 'days that end before they begin'; With = @{ From = '2026-06-02'; To = '2026-06-01' }; Id = 'InvalidRequest'; Says = '*swap*' }
        @{ Wrong = 'an unknown issue'; With = @{ Issue = 'Overtime' }; Id = 'CannotConvertArgumentNoMessage'; Says = '*TooManyHours*' }
    ) {
        { Find-PersonioWorkingTimeIssue @with } | Should -Throw -ErrorId "$id,$find" -ExpectedMessage $says
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'fits 80 columns' {
        $lines = Find-PersonioWorkingTimeIssue -Month 2026-05 | Format-Table | Out-String -Width 80

        $lines | Should -Match '(?m)^Person +Date +Issue +Actual +Limit +Unit\r?$'
        $lines | Should -Match ('Given Family 2 +2026-05-06 +TooManyHours +11{0}00 +10{0}00 hours' -f (Get-Culture).NumberFormat.NumberDecimalSeparator)
    }
}
