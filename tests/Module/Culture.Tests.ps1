BeforeDiscovery {
    # Other decimal signs, other calendars (2569, 1447, 1405), other digits and other letters for am and pm.
    $cultures = 'en-US', 'de-DE', 'de-CH', 'tr-TR', 'th-TH', 'ar-SA', 'fa-IR' | ForEach-Object { @{ Culture = $_ } }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    . "$PSScriptRoot/Samples.ps1"

    $sandbox = Start-Sandbox @{ PersonCount = 15; Today = [DateOnly]::new(2026, 6, 1) }
    Connect-To $sandbox
    $report = $sandbox.Tenant.ReportIds[0]

    # Returns everything that is read as culture-independent text.
    function Get-Everything {
        $some = Get-Sample $sandbox
        $some.PersonioSession = $some.PersonioSession | Select-Object * -ExcludeProperty TokenExpiresAt, ServerTime
        $some.PingOneSession = $some.PingOneSession | Select-Object * -ExcludeProperty TokenExpiresAt, ConnectedAt
        $some.PlanRow = $some.PlanRow | Select-Object * -ExcludeProperty PlanId, PlannedAt, Check
        $some.ResultRow = $some.ResultRow | Select-Object * -ExcludeProperty PlanId, RunId, FinishedAt
        $some.LogEntry = $some.LogEntry | Select-Object * -ExcludeProperty PlanId, Time
        $some.ReportRow = @(Get-PersonioReportRow $report)
        $some.WithEmployment = @(Get-PersonioPerson -IncludeEmployment -ExpandCustomAttribute * -First 10)
        foreach ($name in $some.Keys | Sort-Object) {
            "$name`: " + ($some[$name] | ConvertTo-Json -Depth 4 -Compress -WarningAction SilentlyContinue)
        }
    }

    # Returns the requests of a call; windows of days are requested in any order.
    function Get-SentRequest {
        param([scriptblock] $Call)

        $sandbox.ClearRequests()
        $null = & $Call
        $sandbox.Requests | ForEach-Object { "$($_.Path) $($_.Query | ConvertTo-Json -Compress) $($_.Body)" } | Sort-Object
    }

    # Names that the session has read are filled in, so the first run reads them.
    $null = Get-Everything
    $invariant = Use-Culture '' { Get-Everything }
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'In the culture <culture>' -ForEach $cultures {
    It 'every object has the same values' {
        $here = Use-Culture $culture { Get-Everything }

        $here.Count | Should -Be $invariant.Count
        for ($i = 0; $i -lt $here.Count; $i++) {
            $here[$i] | Should -BeExactly $invariant[$i]
        }
    }

    It 'the same requests are sent: <call>' -ForEach @(
        @{ Call = { Get-PersonioAbsencePeriod -From 2026-05-01 -To '2026-05-31' } }
        @{ Call = { Get-PersonioAbsencePeriod -From ([datetime]::new(2026, 5, 1)) -UpdatedAfter '2026-01-31T08:30:00Z' } }
        @{ Call = { Get-PersonioAttendancePeriod -PersonId $sandbox.Tenant.PersonIds[0] -From 2026-05-01 -To 2026-05-31 -UpdatedBefore '2026-06-01 12:00' } }
        @{ Call = { Get-PersonioPerson -CreatedAfter 2020-02-29 -UpdatedBefore '2026-06-01T00:00:00+02:00' } }
        @{ Call = { New-PersonioCompensation $sandbox.Tenant.PersonIds[0] 'Shift allowance' 10.5 2026-07-01 -Currency EUR -Interval Monthly -Confirm:$false } }
        @{ Call = { Invoke-PersonioRequest /v2/persons -Query @{ 'updated_at.gte' = [datetime]::new(2026, 5, 1); n = 1.5 } -ErrorAction Ignore } }
    ) {
        # Lists that the session caches are requested once, by the first caller.
        $null = & $call
        $expected = Use-Culture '' { Get-SentRequest $call }

        Use-Culture $culture { Get-SentRequest $call } | Should -BeExactly $expected
    }

    It 'names and categories are found whatever the case of their letters' {
        Use-Culture $culture {
            (Get-PersonioAbsenceType -Name VACATION).Name | Should -Be Vacation
            (Get-PersonioAbsenceType -Name 'VAC*I*').Name | Should -Be Vacation
            Measure-PersonioAbsence -Category 'paid_vac*i*' -From 2026-01-01 -To 2026-06-01 | Should -Not -BeNullOrEmpty
            Measure-PersonioAbsence -Category paid_vacation -From 2026-01-01 -To 2026-06-01 | Should -Not -BeNullOrEmpty
        }
    }

    It 'a day in the local format is that day' {
        Use-Culture $culture {
            # Returns the first day from May 2026 on whose number cannot be a month.
            $calendar = [cultureinfo]::CurrentCulture.Calendar
            $day = 0..40 | ForEach-Object { [datetime]::new(2026, 5, 1).AddDays($_) } |
                Where-Object { $calendar.GetDayOfMonth($_) -gt 12 } | Select-Object -First 1

            Get-SentRequest { Get-PersonioAttendancePeriod -First 1 -From $day.ToString('d') -ErrorAction Stop } |
                Should -Match "attribution_date.gte`":`"$($day.ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture))"
        }
    }

    It 'a day with slashes and the year last is refused if day and month, in the local calendar, could be swapped' {
        Use-Culture $culture {
            $calendar = [cultureinfo]::CurrentCulture.Calendar
            $day = 0..60 | ForEach-Object { [datetime]::new(2026, 5, 1).AddDays($_) } |
                Where-Object { $calendar.GetDayOfMonth($_) -eq 2 } | Select-Object -First 1
            $text = $day.ToString('d')
            $sandbox.ClearRequests()

            if ($text.Contains('/') -and $text -notmatch '^\d{4}') {
                { Get-PersonioAttendancePeriod -First 1 -From $text } |
                    Should -Throw -ErrorId 'ParameterArgumentTransformationError*' -ExpectedMessage '*could be two days*'
                Get-Sent $sandbox | Should -BeNullOrEmpty
            }
            else {
                $null = Get-PersonioAttendancePeriod -First 1 -From $text -ErrorAction Stop
                Get-Sent $sandbox | Should -HaveCount 1
            }
        }
    }
}

Describe 'In Turkish' {
    It 'a name that begins with a dotted capital is found by a small letter' {
        $person = Add-Person $sandbox
        Set-PersonioPerson $person -FirstName 'İpek'

        $found = Use-Culture tr-TR { Get-PersonioPerson -FirstName 'ip*' }

        $found.PersonId | Should -Be $person
    }
}
