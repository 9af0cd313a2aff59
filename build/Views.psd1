# The tables and lists of all output types, from which build/Format.ps1 writes Personio.Format.ps1xml and
# Personio.Types.ps1xml. A column is 'label | width [right] | kind property'; a list entry has no width.
# Without a kind, the property is shown as it is; Status is always colored. Kinds: property, day, minute,
# instant (local time), second (the same with seconds), number, dayOrMinute, script (PowerShell, with the object as $_).
#
# A table must fit a window of 80 columns and show every ID in full. Columns with a + after their width share the remaining
# space, which is that width in such a window and more in a wider one. The first column cannot have a +: the engine would
# then fit all columns to their content, and push the last ones out.
@{
    Views = @(
        @{
            Type  = 'Personio.Client.PersonioSession'
            Table = @(
                'Name | 13 | script try { [Personio.SessionText]::Format($_) } catch { $_.Name }'
                'BaseUri | 22+'
                'ClientId | 41'
            )
            List  = @(
                'Name', 'BaseUri', 'ClientId', 'IsConnected', 'ConnectedAt | second ConnectedAt'
                'TokenExpiresAt | second TokenExpiresAt', 'ServerTime | second ServerTime', 'Scopes'
                'AppId', 'PartnerId', 'MaxRetry', 'Timeout', 'AbsenceEndReading'
            )
        }
        @{
            Type  = 'Personio.Lifecycle.PlanRow'
            Table = @(
                'Kind | 10'
                'Action | 11'
                'DisplayName | 16+'
                'Day | 10'
                'Risk | 6'
                'Summary | 16+'
            )
            List  = @(
                'PlanId', 'PlannedAt', 'AsOf', 'Directory', 'Kind', 'Action', 'Finding', 'PersonId', 'AccountId'
                'UserName'
                'NextUserName', 'DisplayName', 'Email', 'MatchedBy', 'Day', 'Reason', 'Summary', 'Changes', 'Adjusted'
                'Risk'
                'NeedsApproval', 'Approved', 'Note', 'LimitKind', 'Base', 'Allowed', 'OverLimit', 'Check'
            )
        }
        @{
            Type  = 'Personio.Lifecycle.ResultRow'
            Table = @(
                'Action | 11'
                'DisplayName | 16+'
                'UserName | 16+'
                'Status | 11'
                'Error | 16+'
            )
            List  = @(
                'RunId', 'PlanId', 'Kind', 'Action', 'PersonId', 'AccountId', 'UserName', 'DisplayName', 'Status'
                'Error'
                'ErrorId', 'CorrelationId', 'FinishedAt | second FinishedAt', 'Changes'
            )
        }
        @{
            Type  = 'Personio.Lifecycle.LogEntry'
            Table = @(
                'Time | 16 | instant Time'
                'Action | 11'
                'UserName | 12+'
                'Result | 11'
                'Error | 12+'
                'PersonId | 9'
            )
            List  = @(
                'Time | second Time', 'Event', 'RunId', 'PlanId', 'PersonId', 'AccountId', 'UserName', 'Action'
                'Kind', 'Finding'
                'LimitKind', 'Changes', 'Result', 'Error', 'ErrorId', 'CorrelationId', 'Who', 'Host', 'Persons'
                'Accounts'
                'Linked'
            )
        }
        @{
            Type  = 'Personio.Models.Person'
            Table = @(
                'DisplayName | 24'
                'Email | 31+'
                'Status | 11'
                'PersonId | 10'
            )
            List  = @(
                'PersonId', 'DisplayName', 'FirstName', 'LastName', 'PreferredName', 'Email', 'Status', 'Gender'
                'CreatedAt | second CreatedAt', 'UpdatedAt | second UpdatedAt', 'EmploymentIds', 'CustomAttributes'
            )
        }
        @{
            Type  = 'Personio.Models.Person#Employment'
            Name  = 'PersonWithEmployment'
            Table = @(
                'DisplayName | 24'
                'Position | 14+'
                'Department | 14+ | property DepartmentName'
                'Supervisor | 14+ | property SupervisorName'
                'PersonId | 9'
            )
        }
        @{
            Type  = 'Personio.Models.Employee'
            Table = @(
                'DisplayName | 24'
                'Position | 14+'
                'Department | 14+'
                'Supervisor | 14+ | property SupervisorName'
                'PersonId | 9'
            )
            List  = @(
                'PersonId', 'DisplayName', 'FirstName', 'LastName', 'PreferredName', 'Email', 'Status', 'Position'
                'Department', 'Team', 'Workplace', 'LegalEntity', 'CostCenters', 'SupervisorId', 'SupervisorName'
                'SupervisorEmail', 'StartDate | day StartDate', 'LastDay | day LastDay', 'LastDayReason'
                'ContractEndDate | day ContractEndDate', 'ProbationEndDate | day ProbationEndDate', 'WeeklyHours'
                'EmploymentType'
            )
        }
        @{
            Type  = 'Personio.Models.Employee#Joiner'
            Name  = 'Joiner'
            Table = @(
                'DisplayName | 24'
                'StartDate | 10 | day StartDate'
                'Position | 14+'
                'Department | 14+'
                'PersonId | 9'
            )
        }
        @{
            Type  = 'Personio.Models.Employee#Leaver'
            Name  = 'Leaver'
            Table = @(
                'DisplayName | 24'
                'LastDay | 10 | day LastDay'
                'Position | 14+'
                'Department | 14+'
                'PersonId | 9'
            )
        }
        @{
            Type  = 'Personio.Models.Employee#JoinerOrLeaver'
            Name  = 'JoinerOrLeaver'
            Table = @(
                'DisplayName | 24'
                'StartDate | 10 | day StartDate'
                'LastDay | 10 | day LastDay'
                'Department | 14+'
                'PersonId | 9'
            )
        }
        @{
            Type  = 'Personio.Models.Employment'
            Table = @(
                'Person | 23 | script $_.PersonName ?? $_.PersonId'
                'Position | 16+'
                'Status | 10'
                'From | 10 | day EmploymentStartDate'
                'To | 10 | day EmploymentEndDate'
                'Hours | 5 right | property WeeklyWorkingHours'
            )
            List  = @(
                'EmploymentId', 'PersonId', 'PersonName', 'PersonEmail', 'Status', 'Type', 'Position', 'DepartmentId'
                'TeamId', 'SupervisorId', 'WorkplaceId', 'LegalEntityId', 'JobId'
                'EmploymentStartDate | day EmploymentStartDate', 'EmploymentEndDate | day EmploymentEndDate'
                'ContractEndDate | day ContractEndDate', 'ProbationEndDate | day ProbationEndDate'
                'WeeklyWorkingHours', 'FullTimeWeeklyWorkingHours', 'TerminationDate | day TerminationDate'
                'LastWorkingDay | day LastWorkingDay', 'TerminatedAt | day TerminatedAt', 'TerminationType'
                'TerminationReason', 'OrgUnits', 'CostCenters', 'CreatedAt | second CreatedAt'
                'UpdatedAt | second UpdatedAt'
            )
        }
        @{
            Type  = 'Personio.Models.AbsenceType'
            Table = @(
                'Name | 21'
                'Category | 15+'
                'Unit | 4'
                'AbsenceTypeId | 36'
            )
            List  = @(
                'AbsenceTypeId', 'Name', 'Category', 'Unit'
            )
        }
        @{
            Type  = 'Personio.Models.AbsencePeriod'
            Table = @(
                'Person | 21 | script $_.PersonName ?? $_.PersonId'
                'AbsenceType | 14+'
                'StartDate | 10 | day StartDate'
                'EndDate | 10 | day EndDate'
                'Time | 11 | script $late = $_.StartHalf -eq ''Second''; $early = $_.EndHalf -eq ''First''; $oneDay = $_.StartDate -eq $_.EndDate
$start = $_.StartDate; $end = $_.EndDate
if ($start.TimeOfDay.Ticks -or $end.TimeOfDay.Ticks) {
    $start.ToString(''HH:mm'', [cultureinfo]::InvariantCulture) + ''-'' + ($end ? $end.ToString(''HH:mm'', [cultureinfo]::InvariantCulture) : '''')
}
elseif ($oneDay) { if ($late) { ''afternoon'' } elseif ($early) { ''morning'' } }
elseif ($late -and $early) { ''noon-noon'' }
elseif ($late) { ''from noon'' }
elseif ($early) { ''until noon'' }'
                'Status | 8'
            )
            List  = @(
                'AbsencePeriodId', 'PersonId', 'PersonName', 'PersonEmail', 'AbsenceType', 'AbsenceTypeId'
                'StartDate | dayOrMinute StartDate', 'StartHalf', 'EndDate | dayOrMinute EndDate', 'EndHalf'
                'OpenEnd', 'Status', 'Comment', 'SubstituteId'
                'TimeZoneId', 'CreatedAt | second CreatedAt', 'UpdatedAt | second UpdatedAt'
            )
        }
        @{
            Type  = 'Personio.Models.AbsenceBreakdown'
            Table = @(
                'Person | 24 | script $_.PersonName ?? $_.PersonId'
                'AbsenceType | 24+'
                'Date | 10 | day Date'
                'Days | 6 right'
                'Hours | 6 right'
            )
            List  = @(
                'AbsencePeriodId', 'PersonId', 'PersonName', 'PersonEmail', 'AbsenceType', 'Date | day Date', 'Days'
                'Hours', 'Unit'
            )
        }
        @{
            Type  = 'Personio.Models.AttendancePeriod'
            Table = @(
                'Person | 21 | script $_.PersonName ?? $_.PersonId'
                'Date | 10 | day AttributionDate'
                'Type | 5'
                'Start | 16 | minute Start'
                'End | 16 | minute End'
                'Hours | 6 right | number Hours'
            )
            List  = @(
                'AttendancePeriodId', 'PersonId', 'PersonName', 'PersonEmail', 'AttributionDate | day AttributionDate'
                'Type', 'Start | minute Start', 'End | minute End', 'Hours', 'ProjectId', 'Comment', 'Status'
                'IsAutoGenerated', 'IsHoliday', 'IsOnTimeOff', 'CreatedAt | minute CreatedAt'
                'UpdatedAt | minute UpdatedAt', 'AffectedPeriods'
            )
        }
        @{
            Type  = 'Personio.Models.OrgUnit'
            Table = @(
                'Name | 33'
                'Type | 10'
                'Abbreviation | 12'
                'ParentId | 10'
                'OrgUnitId | 10'
            )
            List  = @(
                'OrgUnitId', 'Type', 'Name', 'Abbreviation', 'Description', 'ParentId', 'ParentChain', 'ResourceUri'
                'CreatedAt | second CreatedAt'
            )
        }
        @{
            Type  = 'Personio.Models.LegalEntity'
            Table = @(
                'Name | 26'
                'Country | 7'
                'Type | 12+'
                'Status | 10'
                'IsMain | 6'
                'LegalEntityId | 13'
            )
            List  = @(
                'LegalEntityId', 'Name', 'Country', 'Type', 'Status', 'IsMain', 'ValidFrom | day ValidFrom'
                'RegistrationNumber', 'IndustrySector', 'Email', 'Phone'
            )
        }
        @{
            Type  = 'Personio.Models.CostCenter'
            Table = @(
                'Name | 50'
                'CostCenterId | 12'
            )
            List  = @(
                'CostCenterId', 'Name'
            )
        }
        @{
            Type  = 'Personio.Models.Workplace'
            Table = @(
                'Name | 50'
                'WorkplaceId | 12'
            )
            List  = @(
                'WorkplaceId', 'Name'
            )
        }
        @{
            Type  = 'Personio.Models.Job'
            Table = @(
                'Level | 5'
                'Name | 16+'
                'JobFamily | 13+'
                'Grade | 5 | property GlobalGrade'
                'JobId | 36'
            )
            List  = @(
                'JobId', 'Name', 'JobFamily', 'Level', 'JobTrack', 'GlobalGrade', 'SalaryBandIds'
            )
        }
        @{
            Type  = 'Personio.Models.SalaryBand'
            Table = @(
                'Name | 21'
                'AdditionalProperties | 17+ | script "$($_.AdditionalProperties)"'
                'SalaryBandId | 36'
            )
            List  = @(
                'SalaryBandId', 'Name', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.AccessCheck'
            Table = @(
                'Area | 15'
                'Access | 6'
                'Status | 12'
                'Scope | 28'
                'Cmdlets | 14+ | script $_.Cmdlets -join '', '''
            )
            List  = @(
                'Area', 'Access', 'Status', 'Scope', 'Cmdlets', 'Detail'
            )
        }
        @{
            Type  = 'Personio.Models.Webhook'
            Table = @(
                'Status | 8'
                'Description | 16+'
                'Url | 16+'
                'WebhookId | 36'
            )
            List  = @(
                'WebhookId', 'Description', 'Url', 'Status', 'AuthType', 'EnabledEvents', 'CustomHeaderNames'
            )
        }
        @{
            Type  = 'Personio.Models.AbsenceImportRow'
            Table = @(
                'Row | 5'
                'Outcome | 8'
                'PersonId | 8'
                'AbsenceType | 14'
                'StartDate | 16 | dayOrMinute StartDate'
                'Message | 23+'
            )
            List  = @(
                'Row', 'Outcome', 'Message', 'PersonId', 'Email', 'AbsenceType', 'StartDate | dayOrMinute StartDate'
                'EndDate | dayOrMinute EndDate', 'AbsencePeriodId', 'File'
            )
        }
        @{
            Type  = 'Personio.Models.AttendanceImportRow'
            Table = @(
                'Row | 5'
                'Outcome | 8'
                'PersonId | 8'
                'Type | 5'
                'Start | 16 | minute Start'
                'Message | 32+'
            )
            List  = @(
                'Row', 'Outcome', 'Message', 'PersonId', 'Email', 'Type', 'Start | minute Start', 'End | minute End'
                'ProjectId', 'AttendancePeriodId', 'File'
            )
        }
        @{
            Type  = 'Personio.Models.WebhookEvent'
            Table = @(
                'OccurredAt | 16 | instant OccurredAt'
                'EventName | 24+'
                'WebhookEventId | 36'
            )
            List  = @(
                'WebhookEventId', 'WebhookId', 'EventName', 'OccurredAt | second OccurredAt', 'Payload'
            )
        }
        @{
            Type  = 'Personio.Models.WebhookDelivery'
            Table = @(
                'CompletedAt | 16 | instant CompletedAt'
                'EventName | 15+'
                'Delivered | 9 | property IsDelivered'
                'WebhookId | 36'
            )
            List  = @(
                'WebhookId', 'EventName', 'CompletedAt | second CompletedAt', 'IsDelivered', 'ResponseStatus'
            )
        }
        @{
            Type  = 'Personio.Models.AbsenceBalance'
            Table = @(
                'Person | 24 | script $_.PersonName ?? $_.PersonId'
                'AbsenceType | 24+'
                'Balance | 10 right | number Balance'
                'AvailableBalance | 16 right | number AvailableBalance'
            )
            List  = @(
                'PersonId', 'PersonName', 'PersonEmail', 'AbsenceType', 'Category', 'Balance'
                'AvailableBalance'
            )
        }
        @{
            Type  = 'Personio.Models.PersonAttribute'
            Table = @(
                'Label | 24'
                'Type | 10'
                'Options | 22+ | script $_.Options -join '', '''
                'AttributeId | 20'
            )
            List  = @(
                'AttributeId', 'Label', 'Type', 'UniversalId', 'Options'
            )
        }
        @{
            Type  = 'Personio.Models.AttendanceSummary'
            Table = @(
                'Person | 21 | script $_.PersonName ?? $_.PersonId'
                'OrgUnit | 14+ | script @($_.Department, $_.Team).Where{ $_ } -join '' / '''
                'Date | 10 | script $_.Date ? $_.Date.ToString(''yyyy-MM-dd'', [cultureinfo]::InvariantCulture) : $_.Month'
                'Project | 12+ | script $_.ProjectName ?? $_.ProjectId'
                'Breaks | 8 right | number BreakHours'
                'Hours | 9 right | number Hours'
            )
            List  = @(
                'PersonId', 'PersonName', 'Department', 'Team', 'Date | day Date', 'Month', 'ProjectId', 'ProjectName'
                'WorkHours', 'BreakHours', 'Hours', 'Periods', 'OpenPeriods', 'DepartmentId', 'TeamId'
            )
        }
        @{
            Type  = 'Personio.Models.AbsenceSummary'
            Table = @(
                'Person | 21 | script $_.PersonName ?? $_.PersonId'
                'OrgUnit | 15+ | script @($_.Department, $_.Team).Where{ $_ } -join '' / '''
                'Type | 15+ | script $_.AbsenceType ?? $_.Category'
                'Month | 7'
                'Days | 8 right | number Days'
                'Hours | 8 right | number Hours'
            )
            List  = @(
                'PersonId', 'PersonName', 'PersonEmail', 'Department', 'Team', 'AbsenceType', 'Category', 'Month'
                'Days'
                'Hours', 'Absences', 'DayCount', 'From | day From', 'To | day To', 'DepartmentId', 'TeamId'
                'AbsenceTypeId'
            )
        }
        @{
            Type  = 'Personio.Models.WorkingTimeIssue'
            Table = @(
                'Person | 24 | script $_.PersonName ?? $_.PersonId'
                'Date | 10 | day Date'
                'Issue | 14'
                'Actual | 8 right | number Actual'
                'Limit | 8 right | number Limit'
                'Unit | 7'
            )
            List  = @(
                'PersonId', 'PersonName', 'PersonEmail', 'Date | day Date', 'Issue', 'Actual', 'Limit', 'Unit'
                'Message'
            )
        }
        @{
            Type  = 'Personio.Models.OrgChartEntry'
            Table = @(
                'Name | 38 | script try { $_.ToTreeLine() } catch { ''   '' * $_.Depth + $_.PersonName }'
                'Position | 20+'
                'Reports | 7 right | property DirectReports'
                'PersonId | 10'
            )
            List  = @(
                'PersonId', 'PersonName', 'Position', 'Department', 'SupervisorId', 'SupervisorName', 'Depth', 'Path'
                'DirectReports', 'AllReports', 'Finding'
            )
        }
        @{
            Type  = 'Personio.Models.CreationSummary'
            Table = @(
                'Created | 10'
                'Skipped | 10'
                'Unknown | 10'
                'Failed | 10'
            )
            List  = @(
                'Created', 'Skipped', 'Unknown', 'Failed'
            )
        }
        @{
            Type  = 'Personio.Models.Compensation'
            Table = @(
                'Person | 21 | script $_.PersonName ?? $_.PersonId'
                'Type | 13+'
                'Amount | 11 right | number Amount'
                'Currency | 8'
                'Interval | 11'
                'From | 10 | day EffectiveFrom'
            )
            List  = @(
                'CompensationId', 'PersonId', 'PersonName', 'PersonEmail', 'Type', 'Category', 'Amount', 'Currency'
                'Interval', 'EffectiveFrom | day EffectiveFrom', 'LegalEntityId', 'CompensationTypeId'
                'WeeklyWorkingHours', 'FullTimeWeeklyWorkingHours'
            )
        }
        @{
            Type  = 'Personio.Models.CompensationType'
            Table = @(
                'Name | 25'
                'Category | 16+'
                'CompensationTypeId | 36'
            )
            List  = @(
                'CompensationTypeId', 'Name', 'Category'
            )
        }
        @{
            Type  = 'Personio.Models.Document'
            Table = @(
                'Name | 24'
                'Owner | 20+ | script $_.PersonName ?? $_.OwnerId'
                'Date | 10 | day Date'
                'Size | 10 right'
                'DocumentId | 10'
            )
            List  = @(
                'DocumentId', 'Name', 'OwnerId', 'PersonName', 'PersonEmail', 'CategoryId', 'Date | day Date'
                'Comment', 'DocumentType', 'Size', 'VirusScan', 'Signature', 'CreatedAt | second CreatedAt'
            )
        }
        @{
            Type  = 'Personio.Models.DocumentCategory'
            Table = @(
                'Name | 50'
                'DocumentCategoryId | 18'
            )
            List  = @(
                'DocumentCategoryId', 'Name'
            )
        }
        @{
            Type  = 'Personio.Models.Application'
            Table = @(
                'CandidateName | 22'
                'RecruitingJob | 14+'
                'Stage | 14+'
                'Applied | 10 | day ApplicationDate'
                'ApplicationId | 13'
            )
            List  = @(
                'ApplicationId', 'ApplicationDate | day ApplicationDate', 'CandidateId', 'CandidateName'
                'CandidateEmail', 'RecruitingJobId', 'RecruitingJob', 'Department', 'DepartmentId', 'Stage', 'StageId'
                'StageType', 'StageKind', 'Channel', 'ChannelId', 'HiringTeam', 'IsAnonymized'
                'CreatedAt | second CreatedAt'
                'UpdatedAt | second UpdatedAt'
            )
        }
        @{
            Type  = 'Personio.Models.ApplicationTransition'
            Table = @(
                'EnteredAt | 16 | instant EnteredAt'
                'Stage | 17+'
                'StageType | 16'
                'StageKind | 12'
                'ApplicationId | 13'
            )
            List  = @(
                'ApplicationId', 'EnteredAt | second EnteredAt', 'Stage', 'StageId', 'StageType', 'StageKind'
            )
        }
        @{
            Type  = 'Personio.Models.Candidate'
            Table = @(
                'DisplayName | 22'
                'Email | 28+'
                'Location | 14'
                'CandidateId | 12'
            )
            List  = @(
                'CandidateId', 'FirstName', 'LastName', 'DisplayName', 'Email', 'Phone', 'Location', 'Gender'
                'Birthday | day Birthday', 'LinkedInProfile', 'AvailableFrom', 'ApplicationIds'
                'CreatedAt | second CreatedAt'
                'UpdatedAt | second UpdatedAt'
            )
        }
        @{
            Type  = 'Personio.Models.RecruitingJob'
            Table = @(
                'Name | 26'
                'Department | 17+'
                'Category | 17+'
                'RecruitingJobId | 15'
            )
            List  = @(
                'RecruitingJobId', 'Name', 'Department', 'DepartmentId', 'Category', 'RecruitingCategoryId'
                'CompanyId', 'HiringTeam', 'CreatedAt | second CreatedAt', 'UpdatedAt | second UpdatedAt'
            )
        }
        @{
            Type  = 'Personio.Recipe'
            Table = @(
                'Name | 24'
                'Synopsis | 55+'
            )
            List  = @('Name', 'Synopsis', 'Cmdlet', 'Module', 'Mandatory', 'CanChange', 'Path')
        }
        @{
            Type  = 'Personio.Models.JobPosting'
            Table = @(
                'Name | 22'
                'Department | 13+'
                'Office | 13+'
                'EmploymentType | 15'
                'JobPostingId | 12'
            )
            List  = @(
                'JobPostingId', 'Company', 'Name', 'Department', 'Office', 'AdditionalOffices', 'Subcompany'
                'RecruitingCategory', 'EmploymentType', 'Seniority', 'Schedule', 'YearsOfExperience', 'Occupation'
                'OccupationCategory', 'Keywords', 'SalaryMin', 'SalaryMax', 'SalaryCurrency', 'SalaryType'
                'CreatedAt | second CreatedAt'
                'Url', 'Descriptions'
            )
        }
        @{
            Type  = 'Personio.Models.RecruitingCategory'
            Table = @(
                'Name | 24'
                'Stages | 28+ | script $_.Stages -join '', '''
                'RecruitingCategoryId | 20'
            )
            List  = @(
                'RecruitingCategoryId', 'Name', 'Stages', 'CompanyId'
            )
        }
        @{
            Type  = 'Personio.Models.Report'
            Table = @(
                'Name | 25'
                'EditedAt | 16 | instant EditedAt'
                'ReportId | 36'
            )
            List  = @(
                'ReportId', 'Name', 'ChartType', 'EditedAt | second EditedAt'
            )
        }
        @{
            Type  = 'Personio.Models.ReportAttribute'
            Table = @(
                'Name | 22'
                'Type | 15+'
                'ReportAttributeId | 40'
            )
            List  = @(
                'ReportAttributeId', 'Name', 'Type'
            )
        }
        @{
            Type  = 'Personio.Models.Project'
            Table = @(
                'Name | 24'
                'Code | 12+ | property ProjectCode'
                'Status | 8'
                'Start | 10 | day StartDate'
                'End | 10 | day EndDate'
                'ProjectId | 10'
            )
            List  = @(
                'ProjectId', 'Name', 'Status', 'ProjectCode', 'Description', 'CostCenterId', 'AssignedToAll'
                'ParentProjectId', 'StartDate | day StartDate', 'EndDate | day EndDate', 'Billable', 'ClientName'
                'ProjectType', 'TrackedMinutes', 'SubProjectsTrackedMinutes', 'SubProjectsCount'
                'TrackedPeriodsCount', 'CreatedAt | second CreatedAt', 'UpdatedAt | second UpdatedAt'
            )
        }
        @{
            Type  = 'Personio.Models.ProjectMember'
            Table = @(
                'Name | 24 | property PersonName'
                'Email | 26+ | property PersonEmail'
                'PersonId | 10'
                'ProjectId | 10'
            )
            List  = @(
                'ProjectId', 'PersonId', 'PersonName', 'PersonEmail'
            )
        }
        @{
            Type  = 'Personio.PingOne.PingOneSession'
            Table = @(
                'Name | 13 | script try { [Personio.SessionText]::Format($_) } catch { $_.Name }'
                'EnvironmentName | 16+'
                'Type | 10 | property EnvironmentType'
                'EnvironmentId | 36'
            )
            List  = @(
                'Name', 'EnvironmentName', 'EnvironmentType', 'Region', 'EnvironmentId', 'AuthEnvironmentId'
                'ClientId', 'IsConnected', 'ConnectedAt | second ConnectedAt'
                'TokenExpiresAt | second TokenExpiresAt', 'ApiBaseUri', 'AuthBaseUri'
                'RequestsPerSecond', 'MaxRetry', 'Timeout', 'EnvironmentLabel'
            )
        }
        @{
            Type  = 'Personio.Models.PingOneUser'
            Table = @(
                'UserName | 22'
                'DisplayName | 17+'
                'Email | 17+'
                'Population | 12'
                'Enabled | 7'
            )
            List  = @(
                'UserId', 'UserName', 'Email', 'GivenName', 'MiddleName', 'FamilyName', 'DisplayName', 'ExternalId'
                'Title', 'Type', 'Enabled', 'Population', 'PopulationId', 'AccountStatus', 'CanAuthenticate'
                'LastSignOn | second LastSignOn', 'Nickname', 'AccountId', 'MobilePhone', 'PrimaryPhone'
                'StreetAddress', 'PostalCode'
                'Locality', 'AddressRegion', 'CountryCode', 'Locale', 'PreferredLanguage', 'TimeZone', 'EmailVerified'
                'MfaEnabled', 'IdentityProvider', 'CreatedAt | second CreatedAt', 'UpdatedAt | second UpdatedAt'
            )
        }
        @{
            Type  = 'Personio.Models.PingOnePopulation'
            Table = @(
                'Name | 27'
                'Default | 7 | property IsDefault'
                'Users | 6 right | property UserCount'
                'PopulationId | 36'
            )
            List  = @(
                'PopulationId', 'Name', 'Description', 'IsDefault', 'UserCount', 'CreatedAt | second CreatedAt'
                'UpdatedAt | second UpdatedAt'
            )
        }
        @{
            Type  = 'Personio.Models.PingOneGroup'
            Table = @(
                'Name | 27'
                'Dynamic | 7 | property IsDynamic'
                'Direct | 6 right | property DirectMemberCount'
                'GroupId | 36'
            )
            List  = @(
                'GroupId', 'Name', 'Description', 'IsDynamic', 'UserFilter', 'SourceType', 'ExternalId'
                'PopulationId', 'DirectMemberCount', 'CreatedAt | second CreatedAt', 'UpdatedAt | second UpdatedAt'
            )
        }
        @{
            Type  = 'Personio.Models.PingOneGroupMember'
            Table = @(
                'GroupName | 16'
                'UserName | 15+'
                'Type | 8'
                'UserId | 36'
            )
            List  = @(
                'UserId', 'UserName', 'GroupId', 'GroupName', 'Type'
            )
        }
        @{
            Type  = 'Personio.Models.PingOneAttribute'
            Table = @(
                'Name | 22'
                'Type | 8'
                'SchemaType | 10'
                'Enabled | 7'
                'Required | 8'
                'DisplayName | 19+'
            )
            List  = @(
                'AttributeId', 'Name', 'DisplayName', 'Description', 'Type', 'SchemaType', 'Enabled', 'Required'
                'Unique', 'MultiValued', 'AllowedValues', 'Pattern', 'SubAttributes'
            )
        }
        @{
            Type  = 'Personio.Models.PingOneAccessCheck'
            Table = @(
                'Area | 23'
                'Access | 6'
                'Status | 11'
                'Role | 23'
                'Cmdlets | 12+ | script $_.Cmdlets -join '', '''
            )
            List  = @(
                'Area', 'Access', 'Status', 'Role', 'Cmdlets', 'Detail'
            )
        }
        # Output of recipes that contains days.
        @{
            Type  = 'Personio.Recipe.WhoIsOut'
            Table = @(
                'PersonName | 24'
                'AbsenceType | 18+'
                'StartDate | 16 | dayOrMinute StartDate'
                'EndDate | 16 | dayOrMinute EndDate'
            )
        }
        @{
            Type  = 'Personio.Recipe.JoinerLeaver'
            Table = @(
                'Kind | 11'
                'Date | 10 | day Date'
                'DisplayName | 17+'
                'Department | 17+ | property DepartmentName'
                'Account | 10'
                'PersonId | 9'
            )
        }
        @{
            Type  = 'Personio.Recipe.LeaveReport'
            Table = @(
                'PersonName | 24'
                'AbsenceType | 12+'
                'Used | 8 right | number Used'
                'Planned | 8 right | number Planned'
                'Balance | 8 right | number Balance'
                'Available | 9 right | number AvailableBalance'
                'Unit | 4'
            )
        }
        @{
            Type  = 'Personio.Recipe.MissingAttendance'
            Table = @(
                'PersonName | 24'
                'Date | 10 | day Date'
                'PersonId | 9'
            )
        }
        @{
            Type  = 'Personio.Recipe.UpcomingDate'
            Table = @(
                'Date | 10 | day Date'
                'Kind | 14'
                'DisplayName | 18+'
                'Email | 18+'
                'Years | 5 right'
                'PersonId | 9'
            )
        }
    )

    # Properties that can be read by name but are not columns of CSV, JSON, Select-Object * and lists. Each is a method of
    # HiddenProperty, in Output.
    Hidden   = @(
        'Personio.Rest.ApiObject = AdditionalProperties'
        'Personio.Models.Person = ProfilePictureUrl'
        'Personio.Models.Person#Employment = ProfilePictureUrl'
        'Personio.Models.Person#Attribute = ProfilePictureUrl'
        'Personio.Models.AbsencePeriod = StartsFrom, EndsAt'
        'Personio.Models.AbsenceBalance = V1AbsenceTypeId'
    )

    # The ID property of a type, which is also available as a hidden Id.
    Identity = @(
        'Personio.Models.Person = PersonId'
        'Personio.Models.Person#Employment = PersonId'
        'Personio.Models.Person#Attribute = PersonId'
        'Personio.Models.Employee = PersonId'
        'Personio.Models.Employee#Attribute = PersonId'
        'Personio.Models.Employment = EmploymentId'
        'Personio.Models.AbsenceType = AbsenceTypeId'
        'Personio.Models.AbsencePeriod = AbsencePeriodId'
        'Personio.Models.AttendancePeriod = AttendancePeriodId'
        'Personio.Models.OrgUnit = OrgUnitId'
        'Personio.Models.LegalEntity = LegalEntityId'
        'Personio.Models.CostCenter = CostCenterId'
        'Personio.Models.Workplace = WorkplaceId'
        'Personio.Models.Job = JobId'
        'Personio.Models.SalaryBand = SalaryBandId'
        'Personio.Models.Webhook = WebhookId'
        'Personio.Models.WebhookEvent = WebhookEventId'
        'Personio.Models.PersonAttribute = AttributeId'
        'Personio.Models.Compensation = CompensationId'
        'Personio.Models.CompensationType = CompensationTypeId'
        'Personio.Models.Document = DocumentId'
        'Personio.Models.DocumentCategory = DocumentCategoryId'
        'Personio.Models.Application = ApplicationId'
        'Personio.Models.Candidate = CandidateId'
        'Personio.Models.RecruitingJob = RecruitingJobId'
        'Personio.Models.RecruitingCategory = RecruitingCategoryId'
        'Personio.Models.JobPosting = JobPostingId'
        'Personio.Models.Report = ReportId'
        'Personio.Models.ReportAttribute = ReportAttributeId'
        'Personio.Models.Project = ProjectId'
        'Personio.Models.PingOneUser = UserId'
        'Personio.Models.PingOnePopulation = PopulationId'
        'Personio.Models.PingOneGroup = GroupId'
        'Personio.Models.PingOneAttribute = AttributeId'
    )
}
