#Requires -Version 7.4
#Requires -Modules Personio

<#
.SYNOPSIS
    Exports custom attributes of the active persons by label, in the format that Import-CustomAttribute.ps1 reads.
.DESCRIPTION
    Writes one object for each person with PersonId, DisplayName and one property for each attribute; every row has the
    same properties. Numbers and days are written in a culture-independent format (1.5, 2026-08-03), yes and no as true
    and false, and several values separated by semicolons. So the file can be edited in a spreadsheet program and imported
    on any computer.
.PARAMETER Attribute
    The labels, global IDs or IDs of the attributes. Wildcards are allowed.
.PARAMETER Session
    The session to use, or its name. Default: the current session.
.EXAMPLE
    ./Export-CustomAttribute.ps1 'Shirt size', Locker | Export-Csv attributes.csv -Delimiter ';' -Encoding utf8BOM

    Exports two attributes of everyone for a German spreadsheet program.
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
    # The attribute columns follow the properties that every person has.
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
