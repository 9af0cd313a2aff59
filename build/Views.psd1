# The tables and lists of all output types, from which build/Format.ps1 writes Personio.Format.ps1xml and
# Personio.Types.ps1xml. A column is 'label | width [right] | kind property'; a list entry has no width. Without a kind
# the property of that name is shown as it is; Status always in its color. Kinds: property, day, minute, instant (local
# time), number, dayOrMinute, script (PowerShell, with the object as $_).
@{
    Views = @(
        @{
            Type  = 'Personio.Client.PersonioSession'
            Table = @(
                'Name | 15 | script try { [Personio.SessionText]::Of($_) } catch { $_.Name }'
                'BaseUri | 24'
                'TokenExpiresAt | 16 | instant TokenExpiresAt'
                'ClientId | 41'
            )
            List  = @(
                'Name', 'BaseUri', 'ClientId', 'IsConnected', 'ConnectedAt', 'TokenExpiresAt', 'ServerTime', 'Scopes'
                'AppId', 'PartnerId', 'MaxRetry', 'Timeout', 'AbsenceEndReading'
            )
        }
        @{
            Type  = 'Personio.Lifecycle.PlanRow'
            Table = @(
                'Kind | 10'
                'Action | 11'
                'DisplayName | 20'
                'Day | 10'
                'Risk | 6'
                'Summary | 38'
            )
            List  = @(
                'PlanId', 'PlannedAt', 'AsOf', 'Directory', 'Kind', 'Action', 'Finding', 'PersonId', 'AccountId', 'UserName'
                'NextUserName', 'DisplayName', 'Email', 'MatchedBy', 'Day', 'Reason', 'Summary', 'Changes', 'Adjusted', 'Risk'
                'NeedsApproval', 'Approved', 'Note', 'LimitKind', 'Base', 'Allowed', 'OverLimit', 'Check'
            )
        }
        @{
            Type  = 'Personio.Lifecycle.ResultRow'
            Table = @(
                'Action | 11'
                'DisplayName | 24'
                'UserName | 24'
                'Status | 11'
                'Error | 26'
            )
            List  = @(
                'RunId', 'PlanId', 'Kind', 'Action', 'PersonId', 'AccountId', 'UserName', 'DisplayName', 'Status', 'Error'
                'ErrorId', 'CorrelationId', 'FinishedAt', 'Changes'
            )
        }
        @{
            Type  = 'Personio.Lifecycle.LogEntry'
            Table = @(
                'Time | 16 | instant Time'
                'Action | 11'
                'PersonId | 10'
                'UserName | 22'
                'Result | 11'
                'Error | 24'
            )
            List  = @(
                'Time', 'Event', 'RunId', 'PlanId', 'PersonId', 'AccountId', 'UserName', 'Action', 'Kind', 'Finding'
                'LimitKind', 'Changes', 'Result', 'Error', 'ErrorId', 'CorrelationId', 'Who', 'Host', 'Persons', 'Accounts'
                'Linked'
            )
        }
        @{
            Type  = 'Personio.Models.Person'
            Table = @(
                'DisplayName | 24'
                'Email | 34'
                'Status | 10'
                'PersonId | 12'
            )
            List  = @(
                'PersonId', 'DisplayName', 'FirstName', 'LastName', 'PreferredName', 'Email', 'Status', 'Gender'
                'CreatedAt', 'UpdatedAt', 'EmploymentIds', 'CustomAttributes', 'ProfilePictureUrl'
                'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.Person#Employment'
            Name  = 'PersonWithEmployment'
            Table = @(
                'DisplayName | 22'
                'Position | 18'
                'DepartmentName | 18'
                'SupervisorName | 18'
                'Start | 10 | day EmploymentStartDate'
                'PersonId | 9'
            )
        }
        @{
            Type  = 'Personio.Models.Employment'
            Table = @(
                'Position | 26'
                'Status | 11'
                'From | 10 | day EmploymentStartDate'
                'To | 10 | day EmploymentEndDate'
                'Hours | 6 right | property WeeklyWorkingHours'
                'PersonId | 10'
            )
            List  = @(
                'EmploymentId', 'PersonId', 'PersonName', 'PersonEmail', 'Status', 'Type', 'Position', 'DepartmentId'
                'TeamId', 'SupervisorId', 'WorkplaceId', 'LegalEntityId', 'JobId'
                'EmploymentStartDate | day EmploymentStartDate', 'EmploymentEndDate | day EmploymentEndDate'
                'ContractEndDate | day ContractEndDate', 'ProbationEndDate | day ProbationEndDate'
                'WeeklyWorkingHours', 'FullTimeWeeklyWorkingHours', 'TerminationDate | day TerminationDate'
                'LastWorkingDay | day LastWorkingDay', 'TerminatedAt | day TerminatedAt', 'TerminationType'
                'TerminationReason', 'OrgUnits', 'CostCenters', 'CreatedAt', 'UpdatedAt', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.AbsenceType'
            Table = @(
                'Name | 30'
                'Category | 22'
                'Unit | 5'
                'AbsenceTypeId | 36'
            )
            List  = @(
                'AbsenceTypeId', 'Name', 'Category', 'Unit', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.AbsencePeriod'
            Table = @(
                'Person | 20 | script $_.PersonName ?? $_.PersonId'
                'AbsenceType | 16'
                'StartDate | 16 | dayOrMinute StartDate'
                'EndDate | 16 | dayOrMinute EndDate'
                'Half | 13 | script $late = $_.StartHalf -eq ''Second''; $early = $_.EndHalf -eq ''First''; $oneDay = $_.StartDate -eq $_.EndDate
if ($oneDay) { if ($late) { ''afternoon'' } elseif ($early) { ''morning'' } }
elseif ($late -and $early) { ''midday-midday'' }
elseif ($late) { ''from midday'' }
elseif ($early) { ''to midday'' }'
                'Status | 9'
            )
            List  = @(
                'AbsencePeriodId', 'PersonId', 'PersonName', 'PersonEmail', 'AbsenceType', 'AbsenceTypeId'
                'StartDate | dayOrMinute StartDate', 'StartHalf', 'EndDate | dayOrMinute EndDate', 'EndHalf'
                'OpenEnd', 'Status', 'Comment', 'SubstituteId', 'StartsFrom | minute StartsFrom'
                'EndsAt | minute EndsAt', 'TimeZoneId', 'CreatedAt', 'UpdatedAt', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.AbsenceBreakdown'
            Table = @(
                'Date | 10 | day Date'
                'Days | 6 right'
                'Hours | 6 right'
                'AbsenceType | 24'
                'PersonId | 10'
                'AbsencePeriodId | 36'
            )
            List  = @(
                'AbsencePeriodId', 'PersonId', 'PersonName', 'PersonEmail', 'AbsenceType', 'Date | day Date', 'Days'
                'Hours', 'Unit', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.AttendancePeriod'
            Table = @(
                'Person | 20 | script $_.PersonName ?? $_.PersonId'
                'Date | 10 | day AttributionDate'
                'Type | 6'
                'Start | 16 | minute Start'
                'End | 16 | minute End'
                'Hours | 6 right | number Hours'
            )
            List  = @(
                'AttendancePeriodId', 'PersonId', 'PersonName', 'PersonEmail', 'AttributionDate | day AttributionDate'
                'Type', 'Start | minute Start', 'End | minute End', 'Hours', 'ProjectId', 'Comment', 'Status'
                'IsAutoGenerated', 'IsHoliday', 'IsOnTimeOff', 'CreatedAt | minute CreatedAt'
                'UpdatedAt | minute UpdatedAt', 'AffectedPeriods', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.OrgUnit'
            Table = @(
                'Name | 34'
                'Type | 10'
                'Abbreviation | 12'
                'ParentId | 10'
                'OrgUnitId | 10'
            )
            List  = @(
                'OrgUnitId', 'Type', 'Name', 'Abbreviation', 'Description', 'ParentId', 'ParentChain', 'ResourceUri'
                'CreatedAt', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.LegalEntity'
            Table = @(
                'Name | 34'
                'Country | 7'
                'Type | 12'
                'Status | 10'
                'IsMain | 6'
                'LegalEntityId | 13'
            )
            List  = @(
                'LegalEntityId', 'Name', 'Country', 'Type', 'Status', 'IsMain', 'ValidFrom | day ValidFrom'
                'RegistrationNumber', 'IndustrySector', 'Email', 'Phone', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.CostCenter'
            Table = @(
                'Name | 50'
                'CostCenterId | 12'
            )
            List  = @(
                'CostCenterId', 'Name', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.Workplace'
            Table = @(
                'Name | 50'
                'WorkplaceId | 12'
            )
            List  = @(
                'WorkplaceId', 'Name', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.Job'
            Table = @(
                'Name | 30'
                'JobFamily | 16'
                'Level | 8'
                'GlobalGrade | 11'
                'JobId | 28'
            )
            List  = @(
                'JobId', 'Name', 'JobFamily', 'Level', 'JobTrack', 'GlobalGrade', 'SalaryBandIds'
                'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.SalaryBand'
            Table = @(
                'Name | 30'
                'AdditionalProperties | 30'
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
                'Cmdlets | 35'
            )
            List  = @(
                'Area', 'Access', 'Status', 'Scope', 'Cmdlets', 'Detail'
            )
        }
        @{
            Type  = 'Personio.Models.Webhook'
            Table = @(
                'Description | 24'
                'Status | 9'
                'Url | 36'
                'WebhookId | 28'
            )
            List  = @(
                'WebhookId', 'Description', 'Url', 'Status', 'AuthType', 'EnabledEvents', 'CustomHeaderNames'
                'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.WebhookEvent'
            Table = @(
                'OccurredAt | 16 | instant OccurredAt'
                'EventName | 34'
                'WebhookEventId | 36'
            )
            List  = @(
                'WebhookEventId', 'WebhookId', 'EventName', 'OccurredAt', 'Payload', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.WebhookDelivery'
            Table = @(
                'CompletedAt | 16 | instant CompletedAt'
                'EventName | 34'
                'IsDelivered | 11'
                'WebhookId | 36'
            )
            List  = @(
                'WebhookId', 'EventName', 'CompletedAt', 'IsDelivered', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.AbsenceBalance'
            Table = @(
                'PersonId | 10'
                'PersonName | 22'
                'AbsenceType | 26'
                'Balance | 10 right | number Balance'
                'AvailableBalance | 16 right | number AvailableBalance'
            )
            List  = @(
                'PersonId', 'PersonName', 'PersonEmail', 'AbsenceType', 'V1AbsenceTypeId', 'Category', 'Balance'
                'AvailableBalance', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.PersonAttribute'
            Table = @(
                'Label | 28'
                'Type | 10'
                'Options | 30'
                'AttributeId | 20'
            )
            List  = @(
                'AttributeId', 'Label', 'Type', 'UniversalId', 'Options', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.AttendanceSummary'
            Table = @(
                'Person | 18 | script $_.PersonName ?? $_.PersonId'
                'Unit | 16 | script @($_.Department, $_.Team).Where{ $_ } -join '' / '''
                'Date | 10 | script $_.Date ? $_.Date.ToString(''yyyy-MM-dd'', [cultureinfo]::InvariantCulture) : $_.Month'
                'Project | 13 | script $_.ProjectName ?? $_.ProjectId'
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
                'Person | 18 | script $_.PersonName ?? $_.PersonId'
                'Unit | 16 | script @($_.Department, $_.Team).Where{ $_ } -join '' / '''
                'Type | 17 | script $_.AbsenceType ?? $_.Category'
                'Month | 7'
                'Days | 8 right | number Days'
                'Hours | 8 right | number Hours'
            )
            List  = @(
                'PersonId', 'PersonName', 'PersonEmail', 'Department', 'Team', 'AbsenceType', 'Category', 'Month', 'Days'
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
                'PersonId', 'PersonName', 'PersonEmail', 'Date | day Date', 'Issue', 'Actual', 'Limit', 'Unit', 'Message'
            )
        }
        @{
            Type  = 'Personio.Models.OrgChartEntry'
            Table = @(
                'Name | 38 | script try { $_.ToTreeLine() } catch { ''   '' * $_.Depth + $_.PersonName }'
                'Position | 20'
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
                'PersonId | 10'
                'Type | 26'
                'Amount | 14 right | number Amount'
                'Currency | 8'
                'Interval | 11'
                'EffectiveFrom | 13 | day EffectiveFrom'
            )
            List  = @(
                'CompensationId', 'PersonId', 'PersonName', 'PersonEmail', 'Type', 'Category', 'Amount', 'Currency'
                'Interval', 'EffectiveFrom | day EffectiveFrom', 'LegalEntityId', 'CompensationTypeId'
                'WeeklyWorkingHours', 'FullTimeWeeklyWorkingHours', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.CompensationType'
            Table = @(
                'Name | 40'
                'Category | 16'
                'CompensationTypeId | 36'
            )
            List  = @(
                'CompensationTypeId', 'Name', 'Category', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.Document'
            Table = @(
                'Name | 38'
                'OwnerId | 10'
                'CategoryId | 10'
                'Date | 10 | day Date'
                'Size | 10 right'
                'DocumentId | 10'
            )
            List  = @(
                'DocumentId', 'Name', 'OwnerId', 'PersonName', 'PersonEmail', 'CategoryId', 'Date | day Date'
                'Comment', 'DocumentType', 'Size', 'VirusScan', 'Signature', 'CreatedAt', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.DocumentCategory'
            Table = @(
                'Name | 50'
                'DocumentCategoryId | 18'
            )
            List  = @(
                'DocumentCategoryId', 'Name', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.Application'
            Table = @(
                'CandidateName | 24'
                'RecruitingJob | 24'
                'Stage | 16'
                'ApplicationDate | 15 | day ApplicationDate'
                'ApplicationId | 13'
            )
            List  = @(
                'ApplicationId', 'ApplicationDate | day ApplicationDate', 'CandidateId', 'CandidateName'
                'CandidateEmail', 'RecruitingJobId', 'RecruitingJob', 'Department', 'DepartmentId', 'Stage', 'StageId'
                'StageType', 'StageKind', 'Channel', 'ChannelId', 'HiringTeam', 'IsAnonymized', 'CreatedAt'
                'UpdatedAt', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.ApplicationTransition'
            Table = @(
                'ApplicationId | 14'
                'EnteredAt | 16 | instant EnteredAt'
                'Stage | 30'
                'StageType | 16'
                'StageKind | 12'
            )
            List  = @(
                'ApplicationId', 'EnteredAt', 'Stage', 'StageId', 'StageType', 'StageKind', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.Candidate'
            Table = @(
                'DisplayName | 28'
                'Email | 34'
                'Location | 18'
                'CandidateId | 12'
            )
            List  = @(
                'CandidateId', 'FirstName', 'LastName', 'DisplayName', 'Email', 'Phone', 'Location', 'Gender'
                'Birthday | day Birthday', 'LinkedInProfile', 'AvailableFrom', 'ApplicationIds', 'CreatedAt'
                'UpdatedAt', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.RecruitingJob'
            Table = @(
                'Name | 32'
                'Department | 22'
                'Category | 20'
                'RecruitingJobId | 16'
            )
            List  = @(
                'RecruitingJobId', 'Name', 'Department', 'DepartmentId', 'Category', 'RecruitingCategoryId'
                'CompanyId', 'HiringTeam', 'CreatedAt', 'UpdatedAt', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.JobPosting'
            Table = @(
                'Name | 36'
                'Department | 18'
                'Office | 16'
                'EmploymentType | 14'
                'JobPostingId | 12'
            )
            List  = @(
                'JobPostingId', 'Company', 'Name', 'Department', 'Office', 'AdditionalOffices', 'Subcompany'
                'RecruitingCategory', 'EmploymentType', 'Seniority', 'Schedule', 'YearsOfExperience', 'Occupation'
                'OccupationCategory', 'Keywords', 'SalaryMin', 'SalaryMax', 'SalaryCurrency', 'SalaryType', 'CreatedAt'
                'Url', 'Descriptions', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.RecruitingCategory'
            Table = @(
                'Name | 28'
                'Stages | 48'
                'RecruitingCategoryId | 20'
            )
            List  = @(
                'RecruitingCategoryId', 'Name', 'Stages', 'CompanyId', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.Report'
            Table = @(
                'Name | 32'
                'ChartType | 12'
                'EditedAt | 16 | instant EditedAt'
                'ReportId | 36'
            )
            List  = @(
                'ReportId', 'Name', 'ChartType', 'EditedAt', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.ReportAttribute'
            Table = @(
                'Name | 40'
                'Type | 16'
                'ReportAttributeId | 40'
            )
            List  = @(
                'ReportAttributeId', 'Name', 'Type', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.Project'
            Table = @(
                'Name | 34'
                'Code | 12 | property ProjectCode'
                'Status | 10'
                'Start | 10 | day StartDate'
                'End | 10 | day EndDate'
                'ProjectId | 12'
            )
            List  = @(
                'ProjectId', 'Name', 'Status', 'ProjectCode', 'Description', 'CostCenterId', 'AssignedToAll'
                'ParentProjectId', 'StartDate | day StartDate', 'EndDate | day EndDate', 'Billable', 'ClientName'
                'ProjectType', 'TrackedMinutes', 'SubProjectsTrackedMinutes', 'SubProjectsCount'
                'TrackedPeriodsCount', 'CreatedAt | instant CreatedAt', 'UpdatedAt | instant UpdatedAt'
                'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.ProjectMember'
            Table = @(
                'ProjectId | 12'
                'PersonId | 12'
                'Name | 30 | property PersonName'
                'Email | 40 | property PersonEmail'
            )
            List  = @(
                'ProjectId', 'PersonId', 'PersonName', 'PersonEmail', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.PingOne.PingOneSession'
            Table = @(
                'Name | 15 | script try { [Personio.SessionText]::Of($_) } catch { $_.Name }'
                'EnvironmentName | 18'
                'Type | 10 | property EnvironmentType'
                'Region | 6'
                'EnvironmentId | 36'
            )
            List  = @(
                'Name', 'EnvironmentName', 'EnvironmentType', 'Region', 'EnvironmentId', 'AuthEnvironmentId'
                'ClientId', 'IsConnected', 'ConnectedAt', 'TokenExpiresAt', 'ApiBaseUri', 'AuthBaseUri'
                'RequestsPerSecond', 'MaxRetry', 'Timeout', 'EnvironmentLabel'
            )
        }
        @{
            Type  = 'Personio.Models.PingOneUser'
            Table = @(
                'UserName | 24'
                'DisplayName | 22'
                'Email | 28'
                'Population | 14'
                'Enabled | 7'
            )
            List  = @(
                'UserId', 'UserName', 'Email', 'GivenName', 'MiddleName', 'FamilyName', 'DisplayName', 'ExternalId'
                'Title', 'Type', 'Enabled', 'Population', 'PopulationId', 'AccountStatus', 'CanAuthenticate'
                'LastSignOn', 'Nickname', 'AccountId', 'MobilePhone', 'PrimaryPhone', 'StreetAddress', 'PostalCode'
                'Locality', 'AddressRegion', 'CountryCode', 'Locale', 'PreferredLanguage', 'TimeZone', 'EmailVerified'
                'MfaEnabled', 'IdentityProvider', 'CreatedAt', 'UpdatedAt', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.PingOnePopulation'
            Table = @(
                'Name | 22'
                'Default | 7 | property IsDefault'
                'Users | 6 right | property UserCount'
                'PopulationId | 36'
                'Description | 22'
            )
            List  = @(
                'PopulationId', 'Name', 'Description', 'IsDefault', 'UserCount', 'CreatedAt', 'UpdatedAt'
                'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.PingOneGroup'
            Table = @(
                'Name | 24'
                'Dynamic | 7 | property IsDynamic'
                'Direct | 6 right | property DirectMemberCount'
                'GroupId | 36'
                'Description | 20'
            )
            List  = @(
                'GroupId', 'Name', 'Description', 'IsDynamic', 'UserFilter', 'SourceType', 'ExternalId'
                'PopulationId', 'DirectMemberCount', 'CreatedAt', 'UpdatedAt', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.PingOneGroupMember'
            Table = @(
                'GroupName | 24'
                'UserName | 28'
                'Type | 8'
                'UserId | 36'
            )
            List  = @(
                'UserId', 'UserName', 'GroupId', 'GroupName', 'Type', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.PingOneAttribute'
            Table = @(
                'Name | 24'
                'Type | 8'
                'SchemaType | 10'
                'Enabled | 7'
                'Required | 8'
                'DisplayName | 30'
            )
            List  = @(
                'AttributeId', 'Name', 'DisplayName', 'Description', 'Type', 'SchemaType', 'Enabled', 'Required'
                'Unique', 'MultiValued', 'AllowedValues', 'Pattern', 'SubAttributes', 'AdditionalProperties'
            )
        }
        @{
            Type  = 'Personio.Models.PingOneAccessCheck'
            Table = @(
                'Area | 23'
                'Access | 6'
                'Status | 11'
                'Role | 23'
                'Cmdlets | 32'
            )
            List  = @(
                'Area', 'Access', 'Status', 'Role', 'Cmdlets', 'Detail'
            )
        }
    )

    # The identity of a type, which also answers to a hidden Id.
    Identity = @(
        'Personio.Models.Person = PersonId'
        'Personio.Models.Person#Employment = PersonId'
        'Personio.Models.Person#Attribute = PersonId'
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
