param([string] $Path)

Get-PingOneUser | Export-Csv $Path
