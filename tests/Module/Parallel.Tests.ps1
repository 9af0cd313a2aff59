BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"

    # Of different sizes, so that the tenants cannot be confused.
    $north = Start-Sandbox @{ PersonCount = 110; Seed = 1 }
    $south = Start-Sandbox @{ PersonCount = 70; Seed = 2 }
    $connect = {
        param($Sandbox, $Name)
        Connect-Personio -ClientId $Sandbox.ClientId -ClientSecret (Get-Secure $Sandbox.ClientSecret) -BaseUri $Sandbox.BaseUri -Name $Name -PassThru
    }
    $module = (Get-Module Personio).Path
}

AfterAll {
    $north.Dispose()
    $south.Dispose()
}

Describe 'Sessions in several runspaces' {
    BeforeEach {
        $toNorth = & $connect $north North
        $toSouth = & $connect $south South
        $north.ClearRequests()
        $south.ClearRequests()
    }

    AfterEach {
        Get-PersonioSession -Name * | Disconnect-Personio
    }

    It 'are separate: each reads its own company' {
        $north.Options.Latency = $south.Options.Latency = [timespan]::FromMilliseconds(5)

        $runs = 1..10 | ForEach-Object -ThrottleLimit 5 -Parallel {
            Import-Module $using:module
            $isNorth = $_ % 2
            $session = $isNorth ? $using:toNorth : $using:toSouth
            [pscustomobject]@{ IsNorth = $isNorth; Ids = (Get-PersonioPerson -Session $session).PersonId -join ' ' }
        }
        $north.Options.Latency = $south.Options.Latency = [timespan]::Zero

        ($runs | Where-Object IsNorth).Ids | Sort-Object -Unique | Should -Be ($north.Tenant.PersonIds -join ' ')
        ($runs | Where-Object IsNorth -EQ 0).Ids | Sort-Object -Unique | Should -Be ($south.Tenant.PersonIds -join ' ')
        @($runs).Count | Should -Be 10
        Get-Sent $north | Should -HaveCount 15
        Get-Sent $south | Should -HaveCount 10
        $north.Requests.Authorization | Where-Object { $_ -in $south.Requests.Authorization } | Should -BeNullOrEmpty
    }

    It 'can each be the current one of a runspace' {
        $runs = $toNorth, $toSouth | ForEach-Object -Parallel {
            Import-Module $using:module
            Select-PersonioSession $_
            Start-Sleep -Milliseconds 50
            "$((Get-PersonioSession).Name) $((Get-PersonioPerson).Count)"
        }

        $runs | Sort-Object | Should -Be 'North 110', 'South 70'
        (Get-PersonioSession).Name | Should -Be 'South'
    }

    It 'are not available in another runspace, which says what to do' {
        $said = 1 | ForEach-Object -Parallel {
            Import-Module $using:module
            try { Get-PersonioPerson }
            catch { "$($_.FullyQualifiedErrorId): $_" }
            Get-PersonioSession -Name *
        }

        $said | Should -HaveCount 1
        $said | Should -Match '^NotConnected,Personio.Commands.GetPersonioPersonCommand: '
        $said | Should -Match '-Session \$using:session'
    }

    It 'are not found by name in another runspace' {
        $said = 1 | ForEach-Object -Parallel {
            Import-Module $using:module
            try { Get-PersonioPerson -Session North }
            catch { "$_" }
        }

        $said | Should -Match "This runspace has no session named 'North', nor any other\. Run Connect-Personio -Name 'North'"
    }

    It 'serve eight runspaces concurrently with one token' {
        $north.ExpireTokens()
        $north.Options.Latency = [timespan]::FromMilliseconds(10)

        $runs = 1..8 | ForEach-Object -ThrottleLimit 8 -Parallel {
            Import-Module $using:module
            (Get-PersonioPerson -Session $using:toNorth).PersonId -join ' '
        }
        $north.Options.Latency = [timespan]::Zero

        $runs | Should -HaveCount 8
        $runs | Sort-Object -Unique | Should -Be ($north.Tenant.PersonIds -join ' ')
        $north.TokenRequests | Should -Be 1
        Get-Sent $north GET | Where-Object { $_ -eq 'GET /v2/persons' } | Measure-Object |
            ForEach-Object Count | Should -BeIn (24..32)
    }

    It 'serve a thread job' {
        $session = $toSouth
        $job = Start-ThreadJob {
            Import-Module $using:module
            Get-PersonioPerson -Session $using:session
        }

        $persons = $job | Receive-Job -Wait -AutoRemoveJob

        $persons.PersonId | Should -Be $south.Tenant.PersonIds
        $persons[0] | Should -BeOfType Personio.Models.Person
    }

    It 'stay usable in their own runspace after another one that used them was closed' {
        $engine = New-Engine { param($session) (Get-PersonioPerson -Session $session).Count } $toNorth
        $engine.Invoke() | Should -Be 110
        Remove-Engine $engine

        Get-PersonioPerson -Session North | Should -HaveCount 110
    }

    It 'explain that they are unusable after a round trip through a file' {
        $file = Join-Path ([System.IO.Path]::GetTempPath()) "personio-$([guid]::NewGuid()).xml"
        $toNorth | Export-Clixml $file
        $copy = Import-Clixml $file
        Remove-Item $file

        foreach ($run in { Get-PersonioPerson -Session $copy }, { Select-PersonioSession $copy }, { $copy | Disconnect-Personio -ErrorAction Stop }) {
            $fault = $run | Should -Throw -ErrorId '*,Personio.Commands.*' -PassThru
            $fault.Exception.Message | Should -Match 'was deserialized from another process'
        }
    }

    It 'explain that they are unusable in another process' {
        $session = $toNorth
        $job = Start-Job {
            Import-Module $using:module
            try { Get-PersonioPerson -Session $using:session }
            catch { "$($_.FullyQualifiedErrorId): $_" }
        }

        $said = $job | Receive-Job -Wait -AutoRemoveJob

        $said | Should -Match 'ParameterArgumentTransformationError,Personio.Commands.GetPersonioPersonCommand'
        $said | Should -Match 'was deserialized from another process'
    }

    It 'cannot be reached from other objects' {
        { Get-PersonioPerson -Session ([pscustomobject]@{ Name = 'North' }) } |
            Should -Throw -ErrorId 'ParameterArgumentTransformationError,Personio.Commands.GetPersonioPersonCommand'
    }
}
