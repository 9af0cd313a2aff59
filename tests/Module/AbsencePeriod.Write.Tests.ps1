BeforeDiscovery {
    . "$PSScriptRoot/Readings.ps1"
}

Describe 'Absences that are created and removed, if ends are <reading>' -ForEach $readings {
    BeforeAll {
        . "$PSScriptRoot/Common.ps1"
        $sandbox = Start-Sandbox @{ PersonCount = 0 }
        $new = 'Personio.Commands.NewPersonioAbsencePeriodCommand'
        $remove = 'Personio.Commands.RemovePersonioAbsencePeriodCommand'
        $vacation = $sandbox.Tenant.FindAbsenceTypeId('Vacation')
        # From this one, a session knows how the company writes last days.
        $null = Add-Absence $sandbox (Add-Person $sandbox) 2025-01-07T00:00:00 FIRST_HALF 2025-01-08T00:00:00 SECOND_HALF
        $hourly = $sandbox.Tenant.FindAbsenceTypeId('Überstundenausgleich')

        function Get-Post {
            # Returns the body of the single change that was sent.
            $sent = @($sandbox.Requests | Where-Object Method -EQ POST)
            $sent | Should -HaveCount 1
            $sent[0].Body
        }

        function Get-HostOutput {
            # Returns what a script block writes to the host. Only a transcript contains the text of -WhatIf.
            param([scriptblock] $Script)

            $file = Join-Path $TestDrive 'said.txt'
            $null = Start-Transcript $file -UseMinimalHeader
            try {
                $null = & $Script
            }
            finally {
                $null = Stop-Transcript
            }
            Get-Content $file | Where-Object { $_ -like 'What if:*' }
        }

        function Add-Fault {
            param([hashtable] $With)

            $fault = [Personio.Sandbox.SandboxFault]::new()
            $With.GetEnumerator() | ForEach-Object { $fault.($_.Key) = $_.Value }
            $sandbox.AddFault($fault)
        }
    }

    AfterAll {
        Disconnect-Personio
        $sandbox.Dispose()
    }

    BeforeEach {
        Connect-To $sandbox
        $person = Add-Person $sandbox
        $before = $sandbox.Tenant.Ledger.Count
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    Describe 'New-PersonioAbsencePeriod from a CSV file' {
        It 'creates 97 absences from 100 rows, and reports each of the 3 bad rows' {
            $persons = Add-Person $sandbox 100
            $rows = 0..99 | ForEach-Object {
                [pscustomobject]@{
                    PersonId = $persons[$_]; AbsenceType = 'Vacation'; StartDate = '2026-08-03'; EndDate = '2026-08-07'
                    Comment = "Row $_"
                }
            }
            $rows[10].StartDate = '01.02.26'
            $rows[20].EndDate = '2026-08-01'
            $rows[99].AbsenceType = 'Vacaton'
            $rows | Export-Csv TestDrive:/leave.csv

            $made = Import-Csv TestDrive:/leave.csv |
                New-PersonioAbsencePeriod -ErrorAction SilentlyContinue -ErrorVariable failed

            $made | Should -HaveCount 97
            $made.PersonId | Should -Be ($persons | Where-Object { $_ -notin $persons[10, 20, 99] })
            $made.AbsenceType | Sort-Object -Unique | Should -Be 'Vacation'
            $failed | Should -HaveCount 3
            $failed.TargetObject.Comment | Should -Be 'Row 10', 'Row 20', 'Row 99'
            $failed[0].TargetObject | Should -BeOfType pscustomobject
            $failed.FullyQualifiedErrorId | Should -Be "ParameterArgumentTransformationError,$new", "InvalidRequest,$new", "AbsenceTypeNotFound,$new"
            $failed[0].Exception.Message | Should -BeLike "*'StartDate'*'01.02.26'*2026-02-01*"
            $failed[1].Exception.Message | Should -BeLike "*$($persons[20])*2026-08-01*before*2026-08-03*"
            $failed[2].Exception.Message | Should -BeLike "*'Vacaton'*'Vacation' ($vacation)*"
            $sandbox.Tenant.Ledger.Count - $before | Should -Be 97
            Get-Sent $sandbox POST | Should -HaveCount 97
        }

        It 'accepts what Get-PersonioAbsencePeriod and Export-Csv wrote under <culture>' -ForEach @(
            @{ Culture = 'en-US' }
            @{ Culture = 'de-DE' }
            @{ Culture = 'en-GB' }
            @{ Culture = 'sv-SE' }
            @{ Culture = '' }
        ) {
            $null = Add-Absence $sandbox $person '2026-03-02T00:00:00' SECOND_HALF '2026-03-04T00:00:00' FIRST_HALF
            $null = Add-Absence $sandbox $person '2026-05-04T09:30:00' $null '2026-05-04T11:15:00' $null -Type 'Überstundenausgleich'
            $null = Add-Absence $sandbox $person '2026-06-01T00:00:00' $null '2026-06-03T00:00:00' $null
            $old = Get-PersonioAbsencePeriod -PersonId $person
            $other = Add-Person $sandbox

            $made = Use-Culture $culture {
                $old | Select-Object * -ExcludeProperty PersonId | Export-Csv TestDrive:/own.csv
                ($culture -in 'de-DE', 'sv-SE' ? (Import-Csv TestDrive:/own.csv) : (Import-OwnCsv TestDrive:/own.csv StartDate, EndDate)) |
                    New-PersonioAbsencePeriod -PersonId $other
            }

            foreach ($property in 'StartDate', 'EndDate', 'AbsenceType') {
                $made.$property | Should -Be $old.$property
            }
            $made.StartHalf | Should -Be 'Second', $null, 'First'
            $made.EndHalf | Should -Be 'First', $null, 'Second'
        }

        It 'copies absences that are piped to another person' {
            $null = Add-Absence $sandbox $person '2026-03-02T00:00:00' SECOND_HALF '2026-03-04T00:00:00' FIRST_HALF
            $null = Add-Absence $sandbox $person '2026-04-01T00:00:00' FIRST_HALF
            $other = Add-Person $sandbox

            $made = Get-PersonioAbsencePeriod -PersonId $person |
                New-PersonioAbsencePeriod -PersonId $other -WarningVariable warned

            $made.StartDate | Should -Be ([datetime]'2026-03-02'), ([datetime]'2026-04-01')
            $made.EndDate | Should -Be ([datetime]'2026-03-04'), $null
            $made.EndHalf | Should -Be 'First', $null
            $warned | Should -BeNullOrEmpty
        }

        It 'treats empty cells as not set' {
            $header = 'PersonId,AbsenceTypeId,StartDate,EndDate,StartHalf,EndHalf,Comment,SubstituteId'
            $row = $header, "$person,$vacation,2026-08-03,2026-08-04,,,`"`",`"`"" | ConvertFrom-Csv

            $made = $row | New-PersonioAbsencePeriod

            $made.StartHalf, $made.EndHalf | Should -Be 'First', 'Second'
            Get-Post | Should -Not -Match 'comment|substitute'
        }
    }

    Describe 'The dates of New-PersonioAbsencePeriod' {
        It 'accept <form> under <culture>' -ForEach @(
            @{ Culture = 'de-DE'; Form = 'ISO text'; Date = '2026-08-03' }
            @{ Culture = 'en-US'; Form = 'ISO text'; Date = '2026-08-03' }
            @{ Culture = 'de-DE'; Form = 'ISO text with a time of midnight'; Date = '2026-08-03T00:00:00' }
            @{ Culture = 'de-DE'; Form = 'a DateTime'; Date = [datetime]'2026-08-03' }
            @{ Culture = 'en-US'; Form = 'a DateOnly'; Date = [dateonly]::new(2026, 8, 3) }
            @{ Culture = 'de-DE'; Form = 'text of a spreadsheet'; Date = '03.08.2026 00:00' }
            @{ Culture = 'en-US'; Form = 'text of a database'; Date = '2026-08-03 00:00:00.000' }
            @{ Culture = 'de-DE'; Form = 'German text'; Date = '03.08.2026' }
            @{ Culture = 'de-DE'; Form = 'German text without zeros'; Date = '3.8.2026' }
            @{ Culture = 'en-US'; Form = 'American text of one meaning'; Date = '8/8/2026' }
            @{ Culture = 'en-US'; Form = 'American text of the 25th'; Date = '8/25/2026' }
            @{ Culture = 'sv-SE'; Form = 'Swedish text'; Date = '2026-08-03' }
            @{ Culture = 'de-DE'; Form = 'text with blanks'; Date = ' 2026-08-03 ' }
        ) {
            $made = Use-Culture $culture {
                New-PersonioAbsencePeriod $person Vacation $date $date
            }

            $day = $form -like '*25th' ? '2026-08-25' : $form -like 'American*' ? '2026-08-08' : '2026-08-03'
            $made.StartDate | Should -Be ([datetime]$day)
            $made.EndDate | Should -Be ([datetime]$day)
            Get-Post | Should -BeLike "*`"starts_from`":{`"date_time`":`"${day}T00:00:00`",`"type`":`"FIRST_HALF`"}*"
        }

        It 'do not accept <date> under <culture>, before any request' -ForEach @(
            @{ Culture = 'de-DE'; Date = '01.02.26' }
            @{ Culture = 'de-DE'; Date = '31.02.2026' }
            @{ Culture = 'en-US'; Date = '01/02/2026' }
            @{ Culture = 'en-US'; Date = '1/2/2026' }
            @{ Culture = 'en-GB'; Date = '01/02/2026' }
            @{ Culture = 'en-US'; Date = '03.08.2026' }
            @{ Culture = ''; Date = '03.08.2026' }
            @{ Culture = ''; Date = '01/02/2026' }
            @{ Culture = 'de-DE'; Date = '2026-02-31' }
            @{ Culture = 'de-DE'; Date = '20260803' }
            @{ Culture = 'en-US'; Date = 'August 2026' }
            @{ Culture = 'en-US'; Date = 'tomorrow' }
            @{ Culture = 'en-US'; Date = '46237' }
            @{ Culture = 'en-US'; Date = 46237 }
        ) {
            $row = [pscustomobject]@{ PersonId = $person; AbsenceType = 'Vacation'; StartDate = $date; EndDate = '2026-12-31' }

            Use-Culture $culture {
                $row | New-PersonioAbsencePeriod -ErrorAction SilentlyContinue -ErrorVariable script:failed
                { New-PersonioAbsencePeriod $person Vacation 2026-01-01 $date } |
                    Should -Throw -ErrorId "ParameterArgumentTransformationError,$new"
            }

            $failed | Should -HaveCount 1
            $failed[0].FullyQualifiedErrorId | Should -Be "ParameterArgumentTransformationError,$new"
            $failed[0].CategoryInfo.Category | Should -Be 'InvalidData'
            $failed[0].TargetObject | Should -Be $row
            $failed[0].Exception.Message | Should -BeLike "*'StartDate'*2026-02-01*"
            Get-Sent $sandbox | Should -BeNullOrEmpty
        }

        It 'never move a time into another time zone' {
            $null = New-PersonioAbsencePeriod $person $hourly '2026-08-03T09:30:00' ([datetime]::new(2026, 8, 3, 11, 0, 0, [DateTimeKind]::Local))

            Get-Post | Should -BeLike '*"starts_from":{"date_time":"2026-08-03T09:30:00"},"ends_at":{"date_time":"2026-08-03T11:00:00"}*'
        }
    }

    Describe 'What New-PersonioAbsencePeriod sends' {
        It 'sends exactly person, type, first and last day with their halves' {
            $made = New-PersonioAbsencePeriod -PersonId $person -AbsenceType Vacation -StartDate 2026-08-03 -EndDate 2026-08-07

            Get-Post | Should -BeExactly ('{"person":{"id":"' + $person + '"},"absence_type":{"id":"' + $vacation + '"},' +
                '"starts_from":{"date_time":"2026-08-03T00:00:00","type":"FIRST_HALF"},' +
                '"ends_at":{"date_time":"' + (Get-WireEnd 2026-08-07) + 'T00:00:00","type":"SECOND_HALF"}}')
            ($sandbox.Requests | Where-Object Method -EQ POST).RawTarget | Should -Be '/v2/absence-periods'
            $made | Should -BeOfType 'Personio.Models.AbsencePeriod'
            $made.AbsencePeriodId | Should -Be $sandbox.Tenant.Ledger[-1].Id
            $made.Status | Should -Be 'PENDING'
            $made.StartDate, $made.EndDate | Should -Be ([datetime]'2026-08-03'), ([datetime]'2026-08-07')
            $made.AbsenceType | Should -Be 'Vacation'
        }

        It 'sends comment and substitute unchanged' {
            $substitute = Add-Person $sandbox
            $comment = "Zahnärztin, `"14 Uhr`"`nund =1+1 <b>"

            $made = New-PersonioAbsencePeriod $person 'Unpaid leave' 2026-08-03 2026-08-03 -Comment $comment -SubstituteId " $substitute "

            $body = Get-Post | ConvertFrom-Json
            $body.comment | Should -BeExactly $comment
            $body.substitute.id | Should -BeExactly $substitute
            $made.Comment | Should -BeExactly $comment
            $made.SubstituteId | Should -Be $substitute
        }

        It 'skips the approval only on request' {
            $made = New-PersonioAbsencePeriod $person Vacation 2026-08-03 2026-08-03 -SkipApproval

            ($sandbox.Requests | Where-Object Method -EQ POST).RawTarget | Should -Be '/v2/absence-periods?skip_approval=true'
            $made.Status | Should -Be 'APPROVED'
        }

        It 'does not skip the approval with -SkipApproval:$false' {
            $null = New-PersonioAbsencePeriod $person Vacation 2026-08-03 2026-08-03 -SkipApproval:$false

            ($sandbox.Requests | Where-Object Method -EQ POST).RawTarget | Should -Be '/v2/absence-periods'
        }

        It 'sends <start> and <end> for <days> days with the halves <startHalf> and <endHalf>' -ForEach @(
            @{ Days = 1; StartHalf = $null; EndHalf = $null; Start = 'FIRST_HALF'; End = 'SECOND_HALF' }
            @{ Days = 1; StartHalf = 'First'; EndHalf = 'First'; Start = 'FIRST_HALF'; End = 'FIRST_HALF' }
            @{ Days = 1; StartHalf = 'Second'; EndHalf = 'Second'; Start = 'SECOND_HALF'; End = 'SECOND_HALF' }
            @{ Days = 1; StartHalf = 'First'; EndHalf = 'Second'; Start = 'FIRST_HALF'; End = 'SECOND_HALF' }
            @{ Days = 1; StartHalf = 'second'; EndHalf = $null; Start = 'SECOND_HALF'; End = 'SECOND_HALF' }
            @{ Days = 1; StartHalf = $null; EndHalf = 'first'; Start = 'FIRST_HALF'; End = 'FIRST_HALF' }
            @{ Days = 3; StartHalf = $null; EndHalf = $null; Start = 'FIRST_HALF'; End = 'SECOND_HALF' }
            @{ Days = 3; StartHalf = 'Second'; EndHalf = $null; Start = 'SECOND_HALF'; End = 'SECOND_HALF' }
            @{ Days = 3; StartHalf = $null; EndHalf = 'First'; Start = 'FIRST_HALF'; End = 'FIRST_HALF' }
            @{ Days = 3; StartHalf = 'Second'; EndHalf = 'First'; Start = 'SECOND_HALF'; End = 'FIRST_HALF' }
        ) {
            $last = [datetime]'2026-08-02' + [timespan]::FromDays($days)

            $made = New-PersonioAbsencePeriod $person Vacation 2026-08-03 $last -StartHalf $startHalf -EndHalf $endHalf

            $body = Get-Post | ConvertFrom-Json
            $body.starts_from.type, $body.ends_at.type | Should -Be $start, $end
            $made.StartDate, $made.EndDate | Should -Be ([datetime]'2026-08-03'), $last
        }

        It 'sends times for types that are counted in hours, and no halves' {
            $made = New-PersonioAbsencePeriod $person Überstundenausgleich '2026-08-03 09:30' '2026-08-03 11:15'

            Get-Post | Should -BeLike '*"starts_from":{"date_time":"2026-08-03T09:30:00"},"ends_at":{"date_time":"2026-08-03T11:15:00"}}'
            $made.StartDate, $made.EndDate | Should -Be ([datetime]'2026-08-03 09:30'), ([datetime]'2026-08-03 11:15')
        }

        It 'refuses an open end that was not requested: <kind>' -ForEach @(
            @{ Kind = 'no -EndDate'; Call = { New-PersonioAbsencePeriod $person Vacation 2026-08-03 @with } }
            @{ Kind = 'an -EndDate that is null'; Call = { New-PersonioAbsencePeriod $person Vacation 2026-08-03 -EndDate $null @with } }
            @{ Kind = 'a row without EndDate'; Call = {
                    [pscustomobject]@{ PersonId = $person; AbsenceType = 'Vacation'; StartDate = '2026-08-03' } | New-PersonioAbsencePeriod @with } }
            @{ Kind = 'an empty cell'; Call = {
                    "PersonId,AbsenceType,EndDate,StartDate`n$person,Vacation,,2026-08-03" | ConvertFrom-Csv | New-PersonioAbsencePeriod @with } }
            @{ Kind = 'a blank last cell'; Call = {
                    "PersonId,AbsenceType,StartDate,EndDate`n$person,Vacation,2026-08-03, " | ConvertFrom-Csv | New-PersonioAbsencePeriod @with } }
            @{ Kind = 'a cell OpenEnd that says no'; Call = {
                    "PersonId,AbsenceType,StartDate,EndDate,OpenEnd`n$person,Vacation,2026-08-03,,false" | ConvertFrom-Csv | New-PersonioAbsencePeriod @with } }
            @{ Kind = 'an empty cell OpenEnd'; Call = {
                    "PersonId,AbsenceType,StartDate,EndDate,OpenEnd`n$person,Vacation,2026-08-03,," | ConvertFrom-Csv | New-PersonioAbsencePeriod @with } }
        ) {
            $with = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failed' }

            . $call | Should -BeNullOrEmpty

            $failed | Should -HaveCount 1
            $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$new"
            "$failed" | Should -BeLike "*person '$person' was not created: its EndDate is empty*-OpenEnd*"
            Get-Sent $sandbox POST | Should -BeNullOrEmpty
        }

        It 'creates a requested open end: <kind>' -ForEach @(
            @{ Kind = '-OpenEnd'; Call = { New-PersonioAbsencePeriod $person Vacation 2026-08-03 -OpenEnd } }
            @{ Kind = 'a cell'; Call = {
                    "PersonId,AbsenceType,StartDate,EndDate,OpenEnd`n$person,Vacation,2026-08-03,,true" | ConvertFrom-Csv | New-PersonioAbsencePeriod } }
            @{ Kind = 'a copy'; Call = {
                    $other = Add-Person $sandbox
                    $id = Add-Absence $sandbox $other 2026-08-03T00:00:00 FIRST_HALF
                    Get-PersonioAbsencePeriod -AbsencePeriodId $id | New-PersonioAbsencePeriod -PersonId $person } }
        ) {
            $made = . $call

            $made.EndDate | Should -BeNullOrEmpty
            Get-Post | Should -Not -Match 'ends_at'
        }

        It 'accepts a row with an end and an empty cell OpenEnd' {
            $made = "PersonId,AbsenceType,StartDate,EndDate,OpenEnd`n$person,Vacation,2026-08-03,2026-08-04," | ConvertFrom-Csv | New-PersonioAbsencePeriod

            $made.EndDate | Should -Be ([datetime]'2026-08-04')
        }
    }

    Describe 'What New-PersonioAbsencePeriod refuses' {
        It 'refuses <wrong> before any change' -ForEach @(
            @{ Wrong = 'an end before the start'; With = @{ EndDate = '2026-08-02' }; Says = '*2026-08-02, before*2026-08-03*' }
            @{ Wrong = 'a single day from midday to midday'; With = @{ StartHalf = 'Second'; EndHalf = 'First' }; Says = '*single day*' }
            @{ Wrong = 'a half of an open end'; With = @{ EndDate = $null; OpenEnd = $true; EndHalf = 'First' }; Says = '*EndHalf requires EndDate*' }
            @{ Wrong = 'an end that is open'; With = @{ OpenEnd = $true }; Says = '*EndDate and OpenEnd*' }
            @{ Wrong = 'an empty person'; With = @{ PersonId = '' }; Says = '*PersonId is empty*' }
            @{ Wrong = 'a blank person'; With = @{ PersonId = ' ' }; Says = '*PersonId is empty*' }
            @{ Wrong = 'an empty type'; With = @{ AbsenceType = '' }; Says = '*AbsenceType is empty*' }
            @{ Wrong = 'a blank type'; With = @{ AbsenceType = ' ' }; Says = '*AbsenceType is empty*' }
            @{ Wrong = 'an empty start'; With = @{ StartDate = '' }; Says = '*StartDate is empty*' }
            @{ Wrong = 'a comment of 2001 characters'; With = @{ Comment = 'ä' * 2001 }; Says = '*2001 characters*2000*' }
            @{ Wrong = 'a time of a type that counts days'; With = @{ StartDate = '2026-08-03T09:00' }; Says = '*counted in days*' }
            @{ Wrong = 'a time of the end of a type that counts days'; With = @{ EndDate = '2026-08-03T17:00' }; Says = '*counted in days*' }
            @{ Wrong = 'days of a type that counts hours'; With = @{ AbsenceType = 'Überstundenausgleich' }; Says = '*counted in hours*times*' }
            @{ Wrong = 'a half of a type that counts hours'; Says = '*counted in hours*no half*'
                With = @{ AbsenceType = 'Überstundenausgleich'; StartDate = '2026-08-03T09:00'; EndDate = '2026-08-03T10:00'; StartHalf = 'First' } }
            @{ Wrong = 'hours over two days'; Says = '*one day*'
                With = @{ AbsenceType = 'Überstundenausgleich'; StartDate = '2026-08-03T22:00'; EndDate = '2026-08-04T02:00' } }
            @{ Wrong = 'hours until midnight'; Says = '*midnight*'
                With = @{ AbsenceType = 'Überstundenausgleich'; StartDate = '2026-08-03T22:00'; EndDate = '2026-08-04' } }
            @{ Wrong = 'no hours at all'; Says = '*start and end are the same*'
                With = @{ AbsenceType = 'Überstundenausgleich'; StartDate = '2026-08-03T09:00'; EndDate = '2026-08-03T09:00' } }
            @{ Wrong = 'hours without an end'; Says = '*needs an end*'
                With = @{ AbsenceType = 'Überstundenausgleich'; StartDate = '2026-08-03T09:00'; EndDate = $null; OpenEnd = $true } }
        ) {
            $absence = @{ PersonId = $person; AbsenceType = 'Vacation'; StartDate = '2026-08-03'; EndDate = '2026-08-03' }
            $with.GetEnumerator() | ForEach-Object { $absence[$_.Key] = $_.Value }

            $made = New-PersonioAbsencePeriod @absence -ErrorAction SilentlyContinue -ErrorVariable failed
            $madeOfRow = [pscustomobject]$absence | New-PersonioAbsencePeriod -ErrorAction SilentlyContinue -ErrorVariable +failed

            $made, $madeOfRow | Where-Object { $_ } | Should -BeNullOrEmpty
            $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$new", "InvalidRequest,$new"
            $failed[0].Exception.Message | Should -BeLike $says
            $failed[1].Exception.Message | Should -BeExactly $failed[0].Exception.Message
            Get-Sent $sandbox | Where-Object { $_ -ne 'GET /v2/absence-types' } | Should -BeNullOrEmpty
            $sandbox.Tenant.Ledger.Count | Should -Be $before
        }

        It 'accepts a comment of 2000 characters' {
            (New-PersonioAbsencePeriod $person Vacation 2026-08-03 2026-08-03 -Comment ('ä' * 2000)).Comment.Length | Should -Be 2000
        }

        It 'refuses an invalid half, and lists the valid ones' {
            { New-PersonioAbsencePeriod $person Vacation 2026-08-03 2026-08-03 -StartHalf Morning } |
                Should -Throw -ErrorId "ParameterArgumentTransformationError,$new" -ExpectedMessage '*First, Second*'
        }

        It 'refuses a row with an invalid half, and does not turn it into a whole day' {
            $row = [pscustomobject]@{
                PersonId = $person; AbsenceType = 'Vacation'; StartDate = '2026-08-03'; EndDate = '2026-08-03'; StartHalf = 'Morning'
            }

            $made = $row | New-PersonioAbsencePeriod -ErrorAction SilentlyContinue -ErrorVariable failed

            $made | Should -BeNullOrEmpty
            $failed | Should -HaveCount 1
            $failed.Exception.Message | Should -BeLike "*'Morning' is not valid. Use one of: First, Second*"
            $failed.TargetObject | Should -Be $row
        }

        It 'writes a Conflict for days that are already booked, and creates nothing twice' {
            $row = [pscustomobject]@{ PersonId = $person; AbsenceType = 'Vacation'; StartDate = '2026-08-03'; EndDate = '2026-08-07' }

            $made = $row, $row | New-PersonioAbsencePeriod -ErrorAction SilentlyContinue -ErrorVariable failed

            $made | Should -HaveCount 1
            $failed.FullyQualifiedErrorId | Should -Be "Conflict,$new"
            $failed[0].CategoryInfo.Category | Should -Be 'ResourceExists'
            $failed[0].TargetObject | Should -Be $row
            $failed[0].Exception.Message | Should -BeLike '*409*overlaps*'
            $sandbox.Tenant.Ledger.Count - $before | Should -Be 1
        }

        It 'reports a refusal by Personio: a substitute is required' {
            New-PersonioAbsencePeriod $person 'Unpaid leave' 2026-08-03 2026-08-03 -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$new"
            $failed[0].TargetObject | Should -Be $person
            $failed[0].Exception.Message | Should -BeLike '*422*substitute is required*'
        }

        It 'says that the outcome is unknown if the response is lost, and sends a change once' {
            Add-Fault @{ Method = 'POST'; PathPrefix = '/v2/absence-periods'; Kind = 'ResetBeforeResponse'; AfterProcessing = $true }

            $made = New-PersonioAbsencePeriod $person Vacation 2026-08-03 2026-08-03 -ErrorAction SilentlyContinue -ErrorVariable failed

            $made | Should -BeNullOrEmpty
            $failed.FullyQualifiedErrorId | Should -Be "ConnectionFailed,$new"
            $failed[0].CategoryInfo.Category | Should -Be 'ConnectionError'
            $failed[0].Exception.Message | Should -BeLike '*may or may not have been applied*'
            $failed[0].Exception.OutcomeUnknown | Should -BeTrue
            Get-Sent $sandbox POST | Should -HaveCount 1
            $sandbox.Tenant.Ledger.Count - $before | Should -Be 1
        }

        It 'says the same if the response is <status>, and sends a change once' -ForEach @(
            @{ Status = 500 }
            @{ Status = 502 }
        ) {
            Add-Fault @{ Method = 'POST'; PathPrefix = '/v2/absence-periods'; Status = $status }

            New-PersonioAbsencePeriod $person Vacation 2026-08-03 2026-08-03 -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "ServiceUnavailable,$new"
            $failed[0].Exception.Message | Should -BeLike '*may or may not have been applied*'
            Get-Sent $sandbox POST | Should -HaveCount 1
        }

        It 'retries a change after a 429, because nothing was done' {
            Add-Fault @{ Method = 'POST'; PathPrefix = '/v2/absence-periods'; Status = 429 }

            $made = New-PersonioAbsencePeriod $person Vacation 2026-08-03 2026-08-03

            $made.PersonId | Should -Be $person
            Get-Sent $sandbox POST | Should -HaveCount 2
            $sandbox.Tenant.Ledger.Count - $before | Should -Be 1
        }

        It 'does not write an error if the absence was created but cannot be read back' {
            Add-Fault @{ Method = 'GET'; PathPattern = '^/v2/absence-periods/.'; Status = 404; Times = -1 }

            $made = New-PersonioAbsencePeriod $person Vacation 2026-08-03 2026-08-03 -ErrorVariable failed

            $failed | Should -BeNullOrEmpty
            $made.AbsencePeriodId | Should -Be $sandbox.Tenant.Ledger[-1].Id
            $made.PersonId | Should -Be $person
        }
    }

    Describe 'The absence type of New-PersonioAbsencePeriod' {
        It 'can be <given>' -ForEach @(
            @{ Given = 'vacation'; Name = 'Vacation' }
            @{ Given = ' Vacation '; Name = 'Vacation' }
            @{ Given = 'SICK DAY'; Name = 'Sick day' }
            @{ Given = 'sick days'; Name = 'Sick days' }
        ) {
            (New-PersonioAbsencePeriod $person $given 2026-08-03 2026-08-03).AbsenceType | Should -Be $name
        }

        It 'can be an id in any case' {
            (New-PersonioAbsencePeriod $person $vacation.ToUpper() 2026-08-03 2026-08-03).AbsenceType | Should -Be 'Vacation'

            (Get-Post | ConvertFrom-Json).absence_type.id | Should -BeExactly $vacation
        }

        It 'binds AbsenceTypeId if an object has no AbsenceType' {
            $made = [pscustomobject]@{ PersonId = $person; AbsenceTypeId = $vacation; StartDate = '2026-08-03'; EndDate = '2026-08-03' } |
                New-PersonioAbsencePeriod

            $made.AbsenceType | Should -Be 'Vacation'
        }

        It 'cannot be <given>, and similar types are listed with their ids' -ForEach @(
            @{ Given = 'Vacaton'; Near = 'Vacation' }
            @{ Given = 'Sick-day'; Near = 'Sick day' }
            @{ Given = 'Sick d*'; Near = 'Sick day' }
            @{ Given = '*'; Near = $null }
            @{ Given = '00000000-0000-0000-0000-000000000000'; Near = $null }
        ) {
            New-PersonioAbsencePeriod $person $given 2026-08-03 2026-08-03 -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "AbsenceTypeNotFound,$new"
            $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
            $failed[0].Exception.Message | Should -BeLike "Absence type '$([wildcardpattern]::Escape($given))' was not found.* Run Get-PersonioAbsenceType to list all."
            $failed[0].Exception.Message -like '*Did you mean*' | Should -Be ([bool] $near)
            if ($near) {
                $failed[0].Exception.Message | Should -BeLike "*'$near' ($($sandbox.Tenant.FindAbsenceTypeId($near)))*"
            }
            Get-Sent $sandbox | Should -Be 'GET /v2/absence-types'
        }

        It 'cannot be a name that two types share, and their ids are listed' {
            Add-Fault @{
                PathPrefix = '/v2/absence-types'; Kind = 'RawBody'
                Body = '{"_data":[{"id":"t-1","name":"Leave","unit":"DAY"},{"id":"t-2","name":"LEAVE ","unit":"DAY"}],"_meta":{}}'
            }

            New-PersonioAbsencePeriod $person leave 2026-08-03 2026-08-03 -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$new"
            $failed[0].Exception.Message | Should -BeLike "*'leave'*(t-1)*(t-2)*"
            Get-Sent $sandbox POST | Should -BeNullOrEmpty
        }
    }

    Describe 'Remove-PersonioAbsencePeriod' {
        BeforeEach {
            $id = Add-Absence $sandbox $person '2026-08-03T00:00:00' FIRST_HALF '2026-08-07T00:00:00' SECOND_HALF
            $other = Add-Absence $sandbox $person '2026-09-01T00:00:00' FIRST_HALF
        }

        It 'removes an absence by its id, and writes nothing' {
            Remove-PersonioAbsencePeriod $id -Confirm:$false | Should -BeNullOrEmpty

            Get-Sent $sandbox DELETE | Should -Be "DELETE /v2/absence-periods/$id"
            $sandbox.Tenant.AbsencePeriodIds | Should -Not -Contain $id
            $sandbox.Tenant.AbsencePeriodIds | Should -Contain $other
            { Get-PersonioAbsencePeriod -AbsencePeriodId $id -ErrorAction Stop } |
                Should -Throw -ErrorId 'AbsencePeriodNotFound,Personio.Commands.GetPersonioAbsencePeriodCommand'
        }

        It 'removes <kind>' -ForEach @(
            @{ Kind = 'piped absences'; Call = { Get-PersonioAbsencePeriod -PersonId $person | Remove-PersonioAbsencePeriod -Confirm:$false } }
            @{ Kind = 'ids that are piped'; Call = { $id, $other | Remove-PersonioAbsencePeriod -Confirm:$false } }
            @{ Kind = 'several ids'; Call = { Remove-PersonioAbsencePeriod -AbsencePeriodId $id, $other -Confirm:$false } }
            @{ Kind = 'objects with an Id'; Call = { $id, $other | ForEach-Object { [pscustomobject]@{ Id = $_ } } | Remove-PersonioAbsencePeriod -Confirm:$false } }
            @{ Kind = 'the rows of a CSV file'; Call = {
                    Get-PersonioAbsencePeriod -PersonId $person | Export-Csv TestDrive:/absences.csv
                    Import-Csv TestDrive:/absences.csv | Remove-PersonioAbsencePeriod -Confirm:$false } }
        ) {
            . $call

            $sandbox.Tenant.Ledger | Select-Object -Skip $before | ForEach-Object { "$($_.Method) $($_.Id)" } |
                Should -Be "DELETE $id", "DELETE $other"
        }

        It 'does not read piped absences again' {
            $absence = Get-PersonioAbsencePeriod -AbsencePeriodId $id
            $sandbox.ClearRequests()

            $absence | Remove-PersonioAbsencePeriod -Confirm:$false

            Get-Sent $sandbox | Should -Be "DELETE /v2/absence-periods/$id"
        }

        It 'returns the removed absence with -PassThru' {
            $removed = Remove-PersonioAbsencePeriod $id -Confirm:$false -PassThru

            $removed | Should -BeOfType 'Personio.Models.AbsencePeriod'
            $removed.AbsencePeriodId | Should -Be $id
            $removed.AbsenceType | Should -Be 'Vacation'
        }

        It 'writes an error for an id that does not exist, and continues' {
            Remove-PersonioAbsencePeriod 'none', $id -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "AbsencePeriodNotFound,$remove"
            $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
            $failed[0].TargetObject | Should -Be 'none'
            $sandbox.Tenant.AbsencePeriodIds | Should -Not -Contain $id
        }

        It 'writes an error for a piped absence that has already been removed' {
            $absence = Get-PersonioAbsencePeriod -AbsencePeriodId $id
            Remove-PersonioAbsencePeriod $id -Confirm:$false

            $absence | Remove-PersonioAbsencePeriod -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "AbsencePeriodNotFound,$remove"
            $failed[0].TargetObject.AbsencePeriodId | Should -Be $id
        }

        It 'succeeds if the response is lost and the retry finds nothing' {
            $absence = Get-PersonioAbsencePeriod -AbsencePeriodId $id
            Add-Fault @{ Method = 'DELETE'; Kind = 'ResetBeforeResponse'; AfterProcessing = $true }

            $absence | Remove-PersonioAbsencePeriod -Confirm:$false -ErrorVariable failed

            $failed | Should -BeNullOrEmpty
            ($sandbox.Requests | Where-Object Method -EQ DELETE).Status[-1] | Should -Be 404
            Get-Sent $sandbox DELETE | Should -HaveCount 2
            $sandbox.Tenant.AbsencePeriodIds | Should -Not -Contain $id
        }

        It 'refuses <bad> before any request' -ForEach @(
            @{ Bad = '' }
            @{ Bad = '..' }
            @{ Bad = 'a/b' }
        ) {
            Remove-PersonioAbsencePeriod $bad -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$remove"
            $failed[0].TargetObject | Should -BeExactly $bad
            Get-Sent $sandbox | Should -BeNullOrEmpty
        }

        It 'requires that absences are specified: <kind>' -ForEach @(
            @{ Kind = 'none is named'; Call = { Remove-PersonioAbsencePeriod @with } }
            @{ Kind = 'the id is not set'; Call = { Remove-PersonioAbsencePeriod -AbsencePeriodId $null @with } }
            @{ Kind = 'nothing is piped'; Call = { $null | Remove-PersonioAbsencePeriod @with } }
            @{ Kind = 'a person is piped'; Call = { [pscustomobject]@{ PersonId = $person } | Remove-PersonioAbsencePeriod @with } }
        ) {
            $with = @{ Confirm = $false; ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failed' }

            . $call

            $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$remove"
            Get-Sent $sandbox | Should -BeNullOrEmpty
        }

        It 'asks for confirmation unless told not to' {
            [Personio.Commands.RemovePersonioAbsencePeriodCommand].GetCustomAttributes($true).ConfirmImpact | Should -Contain 'High'
        }
    }

    Describe 'A -WhatIf' {
        BeforeEach {
            $id = Add-Absence $sandbox $person '2026-08-03T00:00:00' SECOND_HALF '2026-08-07T00:00:00' FIRST_HALF
            $open = Add-Absence $sandbox $person '2026-10-01T00:00:00' FIRST_HALF
            $count = $sandbox.Tenant.AbsencePeriodCount
        }

        AfterEach {
            Get-Sent $sandbox | Where-Object { $_ -notlike 'GET *' } | Should -BeNullOrEmpty
            $sandbox.Tenant.AbsencePeriodCount | Should -Be $count
            $sandbox.Tenant.Ledger.Count | Should -Be $before
        }

        It 'of New-PersonioAbsencePeriod shows person, type and dates of each row, and sends no change' {
            $rows = @(
                [pscustomobject]@{ PersonId = $person; AbsenceType = 'vacation'; StartDate = '2025-08-03'; EndDate = '2025-08-07'; EndHalf = 'First' }
                [pscustomobject]@{ PersonId = $person; AbsenceType = $hourly; StartDate = '2025-09-01T09:30'; EndDate = '2025-09-01T11:00' }
                [pscustomobject]@{ PersonId = (Add-Person $sandbox); AbsenceType = 'Sick day'; StartDate = '2025-10-01'; OpenEnd = $true }
            )

            $said = Get-HostOutput { $rows | New-PersonioAbsencePeriod -WhatIf }

            $said | Should -HaveCount 3
            $said[0] | Should -BeLike "*`"Create absence`"*`"Vacation of person $person (Given Family 1), 2025-08-03 to 2025-08-07 (First half)`"*"
            $said[1] | Should -BeLike "*Überstundenausgleich of person $person (Given Family 1), 2025-09-01 09:30 to 2025-09-01 11:00*"
            $said[2] | Should -BeLike '*Sick day of person *, 2025-10-01 to open end*'
        }

        It 'of New-PersonioAbsencePeriod foresees <what>, with a few requests for all rows' -ForEach @(
            @{ What = 'an absence that overlaps'; Row = @{ StartDate = '2026-08-07'; EndDate = '2026-08-10' }; Refusal = 'Conflict'
                Says = '*would not be created. It overlaps Vacation 2026-08-03..2026-08-07 (*).' }
            @{ What = 'that half a day is free'; Row = @{ StartDate = '2026-08-07'; StartHalf = 'Second'; EndDate = '2026-08-10' } }
            @{ What = 'an absence without an end'; Row = @{ StartDate = '2027-01-04'; EndDate = '2027-01-05' }; Refusal = 'Conflict'
                Says = '*It overlaps Vacation 2026-10-01.. (*).' }
            @{ What = 'a row of the same file'; Row = @{ StartDate = '2025-01-07'; EndDate = '2025-01-09' }; Refusal = 'Conflict'
                Says = '*It overlaps Vacation of person *, 2025-01-06 to 2025-01-07, which comes before it.' }
            @{ What = 'that the person does not exist'; Row = @{ PersonId = '1'; StartDate = '2025-02-03'; EndDate = '2025-02-04' }; Refusal = 'PersonNotFound'
                Says = '*would not be created. Person 1 was not found.*' }
        ) {
            $given = @{ PersonId = $row.PersonId ?? $person; AbsenceType = 'Vacation'; StartDate = $row.StartDate; EndDate = $row.EndDate; StartHalf = $row.StartHalf }
            $rows = @(
                [pscustomobject]@{ PersonId = $person; AbsenceType = 'Vacation'; StartDate = '2025-01-06'; EndDate = '2025-01-07' }
                [pscustomobject]$given
            )
            $sandbox.ClearRequests()

            $said = Get-HostOutput { $rows | New-PersonioAbsencePeriod -WhatIf -ErrorAction SilentlyContinue -ErrorVariable script:failed }

            $said | Should -HaveCount ($refusal ? 1 : 2)
            @($failed) | Should -HaveCount ($refusal ? 1 : 0)
            if ($refusal) {
                $failed.FullyQualifiedErrorId | Should -Be "$refusal,$new"
                "$failed" | Should -BeLike $says
                $failed.TargetObject | Should -Be $rows[1]
            }

            @(Get-Sent $sandbox) -like '*/absence-periods' | Should -HaveCount 2
            @(Get-Sent $sandbox) -like '*/persons' | Should -HaveCount 1
        }

        It 'of New-PersonioAbsencePeriod shows the rows that would be refused' {
            $row = [pscustomobject]@{ PersonId = $person; AbsenceType = 'Vacation'; StartDate = '2027-08-03'; EndDate = '2027-08-02' }

            $said = Get-HostOutput { $row | New-PersonioAbsencePeriod -WhatIf -ErrorAction SilentlyContinue -ErrorVariable script:failed }

            $said | Should -BeNullOrEmpty
            $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$new"
        }

        It 'of Remove-PersonioAbsencePeriod shows person, type and dates of <kind>, and sends no change' -ForEach @(
            @{ Kind = 'ids'; Call = { Remove-PersonioAbsencePeriod $id, $open -WhatIf } }
            @{ Kind = 'piped absences'; Call = { Get-PersonioAbsencePeriod -PersonId $person | Remove-PersonioAbsencePeriod -WhatIf } }
            @{ Kind = 'ids, with $WhatIfPreference'; Call = { $WhatIfPreference = $true; Remove-PersonioAbsencePeriod $id, $open } }
        ) {
            $said = Get-HostOutput $call

            $said | Should -HaveCount 2
            $said[0] | Should -BeLike "*`"Remove *`" on target `"Vacation of person $person, 2026-08-03 to 2026-08-07 ($id)*"
            $said[1] | Should -BeLike "*Vacation of person $person, 2026-10-01 to open end ($open)*"
        }

        It 'never prevents a read' {
            $null = $sandbox.Tenant.AddAttendancePeriod($person, 'WORK', '2026-03-02T08:00:00', [NullString]::Value, 'PENDING', [NullString]::Value)
            $WhatIfPreference = $true

            $read = & {
                Get-PersonioPerson -PersonId $person
                Get-PersonioEmployment $person
                Get-PersonioAbsenceType Vacation
                Get-PersonioAbsencePeriod -AbsencePeriodId $id
                Get-PersonioAbsenceBreakdown $id | Select-Object -First 1
                Get-PersonioAttendancePeriod -PersonId $person
                Invoke-PersonioRequest /v2/absence-types | Select-Object -First 1
            }

            $read | Should -HaveCount 7
        }
    }
}
