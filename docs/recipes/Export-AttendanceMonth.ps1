#Requires -Version 7.4
#Requires -Modules Personio

<#
.SYNOPSIS
    Exports the hours of a month, by person, day and project, for payroll and controlling.
.DESCRIPTION
    Sums up the confirmed attendance of a month and writes an Excel workbook or a CSV file. A period that ends before it
    starts, as can happen in the night in which the clocks are put back, is one error and skipped, and the month goes on;
    work that overlaps work counts once, with a warning. Only the sums are kept in memory, not the periods. The file appears when it is complete; what was there under the same name
    stays until then. The output is the file.

    A CSV file has numbers and dates in the form of your culture, as your spreadsheet program reads them.
.PARAMETER Path
    The file: .xlsx is a workbook, which needs the module ImportExcel; everything else is CSV.
.PARAMETER Month
    The month, as 2026-05, or any day in it. Default: last month.
.PARAMETER Status
    Periods of this status count.
.PARAMETER Delimiter
    What separates the columns of a CSV file.
.PARAMETER WriteWorkbook
    Writes a workbook: a script block that is given the path, and the rows from the pipeline. By default Export-Excel.
.PARAMETER Session
    The session to use: an object or a name. Default: the current session.
.EXAMPLE
    ./Export-AttendanceMonth.ps1 attendance.xlsx

    Last month as a workbook.
.EXAMPLE
    ./Export-AttendanceMonth.ps1 zeiten.csv -Month 2026-09-01 -Delimiter ';'

    A month as a file for a German spreadsheet program.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory, Position = 0)]
    [string] $Path,

    [Personio.Parameters.MonthTransformation()]
    [datetime] $Month = (Get-Date).AddMonths(-1),

    [ValidateSet('Confirmed', 'Pending', 'Rejected')]
    [string[]] $Status = 'Confirmed',

    [char] $Delimiter = ',',

    [scriptblock] $WriteWorkbook = {
        param($Path)
        $input | Export-Excel -Path $Path -WorksheetName Attendance -TableName Attendance -AutoSize
    },

    $Session
)

Set-StrictMode -Version 3.0
$in = $PSBoundParameters.ContainsKey('Session') ? @{ Session = $Session } : @{}
# A period that cannot be counted is an error of its own; whatever else fails ends the script.
$onBadPeriod = $ErrorActionPreference
$ErrorActionPreference = 'Stop'

$file = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path)
$first = [datetime]::new($Month.Year, $Month.Month, 1)
$rows = Get-PersonioAttendancePeriod -From $first -To $first.AddMonths(1).AddDays(-1) -Status $Status -IncludePerson @in |
    Measure-PersonioAttendance -By Person, Date, Project -ErrorAction SilentlyContinue -ErrorVariable bad |
    Select-Object PersonId, PersonName, Date, ProjectId, ProjectName, WorkHours, BreakHours, Hours, OpenPeriods

$bad | ForEach-Object { Write-Error -ErrorRecord $_ -ErrorAction $onBadPeriod }
if (-not $PSCmdlet.ShouldProcess($file, "Write $(@($rows).Count) rows")) {
    return
}

$isWorkbook = [System.IO.Path]::GetExtension($file) -eq '.xlsx'
$new = Join-Path (Split-Path $file) ".$([guid]::NewGuid())$([System.IO.Path]::GetExtension($file))"
try {
    if ($isWorkbook) {
        $null = $rows | & $WriteWorkbook $new
    }
    else {
        $rows | Export-Csv $new -Delimiter $Delimiter -Encoding utf8BOM
    }

    Move-Item -LiteralPath $new $file -Force -PassThru
}
finally {
    if (Test-Path -LiteralPath $new) {
        Remove-Item -LiteralPath $new -Force
    }
}
