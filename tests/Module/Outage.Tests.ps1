BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 10 }
    Connect-To $sandbox @{ MaxRetry = 0 }
    $person = @($sandbox.Tenant.PersonIds)[0]
    $rows = 1..8 | ForEach-Object {
        [pscustomobject] @{ PersonId = $person; Type = 'Work'; Start = "2026-01-0${_}T08:00"; End = "2026-01-0${_}T12:00" }
    }
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'An import during an outage' {
    BeforeEach {
        $sandbox.ClearFaults()
        $sandbox.ClearRequests()
    }

    It 'ends after three rows and says what was done' {
        Add-Fault $sandbox @{ Method = 'POST'; PathPrefix = '/v2/attendance-periods'; Status = 503; Times = -1; Skip = 2 }
        $made = [System.Collections.Generic.List[object]]::new()

        $fault = {
            $rows | New-PersonioAttendancePeriod -ErrorAction SilentlyContinue -ErrorVariable script:failed |
                ForEach-Object { $made.Add($_) }
        } | Should -Throw -ErrorId 'ServiceUnavailable,*' -PassThru

        Get-Sent $sandbox POST | Should -HaveCount ($made.Count + 3)
        $fault.Exception.Message | Should -BeLike "Stopped: 3 inputs in a row failed*Changes made before: $($made.Count).*not sent."
    }

    It 'continues if rows fail for individual reasons' {
        Add-Fault $sandbox @{ Method = 'POST'; PathPrefix = '/v2/attendance-periods'; Status = 409; Times = -1 }

        $rows | New-PersonioAttendancePeriod -ErrorAction SilentlyContinue -ErrorVariable failed

        Get-Sent $sandbox POST | Should -HaveCount 8
        $failed | Should -HaveCount 8
    }
}
