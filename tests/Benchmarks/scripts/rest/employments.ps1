param([string] $Path)

Get-Row "$base/v2/persons?limit=50" | ForEach-Object {
    Get-Row "$base/v2/persons/$($_.id)/employments?limit=50" | ForEach-Object {
        [pscustomobject]@{
            PersonId             = $_.person.id
            EmploymentId         = $_.id
            Status               = $_.status
            Type                 = $_.type
            EmploymentStartDate  = $_.employment_start_date
            EmploymentEndDate    = $_.employment_end_date
            PositionTitle        = $_.position.title
            WeeklyWorkingHours   = $_.weekly_working_hours
            SupervisorId         = $_.supervisor.id
            LegalEntityId        = $_.legal_entity.id
            OrgUnits             = ($_.org_units | ForEach-Object { "$($_.type) $($_.id)" }) -join '; '
            CostCenters          = ($_.cost_centers | ForEach-Object { "$($_.id) $($_.weight)" }) -join '; '
        }
    }
} | Export-Csv $Path
