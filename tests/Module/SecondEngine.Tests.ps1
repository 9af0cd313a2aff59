BeforeAll {
    . "$PSScriptRoot/../../build/Engine.ps1"
}

Describe 'A second engine' {
    It 'is started by the program itself if PowerShell is installed: <path>' -ForEach @(
        @{ Path = '/opt/microsoft/powershell/7/pwsh' }
        @{ Path = 'C:/Program Files/PowerShell/7/pwsh.exe' }
    ) {
        Get-EngineCommand -ProcessPath $path -EngineHome (Split-Path $path) | Should -Be $path
    }

    It 'is started by dotnet if PowerShell is a .NET tool: <path>' -ForEach @(
        @{ Path = '/usr/share/dotnet/dotnet' }
        @{ Path = 'C:/Program Files/dotnet/dotnet.exe' }
    ) {
        $engine = Join-Path $TestDrive 'a tool' 'any'

        Get-EngineCommand -ProcessPath $path -EngineHome $engine | Should -Be $path, (Join-Path $engine 'pwsh.dll')
    }

    It 'is the same as this one' {
        Invoke-Engine -NoProfile -NonInteractive -Command '"$PSHOME $($PSVersionTable.PSVersion)"' | Should -Be "$PSHOME $($PSVersionTable.PSVersion)"
    }

    It 'runs a script whose path and arguments contain spaces, and reports how it ended' {
        $script = Join-Path (New-Item (Join-Path $TestDrive 'a folder') -ItemType Directory) 'a script.ps1'
        Set-Content $script 'param([string] $Text, [switch] $Loud) "<$Text> $Loud"; exit 7'

        Invoke-Engine -NoProfile -NonInteractive -File $script -Text 'two words' -Loud | Should -Be '<two words> True'
        $LASTEXITCODE | Should -Be 7
    }

    It 'runs from a folder whose name contains spaces' -Skip:($IsWindows) {
        # A link represents an engine that is installed there.
        $folder = Join-Path $TestDrive 'Program Files'
        $null = New-Item $folder -ItemType SymbolicLink -Value $PSHOME
        $program, [string[]] $first = Get-EngineCommand -EngineHome $folder

        & $program @first -NoProfile -NonInteractive -Command '6 * 7' | Should -Be 42
    }
}
