# The two ways in which companies write the last day of an absence. Dot-source it in BeforeDiscovery: tests that depend on
# that day run with both. Start-Sandbox uses $isInclusive.
$readings = @(
    @{ Reading = 'the midnight after the last day'; IsInclusive = $false }
    @{ Reading = 'the last day'; IsInclusive = $true }
)
