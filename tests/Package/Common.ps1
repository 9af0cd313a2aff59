# Shared by the tests of the package. Dot-source it in BeforeAll.

. "$PSScriptRoot/../Module/Apart.ps1"

$manifest = (Resolve-Path $env:PERSONIO_TEST_MANIFEST).Path
$package = Split-Path $manifest
$root = (Resolve-Path "$PSScriptRoot/../..").Path

# Runs the main job in a process that has only the modules of the engine and of one folder; returns its output. In
# the script, Get-Row connects to the sandbox and counts the rows of the job.
function Invoke-Isolated {
    param([string] $Script, [string] $ModulePath = '', [hashtable] $Environment = @{})

    $prelude = {
        $ErrorActionPreference = 'Stop'
        $env:PSModulePath = (@($env:PERSONIO_TEST_MODULES) + (Join-Path $PSHOME 'Modules') | Where-Object { $_ }) -join [System.IO.Path]::PathSeparator
        function Get-Row {
            Connect-Personio -Sandbox
            (Get-PersonioPerson -Status Active | Get-PersonioEmployment -Current | ConvertTo-Csv).Count - 1
            Disconnect-Personio
        }
    }
    Invoke-NewProcess "$prelude`n$Script" (@{ PERSONIO_TEST_MODULES = $ModulePath } + $Environment)
}
