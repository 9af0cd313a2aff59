# Each test runs for both services: a row defines how to connect to and use a service, and where its sandbox responds.

BeforeDiscovery {
    $services = @(
        @{
            Service = 'Personio'; TokenPath = '^/v2/auth/token$'; ListPath = '^/v2/persons'; Ends = '/v2/auth/revoke'
            Connect = { Connect-Personio @login @args }
            First = { Get-PersonioPerson -First 1 @args }
            All = { Get-PersonioPerson @args }
            Missing = { Get-PersonioPerson -PersonId nobody @args }
            Raw = { Invoke-PersonioRequest /v2/persons -Raw @args }
            Plan = { New-PersonioAbsencePeriod 1 nothing 2026-03-02 -WhatIf @args }
            Disconnect = { Disconnect-Personio -Revoke @args }
            Type = 'Personio.Client.PersonioSession'
            Members = 'AbsenceEndReading', 'AppId', 'BaseUri', 'ClientId', 'ConnectedAt', 'IsConnected', 'MaxRetry', 'Name', 'PartnerId', 'Scopes',
            'ServerTime', 'Timeout', 'TokenExpiresAt'
        }
        @{
            Service = 'PingOne'; TokenPath = '/as/token$'; ListPath = '/users$'; Ends = '/users'
            Connect = { Connect-PingOne @login @args }
            First = { Get-PingOneUser -First 1 @args }
            All = { Get-PingOneUser @args }
            Missing = { Get-PingOneUser -UserId 00000000-0000-4000-8000-000000000000 @args }
            Raw = { Invoke-PingOneRequest /users -Raw @args }
            Plan = { New-PingOneUser nobody.new -Title None -WhatIf @args }
            Disconnect = { Disconnect-PingOne @args }
            Type = 'Personio.PingOne.PingOneSession'
            Members = 'ApiBaseUri', 'AuthBaseUri', 'AuthEnvironmentId', 'ClientId', 'ConnectedAt', 'EnvironmentId', 'EnvironmentLabel', 'EnvironmentName',
            'EnvironmentType', 'IsConnected', 'MaxRetry', 'Name', 'Region', 'RequestsPerSecond', 'Timeout', 'TokenExpiresAt'
        }
    )
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $company = Start-Sandbox @{ PersonCount = 60 }

    # Connects to a service.
    function Get-Login {
        $login = @{ ClientId = $sandbox.ClientId; ClientSecret = Get-Secure $sandbox.ClientSecret }
        $login + ($service -eq 'PingOne' ?
            @{ EnvironmentId = $sandbox.EnvironmentId; Region = 'EU'; ApiBaseUri = $sandbox.ApiBaseUri; AuthBaseUri = $sandbox.AuthBaseUri } :
            @{ BaseUri = $sandbox.BaseUri })
    }

    # Returns every form in which the secret or a token could be exposed.
    function Get-Forbidden {
        $tokens = $sandbox.Requests.Authorization | Where-Object { $_ } | ForEach-Object { $_ -replace '^(Bearer|Basic) ' }
        foreach ($text in @($sandbox.ClientSecret) + $tokens | Sort-Object -Unique) {
            $text
            [uri]::EscapeDataString($text)
            [System.Security.SecurityElement]::Escape($text)
            [System.Net.WebUtility]::UrlEncode($text)
            [System.Text.Json.JsonEncodedText]::Encode($text).ToString()
            ConvertTo-Json $text | ForEach-Object Trim '"'
            [Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes($text))
            [Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes("$($sandbox.ClientId):$text"))
        }
    }

    # Returns everything an object shows, in every way a user could display or save it.
    function Get-Shown {
        param([Parameter(ValueFromPipeline)] $InputObject)

        process {
            "$InputObject"
            $InputObject | Out-String -Width 500
            $InputObject | Format-List * -Force | Out-String -Width 5000
            $InputObject | ConvertTo-Json -Depth 3 -WarningAction SilentlyContinue
            $InputObject | ConvertTo-Csv
            [System.Management.Automation.PSSerializer]::Serialize($InputObject, 4)
            if ($InputObject -is [System.Management.Automation.ErrorRecord]) {
                Get-Error -InputObject $InputObject | Out-String -Width 5000
                for ($fault = $InputObject.Exception; $fault; $fault = $fault.InnerException) {
                    $fault.ToString()
                    $fault | Format-List * -Force | Out-String -Width 5000
                }
            }
        }
    }

    # Returns the text as JSON may escape it: each character as its number.
    function Get-Escaped {
        param([string] $Text, [string] $Format)

        [string]::Concat(@($Text.ToCharArray() | ForEach-Object { '\u' + ([int] $_).ToString($Format) }))
    }

    # Fails with the start of the text that contains a secret.
    function Assert-Clean {
        param([string] $Text)

        $Text.Length | Should -BeGreaterThan 100
        foreach ($form in Get-Forbidden | Sort-Object -Unique) {
            $at = $Text.IndexOf($form, [StringComparison]::OrdinalIgnoreCase)
            $near = if ($at -ge 0) { $Text.Substring([Math]::Max(0, $at - 120), [Math]::Min(120, $at)) }
            $at | Should -Be -1 -Because "nothing secret may stand after: $near"
        }
    }
}

AfterAll {
    $company.Dispose()
}

Describe 'Secrets and tokens of <service>' -ForEach $services {
    BeforeAll {
        $sandbox = $service -eq 'PingOne' ? $company.PingOne : $company
        $login = Get-Login
    }

    BeforeEach {
        $sandbox.ClearFaults()
        $Error.Clear()
        $global:Error.Clear()
    }

    AfterEach {
        Get-PersonioSession -Name * | Disconnect-Personio
        Get-PingOneSession -Name * | Disconnect-PingOne
    }

    It 'appear in no stream during typical use' {
        $said = & {
            & $connect -Verbose -Debug -PassThru
            & $all -Verbose -Debug
            & $missing -Verbose -Debug
            & $raw -Verbose -Debug
            $sandbox.ExpireTokens()
            & $first -Verbose -Debug
            Add-Fault $sandbox @{ Status = 500; PathPattern = $listPath }
            & $first -Verbose -Debug
            & $plan -Verbose -Debug
            & $disconnect -Verbose -Debug
        } *>&1 | Out-String -Width 5000

        $said | Should -Match 'going on with a new one'
        $said | Should -Match $ends
        Assert-Clean $said
    }

    It 'appear in no transcript' {
        $file = Join-Path ([System.IO.Path]::GetTempPath()) "personio-$([guid]::NewGuid()).txt"
        $engine = New-Engine {
            param($login, $file, $connect, $all, $missing)
            $connect, $all, $missing = $connect, $all, $missing | ForEach-Object { [scriptblock]::Create($_) }
            $null = Start-Transcript $file -UseMinimalHeader
            $VerbosePreference = $DebugPreference = 'Continue'
            & $connect -PassThru | Format-List * | Out-Default
            & $all | Select-Object -First 2 | Out-Default
            & $missing
            $login.ClientSecret = ConvertTo-SecureString wrong -AsPlainText -Force
            & $connect
        } $login.Clone(), $file, "$connect", "$all", "$missing"

        try {
            $null = $engine.Invoke()
        }
        catch {
            $_.Exception.Message | Should -Match 'did not accept the credential'
        }

        $engine.Commands.Clear()
        $null = $engine.AddScript('Stop-Transcript').Invoke()
        Remove-Engine $engine
        $text = Get-Content $file -Raw
        Remove-Item $file

        $text | Should -Match 'ClientId'
        Assert-Clean $text
    }

    It 'are not exposed by a session, however it is displayed' {
        $session = & $connect -PassThru
        $null = & $first

        $text = @(
            $session | Get-Shown
            $session.PSObject.Properties | Out-String -Width 5000
            $session | Get-Member -Force | Out-String -Width 5000
            $session | Format-Custom -Depth 4 | Out-String -Width 5000
        ) -join "`n"

        $text | Should -Match $sandbox.ClientId
        Assert-Clean $text
    }

    It 'are in no file that Export-Clixml writes for a session' {
        $file = Join-Path ([System.IO.Path]::GetTempPath()) "personio-$([guid]::NewGuid()).xml"
        & $connect -PassThru | Export-Clixml $file -Depth 5
        $null = & $first

        $text = Get-Content $file -Raw
        Remove-Item $file

        $text | Should -Match $sandbox.ClientId
        Assert-Clean $text
    }

    It 'are in no member of a session: whoever adds a member must consider this test' {
        ($type -as [type]).GetProperties().Name | Sort-Object | Should -Be $members
        ($type -as [type]).GetFields() | Should -BeNullOrEmpty
    }

    It 'are in no error if a server repeats what it was sent: <name>' -ForEach @(
        @{ Name = 'the form of the token request'; Status = 400; Media = 'text/plain'
            Body = { 'grant_type=client_credentials&client_secret=' + [System.Net.WebUtility]::UrlEncode($sandbox.ClientSecret) } }
        @{ Name = 'the form with other escapes'; Status = 400; Media = 'text/plain'
            Body = { 'client_secret=' + [uri]::EscapeDataString($sandbox.ClientSecret) } }
        @{ Name = 'the secret as JSON'; Status = 401; Media = 'application/json'
            Body = { ConvertTo-Json @{ error = 'invalid_client'; error_description = "bad secret $($sandbox.ClientSecret)" } } }
        @{ Name = 'the secret as JSON with escapes of its own'; Status = 401; Media = 'application/json'
            Body = { '{"error":"' + (Get-Escaped $sandbox.ClientSecret 'X4') + '"}' } }
        @{ Name = 'the secret in Base64'; Status = 503; Media = 'text/plain'
            Body = { [Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes($sandbox.ClientSecret)) } }
        @{ Name = 'the secret in a success'; Status = 200; Media = 'text/plain'
            Body = { "client_secret=$($sandbox.ClientSecret)" } }
    ) {
        Add-Fault $sandbox @{ PathPattern = $tokenPath; Status = $status; ContentType = $media; Kind = 'RawBody'; Times = -1; Body = (& $body) }

        $fault = $null
        $said = try { & $connect -Verbose -Debug -MaxRetry 0 *>&1 } catch { $fault = $_; $_ | Get-Shown }

        $fault | Should -Not -BeNullOrEmpty
        Assert-Clean (($said | Out-String -Width 5000) + ($global:Error | Get-Shown | Out-String -Width 5000))
    }

    It 'are not exposed if a token is in an unreadable response' {
        Add-Fault $sandbox @{ PathPattern = $tokenPath; Kind = 'RawBody'; ContentType = 'text/plain'; Body = '{"access_token":"papi-Geheimnis123","exp' }

        $fault = { & $connect -MaxRetry 0 } |
            Should -Throw -ErrorId 'UnexpectedResponse,Personio.Commands.Connect*Command' -PassThru

        ($fault | Get-Shown) -join "`n" | Should -Not -Match 'Geheimnis123'
    }

    It 'are in no error of a request whose response repeats token or secret: <name>' -ForEach @(
        @{ Name = 'problem+json'; Media = 'application/problem+json'
            Body = { param($token) ConvertTo-Json @{ errors = @(@{ title = 'Bad'; detail = "Bearer $token / $($sandbox.ClientSecret)" }) } -Depth 3 } }
        @{ Name = 'plain text'; Media = 'text/plain'
            Body = { param($token) "Authorization: Bearer $token secret $([uri]::EscapeDataString($sandbox.ClientSecret))" } }
        @{ Name = 'JSON with escapes'; Media = 'application/json'
            Body = { param($token) '{"message":"' + (Get-Escaped "$token $($sandbox.ClientSecret)" 'x4') + '"}' } }
        @{ Name = 'the token in Base64'; Media = 'text/plain'
            Body = { param($token) [Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes($token)) } }
    ) {
        & $connect
        $null = & $first
        $token = @($sandbox.Requests)[-1].Authorization -replace '^Bearer '
        Add-Fault $sandbox @{ PathPattern = $listPath; Status = 400; ContentType = $media; Kind = 'RawBody'; Times = -1; Body = (& $body $token) }

        $global:Error.Clear()
        $said = & $all -Verbose -Debug *>&1
        $text = & $raw -Verbose -Debug *>&1

        $failed = @($said) + @($text) | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }
        $failed | Should -HaveCount 2
        Assert-Clean (($said, $text | Out-String -Width 5000) + (($failed | Get-Shown) -join "`n"))
    }

    It 'are not in the command history if the secret is passed as a SecureString' {
        (Get-Command "Connect-$service").Parameters.Values |
            Where-Object { $_.Name -match 'Secret$|Password|Token' -and $_.ParameterType -ne [securestring] } |
            Should -BeNullOrEmpty
    }

    It 'are sent to no other address: a redirect is not followed' {
        $other = Start-Sandbox @{ PersonCount = 1 }
        & $connect
        Add-Fault $sandbox @{ PathPattern = $listPath; Kind = 'RedirectTo'; Body = "$($other.BaseUri)v2/persons" }

        $failed = & $all 2>&1

        $failed.FullyQualifiedErrorId | Should -BeLike 'UnexpectedResponse,*'
        $failed.Exception.Message | Should -Match 'Redirects are not followed'
        @($other.Requests).Count | Should -Be 0
        $other.Dispose()
    }

    It 'are sent to no other address: a next link to another origin is an error' {
        $other = Start-Sandbox @{ PersonCount = 1 }
        $link = "$($other.BaseUri)v2/persons"
        & $connect
        Add-Fault $sandbox @{ PathPattern = $listPath; Kind = 'RawBody'; Status = 200; ContentType = 'application/json'
            Body = '{"_data":[{"id":"1"}],"_meta":{"links":{"next":{"href":"LINK"}}},"_embedded":{"users":[{"id":"1"}]},"_links":{"next":{"href":"LINK"}}}'.Replace('LINK', $link) }

        $failed = @(& $all 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })

        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'UnexpectedResponse,*'
        @($other.Requests).Count | Should -Be 0
        $other.Dispose()
    }
}
