#Requires -Version 7.4
#Requires -Modules Personio

<#
.SYNOPSIS
    Sets custom attributes of persons from a CSV file whose columns are named like the attributes.
.DESCRIPTION
    The file has a column PersonId, and one for each attribute under its label. DisplayName and Email are for the reader
    and are left alone. Only what differs from Personio is sent, so the file can be run again. Empty cells are left as
    they are in Personio, unless -ClearEmpty is given. Numbers and days are written as Export-CustomAttribute.ps1 does.

    The output has one object for each row: Changed, Unchanged, Planned (with -WhatIf), Failed or Unknown. A row
    that cannot be carried out is one error, and the next goes on. Unknown means that the answer was lost, so the change
    may or may not have been made: run the file again.
.PARAMETER Path
    The CSV file.
.PARAMETER Delimiter
    What separates the columns.
.PARAMETER ClearEmpty
    Clears attributes whose cells are empty.
.PARAMETER Session
    The session to use: an object or a name. Default: the current session.
.EXAMPLE
    ./Import-CustomAttribute.ps1 attributes.csv -Delimiter ';' -WhatIf | Where-Object Outcome -NE Unchanged

    What would be changed?
.EXAMPLE
    ./Import-CustomAttribute.ps1 attributes.csv | Export-Csv done.csv

    Changes it, and keeps what was done.
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
        throw "The file $Path has a column '$name', and there is no attribute of this label or id."
    }
}

# The cell as the value that is sent: several values are a list, and empty is nothing.
function ConvertTo-Value {
    param([string] $Cell, [string] $Name)

    if (-not $Cell.Trim()) {
        return $null
    }

    # Days and numbers by the rule of the cmdlets, so that they can be compared.
    switch ($catalog[$Name].Type) {
        tags { , @($Cell.Split(';', [System.StringSplitOptions]'TrimEntries, RemoveEmptyEntries')) }
        date { [Personio.Parameters.DayTransformationAttribute]::new().Transform($null, $Cell) }
        decimal { [Personio.Parameters.DecimalTransformationAttribute]::new().Transform($null, $Cell) }
        default { $Cell.Trim() }
    }
}

# A value as text, so that a cell and what Personio has can be compared.
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
        $there = $person[$row.PersonId] ?? $(throw "There is no person '$($row.PersonId)'.")
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
        # A change whose answer was lost may have been carried out.
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
