# Calls of every endpoint: one for each row of the map. Dot-source it after Common.ps1, before discovery and before
# the tests. A script block runs in the test, where $sandbox is a tenant of twelve persons and $ids has the IDs to use.

# The rows that read, and the rows of the session.
$calls = @{
    CreateToken                = { Connect-Personio -ClientId $sandbox.ClientId -ClientSecret (Get-Secure $sandbox.ClientSecret) -BaseUri $sandbox.BaseUri }
    RevokeToken                = { Disconnect-Personio -Revoke }
    ListPersons                = { Get-PersonioPerson }
    GetPerson                  = { Set-PersonioPerson $ids.Person -PreferredName Name -PassThru }
    ListEmployments            = { Get-PersonioEmployment $ids.Person }
    GetEmployment              = { Get-PersonioEmployment -PersonId $ids.Person -EmploymentId $ids.Employment }
    ListEmployees              = { Get-PersonioEmployee -Quick }
    ListAttributes             = { Get-PersonioAttribute }
    GetProfilePicture          = { Save-PersonioProfilePicture $ids.Pictured $TestDrive -Force }
    GetProfilePictureOfWidth   = { Save-PersonioProfilePicture $ids.Pictured $TestDrive -Force -Width 75 }
    ListAbsenceTypes           = { Get-PersonioAbsenceType }
    ListAbsencePeriods         = { Get-PersonioAbsencePeriod }
    GetAbsencePeriod           = { Set-PersonioAbsencePeriod $ids.Absence -Comment x -PassThru }
    ListAbsenceBreakdowns      = { Get-PersonioAbsenceBreakdown $ids.Absence }
    ListAbsenceBalances        = { Get-PersonioAbsenceBalance $ids.Person }
    ListAttendancePeriods      = { Get-PersonioAttendancePeriod }
    GetAttendancePeriod        = { Set-PersonioAttendancePeriod $ids.Attendance -Comment x -PassThru }
    ListProjects               = { Get-PersonioProject }
    GetProject                 = { Set-PersonioProject 82173 -Name x -PassThru }
    ListProjectMembers         = { Get-PersonioProjectMember 82173 }
    ListOrgUnits               = { Get-PersonioOrgUnit }
    ListLegalEntities          = { Get-PersonioLegalEntity }
    ListCostCenters            = { Get-PersonioCostCenter }
    ListWorkplaces             = { Get-PersonioWorkplace }
    ListJobs                   = { Get-PersonioJob }
    ListSalaryBands            = { Get-PersonioSalaryBand }
    ListCompensations          = { Get-PersonioCompensation }
    ListCompensationTypes      = { Get-PersonioCompensationType }
    ListDocuments              = { Get-PersonioDocument $ids.Person }
    DownloadDocument           = { Save-PersonioDocument $ids.Document $TestDrive -Force }
    ListDocumentCategories     = { Get-PersonioDocumentCategory }
    ListApplications           = { Get-PersonioApplication }
    GetApplication             = { Get-PersonioApplication -ApplicationId $ids.Application }
    ListApplicationTransitions = { Get-PersonioApplicationTransition $ids.Application }
    ListCandidates             = { Get-PersonioCandidate }
    GetCandidate               = { Get-PersonioCandidate -CandidateId $ids.Candidate }
    ListRecruitingJobs         = { Get-PersonioRecruitingJob }
    ListJobPostings            = { Get-PersonioJobPosting acme -BaseUri $sandbox.BaseUri }
    ListRecruitingCategories   = { Get-PersonioRecruitingCategory }
    ListReports                = { Get-PersonioReport }
    GetReport                  = { Get-PersonioReportRow $sandbox.Tenant.ReportIds[0] }
    ListReportAttributes       = { Get-PersonioReportAttribute }
    ListWebhooks               = { Get-PersonioWebhook }
    GetWebhook                 = { Get-PersonioWebhook $sandbox.Tenant.WebhookIds[0] }
    ListWebhookEvents          = { Get-PersonioWebhookEvent $sandbox.Tenant.WebhookIds[0] }
    ListWebhookDeliveries      = { Get-PersonioWebhookDelivery $sandbox.Tenant.WebhookIds[0] }
    SendWebhookTestEvent       = { Test-PersonioWebhook $sandbox.Tenant.WebhookIds[0] person.created -Payload @{} }
}

# The rows that read a single object by its ID, with the noun.
$singles = @{
    GetAbsenceType        = 'AbsenceType'
    GetOrgUnit            = 'OrgUnit'
    GetLegalEntity        = 'LegalEntity'
    GetJob                = 'Job'
    GetSalaryBand         = 'SalaryBand'
    GetRecruitingJob      = 'RecruitingJob'
    GetRecruitingCategory = 'RecruitingCategory'
}

# Every cmdlet that changes something: the row it calls, typed parameters, and piped input: three inputs that differ in one
# property, of which the middle one is invalid. Get-Input creates objects from them.
$writers = @{
    'Add-PersonioDocument'         = @{
        Row = 'UploadDocument'; With = { @{ LiteralPath = New-Item (Join-Path $TestDrive "$(New-Guid).txt") -Value x; CategoryId = 7 } }; Property = 'OwnerId'
        Of  = { $sandbox.Tenant.PersonIds[0], '0', $sandbox.Tenant.PersonIds[1] }
    }
    'Add-PersonioProjectMember'    = @{
        Row = 'AddProjectMembers'; With = { @{ PersonId = $sandbox.Tenant.PersonIds[10] } }
        Property = 'ProjectId'; Of = { 82173, 0, 82176 }
    }
    'Invoke-PersonioRequest'       = @{
        Row = 'CreateProject'; With = { @{ Path = '/v2/projects'; Method = 'POST' } }; Property = 'name'
        Of  = { 'One', '', 'Two' | ForEach-Object { @{ name = $_; status = 'ACTIVE' } } }
    }
    'New-PersonioAbsencePeriod'    = @{
        Row = 'CreateAbsencePeriod'; With = { @{ AbsenceType = 'Vacation'; StartDate = '2026-08-03'; EndDate = '2026-08-04' } }
        Property = 'PersonId'; Of = { $one, $two = Add-Person $sandbox 2; $one, '0', $two }
    }
    'New-PersonioAttendancePeriod' = @{
        Row = 'CreateAttendancePeriod'; With = { @{ Type = 'Work'; Start = '2026-05-01 08:00'; End = '2026-05-01 16:00' } }
        Property = 'PersonId'; Of = { $one, $two = Add-Person $sandbox 2; $one, '0', $two }
    }
    'New-PersonioCompensation'     = @{
        Row = 'CreateCompensation'
        With = { @{ Type = 'Shift allowance'; Amount = 10; EffectiveFrom = '2026-07-01'; Currency = 'EUR'; Interval = 'Monthly' } }
        Property = 'PersonId'; Of = { $sandbox.Tenant.PersonIds[0], '0', $sandbox.Tenant.PersonIds[1] }
    }
    'New-PersonioCompensationType' = @{
        Row = 'CreateCompensationType'; With = { @{ Category = 'OneTime' } }; Property = 'Name'; Of = { 'One', '', 'Two' }
    }
    'New-PersonioPerson'           = @{
        Row = 'CreatePerson'; With = { @{ FirstName = 'Given' } }; Property = 'LastName'; Of = { 'One', '', 'Two' }
    }
    'New-PersonioProject'          = @{
        Row = 'CreateProject'; Property = 'Name'; Of = { 'One', '', 'Two' }
    }
    'New-PersonioWebhook'          = @{
        Row = 'CreateWebhook'; With = { @{ Description = 'x'; EnabledEvent = 'person.created' } }
        Property = 'Url'; Of = { 'https://example.org/1', 'http://example.org/2', 'https://example.org/3' }
    }
    'Remove-PersonioAbsencePeriod' = @{
        Row = 'DeleteAbsencePeriod'; Property = 'AbsencePeriodId'
        Of = { $one, $two = $sandbox.Tenant.AbsencePeriodIds[0, 1]; $one, '0', $two }
    }
    'Remove-PersonioAttendancePeriod' = @{
        Row = 'DeleteAttendancePeriod'; Property = 'AttendancePeriodId'
        Of = { $one, $two = (Get-PersonioAttendancePeriod -First 2).AttendancePeriodId; $one, '0', $two }
    }
    'Remove-PersonioDocument'      = @{
        Row = 'DeleteDocument'; Property = 'DocumentId'
        Of = { $one, $two = $sandbox.Tenant.DocumentIds[0, 1]; $one, '0', $two }
    }
    'Remove-PersonioPerson'        = @{
        Row = 'DeletePerson'; Property = 'PersonId'; Of = { $sandbox.Tenant.PersonIds[0], '0', $sandbox.Tenant.PersonIds[1] }
    }
    'Remove-PersonioProject'       = @{
        Row = 'DeleteProject'; Property = 'ProjectId'
        Of = { $one, $two = ('One', 'Two' | ForEach-Object { New-PersonioProject $_ }).ProjectId; $one, '0', $two }
    }
    'Remove-PersonioProjectMember' = @{
        Row = 'RemoveProjectMembers'; With = { @{ PersonId = $sandbox.Tenant.PersonIds[0] } }; Property = 'ProjectId'
        Of = { Add-PersonioProjectMember 82176 $sandbox.Tenant.PersonIds[0]; 82173, 0, 82176 }
    }
    'Remove-PersonioWebhook'       = @{
        Row = 'DeleteWebhook'; Property = 'WebhookId'; Of = { $one, $two = $sandbox.Tenant.WebhookIds; $one, '0', $two }
    }
    'Send-PersonioWebhookEvent'    = @{
        Row = 'RedeliverWebhookEvents'; With = { @{ OccurredAfter = [datetime]'2020-01-01' } }; Property = 'WebhookId'
        Of = { $one, $two = $sandbox.Tenant.WebhookIds; $one, '0', $two }
    }
    'Set-PersonioAbsencePeriod'    = @{
        Row = 'UpdateAbsencePeriod'; With = { @{ Comment = 'x' } }; Property = 'AbsencePeriodId'
        Of = { $one, $two = $sandbox.Tenant.AbsencePeriodIds[0, 1]; $one, '0', $two }
    }
    'Set-PersonioAttendancePeriod' = @{
        Row = 'UpdateAttendancePeriod'; With = { @{ Comment = 'x' } }; Property = 'AttendancePeriodId'
        Of = { $one, $two = (Get-PersonioAttendancePeriod -First 2).AttendancePeriodId; $one, '0', $two }
    }
    'Set-PersonioDocument'         = @{
        Row = 'UpdateDocument'; With = { @{ Comment = 'x' } }; Property = 'DocumentId'
        Of = { $one, $two = $sandbox.Tenant.DocumentIds[0, 1]; $one, '0', $two }
    }
    'Set-PersonioEmployment'       = @{
        Row = 'UpdateEmployment'; With = { @{ Position = 'x' } }; Property = 'EmploymentId'
        Of = {
            $one, $two = $sandbox.Tenant.PersonIds[0, 1] | Get-PersonioEmployment | Select-Object -First 2
            $one, @{ PersonId = $one.PersonId; EmploymentId = '0' }, $two |
                ForEach-Object { @{ PersonId = $_.PersonId; EmploymentId = $_.EmploymentId } }
        }
    }
    'Set-PersonioPerson'           = @{
        Row = 'UpdatePerson'; With = { @{ PreferredName = 'x' } }; Property = 'PersonId'
        Of = { $sandbox.Tenant.PersonIds[0], '0', $sandbox.Tenant.PersonIds[1] }
    }
    'Set-PersonioProject'          = @{
        Row = 'UpdateProject'; With = { @{ Description = 'x' } }; Property = 'ProjectId'; Of = { 82173, 0, 82174 }
    }
    'Set-PersonioWebhook'          = @{
        Row = 'UpdateWebhook'; With = { @{ Description = 'x' } }; Property = 'WebhookId'
        Of = { $one, $two = $sandbox.Tenant.WebhookIds; $one, '0', $two }
    }
    'Test-PersonioWebhook'         = @{
        Row = 'PingWebhook'; Property = 'WebhookId'; Of = { $one, $two = $sandbox.Tenant.WebhookIds; $one, '0', $two }
    }
}

function Get-Input {
    param([hashtable] $Writer)

    & $Writer.Of | ForEach-Object { [pscustomobject]($_ -is [hashtable] ? $_ : @{ $Writer.Property = $_ }) }
}
