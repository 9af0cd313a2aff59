# Objects of one kind that are piped to the cmdlets of another kind are used for what they are, or refused. The ID of an
# object is never mistaken for the ID of another kind, although the alias Id binds it: a project and a cost center may have
# the same number.

BeforeDiscovery {
    # What each kind may be used for besides itself, by cmdlet.
    $own = @{
        Person        = '*'
        Application   = 'Get-PersonioApplicationTransition', 'Get-PersonioDocument'
        AbsencePeriod = 'Get-PersonioAbsenceBreakdown'
        AbsenceType   = 'Get-PersonioAbsencePeriod'
        LegalEntity   = 'Get-PersonioCompensation'
        Project       = 'Get-PersonioProjectMember', 'Add-PersonioProjectMember', 'Remove-PersonioProjectMember', 'Get-PersonioAttendancePeriod'
        Report        = 'Get-PersonioReportRow'
        Webhook       = 'Get-PersonioWebhookEvent', 'Get-PersonioWebhookDelivery'
    }
    $kinds = @{
        Person              = { Get-PersonioPerson -First 1 }
        Employment          = { Get-PersonioEmployment 4101 | Select-Object -First 1 }
        Attribute           = { Get-PersonioAttribute 'Locker' }
        AbsenceType         = { Get-PersonioAbsenceType Vacation }
        AbsencePeriod       = { Get-PersonioAbsencePeriod -First 1 }
        AttendancePeriod    = { Get-PersonioAttendancePeriod -First 1 }
        Project             = { Get-PersonioProject | Select-Object -First 1 }
        OrgUnit             = { Get-PersonioOrgUnit | Select-Object -First 1 }
        LegalEntity         = { Get-PersonioLegalEntity | Select-Object -First 1 }
        CostCenter          = { Get-PersonioCostCenter | Select-Object -First 1 }
        Workplace           = { Get-PersonioWorkplace | Select-Object -First 1 }
        Job                 = { Get-PersonioJob | Select-Object -First 1 }
        SalaryBand          = { Get-PersonioSalaryBand | Select-Object -First 1 }
        Compensation        = { Get-PersonioCompensation -PersonId 4101 | Select-Object -First 1 }
        CompensationType    = { Get-PersonioCompensationType | Select-Object -First 1 }
        Document            = { Get-PersonioDocument 4100 | Select-Object -First 1 }
        DocumentCategory    = { Get-PersonioDocumentCategory | Select-Object -First 1 }
        Application         = { Get-PersonioApplication -First 1 }
        Candidate           = { Get-PersonioCandidate -First 1 }
        RecruitingJob       = { Get-PersonioRecruitingJob | Select-Object -First 1 }
        RecruitingCategory  = { Get-PersonioRecruitingCategory | Select-Object -First 1 }
        Report              = { Get-PersonioReport | Select-Object -First 1 }
        Webhook             = { Get-PersonioWebhook | Select-Object -First 1 }
    }
    $cases = $kinds.GetEnumerator() | ForEach-Object { @{ Kind = $_.Key; Get = $_.Value; Own = @($own[$_.Key]) } }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"

    # What each cmdlet needs besides the object. Cmdlets that create something take properties, not IDs.
    $with = @{
        'Set-PersonioPerson'           = @{ PreferredName = 'x' }
        'Set-PersonioEmployment'       = @{ Position = 'x' }
        'Set-PersonioAbsencePeriod'    = @{ Comment = 'x' }
        'Set-PersonioAttendancePeriod' = @{ Comment = 'x' }
        'Set-PersonioProject'          = @{ Description = 'x' }
        'Set-PersonioDocument'         = @{ Comment = 'x' }
        'Set-PersonioWebhook'          = @{ Description = 'x' }
        'Add-PersonioProjectMember'    = @{ PersonId = 4102 }
        'Remove-PersonioProjectMember' = @{ PersonId = 4102 }
        'Save-PersonioDocument'        = @{ Destination = "$TestDrive" }
        'Save-PersonioProfilePicture'  = @{ Destination = "$TestDrive" }
    }
    $cmdlets = Get-Command -Module Personio -CommandType Cmdlet -Name *-Personio* |
        Where-Object { $_.Parameters['InputObject'] -and ($_.Verb -in 'Get', 'Remove' -or $with[$_.Name]) }

    # Returns whether the ID occurs in a request as a separate value.
    function Test-RequestedId {
        param($Request, [string] $Id)

        $values = @($Request.Path -split '/') + @($Request.Query.Values -split ',')
        $values -contains $Id -or $Request.Body -match "`"$([regex]::Escape($Id))`""
    }
}

Describe 'A piped <kind>' -ForEach $cases {
    BeforeAll {
        $sandbox = Start-Sandbox @{ PersonCount = 12; AttendanceDays = 5 }
        Connect-To $sandbox
        $object = & $get
    }

    AfterAll {
        Disconnect-Personio
        $sandbox.Dispose()
    }

    It 'is used for what it is, or refused, and its id is never mistaken for that of another kind' {
        $object | Should -HaveCount 1
        $id = $object.Id ?? $object."$($kind)Id"
        $id | Should -Not -BeNullOrEmpty
        $wrong = foreach ($cmdlet in $cmdlets | Where-Object { $_.Noun -ne "Personio$kind" -and $own -notcontains '*' -and $own -notcontains $_.Name }) {
            $arguments = $with[$cmdlet.Name] ?? @{}
            if ($cmdlet.Parameters['Confirm']) {
                $arguments = $arguments + @{ Confirm = $false }
            }

            $sandbox.ClearRequests()
            $null = $object | & $cmdlet @arguments -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
            if ($sandbox.Requests | Where-Object { Test-RequestedId $_ $id }) {
                $cmdlet.Name
            }
        }

        $wrong | Should -BeNullOrEmpty
    }
}

Describe 'A piped object that acts as a filter' {
    BeforeAll {
        $sandbox = Start-Sandbox @{ PersonCount = 60; AttendanceDays = 20 }
        Connect-To $sandbox
    }

    BeforeEach {
        $sandbox.ClearRequests()
    }

    AfterAll {
        Disconnect-Personio
        $sandbox.Dispose()
    }

    It 'returns the attendance on projects, one after the other' {
        $all = Get-PersonioAttendancePeriod | Where-Object ProjectId
        $projects = $all.ProjectId | Sort-Object -Unique | Select-Object -First 2
        $sandbox.ClearRequests()

        $found = Get-PersonioProject -ProjectId $projects | Get-PersonioAttendancePeriod

        $found.AttendancePeriodId | Sort-Object |
            Should -Be ($all | Where-Object ProjectId -In $projects | ForEach-Object AttendancePeriodId | Sort-Object)
    }

    It 'returns the attendance of one person on a project' {
        $some = (Get-PersonioAttendancePeriod | Where-Object ProjectId)[0]

        $found = Get-PersonioProject -ProjectId $some.ProjectId | Get-PersonioAttendancePeriod -PersonId $some.PersonId

        $found.PersonId | Select-Object -Unique | Should -Be $some.PersonId
        $found.ProjectId | Select-Object -Unique | Should -Be $some.ProjectId
        $found.AttendancePeriodId | Should -Contain $some.AttendancePeriodId
    }

    It 'returns the absences of a type' {
        $found = Get-PersonioAbsenceType Vacation | Get-PersonioAbsencePeriod

        $found.AbsenceType | Select-Object -Unique | Should -Be 'Vacation'
    }

    It 'returns the compensations of a legal entity' {
        $entity = Get-PersonioLegalEntity | Select-Object -Last 1

        $found = $entity | Get-PersonioCompensation

        $found.LegalEntityId | Select-Object -Unique | Should -Be $entity.LegalEntityId
    }

    It 'is refused with an explanation if there is no such filter' {
        Get-PersonioRecruitingJob | Select-Object -First 1 |
            Get-PersonioApplication -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed | Should -HaveCount 1
        $failed.FullyQualifiedErrorId | Should -BeLike 'InvalidRequest,*'
        $failed.Exception.Message | Should -BeLike 'Cannot use a piped Personio.Models.RecruitingJob*ApplicationId*'
    }

    It 'is refused with the names of the properties that would do' {
        [pscustomobject] @{ Mail = 'jo@example.org' } |
            Get-PersonioEmployment -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.Exception.Message |
            Should -Be 'Cannot use the piped object: it has none of the properties PersonId, PersonEmail, Email.'
    }

    It 'is asked for with the command to pipe from: <_>' -ForEach 'Get-PersonioWebhookEvent', 'Get-PersonioWebhookDelivery', 'Get-PersonioProjectMember', 'Get-PersonioApplicationTransition' {
        & $_ -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.Exception.Message | Should -BeLike "*or pipe *: Get-Personio* | $_."
    }
}
