#Requires -Version 7.4
#Requires -Modules Personio

<#
.SYNOPSIS
    Schedules automatic replies of mailboxes for approved absences that begin soon.
.DESCRIPTION
    Takes the approved absences that begin within some days, and schedules the reply of each mailbox from the start to
    the end. The reply names the next working day, Monday to Friday, and not the reason of the absence. An absence with
    an open end, and a person without an e-mail address, are told and left out. Half days begin or end at midday.

    Setting the same reply again changes nothing, so run it once a day.
.PARAMETER From
    The first day on which the absences may begin. Without it tomorrow.
.PARAMETER To
    The last such day. Without it the first one.
.PARAMETER AbsenceType
    Only these types of absence, by name with wildcards. Without it all.
.PARAMETER Message
    The text of the reply. {0} stands for the day of return, in the form of your culture; {0:yyyy-MM-dd} gives another.
.PARAMETER SetReply
    Schedules a reply: a script block that is given the address, start, end and text. By default
    Set-MailboxAutoReplyConfiguration, which needs Connect-ExchangeOnline before.
.PARAMETER Session
    The session to work in, or its name. Without it the current one.
.EXAMPLE
    ./Set-AutomaticReply.ps1 -AbsenceType Vacation -WhatIf

    Who would get a reply for tomorrow?
.EXAMPLE
    ./Set-AutomaticReply.ps1 -Message 'Zurück am {0:d}.' | Export-Csv replies.csv

    Sets the replies, with a text of your own.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [datetime] $From = (Get-Date).Date.AddDays(1),

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

# Days begin at midnight and halves at midday; what is counted in hours carries its time.
function Get-StartTime {
    param($Absence)

    $Absence.StartHalf -eq 'Second' ? $Absence.StartDate.AddHours(12) : $Absence.StartDate
}

function Get-EndTime {
    param($Absence)

    $end = $Absence.EndDate
    $end.TimeOfDay.Ticks ? $end : $end.AddHours($Absence.EndHalf -eq 'First' ? 12 : 24)
}

function Get-WorkingDay {
    param([datetime] $Day)

    while ($Day.DayOfWeek -in 'Saturday', 'Sunday') {
        $Day = $Day.AddDays(1)
    }

    $Day
}

$with = @{ From = $From; To = $To; Status = 'Approved', 'DeletionPending'; IncludePerson = $true; Session = $Session }
if ($AbsenceType) {
    $with.AbsenceType = $AbsenceType
}

$absences = @(Get-PersonioAbsencePeriod @with -ErrorAction Stop |
        Where-Object { $_.StartDate.Date -ge $From.Date -and $_.StartDate.Date -le $To.Date })

foreach ($absence in $absences) {
    $start = Get-StartTime $absence
    $end = $absence.EndDate ? (Get-EndTime $absence) : $null
    $text = $null
    $outcome = -not $absence.PersonEmail ? 'NoEmail' : -not $end ? 'OpenEnd' : 'Planned'
    if ($outcome -eq 'Planned') {
        $text = $Message -f (Get-WorkingDay $end.Date)
        try {
            $action = "Reply automatically from $($start.ToString('s')) to $($end.ToString('s'))"
            if ($PSCmdlet.ShouldProcess($absence.PersonEmail, $action)) {
                $null = & $SetReply $absence.PersonEmail $start $end $text
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
