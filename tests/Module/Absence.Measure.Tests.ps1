BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $measure = 'Personio.Commands.MeasurePersonioAbsenceCommand'

    # Two persons in one department, one in another, and one without a department.
    $sandbox = Start-Sandbox @{ PersonCount = 0; AttendanceDays = 0; Today = [dateonly]::new(2026, 6, 15) }
    $one, $two, $three = Add-Person $sandbox 3
    Connect-To $sandbox
    foreach ($pair in ($one, 52), ($two, 52)) {
        Get-PersonioEmployment $pair[0] | Set-PersonioEmployment -DepartmentId $pair[1] -TeamId 901 -Confirm:$false
    }

    $day = 'T00:00:00'
    $null = Add-Absence $sandbox $one "2026-05-28$day" FIRST_HALF "2026-06-02$day" FIRST_HALF
    $null = Add-Absence $sandbox $one "2026-06-08$day" FIRST_HALF "2026-06-08$day" SECOND_HALF 'Sick day'
    $null = Add-Absence $sandbox $two "2026-06-10$day" FIRST_HALF $null $null 'Sick days'
    $null = Add-Absence $sandbox $two 2026-06-09T13:00:00 $null 2026-06-09T15:30:00 $null 'Doctor, "short"'
    $null = Add-Absence $sandbox $three "2026-06-01$day" FIRST_HALF "2026-06-05$day" SECOND_HALF -Status REJECTED
    $null = Add-Absence $sandbox $three "2026-06-11$day" FIRST_HALF "2026-06-11$day" SECOND_HALF -Status PENDING
    $null = Add-Absence $sandbox $three "2026-06-12$day" FIRST_HALF "2026-06-12$day" SECOND_HALF -Status DELETION_PENDING
    $june = @{ From = '2026-06-01'; To = '2026-06-14' }

    function Get-Text {
        param([Parameter(ValueFromPipeline)] $Row, [string[]] $Name)

        process { ($Name | ForEach-Object { $Row.$_ -is [decimal] ? ([double]$Row.$_).ToString([cultureinfo]::InvariantCulture) : $Row.$_ }) -join ' ' }
    }
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'Measure-PersonioAbsence' {
    BeforeEach {
        # A new session has no cached names.
        Connect-To $sandbox
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    It 'sums up the days in the range, by person and type, with names' {
        $sums = Measure-PersonioAbsence Person, Type @june

        $sums | Should -BeOfType 'Personio.Models.AbsenceSummary'
        $sums | Get-Text -Name PersonName, AbsenceType, Days, Hours, Absences | Should -Be @(
            'Given Family 1 Sick day 1 0 1', 'Given Family 1 Vacation 1.5 0 1', 'Given Family 2 Doctor, "short" 0 2.5 1'
            'Given Family 2 Sick days 3 0 1', 'Given Family 3 Vacation 1 0 1'
        )
        $sums[0].PersonId | Should -Be $one
        $sums.DayCount | Sort-Object -Unique | Should -Be WorkingDays
        $sums[0].From, $sums[0].To | Should -Be ([datetime]'2026-06-01'), ([datetime]'2026-06-14')
        $sums.Category | Where-Object { $_ } | Should -BeNullOrEmpty
    }

    It 'sums up by <by>' -ForEach @(
        @{ By = 'Category'; Name = 'Category'; Expected = 'PAID_VACATION 2.5 0', 'SICK_LEAVE 4 0', ' 0 2.5' }
        @{ By = 'Team', 'Month'; Name = 'Team', 'Month'; Expected = 'Ledger 2026-06 5.5 2.5', ' 2026-06 1 0' }
        @{ By = @(); Name = 'PersonId'; Expected = , ' 6.5 2.5' }
    ) {
        $with = $by ? @{ By = $by } : @{}

        Measure-PersonioAbsence @with @june | Get-Text -Name (@($name) + 'Days', 'Hours') | Should -Be $expected
    }

    It 'groups departments by the current employments, requesting only those of absent persons' {
        $sums = Measure-PersonioAbsence -By Department -Category SICK_LEAVE @june

        $sums.DepartmentId | Should -Be 52
        $sums.Department | Should -Be (Get-PersonioOrgUnit -OrgUnitId 52).Name
        $sums.Days | Should -Be 4
        $sums.PersonId | Should -BeNullOrEmpty
        @(Get-Sent $sandbox) -match 'employments' | Should -Be "GET /v2/persons/$one/employments", "GET /v2/persons/$two/employments"
        @(Get-Sent $sandbox) -match 'workplaces|legal|/v2/persons$' | Should -BeNullOrEmpty
    }

    It 'counts the given statuses, and only approved absences by default' {
        (Measure-PersonioAbsence @june -PersonId $three).Days | Should -Be 1
        (Measure-PersonioAbsence @june -PersonId $three -Status Pending).Days | Should -Be 1
        (Measure-PersonioAbsence @june -PersonId $three -Status Rejected, Pending, deletionpending).Days | Should -Be 7
    }

    It 'excludes holidays' {
        (Measure-PersonioAbsence @june -AbsenceType 'Sick days' -Holiday 2026-06-11, 2026-06-13).Days | Should -Be 2
    }

    It 'uses Personio''s own daily amounts with -UseBreakdown, with one request for each absence' {
        # The first absences of a session take one more request, which determines how the company writes the last day.
        $null = Get-PersonioAbsencePeriod @june
        $sandbox.ClearRequests()
        Add-Fault $sandbox @{ PathPattern = 'breakdowns$'; Times = 1; Kind = 'RawBody'; Status = 200; ContentType = 'application/json'; Body =
            '{"_data":[{"date":"2026-05-31","effective_duration":{"value":1,"unit":"DAY"}},
            {"date":"2026-06-08","effective_duration":{"value":0.25,"unit":"DAY"}},{"date":"2026-06-13","effective_duration":{"value":1,"unit":"DAY"}},
            {"date":"2026-06-15","effective_duration":{"value":1,"unit":"DAY"}}]}'
        }

        $sum = Measure-PersonioAbsence @june -AbsenceType 'Sick day' -UseBreakdown

        $sum | Get-Text -Name Days, Hours, Absences, DayCount | Should -Be '1.25 0 1 Breakdown'
        @(Get-Sent $sandbox) -match 'breakdowns' | Should -HaveCount 1
        (Measure-PersonioAbsence @june -UseBreakdown) | Get-Text -Name Days, Hours | Should -Be '6.5 2.5'
    }

    It 'omits an absence whose days cannot be read, and says which one' {
        $null = Get-PersonioAbsencePeriod @june
        Add-Fault $sandbox @{ PathPattern = 'breakdowns$'; Times = 1; Status = 404 }

        $sum = Measure-PersonioAbsence @june -Category SICK* -UseBreakdown -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -Be "AbsencePeriodNotFound,$measure"
        $failed[0].TargetObject | Should -BeOfType 'Personio.Models.AbsencePeriod'
        $sum.Absences | Should -Be 1
    }

    It 'omits an absence and says which one, if Personio returns <what> for it' -ForEach @(
        @{ What = 'a day without a date'; Row = '{"effective_duration":{"value":1,"unit":"DAY"}}' }
        @{ What = 'a day without an amount'; Row = '{"date":"2026-06-08"}' }
        @{ What = 'a unit nobody knows'; Row = '{"date":"2026-06-08","effective_duration":{"value":30,"unit":"MINUTE"}}' }
    ) {
        $null = Get-PersonioAbsencePeriod @june
        $body = '{"_data":[{"date":"2026-06-09","effective_duration":{"value":1,"unit":"DAY"}},' + $row + ']}'
        Add-Fault $sandbox @{ PathPattern = 'breakdowns$'; Times = 1; Kind = 'RawBody'; Status = 200; ContentType = 'application/json'; Body = $body }

        $sum = Measure-PersonioAbsence @june -AbsenceType 'Sick day' -UseBreakdown -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -Be "UnexpectedResponse,$measure"
        "$($failed[0])" | Should -BeLike "Absence '$($failed[0].TargetObject.AbsencePeriodId)' is not in the sum: *"
        $sum.Days, $sum.Absences | Should -Be 0, 0
    }

    It 'warns of <count> that cannot be counted without a first day' -ForEach @(
        @{ Count = 1; Words = 'The sum lacks one absence that has no first day.' }
        @{ Count = 2; Words = 'The sum lacks 2 absences that have no first day.' }
    ) {
        $null = Get-PersonioAbsencePeriod @june
        $rows = 1..$count | ForEach-Object { '{"id":"a' + $_ + '","person":{"id":"' + $one + '"},"approval":{"status":"APPROVED"}}' }
        Add-Fault $sandbox @{ PathPattern = 'absence-periods$'; Times = 1; Kind = 'RawBody'; Status = 200; ContentType = 'application/json'; Body = '{"_data":[' + ($rows -join ',') + ']}' }

        $null = Measure-PersonioAbsence @june -WarningVariable warned -WarningAction SilentlyContinue

        $warned | Should -Be $words
    }

    It 'accepts persons, their ids and absences from the pipeline' {
        (Get-PersonioPerson $one | Measure-PersonioAbsence @june).Days | Should -Be 2.5
        ($one, $three | Measure-PersonioAbsence @june).Days | Should -Be 3.5
        $sandbox.ClearRequests()
        $sums = Get-PersonioAbsencePeriod -From 2026-05-01 -IncludePerson | Measure-PersonioAbsence Person @june
        $sums.PersonName | Should -Be 'Given Family 1', 'Given Family 2', 'Given Family 3'
        @($sandbox.Requests | Where-Object Path -Like '*absence-periods').Count | Should -BeLessOrEqual 2
    }

    It 'covers <days> if <given> is specified' -ForEach @(
        @{ Given = @{}; Days = { [datetime]::new($today.Year, 1, 1), $today } }
        @{ Given = @{ Month = '2026-06' }; Days = { [datetime]'2026-06-01', [datetime]'2026-06-30' } }
        @{ Given = @{ From = '2026-03-01' }; Days = { [datetime]'2026-03-01', $today } }
        @{ Given = @{ To = '2026-03-31' }; Days = { [datetime]'2026-01-01', [datetime]'2026-03-31' } }
        @{ Given = @{ From = '2199-03-01' }; Days = { [datetime]'2199-03-01', [datetime]'2199-12-31' } }
    ) {
        $today = (Get-Date).Date
        $sum = Measure-PersonioAbsence @given -PersonId $three

        $sum.From, $sum.To | Should -Be (& $days)
    }

    It 'refuses <wrong> before any request' -ForEach @(
        @{ Wrong = 'an unknown category'; With = @{ Category = 'SICK' }; Id = 'AbsenceCategoryNotFound'; Says = "*'SICK'*SICK_LEAVE*" }
        @{ Wrong = 'an unknown type'; With = @{ AbsenceType = 'Sick' }; Id = 'AbsenceTypeNotFound'; Says = "*'Sick'*Sick day*" }
        @{ Wrong = 'days that end before they begin'; With = @{ From = '2026-06-02'; To = '2026-06-01' }; Id = 'InvalidRequest'; Says = '*swap*' }
        @{ Wrong = 'holidays beside breakdowns'; With = @{ Holiday = '2026-06-04'; UseBreakdown = $true }; Id = 'InvalidRequest'; Says = '*-Holiday*-UseBreakdown*' }
        @{ Wrong = 'a month beside days'; With = @{ Month = '2026-06'; To = '2026-06-04' }; Id = 'InvalidRequest'; Says = '*-Month*' }
    ) {
        { Measure-PersonioAbsence @with } | Should -Throw -ErrorId "$id,$measure" -ExpectedMessage $says
        @(Get-Sent $sandbox) -notmatch 'absence-types' | Should -BeNullOrEmpty
    }

    It 'finds nothing and reports no error if type and category exclude each other' {
        (Measure-PersonioAbsence @june -AbsenceType Vacation -Category SICK_LEAVE).Absences | Should -Be 0
    }

    It 'returns no sums if absences cannot be read' {
        Connect-To $sandbox @{ MaxRetry = 0 }
        Add-Fault $sandbox @{ PathPattern = 'absence-periods$'; Times = -1; Status = 503 }

        { Measure-PersonioAbsence Person @june } | Should -Throw -ErrorId "ServiceUnavailable,$measure"
    }

    It 'fits 80 columns' {
        $lines = Measure-PersonioAbsence Person, Department, Type, Month @june | Format-Table | Out-String -Width 80

        $lines | Should -Match '(?m)^Person +OrgUnit +Type +Month +Days +Hours\r?$'
        $lines | Should -Match ('Given Family 1 .*Sick day +2026-06 +1{0}00 +0{0}00' -f (Get-Culture).NumberFormat.NumberDecimalSeparator)
    }

    # Last, because its person would be included in the sums of the others.
    It 'warns of overlapping absences, whose shared days count for each' {
        $both = Add-Person $sandbox
        $null = Add-Absence $sandbox $both "2026-05-25$day" FIRST_HALF "2026-06-02$day" FIRST_HALF -Status REJECTED
        $null = Add-Absence $sandbox $both "2026-05-28$day" FIRST_HALF "2026-06-02$day" FIRST_HALF
        $null = Add-Absence $sandbox $both "2026-06-02$day" SECOND_HALF "2026-06-12$day" SECOND_HALF 'Sick day'

        (Measure-PersonioAbsence @june -PersonId $both -WarningVariable warned).Days | Should -Be 10
        $warned | Should -BeNullOrEmpty
        $null = Add-Absence $sandbox $both "2026-06-11$day" FIRST_HALF $null $null
        (Measure-PersonioAbsence @june -PersonId $both -WarningVariable warned -WarningAction SilentlyContinue).Days | Should -Be 12
        $warned | Should -Be "Absences of one person overlap, and the shared days count for each of them: person $both, 2026-06-11 to 2026-06-12."
    }
}
