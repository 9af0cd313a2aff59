# A consumer that takes 20 ms for each object. Reports the seconds in which it was idle, without the first page.
$own = [System.Diagnostics.Stopwatch]::new()
$all = [System.Diagnostics.Stopwatch]::StartNew()
$first = 0
Get-PersonioPerson | ForEach-Object {
    if ($first -eq 0) {
        $first = $all.Elapsed.TotalSeconds
    }

    $own.Start()
    [System.Threading.Thread]::Sleep(20)
    $own.Stop()
}
$all.Elapsed.TotalSeconds - $own.Elapsed.TotalSeconds - $first
