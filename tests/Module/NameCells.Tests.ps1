# A cell of a name property contains a name or nothing, and if a name should be there but cannot be read, that is an
# error: an ID in its place would be mistaken for a name, and end up in a directory.

BeforeDiscovery {
    $recipes = Join-Path $PSScriptRoot '../../docs/recipes'
    $calls = @(
        @{ What = 'Get-PersonioPerson'; Call = { Get-PersonioPerson $late @with -IncludeEmployment }; Needs = 'org-units', 'workplaces', 'legal-entities', 'persons', 'employments' }
        @{ What = 'Get-PersonioEmployee'; Call = { Get-PersonioEmployee $late @with }; Needs = 'org-units', 'workplaces', 'legal-entities', 'cost-centers', 'persons', 'employments' }
        @{ What = 'Get-PersonioEmployment'; Call = { $ids | Get-PersonioEmployment @with -IncludePerson -Force }; Needs = 'persons' }
        @{ What = 'Get-PersonioAbsencePeriod'; Call = { Get-PersonioAbsencePeriod @with -From 2026-05-01 -To 2026-05-31 -IncludePerson -Force }; Needs = 'persons', 'absence-types' }
        @{ What = 'Get-PersonioAbsenceBalance'; Call = { $ids | Get-PersonioAbsenceBalance @with -IncludePerson -Force }; Needs = 'persons' }
        @{ What = 'Get-PersonioAbsenceBreakdown'; Call = { $absences | Get-PersonioAbsenceBreakdown @with -IncludePerson -Force }; Needs = 'persons' }
        @{ What = 'Get-PersonioAttendancePeriod'; Call = { Get-PersonioAttendancePeriod @with -From 2026-05-01 -To 2026-05-31 -IncludePerson -Force }; Needs = 'persons' }
        @{ What = 'Measure-PersonioAttendance'; Call = { Get-PersonioAttendancePeriod @with -From 2026-05-01 -To 2026-05-31 -IncludePerson -Force | Measure-PersonioAttendance -By Person }; Needs = 'persons' }
        @{ What = 'Get-PersonioCompensation'; Call = { Get-PersonioCompensation @with -IncludePerson -Force }; Needs = 'persons' }
        @{ What = 'Get-PersonioProjectMember'; Call = { Get-PersonioProject -First 20 | Get-PersonioProjectMember @with -IncludePerson -Force }; Needs = 'persons' }
        @{ What = 'Get-PersonioDocument'; Call = { Get-PersonioDocument $ids @with -IncludePerson -Force }; Needs = 'persons' }
        @{ What = 'Get-PersonioApplication'; Call = { Get-PersonioApplication @with }; Needs = @() }
        @{ What = 'Get-PersonioCandidate'; Call = { Get-PersonioCandidate @with }; Needs = @() }
        @{ What = 'Get-PersonioOrgUnit'; Call = { Get-PersonioOrgUnit @with }; Needs = @() }
        @{ What = 'Get-PersonioWorkplace'; Call = { Get-PersonioWorkplace @with }; Needs = @() }
        @{ What = 'Get-PersonioOrgChart'; Call = { Get-PersonioOrgChart @with -Force }; Needs = 'org-units', 'employments' }
        @{ What = 'Show-WhoIsOut.ps1'; Call = { & "$recipes/Show-WhoIsOut.ps1" @with -From 2026-05-01 -To 2026-05-31 }; Needs = @() }
        @{ What = 'Get-LeaveReport.ps1'; Call = { & "$recipes/Get-LeaveReport.ps1" @with }; Needs = @() }
        @{ What = 'Find-PersonioWorkingTimeIssue'; Call = { Find-PersonioWorkingTimeIssue @with -Month 2026-05 -Force }; Needs = 'persons' }
        @{ What = 'Measure-PersonioAbsence'; Call = { Measure-PersonioAbsence @with Person, Department, Type -Month 2026-05 -Force }; Needs = 'persons', 'org-units', 'absence-types', 'employments' }
        @{ What = 'Export-AttendanceMonth.ps1'; Call = { & "$recipes/Export-AttendanceMonth.ps1" @with -Month 2026-05-01 -Path TestDrive:/month.csv; Import-Csv TestDrive:/month.csv }; Needs = @() }
        @{ What = 'Get-UpcomingDate.ps1'; Call = { & "$recipes/Get-UpcomingDate.ps1" @with }; Needs = @() }
        @{ What = 'Find-JoinerLeaver.ps1'; Call = { & "$recipes/Find-JoinerLeaver.ps1" @with }; Needs = @() }
    )
    $endpoints = [ordered]@{
        'persons'        = '^/v2/persons$'
        'employments'    = '/employments$'
        'org-units'      = '^/v2/org-units'
        'workplaces'     = '^/v2/workplaces'
        'legal-entities' = '^/v2/legal-entities'
        'absence-types'  = '^/v2/absence-types'
        'cost-centers'   = '^/v2/cost-centers'
        'projects'       = '^/v2/projects$'
    }
    $cases = foreach ($call in $calls) {
        foreach ($endpoint in $endpoints.GetEnumerator()) {
            # If the names of a list are not part of the rows, one kind of failure represents all.
            foreach ($fault in $endpoint.Key -in $call.Needs ? @('is forbidden', 'is down', 'is empty', 'has no names') : @('is down')) {
                # Their rows cannot be read without it.
                if ($endpoint.Key -eq 'projects' -and $call.What -eq 'Get-PersonioProjectMember') { continue }
                @{
                    What = $call.What; Call = $call.Call; Endpoint = $endpoint.Key; Pattern = $endpoint.Value; Fault = $fault
                    IsNeeded = $endpoint.Key -in $call.Needs -and -not ($endpoint.Key -eq 'employments' -and $fault -ne 'is forbidden')
                    # The first request is that for the persons themselves.
                    Skip = $call.What -in 'Get-PersonioPerson', 'Get-PersonioEmployee' -and $endpoint.Key -eq 'persons' ? 1 : 0
                }
            }
        }
    }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $recipes = Join-Path $PSScriptRoot '../../docs/recipes'
    $sandbox = Start-Sandbox @{ PersonCount = 24; Today = [DateOnly]::new(2026, 6, 1) }
    Connect-To $sandbox
    $ids = (Get-PersonioPerson -First 8).PersonId
    # Their supervisors are not among them.
    $late = (Get-PersonioPerson).PersonId[-5..-1]
    $absences = Get-PersonioAbsencePeriod -From 2026-05-01 -To 2026-05-31 | Select-Object -First 8

    # Any name property, and the values it must not have.
    function Get-InvalidName {
        param($Row)

        foreach ($property in $Row.PSObject.Properties | Where-Object Name -Like '*Name') {
            $isId = "$($property.Value)" -match '^\d+$' -or [guid]::TryParse("$($property.Value)", [ref]([guid]::Empty))
            $same = $Row.PSObject.Properties | Where-Object { $_.Name -like '*Id' -and $_.Value -and $_.Value -eq $property.Value }
            if ($isId -or $same) {
                "$($property.Name) is $($property.Value)"
            }
        }
    }
}

AfterAll {
    Get-PersonioSession -Name * | Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'The name cells of <what> if <endpoint> <fault>' -ForEach $cases {
    It 'contain no ids, and a missing name is an error' {
        # A new session has no cached names.
        Connect-To $sandbox @{ MaxRetry = 0 }
        $known = switch ($fault) {
            'is forbidden' { @{ Status = 403 } }
            'is down' { @{ Status = 500 } }
            'is empty' { @{ Kind = 'RawBody'; Status = 200; ContentType = 'application/json'; Body = '{"_data":[]}' } }
            'has no names' {
                $rows = (4100..4140 + 1..400 | ForEach-Object { "{`"id`":`"$_`"}" }) -join ','
                @{ Kind = 'RawBody'; Status = 200; ContentType = 'application/json'; Body = "{`"_data`":[$rows]}" }
            }
        }
        $sandboxFault = [Personio.Sandbox.SandboxFault]::new()
        $known.GetEnumerator() | ForEach-Object { $sandboxFault.($_.Key) = $_.Value }
        $sandboxFault.PathPattern = $pattern
        $sandboxFault.Times = -1
        $sandboxFault.Skip = $skip
        $sandbox.AddFault($sandboxFault)
        $with = @{}
        try {
            $failed = @()
            $rows = @(
                try {
                    & $call 2>&1 3>$null
                }
                catch {
                    $_
                }
            ) | ForEach-Object {
                if ($_ -is [System.Management.Automation.ErrorRecord]) { $failed += $_ } else { $_ }
            }
        }
        finally {
            $sandbox.ClearFaults()
            Disconnect-Personio
        }

        $rows | ForEach-Object { Get-InvalidName $_ } | Should -BeNullOrEmpty
        if ($isNeeded) {
            $failed | Should -Not -BeNullOrEmpty
        }
    }
}
