BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 120; AttendanceDays = 10 }
    Connect-To $sandbox
    $all = Get-PersonioAttendancePeriod
    $get = 'Personio.Commands.GetPersonioAttendancePeriodCommand'
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'Get-PersonioAttendancePeriod' {
    BeforeEach {
        Connect-To $sandbox
    }

    AfterEach {
        $sandbox.Options.RelativeLinks = $false
        $sandbox.Options.Latency = [timespan]::Zero
    }

    It 'returns every period once, with one request for each hundred' {
        $found = Get-PersonioAttendancePeriod

        $found.AttendancePeriodId | Should -Be $sandbox.Tenant.AttendancePeriodIds
        $found[0] | Should -BeOfType 'Personio.Models.AttendancePeriod'
        Get-Sent $sandbox | Should -HaveCount ([math]::Ceiling($all.Count / 100))
    }

    It 'follows relative next-page links' {
        $sandbox.Options.RelativeLinks = $true

        $found = Get-PersonioAttendancePeriod

        $found.AttendancePeriodId | Should -Be $all.AttendancePeriodId
    }

    It 'sends -From and -To as inclusive attribution days, and filters in the service' {
        $days = $all.AttributionDate | Sort-Object -Unique
        $from, $to = $days[2, 4]

        $found = Get-PersonioAttendancePeriod -From $from -To $to.AddHours(23)

        $found.AttendancePeriodId |
            Should -Be ($all | Where-Object { $_.AttributionDate -ge $from -and $_.AttributionDate -le $to }).AttendancePeriodId
        $found.AttributionDate | Sort-Object -Unique | Should -Be $days[2..4]
        $sent = @(Get-Query $sandbox /v2/attendance-periods)[0]
        $sent['attribution_date.gte'] | Should -Be $from.ToString('yyyy-MM-dd')
        $sent['attribution_date.lte'] | Should -Be $to.ToString('yyyy-MM-dd')
    }

    It 'accepts a month as -Month <name>' -ForEach @(
        @{ Name = 'as text'; Month = '2028-02'; First = '2028-02-01'; Last = '2028-02-29' }
        @{ Name = 'by a day in it'; Month = '2026-12-24'; First = '2026-12-01'; Last = '2026-12-31' }
        @{ Name = 'by a moment'; Month = [datetime]::new(2026, 4, 30, 23, 59, 59); First = '2026-04-01'; Last = '2026-04-30' }
        @{ Name = 'as people write it'; Month = '11.2026'; First = '2026-11-01'; Last = '2026-11-30' }
        @{ Name = 'by its name'; Month = 'November 2026'; First = '2026-11-01'; Last = '2026-11-30' }
    ) {
        $null = Get-PersonioAttendancePeriod -Month $month -First 1

        $sent = Get-Query $sandbox /v2/attendance-periods
        $sent['attribution_date.gte'] | Should -Be $first
        $sent['attribution_date.lte'] | Should -Be $last
    }

    It 'refuses -Month <name> before any request' -ForEach @(
        @{ Name = 'beside -From'; Given = @{ Month = '2026-05'; From = '2026-05-02' }; Id = 'InvalidRequest' }
        @{ Name = 'beside -To'; Given = @{ Month = '2026-05'; To = '2026-05-02' }; Id = 'InvalidRequest' }
        @{ Name = 'that is none'; Given = @{ Month = '2026-13' }; Id = 'ParameterArgumentTransformationError' }
        @{ Name = 'that could be two'; Given = @{ Month = '03/05/2026' }; Id = 'ParameterArgumentTransformationError' }
        @{ Name = 'that is empty'; Given = @{ Month = '' }; Id = 'ParameterArgumentValidationError' }
        @{ Name = 'that is null'; Given = @{ Month = $null }; Id = 'ParameterArgumentValidationError' }
    ) {
        { Get-PersonioAttendancePeriod @given } | Should -Throw -ErrorId "$id,$get"

        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'explains how to write a month: not <month>' -ForEach @(@{ Month = 9 }, @{ Month = 'September' }, @{ Month = '13.2026' }) {
        { Get-PersonioAttendancePeriod -Month $month } |
            Should -Throw "*'$month' is not a month of a year. Specify it as 2026-05 (year-month), or any date in it."
    }

    It 'says why a month is not clear: 03/08/2026' {
        Use-Culture en-US {
            { Get-PersonioAttendancePeriod -Month '03/08/2026' } | Should -Throw '*any date in it. *could be two days*'
        }
    }

    It 'accepts the days by position' {
        $null = Get-PersonioAttendancePeriod 2026-03-01 2026-03-31

        $sent = Get-Query $sandbox /v2/attendance-periods
        $sent['attribution_date.gte'] | Should -Be '2026-03-01'
        $sent['attribution_date.lte'] | Should -Be '2026-03-31'
        $sent.Keys | Should -HaveCount 3
    }

    It 'reads many days in parallel windows, completely and by day' {
        $sandbox.Options.Latency = [timespan]::FromMilliseconds(20)
        $from, $to = ($all.AttributionDate | Measure-Object -Minimum -Maximum).ForEach({ $_.Minimum, $_.Maximum })

        $found = Get-PersonioAttendancePeriod -From $from -To $to

        $found.AttendancePeriodId | Sort-Object | Should -Be ($all.AttendancePeriodId | Sort-Object)
        $found.AttributionDate | Should -Be ($found.AttributionDate | Sort-Object)
        $sandbox.MaxInFlight | Should -BeIn (2..5)
    }

    It 'also finds future periods with -From alone' {
        $from = ($all.AttributionDate | Sort-Object -Unique)[-2]

        $found = Get-PersonioAttendancePeriod -From $from

        $found.AttendancePeriodId | Sort-Object |
            Should -Be (($all | Where-Object AttributionDate -GE $from).AttendancePeriodId | Sort-Object)
    }

    It 'requests no more than one page if that is enough for -First' {
        $null = Get-PersonioAttendancePeriod -From 2020-01-01 -To 2030-12-31 -First 5

        Get-Sent $sandbox | Should -HaveCount 1
    }

    It 'refuses -From after -To before any request' {
        { Get-PersonioAttendancePeriod -From 2026-03-11 -To 2026-03-10 } | Should -Throw -ErrorId "InvalidRequest,$get"

        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'sends -<parameter> <moment> as wall-clock time: no time zone, no fraction' -ForEach @(
        @{ Parameter = 'UpdatedAfter'; Key = 'updated_at.gte'; Moment = '2026-03-10T08:30:00'; Sent = '2026-03-10T08:30:00' }
        @{ Parameter = 'UpdatedBefore'; Key = 'updated_at.lte'; Moment = '2026-03-10'; Sent = '2026-03-10T00:00:00' }
        @{ Parameter = 'UpdatedAfter'; Key = 'updated_at.gte'; Moment = [datetime]::new(2026, 3, 10, 8, 30, 0, 750); Sent = '2026-03-10T08:30:00' }
        @{ Parameter = 'UpdatedAfter'; Key = 'updated_at.gte'; Moment = [datetime]::new(2026, 3, 10, 8, 30, 0, [DateTimeKind]::Utc)
            Sent = [datetime]::new(2026, 3, 10, 8, 30, 0, [DateTimeKind]::Utc).ToLocalTime().ToString('s') }
    ) {
        $filter = @{ $parameter = $moment }

        $null = Get-PersonioAttendancePeriod @filter

        @(Get-Query $sandbox /v2/attendance-periods)[0][$key] | Should -Be $sent
        $sandbox.Requests.Status | Sort-Object -Unique | Should -Be 200
    }

    It 'sends one -Status to the service' {
        $found = Get-PersonioAttendancePeriod -Status pending

        $found.AttendancePeriodId | Should -Be ($all | Where-Object Status -EQ 'PENDING').AttendancePeriodId
        @(Get-Query $sandbox /v2/attendance-periods)[0]['status'] | Should -Be 'PENDING'
    }

    It 'filters several -Status locally' {
        $found = Get-PersonioAttendancePeriod -Status Pending, rejected

        $found.AttendancePeriodId | Should -Be ($all | Where-Object Status -In 'PENDING', 'REJECTED').AttendancePeriodId
        @(Get-Query $sandbox /v2/attendance-periods)[0].Keys | Should -Not -Contain 'status'
    }

    It 'returns at most -First periods, also of those filtered locally' {
        Get-PersonioAttendancePeriod -First 3 | Should -HaveCount 3
        (Get-Query $sandbox /v2/attendance-periods)['limit'] | Should -Be '3'

        $found = Get-PersonioAttendancePeriod -Status Pending, Rejected -First 3

        $found.AttendancePeriodId |
            Should -Be ($all | Where-Object Status -In 'PENDING', 'REJECTED' | Select-Object -First 3).AttendancePeriodId
    }

    It 'sends projects to the service' {
        $projects = @($all.ProjectId | Where-Object { $_ } | Sort-Object -Unique)
        $projects | Should -HaveCount 2

        (Get-PersonioAttendancePeriod -ProjectId $projects[0]).AttendancePeriodId |
            Should -Be ($all | Where-Object ProjectId -EQ $projects[0]).AttendancePeriodId
        (Get-PersonioAttendancePeriod -ProjectId $projects).AttendancePeriodId |
            Should -Be ($all | Where-Object ProjectId).AttendancePeriodId
        Get-Query $sandbox /v2/attendance-periods | ForEach-Object { $_['project.id'] } | Should -Contain ($projects -join ',')
    }

    It 'refuses an empty -<parameter> instead of returning everything' -ForEach @(
        @{ Parameter = 'ProjectId' }
        @{ Parameter = 'Status' }
    ) {
        $filter = @{ $parameter = $null }

        { Get-PersonioAttendancePeriod @filter } | Should -Throw -ErrorId "ParameterArgumentValidationError,$get"
    }

    It 'lists those of piped persons with one request for every fifty, in the order of the persons' {
        $persons = @($sandbox.Tenant.PersonIds)
        [array]::Reverse($persons)
        $byPerson = $all | Group-Object PersonId -AsHashTable -AsString
        $day = $sandbox.Tenant.Today.AddDays(-3).ToDateTime([timeonly]::MinValue)

        $found = $persons | ForEach-Object { [pscustomobject]@{ PersonId = $_ } } | Get-PersonioAttendancePeriod -From $day

        $wanted = $persons | ForEach-Object { $byPerson[$_] | Where-Object AttributionDate -GE $day }
        $found.AttendancePeriodId | Should -Be $wanted.AttendancePeriodId
        $asked = $sandbox.Requests | Where-Object { $_.Query.ContainsKey('person.id') }
        # They are sent in parallel, so the last may arrive before the second.
        $asked | ForEach-Object { $_.Query['person.id'].Split(',').Count } | Sort-Object -Descending | Should -Be 50, 50, 20
    }

    It 'has the hours of a period, also across midnight' {
        $person = Add-Person $sandbox
        $add = { param($type, $start, $end) $sandbox.Tenant.AddAttendancePeriod($person, $type, $start, $end, 'CONFIRMED', [NullString]::Value) }
        $ids = @(
            & $add WORK 2026-03-02T08:00:00 2026-03-02T12:15:00
            & $add BREAK 2026-03-02T12:15:00 2026-03-02T12:35:00
            & $add WORK 2026-03-02T22:00:00 2026-03-03T06:30:00
        )

        $found = Get-PersonioAttendancePeriod -AttendancePeriodId $ids

        $found[0].Hours | Should -BeExactly 4.25d
        $found[0].Hours | Should -BeOfType decimal
        [math]::Round($found[1].Hours, 4) | Should -Be 0.3333
        $found[2].Hours | Should -Be 8.5
        $found.Type | Should -Be 'WORK', 'BREAK', 'WORK'
        $found[2].AttributionDate, $found[2].End | Should -Be ([datetime]'2026-03-02'), ([datetime]'2026-03-03 06:30')
    }

    It 'has neither end nor hours while a period is running' {
        $running = Get-PersonioAttendancePeriod | Where-Object { $null -eq $_.End }

        $running | Should -Not -BeNullOrEmpty
        $running.Hours | Where-Object { $null -ne $_ } | Should -BeNullOrEmpty
        # At seven, or earlier if it is not yet seven where the company is.
        $now = [System.TimeZoneInfo]::ConvertTimeBySystemTimeZoneId([datetime]::UtcNow, 'Europe/Berlin')
        $starts = @($running.Start | Sort-Object -Unique)
        $starts | Should -HaveCount 1
        $starts[0] | Should -BeLessOrEqual $now
        $starts[0].TimeOfDay.Hours | Should -BeIn ([math]::Min(7, $now.Hour)), ([math]::Min(7, $now.AddMinutes(-10).Hour))
    }

    It 'gets periods by id in the requested order, with one error for each unknown id' {
        $ids = $all[5, 3].AttendancePeriodId

        $output = $ids[0], 'none', $ids[1] | Get-PersonioAttendancePeriod 2>&1

        $output[0, 2].AttendancePeriodId | Should -Be $ids
        $output[1].FullyQualifiedErrorId | Should -Be "AttendancePeriodNotFound,$get"
        $output[1].TargetObject | Should -Be 'none'
        Get-Sent $sandbox | Should -HaveCount 1
    }

    It 'reads a piped period again by its own id, and not by its person' {
        $found = $all[0..2] | Get-PersonioAttendancePeriod

        $found.AttendancePeriodId | Should -Be $all[0..2].AttendancePeriodId
        (Get-Query $sandbox /v2/attendance-periods).Keys | Should -Not -Contain 'person.id'
    }

    It 'writes one error for <kind>, and lists nothing' -ForEach @(
        @{ Kind = 'nothing that is piped'; Call = { $null | Get-PersonioAttendancePeriod @with } }
        @{ Kind = 'a -PersonId that is not set'; Call = { Get-PersonioAttendancePeriod -PersonId $null @with } }
        @{ Kind = 'an object without ids'; Call = { [pscustomobject]@{ Name = 'x' } | Get-PersonioAttendancePeriod @with } }
        @{ Kind = 'an empty id'; Call = { Get-PersonioAttendancePeriod -AttendancePeriodId '' @with } }
    ) {
        $with = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failed' }

        $found = . $call

        $found | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$get"
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'has names and email addresses of the persons with -IncludePerson' {
        $persons = Get-PersonioPerson | Group-Object PersonId -AsHashTable -AsString

        $found = Get-PersonioAttendancePeriod -IncludePerson -First 70

        $found | Should -HaveCount 70
        foreach ($period in $found) {
            $period.PersonName | Should -BeExactly $persons[$period.PersonId].DisplayName
            $period.PersonEmail | Should -BeExactly $persons[$period.PersonId].Email
        }
    }
}
