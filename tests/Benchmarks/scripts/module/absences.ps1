param([string] $Path)

Get-PersonioAbsencePeriod -From 2026-01-01 -To 2026-12-31 | Export-Csv $Path
