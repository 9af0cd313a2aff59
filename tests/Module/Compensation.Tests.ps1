BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    . "$PSScriptRoot/Writes.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 120; Today = [DateOnly]::new(2026, 6, 1) }
    $get = 'Personio.Commands.GetPersonioCompensationCommand'
    $new = 'Personio.Commands.NewPersonioCompensationCommand'
    $newType = 'Personio.Commands.NewPersonioCompensationTypeCommand'

    function Get-Post {
        # Returns the body of the single change that was sent.
        $sent = @($sandbox.Requests | Where-Object Method -EQ POST)
        $sent | Should -HaveCount 1
        $sent[0].Body
    }

    function Get-Window {
        # Returns the requested ranges, sorted by their days, because several requests are sent in parallel.
        Get-Query $sandbox /v2/compensations | ForEach-Object { "$($_['start_date'])..$($_['end_date'])" } | Sort-Object
    }
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'Get-PersonioCompensation' {
    BeforeEach {
        Connect-To $sandbox
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    It 'leaves the month to Personio without days' {
        $pay = Get-PersonioCompensation

        $pay | Should -Not -BeNullOrEmpty
        $pay[0] | Should -BeOfType 'Personio.Models.Compensation'
        Get-Query $sandbox /v2/compensations | ForEach-Object { $_.Keys } | Where-Object { $_ -like '*_date' } | Should -BeNullOrEmpty
    }

    It 'requests a single day as it is' {
        $null = Get-PersonioCompensation -From 2026-02-14 -To 2026-02-14

        # Further pages have only a cursor.
        Get-Window | Where-Object { $_ -ne '..' } | Should -Be '2026-02-14..2026-02-14'
    }

    It 'divides <from> to <to> into adjacent windows that do not overlap' -ForEach @(
        @{ From = '2026-01-15'; To = '2026-02-14'; Windows = @('2026-01-15..2026-02-14') }
        @{ From = '2026-01-15'; To = '2026-02-15'; Windows = '2026-01-15..2026-02-14', '2026-02-15..2026-02-15' }
        @{ From = '2024-01-31'; To = '2024-03-31'; Windows = '2024-01-31..2024-02-28', '2024-02-29..2024-03-28', '2024-03-29..2024-03-31' }
        @{ From = '2025-12-01'; To = '2026-01-31'; Windows = '2025-12-01..2025-12-31', '2026-01-01..2026-01-31' }
    ) {
        $null = Get-PersonioCompensation -From $from -To $to -PersonId 4100

        Get-Window | Should -Be $windows
    }

    It 'reads until today without -To, or until -From if that is later' {
        $null = Get-PersonioCompensation -From (Get-Date).AddDays(-3) -PersonId 4100
        $null = Get-PersonioCompensation -From (Get-Date).AddDays(3) -PersonId 4100

        Get-Window | Should -Be @(
            '{0:yyyy-MM-dd}..{1:yyyy-MM-dd}' -f (Get-Date).AddDays(-3), (Get-Date)
            '{0:yyyy-MM-dd}..{0:yyyy-MM-dd}' -f (Get-Date).AddDays(3)
        )
    }

    It 'leaves the month of -To to Personio without -From' {
        $null = Get-PersonioCompensation -To 2026-02-14 -PersonId 4100

        Get-Window | Should -Be '..2026-02-14'
    }

    It 'writes a continuing component once, and a raise as another one' {
        $sent = Get-PersonioCompensation -From 2025-07-01 -To 2026-06-01

        $states = $sent | ForEach-Object { "$($_.CompensationId) $($_.Amount) $($_.EffectiveFrom)" }
        $states | Sort-Object -Unique | Should -HaveCount $states.Count
        $raised = @($sent | Where-Object Category -EQ FIXED_SALARY | Group-Object PersonId | Where-Object Count -GT 1)
        $raised | Should -Not -BeNullOrEmpty
        $raised[0].Group[1].Amount | Should -BeGreaterThan $raised[0].Group[0].Amount
        $raised[0].Group[1].EffectiveFrom | Should -BeGreaterThan $raised[0].Group[0].EffectiveFrom
    }

    It 'keeps the same id when its amount changes from one window to the next' {
        $row = '{{"id":"c-1","person":{{"id":"4100"}},"type":{{"name":"Base salary"}},"amount":{{"value":{0},"currency":"EUR"}},"effective_from":"2025-01-01"}}'
        foreach ($body in "$($row -f 100),$($row -f 100)", ($row -f 100), ($row -f '"110.50"')) {
            Add-Fault $sandbox @{ Kind = 'RawBody'; PathPrefix = '/v2/compensations'; Body = "{`"_data`":[$body]}"; Status = 200; ContentType = 'application/json' }
        }

        $pay = @(Get-PersonioCompensation -From 2026-01-01 -To 2026-03-31)

        ($pay.Amount | Sort-Object) | Should -Be 100, 110.5
        $pay.CompensationId | Should -Be 'c-1', 'c-1'
        $pay[0].Amount | Should -BeOfType decimal
    }

    It 'is flat: amount, currency, type and first day are top-level properties' {
        $pay = Get-PersonioCompensation -PersonId 4101 -From 2026-06-01 -To 2026-06-01 | Where-Object Interval -EQ 'HALF-YEARLY'

        $pay.PersonId | Should -Be '4101'
        $pay.Type | Should -Be 'Fahrtkosten, "monthly"'
        $pay.Category | Should -Be 'RECURRING'
        $pay.Amount | Should -BeGreaterThan 49
        $pay.Currency | Should -Be 'EUR'
        $pay.EffectiveFrom | Should -BeOfType datetime
        $pay.CompensationTypeId | Should -Be (Get-PersonioCompensationType -Name 'Fahrt*').CompensationTypeId
        $pay.Id | Should -Be $pay.CompensationId
        $pay.AdditionalProperties.Count | Should -Be 0
    }

    It 'reads a year of all persons with one request at a time, within the company limit of two' {
        $sandbox.Options.Latency = [timespan]::FromMilliseconds(60)
        $before = $sandbox.Requests.Count
        try {
            $pay = Get-PersonioCompensation -From 2025-07-01 -To 2025-12-31
        }
        finally {
            $sandbox.Options.Latency = [timespan]::Zero
        }

        $pay | Should -Not -BeNullOrEmpty
        ($sandbox.Requests | Select-Object -Skip $before).Status | Select-Object -Unique | Should -Be 200
        $sandbox.MaxInFlight | Should -Be 1
    }

    It 'splits by persons if Personio refuses too much, and misses nothing' {
        $all = Get-PersonioCompensation -From 2026-03-01 -To 2026-04-30
        $sandbox.Options.CompensationRows = 40
        try {
            $split = Get-PersonioCompensation -From 2026-03-01 -To 2026-04-30
            $piped = Get-PersonioPerson | Get-PersonioCompensation -From 2026-03-01 -To 2026-04-30
        }
        finally {
            $sandbox.Options.CompensationRows = 0
        }

        $known = $all | ForEach-Object { "$($_.CompensationId) $($_.Amount)" } | Sort-Object
        $split | ForEach-Object { "$($_.CompensationId) $($_.Amount)" } | Sort-Object | Should -Be $known
        $piped | ForEach-Object { "$($_.CompensationId) $($_.Amount)" } | Sort-Object | Should -Be $known
    }

    It 'requests all persons with no more requests than pages, in each month' {
        $months = foreach ($month in 3, 4) {
            $first = [datetime]::new(2026, $month, 1)
            $last = $first.AddMonths(1).AddDays(-1)
            @(Get-PersonioCompensation -From $first -To $last).Count
        }
        $pages = ($months | ForEach-Object { [math]::Ceiling($_ / 100) } | Measure-Object -Sum).Sum
        $sandbox.ClearRequests()

        $null = Get-PersonioCompensation -From 2026-03-01 -To 2026-04-30

        Get-Sent $sandbox | Should -Be (@('GET /v2/compensations') * $pages)
    }

    It 'learns once per session how much Personio refuses' {
        $sandbox.Options.CompensationRows = 40
        try {
            $first = Get-PersonioCompensation -From 2026-03-01 -To 2026-04-30
            $refused = @($sandbox.Requests | Where-Object Status -EQ 422).Count
            $sandbox.ClearRequests()
            $second = Get-PersonioCompensation -From 2026-03-01 -To 2026-04-30
        }
        finally {
            $sandbox.Options.CompensationRows = 0
        }

        # All persons, and fifty of them.
        $refused | Should -Be 2
        $second | Should -HaveCount $first.Count
        $sandbox.Requests.Status | Select-Object -Unique | Should -Be 200
        # Persons are also counted: 25 with one request, in two months.
        Get-Sent $sandbox | Should -Be (@('GET /v2/compensations') * 10)
    }

    It 'requests 120 piped persons with 3 requests per window, in the order of the persons' {
        $persons = Get-PersonioPerson
        $sandbox.ClearRequests()

        $pay = $persons | Get-PersonioCompensation -From 2026-05-01 -To 2026-06-01

        Get-Sent $sandbox | Should -HaveCount 6
        $order = $pay.PersonId | Select-Object -Unique
        $order | Should -Be @($persons.PersonId | Where-Object { $_ -in $order })
    }

    It 'binds rows of a CSV file and ids as text' {
        $rows = "PersonId`n4100`n4101" | ConvertFrom-Csv

        @($rows | Get-PersonioCompensation).PersonId | Select-Object -Unique | Should -Be '4100', '4101'
        @('4101' | Get-PersonioCompensation).PersonId | Select-Object -Unique | Should -Be '4101'
    }

    It 'sends -LegalEntityId as a filter' {
        $entity = (Get-PersonioCompensation -First 1).LegalEntityId
        $sandbox.ClearRequests()

        @(Get-PersonioCompensation -LegalEntityId $entity).LegalEntityId | Sort-Object -Unique | Should -Be $entity
        (Get-Query $sandbox /v2/compensations | Select-Object -First 1)['legal_entity.id'] | Should -Be $entity
    }

    It 'requests no more rows than -First needs' {
        Get-PersonioCompensation -First 3 | Should -HaveCount 3

        $sent = @(Get-Query $sandbox /v2/compensations)
        $sent | Should -HaveCount 1
        $sent[0]['limit'] | Should -Be '3'
    }

    It 'adds the names of persons' {
        $pay = Get-PersonioCompensation -PersonId 4100 -IncludePerson

        $pay[0].PersonName | Should -Be (Get-PersonioPerson -PersonId 4100).DisplayName
    }

    It 'refuses days in the wrong order before any request' {
        { Get-PersonioCompensation -From 2026-03-01 -To 2026-02-01 } | Should -Throw -ErrorId "InvalidRequest,$get"

        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'writes one error for an unset variable, and does not list everyone''s pay' {
        $pay = Get-PersonioCompensation -PersonId $null -ErrorAction SilentlyContinue -ErrorVariable failed

        $pay | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$get"
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'names the missing scope' {
        $sandbox.RevokeScope('personio:compensations:read')
        try {
            { Get-PersonioCompensation -ErrorAction Stop } | Should -Throw -ErrorId "AccessDenied,$get" -ExpectedMessage '*personio:compensations:read*'
        }
        finally {
            $sandbox.GrantScope('personio:compensations:read')
        }
    }

    It 'exports without type names' {
        Get-PersonioCompensation | Export-Csv TestDrive:/pay.csv

        Get-Content TestDrive:/pay.csv -Raw | Should -Not -Match 'System\.|Personio\.'
    }
}

Describe 'Get-PersonioCompensationType' {
    BeforeEach {
        Connect-To $sandbox
    }

    It 'finds by name, with wildcards, and by the id of piped objects' {
        $all = Get-PersonioCompensationType
        $all.Name | Should -Contain 'Base salary'

        (Get-PersonioCompensationType -Name 'base SALARY').CompensationTypeId | Should -Be $all[0].CompensationTypeId
        (Get-PersonioCompensation -First 1 | Get-PersonioCompensationType).Name | Should -Be 'Base salary'
        Get-PersonioCompensationType -Name 'x*' | Should -BeNullOrEmpty
        { Get-PersonioCompensationType -Name Unknown -ErrorAction Stop } |
            Should -Throw -ErrorId 'CompensationTypeNotFound,Personio.Commands.GetPersonioCompensationTypeCommand'
    }
}

Describe 'New-PersonioCompensation' {
    BeforeEach {
        Connect-To $sandbox
        $person = Add-Person $sandbox
        $shift = Get-PersonioCompensationType -Name 'Shift allowance'
        $sandbox.ClearRequests()
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    It 'sends person, type, flat value and currency, day, interval and comment, and writes what was created' {
        $made = New-PersonioCompensation $person 'shift allowance' 150.5 2026-07-01 -Currency eur -Interval HalfYearly -Comment 'Night shifts' -Confirm:$false

        Get-Post | Should -BeExactly ('{"person":{"id":"' + $person + '"},"type":{"id":"' + $shift.CompensationTypeId + '"},' +
            '"value":150.5,"currency":"EUR","effective_from":"2026-07-01","interval":"HALF-YEARLY","comment":"Night shifts"}')
        $made | Should -BeOfType 'Personio.Models.Compensation'
        $made.CompensationId | Should -Be $sandbox.Tenant.Ledger[-1].Id
        $made.Amount, $made.Currency, $made.Interval, $made.Type | Should -Be 150.5, 'EUR', 'HALF-YEARLY', 'Shift allowance'
        $made.EffectiveFrom | Should -Be ([datetime]'2026-07-01')
        (Get-PersonioCompensation -PersonId $person -From 2026-07-01 -To 2026-07-01).Amount | Should -Be 150.5
    }

    It 'accepts the type by id, and omits what was not specified' {
        $null = New-PersonioCompensation $person $shift.CompensationTypeId 150 2026-07-01 -Confirm:$false

        Get-Post | Should -BeExactly ('{"person":{"id":"' + $person + '"},"type":{"id":"' + $shift.CompensationTypeId + '"},' +
            '"value":150,"effective_from":"2026-07-01"}')
    }

    It 'accepts rows of a CSV file with empty cells and words as Personio writes them' {
        $rows = @"
PersonId,Type,Amount,Currency,Interval,EffectiveFrom,Comment
$person,Shift allowance,10.25,EUR,HALF-YEARLY,2026-07-01,
$person,Shift allowance,11,,,2026-07-02,x
"@ | ConvertFrom-Csv

        $made = $rows | New-PersonioCompensation -Confirm:$false

        $made.Amount | Should -Be 10.25, 11
        $bodies = ($sandbox.Requests | Where-Object Method -EQ POST).Body
        $bodies[0] | Should -BeLike '*"interval":"HALF-YEARLY"}'
        $bodies[1] | Should -Not -Match 'currency|interval'
        # The session may already know the types.
        @(Get-Sent $sandbox GET) -join ' ' | Should -BeIn '', 'GET /v2/compensations/types'
    }

    It 'copies a piped compensation to another person' {
        $old = Get-PersonioCompensation -PersonId 4101 -From 2026-06-01 -To 2026-06-01 | Where-Object Interval -EQ 'HALF-YEARLY'
        $sandbox.ClearRequests()

        $made = $old | New-PersonioCompensation -PersonId $person -Confirm:$false

        $made.Amount, $made.Currency, $made.Interval, $made.CompensationTypeId |
            Should -Be $old.Amount, $old.Currency, 'HALF-YEARLY', $old.CompensationTypeId
        $made.PersonId | Should -Be $person
    }

    It 'sends no interval for a one-time payment, and says so' {
        $made = New-PersonioCompensation $person 'Welcome bonus' 500 2026-07-01 -Interval Monthly -Confirm:$false -WarningVariable warned -WarningAction SilentlyContinue

        Get-Post | Should -Not -Match 'interval'
        $made.Interval | Should -BeNullOrEmpty
        $warned | Should -BeLike '*Monthly*ignored*once*'
    }

    Context 'a fixed salary from a day on which the person already has one' {
        BeforeEach {
            $null = New-PersonioCompensation $person 'Base salary' 4500 2026-07-01 -Currency EUR -Confirm:$false
            $sandbox.ClearRequests()
        }

        It 'names the old and the new amount' {
            $said = Get-HostOutput { New-PersonioCompensation $person 'Base salary' 5000.5 2026-07-01 -Currency EUR -Interval Monthly -WhatIf }

            $said | Should -BeLike "*Replace the fixed salary of 4500.00 EUR MONTHLY*Base salary, 5000.50 EUR MONTHLY, for person $person (*) from 2026-07-01*"
            Get-Sent $sandbox POST | Should -BeNullOrEmpty
        }

        It 'is replaced' {
            $null = New-PersonioCompensation $person 'Base salary' 5000.5 2026-07-01 -Confirm:$false

            @(Get-PersonioCompensation -PersonId $person -From 2026-07-01 -To 2026-07-01).Amount | Should -Be 5000.5
        }

        It 'does not count as replaced by <name>' -ForEach @(
            @{ Name = 'one from another day'; Type = 'Base salary'; Day = '2026-07-02' }
            @{ Name = 'another kind of pay'; Type = 'Shift allowance'; Day = '2026-07-01' }
        ) {
            Get-HostOutput { New-PersonioCompensation $person $type 100 $day -WhatIf } | Should -Match 'Create compensation'
        }

        It 'is replaced by an earlier row of the same file, and -WhatIf says so' {
            $said = Get-HostOutput {
                4100, 4200 | ForEach-Object { [pscustomobject]@{ PersonId = $person; Amount = $_ } } |
                    New-PersonioCompensation -Type 'Base salary' -EffectiveFrom 2026-08-01 -WhatIf
            }

            "$said" | Should -Match 'Create compensation.*Replace the fixed salary of 4100.00 from the same day'
        }

        It 'is not replaced by a row after one that was declined' {
            . "$PSScriptRoot/WatchedHost.ps1"
            $face = [Personio.Tests.WatchedHost]::new($true)
            # No to the first row, yes to the second.
            2, 0 | ForEach-Object { $face.Answers.Enqueue($_) }
            $engine = New-Engine -In $face {
                param($Session, $Person)
                4100, 4200 | ForEach-Object { [pscustomobject]@{ PersonId = $Person; Amount = $_ } } |
                    New-PersonioCompensation -Type 'Base salary' -EffectiveFrom 2026-08-01 -Session $Session
            } (Get-PersonioSession), $person
            try { $made = @($engine.Invoke()) } finally { Remove-Engine $engine }

            $made.Amount | Should -Be 4200
            $face.Questions | Should -HaveCount 2
            $face.Questions[1] | Should -Match 'Create compensation, which cannot be undone'
        }
    }

    It 'says of a refusal that both scopes may not be enough' {
        $sandbox.Options.CompensationWrites = $false
        try {
            New-PersonioCompensation $person 'Shift allowance' 1 2026-07-01 -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed
        }
        finally {
            $sandbox.Options.CompensationWrites = $true
        }

        $failed.FullyQualifiedErrorId | Should -Be "AccessDenied,$new"
        $failed.Exception.Message | Should -Match 'Insufficient access scope.*although the credential has both scopes'
    }

    It 'refuses ids that no person can have, also with -WhatIf' {
        New-PersonioCompensation '4,102' 'Shift allowance' 1 2026-07-01 -WhatIf -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$new"
        $failed.Exception.Message | Should -BeLike "*'4,102'*"
    }

    It 'sends nothing with -WhatIf and shows type, amount, person and day' {
        $said = Get-HostOutput { New-PersonioCompensation $person 'Shift allowance' 150.50 2026-07-01 -Currency EUR -Interval Monthly -WhatIf }

        $said | Should -BeLike "*cannot be undone*Shift allowance, 150.50 EUR MONTHLY, for person $person (*) from 2026-07-01*"
        Get-Sent $sandbox POST | Should -BeNullOrEmpty
    }

    It 'asks for confirmation, because it cannot be undone' {
        $data = [System.Management.Automation.CommandMetadata]::new((Get-Command New-PersonioCompensation))

        $data.ConfirmImpact | Should -Be 'High'
    }

    It 'refuses <name> before the request' -ForEach @(
        @{ Name = 'three decimals'; With = @{ Amount = 10.125 }; Says = '*10.125*two decimals*' }
        @{ Name = 'a currency of four letters'; With = @{ Currency = 'EURO' }; Says = '*EURO*EUR*' }
        @{ Name = 'a time of day'; With = @{ EffectiveFrom = '2026-07-01T08:00' }; Says = '*EffectiveFrom*day*' }
        @{ Name = 'no person'; With = @{ PersonId = '' }; Says = '*PersonId is empty*' }
        @{ Name = 'no type'; With = @{ Type = ' ' }; Says = '*Type is empty*' }
        @{ Name = 'no amount'; With = @{ Amount = '' }; Says = '*Amount is empty*' }
        @{ Name = 'no day'; With = @{ EffectiveFrom = $null }; Says = '*EffectiveFrom is empty*' }
    ) {
        $row = @{ PersonId = $person; Type = 'Shift allowance'; Amount = 1; EffectiveFrom = '2026-07-01' }
        $with.GetEnumerator() | ForEach-Object { $row[$_.Key] = $_.Value }

        New-PersonioCompensation @row -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed | Should -HaveCount 1
        $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$new"
        $failed.CategoryInfo.Category | Should -Be 'InvalidArgument'
        $failed.Exception.Message | Should -BeLike $says
        Get-Sent $sandbox POST | Should -BeNullOrEmpty
    }

    It 'refuses the amount <amount>, which is read differently in other countries' -ForEach @(
        @{ Amount = '150,00' }
        @{ Amount = '1,500.00' }
        @{ Amount = '1.500,00' }
        @{ Amount = '150 EUR' }
        @{ Amount = '1e3' }
    ) {
        $row = [pscustomobject]@{ PersonId = $person; Type = 'Shift allowance'; Amount = $amount; EffectiveFrom = '2026-07-01' }

        Use-Culture en-US {
            $row | New-PersonioCompensation -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable script:failed
        }

        $failed.FullyQualifiedErrorId | Should -Be "ParameterArgumentTransformationError,$new"
        $failed.Exception.Message | Should -BeLike "*$amount*1250.50*"
        $failed.TargetObject | Should -Be $row
        Get-Sent $sandbox POST | Should -BeNullOrEmpty
    }

    It 'lists similar types for one that does not exist, and continues with the next row' {
        $rows = 'Shift allowanse', 'Shift allowance' | ForEach-Object {
            [pscustomobject]@{ PersonId = $person; Type = $_; Amount = 1; EffectiveFrom = '2026-07-01' }
        }

        $made = $rows | New-PersonioCompensation -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed

        $made | Should -HaveCount 1
        $failed.FullyQualifiedErrorId | Should -Be "CompensationTypeNotFound,$new"
        $failed.Exception.Message | Should -BeLike "*'Shift allowanse'*'Shift allowance'*"
        $failed.TargetObject | Should -Be $rows[0]
    }

    It 'attributes a refusal of the server to the row' {
        $rows = '999999', $person | ForEach-Object {
            [pscustomobject]@{ PersonId = $_; Type = 'Shift allowance'; Amount = 1; EffectiveFrom = '2026-07-01' }
        }

        $made = $rows | New-PersonioCompensation -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed

        $made.PersonId | Should -Be $person
        $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$new"
        $failed.TargetObject | Should -Be $rows[0]
        Get-Sent $sandbox POST | Should -HaveCount 2
    }

    It 'sends nothing twice if the response is lost' {
        Add-Fault $sandbox @{ Kind = 'ResetBeforeResponse'; Method = 'POST'; PathPrefix = '/v2/compensations'; AfterProcessing = $true }

        New-PersonioCompensation $person 'Shift allowance' 1 2026-07-01 -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "ConnectionFailed,$new"
        $failed.Exception.OutcomeUnknown | Should -BeTrue
        Get-Sent $sandbox POST | Should -HaveCount 1
    }
}

Describe 'New-PersonioCompensationType' {
    BeforeEach {
        Connect-To $sandbox
    }

    It 'sends <sent> for <category>' -ForEach @(
        @{ Category = 'Recurring'; Sent = 'RECURRING' }
        @{ Category = 'OneTime'; Sent = 'ONE_TIME' }
        @{ Category = 'ONE_TIME'; Sent = 'ONE_TIME' }
    ) {
        $made = New-PersonioCompensationType "New $category" $category

        Get-Post | Should -BeExactly "{`"name`":`"New $category`",`"category`":`"$sent`"}"
        $made | Should -BeOfType 'Personio.Models.CompensationType'
        $made.Category | Should -Be $sent
        (Get-PersonioCompensationType -CompensationTypeId $made.CompensationTypeId).Name | Should -Be "New $category"
    }

    It 'sends nothing with -WhatIf and shows what it would create' {
        Get-HostOutput { New-PersonioCompensationType Tip OneTime -WhatIf } | Should -BeLike '*Tip (OneTime)*'

        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'refuses an empty <empty> in a row before the request' -ForEach @(
        @{ Empty = 'Name' }
        @{ Empty = 'Category' }
    ) {
        $row = [pscustomobject]@{ Name = 'Tip'; Category = 'OneTime' }
        $row.$empty = ''

        $row | New-PersonioCompensationType -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$newType"
        $failed.TargetObject | Should -Be $row
        $failed.Exception.Message | Should -BeLike "*$empty is empty*"
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }
}
