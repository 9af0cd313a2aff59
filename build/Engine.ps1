<#
.SYNOPSIS
    Starts a second PowerShell like the current one. Dot-source it: build, tests and benchmark start PowerShell only this way.
#>

# Returns the command line of this PowerShell: an executable, and the arguments before PowerShell's own. An installed
# PowerShell is an executable; the .NET tool is an assembly that dotnet runs, so its process is dotnet.
function Get-EngineCommand {
    param([string] $ProcessPath = [Environment]::ProcessPath, [string] $EngineHome = $PSHOME)

    $ProcessPath
    if ([System.IO.Path]::GetFileNameWithoutExtension($ProcessPath) -eq 'dotnet') {
        Join-Path $EngineHome 'pwsh.dll'
    }
}

# Runs PowerShell with these arguments and returns its output; $LASTEXITCODE is its exit code.
function Invoke-Engine {
    $program, [string[]] $first = Get-EngineCommand
    & $program @first @args
}
