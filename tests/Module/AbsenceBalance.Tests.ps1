BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 60 }
    $get = 'Personio.Commands.GetPersonioAbsenceBalanceCommand'
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'Get-PersonioAbsenceBalance' {
    BeforeEach {
        Connect-To $sandbox
        $ids = @($sandbox.Tenant.PersonIds | Select-Object -First 3)
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    It 'gets the balances of a person, as exact numbers' {
        $balances = Get-PersonioAbsenceBalance $ids[0]

        $balances | Should -Not -BeNullOrEmpty
        $balances[0] | Should -BeOfType 'Personio.Models.AbsenceBalance'
        $balances.PersonId | Sort-Object -Unique | Should -Be $ids[0]
        $balances.AbsenceType | Should -Contain 'Vacation'
        $balances | ForEach-Object { $_.Balance | Should -BeOfType decimal; $_.AvailableBalance | Should -BeOfType decimal }
        $balances | ForEach-Object { $_.V1AbsenceTypeId | Should -Match '^\d+$' }
        Get-Sent $sandbox | Should -Be "GET /v1/company/employees/$($ids[0])/absences/balance"
    }

    It 'has the names of piped persons, without requesting them again' {
        $balances = Get-PersonioPerson | Get-PersonioAbsenceBalance -IncludePerson

        $balances | ForEach-Object PersonName | Should -Not -BeNullOrEmpty
        $balances[0].PersonEmail | Should -BeLike '*@example.org'
        Get-Sent $sandbox | Where-Object { $_ -eq 'GET /v2/persons' } | Should -HaveCount 2
    }

    It 'shows zeros and negatives, and reads numbers that are text' {
        Add-Fault $sandbox @{ PathPattern = 'balance$'; Kind = 'RawBody'; Status = 200; ContentType = 'application/json'; Body =
            '{"success":true,"data":[{"id":9,"name":"Paid vacation","category":"paid_vacation","balance":0,"available_balance":-2.5},
            {"id":10,"name":"Time off","category":null,"balance":"-0.25","available_balance":12.125,"unit":"day"}]}'
        }

        $balances = Get-PersonioAbsenceBalance $ids[0]

        $balances.Balance | Should -Be 0, -0.25
        $balances.AvailableBalance | Should -Be -2.5, 12.125
        $balances.V1AbsenceTypeId | Should -Be '9', '10'
        $balances.Category | Should -Be 'paid_vacation', $null
        $balances[1].AdditionalProperties['unit'] | Should -Be 'day'
        "$($balances[1])" | Should -Be 'Time off -0.25'
    }

    It 'gets only the types specified by <by>' -ForEach @(
        @{ By = 'a name'; Type = { 'vacation' }; Is = { $_.AbsenceType -eq 'Vacation' } }
        @{ By = 'wildcards'; Type = { 'Va*', 'U*leave' }; Is = { $_.AbsenceType -like 'Va*' -or $_.AbsenceType -like 'U*leave' } }
        @{ By = 'the id of v2'; Type = { (Get-PersonioAbsenceType Vacation).AbsenceTypeId }; Is = { $_.AbsenceType -eq 'Vacation' } }
        @{ By = 'the number of v1'; Type = { $all[0].V1AbsenceTypeId }; Is = { $_.V1AbsenceTypeId -eq $all[0].V1AbsenceTypeId } }
        @{ By = 'wildcards that find none'; Type = { 'Nothing*' }; Is = { $false } }
    ) {
        $all = $ids | Get-PersonioAbsenceBalance
        $wanted = $all | Where-Object $is

        $found = $ids | Get-PersonioAbsenceBalance -AbsenceType (& $type)

        $found | Should -Be $wanted
        @($found).Count | Should -BeLessThan $all.Count
    }

    It 'refuses a type that does not exist before it requests balances' {
        { $ids | Get-PersonioAbsenceBalance -AbsenceType Vacatoin } |
            Should -Throw -ErrorId "AbsenceTypeNotFound,$get" -ExpectedMessage "*'Vacatoin'*Vacation*"
        @(Get-Sent $sandbox) -match 'balance' | Should -BeNullOrEmpty
    }

    It 'returns nothing, and no error, for a person without balances' {
        Add-Fault $sandbox @{ PathPattern = 'balance$'; Kind = 'RawBody'; Status = 200; ContentType = 'application/json'; Body = '{"success":true,"data":[]}' }

        Get-PersonioAbsenceBalance $ids[0] -ErrorVariable failed | Should -BeNullOrEmpty

        $failed | Should -BeNullOrEmpty
    }

    It 'accepts <kind>, in order' -ForEach @(
        @{ Kind = 'persons'; Call = { Get-PersonioPerson -PersonId $ids | Get-PersonioAbsenceBalance } }
        @{ Kind = 'employments'; Call = { Get-PersonioEmployment $ids -Current | Get-PersonioAbsenceBalance } }
        @{ Kind = 'ids as text'; Call = { $ids | Get-PersonioAbsenceBalance } }
        @{ Kind = 'ids as numbers'; Call = { $ids | ForEach-Object { [int] $_ } | Get-PersonioAbsenceBalance } }
        @{ Kind = 'rows of a CSV file'; Call = { $ids | ForEach-Object { "PersonId`n$_" | ConvertFrom-Csv } | Get-PersonioAbsenceBalance } }
    ) {
        $balances = . $call

        $balances.PersonId | Select-Object -Unique | Should -Be $ids
        Get-Sent $sandbox | Where-Object { $_ -like '*/balance' } | Should -HaveCount 3
    }

    It 'adds names and addresses with -IncludePerson, with one request for many' {
        $balances = $ids | Get-PersonioAbsenceBalance -IncludePerson

        $persons = Get-PersonioPerson -PersonId $ids
        $balances.PersonName | Select-Object -Unique | Should -Be $persons.DisplayName
        $balances.PersonEmail | Select-Object -Unique | Should -Be ($persons.Email | Select-Object -Unique)
        ($sandbox.Requests | Where-Object Path -EQ /v2/persons | Select-Object -SkipLast 1) | Should -HaveCount 1
    }

    It 'writes an error for a person that does not exist, in order, and continues' {
        $balances = $ids[0], '999999', $ids[1] | Get-PersonioAbsenceBalance -ErrorAction SilentlyContinue -ErrorVariable failed

        $balances.PersonId | Select-Object -Unique | Should -Be $ids[0, 1]
        $failed.FullyQualifiedErrorId | Should -Be "PersonNotFound,$get"
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failed[0].TargetObject | Should -Be '999999'
    }

    It 'writes an error for a failure that v1 hides in a success' {
        Add-Fault $sandbox @{ PathPattern = 'balance$'; Kind = 'RawBody'; Status = 200; ContentType = 'application/json'; Body = '{"success":false,"error":{"code":7,"message":"No rights"}}' }

        Get-PersonioAbsenceBalance $ids[0] -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$get"
        $failed[0].Exception.Message | Should -BeLike '*No rights*'
    }

    It 'refuses <kind> before any request' -ForEach @(
        @{ Kind = 'a call without persons'; Call = { Get-PersonioAbsenceBalance @with } }
        @{ Kind = 'an id that is not set'; Call = { Get-PersonioAbsenceBalance -PersonId $null @with } }
        @{ Kind = 'an empty id'; Call = { Get-PersonioAbsenceBalance '' @with } }
        @{ Kind = 'an object without a person'; Call = { [pscustomobject]@{ Name = 'x' } | Get-PersonioAbsenceBalance @with } }
    ) {
        $with = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failed' }

        . $call

        $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$get"
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'exports to CSV without type names of the runtime' {
        $csv = Get-PersonioAbsenceBalance $ids[0] -IncludePerson | ConvertTo-Csv

        $csv[0] | Should -Be '"PersonId","PersonName","PersonEmail","AbsenceType","Category","Balance","AvailableBalance"'
        $csv | Should -Not -Match 'System\.|Personio\.'
    }
}
