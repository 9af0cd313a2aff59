<#
.SYNOPSIS
    Turns the pages of docs/en-US into the help file that Get-Help reads.
.DESCRIPTION
    Microsoft.PowerShell.PlatyPS does the work. What it leaves to be wished for is done here: lines become short enough
    for any console; the code of an example stands where Get-Help looks for it; links and types lose
    what is of no use in a console.
.PARAMETER Destination
    The folder for Personio.dll-Help.xml.
.EXAMPLE
    ./docs/Export-Help.ps1 -Destination ./src/Personio/en-US
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Destination
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
Import-Module Microsoft.PowerShell.PlatyPS -MinimumVersion 1.0

# As many characters as a line has: what is longer the console breaks in the middle of a word.
$width = 70

# Breaks a paragraph, or an entry of a list, into lines.
function Split-Paragraph {
    param([string] $Text)

    $indent = $Text -match '^(- |\d+\. )' ? ' ' * $Matches[1].Length : ''
    $line = ''
    foreach ($word in $Text -split '\s+' -ne '') {
        if ($line.Trim() -and $line.Length + 1 + $word.Length -gt $width) {
            $line
            $line = $indent + $word
        }
        else {
            $line += ($line.Trim() ? ' ' : '') + $word
        }
    }

    $line
}

# Takes the marks of markdown out of a text, and fits its lines to the console.
function ConvertTo-Plain {
    param([string] $Text)

    $plain = $Text -replace '\[([^\]]+)\]\([^)]+\)', '$1' -replace '`([^`\n]+)`', '$1'
    $parts = $plain.Trim() -split '\r?\n\s*\r?\n|\r?\n(?=- |\d+\. )'
    @(foreach ($part in $parts) { @(Split-Paragraph $part) -join "`n" }) -join "`n`n" -replace '\n\n(?=- |\d+\. )', "`n"
}

function Move-ExamplePart {
    # Puts text and code of an example where Get-Help looks for them: code first, then what it does.
    param([System.Xml.XmlElement] $Node, [string] $Remarks)

    $parts = $Remarks -split '(?m)^```(?:powershell)?\r?$'
    $code = @(for ($i = 1; $i -lt $parts.Count; $i += 2) { $parts[$i].Trim() }) -join "`n`n"
    $text = @(for ($i = 0; $i -lt $parts.Count; $i += 2) { ConvertTo-Plain $parts[$i].Trim() }) -ne '' -join "`n`n"
    $introduction = $Node.GetElementsByTagName('maml:introduction')[0]
    $null = $Node.RemoveChild($introduction)
    $Node.GetElementsByTagName('dev:code')[0].InnerText = $code
    $place = $Node.GetElementsByTagName('dev:remarks')[0]
    # The second, empty, keeps the next example at a distance.
    foreach ($line in @(@($text) -ne '') + '') {
        $paragraph = $Node.OwnerDocument.CreateElement('maml:para', $introduction.NamespaceURI)
        $paragraph.InnerText = $line
        $null = $place.AppendChild($paragraph)
    }
}

$pages = Get-ChildItem (Join-Path $PSScriptRoot 'en-US') -Filter *.md | Sort-Object Name |
    ForEach-Object { Import-MarkdownCommandHelp $_.FullName }
foreach ($page in $pages) {
    $page.Synopsis = ConvertTo-Plain $page.Synopsis
    $page.Description = ConvertTo-Plain $page.Description
    $page.Notes = ConvertTo-Plain $page.Notes
    @($page.Parameters) + @($page.Inputs) + @($page.Outputs) |
        ForEach-Object { $_.Description = ConvertTo-Plain $_.Description }
}

$place = New-Item (Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid())) -ItemType Directory
try {
    $made = $pages | Export-MamlCommandHelp -OutputFolder $place -Force
    $xml = [xml]::new()
    $xml.PreserveWhitespace = $false
    $xml.Load($made.FullName)
}
finally {
    Remove-Item $place -Recurse
}

$examples = @($xml.GetElementsByTagName('command:example'))
$remarks = @($pages.Examples.Remarks)
for ($i = 0; $i -lt $examples.Count; $i++) {
    Move-ExamplePart $examples[$i] $remarks[$i]
}

foreach ($link in @($xml.GetElementsByTagName('maml:navigationLink'))) {
    $uri = $link.GetElementsByTagName('maml:uri')[0]
    if ($link.GetElementsByTagName('maml:linkText')[0].InnerText -eq 'Online Version') {
        $null = $link.ParentNode.RemoveChild($link)
    }
    elseif ($uri.InnerText -notmatch '^https:') {
        $uri.InnerText = ''
    }
}

# Types of parameters, without what the runtime puts around values that may be missing, and without namespaces.
foreach ($type in $xml.GetElementsByTagName('command:parameterValue')) {
    $type.InnerText = $type.InnerText -replace '^System\.Nullable`1\[(.+)\]$', '$1' -replace '^(\w+\.)+'
}

$null = New-Item $Destination -ItemType Directory -Force
$settings = [System.Xml.XmlWriterSettings]@{ Indent = $true; NewLineChars = "`n"; Encoding = [System.Text.UTF8Encoding]::new($false) }
$writer = [System.Xml.XmlWriter]::Create((Join-Path (Resolve-Path $Destination) 'Personio.dll-Help.xml'), $settings)
try {
    $xml.Save($writer)
}
finally {
    $writer.Dispose()
}
