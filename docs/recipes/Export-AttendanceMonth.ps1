#Requires -Version 7.4
#Requires -Modules Personio

<#
.SYNOPSIS
    Exports the hours of a month by person, day and project, for payroll and controlling.
.DESCRIPTION
    Sums up the confirmed attendance of a month and writes an Excel workbook or a CSV file. A period that ends before it
    starts, which can happen in the night when clocks are set back, is reported as an error and skipped; the other periods
    are still counted. Overlapping work counts once, with a warning. Only the sums are kept in memory, not the periods.
    The file appears when it is complete; an existing file of the same name is kept until then. The output is the file.

    A CSV file has numbers and dates in the format of your culture, so your spreadsheet program can read them.
.PARAMETER Path
    The path of the file. With .xlsx, a workbook is written, which needs the module ImportExcel; any other name is CSV.
.PARAMETER Month
    The month, such as 2026-05, or any day in it. Default: last month.
.PARAMETER Status
    Only periods with one of these statuses are counted.
.PARAMETER Delimiter
    The character that separates the columns of a CSV file.
.PARAMETER WriteWorkbook
    A script block that writes the workbook. It gets the path, and the rows from the pipeline. Default: Export-Excel.
.PARAMETER Session
    The session to use, or its name. Default: the current session.
.EXAMPLE
    ./Export-AttendanceMonth.ps1 attendance.xlsx

    Exports last month as a workbook.
.EXAMPLE
    ./Export-AttendanceMonth.ps1 zeiten.csv -Month 2026-09-01 -Delimiter ';'

    Exports a month as a file for a German spreadsheet program.
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
# A period that cannot be counted is reported and skipped; any other failure ends the script.
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
