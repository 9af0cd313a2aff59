#Requires -Version 7.4
#Requires -Modules Personio

<#
.SYNOPSIS
    Sets custom attributes of persons from a CSV file whose columns are named after the attributes.
.DESCRIPTION
    The file has a column PersonId, and one column for each attribute with its label as the header. DisplayName and Email
    are for human readers and are ignored. Only values that differ from Personio are sent, so the file can be imported
    again. Empty cells change nothing, unless -ClearEmpty is specified. Numbers and days have the format that
    Export-CustomAttribute.ps1 writes.

    The output has one object for each row with its outcome: Changed, Unchanged, Planned (with -WhatIf), Failed or Unknown.
    A row that fails is one error, and the next row is processed. Unknown means that the response was lost, so the change
    may or may not have been made: import the file again.
.PARAMETER Path
    The path of the CSV file.
.PARAMETER Delimiter
    The character that separates the columns.
.PARAMETER ClearEmpty
    Clears attributes whose cells are empty.
.PARAMETER Session
    The session to use, or its name. Default: the current session.
.EXAMPLE
    ./Import-CustomAttribute.ps1 attributes.csv -Delimiter ';' -WhatIf | Where-Object Outcome -NE Unchanged

    Shows what would be changed.
.EXAMPLE
    ./Import-CustomAttribute.ps1 attributes.csv | Export-Csv done.csv

    Imports the file, and saves the outcome of each row.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory, Position = 0)]
    [string] $Path,

    [char] $Delimiter = ',',

    [switch] $ClearEmpty,

    $Session
)

Set-StrictMode -Version 3.0
$in = $PSBoundParameters.ContainsKey('Session') ? @{ Session = $Session } : @{}

$rows = @(Import-Csv $Path -Delimiter $Delimiter -ErrorAction Stop)
if (-not $rows.Count) {
    return
}

$columns = $rows[0].PSObject.Properties.Name
if ('PersonId' -notin $columns) {
    throw "The file $Path has no column PersonId. Is it separated by '$Delimiter'?"
}

# A column that is not an attribute is an error before anything is changed.
$known = @(Get-PersonioAttribute @in -ErrorAction Stop)
$catalog = @{}
foreach ($name in $columns | Where-Object { $_ -notin 'PersonId', 'DisplayName', 'Email' }) {
    $catalog[$name] = $known | Where-Object { $name -in $_.Label, $_.AttributeId } | Select-Object -First 1
    if (-not $catalog[$name]) {
        throw "The file $Path has a column '$name', but no attribute has this label or ID."
    }
}

# Converts a cell to the value that is sent: several values to a list, an empty cell to null.
function ConvertTo-Value {
    param([string] $Cell, [string] $Name)

    if (-not $Cell.Trim()) {
        return $null
    }

    # Days and numbers are parsed as the cmdlets parse them, so that they can be compared.
    switch ($catalog[$Name].Type) {
        tags { , @($Cell.Split(';', [System.StringSplitOptions]'TrimEntries, RemoveEmptyEntries')) }
        date { [Personio.Parameters.DayTransformationAttribute]::new().Transform($null, $Cell) }
        decimal { [Personio.Parameters.DecimalTransformationAttribute]::new().Transform($null, $Cell) }
        default { $Cell.Trim() }
    }
}

# Converts a value to text, so that a cell can be compared with the value in Personio.
function ConvertTo-Comparable {
    param($Value)

    @($Value | ForEach-Object {
            $_ -is [datetime] ? $_.ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture) :
            $_ -is [decimal] -or $_ -is [double] ? ([decimal]$_).ToString('0.############', [cultureinfo]::InvariantCulture) :
            $_ -is [System.IFormattable] ? $_.ToString($null, [cultureinfo]::InvariantCulture) : "$_"
        }) -join '; '
}

$person = @{}
$ids = @($rows.PersonId | Where-Object { $_ } | Select-Object -Unique)
# A missing person is reported with the row, not here.
$ids | Get-PersonioPerson @in -ErrorAction SilentlyContinue -ErrorVariable missing |
    ForEach-Object { $person[$_.PersonId] = $_ }
$missing | Where-Object { $_.FullyQualifiedErrorId -notlike 'PersonNotFound,*' } | ForEach-Object { throw $_ }

foreach ($row in $rows) {
    $change = @{}
    $reason = $null
    $outcome = 'Unchanged'
    try {
        $there = $person[$row.PersonId] ?? $(throw "Person '$($row.PersonId)' was not found.")
        foreach ($name in $catalog.Keys) {
            $value = ConvertTo-Value $row.$name $name
            $now = $there.CustomAttributes[$catalog[$name].AttributeId]
            if (($null -ne $value -or $ClearEmpty) -and (ConvertTo-Comparable $value) -ne (ConvertTo-Comparable $now)) {
                $change[$catalog[$name].AttributeId] = $value
            }
        }

        if ($change.Count) {
            Set-PersonioPerson $row.PersonId -CustomAttribute $change @in -Confirm:$false -ErrorAction Stop
            $outcome = $WhatIfPreference ? 'Planned' : 'Changed'
        }
    }
    catch {
        # If the response was lost, the change may have been carried out.
        $outcome = $_.Exception.PSObject.Properties['OutcomeUnknown']?.Value ? 'Unknown' : 'Failed'
        $reason = $_.Exception.Message
        Write-Error $reason -TargetObject $row -ErrorId RowNotCarriedOut
    }

    [pscustomobject]@{
        PersonId = $row.PersonId
        Outcome  = $outcome
        Change   = ($catalog.Keys | Where-Object { $change.ContainsKey($catalog[$_].AttributeId) } | Sort-Object |
                ForEach-Object { "$_=$(ConvertTo-Comparable $change[$catalog[$_].AttributeId])" }) -join ', '
        Reason   = $reason
    }
}
