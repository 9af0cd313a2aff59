BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 6; Today = [DateOnly]::new(2026, 6, 1) }
    Connect-To $sandbox

    function Get-VerboseText {
        param([scriptblock] $Call)

        & $Call 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] } | ForEach-Object Message
    }
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'On Verbose, a listing of periods' {
    It 'says that it reads everything, and how to limit it: <call>' -ForEach @(
        @{ Call = { Get-PersonioAbsencePeriod -Verbose }; What = 'absence period' }
        @{ Call = { Get-PersonioAbsencePeriod -Status Pending -IncludePerson -Verbose }; What = 'absence period' }
        @{ Call = { Get-PersonioAttendancePeriod -Verbose }; What = 'attendance period' }
        @{ Call = { Get-PersonioAttendancePeriod -Status Pending, Rejected -Verbose }; What = 'attendance period' }
    ) {
        $said = @(Get-VerboseText $call | Where-Object { $_ -like 'Reading every*' })

        $said | Should -HaveCount 1
        $said | Should -Be "Reading every $what of the company, from the first day to the last. Limit it with -From and -To, or with -First."
    }

    It 'does not say so if it is limited: <call>' -ForEach @(
        @{ Call = { Get-PersonioAbsencePeriod -From 2026-05-01 -Verbose } }
        @{ Call = { Get-PersonioAbsencePeriod -To 2026-05-01 -Verbose } }
        @{ Call = { Get-PersonioAbsencePeriod -First 3 -Verbose } }
        @{ Call = { Get-PersonioAbsencePeriod -UpdatedAfter 2026-05-01 -Verbose } }
        @{ Call = { Get-PersonioAbsencePeriod -AbsenceType Vacation -Verbose } }
        @{ Call = { Get-PersonioAbsencePeriod -PersonId $sandbox.Tenant.PersonIds[0] -Verbose } }
        @{ Call = { $sandbox.Tenant.AbsencePeriodIds[0] | Get-PersonioAbsencePeriod -Verbose } }
        @{ Call = { Get-PersonioPerson -First 2 | Get-PersonioAttendancePeriod -Verbose } }
        @{ Call = { Get-PersonioAttendancePeriod -Status Pending -Verbose } }
        @{ Call = { Get-PersonioAttendancePeriod -From 2026-05-01 -To 2026-05-31 -Verbose } }
    ) {
        $said = Get-VerboseText $call

        $said | Should -Not -BeNullOrEmpty
        $said -like 'Reading every*' | Should -BeNullOrEmpty
    }
}

Describe 'An unknown status' {
    It 'causes a warning with the known ones, and is searched for anyway: <call>' -ForEach @(
        @{ Call = { Get-PersonioAbsencePeriod -Status genehmigt, pending }; Known = 'Approved, DeletionPending, Pending, Rejected, SubstituteRequested' }
        @{ Call = { Export-PersonioAbsenceCalendar -Status genehmigt -WhatIf }; Known = 'Approved, DeletionPending, Pending, Rejected, SubstituteRequested' }
        @{ Call = { Get-PersonioAttendancePeriod -Status genehmigt, confirmed }; Known = 'Confirmed, Pending, Rejected' }
    ) {
        $told = & $call 3>&1 | Where-Object { $_ -is [System.Management.Automation.WarningRecord] }

        "$told" | Should -Be "Unknown status 'genehmigt'; the filter probably matches nothing. Known values: $known."
    }
}

Describe 'The requests of a cmdlet' {
    BeforeAll {
        function Get-Advanced { [CmdletBinding()] param() Get-PersonioPerson -First 1 }
        function Get-WithPreference { $VerbosePreference = 'Continue'; Get-PersonioPerson -First 1 }
        $module = New-Module { function Get-Inside { [CmdletBinding()] param() Get-PersonioPerson -First 1 } }
    }

    AfterAll {
        Remove-Module $module
    }

    It 'are reported on Verbose: <call>' -ForEach @(
        @{ Call = { Get-PersonioPerson -First 1 -Verbose } }
        @{ Call = { Get-Advanced -Verbose } }
        @{ Call = { Get-Inside -Verbose } }
        @{ Call = { Get-WithPreference } }
        @{ Call = { $PSDefaultParameterValues = @{ 'Get-PersonioPerson:Verbose' = $true }; Get-PersonioPerson -First 1 } }
    ) {
        @(Get-VerboseText $call) -like 'GET /v2/persons?limit=1 -> 200,*' | Should -HaveCount 1
    }

    It 'are not reported: <call>' -ForEach @(
        @{ Call = { Get-PersonioPerson -First 1 } }
        @{ Call = { $VerbosePreference = 'Continue'; Get-PersonioPerson -First 1 -Verbose:$false } }
    ) {
        Get-VerboseText $call | Should -BeNullOrEmpty
    }
}
