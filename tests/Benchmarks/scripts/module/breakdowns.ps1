param([string] $Path, [int] $First = 300)

Get-PersonioAbsencePeriod -First $First | Get-PersonioAbsenceBreakdown | Export-Csv $Path
