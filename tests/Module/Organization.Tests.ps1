BeforeDiscovery {
    # One row for each catalog: its cmdlet without Get-Personio, ID property, path, other requests, and a pattern of names.
    $catalogs = @(
        @{ Noun = 'OrgUnit'; Path = '/v2/org-units'; Scope = 'org-units'; Beta = $true; Requests = 2; Pattern = '*e*' }
        @{ Noun = 'LegalEntity'; Path = '/v2/legal-entities'; Scope = 'legal-entities'; Beta = $false; Requests = 1; Pattern = 'nordwerk ?*' }
        @{ Noun = 'CostCenter'; Path = '/v2/cost-centers'; Scope = 'cost-centers'; Beta = $true; Requests = 1; Pattern = '503*' }
        @{ Noun = 'Workplace'; Path = '/v2/workplaces'; Scope = 'workplaces'; Beta = $true; Requests = 1; Pattern = '*m*' }
        @{ Noun = 'Job'; Path = '/v2/jobs'; Scope = 'jobs'; Beta = $false; Requests = 1; Pattern = 'eng*' }
        @{ Noun = 'SalaryBand'; Path = '/v2/salary-bands'; Scope = 'salary-bands'; Beta = $false; Requests = 1; Pattern = '* L2' }
    )
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 40 }
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'Get-Personio<noun>' -ForEach $catalogs {
    BeforeAll {
        Connect-To $sandbox
        $cmdlet = Get-Command "Get-Personio$noun"
        $identity = "${noun}Id"
        $class = "Personio.Commands.GetPersonio${noun}Command"
        $all = @(& $cmdlet)
    }

    BeforeEach {
        $sandbox.ClearFaults()
        Connect-To $sandbox
    }

    It 'returns all entries, with <requests> request(s)' {
        $found = @(& $cmdlet)

        $found.Count | Should -BeGreaterThan 2
        $found[0] | Should -BeOfType "Personio.Models.$noun"
        $found.$identity | Where-Object { -not $_ } | Should -BeNullOrEmpty
        Get-Sent $sandbox | Should -HaveCount $requests
        Get-Sent $sandbox | Sort-Object -Unique | Should -Be "GET $path"
        $sandbox.Requests | ForEach-Object { $_.Query['limit'] } | Sort-Object -Unique | Should -Be 100
    }

    It 'sends the beta header only if needed: <beta>' {
        $null = & $cmdlet

        @($sandbox.Requests)[0].Headers.ContainsKey('Beta') | Should -Be $beta
    }

    It 'returns those whose name matches a pattern, in any case' {
        $found = @(& $cmdlet -Name $pattern)

        $found.Count | Should -BeIn (1..($all.Count - 1))
        $found.$identity | Should -Be @($all | Where-Object Name -Like $pattern).$identity
        (& $cmdlet $all[1].Name.ToUpper()).$identity | Should -Contain $all[1].$identity
    }

    It 'writes an error for a name that does not exist, and continues' {
        $found = @(& $cmdlet 'Nothing', $all[0].Name -ErrorAction SilentlyContinue -ErrorVariable failed)

        $found.Name | Should -Be $all[0].Name
        $failed.FullyQualifiedErrorId | Should -Be "${noun}NotFound,$class"
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failed[0].TargetObject | Should -Be 'Nothing'
    }

    It 'returns nothing, and no error, for a pattern that matches nothing' {
        & $cmdlet 'Nothing*' -ErrorVariable failed | Should -BeNullOrEmpty

        $failed | Should -BeNullOrEmpty
    }

    It 'gets them by id in the requested order, with one error for each unknown id and one listing for all' {
        $found = @(& $cmdlet -Id $all[2].$identity, 'none', $all[0].$identity 2>&1)

        $found[0, 2].$identity | Should -Be $all[2, 0].$identity
        $found[1].FullyQualifiedErrorId | Should -Be "${noun}NotFound,$class"
        $found[1].TargetObject | Should -Be 'none'
        Get-Sent $sandbox | Should -HaveCount $requests
    }

    It 'accepts ids from <kind>' -ForEach @(
        @{ Kind = 'objects'; Call = { $all[0, 1] | & $cmdlet } }
        @{ Kind = 'text'; Call = { $all[0, 1].$identity | & $cmdlet } }
        @{ Kind = 'properties of other objects'; Call = { $all[0, 1] | ForEach-Object { [pscustomobject]@{ $identity = $_.$identity } } | & $cmdlet } }
        @{ Kind = 'the rows of a CSV file'; Call = { $all[0, 1] | Export-Csv TestDrive:/some.csv; Import-Csv TestDrive:/some.csv | & $cmdlet } }
    ) {
        (. $call).$identity | Should -Be $all[0, 1].$identity

        Get-Sent $sandbox | Should -HaveCount $requests
    }

    It 'has a hidden alias Id, and exports no type names of the runtime' {
        $all[0].Id | Should -Be $all[0].$identity
        $csv = $all | ConvertTo-Csv
        $csv -join '' | Should -Not -Match 'System\.|Personio\.|ValueKind'
        $csv[0] | Should -Not -Match '"Id"'
    }

    It 'names the missing scope' {
        $sandbox.RevokeScope("personio:${scope}:read")
        try {
            $found = & $cmdlet -ErrorAction SilentlyContinue -ErrorVariable failed
        }
        finally {
            $sandbox.GrantScope("personio:${scope}:read")
        }

        $found | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Should -Be "AccessDenied,$class"
        $failed[0].Exception.MissingScope | Should -Be "personio:${scope}:read"
    }

    It 'writes one error for <kind>, and lists nothing' -ForEach @(
        @{ Kind = 'nothing that is piped'; Call = { $null | & $cmdlet @with } }
        @{ Kind = 'an object without the id'; Call = { [pscustomobject]@{ Name = 'x' } | & $cmdlet @with } }
    ) {
        $with = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failed' }

        . $call | Should -BeNullOrEmpty

        $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$class"
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }
}

Describe 'Special cases of the organization' {
    BeforeEach {
        $sandbox.ClearFaults()
        $sandbox.Options.LegalEntities = $true
        Connect-To $sandbox
    }

    Context 'Get-PersonioOrgUnit' {
        It 'requests departments and teams separately, and only <type> with -Type' -ForEach @(
            @{ Type = 'Department' }
            @{ Type = 'team' }
        ) {
            (Get-PersonioOrgUnit).Type | Sort-Object -Unique | Should -Be 'department', 'team'
            Get-Query $sandbox /v2/org-units | ForEach-Object { $_['type'] } | Sort-Object | Should -Be 'department', 'team'
            $sandbox.ClearRequests()

            $found = Get-PersonioOrgUnit -Type $type

            $found.Type | Sort-Object -Unique | Should -Be $type
            (Get-Query $sandbox /v2/org-units)['type'] | Should -BeExactly $type.ToLower()
        }

        It 'has the complete parent units with -IncludeParentChain, nearest first' {
            $payroll = Get-PersonioOrgUnit Payroll -IncludeParentChain

            $payroll.ParentChain.Name | Should -Be 'Finance', 'Operations'
            $payroll.ParentChain[0].OrgUnitId | Should -Be $payroll.ParentId
            $payroll.ParentChain[0].ParentId | Should -Be $payroll.ParentChain[1].OrgUnitId
            (Get-Query $sandbox /v2/org-units)[0]['include_parent_chain'] | Should -Be 'true'
            ($payroll | ConvertTo-Csv)[1] | Should -Match '"Finance; Operations"'
        }

        It 'has no parent chain by default' {
            (Get-PersonioOrgUnit Payroll).ParentChain.Count | Should -Be 0
            (Get-Query $sandbox /v2/org-units)[0].Keys | Should -Not -Contain 'include_parent_chain'
        }

        It 'returns a department and a team that share an id' {
            $body = '{{"id":"7","type":"{0}","name":"{0} 7"}}'
            Add-Fault $sandbox @{ PathPrefix = '/v2/org-units'; Kind = 'RawBody'; Body = $body -f 'department' }
            Add-Fault $sandbox @{ PathPrefix = '/v2/org-units'; Kind = 'RawBody'; Body = $body -f 'team' }

            (Get-PersonioOrgUnit -OrgUnitId 7).Type | Sort-Object | Should -Be 'department', 'team'
        }
    }

    Context 'Get-PersonioLegalEntity' {
        It 'sends countries in upper case, and filters in the service' {
            (Get-PersonioLegalEntity -Country de, AT).Country | Sort-Object | Should -Be 'AT', 'DE'

            (Get-Query $sandbox /v2/legal-entities)['country'] | Should -BeExactly 'DE,AT'
        }

        It 'refuses a country that is not a code' {
            { Get-PersonioLegalEntity -Country Germany } |
                Should -Throw -ErrorId 'ParameterArgumentValidationError,Personio.Commands.GetPersonioLegalEntityCommand'
        }

        It 'keeps undocumented members' {
            $entity = Get-PersonioLegalEntity -Country DE

            $entity.AdditionalProperties['address']['city'] | Should -Be 'Hamburg'
            $entity.AdditionalProperties.Keys | Should -Contain 'assigned_employees'
            $entity.ValidFrom | Should -BeOfType datetime
        }

        It 'returns nothing if the company has none' {
            $sandbox.Options.LegalEntities = $false

            Get-PersonioLegalEntity -ErrorVariable failed | Should -BeNullOrEmpty
            $failed | Should -BeNullOrEmpty
        }
    }

    Context 'Get-PersonioJob and Get-PersonioSalaryBand' {
        It 'gets several in the requested order, including one that is missing in the listing and requested separately' {
            $jobs = @(Get-PersonioJob)
            $missing, $first, $second = $jobs[2, 0, 1]
            Add-Fault $sandbox @{
                PathPattern = '^/v2/jobs$'; Kind = 'RawBody'; ContentType = 'application/json'
                Body = @{ _data = @($first, $second | ForEach-Object { @{ id = $_.JobId; name = $_.Name } }); _meta = @{ links = @{} } } | ConvertTo-Json -Depth 4
            }

            $found = @(Get-PersonioJob -JobId $missing.JobId, $first.JobId, 'None', $second.JobId -ErrorVariable failed -ErrorAction SilentlyContinue)

            $found.JobId | Should -Be $missing.JobId, $first.JobId, $second.JobId
            $failed.TargetObject | Should -Be None
            Get-Sent $sandbox | Select-Object -Last 2 | Should -Be 'GET /v2/jobs', "GET /v2/jobs/$($missing.JobId)"
        }

        It 'have the bands of a job, which can be piped' {
            $job = Get-PersonioJob | Where-Object { $_.SalaryBandIds.Count -eq 2 } | Select-Object -First 1

            $bands = $job.SalaryBandIds | Get-PersonioSalaryBand

            $bands.SalaryBandId | Should -Be $job.SalaryBandIds
            $bands[0].AdditionalProperties['currency'] | Should -Be 'EUR'
            $bands[0].AdditionalProperties['minimum'] | Should -BeGreaterThan 30000
        }

        It 'read a job whose parts are objects with names' {
            Add-Fault $sandbox @{
                PathPrefix = '/v2/jobs'; Kind = 'RawBody'
                Body = '{"_data":[{"id":"j","name":"J","job_family":{"id":"f","name":"Finance"},"level":3,"job_track":null}]}'
            }

            $job = Get-PersonioJob

            $job.JobFamily, $job.Level, $job.JobTrack, $job.GlobalGrade | Should -Be 'Finance', '3', $null, $null
            $job.SalaryBandIds.Count | Should -Be 0
        }
    }

    It 'says that <noun> is not available in a company without it' -ForEach @(
        @{ Noun = 'CostCenter'; Path = '/v2/cost-centers' }
        @{ Noun = 'Workplace'; Path = '/v2/workplaces' }
        @{ Noun = 'OrgUnit'; Path = '/v2/org-units' }
    ) {
        $gateway = '{"errors":[{"title":"Not Found","detail":"The endpoint with GET was not found."}]}'
        Add-Fault $sandbox @{ PathPrefix = $path; Kind = 'RawBody'; Status = 404; Body = $gateway; Times = -1 }

        & "Get-Personio$noun" -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'AccessDenied,*'
        $failed[0].Exception.Message | Should -BeLike '*not offered to this company*'
        $failed[0].Exception.Message | Should -Not -Match 'beta'
    }
}
