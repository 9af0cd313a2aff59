param([string] $Path, [datetime] $Day)

# The same day three times: the types and the names of the persons are known by the second.
1..3 | ForEach-Object { Get-PersonioAbsencePeriod -From $Day -To $Day -IncludePerson } | Export-Csv $Path
