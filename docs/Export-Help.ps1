<#
.SYNOPSIS
    Converts the pages of docs/en-US to the help file that Get-Help reads.
.DESCRIPTION
    Microsoft.PowerShell.PlatyPS does most of the work. This script improves its output: it wraps lines for any console,
    moves the code of examples to where Get-Help expects it, and removes parts of links and types that are of no use in a
    console.
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

# The maximum line length. The console breaks longer lines in the middle of a word.
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

# Removes markdown from a text, and wraps its lines for the console.
function ConvertTo-Plain {
    param([string] $Text)

    $plain = $Text -replace '\[([^\]]+)\]\([^)]+\)', '$1' -replace '`([^`\n]+)`', '$1'
    $parts = $plain.Trim() -split '\r?\n\s*\r?\n|\r?\n(?=- |\d+\. )'
    @(foreach ($part in $parts) { @(Split-Paragraph $part) -join "`n" }) -join "`n`n" -replace '\n\n(?=- |\d+\. )', "`n"
}

function Move-ExamplePart {
    # Moves text and code of an example to where Get-Help expects them: first the code, then the explanation.
    param([System.Xml.XmlElement] $Node, [string] $Remarks)

    $parts = $Remarks -split '(?m)^```(?:powershell)?\r?$'
    $code = @(for ($i = 1; $i -lt $parts.Count; $i += 2) { $parts[$i].Trim() }) -join "`n`n"
    $text = @(for ($i = 0; $i -lt $parts.Count; $i += 2) { ConvertTo-Plain $parts[$i].Trim() }) -ne '' -join "`n`n"
    $introduction = $Node.GetElementsByTagName('maml:introduction')[0]
    $null = $Node.RemoveChild($introduction)
    $Node.GetElementsByTagName('dev:code')[0].InnerText = $code
    $place = $Node.GetElementsByTagName('dev:remarks')[0]
    # The empty second paragraph separates the next example.
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

# Removes Nullable and namespaces from parameter types.
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
