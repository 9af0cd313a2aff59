BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
}

Describe 'Test-PersonioAccess' {
    BeforeEach {
        $sandbox = Start-Sandbox @{ PersonCount = 5 }
        Connect-To $sandbox
    }

    AfterEach {
        Disconnect-Personio
        $sandbox.Dispose()
    }

    It 'reports what the credential has as granted, and names the scope and the cmdlets' {
        $people = Test-PersonioAccess | Where-Object Area -EQ 'People'

        $people.Access | Should -Be 'Read', 'Write'
        $people.Status | Should -Be 'Granted', 'Granted'
        $people.Scope | Should -Be 'personio:persons:read', 'personio:persons:write'
        $people[0].Cmdlets | Should -Contain 'Get-PersonioPerson'
    }

    It 'lists every cmdlet that sends requests to Personio with a part of the API, unless it needs none' {
        $named = (Test-PersonioAccess).Cmdlets | Sort-Object -Unique

        (Get-Command -Module Personio -Noun Personio* | Where-Object Name -NotIn $named).Name | Should -Be @(
            'Connect-Personio', 'Disconnect-Personio'
            # For plans, whose requests go to the directory.
            'Export-PersonioPlan'
            # The public feed.
            'Get-PersonioJobPosting'
            'Get-PersonioPlanLog', 'Get-PersonioRecipe', 'Get-PersonioSession'
            'Invoke-PersonioPlan'
            # For any request.
            'Invoke-PersonioRequest'
            'Select-PersonioSession', 'Test-PersonioAccess'
        )
        $named | Where-Object { -not (Get-Command $_ -Module Personio -ErrorAction Ignore) } | Should -BeNullOrEmpty
    }

    It 'lists <cmdlet> with <areas>' -ForEach @(
        @{ Cmdlet = 'Import-PersonioAbsence'; Areas = 'Absence Read', 'Absence Write' }
        @{ Cmdlet = 'Import-PersonioAttendance'; Areas = 'Attendance Read', 'Attendance Write' }
        @{ Cmdlet = 'Measure-PersonioAbsence'; Areas = @('Absence Read') }
        @{ Cmdlet = 'Measure-PersonioAttendance'; Areas = @('Attendance Read') }
        @{ Cmdlet = 'Find-PersonioWorkingTimeIssue'; Areas = @('Attendance Read') }
        @{ Cmdlet = 'Export-PersonioAbsenceCalendar'; Areas = @('Absence Read') }
        @{ Cmdlet = 'Get-PersonioOrgChart'; Areas = @('People Read') }
        @{ Cmdlet = 'Compare-PersonioDirectory'; Areas = @('People Read') }
        @{ Cmdlet = 'Test-PersonioWebhook'; Areas = @('Webhooks Write') }
    ) {
        (Test-PersonioAccess | Where-Object Cmdlets -CContains $cmdlet | ForEach-Object { "$($_.Area) $($_.Access)" }) | Should -Be $areas
    }

    It 'lists with each scope what the help lists with it' {
        $help = Get-Content (Join-Path $PSScriptRoot '../../docs/en-US/about_Personio_Troubleshooting.help.txt')
        $check = Test-PersonioAccess
        $scope, $wrong, $seen = $null, @(), 0
        foreach ($line in $help) {
            $scope = $line -match '^    (\S.*)$' ? $Matches[1] : $scope
            foreach ($cmdlet in [regex]::Matches($line, '\b[A-Z][a-z]+-Personio[A-Z]\w+').Value | Where-Object { $_ -and $scope -like 'personio:*' }) {
                $seen++
                $wrong += ($check | Where-Object Scope -EQ $scope).Cmdlets -contains $cmdlet ? @() : "$scope $cmdlet"
            }
        }

        $wrong | Should -BeNullOrEmpty
        $seen | Should -BeGreaterThan 60
    }

    It 'costs one small read for each area and writes nothing' {
        $areas = (Test-PersonioAccess | Where-Object Access -EQ 'Read').Area

        # Absences are read to determine how their last day is written.
        $sent = $sandbox.Requests | Where-Object Path -NotLike '/v2/absence-periods*'
        $sent | Should -HaveCount $areas.Count
        $sent.Method | Sort-Object -Unique | Should -Be 'GET'
        $sent | ForEach-Object { $_.Query['limit'] } | Sort-Object -Unique | Should -Be '1'
        $sandbox.Tenant.Ledger | Should -BeNullOrEmpty
    }

    It 'recognizes a missing right in each of its forms: <scope>' -ForEach @(
        @{ Scope = 'personio:persons:read'; Area = 'People'; Says = 'Unauthorized' }
        @{ Scope = 'personio:absences:read'; Area = 'Absence'; Says = 'scope' }
        @{ Scope = 'personio:reports:read'; Area = 'Reports'; Says = 'Unauthorized token' }
    ) {
        $sandbox.RevokeScope($scope)

        $read = Test-PersonioAccess | Where-Object { $_.Area -eq $area -and $_.Access -eq 'Read' }

        $read.Status | Should -Be 'MissingScope'
        $read.Scope | Should -Be $scope
        $read.Detail | Should -BeLike "*$says*"
    }

    It 'derives from the scopes of the token what may be written' {
        Connect-To $sandbox @{ Scope = 'personio:persons:read', 'personio:absences:read', 'personio:absences:write' }

        $write = Test-PersonioAccess | Where-Object Access -EQ 'Write'

        ($write | Where-Object Area -EQ 'Absence').Status | Should -Be 'Granted'
        ($write | Where-Object Area -EQ 'People').Status | Should -Be 'MissingScope'
    }

    It 'distinguishes what the company does not have from what the credential may not access' {
        Add-Fault $sandbox @{
            PathPrefix = '/v2/workplaces'
            Kind       = 'RawBody'
            Status     = 404
            Times      = 2
            Body       = '{"errors":[{"title":"Not Found","detail":"The endpoint with /v2/workplaces was not found."}]}'
        }

        $read = Test-PersonioAccess | Where-Object Area -EQ 'Workplaces'

        $read.Status | Should -Be 'NotAvailable'
    }

    It 'shows how the company writes the last day of absences: <reading>' -ForEach @(
        @{ Reading = 'Exclusive'; IsInclusive = $false; Says = '*midnight after their last day (proved*' }
        @{ Reading = 'Inclusive'; IsInclusive = $true; Says = '*date of their last day (proved*' }
    ) {
        $sandbox.Options.InclusiveAbsenceEnds = $isInclusive

        $read = Test-PersonioAccess | Where-Object { $_.Area -eq 'Absence' -and $_.Access -eq 'Read' }

        $read.Status | Should -Be 'Granted'
        $read.Detail | Should -BeLike $says
        (Get-PersonioSession).AbsenceEndReading | Should -Be $reading
    }

    It 'says that this is unknown if the company has no absences' {
        $sandbox.Dispose()
        $sandbox = Start-Sandbox @{ PersonCount = 0 }
        Connect-To $sandbox

        $read = Test-PersonioAccess | Where-Object { $_.Area -eq 'Absence' -and $_.Access -eq 'Read' }

        $read.Detail | Should -BeLike 'No absence tells*midnight after*assumed*'
        (Get-PersonioSession).AbsenceEndReading | Should -Be 'Unproven'
    }

    It 'writes an error for any other failure, and continues' {
        Add-Fault $sandbox @{ PathPrefix = '/v2/attendance-periods'; Kind = 'RawBody'; Status = 200; Body = '<html>'; Times = -1 }

        $checks = Test-PersonioAccess -ErrorAction SilentlyContinue -ErrorVariable failed

        $checks.Area | Should -Contain 'Reports'
        $checks.Where({ $_.Area -eq 'Attendance' -and $_.Access -eq 'Read' }) | Should -BeNullOrEmpty
        $failed | Should -HaveCount 1
        $failed.FullyQualifiedErrorId | Should -Be 'UnexpectedResponse,Personio.Commands.TestPersonioAccessCommand'
        $failed.TargetObject | Should -Be 'Attendance'
    }
}
