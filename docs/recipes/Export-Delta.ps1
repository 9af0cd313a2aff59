#Requires -Version 7.4
#Requires -Modules Personio

<#
.SYNOPSIS
    Exports what has changed in Personio since the last run, for a job that runs every 15 minutes.
.DESCRIPTION
    Each run writes one CLIXML file with the changed persons and absences and with the deletions that were reported to a
    webhook of the company, and stores the time in watermark.txt in the same folder. The first run exports everything.

    Nothing is lost: the time is taken from Personio's clock before anything is read, it is stored only after the file is
    complete, and each run starts a little before the stored time. So a row can be exported twice, and the consumer must
    accept duplicates; Kind, Id and ChangedAt (UTC) identify a change. A failed run keeps the old time and leaves no file.

    A change of an employment does not always count as a change of its person. -Employment reads employments as well, and
    takes one request for each person. The output is one object that describes what was exported. Do not run two exports
    to the same folder at the same time.
.PARAMETER Folder
    The folder for the files. It is created if it does not exist.
.PARAMETER Employment
    Also exports changed employments.
.PARAMETER OverlapMinutes
    How many minutes before the end of the last run each run starts.
.PARAMETER Session
    The session to use, or its name. Default: the current session.
.EXAMPLE
    ./Export-Delta.ps1 C:\Feed

    Exports what has changed since the last run.
.EXAMPLE
    $run = ./Export-Delta.ps1 C:\Feed -Employment
    if ($run.Path) { Import-Clixml $run.Path | Group-Object Kind }

    Exports, and reads the exported file.
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

    # A DateTimeOffset would not survive the round trip through CLIXML.
    [pscustomobject]@{ Kind = $Kind; Id = $Id; ChangedAt = $ChangedAt ? $ChangedAt.UtcDateTime : $null; Object = $Object }
}

# The file is complete or does not exist.
function Move-Whole {
    param([string] $New, [string] $Path)

    Move-Item -LiteralPath $New $Path -Force
}

$place = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Folder)
$watermark = Join-Path $place watermark.txt
$since = @{}
$after = @{}

# Requested before any change is read, so that changes made in the meantime are part of the next run. ServerTime must come
# from a fresh response, because the session can be older than the last run.
$webhooks = @(Get-PersonioWebhook @in)
$using = $Session -is [string] ? (Get-PersonioSession $Session) : ($Session ? $Session : (Get-PersonioSession))
$until = $using.ServerTime
if (-not $until) {
    throw 'Personio did not return its time, and the clock of this computer may be wrong. Nothing was exported.'
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

    # Several webhooks may report the same deletion.
    $webhooks | Get-PersonioWebhookEvent @after @in |
        Where-Object EventName -Like '*.deleted' |
        Sort-Object OccurredAt |
        ForEach-Object { New-Change $_.EventName -Id $_.WebhookEventId -ChangedAt $_.OccurredAt -Object $_.Payload }
)

# If Personio's clock went back in the meantime, the earlier time is stored; a later one could lose a change.
$until = @($until, $using.ServerTime | Sort-Object)[0]
$file = $null
if ($PSCmdlet.ShouldProcess($place, "Write $($changes.Count) changes")) {
    $null = New-Item $place -ItemType Directory -Force
    $new = Join-Path $place ".$([guid]::NewGuid()).new"
    try {
        if ($changes.Count) {
            # The file names sort in chronological order, even for two files of the same second.
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
