BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 12 }

    # A port that accepts connections but never responds.
    $mute = [System.Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
    $mute.Start()

    # Discards earlier data.
    function Get-ReceivedText {
        $client = $mute.AcceptTcpClient()
        $buffer = [byte[]]::new(4096)
        $count = $client.GetStream().Read($buffer, 0, 4096)
        $client.Dispose()
        [System.Text.Encoding]::ASCII.GetString($buffer, 0, $count)
    }
}

AfterAll {
    Get-PersonioSession -Name * | Disconnect-Personio
    $mute.Stop()
    $sandbox.Dispose()
}

Describe 'The connection to the service' {
    It 'uses the system proxy, which provides a tunnel and sees no secret' {
        $said = Invoke-NewProcess -Environment @{
            HTTPS_PROXY = "http://127.0.0.1:$($mute.LocalEndpoint.Port)"; NO_PROXY = ''
            PERSONIO_CLIENT_ID = 'papi-id'; PERSONIO_CLIENT_SECRET = 'papi-of-the-proxy'
            PERSONIO_BASE_URL = 'https://personio.invalid'
        } -Script {
            Import-Module $env:PERSONIO_TEST_MANIFEST
            try { Connect-Personio -TimeoutSec 2 -MaxRetry 0 } catch { $_.FullyQualifiedErrorId }
        }

        $said | Should -Match '^(TimedOut|ConnectionFailed),'
        $heard = Get-ReceivedText
        $heard | Should -Match '^CONNECT personio\.invalid:443 HTTP/1\.1\r\n'
        $heard | Should -Not -Match 'papi-'
    }

    It 'reaches this machine without the proxy' {
        $said = Invoke-NewProcess -Environment @{
            HTTP_PROXY = "http://127.0.0.1:$($mute.LocalEndpoint.Port)"; NO_PROXY = ''
            PERSONIO_CLIENT_ID = $sandbox.ClientId; PERSONIO_CLIENT_SECRET = $sandbox.ClientSecret
            PERSONIO_BASE_URL = "$($sandbox.BaseUri)"
        } -Script {
            Import-Module $env:PERSONIO_TEST_MANIFEST
            Connect-Personio -TimeoutSec 10 -MaxRetry 0
            (Get-PersonioPerson -First 1).PersonId
        }

        $said | Should -Be '4100'
        $mute.Pending() | Should -BeFalse
    }

    It 'is encrypted or refused: <where> with <address>' -ForEach @(
        foreach ($address in 'http://personio.invalid', 'http://127.0.0.1.evil.example', 'ftp://personio.invalid', 'http://192.0.2.1:80') {
            @{ Where = '-BaseUri'; Address = $address }
            @{ Where = 'PERSONIO_BASE_URL'; Address = $address }
        }
    ) {
        $with = if ($where -eq '-BaseUri') { @{ BaseUri = $address } } else { @{} }
        $env:PERSONIO_BASE_URL = $where -eq '-BaseUri' ? $null : $address
        try {
            { Connect-Personio -ClientId papi-id -ClientSecret (Get-Secure x) -TimeoutSec 2 -MaxRetry 0 @with } |
                Should -Throw -ErrorId 'InvalidRequest,Personio.Commands.ConnectPersonioCommand'
        }
        finally {
            Remove-Item Env:PERSONIO_BASE_URL -ErrorAction Ignore
        }
    }
}

Describe 'A disconnected session' {
    It 'is not in the memory of the engine or the module' {
        $engine = New-Engine {
            param($uri, $id, $secret)
            Connect-Personio -ClientId $id -ClientSecret (ConvertTo-SecureString $secret -AsPlainText -Force) -BaseUri $uri
            $null = Get-PersonioPerson -First 3 | Get-PersonioEmployment
            $null = Get-PersonioPerson -PersonId nobody -ErrorAction Ignore
            $session = [WeakReference]::new((Get-PersonioSession))
            Disconnect-Personio
            $session
        } $sandbox.BaseUri, $sandbox.ClientId, $sandbox.ClientSecret
        $session = $engine.Invoke()[0]
        $engine.Commands.Clear()
        # The engine keeps a reference to the last pipeline.
        $null = $engine.AddScript('$null = 1; Get-Date | Out-Null; [GC]::Collect(); [GC]::WaitForPendingFinalizers(); [GC]::Collect()').Invoke()

        $alive = $session.IsAlive
        Remove-Engine $engine

        $alive | Should -BeFalse
    }

    It 'is in the history as it was typed, without any secret' {
        $engine = New-Engine { } @()
        $engine.Commands.Clear()
        $engine.Runspace.SessionStateProxy.SetVariable('login', [pscredential]::new($sandbox.ClientId, (Get-Secure $sandbox.ClientSecret)))
        $null = $engine.AddScript("Connect-Personio `$login -BaseUri $($sandbox.BaseUri)").Invoke($null, [System.Management.Automation.PSInvocationSettings] @{ AddToHistory = $true })
        $engine.Commands.Clear()
        $text = $engine.AddScript('Get-History | Format-List * | Out-String -Width 5000; Disconnect-Personio').Invoke() | Out-String
        Remove-Engine $engine

        $text | Should -Match 'Connect-Personio \$login'
        $text | Should -Not -Match ([regex]::Escape($sandbox.ClientSecret))
    }
}

Describe 'An unhandled error' {
    It 'exposes no secret in what PowerShell prints' {
        $said = Invoke-NewProcess -Environment @{
            PERSONIO_CLIENT_ID = $sandbox.ClientId; PERSONIO_CLIENT_SECRET = 'papi-of-the-crash'; PERSONIO_BASE_URL = "$($sandbox.BaseUri)"
        } -Script {
            Import-Module $env:PERSONIO_TEST_MANIFEST
            $ErrorView = 'DetailedView'
            $ErrorActionPreference = 'Stop'
            $VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'
            Connect-Personio
        }

        $said | Should -Match 'did not accept the credential'
        $said | Should -Not -Match 'papi-of-the-crash'
    }
}

Describe 'Names from outside' {
    BeforeEach {
        Connect-To $sandbox
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
        Add-Fault $sandbox @{ PathPrefix = '/v2/document-management/documents/'; Kind = 'RawBody'; Times = -1; Status = 200; Body = 'x'; ContentType = 'text/plain' }
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    It 'do not make an id the name of a stream, a device or another file: <id>' -ForEach @(
        @{ Id = 'a:b'; Marked = 'Plan (a_b).txt'; Alone = 'document a_b' }
        @{ Id = 'x|y?*'; Marked = 'Plan (x_y__).txt'; Alone = 'document x_y__' }
        @{ Id = "7$([char] 0x202E)8"; Marked = 'Plan (78).txt'; Alone = 'document 78' }
        @{ Id = 'n' * 300; Marked = "Plan ($('n' * 40)).txt"; Alone = "document $('n' * 40)" }
    ) {
        $rows = 'first', $id | ForEach-Object { [pscustomobject]@{ DocumentId = $_; Name = 'Plan.txt' } }

        $files = $rows | Save-PersonioDocument -Destination $folder
        $nameless = Save-PersonioDocument $id $folder

        $files.Name | Should -Be 'Plan.txt', $marked
        $nameless.Name | Should -Be $alone
        @(Get-ChildItem $folder -Force).Name | Sort-Object | Should -Be ($files.Name + $nameless.Name | Sort-Object)
    }

    It 'that look like formulas are written to a file unchanged' {
        $person = $sandbox.Tenant.AddPerson('=1+1', "@SUM(1)`t-2", [NullString]::Value)
        $file = Join-Path $TestDrive formula.csv

        Get-PersonioPerson -PersonId $person | Export-Csv $file
        $read = Import-Csv $file

        $read.FirstName | Should -BeExactly '=1+1'
        $read.LastName | Should -BeExactly "@SUM(1)`t-2"
    }

    It 'start no line and command no terminal in errors and warnings' {
        $person = $sandbox.Tenant.AddPerson("Mara`nDone.", "$([char] 27)[31mLindt", [NullString]::Value)
        $project = New-PersonioProject -Name "Ledger`nmove $([char] 27)[31m"
        Add-Fault $sandbox @{ PathPrefix = "/v2/persons/$person"; Method = 'DELETE'; Kind = 'Status'; Status = 403 }

        Remove-PersonioPerson $person -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue
        $project | Set-PersonioProject -AssignedToAll $true -WarningVariable warned -WarningAction SilentlyContinue

        "$failed" | Should -BeLike 'Mara Done. *Lindt*was not removed.*'
        "$warned" | Should -BeLike 'Project Ledger move *will be assigned to everyone*'
        "$failed $warned" | Should -Not -Match '[\x00-\x1f]'
    }
}
