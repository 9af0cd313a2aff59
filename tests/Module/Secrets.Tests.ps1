BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 60 }
    $secret = Get-Secure $sandbox.ClientSecret
    $login = @{ ClientId = $sandbox.ClientId; ClientSecret = $secret; BaseUri = $sandbox.BaseUri }

    # Every form in which the secret or a token could come to light.
    function Get-Forbidden {
        $tokens = $sandbox.Requests.Authorization | Where-Object { $_ } | ForEach-Object { $_ -replace '^Bearer ' }
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

    # Everything an object shows of itself, in all the ways a user could look at it or keep it.
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

    # The text as JSON may write it: each character as its number.
    function Get-Escaped {
        param([string] $Text, [string] $Format)

        [string]::Concat(@($Text.ToCharArray() | ForEach-Object { '\u' + ([int] $_).ToString($Format) }))
    }

    # Fails with the beginning of the place where something secret stands.
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
    $sandbox.Dispose()
}

Describe 'Secrets and tokens' {
    BeforeEach {
        $sandbox.ClearFaults()
        $Error.Clear()
        $global:Error.Clear()
    }

    AfterEach {
        Get-PersonioSession -Name * | Disconnect-Personio
    }

    It 'appear in no stream of a usual working day' {
        $said = & {
            Connect-Personio @login -AppId MY_APP -PassThru -Verbose -Debug
            Get-PersonioPerson -Verbose -Debug
            Get-PersonioPerson -PersonId nobody -Verbose -Debug
            Invoke-PersonioRequest /v2/absence-types -Raw -Verbose -Debug
            $sandbox.ExpireTokens()
            Get-PersonioPerson -First 1 -Verbose -Debug
            Add-Fault $sandbox @{ Status = 500; PathPrefix = '/v2/persons' }
            Get-PersonioPerson -First 1 -Verbose -Debug
            New-PersonioAbsencePeriod 1 nothing 2026-03-02 -WhatIf -Verbose -Debug
            Disconnect-Personio -Revoke -Verbose -Debug
        } *>&1 | Out-String -Width 5000

        $said | Should -Match 'going on with a new one'
        $said | Should -Match '/v2/auth/revoke'
        Assert-Clean $said
    }

    It 'appear in no transcript' {
        $file = Join-Path ([System.IO.Path]::GetTempPath()) "personio-$([guid]::NewGuid()).txt"
        $engine = New-Engine {
            param($login, $file)
            $null = Start-Transcript $file -UseMinimalHeader
            $VerbosePreference = $DebugPreference = 'Continue'
            Connect-Personio @login -PassThru | Format-List * | Out-Default
            Get-PersonioPerson -First 2 | Out-Default
            Get-PersonioPerson -PersonId nobody
            $login.ClientSecret = ConvertTo-SecureString wrong -AsPlainText -Force
            Connect-Personio @login
        } $login.Clone(), $file

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

    It 'are not shown by a session, however one looks at it' {
        $session = Connect-Personio @login -PassThru
        $null = Get-PersonioPerson -First 1

        $text = @(
            $session | Get-Shown
            $session.PSObject.Properties | Out-String -Width 5000
            $session | Get-Member -Force | Out-String -Width 5000
            $session | Format-Custom -Depth 4 | Out-String -Width 5000
        ) -join "`n"

        $text | Should -Match $sandbox.ClientId
        Assert-Clean $text
    }

    It 'are in no file that Export-Clixml makes of a session' {
        $file = Join-Path ([System.IO.Path]::GetTempPath()) "personio-$([guid]::NewGuid()).xml"
        Connect-Personio @login -PassThru | Export-Clixml $file -Depth 5
        $null = Get-PersonioPerson -First 1

        $text = Get-Content $file -Raw
        Remove-Item $file

        $text | Should -Match $sandbox.ClientId
        Assert-Clean $text
    }

    It 'have no member of a session to stand in: whoever adds one has to think of it here' {
        [Personio.Client.PersonioSession].GetProperties().Name | Sort-Object | Should -Be @(
            'AbsenceEndReading', 'AppId', 'BaseUri', 'ClientId', 'ConnectedAt', 'IsConnected', 'MaxRetry', 'Name'
            'PartnerId', 'Scopes', 'ServerTime', 'Timeout', 'TokenExpiresAt'
        )
        [Personio.Client.PersonioSession].GetFields() | Should -BeNullOrEmpty
    }

    It 'are in no error that a server makes by repeating what it was sent: <name>' -ForEach @(
        @{ Name = 'the form of the token request'; Path = '/v2/auth/token'; Status = 400; Type = 'text/plain'
            Body = { 'grant_type=client_credentials&client_secret=' + [System.Net.WebUtility]::UrlEncode($sandbox.ClientSecret) } }
        @{ Name = 'the form with other escapes'; Path = '/v2/auth/token'; Status = 400; Type = 'text/plain'
            Body = { 'client_secret=' + [uri]::EscapeDataString($sandbox.ClientSecret) } }
        @{ Name = 'the secret as JSON'; Path = '/v2/auth/token'; Status = 401; Type = 'application/json'
            Body = { ConvertTo-Json @{ error = 'invalid_client'; error_description = "bad secret $($sandbox.ClientSecret)" } } }
        @{ Name = 'the secret as JSON with escapes of its own'; Path = '/v2/auth/token'; Status = 401; Type = 'application/json'
            Body = { '{"error":"' + (Get-Escaped $sandbox.ClientSecret 'X4') + '"}' } }
        @{ Name = 'the secret in Base64'; Path = '/v2/auth/token'; Status = 503; Type = 'text/plain'
            Body = { [Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes($sandbox.ClientSecret)) } }
        @{ Name = 'the secret in a success'; Path = '/v2/auth/token'; Status = 200; Type = 'text/plain'
            Body = { "client_secret=$($sandbox.ClientSecret)" } }
    ) {
        Add-Fault $sandbox @{ PathPrefix = $path; Status = $status; ContentType = $type; Kind = 'RawBody'; Times = -1; Body = (& $body) }

        $fault = $null
        $said = try { Connect-Personio @login -MaxRetry 0 -Verbose -Debug *>&1 } catch { $fault = $_; $_ | Get-Shown }

        $fault | Should -Not -BeNullOrEmpty
        Assert-Clean (($said | Out-String -Width 5000) + ($global:Error | Get-Shown | Out-String -Width 5000))
    }

    It 'are not shown where a token came in an answer that cannot be read' {
        Add-Fault $sandbox @{ PathPrefix = '/v2/auth/token'; Kind = 'RawBody'; ContentType = 'text/plain'; Body = '{"access_token":"papi-Geheimnis123","exp' }

        $fault = { Connect-Personio @login -MaxRetry 0 } |
            Should -Throw -ErrorId 'UnexpectedResponse,Personio.Commands.ConnectPersonioCommand' -PassThru

        ($fault | Get-Shown) -join "`n" | Should -Not -Match 'Geheimnis123'
    }

    It 'are in no error of a request whose answer repeats token or secret: <name>' -ForEach @(
        @{ Name = 'problem+json'; Type = 'application/problem+json'
            Body = { param($token) ConvertTo-Json @{ errors = @(@{ title = 'Bad'; detail = "Bearer $token / $($sandbox.ClientSecret)" }) } -Depth 3 } }
        @{ Name = 'plain text'; Type = 'text/plain'
            Body = { param($token) "Authorization: Bearer $token secret $([uri]::EscapeDataString($sandbox.ClientSecret))" } }
        @{ Name = 'JSON with escapes'; Type = 'application/json'
            Body = { param($token) '{"message":"' + (Get-Escaped "$token $($sandbox.ClientSecret)" 'x4') + '"}' } }
        @{ Name = 'the token in Base64'; Type = 'text/plain'
            Body = { param($token) [Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes($token)) } }
    ) {
        Connect-Personio @login
        $null = Get-PersonioPerson -First 1
        $token = @($sandbox.Requests)[-1].Authorization -replace '^Bearer '
        Add-Fault $sandbox @{ PathPrefix = '/v2/persons'; Status = 400; ContentType = $type; Kind = 'RawBody'; Times = -1; Body = (& $body $token) }

        $said = Get-PersonioPerson -Verbose -Debug -ErrorVariable failed *>&1
        $raw = Invoke-PersonioRequest /v2/persons -Raw -Verbose -Debug -ErrorVariable +failed *>&1

        $failed | Should -HaveCount 2
        Assert-Clean (($said, $raw | Out-String -Width 5000) + (($failed | Get-Shown) -join "`n"))
    }

    It 'are not in the log of what was typed when a secret comes as a SecureString' {
        (Get-Command Connect-Personio).Parameters.Values |
            Where-Object { $_.Name -match 'Secret$|Password|Token' -and $_.ParameterType -ne [securestring] } |
            Should -BeNullOrEmpty
    }

    It 'go to no other address: a redirect is not followed' {
        $other = Start-Sandbox @{ PersonCount = 1 }
        Connect-Personio @login
        Add-Fault $sandbox @{ PathPrefix = '/v2/persons'; Kind = 'RedirectTo'; Body = "$($other.BaseUri)v2/persons" }

        Get-PersonioPerson -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be 'UnexpectedResponse,Personio.Commands.GetPersonioPersonCommand'
        $failed.Exception.Message | Should -Match 'Redirects are not followed'
        @($other.Requests).Count | Should -Be 0
        $other.Dispose()
    }
}
