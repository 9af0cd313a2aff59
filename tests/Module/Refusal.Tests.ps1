BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 30; AttendanceDays = 0; Today = [dateonly]::new(2026, 6, 15) }
    Connect-To $sandbox
    $person = $sandbox.Tenant.PersonIds[0]
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'Values that Personio does not let a program change' {
    BeforeEach {
        $sandbox.ClearRequests()
    }

    AfterEach {
        $sandbox.Options.AttendanceUpdateLimit = $false
        $sandbox.Options.ConfirmedAttendanceLocked = $false
        $sandbox.Options.LeaveStatus = 422
        $sandbox.ClearFaults()
    }

    Context 'Attendance' {
        BeforeAll {
            function Add-Work {
                param([string] $Status)

                $sandbox.Tenant.AddAttendancePeriod(
                    $person, 'WORK', '2026-06-01T08:00:00', '2026-06-01T17:00:00', $Status, [NullString]::Value)
            }
        }

        It 'that is confirmed is refused with Personio''s message first: <name>' -ForEach @(
            @{ Name = 'Set'; Run = { Set-PersonioAttendancePeriod $id -Comment 'Late' } }
            @{ Name = 'Remove'; Run = { Remove-PersonioAttendancePeriod $id -Confirm:$false } }
        ) {
            $sandbox.Options.ConfirmedAttendanceLocked = $true
            $id = Add-Work CONFIRMED

            $failed = @(& $run 2>&1)

            $failed | Should -HaveCount 1
            $failed[0].Exception.StatusCode | Should -Be 403
            $words = $failed[0].Exception.Message
            $words | Should -Match 'Forbidden.*A confirmed attendance period cannot be changed\..*may lack the scope personio:attendances:write'
            $words | Should -Not -Match 'probably lacks'
            "$($failed[0].ErrorDetails.RecommendedAction)" | Should -Not -Match '^(Add|Grant)'
            @(Get-Sent $sandbox | Where-Object { $_ -match '^(PATCH|DELETE)' }) | Should -HaveCount 1
            $sandbox.Options.ConfirmedAttendanceLocked = $false
            (Get-PersonioAttendancePeriod -AttendancePeriodId $id).Comment | Should -BeNullOrEmpty
        }

        It 'that is not confirmed yet can be changed' {
            $sandbox.Options.ConfirmedAttendanceLocked = $true
            $id = Add-Work PENDING

            Set-PersonioAttendancePeriod $id -Comment 'Late' -ErrorAction Stop

            (Get-PersonioAttendancePeriod -AttendancePeriodId $id).Comment | Should -Be 'Late'
        }

        It 'beyond the limit of the day is refused with Personio''s message first: <name>' -ForEach @(
            @{ Name = 'New'; Run = { New-PersonioAttendancePeriod $person Work '2026-06-02 08:00' '2026-06-02 12:00' } }
            @{ Name = 'Set'; Run = { Set-PersonioAttendancePeriod $id -Comment 'Late' } }
            @{ Name = 'Remove'; Run = { Remove-PersonioAttendancePeriod $id -Confirm:$false } }
        ) {
            $id = Add-Work PENDING
            $sandbox.Options.AttendanceUpdateLimit = $true

            $failed = @(& $run 2>&1)

            $failed | Should -HaveCount 1
            $failed[0].Exception.Message |
                Should -Match 'Forbidden.*The update limit of attendance periods is reached\..*may lack the scope personio:attendances:write'
            $failed[0].Exception.Message | Should -Not -Match 'probably lacks'
        }
    }

    Context 'A leave managed by HR' {
        BeforeAll {
            $leave = $sandbox.Tenant.ManagedLeaveId
        }

        It 'is listed among the absences, and a refusal with <status> says that it may be one: <name>' -ForEach @(
            foreach ($status in 403, 404, 409, 422) {
                @{ Status = $status; Name = 'Set'; Run = { Set-PersonioAbsencePeriod $leave -Comment 'Back soon' } }
                @{ Status = $status; Name = 'Remove'; Run = { Remove-PersonioAbsencePeriod $leave -Confirm:$false } }
            }
        ) {
            $sandbox.Options.LeaveStatus = $status

            $failed = @(& $run 2>&1)

            $leave | Should -BeIn $sandbox.Tenant.AbsencePeriodIds
            $failed | Should -HaveCount 1
            $failed[0].Exception.StatusCode | Should -Be $status
            $failed[0].Exception.Message | Should -Match 'The absence period cannot be changed\..*leave that HR manages in Personio'
            Get-PersonioAbsencePeriod -AbsencePeriodId $leave | Should -HaveCount 1
        }
    }

    Context 'A credential whose scopes change' {
        AfterEach {
            $sandbox.Options.Scopes = [NullString]::Value
        }

        It 'gets a new token during a session, and the command continues' {
            $null = Get-PersonioPerson -First 1
            $sandbox.ClearRequests()
            $sandbox.RevokeScope('personio:reports:read')

            Get-PersonioPerson | Should -HaveCount 30

            Get-Sent $sandbox | Select-Object -First 3 | Should -Be 'GET /v2/persons', 'POST /v2/auth/token', 'GET /v2/persons'
        }
    }
}
