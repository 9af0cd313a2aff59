BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Calls.ps1"
    # Cmdlets that return what they changed, with -PassThru if they have it.
    # Invoke-PersonioPlan changes accounts of a directory by the rows of a plan, and has separate tests.
    $changing = Get-Command -Module Personio -Name *-Personio* | Where-Object Verb -NE Export | Where-Object Name -NE Invoke-PersonioPlan |
        Where-Object { $_.Parameters.ContainsKey('WhatIf') } |
        Where-Object { $_.Verb -in 'New', 'Add', 'Invoke' -or $_.Parameters.ContainsKey('PassThru') } |
        ForEach-Object { @{ Cmdlet = $_.Name; PassThru = $_.Parameters.ContainsKey('PassThru') } }
    # Disconnect-Personio takes a session, and changes nothing in the company.
    $silent = Get-Command -Module Personio -Name *-Personio* | Where-Object Verb -NotIn Export, Import, Disconnect | Where-Object Name -NE Invoke-PersonioPlan |
        Where-Object { $_.Parameters.ContainsKey('WhatIf') } | ForEach-Object { @{ Cmdlet = $_.Name } }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    . "$PSScriptRoot/Writes.ps1"
    . "$PSScriptRoot/Calls.ps1"
    . "$PSScriptRoot/WatchedHost.ps1"
    $options = @{ PersonCount = 12; AttendanceDays = 5; Today = [DateOnly]::new(2026, 6, 1) }

    # Returns the requests that were carried out and were not reads.
    function Get-CompletedWrite {
        $sandbox.Requests | Where-Object Method -NE GET | Where-Object Status -In (200..299)
    }

    # Creates an absence in a separate engine, stops the pipeline after a request like this was sent, and returns the host.
    function Stop-Creation {
        param($Person, [scriptblock] $Sent)

        $sandbox.ClearRequests()
        $face = [Personio.Tests.WatchedHost]::new($true)
        $engine = New-Engine { }
        $engine.Runspace.Dispose()
        $engine.Runspace = [runspacefactory]::CreateRunspace($face)
        $engine.Runspace.Open()
        $engine.Commands.Clear()
        $null = $engine.AddScript({
                param($manifest, $session, $person)
                Import-Module $manifest
                New-PersonioAbsencePeriod $person Vacation 2031-08-04 2031-08-05 -Session $session
            }).AddArgument((Resolve-Path $manifest).Path).AddArgument((Get-PersonioSession)).AddArgument($Person)
        try {
            $null = $engine.BeginInvoke()
            $limit = [datetime]::UtcNow.AddSeconds(20)
            while (-not ($sandbox.Requests | Where-Object $Sent) -and [datetime]::UtcNow -lt $limit) {
                Start-Sleep -Milliseconds 10
            }

            $engine.Stop()
        }
        finally {
            Remove-Engine $engine
        }

        $face
    }
}

Describe 'The output of <cmdlet> is written' -ForEach $changing {
    BeforeEach {
        $sandbox = Start-Sandbox $options
        Connect-To $sandbox
        $writer = $writers[$cmdlet]
        $with = $writer.With ? (& $writer.With) : @{}
        $with.Confirm = $false
        $one, $bad, $two = Get-Input $writer
        if ($passThru) {
            $with.PassThru = $true
        }

        if ($cmdlet -eq 'Set-PersonioDocument') {
            # It reads documents by their owners.
            $one, $two = Get-PersonioPerson | Get-PersonioDocument -First 2 | Select-Object DocumentId, OwnerId
        }

        $sandbox.ClearRequests()
        $told = [System.Collections.Generic.List[object]]::new()
    }

    AfterEach {
        Disconnect-Personio
        $sandbox.Dispose()
    }

    It 'before the next error ends the pipeline' {
        try {
            $one, $two, $bad | & $cmdlet @with -ErrorAction Stop | ForEach-Object { $told.Add($_) }
        }
        catch {
            $failed = $_
        }

        $failed | Should -Not -BeNullOrEmpty
        Get-CompletedWrite | Should -HaveCount 2
        $told | Should -HaveCount 2
    }

    It 'as often as Select-Object -First needs it, and no more is sent' {
        $found = @($one, $two | & $cmdlet @with | Select-Object -First 1)

        $found | Should -HaveCount 1
        Get-CompletedWrite | Should -HaveCount 1
    }

    It 'before the next change, even if the consumer throws' {
        { $one, $two | & $cmdlet @with | ForEach-Object { $told.Add($_); throw 'No more.' } } | Should -Throw 'No more.'

        $told | Should -HaveCount 1
        Get-CompletedWrite | Should -HaveCount 1
    }
}

Describe 'A created object that cannot be read back' {
    BeforeEach {
        $sandbox = Start-Sandbox $options
        Connect-To $sandbox
    }

    AfterEach {
        Disconnect-Personio
        $sandbox.Dispose()
    }

    It 'is returned with its id if reading it back takes long: <cmdlet>' -ForEach @(
        @{ Cmdlet = 'New-PersonioAbsencePeriod'; Path = '^/v2/absence-periods/[^/]+$'; Id = 'AbsencePeriodId' }
        @{ Cmdlet = 'New-PersonioPerson'; Path = '^/v2/persons/[^/]+$'; Id = 'PersonId' }
    ) {
        $writer = $writers[$cmdlet]
        $with = $writer.With ? (& $writer.With) : @{}
        $one, $null, $two = Get-Input $writer
        Add-Fault $sandbox @{ Method = 'GET'; PathPattern = $path; Kind = 'StallBody'; Times = -1 }

        $made = $one | & $cmdlet @with

        $made | Should -HaveCount 1
        $made.$id | Should -Not -BeNullOrEmpty
        $sandbox.ClearFaults()
        $made | & $cmdlet.Replace('New', 'Get') | Should -HaveCount 1
    }

    It 'is reported on the host if the pipeline is stopped meanwhile' {
        $person = Add-Person $sandbox
        Add-Fault $sandbox @{ Method = 'GET'; PathPattern = '^/v2/absence-periods/[^/]+$'; Kind = 'StallBody'; Times = -1 }
        $face = Stop-Creation $person { $_.Path -like '/v2/absence-periods/*' -and $_.Path -notlike '*/breakdowns' }

        $sandbox.ClearFaults()
        $made = Get-PersonioAbsencePeriod -PersonId $person
        $made | Should -HaveCount 1
        $face.Warnings -join '' | Should -BeLike "*stopped*`"Create absence`" on `"person $person`", id $($made.AbsencePeriodId)."
    }

    It 'is reported on the host as possibly created if the pipeline is stopped before the response' {
        $person = Add-Person $sandbox
        Add-Fault $sandbox @{ Method = 'POST'; PathPattern = '^/v2/absence-periods'; Kind = 'StallBody'; AfterProcessing = $true; Times = -1 }
        $face = Stop-Creation $person { $_.Method -eq 'POST' }

        $face.Warnings -join '' | Should -BeLike "*may have been made*`"Create absence`" on `"person $person`". Check*"
    }

    It 'is in the summary before the error that ends the pipeline' {
        $one, $two = Add-Person $sandbox 2
        $with = @{ AbsenceType = 'Vacation'; StartDate = '2031-08-04'; EndDate = '2031-08-05' }
        $told = [System.Collections.Generic.List[object]]::new()

        {
            $one, $two, '0' | ForEach-Object { [pscustomobject]@{ PersonId = $_ } } |
                New-PersonioAbsencePeriod @with -Summary -ErrorAction Stop | ForEach-Object { $told.Add($_) }
        } | Should -Throw -ErrorId 'InvalidRequest,Personio.Commands.NewPersonioAbsencePeriodCommand'

        $told | Should -HaveCount 1
        $told[0].Created, $told[0].Failed | Should -Be 2, 1
    }
}

Describe 'The verbose stream of <cmdlet>' -ForEach $silent {
    BeforeEach {
        $sandbox = Start-Sandbox $options
        Connect-To $sandbox
        $writer = $writers[$cmdlet]
        $with = $writer.With ? (& $writer.With) : @{}
        $with.Confirm = $false
        $one, $null, $two = Get-Input $writer
        # All personal data in what the tests change, and the words for pay and sickness.
        $person = Get-PersonioPerson
        $secret = @(
            $person.FirstName
            $person.LastName
            $person.DisplayName
            $person.Email
            (Get-PersonioAbsenceType).Name
            (Get-PersonioCompensationType).Name
            ($person | Get-PersonioDocument).Name
            'Family', 'Given', 'EUR', '10.00', '.txt', '2026-08-03', '2026-07-01', 'example.org'
        ) | Where-Object { $_ -and $_.Length -gt 2 } | Sort-Object -Unique
        $pattern = '(?<!\w)(' + (($secret | ForEach-Object { [regex]::Escape($_) }) -join '|') + ')(?!\w)'
    }

    AfterEach {
        Disconnect-Personio
        $sandbox.Dispose()
    }

    It 'has ids, and no other personal data' {
        $told = $one, $two | & $cmdlet @with -Verbose 4>&1 |
            Where-Object { $_ -is [System.Management.Automation.VerboseRecord] } | ForEach-Object Message

        $told -match '^Performing the operation' | Should -HaveCount 2
        $told | Where-Object { $_ -match $pattern } | Should -BeNullOrEmpty
    }
}

Describe 'The verbose stream' {
    BeforeAll {
        $sandbox = Start-Sandbox $options
        Connect-To $sandbox
    }

    AfterAll {
        Disconnect-Personio
        $sandbox.Dispose()
    }

    It 'has no names if periods are skipped, but -WhatIf has them' {
        $person = Add-Person $sandbox
        $with = @{ PersonId = $person; AbsenceType = 'Vacation'; StartDate = '2031-08-04'; EndDate = '2031-08-05'; SkipExisting = $true }
        $made = New-PersonioAbsencePeriod @with

        $told = New-PersonioAbsencePeriod @with -Verbose 4>&1 | Where-Object { "$_" -like 'Skipped*' }

        "$told" | Should -Be "Skipped the absence period of person $($person): it already exists as $($made.AbsencePeriodId)."
        Get-HostOutput { New-PersonioAbsencePeriod @with -WhatIf } | Should -BeLike "*Vacation*2031-08-04*"
    }

    It 'has the id where the confirmation prompt and -WhatIf have the name' {
        $person = (Get-PersonioPerson -First 1)

        Get-HostOutput { $person | Remove-PersonioPerson -WhatIf } | Should -BeLike "*$($person.DisplayName)*$($person.PersonId)*"
        $told = $person | Remove-PersonioPerson -Confirm:$false -Verbose 4>&1
        "$($told -like 'Performing*')" | Should -Be "Performing the operation `"Remove person`" on target `"person $($person.PersonId)`"."
    }
}
