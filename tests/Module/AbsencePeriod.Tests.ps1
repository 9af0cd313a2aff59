BeforeDiscovery {
    . "$PSScriptRoot/Readings.ps1"
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
}

AfterAll {
    Disconnect-Personio
}

Describe 'Get-PersonioAbsencePeriod over days, if ends are <reading>' -ForEach $readings {
    BeforeAll {
        # Nobody else is absent, so only these absences can be found.
        $sandbox = Start-Sandbox @{ PersonCount = 0 }
        $names = @{}
        $absences = @(
            @{ Name = 'from the 1st to the 20th'; Is = '2026-03-01', 'FIRST_HALF', '2026-03-20', 'SECOND_HALF' }
            @{ Name = 'from February, open end'; Is = '2026-02-02', 'FIRST_HALF', $null, $null }
            @{ Name = 'open end from that day'; Is = '2026-03-10', 'SECOND_HALF', $null, $null }
            @{ Name = 'ends that evening'; Is = '2026-03-05', 'FIRST_HALF', '2026-03-10', 'SECOND_HALF' }
            @{ Name = 'ends that midday'; Is = '2026-03-05', 'SECOND_HALF', '2026-03-10', 'FIRST_HALF' }
            @{ Name = 'ends that midnight'; Is = '2026-03-05', $null, '2026-03-11', $null }
            @{ Name = 'ends that evening, start untold'; Is = '2026-03-05', $null, '2026-03-10', 'SECOND_HALF' }
            @{ Name = 'begins that morning'; Is = '2026-03-10', 'FIRST_HALF', '2026-03-12', 'SECOND_HALF' }
            @{ Name = 'begins that midday'; Is = '2026-03-10', 'SECOND_HALF', '2026-03-12', 'FIRST_HALF' }
            @{ Name = 'that morning'; Is = '2026-03-10', 'FIRST_HALF', '2026-03-10', 'FIRST_HALF' }
            @{ Name = 'that afternoon'; Is = '2026-03-10', 'SECOND_HALF', '2026-03-10', 'SECOND_HALF' }
            @{ Name = 'that whole day, end untold'; Is = '2026-03-10', $null, '2026-03-11', $null }
            @{ Name = 'an hour of that day'; Is = '2026-03-10T09:30:00', $null, '2026-03-10T10:30:00', $null; Type = 'Überstundenausgleich' }
            @{ Name = 'NOT ended the evening before'; Is = '2026-03-02', 'FIRST_HALF', '2026-03-09', 'SECOND_HALF' }
            @{ Name = 'NOT ended the midday before'; Is = '2026-03-02', 'SECOND_HALF', '2026-03-09', 'FIRST_HALF' }
            @{ Name = 'NOT ended the midnight before'; Is = '2026-03-02', $null, '2026-03-10', $null }
            @{ Name = 'NOT an hour of the day before'; Is = '2026-03-09T09:30:00', $null, '2026-03-09T23:30:00', $null; Type = 'Überstundenausgleich' }
            @{ Name = 'NOT begins the morning after'; Is = '2026-03-11', 'FIRST_HALF', '2026-03-12', 'SECOND_HALF' }
            @{ Name = 'NOT begins the midday after'; Is = '2026-03-11', 'SECOND_HALF', $null, $null }
            @{ Name = 'NOT begins the midnight after'; Is = '2026-03-11', $null, '2026-03-12', $null }
            @{ Name = 'NOT an hour of the day after'; Is = '2026-03-11T00:30:00', $null, '2026-03-11T01:30:00', $null; Type = 'Überstundenausgleich' }
            @{ Name = 'NOT a year before'; Is = '2025-03-10', 'FIRST_HALF', '2025-03-10', 'SECOND_HALF' }
        )
        foreach ($absence in $absences) {
            $start, $startType, $end, $endType = $absence.Is
            $start = $start.Contains('T') ? $start : "${start}T00:00:00"
            $end = $end -and -not $end.Contains('T') ? "${end}T00:00:00" : $end
            $type = $absence.Type ?? 'Vacation'
            $id = Add-Absence $sandbox (Add-Person $sandbox) $start $startType $end $endType -Type $type
            $names[$id] = $absence.Name
        }

        function Get-Found {
            # Returns the names of the absences found, in a fixed order.
            param([hashtable] $With)

            Get-PersonioAbsencePeriod @With | ForEach-Object { $names[$_.AbsencePeriodId] } | Sort-Object
        }

        function Get-Day {
            # Returns a short form of start and end of the absence with this name.
            param([string] $Name)

            $absence = Get-PersonioAbsencePeriod | Where-Object { $names[$_.AbsencePeriodId] -eq $Name }
            $format = { $null -eq $_ ? 'open' : $_.ToString($_.TimeOfDay.Ticks ? 'yyyy-MM-dd HH:mm' : 'yyyy-MM-dd') }
            ($absence.StartDate, $absence.EndDate | ForEach-Object $format) -join ' to '
        }
    }

    AfterAll {
        $sandbox.Dispose()
    }

    BeforeEach {
        Connect-To $sandbox
    }

    It 'finds everyone absent on a day, however the absence is written, and nobody else: filters that are <kind>' -ForEach @(
        @{ Kind = 'a window'; IsPlain = $false; Requests = 1 }
        @{ Kind = 'comparisons of their own field'; IsPlain = $true; Requests = 2 }
    ) {
        $sandbox.Options.PlainDateFilters = $isPlain
        try {
            $found = Get-Found @{ From = '2026-03-10'; To = '2026-03-10' }
            $lists = @(Get-Sent $sandbox) -eq 'GET /v2/absence-periods'
            $some = Get-Found @{ From = '2026-03-10'; To = '2026-03-10'; PersonId = $sandbox.Tenant.PersonIds }
        }
        finally {
            $sandbox.Options.PlainDateFilters = $false
        }

        $found | Should -Be ($names.Values -notlike 'NOT*' | Sort-Object)
        $some | Should -Be $found
        $lists | Should -HaveCount $requests
    }

    It 'reads a year with little more requests than it has pages, and verifies once that open ends are listed: filters that are <kind>' -ForEach @(
        @{ Kind = 'a window'; IsPlain = $false; Full = 0 }
        @{ Kind = 'comparisons of their own field'; IsPlain = $true; Full = 1 }
    ) {
        $company = Start-Sandbox @{ PersonCount = 120; Today = [DateOnly]::new(2026, 8, 1); PlainDateFilters = $isPlain }
        $person = Add-Person $company
        $open = '2025-11-03', '2026-07-06' | ForEach-Object { Add-Absence $company $person "${_}T00:00:00" FIRST_HALF }
        try {
            Connect-To $company
            $found = Get-PersonioAbsencePeriod -From 2026-01-01 -To 2026-12-31
            $sent = @(Get-Query $company /v2/absence-periods)
        }
        finally {
            $company.Dispose()
        }

        $open | Should -BeIn $found.AbsencePeriodId
        $found.AbsencePeriodId | Sort-Object -Unique | Should -HaveCount $found.Count
        # All up to the end of the first window, not up to the end of the year.
        $whole = @($sent | Where-Object { $_.Keys.Count -eq 2 -and $_['starts_from.date_time.lte'] })
        $whole.Count -gt 0 | Should -Be ($full -gt 0)
        $whole | ForEach-Object { $_['starts_from.date_time.lte'] | Should -BeLessThan '2026-06' }
        @($sent | Where-Object { $_['person.id'] }).Count | Should -BeLessOrEqual 1
        $sent.Count | Should -BeLessOrEqual ([Math]::Ceiling($found.Count / 100) + 7 + 4 * $full)
    }

    It 'stops searching for open ends once they have been listed' {
        $null = Get-PersonioAbsencePeriod -From 2026-03-10 -To 2026-03-10
        $sandbox.ClearRequests()

        $null = Get-PersonioAbsencePeriod -From 2026-12-24 -To 2026-12-24 -AbsenceType 'Sick day'

        @(Get-Sent $sandbox) -eq 'GET /v2/absence-periods' | Should -HaveCount 1
    }

    It 'searches for open ends once in a session if a company has none, and afterwards only if later days are requested' {
        $company = Start-Sandbox @{ PersonCount = 20; Hostile = $false; Today = [DateOnly]::new(2026, 8, 1) }
        try {
            Connect-To $company
            $null = Get-PersonioAbsencePeriod -From 2026-06-01 -To 2026-06-01
            $first = @(Get-Query $company /v2/absence-periods)
            $company.ClearRequests()
            $null = Get-PersonioAbsencePeriod -From 2026-05-01 -To 2026-05-01
            $null = Get-PersonioAbsencePeriod -From 2026-06-01 -To 2026-06-01
            $second = @(Get-Query $company /v2/absence-periods)
            $company.ClearRequests()
            $null = Get-PersonioAbsencePeriod -From 2026-07-01 -To 2026-07-01
            $third = @(Get-Query $company /v2/absence-periods)
            $company.ClearRequests()
            $absence = New-PersonioAbsencePeriod -PersonId 4100 -AbsenceType Vacation -StartDate 2027-03-01 -EndDate 2027-03-02
            $null = Get-PersonioAbsencePeriod -From 2026-06-01 -To 2026-06-01
            $fourth = @(Get-Query $company /v2/absence-periods | Where-Object { $_.Count })
        }
        finally {
            $company.Dispose()
        }

        $first.Count | Should -BeGreaterThan 1
        $second | Should -HaveCount 2
        $third | Should -HaveCount 2
        $third[1]['starts_from.date_time.gte'] | Should -Be '2026-06-01T00:00:00Z'
        $absence | Should -Not -BeNullOrEmpty
        $fourth.Count | Should -BeGreaterThan 1
    }

    It 'requests only the open ends that are wanted, and none if there are enough rows' {
        $sandbox.Options.PlainDateFilters = $true
        try {
            $null = Get-PersonioAbsencePeriod -From 2026-03-10 -To 2026-03-10 -First 1
            @(Get-Query $sandbox /v2/absence-periods) | Should -HaveCount 1

            $null = Get-PersonioAbsencePeriod -From 2026-03-10 -To 2026-03-10 -AbsenceType Vacation -UpdatedAfter 2020-01-01
        }
        finally {
            $sandbox.Options.PlainDateFilters = $false
        }

        $sent = @(Get-Query $sandbox /v2/absence-periods)[2]
        $sent.Keys | Sort-Object | Should -Be 'absence_type.id', 'limit', 'starts_from.date_time.lte', 'updated_at.gte'
    }

    It 'requests one day more on both sides, because the time zone of the service may differ' {
        $null = Get-PersonioAbsencePeriod -From 2026-03-10 -To 2026-03-10

        $sent = Get-Query $sandbox /v2/absence-periods
        $sent['ends_at.date_time.gte'] | Should -Be '2026-03-09T00:00:00Z'
        $sent['starts_from.date_time.lte'] | Should -Be '2026-03-11T12:00:00Z'
        $sent.Keys | Should -HaveCount 3
    }

    It 'ignores a time of day' {
        $moments = @{
            From = [datetime]::new(2026, 3, 10, 23, 59, 0)
            To   = [datetime]::new(2026, 3, 10, 0, 30, 0)
        }

        Get-Found $moments | Should -Be (Get-Found @{ From = '2026-03-10'; To = '2026-03-10' })
    }

    It 'finds with -From alone everyone who is absent then or later' {
        Get-Found @{ From = '2026-03-10' } |
            Should -Be ($names.Values | Where-Object { $_ -notlike '*before' } | Sort-Object)
        (Get-Query $sandbox /v2/absence-periods).Keys | Should -Not -Contain 'starts_from.date_time.lte'
    }

    It 'finds with -To alone everyone who is absent then or earlier' {
        Get-Found @{ To = '2026-03-10' } |
            Should -Be ($names.Values | Where-Object { $_ -notlike '*after' } | Sort-Object)
        (Get-Query $sandbox /v2/absence-periods).Keys | Should -Not -Contain 'ends_at.date_time.gte'
    }

    It 'finds an open end years later' {
        Get-Found @{ From = '2030-01-01'; To = '2030-12-31' } | Should -Be @(
            'from February, open end', 'NOT begins the midday after', 'open end from that day' | Sort-Object)
    }

    It 'refuses -From after -To before any request' {
        { Get-PersonioAbsencePeriod -From 2026-03-11 -To 2026-03-10 } |
            Should -Throw -ErrorId 'InvalidRequest,Personio.Commands.GetPersonioAbsencePeriodCommand' -ExpectedMessage '*2026-03-11*2026-03-10*'
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'has inclusive days: <name> is <days>' -ForEach @(
        @{ Name = 'from the 1st to the 20th'; Days = '2026-03-01 to 2026-03-20' }
        @{ Name = 'from February, open end'; Days = '2026-02-02 to open' }
        @{ Name = 'ends that midday'; Days = '2026-03-05 to 2026-03-10' }
        @{ Name = 'ends that midnight'; Days = '2026-03-05 to 2026-03-10' }
        @{ Name = 'ends that evening, start untold'; Days = '2026-03-05 to 2026-03-10' }
        @{ Name = 'that whole day, end untold'; Days = '2026-03-10 to 2026-03-10' }
        @{ Name = 'that morning'; Days = '2026-03-10 to 2026-03-10' }
        @{ Name = 'an hour of that day'; Days = '2026-03-10 09:30 to 2026-03-10 10:30' }
    ) {
        Get-Day $name | Should -Be $days
    }

    It 'has halves in the words of the parameters, and times as Personio sent them' {
        $all = Get-PersonioAbsencePeriod
        $typed = $all | Where-Object { $names[$_.AbsencePeriodId] -eq 'begins that midday' }
        $untyped = $all | Where-Object { $names[$_.AbsencePeriodId] -eq 'ends that midnight' }

        $typed.StartHalf, $typed.EndHalf | Should -Be 'Second', 'First'
        $untyped.StartHalf, $untyped.EndHalf | Should -Be $null, $null
        $untyped.EndsAt | Should -Be ([datetime]'2026-03-11')
        $untyped.EndDate.Kind | Should -Be 'Unspecified'
        $typed.TimeZoneId | Should -Be 'Europe/Berlin'
    }
}

Describe 'Get-PersonioAbsencePeriod with filters, if ends are <reading>' -ForEach $readings {
    BeforeAll {
        $sandbox = Start-Sandbox @{ PersonCount = 120 }
        Connect-To $sandbox
        $all = Get-PersonioAbsencePeriod
    }

    AfterAll {
        $sandbox.Dispose()
    }

    BeforeEach {
        Connect-To $sandbox
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    It 'returns every absence once, with the name of its type' {
        $all.AbsencePeriodId | Should -Be $sandbox.Tenant.AbsencePeriodIds
        $all[0] | Should -BeOfType 'Personio.Models.AbsencePeriod'
        $types = Get-PersonioAbsenceType
        foreach ($absence in $all) {
            $absence.AbsenceType | Should -BeExactly ($types | Where-Object AbsenceTypeId -EQ $absence.AbsenceTypeId).Name
        }
    }

    It 'requests the types once, and one page for each hundred absences' {
        $null = Get-PersonioAbsencePeriod
        $null = Get-PersonioAbsencePeriod -First 1

        $pages = [math]::Ceiling($all.Count / 100)
        Get-Sent $sandbox | Where-Object { $_ -eq 'GET /v2/absence-periods' } | Should -HaveCount ($pages + 1)
        Get-Sent $sandbox | Where-Object { $_ -eq 'GET /v2/absence-types' } | Should -HaveCount 1
    }

    It 'filters -Status locally, in any case' {
        $found = Get-PersonioAbsencePeriod -Status approved, Pending

        $found.AbsencePeriodId | Should -Be ($all | Where-Object Status -In 'APPROVED', 'PENDING').AbsencePeriodId
        $found.Status | Sort-Object -Unique | Should -Be 'APPROVED', 'PENDING'
        (Get-Query $sandbox /v2/absence-periods)[0].Keys | Should -Be 'limit'
    }

    It 'filters -AbsenceType <wanted> in the service' -ForEach @(
        @{ Wanted = 'Vacation'; Names = 'Vacation' }
        @{ Wanted = 'SICK DAY'; Names = 'Sick day' }
        @{ Wanted = '*leave'; Names = 'Unpaid leave', 'Parental leave' }
        @{ Wanted = 'Sick day*', 'sick day'; Names = 'Sick day', 'Sick days' }
        @{ Wanted = 'Doctor, "short"'; Names = 'Doctor, "short"' }
    ) {
        $ids = $names | ForEach-Object { $sandbox.Tenant.FindAbsenceTypeId($_) }

        $found = Get-PersonioAbsencePeriod -AbsenceType $wanted

        $found.AbsencePeriodId | Should -Be ($all | Where-Object AbsenceType -In $names).AbsencePeriodId
        $found | Should -Not -BeNullOrEmpty
        @(Get-Query $sandbox /v2/absence-periods)[0]['absence_type.id'] | Should -Be ($ids -join ',')
    }

    It 'filters -AbsenceType by id, in any case' {
        $id = $sandbox.Tenant.FindAbsenceTypeId('Sick day')

        $found = Get-PersonioAbsencePeriod -AbsenceType $id.ToUpper()

        $found.AbsencePeriodId | Should -Be ($all | Where-Object AbsenceTypeId -EQ $id).AbsencePeriodId
    }

    It 'filters -AbsenceType by id if the types may not be read' {
        $id = $sandbox.Tenant.FindAbsenceTypeId('Sick day')
        $sandbox.AddFault([Personio.Sandbox.SandboxFault]@{ PathPrefix = '/v2/absence-types'; Kind = 'Status'; Status = 403; Times = -1 })

        $found = Get-PersonioAbsencePeriod -AbsenceType $id -ErrorVariable failed -ErrorAction SilentlyContinue

        # The rows are returned; their missing names are one error.
        $failed.FullyQualifiedErrorId | Should -Be 'AccessDenied,Personio.Commands.GetPersonioAbsencePeriodCommand'
        $found.AbsencePeriodId | Should -Be ($all | Where-Object AbsenceTypeId -EQ $id).AbsencePeriodId
    }

    It 'accepts statuses in the words of the parameters and of Personio: <wanted>' -ForEach @(
        @{ Wanted = 'DeletionPending'; State = 'DELETION_PENDING' }
        @{ Wanted = 'deletion_pending'; State = 'DELETION_PENDING' }
        @{ Wanted = 'SubstituteRequested'; State = 'SUBSTITUTE_REQUESTED' }
    ) {
        $found = Get-PersonioAbsencePeriod -Status $wanted -WarningVariable warned

        $found | Should -Not -BeNullOrEmpty
        $found.AbsencePeriodId | Should -Be ($all | Where-Object Status -EQ $state).AbsencePeriodId
        $warned | Should -BeNullOrEmpty
    }

    It 'refuses an unknown -AbsenceType and lists similar ones' {
        { Get-PersonioAbsencePeriod -AbsenceType 'Sik day' } | Should -Throw `
            -ErrorId 'AbsenceTypeNotFound,Personio.Commands.GetPersonioAbsencePeriodCommand' `
            -ExpectedMessage "*'Sick day' ($($sandbox.Tenant.FindAbsenceTypeId('Sick day')))*"
        Get-Sent $sandbox | Should -Be 'GET /v2/absence-types'
    }

    It 'returns nothing for a pattern that matches no type' {
        Get-PersonioAbsencePeriod -AbsenceType 'Nothing*' -ErrorVariable failed | Should -BeNullOrEmpty

        $failed | Should -BeNullOrEmpty
        Get-Sent $sandbox | Should -Be 'GET /v2/absence-types'
    }

    It 'refuses an empty -<parameter> instead of returning everything' -ForEach @(
        @{ Parameter = 'AbsenceType' }
        @{ Parameter = 'Status' }
    ) {
        $filter = @{ $parameter = $null }

        { Get-PersonioAbsencePeriod @filter } |
            Should -Throw -ErrorId 'ParameterArgumentValidationError,Personio.Commands.GetPersonioAbsencePeriodCommand'
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'sends -UpdatedAfter and -UpdatedBefore in UTC' {
        $null = Get-PersonioAbsencePeriod -UpdatedAfter 2026-03-10T08:00:00+02:00 -UpdatedBefore 2026-03-11T08:00:00.5Z

        $sent = Get-Query $sandbox /v2/absence-periods
        $sent['updated_at.gte'] | Should -Be '2026-03-10T06:00:00Z'
        $sent['updated_at.lte'] | Should -Be '2026-03-11T08:00:01Z'
    }

    It 'accepts the latest possible moment for -UpdatedBefore' {
        $null = Get-PersonioAbsencePeriod -UpdatedBefore ([datetime]::SpecifyKind([datetime]::MaxValue, 'Utc')) -First 1

        (Get-Query $sandbox /v2/absence-periods)['updated_at.lte'] | Should -Be '9999-12-31T23:59:59Z'
    }

    It 'returns at most -First absences, also of those filtered locally' {
        Get-PersonioAbsencePeriod -First 3 | Should -HaveCount 3
        @(Get-Query $sandbox /v2/absence-periods)[0]['limit'] | Should -Be '3'

        $found = Get-PersonioAbsencePeriod -Status Pending -First 3

        $found.AbsencePeriodId | Should -Be ($all | Where-Object Status -EQ PENDING | Select-Object -First 3).AbsencePeriodId
    }

    It 'has hours for types that are counted in hours' {
        $hourly = $all | Where-Object AbsenceType -In 'Überstundenausgleich', 'Doctor, "short"'

        $hourly | Should -Not -BeNullOrEmpty
        $hourly.StartDate.TimeOfDay | ForEach-Object ToString | Sort-Object -Unique | Should -Be '09:30:00'
        $hourly.EndDate.TimeOfDay.Minutes | Sort-Object -Unique | Should -Be 15
    }

    It 'says that types may not be read instead of finding nothing for a wildcard' {
        $sandbox.AddFault([Personio.Sandbox.SandboxFault]@{ PathPrefix = '/v2/absence-types'; Kind = 'Status'; Status = 403 })
        Connect-To $sandbox

        try {
            { Get-PersonioAbsencePeriod -AbsenceType 'Vac*' } | Should -Throw -ErrorId 'AccessDenied,*'
        }
        finally {
            $sandbox.ClearFaults()
        }
    }

    It 'has no type names if they cannot be read, after one error' {
        $fault = [Personio.Sandbox.SandboxFault]::new()
        $fault.PathPrefix = '/v2/absence-types'
        $fault.Status = 403
        $fault.Times = -1
        $sandbox.AddFault($fault)

        $found = Get-PersonioAbsencePeriod -First 2 -ErrorAction SilentlyContinue -ErrorVariable failed

        $found.AbsencePeriodId | Should -Be $all[0..1].AbsencePeriodId
        $found.AbsenceType | Should -Be $null, $null
        $failed | Should -HaveCount 1
        "$failed" | Should -BeLike 'The names of absence types cannot be read and are left empty.*'
        $failed[0].Exception.MissingScope | Should -Be 'personio:absences:read'
    }
}

Describe 'Get-PersonioAbsencePeriod by id, if ends are <reading>' -ForEach $readings {
    BeforeAll {
        $sandbox = Start-Sandbox @{ PersonCount = 60 }
        $ids = @($sandbox.Tenant.AbsencePeriodIds)
    }

    AfterAll {
        $sandbox.Dispose()
    }

    BeforeEach {
        Connect-To $sandbox
    }

    It 'gets 120 ids with 3 requests, in the requested order, with one error for each unknown id' {
        $wanted = @($ids[119..60]) + 'none' + @($ids[0..58])

        $output = Get-PersonioAbsencePeriod -AbsencePeriodId $wanted 2>&1

        $output | ForEach-Object { $_.AbsencePeriodId ?? $_.TargetObject } | Should -Be $wanted
        $output[60].FullyQualifiedErrorId | Should -Be 'AbsencePeriodNotFound,Personio.Commands.GetPersonioAbsencePeriodCommand'
        Get-Sent $sandbox | Where-Object { $_ -eq 'GET /v2/absence-periods' } | Should -HaveCount 3
    }

    It 'returns an id that is requested in two spellings twice' {
        $found = Get-PersonioAbsencePeriod -AbsencePeriodId $ids[0], $ids[0].ToUpper()

        $found.AbsencePeriodId | Should -Be $ids[0], $ids[0]
        (Get-Query $sandbox /v2/absence-periods)['id'] | Should -Be $ids[0]
    }

    It 'accepts <kind>' -ForEach @(
        @{ Kind = 'ids as text'; Make = { $_ } }
        @{ Kind = 'ids as GUIDs'; Make = { [guid]$_ } }
        @{ Kind = 'objects with an AbsencePeriodId'; Make = { [pscustomobject]@{ AbsencePeriodId = $_ } } }
        @{ Kind = 'objects with an Id'; Make = { [pscustomobject]@{ Id = $_ } } }
    ) {
        $found = $ids[3, 1] | ForEach-Object $make | Get-PersonioAbsencePeriod

        $found.AbsencePeriodId | Should -Be $ids[3, 1]
    }

    It 'reads a piped absence again by its own id, and not by its person' {
        $piped = Get-PersonioAbsencePeriod -First 3
        $sandbox.ClearRequests()

        $found = $piped | Get-PersonioAbsencePeriod

        $found.AbsencePeriodId | Should -Be $piped.AbsencePeriodId
        $found.AbsenceType | Should -Be $piped.AbsenceType
        $sent = Get-Query $sandbox /v2/absence-periods
        $sent['id'] | Should -Be ($piped.AbsencePeriodId -join ',')
        $sent.Keys | Should -Not -Contain 'person.id'
    }

    It 'reads the absences named in a CSV file again' {
        Get-PersonioAbsencePeriod -First 3 | Export-Csv TestDrive:/absences.csv

        $found = Import-Csv TestDrive:/absences.csv | Get-PersonioAbsencePeriod

        $found.AbsencePeriodId | Should -Be $ids[0..2]
    }

    It 'refuses <bad> before any request, and gets the others' -ForEach @(
        @{ Bad = '' }
        @{ Bad = 'a,b' }
        @{ Bad = '../persons' }
    ) {
        $found = Get-PersonioAbsencePeriod -AbsencePeriodId $bad, $ids[0] -ErrorAction SilentlyContinue -ErrorVariable failed

        $found.AbsencePeriodId | Should -Be $ids[0]
        $failed.FullyQualifiedErrorId | Should -Be 'InvalidRequest,Personio.Commands.GetPersonioAbsencePeriodCommand'
        $failed[0].TargetObject | Should -BeExactly $bad
        (Get-Query $sandbox /v2/absence-periods)['id'] | Should -Be $ids[0]
    }
}

Describe 'Get-PersonioAbsencePeriod of persons, if ends are <reading>' -ForEach $readings {
    BeforeAll {
        $sandbox = Start-Sandbox @{ PersonCount = 700 }
        $persons = @($sandbox.Tenant.PersonIds)
        [array]::Reverse($persons)
        Connect-To $sandbox
        $byPerson = Get-PersonioAbsencePeriod | Group-Object PersonId -AsHashTable -AsString
    }

    AfterAll {
        $sandbox.Dispose()
    }

    BeforeEach {
        Connect-To $sandbox
    }

    AfterEach {
        $sandbox.Options.Latency = [timespan]::Zero
    }

    It 'lists those of 700 piped persons with one request for every fifty, in the order of the persons' {
        $sandbox.Options.Latency = [timespan]::FromMilliseconds(20)

        $found = $persons | ForEach-Object { [pscustomobject]@{ PersonId = $_ } } | Get-PersonioAbsencePeriod

        $wanted = $persons | ForEach-Object { $byPerson[$_] }
        $found.AbsencePeriodId | Should -Be $wanted.AbsencePeriodId
        $batches = $sandbox.Requests | Where-Object { $_.Query.ContainsKey('person.id') }
        $batches | Should -HaveCount 14
        $batches | ForEach-Object { $_.Query['person.id'].Split(',').Count } | Should -Be (@(50) * 14)
        $sandbox.MaxInFlight | Should -BeGreaterThan 1
    }

    It 'reads a year in parallel windows, completely and ordered by first day' {
        $sandbox.Options.Latency = [timespan]::FromMilliseconds(20)
        $to = $sandbox.Tenant.Today.ToDateTime([timeonly]::MinValue)
        $from = $to.AddDays(-365)
        $wanted = $byPerson.Values | ForEach-Object { $_ } | Where-Object { $_.Overlaps($from, $to) }

        $found = Get-PersonioAbsencePeriod -From $from -To $to

        $found.AbsencePeriodId | Sort-Object | Should -Be ($wanted.AbsencePeriodId | Sort-Object)
        $days = $found.StartDate.Date
        $days | Should -Be ($days | Sort-Object)
        $sandbox.MaxInFlight | Should -BeIn (2..5)
    }

    It 'lists those of piped persons over some days' {
        $today = $sandbox.Tenant.Today.ToDateTime([timeonly]::MinValue)
        $wanted = $persons | ForEach-Object { $byPerson[$_] } | Where-Object { $_ -and $_.Overlaps($today, $today) }
        $wanted | Should -Not -BeNullOrEmpty

        $found = $persons | ForEach-Object { [pscustomobject]@{ PersonId = $_ } } |
            Get-PersonioAbsencePeriod -From $today -To $today

        $found.AbsencePeriodId | Should -Be $wanted.AbsencePeriodId
    }

    It 'lists those of persons given by -PersonId, once each' {
        $found = Get-PersonioAbsencePeriod -PersonId $persons[1], $persons[0], $persons[1]

        $found.AbsencePeriodId | Should -Be ($byPerson[$persons[1]] + $byPerson[$persons[0]]).AbsencePeriodId
    }

    It 'lists those of the persons that Get-PersonioPerson finds' {
        $found = Get-PersonioPerson -First 3 | Get-PersonioAbsencePeriod

        $found.PersonId | Select-Object -Unique | Should -Be $persons[-1..-3]
    }

    It 'uses an employment as its person' {
        $found = Get-PersonioEmployment $persons[0] -Current | Get-PersonioAbsencePeriod

        $found.AbsencePeriodId | Should -Be $byPerson[$persons[0]].AbsencePeriodId
    }

    It 'stops at -First over all persons' {
        $found = Get-PersonioAbsencePeriod -PersonId $persons[0..119] -First 4

        $found.AbsencePeriodId |
            Should -Be ($persons | ForEach-Object { $byPerson[$_] } | Select-Object -First 4).AbsencePeriodId
    }

    It 'returns nothing for a person without absences' {
        Get-PersonioAbsencePeriod -PersonId (Add-Person $sandbox) -ErrorVariable failed | Should -BeNullOrEmpty

        $failed | Should -BeNullOrEmpty
    }

    It 'writes one error for <kind>, and lists nothing' -ForEach @(
        @{ Kind = 'nothing that is piped'; Call = { $null | Get-PersonioAbsencePeriod @with } }
        @{ Kind = 'a -PersonId that is not set'; Call = { Get-PersonioAbsencePeriod -PersonId $null @with } }
        @{ Kind = 'an object without ids'; Call = { [pscustomobject]@{ Name = 'x' } | Get-PersonioAbsencePeriod @with } }
        @{ Kind = 'an empty -PersonId'; Call = { Get-PersonioAbsencePeriod -PersonId '' @with } }
        @{ Kind = 'a -PersonId with a comma'; Call = { Get-PersonioAbsencePeriod -PersonId '1,2' @with } }
    ) {
        $with = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failed' }

        $found = . $call

        $found | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Should -Be 'InvalidRequest,Personio.Commands.GetPersonioAbsencePeriodCommand'
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'reports the row of an invalid person, and lists the others' {
        $rows = @(
            [pscustomobject]@{ PersonId = $persons[0] }
            [pscustomobject]@{ PersonId = '' }
            [pscustomobject]@{ PersonId = '1,2' }
            [pscustomobject]@{ PersonId = $persons[1] }
        )

        $found = $rows | Get-PersonioAbsencePeriod -ErrorAction SilentlyContinue -ErrorVariable failed

        $found.PersonId | Select-Object -Unique | Should -Be $persons[0..1]
        $failed.FullyQualifiedErrorId |
            Should -Be (@('InvalidRequest,Personio.Commands.GetPersonioAbsencePeriodCommand') * 2)
        $failed.TargetObject | Should -Be $rows[1..2]
    }
}

Describe 'Get-PersonioAbsencePeriod -IncludePerson, if ends are <reading>' -ForEach $readings {
    BeforeAll {
        $sandbox = Start-Sandbox @{ PersonCount = 120 }
        Connect-To $sandbox
        $persons = Get-PersonioPerson | Group-Object PersonId -AsHashTable -AsString
    }

    AfterAll {
        $sandbox.Dispose()
    }

    BeforeEach {
        Connect-To $sandbox
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    It 'has name and email address of each person' {
        $found = Get-PersonioAbsencePeriod -IncludePerson

        $found.AbsencePeriodId | Should -Be $sandbox.Tenant.AbsencePeriodIds
        foreach ($absence in $found) {
            $absence.PersonName | Should -BeExactly $persons[$absence.PersonId].DisplayName
            $absence.PersonEmail | Should -BeExactly $persons[$absence.PersonId].Email
        }
    }

    It 'returns the absences without names, after one error, if persons return <kind> <status>' -ForEach @(
        @{ Kind = 'Status'; Status = 401 }
        @{ Kind = 'HtmlError'; Status = 418 }
    ) {
        $fault = [Personio.Sandbox.SandboxFault]::new()
        $fault.PathPrefix = '/v2/persons'
        $fault.Kind = $kind
        $fault.Status = $status
        $fault.Times = -1
        $sandbox.AddFault($fault)

        $found = Get-PersonioAbsencePeriod -IncludePerson -ErrorAction SilentlyContinue -ErrorVariable failed

        $found.AbsencePeriodId | Should -Be $sandbox.Tenant.AbsencePeriodIds
        $found.PersonName | Where-Object { $_ } | Should -BeNullOrEmpty
        $failed | Should -HaveCount 1
        "$failed" | Should -BeLike 'The names of persons cannot be read and are left empty.*'
    }
}
