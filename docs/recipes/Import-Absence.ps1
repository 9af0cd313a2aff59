#Requires -Version 7.4
#Requires -Modules Personio

<#
.SYNOPSIS
    Imports absences from a CSV file, and tells for each row what became of it.
.DESCRIPTION
    The file can be run again: rows that are in Personio already are left out, also after a run that broke off. A row
    that cannot be carried out is one error, which is written at the end, and the next row goes on. The output has one
    object for each row, in the order of the file: Created, Skipped, Failed or Unknown, with the id or the reason.
    Unknown means that the answer was lost, so the absence may or may not exist: run the file again.

    The columns are PersonId or Email, AbsenceType, StartDate, EndDate, and if you like StartHalf, EndHalf, Comment and
    OpenEnd: true where nobody knows the last day, and EndDate is empty.
    Columns with other names are named by -Column.
.PARAMETER Path
    The CSV file.
.PARAMETER Delimiter
    What separates the columns.
.PARAMETER Column
    What your columns are called, for example @{ StartDate = 'Von'; EndDate = 'Bis' }.
.PARAMETER DateFormat
    How the days are written, for example dd.MM.yyyy, where they are not as 2026-08-03 or in a form of your culture that
    can mean one day only.
.PARAMETER ResultPath
    Writes the output to this CSV file as well, when all is done.
.PARAMETER SkipApproval
    Makes the absences approved at once.
.PARAMETER Session
    The session to work in, or its name. Without it the current one.
.EXAMPLE
    ./Import-Absence.ps1 leave.csv -WhatIf

    Tells what would be made and what is there already.
.EXAMPLE
    ./Import-Absence.ps1 urlaub.csv -Delimiter ';' -DateFormat dd.MM.yyyy -Column @{
        PersonId = 'Person'; AbsenceType = 'Art'; StartDate = 'Von'; EndDate = 'Bis'
    } -ResultPath ergebnis.csv

    A file with German headers and dates.
#>
[Diagnostics.CodeAnalysis.SuppressMessage('PSReviewUnusedParameter', '', Justification = 'A function uses it.')]
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory, Position = 0)]
    [string] $Path,

    [char] $Delimiter = ',',

    [hashtable] $Column = @{},

    [string] $DateFormat,

    [string] $ResultPath,

    [switch] $SkipApproval,

    $Session
)

Set-StrictMode -Version 3.0
$in = $PSBoundParameters.ContainsKey('Session') ? @{ Session = $Session } : @{}

$names = 'PersonId', 'Email', 'AbsenceType', 'StartDate', 'EndDate', 'OpenEnd', 'StartHalf', 'EndHalf', 'Comment'
$personOf = @{}
$created = @{}
$faults = @{}

# What tells the absences of a file apart. Two of one person cannot begin at the same time.
function Get-Key {
    param($Absence)

    '{0}|{1:s}|{2}' -f $Absence.PersonId, $Absence.StartDate, ($Absence.StartHalf ? $Absence.StartHalf : 'First')
}

function ConvertTo-Day {
    param([string] $Text)

    # Without a form, by the rule of the cmdlets.
    $DateFormat -and $Text ? [datetime]::ParseExact($Text, $DateFormat, [cultureinfo]::InvariantCulture) :
    [Personio.Parameters.DayTransformationAttribute]::new().Transform($null, $Text)
}

# A change whose answer was lost may have been carried out.
function Get-Failure {
    param($Fault)

    $Fault -and $Fault.Exception.PSObject.Properties['OutcomeUnknown']?.Value ? 'Unknown' : 'Failed'
}

# A row under the names of the parameters, with the reason why it cannot be sent, or null.
function ConvertTo-Absence {
    param($Cells, [int] $Number)

    $absence = [ordered]@{ Row = $Number; Reason = $null }
    foreach ($name in $names) {
        $cell = $Cells.PSObject.Properties[($Column.ContainsKey($name) ? $Column[$name] : $name)]
        $absence[$name] = $cell ? "$($cell.Value)".Trim() : ''
    }

    if (-not $absence.PersonId -and $absence.Email) {
        $absence.PersonId = $personOf[$absence.Email]
        $absence.Reason = $absence.PersonId ? $null : "There is no person with the e-mail address $($absence.Email)."
    }

    foreach ($name in 'StartDate', 'EndDate') {
        try {
            $absence[$name] = ConvertTo-Day $absence[$name]
        }
        catch [FormatException] {
            $absence.Reason = "$name '$($absence[$name])' is not of the form $DateFormat."
        }
        catch [System.Management.Automation.ArgumentTransformationMetadataException] {
            $absence.Reason = "$name`: $($_.Exception.Message)"
        }
    }

    [pscustomobject]$absence
}

$rows = @(Import-Csv $Path -Delimiter $Delimiter -ErrorAction Stop)
$headers = @($rows.Count ? $rows[0].PSObject.Properties.Name : @())
$there = @($names | Where-Object { ($Column.ContainsKey($_) ? $Column[$_] : $_) -in $headers })
$missing = @('AbsenceType', 'StartDate', 'PersonId' | Where-Object { $_ -notin $there -and ($_ -ne 'PersonId' -or 'Email' -notin $there) })
if ($rows.Count -and $missing) {
    # Else every row would fail, and none would say why.
    throw "'$Path' has no column for $($missing -join ', '), but '$($headers -join "', '")'. -Delimiter says what stands between the columns, -Column what they are called."
}

if ('Email' -in $there) {
    Get-PersonioPerson @in -ErrorAction Stop | Where-Object Email |
        ForEach-Object { $personOf[$_.Email] = $_.PersonId }
}

# The number that a spreadsheet program shows; the first row has the names.
$number = 1
$absences = @($rows | ForEach-Object { ConvertTo-Absence $_ (++$number) })
$quiet = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'refused' }
$absences | Where-Object { -not $_.Reason } |
    New-PersonioAbsencePeriod -SkipExisting -SkipApproval:$SkipApproval @in @quiet |
    ForEach-Object { $created[(Get-Key $_)] = $_.AbsencePeriodId }
foreach ($fault in $refused) {
    if ($fault.TargetObject -in $absences) {
        $fault.TargetObject.Reason = $fault.Exception.Message
        $faults[$fault.TargetObject.Row] = $fault
    }
    else {
        throw $fault
    }
}

# The errors come last, so that all is done and told also where the first one ends the script.
function Write-Fault {
    foreach ($absence in $absences | Where-Object Reason) {
        if ($faults.ContainsKey($absence.Row)) {
            Write-Error -ErrorRecord $faults[$absence.Row]
        }
        else {
            Write-Error "Row $($absence.Row): $($absence.Reason)" -TargetObject $absence -ErrorId RowNotReadable
        }
    }
}

# Nothing was made, and an outcome would not be true.
if ($WhatIfPreference) {
    Write-Fault
    return
}

$result = foreach ($absence in $absences) {
    $key = Get-Key $absence
    $id = $absence.Reason ? $null : $created[$key]
    $created.Remove($key)
    $absence | Select-Object Row, @{
        Name       = 'Outcome'
        Expression = { $_.Reason ? (Get-Failure $faults[$_.Row]) : $id ? 'Created' : 'Skipped' }
    }, PersonId, AbsenceType, StartDate, EndDate, @{ Name = 'AbsencePeriodId'; Expression = { $id } }, Reason
}

$result
if ($ResultPath) {
    $new = "$ResultPath.$([guid]::NewGuid()).new"
    $result | Export-Csv $new -Delimiter $Delimiter -Encoding utf8BOM -ErrorAction Stop
    Move-Item $new $ResultPath -Force -ErrorAction Stop
}

Write-Fault
