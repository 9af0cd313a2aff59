#Requires -Version 7.4
#Requires -Modules Personio

<#
.SYNOPSIS
    Schedules automatic mailbox replies for approved absences that begin soon.
.DESCRIPTION
    Reads the approved absences that begin within the given days, and schedules a reply for each mailbox from start to
    end. Adjacent absences are merged: Friday and the following Monday, or a half day and the days that follow it. The
    reply names the next working day, Monday to Friday, but not the reason of the absence. An absence with an open end and
    a person without an email address are reported and skipped. Half days begin or end at noon.

    Start and End are in the time zone of the absence, no matter where the script runs; the reply is scheduled for the
    same instants in the time zone of this computer.

    Setting the same reply again changes nothing, so the script can run once a day.
.PARAMETER From
    The first day on which an absence may begin. Default: tomorrow.
.PARAMETER To
    The last day on which an absence may begin. Default: the same as -From.
.PARAMETER AbsenceType
    Only these absence types, by name. Wildcards are allowed. Default: all types.
.PARAMETER Message
    The text of the reply. {0} is the day of return in the format of your culture; {0:yyyy-MM-dd} uses another format.
.PARAMETER SetReply
    A script block that schedules a reply. It gets the address, start, end and text. By default, it runs
    Set-MailboxAutoReplyConfiguration, which requires Connect-ExchangeOnline first.
.PARAMETER Session
    The session to use, or its name. Default: the current session.
.EXAMPLE
    ./Set-AutomaticReply.ps1 -AbsenceType Vacation -WhatIf

    Shows whose replies would be scheduled for tomorrow.
.EXAMPLE
    ./Set-AutomaticReply.ps1 -Message 'Zurück am {0:d}.' | Export-Csv replies.csv

    Schedules the replies with a custom text.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Personio.Parameters.DayTransformation()]
    [datetime] $From = (Get-Date).Date.AddDays(1),

    [Personio.Parameters.DayTransformation()]
    [datetime] $To = $From,

    [SupportsWildcards()]
    [string[]] $AbsenceType,

    [string] $Message = 'I am out of office and will be back on {0:D}.',

    [scriptblock] $SetReply = {
        param($Address, $Start, $End, $Text)
        $reply = @{ AutoReplyState = 'Scheduled'; StartTime = $Start; EndTime = $End; InternalMessage = $Text; ExternalMessage = $Text }
        Set-MailboxAutoReplyConfiguration -Identity $Address @reply
    },

    $Session
)

Set-StrictMode -Version 3.0
$in = $PSBoundParameters.ContainsKey('Session') ? @{ Session = $Session } : @{}

# Days begin at midnight and half days at noon; absences counted in hours include their time.
function Get-StartTime {
    param($Absence)

    $Absence.StartHalf -eq 'Second' ? $Absence.StartDate.AddHours(12) : $Absence.StartDate
}

# Null for an open end.
function Get-EndTime {
    param($Absence)

    $end = $Absence.EndDate
    $null -eq $end ? $null : $end.TimeOfDay.Ticks ? $end : $end.AddHours($Absence.EndHalf -eq 'First' ? 12 : 24)
}

function Get-WorkingDay {
    param([datetime] $Day)

    while ($Day.DayOfWeek -in 'Saturday', 'Sunday') {
        $Day = $Day.Date.AddDays(1)
    }

    $Day
}

# Converts a local time of the absence to an instant. An absence without a time zone uses that of this computer.
function Get-Moment {
    param($Wall, $Absence)

    if ($null -ne $Wall) {
        $zone = $null
        if (-not ($Absence.TimeZoneId -and [System.TimeZoneInfo]::TryFindSystemTimeZoneById($Absence.TimeZoneId, [ref] $zone))) {
            $zone = [System.TimeZoneInfo]::Local
        }

        [datetimeoffset]::new([datetime]::SpecifyKind($Wall, 'Unspecified'), $zone.GetUtcOffset($Wall))
    }
}

# Merges the absences of one person that are adjacent, also across a weekend.
function Join-Absence {
    param([object[]] $Absence)

    $away = $null
    foreach ($one in $Absence | Sort-Object { Get-StartTime $_ }) {
        $start, $end = (Get-StartTime $one), (Get-EndTime $one)
        if ($away -and ($null -eq $away.End -or $start -le (Get-WorkingDay $away.End))) {
            $away.Begins += $one.StartDate.Date
            $away.End = $null -eq $away.End -or $null -eq $end ? $null : $end -gt $away.End ? $end : $away.End
        }
        else {
            $away
            $away = [pscustomobject]@{ First = $one; Begins = @($one.StartDate.Date); Start = $start; End = $end }
        }
    }

    $away
}

# Reads more days than requested, because earlier and later absences may be adjacent to the requested ones.
$with = @{
    From = $From.AddDays(-7); To = $To.AddDays(60); Status = 'Approved', 'DeletionPending'; IncludePerson = $true
} + $in
if ($AbsenceType) {
    $with.AbsenceType = $AbsenceType
}

$times = Get-PersonioAbsencePeriod @with -ErrorAction Stop |
    Where-Object StartDate |
    Group-Object PersonId |
    ForEach-Object { Join-Absence $_.Group } |
    Where-Object { $_ -and $_.Begins.Where({ $_ -ge $From.Date -and $_ -le $To.Date }) }

foreach ($away in $times) {
    $absence = $away.First
    $start, $end = (Get-Moment $away.Start $absence), (Get-Moment $away.End $absence)
    $text = $null
    $outcome = -not $absence.PersonEmail ? 'NoEmail' : $null -eq $end ? 'OpenEnd' : 'Planned'
    if ($outcome -eq 'Planned') {
        $text = $Message -f (Get-WorkingDay $away.End).Date
        try {
            $action = "Reply automatically from $($start.ToString('s')) to $($end.ToString('s'))"
            if ($PSCmdlet.ShouldProcess($absence.PersonEmail, $action)) {
                $null = & $SetReply $absence.PersonEmail $start.LocalDateTime $end.LocalDateTime $text
                $outcome = 'Scheduled'
            }
        }
        catch {
            $outcome = 'Failed'
            Write-Error "The reply of $($absence.PersonEmail) was not scheduled. $_" -TargetObject $absence -ErrorId ReplyNotScheduled
        }
    }

    [pscustomobject]@{
        PersonId    = $absence.PersonId
        PersonName  = $absence.PersonName
        PersonEmail = $absence.PersonEmail
        Outcome     = $outcome
        Start       = $start
        End         = $end
        Text        = $text
    }
}
