<#
.SYNOPSIS
    Writes Personio.Format.ps1xml and Personio.Types.ps1xml from the table of views in Views.psd1.
.PARAMETER Destination
    The folder for the two files. Default: src/Personio, where they are committed.
#>
[CmdletBinding()]
param(
    [string] $Destination = (Join-Path $PSScriptRoot '../src/Personio')
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

$kinds = @{
    day         = 'if ($_.{0}) {{ $_.{0}.ToString(''yyyy-MM-dd'', [cultureinfo]::InvariantCulture) }}'
    minute      = 'if ($_.{0}) {{ $_.{0}.ToString(''yyyy-MM-dd HH:mm'', [cultureinfo]::InvariantCulture) }}'
    instant     = 'if ($_.{0}) {{ $_.{0}.LocalDateTime.ToString(''yyyy-MM-dd HH:mm'', [cultureinfo]::InvariantCulture) }}'
    second      = 'if ($_.{0}) {{ $_.{0}.LocalDateTime.ToString(''yyyy-MM-dd HH:mm:ss'', [cultureinfo]::InvariantCulture) }}'
    dayOrMinute = 'if ($_.{0}) {{ $_.{0}.ToString(($_.{0}.TimeOfDay.Ticks ? ''yyyy-MM-dd HH:mm'' : ''yyyy-MM-dd''), [cultureinfo]::InvariantCulture) }}'
    number      = 'if ($null -ne $_.{0}) {{ ''{{0:N2}}'' -f $_.{0} }}'
    status      = '$status = $_.{0}; try {{ [Personio.StatusText]::Format($status, $PSStyle, [Console]::IsOutputRedirected) }} catch {{ $status }}'
}

# Splits a column or list entry into label, width, alignment, and the element that gets the value. A column whose width
# ends in + uses the remaining space: more than that width if the window has more than 80 columns.
function ConvertTo-Column {
    param([string] $Text, [switch] $HasWidth)

    $label, $rest = $Text -split '\s*\|\s*', ($HasWidth ? 3 : 2)
    $width, $alignment = $null
    if ($HasWidth) {
        $size, $rest = $rest
        $width, $alignment = $size -split ' '
    }

    $kind, $argument = "$rest" -split ' ', 2
    if (-not $kind) {
        $kind, $argument = ($label -eq 'Status' ? 'status' : 'property'), $label
    }

    @{
        Label     = $label
        Width     = "$width".EndsWith('+') ? $null : $width
        Alignment = $alignment
        Element   = $kind -eq 'property' ? 'PropertyName' : 'ScriptBlock'
        Value     = $kind -in 'property', 'script' ? $argument : $kinds[$kind] -f $argument
    }
}

function Write-Column {
    param([System.Xml.XmlWriter] $Xml, [hashtable] $Column, [string] $Name)

    $Xml.WriteStartElement($Name)
    if ($Name -eq 'ListItem' -and ($Column.Element -ne 'PropertyName' -or $Column.Label -ne $Column.Value)) {
        $Xml.WriteElementString('Label', $Column.Label)
    }

    $Xml.WriteElementString($Column.Element, $Column.Value)
    $Xml.WriteEndElement()
}

function Write-Table {
    param([System.Xml.XmlWriter] $Xml, [hashtable[]] $Column)

    'TableControl', 'TableHeaders' | ForEach-Object { $Xml.WriteStartElement($_) }
    foreach ($one in $Column) {
        $Xml.WriteStartElement('TableColumnHeader')
        $Xml.WriteElementString('Label', $one.Label)
        if ($one.Width) {
            $Xml.WriteElementString('Width', $one.Width)
        }

        if ($one.Alignment) {
            $Xml.WriteElementString('Alignment', (Get-Culture en-US).TextInfo.ToTitleCase($one.Alignment))
        }

        $Xml.WriteEndElement()
    }

    $Xml.WriteEndElement()
    'TableRowEntries', 'TableRowEntry', 'TableColumnItems' | ForEach-Object { $Xml.WriteStartElement($_) }
    $Column | ForEach-Object { Write-Column -Xml $Xml -Column $_ -Name TableColumnItem }
    1..4 | ForEach-Object { $Xml.WriteEndElement() }
}

function Write-List {
    param([System.Xml.XmlWriter] $Xml, [hashtable[]] $Column)

    'ListControl', 'ListEntries', 'ListEntry', 'ListItems' | ForEach-Object { $Xml.WriteStartElement($_) }
    $Column | ForEach-Object { Write-Column -Xml $Xml -Column $_ -Name ListItem }
    1..4 | ForEach-Object { $Xml.WriteEndElement() }
}

# Parses lines of 'type = member' to a table.
function ConvertTo-Table {
    param([string[]] $Line)

    $table = [ordered]@{}
    foreach ($one in $Line) {
        $type, $member = $one -split ' = '
        $table[$type] = $member
    }

    $table
}

function Write-Xml {
    param([string] $Folder, [string] $Name, [scriptblock] $Content)

    $settings = [System.Xml.XmlWriterSettings]@{
        Indent = $true; IndentChars = '  '; NewLineChars = "`n"; Encoding = [System.Text.UTF8Encoding]::new($false)
    }
    $text = [System.IO.StreamWriter]::new((Join-Path $Folder $Name))
    $text.NewLine = "`n"
    $xml = [System.Xml.XmlWriter]::Create($text, $settings)
    $xml.WriteComment(' Written by build/Format.ps1 from build/Views.psd1: change that instead. ')
    & $Content $xml
    $xml.Dispose()
    $text.Write("`n")
    $text.Dispose()
}

$folder = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Destination)
$table = Import-PowerShellDataFile (Join-Path $PSScriptRoot 'Views.psd1')
Write-Xml -Folder $folder -Name Personio.Format.ps1xml -Content {
    param($xml)

    'Configuration', 'ViewDefinitions' | ForEach-Object { $xml.WriteStartElement($_) }
    foreach ($view in $table.Views) {
        foreach ($control in @('Table', 'List').Where{ $view.ContainsKey($_) }) {
            $xml.WriteStartElement('View')
            $xml.WriteElementString('Name', ($view.ContainsKey('Name') ? $view.Name : ($view.Type -split '\.')[-1]))
            $xml.WriteStartElement('ViewSelectedBy')
            $xml.WriteElementString('TypeName', $view.Type)
            $xml.WriteEndElement()
            $columns = @($view[$control] | ForEach-Object { ConvertTo-Column $_ -HasWidth:($control -eq 'Table') })
            if ($control -eq 'Table') { Write-Table -Xml $xml -Column $columns } else { Write-List -Xml $xml -Column $columns }
            $xml.WriteEndElement()
        }
    }

    1..2 | ForEach-Object { $xml.WriteEndElement() }
}
Write-Xml -Folder $folder -Name Personio.Types.ps1xml -Content {
    param($xml)

    $xml.WriteStartElement('Types')
    $identity = ConvertTo-Table $table.Identity
    $hidden = ConvertTo-Table $table.Hidden
    foreach ($type in @($identity.Keys) + @($hidden.Keys) | Select-Object -Unique) {
        $xml.WriteStartElement('Type')
        $xml.WriteElementString('Name', $type)
        $xml.WriteStartElement('Members')
        # Hidden, so that they do not appear in CSV, JSON and Select-Object *.
        if ($identity.Contains($type)) {
            $xml.WriteStartElement('AliasProperty')
            $xml.WriteAttributeString('IsHidden', 'true')
            $xml.WriteElementString('Name', 'Id')
            $xml.WriteElementString('ReferencedMemberName', $identity[$type])
            $xml.WriteEndElement()
        }

        foreach ($property in "$($hidden[$type])" -split ',\s*' -ne '') {
            $xml.WriteStartElement('CodeProperty')
            $xml.WriteAttributeString('IsHidden', 'true')
            $xml.WriteElementString('Name', $property)
            $xml.WriteStartElement('GetCodeReference')
            $xml.WriteElementString('TypeName', 'Personio.HiddenProperty')
            $xml.WriteElementString('MethodName', $property)
            1..2 | ForEach-Object { $xml.WriteEndElement() }
        }

        1..2 | ForEach-Object { $xml.WriteEndElement() }
    }

    $xml.WriteEndElement()
}
