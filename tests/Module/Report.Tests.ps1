BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 250; Today = [DateOnly]::new(2026, 6, 1) }
    $rows = 'Personio.Commands.GetPersonioReportRowCommand'

    function Add-Answer {
        # Makes the next request for a report return these columns and rows.
        param([string] $Columns, [string] $Rows, [string] $Next)

        $links = $Next ? ",`"links`":{`"next`":{`"href`":`"$Next`"}}" : ''
        $fault = [Personio.Sandbox.SandboxFault]::new()
        $fault.Kind = 'RawBody'
        $fault.PathPrefix = '/v2/reports/'
        $fault.Status = 200
        $fault.ContentType = 'application/json'
        $fault.Body = "{`"report_config`":{},`"_data`":[$Rows],`"_meta`":{`"columns`":[$Columns]$links}}"
        $sandbox.AddFault($fault)
    }
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'Get-PersonioReport' {
    BeforeEach {
        Connect-To $sandbox
    }

    It 'lists shared reports, and finds them by name with wildcards and by id' {
        $all = Get-PersonioReport

        $all.ReportId | Should -Be $sandbox.Tenant.ReportIds
        $all[0] | Should -BeOfType 'Personio.Models.Report'
        $all[0].EditedAt | Should -BeOfType datetimeoffset
        (Get-PersonioReport -Name hours).ReportId | Should -Be ($all | Where-Object Name -EQ Hours).ReportId
        (Get-PersonioReport -Name '*alle*').Name | Should -Be 'Belegschaft, "alle"'
        (Get-PersonioReport -ReportId $all[2].ReportId).Name | Should -Be $all[2].Name
        { Get-PersonioReport -Name Nothing -ErrorAction Stop } |
            Should -Throw -ErrorId 'ReportNotFound,Personio.Commands.GetPersonioReportCommand'
        ($all | ConvertTo-Csv) -join "`n" | Should -Not -Match 'System\.|Personio\.'
    }
}

Describe 'Get-PersonioReportAttribute' {
    BeforeEach {
        Connect-To $sandbox
    }

    It 'lists them, and finds them by label and by id' {
        $all = Get-PersonioReportAttribute

        $all[0] | Should -BeOfType 'Personio.Models.ReportAttribute'
        $all.ReportAttributeId | Should -Contain 'hire_date'
        (Get-PersonioReportAttribute -Name 'Hire*').ReportAttributeId | Should -Be 'hire_date'
        (Get-PersonioReportAttribute -ReportAttributeId preferred_name).Name | Should -Be 'preferred_name'
        (Get-PersonioReportAttribute -ReportAttributeId hire_date).Type | Should -Be 'date'
    }
}

Describe 'Get-PersonioReportRow' {
    BeforeEach {
        Connect-To $sandbox
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    It 'returns one object for each row, with a property for each column in order' {
        $report = Get-PersonioReport -Name '*alle*'
        $sandbox.ClearRequests()

        $all = $report | Get-PersonioReportRow

        $all | Should -HaveCount 250
        $all[0] | Should -BeOfType pscustomobject
        $all[0].PSObject.Properties.Name | Should -Be @(
            'Name', 'Name 2', 'Hire date', 'Weekly hours', 'Status', 'Department, "unit"', 'Employment', 'Workload',
            'Fixed salary', 'Has picture', 'preferred_name'
        )
        ($all | ConvertTo-Csv) -join "`n" | Should -Not -Match 'System\.|Personio\.'
    }

    It 'follows pages with only the cursor' {
        $id = (Get-PersonioReport -Name Hours).ReportId
        $sandbox.ClearRequests()

        Get-PersonioReportRow $id -Locale de | Should -HaveCount 250

        $sent = @(Get-Query $sandbox "/v2/reports/$id")
        $sent | Should -HaveCount 2
        $sent[0].Keys | Sort-Object | Should -Be 'limit', 'locale'
        $sent[0]['locale'] | Should -Be 'de'
        $sent[1].Keys | Should -Be 'cursor'
    }

    It 'sends only the cursor even if the link repeats the rest' {
        Add-Answer '{"name":"a","display":"A","type":"string"}' '[{"attribute_id":"a","string_value":{"value":"1"}}]' '/v2/reports/77?locale=de&limit=200&cursor=c1'
        Add-Answer '{"name":"a","display":"A","type":"string"}' '[{"attribute_id":"a","string_value":{"value":"2"}}]'

        (Get-PersonioReportRow 77).A | Should -Be '1', '2'
        @($sandbox.Requests)[1].RawTarget | Should -Be '/v2/reports/77?cursor=c1'
    }

    It 'labels columns in the language of -Locale' {
        $id = (Get-PersonioReport -Name '*alle*').ReportId

        (Get-PersonioReportRow $id -Locale de -First 1).PSObject.Properties.Name | Should -Contain 'Eintrittsdatum'
    }

    It 'requests no more rows than -First needs' {
        $id = (Get-PersonioReport -Name Hours).ReportId
        $sandbox.ClearRequests()

        Get-PersonioReportRow $id -First 3 | Should -HaveCount 3
        (Get-Query $sandbox "/v2/reports/$id")['limit'] | Should -Be '3'
    }

    It 'converts <cell> to <plain>' -ForEach @(
        @{ Cell = '"numeric_value":{"number":7.5}'; Type = 'decimal'; Plain = 7.5 }
        @{ Cell = '"numeric_value":{"number":40}'; Type = 'decimal'; Plain = 40 }
        @{ Cell = '"numeric_value":{"number":null}'; Type = 'decimal'; Plain = $null }
        @{ Cell = '"string_value":{"value":"Ä, \"x\""}'; Type = 'string'; Plain = 'Ä, "x"' }
        @{ Cell = '"options_value":{"options":[{"key":"1","value":"One"}]}'; Type = 'options'; Plain = 'One' }
        @{ Cell = '"options_value":{"options":[{"key":"1","value":"One"},{"key":"2","value":"Two"}]}'; Type = 'options'; Plain = 'One; Two' }
        @{ Cell = '"options_value":{"options":[]}'; Type = 'options'; Plain = '' }
        @{ Cell = '"time_range_value":{"from":"2026-01-01","to":"2026-02-01"}'; Type = 'time_range'; Plain = '2026-01-01..2026-02-01' }
        @{ Cell = '"time_range_value":{"from":"2026-01-01","to":null}'; Type = 'time_range'; Plain = '2026-01-01..' }
        @{ Cell = '"time_range_value":{"from":null,"to":null}'; Type = 'time_range'; Plain = $null }
        @{ Cell = '"percentage_value":{"number":12.5}'; Type = 'percentage'; Plain = 12.5 }
        @{ Cell = '"percentage_value":{"percentage":12.5}'; Type = 'percentage'; Plain = 12.5 }
        @{ Cell = '"monetary_value":{"amount":4850.10,"currency":"EUR"}'; Type = 'monetary'; Plain = '4850.10 EUR' }
        @{ Cell = '"monetary_value":{"amount":4850.10}'; Type = 'monetary'; Plain = 4850.1 }
        @{ Cell = '"boolean_value":{"value":false}'; Type = 'boolean'; Plain = $false }
        @{ Cell = '"date_value":{"date":"2026-01-02"}'; Type = 'date'; Plain = [datetime]'2026-01-02' }
        @{ Cell = '"string_value":{"value":"2026-01-02"}'; Type = 'string'; Plain = '2026-01-02' }
        @{ Cell = '"new_value":{"a":1,"b":"x"}'; Type = 'new'; Plain = 'a=1; b=x' }
        @{ Cell = '"string_value":null'; Type = 'string'; Plain = $null }
        @{ Cell = '"other":1'; Type = 'string'; Plain = $null }
    ) {
        Add-Answer "{`"name`":`"a`",`"display`":`"A`",`"type`":`"$type`"}" "[{`"attribute_id`":`"a`",$cell}]"

        $value = (Get-PersonioReportRow 77).A

        $value | Should -Be $plain
        if ($null -ne $plain) {
            $value.GetType().IsPrimitive -or $value -is [string] -or $value -is [decimal] -or $value -is [datetime] | Should -BeTrue
        }
    }

    It 'distinguishes labels that are equal, equal except for case, or missing' {
        $columns = 'Hours', 'hours', '', 'Hours 2', 'HOURS' |
            ForEach-Object { "{`"name`":`"`",`"display`":`"$_`",`"type`":`"string`"}" }
        $cells = 1..6 | ForEach-Object { "{`"string_value`":{`"value`":`"v$_`"}}" }
        Add-Answer ($columns -join ',') "[$($cells -join ',')]"

        $row = Get-PersonioReportRow 77

        $row.PSObject.Properties.Name | Should -Be 'Hours', 'hours 3', 'Column 3', 'Hours 2', 'HOURS 4', 'Column 6'
        $row.PSObject.Properties.Value | Should -Be 'v1', 'v2', 'v3', 'v4', 'v5', 'v6'
    }

    It 'explains a 400: <name>' -ForEach @(
        @{ Name = 'Headcount by unit'; Id = 'InvalidRequest'; Category = 'InvalidArgument'; Says = '*grouped*chart*plain tables only*' }
        @{ Name = '=Old structure'; Id = 'InvalidRequest'; Category = 'InvalidArgument'; Says = '*shared*cannot read its structure*' }
    ) {
        $report = Get-PersonioReport -Name $name

        $report | Get-PersonioReportRow -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed | Should -HaveCount 1
        $failed.FullyQualifiedErrorId | Should -Be "$id,$rows"
        $failed.CategoryInfo.Category | Should -Be $category
        $failed.Exception.Message | Should -BeLike $says
        $failed.TargetObject.ReportId | Should -Be $report.ReportId
    }

    It 'explains a 400: a report that does not exist, or is not open to the API' {
        Get-PersonioReportRow 00000000-0000-0000-0000-000000000000 -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "ReportNotFound,$rows"
        $failed.CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failed.Exception.Message | Should -BeLike '*shared with this credential and open to the API*'
    }

    It 'explains a 400: a missing right' {
        $id = (Get-PersonioReport -Name Hours).ReportId
        $sandbox.RevokeScope('personio:reports:read')
        try {
            Get-PersonioReportRow $id -ErrorAction SilentlyContinue -ErrorVariable failed
        }
        finally {
            $sandbox.GrantScope('personio:reports:read')
        }

        $failed.FullyQualifiedErrorId | Should -Be "AccessDenied,$rows"
        $failed.Exception.Message | Should -BeLike '*personio:reports:read*'
    }

    It 'writes one error for each report that fails, and continues' {
        $all = Get-PersonioReport -Name Headcount*, Hours | Get-PersonioReportRow -ErrorAction SilentlyContinue -ErrorVariable failed

        $all | Should -HaveCount 250
        $failed | Should -HaveCount 1
    }

    It 'requires that reports are specified, before any request' {
        { Get-PersonioReportRow -ErrorAction Stop } | Should -Throw -ErrorId "InvalidRequest,$rows"
        { Get-PersonioReportRow 77 -Locale 'de; drop' } | Should -Throw -ErrorId "ParameterArgumentValidationError,$rows"
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }
}
