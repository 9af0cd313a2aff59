Describe 'A CSV file that is imported' {
    BeforeAll {
        . "$PSScriptRoot/Common.ps1"
        . "$PSScriptRoot/Writes.ps1"
        $sandbox = Start-Sandbox @{ PersonCount = 0 }
        # From this one, a session knows how the company writes last days.
        $null = Add-Absence $sandbox (Add-Person $sandbox) 2025-01-07T00:00:00 FIRST_HALF 2025-01-08T00:00:00 SECOND_HALF
        $windows = [System.Text.CodePagesEncodingProvider]::Instance.GetEncoding(1252)
        $columns = @{ PersonId = 'Person'; AbsenceType = 'Art'; StartDate = 'Von'; EndDate = 'Bis'; EndHalf = 'Halb'; Comment = 'Bemerkung' }
        $german = @{ Column = $columns; Encoding = 1252; DateFormat = 'dd.MM.yyyy' }

        # Returns how many writes the tenant really carried out since the test began.
        function Get-WriteCount {
            $sandbox.Tenant.Ledger.Count - $before
        }

        function Add-Fault {
            param([hashtable] $With)

            $fault = [Personio.Sandbox.SandboxFault]::new()
            $With.GetEnumerator() | ForEach-Object { $fault.($_.Key) = $_.Value }
            $sandbox.AddFault($fault)
        }

        # A file as a spreadsheet program saves it on a German Windows.
        function New-GermanFile {
            param([string[]] $Line)

            $path = Join-Path $TestDrive "$(New-Guid).csv"
            [System.IO.File]::WriteAllText($path, (($Line -join "`r`n") + "`r`n"), $windows)
            $path
        }

        function New-File {
            param([string[]] $Line)

            $path = Join-Path $TestDrive "$(New-Guid).csv"
            Set-Content $path $Line
            $path
        }
    }

    AfterAll {
        Disconnect-Personio
        $sandbox.Dispose()
    }

    BeforeEach {
        Connect-To $sandbox
        $one, $two, $three = Add-Person $sandbox 3
        $before = $sandbox.Tenant.Ledger.Count
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    Describe 'Import-PersonioAbsence' {
        BeforeEach {
            $there = Add-Absence $sandbox $two 2026-08-03T00:00:00 FIRST_HALF 2026-08-07T00:00:00 SECOND_HALF
            $before = $sandbox.Tenant.Ledger.Count
        }

        It 'looks up the addresses of persons and substitutes of all rows with one request' {
            $persons, $substitutes = 'staff', 'helper' | ForEach-Object { $name = $_; , @(1..4 | ForEach-Object {
                        $null = $sandbox.Tenant.AddPerson('Given', 'Family', "$name$_@example.org")
                        "$name$_@example.org" }) }
            $file = New-File (@('Email,AbsenceType,StartDate,EndDate,SubstituteId') + @(
                    0..3 | ForEach-Object { "$($persons[$_]),Vacation,2026-08-03,2026-08-04,$($substitutes[$_])" }))

            $made = Import-PersonioAbsence $file -WhatIf

            $made.Outcome | Should -Be Create, Create, Create, Create
            @(Get-Query $sandbox /v2/persons | Where-Object { $_['email'] }) | Should -HaveCount 1
        }

        It 'reads a German Windows file, shows with -WhatIf the result of each row, and then creates each row once' {
            $file = New-GermanFile @(
                'Person;Art;Von;Bis;Halb;Bemerkung;;'
                "$one;Vacation;03.08.2026;07.08.2026;First;für Müller – €;;"
                "$two;Vacation;03.08.2026;07.08.2026;;;;"
                "$two;Vacation;07.08.2026;10.08.2026;;;;"
                ';;;;;;;'
                "$three;Urlaub;03.08.2026;07.08.2026;;;;"
                "1;Vacation;03.08.2026;07.08.2026;;;;"
                "$three;Vacation;31.02.2026;07.08.2026;;;;"
                "$three;Vacation;10.08.2026;;;`"Zwei`r`nZeilen; `"`"zitiert`"`"`";;"
                "$three;Vacation;17.08.2026;18.08.2026;;`"Zwei`r`nZeilen; `"`"zitiert`"`"`";;"
                "$three;Vacation;17.08.2026;18.08.2026;;;;"
            )

            $planned = Import-PersonioAbsence $file @german -WhatIf -ErrorVariable shown
            $sent = @(Get-Sent $sandbox)
            $made = Import-PersonioAbsence $file @german -ErrorAction SilentlyContinue -ErrorVariable failed
            $again = Import-PersonioAbsence $file @german -ErrorAction SilentlyContinue

            $planned.Row | Should -Be 2, 3, 4, 6, 7, 8, 9, 10, 11
            $planned.Outcome | Should -Be Create, Exists, Conflict, Error, Error, Error, Error, Create, Exists
            $planned[1].Message | Should -Be "It already exists as $there."
            $planned[1].AbsencePeriodId | Should -Be $there
            $planned[2].Message | Should -BeLike "*It overlaps Vacation 2026-08-03..2026-08-07 ($there)."
            $planned[3].Message | Should -BeLike "*'Urlaub'*"
            $planned[4].Message | Should -BeLike '*Person 1 was not found.*'
            $planned[5].Message | Should -Be "StartDate: '31.02.2026' is not of the form dd.MM.yyyy."
            $planned[6].Message | Should -BeLike '*its EndDate is empty*'
            $planned[8].Message | Should -Be 'Duplicate of an earlier input.'
            $shown | Should -BeNullOrEmpty
            $sent | Where-Object { $_ -notlike 'GET *' } | Should -BeNullOrEmpty
            # Types, persons, and existing absences in two ways; and how the company writes last days, which a session reads once.
            $sent | Should -HaveCount 5
            $made.Outcome | Should -Be Created, Exists, Conflict, Error, Error, Error, Error, Created, Exists
            $again.Outcome | Should -Be Exists, Exists, Conflict, Error, Error, Error, Error, Exists, Exists
            Get-WriteCount | Should -Be 2
            $failed | Should -HaveCount 5
            $failed.TargetObject.Row | Should -Be 4, 6, 7, 8, 9
            $failed[0].FullyQualifiedErrorId | Should -Be 'Conflict,Personio.Commands.ImportPersonioAbsenceCommand'
            "$($failed[0])" | Should -BeLike "Row 4 of '*.csv': *was not created.*"
            $read = Get-PersonioAbsencePeriod -AbsencePeriodId $made[0].AbsencePeriodId, $made[7].AbsencePeriodId
            $read.Comment | Should -Be 'für Müller – €', "Zwei`r`nZeilen; `"zitiert`""
            $read.EndHalf | Should -Be First, Second
            $again[0].AbsencePeriodId | Should -Be $made[0].AbsencePeriodId
        }

        It 'refuses a file that is not UTF-8 before any request, and says what to specify' {
            $file = New-GermanFile 'PersonId;AbsenceType;StartDate;EndDate;Comment', "$one;Vacation;2026-08-03;2026-08-07;für"

            Import-PersonioAbsence $file -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be 'InvalidRequest,Personio.Commands.ImportPersonioAbsenceCommand'
            "$failed" | Should -BeLike "*was not imported: it is not in utf-8: line 2*Specify -Encoding: 1252*"
            Get-Sent $sandbox | Should -BeNullOrEmpty
        }

        It 'refuses unknown headers before any request, and shows the -Column to write' {
            $file = New-File 'PersonId;Art;Von;Bis', "$one;Vacation;2026-08-03;2026-08-07"

            Import-PersonioAbsence $file -ErrorAction SilentlyContinue -ErrorVariable failed
            $told = "$failed" -match '@{.*}' ? $Matches[0] : ''
            $made = Import-PersonioAbsence $file -Column (& ([scriptblock]::Create($told))) -WhatIf

            "$failed" | Should -BeLike "*Its headers are 'PersonId', 'Art', 'Von', 'Bis'.*"
            $made.Outcome | Should -Be Create
            $made.EndDate | Should -Be ([datetime]'2026-08-07')
            $sandbox.Requests | Where-Object Method -NE GET | Should -BeNullOrEmpty
        }

        It 'warns of unused columns, except for those of our own exports' {
            $file = New-File 'PersonId;AbsenceType;StartDate;EndDate;Status;Outcome;Halbtag', "$one;Vacation;2026-08-03;2026-08-07;;;ja"

            $null = Import-PersonioAbsence $file -WhatIf -WarningVariable warned -WarningAction SilentlyContinue

            "$warned" | Should -BeLike "Unused columns: 'Halbtag'. Map one with -Column; known columns: *"
        }

        It 'finds persons by their addresses, up to fifty with one request' {
            $staff = Start-Sandbox @{ PersonCount = 60; AttendanceDays = 0 }
            try {
                Connect-To $staff
                $persons = @(Get-PersonioPerson | Where-Object Email)
                $persons.Count | Should -BeGreaterThan 50
                $staff.ClearRequests()
                $file = New-File (@('E-Mail,StartDate,EndDate') + $persons.Email.ToUpperInvariant().ForEach({ "$_,2031-08-04,2031-08-05" }) +
                    'nobody@example.org,2031-08-04,2031-08-05')

                $rows = Import-PersonioAbsence $file Vacation -Column @{ Email = 'E-Mail' } -WhatIf

                ($rows | Select-Object -SkipLast 1).PersonId | Should -Be $persons.PersonId
                $rows[-1].Outcome | Should -Be Error
                $rows[-1].Message | Should -BeLike "No person with the email address 'nobody@example.org' was found.*"
                @($staff.Requests).Where({ $_.Query.Keys -contains 'email' }) | Should -HaveCount 2
            }
            finally {
                Disconnect-Personio
                $staff.Dispose()
            }
        }

        It 'accepts an address in the column of the id as well, hours, and an open end' {
            $hourly = (Get-PersonioAbsenceType | Where-Object Unit -EQ HOUR).Name | Select-Object -First 1
            $file = New-File 'PersonId,AbsenceType,StartDate,EndDate,OpenEnd', "$one,$hourly,2026-08-03 09:30,2026-08-03T11:00,", "$one,Sick day,2026-09-01,,TRUE",
                'a@b.example,Vacation,2026-08-03,2026-08-04,'

            $rows = Import-PersonioAbsence $file -ErrorAction SilentlyContinue

            $rows.Outcome | Should -Be Created, Created, Error
            $rows[0].StartDate | Should -Be ([datetime]'2026-08-03T09:30')
            $rows[2].Email | Should -Be a@b.example
            (Get-PersonioAbsencePeriod -AbsencePeriodId $rows[1].AbsencePeriodId).OpenEnd | Should -BeTrue
        }

        It 'reports Unknown for a row whose response was lost, and the file can be imported again: made <isMade>' -ForEach @(
            @{ IsMade = $true; Again = 'Exists' }, @{ IsMade = $false; Again = 'Created' }
        ) {
            $file = New-File 'PersonId,AbsenceType,StartDate,EndDate', "$one,Vacation,2029-08-06,2029-08-07", "$three,Vacation,2029-08-06,2029-08-07"
            Add-Fault @{ Method = 'POST'; PathPrefix = '/v2/absence-periods'; Kind = 'Status'; Status = 503; AfterProcessing = $isMade }

            $first = Import-PersonioAbsence $file -ErrorAction SilentlyContinue -ErrorVariable failed -InformationVariable told
            $second = Import-PersonioAbsence $file -InformationVariable end

            $first.Outcome | Should -Be Unknown, Created
            $first[0].Message | Should -BeLike '*may or may not have been applied*Running the import again is safe*'
            $failed.Exception.OutcomeUnknown | Should -BeTrue
            "$told" | Should -Be 'Created: 1, Unknown: 1. Run the import again: it creates only what is missing.'
            $second.Outcome | Should -Be $again, Exists
            Get-WriteCount | Should -Be 2
        }

        It 'stops at an outage, reports all rows so far, and continues when it is run again' {
            $file = New-File (@('PersonId,AbsenceType,StartDate,EndDate') + (1..8).ForEach({ "$one,Vacation,2029-0$_-06,2029-0$_-06" }))
            Connect-To $sandbox @{ MaxRetry = 0 }
            Add-Fault @{ Method = 'POST'; PathPrefix = '/v2/absence-periods'; Kind = 'Status'; Status = 503; Skip = 2; Times = 3 }

            $rows = [System.Collections.Generic.List[object]]::new()
            { Import-PersonioAbsence $file -ErrorAction SilentlyContinue -ErrorVariable script:failed | ForEach-Object { $rows.Add($_) } } |
                Should -Throw '*Stopped: 3 inputs in a row failed*'
            $again = Import-PersonioAbsence $file

            $rows.Outcome | Should -Be Created, Created, Unknown, Unknown, Unknown, NotSent, NotSent, NotSent
            $again.Outcome | Should -Be Exists, Exists, Created, Created, Created, Created, Created, Created
            Get-WriteCount | Should -Be 8
        }

        It 'reads existing rows for fifty rows with one request, and creates nothing from a file that was imported before' {
            $file = New-File (@('PersonId,AbsenceType,StartDate,EndDate') + (Add-Person $sandbox 120).ForEach({ "$_,Vacation,2026-08-03,2026-08-07" }))
            $null = Import-PersonioAbsence $file
            $sandbox.ClearRequests()

            $rows = Get-Item $file | Import-PersonioAbsence -InformationVariable told

            $rows.Outcome | Sort-Object -Unique | Should -Be Exists
            "$told" | Should -Be 'Exists: 120.'
            $rows.File | Sort-Object -Unique | Should -Be $file
            @(Get-Sent $sandbox) -like '*absence-periods' | Should -HaveCount 3
            @(Get-Sent $sandbox) -notlike 'GET *' | Should -BeNullOrEmpty
        }

        It 'writes a result before the next row is sent' {
            $file = New-File 'PersonId,AbsenceType,StartDate,EndDate', "$one,Vacation,2029-08-06,2029-08-07", "$three,Vacation,2029-08-06,2029-08-07"

            $row = Import-PersonioAbsence $file | Select-Object -First 1

            $row.Outcome | Should -Be Created
            Get-WriteCount | Should -Be 1
        }

        It 'writes ids and no names to the verbose stream' {
            $file = New-File 'PersonId,AbsenceType,StartDate,EndDate', "$one,Vacation,2029-08-06,2029-08-07"

            $told = Import-PersonioAbsence $file -Verbose 4>&1

            @($told) -like 'Performing the operation*' | Should -Be "Performing the operation `"Create absence`" on target `"person $one`"."
            "$told" | Should -Not -BeLike '*Given*'
        }

        It 'reads dates by the rule of the module if no format is specified' {
            $file = New-File 'PersonId;AbsenceType;StartDate;EndDate', "$one;Vacation;06.08.2029;2029-08-07", "$one;Vacation;06.08.29;"

            $rows = Use-Culture de-DE { Import-PersonioAbsence $file -WhatIf }

            $rows.Outcome | Should -Be Create, Error
            $rows[0].StartDate | Should -Be ([datetime]'2029-08-06')
            $rows[1].Message | Should -BeLike "StartDate: '06.08.29' is not a date*"
        }

        It 'refuses <what>' -ForEach @(
            @{ What = 'a file that is not there'; Missing = 'nowhere.csv'; Id = 'FileNotFound' }
            @{ What = 'an empty file'; Line = ''; Id = 'InvalidRequest'; Says = '*it is empty.' }
            @{ What = 'a quote that is not closed'; Line = 'PersonId,AbsenceType,StartDate', '1,"Vacation,2026-08-03'; Id = 'InvalidRequest'; Says = '*row 2 has a quote that is not closed.' }
        ) {
            $given = $missing ?? (New-File $line)

            Import-PersonioAbsence $given -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "$id,Personio.Commands.ImportPersonioAbsenceCommand"
            "$failed" | Should -BeLike ($says ?? '*')
            Get-Sent $sandbox | Should -BeNullOrEmpty
        }

        It 'refuses the format <format>, which lacks a day, month or year, before any request' -ForEach @(
            @{ Format = 'dd.mm.yyyy' }, @{ Format = 'DD.MM.YYYY' }, @{ Format = 'HH:mm' }, @{ Format = 'dd.MM.' }, @{ Format = '%' }
        ) {
            $file = New-File 'PersonId;AbsenceType;StartDate;EndDate', "$one;Vacation;03.08.2026;04.08.2026"

            { Import-PersonioAbsence $file -DateFormat dd.MM.yyyy, $format -WhatIf } |
                Should -Throw "*'$format' is not a format with a day, a month and a year.*dd.MM.yyyy*"
            (Import-PersonioAbsence $file -DateFormat d.M.yy, dd.MM.yyyy, 'dd.MM.yyyy HH:mm' -WhatIf).Outcome | Should -Be Create
        }

        It 'refuses a row whose id and address belong to two persons, but accepts an unused address' {
            $named = $sandbox.Tenant.AddPerson('Given', 'Named', 'named@example.org')
            $file = New-File 'PersonId,Email,AbsenceType,StartDate,EndDate', "$one,named@example.org,Vacation,2026-08-03,2026-08-03",
            "$named,Named@example.org,Vacation,2026-08-03,2026-08-03", "$one,nobody@example.org,Vacation,2026-08-04,2026-08-04",
            "other@example.org,named@example.org,Vacation,2026-08-05,2026-08-05"

            $rows = Import-PersonioAbsence $file -ErrorAction SilentlyContinue

            $rows.Outcome | Should -Be Error, Created, Created, Error
            $rows[0].Message | Should -BeLike "PersonId '$one' and Email 'named@example.org' belong to different persons.*"
            $rows[3].Message | Should -BeLike "PersonId 'other@example.org' and Email 'named@example.org' belong to different persons.*"
            Get-WriteCount | Should -Be 2
        }

        It 'says for piped rows, before any request, that it reads the file itself' {
            $sandbox.ClearRequests()

            [pscustomobject]@{ PersonId = '1' } |
                Import-PersonioAbsence -ErrorAction SilentlyContinue -ErrorVariable failed -InformationAction Ignore

            $failed.FullyQualifiedErrorId | Should -Be 'InvalidRequest,Personio.Commands.ImportPersonioAbsenceCommand'
            "$failed" | Should -BeLike '*reads the file itself, and a row was piped. Specify the file with -Path, or pipe rows to New-PersonioAbsencePeriod -SkipExisting.'
            Get-Sent $sandbox | Should -BeNullOrEmpty
        }

        It 'refuses an unknown encoding' {
            { Import-PersonioAbsence x.csv -Encoding umlauts } | Should -Throw "*'umlauts' is not the name or number of an encoding*"
        }

        It 'reports a row with more cells than headers, and creates nothing from it' {
            $file = New-File 'PersonId,AbsenceType,StartDate,EndDate', "$one,Vacation,2029-08-06,2029-08-07,a comment, with a comma"

            $row = Import-PersonioAbsence $file -ErrorAction SilentlyContinue

            $row.Message | Should -BeLike 'It has 6 cells under 4 headers*'
            Get-WriteCount | Should -Be 0
        }
    }

    Describe 'Import-PersonioAttendance' {
        It 'reads days with times, also across midnight, and creates nothing twice' {
            $file = New-File 'Person;Datum;Von;Bis;Projekt', "$one;05.05.2026;08:00;16:30;", "$two;05.05.2026;22:00;6:00;", "$two;06.05.2026;;;", "$three;05.05.2026;08:00;08:30;No such project"
            $with = @{ Column = @{ PersonId = 'Person'; Date = 'Datum'; Start = 'Von'; End = 'Bis'; ProjectId = 'Projekt' }; DateFormat = 'dd.MM.yyyy' }

            $planned = Import-PersonioAttendance $file Work @with -WhatIf
            $sent = @(Get-Sent $sandbox)
            $made = Import-PersonioAttendance $file Work @with -ErrorAction SilentlyContinue
            $again = Import-PersonioAttendance $file Work @with -ErrorAction SilentlyContinue

            $planned.Outcome | Should -Be Create, Create, Error, Error
            $sent | Where-Object { $_ -notlike 'GET *' } | Should -BeNullOrEmpty
            $planned[1].Start, $planned[1].End | Should -Be ([datetime]'2026-05-05T22:00'), ([datetime]'2026-05-06T06:00')
            $planned[2].Message | Should -BeLike '*its Start is empty*'
            $planned[3].Message | Should -BeLike "*'No such project'*"
            $made.Outcome | Should -Be Created, Created, Error, Error
            $again.Outcome | Should -Be Exists, Exists, Error, Error
            $again.AttendancePeriodId | Should -Be $made.AttendancePeriodId
            Get-WriteCount | Should -Be 2
        }

        It 'recognizes work that breaks have cut, and reports overlaps with -WhatIf' {
            $file = New-File 'PersonId,Type,Start,End', "$one,Work,2026-05-04T08:00,2026-05-04T16:30", "$one,Break,2026-05-04T12:00,2026-05-04T12:30"
            $other = New-File 'PersonId,Type,Start,End', "$one,Work,2026-05-04T16:00,2026-05-04T17:00"

            $planned = Import-PersonioAttendance $file -WhatIf
            $made = Import-PersonioAttendance $file
            $again = Import-PersonioAttendance $file
            $overlap = Import-PersonioAttendance $other -WhatIf

            $planned.Outcome | Should -Be Create, Create
            $planned[1].Message | Should -BeLike 'It overlaps Work of person *, which comes before it.'
            $made.Outcome | Should -Be Created, Created
            $again.Outcome | Should -Be Exists, Exists
            $overlap.Outcome | Should -Be Create
            $overlap.Message | Should -BeLike 'It overlaps WORK *'
        }

        It 'does not treat an end that equals the start as the next day' {
            $file = New-File 'PersonId,Type,Date,Start,End', "$one,Work,2026-05-05,08:00,08:00"

            $row = Import-PersonioAttendance $file -WhatIf

            $row.Outcome | Should -Be Error
            $row.Message | Should -BeLike '*its start and end are the same*'
        }

        It 'warns of a row without an end, and says so with -WhatIf' {
            $file = New-File 'PersonId,Type,Start,End', "$one,Work,2026-05-05T08:00,"

            $planned = Import-PersonioAttendance $file -WhatIf
            $made = Import-PersonioAttendance $file -WarningVariable warned -WarningAction SilentlyContinue

            $planned.Outcome, $planned.Message | Should -Be 'Create', 'No End was given.'
            $made.Outcome | Should -Be Created
            $warned | Should -BeLike "No End was given: Work of person $one, 2026-05-05 08:00*"
        }

        It 'refuses a time without a day' {
            $file = New-File 'PersonId,Type,Start,End', "$one,Work,08:00,16:30"

            (Import-PersonioAttendance $file -WhatIf).Message | Should -BeLike "Start: '08:00' is a time without a day.*Date.*"
        }

        It 'reports Unknown for a row whose response was lost, and the file can be imported again' {
            $file = New-File 'PersonId,Type,Start,End', "$one,Work,2026-05-04T08:00,2026-05-04T16:30"
            Add-Fault @{ Method = 'POST'; PathPrefix = '/v2/attendance-periods'; Kind = 'ResetBeforeResponse'; AfterProcessing = $true }

            $first = Import-PersonioAttendance $file -ErrorAction SilentlyContinue
            $second = Import-PersonioAttendance $file

            $first.Outcome | Should -Be Unknown
            $second.Outcome | Should -Be Exists
            Get-WriteCount | Should -Be 1
        }
    }
}
