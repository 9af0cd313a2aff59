BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Examples.ps1"

    $docs = (Resolve-Path "$PSScriptRoot/../../docs/en-US").Path
    $cmdlets = Get-Command -Module Personio | ForEach-Object { @{ Cmdlet = $_.Name } }
    $topics = Get-Topic $docs
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Needs.ps1"
    . "$PSScriptRoot/../../build/Engine.ps1"
    . "$PSScriptRoot/Examples.ps1"

    $root = (Resolve-Path "$PSScriptRoot/../..").Path
    $docs = Join-Path $root 'docs/en-US'
    $scopes = [Personio.Client.Endpoints]::All.Scope | Where-Object { $_ } | Sort-Object -Unique
    $names = (Get-Command -Module Personio).Name
    $errorKinds = [Enum]::GetNames([Personio.Rest.ErrorKind])
    # The rules of plans have their own error IDs, and a row that was not applied has a status. The module loads them
    # when the first plan is created.
    Add-Type -Path (Join-Path (Split-Path $manifest) 'bin/Personio.Lifecycle.dll')
    $ruleErrors = [Personio.Lifecycle.LifecycleErrors].GetFields().ForEach({ $_.GetValue($null) })
    $pipeline = [System.Management.Automation.Language.PipelineAst]

    # Returns what a user can type: no common parameters, and no hidden ones that only the pipeline fills.
    function Get-PublicParameter {
        param([string] $Cmdlet)

        (Get-Command $Cmdlet).Parameters.Values |
            Where-Object Name -NotIn ([System.Management.Automation.PSCmdlet]::CommonParameters) |
            Where-Object { @($_.Attributes.DontShow) -notcontains $true } |
            ForEach-Object Name
    }
}

Describe 'The help of <cmdlet>' -ForEach $cmdlets {
    BeforeAll {
        $help = Get-Help $cmdlet -Full
        $notes = $help.alertSet | Out-String
        $found = @(Get-PageExample (Join-Path $docs "$cmdlet.md"))
    }

    It 'has a one-sentence summary, and a description' {
        $help.Synopsis.Trim() | Should -MatchExactly '(?s)^[A-Z].+\.$'
        $help.description.Text -join ' ' | Should -Match '\.$'
        ($help.description.Text -join ' ').Length | Should -BeGreaterThan $help.Synopsis.Length
    }

    It 'describes every parameter, and none that does not exist' {
        $described = @($help.parameters.parameter)

        $described.name | Sort-Object | Should -Be (Get-PublicParameter $cmdlet | Sort-Object)
        foreach ($parameter in $described) {
            $parameter.description.Text -join ' ' | Should -MatchExactly '(?s)^[$A-Z].+\.$' -Because "-$($parameter.name) needs a sentence"
        }
    }

    It 'lists the aliases of parameters, what binds from the pipeline, and where wildcards are allowed' {
        foreach ($parameter in $help.parameters.parameter) {
            $real = (Get-Command $cmdlet).Parameters[$parameter.name]
            $ways = @{
                'ByValue'        = $real.Attributes.ValueFromPipeline -contains $true
                'ByPropertyName' = $real.Attributes.ValueFromPipelineByPropertyName -contains $true
            }

            $aliases = $real.Aliases ? @($real.Aliases) : @('none')
            $parameter.aliases -split ',\s*' | Sort-Object | Should -Be ($aliases | Sort-Object) -Because $parameter.name
            $parameter.globbing | Should -Be "$($real.Attributes.TypeId.Name -contains 'SupportsWildcardsAttribute')" -Because $parameter.name
            foreach ($way in $ways.Keys) {
                $parameter.pipelineInput -match $way | Should -Be $ways[$way] -Because "-$($parameter.name) $way"
            }
        }
    }

    It 'shows the parameters in its syntax, in the sets they are in' {
        $shown = @($help.syntax.syntaxItem | ForEach-Object { ($_.parameter.name | Sort-Object) -join ' ' })
        $typed = Get-PublicParameter $cmdlet
        $real = (Get-Command $cmdlet).ParameterSets |
            ForEach-Object { ($_.Parameters.Name | Where-Object { $_ -in $typed } | Sort-Object) -join ' ' }

        $shown | Sort-Object | Should -Be ($real | Sort-Object)
    }

    It 'has at least two examples, one of them a pipeline with the cmdlet' {
        $found.Count | Should -BeGreaterOrEqual 2
        @($help.examples.example).Count | Should -Be $found.Count
        $code = [scriptblock]::Create($found.Code -join "`n").Ast
        $pipes = $code.FindAll({ $args[0] -is $pipeline -and $args[0].PipelineElements.Count -gt 1 }, $true)
        "$pipes" | Should -Match '-(Personio|PingOne)'
    }

    It 'names the required scope or role, which exists' {
        $notes | Should -Match ($cmdlet -like '*-PingOne*' ? 'Required role: ' : 'Required scope: ')
        $named = [regex]::Matches($notes, 'personio:[a-z:-]+').Value
        $named | Where-Object { $_ -notin $scopes } | Should -BeNullOrEmpty
    }

    It 'lists only errors that exist' {
        $notes -match '(?s)FullyQualifiedErrorId:(.+?)\.\s*about_' | Should -Be ($notes -notmatch 'Errors: none')
        $words = [regex]::Matches($Matches[1], '\b[A-Z][a-z]+[A-Z]\w+|Conflict').Value
        $words | Where-Object { $_ -notin $errorKinds -and $_ -notin $ruleErrors -and $_ -notlike '?*NotFound' -and $_ -ne 'NotKept' } | Should -BeNullOrEmpty
    }

    It 'describes input and output, with the properties of the output' {
        $help.inputTypes.inputType.description.Text -join ' ' | Should -Match '\.$'
        $out = $help.returnValues.returnValue.description.Text -join ' '
        $out | Should -Match '\.$'
        $type = (Get-Command $cmdlet).OutputType[0].Type
        if ($type.Namespace -eq 'Personio.Models') {
            $named = ($out -replace '(?s)^.*Properties: ').TrimEnd('.') -split ',\s+'
            $named | Sort-Object | Should -Be ($type.GetProperties('Public, Instance').Where{ -not $_.GetIndexParameters() }.Name | Sort-Object)
        }
    }

    It 'links to existing topics' {
        $links = @($help.relatedLinks.navigationLink.linkText)

        $links | Should -Not -BeNullOrEmpty
        foreach ($link in $links) {
            ($link -like 'about_*' ? (Test-Path (Join-Path $docs "$link.help.txt")) : $link -in $names) |
                Should -BeTrue -Because $link
        }
    }

    It 'fits a console of 80 characters, except for code' {
        $prose = @($help.Synopsis) + $help.description.Text + $help.parameters.parameter.description.Text + $help.alertSet.alert.Text
        ($prose -split '\r?\n' | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 70
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

    It 'name only existing cmdlets and topics: <topic>' -ForEach $topics {
        $text = Get-Content $file -Raw
        $cmdletsNamed = [regex]::Matches($text, '\b[A-Z][a-z]+-(Personio|PingOne)\w*').Value | Sort-Object -Unique
        $topicsNamed = [regex]::Matches($text, '\babout_\w+').Value | Sort-Object -Unique

        $cmdletsNamed | Where-Object { $_ -notin $names } | Should -BeNullOrEmpty
        $topicsNamed | Where-Object { -not (Test-Path (Join-Path $docs "$_.help.txt")) } | Should -BeNullOrEmpty
    }

    It 'are all in about_Personio' {
        $text = Get-Content (Join-Path $docs 'about_Personio.help.txt') -Raw

        Get-ChildItem $docs -Filter about_Personio_*.help.txt |
            ForEach-Object { $_.Name -replace '\.help\.txt$' } |
            Where-Object { $text -notmatch "\b$_\b" } |
            Should -BeNullOrEmpty
    }

    It 'list every scope, every cmdlet and every error in about_Personio_Troubleshooting' {
        $text = Get-Content (Join-Path $docs 'about_Personio_Troubleshooting.help.txt') -Raw

        $scopes | Where-Object { $text -notmatch "(?m)^ +$_\r?$" } | Should -BeNullOrEmpty
        $names | Where-Object { $text -notmatch "$_\b" } | Should -BeNullOrEmpty
        @($errorKinds -replace '^NotFound$', 'PersonNotFound') + $ruleErrors | Where-Object { $text -notmatch "(?m)^    $_ " } | Should -BeNullOrEmpty
    }
}

Describe 'Get-Help -Online' {
    It 'opens the page of the cmdlet in the project' {
        $hooks = [psobject].Assembly.GetType('System.Management.Automation.Internal.InternalTestHooks')
        $hook = $hooks.GetField('BypassOnlineHelpRetrieval', [System.Reflection.BindingFlags] 'Static, NonPublic')
        $hook.SetValue($null, $true)
        try {
            $opened = Get-Help New-PersonioAbsencePeriod -Online
        }
        finally {
            $hook.SetValue($null, $false)
        }

        "$opened" | Should -BeLike '*https://github.com/*/docs/en-US/New-PersonioAbsencePeriod.md*'
    }
}

Describe 'The help file' {
    It 'is generated from docs/en-US' {
        Skip-WithoutModule Microsoft.PowerShell.PlatyPS
        $name = 'Personio.dll-Help.xml'
        Invoke-Engine -NoProfile -File (Join-Path $root 'docs/Export-Help.ps1') -Destination $TestDrive

        Get-Content (Join-Path $TestDrive $name) -Raw | Should -BeExactly (
            Get-Content (Join-Path $root "src/Personio/en-US/$name") -Raw) -Because 'build.ps1 -Task Docs makes it again'
    }

    It 'is next to the manifest as it is in the sources' {
        $beside = Join-Path (Split-Path (Resolve-Path $manifest)) 'en-US/Personio.dll-Help.xml'

        (Get-FileHash $beside).Hash | Should -Be (Get-FileHash (Join-Path $root 'src/Personio/en-US/Personio.dll-Help.xml')).Hash
    }

    It 'has a page for each cmdlet and no others' {
        (Get-ChildItem $docs -Filter *.md).BaseName | Sort-Object | Should -Be ($names | Sort-Object)
    }
}
