BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Recipes.ps1"
    Push-Location
}

AfterAll {
    Pop-Location
}

Describe 'Recipes that report' {
    BeforeEach {
        # Three persons who have worked for a year and have done nothing yet. Today is Monday, 1 June 2026.
        $sandbox = Start-Company @{ PersonCount = 0 }
        $one, $two, $three = Add-Person $sandbox 3
        Connect-To $sandbox
        Enter-Folder
    }

    AfterEach {
        Disconnect-Personio
        $sandbox.Dispose()
    }

    Describe 'Show-WhoIsOut.ps1' {
        It 'finds everyone who is out today, for any length of time, and nobody else' {
            $null = Add-Absence $sandbox $two 2026-05-04T00:00:00 FIRST_HALF $null $null 'Parental leave'
            $null = Add-Absence $sandbox $one 2026-06-01T00:00:00 SECOND_HALF 2026-06-01T00:00:00 SECOND_HALF
            $null = Add-Absence $sandbox $three 2026-05-25T00:00:00 FIRST_HALF 2026-05-31T00:00:00 SECOND_HALF
            $null = Add-Absence $sandbox $three 2026-06-01T00:00:00 FIRST_HALF 2026-06-02T00:00:00 SECOND_HALF -Status PENDING

            $out = & "$recipes/Show-WhoIsOut.ps1"

            $out.PersonId | Should -Be $one, $two
            $out.PersonName | Should -Be 'Given Family 1', 'Given Family 2'
            $out.StartHalf | Should -Be 'Second', 'First'
            $out[1].EndDate | Should -BeNullOrEmpty
            Use-Culture en-US { ($out | Out-String -Width 80) -replace ' +', ' ' } | Should -Match 'PersonName AbsenceType StartDate EndDate\s[-\s]+Given Family 1 Vacation 2026-06-01 2026-06-01\s'
            (& "$recipes/Show-WhoIsOut.ps1" -AbsenceType 'Par*').PersonId | Should -Be $two
            (& "$recipes/Show-WhoIsOut.ps1" 2026-05-31).PersonId | Should -Be $two, $three
        }
    }

    Describe 'Export-AttendanceMonth.ps1' {
        BeforeEach {
            $project = Get-PersonioProject -First 1
            function Add-Period {
                param([string] $Type, [string] $Start, [string] $End, [string] $Status = 'CONFIRMED', [string] $ProjectId = [NullString]::Value)

                $null = $sandbox.Tenant.AddAttendancePeriod($one, $Type, $Start, $End, $Status, $ProjectId ? $ProjectId : [NullString]::Value)
            }

            Add-Period WORK 2026-05-04T08:00:00 2026-05-04T16:00:00 CONFIRMED $project.ProjectId
            Add-Period BREAK 2026-05-04T12:00:00 2026-05-04T12:30:00 CONFIRMED $project.ProjectId
            Add-Period WORK 2026-05-05T08:00:00 2026-05-05T16:00:00 PENDING
            Add-Period WORK 2026-06-01T08:00:00 2026-06-01T16:00:00 CONFIRMED
        }

        It 'writes the confirmed hours of last month in the format of the culture' {
            $file = Use-Culture de-DE { & "$recipes/Export-AttendanceMonth.ps1" zeiten.csv -Delimiter ';' }

            $rows = @(Import-Csv zeiten.csv -Delimiter ';')
            $file.FullName | Should -Be (Join-Path $PWD zeiten.csv)
            $rows | Should -HaveCount 1
            $rows[0].PersonName | Should -Be 'Given Family 1'
            $rows[0].ProjectName | Should -Be $project.Name
            $rows[0].Hours | Should -Be '7,5'
            Get-ChildItem -Force | Should -HaveCount 1
        }

        It 'passes a workbook to a script block, and keeps the old file if something fails' {
            'old' | Set-Content month.xlsx
            $break = { param($Path) 'half' > $Path; throw 'Disk full.' }
            { & "$recipes/Export-AttendanceMonth.ps1" month.xlsx -WriteWorkbook $break } | Should -Throw 'Disk full.'
            Get-Content month.xlsx | Should -Be 'old'

            $write = { param($Path) @($input).Hours > $Path }
            $null = & "$recipes/Export-AttendanceMonth.ps1" month.xlsx -Month 2026-06-30 -WriteWorkbook $write
            Get-Content month.xlsx | Should -Be '8'
            Get-ChildItem -Force | Should -HaveCount 1
        }
    }

    Describe 'Get-LeaveReport.ps1' {
        It 'adds up taken and planned absences, for everybody' {
            $null = Add-Absence $sandbox $one 2026-05-28T00:00:00 FIRST_HALF 2026-06-02T00:00:00 FIRST_HALF
            $null = Add-Absence $sandbox $two 2026-05-28T00:00:00 FIRST_HALF 2026-05-28T00:00:00 SECOND_HALF -Status PENDING
            $balance = Get-ApiResponse "/v1/company/employees/$one/absences/balance" |
                Where-Object name -EQ Vacation

            $report = & "$recipes/Get-LeaveReport.ps1" -AbsenceType Vacation

            # Thursday, Friday and Monday; Tuesday until noon is in the future.
            $report.PersonId | Should -Be $one, $two, $three
            $report.Used | Should -Be 3, 0, 0
            $report.Planned | Should -Be 0.5, 0, 0
            $report[0].Unit | Should -Be DAY
            $report[0].Balance | Should -Be $balance.balance
        }

        It 'requests only the balances with -NoUsage' {
            $report = & "$recipes/Get-LeaveReport.ps1" -NoUsage

            Get-Sent $sandbox | Where-Object { $_ -like '*absence-periods*' } | Should -BeNullOrEmpty
            $report.PersonId | Select-Object -Unique | Should -Be $one, $two, $three
            $report[0].Used | Should -BeNullOrEmpty
        }
    }

    Describe 'Get-UpcomingDate.ps1' {
        It 'finds birthdays without their year, anniversaries and ends of probation' {
            Set-PersonioPerson $two -CustomAttribute @{ 'Medical check' = [datetime]'1990-06-04' }

            $found = & "$recipes/Get-UpcomingDate.ps1" -BirthdayAttribute 'Medical check'

            # Everyone started a year ago.
            $found.Kind | Should -Be Anniversary, Anniversary, Anniversary, Birthday
            $found[0].Years | Should -Be 1
            $found[3].PersonId | Should -Be $two
            $found[3].Date | Should -Be ([datetime]'2026-06-04')
            $found[3].Years | Should -BeNullOrEmpty
            Use-Culture en-US { $found | Out-String -Width 80 } | Should -Match '2026-06-04 Birthday +Given Family'
            (& "$recipes/Get-UpcomingDate.ps1" -Days 2 -BirthdayAttribute 'Medical check').Kind | Should -Not -Contain Birthday
        }

        It 'shows birthdays on 29 February on the 28th, and looks into the next year' {
            Set-PersonioPerson $two -CustomAttribute @{ 'Medical check' = [datetime]'2000-02-29' }

            $found = & "$recipes/Get-UpcomingDate.ps1" -Days 300 -BirthdayAttribute 'Medical check' | Where-Object Kind -EQ Birthday

            $found.Date | Should -Be ([datetime]'2027-02-28')
        }

        It 'lists the ends of probation of the employments' {
            $company = Start-Company @{ PersonCount = 40 }
            Connect-To $company
            $ends = Get-ApiResponse /v2/persons | Where-Object status -EQ ACTIVE | ForEach-Object {
                Get-ApiResponse "/v2/persons/$($_.id)/employments" | Where-Object probation_end_date -GE '2026-06-01'
            }

            $found = & "$recipes/Get-UpcomingDate.ps1" -Days 366 | Where-Object Kind -EQ ProbationEnd
            $company.Dispose()

            $ends | Should -Not -BeNullOrEmpty
            $found.PersonId | Should -BeIn $ends.person.id
            $found | ForEach-Object { $_.Date.ToString('yyyy-MM-dd') } | Should -BeIn $ends.probation_end_date
        }
    }

    Describe 'Find-MissingAttendance.ps1' {
        It 'finds days without an entry, but no weekend, holiday or absence' {
            $null = $sandbox.Tenant.AddAttendancePeriod($one, 'WORK', '2026-05-04T08:00:00', '2026-05-04T12:00:00', 'CONFIRMED')
            $null = Add-Absence $sandbox $one 2026-05-05T00:00:00 FIRST_HALF 2026-05-28T00:00:00 SECOND_HALF

            $found = & "$recipes/Find-MissingAttendance.ps1" -Holiday 2026-05-01

            $found | Where-Object PersonId -EQ $one | ForEach-Object Date | Should -Be ([datetime]'2026-05-29')
            $found.PersonId | Select-Object -Unique | Should -Be $one, $two, $three
        }
    }

    Describe 'Protect-CsvFormula.ps1' {
        It 'adds an apostrophe to what a spreadsheet program would run, and leaves the rest alone' {
            $row = [pscustomobject]@{
                '=Name' = '=1+1'; Plus = '+49 40 5'; At = '@SUM(A1)'; Tab = "`t=1"; Wide = "`u{FF1D}1"; Lead = ' =1'
                Number = '-3,5'; Negative = -3.5; Day = [datetime]'2026-06-01'; Text = 'a=b'; Empty = $null; Flag = $true
            }

            $safe = $row | & "$recipes/Protect-CsvFormula.ps1"

            $safe.PSObject.Properties.Name | Should -Contain "'=Name"
            $safe."'=Name", $safe.Plus, $safe.At, $safe.Tab, $safe.Wide, $safe.Lead |
                Should -Be "'=1+1", "'+49 40 5", "'@SUM(A1)", "'`t'=1", "'`u{FF1D}1", "' =1"
            $safe.Number, $safe.Negative, $safe.Day, $safe.Text, $safe.Empty, $safe.Flag |
                Should -Be '-3,5', -3.5, ([datetime]'2026-06-01'), 'a=b', $null, $true
        }

        It 'leaves no formula if the file is opened with <delimiter> instead of a comma' -ForEach @(
            @{ Delimiter = ';' }, @{ Delimiter = "`t" }, @{ Delimiter = '|' }, @{ Delimiter = ',' }
        ) {
            $row = [pscustomobject]@{
                First = 'x'; Comment = "a;=cmd;b`t=cmd`tc|=cmd|d,=cmd,`"=cmd`",e;`"=cmd`"`r`n=cmd;-5;+49 1"
            }

            $row | & "$recipes/Protect-CsvFormula.ps1" | ConvertTo-Csv | Set-Content safe.csv
            $cells = (Get-Content safe.csv -Raw) -split "[$([regex]::Escape($delimiter))\r\n]" | ForEach-Object { $_.Trim(' "') }

            $cells | Where-Object { $_ -match '^[=+@-]' -and $_ -notmatch '^[+-]?\d+$' } | Should -BeNullOrEmpty
            (Import-Csv safe.csv).Comment -replace "'" | Should -BeExactly $row.Comment
            (Import-Csv safe.csv).Comment | Should -BeLike '*;-5;*'
        }

        It 'keeps lists unchanged, and columns separate' {
            $list = (Get-PersonioAttribute 'Shirt size').Options
            $row = [pscustomobject][ordered]@{ List = $list; Plain = 'a', 'b'; '=Name' = 1; "'=Name" = 2 }

            $safe = $row | & "$recipes/Protect-CsvFormula.ps1"

            $safe.List | Should -BeExactly "$($list.ToString())"
            $safe.List | Should -Match '\w; \w'
            $safe.Plain | Should -Be 'a; b'
            @($safe.PSObject.Properties).Value | Should -Be $list.ToString(), 'a; b', 1, 2
        }

        It 'leaves no formula in a file of text that people typed into Personio' {
            $company = Start-Company @{ PersonCount = 40 }
            Connect-To $company
            Get-PersonioAttendancePeriod | & "$recipes/Protect-CsvFormula.ps1" | Export-Csv safe.csv
            Get-PersonioAttendancePeriod | Export-Csv raw.csv
            $company.Dispose()

            (Import-Csv raw.csv).Comment | Where-Object { $_ -match '^[=+@]' } | Should -Not -BeNullOrEmpty
            (Import-Csv safe.csv).Comment | Where-Object { $_ -match '^[=+@]' } | Should -BeNullOrEmpty
        }
    }
}
