<#
.SYNOPSIS
    Updates what the README shows: the output of its commands, and the picture of the calendar.
.DESCRIPTION
    The company is the sandbox on a fixed day, so that the same sources produce the same output. Each PowerShell block in the
    README that is followed by a text block is run, and its output replaces that text. Chromium takes the picture of the
    calendar. Called by build.ps1 -Task Readme; a test compares the README with the output.
.PARAMETER Manifest
    The built module.
.PARAMETER Picture
    The path of the picture. By default, no picture is taken.
.PARAMETER PassThru
    Returns the updated text of the README instead of changing the file.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidOverwritingBuiltInCmdlets', '', Justification = 'The day must not change.')]
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Manifest,

    [string] $Picture,

    [switch] $PassThru
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$readme = Join-Path $PSScriptRoot '../README.md'

# The fixed day for the commands in the README.
function Get-Date {
    Microsoft.PowerShell.Utility\Get-Date '2026-06-17T08:00'
}

# Converts a secret of the sandbox to a secure string.
function Get-Secure {
    param([string] $Text)

    $secure = [securestring]::new()
    $Text.ToCharArray() | ForEach-Object { $secure.AppendChar($_) }
    $secure
}

# Returns the output as a terminal with 100 columns shows it.
function Get-Shown {
    param([string] $Code)

    $text = . ([scriptblock]::Create($Code)) 3>$null | Out-String -Width 100
    ($text -split '\r?\n').TrimEnd() -join "`n" -replace '\A\n+|\n+\z'
}

# Returns the text of the README with current output.
function Get-Readme {
    $text = [System.IO.File]::ReadAllText($readme).ReplaceLineEndings("`n")
    [regex]::Replace($text, '(?ms)^```powershell\n((?:(?!^```).)*?)^```\n\n```text\n.*?^```$', {
            param($match)
            $code = $match.Groups[1].Value
            "``````powershell`n$code```````n`n``````text`n$(Get-Shown $code)`n``````"
        })
}

# Saves a picture of the calendar of a month as a browser shows it.
function Save-Picture {
    param([string] $Path)

    $browser = Get-Command chromium, chromium-browser, google-chrome -CommandType Application -ErrorAction Ignore | Select-Object -First 1
    if (-not $browser) {
        throw 'Chromium is missing: apt-get install chromium, or put chromium or google-chrome on the PATH.'
    }

    $folder = Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid())
    $null = New-Item $folder -ItemType Directory
    try {
        $month = @{ From = (Get-Date).AddDays(-16); To = (Get-Date).AddDays(13) }
        $people = (Get-PersonioAbsencePeriod @month -Status Approved, Pending).PersonId | Sort-Object -Unique | Select-Object -First 14
        $page = Export-PersonioAbsenceCalendar @month -PersonId $people -Path (Join-Path $folder team.html) -Title 'Who is out?'
        $options = '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'
        $options += '--disable-background-networking', '--disable-component-update', '--hide-scrollbars'
        $options += '--window-size=1290,870', "--user-data-dir=$folder/browser", "--screenshot=$folder/team.png"
        & $browser @options ([uri]::new($page.FullName)).AbsoluteUri *>$null
        Move-Item "$folder/team.png" $Path -Force
    }
    finally {
        Remove-Item $folder -Recurse -Force
    }
}

Import-Module $Manifest
Add-Type -Path (Join-Path (Split-Path $Manifest) 'bin/Personio.Sandbox.dll')
$culture, $words = [cultureinfo]::CurrentCulture, [cultureinfo]::CurrentUICulture
$options = [Personio.Sandbox.SandboxOptions]::new()
$options.Today = [DateOnly]::new(2026, 6, 17)
$company = [Personio.Sandbox.SandboxServer]::Start($options)
try {
    [cultureinfo]::CurrentCulture = [cultureinfo]::CurrentUICulture = 'en-US'
    $secret = Get-Secure $company.ClientSecret
    Connect-Personio -ClientId $company.ClientId -ClientSecret $secret -BaseUri $company.BaseUri
    $directory = $company.PingOne
    $secret = Get-Secure $directory.ClientSecret
    $environment = @{
        EnvironmentId = $directory.EnvironmentId; ClientId = $directory.ClientId
        ApiBaseUri = $directory.ApiBaseUri; AuthBaseUri = $directory.AuthBaseUri
    }
    Connect-PingOne @environment -ClientSecret $secret
    $PSStyle.OutputRendering = 'PlainText'
    $PSDefaultParameterValues = @{ 'Compare-PersonioDirectory:AsOf' = Get-Date }
    $text = Get-Readme
    if ($Picture) {
        Save-Picture $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Picture)
    }
}
finally {
    Get-PersonioSession -Name * | Disconnect-Personio
    Get-PingOneSession -Name * | Disconnect-PingOne
    $company.Dispose()
    [cultureinfo]::CurrentCulture, [cultureinfo]::CurrentUICulture = $culture, $words
}

if ($PassThru) {
    $text
}
else {
    [System.IO.File]::WriteAllText($readme, $text)
}
