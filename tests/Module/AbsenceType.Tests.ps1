BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 2 }
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'Get-PersonioAbsenceType' {
    BeforeEach {
        Connect-To $sandbox
    }

    It 'returns all types with one request' {
        $types = Get-PersonioAbsenceType

        $types.AbsenceTypeId | Should -Be $sandbox.Tenant.AbsenceTypeIds
        $types[0] | Should -BeOfType 'Personio.Models.AbsenceType'
        Get-Sent $sandbox | Should -Be 'GET /v2/absence-types'
    }

    It 'returns the types that match <name>' -ForEach @(
        @{ Name = 'Vacation'; Found = 'Vacation' }
        @{ Name = 'vacation'; Found = 'Vacation' }
        @{ Name = '*leave'; Found = 'Unpaid leave', 'Parental leave' }
        @{ Name = 'sick day?'; Found = 'Sick days' }
        @{ Name = 'Ü*'; Found = 'Überstundenausgleich' }
        @{ Name = 'Doctor, "short"'; Found = 'Doctor, "short"' }
        @{ Name = 'Sick day', 'Vac*'; Found = 'Sick day', 'Vacation' }
    ) {
        (Get-PersonioAbsenceType -Name $name).Name | Should -Be $found
    }

    It 'writes an error for a name that does not exist, and continues' {
        $found = Get-PersonioAbsenceType 'Nothing', 'Vacation' -ErrorAction SilentlyContinue -ErrorVariable failed

        $found.Name | Should -Be 'Vacation'
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -Be 'AbsenceTypeNotFound,Personio.Commands.GetPersonioAbsenceTypeCommand'
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failed[0].TargetObject | Should -Be 'Nothing'
    }

    It 'returns nothing, and no error, for a pattern that matches nothing' {
        Get-PersonioAbsenceType 'Nothing*' -ErrorVariable failed | Should -BeNullOrEmpty

        $failed | Should -BeNullOrEmpty
    }

    It 'gets types by id in any case, in the requested order, with one error for each unknown id' {
        $ids = $sandbox.Tenant.AbsenceTypeIds

        $found = Get-PersonioAbsenceType -Id $ids[3], 'none', $ids[0].ToUpper() 2>&1

        $found[0, 2].AbsenceTypeId | Should -Be $ids[3, 0]
        $found[1].FullyQualifiedErrorId | Should -Be 'AbsenceTypeNotFound,Personio.Commands.GetPersonioAbsenceTypeCommand'
        $found[1].TargetObject | Should -Be 'none'
        Get-Sent $sandbox | Should -HaveCount 1
    }

    It 'accepts absences, types and CSV rows from the pipeline' {
        $wanted = Get-PersonioAbsencePeriod -First 2
        $wanted | Export-Csv TestDrive:/absences.csv

        ($wanted | Get-PersonioAbsenceType).AbsenceTypeId | Should -Be $wanted.AbsenceTypeId
        (Import-Csv TestDrive:/absences.csv | Get-PersonioAbsenceType).AbsenceTypeId | Should -Be $wanted.AbsenceTypeId
        (Get-PersonioAbsenceType | Get-PersonioAbsenceType).AbsenceTypeId | Should -Be $sandbox.Tenant.AbsenceTypeIds
    }

    It 'writes one error for piped null, and lists nothing' {
        $found = $null | Get-PersonioAbsenceType -ErrorAction SilentlyContinue -ErrorVariable failed

        $found | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Should -Be 'InvalidRequest,Personio.Commands.GetPersonioAbsenceTypeCommand'
    }
}
