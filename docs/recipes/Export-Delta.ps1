#Requires -Version 7.4
#Requires -Modules Personio

<#
.SYNOPSIS
    Exports what was changed in Personio since the last run, for a job that runs every quarter of an hour.
.DESCRIPTION
    Each run writes one CLIXML file with the persons and absences that were changed, and with the deletions that a
    webhook of the company heard of, and keeps the time in watermark.txt beside it. The first run exports everything.

    Nothing is lost: the time is that of Personio's clock before anything was read, it is kept only after the file is
    complete, and each run goes back a little before it. So a row can come twice; what follows has to take a row again,
    which a key of Kind, Id and ChangedAt (UTC) makes easy. A run that fails keeps the old time and leaves no file.

    A change of an employment need not count as a change of its person: -Employment asks for those as well, and takes one
    request for each person. The output is one object that says what was exported. Do not start two runs in one folder
    at a time.
.PARAMETER Folder
    Where the files are kept. It is made where it is missing.
.PARAMETER Employment
    Exports changed employments, too.
.PARAMETER OverlapMinutes
    How far each run goes back before the end of the last one.
.PARAMETER Session
    The session to use: an object or a name. Default: the current session.
.EXAMPLE
    ./Export-Delta.ps1 C:\Feed

    What was changed since the last run.
.EXAMPLE
    $run = ./Export-Delta.ps1 C:\Feed -Employment
    if ($run.Path) { Import-Clixml $run.Path | Group-Object Kind }

    Reads back what was exported.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory, Position = 0)]
    [string] $Folder,

    [switch] $Employment,

    [ValidateRange(0, 1440)]
    [int] $OverlapMinutes = 2,

    $Session
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$in = $PSBoundParameters.ContainsKey('Session') ? @{ Session = $Session } : @{}

function New-Change {
    [Diagnostics.CodeAnalysis.SuppressMessage('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'An object.')]
    param([string] $Kind, $Id, $ChangedAt, $Object)

    # A DateTimeOffset would not be one any more when it is read back.
    [pscustomobject]@{ Kind = $Kind; Id = $Id; ChangedAt = $ChangedAt ? $ChangedAt.UtcDateTime : $null; Object = $Object }
}

# A file is there whole or not at all.
function Move-Whole {
    param([string] $New, [string] $Path)

    Move-Item -LiteralPath $New $Path -Force
}

$place = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Folder)
$watermark = Join-Path $place watermark.txt
$since = @{}
$after = @{}

# Before any change is read: what is changed meanwhile comes with the next run. An answer of now, because a session can be
# older than the last run.
$webhooks = @(Get-PersonioWebhook @in)
$using = $Session -is [string] ? (Get-PersonioSession $Session) : ($Session ? $Session : (Get-PersonioSession))
$until = $using.ServerTime
if (-not $until) {
    throw 'Personio did not tell its time, and the clock of this computer may be wrong. Nothing was exported.'
}

if (Test-Path -LiteralPath $watermark) {
    $kept = [datetimeoffset]::Parse((Get-Content -LiteralPath $watermark -TotalCount 1), [cultureinfo]::InvariantCulture)
    if ($kept -gt $until) {
        Write-Warning "The last run ended at $($kept.ToString('o')), after what Personio's clock shows now ($($until.ToString('o'))). Changes are read from then on."
        $kept = $until
    }

    $last = $kept.AddMinutes(-$OverlapMinutes).UtcDateTime
    $since = @{ UpdatedAfter = $last }
    $after = @{ OccurredAfter = $last }
}

$changes = @(
    $persons = Get-PersonioPerson @since @in
    $persons | ForEach-Object { New-Change Person -Id $_.PersonId -ChangedAt $_.UpdatedAt -Object $_ }
    if ($Employment) {
        Get-PersonioPerson @in | Get-PersonioEmployment @since @in |
            ForEach-Object { New-Change Employment -Id $_.EmploymentId -ChangedAt $_.UpdatedAt -Object $_ }
    }

    Get-PersonioAbsencePeriod @since @in |
        ForEach-Object { New-Change Absence -Id $_.AbsencePeriodId -ChangedAt $_.UpdatedAt -Object $_ }

    # Several webhooks can have heard of one deletion.
    $webhooks | Get-PersonioWebhookEvent @after @in |
        Where-Object EventName -Like '*.deleted' |
        Sort-Object OccurredAt |
        ForEach-Object { New-Change $_.EventName -Id $_.WebhookEventId -ChangedAt $_.OccurredAt -Object $_.Payload }
)

# A clock that went back while the changes were read is believed: the mark never lies after it, or a change would be lost.
$until = @($until, $using.ServerTime | Sort-Object)[0]
$file = $null
if ($PSCmdlet.ShouldProcess($place, "Write $($changes.Count) changes")) {
    $null = New-Item $place -ItemType Directory -Force
    $new = Join-Path $place ".$([guid]::NewGuid()).new"
    try {
        if ($changes.Count) {
            # By their names the files come in their order, also two of one second.
            $number = @(Get-ChildItem -LiteralPath $place -Filter delta-*.xml).Count + 1
            $file = Join-Path $place ([string]::Format(
                    [cultureinfo]::InvariantCulture, 'delta-{0:yyyyMMddTHHmmssZ}-{1:d6}.xml', $until.UtcDateTime, $number))
            $changes | Export-Clixml -LiteralPath $new -Depth 5
            Move-Whole $new $file
        }

        $until.ToString('o') | Set-Content -LiteralPath $new
        Move-Whole $new $watermark
    }
    finally {
        if (Test-Path -LiteralPath $new) {
            Remove-Item -LiteralPath $new -Force
        }
    }
}

[pscustomobject]@{
    Path    = $file
    Since   = $since.Count ? $since.UpdatedAfter : $null
    Until   = $until
    Changes = $changes.Count
    Kinds   = ($changes | Group-Object Kind | ForEach-Object { "$($_.Name)=$($_.Count)" }) -join '; '
}
