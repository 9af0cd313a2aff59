BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"

    # Makes up the mandatory parameters of a cmdlet by their types and, for a change, something to change.
    function Get-Argument {
        param([System.Management.Automation.CommandInfo] $Command)

        $with = @{}
        $set = $Command.ParameterSets | Where-Object IsDefault
        foreach ($parameter in ($set ?? $Command.ParameterSets[0]).Parameters) {
            if (-not $parameter.IsMandatory) {
                continue
            }

            $type = [nullable]::GetUnderlyingType($parameter.ParameterType) ?? $parameter.ParameterType
            $with[$parameter.Name] = switch -Regex ("$($type.Name) $($parameter.Name)") {
                'DateTime' { '2026-03-02'; break }
                '^Uri ' { 'https://example.org'; break }
                'Path$' { $Command.Verb -eq 'Import' ? 'rows.csv' : $Command.Noun -eq 'PersonioRequest' ? '/v2/persons' : $PSCommandPath; break }
                'EnabledEvent' { 'person.created'; break }
                default { if ($type.IsEnum) { [enum]::GetNames($type)[0] } else { '1' } }
            }
        }

        if ($Command.Verb -eq 'Set') {
            $what = 'Comment', 'Description', 'LastName', 'Position', 'Name' |
                Where-Object { $Command.Parameters.ContainsKey($_) } | Select-Object -First 1
            $with[$what] = 'x'
            'PersonId', ($Command.Noun -replace '^Personio(.*)', '$1Id') |
                Where-Object { $Command.Parameters.ContainsKey($_) } | ForEach-Object { $with[$_] = '1' }
        }

        # Not mandatory, but one of several is required.
        if ($Command.Name -eq 'New-PersonioAbsencePeriod') {
            $with['EndDate'] = '2026-03-03'
        }

        if ($Command.Name -eq 'Send-PersonioWebhookEvent') {
            $with['OccurredAfter'] = '2026-03-02'
        }

        # Accepts persons from the pipeline, but no IDs.
        if ($Command.Name -eq 'Get-PersonioOrgChart') {
            $with['Depth'] = '1'
        }

        # Accepts no input, not even from the pipeline.
        if ($Command.Name -eq 'Test-PersonioAccess') {
            $with['WarningAction'] = 'SilentlyContinue'
        }

        $with
    }

    $connected = Get-Command -Module Personio |
        # Also sums up rows of a file without a session.
        Where-Object { $_.ImplementingType.IsSubclassOf([type] 'Personio.ConnectedCmdletBase') -and $_.Name -ne 'Measure-PersonioAttendance' } |
        ForEach-Object { @{ Cmdlet = $_.Name; Id = $_.ImplementingType.FullName; With = Get-Argument $_ } }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 3 }
    $secret = Get-Secure $sandbox.ClientSecret
    $login = @{ ClientId = $sandbox.ClientId; ClientSecret = $secret; BaseUri = $sandbox.BaseUri }
    $class = 'Personio.Commands.ConnectPersonioCommand'

    # Returns the form of the latest token request.
    function Get-TokenForm {
        $body = ($sandbox.Requests | Where-Object Path -EQ '/v2/auth/token')[-1].Body
        $form = @{}
        $body -split '&' | ForEach-Object {
            $name, $value = $_ -split '=', 2
            $form[$name] = [System.Net.WebUtility]::UrlDecode($value)
        }
        $form
    }
}

AfterAll {
    Get-PersonioSession -Name * | Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'Connect-Personio' {
    BeforeEach {
        $sandbox.ClearRequests()
        $sandbox.ClearFaults()
    }

    AfterEach {
        Get-PersonioSession -Name * | Disconnect-Personio
        Get-ChildItem Env:PERSONIO_* | Where-Object Name -NE PERSONIO_TEST_MANIFEST | Remove-Item
    }

    It 'connects with client id and secret, requests the token immediately, and writes nothing' {
        Connect-Personio @login | Should -BeNullOrEmpty

        Get-Sent $sandbox | Should -Be 'POST /v2/auth/token'
        (Get-TokenForm).client_secret | Should -BeExactly $sandbox.ClientSecret
        (Get-PersonioSession).ClientId | Should -Be $sandbox.ClientId
        (Get-PersonioSession).Name | Should -Be 'Default'
    }

    It 'explains how to pass a secret that was typed as text, and does not repeat it' {
        $failed = { Connect-Personio -ClientId papi-1 -ClientSecret TypedAsText } | Should -Throw -PassThru

        $failed.FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentTransformationError,*'
        "$failed" | Should -BeLike '*Plain-text secrets are not accepted*(Get-Credential)*-AsSecureString*PERSONIO_CLIENT_SECRET*'
        "$failed $($failed.Exception) $($failed.TargetObject)" | Should -Not -Match 'TypedAsText'
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'connects with a credential, also by position' {
        $credential = [pscredential]::new($sandbox.ClientId, $secret)

        Connect-Personio $credential -BaseUri $sandbox.BaseUri

        Get-PersonioPerson | Should -HaveCount 3
    }

    It 'uses credential, address, app id and partner id from the environment and says so on Verbose' {
        $env:PERSONIO_CLIENT_ID = $sandbox.ClientId
        $env:PERSONIO_CLIENT_SECRET = $sandbox.ClientSecret
        $env:PERSONIO_BASE_URL = $sandbox.BaseUri
        $env:PERSONIO_APP_ID = 'MY_APP'
        $env:PERSONIO_PARTNER_ID = 'MY_PARTNER'

        $told = Connect-Personio -Verbose 4>&1

        $told -join "`n" | Should -Match 'PERSONIO_CLIENT_ID and PERSONIO_CLIENT_SECRET'
        $told -join "`n" | Should -Match 'PERSONIO_BASE_URL'
        Get-PersonioSession | ForEach-Object { $_.AppId; $_.PartnerId } | Should -Be 'MY_APP', 'MY_PARTNER'
        Get-PersonioPerson | Should -HaveCount 3
    }

    It 'prefers parameters to the environment' {
        $env:PERSONIO_CLIENT_ID = 'papi-other'
        $env:PERSONIO_BASE_URL = 'https://nowhere.invalid'
        $env:PERSONIO_APP_ID = 'OTHER'

        Connect-Personio @login -AppId MINE

        (Get-PersonioSession).AppId | Should -Be 'MINE'
        (Get-PersonioSession).BaseUri | Should -Be $sandbox.BaseUri
    }

    It 'ignores <what> around client id and secret' -ForEach @(
        @{ What = 'spaces and line breaks'; Before = "  "; After = "`r`n" }
        @{ What = 'invisible characters'; Before = [string][char]0xFEFF; After = "$([char]0x200B)$([char]0x00A0)$([char]0x2060)" }
    ) {
        Connect-Personio -ClientId "$before$($sandbox.ClientId)$after" -ClientSecret (Get-Secure "$before$($sandbox.ClientSecret)$after") -BaseUri $sandbox.BaseUri
        Get-PersonioPerson | Should -HaveCount 3

        $env:PERSONIO_CLIENT_ID = "$before$($sandbox.ClientId)$after"
        $env:PERSONIO_CLIENT_SECRET = "$before$($sandbox.ClientSecret)$after"
        Connect-Personio -BaseUri $sandbox.BaseUri
        Get-PersonioPerson | Should -HaveCount 3
    }

    It 'notices swapped client id and secret before any request, and shows neither' {
        $fault = { Connect-Personio -ClientId 'Secret1234' -ClientSecret (Get-Secure $sandbox.ClientId) -BaseUri $sandbox.BaseUri } |
            Should -Throw -ErrorId "AuthenticationFailed,$class" -PassThru

        $fault.Exception.Message | Should -BeLike '*swapped*'
        "$fault $($fault.Exception) $($fault.TargetObject)" | Should -Not -Match "Secret1234|$($sandbox.ClientId)"
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'names the variable that is not set: <missing>' -ForEach @(
        @{ Missing = 'PERSONIO_CLIENT_ID'; Set = 'PERSONIO_CLIENT_SECRET' }
        @{ Missing = 'PERSONIO_CLIENT_SECRET'; Set = 'PERSONIO_CLIENT_ID' }
    ) {
        Set-Item "env:$set" 'papi-something'
        Set-Item "env:$missing" ' '

        { Connect-Personio } | Should -Throw -ErrorId "AuthenticationFailed,$class" -ExpectedMessage "$set is set in the environment, but $missing is not*"
    }

    It 'reports a mistyped scope, and suggests the likely one' {
        $fault = { Connect-Personio @login -Scope personio:absences:read, personio:person:read } |
            Should -Throw -ErrorId "AuthenticationFailed,$class" -PassThru

        $fault.Exception.Message | Should -BeLike "*'personio:person:read' (did you mean 'personio:persons:read'?)*"
        $fault.Exception.Message | Should -Not -Match "'personio:absences:read'"
    }

    It 'explains what to type without any credential' {
        $fault = { Connect-Personio } | Should -Throw -ErrorId "AuthenticationFailed,$class" -PassThru

        $fault.Exception.Message | Should -Match 'Connect-Personio -Credential'
        $fault.Exception.Message | Should -Match 'PERSONIO_CLIENT_ID'
        $fault.Exception.Message | Should -Match 'Connect-Personio -Sandbox'
    }

    It 'refuses an invalid address from the environment (<address>)' -ForEach @(
        @{ Address = 'https://' }
        @{ Address = 'api.personio.de' }
    ) {
        $env:PERSONIO_CLIENT_ID = $sandbox.ClientId
        $env:PERSONIO_CLIENT_SECRET = $sandbox.ClientSecret
        $env:PERSONIO_BASE_URL = $address

        $fault = { Connect-Personio } | Should -Throw -ErrorId "InvalidRequest,$class" -PassThru

        $fault.Exception.Message | Should -Match ([regex]::Escape("'$address' is not a web address"))
        $fault.Exception.Message | Should -Match 'PERSONIO_BASE_URL'
    }

    It 'starts its own sandbox of the requested size' {
        Connect-Personio -Sandbox -SandboxPersonCount 7

        Get-PersonioPerson | Should -HaveCount 7
        (Get-PersonioSession).BaseUri.IsLoopback | Should -BeTrue
    }

    It 'starts a plausible company, and with -SandboxHostile one that breaks careless scripts' {
        $all = @{}
        foreach ($hostile in $false, $true) {
            Connect-Personio -Sandbox -SandboxPersonCount 30 -SandboxHostile:$hostile
            Connect-PingOne -Sandbox
            $all[$hostile] = @(
                (Get-PersonioPerson).DisplayName
                (Get-PersonioDocument 4100).Name
                (Get-PingOneUser).UserName -like 'hostile*'
            )
            Disconnect-PingOne
            Disconnect-Personio
        }

        $all[$false] -match '^[=@+-]|["\/]|^hostile' | Should -BeNullOrEmpty
        $all[$true] -match '^=' | Should -Not -BeNullOrEmpty
        $all[$true] | Should -Contain '../x'
        $all[$true] -like 'hostile*' | Should -Not -BeNullOrEmpty
    }

    It 'exposes no control API of the sandbox, and nothing to web pages' {
        Connect-Personio -Sandbox -SandboxPersonCount 1
        $address = (Get-PersonioSession).BaseUri

        foreach ($path in 'sandbox', 'sandbox/credentials', 'sandbox/requests') {
            $answer = Invoke-WebRequest ([uri]::new($address, $path)) -SkipHttpErrorCheck
            $answer.StatusCode | Should -Be 404
            $answer.Content | Should -Not -Match 'clientSecret|knobs|rawTarget'
        }

        $headers = @{ Origin = 'https://attacker.example' }
        (Invoke-WebRequest ([uri]::new($address, 'v2/persons')) -Headers $headers -SkipHttpErrorCheck).StatusCode | Should -Be 403
    }

    It 'returns the session with -PassThru and names it with -Name' {
        $session = Connect-Personio @login -Name Production -PassThru

        $session | Should -BeOfType Personio.Client.PersonioSession
        $session.Name | Should -Be 'Production'
        $session.IsConnected | Should -BeTrue
        $session.Scopes | Should -Contain 'personio:persons:read'
        [Math]::Abs(($session.TokenExpiresAt - [DateTimeOffset]::Now).TotalHours - 24) | Should -BeLessThan 0.1
        [Math]::Abs(($session.ServerTime - [DateTimeOffset]::Now).TotalMinutes) | Should -BeLessThan 5
    }

    It 'replaces a session of the same name, in any case' {
        Connect-Personio @login -Name one
        Connect-Personio @login -Name ONE

        Get-PersonioSession -Name * | Should -HaveCount 1
        (Get-PersonioSession).Name | Should -BeExactly 'ONE'
    }

    It 'leaves a replaced session alone if it is still referenced (<how>)' -ForEach @(
        @{ How = '-PassThru'; Hold = { Connect-Personio @login -PassThru } }
        @{ How = 'Get-PersonioSession'; Hold = { Connect-Personio @login; Get-PersonioSession } }
    ) {
        $held = . $hold
        Connect-Personio @login

        Get-PersonioPerson -Session $held | Should -HaveCount 3
        (Get-PersonioSession) | Should -Not -Be $held
        $held.Dispose()
    }

    It 'ends an unreferenced session when another one of its name is selected' {
        $held = Connect-Personio @login -Name One -PassThru
        Connect-Personio @login -Name one
        # Not Get-PersonioSession, because its output would keep a reference.
        $table = [Personio.Commands.ConnectPersonioCommand].Assembly.GetType('Personio.SessionTable`1').MakeGenericType($held.GetType())
        $other = $table.GetMethod('Find').Invoke($table.GetProperty('InRunspace').GetValue($null), @('One'))

        Select-PersonioSession $held

        $other.IsConnected | Should -BeFalse
        Get-PersonioSession * | Should -Be $held
        Get-PersonioPerson | Should -HaveCount 3
    }

    It 'keeps the existing session if a new one of its name cannot be created' {
        Connect-Personio @login

        { Connect-Personio -ClientId papi-x -ClientSecret (Get-Secure 'wrong') -BaseUri $sandbox.BaseUri } |
            Should -Throw -ErrorId "AuthenticationFailed,$class"

        { Get-PersonioPerson } | Should -Throw -ErrorId 'NotConnected*'
        Get-PersonioPerson -Session Default | Should -HaveCount 3
    }

    It 'fails with Personio''s message if the secret is wrong, and does not show it' {
        $fault = { Connect-Personio -ClientId $sandbox.ClientId -ClientSecret (Get-Secure 'papi-geheim') -BaseUri $sandbox.BaseUri } |
            Should -Throw -ErrorId "AuthenticationFailed,$class" -PassThru

        $fault.CategoryInfo.Category | Should -Be 'AuthenticationError'
        $fault.Exception.Message | Should -Match 'invalid_client: Client authentication failed \(e\.g\.'
        $fault.Exception.Message | Should -Match 'Marketplace > Connected integrations'
        $fault.Exception.Message | Should -Match 'Trace id: [0-9a-f-]{36}'
        $fault.Exception.StatusCode | Should -Be 400
        $fault | Format-List * -Force | Out-String | Should -Not -Match 'geheim'
        Get-Sent $sandbox | Should -HaveCount 1
        Get-PersonioSession | Should -BeNullOrEmpty
    }

    It 'also treats a 401 of the token endpoint as a wrong credential' {
        Add-Fault $sandbox @{ PathPrefix = '/v2/auth/token'; Status = 401 }

        { Connect-Personio @login } | Should -Throw -ErrorId "AuthenticationFailed,$class"
    }

    It 'sends every character of a secret unchanged: <text>' -ForEach @(
        @{ Text = 'a b+c&d=e%f' }
        @{ Text = 'ü€"''<>\/?#' }
        @{ Text = "`$(Get-Date)``n" }
    ) {
        { Connect-Personio -ClientId 'papi-ä&=' -ClientSecret (Get-Secure $text) -BaseUri $sandbox.BaseUri } |
            Should -Throw -ErrorId "AuthenticationFailed,$class"

        (Get-TokenForm).client_secret | Should -BeExactly $text
        (Get-TokenForm).client_id | Should -BeExactly 'papi-ä&='
    }

    It 'refuses <address> because <why>, before any request' -ForEach @(
        @{ Address = 'http://api.personio.de'; Why = 'it is not encrypted' }
        @{ Address = 'http://127.0.0.1.example.org'; Why = 'it is not encrypted' }
        @{ Address = 'https://api.personio.de/v2'; Why = 'Specify https://api.personio.de:' }
        @{ Address = 'https://api.personio.de/?x=1'; Why = 'more than an origin' }
        @{ Address = 'https://user:geheim@api.personio.de'; Why = 'user info' }
        @{ Address = 'api.personio.de'; Why = 'not a web address' }
        @{ Address = 'ftp://api.personio.de'; Why = 'not a web address' }
    ) {
        $fault = { Connect-Personio -ClientId papi-x -ClientSecret $secret -BaseUri $address } |
            Should -Throw -ErrorId "InvalidRequest,$class" -PassThru

        $fault.CategoryInfo.Category | Should -Be 'InvalidArgument'
        $fault.Exception.Message | Should -Match ([regex]::Escape(($why -replace '^it is ')))
        $fault | Format-List * -Force | Out-String | Should -Not -Match 'geheim'
        "$($fault.CategoryInfo)" | Should -Not -Match 'geheim'
    }

    It 'accepts an address with and without a trailing slash' {
        $origin = "$($sandbox.BaseUri)".TrimEnd('/')

        $one = Connect-Personio -ClientId $sandbox.ClientId -ClientSecret $secret -BaseUri $origin -PassThru
        $other = Connect-Personio -ClientId $sandbox.ClientId -ClientSecret $secret -BaseUri "$origin/" -PassThru

        $one.BaseUri | Should -Be $other.BaseUri
        Get-PersonioPerson -Session $one | Should -HaveCount 3
        $one.Dispose()
    }

    It 'refuses the <parameter> <value> and explains the rule' -ForEach @(
        @{ Parameter = 'AppId'; Value = 'my app'; Name = 'app id' }
        @{ Parameter = 'AppId'; Value = 'my_app'; Name = 'app id' }
        @{ Parameter = 'AppId'; Value = "MY_APP`r`nX-Evil: 1"; Name = 'app id' }
        @{ Parameter = 'PartnerId'; Value = 'MY-PARTNER'; Name = 'partner id' }
    ) {
        $wrong = @{ $parameter = $value }

        $fault = { Connect-Personio @login @wrong } | Should -Throw -ErrorId "InvalidRequest,$class" -PassThru

        $fault.Exception.Message | Should -Match "cannot be the ${name}: Personio wants UPPER_SNAKE_CASE"
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'sends app id and partner id with each request' {
        Connect-Personio @login -AppId MY_COMPANY_SYNC -PartnerId PARTNER2
        $null = Get-PersonioPerson

        $headers = @($sandbox.Requests)[-1].Headers
        $headers['X-Personio-App-ID'] | Should -Be 'MY_COMPANY_SYNC'
        $headers['X-Personio-Partner-ID'] | Should -Be 'PARTNER2'
    }

    It 'sends neither by default' {
        Connect-Personio @login
        $null = Get-PersonioPerson

        @($sandbox.Requests)[-1].Headers.Keys | Should -Not -Contain 'X-Personio-App-ID'
        @($sandbox.Requests)[-1].Headers.Keys | Should -Not -Contain 'X-Personio-Partner-ID'
    }

    It 'requests only the scopes of -Scope, and does not warn of others' {
        Connect-Personio @login -Scope personio:absences:read, personio:attendances:read -WarningVariable warned

        (Get-TokenForm).scope | Should -Be 'personio:absences:read personio:attendances:read'
        (Get-PersonioSession).Scopes | Should -Be 'personio:absences:read', 'personio:attendances:read'
        $warned | Should -BeNullOrEmpty
    }

    It 'explains a scope that the credential does not have' {
        $fault = { Connect-Personio @login -Scope personio:nonsense:read } |
            Should -Throw -ErrorId "AuthenticationFailed,$class" -PassThru

        $fault.Exception.Message | Should -Match 'invalid_scope'
        $fault.Exception.Message | Should -Match 'Without -Scope'
    }

    It 'warns immediately if the credential cannot read persons' {
        $sandbox.RevokeScope('personio:persons:read')
        try {
            Connect-Personio @login -WarningVariable warned -WarningAction SilentlyContinue
        }
        finally {
            $sandbox.GrantScope('personio:persons:read')
        }

        $warned | Should -HaveCount 1
        $warned[0].Message | Should -Match 'token does not name the scope personio:persons:read'
        $warned[0].Message | Should -Match 'create a new integration'
    }

    It 'fails with ConnectionFailed if nothing listens, and says where' {
        $port = Get-FreePort
        $watch = [System.Diagnostics.Stopwatch]::StartNew()

        $fault = { Connect-Personio -ClientId papi-x -ClientSecret $secret -BaseUri "http://127.0.0.1:$port" } |
            Should -Throw -ErrorId "ConnectionFailed,$class" -PassThru

        $watch.Elapsed.TotalSeconds | Should -BeLessThan 4
        $fault.CategoryInfo.Category | Should -Be 'ConnectionError'
        $fault.Exception.Message | Should -Match "127\.0\.0\.1:$port"
        $fault.Exception.Message | Should -Match 'Check network, proxy and base address'
    }

    It 'fails with TimedOut if no response arrives within -TimeoutSec' {
        Add-Fault $sandbox @{ PathPrefix = '/v2/auth/token'; Kind = 'StallBody'; Times = -1 }

        $fault = { Connect-Personio @login -TimeoutSec 1 -MaxRetry 0 } |
            Should -Throw -ErrorId "TimedOut,$class" -PassThru

        $fault.CategoryInfo.Category | Should -Be 'OperationTimeout'
        $fault.Exception.Message | Should -Match 'No answer within 1 s'
    }

    It 'reports a web page instead of a token as an unexpected response' {
        Add-Fault $sandbox @{ PathPrefix = '/v2/auth/token'; Kind = 'HtmlError'; Status = 200 }

        $fault = { Connect-Personio @login } | Should -Throw -ErrorId "UnexpectedResponse,$class" -PassThru

        $fault.Exception.Message | Should -Match 'A web page came instead of JSON'
    }
}

Describe 'Connect-Personio -SecretName' {
    It 'says which module to install if there is no Get-Secret' {
        $said = Invoke-NewProcess -Script {
            $env:PSModulePath = "$PSHOME/Modules"
            Import-Module $env:PERSONIO_TEST_MANIFEST
            try { Connect-Personio -SecretName Api }
            catch { "$($_.FullyQualifiedErrorId): $($_.Exception.Message)" }
        }

        $said | Should -Match "AuthenticationFailed,$class"
        $said | Should -Match 'Install-PSResource Microsoft.PowerShell.SecretManagement'
    }
}

Describe 'A cmdlet that needs a session' {
    BeforeAll {
        Push-Location TestDrive:/
        'PersonId,AbsenceType,StartDate,EndDate,Type,Start,End', '1,Vacation,2026-03-02,2026-03-03,Work,2026-03-02T08:00,2026-03-02T16:00' |
            Set-Content rows.csv
    }

    AfterAll {
        Pop-Location
    }

    AfterEach {
        Get-PersonioSession -Name * | Disconnect-Personio
    }

    It 'explains what to type without a session: <cmdlet>' -ForEach $connected {
        $fault = { & $cmdlet @with -ErrorAction SilentlyContinue } |
            Should -Throw -ErrorId "NotConnected,$id" -PassThru

        $fault.CategoryInfo.Category | Should -Be 'ConnectionError'
        $fault.Exception.Message | Should -Match 'Run Connect-Personio'
        $fault.Exception.Message | Should -Match '-Session \$using:session'
    }

    It 'says that a session was disconnected: <cmdlet>' -ForEach $connected {
        $session = Connect-Personio @login -Name Over -PassThru
        Disconnect-Personio $session

        $fault = { & $cmdlet @with -Session $session } | Should -Throw -ErrorId "NotConnected,$id" -PassThru

        $fault.Exception.Message | Should -Match "The session 'Over' was disconnected"
        $fault.TargetObject | Should -Be 'Over'
    }

    It 'lists the existing sessions if the name is unknown: <cmdlet>' -ForEach $connected {
        Connect-Personio @login -Name North
        Connect-Personio @login -Name South

        $fault = { & $cmdlet @with -Session West } |
            Should -Throw -ErrorId "ParameterArgumentTransformationError,$id" -PassThru

        $fault.Exception.Message | Should -Match "no session named 'West'. Available: 'North', 'South'"
    }

    It 'uses the given session, by object and by name, not the current one: <cmdlet>' -ForEach $connected {
        Connect-Personio -Sandbox -SandboxPersonCount 1 -Name Current
        $ConfirmPreference = 'None'

        # The objects need not exist; the test is about where requests are sent.
        foreach ($isNamed in $true, $false) {
            $session = Connect-Personio @login -Name Given -PassThru
            Select-PersonioSession Current
            $which = $isNamed ? 'given' : $session
            $sandbox.ClearRequests()
            Remove-Item *.html
            if ($with.Count) {
                & $cmdlet @with -Session $which -ErrorAction SilentlyContinue *> $null
            }
            else {
                '1' | & $cmdlet -Session $which -ErrorAction SilentlyContinue *> $null
            }

            @($sandbox.Requests).Count | Should -BeGreaterThan 0
        }
    }
}

Describe 'Sessions' {
    AfterEach {
        Get-PersonioSession -Name * | Disconnect-Personio
        $sandbox.ClearFaults()
    }

    It 'are returned as the current one, all by name, or some by wildcard' {
        Connect-Personio @login -Name beta
        Connect-Personio @login -Name Alpha

        (Get-PersonioSession).Name | Should -Be 'Alpha'
        (Get-PersonioSession -Name *).Name | Should -Be 'Alpha', 'beta'
        (Get-PersonioSession BE*).Name | Should -Be 'beta'
        Get-PersonioSession x* | Should -BeNullOrEmpty
    }

    It 'cause an error for an unknown name, with the existing ones' {
        Connect-Personio @login -Name Alpha

        Get-PersonioSession -Name Omega, Alpha -ErrorAction SilentlyContinue -ErrorVariable failed |
            Should -HaveCount 1

        $failed.FullyQualifiedErrorId | Should -Be 'SessionNotFound,Personio.Commands.GetPersonioSessionCommand'
        $failed.TargetObject | Should -Be 'Omega'
        $failed.Exception.Message | Should -Match "Available: 'Alpha'"
    }

    It 'return nothing if there is no current session' {
        Get-PersonioSession | Should -BeNullOrEmpty
    }

    It 'are selected by name or object, and returned with -PassThru only' {
        $one = Connect-Personio @login -Name One -PassThru
        Connect-Personio @login -Name Two

        Select-PersonioSession one | Should -BeNullOrEmpty
        (Get-PersonioSession).Name | Should -Be 'One'
        Get-PersonioSession Two | Select-PersonioSession
        (Get-PersonioSession).Name | Should -Be 'Two'
        Select-PersonioSession $one -PassThru | Should -Be $one
    }

    It 'cannot be selected after they were disconnected' {
        $session = Connect-Personio @login -PassThru
        Disconnect-Personio

        { Select-PersonioSession $session } |
            Should -Throw -ErrorId 'NotConnected,Personio.Commands.SelectPersonioSessionCommand'
    }

    It 'are not chosen automatically when the current one is disconnected, neither of several nor the only one left' {
        foreach ($name in 'One', 'Two', 'Three') {
            Connect-Personio @login -Name $name
        }

        Disconnect-Personio
        Get-PersonioSession | Should -BeNullOrEmpty
        Select-PersonioSession One
        Disconnect-Personio
        Get-PersonioSession | Should -BeNullOrEmpty
        Get-PersonioSession Two | Should -Not -BeNullOrEmpty
    }

    It 'are disconnected from the pipeline, and twice without an error' {
        $held = Connect-Personio @login -Name One -PassThru
        Connect-Personio @login -Name Two

        Get-PersonioSession -Name * | Disconnect-Personio
        { Disconnect-Personio $held -ErrorAction Stop } | Should -Not -Throw

        Get-PersonioSession -Name * | Should -BeNullOrEmpty
        $held.IsConnected | Should -BeFalse
    }

    It 'cause a message if there is nothing to disconnect' {
        { Disconnect-Personio -ErrorAction Stop } |
            Should -Throw -ErrorId 'NotConnected,Personio.Commands.DisconnectPersonioCommand'
    }

    It 'stop their own sandbox when they are disconnected' {
        Connect-Personio -Sandbox -SandboxPersonCount 1
        $port = (Get-PersonioSession).BaseUri.Port

        Disconnect-Personio

        { [System.Net.Sockets.TcpClient]::new('127.0.0.1', $port) } | Should -Throw -ErrorId 'SocketException'
    }

    It 'stop a sandbox that was started in vain if connecting fails' {
        { Connect-Personio -Sandbox -SandboxPersonCount 1 -AppId 'my app' } |
            Should -Throw -ErrorId "InvalidRequest,$class"

        Get-PersonioSession | Should -BeNullOrEmpty
    }

    It 'revoke the token only on request' {
        Connect-Personio @login
        $sandbox.ClearRequests()

        Disconnect-Personio
        Get-Sent $sandbox | Should -BeNullOrEmpty

        Connect-Personio @login
        $sandbox.ClearRequests()
        Disconnect-Personio -Revoke
        Get-Sent $sandbox | Should -Be 'POST /v2/auth/revoke'
    }

    It 'invalidate the token of others that share it when it is revoked; those get a new one by themselves' {
        Connect-Personio @login -Name Revoked
        Connect-Personio @login -Name Other
        $sandbox.ClearRequests()

        Disconnect-Personio Revoked -Revoke
        Get-PersonioPerson -Session Other | Should -HaveCount $sandbox.Tenant.PersonIds.Count

        Get-Sent $sandbox | Should -Be 'POST /v2/auth/revoke', 'GET /v2/persons', 'POST /v2/auth/token', 'GET /v2/persons'
    }

    It 'end even if revoking fails, which is reported' {
        Connect-Personio @login
        Add-Fault $sandbox @{ PathPrefix = '/v2/auth/revoke'; Status = 400; Times = -1 }

        Disconnect-Personio -Revoke -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be 'InvalidRequest,Personio.Commands.DisconnectPersonioCommand'
        Get-PersonioSession -Name * | Should -BeNullOrEmpty
    }

    It 'of the runspace end when the module is removed' {
        $engine = New-Engine {
            param($login)
            $session = Connect-Personio @login -PassThru
            Remove-Module Personio
            $session
        } $login

        $session = $engine.Invoke()[0]
        Remove-Engine $engine

        $session.IsConnected | Should -BeFalse
    }

    It 'that are disconnected during a listing say so, without an error of the runtime' {
        $large = Start-Sandbox @{ PersonCount = 120 }
        Connect-To $large

        $fault = { Get-PersonioPerson | ForEach-Object { Disconnect-Personio -ErrorAction SilentlyContinue } } |
            Should -Throw -ErrorId 'NotConnected,Personio.Commands.GetPersonioPersonCommand' -PassThru
        $large.Dispose()

        $fault.Exception.Message | Should -Match 'was disconnected during GET /v2/persons'
    }
}

Describe 'A session that could be the wrong one' {
    BeforeEach {
        Get-PersonioSession -Name * | Disconnect-Personio
        Connect-Personio @login -Name Mine
        $sandbox.ClearRequests()
    }

    It 'is not current after another Connect-Personio has failed' {
        { Connect-Personio -ClientId nobody -ClientSecret $secret -BaseUri $sandbox.BaseUri -Name Other } |
            Should -Throw -ErrorId 'AuthenticationFailed,Personio.Commands.ConnectPersonioCommand'
        $sandbox.ClearRequests()

        { Get-PersonioPerson } | Should -Throw -ErrorId 'NotConnected*'
        Get-Sent $sandbox | Should -BeNullOrEmpty
        Get-PersonioPerson -Session Mine | Should -Not -BeNullOrEmpty
    }

    It 'is not used if -Session is null' {
        $nothing = $null

        { Get-PersonioPerson -Session $nothing } | Should -Throw '*The session is null*'
        { Disconnect-Personio -Session $nothing } | Should -Throw '*The session is null*'
        { Invoke-PersonioRequest /v2/persons -Session $nothing } | Should -Throw '*The session is null*'
        Get-Sent $sandbox | Should -BeNullOrEmpty
        (Get-PersonioSession).Name | Should -Be 'Mine'
    }

    It 'neither ends nor loses its token with -WhatIf' {
        Disconnect-Personio -Revoke -WhatIf
        Disconnect-Personio -WhatIf

        Get-Sent $sandbox | Should -BeNullOrEmpty
        (Get-PersonioSession).IsConnected | Should -BeTrue
    }

    It 'does not expose the password in PERSONIO_BASE_URL <_>' -ForEach @(
        'https//user:hidden@example.org', 'user:hidden@example.org', 'https://user:hidden@example.org:99999',
        'ftp://user:hidden@example.org', 'https://user:hidden@example.org'
    ) {
        $env:PERSONIO_BASE_URL = $_
        try {
            $fault = { Connect-Personio -ClientId a -ClientSecret $secret } | Should -Throw -ErrorId 'InvalidRequest*' -PassThru
        }
        finally {
            $env:PERSONIO_BASE_URL = $null
        }

        "$fault $($fault.Exception)" | Should -Not -Match 'hidden'
    }
}
