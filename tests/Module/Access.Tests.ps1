BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 120 }
    $person = 'Personio.Commands.GetPersonioPersonCommand'
    $invoke = 'Personio.Commands.InvokePersonioRequestCommand'

    # Returns the messages of the verbose stream.
    function Get-VerboseMessage {
        param([object[]] $All)

        $All | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] } | ForEach-Object Message
    }
}

AfterAll {
    $sandbox.Dispose()
}

Describe 'Requests that the server refuses or that fail' {
    BeforeEach {
        $sandbox.ClearFaults()
        Connect-To $sandbox
    }

    AfterEach {
        Get-PersonioSession -Name * | Disconnect-Personio
    }

    Context 'A missing right' {
        It 'is AccessDenied and names the scope: <name>' -ForEach @(
            @{ Name = '401 on persons'; Scope = 'personio:persons:read'; Status = 401; Run = { Get-PersonioPerson } }
            @{ Name = '401 on employments'; Scope = 'personio:persons:read'; Status = 401; Run = { Get-PersonioEmployment -PersonId 1 } }
            @{ Name = '403 on absence types'; Scope = 'personio:absences:read'; Status = 403; Run = { Get-PersonioAbsenceType } }
            @{ Name = '403 on absences'; Scope = 'personio:absences:read'; Status = 403; Run = { Get-PersonioAbsencePeriod } }
            @{ Name = '403 on removing'; Scope = 'personio:absences:write'; Status = 403
                Run = { Remove-PersonioAbsencePeriod $sandbox.Tenant.AbsencePeriodIds[0] -Confirm:$false } }
            @{ Name = '403 on attendance'; Scope = 'personio:attendances:read'; Status = 403; Run = { Get-PersonioAttendancePeriod } }
            @{ Name = '400 on reports'; Scope = 'personio:reports:read'; Status = 400; Run = { Invoke-PersonioRequest /v2/reports } }
            @{ Name = '403 on cost centers'; Scope = 'personio:cost-centers:read'; Status = 403; Run = { Invoke-PersonioRequest /v2/cost-centers } }
        ) {
            $sandbox.RevokeScope($scope)
            try {
                & $run -ErrorAction SilentlyContinue -ErrorVariable failed 2>&1 | Set-Variable failed
            }
            finally {
                $sandbox.GrantScope($scope)
            }

            $failed | Should -HaveCount 1
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'AccessDenied,Personio.Commands.*'
            $failed[0].CategoryInfo.Category | Should -Be 'PermissionDenied'
            $failed[0].Exception.StatusCode | Should -Be $status
            $failed[0].Exception.MissingScope | Should -Be $scope
            $failed[0].Exception.Message | Should -Match "probably lacks the scope $scope"
            $failed[0].ErrorDetails.RecommendedAction | Should -Match $scope
        }

        It 'costs one attempt with a new token, not a loop' {
            $sandbox.RevokeScope('personio:persons:read')
            # The change itself takes a token, because it invalidates the one in use.
            $null = Get-PersonioProject
            $sandbox.ClearRequests()
            try {
                Get-PersonioPerson -ErrorAction SilentlyContinue
            }
            finally {
                $sandbox.GrantScope('personio:persons:read')
            }

            Get-Sent $sandbox | Should -Be 'GET /v2/persons', 'POST /v2/auth/token'
        }

        It 'is distinguished from an invalid request for reports' {
            { Invoke-PersonioRequest /v2/reports -Query @{ limit = 100000 } -ErrorAction Stop } |
                Should -Throw -ErrorId "InvalidRequest,$invoke"
        }

        It 'is distinguished from a disabled feature (412)' {
            $sandbox.Options.LegalEntities = $false
            try {
                $fault = { Invoke-PersonioRequest /v2/legal-entities/1 -ErrorAction Stop } |
                    Should -Throw -ErrorId "AccessDenied,$invoke" -PassThru
            }
            finally {
                $sandbox.Options.LegalEntities = $true
            }

            $fault.Exception.StatusCode | Should -Be 412
            $fault.Exception.Message | Should -Match 'No access to legal entities feature'
            $fault.Exception.Message | Should -Match 'not switched on for this company'
            $fault.Exception.MissingScope | Should -Be 'personio:legal-entities:read'
        }

        It 'is distinguished from a wrong id if the gateway hides the endpoint' {
            $fault = { Invoke-PersonioRequest /v2/no-such-thing -ErrorAction Stop } |
                Should -Throw -ErrorId "AccessDenied,$invoke" -PassThru

            $fault.Exception.Message | Should -Match 'The endpoint with /v2/no-such-thing was not found'
            $fault.Exception.Message | Should -Match 'Check the path.*not offered to this company'
            { Invoke-PersonioRequest /v2/persons/0 -ErrorAction Stop } |
                Should -Throw -ErrorId "RequestNotFound,$invoke"
        }
    }

    Context 'The beta header' {
        It 'is sent to <path> by default' -ForEach @(
            @{ Path = '/v2/org-units?type=department' }
            @{ Path = '/v2/cost-centers' }
            @{ Path = '/v2/workplaces' }
        ) {
            Invoke-PersonioRequest $path -All | Should -Not -BeNullOrEmpty

            $sandbox.Requests | ForEach-Object { $_.Headers['Beta'] } | Sort-Object -Unique | Should -Be 'true'
        }

        It 'is not sent to others, unless requested' {
            $null = Invoke-PersonioRequest /v2/absence-types
            $null = Invoke-PersonioRequest /v2/absence-types -Beta

            $sandbox.Requests | ForEach-Object { "$($_.Headers['Beta'])" } | Should -Be '', 'true'
        }
    }

    Context 'A token that expires during a listing' {
        It 'is renewed without losing or duplicating a row' {
            $seen = 0
            $persons = Get-PersonioPerson | ForEach-Object {
                $seen++
                if ($seen -in 1, 60, 110) {
                    $sandbox.ExpireTokens()
                }

                $_
            }

            $persons.PersonId | Should -Be $sandbox.Tenant.PersonIds
            Get-Sent $sandbox POST | Should -Not -BeNullOrEmpty
        }

        It 'is renewed once for concurrent requests' {
            $sandbox.Options.Latency = [timespan]::FromMilliseconds(40)
            $sandbox.ExpireTokens()
            $ids = $sandbox.Tenant.PersonIds | Select-Object -First 12

            try {
                $employments = $ids | Get-PersonioEmployment
            }
            finally {
                $sandbox.Options.Latency = [timespan]::Zero
            }

            $employments.PersonId | Select-Object -Unique | Should -Be $ids
            $sandbox.TokenRequests | Should -Be 1
        }

        It 'is reported on Verbose' {
            $sandbox.ExpireTokens()

            Get-VerboseMessage (Get-PersonioPerson -First 1 -Verbose 4>&1) |
                Should -Contain 'The token was no longer accepted; going on with a new one.'
        }

        It 'ends in AuthenticationFailed if the credential was revoked' {
            $sandbox.ExpireTokens()
            Add-Fault $sandbox @{ PathPrefix = '/v2/auth/token'; Status = 400; Times = -1
                Body = '{"error":"invalid_client","error_description":"Client is revoked."}' }

            $fault = { Get-PersonioPerson } | Should -Throw -ErrorId "AuthenticationFailed,$person" -PassThru

            $fault.Exception.Message | Should -Match 'Client is revoked'
        }
    }

    Context 'A server error during a read' {
        It 'is visible only on Verbose: <name>' -ForEach @(
            @{ Name = '500'; Fault = @{ Status = 500 }; Told = 'answered 500' }
            @{ Name = '502 with a web page'; Fault = @{ Kind = 'HtmlError' }; Told = 'answered 502' }
            @{ Name = '503'; Fault = @{ Status = 503 }; Told = 'answered 503' }
            @{ Name = '504'; Fault = @{ Status = 504 }; Told = 'answered 504' }
            @{ Name = '408'; Fault = @{ Status = 408 }; Told = 'answered 408' }
            @{ Name = 'a reset'; Fault = @{ Kind = 'ResetBeforeResponse' }; Told = 'lost its connection' }
            @{ Name = 'a reset in the body'; Fault = @{ Kind = 'ResetInBody' }; Told = 'lost its connection' }
            @{ Name = 'a truncated body'; Fault = @{ Kind = 'TruncateBody' }; Told = 'lost its connection' }
            @{ Name = '429 without Retry-After'; Fault = @{ Status = 429 }; Told = 'answered 429' }
            @{ Name = '429 with Retry-After'; Fault = @{ Status = 429; Headers = @{ 'Retry-After' = '1' } }; Told = 'answered 429.*waiting 1 s' }
        ) {
            # The second page, so that the fault occurs in the middle of a list.
            Add-Fault $sandbox ($fault + @{ PathPrefix = '/v2/persons'; Skip = 1 })

            $all = Get-PersonioPerson -Verbose -ErrorVariable failed -WarningVariable warned *>&1

            $failed | Should -BeNullOrEmpty
            $warned | Should -BeNullOrEmpty
            ($all | Where-Object { $_ -is [Personio.Models.Person] }).PersonId | Should -Be $sandbox.Tenant.PersonIds
            (Get-VerboseMessage $all) -match $told | Should -HaveCount 1
            Get-Sent $sandbox GET | Should -HaveCount 4
        }

        It 'warns of a wait of more than 10 s' {
            Add-Fault $sandbox @{ PathPrefix = '/v2/persons'; Status = 429; Headers = @{ 'Retry-After' = '11' } }

            { Get-PersonioPerson -WarningAction Stop 3> $null } | Should -Throw -ErrorId "ActionPreferenceStop,$person"
        }

        It 'ends in <kind> if it persists: <status>' -ForEach @(
            @{ Status = 503; Kind = 'ServiceUnavailable'; Category = 'ResourceUnavailable' }
            @{ Status = 500; Kind = 'ServiceUnavailable'; Category = 'ResourceUnavailable' }
            @{ Status = 429; Kind = 'RateLimited'; Category = 'LimitsExceeded' }
        ) {
            Connect-To $sandbox @{ MaxRetry = 2 }
            Add-Fault $sandbox @{ PathPrefix = '/v2/persons'; Status = $status; Times = -1 }

            Get-PersonioPerson -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed | Should -HaveCount 1
            $failed[0].FullyQualifiedErrorId | Should -Be "$kind,$person"
            $failed[0].CategoryInfo.Category | Should -Be $category
            $failed[0].Exception.StatusCode | Should -Be $status
            Get-Sent $sandbox | Should -HaveCount 3
        }

        It 'is tried six times by default' {
            Add-Fault $sandbox @{ PathPrefix = '/v2/persons'; Status = 503; Times = -1; Headers = @{ 'Retry-After' = '0' } }

            Get-PersonioPerson -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "ServiceUnavailable,$person"
            Get-Sent $sandbox | Should -HaveCount 6
        }

        It 'ends in ConnectionFailed if the connection always breaks' {
            Connect-To $sandbox @{ MaxRetry = 1 }
            Add-Fault $sandbox @{ PathPrefix = '/v2/persons'; Kind = 'ResetBeforeResponse'; Times = -1 }

            Get-PersonioPerson -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "ConnectionFailed,$person"
            $failed.CategoryInfo.Category | Should -Be 'ConnectionError'
        }

        It 'ends in TimedOut if the body never ends' {
            Connect-To $sandbox @{ MaxRetry = 0; TimeoutSec = 1 }
            Add-Fault $sandbox @{ PathPrefix = '/v2/persons'; Kind = 'StallBody' }

            Get-PersonioPerson -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "TimedOut,$person"
            $failed.CategoryInfo.Category | Should -Be 'OperationTimeout'
        }

        It 'is an unexpected response if it is <name>' -ForEach @(
            @{ Name = 'a web page with 200'; Fault = @{ Kind = 'HtmlError'; Status = 200 } }
            @{ Name = 'JSON of another shape'; Fault = @{ Kind = 'RawBody'; Body = '{"rows":[]}' } }
            @{ Name = 'a number where a text should be'; Fault = @{ Kind = 'RawBody'; Body = '{"_data":7}' } }
            @{ Name = 'not JSON at all'; Fault = @{ Kind = 'RawBody'; Body = 'hello' } }
        ) {
            Add-Fault $sandbox ($fault + @{ PathPrefix = '/v2/persons' })

            Get-PersonioPerson -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "UnexpectedResponse,$person"
            $failed.CategoryInfo.Category | Should -Be 'InvalidData'
        }

        It 'writes the rows before it, then the error, if a listing fails permanently' {
            Connect-To $sandbox @{ MaxRetry = 0 }
            Add-Fault $sandbox @{ PathPrefix = '/v2/persons'; Status = 503; Skip = 2; Times = -1 }

            $persons = Get-PersonioPerson -ErrorAction SilentlyContinue -ErrorVariable failed

            $persons | Should -HaveCount 100
            $failed.FullyQualifiedErrorId | Should -Be "ServiceUnavailable,$person"
        }
    }

    Context 'A link to the next page' {
        It 'is not followed a second time' {
            $origin = "$($sandbox.BaseUri)".TrimEnd('/')
            Add-Fault $sandbox @{ PathPrefix = '/v2/persons'; Kind = 'RawBody'; Times = -1
                Body = '{"_data":[{"id":"1"}],"_meta":{"links":{"next":{"href":"' + $origin + '/v2/persons?cursor=same"}}}}' }

            Get-PersonioPerson -ErrorAction SilentlyContinue -ErrorVariable failed | Should -HaveCount 1

            $failed.FullyQualifiedErrorId | Should -Be "UnexpectedResponse,$person"
            $failed.Exception.Message | Should -Match 'would loop forever'
            @($sandbox.Requests).Count | Should -Be 2
        }

        It 'is refused if it leads to another host, and the token is not sent there' {
            $other = Start-Sandbox @{ PersonCount = 1 }
            Add-Fault $sandbox @{ PathPrefix = '/v2/persons'; Kind = 'WrongNextLink'; Body = "$($other.BaseUri)" }

            Get-PersonioPerson -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "UnexpectedResponse,$person"
            $failed.Exception.Message | Should -Match 'leads to another host'
            @($other.Requests).Count | Should -Be 0
            $other.Dispose()
        }
    }

    Context 'A change' {
        It 'is not sent twice if its outcome is unknown, and the error says so: <name>' -ForEach @(
            @{ Name = 'a reset'; Fault = @{ Kind = 'ResetBeforeResponse' }; Kind = 'ConnectionFailed' }
            @{ Name = '503'; Fault = @{ Status = 503 }; Kind = 'ServiceUnavailable' }
        ) {
            Add-Fault $sandbox ($fault + @{ Method = 'POST'; PathPrefix = '/v2/absence-periods'; Times = -1 })
            $type = $sandbox.Tenant.AbsenceTypeIds[0]

            New-PersonioAbsencePeriod $sandbox.Tenant.PersonIds[0] $type 2031-03-03 2031-03-04 -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "$kind,Personio.Commands.NewPersonioAbsencePeriodCommand"
            $failed.Exception.OutcomeUnknown | Should -BeTrue
            $failed.Exception.Message | Should -Match 'Check before you retry'
            Get-Sent $sandbox POST | Should -HaveCount 1
        }
    }
}
