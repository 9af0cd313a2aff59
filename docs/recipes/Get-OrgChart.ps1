#Requires -Version 7.4
#Requires -Modules Personio

<#
.SYNOPSIS
    Gets who reports to whom, with the span of control, and draws it if you like.
.DESCRIPTION
    Writes one object for each active person, supervisors before those who report to them. Level counts from the top,
    DirectReports is the span of control, AllReports counts everybody below. Who has no supervisor, or one who is not
    active, stands at the top.
.PARAMETER MermaidPath
    Writes the chart to this file as well, in the language of Mermaid, which Markdown viewers draw.
.PARAMETER Session
    The session to use: an object or a name. Default: the current session.
.EXAMPLE
    ./Get-OrgChart.ps1 | Export-Csv chart.csv

    A file that Visio takes: PersonId and SupervisorId make the lines.
.EXAMPLE
    ./Get-OrgChart.ps1 | Sort-Object DirectReports -Descending | Select-Object -First 10 DisplayName, DirectReports

    Who leads the most people?
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [string] $MermaidPath,

    $Session
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$in = $PSBoundParameters.ContainsKey('Session') ? @{ Session = $Session } : @{}

$persons = @(Get-PersonioPerson -Status Active -IncludeEmployment @in)
$reports = @{}
$ids = [System.Collections.Generic.HashSet[string]]::new([string[]] @($persons.PersonId))
$tops = [System.Collections.Generic.List[object]]::new()
foreach ($person in $persons) {
    if ($person.SupervisorId -and $ids.Contains($person.SupervisorId)) {
        $reports[$person.SupervisorId] = @($reports[$person.SupervisorId] | Where-Object { $_ }) + $person
    }
    else {
        $tops.Add($person)
    }
}

# From the top down. Persons who supervise each other in a circle have no top: one of them is taken for it.
$lines = [ordered]@{}
foreach ($top in @($tops) + $persons) {
    $open = [System.Collections.Generic.Stack[object]]::new()
    $open.Push(@($top, 0))
    while ($open.Count) {
        $person, $level = $open.Pop()
        if ($lines.Contains($person.PersonId)) {
            continue
        }

        $own = @($reports[$person.PersonId] | Where-Object { $_ })
        $lines[$person.PersonId] = [pscustomobject]@{
            Level          = $level
            PersonId       = $person.PersonId
            DisplayName    = $person.DisplayName
            Position       = $person.Position
            DepartmentName = $person.DepartmentName
            SupervisorId   = $person.SupervisorId
            SupervisorName = $person.SupervisorName
            DirectReports  = $own.Count
            AllReports     = 0
        }
        [array]::Reverse($own)
        $own | ForEach-Object { $open.Push(@($_, ($level + 1))) }
    }
}

# Everybody counts for those above; from the bottom up, so that each is complete when it is added.
$all = @($lines.Values)
for ($i = $all.Count - 1; $i -ge 0; $i--) {
    if ($all[$i].Level) {
        $lines[$all[$i].SupervisorId].AllReports += $all[$i].AllReports + 1
    }
}

$all
if ($MermaidPath -and $PSCmdlet.ShouldProcess($MermaidPath, 'Write the chart')) {
    # Ids stand in the chart as they are, and must not be words of its language.
    $odd = @($all.PersonId -notmatch '\A[0-9]+\z')
    if ($odd.Count) {
        throw "The chart was not written: '$($odd -join "', '")' is not the id of a person."
    }

    # Whatever stands in a name, it is text: marks of the language are written by their numbers.
    $chart = @('graph TD') + @($all | ForEach-Object {
            $text = [regex]::Replace("$($_.DisplayName)", '[^\p{L}\p{N} ]', { param($mark) "#$([int][char]$mark.Value);" })
            "  p$($_.PersonId)[""$text""]"
            if ($_.Level) {
                "  p$($_.SupervisorId) --> p$($_.PersonId)"
            }
        })
    $chart | Set-Content -LiteralPath $MermaidPath
}
