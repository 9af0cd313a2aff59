BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Examples.ps1"

    $docs = (Resolve-Path "$PSScriptRoot/../../docs/en-US").Path
    $topics = Get-Topic $docs
    $examples = Get-Command -Module Personio | ForEach-Object {
        $name = $_.Name
        Get-PageExample (Join-Path $docs "$name.md") | ForEach-Object { @{ Cmdlet = $name; Title = $_.Title; Code = $_.Code } }
    }

    # Objects that do not exist, and the error that reports it.
    $nobody = '00000000-0000-0000-0000-000000000000'
    $none = '00000000-0000-4000-8000-000000000000'
    $missing = @(
        @{ Says = 'PersonNotFound'; Code = @(
                "'x' > x.txt; Add-PersonioDocument x.txt -OwnerId 1 -CategoryId 7"
                'Get-PersonioPerson 1', 'Set-PersonioPerson 1 -FirstName Given', 'Remove-PersonioPerson 1'
                'Get-PersonioEmployment 1', 'Get-PersonioAbsenceBalance 1', 'Get-PersonioEmployee 1', 'Get-PersonioEmployee -Name Nobody', 'Get-PersonioOrgChart Nothing'
                "'PersonEmail,StartDate,EndDate', 'nobody@example.com,2027-08-02,2027-08-06' > x.csv; Import-PersonioAbsence x.csv Vacation"
                "'PersonEmail,Start', 'nobody@example.com,2026-05-04T08:00' > x.csv; Import-PersonioAttendance x.csv Work")
        }
        @{ Says = 'EmploymentNotFound'; Code = @(
                "Get-PersonioEmployment 4100 -EmploymentId $nobody", "Set-PersonioEmployment 4100 $nobody -Position Clerk")
        }
        @{ Says = 'AttributeNotFound'; Code = @(
                'Get-PersonioAttribute Nothing', 'Get-PersonioPerson -First 1 -ExpandCustomAttribute Nothing'
                'Get-PersonioEmployee -Attribute Nothing')
        }
        @{ Says = 'ProfilePictureNotFound'; Code = @('Save-PersonioProfilePicture 1') }
        @{ Says = 'AbsenceTypeNotFound'; Code = @(
                'Get-PersonioAbsenceType Nothing', 'Get-PersonioAbsencePeriod -AbsenceType Nothing'
                'Export-PersonioAbsenceCalendar -AbsenceType Nothing', 'Measure-PersonioAbsence -AbsenceType Nothing'
                'Get-PersonioAbsenceBalance 4100 -AbsenceType Nothing'
                'New-PersonioAbsencePeriod 4100 Nothing 2027-08-02 2027-08-06'
                "'PersonId,StartDate,EndDate', '4100,2027-08-02,2027-08-06' > x.csv; Import-PersonioAbsence x.csv Nothing")
        }
        @{ Says = 'AbsenceCategoryNotFound'; Code = @('Measure-PersonioAbsence -Category NOTHING') }
        @{ Says = 'AbsencePeriodNotFound'; Code = @(
                "Get-PersonioAbsencePeriod -AbsencePeriodId $nobody", "Set-PersonioAbsencePeriod $nobody -Comment Text"
                "Remove-PersonioAbsencePeriod $nobody", "Get-PersonioAbsenceBreakdown $nobody")
        }
        @{ Says = 'AttendancePeriodNotFound'; Code = @(
                "Get-PersonioAttendancePeriod -AttendancePeriodId $nobody"
                "Set-PersonioAttendancePeriod $nobody -Comment Text", "Remove-PersonioAttendancePeriod $nobody")
        }
        @{ Says = 'ProjectNotFound'; Code = @(
                'Get-PersonioProject Nothing', 'Set-PersonioProject 1 -Name Name', 'Remove-PersonioProject 1'
                'Get-PersonioProjectMember 1', 'Add-PersonioProjectMember 1 4100', 'Remove-PersonioProjectMember 1 4100'
                "'PersonId,Start,ProjectId', '4100,2026-05-04T08:00,Nothing' > x.csv; Import-PersonioAttendance x.csv Work")
        }
        @{ Says = 'OrgUnitNotFound'; Code = @('Get-PersonioOrgUnit Nothing', 'Get-PersonioEmployee -Department Nothing', 'Get-PersonioEmployee -Team Nothing') }
        @{ Says = 'LegalEntityNotFound'; Code = @('Get-PersonioLegalEntity Nothing', 'Get-PersonioEmployee -LegalEntity Nothing') }
        @{ Says = 'CostCenterNotFound'; Code = @('Get-PersonioCostCenter Nothing', 'Get-PersonioEmployee -CostCenter Nothing') }
        @{ Says = 'WorkplaceNotFound'; Code = @('Get-PersonioWorkplace Nothing', 'Get-PersonioEmployee -Workplace Nothing') }
        @{ Says = 'JobNotFound'; Code = @('Get-PersonioJob Nothing') }
        @{ Says = 'SalaryBandNotFound'; Code = @('Get-PersonioSalaryBand Nothing') }
        @{ Says = 'CompensationTypeNotFound'; Code = @(
                'Get-PersonioCompensationType Nothing', 'New-PersonioCompensation 4100 Nothing 1 2026-07-01')
        }
        @{ Says = 'FileNotFound'; Code = @('Import-PersonioAbsence nothing.csv', 'Import-PersonioAttendance nothing.csv', 'Add-PersonioDocument nothing.txt -OwnerId 4100 -CategoryId 7', 'Get-PersonioPlanLog nothing.jsonl') }
        @{ Says = 'DocumentNotFound'; Code = @(
                'Set-PersonioDocument 1 -Name Name', 'Remove-PersonioDocument 1', 'Save-PersonioDocument 1')
        }
        @{ Says = 'DocumentCategoryNotFound'; Code = @(
                'Get-PersonioDocumentCategory Nothing', 'Get-PersonioDocument 4100 -Category Nothing'
                'Set-PersonioDocument 1 -Category Nothing'
                "'x' > x.txt; Add-PersonioDocument x.txt -OwnerId 4100 -Category Nothing")
        }
        @{ Says = 'ApplicationNotFound'; Code = @(
                'Get-PersonioApplication -ApplicationId 1', 'Get-PersonioApplicationTransition 1')
        }
        @{ Says = 'CandidateNotFound'; Code = @('Get-PersonioCandidate -CandidateId 1') }
        @{ Says = 'RecruitingJobNotFound'; Code = @('Get-PersonioRecruitingJob Nothing') }
        @{ Says = 'JobPostingNotFound'; Code = @('Get-PersonioJobPosting acme -Name Nothing') }
        @{ Says = 'RecipeNotFound'; Code = @('Get-PersonioRecipe Nothing') }
        @{ Says = 'RecruitingCategoryNotFound'; Code = @('Get-PersonioRecruitingCategory Nothing') }
        @{ Says = 'ReportNotFound'; Code = @('Get-PersonioReport Nothing', "Get-PersonioReportRow $nobody") }
        @{ Says = 'ReportAttributeNotFound'; Code = @('Get-PersonioReportAttribute Nothing') }
        @{ Says = 'WebhookNotFound'; Code = @(
                "Get-PersonioWebhook $nobody", "Set-PersonioWebhook $nobody -Description Text", "Remove-PersonioWebhook $nobody"
                "Test-PersonioWebhook $nobody", "Get-PersonioWebhookEvent $nobody", "Get-PersonioWebhookDelivery $nobody"
                "Send-PersonioWebhookEvent $nobody -OccurredAfter 2026-01-01")
        }
        @{ Says = 'SessionNotFound'; Code = @('Get-PersonioSession Nothing', 'Get-PingOneSession Nothing') }
        @{ Says = 'RequestNotFound'; Code = @('Invoke-PersonioRequest /v2/persons/1', "Invoke-PingOneRequest /users/$none") }
        @{ Says = 'UserNotFound'; Code = @(
                "Get-PingOneUser $none", "Set-PingOneUser $none -Title x", "Enable-PingOneUser $none", "Disable-PingOneUser $none")
        }
        @{ Says = 'PopulationNotFound'; Code = @(
                'Get-PingOnePopulation Nothing', 'Get-PingOneUser -Population Nothing', 'New-PingOneUser x -Population Nothing'
                "Set-PingOneUser $none -Population Nothing")
        }
        @{ Says = 'GroupNotFound'; Code = @(
                'Get-PingOneGroup Nothing', 'Get-PingOneUser -Group Nothing', 'Get-PingOneGroupMember Nothing'
                "Add-PingOneGroupMember Nothing $none", "Remove-PingOneGroupMember Nothing $none")
        }
        @{ Says = 'GroupMemberNotFound'; Code = @(
                "Get-PingOneGroupMember -UserId $none", "Add-PingOneGroupMember vpn-users $none")
        }
        @{ Says = 'AttributeNotFound'; Code = @('Get-PingOneAttribute Nothing', 'Get-PingOneUser -ExpandAttribute Nothing') }
        @{ Says = 'EnvironmentNotFound'; Code = @(
                "Connect-PingOne -EnvironmentId $none -AuthEnvironmentId `$environmentId -ApiBaseUri `$apiBaseUri -AuthBaseUri `$authBaseUri")
        }
    )
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    . "$PSScriptRoot/Examples.ps1"

    $names = (Get-Command -Module Personio).Name

    # An installed module is loaded automatically in runspaces that an example opens, so this one is too.
    $place = New-Item (Join-Path $TestDrive 'modules/Personio') -ItemType Directory
    $bin = Join-Path (Split-Path (Resolve-Path $manifest)) 'bin'
    (Get-Content $manifest -Raw).Replace("'bin/", "'$bin/") | Set-Content (Join-Path $place 'Personio.psd1')
    $modulePath = $env:PSModulePath
    $env:PSModulePath = (Join-Path $TestDrive 'modules') + [System.IO.Path]::PathSeparator + $modulePath

    # Examples run in a separate runspace, whose host does not show the text of -WhatIf.
    $engine = New-Engine { $null }

    function Test-Example {
        param([string] $Code, [string] $Scope)

        $engine.Commands.Clear()
        $null = $engine.AddScript({
                param($Scripts, $Code, $Folder, $Scope)
                $ErrorActionPreference = 'Stop'
                . (Join-Path $Scripts Common.ps1)
                . (Join-Path $Scripts Examples.ps1)
                Invoke-Example $Code $Folder $Scope
            }).AddArgument($PSScriptRoot).AddArgument($Code).AddArgument("$TestDrive").AddArgument($Scope)
        $engine.Invoke()
    }

    # Returns the ID of the error with which a line ends.
    function Test-Fault {
        param([string] $Line)

        try {
            $null = Test-Example $Line
        }
        catch {
            $record = $_.Exception.InnerException.ErrorRecord
            $record.Exception.ErrorRecord ? $record.Exception.ErrorRecord.FullyQualifiedErrorId : $record.FullyQualifiedErrorId
        }
    }
}

AfterAll {
    Remove-Engine $engine
    $env:PSModulePath = $modulePath
}

Describe 'The examples' {
    BeforeAll {
        $scopesOf = @{}
        foreach ($name in $names) {
            $scopesOf[$name] = [regex]::Matches((Get-Help $name -Full).alertSet.alert.Text, 'personio:[a-z-]+:[a-z]+').Value
        }

        # It needs the scope of its endpoint.
        $scopesOf['Invoke-PersonioRequest'] = 'personio:persons:read', 'personio:persons:write'

        # These may work in their runspace only, without a request to Personio.
        $silent = 'Disconnect-Personio', 'Get-PersonioSession', 'Select-PersonioSession', 'Connect-Personio', 'Connect-PingOne', 'Disconnect-PingOne', 'Get-PingOneSession', 'Get-PersonioRecipe'
    }

    It 'run in the sandbox with the scopes listed in the help: <cmdlet>, <title>' -ForEach $examples {
        $needed = $names | Where-Object { $code -match "$_\b" } | ForEach-Object { $scopesOf[$_] } | Sort-Object -Unique
        $done = Test-Example $code ($needed -join ' ')

        if ($cmdlet -notin $silent -and $code -notmatch '-WhatIf') {
            $done.Requests | Should -BeGreaterThan 0
        }

        if ($code -match '-WhatIf') {
            $done.Changes | Should -Be 0
        }

        # A question may have no result.
        if ($cmdlet -match '^(Get|Measure|Export|Save)-' -and $code -notmatch 'Where-Object|Email|-EventName') {
            $done.Shown | Should -BeGreaterThan 0 -Because 'whoever tries it in the sandbox wants to see something'
        }
    }

    It 'change and remove nothing real if they are pasted: <cmdlet>, <title>' -ForEach $examples {
        $ast = [System.Management.Automation.Language.Parser]::ParseInput($code, [ref] $null, [ref] $null)
        $changing = $ast.FindAll({ param($node) $node -is [System.Management.Automation.Language.CommandAst] -and $node.GetCommandName() -match '^(Set|Remove|Add)-Personio' }, $true)
        foreach ($command in $changing) {
            # Objects that the example created, and added documents, do not belong to real persons.
            $isOwn = $code -match 'New-Personio' -or $command.GetCommandName() -eq 'Add-PersonioDocument'
            if (-not $isOwn) {
                "$command" | Should -Match '-WhatIf'
            }

            if ("$command" -match '-Confirm:\$false') {
                "$command" | Should -Not -Match '\s\d{3,}\b' -Because 'an id that stands there is somebody real'
            }
        }
    }
}

Describe 'The topics' {
    It 'show code that runs in the sandbox: <topic>' -ForEach $topics {
        $code = Get-TopicCode $file

        $code | Should -Not -BeNullOrEmpty
        { Test-Example $code } | Should -Not -Throw
    }
}

Describe 'The errors for missing objects' {
    It 'are those listed in the help: <says>' -ForEach $missing {
        foreach ($line in $code) {
            $cmdlet = [regex]::Match($line, '[A-Z]\w+-(Personio|PingOne)\w*').Value

            (Get-Help $cmdlet -Full).alertSet.alert.Text | Should -Match "\b$says\b" -Because $line
            (Test-Fault $line) | Should -BeLike "$says,*" -Because $line
        }
    }

    It 'are all those listed in the help' -ForEach @{ Missing = $missing } {
        $tried = foreach ($fault in $missing) {
            $fault.Code | ForEach-Object { "$([regex]::Match($_, '[A-Z]\w+-(Personio|PingOne)\w*').Value) $($fault.Says)" }
        }
        $named = foreach ($name in $names) {
            [regex]::Matches((Get-Help $name -Full).alertSet.alert.Text, '\b[A-Z]\w+NotFound\b') |
                ForEach-Object { "$name $($_.Value)" }
        }

        # The sandbox has a feed for every company; JobPosting.Tests.ps1 tests the error for a missing feed.
        $tried += 'Get-PersonioJobPosting JobPostingFeedNotFound'
        $named | Where-Object { $_ -notin $tried } | Should -BeNullOrEmpty
    }
}
