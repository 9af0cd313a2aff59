# Persons specified by email address, wherever a cmdlet accepts the ID of a person.

BeforeDiscovery {
    # Every parameter that accepts a person, with a call that sends the person's ID. A convention test checks that none is missing.
    $calls = @{
        'Get-PersonioEmployee -PersonId'            = { Get-PersonioEmployee $args[0] }
        'Get-PersonioPerson -PersonId'              = { Get-PersonioPerson $args[0] }
        'Set-PersonioPerson -PersonId'              = { Set-PersonioPerson $args[0] -PreferredName x }
        'Remove-PersonioPerson -PersonId'           = { Remove-PersonioPerson $args[0] -Confirm:$false }
        'Get-PersonioEmployment -PersonId'          = { Get-PersonioEmployment $args[0] }
        'Set-PersonioEmployment -PersonId'          = { Set-PersonioEmployment $args[0] -Position x }
        'Set-PersonioEmployment -SupervisorId'      = { Set-PersonioEmployment $other -SupervisorId $args[0] }
        'New-PersonioPerson -SupervisorId'          = {
            New-PersonioPerson New Hire -EmploymentStatus Active -EmploymentType Internal -EmploymentStartDate 2026-06-01 -SupervisorId $args[0]
        }
        'Save-PersonioProfilePicture -PersonId'     = { Save-PersonioProfilePicture $args[0] $TestDrive -Force -ErrorAction Ignore }
        'Get-PersonioAbsencePeriod -PersonId'       = { Get-PersonioAbsencePeriod -PersonId $args[0] }
        'New-PersonioAbsencePeriod -PersonId'       = { New-PersonioAbsencePeriod $args[0] Vacation 2026-08-03 2026-08-04 }
        'New-PersonioAbsencePeriod -SubstituteId'   = { New-PersonioAbsencePeriod $other Vacation 2026-09-07 2026-09-08 -SubstituteId $args[0] }
        'Get-PersonioAbsenceBalance -PersonId'      = { Get-PersonioAbsenceBalance $args[0] }
        'Export-PersonioAbsenceCalendar -PersonId'  = { Export-PersonioAbsenceCalendar -PersonId $args[0] -Path (Join-Path $TestDrive 'c.html') -Force }
        'Measure-PersonioAbsence -PersonId'         = { Measure-PersonioAbsence -PersonId $args[0] }
        'Find-PersonioWorkingTimeIssue -PersonId'   = { Find-PersonioWorkingTimeIssue -PersonId $args[0] }
        'Get-PersonioAttendancePeriod -PersonId'    = { Get-PersonioAttendancePeriod -PersonId $args[0] }
        'New-PersonioAttendancePeriod -PersonId'    = { New-PersonioAttendancePeriod $args[0] Work '2026-05-04 08:00' '2026-05-04 16:00' }
        'Add-PersonioProjectMember -PersonId'       = { Add-PersonioProjectMember 82176 $args[0] }
        'Remove-PersonioProjectMember -PersonId'    = { Remove-PersonioProjectMember 82176 $args[0] -Confirm:$false }
        'Get-PersonioCompensation -PersonId'        = { Get-PersonioCompensation -PersonId $args[0] }
        'New-PersonioCompensation -PersonId'        = { New-PersonioCompensation $args[0] 'Shift allowance' 10 2026-07-01 -Currency EUR -Interval Monthly -Confirm:$false }
        'Add-PersonioDocument -OwnerId'             = { Add-PersonioDocument (New-Item (Join-Path $TestDrive "$(New-Guid).txt") -Value x) $args[0] 7 }
        'Get-PersonioDocument -OwnerId'             = { Get-PersonioDocument $args[0] }
        'Set-PersonioDocument -OwnerId'             = { Set-PersonioDocument $sandbox.Tenant.DocumentIds[0] -Comment x -OwnerId $args[0] -PassThru -ErrorAction Ignore }
    }
    $cases = $calls.GetEnumerator() | Sort-Object Key | ForEach-Object { @{ Parameter = $_.Key; Call = $_.Value } }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    . "$PSScriptRoot/Writes.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 12; Today = [DateOnly]::new(2026, 6, 1) }

    Connect-To $sandbox

    # Persons who have not been read yet, by address.
    $script:made = 0
    function Add-PersonWithEmail {
        param([int] $Count = 1)

        1..$Count | ForEach-Object {
            $script:made++
            $address = "given.$script:made@firma.example"
            [pscustomobject]@{ Email = $address; Id = $sandbox.Tenant.AddPerson('Given', "Family $script:made", $address) }
        }
    }

    # Returns the addresses that were looked up, one text for each request.
    function Get-LookedUpAddress {
        @(Get-Query $sandbox /v2/persons | Where-Object { $_['email'] } | ForEach-Object { $_['email'] })
    }

    # Returns all requests except the lookups.
    function Get-OtherRequest {
        @($sandbox.Requests | Where-Object { -not $_.Query['email'] } | ForEach-Object { "$($_.Method) $($_.RawTarget) $($_.Body)" })
    }
}

AfterAll {
    Get-PersonioSession -Name * | Disconnect-Personio
    $sandbox.Dispose()
}

Describe '<parameter>' -ForEach $cases {
    BeforeAll {
        $other = $sandbox.Tenant.PersonIds[1]
    }

    BeforeEach {
        $sandbox.ClearRequests()
    }

    It 'accepts an email address, which is looked up with one request, and sends the id' {
        $person = Add-PersonWithEmail

        $null = & $call $person.Email.ToUpperInvariant() -ErrorVariable failed

        Get-LookedUpAddress | Should -Be $person.Email.ToUpperInvariant()
        $sent = @(Get-OtherRequest)
        $sent | Where-Object { $_ -match "\b$($person.Id)\b" } | Should -Not -BeNullOrEmpty
        $sent -match '@|%40' | Should -BeNullOrEmpty
    }

    It 'refuses an unknown address, and changes nothing' {
        $ledger = $sandbox.Tenant.Ledger.Count

        $failed = @(& $call nobody@firma.example 2>&1)

        if ($call.ToString() -notmatch 'ErrorAction Ignore') {
            $failed | Should -HaveCount 1
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'PersonNotFound,*'
            $failed[0].Exception.Message | Should -BeLike "*'nobody@firma.example'*"
        }

        Get-LookedUpAddress | Should -Be 'nobody@firma.example'
        $sandbox.Requests | Where-Object Method -NE GET | Should -BeNullOrEmpty
        $sandbox.Tenant.Ledger.Count | Should -Be $ledger
    }
}

Describe 'Rows with addresses' {
    BeforeEach {
        $sandbox.ClearRequests()
    }

    It 'are looked up fifty at a time, and output and errors keep their order' -ForEach @(
        @{ Column = 'Email' }, @{ Column = 'PersonEmail' }, @{ Column = 'PersonId' }
    ) {
        $persons = Add-PersonWithEmail 59
        $addresses = @($persons[0..19].Email) + 'nobody@firma.example' + @($persons[20..58].Email) + $persons[0].Email

        $all = $addresses | ForEach-Object { [pscustomobject]@{ $column = $_ } } | Get-PersonioEmployment 2>&1

        $got = $all | ForEach-Object { $_ -is [System.Management.Automation.ErrorRecord] ? $_.TargetObject.$column : $_.PersonId }
        $got | Should -Be (@($persons[0..19].Id) + 'nobody@firma.example' + @($persons[20..58].Id) + $persons[0].Id)
        (Get-LookedUpAddress | ForEach-Object { ($_ -split ',').Count }) | Should -Be 50, 10
    }

    It 'keep their order among rows with ids, and rows with only ids cost no request' {
        $persons = Add-PersonWithEmail 3
        $rows = $persons[0].Id, $persons[1].Email, $persons[2].Id | ForEach-Object { [pscustomobject]@{ PersonId = $_ } }

        ($rows | Get-PersonioEmployment).PersonId | Should -Be $persons.Id
        $sandbox.ClearRequests()
        $null = $rows[0, 2] | Get-PersonioEmployment

        Get-LookedUpAddress | Should -BeNullOrEmpty
    }

    It 'are written one by one in order, including errors' {
        $persons = Add-PersonWithEmail 3
        $rows = $persons[0].Email, 'nobody@firma.example', $persons[1].Id, $persons[2].Email | ForEach-Object {
            [pscustomobject]@{ PersonId = $_; Type = 'Work'; Start = '2026-05-05 08:00'; End = '2026-05-05 12:00' }
        }

        $all = $rows | New-PersonioAttendancePeriod 2>&1

        $all | ForEach-Object { $_ -is [System.Management.Automation.ErrorRecord] ? $_.TargetObject : $_.PersonId } |
            Should -Be @($persons[0].Id, $rows[1], $persons[1].Id, $persons[2].Id)
        Get-LookedUpAddress | Should -HaveCount 1
    }

    It 'count once in a summary, and no more are written than are consumed' {
        $persons = Add-PersonWithEmail 4
        $rows = @($persons.Email) + 'nobody@firma.example' | ForEach-Object { [pscustomobject]@{ Email = $_ } }
        $with = @{ Type = 'Work'; Start = '2026-05-06 08:00'; End = '2026-05-06 12:00' }

        $summary = $rows | New-PersonioAttendancePeriod @with -Summary -ErrorAction SilentlyContinue
        $again = $rows | New-PersonioAttendancePeriod @with -SkipExisting -Summary -ErrorAction SilentlyContinue
        $sandbox.ClearRequests()
        $first = $rows | New-PersonioAttendancePeriod -Type Work -Start '2026-05-08 08:00' -End '2026-05-08 12:00' | Select-Object -First 1

        "$($summary.Created) $($summary.Skipped) $($summary.Failed)" | Should -Be '4 0 1'
        "$($again.Created) $($again.Skipped) $($again.Failed)" | Should -Be '0 4 1'
        $first.PersonId | Should -Be $persons[0].Id
        Get-Sent $sandbox POST | Should -HaveCount 1
    }

    It 'fill in an empty PersonId' {
        $person = Add-PersonWithEmail

        ([pscustomobject]@{ PersonId = ''; Email = $person.Email } | Get-PersonioEmployment).PersonId | Should -Be $person.Id
        ([pscustomobject]@{ Email = $person.Email } | Get-PersonioPerson).PersonId | Should -Be $person.Id
        ([pscustomobject]@{ PersonEmail = $person.Email } | Set-PersonioPerson -PreferredName Kim -PassThru).PersonId | Should -Be $person.Id
    }

    It 'have the new address in Email for Set-PersonioPerson' {
        $person = Add-PersonWithEmail

        [pscustomobject]@{ PersonId = $person.Email; Email = "new.$($person.Email)" } | Set-PersonioPerson

        (Get-PersonioPerson $person.Id).Email | Should -Be "new.$($person.Email)"
    }

    It 'are not looked up for persons, who bind by their ids' {
        $null = Get-PersonioPerson -First 5 | Get-PersonioEmployment
        $null = Get-PersonioPerson -First 5 | Get-PersonioAbsencePeriod
        $null = Get-PersonioPerson -First 5 | Add-PersonioProjectMember -ProjectId 82176 -WhatIf

        Get-LookedUpAddress | Should -BeNullOrEmpty
    }

    It 'are not looked up for a legal entity or an applicant' {
        $null = Get-PersonioLegalEntity | Get-PersonioCompensation
        Get-PersonioCandidate -First 1 | Get-PersonioEmployment -ErrorAction SilentlyContinue -ErrorVariable failed
        Get-PersonioCandidate -First 1 | Remove-PersonioPerson -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable +failed

        $failed.Exception.Message | Should -BeLike '*cannot use a piped Personio.Models.Candidate*'
        $failed | Should -HaveCount 2
        Get-LookedUpAddress | Should -BeNullOrEmpty
    }
}

Describe 'An address' {
    BeforeEach {
        $sandbox.ClearRequests()
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    It 'can be piped as text' {
        $one, $two = Add-PersonWithEmail 2

        ($one.Email, $two.Email | Get-PersonioEmployment).PersonId | Should -Be $one.Id, $two.Id
        ($one.Email | Get-PersonioPerson).PersonId | Should -Be $one.Id
        $null = $one.Email | Get-PersonioAbsencePeriod
        ($sandbox.Requests | Where-Object Path -EQ /v2/absence-periods).Query['person.id'] | Select-Object -First 1 | Should -Be $one.Id
    }

    It 'is looked up once per session, and again after persons were changed' {
        $one, $two = Add-PersonWithEmail 2
        $null = Get-PersonioEmployment $one.Email
        $null = Get-PersonioEmployment $one.Email, $two.Email

        Get-LookedUpAddress | Should -Be $one.Email, $two.Email

        Set-PersonioPerson $one.Id -Email "moved.$($one.Email)"
        Get-PersonioEmployment $one.Email -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -BeLike 'PersonNotFound,*'
        $failed[0].TargetObject | Should -Be $one.Email
    }

    It 'that several persons share is refused, and the error names them' {
        $person = Add-PersonWithEmail
        $twin = $sandbox.Tenant.AddPerson('Twin', 'Family', $person.Email)

        Set-PersonioPerson $person.Email -PreferredName x -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be 'InvalidRequest,Personio.Commands.SetPersonioPersonCommand'
        $failed[0].Exception.Message | Should -BeLike "*more than one person*($($person.Id))*'Twin Family' ($twin)*"
        Get-Sent $sandbox PATCH | Should -BeNullOrEmpty
    }

    It 'that is invalid is refused before any request: <_>' -ForEach 'a@b@c', '@firma.example', 'a b@firma.example', 'a@firma.example,b@firma.example' {
        $_ | Get-PersonioEmployment -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed[0].Exception.Message | Should -BeLike '*is not an email address*'
        $failed[0].TargetObject | Should -Be $_
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'that cannot be looked up is an error for each row, and ids continue' {
        $person = Add-PersonWithEmail
        Add-Fault $sandbox @{ PathPattern = '^/v2/persons$'; Status = 403; Times = -1 }

        $all = $person.Email, $person.Id | Get-PersonioEmployment 2>&1

        $all[0].FullyQualifiedErrorId | Should -BeLike 'AccessDenied,*'
        $all[0].Exception.Message | Should -BeLike "*'$($person.Email)' cannot be looked up. Specify the person id.*"
        $all[1].PersonId | Should -Be $person.Id
    }

    It 'is also looked up with -WhatIf, and the person is named before the removal' {
        $person = Add-PersonWithEmail

        $said = Get-HostOutput { Remove-PersonioPerson $person.Email -WhatIf }
        Remove-PersonioPerson nobody@firma.example -WhatIf -ErrorAction SilentlyContinue -ErrorVariable failed

        $said | Should -BeLike "*Given Family * <$($person.Email)> ($($person.Id))*"
        $failed.FullyQualifiedErrorId | Should -BeLike 'PersonNotFound,*'
        $sandbox.Requests | Where-Object Method -NE GET | Should -BeNullOrEmpty
    }

    It 'that was typed is looked up with the first row' {
        $person = Add-PersonWithEmail
        $rows = 1..3 | ForEach-Object { [pscustomobject]@{ Start = "2026-05-1$_ 08:00"; End = "2026-05-1$_ 12:00" } }

        $made = $rows | ForEach-Object { $sandbox.Tenant.Ledger.Count; $_ } | Where-Object { $_ -isnot [int] } |
            New-PersonioAttendancePeriod $person.Email -Type Work | ForEach-Object { $sandbox.Tenant.Ledger.Count }

        # Each is created before the next row is requested.
        $made | Should -Be ($made[0]..($made[0] + 2))
        Get-LookedUpAddress | Should -HaveCount 1
    }

    It 'or a person can be typed instead of the id' {
        $person = Get-PersonioPerson (Add-PersonWithEmail).Id

        (Get-PersonioEmployment $person).PersonId | Should -Be $person.PersonId
        (Get-PersonioEmployment -PersonId $person, 4101).PersonId | Select-Object -First 1 | Should -Be $person.PersonId
    }
}

Describe 'Objects that users specify by name' {
    BeforeEach {
        $sandbox.ClearRequests()
    }

    It 'are accepted by the plain parameters of <cmdlet>' -ForEach @(
        @{ Cmdlet = 'New-PersonioPerson'; Call = {
                New-PersonioPerson New Hire -EmploymentStatus Active -EmploymentType Internal -EmploymentStartDate 2026-06-01 `
                    -Supervisor $boss.Email -Department Finance -Team $team.Name -Workplace Hamburg -CostCenter '50102 Treasury'
            }; Sends = {
                "*`"supervisor`":{`"id`":`"$($boss.Id)`"},`"office`":{`"id`":`"311`"}*`"id`":`"$($finance.OrgUnitId)`"*`"id`":`"$($team.OrgUnitId)`"*{`"id`":`"1202`",`"weight`":100}*"
            }
        }
        @{ Cmdlet = 'New-PersonioAttendancePeriod'; Call = {
                New-PersonioAttendancePeriod $boss.Email Work '2026-05-20 08:00' '2026-05-20 16:00' -Project 'Named project'
            }; Sends = { "*`"project`":{`"id`":`"$($project.ProjectId)`"}*" }
        }
        @{ Cmdlet = 'Add-PersonioProjectMember'; Call = { Add-PersonioProjectMember -Project 'Named project' $boss.Email }; Sends = { "*`"id`":`"$($boss.Id)`"*" } }
    ) {
        $boss = Add-PersonWithEmail
        $units = Get-PersonioOrgUnit
        $finance = $units | Where-Object { $_.Type -eq 'department' -and $_.Name -eq 'Finance' }
        $team = ($units | Where-Object Type -EQ team)[0]
        $project = Get-PersonioProject -Name 'Named projec[t]'
        if (-not $project) {
            $project = New-PersonioProject 'Named project'
        }

        $sandbox.ClearRequests()

        $null = & $call

        ($sandbox.Requests | Where-Object Method -EQ POST).Body | Should -BeLike (& $sends)
    }
}

Describe 'Completion of persons' {
    BeforeAll {
        function Get-Completion {
            param([string] $Text)

            (TabExpansion2 $Text $Text.Length).CompletionMatches | Where-Object ResultType -EQ ParameterValue
        }

        $one = $sandbox.Tenant.AddPerson('Zita', 'Quellwasser', 'zq@firma.example')
        $two = $sandbox.Tenant.AddPerson('Zita', 'Zzyx', 'other@firma.example')
    }

    BeforeEach {
        Connect-To $sandbox
    }

    It 'inserts ids by name or address for <_>' -ForEach @(
        'Get-PersonioEmployment -PersonId quell', 'Get-PersonioEmployment quell', 'Set-PersonioEmployment 1 -Supervisor quell'
        'Get-PersonioDocument zq@', 'New-PersonioAbsencePeriod -SubstituteId quell'
    ) {
        $null = Get-PersonioPerson -PersonId $one, $two
        $sandbox.ClearRequests()

        $found = @(Get-Completion $_)

        $found.CompletionText | Should -Be $one
        $found.ListItemText | Should -BeIn 'Zita Quellwasser', 'zq@firma.example'
        $found.ToolTip | Should -Be 'Zita Quellwasser, zq@firma.example'
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'knows the persons that the session has seen, and sends no request' {
        Get-Completion 'Get-PersonioEmployment zita' | Should -BeNullOrEmpty
        Get-Sent $sandbox | Should -BeNullOrEmpty

        $null = Get-PersonioEmployment zq@firma.example

        (Get-Completion 'Get-PersonioEmployment zita').CompletionText | Should -Be $one
    }
}
