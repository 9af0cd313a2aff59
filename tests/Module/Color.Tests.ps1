BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    . "$PSScriptRoot/Samples.ps1"

    $sandbox = Start-Sandbox @{ PersonCount = 40; Today = [DateOnly]::new(2026, 6, 1) }
    Connect-To $sandbox
    $some = Get-Sample $sandbox
    $before = $PSStyle.OutputRendering

    # Returns the text in a row between the codes of a color.
    function Get-Colored {
        param([string] $Text, [string] $Color)

        [regex]::Matches($Text, [regex]::Escape($PSStyle.Foreground.$Color) + '(.*?)' + [regex]::Escape($PSStyle.Reset)) |
            ForEach-Object { $_.Groups[1].Value } | Sort-Object -Unique
    }

    function Get-Plain {
        param([string] $Text)

        $Text -replace '\e\[[0-9;]*m'
    }
}

AfterAll {
    $PSStyle.OutputRendering = $before
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'The colors of a status' {
    AfterEach {
        $PSStyle.OutputRendering = $before
    }

    It 'are those of $PSStyle if escape codes are rendered: <of>' -ForEach @(
        @{ Of = 'Person'; Gray = 'INACTIVE' }
        @{ Of = 'Employment'; Yellow = 'ONBOARDING'; Gray = 'INACTIVE' }
        @{ Of = 'AbsencePeriod'; Yellow = 'PENDING'; Gray = 'REJECTED' }
        @{ Of = 'Project'; Gray = 'ARCHIVED' }
        @{ Of = 'Person'; Gray = 'INACTIVE'; List = $true }
        @{ Of = 'AttendancePeriod'; Yellow = 'PENDING'; Gray = 'REJECTED'; List = $true }
    ) {
        $PSStyle.OutputRendering = 'Ansi'
        $text = ($list ? ($some[$of] | Format-List) : $some[$of]) | Out-String -Width 100

        Get-Colored $text Yellow | Should -Be $yellow
        Get-Colored $text BrightBlack | Should -Be $gray
    }

    It 'do not shift the columns: <_>' -ForEach Person, Employment, AbsencePeriod, AccessCheck, Webhook, Project, LegalEntity {
        $PSStyle.OutputRendering = 'PlainText'
        $plain = $some[$_] | Out-String -Width 100
        $narrow = $some[$_] | Format-Table -AutoSize | Out-String -Width 90
        $PSStyle.OutputRendering = 'Ansi'
        $colored = $some[$_] | Out-String -Width 100
        $narrowColored = $some[$_] | Format-Table -AutoSize | Out-String -Width 90

        $plain | Should -Not -Match '\e'
        $colored | Should -Match '\e'
        (Get-Plain $colored) -replace ' +(?=\r?\n)' | Should -Be ($plain -replace ' +(?=\r?\n)')
        (Get-Plain $narrowColored) -replace ' +(?=\r?\n)' | Should -Be ($narrow -replace ' +(?=\r?\n)')
    }

    It 'are in no file and no text of a host that renders escape codes' {
        $PSStyle.OutputRendering = 'Host'
        $waiting = $some.AbsencePeriod | Where-Object Status -EQ PENDING

        $text = $waiting | Out-String -Width 100
        $waiting | Out-File "$TestDrive/out.txt"
        $waiting > "$TestDrive/redirected.txt"
        $waiting | ConvertTo-Csv | Set-Content "$TestDrive/rows.csv"

        $text | Should -Match 'PENDING'
        $text | Should -Not -Match '\e'
        Get-Content "$TestDrive/*.txt", "$TestDrive/*.csv" -Raw | Should -Not -Match '\e'
    }

    It 'are not part of the object' {
        $PSStyle.OutputRendering = 'Ansi'

        ($some.AbsencePeriod | Where-Object Status -EQ PENDING)[0].Status | Should -BeExactly 'PENDING'
        $some.AbsencePeriod | Select-Object Status | ConvertTo-Json | Should -Not -Match '\e|u001b'
    }

    It 'are omitted if NO_COLOR is set, the output is piped, or the system is locked down' -ForEach @(
        @{ Script = { Show-Status } }
        @{ Script = { $PSStyle.OutputRendering = 'Host'; Show-Status } }
        @{ Script = { $ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'; Show-Status } }
    ) {
        $said = Invoke-NewProcess -Environment @{ NO_COLOR = '1' } -Script @"
            Import-Module `$env:PERSONIO_TEST_MANIFEST
            Connect-Personio -Sandbox -SandboxPersonCount 40
            function Show-Status { Get-PersonioPerson -Status Inactive -First 2 | Format-Table -HideTableHeaders }
            $script
"@

        $said | Should -Match 'INACTIVE +\d+'
        $said | Should -Not -Match '\e'
    }
}
