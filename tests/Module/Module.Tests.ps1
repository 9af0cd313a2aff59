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
        $said = Invoke-NewProcess {
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

    It 'loads large dependencies only when they are used, neither on import nor for reading persons' {
        $sandbox = Start-Sandbox @{ PersonCount = 3 }
        try {
            $said = Invoke-NewProcess {
                function Get-Loaded { ([AppDomain]::CurrentDomain.GetAssemblies().GetName().Name -like 'Personio*' | Sort-Object) -join ' ' }
                Import-Module $env:PERSONIO_TEST_MANIFEST
                Get-Loaded
                Connect-Personio
                (Get-PersonioPerson).Count
                Get-Loaded
                Disconnect-Personio
                Connect-Personio -Sandbox
                Get-Loaded
            } @{
                PERSONIO_BASE_URL = "$($sandbox.BaseUri)"; PERSONIO_CLIENT_ID = $sandbox.ClientId; PERSONIO_CLIENT_SECRET = $sandbox.ClientSecret
            }
        }
        finally {
            $sandbox.Dispose()
        }

        $needed = 'Personio Personio.Client Personio.Rest'
        $said -split '\r?\n' | Should -Be $needed, '3', $needed, "$needed Personio.Sandbox"
    }

    It 'writes nothing when it is imported, and can be imported twice' {
        Invoke-NewProcess {
            Import-Module $env:PERSONIO_TEST_MANIFEST
            Import-Module $env:PERSONIO_TEST_MANIFEST -Force
            (Get-Module Personio | Measure-Object).Count
        } | Should -Be '1'
    }

    It 'says what to do if it is imported from sources that have not been built' {
        Copy-Item "$PSScriptRoot/../../Personio.psd1" $TestDrive

        $said = Invoke-NewProcess "Import-Module '$TestDrive/Personio.psd1'"

        $said | Should -Match '^Personio has not been built here\. Build first: pwsh \./build\.ps1'
        $said | Should -Match 'Import-Module'
    }

    It 'has a valid manifest' {
        $module = Test-ModuleManifest $manifest -ErrorAction Stop

        $module.Version | Should -Be ([version] $data.ModuleVersion)
        $module.PowerShellVersion | Should -Be '7.4'
        $module.CompatiblePSEditions | Should -Be 'Core'
    }

    It 'exports what its manifest lists, sorted, and nothing else' {
        $exported = Get-Module Personio

        (Get-Command -Module Personio).Name | Sort-Object | Should -Be $data.CmdletsToExport
        $exported.ExportedCommands.Keys | Sort-Object | Should -Be ($data.CmdletsToExport | Sort-Object)
        $exported.ExportedFunctions.Count + $exported.ExportedAliases.Count + $exported.ExportedVariables.Count |
            Should -Be 0
    }

    It 'exports every cmdlet it has' {
        $classes = [Personio.PersonioCmdletBase].Assembly.GetTypes() |
            Where-Object { -not $_.IsAbstract -and $_.IsSubclassOf([Personio.PersonioCmdletBase]) } |
            ForEach-Object { ($_.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false)) } |
            ForEach-Object { "$($_.VerbName)-$($_.NounName)" }

        $classes | Sort-Object | Should -Be ($data.CmdletsToExport | Sort-Object)
    }

    It 'uses approved verbs' {
        (Get-Command -Module Personio).Verb | Where-Object { $_ -notin (Get-Verb).Verb } | Should -BeNullOrEmpty
    }

    It 'has a syntax in Get-Help: <cmdlet>' -ForEach $cmdlets {
        $help = Get-Help $cmdlet

        $help.Name | Should -Be $cmdlet
        $help | Out-String | Should -Match "(?m)^\s+$cmdlet \["
    }

    It 'declares the output of <cmdlet>' -ForEach $cmdlets {
        (Get-Command $cmdlet).OutputType | Should -Not -BeNullOrEmpty
    }
}

Describe 'The formats' {
    BeforeAll {
        $sandbox = Start-Sandbox @{ PersonCount = 60; Today = [DateOnly]::new(2026, 6, 1) }
        Connect-To $sandbox

        $some = Get-Sample $sandbox
        $employed = @(Get-PersonioPerson -First 10 -IncludeEmployment)

        function Get-View {
            param([type] $Output, [type] $Kind)

            (Get-FormatData -TypeName $Output.FullName).FormatViewDefinition.Control | Where-Object { $_ -is $Kind }
        }
    }

    AfterAll {
        Disconnect-Personio
        $sandbox.Dispose()
    }

    It 'show <name> as a table of at most 6 columns' -ForEach $outputs {
        $table = Get-View $output ([System.Management.Automation.TableControl])

        $table | Should -HaveCount 1
        $table.Headers.Count | Should -BeIn (2..6)
        $table.Headers.Count | Should -Be $table.Rows[0].Columns.Count
    }

    It 'show <name> as a list of all its public properties' -ForEach $outputs {
        $list = Get-View $output ([System.Management.Automation.ListControl])

        $list | Should -HaveCount 1
        $items = $list.Entries[0].Items
        $shown = $items | ForEach-Object { $_.Label ? $_.Label : $_.DisplayEntry.Value }
        $output.GetProperties('Public, Instance').Where{ -not $_.GetIndexParameters() }.Name | Where-Object { $_ -notin $shown } | Should -BeNullOrEmpty
    }

    It 'show something of every type: <name>' -ForEach $outputs {
        $some[$name] | Should -Not -BeNullOrEmpty
        $some[$name][0] | Should -BeOfType $output
    }

    It 'print <name> as such a table, also in another culture' -ForEach $outputs {
        $culture = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'de-DE'
            $texts = 80, 100, 120 | ForEach-Object { $some[$name] | Out-String -Width $_ }
        }
        finally {
            [cultureinfo]::CurrentCulture = $culture
        }

        $columns = @((Get-View $output ([System.Management.Automation.TableControl])).Headers.Label)
        foreach ($width in 80, 100, 120) {
            $text, $texts = $texts
            $lines = $text -replace '\e\[[0-9;]*m' -split '\r?\n' | Where-Object { $_ }
            # One line of headers, and all of them; then a line for each object.
            $lines[0].Trim() -split ' +' | Should -Be $columns -Because "of a window of $width columns"
            $lines[1] | Should -Match '^-+( +-+)+ *$'
            ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual $width
            $lines.Count | Should -Be ($some[$name].Count + 2)
            $text | Should -Not -Match '\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b'
            $text | Should -Not -Match '00:00:00|System\.'
            foreach ($id in $columns -match 'Id$') {
                for ($i = 0; $i -lt $some[$name].Count; $i++) {
                    $lines[$i + 2] | Should -BeLike "*$([WildcardPattern]::Escape($some[$name][$i].$id))*" -Because "$id is whole at $width"
                }
            }
        }
    }

    It 'show persons with their employments, without truncation' {
        foreach ($width in 80, 100, 120) {
            $lines = $employed | Out-String -Width $width -Stream | Where-Object { $_ }
            $lines[0].Trim() -split ' +' | Should -Be 'DisplayName', 'Position', 'Department', 'Supervisor', 'PersonId'
            $lines.Count | Should -Be ($employed.Count + 2)
            for ($i = 0; $i -lt $employed.Count; $i++) {
                $lines[$i + 2] | Should -Match " $($employed[$i].PersonId) *$"
            }
        }
    }

    It 'show the person in every table of rows of persons' {
        $name = $some.Person[0].DisplayName
        foreach ($type in 'Employment', 'AttendancePeriod', 'Compensation', 'Document', 'AbsenceBalance', 'AbsenceBreakdown') {
            ($some[$type] | Out-String -Width 80) -split '\r?\n' | Where-Object { $_ -like "$name*" -or $_ -like "* $name*" } |
                Should -Not -BeNullOrEmpty -Because $type
        }
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

    It 'are valid XML: <name>' -ForEach $xml {
        { [xml] (Get-Content $file -Raw) } | Should -Not -Throw
    }

    It 'omit the alias Id from exports' {
        $person = $some.Person[0]

        $person.Id | Should -Be $person.PersonId
        ($person | ConvertTo-Csv)[0] | Should -Not -Match '"Id"'
        ($person | Select-Object *).PSObject.Properties.Name | Should -Not -Contain 'Id'
    }
}

Describe 'The identity parameters' {
    It 'have the alias Id on all cmdlets that change and remove' {
        # Two IDs identify an employment, so neither is Id.
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

    It 'completes <text> to <expected>' -ForEach @(
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

    It 'inserts text that works as it is' {
        foreach ($completed in Get-Completion 'Get-PersonioPerson -Session ') {
            @(& ([scriptblock]::Create("Get-PersonioPerson -Session $completed"))).Count | Should -Be 2
        }
    }

    It 'sends no request for what the module knows itself' {
        $sandbox.ClearRequests()
        $null = Get-Completion 'Get-PersonioAbsencePeriod -Session '
        $null = Get-Completion 'Get-PersonioAbsencePeriod -Status '

        @($sandbox.Requests).Count | Should -Be 0
    }
}

Describe 'The scripts' {
    It 'cause no PSScriptAnalyzer findings: <name>' -ForEach $scripts {
        Skip-WithoutModule PSScriptAnalyzer
        $style = @{
            IncludeDefaultRules = $true
            # UTF-8 needs no byte order mark in PowerShell 7.
            ExcludeRules        = @('PSUseBOMForUnicodeEncodedFile')
            Rules               = @{
                PSUseConsistentWhitespace = @{ Enable = $true; IgnoreAssignmentOperatorInsideHashTable = $true }
                PSPlaceOpenBrace          = @{ Enable = $true; OnSameLine = $true; IgnoreOneLineBlock = $true }
            }
        }
        if ($file -like '*tests*') {
            # Variables set in BeforeAll are used in It; the secrets are those of sandboxes; none of this code is for users.
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
