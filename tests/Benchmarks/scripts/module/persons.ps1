param([string] $Path)

Get-PersonioPerson | Export-Csv $Path
