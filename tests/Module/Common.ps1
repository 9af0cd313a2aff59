# What the tests of the module have in common. Dot-source it in BeforeAll.

$manifest = $env:PERSONIO_TEST_MANIFEST
if (-not $manifest) {
    $manifest = Join-Path $PSScriptRoot '../../Personio.psd1'
}

Import-Module $manifest
Add-Type -Path (Join-Path (Split-Path $manifest) 'bin/Personio.Sandbox.dll')

# Starts a simulated tenant of its own, so that its requests can be counted. The knobs are properties of SandboxOptions.
function Start-Sandbox {
    param([hashtable] $Option = @{})

    $options = [Personio.Sandbox.SandboxOptions]::new()
    $Option.GetEnumerator() | ForEach-Object { $options.($_.Key) = $_.Value }
    [Personio.Sandbox.SandboxServer]::Start($options)
}

# Connects this runspace to a sandbox over HTTP, as to any server, and forgets the requests that took.
function Connect-To {
    param($Sandbox, [hashtable] $With = @{})

    $secret = ConvertTo-SecureString $Sandbox.ClientSecret -AsPlainText -Force
    Connect-Personio -ClientId $Sandbox.ClientId -ClientSecret $secret -BaseUri $Sandbox.BaseUri @With
    $Sandbox.ClearRequests()
}

# The requests the sandbox got since it was connected to, in short: 'GET /v2/persons'.
function Get-Sent {
    param($Sandbox, [string] $Method = '*')

    $Sandbox.Requests | Where-Object Method -Like $Method | ForEach-Object { "$($_.Method) $($_.Path)" }
}
