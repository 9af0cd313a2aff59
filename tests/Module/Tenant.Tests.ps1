BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $north = Start-Sandbox @{ PersonCount = 6 }
    $south = Start-Sandbox @{ PersonCount = 6; Seed = 7 }

    # Returns the requests that each company received, and clears them.
    function Get-RequestByCompany {
        $asked = @{ North = @(Get-Sent $north); South = @(Get-Sent $south) }
        $north.ClearRequests()
        $south.ClearRequests()
        $asked
    }
}

AfterAll {
    Get-PersonioSession * | Disconnect-Personio
    $north.Dispose()
    $south.Dispose()
}

Describe 'Two companies in one runspace' {
    BeforeEach {
        Connect-To $north @{ Name = 'North' }
        Connect-To $south @{ Name = 'South' }
        $person = @(Get-PersonioPerson -Session North -First 3)
        $null = Get-RequestByCompany
    }

    AfterEach {
        Get-PersonioSession * | Disconnect-Personio
    }

    It 'leaves no current session when the current one is disconnected' {
        Disconnect-Personio

        Get-PersonioSession | Should -BeNullOrEmpty
        { Get-PersonioPerson } | Should -Throw -ErrorId 'NotConnected,*' -ExpectedMessage "No session is current. Run Select-PersonioSession or specify -Session. Available: 'North'*"
        (Get-RequestByCompany).North | Should -BeNullOrEmpty
    }

    It 'keeps the current session when another one is disconnected' {
        Disconnect-Personio North

        (Get-PersonioSession).Name | Should -Be South
    }

    It 'marks the current session in the table, and only there' {
        $table = Get-PersonioSession * | Format-Table | Out-String -Width 120

        $table | Should -Match '(?m)^\* South +http'
        $table | Should -Match '(?m)^North +http'
        (Get-PersonioSession South).Name | Should -BeExactly South
    }

    It 'uses the session of piped objects to read <what>' -ForEach @(
        @{ What = 'employments'; Call = { $person | Get-PersonioEmployment } }
        @{ What = 'absences'; Call = { $person | Get-PersonioAbsencePeriod } }
        @{ What = 'the same persons'; Call = { $person | Get-PersonioPerson } }
        @{ What = 'wide rows'; Call = { Get-PersonioPerson -Session North -First 2 -IncludeEmployment | Get-PersonioEmployment -IncludePerson } }
        @{ What = 'selected objects'; Call = { $person | Where-Object PersonId | Sort-Object PersonId | Get-PersonioDocument } }
        @{ What = 'balances'; Call = { $person | Get-PersonioAbsenceBalance } }
        @{ What = 'absences of a type by its name'; Call = { $person | Get-PersonioAbsencePeriod -AbsenceType Vacation } }
        @{ What = 'a calendar of a type by its name'; Call = { $person | Export-PersonioAbsenceCalendar -Format Text -PassThru -AbsenceType Vacation } }
        @{ What = 'a sum of a type by its name'; Call = { $person | Measure-PersonioAbsence -AbsenceType Vacation } }
        @{ What = 'documents of a category by its name'; Call = { $person | Get-PersonioDocument -Category 'Sick notes' } }
        @{ What = 'projects within one by its name'; Call = { Get-PersonioProject -Session North | Get-PersonioProject -ParentProjectId 'Open house' } }
        @{ What = 'attendance on a project by its name'; Call = { $person | Get-PersonioAttendancePeriod -ProjectId 'Open house' } }
        @{ What = 'pay of a legal entity by its name'; Call = { $person | Get-PersonioCompensation -LegalEntityId (Get-PersonioLegalEntity -Session North)[0].Name } }
        @{ What = 'pages of objects made from objects'; Call = { $person | Get-PersonioAbsencePeriod | Get-PersonioAbsenceBreakdown } }
    ) {
        $null = & $call

        $asked = Get-RequestByCompany
        $asked.North | Should -Not -BeNullOrEmpty
        $asked.South | Should -BeNullOrEmpty
    }

    It 'needs no current session for piped objects, even if a name was typed: <what>' -ForEach @(
        @{ What = 'an absence type'; Call = { $person | Get-PersonioAbsencePeriod -AbsenceType Vacation } }
        @{ What = 'an absence type of a calendar'; Call = { $person | Export-PersonioAbsenceCalendar -Format Text -PassThru -AbsenceType Vacation } }
        @{ What = 'a document category'; Call = { $person | Get-PersonioDocument -Category 'Sick notes' } }
        @{ What = 'a project'; Call = { $person | Get-PersonioAttendancePeriod -ProjectId 'Open house' } }
    ) {
        Disconnect-Personio

        { & $call } | Should -Not -Throw

        (Get-RequestByCompany).North | Should -Not -BeNullOrEmpty
    }

    It 'refuses a name that does not exist before any other request, and ends: <what>' -ForEach @(
        @{ What = 'an absence type'; Kind = 'AbsenceType'; Call = { Get-PersonioAbsencePeriod -PersonId a@example.org -AbsenceType Nonsense } }
        @{ What = 'an absence type of a calendar'; Kind = 'AbsenceType'; Call = { Export-PersonioAbsenceCalendar -PassThru -PersonId a@example.org -AbsenceType Nonsense } }
        @{ What = 'a document category'; Kind = 'DocumentCategory'; Call = { Get-PersonioDocument -OwnerId a@example.org -Category Nonsense } }
        @{ What = 'a project'; Kind = 'Project'; Call = { Get-PersonioAttendancePeriod -PersonId a@example.org -ProjectId Nonsense } }
        @{ What = 'a parent project'; Kind = 'Project'; Call = { Get-PersonioProject -ParentProjectId Nonsense } }
        @{ What = 'a legal entity'; Kind = 'LegalEntity'; Call = { Get-PersonioCompensation -PersonId a@example.org -LegalEntityId Nonsense } }
        @{ What = 'an absence type, for each of several inputs'; Kind = 'AbsenceType'; Call = { $person | Get-PersonioAbsencePeriod -AbsenceType Nonsense } }
    ) {
        { & $call -ErrorAction SilentlyContinue } | Should -Throw -ErrorId "${kind}NotFound,*"

        $asked = Get-RequestByCompany
        @($asked.North) + @($asked.South) | Where-Object { $_ -match 'persons|periods|documents|compensations$' } |
            Should -BeNullOrEmpty
    }

    It 'writes a calendar without absences for empty input' {
        @() | Export-PersonioAbsenceCalendar -Format Text -PassThru -AbsenceType Vacation | Should -Not -BeNullOrEmpty
    }

    It 'changes piped objects in their session, unless another one is specified: <what>' -ForEach @(
        @{ What = 'Set'; Call = { param($with) $person[0] | Set-PersonioPerson -PreferredName New @with } }
        @{ What = 'Remove'; Call = { param($with) $person[0] | Remove-PersonioPerson -Confirm:$false @with } }
        @{ What = 'New'; Call = { param($with) $person[0] | New-PersonioAbsencePeriod -AbsenceType Vacation -StartDate 2031-08-04 -EndDate 2031-08-05 @with } }
        @{ What = 'Add'; Call = { param($with) $person[0] | Add-PersonioProjectMember -ProjectId 82173 @with } }
    ) {
        $null = & $call @{}
        $theirs = Get-RequestByCompany
        $null = & $call @{ Session = 'South' } 2>&1
        $named = Get-RequestByCompany

        $theirs.South | Should -BeNullOrEmpty
        $theirs.North | Where-Object { $_ -notlike 'GET*' } | Should -Not -BeNullOrEmpty
        $named.North | Should -BeNullOrEmpty
        $named.South | Should -Not -BeNullOrEmpty
    }

    It 'uses the current session for ids, CSV rows and copies, which do not remember a session' {
        $person[0].PersonId | Get-PersonioPerson -ErrorAction SilentlyContinue
        $person[0] | ConvertTo-Csv | ConvertFrom-Csv | Get-PersonioEmployment -ErrorAction SilentlyContinue
        $person[0] | Export-Clixml TestDrive:/person.xml
        Import-Clixml TestDrive:/person.xml | Get-PersonioEmployment -ErrorAction SilentlyContinue

        (Get-RequestByCompany).North | Should -BeNullOrEmpty
    }

    It 'exposes nothing of the session in <form>' -ForEach @(
        @{ Form = 'CSV'; Write = { $person | ConvertTo-Csv } }
        @{ Form = 'JSON'; Write = { $person | ConvertTo-Json -Depth 8 } }
        @{ Form = 'Clixml'; Write = { $person | Export-Clixml TestDrive:/person.xml; Get-Content TestDrive:/person.xml } }
        @{ Form = 'the members'; Write = { ($person | Get-Member -Force).Name; $person | Format-List * -Force | Out-String } }
    ) {
        $text = (& $write) -join "`n"

        $text | Should -Match 'PersonId'
        $text | Should -Not -Match 'Origin|North|Session'
    }

    It 'refuses to mix the objects of two sessions in one command, one error each, and continues with the rest' {
        $others = @(Get-PersonioPerson -Session South -First 2)
        $null = Get-RequestByCompany

        $found = $person[0], $others[0], $person[1] | Get-PersonioEmployment -ErrorAction SilentlyContinue -ErrorVariable failed

        @($found.PersonId | Select-Object -Unique) | Should -Be $person[0, 1].PersonId
        $failed.TargetObject | Should -Be $others[0]
        "$failed" | Should -BeLike "*came from the session 'South'*already works in the session 'North'*-Session*"
        (Get-RequestByCompany).South | Should -BeNullOrEmpty
    }

    It 'reports that the session of an object was disconnected, and never uses another company' {
        Disconnect-Personio North

        { $person | Get-PersonioEmployment } |
            Should -Throw -ErrorId 'NotConnected,*' -ExpectedMessage "The session 'North' that this object came from was disconnected*"
        { $person | Set-PersonioPerson -PreferredName New } | Should -Throw -ErrorId 'NotConnected,*'
        (Get-RequestByCompany).South | Should -BeNullOrEmpty
    }

    It 'continues with objects of a session after connecting to the same company again' {
        Connect-To $north @{ Name = 'North' }
        $null = Get-RequestByCompany

        $person | Get-PersonioEmployment | Should -Not -BeNullOrEmpty

        (Get-RequestByCompany).South | Should -BeNullOrEmpty
    }

    It 'does not keep a disconnected session in memory' {
        $session = [System.WeakReference]::new((Get-PersonioSession North))
        Disconnect-Personio North
        $left = 1..20 | ForEach-Object {
            [GC]::Collect()
            [GC]::WaitForPendingFinalizers()
            $session.IsAlive
        } | Select-Object -Last 1

        $left | Should -BeFalse
        $person[0].PersonId | Should -Not -BeNullOrEmpty
    }
}
