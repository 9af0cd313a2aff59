#Requires -Version 7.4

<#
.SYNOPSIS
    Makes cells of objects safe for spreadsheet programs, which would run some texts as formulas.
.DESCRIPTION
    Excel, LibreOffice and others take a cell of a CSV file that begins with =, +, -, @, a tab or a line break for a
    formula, whatever separates the cells: a file with commas that is opened with semicolons has other cells. Anyone who may
    write a text into Personio, for example a comment, could so have something run on the computer of
    the one who opens the file.

    Put this between the objects and Export-Csv. It puts an apostrophe before such texts, also behind the separators within
    a text and before the names of columns; the program shows it as part of the text. Nothing else is changed. Numbers, dates, and texts that are numbers stay as they are. So use
    it for files that people open, and not for files that a program reads: the module itself never changes data.
.PARAMETER InputObject
    The objects, from the pipeline.
.EXAMPLE
    Get-PersonioPerson -Status Active | ./Protect-CsvFormula.ps1 | Export-Csv persons.csv

    A file that can be opened in Excel.
.EXAMPLE
    Get-PersonioAttendancePeriod 2026-05-01 2026-05-31 | ./Protect-CsvFormula.ps1 | Export-Csv zeiten.csv -Delimiter ';' -Encoding utf8BOM

    The same for a German one.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory, ValueFromPipeline)]
    [psobject] $InputObject
)

begin {
    Set-StrictMode -Version 3.0

    # Where a cell begins: also after whatever a program may take for a separator, for it need not open the file with the
    # one it was written with. Spaces, quotes and unseen marks before a sign, and its wide form, help nobody.
    $formula = [regex]::new('(?<start>\A|[;,|\t\r\n\u2028\u2029\x1f])(?<sign>[\p{Zs}\p{Cf}"]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])(?<rest>[^;,|\t\r\n]*)')
    $number = [regex]::new('\A[+-]?\d+([.,]\d+)*\z')

    # These types hold no text of anybody, and are as they are.
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

    # Lists as Export-Csv writes them, and those that have no text of their own with semicolons.
    function ConvertTo-Text {
        param($Value)

        $Value -is [string] ? $Value :
        $Value -isnot [System.Collections.IEnumerable] ? "$Value" :
        $Value.ToString() -eq $Value.GetType().ToString() ? $Value -join '; ' : $Value.ToString()
    }

    $names = @{}

    # Two columns stay two, also where one is called as the other is when it is safe.
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
