# Faults as a user encounters them: in cmdlets, runspaces and files. PERSONIO_FAULTS=long runs the long form.

BeforeDiscovery {
    # A separate process for each takes a few seconds.
    $zones = @('Europe/Berlin', 'Pacific/Auckland') + ($env:PERSONIO_FAULTS -eq 'long' ? @('America/New_York', 'UTC') : @())
}

BeforeAll {
    . "$PSScriptRoot/../Module/Common.ps1"
    . "$PSScriptRoot/../Module/Apart.ps1"
    . "$PSScriptRoot/Engine.ps1"
}

Describe 'Stopping cmdlets at a random moment (seed <seed>)' -ForEach @(
    @{ Seed = $env:PERSONIO_FAULTS_SEED ? [int]$env:PERSONIO_FAULTS_SEED : (Get-Random -Minimum 1 -Maximum 1000000) }
) {
    BeforeAll {
        $sandbox = Start-Sandbox @{ PersonCount = 60 }
        $folder = Join-Path ([System.IO.Path]::GetTempPath()) "personio-$([guid]::NewGuid())"
        $null = New-Item $folder -ItemType Directory
        $upload = Join-Path $folder 'upload.bin'
        [System.IO.File]::WriteAllBytes($upload, [byte[]]::new(2MB))
        $saved = Join-Path $folder 'saved'
        $null = New-Item $saved -ItemType Directory
        $figures = @{ Slow = 0; Longest = 0; Cases = 0 }
    }

    AfterAll {
        $sandbox.Dispose()
        Remove-Item $folder -Recurse -Force
        Write-Figure 'Engine stops' @"
Engine stops: seed $seed
  cases: $($figures.Cases)
  later than 200 ms: $($figures.Slow)
  longest, ms: $($figures.Longest)
"@
    }

    It 'ends immediately, leaves no partial file and no request, and the session stays usable' {
        $engine = New-Engine {
            param($login)
            Connect-Personio @login
            Get-PersonioPerson -First 1
            Get-PersonioAbsenceType
            Get-PersonioDocumentCategory
        } @{ ClientId = $sandbox.ClientId; ClientSecret = Get-Secure $sandbox.ClientSecret; BaseUri = $sandbox.BaseUri }
        $null = $engine.Invoke()
        $shared = @{
            ids = @($sandbox.Tenant.PersonIds); documents = @($sandbox.Tenant.DocumentIds)
            saved = $saved; upload = $upload
        }
        $shared.GetEnumerator() | ForEach-Object { $engine.Runspace.SessionStateProxy.SetVariable($_.Key, $_.Value) }
        $scripts = @(
            '$documents | Save-PersonioDocument -Destination $saved -Force'
            '$ids | Save-PersonioProfilePicture -Destination $saved -Force'
            'Add-PersonioDocument $upload -OwnerId $ids[0] -Category 1 -Confirm:$false'
            '$ids | Get-PersonioEmployment | Out-Null'
            'Get-PersonioAttendancePeriod -From (Get-Date).AddDays(-30) -To (Get-Date)'
            'Get-PersonioPerson | Get-PersonioAbsencePeriod'
            '$ids | Set-PersonioPerson -PreferredName Other -Confirm:$false'
        )
        $dice = [random]::new($seed)
        for ($i = 0; $i -lt $count; $i++) {
            Set-RandomTrouble $sandbox $dice
            $engine.Commands.Clear()
            $null = $engine.AddScript($scripts[$i % $scripts.Count])
            $run = $engine.BeginInvoke()
            Start-Sleep -Milliseconds $dice.Next(5, 250)
            $watch = [System.Diagnostics.Stopwatch]::StartNew()
            $engine.Stop()
            $took = $watch.ElapsedMilliseconds
            $parts = @(Get-ChildItem $saved -Filter *.part -Force)

            $parts | Should -BeNullOrEmpty -Because "$($scripts[$i % $scripts.Count]) (case $i) was stopped after it wrote a part"
            $figures.Cases++
            $figures.Slow += $took -gt 200
            $figures.Longest = [math]::Max($figures.Longest, $took)
            $sandbox.ClearFaults()
            $sandbox.Options.Latency = [timespan]::Zero
            $engine.Commands.Clear()
            $engine.Streams.Error.Clear()
            $engine.AddScript('(Get-PersonioLegalEntity).Count').Invoke() | Should -BeGreaterThan 0
            $engine.Streams.Error | Should -BeNullOrEmpty
        }
        Remove-Engine $engine

        $figures.Slow | Should -BeLessOrEqual ([math]::Max(1, $count / 10))
        $figures.Longest | Should -BeLessThan 3000
    }
}

Describe 'A runspace that is closed without Disconnect-Personio' {
    It 'disposes its session and its sandbox' {
        $engine = New-Engine { Connect-Personio -Sandbox; Invoke-PersonioRequest '/v2/persons?limit=1' -Raw | ConvertTo-Json -Depth 9 }
        # The next-page link contains the address it listens on.
        "$($engine.Invoke())" -match '//127\.0\.0\.1:(\d+)/' | Should -BeTrue
        $port = $Matches[1]
        $during = Test-Listener $port

        Remove-Engine $engine

        $during | Should -BeTrue
        Test-Listener $port | Should -BeFalse
    }

    It 'leaves a session alone that was handed to another runspace' {
        $engine = New-Engine { Connect-Personio -Sandbox -SandboxPersonCount 7 -PassThru }
        $session = $engine.Invoke()[0]

        Remove-Engine $engine

        Get-PersonioPerson -Session $session | Should -HaveCount 7
        $session | Disconnect-Personio
    }
}

Describe 'Thirty-two runspaces and eight sessions' {
    It 'each see their own company, with one token for each that is revoked' {
        $sandboxes = @(1..8 | ForEach-Object { Start-Sandbox @{ PersonCount = 20 + 3 * $_; Seed = $_ } })
        $sessions = @($sandboxes | ForEach-Object {
                Connect-Personio -ClientId $_.ClientId -ClientSecret (Get-Secure $_.ClientSecret) -BaseUri $_.BaseUri -Name "S$($_.BaseUri.Port)" -PassThru
            })
        $module = (Get-Module Personio).Path
        $clock = [System.Diagnostics.Stopwatch]::StartNew()
        # The first session is used by all 32 runspaces, the others by some of them in turn.
        $job = 1..32 | ForEach-Object -ThrottleLimit 32 -AsJob -Parallel {
            Import-Module $using:module
            ($sandboxes, $sessions, $clock) = ($using:sandboxes, $using:sessions, $using:clock)
            $readings = 0
            while ($clock.Elapsed.TotalSeconds -lt $using:seconds) {
                foreach ($i in 0, ($_ % 8)) {
                    $ids = (Get-PersonioPerson -Session $sessions[$i]).PersonId -join ' '
                    if ($ids -ne ($sandboxes[$i].Tenant.PersonIds -join ' ')) { throw "Session $i gave persons of another company." }
                    $readings++
                }
            }
            $readings
        }
        $ended = 0
        $memory = @()
        while ($job.State -eq 'Running' -and $clock.Elapsed.TotalSeconds -lt $seconds + 120) {
            # Rarely enough that no request encounters two of them, even on a busy machine: it would be denied access.
            Start-Sleep -Milliseconds 2000
            if ($clock.Elapsed.TotalSeconds -gt 1 -and $clock.Elapsed.TotalSeconds -lt $seconds - 1) {
                $ended++
                $sandboxes.ExpireTokens()
                $memory += [GC]::GetTotalMemory($true)
            }
        }

        $readings = $job | Receive-Job -Wait -AutoRemoveJob -ErrorAction Stop
        $tokens = $sandboxes.TokenRequests
        $sessions | Disconnect-Personio
        $sandboxes.Dispose()

        $readings | Should -HaveCount 32
        $ended | Should -BeGreaterThan 0
        # One to connect, and one for each revoked token; a session with little use may not notice the last revocation.
        $tokens | ForEach-Object { $_ | Should -BeIn (1..(1 + $ended)) }
        $tokens[0] | Should -BeGreaterThan 1
        Write-Figure 'Engine sharing' @"
Engine sharing: 32 runspaces, 8 sessions, $seconds s
  readings: $(($readings | Measure-Object -Sum).Sum)
  tokens taken back, in each session: $ended
  token requests, in each session: $($tokens -join ' ')
  memory first and last, MB: $([math]::Round($memory[0] / 1MB)) $([math]::Round($memory[-1] / 1MB))
"@
    }
}

Describe 'Rows that are imported while responses get lost' {
    BeforeAll {
        $sandbox = Start-Sandbox @{ PersonCount = 5 }
        Connect-To $sandbox
    }

    AfterAll {
        Disconnect-Personio
        $sandbox.Dispose()
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    It 'exist once each after reruns with -SkipExisting: <noun>' -ForEach @(
        @{ Noun = 'AbsencePeriod'; Path = '/v2/absence-periods' }
        @{ Noun = 'AttendancePeriod'; Path = '/v2/attendance-periods' }
    ) {
        $persons = Add-Person $sandbox $rows
        $import = $persons | ForEach-Object {
            $noun -eq 'AbsencePeriod' ?
            [pscustomobject]@{ PersonId = $_; AbsenceType = 'Vacation'; StartDate = '2031-03-03'; EndDate = '2031-03-04' } :
            [pscustomobject]@{ PersonId = $_; Type = 'Work'; Start = '2031-03-03T08:00'; End = '2031-03-03T12:00' }
        }
        foreach ($after in $true, $false) {
            foreach ($fault in @{ Status = 500 }, @{ Kind = 'ResetBeforeResponse' }, @{ Kind = 'ResetInBody' }, @{ Kind = 'HtmlError'; Status = 200 }) {
                Add-Fault $sandbox ($fault + @{ Method = 'POST'; PathPrefix = $path; Probability = 0.08; Times = -1; AfterProcessing = $after; Seed = 5 })
            }
        }
        $before = $sandbox.Tenant.Ledger.Count
        $runs = 0
        $unknown = 0
        do {
            $faults = @()
            # Three lost responses in a row end an import, so it is run again.
            try {
                $null = $import | & "New-Personio$noun" -SkipExisting -ErrorAction SilentlyContinue -ErrorVariable faults
                $isEnded = $false
            }
            catch {
                $isEnded = $true
                $_.Exception.Message | Should -BeLike 'Stopped: 3 inputs in a row failed *'
            }
            $lost = @($faults | Where-Object { "$_" -notlike '*Stopped: 3 inputs in a row failed *' })
            $lost | ForEach-Object {
                $_.Exception.OutcomeUnknown | Should -BeTrue
                $_.Exception.Message | Should -Match 'repeating it with -SkipExisting is safe'
            }
            $unknown += $lost.Count
        } while (($isEnded -or $lost) -and ++$runs -lt 100)

        $isEnded | Should -BeFalse
        $lost | Should -BeNullOrEmpty
        $unknown | Should -BeGreaterThan 0
        $made = @($sandbox.Tenant.Ledger)[$before..($sandbox.Tenant.Ledger.Count - 1)]
        $made | Should -HaveCount $rows
        $made.Path | Sort-Object -Unique | Should -Be $path
        $owners = (& "Get-Personio$noun" -PersonId $persons).PersonId
        $owners | Sort-Object | Should -Be ($persons | Sort-Object)
    }
}

Describe 'Days on which the clock changes, on a computer in <_>' -ForEach $zones {
    It 'are written, found and filtered like all others' {
        $said = Invoke-NewProcess (Get-Content "$PSScriptRoot/ClockChange.ps1" -Raw) @{ TZ = $_; PERSONIO_TEST_ROOT = $PSScriptRoot }

        $found = $said | ConvertFrom-Json
        $found.Attendance | Should -Be @(
            '2026-03-28 2026-03-28T22:00:00 2026-03-29T05:00:00'
            '2026-03-29 2026-03-29T01:30:00 2026-03-29T03:30:00'
            '2026-10-24 2026-10-24T22:00:00 2026-10-25T05:00:00'
            '2026-10-25 2026-10-25T01:30:00 2026-10-25T03:30:00'
        )
        $found.March | Should -Be '2026-03-29 2026-03-29T01:30:00 2026-03-29T03:30:00'
        $found.October | Should -Be '2026-10-25 2026-10-25T01:30:00 2026-10-25T03:30:00'
        $found.Absences | Should -Be @(
            '2026-03-28 2026-03-29 First', '2026-03-29 2026-03-29 First', '2026-10-24 2026-10-26 First', '2026-10-25 2026-10-25 Second'
        )
        $found.AbsencesOfMarch | Should -Be '2026-03-28 2026-03-29 First', '2026-03-29 2026-03-29 First'
        $found.AbsencesOfOctober | Should -Be '2026-10-24 2026-10-26 First', '2026-10-25 2026-10-25 Second'
        # An hour that occurs twice or never counts from its earlier end.
        $hours = @{ 'Europe/Berlin' = '2026-03-29T00:30:00Z', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z' }[$_]
        if ($hours -and -not $IsWindows) {
            $found.After[0], $found.After[1], $found.Before[1] | ForEach-Object { ([datetime]$_).ToUniversalTime().ToString('s') + 'Z' } | Should -Be $hours
        }
    }
}
