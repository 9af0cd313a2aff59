#Requires -Version 7.4
#Requires -Modules Personio

<#
.SYNOPSIS
    Exports custom attributes of the active persons by their labels, as Import-CustomAttribute.ps1 takes them back.
.DESCRIPTION
    Writes one object for each person with PersonId, DisplayName and one property for each attribute, the same on every
    row. Numbers and days are written in a form that means the same everywhere (1.5, 2026-08-03), yes and no as true and
    false, several values with semicolons between them. So the file can be changed in a spreadsheet program and read
    back on any computer.
.PARAMETER Attribute
    The labels, global ids or ids of the attributes, with wildcards.
.PARAMETER Session
    The session to use: an object or a name. Default: the current session.
.EXAMPLE
    ./Export-CustomAttribute.ps1 'Shirt size', Locker | Export-Csv attributes.csv -Delimiter ';' -Encoding utf8BOM

    Two attributes of everybody, for a German spreadsheet program.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory, Position = 0)]
    [SupportsWildcards()]
    [string[]] $Attribute,

    $Session
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$in = $PSBoundParameters.ContainsKey('Session') ? @{ Session = $Session } : @{}
$own = $null

Get-PersonioPerson -Status Active -ExpandCustomAttribute $Attribute @in | ForEach-Object {
    $person = $_
    # The columns of the attributes come after those that every person has.
    $names = @($person.PSObject.Properties.Name)
    $own ??= @($names | Select-Object -Skip ([array]::IndexOf($names, 'CustomAttributes') + 1))
    $line = [ordered]@{ PersonId = $person.PersonId; DisplayName = $person.DisplayName }
    foreach ($name in $own) {
        $line[$name] = @($person.$name | ForEach-Object {
                $_ -is [datetime] ? $_.ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture) :
                $_ -is [bool] ? "$_".ToLowerInvariant() :
                $_ -is [System.IFormattable] ? $_.ToString($null, [cultureinfo]::InvariantCulture) : "$_"
            }) -join '; '
    }

    [pscustomobject]$line
}
