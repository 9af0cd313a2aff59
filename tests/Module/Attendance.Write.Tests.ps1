BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 0; AttendanceDays = 0; Today = [dateonly]::new(2026, 6, 15) }
    $new = 'Personio.Commands.NewPersonioAttendancePeriodCommand'
    $set = 'Personio.Commands.SetPersonioAttendancePeriodCommand'
    $remove = 'Personio.Commands.RemovePersonioAttendancePeriodCommand'
    $path = '/v2/attendance-periods'

    function Get-Change {
        # Returns the single change that was sent.
        param([string] $Method)

        $sent = @($sandbox.Requests | Where-Object Method -EQ $Method)
        $sent | Should -HaveCount 1
        $sent[0]
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

    function Add-Attendance {
        param($Type = 'WORK', $Start = '2026-06-01T08:00:00', $End = '2026-06-01T17:00:00', $Project = [NullString]::Value)

        $sandbox.Tenant.AddAttendancePeriod($person, $Type, $Start, ($End ? $End : [NullString]::Value), 'CONFIRMED', $Project)
    }
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'Attendance that is written' {
    BeforeEach {
        Connect-To $sandbox
        $person = Add-Person $sandbox
        $before = $sandbox.Tenant.Ledger.Count
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    Context 'New-PersonioAttendancePeriod' {
        It 'sends exactly what was specified, and returns the period as Personio has it' {
            $made = New-PersonioAttendancePeriod -PersonId $person -Type Work -Start '2026-06-01T08:00' -End '2026-06-01T17:00'

            $sent = Get-Change POST
            $sent.RawTarget | Should -Be $path
            $sent.Body | Should -BeExactly ('{"person":{"id":"' + $person + '"},"type":"WORK",' +
                '"start":{"date_time":"2026-06-01T08:00:00"},"end":{"date_time":"2026-06-01T17:00:00"}}')
            $made | Should -BeOfType 'Personio.Models.AttendancePeriod'
            $made.AttendancePeriodId | Should -Be $sandbox.Tenant.Ledger[-1].Id
            $made.PersonId, $made.Type, $made.Status, $made.Hours | Should -Be $person, 'WORK', 'PENDING', 9
            $made.AffectedPeriods.Count | Should -Be 0
        }

        It 'sends comment and project unchanged, and skips the approval only on request' {
            $made = New-PersonioAttendancePeriod $person Work '2026-06-01 22:00' '2026-06-02 06:00' -Comment "=1+1, `"ü`"" -ProjectId ' 82173 ' -SkipApproval

            $sent = Get-Change POST
            $sent.RawTarget | Should -Be "${path}?skip_approval=true"
            ($sent.Body | ConvertFrom-Json).comment | Should -BeExactly "=1+1, `"ü`""
            ($sent.Body | ConvertFrom-Json).project.id | Should -BeExactly '82173'
            $made.Status, $made.Hours, $made.AttributionDate | Should -Be 'CONFIRMED', 8, ([datetime]'2026-06-01')
        }

        It 'never moves a time into another time zone' {
            $null = New-PersonioAttendancePeriod $person Work '2026-06-01T09:30:00' ([datetime]::new(2026, 6, 1, 11, 0, 0, [DateTimeKind]::Local))

            (Get-Change POST).Body | Should -BeLike '*"start":{"date_time":"2026-06-01T09:30:00"},"end":{"date_time":"2026-06-01T11:00:00"}}'
        }

        It 'shows the periods that Personio has cut, on the object and on Verbose' {
            $work = Add-Attendance

            $made = New-PersonioAttendancePeriod $person Break '2026-06-01 12:00' '2026-06-01 12:30' -Verbose 4>&1
            $told = $made | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] -and "$_" -like 'Personio also changed*' }
            $made = $made | Where-Object { $_ -is [Personio.Models.AttendancePeriod] }

            $made.AffectedPeriods.AttendancePeriodId | Should -Contain $work
            $made.AffectedPeriods | Should -HaveCount 2
            "$($made.AffectedPeriods.End[0])", "$($made.AffectedPeriods.Start[1])" |
                Should -Be "$([datetime]'2026-06-01 12:00')", "$([datetime]'2026-06-01 12:30')"
            "$told" | Should -BeLike "*person $($person): $($made.AffectedPeriods.AttendancePeriodId -join ', ')."
            ($made | ConvertTo-Csv) -join '' | Should -Not -Match 'System\.'
        }

        It 'creates periods from the rows of a CSV file, with one error for each bad row' {
            $rows = 1..10 | ForEach-Object {
                [pscustomobject]@{
                    PersonId = $person; Type = 'Work'; Start = "2026-06-{0:00}T08:00" -f $_; End = "2026-06-{0:00}T16:30" -f $_
                    Comment = "Row $_"; ProjectId = ''
                }
            }
            $rows[2].End = '2026-06-03T07:00'
            $rows[4].Type = 'Lunch'
            $rows[6].Start = '01.02.26'
            $rows[8].PersonId = ' '
            $rows | Export-Csv TestDrive:/hours.csv

            $made = Import-Csv TestDrive:/hours.csv |
                New-PersonioAttendancePeriod -ErrorAction SilentlyContinue -ErrorVariable failed

            $made.Comment | Should -Be 'Row 1', 'Row 2', 'Row 4', 'Row 6', 'Row 8', 'Row 10'
            $failed.TargetObject.Comment | Should -Be 'Row 3', 'Row 5', 'Row 7', 'Row 9'
            $failed.FullyQualifiedErrorId |
                Should -Be "InvalidRequest,$new", "ParameterArgumentTransformationError,$new", "ParameterArgumentTransformationError,$new", "InvalidRequest,$new"
            $failed[1].Exception.Message | Should -BeLike "*'Lunch' is not valid. Use one of: Work, Break*"
            Get-Sent $sandbox POST | Should -HaveCount 6
            $sandbox.Tenant.Ledger.Count - $before | Should -Be 6
        }

        It 'accepts what Get-PersonioAttendancePeriod and Export-Csv wrote under <culture>' -ForEach @(
            @{ Culture = 'de-DE' }
            @{ Culture = 'en-US' }
            @{ Culture = '' }
        ) {
            $null = Add-Attendance WORK '2026-06-01T22:00:00' '2026-06-02T06:15:00' 82173
            $null = Add-Attendance BREAK '2026-06-02T12:00:00' '2026-06-02T12:45:00'
            $old = Get-PersonioAttendancePeriod -PersonId $person
            $other = Add-Person $sandbox

            $made = Use-Culture $culture {
                $old | Select-Object * -ExcludeProperty PersonId | Export-Csv TestDrive:/own.csv
                ($culture -eq 'de-DE' ? (Import-Csv TestDrive:/own.csv) : (Import-OwnCsv TestDrive:/own.csv Start, End)) |
                    New-PersonioAttendancePeriod -PersonId $other
            }

            foreach ($property in 'Type', 'Start', 'End', 'ProjectId') {
                $made.$property | Should -Be $old.$property
            }
        }

        It 'copies piped periods to another person, running ones without a warning' {
            $null = Add-Attendance WORK '2026-06-01T08:00:00' $null
            $other = Add-Person $sandbox

            $made = Get-PersonioAttendancePeriod -PersonId $person |
                New-PersonioAttendancePeriod -PersonId $other -WarningVariable warned

            $made.PersonId, $made.End | Should -Be $other, $null
            $warned | Should -BeNullOrEmpty
        }

        It 'warns of an end that was not left open on purpose, but not of -End $null' {
            $with = @{ WarningAction = 'SilentlyContinue'; WarningVariable = '+warned' }
            $null = New-PersonioAttendancePeriod $person Work '2026-06-01 08:00' @with
            $null = "PersonId,Type,Start,End`n$person,Work,2026-06-02T08:00," | ConvertFrom-Csv | New-PersonioAttendancePeriod @with
            $null = New-PersonioAttendancePeriod $person Work '2026-06-03 08:00' -End $null @with

            $warned | Should -HaveCount 2
            $warned[0].Message | Should -BeLike "No End*Work of person $person, 2026-06-01 08:00 to open end*"
            ($sandbox.Requests | Where-Object Method -EQ POST).Body | Should -Not -Match '"end"'
        }

        It 'refuses <wrong> before any request' -ForEach @(
            @{ Wrong = 'an end before the start'; With = @{ End = '2026-06-01T07:00' }; Says = '*ends at 2026-06-01 07:00, before*08:00*' }
            @{ Wrong = 'an end that is the start'; With = @{ End = '2026-06-01T08:00' }; Says = '*start and end are the same*' }
            @{ Wrong = 'more than 24 hours'; With = @{ End = '2026-06-02T08:01' }; Says = '*over 24 hours*' }
            @{ Wrong = 'a break on a project'; With = @{ Type = 'Break'; ProjectId = '82173' }; Says = '*break*ProjectId 82173*' }
            @{ Wrong = 'a comment of 1001 characters'; With = @{ Comment = 'ä' * 1001 }; Says = '*1001 characters*1000*' }
            @{ Wrong = 'an empty person'; With = @{ PersonId = '' }; Says = '*PersonId is empty*' }
            @{ Wrong = 'an empty type'; With = @{ Type = '' }; Says = '*Type is empty*' }
            @{ Wrong = 'an empty start'; With = @{ Start = '' }; Says = '*Start is empty*' }
        ) {
            $period = @{ PersonId = $person; Type = 'Work'; Start = '2026-06-01T08:00'; End = '2026-06-01T12:00' }
            $with.GetEnumerator() | ForEach-Object { $period[$_.Key] = $_.Value }

            New-PersonioAttendancePeriod @period -ErrorAction SilentlyContinue -ErrorVariable failed
            $row = [pscustomobject]$period
            $row | New-PersonioAttendancePeriod -ErrorAction SilentlyContinue -ErrorVariable +failed

            $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$new", "InvalidRequest,$new"
            $failed[0].Exception.Message | Should -BeLike $says
            $failed[1].TargetObject | Should -Be $row
            Get-Sent $sandbox | Should -BeNullOrEmpty
        }

        It 'accepts 24 hours and a comment of 1000 characters' {
            $made = New-PersonioAttendancePeriod $person Work 2026-06-01 2026-06-02 -Comment ('ä' * 1000)

            $made.Hours, $made.Comment.Length | Should -Be 24, 1000
        }

        It 'reports a refusal by Personio: <kind>' -ForEach @(
            @{ Kind = 'a project that is archived'; With = @{ ProjectId = '82175' }; Says = '*422*active project*' }
            @{ Kind = 'a person who is not there'; With = @{ PersonId = '1' }; Says = '*422*The person was not found*' }
        ) {
            $period = @{ PersonId = $person; Type = 'Work'; Start = '2026-06-01T08:00'; End = '2026-06-01T12:00' }
            $with.GetEnumerator() | ForEach-Object { $period[$_.Key] = $_.Value }

            New-PersonioAttendancePeriod @period -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$new"
            $failed[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
            $failed[0].TargetObject | Should -Be $period.PersonId
            $failed[0].Exception.Message | Should -BeLike $says
        }

        It 'sends a change once if its response is lost, and says that the outcome is unknown' {
            Add-Fault $sandbox @{ Method = 'POST'; PathPrefix = $path; Kind = 'ResetBeforeResponse'; AfterProcessing = $true }

            New-PersonioAttendancePeriod $person Work 2026-06-01T08:00 2026-06-01T09:00 -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "ConnectionFailed,$new"
            $failed[0].Exception.OutcomeUnknown | Should -BeTrue
            Get-Sent $sandbox POST | Should -HaveCount 1
        }

        It 'does not write an error if the period was created but cannot be read back' {
            Add-Fault $sandbox @{ Method = 'GET'; PathPattern = '^/v2/attendance-periods/.'; Status = 404; Times = -1 }

            $made = New-PersonioAttendancePeriod $person Work 2026-06-01T08:00 2026-06-01T09:00 -ErrorVariable failed

            $failed | Should -BeNullOrEmpty
            $made.AttendancePeriodId, $made.PersonId | Should -Be $sandbox.Tenant.Ledger[-1].Id, $person
        }
    }

    Context 'Set-PersonioAttendancePeriod' {
        BeforeEach {
            $id = Add-Attendance -Project 82173
        }

        It 'sends only -<parameter>, and writes nothing' -ForEach @(
            @{ Parameter = 'Start'; Value = '2026-06-01T07:30'; Body = '{"start":{"date_time":"2026-06-01T07:30:00"}}' }
            @{ Parameter = 'End'; Value = '2026-06-01T17:30'; Body = '{"end":{"date_time":"2026-06-01T17:30:00"}}' }
            @{ Parameter = 'End'; Value = $null; Body = '{"end":null}' }
            @{ Parameter = 'Comment'; Value = 'Späti'; Body = '{"comment":"Späti"}' }
            @{ Parameter = 'Comment'; Value = $null; Body = '{"comment":null}' }
            @{ Parameter = 'Comment'; Value = ''; Body = '{"comment":null}' }
            @{ Parameter = 'ProjectId'; Value = '82174'; Body = '{"project":{"id":"82174"}}' }
            @{ Parameter = 'ProjectId'; Value = $null; Body = '{"project":null}' }
        ) {
            $change = @{ $parameter = $value }

            Set-PersonioAttendancePeriod $id @change | Should -BeNullOrEmpty

            (Get-Change PATCH).RawTarget | Should -Be "$path/$id"
            (Get-Change PATCH).Body | Should -BeExactly $body
            Get-Sent $sandbox | Should -HaveCount 1
            $sandbox.Tenant.Ledger.Count - $before | Should -Be 1
        }

        It 'reads the changed period with -PassThru, and skips the approval only on request' {
            $changed = Set-PersonioAttendancePeriod $id -End 2026-06-01T18:00 -SkipApproval -PassThru

            $changed | Should -BeOfType 'Personio.Models.AttendancePeriod'
            $changed.Hours, $changed.Status | Should -Be 10, 'CONFIRMED'
            (Get-Change PATCH).RawTarget | Should -Be "$path/${id}?skip_approval=true"
        }

        It 'changes <kind> and sends only what was specified' -ForEach @(
            @{ Kind = 'piped periods'; Call = { Get-PersonioAttendancePeriod -PersonId $person | Set-PersonioAttendancePeriod -Comment x } }
            @{ Kind = 'ids that are piped'; Call = { $id, $other | Set-PersonioAttendancePeriod -Comment x } }
            @{ Kind = 'several ids'; Call = { Set-PersonioAttendancePeriod -AttendancePeriodId $id, $other -Comment x } }
            @{ Kind = 'the rows of a CSV file'; Call = {
                    "AttendancePeriodId,Start,End,Comment`n$id,,,x`n$other,,,x" | ConvertFrom-Csv | Set-PersonioAttendancePeriod } }
        ) {
            $other = Add-Attendance BREAK '2026-06-02T12:00:00' '2026-06-02T12:30:00'

            . $call

            $sent = $sandbox.Requests | Where-Object Method -EQ PATCH
            $sent.Path | Should -Be "$path/$id", "$path/$other"
            $sent.Body | Should -BeExactly '{"comment":"x"}', '{"comment":"x"}'
        }

        It 'refuses <wrong> before any request' -ForEach @(
            @{ Wrong = 'no change'; With = @{}; Says = '*Nothing to change for*' }
            @{ Wrong = 'nothing but -SkipApproval'; With = @{ SkipApproval = $true }; Says = '*Nothing to change for*' }
            @{ Wrong = 'no start'; With = @{ Start = $null }; Says = '*without a start*' }
            @{ Wrong = 'an end before the start'; With = @{ Start = '2026-06-01T08:00'; End = '2026-06-01T07:00' }; Says = '*before it starts*' }
            @{ Wrong = 'more than 24 hours'; With = @{ Start = '2026-06-01'; End = '2026-06-02T00:01' }; Says = '*over 24 hours*' }
            @{ Wrong = 'a comment of 1001 characters'; With = @{ Comment = 'x' * 1001 }; Says = '*1001 characters*' }
        ) {
            Set-PersonioAttendancePeriod $id @with -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$set"
            $failed[0].TargetObject | Should -Be $id
            $failed[0].Exception.Message | Should -BeLike $says
            Get-Sent $sandbox | Should -BeNullOrEmpty
        }

        It 'validates a change against the piped period: <wrong>' -ForEach @(
            @{ Wrong = 'an end before its start'; Type = 'WORK'; With = @{ End = '2026-06-01T07:00' } }
            @{ Wrong = 'more than 24 hours from its start'; Type = 'WORK'; With = @{ End = '2026-06-02T09:00' } }
            @{ Wrong = 'a project for its break'; Type = 'BREAK'; With = @{ ProjectId = '82173' } }
        ) {
            $own = Add-Attendance $type
            $period = Get-PersonioAttendancePeriod -AttendancePeriodId $own
            $sandbox.ClearRequests()

            $period | Set-PersonioAttendancePeriod @with -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$set"
            $failed[0].TargetObject.AttendancePeriodId | Should -Be $own
            Get-Sent $sandbox | Should -BeNullOrEmpty
        }

        It 'writes an error for an id that does not exist, and continues' {
            Set-PersonioAttendancePeriod none, '', $id -Comment x -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "AttendancePeriodNotFound,$set", "InvalidRequest,$set"
            $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
            $failed.TargetObject | Should -Be 'none', ''
            $sandbox.Tenant.Ledger[-1].Id | Should -Be $id
        }

        It 'requires that periods are specified: <kind>' -ForEach @(
            @{ Kind = 'none is named'; Call = { Set-PersonioAttendancePeriod -Comment x @with } }
            @{ Kind = 'the id is not set'; Call = { Set-PersonioAttendancePeriod -AttendancePeriodId $null -Comment x @with } }
            @{ Kind = 'a person is piped'; Call = { [pscustomobject]@{ PersonId = $person } | Set-PersonioAttendancePeriod -Comment x @with } }
        ) {
            $with = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failed' }

            . $call

            $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$set"
            Get-Sent $sandbox | Should -BeNullOrEmpty
        }
    }

    Context 'Remove-PersonioAttendancePeriod' {
        BeforeEach {
            $id = Add-Attendance
            $other = Add-Attendance BREAK '2026-06-02T12:00:00' '2026-06-02T12:30:00'
        }

        It 'removes <kind>, and writes nothing' -ForEach @(
            @{ Kind = 'piped periods'; Call = { Get-PersonioAttendancePeriod -PersonId $person | Remove-PersonioAttendancePeriod -Confirm:$false } }
            @{ Kind = 'ids that are piped'; Call = { $id, $other | Remove-PersonioAttendancePeriod -Confirm:$false } }
            @{ Kind = 'several ids'; Call = { Remove-PersonioAttendancePeriod -Id $id, $other -Confirm:$false } }
            @{ Kind = 'the rows of a CSV file'; Call = {
                    Get-PersonioAttendancePeriod -PersonId $person | Export-Csv TestDrive:/periods.csv
                    Import-Csv TestDrive:/periods.csv | Remove-PersonioAttendancePeriod -Confirm:$false } }
        ) {
            . $call | Should -BeNullOrEmpty

            $sandbox.Tenant.Ledger | Select-Object -Skip $before | ForEach-Object { "$($_.Method) $($_.Id)" } |
                Should -Be "DELETE $id", "DELETE $other"
        }

        It 'returns the removed period with -PassThru' {
            (Remove-PersonioAttendancePeriod $id -Confirm:$false -PassThru).AttendancePeriodId | Should -Be $id
        }

        It 'writes an error for an id that does not exist, and continues' {
            Remove-PersonioAttendancePeriod none, $id -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "AttendancePeriodNotFound,$remove"
            $failed[0].TargetObject | Should -Be 'none'
            $sandbox.Tenant.AttendancePeriodIds | Should -Not -Contain $id
        }

        It 'asks for confirmation unless told not to' {
            [Personio.Commands.RemovePersonioAttendancePeriodCommand].GetCustomAttributes($true).ConfirmImpact | Should -Contain 'High'
        }
    }

    Context 'A -WhatIf' {
        It 'of <kind> shows who and when, and sends no change' -ForEach @(
            @{ Kind = 'New'; Says = '*"Create attendance"*"Work of person {0} (Given Family 1), 2026-06-01 08:00 to 2026-06-01 17:00, project 82173. It overlaps WORK *({1})"*'
                Call = { New-PersonioAttendancePeriod $person Work 2026-06-01T08:00 2026-06-01T17:00 -ProjectId 82173 -WhatIf } }
            @{ Kind = 'Set with a piped period'; Says = '*"Change attendance period: End 2026-06-01 17:00 -> 2026-06-01 18:00, Comment (none) -> ''x''"*"WORK of person {0}, 2026-06-01 08:00 to 2026-06-01 18:00 ({1})"*'
                Call = { Get-PersonioAttendancePeriod -PersonId $person | Set-PersonioAttendancePeriod -End 2026-06-01T18:00 -Comment x -WhatIf } }
            @{ Kind = 'Set with an id'; Says = '*"Change attendance period: End 2026-06-01 17:00 -> 2026-06-01 18:00"*"WORK *({1})"*'
                Call = { Set-PersonioAttendancePeriod $id -End 2026-06-01T18:00 -WhatIf } }
            @{ Kind = 'Remove with an id'; Says = '*WORK of person {0}, 2026-06-01 08:00 to 2026-06-01 17:00 ({1})*'
                Call = { Remove-PersonioAttendancePeriod $id -WhatIf } }
        ) {
            $id = Add-Attendance

            $said = Get-HostOutput $call

            $said | Should -HaveCount 1
            $said | Should -BeLike ($says -f $person, $id)
            Get-Sent $sandbox | Where-Object { $_ -notlike 'GET *' } | Should -BeNullOrEmpty
            $sandbox.Tenant.Ledger.Count | Should -Be $before
        }
    }
}
