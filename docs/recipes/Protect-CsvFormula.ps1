#Requires -Version 7.4

<#
.SYNOPSIS
    Makes the cells of objects safe for spreadsheet programs, which would run some texts as formulas.
.DESCRIPTION
    Excel, LibreOffice and others take a cell of a CSV file that begins with =, +, -, @, a tab or a line break for a
    formula. Whoever may write a text into Personio, for example a comment, could so have something run on the computer of
    the one who opens the file.

    Put this between the objects and Export-Csv. It puts an apostrophe before such texts, also before the names of
    columns; the program shows it as part of the text. Numbers, dates, and texts that are numbers stay as they are. So use
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

    # Spaces and unseen marks before a sign, and its wide form, help nobody.
    $formula = [regex]::new('^([\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])')
    $number = [regex]::new('^[+-]?\d+([.,]\d+)*$')

    # These types hold no text of anybody, and are as they are.
    $isPlain = @{}
    [decimal], [datetime], [datetimeoffset], [timespan], [guid] | ForEach-Object { $isPlain[$_] = $true }

    function Protect-Text {
        param([string] $Text)

        $formula.IsMatch($Text) -and -not $number.IsMatch($Text) ? "'$Text" : $Text
    }

    $names = @{}
}

process {
    $line = [ordered]@{}
    foreach ($property in $InputObject.PSObject.Properties) {
        $value = $property.Value
        if ($null -ne $value) {
            $type = $value.GetType()
            $isPlain[$type] ??= $type.IsPrimitive -or $type.IsEnum
            if (-not $isPlain[$type]) {
                $value = "$value"
                if ($formula.IsMatch($value)) {
                    $value = Protect-Text $value
                }
            }
        }

        $line[($names[$property.Name] ??= Protect-Text $property.Name)] = $value
    }

    [pscustomobject]$line
}
