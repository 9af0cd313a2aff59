BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Calls.ps1"

    # Every parameter that is a date.
    $dates = Get-Command -Module Personio | ForEach-Object {
        $cmdlet = $_.Name
        $_.Parameters.Values | Where-Object ParameterType -EQ ([Nullable[datetime]]) |
            ForEach-Object { @{ Cmdlet = $cmdlet; Parameter = $_.Name; Attributes = @($_.Attributes) } }
    }

    # Every text parameter that is written; parameters that identify an object are not.
    $which = '*Id', 'Session', 'Status', 'Method', 'Path', 'LiteralPath', 'AbsenceType', 'Category', 'LanguageCode', 'Type',
    'EnabledEvent', 'EventName', 'Currency', 'CostCenter', 'OutFile', 'Query', 'Payload', 'CustomHeader', 'Email'
    $texts = Get-Command -Module Personio | Where-Object { $writers.ContainsKey($_.Name) -and $_.Verb -notin 'Remove', 'Test', 'Send' } |
        ForEach-Object {
            $cmdlet = $_.Name
            $_.Parameters.Values | Where-Object { $name = $_.Name; -not ($which | Where-Object { $name -like $_ }) } |
                Where-Object { $_.ParameterType.Name -in 'String', 'String[]', 'IDictionary' -and -not $_.ParameterType.IsEnum } |
                Where-Object { $_.Name -notin [System.Management.Automation.Cmdlet]::CommonParameters -and $_.Name -notlike '*Variable' } |
                ForEach-Object { @{ Cmdlet = $cmdlet; Parameter = $_.Name; Type = $_.ParameterType.Name } }
        }
    $texts += @{ Cmdlet = 'Invoke-PersonioRequest'; Parameter = 'Body'; Type = 'Body' }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Writes.ps1"
    . "$PSScriptRoot/Calls.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 12; AttendanceDays = 5; Today = [DateOnly]::new(2026, 6, 1) }
    Connect-To $sandbox
    $person = Add-Person $sandbox
    $lost = "M$([char]0xFFFD)ller"

    function Get-WriteRequest {
        $sandbox.Requests | Where-Object Method -NE GET
    }
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'Amounts and hours' {
    BeforeEach { $sandbox.ClearRequests() }

    It 'are refused if they are ambiguous: <amount> under <culture>' -ForEach @(
        @{ Culture = 'de-DE'; Amount = '1.250' }
        @{ Culture = 'en-US'; Amount = '4.500' }
        @{ Culture = ''; Amount = '12.000' }
        @{ Culture = 'de-DE'; Amount = '4,500' }
    ) {
        $pay = [pscustomobject]@{ PersonId = $person; Type = 'Shift allowance'; Amount = $amount; EffectiveFrom = '2026-07-01' }
        $employment = $sandbox.Tenant.PersonIds[0] | Get-PersonioEmployment -Current
        $hours = [pscustomobject]@{ PersonId = $employment.PersonId; EmploymentId = $employment.EmploymentId; WeeklyWorkingHours = $amount }

        $failed = Use-Culture $culture {
            $pay | New-PersonioCompensation -Confirm:$false 2>&1
            $hours | Set-PersonioEmployment 2>&1
            Set-PersonioPerson $person -CustomAttribute @{ 'Allowance, monthly' = $amount } 2>&1
        }

        $failed | Should -HaveCount 3
        $failed | ForEach-Object { "$_" | Should -BeLike "*'$amount' could be $($amount -replace '\D') or *" }
        Get-WriteRequest | Should -BeNullOrEmpty
    }

    It 'are read back as our own export wrote them under de-DE' {
        Use-Culture de-DE {
            [pscustomobject]@{ PersonId = $person; Type = 'Shift allowance'; Amount = 4850.5; EffectiveFrom = [datetime]'2026-07-01'; Currency = 'EUR'; Interval = 'Monthly' } |
                Export-Csv TestDrive:/pay.csv -Delimiter ';'
            (Import-Csv TestDrive:/pay.csv -Delimiter ';').Amount | Should -Be '4850,5'

            $made = Import-Csv TestDrive:/pay.csv -Delimiter ';' | New-PersonioCompensation -Confirm:$false
            Set-PersonioPerson $person -CustomAttribute @{ 'Allowance, monthly' = '12,5' }

            $made.Amount | Should -Be 4850.5
        }

        ((Get-WriteRequest)[0].Body | ConvertFrom-Json).value | Should -Be 4850.5
        ((Get-WriteRequest)[1].Body | ConvertFrom-Json).custom_attributes.value | Should -Be '12.5'
    }

    It 'explain what to write if a comma without quotes turned them into a list' {
        $employment = $sandbox.Tenant.PersonIds[0] | Get-PersonioEmployment -Current
        $sandbox.ClearRequests()

        { Set-PersonioEmployment $employment.PersonId $employment.EmploymentId -WeeklyWorkingHours 38, 5 } |
            Should -Throw -ExpectedMessage '*a list, here of 38 and 5*such as 38.5.*'
        { New-PersonioCompensation $person 'Shift allowance' 4850, 5 2026-07-01 -Confirm:$false } |
            Should -Throw -ExpectedMessage '*such as 4850.5.*'
        { Set-PersonioPerson $person -CustomAttribute @{ 'Allowance, monthly' = 12, 5 } -ErrorAction Stop } |
            Should -Throw -ExpectedMessage '*such as 12.5.*'
        Get-WriteRequest | Should -BeNullOrEmpty
    }
}

Describe 'Dates' {
    BeforeEach { $sandbox.ClearRequests() }

    It 'show an example with a time where a time is not a date: 08:00' {
        { New-PersonioAttendancePeriod 4102 WORK -Start '08:00' -End '12:00' } |
            Should -Throw "*'08:00' is not a date*ISO text such as 2026-02-01 08:00 (year-month-day hour:minute)."
    }

    It 'are read by the same rule: -<parameter> of <cmdlet>' -ForEach $dates {
        $rule = @($attributes | Where-Object { $_ -is [System.Management.Automation.ArgumentTransformationAttribute] -and $_.GetType().Namespace -eq 'Personio.Parameters' })
        $rule | Should -HaveCount 1

        foreach ($case in @(
                @{ Culture = 'en-US'; Message = 'could be two days, 2026-03-08 or 2026-08-03' }
                @{ Culture = 'de-DE'; Message = 'not in a form that is safe to read in de-DE' })) {
            Use-Culture $case.Culture {
                { $rule[0].Transform($null, '03/08/2026 00:00:00') } | Should -Throw -ExpectedMessage "*$($case.Message)*"
            }
        }

        { $rule[0].Transform($null, '1483-03-08') } | Should -Throw -ExpectedMessage '*in the year 1483 of the Gregorian calendar*'
        foreach ($moment in '2026-06-01T07:00:00Z', '2026-06-01T07:00:00+00:00', [datetimeoffset]'2026-06-01T07:00:00Z',
            ('"2026-06-01T07:00:00Z"' | ConvertFrom-Json), [datetime]::SpecifyKind([datetime]'2026-06-01T07:00:00', 'Utc')) {
            if ($rule[0] -is [Personio.Parameters.MomentTransformationAttribute]) {
                $rule[0].Transform($null, $moment).ToUniversalTime() | Should -Be ([datetime]::SpecifyKind([datetime]'2026-06-01T07:00:00', 'Utc'))
            }
            else {
                { $rule[0].Transform($null, $moment) } | Should -Throw -ExpectedMessage "*without a zone*ConvertTimeBySystemTimeZoneId*"
            }
        }
    }

    It 'with a time zone cause one error for their row, which explains what to write' {
        $rows = @"
[{"PersonId":"$person","Type":"Work","Start":"2026-06-01T07:00:00Z","End":"2026-06-01T15:00:00Z"},
 {"PersonId":"$person","Type":"Work","Start":"2026-06-02T07:00:00","End":"2026-06-02T15:00:00"}]
"@ | ConvertFrom-Json

        $made = $rows | New-PersonioAttendancePeriod -ErrorAction SilentlyContinue -ErrorVariable failed

        $made.Start | Should -Be ([datetime]'2026-06-02T07:00:00')
        $failed | Should -HaveCount 1
        $failed[0].TargetObject | Should -Be $rows[0]
        $failed[0].Exception.Message | Should -BeLike '*with the zone Z*such as 2026-06-01T*'
        Get-WriteRequest | Should -HaveCount 1
    }

    It 'from our own CSV that are ambiguous explain how to read them: <culture>' -ForEach @(
        @{ Culture = 'en-US' }, @{ Culture = 'en-GB' }, @{ Culture = 'en-IN' }, @{ Culture = 'th-TH' }
    ) {
        Use-Culture $culture {
            [pscustomobject]@{ PersonId = $person; AbsenceType = 'Vacation'; StartDate = [datetime]'2027-08-03'; EndDate = [datetime]'2027-08-03' } |
                Export-Csv TestDrive:/leave.csv
            Import-Csv TestDrive:/leave.csv | New-PersonioAbsencePeriod -WhatIf -ErrorAction SilentlyContinue -ErrorVariable script:failed
            $script:read = Import-Csv TestDrive:/leave.csv |
                ForEach-Object { $_.StartDate = [datetime]::Parse($_.StartDate); $_.EndDate = [datetime]::Parse($_.EndDate); $_ } |
                New-PersonioAbsencePeriod
        }

        $failed[0].Exception.Message | Should -BeLike '*could be two days, 2027-03-08 or 2027-08-03*`[datetime`]::Parse($_.StartDate)*'
        $read.StartDate | Should -Be ([datetime]'2027-08-03')
        $read | Remove-PersonioAbsencePeriod -Confirm:$false
    }
}

Describe 'Text with lost characters' {
    BeforeEach { $sandbox.ClearRequests() }

    It 'is refused before it is written, also by -WhatIf: -<parameter> of <cmdlet>' -ForEach $texts {
        $writer = $writers[$cmdlet]
        $with = $writer.With ? (& $writer.With) : @{}
        $row = (Get-Input $writer)[0]
        $sandbox.ClearRequests()
        $with[$parameter] = $type -eq 'IDictionary' ? @{ Parking = $lost } : $type -eq 'Body' ? @{ name = $lost } : $lost
        if ($cmdlet -eq 'New-PersonioPerson' -and $parameter -eq 'Position') {
            $with += @{ EmploymentStatus = 'Active'; EmploymentType = 'Internal'; EmploymentStartDate = '2026-09-01' }
        }

        if ($row.PSObject.Properties[$parameter]) {
            $row.$parameter = $with[$parameter]
            $with.Remove($parameter)
        }

        foreach ($isPlanned in $true, $false) {
            $failed = $cmdlet -eq 'Invoke-PersonioRequest' ?
                (& $cmdlet @with -WhatIf:$isPlanned -Confirm:$false 2>&1) :
                ($row | & $cmdlet @with -WhatIf:$isPlanned -Confirm:$false 2>&1)

            "$failed" | Should -BeLike '*(U+FFFD)*Import-Csv -Encoding*'
        }

        Get-WriteRequest | Should -BeNullOrEmpty
    }

    It 'is also refused in cmdlets that did not check before' {
        $failed = Invoke-PersonioRequest /v2/projects -Method POST -Body "{`"name`":`"$lost`"}" -Confirm:$false 2>&1

        "$failed" | Should -BeLike '*Import-Csv -Encoding*'
        Get-WriteRequest | Should -BeNullOrEmpty
    }
}

Describe 'Errors of rows' {
    BeforeEach { $sandbox.ClearRequests() }

    It 'count in -Summary even if a value could not be bound' {
        $rows = @(
            @{ PersonId = $person; AbsenceType = 'Vacation'; StartDate = '2027-02-01'; EndDate = '2027-02-02' }
            @{ PersonId = $person; AbsenceType = 'Vacation'; StartDate = 'soon'; EndDate = '2027-02-04' }
            @{ PersonId = $person; AbsenceType = 'Vacation'; StartDate = '2027-02-05'; EndDate = '2027-02-06'; StartHalf = 'Third' }
            @{ PersonId = '0'; AbsenceType = 'Vacation'; StartDate = '2027-02-08'; EndDate = '2027-02-09' }
        ) | ForEach-Object { [pscustomobject]$_ }

        foreach ($skip in $false, $true) {
            $sum = $rows | New-PersonioAbsencePeriod -Summary -SkipExisting:$skip -ErrorAction SilentlyContinue -ErrorVariable failed

            $sum.Created, $sum.Skipped, $sum.Failed | Should -Be ([int]-not $skip), ([int]$skip), 3
            $failed | Should -HaveCount 3
        }
    }

    It 'name the person, and the absence that is in the way' {
        $there = New-PersonioAbsencePeriod $person Vacation 2027-03-01 2027-03-05

        New-PersonioAbsencePeriod $person 'Sick day' 2027-03-05 2027-03-08 -ErrorAction SilentlyContinue -ErrorVariable failed
        $other = New-PersonioAbsencePeriod $person Vacation 2027-03-15 2027-03-16
        $other | Set-PersonioAbsencePeriod -StartDate 2027-03-05 -ErrorAction SilentlyContinue -ErrorVariable unchanged
        New-PersonioAttendancePeriod 77 Work '2026-05-29 08:00' '2026-05-29 09:00' -ErrorAction SilentlyContinue -ErrorVariable unknown

        $failed[0].Exception.Message | Should -BeLike "Sick day of person $person, 2027-03-05 to 2027-03-08 was not created. It overlaps *2027-03-01..2027-03-05 ($($there.AbsencePeriodId)).*"
        $unchanged[0].Exception.Message | Should -BeLike "*of person $person, 2027-03-05 to 2027-03-16 ($($other.AbsencePeriodId)) was not changed. It overlaps *($($there.AbsencePeriodId)).*"
        $unknown[0].Exception.Message | Should -BeLike 'Work of person 77, 2026-05-29 08:00*The person was not found*'
    }

    It 'name the first three absences that are in the way, and how many more there are' {
        $inTheWay = 2..6 | ForEach-Object { New-PersonioAbsencePeriod $person Vacation "2027-04-0$_" "2027-04-0$_" }

        New-PersonioAbsencePeriod $person 'Sick day' 2027-04-01 2027-04-09 -ErrorAction SilentlyContinue -ErrorVariable failed
        $inTheWay | Remove-PersonioAbsencePeriod -Confirm:$false

        $failed[0].Exception.Message | Should -Match 'It overlaps [^()]+ \([^)]+\) and [^()]+ \([^)]+\) and [^()]+ \([^)]+\) and 2 more\.'
    }

    It 'name the person even if no object can be described' {
        New-PersonioCompensation 77 'Shift allowance' 10 2026-07-01 -Currency EUR -Interval Monthly -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed
        Add-PersonioProjectMember 82173 77 -ErrorAction SilentlyContinue -ErrorVariable member

        $failed[0].Exception.Message | Should -BeLike "'Shift allowance' of person 77 from 2026-07-01 was not created.*"
        $failed[0].Exception.Message | Should -Not -Match '\b10\b'
        $member[0].Exception.Message | Should -BeLike 'Project 82173, person 77:*'
    }

    It 'recommend only what their message does not say already' {
        $poor = Start-Sandbox @{ PersonCount = 2; Scopes = 'personio:persons:read' }
        Connect-To $poor @{ Name = 'poor' }
        try {
            Get-PersonioProject -Session poor -ErrorAction SilentlyContinue -ErrorVariable failed
        }
        finally {
            Disconnect-Personio poor
            $poor.Dispose()
            Connect-To $sandbox
        }

        $details = $failed[0].ErrorDetails
        $details.RecommendedAction | Should -Not -BeNullOrEmpty
        $details.Message | Should -Not -BeLike "*$($details.RecommendedAction)*"
        $failed[0].Exception.Message | Should -BeLike "*$($details.RecommendedAction)*"
    }
}
