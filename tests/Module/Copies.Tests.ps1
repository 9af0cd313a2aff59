BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"

    $outputs = Get-Command -Module Personio |
        ForEach-Object { $_.OutputType.Type } |
        Where-Object { $_.Namespace -like 'Personio.*' } |
        Sort-Object FullName -Unique |
        ForEach-Object { @{ Output = $_; Name = $_.Name } }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    . "$PSScriptRoot/Samples.ps1"

    $sandbox = Start-Sandbox @{ PersonCount = 40; Today = [DateOnly]::new(2026, 6, 1) }
    Connect-To $sandbox
    $some = Get-Sample $sandbox

    # As in a file: every object is a copy without a type of this module.
    $copies = @{}
    foreach ($name in $some.Keys) {
        $some[$name] | Select-Object -First 20 | Export-Clixml "$TestDrive/$name.xml"
        $copies[$name] = @(Import-Clixml "$TestDrive/$name.xml")
    }

    $plain = [string], [bool], [int], [long], [decimal], [double], [datetime]
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'A copy from a file of Export-Clixml' {
    It 'has the same values and the same table: <name>' -ForEach $outputs {
        $live, $copy = $some[$name][0], $copies[$name][0]
        $live.GetType() | Should -Be $output
        $copy.PSObject.TypeNames[0] | Should -Be "Deserialized.$output"

        foreach ($property in $output.GetProperties('Public, Instance') | Where-Object { $_.GetIndexParameters().Count -eq 0 }) {
            $type = [Nullable]::GetUnderlyingType($property.PropertyType) ?? $property.PropertyType
            # PowerShell copies of instants have only their parts and their text.
            if ($type -eq [DateTimeOffset]) {
                "$($copy.($property.Name))" | Should -Be "$($live.($property.Name))"
            }
            elseif ($type -in $plain) {
                $copy.($property.Name) | Should -Be $live.($property.Name)
                "$($copy.($property.Name)?.GetType())" | Should -Be "$($live.($property.Name)?.GetType())"
            }
        }

        $head = { ($args[0] | Out-String -Width 100) -split '\r?\n' | Where-Object { $_ } | Select-Object -First 2 }
        & $head $copy | Should -Be (& $head $live)
    }

    It 'still has the custom attributes, by label' {
        $live = $some.Person | Where-Object { $_.CustomAttributes.Label -contains 'Shirt size' } | Select-Object -First 1
        $copy = $copies.Person | Where-Object PersonId -EQ $live.PersonId

        ($copy.CustomAttributes | Where-Object Label -EQ 'Shirt size').Value | Should -Be $live.CustomAttributes['Shirt size']
        @($copy.CustomAttributes).Count | Should -Be $live.CustomAttributes.Count
        ($copy.CustomAttributes | Where-Object Type -EQ date | Select-Object -First 1).Value | Should -BeOfType datetime
    }

    It 'can be piped by id like the object: <call>' -ForEach @(
        @{ Of = 'Person'; Call = { $input | Get-PersonioPerson } }
        @{ Of = 'Person'; Call = { $input | Get-PersonioEmployment } }
        @{ Of = 'Person'; Call = { $input | Get-PersonioAbsencePeriod } }
        @{ Of = 'Person'; Call = { $input | Get-PersonioAbsenceBalance } }
        @{ Of = 'Employment'; Call = { $input | Get-PersonioPerson } }
        @{ Of = 'AbsencePeriod'; Call = { $input | Get-PersonioAbsencePeriod -IncludePerson } }
        @{ Of = 'AbsencePeriod'; Call = { $input | Get-PersonioAbsenceBreakdown } }
        @{ Of = 'AttendancePeriod'; Call = { $input | Get-PersonioProject -ErrorAction Stop } }
        @{ Of = 'AttendancePeriod'; Call = { $input | Measure-PersonioAttendance Person, Date } }
        @{ Of = 'Project'; Call = { $input | Get-PersonioProjectMember } }
        @{ Of = 'OrgUnit'; Call = { $input | Get-PersonioOrgUnit } }
        @{ Of = 'Document'; Call = { $input | Get-PersonioPerson -PersonId { $_.OwnerId } } }
        @{ Of = 'Application'; Call = { $input | Get-PersonioApplicationTransition } }
        @{ Of = 'Application'; Call = { $input | Get-PersonioCandidate } }
        @{ Of = 'Report'; Call = { $input | Get-PersonioReportRow -ErrorAction SilentlyContinue } }
    ) {
        $live = $some[$of] | Select-Object -First 8
        $copy = $copies[$of] | Select-Object -First 8

        $expected = @($live | & $call)
        $got = @($copy | & $call)

        $expected.Count | Should -BeGreaterThan 0
        ($got | ConvertTo-Csv) | Should -Be ($expected | ConvertTo-Csv)
    }

    It 'can be restored like the object: <of>' -ForEach @(
        @{ Of = 'AbsencePeriod'; New = { $input | New-PersonioAbsencePeriod -PersonId (Add-Person $sandbox) } }
        @{ Of = 'AttendancePeriod'; New = { $input | New-PersonioAttendancePeriod -PersonId (Add-Person $sandbox) } }
    ) {
        $made = @($copies[$of] | Select-Object -First 3 | & $new)

        $made.Comment | Should -Be ($some[$of] | Select-Object -First 3).Comment
        $made | Should -HaveCount 3
    }

    It 'keeps an open end' {
        $open = Add-Absence $sandbox (Add-Person $sandbox) '2026-07-01T00:00:00' 'FIRST_HALF'
        Get-PersonioAbsencePeriod -AbsencePeriodId $open | Export-Clixml "$TestDrive/open.xml"

        $made = Import-Clixml "$TestDrive/open.xml" | New-PersonioAbsencePeriod -PersonId (Add-Person $sandbox)

        $made.StartDate | Should -Be ([datetime] '2026-07-01')
        $made.EndDate | Should -BeNullOrEmpty
    }

    It 'changes only what was specified' {
        $sandbox.ClearRequests()
        $copies.Person | Select-Object -First 1 | Set-PersonioPerson -PreferredName Other
        $copies.Employment | Select-Object -First 1 | Set-PersonioEmployment -ErrorAction SilentlyContinue -ErrorVariable failed

        $sandbox.Requests | Where-Object Method -EQ PATCH | ForEach-Object Body | Should -Be '{"preferred_name":"Other"}'
        $failed.Exception.Message | Should -Match 'Nothing to change'
    }

    It 'of another kind is refused if its id could be that of something else' {
        $sandbox.ClearRequests()

        $copies.Person | Select-Object -First 1 | Remove-PersonioProject -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be 'InvalidRequest,Personio.Commands.RemovePersonioProjectCommand'
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }
}

Describe 'Objects that a job returns' {
    It 'can be piped on, and jobs connect from their environment' {
        $job = Start-Job -ArgumentList $manifest, $sandbox.BaseUri, $sandbox.ClientId, $sandbox.ClientSecret {
            Import-Module $args[0]
            Set-Item Env:PERSONIO_BASE_URL $args[1]
            Set-Item Env:PERSONIO_CLIENT_ID $args[2]
            Set-Item Env:PERSONIO_CLIENT_SECRET $args[3]
            Connect-Personio
            Get-PersonioPerson -First 3
            Get-PersonioAbsencePeriod -First 2
        }
        $got = $job | Receive-Job -Wait -AutoRemoveJob

        $persons = $got | Where-Object { $_.PSObject.TypeNames -contains 'Deserialized.Personio.Models.Person' }
        $absences = $got | Where-Object { $_.PSObject.TypeNames -contains 'Deserialized.Personio.Models.AbsencePeriod' }
        ($persons | Get-PersonioPerson).PersonId | Should -Be $some.Person[0..2].PersonId
        ($absences | Get-PersonioAbsencePeriod).AbsencePeriodId | Should -Be $some.AbsencePeriod[0, 1].AbsencePeriodId
        ($absences | Out-String -Width 100) | Should -Match 'AbsenceType +StartDate'
    }

    It 'can be shared with a thread job, which uses the session itself' {
        $session = Get-PersonioSession
        $module = (Get-Module Personio).Path
        $job = Start-ThreadJob { Import-Module $using:module; Get-PersonioPerson -First 3 -Session $using:session }

        ($job | Receive-Job -Wait -AutoRemoveJob).PersonId | Should -Be $some.Person[0..2].PersonId
    }
}
