param([string] $Path, [datetime] $From, [datetime] $To)

Get-PersonioCompensation -From $From -To $To | Export-Csv $Path
