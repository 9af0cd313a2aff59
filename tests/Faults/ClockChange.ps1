# Writes and reads the days on which clocks change in Europe, and returns the results as JSON.

. "$env:PERSONIO_TEST_ROOT/../Module/Common.ps1"
$sandbox = Start-Sandbox @{ PersonCount = 3; Today = [System.DateOnly]::new(2026, 11, 2) }
Connect-To $sandbox
$person, $other, $third = Add-Person $sandbox 3

@'
Start,End
2026-03-29T01:30,2026-03-29T03:30
2026-10-25T01:30,2026-10-25T03:30
'@ | ConvertFrom-Csv | New-PersonioAttendancePeriod -PersonId $person -Type Work | Out-Null
New-PersonioAttendancePeriod -PersonId $other -Type Work -Start '2026-03-28 22:00' -End '2026-03-29 05:00' | Out-Null
New-PersonioAttendancePeriod -PersonId $other -Type Work -Start ([datetime]'2026-10-24 22:00') -End ([datetime]'2026-10-25 05:00') | Out-Null

New-PersonioAbsencePeriod -PersonId $person -AbsenceType Vacation -StartDate 2026-03-28 -EndDate 2026-03-29 | Out-Null
New-PersonioAbsencePeriod -PersonId $person -AbsenceType Vacation -StartDate ([datetime]'2026-10-24') -EndDate ([datetime]'2026-10-26') | Out-Null
New-PersonioAbsencePeriod -PersonId $third -AbsenceType Vacation -StartDate 2026-03-29 -StartHalf First -EndDate 2026-03-29 | Out-Null
New-PersonioAbsencePeriod -PersonId $third -AbsenceType Vacation -StartDate 2026-10-25 -StartHalf Second -EndDate 2026-10-25 | Out-Null

function Format-Attendance { process { '{0:yyyy-MM-dd} {1:s} {2:s}' -f $_.AttributionDate, $_.Start, $_.End } }
function Format-Absence { process { ('{0:yyyy-MM-dd} {1:yyyy-MM-dd} {2}' -f $_.StartDate, $_.EndDate, $_.StartHalf).Trim() } }

$ids = $person, $other, $third
$sandbox.ClearRequests()
foreach ($moment in '2026-03-29T02:30', '2026-10-25T02:30') {
    $null = Get-PersonioPerson -UpdatedAfter $moment -UpdatedBefore $moment
}
$query = Get-Query $sandbox '/v2/persons'

@{
    Attendance        = @(Get-PersonioAttendancePeriod -From 2026-03-01 -To 2026-10-31 -PersonId $ids | Format-Attendance | Sort-Object)
    March             = @(Get-PersonioAttendancePeriod -From 2026-03-29 -To 2026-03-29 -PersonId $ids | Format-Attendance)
    October           = @(Get-PersonioAttendancePeriod -From 2026-10-25 -To 2026-10-25 -PersonId $ids | Format-Attendance)
    Absences          = @(Get-PersonioAbsencePeriod -PersonId $ids | Format-Absence | Sort-Object)
    AbsencesOfMarch   = @(Get-PersonioAbsencePeriod -From 2026-03-29 -To 2026-03-29 -PersonId $ids | Format-Absence | Sort-Object)
    AbsencesOfOctober = @(Get-PersonioAbsencePeriod -From 2026-10-25 -To 2026-10-25 -PersonId $ids | Format-Absence | Sort-Object)
    After             = @($query.'updated_at.gt')
    Before            = @($query.'updated_at.lt')
} | ConvertTo-Json
Disconnect-Personio
$sandbox.Dispose()
