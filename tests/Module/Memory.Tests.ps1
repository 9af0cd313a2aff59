# What a session leaves in the memory of its process once it is disconnected. No collection is forced: what the module can
# clear it has cleared by then, whenever the runtime comes around to the rest.

BeforeDiscovery {
    $services = @(
        @{
            Service = 'Personio'
            Work = {
                Connect-Personio -Credential $login -BaseUri $env:TEST_URI
                $null = Get-PersonioPerson | Get-PersonioEmployment
                $null = Get-PersonioAbsenceType
                $null = Get-PersonioPerson -PersonId nobody -ErrorAction Ignore
                Disconnect-Personio
            }
        }
        @{
            Service = 'PingOne'
            Work = {
                Connect-PingOne -EnvironmentId $env:TEST_ENVIRONMENT -Region EU -Credential $login -ApiBaseUri $env:TEST_URI -AuthBaseUri $env:TEST_AUTH
                $null = Get-PingOneUser
                $null = Get-PingOneGroup
                $null = Get-PingOneUser -UserId ([guid]::NewGuid()) -ErrorAction Ignore
                Disconnect-PingOne
            }
        }
    )
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    . "$PSScriptRoot/Memory.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 12 }
}

AfterAll {
    $sandbox.Dispose()
}

Describe 'The memory of a process after the session with <service> was disconnected' -Skip:(-not $IsLinux) -ForEach $services {
    BeforeAll {
        $server = $service -eq 'PingOne' ? $sandbox.PingOne : $sandbox
        $file = Join-Path $TestDrive secret.bin
        [System.IO.File]::WriteAllBytes($file, [System.Text.Encoding]::Unicode.GetBytes($server.ClientSecret))
        # The secret is passed character by character, so that the test itself creates no copy.
        $process = Start-Watched @"
            Import-Module `$env:PERSONIO_TEST_MANIFEST
            `$secret = [securestring]::new()
            `$bytes = [System.IO.File]::ReadAllBytes(`$env:TEST_SECRET)
            for (`$i = 0; `$i -lt `$bytes.Length; `$i += 2) { `$secret.AppendChar([char] (`$bytes[`$i] + 256 * `$bytes[`$i + 1])) }
            [Array]::Clear(`$bytes)
            `$login = [pscredential]::new(`$env:TEST_ID, `$secret)
            $work
            `$secret.Dispose()
"@ @{
            PERSONIO_TEST_MANIFEST = $manifest; TEST_SECRET = $file; TEST_ID = $server.ClientId
            TEST_URI = $service -eq 'PingOne' ? $server.ApiBaseUri : $server.BaseUri
            TEST_AUTH = $service -eq 'PingOne' ? $server.AuthBaseUri : ''; TEST_ENVIRONMENT = $service -eq 'PingOne' ? $server.EnvironmentId : ''
        }
        $sent = @($server.Requests)
        $token = ($sent.Authorization -like 'Bearer *')[-1] -replace '^Bearer '
        $copies = Get-MemoryCopy $process @{
            secret = $server.ClientSecret; form = [System.Net.WebUtility]::UrlEncode($server.ClientSecret); token = $token
            marker = $server.ClientId
        }
        $copies | ForEach-Object { Write-Verbose "$service $_" }

        function Get-Copy {
            param([string] $Name, [string] $Encoding = '*')

            ($copies | Where-Object { $_.Name -eq $Name -and $_.Encoding -like $Encoding } | Measure-Object Count -Sum).Sum
        }
    }

    AfterAll {
        Stop-Watched $process
    }

    It 'contains the client id, so the test searches the right memory' {
        $sent.Count | Should -BeGreaterThan 4
        Get-Copy marker | Should -BeGreaterThan 0
    }

    It 'contains no secret, neither as text nor as it was sent' {
        Get-Copy secret | Should -Be 0
        # A network buffer of the runtime that no later request has overwritten.
        Get-Copy form 'utf-16' | Should -Be 0
        Get-Copy form 'utf-8' | Should -BeLessOrEqual 1
    }

    It 'contains the token in two texts, however many requests it was sent with, and in the buffers of connections' {
        Get-Copy token 'utf-16' | Should -BeLessOrEqual 2
        # At most one connection per request; the number depends on what runs in parallel.
        Get-Copy token 'utf-8' | Should -BeLessOrEqual $sent.Count
    }
}
