<#
.SYNOPSIS
    Writes the bill of materials of the module; called by build.ps1 -Task Sbom.
.DESCRIPTION
    It reads the sources and the packages in their lock files. npx of Node.js downloads cdxgen, which has hundreds of
    third-party dependencies. So this runs separately from everything that has access to a secret, and before the package is
    built and signed.
.PARAMETER Destination
    The folder in which Personio.<version>.cdx.json is created.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'Build output is meant for the console.')]
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Destination
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot

# cdxgen is OWASP's generator for CycloneDX bills of materials.
$cdxgen = '@cyclonedx/cdxgen@12.8.4'

if (-not (Get-Command npx -CommandType Application -ErrorAction Ignore)) {
    throw "The bill of materials is made by $cdxgen, which npx runs. npx is missing: install Node.js."
}

$version = (Import-PowerShellDataFile (Join-Path $root 'Personio.psd1')).ModuleVersion
$folder = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Destination)
$null = New-Item $folder -ItemType Directory -Force
$path = Join-Path $folder "Personio.$version.cdx.json"
if (Test-Path $path) {
    Remove-Item $path
}

# No package scripts run, and the document contains no paths above the sources.
$env:npm_config_ignore_scripts = 'true'
Push-Location (Join-Path $root 'src')
try {
    $said = & npx --yes $cdxgen -t dotnet --no-install-deps --spec-version 1.6 --project-name Personio --project-version $version -o $path . 2>&1
}
finally {
    Pop-Location
    Remove-Item env:npm_config_ignore_scripts
}

if ($LASTEXITCODE -ne 0 -or -not (Test-Path $path)) {
    throw "$cdxgen wrote no bill of materials: $said"
}

Write-Host "Bill of materials in $path"
