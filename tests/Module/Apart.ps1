# Code that runs outside the test's own runspace or process, and faults. Dot-source it after Common.ps1.

. "$PSScriptRoot/../../build/Engine.ps1"

# Adds a fault. The parts are properties of SandboxFault.
function Add-Fault {
    param($Sandbox, [hashtable] $Fault)

    $new = [Personio.Sandbox.SandboxFault]::new()
    $Fault.GetEnumerator() | Where-Object Key -NE 'Headers' | ForEach-Object { $new.($_.Key) = $_.Value }
    if ($Fault.Headers) {
        $Fault.Headers.GetEnumerator() | ForEach-Object { $new.Headers[$_.Key] = $_.Value }
    }

    $Sandbox.AddFault($new)
}

# Returns the client secret as Connect-Personio expects it.
function Get-Secure {
    param([string] $Text)

    ConvertTo-SecureString $Text -AsPlainText -Force
}

# Returns a port of this machine that is not in use.
function Get-FreePort {
    $listener = [System.Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
    $listener.Start()
    $listener.LocalEndpoint.Port
    $listener.Stop()
}

# An engine in a separate runspace with the module, optionally with a host; the script's $args are the arguments.
function New-Engine {
    param([scriptblock] $Script, [object[]] $Argument = @(), $In)

    $state = [initialsessionstate]::CreateDefault2()
    $state.ImportPSModule([string[]] (Get-Module Personio).Path)
    $runspace = $In ? [runspacefactory]::CreateRunspace($In, $state) : [runspacefactory]::CreateRunspace($state)
    $runspace.Open()
    $engine = [powershell]::Create($runspace)
    $null = $engine.AddScript($Script)
    $Argument | ForEach-Object { $null = $engine.AddArgument($_) }
    $engine
}

function Remove-Engine {
    param($Engine)

    $Engine.Runspace.Dispose()
    $Engine.Dispose()
}

# Starts a script in a new process without a profile, and returns the process. The variables are set in its environment.
function Start-NewProcess {
    param([string] $Script, [hashtable] $Environment = @{})

    $program, [string[]] $first = Get-EngineCommand
    $start = [System.Diagnostics.ProcessStartInfo]::new($program)
    foreach ($part in $first) {
        $start.ArgumentList.Add($part)
    }

    '-NoProfile', '-NonInteractive', '-OutputFormat', 'Text', '-EncodedCommand',
    [Convert]::ToBase64String([System.Text.Encoding]::Unicode.GetBytes("`$ProgressPreference = 'SilentlyContinue'`n$Script")) |
        ForEach-Object { $start.ArgumentList.Add($_) }
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $start.StandardOutputEncoding = [System.Text.Encoding]::UTF8
    $start.Environment['PERSONIO_TEST_MANIFEST'] = $manifest
    $start.Environment['NO_COLOR'] = '1'
    $Environment.GetEnumerator() | ForEach-Object { $start.Environment[$_.Key] = $_.Value }
    [System.Diagnostics.Process]::Start($start)
}

# Runs a script in a new process as Start-NewProcess does, and returns its output.
function Invoke-NewProcess {
    param([string] $Script, [hashtable] $Environment = @{})

    $process = Start-NewProcess $Script $Environment
    $fault = $process.StandardError.ReadToEndAsync()
    $output = $process.StandardOutput.ReadToEnd()
    $process.WaitForExit()
    $output.Trim() + $fault.Result.Trim()
}
