BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"

    $root = (Resolve-Path "$PSScriptRoot/../..").Path
    $cmdlets = Get-Command -Module Personio | ForEach-Object { @{ Cmdlet = $_.Name } }
    $outputs = Get-Command -Module Personio |
        ForEach-Object { $_.OutputType.Type } |
        Where-Object { $_.Namespace -like 'Personio.*' } |
        Sort-Object FullName -Unique |
        ForEach-Object { @{ Output = $_; Name = $_.Name } }
    $xml = Get-ChildItem "$root/src/Personio" -Filter *.ps1xml | ForEach-Object { @{ File = $_.FullName; Name = $_.Name } }

    $folders = "$root/build.ps1", "$root/Personio.psd1", "$root/docs/*.ps1", "$root/docs/recipes/*.ps1", "$root/build/*.ps1"
    $folders += "$root/tests/Package/*.ps1", "$root/tests/Module/*.ps1", "$root/tests/Module/Vault/*/*.ps*1"
    $folders += "$root/tests/Benchmarks/scripts/*.ps1", "$root/tests/Benchmarks/scripts/*/*.ps1"
    $scripts = Get-ChildItem $folders | ForEach-Object { @{ File = $_.FullName; Name = $_.Name } }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Needs.ps1"
    . "$PSScriptRoot/Apart.ps1"
    . "$PSScriptRoot/Samples.ps1"
    $folder = (Resolve-Path $manifest).Path | Split-Path
    $data = Import-PowerShellDataFile $manifest
}

Describe 'The module' {
    It 'loads no assembly from outside its folder and the runtime, and no part of the network' {
        $said = Invoke-Fresh {
            $before = [AppDomain]::CurrentDomain.GetAssemblies().Location
            Import-Module $env:PERSONIO_TEST_MANIFEST
            [AppDomain]::CurrentDomain.GetAssemblies().Location | Where-Object { $_ -and $_ -notin $before }
        }

        $loaded = $said -split '\r?\n'
        $own = $loaded | Where-Object { $_.StartsWith((Join-Path $folder 'bin')) }
        $own | Split-Path -Leaf | Should -Contain 'Personio.dll'
        # The .NET tool runs on the shared runtime, which is not in the folder of the engine.
        $runtime = [System.Runtime.InteropServices.RuntimeEnvironment]::GetRuntimeDirectory()
        $loaded | Where-Object { $_ -notin $own -and -not $_.StartsWith($PSHOME) -and -not $_.StartsWith($runtime) } | Should -BeNullOrEmpty
        $loaded | Split-Path -Leaf | Should -Not -Contain 'System.Net.Sockets.dll'
    }

    It 'writes nothing when it is imported, and imports twice' {
        Invoke-Fresh {
            Import-Module $env:PERSONIO_TEST_MANIFEST
            Import-Module $env:PERSONIO_TEST_MANIFEST -Force
            (Get-Module Personio | Measure-Object).Count
        } | Should -Be '1'
    }

    It 'has a valid manifest' {
        $module = Test-ModuleManifest $manifest -ErrorAction Stop

        $module.Version | Should -Be ([version] $data.ModuleVersion)
        $module.PowerShellVersion | Should -Be '7.4'
        $module.CompatiblePSEditions | Should -Be 'Core'
    }

    It 'exports what its manifest says, sorted, and nothing else' {
        $exported = Get-Module Personio

        (Get-Command -Module Personio).Name | Sort-Object | Should -Be $data.CmdletsToExport
        $exported.ExportedCommands.Keys | Sort-Object | Should -Be ($data.CmdletsToExport | Sort-Object)
        $exported.ExportedFunctions.Count + $exported.ExportedAliases.Count + $exported.ExportedVariables.Count |
            Should -Be 0
    }

    It 'exports every cmdlet it has' {
        $classes = [Personio.PersonioCommand].Assembly.GetTypes() |
            Where-Object { -not $_.IsAbstract -and $_.IsSubclassOf([Personio.PersonioCommand]) } |
            ForEach-Object { ($_.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false)) } |
            ForEach-Object { "$($_.VerbName)-$($_.NounName)" }

        $classes | Sort-Object | Should -Be ($data.CmdletsToExport | Sort-Object)
    }

    It 'uses approved verbs' {
        (Get-Command -Module Personio).Verb | Where-Object { $_ -notin (Get-Verb).Verb } | Should -BeNullOrEmpty
    }

    It 'answers Get-Help with a syntax: <cmdlet>' -ForEach $cmdlets {
        $help = Get-Help $cmdlet

        $help.Name | Should -Be $cmdlet
        $help | Out-String | Should -Match "(?m)^\s+$cmdlet \["
    }

    It 'says what <cmdlet> writes' -ForEach $cmdlets {
        (Get-Command $cmdlet).OutputType | Should -Not -BeNullOrEmpty
    }
}

Describe 'The formats' {
    BeforeAll {
        $sandbox = Start-Sandbox @{ PersonCount = 60; Today = [DateOnly]::new(2026, 6, 1) }
        Connect-To $sandbox

        $some = Get-Sample $sandbox

        function Get-View {
            param([type] $Output, [type] $Kind)

            (Get-FormatData -TypeName $Output.FullName).FormatViewDefinition.Control | Where-Object { $_ -is $Kind }
        }
    }

    AfterAll {
        Disconnect-Personio
        $sandbox.Dispose()
    }

    It 'show <name> as a table of at most 6 columns in 100 characters' -ForEach $outputs {
        $table = Get-View $output ([System.Management.Automation.TableControl])

        $table | Should -HaveCount 1
        $table.Headers.Count | Should -BeIn (2..6)
        $table.Headers.Width | Should -Not -Contain 0
        ($table.Headers | Measure-Object Width -Sum).Sum + $table.Headers.Count - 1 | Should -BeLessOrEqual 100
        $table.Headers.Count | Should -Be $table.Rows[0].Columns.Count
    }

    It 'show <name> as a list of all its public properties' -ForEach $outputs {
        $list = Get-View $output ([System.Management.Automation.ListControl])

        $list | Should -HaveCount 1
        $items = $list.Entries[0].Items
        $shown = $items | ForEach-Object { $_.Label ? $_.Label : $_.DisplayEntry.Value }
        $output.GetProperties('Public, Instance').Where{ -not $_.GetIndexParameters() }.Name | Where-Object { $_ -notin $shown } | Should -BeNullOrEmpty
    }

    It 'have something to show of every type: <name>' -ForEach $outputs {
        $some[$name] | Should -Not -BeNullOrEmpty
        $some[$name][0] | Should -BeOfType $output
    }

    It 'print <name> as such a table, also in another culture' -ForEach $outputs {
        $culture = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'de-DE'
            $text = $some[$name] | Out-String -Width 100
        }
        finally {
            [cultureinfo]::CurrentCulture = $culture
        }

        $lines = $text -replace '\e\[[0-9;]*m' -split '\r?\n' | Where-Object { $_ }
        $lines[1] | Should -Match '^-+( +-+)+ *$'
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 100
        $lines[0] | Should -Not -Match '…'
        $lines.Count | Should -Be ($some[$name].Count + 2)
        $text | Should -Not -Match '\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b'
        $text | Should -Not -Match '00:00:00|System\.'
    }

    It 'print <name> as a list without types of the runtime' -ForEach $outputs {
        $text = $some[$name] | Select-Object -First 20 | Format-List | Out-String -Width 200

        $text | Should -Not -Match 'System\.|Personio\.(Models|Client)\.|ValueKind'
    }

    It 'print days as yyyy-MM-dd' {
        ($some.AbsencePeriod | Out-String -Width 100) | Should -Match '\b20\d\d-\d\d-\d\d\b'
        ($some.Employment | Out-String -Width 100) | Should -Match '\b20\d\d-\d\d-\d\d\b'
        ($some.AttendancePeriod | Out-String -Width 100) | Should -Match '\b20\d\d-\d\d-\d\d\b'
        ($some.AbsenceBreakdown | Out-String -Width 100) | Should -Match '\b20\d\d-\d\d-\d\d\b'
    }

    It 'are XML that can be read: <name>' -ForEach $xml {
        { [xml] (Get-Content $file -Raw) } | Should -Not -Throw
    }

    It 'leave the alias Id out of what is exported' {
        $person = $some.Person[0]

        $person.Id | Should -Be $person.PersonId
        ($person | ConvertTo-Csv)[0] | Should -Not -Match '"Id"'
        ($person | Select-Object *).PSObject.Properties.Name | Should -Not -Contain 'Id'
    }
}

Describe 'The identity parameters' {
    It 'have the alias Id on all that changes and removes' {
        # Two ids name an employment, so neither is Id.
        $identities = Get-Command -Module Personio -Verb Set, Remove | Where-Object Name -NE Set-PersonioEmployment |
            ForEach-Object { $_.Parameters["$($_.Noun -replace '^Personio')Id"] } | Where-Object { $_ }

        $identities.Count | Should -BeGreaterThan 10
        $identities | Where-Object Aliases -NotContains Id | ForEach-Object Name | Should -BeNullOrEmpty
    }
}

Describe 'Tab completion' {
    BeforeAll {
        $sandbox = Start-Sandbox @{ PersonCount = 2 }
        foreach ($name in 'North', 'South side', "O'Brien & Co") {
            Connect-To $sandbox @{ Name = $name }
        }

        $sandbox.ClearRequests()

        function Get-Completion {
            param([string] $Text)

            (TabExpansion2 $Text $Text.Length).CompletionMatches.CompletionText
        }
    }

    AfterAll {
        Get-PersonioSession -Name * | Disconnect-Personio
        $sandbox.Dispose()
    }

    It 'gives <expected> for <text>' -ForEach @(
        @{ Text = 'Get-PersonioPerson -Session '; Expected = 'North', "'O''Brien & Co'", "'South side'" }
        @{ Text = 'Get-PersonioPerson -Session no'; Expected = 'North' }
        @{ Text = "Get-PersonioPerson -Session 'South s"; Expected = "'South side'" }
        @{ Text = 'Select-PersonioSession S'; Expected = "'South side'" }
        @{ Text = 'Disconnect-Personio N'; Expected = 'North' }
        @{ Text = 'Get-PersonioSession -Name n'; Expected = 'North' }
        @{ Text = 'Get-PersonioPerson -Status '; Expected = 'Active', 'Inactive' }
        @{ Text = 'Get-PersonioAbsencePeriod -Status '; Expected = 'Approved', 'DeletionPending', 'Pending', 'Rejected', 'SubstituteRequested' }
        @{ Text = 'Get-PersonioAttendancePeriod -Status c'; Expected = 'Confirmed' }
        @{ Text = 'Invoke-PersonioRequest /v2/x -Method P'; Expected = 'PATCH', 'POST', 'PUT' }
    ) {
        Get-Completion $text | Sort-Object | Should -Be ($expected | Sort-Object)
    }

    It 'gives text that works as it is' {
        foreach ($completed in Get-Completion 'Get-PersonioPerson -Session ') {
            @(& ([scriptblock]::Create("Get-PersonioPerson -Session $completed"))).Count | Should -Be 2
        }
    }

    It 'asks the network nothing for what the module knows itself' {
        $sandbox.ClearRequests()
        $null = Get-Completion 'Get-PersonioAbsencePeriod -Session '
        $null = Get-Completion 'Get-PersonioAbsencePeriod -Status '

        @($sandbox.Requests).Count | Should -Be 0
    }
}

Describe 'The scripts' {
    It 'give PSScriptAnalyzer nothing to say: <name>' -ForEach $scripts {
        Skip-WithoutModule PSScriptAnalyzer
        $style = @{
            IncludeDefaultRules = $true
            # UTF-8 needs no mark in PowerShell 7.
            ExcludeRules        = @('PSUseBOMForUnicodeEncodedFile')
            Rules               = @{
                PSUseConsistentWhitespace = @{ Enable = $true; IgnoreAssignmentOperatorInsideHashTable = $true }
                PSPlaceOpenBrace          = @{ Enable = $true; OnSameLine = $true; IgnoreOneLineBlock = $true }
            }
        }
        if ($file -like '*tests*') {
            # What Pester sets in BeforeAll is used in It; the secrets are those of sandboxes; nothing here is for users.
            $style.ExcludeRules += @(
                'PSUseDeclaredVarsMoreThanAssignments'
                'PSAvoidUsingConvertToSecureStringWithPlainText'
                'PSUseShouldProcessForStateChangingFunctions'
                'PSAvoidUsingPositionalParameters'
            )
        }

        Invoke-ScriptAnalyzer $file -Settings $style |
            ForEach-Object { "$($_.Line): $($_.RuleName): $($_.Message)" } |
            Should -BeNullOrEmpty
    }
}
