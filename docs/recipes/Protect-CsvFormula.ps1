#Requires -Version 7.4

<#
.SYNOPSIS
    Makes text safe for spreadsheet programs, which would evaluate some of it as formulas.
.DESCRIPTION
    Excel, LibreOffice and other programs treat a cell of a CSV file that begins with =, +, -, @, a tab or a line break as a
    formula. Which text begins a cell depends on the separator: a file with commas that is opened with semicolons has
    different cells. Anyone who can write text into Personio, for example a comment, could use this to run code on the
    computer of the person who opens the file.

    Put this script between the objects and Export-Csv. It puts an apostrophe before such text, also after separators
    within a text and in the names of columns; the program shows it as part of the text. Everything else stays as it is,
    including numbers, dates, and text that is a number. Use it for files that people open, not for files that
    programs read.
.PARAMETER InputObject
    The objects to protect, from the pipeline.
.EXAMPLE
    Get-PersonioPerson -Status Active | ./Protect-CsvFormula.ps1 | Export-Csv persons.csv

    Writes a file that can be opened safely in Excel.
.EXAMPLE
    Get-PersonioAttendancePeriod 2026-05-01 2026-05-31 | ./Protect-CsvFormula.ps1 | Export-Csv zeiten.csv -Delimiter ';' -Encoding utf8BOM

    Does the same for a German spreadsheet program.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory, ValueFromPipeline)]
    [psobject] $InputObject
)

begin {
    Set-StrictMode -Version 3.0

    # A cell may begin after any character that a program might treat as a separator, because the file need not be opened
    # with the separator it was written with. Spaces, quotes and invisible characters before a sign, and full-width signs,
    # do not prevent evaluation.
    $formula = [regex]::new('(?<start>\A|[;,|\t\r\n\u2028\u2029\x1f])(?<sign>[\p{Zs}\p{Cf}"]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])(?<rest>[^;,|\t\r\n]*)')
    $number = [regex]::new('\A[+-]?\d+([.,]\d+)*\z')

    # These types contain no user-written text and stay as they are.
    $isPlain = @{}
    [decimal], [datetime], [datetimeoffset], [timespan], [guid] | ForEach-Object { $isPlain[$_] = $true }

    function Protect-Text {
        param([string] $Text)

        if ($number.IsMatch($Text)) {
            return $Text
        }

        ($Text -match '\A[\t\r\n]' ? "'" : '') + $formula.Replace($Text, {
                param($cell)
                $written = $cell.Groups['sign'].Value + $cell.Groups['rest'].Value
                $cell.Groups['start'].Value + ($cell.Index -and $number.IsMatch($written) ? '' : "'") + $written
            })
    }

    # Formats lists as Export-Csv does, and joins lists that have no text representation of their own with semicolons.
    function ConvertTo-Text {
        param($Value)

        $Value -is [string] ? $Value :
        $Value -isnot [System.Collections.IEnumerable] ? "$Value" :
        $Value.ToString() -eq $Value.GetType().ToString() ? $Value -join '; ' : $Value.ToString()
    }

    $names = @{}

    # Keeps column names distinct, even if one already equals the protected form of another.
    function Get-ColumnName {
        param([string] $Name)

        $safe = Protect-Text $Name
        while ($safe -in $names.Values) {
            $safe = "'$safe"
        }

        $safe
    }
}

process {
    $line = [ordered]@{}
    foreach ($property in $InputObject.PSObject.Properties) {
        $value = $property.Value
        if ($null -ne $value) {
            $type = $value.GetType()
            $isPlain[$type] ??= $type.IsPrimitive -or $type.IsEnum
            if (-not $isPlain[$type]) {
                $value = ConvertTo-Text $value
                if ($formula.IsMatch($value) -or $value -match '\A[\t\r\n]') {
                    $value = Protect-Text $value
                }
            }
        }

        $line[($names[$property.Name] ??= Get-ColumnName $property.Name)] = $value
    }

    [pscustomobject]$line
}
