BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 120; AttendanceDays = 2 }
    Connect-To $sandbox
    $persons = Get-PersonioPerson | Group-Object PersonId -AsHashTable -AsString
    $ids = @($sandbox.Tenant.PersonIds)

    # Another user, in a separate session.
    Connect-To $sandbox @{ Name = 'Other' }
    $other = Get-PersonioSession -Name Other
}

AfterAll {
    Get-PersonioSession -Name * | Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'The rows of <cmdlet> with -IncludePerson' -ForEach @(
    @{ Cmdlet = 'Get-PersonioAbsencePeriod'; Call = { param($with) Get-PersonioAbsencePeriod -PersonId $ids @with } }
    @{ Cmdlet = 'Get-PersonioAttendancePeriod'; Call = { param($with) Get-PersonioAttendancePeriod -PersonId $ids @with } }
    @{ Cmdlet = 'Get-PersonioCompensation'; Call = { param($with) Get-PersonioCompensation -PersonId $ids @with } }
    @{ Cmdlet = 'Get-PersonioAbsenceBalance'; Call = { param($with) Get-PersonioAbsenceBalance $ids @with } }
    @{ Cmdlet = 'Get-PersonioEmployment'; Call = { param($with) Get-PersonioEmployment $ids @with } }
    @{ Cmdlet = 'Get-PersonioDocument'; Call = { param($with) Get-PersonioDocument $ids @with }; Person = 'OwnerId' }
    @{ Cmdlet = 'Get-PersonioProjectMember'; Call = { param($with) Get-PersonioProject | Get-PersonioProjectMember @with } }
    @{ Cmdlet = 'Get-PersonioAbsenceBreakdown'; Call = { param($with) $absences | Get-PersonioAbsenceBreakdown @with } }
) {
    BeforeAll {
        $property = $person ?? 'PersonId'
        Connect-To $sandbox
        $absences = Get-PersonioAbsencePeriod -First 150
        $plain = @(& $call @{})
    }

    BeforeEach {
        Connect-To $sandbox
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    It 'have name and address of each person, requested once and fifty at a time' {
        $with = @{ IncludePerson = $true }
        $found = @(& $call $with)
        $first = @(Get-Sent $sandbox) -eq 'GET /v2/persons'
        $sandbox.ClearRequests()
        $null = & $call $with

        $found.$property | Should -Be $plain.$property
        $found.PersonName -join '|' | Should -BeExactly (($found | ForEach-Object { $persons[$_.$property].DisplayName }) -join '|')
        $found.PersonEmail -join '|' | Should -BeExactly (($found | ForEach-Object { $persons[$_.$property].Email }) -join '|')
        $known = @($found.$property | Select-Object -Unique).Count
        $known | Should -BeGreaterThan 5
        # Rows are collected up to fifty: every fifty rows may contain new persons.
        $first.Count | Should -BeGreaterThan 0
        $first.Count | Should -BeLessOrEqual ([math]::Min($known, [math]::Ceiling($found.Count / 50)))
        @(Get-Sent $sandbox) -eq 'GET /v2/persons' | Should -BeNullOrEmpty
    }

    It 'have no names without it' {
        $plain.PersonName | Where-Object { $_ } | Should -BeNullOrEmpty
        $plain.PersonEmail | Where-Object { $_ } | Should -BeNullOrEmpty
    }

    It 'have empty names if persons may not be read, and one error that stops with -ErrorAction Stop' {
        # Employments need the same right as persons.
        if ($cmdlet -eq 'Get-PersonioEmployment') {
            Add-Fault $sandbox @{ PathPattern = '^/v2/persons$'; Status = 403; Times = -1 }
        }
        else {
            $sandbox.RevokeScope('personio:persons:read')
            Connect-To $sandbox @{ WarningAction = 'SilentlyContinue' }
        }

        try {
            $streams = & $call @{ IncludePerson = $true } 2>&1 3>&1
            { & $call @{ IncludePerson = $true; ErrorAction = 'Stop' } } | Should -Throw -ErrorId 'AccessDenied,*'
        }
        finally {
            $sandbox.GrantScope('personio:persons:read')
        }

        $failed = @($streams | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
        $found = @($streams | Where-Object { $_ -isnot [System.Management.Automation.ErrorRecord] })
        $failed | Should -HaveCount 1
        $failed[0].Exception.Message | Should -BeLike 'The names of persons cannot be read and are left empty.*'
        $failed[0].Exception.MissingScope | Should -Be 'personio:persons:read'
        $found.$property | Should -Be $plain.$property
        $found.PersonName | Where-Object { $_ } | Should -BeNullOrEmpty
    }

    It 'have the old name within ten minutes, and the new one with -Force' {
        $with = @{ IncludePerson = $true }
        $one = @(& $call $with)[0].$property
        $before = $persons[$one].PreferredName
        $script:round++
        Set-PersonioPerson $one -PreferredName "Renamed$script:round" -Session $other
        try {
            $kept = @(& $call $with) | Where-Object $property -EQ $one
            $fresh = @(& $call ($with + @{ Force = $true })) | Where-Object $property -EQ $one
            $after = @(& $call $with) | Where-Object $property -EQ $one
        }
        finally {
            Set-PersonioPerson $one -PreferredName $before -Session $other
        }

        $kept.PersonName | Select-Object -Unique | Should -BeExactly $persons[$one].DisplayName
        $fresh.PersonName | Select-Object -Unique | Should -BeLike "Renamed$script:round *"
        $after.PersonName | Select-Object -Unique | Should -BeLike "Renamed$script:round *"
    }
}

Describe 'Documents of applications' {
    It 'have no name of a person, and no request for it' {
        Connect-To $sandbox
        $row = '{"id":"77","name":"CV.pdf","owner":{"id":"' + $ids[0] + '"}}'
        Add-Fault $sandbox @{ PathPrefix = '/v2/document-management/documents'; Kind = 'RawBody'; Body = "{`"_data`":[$row],`"_meta`":{}}" }

        $found = [pscustomobject]@{ ApplicationId = $ids[0] } | Get-PersonioDocument -IncludePerson

        $found.DocumentId | Should -Be '77'
        $found.PersonName | Should -BeNullOrEmpty
        Get-Sent $sandbox | Should -Be 'GET /v2/document-management/documents'
    }
}

Describe 'A name that has changed in the meantime' {
    BeforeEach {
        Connect-To $sandbox
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    It 'is the old one on absences within ten minutes, and the new one with -Force' {
        $type = $sandbox.Tenant.FindAbsenceTypeId('Vacation')
        $absence = Get-PersonioAbsencePeriod -AbsenceType Vacation -First 1
        $row = "{`"id`":`"$type`",`"name`":`"Holiday`",`"unit`":`"DAY`"}"
        Add-Fault $sandbox @{ PathPrefix = '/v2/absence-types'; Kind = 'RawBody'; Times = -1; Body = "{`"_data`":[$row],`"_meta`":{}}" }

        (Get-PersonioAbsencePeriod -AbsencePeriodId $absence.AbsencePeriodId).AbsenceType | Should -Be 'Vacation'
        (Get-PersonioAbsencePeriod -AbsencePeriodId $absence.AbsencePeriodId -Force).AbsenceType | Should -Be 'Holiday'
        (Get-PersonioAbsencePeriod -AbsencePeriodId $absence.AbsencePeriodId).AbsenceType | Should -Be 'Holiday'
    }

    It 'is the old one with -IncludeEmployment within ten minutes, and the new one with -Force' {
        $found = Get-PersonioPerson $ids[0..5] -IncludeEmployment | Where-Object WorkplaceName
        $id = (Get-PersonioEmployment $found[0].PersonId -Current).WorkplaceId
        $row = "{`"id`":`"$id`",`"name`":`"Moved`"}"
        Add-Fault $sandbox @{ PathPrefix = '/v2/workplaces'; Kind = 'RawBody'; Times = -1; Body = "{`"_data`":[$row],`"_meta`":{}}" }

        (Get-PersonioPerson $found[0].PersonId -IncludeEmployment).WorkplaceName | Should -Be $found[0].WorkplaceName
        (Get-PersonioPerson $found[0].PersonId -IncludeEmployment -Force).WorkplaceName | Should -Be 'Moved'
        (Get-PersonioPerson $found[0].PersonId -IncludeEmployment).WorkplaceName | Should -Be 'Moved'
    }

    It 'is found by a cmdlet that receives it, without -Force' {
        $null = Get-PersonioAbsencePeriod -AbsenceType Vacation -First 1
        $row = "{`"id`":`"$($sandbox.Tenant.FindAbsenceTypeId('Vacation'))`",`"name`":`"Just made`",`"unit`":`"DAY`"}"
        Add-Fault $sandbox @{ PathPrefix = '/v2/absence-types'; Kind = 'RawBody'; Times = -1; Body = "{`"_data`":[$row],`"_meta`":{}}" }

        (Get-PersonioAbsencePeriod -AbsenceType 'Just made' -First 1).AbsenceType | Should -Be 'Just made'
    }

    It 'is requested once if it is wrong' {
        { Get-PersonioAbsencePeriod -AbsenceType Vacatoin -ErrorAction Stop } | Should -Throw "*'Vacation'*"

        Get-Sent $sandbox | Should -Be 'GET /v2/absence-types'
    }
}

Describe 'The lists that completion and cmdlets share' {
    It 'are read once for both: <list> first' -ForEach @(
        @{ List = 'the cmdlet'; Order = 0, 1 }
        @{ List = 'completion'; Order = 1, 0 }
    ) {
        Connect-To $sandbox
        $calls = @(
            { $null = Get-PersonioPerson $ids[0..9] -IncludeEmployment }
            {
                foreach ($parameter in 'WorkplaceId', 'LegalEntityId', 'DepartmentId', 'TeamId') {
                    $text = "Set-PersonioEmployment -$parameter "
                    (TabExpansion2 $text $text.Length).CompletionMatches | Where-Object ResultType -EQ ParameterValue |
                        Should -Not -BeNullOrEmpty
                }
            })

        & $calls[$order[0]]
        & $calls[$order[1]]

        $sent = @(Get-Sent $sandbox)
        @($sent -eq 'GET /v2/workplaces').Count | Should -Be 1
        @($sent -eq 'GET /v2/legal-entities').Count | Should -Be 1
        @($sent -eq 'GET /v2/org-units').Count | Should -Be 2
    }
}

Describe 'The names of persons that are already known' {
    BeforeEach {
        Get-PersonioSession -Name * | Disconnect-Personio
        Connect-To $sandbox
    }

    It 'are available without a request: <what>' -ForEach @(
        @{ What = 'persons were piped'; Call = { Get-PersonioPerson -First 20 | Get-PersonioAbsencePeriod } }
        @{ What = 'the session has seen the persons'; Call = { $null = Get-PersonioPerson; Get-PersonioAttendancePeriod -First 50 } }
        @{ What = 'a file says them'; Call = { $persons.Values | ForEach-Object { $_ } | Select-Object PersonId, DisplayName, Email -First 5 | ConvertTo-Csv | ConvertFrom-Csv | Get-PersonioEmployment } }
        @{ What = 'the absences that were piped have them'; Call = { Get-PersonioAbsencePeriod -First 3 -IncludePerson | Get-PersonioAbsenceBreakdown } }
        @{ What = 'owners of documents'; Call = { Get-PersonioPerson -First 20 | Get-PersonioDocument }; Person = 'OwnerId' }
    ) {
        $rows = @(. $call)

        $rows | Should -Not -BeNullOrEmpty
        $property = $person ?? 'PersonId'
        foreach ($row in $rows) {
            $one = $persons[$row.$property]
            $row.PersonName | Should -Be $one.DisplayName
            $row.PersonEmail | Should -Be $one.Email
        }
        @(Get-Query $sandbox /v2/persons | Where-Object id) | Should -HaveCount ($what -like 'the absences*' ? 1 : 0)
    }

    It 'are empty if the persons have not been seen, and no request is sent for them' {
        $rows = Get-PersonioAbsencePeriod -First 20

        $rows.PersonName | Where-Object { $_ } | Should -BeNullOrEmpty
        Get-Sent $sandbox | Where-Object { $_ -like '* /v2/persons*' } | Should -BeNullOrEmpty
    }
}
