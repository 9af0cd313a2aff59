BeforeDiscovery {
    $readme = [System.IO.File]::ReadAllText("$PSScriptRoot/../../README.md").ReplaceLineEndings("`n")
    $blocks = [regex]::Matches($readme, '(?ms)^```powershell\n(.*?)^```') | ForEach-Object { $_.Groups[1].Value } |
        Where-Object { $_ -notmatch 'Install-PSResource' } | ForEach-Object { @{ First = ($_ -split '\n')[0]; Code = $_ } }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    . "$PSScriptRoot/Examples.ps1"

    $root = (Resolve-Path "$PSScriptRoot/../..").Path
    $readme = [System.IO.File]::ReadAllText("$root/README.md").ReplaceLineEndings("`n")
    $module = (Resolve-Path $manifest).Path

    # Returns width and height of a PNG file.
    function Get-Size {
        param([string] $Path)

        $bytes = [System.IO.File]::ReadAllBytes($Path)
        [System.Text.Encoding]::Latin1.GetString($bytes, 0, 8) | Should -BeExactly "$([char] 0x89)PNG`r`n$([char] 0x1A)`n"
        [array]::Reverse($bytes, 16, 8)
        '{0} x {1}' -f [BitConverter]::ToUInt32($bytes, 20), [BitConverter]::ToUInt32($bytes, 16)
    }
}

Describe 'The README' {
    It 'shows the real output of its commands' {
        $said = Invoke-NewProcess "& '$root/build/Readme.ps1' -Manifest '$module' -PassThru | Set-Content '$TestDrive/readme.md' -NoNewline"
        $said | Should -BeNullOrEmpty
        $shown = [System.IO.File]::ReadAllText("$TestDrive/readme.md") -split '\n'
        $stands = $readme -split '\n'

        [regex]::Matches($readme, '(?m)^```text$').Count | Should -Be 3
        # build.ps1 -Task Readme updates these lines.
        0..[Math]::Max($shown.Count, $stands.Count) | Where-Object { $shown[$_] -cne $stands[$_] } |
            ForEach-Object { "line $($_ + 1): $($stands[$_]) -> $($shown[$_])" } | Should -BeNullOrEmpty
    }

    It 'starts with code that works when pasted' {
        $first = [regex]::Match($readme, '(?ms)^```powershell\n(.*?)^```').Groups[1].Value
        $place = New-Item "$TestDrive/pasted" -ItemType Directory

        $said = Invoke-NewProcess "`$ErrorActionPreference = 'Stop'; Import-Module '$module'; Set-Location '$place'`n$first"

        $first | Should -Match '^Connect-Personio -Sandbox'
        $said | Should -Match 'AbsenceType'
        $said | Should -Not -Match 'error|exception'
        (Import-Csv "$place/directory.csv").Count | Should -Be 120
        "$place/team.html" | Should -FileContentMatch '<table'
    }

    It 'has code that runs: <first>' -ForEach $blocks {
        { Invoke-Example $code "$TestDrive" } | Should -Not -Throw
    }

    It 'links to existing headings and files' {
        $headings = [regex]::Matches($readme, '(?m)^#+ (.+)$') | ForEach-Object { $_.Groups[1].Value.ToLowerInvariant().Replace(' ', '-') }
        foreach ($link in [regex]::Matches($readme, '\]\(([^)]+)\)') | ForEach-Object { $_.Groups[1].Value } | Where-Object { $_ -notmatch '^https:' }) {
            if ($link[0] -eq '#') {
                $link.Substring(1) | Should -BeIn $headings
            }
            else {
                "$root/$link" | Should -Exist
            }
        }

        # Every section is in the list of contents.
        $sections = [regex]::Matches($readme, '(?m)^## (.+)$') | ForEach-Object { "](#$($_.Groups[1].Value.ToLowerInvariant().Replace(' ', '-')))" }
        $sections | Where-Object { -not $readme.Contains($_) } | Should -BeNullOrEmpty
    }

    It 'shows a picture of the calendar, as a browser renders it' {
        [regex]::Match($readme, '!\[([^\]]{20,})\]\(([^)]+)\)').Groups[2].Value | Should -BeExactly 'docs/calendar.png'
        $size = Get-Size "$root/docs/calendar.png"
        if (-not (Get-Command chromium, chromium-browser, google-chrome -CommandType Application -ErrorAction Ignore)) {
            Set-ItResult -Skipped -Because 'no Chromium is on the PATH'
        }

        $said = Invoke-NewProcess "& '$root/build/Readme.ps1' -Manifest '$module' -Picture '$TestDrive/new.png' -PassThru | Out-Null"

        $said | Should -BeNullOrEmpty
        Get-Size "$TestDrive/new.png" | Should -Be $size
        # An empty page is a tenth of that.
        (Get-Item "$TestDrive/new.png").Length | Should -BeGreaterThan 30kb
        (Get-Item "$root/docs/calendar.png").Length | Should -BeGreaterThan 30kb
    }
}
