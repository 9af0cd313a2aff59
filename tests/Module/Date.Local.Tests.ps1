BeforeDiscovery {
    $local = '2026-06-01T12:34:56' + [datetimeoffset]::Now.ToString('zzz')
    $writers = @(
        @{ Cmdlet = 'New-PersonioAttendancePeriod'; Column = 'Start'; Row = @{ PersonId = '1'; Type = 'Work'; End = '2026-06-01T17:00' } }
        @{ Cmdlet = 'New-PersonioAttendancePeriod'; Column = 'End'; Row = @{ PersonId = '1'; Type = 'Work'; Start = '2026-06-01T08:00' } }
        @{ Cmdlet = 'Set-PersonioAttendancePeriod'; Column = 'Start'; Row = @{ AttendancePeriodId = '1' } }
        @{ Cmdlet = 'New-PersonioAbsencePeriod'; Column = 'StartDate'; Row = @{ PersonId = '1'; AbsenceType = 'Vacation'; EndDate = '2026-06-03' } }
        @{ Cmdlet = 'Set-PersonioAbsencePeriod'; Column = 'EndDate'; Row = @{ AbsencePeriodId = '1' } }
        @{ Cmdlet = 'Set-PersonioEmployment'; Column = 'ContractEndDate'; Row = @{ PersonId = '1' } }
        @{ Cmdlet = 'New-PersonioCompensation'; Column = 'EffectiveFrom'; Row = @{ PersonId = '1'; Type = 'Fixed salary'; Amount = 1 } }
        @{ Cmdlet = 'Set-PersonioProject'; Column = 'StartDate'; Row = @{ ProjectId = '1' } }
        @{ Cmdlet = 'Set-PersonioDocument'; Column = 'Date'; Row = @{ DocumentId = '1'; OwnerId = '1' } }
    ) | ForEach-Object { $_ + @{ Text = $local } }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 2; AttendanceDays = 0; Today = [dateonly]::new(2026, 6, 15) }
    Connect-To $sandbox
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'A piped time in the time zone of this computer' {
    BeforeEach {
        $sandbox.ClearRequests()
    }

    It 'is refused before any request, and the error explains what to write: <cmdlet>, <column>' -ForEach $writers {
        $json = ($row + @{ $column = $text }) | ConvertTo-Json
        $piped = $json | ConvertFrom-Json
        $piped.$column.Kind | Should -Be Local

        $failed = @($piped | & $cmdlet -Confirm:$false 2>&1)

        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'InvalidRequest,*'
        $failed[0].Exception.Message | Should -Match "^$column 2026-06-01 1\d:34:56 is a moment in the time zone of this computer"
        $failed[0].Exception.Message | Should -Match ([regex]::Escape("[datetimeoffset]`$_.$column, 'Europe/Berlin').DateTime"))
        $failed[0].TargetObject | Should -Be $piped
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'is also refused in rows that are measured' {
        $row = [pscustomobject]@{ PersonId = '1'; Type = 'WORK'; Start = [datetime]::new(2026, 6, 1, 8, 0, 0, [DateTimeKind]::Local); End = '2026-06-01T09:00' }

        $failed = @($row | Measure-PersonioAttendance 2>&1)

        @($failed | Where-Object { $_ -is [Management.Automation.ErrorRecord] })[0].Exception.Message |
            Should -Match '^Start 2026-06-01 08:00:00 is a moment'
    }

    It 'counts as failed in a summary, and the other rows continue' {
        $person = $sandbox.Tenant.PersonIds[0]
        $rows = [datetime]::new(2026, 6, 1, 8, 0, 0, [DateTimeKind]::Local), [datetime]::new(2026, 6, 2, 8, 0, 0) | ForEach-Object {
            [pscustomobject]@{ PersonId = $person; Type = 'Work'; Start = $_; End = $_.Date.AddHours(9).ToString('s') }
        }

        $summary = $rows | New-PersonioAttendancePeriod -Summary -ErrorAction SilentlyContinue

        $summary.Created | Should -Be 1
        $summary.Failed | Should -Be 1
    }

    It 'is used as shown if it is typed, and is a day at midnight' {
        $person = $sandbox.Tenant.PersonIds[0]
        $start = [datetime]::new(2026, 6, 3, 8, 0, 0, [DateTimeKind]::Local)

        (New-PersonioAttendancePeriod $person Work $start $start.AddHours(1)).Start | Should -Be ([datetime]'2026-06-03 08:00')
        $absence = [pscustomobject]@{
            PersonId = $person; AbsenceType = 'Vacation'; StartDate = [datetime]::new(2026, 7, 6, 0, 0, 0, [DateTimeKind]::Local); EndDate = '2026-07-07'
        } | New-PersonioAbsencePeriod
        $absence.StartDate | Should -Be ([datetime]'2026-07-06')
    }
}
