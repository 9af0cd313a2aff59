# Shared by the tests of the help: the examples, and a place to run them in. Dot-source it in BeforeAll.

[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidOverwritingBuiltInCmdlets', '', Justification = 'An example asks nobody.')]
param()

# Returns the examples of a page in order, with their code.
function Get-PageExample {
    param([string] $Path)

    if (-not (Test-Path $Path)) {
        return
    }

    $section = (Get-Content $Path -Raw) -split '(?m)^## ' | Where-Object { $_ -like 'EXAMPLES*' }
    foreach ($example in $section -split '(?m)^### ' | Select-Object -Skip 1) {
        [pscustomobject]@{
            Title = ($example -split '\r?\n')[0]
            Code  = [regex]::Matches($example, '(?ms)^```powershell\r?\n(.*?)^```') | ForEach-Object { $_.Groups[1].Value }
        }
    }
}

# Returns the topics as test cases.
function Get-Topic {
    param([string] $Folder)

    Get-ChildItem $Folder -Filter about_*.help.txt |
        ForEach-Object { @{ Topic = $_.Name -replace '\.help\.txt$'; File = $_.FullName } }
}

# Returns the code of a topic: the paragraphs indented by eight spaces. They form one script, as a reader types them.
function Get-TopicCode {
    param([string] $Path)

    (Get-Content $Path -Raw) -split '\r?\n\r?\n' |
        Where-Object { $_ -match '^ {8}' -and $_ -notmatch '(?m)^ {0,7}\S' } |
        ForEach-Object { $_ -replace '(?m)^ {8}' } |
        Join-String -Separator "`n`n"
}

# Answers prompts, and defines today: the reference day of the sandbox data. It is far from every date in the
# help, so that only relative dates find something.
function Get-Credential {
    $server = $typed -match 'PingOne -EnvironmentId' ? $sandbox.PingOne : $sandbox
    [pscredential]::new($server.ClientId, (ConvertTo-SecureString $server.ClientSecret -AsPlainText -Force))
}

function Get-Secret {
    Get-Credential
}

function Set-Secret {
    $null = $args
}

function Read-Host {
    (Get-Credential).Password
}

function Get-Date {
    Microsoft.PowerShell.Utility\Get-Date '2029-03-14T09:30'
}

# Runs code in a new company and a new folder, like a user who types it, answers yes, and stops at the first error.
# The credential has these scopes, separated by spaces; by default, it has all.
function Invoke-Example {
    param([string] $Code, [string] $Folder, [string] $Scope)

    $typed = [scriptblock]::Create($Code)
    $sandbox = Start-Sandbox (@{ Today = [DateOnly]::new(2029, 3, 14); Hostile = $false } + ($Scope ? @{ Scopes = $Scope } : @{}))
    $null = $sandbox.Tenant.AddPerson('Given', 'Family', 'someone@example.org')
    $clientId = $sandbox.ClientId
    $directory = $sandbox.PingOne
    $environmentId, $apiBaseUri, $authBaseUri = $directory.EnvironmentId, $directory.ApiBaseUri, $directory.AuthBaseUri
    $set = @{
        PERSONIO_BASE_URL = $sandbox.BaseUri; PERSONIO_CLIENT_ID = $sandbox.ClientId; PERSONIO_CLIENT_SECRET = $sandbox.ClientSecret
        PINGONE_ENVIRONMENT_ID = $environmentId; PINGONE_REGION = 'EU'; PINGONE_CLIENT_ID = $directory.ClientId
        PINGONE_CLIENT_SECRET = $directory.ClientSecret
    }
    # The career page of an example is the sandbox.
    $PSDefaultParameterValues = @{ 'Get-PersonioJobPosting:BaseUri' = $sandbox.BaseUri }
    $before = @{}
    foreach ($name in $set.Keys) {
        $before[$name] = [Environment]::GetEnvironmentVariable($name)
        [Environment]::SetEnvironmentVariable($name, $set[$name])
    }

    Push-Location (New-Item (Join-Path $Folder ([guid]::NewGuid())) -ItemType Directory)
    try {
        Connect-Personio -WarningAction SilentlyContinue
        Connect-PingOne -ApiBaseUri $apiBaseUri -AuthBaseUri $authBaseUri -RequestsPerSecond 500
        $sandbox.ClearRequests()
        $directory.ClearRequests()
        $shown = [System.Collections.Generic.List[object]]::new()
        & {
            $ErrorActionPreference = 'Stop'
            $ConfirmPreference = 'None'
            . $typed *>&1 | Where-Object { $_ -isnot [System.Management.Automation.InformationalRecord] } | ForEach-Object { $shown.Add($_) }
        }

        [pscustomobject]@{
            Shown    = $shown.Count + @(Get-ChildItem -Recurse -File | Where-Object Length -GT 3).Count
            Requests = @($sandbox.Requests).Count + @($directory.Requests).Count
            Changes  = @(@($sandbox.Requests) + @($directory.Requests) | Where-Object { $_.Method -ne 'GET' -and $_.Path -notlike '*/token' }).Count
        }
    }
    finally {
        Pop-Location
        Get-PersonioSession -Name * | Disconnect-Personio
        Get-PingOneSession -Name * | Disconnect-PingOne
        $sandbox.Dispose()
        $before.GetEnumerator() | ForEach-Object { [Environment]::SetEnvironmentVariable($_.Key, $_.Value) }
    }
}
