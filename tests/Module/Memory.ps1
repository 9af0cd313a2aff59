# Searches the memory of another process, which only Linux allows. Dot-source it after Common.ps1 and Apart.ps1.

# Starts a process that runs a script to its end and then waits; its memory can be searched until it is stopped.
function Start-Watched {
    param([string] $Script, [hashtable] $Environment = @{})

    $program, [string[]] $first = Get-EngineCommand
    $start = [System.Diagnostics.ProcessStartInfo]::new($program)
    foreach ($part in $first) {
        $start.ArgumentList.Add($part)
    }

    $whole = "`$ProgressPreference = 'SilentlyContinue'`n$Script`n[Console]::Out.WriteLine('at rest'); `$null = [Console]::In.ReadLine()"
    '-NoProfile', '-NonInteractive', '-EncodedCommand', [Convert]::ToBase64String([System.Text.Encoding]::Unicode.GetBytes($whole)) |
        ForEach-Object { $start.ArgumentList.Add($_) }
    $Environment.GetEnumerator() | ForEach-Object { $start.Environment[$_.Key] = $_.Value }
    $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    $process = [System.Diagnostics.Process]::Start($start)
    $said = while (($line = $process.StandardOutput.ReadLine()) -and $line -ne 'at rest') { $line }
    if ($line -ne 'at rest') {
        throw "The process ended early: $said $($process.StandardError.ReadToEnd())"
    }

    $process
}

function Stop-Watched {
    param($Process)

    $Process.StandardInput.Close()
    if (-not $Process.WaitForExit(20000)) {
        $Process.Kill()
    }

    $Process.Dispose()
}

# Returns how often a text occurs in the memory of a process, as UTF-16 and as UTF-8.
function Get-MemoryCopy {
    param($Process, [hashtable] $Text)

    $latin = [System.Text.Encoding]::Latin1
    $forms = foreach ($name in $Text.Keys) {
        foreach ($encoding in [System.Text.Encoding]::Unicode, [System.Text.Encoding]::UTF8) {
            [pscustomobject]@{ Name = $name; Encoding = $encoding.WebName; Form = $latin.GetString($encoding.GetBytes($Text[$name])); Count = 0 }
        }
    }

    $piece = 8MB
    $buffer = [byte[]]::new($piece + 4096)
    $memory = [System.IO.FileStream]::new("/proc/$($Process.Id)/mem", 'Open', 'Read', 'ReadWrite', 1)
    try {
        foreach ($line in [System.IO.File]::ReadAllLines("/proc/$($Process.Id)/maps")) {
            if ($line -notmatch '^([0-9a-f]+)-([0-9a-f]+) r' -or $line -match '\[v(syscall|var|dso)') { continue }
            $at = [Convert]::ToInt64($Matches[1], 16)
            $end = [Convert]::ToInt64($Matches[2], 16)
            for (; $at -lt $end; $at += $piece) {
                try {
                    $null = $memory.Seek($at, 'Begin')
                    $read = $memory.Read($buffer, 0, [Math]::Min($buffer.Length, $end - $at))
                }
                catch [System.IO.IOException] {
                    continue
                }

                $shown = $latin.GetString($buffer, 0, $read)
                foreach ($one in $forms) {
                    for ($found = $shown.IndexOf($one.Form, [StringComparison]::Ordinal); $found -ge 0 -and $found -lt $piece;
                        $found = $shown.IndexOf($one.Form, $found + 1, [StringComparison]::Ordinal)) {
                        $one.Count++
                        if ($env:MEMORY_NEAR) { "$($one.Name) $($one.Encoding) $('{0:x}' -f ($at + $found)) $(($line -split '\s+')[5]): " + ($shown.Substring([Math]::Max(0, $found - 160), [Math]::Min(160, $found)) -replace '[^\x20-\x7e]', '.') + ' ## ' + ($shown.Substring($found + $one.Form.Length, [Math]::Min(60, $shown.Length - $found - $one.Form.Length)) -replace '[^\x20-\x7e]', '.') | Out-Host }
                    }
                }
            }
        }
    }
    finally {
        $memory.Dispose()
    }

    $forms | Select-Object Name, Encoding, Count
}
