# A parameter for the ID of an entry in a company list also accepts its name, and text that cannot be an ID is
# refused before anything is sent, even with -WhatIf.

BeforeDiscovery {
    $named = @(
        @{ What = 'a project as a filter'; Sent = 'project.id=82173'; Call = { Get-PersonioAttendancePeriod -ProjectId $project } }
        @{ What = 'a project whose members are wanted'; Sent = '/v2/projects/82173/members'; Call = { Get-PersonioProjectMember $project } }
        @{ What = 'a project that is got'; Sent = '/v2/projects'; Call = { (Get-PersonioProject -ProjectId $project).ProjectId | Should -Be 82173 } }
        @{ What = 'a project whose parts are wanted'; Sent = 'parent_project.id=82173'; Call = { Get-PersonioProject -ParentProjectId $project } }
        @{ What = 'a project that is changed'; Sent = 'PATCH /v2/projects/82173'; Call = { Set-PersonioProject $project -Description x } }
        @{ What = 'a project that gets members'; Sent = 'POST /v2/projects/82173/members'; Call = { Add-PersonioProjectMember $project 4101 } }
        @{ What = 'a project that loses members'; Sent = 'DELETE /v2/projects/82173/members'; Call = { Remove-PersonioProjectMember $project 4101 -Confirm:$false } }
        @{ What = 'the parent of a new project'; Sent = '"parent_project":{"id":"82173"}'; Call = { New-PersonioProject Part -ParentProjectId $project } }
        @{ What = 'the cost center of a project'; Sent = '"cost_center":{"id":"1201"}'; Call = { Set-PersonioProject 82173 -CostCenterId $center } }
        @{ What = 'the project of a period'; Sent = '"project":{"id":"82173"}'; Call = { New-PersonioAttendancePeriod 4101 Work '2026-05-02 08:00' '2026-05-02 09:00' -ProjectId $project } }
        @{ What = 'the new project of a period'; Sent = '"project":{"id":"82173"}'; Call = { Set-PersonioAttendancePeriod (Get-PersonioAttendancePeriod -First 50 | Where-Object Type -EQ WORK)[0].AttendancePeriodId -ProjectId $project } }
        @{ What = 'a legal entity as a filter'; Sent = 'legal_entity.id=12'; Call = { Get-PersonioCompensation -LegalEntityId $entity } }
        @{ What = 'a legal entity that is got'; Sent = '/v2/legal-entities'; Call = { (Get-PersonioLegalEntity -LegalEntityId $entity).LegalEntityId | Should -Be 12 } }
        @{ What = 'the legal entity of an employment'; Sent = '"legal_entity":{"id":"12"}'; Call = { Get-PersonioEmployment 4101 -Current | Set-PersonioEmployment -LegalEntityId $entity } }
        @{ What = 'the department of an employment'; Sent = '{"type":"department","id":"51"}'; Call = { Get-PersonioEmployment 4101 -Current | Set-PersonioEmployment -DepartmentId $department } }
        @{ What = 'the team of an employment'; Sent = '{"type":"team","id":"901"}'; Call = { Get-PersonioEmployment 4101 -Current | Set-PersonioEmployment -TeamId $team } }
        @{ What = 'the workplace of an employment'; Sent = '"office":{"id":'; Call = { Get-PersonioEmployment 4101 -Current | Set-PersonioEmployment -WorkplaceId $workplace } }
        @{ What = 'the job of an employment'; Sent = '"job":{"id":'; Call = { Get-PersonioEmployment 4101 -Current | Set-PersonioEmployment -JobId $job } }
        @{ What = 'the cost center of an employment'; Sent = '"cost_centers":[{"id":"1201","weight":100}]'; Call = { Get-PersonioEmployment 4101 -Current | Set-PersonioEmployment -CostCenter $center } }
        @{ What = 'the department of a new person'; Sent = '{"type":"department","id":"51"}'; Call = { New-PersonioPerson A B -EmploymentStatus Active -EmploymentType Internal -EmploymentStartDate 2026-08-03 -DepartmentId $department } }
        @{ What = 'a report whose rows are wanted'; Sent = '/v2/reports/'; Call = { Get-PersonioReportRow $report -First 1 } }
    )
    $identities = @(
        @{ Noun = 'OrgUnit' }, @{ Noun = 'LegalEntity' }, @{ Noun = 'CostCenter' }, @{ Noun = 'Workplace' }, @{ Noun = 'Job' }
        @{ Noun = 'SalaryBand' }, @{ Noun = 'CompensationType' }, @{ Noun = 'DocumentCategory' }, @{ Noun = 'RecruitingJob' }
        @{ Noun = 'RecruitingCategory' }, @{ Noun = 'AbsenceType' }, @{ Noun = 'Project' }, @{ Noun = 'Report' }
    )
    $bad = @(
        @{ Call = { New-PersonioAbsencePeriod '4,102' Vacation 2026-08-03 2026-08-04 -WhatIf } }
        @{ Call = { New-PersonioAbsencePeriod 4102 Vacation 2026-08-03 2026-08-04 -SubstituteId '4,103' -WhatIf } }
        @{ Call = { New-PersonioAttendancePeriod '4,102' Work '2026-05-02 08:00' '2026-05-02 09:00' -WhatIf } }
        @{ Call = { New-PersonioCompensation '4,102' 'Shift allowance' 1 2026-07-01 -WhatIf } }
        @{ Call = { New-PersonioPerson A B -EmploymentStatus Active -EmploymentType Internal -EmploymentStartDate 2026-08-03 -SupervisorId '4,102' -WhatIf } }
        @{ Call = { Set-PersonioEmployment 4101 (Get-PersonioEmployment 4101 -Current).EmploymentId -SupervisorId '4,102' -WhatIf } }
        @{ Call = { Set-PersonioPerson '4,102' -PreferredName x -WhatIf } }
        @{ Call = { Remove-PersonioPerson '4,102' -WhatIf } }
        @{ Call = { Set-PersonioAbsencePeriod '4,102' -Comment x -WhatIf } }
        @{ Call = { Remove-PersonioAbsencePeriod '4,102' -WhatIf } }
        @{ Call = { Set-PersonioAttendancePeriod '4,102' -Comment x -WhatIf } }
        @{ Call = { Remove-PersonioAttendancePeriod '4,102' -WhatIf } }
        @{ Call = { Add-PersonioProjectMember 82173 '4,102' -WhatIf } }
        @{ Call = { Remove-PersonioProjectMember 82173 '4,102' -WhatIf } }
        @{ Call = { Set-PersonioDocument '7,781' -Comment x -WhatIf } }
        @{ Call = { Remove-PersonioDocument '7,781' -WhatIf } }
        @{ Call = { Add-PersonioDocument (New-Item (Join-Path $TestDrive "$(New-Guid).txt") -Value x) '4,102' 7 -WhatIf } }
        @{ Call = { Set-PersonioProject '82,173' -Description x -WhatIf } }
        @{ Call = { Remove-PersonioProject '82,173' -WhatIf } }
        @{ Call = { Set-PersonioWebhook '4,102' -Description x -WhatIf } }
        @{ Call = { Remove-PersonioWebhook '4,102' -WhatIf } }
    )
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 60; AttendanceDays = 5; Today = [DateOnly]::new(2026, 6, 1) }
    Connect-To $sandbox
    $project = (Get-PersonioProject -ProjectId 82173).Name
    $center = (Get-PersonioCostCenter | Where-Object CostCenterId -EQ 1201).Name
    $entity = (Get-PersonioLegalEntity | Where-Object LegalEntityId -EQ 12).Name
    $department = (Get-PersonioOrgUnit -Type Department | Where-Object OrgUnitId -EQ 51).Name
    $team = (Get-PersonioOrgUnit -Type Team | Where-Object OrgUnitId -EQ 901).Name
    $workplace = (Get-PersonioWorkplace)[0].Name
    $job = (Get-PersonioJob)[0].Name
    $report = (Get-PersonioReport)[0].Name
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'The name' {
    BeforeEach {
        $sandbox.ClearRequests()
    }

    It 'of <what> can replace its id' -ForEach $named {
        $null = & $call

        $sandbox.Requests | ForEach-Object { "$($_.Method) $([uri]::UnescapeDataString($_.RawTarget)) $($_.Body)" } |
            Where-Object { $_.Contains($sent) } | Should -Not -BeNullOrEmpty
    }

    It 'gets the <noun> if it is passed as -<noun>Id, in upper or lower case' -ForEach $identities {
        $one = @(& "Get-Personio$noun")[-1]
        $arguments = @{ "$($noun)Id" = $one.Name.ToUpperInvariant() }

        (& "Get-Personio$noun" @arguments)."$($noun)Id" | Should -Be $one."$($noun)Id"
    }

    It 'that does not exist is an error with similar names, before the request that needs it' {
        Get-PersonioEmployment 4101 -Current | Set-PersonioEmployment -DepartmentId "$($department)x" -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be 'OrgUnitNotFound,Personio.Commands.SetPersonioEmploymentCommand'
        $failed.Exception.Message | Should -BeLike "*department '$($department)x'*'$department' (51)*Get-PersonioOrgUnit*"
        Get-Sent $sandbox PATCH | Should -BeNullOrEmpty
    }

    It 'cannot be looked up without the right to read the list, and the error says so' {
        $sandbox.RevokeScope('personio:projects:read')
        try {
            Connect-To $sandbox
            { Get-PersonioAttendancePeriod -ProjectId $project } |
                Should -Throw -ErrorId 'AccessDenied,*' -ExpectedMessage "*'$project' is not the id of a project*Specify the id*"
            Get-PersonioAttendancePeriod -ProjectId 82173 | Should -Not -BeNullOrEmpty
        }
        finally {
            $sandbox.GrantScope('personio:projects:read')
            Connect-To $sandbox
        }
    }

    It 'costs no request if an id is specified' {
        $null = Get-PersonioAttendancePeriod -ProjectId 82173

        Get-Sent $sandbox | Select-Object -Unique | Should -Be 'GET /v2/attendance-periods'
    }
}

Describe 'Text that cannot be an ID' {
    It 'is refused with -WhatIf as well: <call>' -ForEach $bad {
        & $call -ErrorAction SilentlyContinue 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } |
            ForEach-Object FullyQualifiedErrorId | Should -Match '^(InvalidRequest|ProjectNotFound|WebhookNotFound),'
    }
}

Describe 'One entry by its id' {
    BeforeEach {
        $sandbox.ClearRequests()
    }

    It 'is read by itself: <noun>' -ForEach @(
        @{ Noun = 'AbsenceType' }, @{ Noun = 'OrgUnit' }, @{ Noun = 'LegalEntity' }, @{ Noun = 'Job' }, @{ Noun = 'SalaryBand' }
        @{ Noun = 'RecruitingJob' }, @{ Noun = 'RecruitingCategory' }, @{ Noun = 'Project' }
    ) {
        $one = @(& "Get-Personio$noun")[-1]
        $arguments = @{ "$($noun)Id" = $one."$($noun)Id" }
        $sandbox.ClearRequests()

        $found = & "Get-Personio$noun" @arguments

        $found."$($noun)Id" | Should -Be $one."$($noun)Id"
        $found.Name | Should -Be $one.Name
        $sandbox.Requests | ForEach-Object { ($_.Path -split '/')[-1] } | Select-Object -Unique | Should -Be $one."$($noun)Id"
    }

    It 'that the list omits is found among many' {
        $ids = (Get-PersonioProject).ProjectId | Select-Object -First 12
        $sandbox.ClearRequests()
        $sandbox.AddFault(([Personio.Sandbox.SandboxFault] @{ Kind = 'RawBody'; PathPattern = '^/v2/projects$'; Status = 200; ContentType = 'application/json'; Body = '{"_data":[]}' }))

        $found = Get-PersonioProject -ProjectId $ids
        $sandbox.ClearFaults()

        $found.ProjectId | Should -Be $ids
    }

    It 'that does not exist is one error, and the next id continues' {
        $found = Get-PersonioProject -ProjectId 1, 82173 -ErrorAction SilentlyContinue -ErrorVariable failed

        $found.ProjectId | Should -Be 82173
        $failed.FullyQualifiedErrorId | Should -Be 'ProjectNotFound,Personio.Commands.GetPersonioProjectCommand'
    }
}
