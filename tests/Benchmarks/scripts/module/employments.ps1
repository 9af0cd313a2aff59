param([string] $Path)

Get-PersonioPerson | Get-PersonioEmployment | Export-Csv $Path
