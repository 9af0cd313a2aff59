<#
.SYNOPSIS
    Downloads the PowerShell modules that the tests need to ./.tools/modules. Dot-source it.
.DESCRIPTION
    Pester is required and comes from NuGet, see Modules.proj. NuGet does not have the others; if they are not installed,
    they are downloaded from the PowerShell Gallery if it can be reached. Tests that need a missing module are skipped.
#>

$moduleFolder = Join-Path (Split-Path $PSScriptRoot) '.tools/modules'
$galleryModules = [ordered]@{
    'PSScriptAnalyzer'                      = '[1.24.0,2.0)'
    'Microsoft.PowerShell.SecretManagement' = '[1.1.2,2.0)'
    'Microsoft.PowerShell.SecretStore'      = '[1.0.6,2.0)'
    'Microsoft.PowerShell.PlatyPS'          = '[1.0.1,2.0)'
}

# Returns the path of the pinned Pester; other installed versions do not interfere.
function Install-Pester {
    & dotnet msbuild (Join-Path $PSScriptRoot 'Modules.proj') -restore -t:CopyModules -nologo -v:quiet | Out-Host
    if ($LASTEXITCODE -ne 0) {
        throw "Pester could not be restored from NuGet (exit code $LASTEXITCODE). 'dotnet test Personio.sln' runs the tests that need no PowerShell."
    }

    [xml] $project = Get-Content (Join-Path $PSScriptRoot 'Modules.proj') -Raw
    Join-Path $moduleFolder "Pester/$($project.Project.PropertyGroup.PesterVersion)/Pester.psd1"
}

# Returns the modules that are still missing, each with the reason.
function Install-GalleryModule {
    $missing = @($galleryModules.Keys | Where-Object { -not (Get-Module $_ -ListAvailable) })
    if (-not $missing) {
        return
    }

    try {
        $null = Invoke-WebRequest 'https://www.powershellgallery.com/api/v2' -Method Head -ConnectionTimeoutSeconds 5
    }
    catch {
        $reason = "not installed, and the PowerShell Gallery cannot be reached: $($_.Exception.Message)"
        $missing | ForEach-Object { [pscustomobject]@{ Name = $_; Reason = $reason } }
        return
    }

    foreach ($name in $missing) {
        "Saving $name from the PowerShell Gallery to .tools/modules" | Out-Host
        try {
            $null = New-Item $moduleFolder -ItemType Directory -Force
            Save-PSResource $name -Version $galleryModules[$name] -Path $moduleFolder -Repository PSGallery -TrustRepository -ErrorAction Stop
        }
        catch {
            [pscustomobject]@{ Name = $name; Reason = "not installed, and the PowerShell Gallery does not provide it: $($_.Exception.Message)" }
        }
    }
}
