# Shared by the fault tests of the engine: sizes, figures, faults.

$isLong = $env:PERSONIO_FAULTS -eq 'long'
$count = $isLong ? 80 : 14
$seconds = $isLong ? 60 : 5
$rows = $isLong ? 200 : 30

# Saves figures next to those of the library, and prints them in the long form.
function Write-Figure {
    param([string] $Name, [string] $Text)

    $folder = Join-Path $PSScriptRoot '../../out/faults'
    $null = New-Item $folder -ItemType Directory -Force
    Set-Content (Join-Path $folder "$Name.txt") $Text
}

# Makes the tenant slow, silent or broken at random.
function Set-RandomTrouble {
    param($Sandbox, [random] $Dice)

    switch ($Dice.Next(4)) {
        0 { $Sandbox.Options.Latency = [timespan]::FromMilliseconds($Dice.Next(20, 3000)) }
        1 { Add-Fault $Sandbox @{ Kind = 'StallBody'; Skip = $Dice.Next(4); Times = -1 } }
        2 { Add-Fault $Sandbox @{ Status = 503; Times = -1; Skip = $Dice.Next(4); Headers = @{ 'Retry-After' = '9' } } }
        3 {
            $Sandbox.ExpireTokens()
            Add-Fault $Sandbox @{ Kind = 'StallBody'; PathPrefix = '/v2/auth'; Times = -1 }
        }
    }
}

# Returns whether a port of this computer is in use.
function Test-Listener {
    param([int] $Port)

    $client = [System.Net.Sockets.TcpClient]::new()
    try {
        $client.Connect([ipaddress]::Loopback, $Port)
        $true
    }
    catch [System.Net.Sockets.SocketException] {
        $false
    }
    finally {
        $client.Dispose()
    }
}
