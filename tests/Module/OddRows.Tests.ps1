# Malformed rows of real companies: meaningless values are read as null, an unreadable row is one error with its ID, and
# the rest of the page and of the list is returned.

BeforeDiscovery {
    $nothing = '""', '"  "', '[]', '{}', '0', '1', 'false', 'true', '"0000-00-00"', '"0000-00-00T00:00:00Z"', '[""]', '[{}]', '[null]', 'null'
    $lists = @(
        @{ Cmdlet = 'Get-PersonioPerson'; Path = '^/v2/persons$'; Call = { Get-PersonioPerson @with }; Row = '"first_name":"A","last_name":"B"'; Member = 'employments'; Property = 'EmploymentIds'; Date = 'created_at' }
        @{ Cmdlet = 'Get-PersonioEmployment'; Path = '/employments$'; Call = { Get-PersonioEmployment 4100 @with }; Row = '"position":{"title":"A"}'; Member = 'termination'; Property = 'TerminationDate'; Date = 'employment_start_date' }
        @{ Cmdlet = 'Get-PersonioAbsencePeriod'; Path = '^/v2/absence-periods$'; Call = { Get-PersonioAbsencePeriod @with }; Row = '"comment":"A"'; Member = 'substitute'; Property = 'SubstituteId'; Date = 'created_at' }
        @{ Cmdlet = 'Get-PersonioAbsencePeriod'; Path = '^/v2/absence-periods$'; Call = { Get-PersonioAbsencePeriod -From 2026-05-01 @with }; Row = '"starts_from":{"date_time":"2026-05-04T00:00:00"}'; Member = 'approval'; Property = 'Status'; Date = 'created_at' }
        @{ Cmdlet = 'Get-PersonioAttendancePeriod'; Path = '^/v2/attendance-periods$'; Call = { Get-PersonioAttendancePeriod @with }; Row = '"type":"WORK"'; Member = 'end'; Property = 'End'; Date = 'attribution_date' }
        @{ Cmdlet = 'Get-PersonioAbsenceBalance'; Path = 'absences/balance$'; Call = { Get-PersonioAbsenceBalance 4100 @with }; Row = '"name":"A"'; Member = 'balance'; Property = 'Balance'; Date = 'available_balance'; IsNumber = $true }
        @{ Cmdlet = 'Get-PersonioDocumentCategory'; Path = 'document-categories$'; Call = { Get-PersonioDocumentCategory @with }; Row = '"type":"c"'; Member = 'attributes'; Property = 'Name' }
        @{ Cmdlet = 'Get-PersonioAbsenceType'; Path = '^/v2/absence-types$'; Call = { Get-PersonioAbsenceType @with }; Row = '"name":"A"'; Member = '_meta'; Property = 'Unit' }
        @{ Cmdlet = 'Get-PersonioProject'; Path = '^/v2/projects$'; Call = { Get-PersonioProject @with }; Row = '"name":"A"'; Member = 'cost_center'; Property = 'CostCenterId'; Date = 'created_at' }
        @{ Cmdlet = 'Get-PersonioCompensation'; Path = '^/v2/compensations$'; Call = { Get-PersonioCompensation @with }; Row = '"amount":4850.5'; Member = 'legal_entity'; Property = 'LegalEntityId'; Date = 'effective_from' }
        @{ Cmdlet = 'Get-PersonioOrgUnit'; Path = '^/v2/org-units$'; Call = { Get-PersonioOrgUnit -Type Team @with }; Row = '"type":"team","name":"A"'; Member = 'parent_chain'; Property = 'ParentChain'; Date = 'create_time' }
        @{ Cmdlet = 'Get-PersonioLegalEntity'; Path = '^/v2/legal-entities$'; Call = { Get-PersonioLegalEntity @with }; Row = '"name":"A"'; Member = 'valid_from'; Property = 'ValidFrom'; Date = 'valid_from' }
        @{ Cmdlet = 'Get-PersonioApplication'; Path = 'applications$'; Call = { Get-PersonioApplication @with }; Row = '"is_anonymized":false'; Member = 'candidate'; Property = 'CandidateId'; Date = 'created_at' }
        @{ Cmdlet = 'Get-PersonioWebhook'; Path = '^/v2/webhooks$'; Call = { Get-PersonioWebhook @with }; Row = '"url":"https://a.example"'; Member = 'enabled_events'; Property = 'EnabledEvents' }
    )
    # 0 and 1 are valid where numbers are expected.
    $cases = foreach ($list in $lists) {
        @{ Nothing = $nothing | Where-Object { -not $list['IsNumber'] -or $_ -notin '0', '1' } } + $list
    }
    $dated = $cases | Where-Object { $_['Date'] }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 12; Today = [DateOnly]::new(2026, 6, 1) }
    Connect-To $sandbox

    function Set-Answer {
        param([string] $Pattern, [string] $Body, [string] $Method, [int] $Status = 200, [int] $Skip = 0, [int] $Times = -1)

        $fault = [Personio.Sandbox.SandboxFault]::new()
        $fault.Kind = 'RawBody'
        $fault.PathPattern = $Pattern
        $fault.Body = $Body
        $fault.Status = $Status
        $fault.ContentType = 'application/json'
        $fault.Skip = $Skip
        $fault.Times = $Times
        if ($Method) { $fault.Method = $Method }
        $sandbox.AddFault($fault)
    }

    # Everything visible in a row except intentional differences.
    function Get-Cell {
        param($Row)

        ($Row.PSObject.Properties | Where-Object Name -NotLike '*Id' | ForEach-Object { "$($_.Name)=$($_.Value)" }) -join '|'
    }
}

AfterAll {
    Get-PersonioSession -Name * | Disconnect-Personio
    $sandbox.Dispose()
}

Describe '<cmdlet> and malformed rows' -ForEach $cases {
    BeforeEach {
        Connect-To $sandbox
        $with = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failed' }
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    It 'reads a meaningless value of <member> as missing, and loses no row' {
        foreach ($shape in $nothing) {
            $sandbox.ClearFaults()
            Set-Answer $path "{`"success`":true,`"_data`":[{`"id`":`"1`",$row},{`"id`":`"2`",`"$member`":$shape,$row},`"`",{},{`"id`":`"3`",$row}],`"data`":null}"

            $found = @(. $call)

            $failed | Should -BeNullOrEmpty -Because $shape
            $found | Should -HaveCount 3 -Because $shape
            "$($found[1].$property)" | Should -BeNullOrEmpty -Because $shape
            Get-Cell $found[1] | Should -BeExactly (Get-Cell $found[0]) -Because $shape
            Get-Cell $found[2] | Should -BeExactly (Get-Cell $found[0]) -Because $shape
        }
    }
}

Describe '<cmdlet> and an unreadable row' -ForEach $dated {
    It 'writes one error with the id of the row, and returns the others' {
        Connect-To $sandbox
        $with = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failed' }
        Set-Answer $path "{`"success`":true,`"_data`":[{`"id`":`"1`",$row},{`"id`":`"2`",$row,`"$date`":`"soon`"},{`"id`":`"3`",$row}]}"
        try {
            $found = @(. $call)
            $with = @{ ErrorAction = 'Stop' }
            { & $call } | Should -Throw -ErrorId 'UnexpectedResponse,*'
        }
        finally {
            $sandbox.ClearFaults()
        }

        $found | Should -HaveCount 2
        Get-Cell $found[1] | Should -BeExactly (Get-Cell $found[0])
        $failed | Should -HaveCount 1
        $failed[0].TargetObject | Should -Be 2
        $failed[0].Exception.Message | Should -BeLike "The row 2 of GET * cannot be read at *$date and was skipped: 'soon' is not *"
    }
}

Describe 'Members and numbers that no object or number holds' {
    BeforeAll {
        Connect-To $sandbox
        $members = '"big":9007199254740993,"long":98765432109876543210987654321098765,"huge":1e400,"a":1,"A":2'
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    It 'are returned unchanged in a typed row' {
        Set-Answer '^/v2/persons$' "{`"_data`":[{`"id`":`"1`",$members,`"custom_attributes`":[{`"id`":`"x`",`"type`":`"int`",`"value`":98765432109876543210987654321098765}]}]}"

        $person = Get-PersonioPerson

        $more = $person.AdditionalProperties
        $more['big'] | Should -Be 9007199254740993
        $more['long'] | Should -BeExactly '98765432109876543210987654321098765'
        $more['huge'] | Should -BeExactly '1e400'
        $more['a'], $more['A'] | Should -Be 1, 2
        $person.CustomAttributes['x'] | Should -BeExactly '98765432109876543210987654321098765'
    }

    It 'are returned unchanged by Invoke-PersonioRequest' {
        Set-Answer '^/v2/persons$' "{`"_data`":[{`"id`":`"1`",$members,`"plain`":{`"x`":1}}]}"

        $row = Invoke-PersonioRequest /v2/persons

        $row['big'], $row['long'], $row['huge'] | Should -Be 9007199254740993, '98765432109876543210987654321098765', '1e400'
        $row['a'], $row['A'] | Should -Be 1, 2
        $row['plain'].x | Should -Be 1
        $row | ConvertTo-Json -Compress | Should -BeLike '*"a":1,"A":2*'
    }

    It 'are returned unchanged in a report' {
        $report = 'b64a054b-1966-4044-9f5f-000000000000'
        Set-Answer "^/v2/reports/$report" ('{"_data":[[{"attribute_id":"a","number_value":{"number":98765432109876543210987654321098765}},' +
            '{"attribute_id":"b","number_value":{"number":1e400}}],"",{"odd":1}],"_meta":{"columns":[{"name":"a"},{"name":"b"}]}}')

        $row = Get-PersonioReportRow $report -ErrorAction SilentlyContinue -ErrorVariable failed

        $row.a, $row.b | Should -Be '98765432109876543210987654321098765', '1e400'
        $failed | Should -HaveCount 1
        "$failed" | Should -BeLike "The row number 3 of its page of GET /v2/reports/$report cannot be read*"
    }
}

Describe 'A creation with the response <answer>' -ForEach @(
    @{ Answer = '{}' }
    @{ Answer = '{"_data":{}}' }
    @{ Answer = '{"id":null}' }
    @{ Answer = '{"id":""}' }
) {
    BeforeAll {
        Connect-To $sandbox
        Set-Answer '^/v[12]/' $answer POST
        $type = (Get-PersonioAbsenceType | Where-Object Unit -EQ DAY)[0].Name
    }

    AfterAll {
        $sandbox.ClearFaults()
    }

    It 'returns no object and says that the outcome is unknown: <what>' -ForEach @(
        @{ What = 'person'; Call = { New-PersonioPerson A B @with } }
        @{ What = 'absence'; Call = { New-PersonioAbsencePeriod 4100 $type 2027-03-01 2027-03-02 @with } }
        @{ What = 'attendance'; Call = { New-PersonioAttendancePeriod 4100 Work '2026-05-04 08:00' '2026-05-04 09:00' @with } }
        @{ What = 'project'; Call = { New-PersonioProject Odd @with } }
        @{ What = 'compensation'; Call = { New-PersonioCompensation 4100 (Get-PersonioCompensationType | Where-Object Category -EQ ONE_TIME)[0].Name 5 2026-05-01 @with } }
        @{ What = 'compensation type'; Call = { New-PersonioCompensationType Odd OneTime @with } }
        @{ What = 'webhook'; Call = { New-PersonioWebhook https://a.example Odd person.created @with } }
    ) {
        $with = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failed'; Confirm = $false }

        $made = . $call

        $made | Should -BeNullOrEmpty
        $failed | Should -HaveCount 1
        $failed[0].Exception.OutcomeUnknown | Should -BeTrue
        "$failed" | Should -BeLike '*it has no id. The change may or may not have been applied*'
    }

    It 'counts as unknown with -Summary' {
        $sum = New-PersonioAbsencePeriod 4100 $type 2027-03-01 2027-03-02 -Summary -ErrorAction SilentlyContinue

        $sum.Created, $sum.Skipped, $sum.Unknown, $sum.Failed | Should -Be 0, 0, 1, 0
        "$sum" | Should -Be '0 created, 0 skipped, 1 unknown, 0 failed'
    }
}

Describe 'A removal with the responses 503 and then 404' {
    AfterEach {
        $sandbox.ClearFaults()
    }

    It 'succeeds only if the 404 is about the resource: <body>' -ForEach @(
        @{ IsDone = $true; Body = '{"errors":[{"title":"Resource not found","detail":"There is no resource for the specified id."}]}' }
        @{ IsDone = $true; Body = '{"errors":[{"title":"Project not found"}]}' }
        @{ IsDone = $false; Body = '{"errors":[{"title":"Not Found","detail":"The endpoint with /v2/projects/1 was not found.","type":"#apinot_found"}]}' }
        @{ IsDone = $false; Body = '{"message":"Not Found"}' }
        @{ IsDone = $false; Body = '{"message":"no Route matched with those values"}' }
        @{ IsDone = $false; Body = '<html><body>Not found</body></html>' }
        @{ IsDone = $false; Body = 'default backend - 404' }
        @{ IsDone = $false; Body = '' }
        @{ IsDone = $false; Body = '{}' }
    ) {
        Connect-To $sandbox
        $project = Get-PersonioProject | Select-Object -First 1
        Set-Answer '^/v2/projects/' '{}' DELETE 503 -Times 1
        Set-Answer '^/v2/projects/' $body DELETE 404

        $gone = $project | Remove-PersonioProject -PassThru -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed

        if ($isDone) {
            $failed | Should -BeNullOrEmpty
            $gone.ProjectId | Should -Be $project.ProjectId
        }
        else {
            $gone | Should -BeNullOrEmpty
            $failed | Should -HaveCount 1
            $failed[0].Exception.OutcomeUnknown | Should -BeTrue
        }
    }
}
