BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Examples.ps1"

    $docs = (Resolve-Path "$PSScriptRoot/../../docs/en-US").Path
    $cmdlets = Get-Command -Module Personio | ForEach-Object { @{ Cmdlet = $_.Name } }
    $topics = Get-ChildItem $docs -Filter about_*.help.txt | ForEach-Object { @{ Topic = $_.Name -replace '\.help\.txt$'; File = $_.FullName } }
    $examples = Get-Command -Module Personio | ForEach-Object {
        $name = $_.Name
        Get-PageExample (Join-Path $docs "$name.md") | ForEach-Object { @{ Cmdlet = $name; Title = $_.Title; Code = $_.Code } }
    }

    # Without PlatyPS the help cannot be made again: the test says so and is none.
    $platyPS = Get-Module Microsoft.PowerShell.PlatyPS -ListAvailable | Select-Object -First 1
    if (-not $platyPS) {
        Write-Warning 'Microsoft.PowerShell.PlatyPS is not installed: whether the help is that of docs/en-US was not looked at.'
    }

    # What is not there, and the error that says so.
    $nobody = '00000000-0000-0000-0000-000000000000'
    $missing = @(
        @{ Says = 'PersonNotFound'; Code = @(
                'Get-PersonioPerson 1', 'Set-PersonioPerson 1 -FirstName Given', 'Remove-PersonioPerson 1'
                'Get-PersonioEmployment 1', 'Get-PersonioAbsenceBalance 1')
        }
        @{ Says = 'EmploymentNotFound'; Code = @(
                "Get-PersonioEmployment 4100 -EmploymentId $nobody", "Set-PersonioEmployment 4100 $nobody -Position Clerk")
        }
        @{ Says = 'AttributeNotFound'; Code = @('Get-PersonioAttribute Nothing') }
        @{ Says = 'ProfilePictureNotFound'; Code = @('Save-PersonioProfilePicture 1') }
        @{ Says = 'AbsenceTypeNotFound'; Code = @(
                'Get-PersonioAbsenceType Nothing', 'Get-PersonioAbsencePeriod -AbsenceType Nothing'
                'New-PersonioAbsencePeriod 4100 Nothing 2027-08-02 2027-08-06')
        }
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
                'Get-PersonioProjectMember 1', 'Add-PersonioProjectMember 1 4100', 'Remove-PersonioProjectMember 1 4100')
        }
        @{ Says = 'OrgUnitNotFound'; Code = @('Get-PersonioOrgUnit Nothing') }
        @{ Says = 'LegalEntityNotFound'; Code = @('Get-PersonioLegalEntity Nothing') }
        @{ Says = 'CostCenterNotFound'; Code = @('Get-PersonioCostCenter Nothing') }
        @{ Says = 'WorkplaceNotFound'; Code = @('Get-PersonioWorkplace Nothing') }
        @{ Says = 'JobNotFound'; Code = @('Get-PersonioJob Nothing') }
        @{ Says = 'SalaryBandNotFound'; Code = @('Get-PersonioSalaryBand Nothing') }
        @{ Says = 'CompensationTypeNotFound'; Code = @(
                'Get-PersonioCompensationType Nothing', 'New-PersonioCompensation 4100 Nothing 1 2026-07-01')
        }
        @{ Says = 'FileNotFound'; Code = @('Add-PersonioDocument nothing.txt -OwnerId 4100 -CategoryId 7') }
        @{ Says = 'DocumentNotFound'; Code = @(
                'Set-PersonioDocument 1 -Name Name', 'Remove-PersonioDocument 1', 'Save-PersonioDocument 1'
                "'x' > x.txt; Add-PersonioDocument x.txt -OwnerId 1 -CategoryId 7")
        }
        @{ Says = 'DocumentCategoryNotFound'; Code = @('Get-PersonioDocumentCategory Nothing') }
        @{ Says = 'ApplicationNotFound'; Code = @(
                'Get-PersonioApplication -ApplicationId 1', 'Get-PersonioApplicationTransition 1')
        }
        @{ Says = 'CandidateNotFound'; Code = @('Get-PersonioCandidate -CandidateId 1') }
        @{ Says = 'RecruitingJobNotFound'; Code = @('Get-PersonioRecruitingJob Nothing') }
        @{ Says = 'RecruitingCategoryNotFound'; Code = @('Get-PersonioRecruitingCategory Nothing') }
        @{ Says = 'ReportNotFound'; Code = @('Get-PersonioReport Nothing', "Get-PersonioReportRow $nobody") }
        @{ Says = 'ReportAttributeNotFound'; Code = @('Get-PersonioReportAttribute Nothing') }
        @{ Says = 'WebhookNotFound'; Code = @(
                "Get-PersonioWebhook $nobody", "Set-PersonioWebhook $nobody -Description Text", "Remove-PersonioWebhook $nobody"
                "Test-PersonioWebhook $nobody", "Get-PersonioWebhookEvent $nobody", "Get-PersonioWebhookDelivery $nobody"
                "Send-PersonioWebhookEvent $nobody $nobody")
        }
        @{ Says = 'SessionNotFound'; Code = @('Get-PersonioSession Nothing') }
        @{ Says = 'RequestNotFound'; Code = @('Invoke-PersonioRequest /v2/persons/1') }
    )

    $remade = @(if ($platyPS) { @{ Name = 'Personio.dll-Help.xml' } })
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    . "$PSScriptRoot/Examples.ps1"

    $root = (Resolve-Path "$PSScriptRoot/../..").Path
    $docs = Join-Path $root 'docs/en-US'
    $scopes = [Personio.Client.Endpoints]::All.Scope | Where-Object { $_ } | Sort-Object -Unique
    $names = (Get-Command -Module Personio).Name
    $errorKinds = [Enum]::GetNames([Personio.Client.ErrorKind])
    $pipeline = [System.Management.Automation.Language.PipelineAst]

    # An installed module loads by itself in runspaces that an example opens, and so does this one.
    $place = New-Item (Join-Path $TestDrive 'modules/Personio') -ItemType Directory
    $bin = Join-Path (Split-Path (Resolve-Path $manifest)) 'bin'
    (Get-Content $manifest -Raw).Replace("'bin/", "'$bin/") | Set-Content (Join-Path $place 'Personio.psd1')
    $modulePath = $env:PSModulePath
    $env:PSModulePath = (Join-Path $TestDrive 'modules') + [System.IO.Path]::PathSeparator + $modulePath

    # Examples run in a runspace of their own, whose host does not show what -WhatIf says.
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

    # What a user can type: not what every cmdlet has, and not what is hidden because only the pipeline fills it.
    function Get-Typed {
        param([string] $Cmdlet)

        (Get-Command $Cmdlet).Parameters.Values |
            Where-Object Name -NotIn ([System.Management.Automation.PSCmdlet]::CommonParameters) |
            Where-Object { @($_.Attributes.DontShow) -notcontains $true } |
            ForEach-Object Name
    }

    # The id of the error that a line ends with.
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

Describe 'The help of <cmdlet>' -ForEach $cmdlets {
    BeforeAll {
        $help = Get-Help $cmdlet -Full
        $notes = $help.alertSet | Out-String
        $found = @(Get-PageExample (Join-Path $docs "$cmdlet.md"))
    }

    It 'says in a sentence what it does, and then more' {
        $help.Synopsis.Trim() | Should -MatchExactly '(?s)^[A-Z].+\.$'
        $help.description.Text -join ' ' | Should -Match '\.$'
        ($help.description.Text -join ' ').Length | Should -BeGreaterThan $help.Synopsis.Length
    }

    It 'describes every parameter, and none that does not exist' {
        $described = @($help.parameters.parameter)

        $described.name | Sort-Object | Should -Be (Get-Typed $cmdlet | Sort-Object)
        foreach ($parameter in $described) {
            $parameter.description.Text -join ' ' | Should -MatchExactly '(?s)^[$A-Z].+\.$' -Because "-$($parameter.name) needs a sentence"
        }
    }

    It 'shows the parameters in its syntax, in the sets they are in' {
        $shown = @($help.syntax.syntaxItem | ForEach-Object { ($_.parameter.name | Sort-Object) -join ' ' })
        $typed = Get-Typed $cmdlet
        $real = (Get-Command $cmdlet).ParameterSets |
            ForEach-Object { ($_.Parameters.Name | Where-Object { $_ -in $typed } | Sort-Object) -join ' ' }

        $shown | Sort-Object | Should -Be ($real | Sort-Object)
    }

    It 'has two examples or more, one of them a pipeline with the cmdlet in it' {
        $found.Count | Should -BeGreaterOrEqual 2
        @($help.examples.example).Count | Should -Be $found.Count
        $code = [scriptblock]::Create($found.Code -join "`n").Ast
        $pipes = $code.FindAll({ $args[0] -is $pipeline -and $args[0].PipelineElements.Count -gt 1 }, $true)
        "$pipes" | Should -Match '-Personio'
    }

    It 'says which scope it needs, and knows its name' {
        $notes | Should -Match 'Required scope: '
        $named = [regex]::Matches($notes, 'personio:[a-z:-]+').Value
        $named | Where-Object { $_ -notin $scopes } | Should -BeNullOrEmpty
    }

    It 'names errors that there are' {
        $notes -match '(?s)FullyQualifiedErrorId:(.+?)\.\s*about_' | Should -Be ($notes -notmatch 'Errors: none')
        $words = [regex]::Matches($Matches[1], '\b[A-Z][a-z]+[A-Z]\w+|Conflict').Value
        $words | Where-Object { $_ -notin $errorKinds -and $_ -notlike '?*NotFound' } | Should -BeNullOrEmpty
    }

    It 'says what goes in and what comes out, with its properties' {
        $help.inputTypes.inputType.description.Text -join ' ' | Should -Match '\.$'
        $out = $help.returnValues.returnValue.description.Text -join ' '
        $out | Should -Match '\.$'
        $type = (Get-Command $cmdlet).OutputType[0].Type
        if ($type.Namespace -eq 'Personio.Models') {
            $named = ($out -replace '(?s)^.*Properties: ').TrimEnd('.') -split ',\s+'
            $named | Sort-Object | Should -Be ($type.GetProperties('Public, Instance').Name | Sort-Object)
        }
    }

    It 'leads on, to what exists' {
        $links = @($help.relatedLinks.navigationLink.linkText)

        $links | Should -Not -BeNullOrEmpty
        foreach ($link in $links) {
            ($link -like 'about_*' ? (Test-Path (Join-Path $docs "$link.help.txt")) : $link -in $names) |
                Should -BeTrue -Because $link
        }
    }

    It 'fits a console of 80 characters where it is prose' {
        $prose = @($help.Synopsis) + $help.description.Text + $help.parameters.parameter.description.Text + $help.alertSet.alert.Text
        ($prose -split '\r?\n' | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 70
    }
}

Describe 'The examples' {
    BeforeAll {
        # These may be about their runspace alone.
        $scopesOf = @{}
        foreach ($name in $names) {
            $scopesOf[$name] = [regex]::Matches((Get-Help $name -Full).alertSet.alert.Text, 'personio:[a-z-]+:[a-z]+').Value
        }

        # It needs that of its endpoint.
        $scopesOf['Invoke-PersonioRequest'] = 'personio:persons:read', 'personio:persons:write'

        $silent = 'Disconnect-Personio', 'Get-PersonioSession', 'Select-PersonioSession', 'Connect-Personio'
    }

    It 'run in the sandbox with the scopes that the help names: <cmdlet>, <title>' -ForEach $examples {
        $needed = $names | Where-Object { $code -match "$_\b" } | ForEach-Object { $scopesOf[$_] } | Sort-Object -Unique
        $done = Test-Example $code ($needed -join ' ')

        if ($cmdlet -notin $silent -and $code -notmatch '-WhatIf') {
            $done.Requests | Should -BeGreaterThan 0
        }

        if ($code -match '-WhatIf') {
            $done.Changes | Should -Be 0
        }
    }
}

Describe 'The errors of what is not there' {
    It 'are those that the help names: <says>' -ForEach $missing {
        foreach ($line in $code) {
            $cmdlet = [regex]::Match($line, '[A-Z]\w+-Personio\w+').Value

            (Get-Help $cmdlet -Full).alertSet.alert.Text | Should -Match "\b$says\b" -Because $line
            (Test-Fault $line) | Should -BeLike "$says,*" -Because $line
        }
    }

    It 'are all those that the help names' -ForEach @{ Missing = $missing } {
        $tried = foreach ($fault in $missing) {
            $fault.Code | ForEach-Object { "$([regex]::Match($_, '[A-Z]\w+-Personio\w+').Value) $($fault.Says)" }
        }
        $named = foreach ($name in $names) {
            [regex]::Matches((Get-Help $name -Full).alertSet.alert.Text, '\b[A-Z]\w+NotFound\b') | ForEach-Object { "$name $($_.Value)" }
        }

        $named | Where-Object { $_ -notin $tried } | Should -BeNullOrEmpty
    }
}

Describe 'The topics' {
    It 'are found by Get-Help, and are those of docs: <topic>' -ForEach $topics {
        $beside = Join-Path (Split-Path (Resolve-Path $manifest)) "en-US/$topic.help.txt"

        (Get-FileHash $beside).Hash | Should -Be (Get-FileHash $file).Hash
        (Get-Help $topic | Out-String) | Should -Match "TOPIC\r?\n    $topic\b"
    }

    It 'fit a console of 80 characters: <topic>' -ForEach $topics {
        (Get-Content $file | Measure-Object Length -Maximum).Maximum | Should -BeLessThan 80
    }

    It 'name only cmdlets and topics that there are: <topic>' -ForEach $topics {
        $text = Get-Content $file -Raw
        $cmdletsNamed = [regex]::Matches($text, '\b[A-Z][a-z]+-Personio\w*').Value | Sort-Object -Unique
        $topicsNamed = [regex]::Matches($text, '\babout_\w+').Value | Sort-Object -Unique

        $cmdletsNamed | Where-Object { $_ -notin $names } | Should -BeNullOrEmpty
        $topicsNamed | Where-Object { -not (Test-Path (Join-Path $docs "$_.help.txt")) } | Should -BeNullOrEmpty
    }

    It 'show code that runs in the sandbox: <topic>' -ForEach $topics {
        $code = Get-TopicCode $file

        $code | Should -Not -BeNullOrEmpty
        { Test-Example $code } | Should -Not -Throw
    }

    It 'are all in about_Personio' {
        $text = Get-Content (Join-Path $docs 'about_Personio.help.txt') -Raw

        Get-ChildItem $docs -Filter about_Personio_*.help.txt |
            ForEach-Object { $_.Name -replace '\.help\.txt$' } |
            Where-Object { $text -notmatch "\b$_\b" } |
            Should -BeNullOrEmpty
    }

    It 'tell every scope, every cmdlet and every error in about_Personio_Troubleshooting' {
        $text = Get-Content (Join-Path $docs 'about_Personio_Troubleshooting.help.txt') -Raw

        $scopes | Where-Object { $text -notmatch "(?m)^ +$_\r?$" } | Should -BeNullOrEmpty
        $names | Where-Object { $text -notmatch "$_\b" } | Should -BeNullOrEmpty
        $errorKinds -replace '^NotFound$', 'PersonNotFound' | Where-Object { $text -notmatch "(?m)^    $_ " } | Should -BeNullOrEmpty
    }
}

Describe 'The help file' {
    It 'is the one that docs/en-US makes: <name>' -ForEach $remade {
        & (Get-Process -Id $PID).Path -NoProfile -File (Join-Path $root 'docs/Export-Help.ps1') -Destination $TestDrive

        Get-Content (Join-Path $TestDrive $name) -Raw | Should -BeExactly (
            Get-Content (Join-Path $root "src/Personio/en-US/$name") -Raw) -Because 'build.ps1 -Task Docs makes it again'
    }

    It 'stands beside the manifest as it is in the sources' {
        $beside = Join-Path (Split-Path (Resolve-Path $manifest)) 'en-US/Personio.dll-Help.xml'

        (Get-FileHash $beside).Hash | Should -Be (Get-FileHash (Join-Path $root 'src/Personio/en-US/Personio.dll-Help.xml')).Hash
    }

    It 'has a page for each cmdlet and no other' {
        (Get-ChildItem $docs -Filter *.md).BaseName | Sort-Object | Should -Be ($names | Sort-Object)
    }
}
