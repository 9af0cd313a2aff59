BeforeDiscovery {
    . "$PSScriptRoot/Readings.ps1"
}

Describe 'Set-PersonioAbsencePeriod, if ends are <reading>' -ForEach $readings {
    BeforeAll {
        . "$PSScriptRoot/Common.ps1"
        . "$PSScriptRoot/Apart.ps1"
        . "$PSScriptRoot/Writes.ps1"
        $sandbox = Start-Sandbox @{ PersonCount = 0 }
        $set = 'Personio.Commands.SetPersonioAbsencePeriodCommand'
    }

    AfterAll {
        Disconnect-Personio
        $sandbox.Dispose()
    }

    BeforeEach {
        Connect-To $sandbox
        $person = Add-Person $sandbox
        $id = Add-Absence $sandbox $person '2026-08-03T00:00:00' FIRST_HALF '2026-08-07T00:00:00' SECOND_HALF
        $hours = Add-Absence $sandbox $person '2026-05-04T09:30:00' $null '2026-05-04T11:15:00' $null -Type 'Überstundenausgleich'
        $ledger = $sandbox.Tenant.Ledger.Count
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    Context 'What it sends' {
        It 'sends only <given>' -ForEach @(
            @{ Given = 'a new end'; With = @{ EndDate = '2026-08-10' }; Body = '{"ends_at":{"date_time":"<end>T00:00:00","type":"SECOND_HALF"}}'; LastDay = '2026-08-10' }
            @{ Given = 'a new start'; With = @{ StartDate = '2026-08-01' }; Body = '{"starts_from":{"date_time":"2026-08-01T00:00:00","type":"FIRST_HALF"}}' }
            @{ Given = 'a half of the start, with its day'; With = @{ StartHalf = 'Second' }; Body = '{"starts_from":{"date_time":"2026-08-03T00:00:00","type":"SECOND_HALF"}}' }
            @{ Given = 'a half of the end, with its day'; With = @{ EndHalf = 'First' }; Body = '{"ends_at":{"date_time":"<end>T00:00:00","type":"FIRST_HALF"}}'; LastDay = '2026-08-07' }
            @{ Given = 'an open end'; With = @{ OpenEnd = $true }; Body = '{"ends_at":null}' }
            @{ Given = 'a comment'; With = @{ Comment = 'Zahnärztin, "14 Uhr"' }; Body = '{"comment":"Zahnärztin, \"14 Uhr\""}' }
            @{ Given = 'no comment any more'; With = @{ Comment = $null }; Body = '{"comment":null}' }
            @{ Given = 'all there is'; With = @{ StartDate = '2026-08-04'; StartHalf = 'Second'; EndDate = '2026-08-05'; EndHalf = 'First'; Comment = 'x' }
                Body = '{"comment":"x","starts_from":{"date_time":"2026-08-04T00:00:00","type":"SECOND_HALF"},"ends_at":{"date_time":"<end>T00:00:00","type":"FIRST_HALF"}}'; LastDay = '2026-08-05'
            }
        ) {
            Set-PersonioAbsencePeriod $id @with | Should -BeNullOrEmpty

            $sent = Get-Change $sandbox
            $sent.Method | Should -Be 'PATCH'
            $sent.RawTarget | Should -Be "/v2/absence-periods/$id"
            $sent.Body | Should -BeExactly ($lastDay ? $body.Replace('<end>', (Get-WireEnd $lastDay)) : $body)
            $sandbox.Tenant.Ledger.Count - $ledger | Should -Be 1
        }

        It 'sends times for types that are counted in hours' {
            Set-PersonioAbsencePeriod $hours -EndDate '2026-05-04 12:00'

            (Get-Change $sandbox).Body | Should -BeExactly '{"ends_at":{"date_time":"2026-05-04T12:00:00"}}'
        }

        It 'keeps the existing halves when a day moves' {
            $half = Add-Absence $sandbox $person '2026-03-02T00:00:00' SECOND_HALF '2026-03-04T00:00:00' FIRST_HALF

            $now = Set-PersonioAbsencePeriod $half -StartDate 2026-03-01 -EndDate 2026-03-05 -PassThru

            $now.StartHalf, $now.EndHalf | Should -Be 'Second', 'First'
        }

        It 'removes the half of an end that becomes open, and adds an end to an open absence' {
            $half = Add-Absence $sandbox $person '2026-11-02T00:00:00' FIRST_HALF '2026-11-04T00:00:00' FIRST_HALF

            $open = Set-PersonioAbsencePeriod $half -OpenEnd -PassThru
            $ended = Set-PersonioAbsencePeriod $half -EndDate 2026-11-06 -PassThru

            $open.EndDate | Should -BeNullOrEmpty
            $ended.EndDate, $ended.EndHalf | Should -Be ([datetime]'2026-11-06'), 'Second'
        }

        It 'keeps the last day of an end without a half' {
            $exclusive = Add-Absence $sandbox $person '2026-06-01T00:00:00' $null '2026-06-03T00:00:00' $null

            $now = Set-PersonioAbsencePeriod $exclusive -EndHalf First -PassThru

            $now.EndDate, $now.EndHalf | Should -Be ([datetime]'2026-06-02'), 'First'
        }

        It 'skips the approval only on request' {
            $asked = Set-PersonioAbsencePeriod $id -EndDate 2026-08-10 -PassThru
            $skipped = Set-PersonioAbsencePeriod $id -EndDate 2026-08-11 -SkipApproval -PassThru

            $asked.Status, $skipped.Status | Should -Be 'PENDING', 'APPROVED'
            ($sandbox.Requests | Where-Object Method -EQ PATCH).RawTarget |
                Should -Be "/v2/absence-periods/$id", "/v2/absence-periods/${id}?skip_approval=true"
        }

        It 'reads the absence before new dates, and nothing before a new comment' {
            # The session already knows how the company writes the last day, and has verified one change.
            Set-PersonioAbsencePeriod $id -EndDate 2026-08-11
            $sandbox.ClearRequests()

            Set-PersonioAbsencePeriod $id -EndDate 2026-08-10
            Get-Sent $sandbox | Should -Be "GET /v2/absence-periods/$id", "PATCH /v2/absence-periods/$id"

            $sandbox.ClearRequests()
            Set-PersonioAbsencePeriod $id -Comment x
            Get-Sent $sandbox | Should -Be "PATCH /v2/absence-periods/$id"
        }

        It 'validates against the current values, not those from when the absence was read' {
            $old = Get-PersonioAbsencePeriod -AbsencePeriodId $id
            Set-PersonioAbsencePeriod $id -StartHalf Second

            $now = $old | Set-PersonioAbsencePeriod -StartDate 2026-08-02 -PassThru

            $now.StartHalf | Should -Be 'Second'
        }

        It 'warns if Personio does not change the comment' {
            $sandbox.Options.IgnoreAbsenceComments = $true
            try {
                $null = Set-PersonioAbsencePeriod $id -Comment new -PassThru -WarningVariable warned -WarningAction SilentlyContinue
                $null = Set-PersonioAbsencePeriod $id -StartDate 2026-08-02 -PassThru -WarningVariable +warned
            }
            finally {
                $sandbox.Options.IgnoreAbsenceComments = $false
            }
            $null = Set-PersonioAbsencePeriod $id -Comment "new`r`nline" -PassThru -WarningVariable +warned

            $warned | Should -HaveCount 1
            $warned | Should -BeLike "*did not take over the comment of absence $id*"
        }

        It 'returns the changed absence with -PassThru' {
            $now = Set-PersonioAbsencePeriod $id -EndDate 2026-08-10 -PassThru

            $now | Should -BeOfType 'Personio.Models.AbsencePeriod'
            $now.AbsencePeriodId, $now.PersonId, $now.AbsenceType | Should -Be $id, $person, 'Vacation'
            $now.EndDate | Should -Be ([datetime]'2026-08-10')
        }
    }

    Context 'Its input' {
        It 'accepts <kind>' -ForEach @(
            @{ Kind = 'absences'; Call = { Get-PersonioAbsencePeriod -PersonId $person -From 2026-08-01 | Set-PersonioAbsencePeriod -Comment new } }
            @{ Kind = 'ids as text'; Call = { $id | Set-PersonioAbsencePeriod -Comment new } }
            @{ Kind = 'objects with an Id'; Call = { [pscustomobject]@{ Id = $id } | Set-PersonioAbsencePeriod -Comment new } }
            @{ Kind = 'rows with the change'; Call = { "AbsencePeriodId,Comment`n$id,new" | ConvertFrom-Csv | Set-PersonioAbsencePeriod } }
        ) {
            . $call

            $sent = Get-Change $sandbox
            $sent.Path | Should -Be "/v2/absence-periods/$id"
            $sent.Body | Should -BeExactly '{"comment":"new"}'
        }

        It 'leaves values unchanged for empty and blank cells' {
            "AbsencePeriodId,StartDate,EndDate,StartHalf,EndHalf,Comment`n$id,,2026-08-10,,, " | ConvertFrom-Csv |
                Set-PersonioAbsencePeriod

            (Get-Change $sandbox).Body | Should -BeExactly ('{"ends_at":{"date_time":"' + (Get-WireEnd 2026-08-10) + 'T00:00:00","type":"SECOND_HALF"}}')
        }

        It 'accepts the edited rows of an export' {
            Get-PersonioAbsencePeriod -AbsencePeriodId $id | Export-Csv TestDrive:/own.csv
            $rows = @(Import-OwnCsv TestDrive:/own.csv StartDate, EndDate)
            $rows[0].EndDate = '2026-08-10'

            $now = $rows | Set-PersonioAbsencePeriod -PassThru

            $now.StartDate, $now.EndDate | Should -Be ([datetime]'2026-08-03'), ([datetime]'2026-08-10')
        }

        It 'changes several ids, with one error for each that does not exist' {
            Set-PersonioAbsencePeriod 'none', $id -Comment x -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "AbsencePeriodNotFound,$set"
            $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
            $failed[0].TargetObject | Should -Be 'none'
            $sandbox.Tenant.Ledger.Count - $ledger | Should -Be 1
        }
    }

    Context 'What it refuses' {
        It 'refuses <wrong> before any change' -ForEach @(
            @{ Wrong = 'an end before the start that is there'; With = @{ EndDate = '2026-08-02' }; Says = '*not changed*2026-08-02, before*2026-08-03*' }
            @{ Wrong = 'a start after the end that is there'; With = @{ StartDate = '2026-08-08' }; Says = '*2026-08-07, before*2026-08-08*' }
            @{ Wrong = 'no start'; With = @{ StartDate = $null }; Says = '*StartDate cannot be cleared*' }
            @{ Wrong = 'a single day from midday to midday'; With = @{ EndDate = '2026-08-03'; StartHalf = 'Second'; EndHalf = 'First' }; Says = '*single day*' }
            @{ Wrong = 'a half of an end that becomes open'; With = @{ OpenEnd = $true; EndHalf = 'First' }; Says = '*EndHalf requires EndDate*' }
            @{ Wrong = 'an end that is null, as of a variable that is not set'; With = @{ EndDate = $null }; Says = '*EndDate is null*-OpenEnd*' }
            @{ Wrong = 'an end that is open'; With = @{ EndDate = '2026-08-08'; OpenEnd = $true }; Says = '*EndDate and OpenEnd cannot be combined*' }
            @{ Wrong = 'a time of a type that counts days'; With = @{ EndDate = '2026-08-07T12:00' }; Says = '*counted in days*' }
            @{ Wrong = 'a comment of 2001 characters'; With = @{ Comment = 'ä' * 2001 }; Says = '*2001 characters*2000*' }
            @{ Wrong = 'a comment of 2001 characters next to a date'; With = @{ EndDate = '2026-08-07'; Comment = 'ä' * 2001 }; Says = '*2001 characters*2000*' }
        ) {
            Set-PersonioAbsencePeriod $id @with -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$set"
            $failed[0].TargetObject | Should -Be $id
            $failed[0].Exception.Message | Should -BeLike $says
            Get-Sent $sandbox PATCH | Should -BeNullOrEmpty
        }

        It 'refuses hours that <wrong>' -ForEach @(
            @{ Wrong = 'end the next day'; With = @{ EndDate = '2026-05-05T10:00' }; Says = '*one day*' }
            @{ Wrong = 'are a whole day'; With = @{ EndDate = '2026-05-05' }; Says = '*midnight*' }
            @{ Wrong = 'have an open end'; With = @{ OpenEnd = $true }; Says = '*needs an end*' }
            @{ Wrong = 'have a half'; With = @{ StartHalf = 'First' }; Says = '*no half*' }
            @{ Wrong = 'move to another day at one end only'; With = @{ StartDate = '2026-05-03T09:30' }; Says = '*one day*' }
        ) {
            Set-PersonioAbsencePeriod $hours @with -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$set"
            $failed[0].Exception.Message | Should -BeLike $says
            Get-Sent $sandbox PATCH | Should -BeNullOrEmpty
        }

        It 'refuses <kind> before any request' -ForEach @(
            @{ Kind = 'a change of nothing'; Call = { Set-PersonioAbsencePeriod $id @with }; Says = '*Nothing to change*' }
            @{ Kind = '-SkipApproval alone'; Call = { Set-PersonioAbsencePeriod $id -SkipApproval @with }; Says = '*Nothing to change*' }
            @{ Kind = 'an absence that comes as it is'; Call = { Get-PersonioAbsencePeriod -AbsencePeriodId $id -OutVariable +got | ForEach-Object { $sandbox.ClearRequests(); $_ } | Set-PersonioAbsencePeriod @with }; Says = '*Nothing to change*' }
            @{ Kind = 'no id'; Call = { Set-PersonioAbsencePeriod -Comment x @with }; Says = '*Specify -AbsencePeriodId*' }
            @{ Kind = 'an id that is not set'; Call = { Set-PersonioAbsencePeriod -AbsencePeriodId $null -Comment x @with }; Says = '*null*' }
            @{ Kind = 'an id with a slash'; Call = { Set-PersonioAbsencePeriod 'a/b' -EndDate 2026-08-08 @with }; Says = "*'a/b' is not an id*" }
        ) {
            $with = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failed' }

            . $call

            $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$set"
            $failed[0].Exception.Message | Should -BeLike $says
            Get-Sent $sandbox | Should -BeNullOrEmpty
        }

        It 'writes a Conflict for days that are already booked' {
            $null = Add-Absence $sandbox $person '2026-08-10T00:00:00' FIRST_HALF '2026-08-11T00:00:00' SECOND_HALF

            $id | Set-PersonioAbsencePeriod -EndDate 2026-08-10 -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "Conflict,$set"
            $failed[0].CategoryInfo.Category | Should -Be 'ResourceExists'
        }

        It 'sends a change once if the response is lost' {
            Add-Fault $sandbox @{ Method = 'PATCH'; Kind = 'ResetBeforeResponse'; AfterProcessing = $true }

            Set-PersonioAbsencePeriod $id -Comment x -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "ConnectionFailed,$set"
            $failed[0].Exception.OutcomeUnknown | Should -BeTrue
            Get-Sent $sandbox PATCH | Should -HaveCount 1
        }
    }

    It 'reports what -WhatIf would change, and sends nothing' {
        $said = Get-HostOutput { Set-PersonioAbsencePeriod $id -EndDate 2026-08-10 -Comment x -WhatIf; $id | Set-PersonioAbsencePeriod -Comment x -WhatIf }

        $said | Should -HaveCount 2
        $said[0] | Should -BeLike "*`"Change absence period: EndDate 2026-08-07 -> 2026-08-10, Comment * -> 'x'`"*`"Vacation of person $person, 2026-08-03 to 2026-08-10 ($id)`"*"
        $said[1] | Should -BeLike "*`"Change absence period: Comment * -> 'x'`"*2026-08-03..2026-08-07 ($id)`"*"
        Get-Sent $sandbox PATCH | Should -BeNullOrEmpty
        $sandbox.Tenant.Ledger.Count | Should -Be $ledger
    }
}
