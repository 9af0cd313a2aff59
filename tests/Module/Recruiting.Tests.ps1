BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 20; Today = [DateOnly]::new(2026, 6, 1) }
    $get = 'Personio.Commands.GetPersonioApplicationCommand'
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'Get-PersonioApplication' {
    BeforeEach {
        Connect-To $sandbox
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    It 'gets all of them, with the beta header' {
        $all = Get-PersonioApplication

        $all.ApplicationId | Should -Be $sandbox.Tenant.ApplicationIds
        $all[0] | Should -BeOfType 'Personio.Models.Application'
        @($sandbox.Requests)[0].Headers['Beta'] | Should -Be 'true'
        (Get-Query $sandbox /v2/recruiting/applications | Select-Object -First 1)['limit'] | Should -Be '200'
    }

    It 'is flat: candidate, job and stage are top-level properties, and times are instants' {
        $body = @(
            '{"id":"1","application_date":"2026-05-02","candidate":{"id":"2","first_name":"First","last_name":"Last","email":"j@example.org"},'
            '"job":{"id":"3","name":"Clerk","department":{"id":"55","name":"Finance"}},'
            '"current_stage":{"id":null,"kind":"SYSTEM","name":null,"type":"unassigned"},"channel":{"id":"9","name":"Website"},'
            '"hiring_team":[{"person":{"id":"4102"},"role":{"name":"Recruiter"}}],"is_anonymized":false,'
            '"created_at":{"date-time":"2026-05-02T08:00:00","timezone":"Europe/Berlin"},'
            '"updated_at":{"date-time":"2026-01-03T08:00:00","timezone":"Europe/Berlin"}}'
        ) -join ''
        Add-Fault $sandbox @{ Kind = 'RawBody'; PathPrefix = '/v2/recruiting'; Body = $body; Status = 200; ContentType = 'application/json' }

        $application = Get-PersonioApplication -ApplicationId 1

        $application.CandidateId, $application.CandidateName, $application.CandidateEmail | Should -Be '2', 'First Last', 'j@example.org'
        $application.RecruitingJobId, $application.RecruitingJob, $application.Department | Should -Be '3', 'Clerk', 'Finance'
        $application.Stage, $application.StageType, $application.Channel | Should -Be 'unassigned', 'unassigned', 'Website'
        $application.DepartmentId, $application.StageKind, $application.ChannelId | Should -Be '55', 'SYSTEM', '9'
        $application.HiringTeam.ToString() | Should -Be '4102 (Recruiter)'
        $application.ApplicationDate | Should -Be ([datetime]'2026-05-02')
        $application.CreatedAt | Should -Be ([datetimeoffset]'2026-05-02T06:00:00Z')
        $application.UpdatedAt | Should -Be ([datetimeoffset]'2026-01-03T07:00:00Z')
        $application.AdditionalProperties.Count | Should -Be 0
    }

    It 'gets ids with one request each, in order, with one error for each unknown id' {
        $ids = $sandbox.Tenant.ApplicationIds[2, 0]

        $found = Get-PersonioApplication -ApplicationId $ids[0], '1', $ids[1] -ErrorAction SilentlyContinue -ErrorVariable failed

        $found.ApplicationId | Should -Be $ids
        $failed.FullyQualifiedErrorId | Should -Be "ApplicationNotFound,$get"
        $failed.CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failed.TargetObject | Should -Be '1'
        Get-Sent $sandbox | Should -HaveCount 3
    }

    It 'gets the applications of piped candidates, and accepts ids as text' {
        $candidate = Get-PersonioCandidate | Where-Object { $_.ApplicationIds.Count -gt 0 } | Select-Object -First 1

        @($candidate | Get-PersonioApplication).ApplicationId | Should -Be $candidate.ApplicationIds
        ($sandbox.Tenant.ApplicationIds[1] | Get-PersonioApplication).ApplicationId | Should -Be $sandbox.Tenant.ApplicationIds[1]
    }

    It 'sends email addresses as filters, one request each' {
        $emails = @(Get-PersonioApplication -First 2).CandidateEmail
        $sandbox.ClearRequests()

        @(Get-PersonioApplication -CandidateEmail $emails).CandidateEmail | Sort-Object -Unique | Should -Be ($emails | Sort-Object)
        Get-Query $sandbox /v2/recruiting/applications | ForEach-Object { $_['candidate.email'] } | Should -Be $emails
    }

    It 'sends -UpdatedAfter, or -UpdatedBefore' {
        $null = Get-PersonioApplication -UpdatedAfter 2026-05-01T00:00:00Z
        $null = Get-PersonioApplication -UpdatedBefore 2026-05-01T00:00:00.5Z

        $sent = @(Get-Query $sandbox /v2/recruiting/applications)
        $sent[0]['updated_at.gt'] | Should -Be '2026-05-01T00:00:00Z'
        $sent[1]['updated_at.lt'] | Should -Be '2026-05-01T00:00:01Z'
        $sent[0].ContainsKey('updated_at.lt') -or $sent[1].ContainsKey('updated_at.gt') | Should -BeFalse
    }

    It 'applies -UpdatedBefore locally if both are given, because the server accepts one' {
        $all = Get-PersonioApplication
        $moments = $all.UpdatedAt | Sort-Object
        $after, $before = $moments[1].UtcDateTime, $moments[-2].UtcDateTime
        $wanted = $all | Where-Object { $_.UpdatedAt -gt $after -and $_.UpdatedAt -lt $before }
        $sandbox.ClearRequests()

        $found = Get-PersonioApplication -UpdatedAfter $after -UpdatedBefore $before

        $wanted | Should -Not -BeNullOrEmpty
        $found.ApplicationId | Should -Be $wanted.ApplicationId
        $sent = @(Get-Query $sandbox /v2/recruiting/applications)[0]
        $sent.ContainsKey('updated_at.gt') | Should -BeTrue
        $sent.ContainsKey('updated_at.lt') | Should -BeFalse
    }

    It 'ends with an empty page that links to itself' {
        $all = Get-PersonioApplication
        $sandbox.Options.EmptyLastPage = $true
        try {
            $found = Get-PersonioApplication -ErrorAction Stop
            $jobs = Get-PersonioRecruitingJob -ErrorAction Stop
        }
        finally {
            $sandbox.Options.EmptyLastPage = $false
        }

        $found.ApplicationId | Should -Be $all.ApplicationId
        $jobs.RecruitingJobId | Should -Be (Get-PersonioRecruitingJob).RecruitingJobId
    }

    It 'requests no more rows than -First needs' {
        Get-PersonioApplication -First 2 | Should -HaveCount 2

        (Get-Query $sandbox /v2/recruiting/applications)['limit'] | Should -Be '2'
    }

    It 'says so if the company does not have recruiting' {
        # A new session, because after one response from there, the next 404 would count as temporary.
        Connect-To $sandbox
        Add-Fault $sandbox @{ Kind = 'Status'; PathPrefix = '/v2/recruiting'; Status = 404; Times = 2; Body = '{"errors":[{"title":"Not Found","detail":"The endpoint with /v2/recruiting/applications was not found."}]}' }

        { Get-PersonioApplication -ErrorAction Stop } | Should -Throw -ErrorId "AccessDenied,$get" -ExpectedMessage '*not offered*'
    }

    It 'exports without type names' {
        Get-PersonioApplication | Export-Csv TestDrive:/applications.csv

        Get-Content TestDrive:/applications.csv -Raw | Should -Not -Match 'System\.|Personio\.'
    }
}

Describe 'Get-PersonioApplicationTransition' {
    BeforeEach {
        Connect-To $sandbox
    }

    It 'gets the steps of piped applications in order, each with its application' {
        $applications = Get-PersonioApplication -First 4
        $sandbox.ClearRequests()

        $steps = $applications | Get-PersonioApplicationTransition

        $steps[0] | Should -BeOfType 'Personio.Models.ApplicationTransition'
        $steps.ApplicationId | Select-Object -Unique | Should -Be $applications.ApplicationId
        $steps.Stage | Should -Not -Contain $null
        $steps[0].EnteredAt | Should -BeOfType datetimeoffset
        Get-Sent $sandbox | Sort-Object |
            Should -Be ($applications.ApplicationId | ForEach-Object { "GET /v2/recruiting/applications/$_/stage-transitions" } | Sort-Object)
        ($steps | ConvertTo-Csv) -join "`n" | Should -Not -Match 'System\.|Personio\.'
    }

    It 'writes one error for an unknown application, and requires that applications are specified' {
        Get-PersonioApplicationTransition -ApplicationId 1 -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed.FullyQualifiedErrorId | Should -Be 'ApplicationNotFound,Personio.Commands.GetPersonioApplicationTransitionCommand'
        $failed.TargetObject | Should -Be '1'

        { Get-PersonioApplicationTransition -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidRequest,Personio.Commands.GetPersonioApplicationTransitionCommand'
    }
}

Describe 'Get-PersonioCandidate' {
    BeforeEach {
        Connect-To $sandbox
    }

    It 'gets the candidate of a piped application, and not the application''s id' {
        $application = Get-PersonioApplication -First 1

        $candidate = $application | Get-PersonioCandidate

        $candidate | Should -BeOfType 'Personio.Models.Candidate'
        $candidate.CandidateId | Should -Be $application.CandidateId
        $candidate.DisplayName | Should -Be $application.CandidateName
        $candidate.ApplicationIds | Should -Contain $application.ApplicationId
        $candidate.UpdatedAt | Should -BeOfType datetimeoffset
    }

    It 'sends email addresses and instants as filters' {
        $one = Get-PersonioCandidate -First 1
        $sandbox.ClearRequests()

        (Get-PersonioCandidate -Email $one.Email -UpdatedAfter 2020-01-01T00:00:00Z).CandidateId | Should -Be $one.CandidateId
        $sent = @(Get-Query $sandbox /v2/recruiting/candidates)[0]
        $sent['email'], $sent['updated_at.gt'] | Should -Be $one.Email, '2020-01-01T00:00:00Z'
    }

    It 'writes one error for an unknown id and exports without type names' {
        Get-PersonioCandidate -CandidateId 1 -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be 'CandidateNotFound,Personio.Commands.GetPersonioCandidateCommand'
        (Get-PersonioCandidate | ConvertTo-Csv) -join "`n" | Should -Not -Match 'System\.|Personio\.'
    }
}

Describe 'The short lists of recruiting' {
    BeforeEach {
        Connect-To $sandbox
    }

    It 'include job openings by name, with wildcards, and of applications' {
        $all = Get-PersonioRecruitingJob
        $all[0] | Should -BeOfType 'Personio.Models.RecruitingJob'

        (Get-PersonioRecruitingJob -Name clerk).Name | Should -Be 'Clerk'
        @(Get-PersonioRecruitingJob -Name '=*').Name | Should -Be @($all.Name | Where-Object { $_ -like '=*' })
        (Get-PersonioApplication -First 1 | Get-PersonioRecruitingJob).Name | Should -Be (Get-PersonioApplication -First 1).RecruitingJob
        { Get-PersonioRecruitingJob -RecruitingJobId 1 -ErrorAction Stop } |
            Should -Throw -ErrorId 'RecruitingJobNotFound,Personio.Commands.GetPersonioRecruitingJobCommand'
        ($all | ConvertTo-Csv) -join "`n" | Should -Not -Match 'System\.|Personio\.'
    }

    It 'include categories with their stages, also of job openings' {
        $all = Get-PersonioRecruitingCategory
        $all[0] | Should -BeOfType 'Personio.Models.RecruitingCategory'
        $all[0].Stages[0] | Should -BeOfType 'Personio.Models.RecruitingStage'

        $job = Get-PersonioRecruitingJob -Name Clerk
        ($job | Get-PersonioRecruitingCategory).Name | Should -Be $job.Category
        $all[0].Stages.ToString() | Should -BeLike 'Screening; *'
        ($all | ConvertTo-Csv) -join "`n" | Should -Not -Match 'System\.|Personio\.'
    }
}
