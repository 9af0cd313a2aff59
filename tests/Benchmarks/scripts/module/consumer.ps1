# A consumer that needs 20 ms per object. Reports the seconds it waited after the first object. Handing over an object takes
# the engine well under 5 ms, so only longer gaps are waits for a page.
$gap = [System.Diagnostics.Stopwatch]::new()
$waited = 0
Get-PersonioPerson | ForEach-Object {
    if ($gap.Elapsed.TotalSeconds -gt 0.005) {
        $waited += $gap.Elapsed.TotalSeconds
    }

    [System.Threading.Thread]::Sleep(20)
    $gap.Restart()
}
$waited
