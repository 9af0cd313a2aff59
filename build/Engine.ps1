<#
.SYNOPSIS
    Starts a second PowerShell like the one that runs this. Dot-source it: build, tests and benchmark start none in another way.
#>

# The command line of this PowerShell: a program, and what stands before PowerShell's own arguments. An installed PowerShell is
# a program; the .NET tool is an assembly that dotnet runs, and its process is dotnet.
function Get-EngineCommand {
    param([string] $ProcessPath = [Environment]::ProcessPath, [string] $EngineHome = $PSHOME)

    $ProcessPath
    if ([System.IO.Path]::GetFileNameWithoutExtension($ProcessPath) -eq 'dotnet') {
        Join-Path $EngineHome 'pwsh.dll'
    }
}

# Runs PowerShell with these arguments and returns what it writes; $LASTEXITCODE is how it ended.
function Invoke-Engine {
    $program, [string[]] $first = Get-EngineCommand
    & $program @first @args
}
