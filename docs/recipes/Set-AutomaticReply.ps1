#Requires -Version 7.4
#Requires -Modules Personio

<#
.SYNOPSIS
    Schedules automatic replies of mailboxes for approved absences that begin soon.
.DESCRIPTION
    Takes the approved absences that begin within some days, and schedules the reply of each mailbox from the start to
    the end. Absences that touch are one time away: Friday and the Monday after it, or a morning and the days that follow
    its afternoon. The reply names the next working day, Monday to Friday, and not the reason of the absence. An absence
    with an open end, and a person without an e-mail address, are reported and skipped. Half days begin or end at midday.

    Start and End are moments in the time zone of the absence, wherever this runs; the reply is scheduled for the same
    moments on the clock of this computer.

    Setting the same reply again changes nothing, so run it once a day.
.PARAMETER From
    The first day on which the absences may begin. Default: tomorrow.
.PARAMETER To
    The last such day. Default: the first one.
.PARAMETER AbsenceType
    Only these types of absence, by name with wildcards. Default: all types.
.PARAMETER Message
    The text of the reply. {0} stands for the day of return, in the form of your culture; {0:yyyy-MM-dd} gives another.
.PARAMETER SetReply
    Schedules a reply: a script block that is given the address, start, end and text. By default
    Set-MailboxAutoReplyConfiguration, which needs Connect-ExchangeOnline before.
.PARAMETER Session
    The session to use: an object or a name. Default: the current session.
.EXAMPLE
    ./Set-AutomaticReply.ps1 -AbsenceType Vacation -WhatIf

    Who would get a reply for tomorrow?
.EXAMPLE
    ./Set-AutomaticReply.ps1 -Message 'Zurück am {0:d}.' | Export-Csv replies.csv

    Sets the replies, with a text of your own.
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

# Days begin at midnight and halves at midday; what is counted in hours carries its time.
function Get-StartTime {
    param($Absence)

    $Absence.StartHalf -eq 'Second' ? $Absence.StartDate.AddHours(12) : $Absence.StartDate
}

# Null where nobody knows it.
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

# A moment on the wall of the absence, as an instant. Where no zone is named it is that of this computer.
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

# The times away of one person: absences that touch, also over a weekend, are one.
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

# What begins earlier or later may touch what begins on these days.
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
