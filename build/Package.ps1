<#
.SYNOPSIS
    Writes the module in its published form; called by build.ps1 -Task Package.
.DESCRIPTION
    The same sources produce the same bytes, in any folder and no matter how often they are built on one kind of system.
    Only files that contain a date by design differ: signatures, the file catalog and the archive that a gallery makes.
.PARAMETER Destination
    The folder in which Personio/<version> is created.
.PARAMETER Tag
    The release tag: v followed by the version, which must match the manifest.
.PARAMETER Certificate
    Signs with this certificate. Windows only.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'Build output is meant for the console.')]
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Destination,

    [string] $Tag,

    [System.Security.Cryptography.X509Certificates.X509Certificate2] $Certificate
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot

function Get-Release {
    # Returns the newest heading of the change log and the text below it.
    $text = [System.IO.File]::ReadAllText((Join-Path $root 'CHANGELOG.md'))
    if ($text -notmatch '(?ms)^## (?<version>\S+)[^\n]*\n(?<notes>.*?)(?=^## |\z)') {
        throw 'CHANGELOG.md has no heading with a version.'
    }

    @{ Version = $Matches.version; Notes = $Matches.notes.Trim() }
}

function Assert-Version {
    param([string] $Version, [string] $Newest, [string] $Tag)

    if ($Newest -ne $Version) {
        throw "Version $Version is in the manifest, $Newest on top of CHANGELOG.md."
    }

    if ($Tag -and $Tag -cne "v$Version") {
        throw "The tag is $Tag; it must be v$Version, the version of the manifest."
    }
}

function Copy-Module {
    param([string] $Target)

    # Publishes directly to the target, so that leftovers of an earlier build in ./bin are not included.
    & dotnet publish (Join-Path $root 'src/Personio') -c Release -v quiet "-p:PublishDir=$Target/bin/" | Out-Host
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet publish failed with exit code $LASTEXITCODE."
    }

    Copy-Item ('LICENSE', 'README.md', 'CHANGELOG.md' | ForEach-Object { Join-Path $root $_ }) $Target
    # XML documentation is for compilers only.
    Get-ChildItem (Join-Path $Target 'bin') -Filter *.xml | Remove-Item
}

function Write-Manifest {
    # Copies the source manifest without the hint to build first, and replaces the address of all release notes with
    # the notes of this release.
    param([string] $Target, [string] $Notes)

    $text = [System.IO.File]::ReadAllText((Join-Path $root 'Personio.psd1')) -replace '(?sm)\A.*?(?=^@\{)'
    $value = "ReleaseNotes = '$($Notes.Replace("'", "''"))'"
    $text = [regex]::Replace($text, "ReleaseNotes = '[^']*'", { $value })
    $path = Join-Path $Target 'Personio.psd1'
    [System.IO.File]::WriteAllText($path, $text)
    if ((Test-ModuleManifest $path).ReleaseNotes -cne $Notes) {
        throw 'The release notes did not reach the manifest.'
    }
}

function Write-Signature {
    param([string] $Target, [string[]] $Include)

    if (-not $Certificate) {
        Write-Host "Not signed: $Include. No -Certificate was given."
        return
    }

    Get-ChildItem $Target -Recurse -File -Include $Include | ForEach-Object {
        $signed = Set-AuthenticodeSignature $_.FullName -Certificate $Certificate -HashAlgorithm SHA256 -TimestampServer 'http://timestamp.digicert.com'
        if ($signed.Status -ne 'Valid') {
            throw "$($_.Name) was not signed: $($signed.StatusMessage)"
        }
    }
}

function Write-Catalog {
    # SHA256SUMS is for everyone ('sha256sum -c SHA256SUMS'); Personio.cat is checked by Windows and can be signed.
    param([string] $Target)

    $names = [string[]] (Get-ChildItem $Target -Recurse -File | ForEach-Object { [System.IO.Path]::GetRelativePath($Target, $_.FullName).Replace('\', '/') })
    [array]::Sort($names, [System.StringComparer]::Ordinal)
    $lines = $names | ForEach-Object { "$((Get-FileHash (Join-Path $Target $_)).Hash.ToLowerInvariant())  $_`n" }
    [System.IO.File]::WriteAllText((Join-Path $Target 'SHA256SUMS'), -join $lines)
    if ($IsWindows) {
        $null = New-FileCatalog -Path $Target -CatalogFilePath (Join-Path $Target 'Personio.cat') -CatalogVersion 2
        Write-Signature $Target *.cat
    }
    else {
        Write-Host 'No Personio.cat: only PowerShell on Windows makes file catalogs. SHA256SUMS lists the files.'
    }
}

$version = (Import-PowerShellDataFile (Join-Path $root 'Personio.psd1')).ModuleVersion
$release = Get-Release
Assert-Version -Version $version -Newest $release.Version -Tag $Tag
if ($Certificate -and -not $IsWindows) {
    throw 'A -Certificate was given, and only PowerShell on Windows can sign.'
}

$folder = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Destination)
$target = Join-Path $folder "Personio/$version"
if (Test-Path $target) {
    Remove-Item $target -Recurse -Force
}

$null = New-Item $target -ItemType Directory
Copy-Module $target
Write-Manifest $target $release.Notes
Write-Signature $target *.dll, *.ps1xml, *.psd1, *.ps1
Write-Catalog $target
Write-Host "Packaged in $target"
