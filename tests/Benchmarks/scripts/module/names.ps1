param([string] $Path, [datetime] $Day)

# Reads the same day three times: from the second time on, types and names of persons are cached.
1..3 | ForEach-Object { Get-PersonioAbsencePeriod -From $Day -To $Day -IncludePerson } | Export-Csv $Path
