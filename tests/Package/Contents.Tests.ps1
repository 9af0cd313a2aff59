BeforeAll {
    . "$PSScriptRoot/Common.ps1"

    $version = (Import-PowerShellDataFile $manifest).ModuleVersion

    function Get-Name {
        param([string] $Folder)

        Get-ChildItem $Folder -Recurse -File | ForEach-Object { [System.IO.Path]::GetRelativePath($Folder, $_.FullName).Replace('\', '/') }
    }

    # Returns the source names in the debug information of an assembly.
    function Get-DebugDocument {
        param([string] $Path)

        $image = [System.Reflection.PortableExecutable.PEReader]::new([System.IO.File]::OpenRead($Path))
        try {
            $entry = $image.ReadDebugDirectory() | Where-Object Type -EQ EmbeddedPortablePdb
            $provider = $image.ReadEmbeddedPortablePdbDebugDirectoryData($entry)
            $reader = $provider.GetMetadataReader()
            foreach ($handle in $reader.Documents) {
                $reader.GetString($reader.GetDocument($handle).Name)
            }
        }
        finally {
            $image.Dispose()
        }
    }
}

Describe 'The package' {
    It 'has a license, a project, an icon, tags and release notes for a gallery' {
        $data = (Import-PowerShellDataFile $manifest).PrivateData.PSData

        $data.LicenseUri, $data.ProjectUri, $data.IconUri | Should -Match '^https://\S+$'
        $data.IconUri | Should -Match '/docs/icon\.png$'
        Join-Path $root 'docs/icon.png' | Should -Exist
        $data.Tags | Should -Contain 'PSEdition_Core'
        $data.ReleaseNotes.Length | Should -BeGreaterThan 100
    }

    It 'has the newest section of the change log as release notes, and nothing older' {
        $sections = (Get-Content "$package/CHANGELOG.md" -Raw) -split '(?m)^## '

        $sections[1] | Should -BeLike "$version*"
        "$version`n`n$((Test-ModuleManifest $manifest).ReleaseNotes)" | Should -BeExactly $sections[1].Trim().ReplaceLineEndings("`n")
    }

    It 'has the manifest of the sources except for the release notes and the reminder to build first' {
        $source = (Get-Content "$root/Personio.psd1" -Raw) -replace "ReleaseNotes = '[^']*'" -replace '(?sm)\A.*?(?=^@\{)'
        $packaged = (Get-Content $manifest -Raw) -replace '(?s)# SIG # Begin.*' -replace "ReleaseNotes = '([^']|'')*'"

        $packaged.TrimEnd() | Should -BeExactly $source.TrimEnd()
    }

    It 'has the runtime files and documents, and no sources, symbols or tests' {
        $expected = '^(Personio\.psd1|Personio\.cat|SHA256SUMS|LICENSE|README\.md|CHANGELOG\.md' +
            '|bin/Personio(\.Client|\.Lifecycle|\.PingOne|\.Rest|\.Sandbox)?\.dll|bin/Personio\.(Format|Types)\.ps1xml|bin/Personio\.Sandbox\.runtimeconfig\.json' +
            '|en-US/Personio\.dll-Help\.xml|en-US/about_\w+\.help\.txt|recipes/README\.md|recipes/[A-Z]\w+-\w+\.ps1)$'

        Get-Name $package | Where-Object { $_ -cnotmatch $expected } | Should -BeNullOrEmpty
    }

    It 'has every recipe of the sources' {
        $recipes = Get-ChildItem "$root/docs/recipes" -Filter *.ps1

        $recipes.Count | Should -BeGreaterThan 5
        (Get-ChildItem "$package/recipes" -Filter *.ps1).Name | Sort-Object | Should -Be ($recipes.Name | Sort-Object)
    }

    It 'has the files and folders that its manifest lists, in exactly this case' {
        $data = Import-PowerShellDataFile $manifest

        Get-Name $package | Where-Object { $_ -cin @($data.RootModule; $data.FormatsToProcess; $data.TypesToProcess) } |
            Should -HaveCount 3
    }

    It 'contains no path of the build machine in <_>' -ForEach 'Personio.dll', 'Personio.Client.dll', 'Personio.Rest.dll', 'Personio.Sandbox.dll' {
        $documents = @(Get-DebugDocument "$package/bin/$_")

        $documents.Count | Should -BeGreaterThan 10
        $documents | Where-Object { -not $_.StartsWith('/_') } | Should -BeNullOrEmpty
        # Also checks the text in the assembly itself, in both of its encodings.
        $bytes = [System.IO.File]::ReadAllBytes("$package/bin/$_")
        foreach ($encoding in [System.Text.Encoding]::Latin1, [System.Text.Encoding]::Unicode) {
            $encoding.GetString($bytes).Contains($root) | Should -BeFalse
        }
    }

    It 'lists the hash of every file, and of no others' {
        $listed = Get-Content "$package/SHA256SUMS" | ForEach-Object { , ($_ -split '  ', 2) }

        $listed | ForEach-Object { $_[1] } | Sort-Object | Should -Be (Get-Name $package | Where-Object { $_ -notin 'SHA256SUMS', 'Personio.cat' } | Sort-Object)
        foreach ($line in $listed) {
            (Get-FileHash (Join-Path $package $line[1])).Hash | Should -Be $line[0] -Because $line[1]
        }
    }
}

Describe 'A package of the same sources' {
    BeforeAll {
        # As in a separate clone, with another name and without a git folder.
        function New-Clone {
            param([string] $Name)

            $clone = Join-Path $TestDrive "another place/$Name"
            $null = New-Item $clone -ItemType Directory
            Get-ChildItem $root -File | Copy-Item -Destination $clone
            foreach ($folder in 'src', 'build', 'docs') {
                Get-ChildItem (Join-Path $root $folder) -Recurse -File | Where-Object FullName -NotMatch '[\\/](bin|obj)[\\/]' | ForEach-Object {
                    $copy = Join-Path $clone ([System.IO.Path]::GetRelativePath($root, $_.FullName))
                    $null = New-Item (Split-Path $copy) -ItemType Directory -Force
                    Copy-Item $_.FullName $copy
                }
            }

            $clone
        }

        # Packs in a clone and returns the output.
        function Invoke-Pack {
            param([string] $Clone, [string] $Option = '')

            Invoke-NewProcess "& '$Clone/build.ps1' -Task Package $Option *>&1 | Out-String -Width 500"
        }

        $clone = New-Clone 'with another name'
        $said = Invoke-Pack $clone
    }

    It 'has the same bytes if it is built in another folder' {
        $first = $package
        # Another system uses another compression library: only builds on the same system are identical.
        if (-not $env:PERSONIO_TEST_BUILT_HERE) {
            $neighbor = New-Clone 'a third'
            $null = Invoke-Pack $neighbor
            $first = "$neighbor/out/Personio/$version"
        }

        "$clone/out/Personio/$version/SHA256SUMS" | Should -Exist -Because $said
        Get-Content "$clone/out/Personio/$version/SHA256SUMS" | Should -Be (Get-Content "$first/SHA256SUMS")
    }

    It 'says that it is not signed if signing was not requested' {
        $said | Should -Match 'Not signed: .+ No -Certificate was given\.'
    }

    It 'is not created if the <what>' -ForEach @(
        @{ What = 'tag is not the version'; Option = '-Tag v9.9.9'; Log = ''; Says = 'The tag is v9\.9\.9' }
        @{ What = 'tag has no v'; Option = '-Tag 0.1.0'; Log = ''; Says = 'The tag is 0\.1\.0' }
        @{ What = 'newest heading is another version'; Option = ''; Log = "# Changes`n`n## 9.9.9`n`nNew.`n`n## 0.1.0`n"; Says = 'manifest, 9\.9\.9 on top of CHANGELOG' }
        @{ What = 'change log has no heading'; Option = ''; Log = "# Changes`n"; Says = 'has no heading with a version' }
        if (-not $IsWindows) {
            @{
                What   = 'system cannot sign'
                Option = '-Certificate ([System.Security.Cryptography.X509Certificates.CertificateRequest]::new("CN=test", ' +
                    '[System.Security.Cryptography.ECDsa]::Create(), "SHA256").CreateSelfSigned([DateTime]::Now, [DateTime]::Now.AddDays(1)))'
                Log    = ''
                Says   = 'only PowerShell on Windows can sign'
            }
        }
    ) {
        Remove-Item "$clone/out" -Recurse -ErrorAction Ignore
        Set-Content "$clone/CHANGELOG.md" ($log ? $log : (Get-Content "$root/CHANGELOG.md" -Raw))

        Invoke-Pack $clone $option | Should -Match $says
        "$clone/out" | Should -Not -Exist
    }
}
