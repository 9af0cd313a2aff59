BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Calls.ps1"
    $reads = $calls.GetEnumerator() | ForEach-Object { @{ Row = $_.Key; Call = $_.Value } }
    $single = $singles.GetEnumerator() | ForEach-Object { @{ Row = $_.Key; Noun = $_.Value } }
    $writes = $writers.GetEnumerator() | ForEach-Object { @{ Row = $_.Value.Row; Cmdlet = $_.Key } }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    . "$PSScriptRoot/Calls.ps1"
    $map = [Personio.Client.Endpoints]
    $options = @{ PersonCount = 12; AttendanceDays = 5; Today = [DateOnly]::new(2026, 6, 1) }

    # The rows of the map that were called successfully.
    function Get-CalledRow {
        $sandbox.Requests | Where-Object Status -In (200..299) |
            ForEach-Object { $map::Find([System.Net.Http.HttpMethod]::new($_.Method), $_.Path).Name }
    }
}

Describe 'Every endpoint' {
    BeforeEach {
        $sandbox = Start-Sandbox $options
        Connect-To $sandbox
        $persons = Get-PersonioPerson
        $applications = Get-PersonioApplication
        $ids = @{
            Person      = $persons[0].PersonId
            Pictured    = ($persons | Where-Object ProfilePictureUrl)[0].PersonId
            Employment  = $persons[0].EmploymentIds[0]
            Absence     = $sandbox.Tenant.AbsencePeriodIds[0]
            Attendance  = (Get-PersonioAttendancePeriod -First 1).AttendancePeriodId
            Document    = (Get-PersonioDocument $persons[0].PersonId)[0].DocumentId
            Application = $applications[0].ApplicationId
            Candidate   = $applications[0].CandidateId
        }
        $sandbox.ClearRequests()
    }

    AfterEach {
        Disconnect-Personio -ErrorAction SilentlyContinue
        $sandbox.Dispose()
    }

    It 'has exactly one call here' {
        $covered = @($calls.Keys) + $singles.Keys + $writers.Values.Row

        $covered | Sort-Object -Unique | Should -Be ($map::All.Name | Sort-Object)
        @($calls.Keys).Where({ $_ -in $singles.Keys + $writers.Values.Row }) | Should -BeNullOrEmpty
    }

    It 'is called by a cmdlet: <row>' -ForEach $reads {
        $null = . $call

        Get-CalledRow | Should -Contain $row
    }

    It 'is called by a cmdlet: <row> by <cmdlet>' -ForEach $writes {
        $writer = $writers[$cmdlet]
        $with = $writer.With ? (& $writer.With) : @{}
        $first = @(Get-Input $writer)[0]
        $sandbox.ClearRequests()

        $null = $first | & $cmdlet @with -Confirm:$false

        Get-CalledRow | Should -Contain $row
    }

    It 'reads a single <noun>, equal to the one in the listing' -ForEach $single {
        $object = (& "Get-Personio$noun")[0]
        $arguments = @{ "${noun}Id" = $object."${noun}Id" }
        $sandbox.ClearRequests()

        $single = & "Get-Personio$noun" @arguments

        $single."${noun}Id" | Should -Be $object."${noun}Id"
        Get-CalledRow | Should -Be $row
    }
}
