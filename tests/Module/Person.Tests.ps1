BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 120 }
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'Get-PersonioPerson' {
    BeforeEach {
        Connect-To $sandbox
    }

    It 'returns every person of three pages once' {
        $persons = Get-PersonioPerson

        $persons | Should -HaveCount 120
        $persons.PersonId | Sort-Object -Unique | Should -HaveCount 120
        Get-Sent $sandbox | Should -HaveCount 3
    }

    It 'requests one page if the first <count> are enough' -ForEach @(
        @{ Count = 5; Requests = 1 }
        @{ Count = 25; Requests = 1 }
        @{ Count = 60; Requests = 2 }
    ) {
        Get-PersonioPerson | Select-Object -First $count | Should -HaveCount $count

        Get-Sent $sandbox | Should -HaveCount $requests
    }

    It 'requests no more rows than -First <first> needs' -ForEach @(
        @{ First = 1; Limits = '1' }
        @{ First = 7; Limits = '7' }
        @{ First = 60; Limits = '50', '50' }
    ) {
        Get-PersonioPerson -First $first | Should -HaveCount $first

        # The link to the second page contains the limit in its cursor.
        $sent = @(Get-Query $sandbox /v2/persons)
        $sent | Should -HaveCount $limits.Count
        $sent[0]['limit'] | Should -Be $limits[0]
    }

    It 'refuses -First 0' {
        { Get-PersonioPerson -First 0 } |
            Should -Throw -ErrorId 'ParameterArgumentValidationError,Personio.Commands.GetPersonioPersonCommand'
    }

    It 'gets 120 ids with 3 requests, in the requested order, with one error for each unknown id' {
        $unknown = '900001', '900002', '900003'
        $known = @($sandbox.Tenant.PersonIds | Select-Object -First 117)
        [array]::Reverse($known)
        $ids = $known[0..49] + $unknown[0] + $known[50..99] + $unknown[1..2] + $known[100..116]

        $persons = Get-PersonioPerson -PersonId $ids -ErrorAction SilentlyContinue -ErrorVariable failed

        $persons.PersonId | Should -Be $known
        $failed.TargetObject | Should -Be $unknown
        $failed.FullyQualifiedErrorId | Sort-Object -Unique |
            Should -Be 'PersonNotFound,Personio.Commands.GetPersonioPersonCommand'
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        Get-Sent $sandbox | Should -HaveCount 3
    }
}

Describe 'Get-PersonioPerson with a filter' {
    BeforeAll {
        Connect-To $sandbox
        $all = Get-PersonioPerson
    }

    BeforeEach {
        $sandbox.ClearRequests()
    }

    It 'finds several email addresses with one request, in any case' {
        $wanted = $all | Where-Object Email | Select-Object -First 3

        $found = Get-PersonioPerson -Email $wanted[0].Email, $wanted[1].Email.ToUpper(), $wanted[2].Email

        $found.PersonId | Should -Be $wanted.PersonId
        (Get-Query $sandbox /v2/persons)['email'] | Should -Be ($wanted[0].Email, $wanted[1].Email.ToUpper(), $wanted[2].Email -join ',')
    }

    It 'returns nothing, and no error, for an unknown email address' {
        $found = Get-PersonioPerson -Email nobody@example.org -ErrorVariable failed

        $found | Should -BeNullOrEmpty
        $failed | Should -BeNullOrEmpty
        Get-Sent $sandbox | Should -HaveCount 1
    }

    It 'refuses an email address with a comma, which would mean two others' {
        $found = Get-PersonioPerson -Email 'a@example.org,b@example.org' -ErrorAction SilentlyContinue -ErrorVariable failed

        $found | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Should -Be 'InvalidRequest,Personio.Commands.GetPersonioPersonCommand'
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'refuses an empty -<parameter> instead of returning everybody' -ForEach @(
        @{ Parameter = 'Email' }
        @{ Parameter = 'FirstName' }
        @{ Parameter = 'LastName' }
        @{ Parameter = 'PreferredName' }
    ) {
        foreach ($nothing in $null, '') {
            $filter = @{ $parameter = $nothing }
            { Get-PersonioPerson @filter } |
                Should -Throw -ErrorId 'ParameterArgumentValidationError,Personio.Commands.GetPersonioPersonCommand'
        }
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'sends -Status <status> as <sent>' -ForEach @(
        @{ Status = 'Active'; Sent = 'ACTIVE' }
        @{ Status = 'inactive'; Sent = 'INACTIVE' }
    ) {
        $found = Get-PersonioPerson -Status $status

        $found.PersonId | Should -Be ($all | Where-Object Status -EQ $sent).PersonId
        @(Get-Query $sandbox /v2/persons)[0]['status'] | Should -Be $sent
    }

    It 'sends -<parameter> exactly, whatever letters it contains' -ForEach @(
        @{ Parameter = 'FirstName'; Key = 'first_name'; Index = 6 }
        @{ Parameter = 'FirstName'; Key = 'first_name'; Index = 12 }
        @{ Parameter = 'LastName'; Key = 'last_name'; Index = 9 }
        @{ Parameter = 'PreferredName'; Key = 'preferred_name'; Index = 5 }
        @{ Parameter = 'PreferredName'; Key = 'preferred_name'; Index = 7 }
    ) {
        $value = $all[$index].$parameter
        $filter = @{ $parameter = $value }

        $found = Get-PersonioPerson @filter

        $found.PersonId | Should -Be ($all | Where-Object $parameter -CEQ $value).PersonId
        (Get-Query $sandbox /v2/persons)[$key] | Should -BeExactly $value
    }

    It 'filters <given> with wildcards locally, in any case, and sends no name' -ForEach @(
        @{ Given = @{ LastName = '*GROSS' }; Like = { $_.LastName -like '*gross' } }
        @{ Given = @{ LastName = 'ze*'; FirstName = '?e*' }; Like = { $_.LastName -like 'ze*' -and $_.FirstName -like '?e*' } }
        @{ Given = @{ PreferredName = '[f-h]*' }; Like = { $_.PreferredName -like '[f-h]*' } }
    ) {
        $wanted = $all | Where-Object $like

        (Get-PersonioPerson @given).PersonId | Should -Be $wanted.PersonId
        Get-PersonioPerson @given -First 1 | ForEach-Object PersonId | Should -Be @($wanted.PersonId)[0]
        Get-Query $sandbox /v2/persons | ForEach-Object Keys | Should -Not -Match '_name$'
    }

    It 'explains how to search by name, which is not an id' {
        $null = Get-PersonioPerson Anna -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be 'PersonNotFound,Personio.Commands.GetPersonioPersonCommand'
        "$failed" | Should -BeLike "Person Anna was not found: specify the id*or the email address.*-LastName*wildcards*"
    }

    It 'sends -<parameter> as <key> in UTC' -ForEach @(
        @{ Parameter = 'CreatedAfter'; Key = 'created_at.gt' }
        @{ Parameter = 'CreatedBefore'; Key = 'created_at.lt' }
        @{ Parameter = 'UpdatedAfter'; Key = 'updated_at.gt' }
        @{ Parameter = 'UpdatedBefore'; Key = 'updated_at.lt' }
    ) {
        $moments = @(
            [datetimeoffset]::new(2026, 3, 10, 8, 30, 15, [timespan]'02:00')
            '2026-03-10T08:30:15+02:00'
            [datetime]::new(2026, 3, 10, 6, 30, 15, [DateTimeKind]::Utc)
            [datetime]::new(2026, 3, 10, 6, 30, 15, [DateTimeKind]::Utc).ToLocalTime()
            '2026-03-10T06:30:15Z'
            [datetime]::SpecifyKind([datetime]::new(2026, 3, 10, 6, 30, 15, [DateTimeKind]::Utc).ToLocalTime(), 'Unspecified')
        )

        foreach ($moment in $moments) {
            $filter = @{ $parameter = $moment }
            $null = Get-PersonioPerson -First 1 @filter
        }

        Get-Query $sandbox /v2/persons | ForEach-Object { $_[$key] } | Should -Be (@('2026-03-10T06:30:15Z') * 6)
    }

    It 'returns rather too many than too few if a moment has fractions of a second' {
        $moment = [datetime]::new(2026, 3, 10, 6, 30, 15, 500, [DateTimeKind]::Utc)

        $null = Get-PersonioPerson -UpdatedAfter $moment -UpdatedBefore $moment

        $sent = (Get-Query $sandbox /v2/persons)
        $sent['updated_at.gt'] | Should -Be '2026-03-10T06:30:15Z'
        $sent['updated_at.lt'] | Should -Be '2026-03-10T06:30:16Z'
    }

    It 'returns persons updated after one moment and before another' {
        $ordered = $all | Sort-Object UpdatedAt
        $from = $ordered[10].UpdatedAt
        $to = $ordered[100].UpdatedAt
        $between = $all | Where-Object { $_.UpdatedAt -gt $from -and $_.UpdatedAt -lt $to }

        $found = Get-PersonioPerson -UpdatedAfter $from -UpdatedBefore $to

        $found.PersonId | Should -Be $between.PersonId
    }
}

Describe 'Get-PersonioPerson from the pipeline' {
    BeforeAll {
        $ids = @($sandbox.Tenant.PersonIds | Select-Object -First 3)
    }

    BeforeEach {
        Connect-To $sandbox
    }

    It 'accepts <kind>, all with one request' -ForEach @(
        @{ Kind = 'objects with a PersonId'; Make = { [pscustomobject]@{ PersonId = $_; Other = 1 } } }
        @{ Kind = 'objects with an Id'; Make = { [pscustomobject]@{ Id = $_ } } }
        @{ Kind = 'ids as text'; Make = { $_ } }
        @{ Kind = 'ids as numbers'; Make = { [int]$_ } }
        @{ Kind = 'ids as long numbers'; Make = { [long]$_ } }
        @{ Kind = 'ids with blanks around them'; Make = { " $_ " } }
    ) {
        $found = $ids | ForEach-Object $make | Get-PersonioPerson

        $found.PersonId | Should -Be $ids
        Get-Sent $sandbox | Should -HaveCount 1
        (Get-Query $sandbox /v2/persons)['id'] | Should -Be ($ids -join ',')
    }

    It 'accepts the rows of a CSV file' {
        $ids | ForEach-Object { [pscustomobject]@{ Name = 'any'; PersonId = $_ } } | Export-Csv TestDrive:/persons.csv

        $found = Import-Csv TestDrive:/persons.csv | Get-PersonioPerson

        $found.PersonId | Should -Be $ids
    }

    It 'reads a person from its own output again' {
        $found = Get-PersonioPerson -First 3 | Get-PersonioPerson

        $found.PersonId | Should -Be $ids
        (Get-Query $sandbox /v2/persons)[1]['id'] | Should -Be ($ids -join ',')
    }

    It 'has the alias Id for the parameter' {
        (Get-PersonioPerson -Id $ids[0]).PersonId | Should -Be $ids[0]
        (Get-PersonioPerson $ids[1]).PersonId | Should -Be $ids[1]
    }

    It 'returns a person twice that was requested twice' {
        $found = Get-PersonioPerson -PersonId $ids[0], $ids[1], $ids[0]

        $found.PersonId | Should -Be $ids[0], $ids[1], $ids[0]
        (Get-Query $sandbox /v2/persons)['id'] | Should -Be ($ids[0], $ids[1] -join ',')
    }

    It 'refuses <bad> before any request, and gets the others' -ForEach @(
        @{ Bad = '4101,4102' }
        @{ Bad = '' }
        @{ Bad = ' ' }
        @{ Bad = '..' }
        @{ Bad = '.' }
        @{ Bad = '4101/employments' }
        @{ Bad = '..\4101' }
        @{ Bad = "4101`n" + '4102' }
    ) {
        $found = Get-PersonioPerson -PersonId $ids[0], $bad, $ids[1] -ErrorAction SilentlyContinue -ErrorVariable failed

        $found.PersonId | Should -Be $ids[0..1]
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -Be 'InvalidRequest,Personio.Commands.GetPersonioPersonCommand'
        $failed[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
        $failed[0].TargetObject | Should -BeExactly $bad
        Get-Query $sandbox /v2/persons | ForEach-Object { $_['id'] } | Should -Be ($ids[0..1] -join ',')
    }

    It 'writes one error for an object without PersonId, and lists nobody' {
        $stranger = [pscustomobject]@{ Name = 'x' }

        $found = $stranger | Get-PersonioPerson -ErrorAction SilentlyContinue -ErrorVariable failed

        $found | Should -BeNullOrEmpty
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -Be 'InvalidRequest,Personio.Commands.GetPersonioPersonCommand'
        $failed[0].TargetObject | Should -Be $stranger
        $failed[0].Exception.Message | Should -BeLike '*it has none of the properties PersonId, PersonEmail.'
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'writes one error for piped null, and lists nobody' {
        $found = $null | Get-PersonioPerson -ErrorAction SilentlyContinue -ErrorVariable failed

        $found | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Should -Be 'InvalidRequest,Personio.Commands.GetPersonioPersonCommand'
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'requests nothing for empty input' {
        @() | Get-PersonioPerson | Should -BeNullOrEmpty

        Get-Sent $sandbox | Should -BeNullOrEmpty
    }
}

Describe 'The attributes of a person' {
    BeforeAll {
        Connect-To $sandbox
        $all = Get-PersonioPerson
        $values = $all[0].CustomAttributes
    }

    It 'are found by label, global id and id, in any case' {
        $names = 'Shirt size', 'SHIRT SIZE', 'shirt_size', 'dynamic_9001', 'Dynamic_9001'

        $names | ForEach-Object { $values[$_] } | Sort-Object -Unique | Should -HaveCount 1
        $values['Shirt size'] | Should -BeIn 'S', 'M', 'L', 'XL'
        $values['No such attribute'] | Should -BeNullOrEmpty
    }

    It 'have <label> as a <type>' -ForEach @(
        @{ Label = 'Shirt size'; Type = [string] }
        @{ Label = 'Locker'; Type = [long] }
        @{ Label = 'Keys'; Type = [long] }
        @{ Label = 'Allowance, monthly'; Type = [double] }
        @{ Label = 'First aider'; Type = [bool] }
        @{ Label = 'Medical check'; Type = [datetime] }
    ) {
        foreach ($person in $all) {
            $value = $person.CustomAttributes[$label]
            if ($null -ne $value) {
                $value | Should -BeOfType $type
            }
        }
        $all.CustomAttributes | Where-Object Label -EQ $label | Where-Object Value -NE $null |
            Should -Not -BeNullOrEmpty
    }

    It 'have days at midnight without a zone' {
        $day = $values['Medical check']

        $day.TimeOfDay | Should -Be ([timespan]::Zero)
        $day.Kind | Should -Be 'Unspecified'
    }

    It 'have lists as readable lists' {
        $person = $all | Where-Object { $_.CustomAttributes['Languages'].Count -eq 2 } | Select-Object -First 1

        $person.CustomAttributes['Languages'][0] | Should -BeOfType string
        $person.CustomAttributes['Languages'].ToString() | Should -Be ($person.CustomAttributes['Languages'] -join '; ')
    }

    It 'have values of an unknown type as plain values' {
        $formula = $values['Bonus formula']

        $formula['expression'] | Should -Be '=A1*0.5'
        $formula['result'] | Should -Be 12.5
        $formula['inputs'] | Should -Be 'A1', 'B,2'
    }

    It 'are found by id and by label' {
        $values['dynamic_1f0a.77'] | Should -Be '@blue'
        $values['badge colour'] | Should -Be '@blue'
    }

}

Describe 'The attributes of a person without labels from Personio' {
    BeforeAll {
        $labeled = Get-PersonioPerson -First 2
    }

    BeforeEach {
        Connect-To $sandbox
        $sandbox.Options.AttributeLabels = $false
    }

    AfterEach {
        $sandbox.Options.AttributeLabels = $true
        $sandbox.ClearFaults()
    }

    It 'have the labels of the catalog, which is read once' {
        $person = @(Get-PersonioPerson -First 2) + @(Get-PersonioPerson -First 2)

        $person[0].CustomAttributes['Shirt size'] | Should -Be $labeled[0].CustomAttributes['Shirt size']
        $person[0].CustomAttributes['dynamic_9001'] | Should -Be $labeled[0].CustomAttributes['Shirt size']
        $person[0].CustomAttributes['shirt_size'] | Should -Be $labeled[0].CustomAttributes['Shirt size']
        $person.CustomAttributes.Label | Should -Be ($labeled + $labeled).CustomAttributes.Label
        "$($person[1].CustomAttributes)" | Should -BeExactly "$($labeled[1].CustomAttributes)"
        @(Get-Sent $sandbox) -like '*/attributes' | Should -HaveCount 1
    }

    It 'have one if Personio sends the others' {
        $own = '{"id":"dynamic_9001","label":"My own","type":"string","value":"x"},{"id":"dynamic_9002","type":"int","value":7},{"id":"dynamic_4","value":8}'
        $body = "{`"_data`":[{`"id`":`"1`",`"custom_attributes`":[$own]}],`"_meta`":{}}"
        Add-Fault $sandbox @{ PathPattern = '^/v2/persons$'; Kind = 'RawBody'; Body = $body }

        (Get-PersonioPerson).CustomAttributes.Label | Should -Be 'My own', 'Locker', $null
    }

    It 'are found by id if the catalog is refused, which is requested once and causes no warning' {
        Add-Fault $sandbox @{ PathPattern = 'attributes$'; Status = 403; Times = -1 }

        $person = Get-PersonioPerson -First 1 -WarningVariable warned
        $null = Get-PersonioPerson -First 1

        $person.CustomAttributes['Shirt size'] | Should -BeNullOrEmpty
        $person.CustomAttributes['dynamic_9001'] | Should -Be $labeled[0].CustomAttributes['Shirt size']
        $person.CustomAttributes['shirt_size'] | Should -Be $labeled[0].CustomAttributes['Shirt size']
        $warned | Should -BeNullOrEmpty
        @(Get-Sent $sandbox) -like '*/attributes' | Should -HaveCount 1
    }

    It 'are returned after one warning if the catalog fails' {
        Connect-To $sandbox @{ MaxRetry = 0 }
        Add-Fault $sandbox @{ PathPattern = 'attributes$'; Status = 500; Times = -1 }

        $person = Get-PersonioPerson -First 2 -WarningVariable warned -WarningAction SilentlyContinue -ErrorVariable failed

        $person.PersonId | Should -Be $labeled.PersonId
        $warned | Should -HaveCount 1
        $failed | Should -BeNullOrEmpty
    }
}

Describe 'Unknown values from Personio' {
    It 'are kept and accessible' {
        $fault = [Personio.Sandbox.SandboxFault]::new()
        $fault.Kind = 'RawBody'
        $fault.PathPrefix = '/v2/persons'
        $person = '{"id":"1","nick":{"name":"Kö","rank":3},"status":"RETIRED","profile_picture":{"size":12.5}}'
        $fault.Body = "{`"_data`":[$person],`"_meta`":{}}"
        Connect-To $sandbox
        $sandbox.AddFault($fault)

        $person = Get-PersonioPerson

        $person.AdditionalProperties['nick']['name'] | Should -Be 'Kö'
        $person.AdditionalProperties['Nick']['rank'] | Should -Be 3
        $person.AdditionalProperties['profile_picture']['size'] | Should -Be 12.5
        $person.Status | Should -Be 'RETIRED'
        $person.DisplayName | Should -BeNullOrEmpty
        "$person" | Should -Be '1'
    }
}

Describe 'A tenant that accepts only dates in the filters for instants' {
    BeforeAll {
        $strict = Start-Sandbox @{ PersonCount = 60; DatesOnly = $true }
        $usual = Start-Sandbox @{ PersonCount = 60 }
        Connect-To $usual
        $all = Get-PersonioPerson | Sort-Object UpdatedAt
        $moment = $all[30].UpdatedAt
    }

    BeforeEach {
        Connect-To $strict
    }

    AfterAll {
        Disconnect-Personio
        $strict.Dispose()
        $usual.Dispose()
    }

    It 'returns what others return: <name>' -ForEach @(
        @{ Name = '-UpdatedAfter'; Filter = { @{ UpdatedAfter = $moment.UtcDateTime } } }
        @{ Name = '-UpdatedBefore'; Filter = { @{ UpdatedBefore = $moment.UtcDateTime } } }
        @{ Name = '-CreatedAfter'; Filter = { @{ CreatedAfter = $all[20].CreatedAt.UtcDateTime } } }
        @{ Name = 'a span'; Filter = { @{ UpdatedAfter = $all[10].UpdatedAt.UtcDateTime; UpdatedBefore = $moment.UtcDateTime } } }
    ) {
        $with = & $filter
        $found = Get-PersonioPerson @with
        Connect-To $usual
        $expected = Get-PersonioPerson @with

        $expected.Count | Should -BeIn (1..59)
        $found.PersonId | Should -Be $expected.PersonId
    }

    It 'is filtered by day from then on, and -First counts after the exact filter' {
        $null = Get-PersonioPerson -UpdatedAfter $moment.UtcDateTime
        $strict.ClearRequests()

        $found = Get-PersonioPerson -UpdatedAfter $moment.UtcDateTime -First 2

        $found | Should -HaveCount 2
        $found.UpdatedAt | ForEach-Object { $_ | Should -BeGreaterThan $moment }
        @($strict.Requests.Status) | Select-Object -Unique | Should -Be 200
        $strict.Requests[0].Query['updated_at.gt'] | Should -Match '^\d{4}-\d\d-\d\d$'
    }

    It 'returns the employments that others return' {
        $changed = (Get-PersonioEmployment 4101)[0].UpdatedAt.AddHours(-1).UtcDateTime

        $found = Get-PersonioEmployment 4101 -UpdatedAfter $changed

        Connect-To $usual
        $found.EmploymentId | Should -Be (Get-PersonioEmployment 4101 -UpdatedAfter $changed).EmploymentId
    }

    It 'reports an error in another filter' {
        $strict.AddFault(([Personio.Sandbox.SandboxFault] @{ Kind = 'Status'; Status = 400; PathPrefix = '/v2/persons'; Times = 2 }))

        Get-PersonioPerson -UpdatedAfter $moment.UtcDateTime -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -BeLike 'InvalidRequest,*'
    }
}
