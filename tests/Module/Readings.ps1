# The two ways in which companies write the last day of an absence. Dot-source it in BeforeDiscovery: what depends on
# that day is tested in both. Start-Sandbox takes the way from $isInclusive.
$readings = @(
    @{ Reading = 'the midnight after the last day'; IsInclusive = $false }
    @{ Reading = 'the last day'; IsInclusive = $true }
)
