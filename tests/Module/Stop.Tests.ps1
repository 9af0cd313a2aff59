BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 120 }

    # An engine connected to the sandbox, with everything loaded that a stop may involve, so that only the stop is measured.
    function New-ConnectedEngine {
        $engine = New-Engine {
            param($login)
            Connect-Personio @login
            Get-PersonioPerson -First 1
            Get-PersonioAbsenceType
        } @{ ClientId = $sandbox.ClientId; ClientSecret = Get-Secure $sandbox.ClientSecret; BaseUri = $sandbox.BaseUri }
        $null = $engine.Invoke()
        $engine.Commands.Clear()
        $engine
    }

    # Starts a script, waits until the sandbox has received this many requests, and stops it.
    # Returns how long the stop took, with two retries in case the machine was busy.
    function Measure-Stop {
        param($Engine, [string] $Script, [int] $Requests, [scriptblock] $Prepare = { })

        for ($try = 1; $try -le 3; $try++) {
            $sandbox.ClearRequests()
            . $Prepare
            $Engine.Commands.Clear()
            $null = $Engine.AddScript($Script)
            $run = $Engine.BeginInvoke()
            $limit = [datetime]::UtcNow.AddSeconds(10)
            while (@($sandbox.Requests).Count -lt $Requests -and [datetime]::UtcNow -lt $limit) {
                Start-Sleep -Milliseconds 10
            }

            # In the middle of the wait.
            Start-Sleep -Milliseconds 150
            $wasRunning = -not $run.IsCompleted
            $watch = [System.Diagnostics.Stopwatch]::StartNew()
            $Engine.Stop()
            $watch.Stop()
            if ($watch.ElapsedMilliseconds -le 200) {
                break
            }
        }

        [pscustomobject]@{
            WasRunning = $wasRunning
            Requests   = @($sandbox.Requests).Count
            Took       = $watch.ElapsedMilliseconds
            State      = $Engine.InvocationStateInfo.State
            Failed     = @($Engine.Streams.Error)
        }
    }
}

AfterAll {
    $sandbox.Dispose()
}

Describe 'Stopping (Ctrl+C)' {
    BeforeEach {
        $sandbox.ClearFaults()
        $engine = New-ConnectedEngine
    }

    AfterEach {
        $sandbox.ClearFaults()
        $sandbox.Options.Latency = [timespan]::Zero
        $sandbox.Options.RateLimits = $false
        Remove-Engine $engine
    }

    It 'ends <name> within 200 ms, without an error, and the session stays usable' -ForEach @(
        @{
            Name = 'a slow request'; Requests = 1; Script = 'Get-PersonioPerson'
            Prepare = { $sandbox.Options.Latency = [timespan]::FromSeconds(20) }
        }
        @{
            Name = 'a slow request behind another cmdlet'; Requests = 16
            Script = '$ids | Get-PersonioEmployment | Sort-Object PersonId'
            Prepare = { $sandbox.Options.Latency = [timespan]::FromSeconds(20) }
        }
        @{
            Name = 'a slow change'; Requests = 1; Script = 'Remove-PersonioAbsencePeriod $absence -Confirm:$false'
            Prepare = { $sandbox.Options.Latency = [timespan]::FromSeconds(20) }
        }
        @{
            Name = 'a wait for the rate limit'; Requests = 10
            Script = '$ids | Get-PersonioEmployment -Verbose'
            Prepare = { $sandbox.Options.RateLimits = $true }
        }
        @{
            Name = 'a wait before the next try'; Requests = 1; Script = 'Get-PersonioPerson -Verbose'
            Prepare = { Add-Fault $sandbox @{ Status = 503; Times = -1; Headers = @{ 'Retry-After' = '9' } } }
        }
        @{
            Name = 'tries that follow each other quickly'; Requests = 3; Script = 'Get-PersonioPerson -Verbose'
            Prepare = { Add-Fault $sandbox @{ Status = 503; Times = -1 } }
        }
        @{
            Name = 'a wait that a 429 asked for'; Requests = 1; Script = 'Get-PersonioPerson -WarningAction SilentlyContinue'
            Prepare = { Add-Fault $sandbox @{ Status = 429; Times = -1; Headers = @{ 'Retry-After' = '60' } } }
        }
        @{
            Name = 'a wait that a 429 imposed on the next request'; Requests = 2
            Script = 'Connect-Personio @login -MaxRetry 0; Get-PersonioPerson -ErrorAction Ignore; Get-PersonioPerson -WarningAction Ignore'
            Prepare = { Add-Fault $sandbox @{ Status = 429; PathPrefix = '/v2/persons'; Times = -1; Headers = @{ 'Retry-After' = '60' } } }
        }
        @{
            Name = 'a wait for a token'; Requests = 2; Script = 'Get-PersonioPerson'
            Prepare = {
                $sandbox.ExpireTokens()
                $sandbox.ClearFaults()
                Add-Fault $sandbox @{ Status = 503; PathPrefix = '/v2/auth'; Times = -1; Headers = @{ 'Retry-After' = '9' } }
            }
        }
        @{
            Name = 'any request'; Requests = 1; Script = 'Invoke-PersonioRequest /v2/persons -All'
            Prepare = { Add-Fault $sandbox @{ Kind = 'StallBody'; Times = -1 } }
        }
        @{
            Name = 'connecting'; Requests = 1; Script = 'Connect-Personio @login -Name Other'
            Prepare = { Add-Fault $sandbox @{ PathPrefix = '/v2/auth'; Kind = 'StallBody'; Times = -1 } }
        }
    ) {
        $engine.Runspace.SessionStateProxy.SetVariable('ids', @($sandbox.Tenant.PersonIds))
        $engine.Runspace.SessionStateProxy.SetVariable('absence', $sandbox.Tenant.AbsencePeriodIds[0])
        $engine.Runspace.SessionStateProxy.SetVariable('login', @{
                ClientId = $sandbox.ClientId; ClientSecret = Get-Secure $sandbox.ClientSecret; BaseUri = $sandbox.BaseUri
            })

        $stop = Measure-Stop $engine $script $requests $prepare

        $stop.WasRunning | Should -BeTrue
        $stop.Requests | Should -BeGreaterOrEqual $requests
        $stop.Took | Should -BeLessOrEqual 200
        $stop.State | Should -Be 'Stopped'
        $stop.Failed | Should -BeNullOrEmpty

        $sandbox.ClearFaults()
        $sandbox.Options.Latency = [timespan]::Zero
        $sandbox.Options.RateLimits = $false
        $engine.Commands.Clear()
        # By name, because there was no current session while another company was being connected.
        $engine.AddScript('(Get-PersonioAbsenceType -Session (Get-PersonioSession -Name *).Name).Count').Invoke() | Should -BeGreaterThan 0
        $engine.Streams.Error | Should -BeNullOrEmpty
    }

    It 'abandons the requests in flight' {
        $sandbox.Options.Latency = [timespan]::FromMilliseconds(2500)
        $engine.Runspace.SessionStateProxy.SetVariable('ids', @($sandbox.Tenant.PersonIds))

        $null = Measure-Stop $engine '$ids | Get-PersonioEmployment' 16
        Start-Sleep -Milliseconds 3000

        @($sandbox.Requests).Count | Should -Be 16
        $sandbox.Requests.Aborted | Should -Not -Contain $false
    }
}

Describe 'Select-Object -First' {
    BeforeEach {
        Connect-To $sandbox
    }

    AfterEach {
        $sandbox.Options.Latency = [timespan]::Zero
        $sandbox.ClearFaults()
        Disconnect-Personio
    }

    It 'does not wait for a prefetched page' {
        # Half of the first page is used, so the second has been requested, and never completes.
        Add-Fault $sandbox @{ PathPrefix = '/v2/persons'; Kind = 'StallBody'; Skip = 1; Times = -1 }
        $watch = [System.Diagnostics.Stopwatch]::StartNew()

        Get-PersonioPerson | Select-Object -First 40 | Should -HaveCount 40

        $watch.Elapsed.TotalSeconds | Should -BeLessThan 3
        Get-Sent $sandbox | Should -HaveCount 2
    }

    It 'does not wait for requests that run ahead of the output' {
        $ids = $sandbox.Tenant.PersonIds
        Add-Fault $sandbox @{ PathPattern = "^/v2/persons/(?!$($ids[0])/)"; Kind = 'StallBody'; Times = -1 }
        $watch = [System.Diagnostics.Stopwatch]::StartNew()

        $ids | Get-PersonioEmployment | Select-Object -First 1 | ForEach-Object PersonId | Should -Be $ids[0]

        $watch.Elapsed.TotalSeconds | Should -BeLessThan 3
    }

    It 'ends the wait if the first output is a message' {
        Add-Fault $sandbox @{ PathPrefix = '/v2/persons'; Status = 503; Times = -1; Headers = @{ 'Retry-After' = '9' } }
        $watch = [System.Diagnostics.Stopwatch]::StartNew()

        Get-PersonioPerson -Verbose 4>&1 | Select-Object -First 1 | Should -Match 'answered 503'

        $watch.Elapsed.TotalSeconds | Should -BeLessThan 3
        (Get-PersonioAbsenceType).Count | Should -BeGreaterThan 0
    }
}
