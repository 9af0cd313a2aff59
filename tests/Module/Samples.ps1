# Samples of every output type of the module, as a user gets them. Dot-source it after Common.ps1 and Apart.ps1.

. "$PSScriptRoot/PingOne.ps1"

# Returns samples by type name; the sandbox is that of the current session.
function Get-Sample {
    param($Sandbox)

    # Events and calls of webhooks need a receiver.
    $seen = '"event_name":"person.updated","occurred_at":"2026-05-30T08:00:00Z","completed_at":"2026-05-30T08:00:01Z"'
    foreach ($path in 'events', 'activity') {
        Add-Fault $Sandbox @{
            PathPattern = "/v2/webhooks/1/$path"
            Kind        = 'RawBody'
            Body        = "{`"_data`":[{`"id`":`"1`",$seen,`"is_delivered`":true}],`"_meta`":{}}"
        }
    }

    # Samples of each type, as a user gets them.
    $absences = @(Get-PersonioAbsencePeriod -First 60)
    $some = @{
        PersonioSession   = @(Get-PersonioSession)
        Person            = @(Get-PersonioPerson)
        Employee          = @(Get-PersonioEmployee -First 5)
        Employment        = @(Get-PersonioPerson -First 30 | Get-PersonioEmployment)
        AbsenceType       = @(Get-PersonioAbsenceType)
        AbsencePeriod     = $absences
        AbsenceBreakdown  = @($absences | Select-Object -First 5 | Get-PersonioAbsenceBreakdown)
        AttendancePeriod  = @(Get-PersonioAttendancePeriod -First 30)
        CreationSummary   = @(Get-PersonioAbsencePeriod -First 5 | New-PersonioAbsencePeriod -SkipExisting -Summary)
        CostCenter        = @(Get-PersonioCostCenter)
        Job               = @(Get-PersonioJob)
        LegalEntity       = @(Get-PersonioLegalEntity)
        OrgUnit           = @(Get-PersonioOrgUnit -IncludeParentChain)
        SalaryBand        = @(Get-PersonioSalaryBand)
        Workplace         = @(Get-PersonioWorkplace)
        AbsenceBalance    = @(Get-PersonioPerson -First 3 | Get-PersonioAbsenceBalance -IncludePerson)
        PersonAttribute   = @(Get-PersonioAttribute)
        AccessCheck       = @(Test-PersonioAccess)
        Webhook           = @(Get-PersonioWebhook)
        WebhookEvent      = @(Get-PersonioWebhookEvent 1)
        WebhookDelivery   = @(Get-PersonioWebhookDelivery 1)
        AttendanceSummary = @(Get-PersonioAttendancePeriod -First 300 -IncludePerson | Measure-PersonioAttendance Person, Date, Project)
        AbsenceSummary    = @($absences | Measure-PersonioAbsence Person, Department, Type, Month -From (Get-Date).AddYears(-1) -To (Get-Date))
        WorkingTimeIssue  = @(Get-PersonioAttendancePeriod -First 300 | Find-PersonioWorkingTimeIssue -MaximumHours 1)
        OrgChartEntry     = @(Get-PersonioPerson -First 20 | Get-PersonioOrgChart -WarningAction SilentlyContinue)
        Compensation      = @(Get-PersonioCompensation -First 30)
        CompensationType  = @(Get-PersonioCompensationType)
        Document          = @(Get-PersonioPerson -First 10 | Get-PersonioDocument)
        DocumentCategory  = @(Get-PersonioDocumentCategory)
        Application       = @(Get-PersonioApplication -First 10)
        Candidate         = @(Get-PersonioCandidate -First 10)
        RecruitingJob     = @(Get-PersonioRecruitingJob)
        JobPosting        = @(Get-PersonioJobPosting acme -BaseUri $Sandbox.BaseUri)
        Recipe            = @(Get-PersonioRecipe)
        Report            = @(Get-PersonioReport)
        ReportAttribute   = @(Get-PersonioReportAttribute)
        Project           = @(Get-PersonioProject -IncludeTrackedTime)
        ProjectMember     = @(Get-PersonioProjectMember 82173 -IncludePerson)
    }
    Connect-Directory $Sandbox
    $some.PingOneSession = @(Get-PingOneSession)
    $some.PingOneUser = @(Get-PingOneUser)
    $some.PingOnePopulation = @(Get-PingOnePopulation)
    $some.PingOneGroup = @(Get-PingOneGroup)
    $some.PingOneGroupMember = @(Get-PingOneGroupMember vpn-users -Direct)
    $some.PingOneAttribute = @(Get-PingOneAttribute)
    $some.PingOneAccessCheck = @(Test-PingOneAccess)
    $log = Join-Path ([System.IO.Path]::GetTempPath()) "plan-$([guid]::NewGuid()).jsonl"
    $some.PlanRow = @(Compare-PersonioDirectory -EmailDomain example.org -TimeZone Etc/UTC -LogPath $log -WarningAction SilentlyContinue)
    # Nothing is written, so a second call returns the same samples.
    $some.ResultRow = @($some.PlanRow | Where-Object Action -EQ Update | Select-Object -First 2 | Invoke-PersonioPlan -PassThru -WhatIf)
    $some.LogEntry = @(Get-PersonioPlanLog $log -All)
    Remove-Item "$log*"
    # Imported twice, so that a second call returns the same.
    $file = Join-Path ([System.IO.Path]::GetTempPath()) "import-$PID.csv"
    'PersonId,AbsenceType,StartDate,EndDate', '4102,Vacation,2031-08-04,2031-08-05' | Set-Content $file
    $some.AbsenceImportRow = @(Import-PersonioAbsence $file -ErrorAction SilentlyContinue; Import-PersonioAbsence $file -ErrorAction SilentlyContinue)[-1..-1]
    'PersonId,Type,Start,End,ProjectId', '4102,Work,2026-05-04T08:00,2026-05-04T16:00,82173' | Set-Content $file
    $some.AttendanceImportRow = @(Import-PersonioAttendance $file; Import-PersonioAttendance $file)[-1..-1]
    Remove-Item $file
    $some.RecruitingCategory = @(Get-PersonioRecruitingCategory)
    $some.ApplicationTransition = @($some.Application | Get-PersonioApplicationTransition)
    $some
}
