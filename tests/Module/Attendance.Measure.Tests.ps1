BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 30; AttendanceDays = 20; Today = [dateonly]::new(2026, 6, 15) }
    Connect-To $sandbox
    $all = Get-PersonioAttendancePeriod -IncludePerson
    $measure = 'Personio.Commands.MeasurePersonioAttendanceCommand'

    function Get-Period {
        # Creates a row like that of a CSV file: '1 WORK 08:00 12:00 project'.
        param([string] $Text)

        $part = $Text -split ' '
        [pscustomobject]@{
            PersonId = $part[0]; Type = $part[1]; Start = "2026-06-01T$($part[2])"; End = $part[3] ? "2026-06-01T$($part[3])" : ''
            ProjectId = "$($part[4])"
        }
    }
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'Measure-PersonioAttendance' {
    It 'subtracts only the part of a break that overlaps work of the same person' {
        $sum = '1 WORK 08:00 12:00', '1 BREAK 11:30 12:30', '2 BREAK 09:00 10:00', '1 WORK 12:00 16:00' |
            ForEach-Object { Get-Period $_ } | Measure-PersonioAttendance

        $sum | Should -BeOfType 'Personio.Models.AttendanceSummary'
        $sum | Should -HaveCount 1
        $sum.WorkHours, $sum.BreakHours, $sum.Hours | Should -Be 8, 1, 7
        $sum.Hours | Should -BeOfType decimal
        $sum.Periods, $sum.OpenPeriods | Should -Be 2, 0
        "$sum" | Should -Be (7).ToString('0.00', [cultureinfo]::InvariantCulture).Insert(4, ' h')
    }

    It 'excludes open periods, and counts them' {
        $sum = '1 WORK 08:00 12:00', '1 WORK 13:00' | ForEach-Object { Get-Period $_ } | Measure-PersonioAttendance Person

        $sum.PersonId, $sum.Hours, $sum.OpenPeriods | Should -Be '1', 4, 1
    }

    It 'writes the sums in the order of their groups, with those without a group last' {
        $rows = '2 WORK 08:00 09:00 b', '1 WORK 08:00 09:00', '2 WORK 09:00 10:00 a', '1 WORK 10:00 11:00 c' |
            ForEach-Object { Get-Period $_ }

        $sums = $rows | Measure-PersonioAttendance -By Person, Project

        ($sums | ForEach-Object { "$($_.PersonId)$($_.ProjectId)" }) -join ' ' | Should -Be '1c 1 2a 2b'
    }

    It 'sums up by <by>' -ForEach @(
        @{ By = 'Person'; Names = 'PersonId' }
        @{ By = 'Date'; Names = 'Date' }
        @{ By = 'Project'; Names = 'ProjectId' }
        @{ By = 'Month'; Names = 'Month' }
        @{ By = 'person', 'project'; Names = 'PersonId', 'ProjectId' }
        @{ By = 'Person', 'Date', 'Project', 'Month'; Names = 'PersonId', 'Date', 'ProjectId', 'Month' }
    ) {
        $work = $all | Where-Object { $_.Type -eq 'WORK' -and $_.End }
        $key = {
            ($_.PersonId * ('PersonId' -in $names)), ("$($_.ProjectId)" * ('ProjectId' -in $names)),
            ($_.AttributionDate.ToString('yyyy-MM-dd') * ('Date' -in $names)),
            ($_.AttributionDate.ToString('yyyy-MM') * ('Month' -in $names)) -join '|'
        }
        $groups = $work | Group-Object $key

        $sums = $all | Measure-PersonioAttendance -By $by | Where-Object Periods

        $sums.Count | Should -Be @($groups).Count
        ($sums | Measure-Object WorkHours -Sum).Sum | Should -Be ($work | Measure-Object Hours -Sum).Sum
        ($sums | Measure-Object Periods -Sum).Sum | Should -Be $work.Count
        foreach ($name in 'PersonId', 'Date', 'Month', 'Department', 'Team' | Where-Object { $_ -notin $names }) {
            $sums.$name | Where-Object { $_ } | Should -BeNullOrEmpty
        }
    }

    It 'counts hours for their AttributionDate, or for the day of the start without one' {
        $night = Get-Period '1 WORK 00:00 02:00'
        $night | Add-Member AttributionDate '2026-05-31'

        $sums = $night, (Get-Period '1 WORK 08:00 09:00') | Measure-PersonioAttendance Date, Month

        $sums.Date | Should -Be ([datetime]'2026-05-31'), ([datetime]'2026-06-01')
        $sums.Month | Should -Be '2026-05', '2026-06'
        $sums.Hours | Should -Be 2, 1
    }

    It 'has the same total regardless of the grouping' {
        $total = ($all | Measure-PersonioAttendance).Hours

        $total | Should -BeGreaterThan 1000
        foreach ($by in 'Person', 'Date', 'Project', 'Month') {
            ($all | Measure-PersonioAttendance $by | Measure-Object Hours -Sum).Sum | Should -Be $total
        }
    }

    It 'is the same for rows of a CSV file, under <culture>, in any order' -ForEach @(
        @{ Culture = 'de-DE' }
        @{ Culture = 'en-US' }
        @{ Culture = '' }
    ) {
        $rows = Use-Culture $culture {
            $all | Get-Random -Count $all.Count -SetSeed 5 | Export-Csv TestDrive:/all.csv
            Import-OwnCsv TestDrive:/all.csv AttributionDate, Start, End | Measure-PersonioAttendance Person, Month
        }

        $sums = $all | Measure-PersonioAttendance Person, Month
        foreach ($property in 'PersonName', 'Month', 'WorkHours', 'BreakHours', 'Hours', 'Periods', 'OpenPeriods') {
            ($rows | Sort-Object PersonId, Month).$property | Should -Be ($sums | Sort-Object PersonId, Month).$property
        }
    }

    It 'has the names of persons if the periods have them' {
        $sum = $all | Measure-PersonioAttendance Person | Select-Object -First 1

        $sum.PersonName | Should -Be ($all | Where-Object PersonId -EQ $sum.PersonId | Select-Object -First 1).PersonName
        ($all | Measure-PersonioAttendance Date).PersonName | Where-Object { $_ } | Should -BeNullOrEmpty
    }

    It 'requests nothing but names, and needs no session if no names are needed' {
        $sandbox.ClearRequests()
        $null = $all | Measure-PersonioAttendance Person, Month
        @($sandbox.Requests) | Should -HaveCount 0
        $all | Where-Object ProjectId | Select-Object -First 40 | Export-Csv TestDrive:/some.csv
        $rows = Import-OwnCsv TestDrive:/some.csv AttributionDate, Start, End

        Disconnect-Personio
        try {
            $sums = $rows | Measure-PersonioAttendance Person, Project -WarningAction SilentlyContinue
            $sums.Hours | Should -Not -BeNullOrEmpty
            $sums.ProjectName | Where-Object { $_ } | Should -BeNullOrEmpty
            $old = $all | Measure-PersonioAttendance Project -WarningAction SilentlyContinue
            $old.ProjectName | Where-Object { $_ } | Should -BeNullOrEmpty
            { $rows | Measure-PersonioAttendance Department } | Should -Throw -ErrorId "NotConnected,$measure"
        }
        finally {
            Connect-To $sandbox
        }
    }

    It 'has the names of projects, with one request for all of them' {
        Connect-To $sandbox

        $sums = $all | Measure-PersonioAttendance Project

        $names = @{}
        Get-PersonioProject | ForEach-Object { $names[$_.ProjectId] = $_.Name }
        $sums.Count | Should -BeGreaterThan 2
        foreach ($sum in $sums) {
            $sum.ProjectName | Should -Be ($sum.ProjectId ? $names[$sum.ProjectId] : $null)
        }

        @(Get-Sent $sandbox) | Should -Be 'GET /v2/projects', 'GET /v2/projects'
        ([pscustomobject]@{ PersonId = 1; Type = 'WORK'; Start = '2026-06-01T08:00'; End = '2026-06-01T09:00'; ProjectId = 1; ProjectName = 'Mine' } |
            Measure-PersonioAttendance Project).ProjectName | Should -Be Mine
    }

    It 'reports projects whose names cannot be read, and still sums up' {
        Connect-To $sandbox @{ MaxRetry = 0 }
        Add-Fault $sandbox @{ PathPattern = 'projects$'; Times = -1; Status = 403 }

        $sums = $all | Measure-PersonioAttendance Project -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -Be "AccessDenied,$measure"
        $sums.ProjectId | Where-Object { $_ } | Should -Not -BeNullOrEmpty
        $sums.ProjectName | Where-Object { $_ } | Should -BeNullOrEmpty
        $sandbox.ClearFaults()
    }

    It 'sums up by <by> of the current employments, requesting only those of persons who worked' -ForEach @(
        @{ By = 'Department'; List = 'department' }, @{ By = 'Team'; List = 'team' }
    ) {
        Connect-To $sandbox
        $some = $all | Where-Object PersonId -In ($all.PersonId | Sort-Object -Unique | Select-Object -First 6)

        $sums = $some | Measure-PersonioAttendance $by, Month

        $sent = Get-Sent $sandbox
        $persons = $some.PersonId | Sort-Object -Unique
        @($sent -match 'employments') | Sort-Object | Should -Be ($persons | ForEach-Object { "GET /v2/persons/$_/employments" })
        @($sent -notmatch 'employments') | Should -Be 'GET /v2/org-units'
        $units = @{}
        Get-PersonioEmployment $persons -Current | ForEach-Object { $units[$_.PersonId] = $_."${by}Id" }
        $expected = $some | Measure-PersonioAttendance Person, Month | Group-Object { "$($units[$_.PersonId])|$($_.Month)" }
        $sums.Count | Should -Be @($expected).Count
        foreach ($sum in $sums) {
            $group = $expected | Where-Object Name -EQ "$($sum."${by}Id")|$($sum.Month)"
            $sum.Hours | Should -Be ($group.Group | Measure-Object Hours -Sum).Sum
            $sum.PersonId | Should -BeNullOrEmpty
            [bool]$sum.$by | Should -Be ([bool]$sum."${by}Id")
        }
    }

    It 'writes one error for a row with <wrong>, and continues' -ForEach @(
        @{ Wrong = 'another type'; With = @{ Type = 'LUNCH' }; Says = "*'LUNCH' is neither*" }
        @{ Wrong = 'no type'; With = @{ Type = '' }; Says = '*no Type*' }
        @{ Wrong = 'no person'; With = @{ PersonId = '' }; Says = '*no PersonId*' }
        @{ Wrong = 'no start'; With = @{ Start = '' }; Says = '*no Start*' }
        @{ Wrong = 'an end before the start'; With = @{ End = '2026-06-01T07:00' }; Says = '*ends at 2026-06-01 07:00, before*08:00*' }
        @{ Wrong = 'a date of two meanings'; With = @{ Start = '01.02.26' }; Says = '*Start*01.02.26*2026-02-01*' }
    ) {
        $row = Get-Period '1 WORK 08:00 12:00'
        $with.GetEnumerator() | ForEach-Object { $row.($_.Key) = $_.Value }

        $sum = $row, (Get-Period '1 WORK 13:00 14:00') |
            Measure-PersonioAttendance -ErrorAction SilentlyContinue -ErrorVariable failed

        $sum.Hours | Should -Be 1
        $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$measure"
        $failed[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
        $failed[0].TargetObject | Should -Be $row
        $failed[0].Exception.Message | Should -BeLike $says
    }

    It 'does not treat a row without a column End as a running period' {
        $sum = Get-Period '1 WORK 08:00 12:00' | Select-Object * -ExcludeProperty End |
            Measure-PersonioAttendance -ErrorAction SilentlyContinue -ErrorVariable failed

        $sum.OpenPeriods | Should -Be 0
        $failed[0].Exception.Message | Should -BeLike '*no End*'
    }

    It 'refuses an unknown grouping' {
        { $all | Measure-PersonioAttendance -By Week } |
            Should -Throw -ErrorId "CannotConvertArgumentNoMessage,$measure" -ExpectedMessage '*Person, Date, Project, Month, Department, Team*'
    }

    It 'exports no type names of the runtime' {
        ($all | Measure-PersonioAttendance Person, Date | ConvertTo-Csv) -join '' | Should -Not -Match 'System\.'
    }
}
