param([string] $Path, [datetime] $From = '2026-07-01', [datetime] $To = '2026-07-31', [int] $Times = 1)

foreach ($time in 1..$Times) {
    Get-PersonioAttendancePeriod -From $From -To $To | Export-Csv $Path
}
