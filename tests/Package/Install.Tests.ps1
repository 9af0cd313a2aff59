BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    # On Windows, the folder for a user's modules cannot be moved, so an installed Personio is left alone.
    $getter = (Get-Module Microsoft.PowerShell.PSResourceGet -ListAvailable | Select-Object -First 1).Path
    $inUse = $IsWindows -and (Test-Path (Join-Path ([Environment]::GetFolderPath('MyDocuments')) 'PowerShell/Modules/Personio'))
    $reason = if (-not $getter) { 'Microsoft.PowerShell.PSResourceGet is not installed' } elseif ($inUse) { 'Personio is installed for this user' }
}

Describe 'A user without any modules installed' {
    BeforeAll {
        if ($reason) {
            return
        }

        $version = (Import-PowerShellDataFile $manifest).ModuleVersion
        $gallery = Join-Path $TestDrive 'gallery'
        $before = Join-Path $TestDrive 'before/Personio'
        # PowerShell, PSResourceGet and NuGet keep all user data below these folders, except on Windows. They must exist:
        # otherwise, NuGet writes its settings to the current folder.
        $user = @{
            HOME            = Join-Path $TestDrive 'home'
            XDG_DATA_HOME   = Join-Path $TestDrive 'home/.local/share'
            XDG_CONFIG_HOME = Join-Path $TestDrive 'home/.config'
            GETTER          = $getter
            GALLERY         = $gallery
            GALLERY_NAME    = "Personio test $PID"
        }
        $null = New-Item $gallery, $user.HOME, $user.XDG_DATA_HOME, $user.XDG_CONFIG_HOME, $before -ItemType Directory -Force

        # An older version with a file that no longer exists.
        Copy-Item "$package/*" $before -Recurse -Exclude SHA256SUMS, Personio.cat
        $older = (Get-Content "$before/Personio.psd1" -Raw) -replace '(?s)# SIG # Begin.*' -replace "(ModuleVersion\s*=\s*)'[^']*'", "`$1'0.0.1'"
        Set-Content "$before/Personio.psd1" $older
        Set-Content "$before/gone.txt" 'From an older version.'

        # One step, in a separate process that has PSResourceGet.
        function Invoke-Step {
            param([string] $Script, [hashtable] $With = @{})

            Invoke-NewProcess "`$ErrorActionPreference = 'Stop'; Import-Module `$env:GETTER; $Script" ($user + $With)
        }

        # What a user types who has PowerShell with its own modules and those installed so far.
        function Invoke-User {
            param([string] $Script)

            Invoke-Isolated $Script $modules $user
        }

        $registered = Invoke-Step 'Register-PSResourceRepository $env:GALLERY_NAME $env:GALLERY -Trusted'
        $modules = $IsWindows ? (Join-Path ([Environment]::GetFolderPath('MyDocuments')) 'PowerShell/Modules') : (
            Join-Path $user.XDG_DATA_HOME 'powershell/Modules')
    }

    BeforeEach {
        if ($reason) {
            Set-ItResult -Skipped -Because $reason
        }
    }

    AfterAll {
        if ($reason) {
            return
        }

        Invoke-Step 'Uninstall-PSResource Personio -Version "*" -Scope CurrentUser -ErrorAction Ignore; Unregister-PSResourceRepository $env:GALLERY_NAME'
    }

    It 'finds the published version, with everything a gallery shows' {
        $registered | Should -BeNullOrEmpty
        foreach ($folder in $before, $package) {
            Invoke-Step 'Publish-PSResource -Path $env:FOLDER -Repository $env:GALLERY_NAME' @{ FOLDER = $folder } | Should -BeNullOrEmpty
        }

        $found = Invoke-Step 'Find-PSResource Personio -Repository $env:GALLERY_NAME | ConvertTo-Json' | ConvertFrom-Json
        $data = Import-PowerShellDataFile $manifest
        $found.Name | Should -BeExactly 'Personio'
        $found.Description | Should -Be $data.Description
        $found.LicenseUri, $found.ProjectUri, $found.IconUri | Should -Be (
            'LicenseUri', 'ProjectUri', 'IconUri' | ForEach-Object { $data.PrivateData.PSData.$_ })
        $found.ReleaseNotes.ReplaceLineEndings("`n") | Should -Be $data.PrivateData.PSData.ReleaseNotes
        $found.Tags | Should -Contain 'PSEdition_Core'
    }

    It 'installs a version, updates it, and runs the main job with each' {
        Invoke-Step 'Install-PSResource Personio -Version 0.0.1 -Repository $env:GALLERY_NAME -Scope CurrentUser' | Should -BeNullOrEmpty
        Invoke-User 'Import-Module Personio; "$((Get-Module Personio).Version) $((Get-Row) -gt 100)"' | Should -Be '0.0.1 True'

        Invoke-Step 'Update-PSResource Personio -Repository $env:GALLERY_NAME -Scope CurrentUser' | Should -BeNullOrEmpty
        # Without an import: the name of a cmdlet finds the newest version.
        Invoke-User '"$((Get-Row) -gt 100) $((Get-Module Personio).Version)"' | Should -Be "True $version"
        Invoke-User '(Get-Help Connect-Personio).Synopsis.Length -gt 20' | Should -Be 'True'
    }

    It 'has exactly the files of the package, and none of an older version' {
        $installed = Join-Path $modules "Personio/$version"

        Join-Path $installed 'gone.txt' | Should -Not -Exist
        Get-Content "$package/SHA256SUMS" | ForEach-Object {
            $hash, $name = $_ -split '  ', 2
            (Get-FileHash (Join-Path $installed $name)).Hash | Should -Be $hash -Because $name
        }
    }

    It 'can remove it completely' {
        Invoke-Step 'Uninstall-PSResource Personio -Version "*" -Scope CurrentUser' | Should -BeNullOrEmpty
        Invoke-User '@(Get-Module Personio -ListAvailable).Count' | Should -Be '0'
        Join-Path $modules 'Personio' | Should -Not -Exist
    }
}
