BeforeDiscovery {
    $removals = @(
        @{ Name = 'Remove-PersonioPerson'; Id = { $sandbox.Tenant.PersonIds[-1] } }
        @{ Name = 'Remove-PersonioAbsencePeriod'
            Id = { $sandbox.Tenant.AbsencePeriodIds | Where-Object { $_ -ne $sandbox.Tenant.ManagedLeaveId } | Select-Object -First 1 } }
        @{ Name = 'Remove-PersonioAttendancePeriod'; Id = { $sandbox.Tenant.AttendancePeriodIds[0] } }
        @{ Name = 'Remove-PersonioProject'; Id = { (New-PersonioProject "Short lived $(New-Guid)").ProjectId } }
        @{ Name = 'Remove-PersonioDocument'; Id = { (Get-PersonioDocument -OwnerId $sandbox.Tenant.PersonIds[0] -First 1).DocumentId } }
        @{ Name = 'Remove-PersonioWebhook'; Id = { $sandbox.Tenant.WebhookIds[0] } }
    )
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 20; AttendanceDays = 3 }
    Connect-To $sandbox
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'A removal whose response is lost' {
    BeforeEach {
        $key = & ($Id ?? { '' })
        $sandbox.ClearRequests()
        $lost = @{ Method = 'DELETE'; Kind = 'Status'; Status = 503; Headers = @{ 'Retry-After' = '0' } }
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    It 'succeeds if Personio then no longer finds the resource: <name>' -ForEach $removals {
        Add-Fault $sandbox ($lost + @{ AfterProcessing = $true })

        $failed = @(& $name $key -Confirm:$false 2>&1)

        $failed | Should -BeNullOrEmpty
        Get-Sent $sandbox DELETE | Should -HaveCount 2
    }

    It 'has an unknown outcome if the 404 is not about the resource: <name>, <body>' -ForEach @(
        foreach ($one in $removals + @{ Name = 'Remove-PersonioProjectMember'; Id = { (Get-PersonioProject -First 1).ProjectId }
                With = { @{ PersonId = $sandbox.Tenant.PersonIds[0] } } }) {
            foreach ($body in '{"message":"no Route matched with those values"}', '<html>Not here</html>', '') {
                $one + @{ Body = $body }
            }
        }
    ) {
        Add-Fault $sandbox $lost
        Add-Fault $sandbox @{ Method = 'DELETE'; Kind = 'RawBody'; Status = 404; Body = $body; ContentType = 'application/json'; Times = -1 }
        $more = $With ? (& $With) : @{}

        $failed = @(& $name $key @more -Confirm:$false 2>&1)

        $failed | Should -HaveCount 1
        $failed[0].Exception.OutcomeUnknown | Should -BeTrue
        $failed[0].Exception.StatusCode | Should -Be 404
    }

    It 'has an unknown outcome for members if the project is missing then: <name>' -ForEach @(
        @{ Name = 'by person'; With = { @{ PersonId = $sandbox.Tenant.PersonIds[0] } } }
        @{ Name = 'all'; With = { @{ All = $true } } }
    ) {
        $key = (Get-PersonioProject -First 1).ProjectId
        $more = & $With
        Add-Fault $sandbox $lost
        Add-Fault $sandbox @{ Method = 'DELETE'; Kind = 'RawBody'; Status = 404; ContentType = 'application/problem+json'; Times = -1
            Body = '{"errors":[{"title":"Resource not found","detail":"There is no resource for the specified id."}]}' }

        $failed = @(Remove-PersonioProjectMember $key @more -Confirm:$false 2>&1)

        $failed | Should -HaveCount 1
        $failed[0].Exception.OutcomeUnknown | Should -BeTrue
    }
}
