BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 60; Today = [DateOnly]::new(2026, 6, 1); AttendanceDays = 10 }
    $csv = Join-Path $TestDrive 'absences.csv'
    Set-Content $csv @'
PersonId,AbsenceType,StartDate,EndDate
4100,Vacation,2027-03-01,2027-03-02
4101,Vacation,2027-03-01,2027-03-02
'@
    $lists = @(
        '/v2/absence-types', '/v1/company/employees/attributes', '/v2/org-units', '/v2/workplaces', '/v2/cost-centers', '/v2/legal-entities', '/v2/projects'
        '/v2/compensations/types', '/v1/company/document-categories'
    )

    function Get-ListRequestCount {
        # Returns how often each of the company's lists was requested, and names of persons by their IDs.
        $asked = [ordered]@{}
        foreach ($request in $sandbox.Requests) {
            $name = switch ($request.Path) {
                '/v2/org-units' { "$_ $($request.Query['type'])" }
                '/v2/persons' { $request.Query['id'] ? 'names of persons' : $null }
                default { $_ -in $lists ? $_ : $null }
            }
            if ($name) {
                $asked[$name]++
            }
        }

        $asked
    }
}

AfterAll {
    $sandbox.Dispose()
}

# The purpose of the cache: nothing in the session requests any of these twice.
Describe 'The lists of a session' {
    BeforeEach {
        Connect-To $sandbox
    }

    AfterEach {
        Disconnect-Personio
    }

    It 'are requested once: <name>' -ForEach @(
        @{
            Name = 'absences twice, and their sums'
            Once = '/v2/absence-types', 'names of persons'
            Do = {
                Get-PersonioAbsencePeriod -From 2026-05-01 -To 2026-06-30 -IncludePerson
                Get-PersonioAbsencePeriod -From 2026-05-01 -To 2026-06-30 -AbsenceType V*
                Get-PersonioAbsencePeriod -From 2026-05-01 -To 2026-06-30 -IncludePerson | Measure-PersonioAbsence
            }
        }
        @{
            Name = 'an import, seen before and carried out'
            Once = '/v2/absence-types', 'names of persons'
            Do = {
                Import-PersonioAbsence $csv -WhatIf
                Import-PersonioAbsence $csv -WhatIf
                Import-PersonioAbsence $csv -Confirm:$false
            }
        }
        @{
            Name = 'employees, an org chart and employments'
            Once = '/v2/org-units department', '/v2/org-units team', '/v2/workplaces', '/v2/cost-centers', '/v2/legal-entities'
            Do = {
                Get-PersonioEmployee -First 3
                Get-PersonioOrgChart -WarningAction SilentlyContinue
                Get-PersonioPerson -First 3 -IncludeEmployment
                Get-PersonioPerson -First 3 | Get-PersonioEmployment
                Get-PersonioEmployee -First 3
            }
        }
        @{
            Name = 'employees with attributes'
            Once = '/v1/company/employees/attributes', '/v2/org-units department', '/v2/org-units team', '/v2/workplaces', '/v2/cost-centers',
                '/v2/legal-entities'
            Do = {
                Get-PersonioEmployee -First 2 -Attribute *
                Get-PersonioEmployee -First 2 -Attribute *
            }
        }
        @{
            Name = 'a calendar twice, and whoever is away'
            Once = '/v2/absence-types', 'names of persons'
            Do = {
                Export-PersonioAbsenceCalendar "$TestDrive/june.html" -From 2026-06-01 -To 2026-06-30 -Force
                Export-PersonioAbsenceCalendar "$TestDrive/june.html" -From 2026-06-01 -To 2026-06-30 -Force
                Get-PersonioAbsencePeriod -From 2026-06-01 -To 2026-06-30 -IncludePerson
            }
        }
        @{
            Name = 'working time twice, and its sums by project'
            Once = 'names of persons', '/v2/projects'
            Do = {
                Find-PersonioWorkingTimeIssue -From 2026-05-25 -To 2026-05-31
                Find-PersonioWorkingTimeIssue -From 2026-05-25 -To 2026-05-31
                Get-PersonioAttendancePeriod -From 2026-05-25 -To 2026-05-31 | Measure-PersonioAttendance -By Project
                Get-PersonioAttendancePeriod -From 2026-05-25 -To 2026-05-31 | Measure-PersonioAttendance -By Project
            }
        }
        @{
            Name = 'a comparison twice'
            Once = '/v2/org-units department', '/v2/org-units team', '/v2/workplaces', '/v2/legal-entities'
            Do = {
                $accounts = [pscustomobject]@{
                    UserId = 'a1'; ExternalId = '4100'; UserName = 'ada'; Email = 'ada@example.org'; Enabled = $true
                    GivenName = 'Ada'; FamilyName = 'Lovelace'; title = 'Clerk'; type = 'Employee'
                }
                Compare-PersonioDirectory -Account $accounts -WarningAction SilentlyContinue
                Compare-PersonioDirectory -Account $accounts -WarningAction SilentlyContinue
            }
        }
        @{
            Name = 'the lists themselves, and what has their names'
            Once = '/v2/org-units department', '/v2/org-units team', '/v2/workplaces', '/v2/cost-centers', '/v2/legal-entities', '/v2/absence-types',
                '/v1/company/employees/attributes', '/v2/projects', '/v2/compensations/types'
            Do = {
                Get-PersonioOrgUnit
                Get-PersonioWorkplace
                Get-PersonioCostCenter
                Get-PersonioLegalEntity
                Get-PersonioAbsenceType
                Get-PersonioAttribute
                Get-PersonioProject
                Get-PersonioCompensationType
                Get-PersonioEmployee -First 3 -Attribute *
                Get-PersonioAbsencePeriod -From 2026-05-01 -To 2026-06-30
                Get-PersonioAttendancePeriod -From 2026-05-25 -To 2026-05-31 | Measure-PersonioAttendance -By Project
                New-PersonioCompensation -PersonId 4100 -Type 'Base salary' -Amount 1 -EffectiveFrom 2026-07-01 -WhatIf
            }
        }
    ) {
        $null = . $do

        $asked = Get-ListRequestCount
        ($asked.Keys | Sort-Object) | Should -Be ($once | Sort-Object)
        $asked.GetEnumerator() | Where-Object Value -GT 1 | Should -BeNullOrEmpty
    }

    It 'are requested once by concurrent callers' {
        $session = Get-PersonioSession
        $sandbox.Options.Latency = [timespan]::FromMilliseconds(50)
        try {
            $rows = 1..4 | ForEach-Object -Parallel {
                Import-Module $using:manifest
                Get-PersonioAbsencePeriod -From 2026-05-01 -To 2026-06-30 -IncludePerson -Session $using:session
                Get-PersonioEmployee -First 2 -Session $using:session
            } -ThrottleLimit 4
        }
        finally {
            $sandbox.Options.Latency = [timespan]::Zero
        }

        $rows | Where-Object PersonName | Should -Not -BeNullOrEmpty
        $asked = Get-ListRequestCount
        $asked['/v2/absence-types'] | Should -Be 1
        $asked.GetEnumerator() | Where-Object Value -GT 1 | Should -BeNullOrEmpty
    }

    It 'do not read names of persons again that have already been returned' {
        $null = Get-PersonioPerson
        $null = Get-PersonioAbsencePeriod -From 2026-05-01 -To 2026-06-30 -IncludePerson
        $null = Get-PersonioCompensation -IncludePerson -First 20
        $null = Import-PersonioAbsence $csv -WhatIf

        (Get-ListRequestCount).Keys | Should -Not -Contain 'names of persons'
    }

    It 'are updated with each list of them' {
        $null = Get-PersonioWorkplace
        $null = Get-PersonioWorkplace

        (Get-ListRequestCount)['/v2/workplaces'] | Should -Be 2
    }
}
