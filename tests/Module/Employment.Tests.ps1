BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 120 }
    $ids = @($sandbox.Tenant.PersonIds)
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'Get-PersonioEmployment' {
    BeforeEach {
        Connect-To $sandbox
    }

    AfterEach {
        $sandbox.Options.Latency = [timespan]::Zero
        $sandbox.ClearFaults()
    }

    It 'returns the employments of all persons in the order of the persons' {
        $persons = Get-PersonioPerson

        $employments = $persons | Get-PersonioEmployment

        $employments.EmploymentId | Should -Be $sandbox.Tenant.EmploymentIds
        $employments.EmploymentId | Should -Be $persons.EmploymentIds
        $employments[0] | Should -BeOfType 'Personio.Models.Employment'
        Get-Sent $sandbox | Where-Object { $_ -like '*/employments' } | Should -HaveCount 120
    }

    It 'has several requests in flight, and at most sixteen' {
        $sandbox.Options.Latency = [timespan]::FromMilliseconds(60)

        $employments = $ids[0..59] | Get-PersonioEmployment

        $employments.PersonId | Select-Object -Unique | Should -Be $ids[0..59]
        $sandbox.MaxInFlight | Should -BeGreaterThan 1
        $sandbox.MaxInFlight | Should -BeLessOrEqual 16
    }

    It 'writes errors in order among the output' {
        $asked = $ids[0], '900001', $ids[2], '..', $ids[3], '900002'
        $sandbox.Options.Latency = [timespan]::FromMilliseconds(20)

        $output = $asked | Get-PersonioEmployment -Current 2>&1

        $output | ForEach-Object { $_ -is [System.Management.Automation.ErrorRecord] ? $_.TargetObject : $_.PersonId } |
            Should -Be $asked
        $output[1, 3, 5].FullyQualifiedErrorId | Should -Be @(
            'PersonNotFound,Personio.Commands.GetPersonioEmploymentCommand'
            'InvalidRequest,Personio.Commands.GetPersonioEmploymentCommand'
            'PersonNotFound,Personio.Commands.GetPersonioEmploymentCommand')
    }

    It 'keeps the order if an early response is late' {
        $fault = [Personio.Sandbox.SandboxFault]::new()
        $fault.PathPattern = "^/v2/persons/$($ids[0])/employments$"
        $fault.Status = 503
        $fault.Headers['Retry-After'] = '0'
        $sandbox.AddFault($fault)
        $sandbox.Options.Latency = [timespan]::FromMilliseconds(30)

        $employments = $ids[0..4] | Get-PersonioEmployment -Current

        $employments.PersonId | Should -Be $ids[0..4]
        Get-Sent $sandbox | Where-Object { $_ -eq "GET /v2/persons/$($ids[0])/employments" } | Should -HaveCount 2
    }

    It 'reports the missing person in the error, with the piped object as target' {
        $row = [pscustomobject]@{ PersonId = '900001'; Team = 'Any' }

        $row | Get-PersonioEmployment -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -Be 'PersonNotFound,Personio.Commands.GetPersonioEmploymentCommand'
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failed[0].TargetObject | Should -Be $row
        $failed[0].Exception.Message | Should -BeLike '*/v2/persons/900001/employments*404*'
    }

    It 'returns one employment for each person with -Current: the one that applies today' {
        $all = $ids | Get-PersonioEmployment | Group-Object PersonId
        $several = $all | Where-Object Count -GT 1
        $several | Should -Not -BeNullOrEmpty

        $current = $ids | Get-PersonioEmployment -Current

        $current.PersonId | Should -Be $ids
        foreach ($group in $several) {
            $newest = $group.Group | Sort-Object EmploymentStartDate -Descending | Select-Object -First 1
            ($current | Where-Object PersonId -EQ $group.Name).EmploymentId | Should -Be $newest.EmploymentId
        }
    }

    It 'prefers with -Current a running employment to a future one' {
        $body = '{{"_data":[{0}],"_meta":{{}}}}' -f (@(
                '{"id":"next","status":"ONBOARDING","employment_start_date":"2030-01-01"}'
                '{"id":"away","status":"LEAVE","employment_start_date":"2020-01-01"}'
                '{"id":"past","status":"INACTIVE","employment_start_date":"2010-01-01"}') -join ',')
        $fault = [Personio.Sandbox.SandboxFault]::new()
        $fault.Kind = 'RawBody'
        $fault.Body = $body
        $fault.PathPattern = '/employments$'
        $sandbox.AddFault($fault)

        $current = Get-PersonioEmployment $ids[0] -Current

        $current.EmploymentId | Should -Be 'away'
        $current.PersonId | Should -Be $ids[0]
    }

    It 'binds the id of a piped person as that of the person' {
        $person = Get-PersonioPerson -First 1
        $sandbox.ClearRequests()

        $null = $person | Get-PersonioEmployment

        Get-Sent $sandbox | Should -Be "GET /v2/persons/$($person.PersonId)/employments"
    }

    It 'does not treat the hidden Id of an object as the id of an employment' {
        (Get-Command Get-PersonioEmployment).Parameters['EmploymentId'].Aliases | Should -BeNullOrEmpty
        (Get-Command Get-PersonioEmployment).Parameters['PersonId'].Aliases | Should -Not -Contain Id
    }

    It 'reads an employment from its own output again' {
        $all = @($ids[1], $ids[5] | Get-PersonioEmployment)
        $sandbox.ClearRequests()

        $again = $all | Get-PersonioEmployment

        $again.EmploymentId | Should -Be $all.EmploymentId
        $paths = $all | ForEach-Object { "GET /v2/persons/$($_.PersonId)/employments/$($_.EmploymentId)" }
        Get-Sent $sandbox | Sort-Object | Should -Be ($paths | Sort-Object)
    }

    It 'reads the employments named in a CSV file again' {
        $ids[1] | Get-PersonioEmployment | Export-Csv TestDrive:/employments.csv

        $again = Import-Csv TestDrive:/employments.csv | Get-PersonioEmployment

        $again.EmploymentId | Should -Be ($ids[1] | Get-PersonioEmployment).EmploymentId
    }

    It 'gets employments by their ids' {
        $wanted = (Get-PersonioEmployment -PersonId $ids[1]).EmploymentId

        $found = Get-PersonioEmployment -PersonId $ids[1] -EmploymentId $wanted[2], 'none', $wanted[0] 2>&1

        $found[0, 2].EmploymentId | Should -Be $wanted[2, 0]
        $found[1].FullyQualifiedErrorId | Should -Be 'EmploymentNotFound,Personio.Commands.GetPersonioEmploymentCommand'
        $found[1].TargetObject | Should -Be 'none'
    }

    It 'refuses -EmploymentId for several persons' {
        Get-PersonioEmployment -PersonId $ids[0..1] -EmploymentId x -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be 'InvalidRequest,Personio.Commands.GetPersonioEmploymentCommand'
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'refuses -EmploymentId without a person, and repeats it' {
        Get-PersonioEmployment -EmploymentId x -ErrorAction SilentlyContinue -ErrorVariable failed
        Get-PersonioEmployment -PersonId $ids[0, 1] -EmploymentId x -ErrorAction SilentlyContinue -ErrorVariable +failed

        $failed.FullyQualifiedErrorId | Should -Be (@('InvalidRequest,Personio.Commands.GetPersonioEmploymentCommand') * 2)
        $failed[0].Exception.Message | Should -BeLike '*-EmploymentId requires the person*'
        $failed[1].TargetObject | Should -Be $ids[0, 1]
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'requires that persons are specified' {
        Get-PersonioEmployment -ErrorAction SilentlyContinue -ErrorVariable failed
        Get-PersonioEmployment -PersonId $null -ErrorAction SilentlyContinue -ErrorVariable +failed
        $null | Get-PersonioEmployment -ErrorAction SilentlyContinue -ErrorVariable +failed

        $failed.FullyQualifiedErrorId |
            Should -Be (@('InvalidRequest,Personio.Commands.GetPersonioEmploymentCommand') * 3)
        $failed[0].Exception.Message | Should -BeLike '*Get-PersonioPerson | Get-PersonioEmployment*'
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'sends -UpdatedAfter and -UpdatedBefore in UTC' {
        $null = Get-PersonioEmployment $ids[0] -UpdatedAfter 2026-03-10T08:00:00+02:00 -UpdatedBefore 2026-03-11T08:00:00Z

        $sent = Get-Query $sandbox "/v2/persons/$($ids[0])/employments"
        $sent['updated_at.gt'] | Should -Be '2026-03-10T06:00:00Z'
        $sent['updated_at.lt'] | Should -Be '2026-03-11T08:00:00Z'
    }

    It 'stops requesting when the first are enough' {
        $sandbox.Options.Latency = [timespan]::FromMilliseconds(20)

        $ids | Get-PersonioEmployment | Select-Object -First 1 | Should -HaveCount 1

        @(Get-Sent $sandbox).Count | Should -BeLessOrEqual 17
    }

    It 'has days as days and amounts as numbers' {
        $employment = Get-PersonioEmployment $ids[0]

        $employment.EmploymentStartDate | Should -BeOfType datetime
        $employment.EmploymentStartDate.TimeOfDay | Should -Be ([timespan]::Zero)
        $employment.EmploymentStartDate.Kind | Should -Be 'Unspecified'
        $employment.WeeklyWorkingHours | Should -BeOfType decimal
        $employment.CostCenters.ToString() | Should -Match '^\d+ \(60 %\); \d+ \(40 %\)$'
        $employment.CostCenters[0].Weight | Should -Be 60
        $employment.OrgUnits[0].OrgUnitId | Should -Be $employment.DepartmentId
    }
}
