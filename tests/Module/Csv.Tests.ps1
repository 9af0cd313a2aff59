BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 60; AttendanceDays = 5 }
    Connect-To $sandbox
    $rows = @{
        Person           = Get-PersonioPerson
        Employment       = Get-PersonioPerson | Get-PersonioEmployment
        AbsenceType      = Get-PersonioAbsenceType
        AbsencePeriod    = Get-PersonioAbsencePeriod -IncludePerson
        AbsenceBreakdown = Get-PersonioAbsencePeriod -First 40 | Get-PersonioAbsenceBreakdown
        AttendancePeriod = Get-PersonioAttendancePeriod -IncludePerson -First 250
    }
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'A CSV file of <type> objects' -ForEach @(
    @{ Type = 'Person'; FirstColumn = 'PersonId'; Odd = 'ä|ö|ü', ',', '"', "`n" }
    @{ Type = 'Employment'; FirstColumn = 'EmploymentId'; Odd = 'ä', ',', '"', "`n" }
    @{ Type = 'AbsenceType'; FirstColumn = 'AbsenceTypeId'; Odd = 'Ü', ',', '"' }
    @{ Type = 'AbsencePeriod'; FirstColumn = 'AbsencePeriodId'; Odd = 'ä', ',', '"', "`n" }
    @{ Type = 'AbsenceBreakdown'; FirstColumn = 'AbsencePeriodId'; Odd = 'Ü', ',', '"' }
    @{ Type = 'AttendancePeriod'; FirstColumn = 'AttendancePeriodId'; Odd = 'ü', ',', '"' }
) {
    BeforeAll {
        $objects = $rows[$type]
        $objects | Export-Csv TestDrive:/rows.csv
        $cells = Import-Csv TestDrive:/rows.csv
        $columns = $cells[0].PSObject.Properties.Name
    }

    It 'has a row for each object and a column for each property, the identity first' {
        $cells | Should -HaveCount $objects.Count
        $columns | Should -Be $objects[0].PSObject.Properties.Name
        $columns[0] | Should -Be $firstColumn
    }

    It 'has no type names' {
        Get-Content TestDrive:/rows.csv -Raw | Should -Not -Match 'System\.|Personio\.Models|JsonElement'
    }

    It 'returns every cell unchanged' {
        foreach ($column in $columns) {
            $wanted = foreach ($object in $objects) { $null -eq $object.$column ? '' : $object.$column.ToString() }
            $cells.$column -join '|' | Should -BeExactly ($wanted -join '|') -Because $column
        }
    }

    It 'preserves difficult values: <odd>' {
        $all = ($cells | ForEach-Object { $_.PSObject.Properties.Value }) -join '|'
        foreach ($letter in $odd) {
            $all | Should -MatchExactly $letter -Because $type
        }
    }

    It 'has no column Id' {
        $columns | Should -Not -Contain 'Id'
        ($objects[0] | Select-Object *).PSObject.Properties.Name | Should -Not -Contain 'Id'
        $objects[0] | ConvertTo-Json -Depth 6 | ConvertFrom-Json -AsHashtable | ForEach-Object Keys | Should -Not -Contain 'Id'
    }

    It 'has no column <_>, which is an alias' -ForEach @(
        'AdditionalProperties'
        if ($type -eq 'Person') { 'ProfilePictureUrl' }
        if ($type -eq 'AbsencePeriod') { 'StartsFrom', 'EndsAt' }
    ) {
        $columns | Should -Not -Contain $_
        ($objects[0] | Select-Object *).PSObject.Properties.Name | Should -Not -Contain $_
        $objects[0] | ConvertTo-Json -Depth 6 | ConvertFrom-Json -AsHashtable | ForEach-Object Keys | Should -Not -Contain $_
        ($objects[0] | Format-List | Out-String) | Should -Not -Match $_
        ($objects | Select-Object $_).$_.Where({ $null -ne $_ }) | Should -Not -BeNullOrEmpty
        ($objects | ForEach-Object $_).Where({ $null -ne $_ }) | Should -Not -BeNullOrEmpty
    }

    It 'has no internals in JSON, and nothing is truncated' {
        $json = $objects | ConvertTo-Json -Depth 6 -WarningVariable warned

        $json | Should -Not -Match 'ValueKind|System\.|Personio\.Models'
        $warned | Should -BeNullOrEmpty
        ($json | ConvertFrom-Json) | Should -HaveCount $objects.Count
    }
}

Describe 'The days and wall-clock times of objects' {
    It 'have no time zone: <property> of a <type>' -ForEach @(
        @{ Type = 'Employment'; Property = 'EmploymentStartDate' }
        @{ Type = 'Employment'; Property = 'TerminationDate' }
        @{ Type = 'AbsencePeriod'; Property = 'StartDate' }
        @{ Type = 'AbsencePeriod'; Property = 'EndDate' }
        @{ Type = 'AbsencePeriod'; Property = 'EndsAt' }
        @{ Type = 'AbsenceBreakdown'; Property = 'Date' }
        @{ Type = 'AttendancePeriod'; Property = 'Start' }
        @{ Type = 'AttendancePeriod'; Property = 'CreatedAt' }
    ) {
        ($rows[$type].$property -ne $null).Kind | Select-Object -Unique | Should -Be 'Unspecified'
    }
}

Describe 'The Id of objects' {
    It 'is the <identity> of a <type>' -ForEach @(
        @{ Type = 'Person'; Identity = 'PersonId' }
        @{ Type = 'Employment'; Identity = 'EmploymentId' }
        @{ Type = 'AbsenceType'; Identity = 'AbsenceTypeId' }
        @{ Type = 'AbsencePeriod'; Identity = 'AbsencePeriodId' }
        @{ Type = 'AttendancePeriod'; Identity = 'AttendancePeriodId' }
    ) {
        $object = $rows[$type][1]

        $object.$identity | Should -Not -BeNullOrEmpty
        $object.Id | Should -Be $object.$identity
        ($object | Select-Object Id).Id | Should -Be $object.$identity
    }
}

Describe 'The cells of a CSV file' {
    It 'show lists and maps as readable text' {
        $person = $rows.Person[0] | ConvertTo-Csv | ConvertFrom-Csv
        $employment = $rows.Employment | Where-Object { $_.CostCenters.Count -eq 2 } | Select-Object -First 1 | ConvertTo-Csv | ConvertFrom-Csv

        $person.CustomAttributes | Should -Match '^Shirt size=(S|M|L|XL); Locker=\d+; Languages=.*; Allowance, monthly=\d+\.25; '
        $person.CustomAttributes | Should -Match 'Medical check=\d{4}-\d\d-\d\d;'
        $person.EmploymentIds | Should -Be $rows.Person[0].EmploymentIds[0]
        $employment.CostCenters | Should -Match '^\d+ \(60 %\); \d+ \(40 %\)$'
        $employment.OrgUnits | Should -Match '^department \d+'
    }

    It 'have the same text in every culture' {
        $here = $rows.Person[0].CustomAttributes.ToString()

        Use-Culture de-DE { $rows.Person[0].CustomAttributes.ToString() } | Should -BeExactly $here
    }
}

Describe 'A CSV file with semicolons that is imported again, under <culture>' -ForEach @(
    @{ Culture = 'de-DE' }
    @{ Culture = 'en-US' }
) {
    BeforeAll {
        # Returns the rows of a file written from objects.
        function Get-Row {
            param($Object)

            $Object | Export-Csv TestDrive:/own.csv -Delimiter ';'
            foreach ($row in Import-Csv TestDrive:/own.csv -Delimiter ';') {
                # Dates with slashes are converted as the error for ambiguous dates advises.
                foreach ($cell in $row.PSObject.Properties | Where-Object { $_.Value -match '^\d{1,2}/\d{1,2}/\d{4}' }) {
                    $cell.Value = [datetime]::Parse($cell.Value)
                }

                $row
            }
        }
    }

    BeforeEach {
        $sandbox.ClearRequests()
    }

    It 'finds every <type> again, and creates none' -ForEach @(
        @{ Type = 'AbsencePeriod'; New = { $input | New-PersonioAbsencePeriod -SkipExisting -Summary -ErrorAction Stop } }
        @{ Type = 'AttendancePeriod'; New = { $input | New-PersonioAttendancePeriod -SkipExisting -Summary -ErrorAction Stop } }
    ) {
        $own = $rows[$type] | Where-Object Status -NE REJECTED

        $sum = Use-Culture $culture { Get-Row $own | & $new }

        "$sum" | Should -Be "0 created, $(@($own).Count) skipped, 0 failed"
        Get-Sent $sandbox POST | Should -BeNullOrEmpty
    }

    It 'creates absences and attendance of another person' {
        $other = Add-Person $sandbox
        $absences = $rows.AbsencePeriod | Where-Object PersonId -EQ $rows.AbsencePeriod[0].PersonId
        $periods = $rows.AttendancePeriod | Where-Object PersonId -EQ $rows.AttendancePeriod[0].PersonId

        $made = Use-Culture $culture { Get-Row $absences | New-PersonioAbsencePeriod -PersonId $other -ErrorAction Stop }
        $worked = Use-Culture $culture { Get-Row $periods | New-PersonioAttendancePeriod -PersonId $other -ErrorAction Stop }

        $made.StartDate | Should -Be $absences.StartDate
        $made.EndDate | Should -Be $absences.EndDate
        $made.StartHalf | Should -Be $absences.StartHalf
        $made.EndHalf | Should -Be $absences.EndHalf
        $made.Comment | Should -Be $absences.Comment
        $made.AbsenceType | Should -Be $absences.AbsenceType
        $worked.Type | Should -Be $periods.Type
        $worked.Start | Should -Be $periods.Start
        $worked.End | Should -Be $periods.End
        $worked.ProjectId | Should -Be $periods.ProjectId
        $worked.Comment | Should -Be $periods.Comment
    }

    It 'creates persons, except for their addresses, which stay with their owners' {
        $own = $rows.Person | Select-Object -First 10
        $file = Use-Culture $culture { Get-Row $own }
        $file | Where-Object Email | ForEach-Object { $_.Email = "$culture.$($_.Email)" }

        $made = Use-Culture $culture { $file | New-PersonioPerson -ErrorAction Stop }

        foreach ($property in 'FirstName', 'LastName', 'PreferredName', 'LanguageCode') {
            $made.$property | Should -Be $own.$property -Because $property
        }
    }

    It 'changes nothing of persons and employments' {
        $own = $rows.Person | Select-Object -First 10
        $employments = $rows.Employment | Where-Object { $_.PersonId -in $own.PersonId }

        $persons = Use-Culture $culture { Get-Row $own | Set-PersonioPerson -PassThru -ErrorAction Stop }
        $changed = Use-Culture $culture { Get-Row $employments | Set-PersonioEmployment -PassThru -ErrorAction Stop }

        @(Get-Sent $sandbox PATCH) | Should -HaveCount ($own.Count + @($employments).Count)
        # Values that are not sent do not change.
        $sent = $sandbox.Requests | Where-Object Method -EQ PATCH
        $ofPersons = $sent | Where-Object Path -NotLike '*/employments/*' | ForEach-Object { ($_.Body | ConvertFrom-Json).PSObject.Properties.Name }
        $ofJobs = $sent | Where-Object Path -Like '*/employments/*' | ForEach-Object { ($_.Body | ConvertFrom-Json).PSObject.Properties.Name }
        'first_name', 'last_name', 'preferred_name', 'email', 'gender' | Should -BeIn $ofPersons
        'position', 'employment_start_date', 'weekly_working_hours', 'supervisor', 'org_units', 'office', 'legal_entity' |
            Should -BeIn $ofJobs
        foreach ($property in 'FirstName', 'LastName', 'PreferredName', 'Email', 'Gender', 'LanguageCode') {
            $persons.$property | Should -Be $own.$property -Because $property
        }
        foreach ($property in 'Status', 'Type', 'EmploymentStartDate', 'ContractEndDate', 'Position', 'WeeklyWorkingHours', 'SupervisorId') {
            $changed.$property | Should -Be $employments.$property -Because $property
        }
    }
}
