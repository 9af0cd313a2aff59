BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 120 }
    $invoke = 'Personio.Commands.InvokePersonioRequestCommand'
    $place = Join-Path ([System.IO.Path]::GetTempPath()) "personio-$([guid]::NewGuid())"
    $null = New-Item $place -ItemType Directory

    # Returns the target of the latest request, as it was sent.
    function Get-LastTarget {
        @($sandbox.Requests)[-1].RawTarget
    }
}

AfterAll {
    $sandbox.Dispose()
    Remove-Item $place -Recurse -Force
}

Describe 'Invoke-PersonioRequest' {
    BeforeEach {
        $sandbox.ClearFaults()
        Connect-To $sandbox
    }

    AfterEach {
        Get-PersonioSession -Name * | Disconnect-Personio
    }

    Context 'the path' {
        It 'may be written as <path>' -ForEach @(
            @{ Path = '/v2/persons?limit=1' }
            @{ Path = 'v2/persons?limit=1' }
            @{ Path = 'ORIGIN/v2/persons?limit=1' }
        ) {
            $path = $path -replace '^ORIGIN/', "$($sandbox.BaseUri)"

            (Invoke-PersonioRequest $path 3> $null).id | Should -Be $sandbox.Tenant.PersonIds[0]

            Get-LastTarget | Should -Be '/v2/persons?limit=1'
        }

        It 'may be one of API v1, whose envelope is removed' {
            $attributes = Invoke-PersonioRequest /v1/company/employees/attributes

            @($attributes).Count | Should -BeGreaterThan 3
            $attributes[0].PSObject.Properties.Name | Should -Contain 'label'
        }

        It 'is refused if it leads elsewhere: <path>' -ForEach @(
            @{ Path = 'https://evil.example.org/v2/persons' }
            @{ Path = '//evil.example.org/v2/persons' }
            @{ Path = '\\evil.example.org\v2\persons' }
            @{ Path = 'http://127.0.0.1:1/v2/persons' }
            @{ Path = 'https://user@127.0.0.1/v2/persons' }
        ) {
            $fault = { Invoke-PersonioRequest $path -ErrorAction Stop } |
                Should -Throw -ErrorId "InvalidRequest,$invoke" -PassThru

            $fault.Exception.Message | Should -Match 'leads away from 127\.0\.0\.1:\d+, and the token stays there'
            $fault.TargetObject | Should -Be $path
            @($sandbox.Requests).Count | Should -Be 0
        }

        It 'is refused if it is not an API path: <path>' -ForEach @(
            @{ Path = '/v2/../x' }
            @{ Path = '/v2/%2e%2e/x' }
            @{ Path = '/v3/persons' }
            @{ Path = 'persons' }
            @{ Path = '/v2' }
            @{ Path = '/_sandbox/v2/x' }
        ) {
            $fault = { Invoke-PersonioRequest $path -ErrorAction Stop } |
                Should -Throw -ErrorId "InvalidRequest,$invoke" -PassThru

            $fault.Exception.Message | Should -Match 'Paths start with /v1/ or /v2/'
            @($sandbox.Requests).Count | Should -Be 0
        }
    }

    Context 'the query' {
        It 'is escaped and written the same in every culture: <expected>' -ForEach @(
            @{ Value = { 'a b&c=ü+%' }; Expected = 'a%20b%26c%3D%C3%BC%2B%25' }
            @{ Value = { 'one', 'two' }; Expected = 'one,two' }
            @{ Value = { 1.5 }; Expected = '1.5' }
            @{ Value = { [decimal] 1234.5 }; Expected = '1234.5' }
            @{ Value = { $true }; Expected = 'true' }
            @{ Value = { [switch] $false }; Expected = 'false' }
            @{ Value = { [datetime]::new(2026, 3, 1) }; Expected = '2026-03-01' }
            @{ Value = { [datetime]::new(2026, 3, 1, 13, 5, 0) }; Expected = '2026-03-01T13%3A05%3A00' }
            @{ Value = { [datetime]::new(2026, 3, 1, 13, 5, 0, [DateTimeKind]::Utc) }; Expected = '2026-03-01T13%3A05%3A00Z' }
            @{ Value = { [datetimeoffset]::new(2026, 3, 1, 13, 5, 0, '02:00:00') }; Expected = '2026-03-01T11%3A05%3A00Z' }
            @{ Value = { [datetime]::new(2026, 3, 1), [datetime]::new(2026, 3, 2) }; Expected = '2026-03-01,2026-03-02' }
            @{ Value = { 1, $true, 'x' }; Expected = '1,true,x' }
            @{ Value = { Write-Output 7 }; Expected = '7' }
        ) {
            $null = Invoke-PersonioRequest /v2/persons -Query @{ q = & $value } -ErrorAction SilentlyContinue

            Get-LastTarget | Should -BeExactly "/v2/persons?q=$expected"
        }

        It 'is added to that of the path, in the order of an ordered table' {
            $null = Invoke-PersonioRequest '/v2/persons?limit=2' -Query ([ordered]@{ status = 'ACTIVE'; cursor = $null }) 3> $null

            Get-LastTarget | Should -Be '/v2/persons?limit=2&status=ACTIVE'
        }
    }

    Context 'the body' {
        It 'may be <name>' -ForEach @(
            @{ Name = 'a hashtable'; Body = { @{ comment = 'Grüße "x"' } } }
            @{ Name = 'an object'; Body = { [pscustomobject]@{ comment = 'Grüße "x"' } } }
            @{ Name = 'JSON text'; Body = { '{"comment":"Grüße \"x\""}' } }
        ) {
            Invoke-PersonioRequest /v2/absence-periods/x PATCH -Body (& $body) -ErrorAction SilentlyContinue

            $sent = @($sandbox.Requests)[-1]
            $sent.Method | Should -Be 'PATCH'
            $sent.Headers['Content-Type'] | Should -Be 'application/json'
            ($sent.Body | ConvertFrom-Json).comment | Should -BeExactly 'Grüße "x"'
        }

        It 'may be piped, deep and with single-item lists' {
            $body = @{ a = @(@{ b = @{ c = @(1) } }) }

            $body | Invoke-PersonioRequest /v2/absence-periods POST -ErrorAction SilentlyContinue

            @($sandbox.Requests)[-1].Body | Should -Be '{"a":[{"b":{"c":[1]}}]}'
        }

        It 'is refused before the request if it is not JSON' {
            $fault = { Invoke-PersonioRequest /v2/absence-periods POST -Body '{comment: x' -ErrorAction Stop } |
                Should -Throw -ErrorId "InvalidRequest,$invoke" -PassThru

            $fault.Exception.Message | Should -Match 'The body is not JSON'
            @($sandbox.Requests).Count | Should -Be 0
        }

        It 'is refused on a GET' {
            { Invoke-PersonioRequest /v2/persons -Body @{ a = 1 } -ErrorAction Stop } |
                Should -Throw -ErrorId "InvalidRequest,$invoke"

            @($sandbox.Requests).Count | Should -Be 0
        }
    }

    Context 'the method' {
        It 'may be lowercase' {
            (Invoke-PersonioRequest /v2/persons -Method get -Query @{ limit = 1 } 3> $null).id | Should -Not -BeNullOrEmpty

            @($sandbox.Requests)[-1].Method | Should -BeExactly 'GET'
        }

        It 'sends no change with -WhatIf: <method>' -ForEach @(
            @{ Method = 'POST' }, @{ Method = 'PATCH' }, @{ Method = 'PUT' }, @{ Method = 'DELETE' }
        ) {
            Invoke-PersonioRequest /v2/absence-periods/1 $method -WhatIf

            @($sandbox.Requests).Count | Should -Be 0
        }

        It 'shows method and path with -WhatIf, and allows a GET' {
            $engine = New-Engine {
                param($login, $file)
                Connect-Personio @login
                $null = Start-Transcript $file
                $WhatIfPreference = $true
                Invoke-PersonioRequest /v2/absence-periods/1 DELETE
                (Invoke-PersonioRequest /v2/persons -All).Count
                $null = Stop-Transcript
            } @{ ClientId = $sandbox.ClientId; ClientSecret = Get-Secure $sandbox.ClientSecret; BaseUri = $sandbox.BaseUri }, "$place/log.txt"
            $count = $engine.Invoke()
            Remove-Engine $engine
            $told = Get-Content "$place/log.txt" -Raw

            $count | Should -Be 120
            $told | Should -Match '"DELETE" on target "/v2/absence-periods/1"'
            Get-Sent $sandbox DELETE | Should -BeNullOrEmpty
        }

        It 'really changes something' {
            $id = $sandbox.Tenant.AbsencePeriodIds[-1]

            Invoke-PersonioRequest "/v2/absence-periods/$id" DELETE | Should -BeNullOrEmpty

            $sandbox.Tenant.AbsencePeriodIds | Should -Not -Contain $id
        }

        It 'is refused with -All unless it is GET' {
            { Invoke-PersonioRequest /v2/persons POST -Body @{} -All -ErrorAction Stop } |
                Should -Throw -ErrorId "InvalidRequest,$invoke"

            @($sandbox.Requests).Count | Should -Be 0
        }
    }

    Context 'the output' {
        It 'is all rows with -All, in the largest pages' {
            (Invoke-PersonioRequest /v2/persons -All).id | Should -Be $sandbox.Tenant.PersonIds

            @($sandbox.Requests).Count | Should -Be 3
        }

        It 'keeps an explicit page size' {
            @(Invoke-PersonioRequest '/v2/persons?limit=40' -All).Count | Should -Be 120

            @($sandbox.Requests).RawTarget[0] | Should -Be '/v2/persons?limit=40'
        }

        It 'stops requesting when enough rows were taken' {
            Invoke-PersonioRequest /v2/persons -All | Select-Object -First 3 | Should -HaveCount 3

            @($sandbox.Requests).Count | Should -Be 1
        }

        It 'warns of further pages without -All, and only then' {
            @(Invoke-PersonioRequest /v2/persons -WarningVariable more -WarningAction SilentlyContinue).Count | Should -Be 10
            $null = Invoke-PersonioRequest /v2/absence-types -WarningVariable none

            $more.Message | Should -Match 'Add -All'
            $none | Should -BeNullOrEmpty
        }

        It 'is one object for a single resource, with members that can be used' {
            $person = Invoke-PersonioRequest "/v2/persons/$($sandbox.Tenant.PersonIds[0])"

            $person | Should -BeOfType [pscustomobject]
            $person.id | Should -Be $sandbox.Tenant.PersonIds[0]
            $person.custom_attributes[0].id | Should -Not -BeNullOrEmpty
            $person | ConvertTo-Json -Depth 5 | Should -Not -Match 'ValueKind'
        }

        It 'is the unchanged text with -Raw' {
            $text = Invoke-PersonioRequest "/v2/persons/$($sandbox.Tenant.PersonIds[0])" -Raw

            $text | Should -BeExactly $sandbox.Tenant.FindPersonJson($sandbox.Tenant.PersonIds[0])
        }

        It 'cannot be rows and text at the same time: -All with <parameter>' -ForEach @(
            @{ Parameter = 'Raw'; Value = $true }
            @{ Parameter = 'OutFile'; Value = 'x.json' }
        ) {
            $with = @{ $parameter = $value }

            { Invoke-PersonioRequest /v2/persons -All @with -ErrorAction Stop } |
                Should -Throw -ErrorId "InvalidRequest,$invoke"

            @($sandbox.Requests).Count | Should -Be 0
        }

        It 'is an error if API v1 hides a failure in a 200' {
            Add-Fault $sandbox @{ PathPrefix = '/v1/'; Kind = 'RawBody'; Body = '{"success":false,"error":{"code":7,"message":"No such thing"}}' }

            $fault = { Invoke-PersonioRequest /v1/company/employees/attributes -ErrorAction Stop } |
                Should -Throw -ErrorId "InvalidRequest,$invoke" -PassThru

            $fault.Exception.Message | Should -Match 'No such thing'
        }
    }

    Context 'the employees of v1, which have no cmdlet' {
        It 'are returned page by page, with limit and offset' {
            $first = Invoke-PersonioRequest /v1/company/employees -WarningVariable more -WarningAction SilentlyContinue
            $all = 0, 50, 100 | ForEach-Object {
                Invoke-PersonioRequest /v1/company/employees -Query @{ limit = 50; offset = $_ } -WarningVariable +none
            }

            $first | Should -HaveCount 50
            $more.Message | Should -Be 'There are more pages. Name page or offset in -Query to get them.'
            $all.attributes.id.value | Should -Be $sandbox.Tenant.PersonIds
            $none | Should -BeNullOrEmpty
        }

        It 'explain what is wrong: <path>' -ForEach @(
            @{ Path = 'employees/77'; Id = 'RequestNotFound'; Says = '*There is no resource for the specified id*' }
            @{ Path = 'employees?limit=101'; Id = 'InvalidRequest'; Says = '*Provided request parameters are invalid*' }
        ) {
            $fault = { Invoke-PersonioRequest "/v1/company/$path" -ErrorAction Stop } |
                Should -Throw -ErrorId "$id,$invoke" -PassThru

            $fault.Exception.Message | Should -BeLike $says
        }

        It 'cannot be followed with -All, which needs links' {
            { Invoke-PersonioRequest /v1/company/employees -All -ErrorAction Stop } |
                Should -Throw -ErrorId "InvalidRequest,$invoke" -ExpectedMessage '*version 1 has none*'

            @($sandbox.Requests).Count | Should -Be 0
        }
    }

    Context '-OutFile' {
        BeforeEach {
            Push-Location $place
            Get-ChildItem $place | Remove-Item -Recurse -Force
            $picture = "/v1/company/employees/$($sandbox.Tenant.PersonIds[0])/profile-picture"
        }

        AfterEach {
            Pop-Location
        }

        It 'writes unchanged bytes, relative to the current location' {
            Invoke-PersonioRequest $picture -OutFile picture.png | Should -BeNullOrEmpty

            [Convert]::ToHexString([System.IO.File]::ReadAllBytes("$place/picture.png")[0..7]) | Should -Be '89504E470D0A1A0A'
            (Get-ChildItem $place).Name | Should -Be 'picture.png'
        }

        It 'replaces an existing file, and leaves others alone' {
            Set-Content a.json old
            Set-Content a.json.part precious

            Invoke-PersonioRequest /v2/absence-types -OutFile a.json

            (Get-Content a.json -Raw | ConvertFrom-Json)._data | Should -Not -BeNullOrEmpty
            Get-Content a.json.part | Should -Be 'precious'
        }

        It 'leaves the old file unchanged if the request fails: <name>' -ForEach @(
            @{ Name = '404'; Fault = @{ Status = 404 } }
            @{ Name = 'a reset in the body'; Fault = @{ Kind = 'ResetInBody' } }
            @{ Name = 'a truncated body'; Fault = @{ Kind = 'TruncateBody' } }
        ) {
            Connect-To $sandbox @{ MaxRetry = 0 }
            Set-Content a.png old
            Add-Fault $sandbox ($fault + @{ PathPrefix = '/v1/company'; Times = -1 })

            Invoke-PersonioRequest $picture -OutFile a.png -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed | Should -HaveCount 1
            Get-Content a.png | Should -Be 'old'
            (Get-ChildItem $place).Name | Should -Be 'a.png'
        }

        It 'refuses an impossible destination before the request: <file>' -ForEach @(
            @{ File = 'no-folder/a.json'; Why = 'does not exist' }
            @{ File = 'Env:/a.json'; Why = 'not a valid file path' }
            @{ File = 'Nowhere:/a.json'; Why = 'not a valid file path' }
            @{ File = '.'; Why = 'not a valid file path' }
        ) {
            $fault = { Invoke-PersonioRequest /v2/absence-types -OutFile $file -ErrorAction Stop } |
                Should -Throw -ErrorId "InvalidRequest,$invoke" -PassThru

            $fault.Exception.Message | Should -Match $why
            @($sandbox.Requests).Count | Should -Be 0
            Get-ChildItem $place | Should -BeNullOrEmpty
        }
    }
}
