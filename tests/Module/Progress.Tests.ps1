BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/WatchedHost.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 400; AttendanceDays = 8 }
}

AfterAll {
    $sandbox.Dispose()
}

Describe 'Progress' {
    BeforeEach {
        $sandbox.Options.Latency = [timespan]::FromMilliseconds(400)
    }

    AfterEach {
        $sandbox.Options.Latency = [timespan]::Zero
    }

    It 'is shown after two seconds, at most four times a second, and removed at the end' {
        $began = [datetime]::UtcNow

        $shown = (Invoke-Watched $sandbox 'Get-PersonioPerson').Progress | Where-Object { $_.Record.Activity -like '*Personio*' }

        $shown.Count | Should -BeGreaterThan 3
        ($shown[0].At - $began).TotalSeconds | Should -BeGreaterOrEqual 2
        $shown.Record.Activity | Sort-Object -Unique | Should -Be Get-PersonioPerson
        $shown[0].Record.StatusDescription | Should -Match '^\d+ so far$'
        $shown[0].Record.PercentComplete | Should -Be -1
        $shown[-1].Record.RecordType | Should -Be Completed
        $pauses = 1..($shown.Count - 2) | ForEach-Object { ($shown[$_].At - $shown[$_ - 1].At).TotalMilliseconds }
        ($pauses | Measure-Object -Minimum).Minimum | Should -BeGreaterThan 200
    }

    It 'shows how much is done if days are read in windows' {
        $today = $sandbox.Tenant.Today

        $shown = (Invoke-Watched $sandbox "Get-PersonioAttendancePeriod -From $($today.AddDays(-6).ToString('yyyy-MM-dd')) -To $($today.ToString('yyyy-MM-dd'))").Progress

        $percent = @($shown.Record | Where-Object Activity -EQ Get-PersonioAttendancePeriod | ForEach-Object PercentComplete)
        ($percent | Where-Object { $_ -gt 0 -and $_ -lt 100 }).Count | Should -BeGreaterThan 0
        $percent[0..($percent.Count - 2)] | Should -Be ($percent[0..($percent.Count - 2)] | Sort-Object)
    }

    It 'is also shown for requests that run ahead of the output' {
        $shown = (Invoke-Watched $sandbox 'Get-PersonioPerson -First 50 | Get-PersonioEmployment').Progress

        $shown.Record.Activity | Should -Contain Get-PersonioEmployment
    }

    It 'shows count, total, speed and remaining time: <command>' -ForEach @(
        @{ Command = 'Get-PersonioEmployee'; Total = 400 }
        @{ Command = 'Get-PersonioEmployee -Quick'; Total = 400 }
    ) {
        $sandbox.Options.Latency = [timespan]::FromMilliseconds($command -like '*Quick' ? 900 : 150)

        $shown = (Invoke-Watched $sandbox $command).Progress.Record | Where-Object Activity -EQ Get-PersonioEmployee | Select-Object -SkipLast 1

        $known = @($shown | Where-Object StatusDescription -Match "^\d+ of $total, [\d.,]+ a second, \d+ s left$")
        $known.Count | Should -BeGreaterThan 2
        $known | ForEach-Object { $_.PercentComplete | Should -BeIn (1..99) }
        $known[-1].SecondsRemaining | Should -BeLessThan 60
        $known.PercentComplete | Should -Be ($known.PercentComplete | Sort-Object)
        $known.SecondsRemaining | ForEach-Object { $_ | Should -BeGreaterOrEqual 0 }
    }

    It 'is not shown in a noninteractive host' {
        $shown = (Invoke-Watched $sandbox 'Get-PersonioPerson' -HasWindow $false).Progress

        $shown.Record.Activity | Should -Not -Contain Get-PersonioPerson
    }

    It 'is not shown for short work' {
        $sandbox.Options.Latency = [timespan]::Zero

        $shown = (Invoke-Watched $sandbox 'Get-PersonioPerson').Progress

        $shown.Record.Activity | Should -Not -Contain Get-PersonioPerson
    }
}
