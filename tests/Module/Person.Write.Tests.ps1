BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    . "$PSScriptRoot/Writes.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 20; Today = [DateOnly]::new(2026, 6, 1) }
    $new = 'Personio.Commands.NewPersonioPersonCommand'
    $set = 'Personio.Commands.SetPersonioPersonCommand'
    $remove = 'Personio.Commands.RemovePersonioPersonCommand'

    Connect-To $sandbox
    $office = (Get-PersonioWorkplace)[0].WorkplaceId
    $entity = (Get-PersonioLegalEntity)[0].LegalEntityId
    $department = (Get-PersonioOrgUnit -Type Department)[0].OrgUnitId
    $team = (Get-PersonioOrgUnit -Type Team)[0].OrgUnitId
    $centers = (Get-PersonioCostCenter | Select-Object -First 2).CostCenterId
    $boss = @($sandbox.Tenant.PersonIds)[0]
    $employment = @{ EmploymentStatus = 'Onboarding'; EmploymentStartDate = '2026-09-01'; EmploymentType = 'Internal' }
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'New-PersonioPerson' {
    BeforeEach {
        Connect-To $sandbox
        $count = $sandbox.Tenant.PersonCount
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    It 'sends only names, and returns the person' {
        $made = New-PersonioPerson ' Given ' 'Fämily'

        $sent = Get-Change $sandbox
        $sent.RawTarget | Should -Be '/v2/persons'
        $sent.Body | Should -BeExactly '{"first_name":"Given","last_name":"Fämily"}'
        $made | Should -BeOfType 'Personio.Models.Person'
        $made.PersonId | Should -Be $sandbox.Tenant.Ledger[-1].Id
        $made.DisplayName | Should -Be 'Given Fämily'
        Get-Sent $sandbox | Should -Be 'POST /v2/persons', "GET /v2/persons/$($made.PersonId)"
    }

    It 'sends every property' {
        $made = New-PersonioPerson Given Family given@example.org -PreferredName Giv -Gender diverse -LanguageCode DE @employment `
            -CustomAttribute ([ordered]@{ 'shirt SIZE' = 'm'; dynamic_9002 = 17; languages = 'English', 'german' }) `
            -Position 'Clerk' -WeeklyWorkingHours 38.5 -FullTimeWeeklyWorkingHours 40 -ProbationPeriodLength 6 `
            -ContractEndDate 2027-08-31 -SupervisorId $boss -WorkplaceId $office -LegalEntityId $entity `
            -DepartmentId $department -TeamId $team -CostCenter ([ordered]@{ $centers[0] = 60; $centers[1] = 40 })

        (Get-Change $sandbox).Body | Should -BeExactly ('{"email":"given@example.org","first_name":"Given","last_name":"Family",' +
            '"preferred_name":"Giv","gender":"DIVERSE","language_code":"de","custom_attributes":[{"id":"dynamic_9001","value":"M"},' +
            '{"id":"dynamic_9002","value":"17"},{"id":"dynamic_9003","value":["English","German"]}],"employments":[{' +
            '"status":"ONBOARDING","type":"INTERNAL","employment_start_date":"2026-09-01","contract_end_date":"2027-08-31",' +
            '"probation_period_length":6,"position":{"title":"Clerk"},"weekly_working_hours":38.5,' +
            '"full_time_weekly_working_hours":40,"supervisor":{"id":"' + $boss + '"},"office":{"id":"' + $office + '"},' +
            '"legal_entity":{"id":"' + $entity + '"},"org_units":[{"type":"department","id":"' + $department + '"},' +
            '{"type":"team","id":"' + $team + '"}],"cost_centers":[{"id":"' + $centers[0] + '","weight":60},{"id":"' +
            $centers[1] + '","weight":40}]}]}')
        $made.CustomAttributes['Shirt size'], $made.CustomAttributes['Locker'] | Should -Be 'M', 17
        $job = $made | Get-PersonioEmployment
        $job.Position, $job.WeeklyWorkingHours, $job.TeamId | Should -Be 'Clerk', 38.5, $team
    }

    It 'writes the gender <given> as <sent>, which is read as <read>' -ForEach @(
        @{ Given = 'MALE'; Sent = 'MALE'; Read = 'MALE' }
        @{ Given = 'Female'; Sent = 'FEMALE'; Read = 'FEMALE' }
        @{ Given = 'UNKNOWN'; Sent = 'UNKNOWN'; Read = 'UNSPECIFIED' }
        @{ Given = 'undefined'; Sent = 'UNDEFINED'; Read = 'UNSPECIFIED' }
        @{ Given = 'UNSPECIFIED'; Sent = 'UNDEFINED'; Read = 'UNSPECIFIED' }
    ) {
        (New-PersonioPerson A B -Gender $given).Gender | Should -Be $read

        (Get-Change $sandbox).Body | Should -BeLike "*`"gender`":`"$sent`"*"
    }

    It 'creates a person from each row, ignores empty cells, and reports each bad row' {
        $rows = 'FirstName,LastName,Email,PreferredName,Gender,LanguageCode,EmploymentStatus,EmploymentStartDate,EmploymentType,WeeklyWorkingHours,SupervisorId,TeamId',
        "A,One,one@example.org,,,,,,,,,`"`"", 'B,,two@example.org,,,,,,,,,', "C,Three,,,FEMALE,en,ACTIVE,2026-05-01,INTERNAL,`"38,5`",$boss,$team",
        'D,Four,,,NONE,,,,,,,', 'E,Five,,,,,,2026-05-01,,,,' | ConvertFrom-Csv

        $made = Use-Culture de-DE { $rows | New-PersonioPerson -ErrorAction SilentlyContinue -ErrorVariable script:failed }

        $made.FirstName | Should -Be 'A', 'C'
        $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$new", "ParameterArgumentTransformationError,$new", "InvalidRequest,$new"
        $failed.TargetObject.FirstName | Should -Be 'B', 'D', 'E'
        $failed[0].Exception.Message | Should -BeLike '*LastName is empty*'
        $failed[2].Exception.Message | Should -BeLike '*-EmploymentStatus*status is missing*'
        $posts = ($sandbox.Requests | Where-Object Method -EQ POST).Body
        $posts | Should -HaveCount 2
        $posts[0] | Should -BeExactly '{"email":"one@example.org","first_name":"A","last_name":"One"}'
        $posts[1] | Should -BeLike '*"weekly_working_hours":38.5,*'
    }

    It 'copies a piped person' {
        $old = Get-PersonioPerson | Where-Object Email | Select-Object -First 1

        $made = $old | New-PersonioPerson -Email copy@example.org

        $made.DisplayName, $made.Gender, $made.Email | Should -Be $old.DisplayName, $old.Gender, 'copy@example.org'
        $made.PersonId | Should -Not -Be $old.PersonId
    }

    It 'refuses <wrong> before any change' -ForEach @(
        @{ Wrong = 'a blank name'; With = @{ LastName = ' ' }; Says = '*LastName is empty*' }
        @{ Wrong = 'two addresses with a comma'; With = @{ Email = 'a,b@x.example' }; Says = "*'a,b@x.example' is not an email*" }
        @{ Wrong = 'two addresses with a semicolon'; With = @{ Email = 'a;b@x.example' }; Says = "*is not an email*" }
        @{ Wrong = 'an address with a control character'; With = @{ Email = "a`u{7}b@x.example" }; Says = "*is not an email*" }
        @{ Wrong = 'an address without a host'; With = @{ Email = 'someone' }; Says = "*'someone' is not an email*" }
        @{ Wrong = 'an address with a blank'; With = @{ Email = 'a b@example.org' }; Says = '*not an email*' }
        @{ Wrong = 'a language nobody speaks'; With = @{ LanguageCode = 'xx' }; Says = "*'xx'*de, en*" }
        @{ Wrong = 'a part of an employment'; With = @{ Position = 'Clerk' }; Says = '*-EmploymentStatus, -EmploymentStartDate and*status is missing*' }
        @{ Wrong = 'an employment without a type'; With = @{ EmploymentStatus = 'Active'; EmploymentStartDate = '2026-01-01' }; Says = '*type is missing*' }
        @{ Wrong = 'more hours than a week has'; With = $true; Add = @{ WeeklyWorkingHours = 385 }; Says = '*168 hours*' }
        @{ Wrong = 'a negative probation'; With = $true; Add = @{ ProbationPeriodLength = -1 }; Says = '*0 months or more*' }
        @{ Wrong = 'two probations'; With = $true; Add = @{ ProbationPeriodLength = 3; ProbationEndDate = '2026-12-01' }; Says = '*cannot be combined*' }
        @{ Wrong = 'a contract that ends before it starts'; With = $true; Add = @{ ContractEndDate = '2026-08-31' }; Says = '*2026-08-31, before*2026-09-01*' }
        @{ Wrong = 'a probation that ends before it starts'; With = $true; Add = @{ ProbationEndDate = '2026-08-31' }; Says = '*probation*2026-08-31, before*' }
        @{ Wrong = 'cost centers of 99 percent'; With = $true; Add = @{ CostCenter = @{ a = 60; b = 39 } }; Says = '*sum to 99 percent*' }
        @{ Wrong = 'cost centers without shares'; With = $true; Add = @{ CostCenter = 'a', 'b' }; Says = '*more than 0 percent*' }
        @{ Wrong = 'a cost center twice'; With = $true; Add = @{ CostCenter = 'a (50 %); a (50 %)' }; Says = '*twice*' }
        @{ Wrong = 'a choice that is none'; With = @{ CustomAttribute = @{ 'Shirt size' = 'XXL' } }; Says = "*'XXL'*Shirt size*S; M; L; XL*" }
        @{ Wrong = 'a tag that is none'; With = @{ CustomAttribute = @{ Languages = 'German', 'Klingon' } }; Says = "*'Klingon'*Languages*" }
        @{ Wrong = 'several values of a single one'; With = @{ CustomAttribute = @{ 'Shirt size' = 'S', 'M' } }; Says = '*takes one value*' }
        @{ Wrong = 'text as a whole number'; With = @{ CustomAttribute = @{ Locker = '1.5' } }; Says = '*Locker*whole numbers*' }
        @{ Wrong = 'text as a number'; With = @{ CustomAttribute = @{ 'Allowance, monthly' = '1,5,0' } }; Says = '*takes numbers*' }
        @{ Wrong = 'text as a day'; With = @{ CustomAttribute = @{ 'Medical check' = 'soon' } }; Says = "*Medical check*'soon'*" }
        @{ Wrong = 'text as a flag'; With = @{ CustomAttribute = @{ 'First aider' = 'maybe' } }; Says = '*$true or $false*' }
        @{ Wrong = 'a map as a value'; With = @{ CustomAttribute = @{ Parking = @{ a = 1 } } }; Says = '*Hashtable*' }
        @{ Wrong = 'an attribute twice'; With = @{ CustomAttribute = @{ 'Shirt size' = 'S'; dynamic_9001 = 'M' } }; Says = '*Shirt size*twice*' }
    ) {
        $given = @{ FirstName = 'A'; LastName = 'B' }
        if ($with -eq $true) {
            $with = $employment + $add
        }
        $with.GetEnumerator() | ForEach-Object { $given[$_.Key] = $_.Value }

        New-PersonioPerson @given -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty

        $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$new"
        $failed[0].TargetObject | Should -BeLike 'A*'
        $failed[0].Exception.Message | Should -BeLike $says
        Get-Sent $sandbox | Where-Object { $_ -notlike '*/attributes' } | Should -BeNullOrEmpty
        $sandbox.Tenant.PersonCount | Should -Be $count
    }

    It 'writes an error for a row whose <column> is <value>, and creates nothing from it' -ForEach @(
        @{ Column = 'Gender'; Value = 'NONE' }
        @{ Column = 'Gender'; Value = '1' }
        @{ Column = 'EmploymentStatus'; Value = 'Retired' }
        @{ Column = 'EmploymentType'; Value = 'Both' }
        @{ Column = 'EmploymentStartDate'; Value = '01.02.26' }
        @{ Column = 'WeeklyWorkingHours'; Value = 'full' }
        @{ Column = 'WeeklyWorkingHours'; Value = '1,000.5' }
        @{ Column = 'ProbationPeriodLength'; Value = '6.5' }
        @{ Column = 'CostCenter'; Value = '1201 (many)' }
        @{ Column = 'CustomAttribute'; Value = 'Shirt size' }
    ) {
        $row = [pscustomobject](@{ FirstName = 'A'; LastName = 'B'; $column = $value })

        $row | New-PersonioPerson -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty

        $failed.FullyQualifiedErrorId | Should -Be "ParameterArgumentTransformationError,$new"
        $failed[0].TargetObject | Should -Be $row
        $failed[0].Exception.Message | Should -BeLike "*'$column'*'$value'*"
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'refuses an unknown attribute, and lists similar ones' {
        New-PersonioPerson A B -CustomAttribute @{ 'Shirt sise' = 'M' } -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "AttributeNotFound,$new"
        $failed[0].Exception.Message | Should -BeLike "*'Shirt sise'*'Shirt size' (dynamic_9001)*Get-PersonioAttribute*"
        Get-Sent $sandbox POST | Should -BeNullOrEmpty
    }

    It 'reads the catalog once per session' {
        $null = 1..3 | ForEach-Object { New-PersonioPerson A B -CustomAttribute @{ 'Shirt size' = 'M' } }
        $null = New-PersonioPerson A B -CustomAttribute @{ Locker = 1 }

        Get-Sent $sandbox | Where-Object { $_ -like '*/attributes' } | Should -HaveCount 1
    }

    It 'accepts ids if the catalog may not be read' {
        Add-Fault $sandbox @{ PathPattern = 'attributes$'; Status = 403; Times = -1 }

        $null = New-PersonioPerson A B -CustomAttribute @{ dynamic_9001 = 'M' }
        New-PersonioPerson A B -CustomAttribute @{ 'Shirt size' = 'M' } -ErrorAction SilentlyContinue -ErrorVariable failed

        (Get-Change $sandbox).Body | Should -BeLike '*"custom_attributes":`[{"id":"dynamic_9001","value":"M"}`]*'
        $failed.FullyQualifiedErrorId | Should -Be "AttributeNotFound,$new"
    }

    It 'reports a refusal by Personio, and continues: an address that is taken' {
        $rows = 'A', 'B', 'C' | ForEach-Object { [pscustomobject]@{ FirstName = $_; LastName = 'X'; Email = $_ -eq 'B' ? 'a@example.net' : "$_@example.net" } }

        $made = $rows | New-PersonioPerson -ErrorAction SilentlyContinue -ErrorVariable failed

        $made.FirstName | Should -Be 'A', 'C'
        $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$new"
        $failed[0].TargetObject | Should -Be $rows[1]
        $failed[0].Exception.Message | Should -BeLike '*400*in use*'
    }

    It 'sends a person once if the response is lost' {
        Add-Fault $sandbox @{ Method = 'POST'; Kind = 'ResetBeforeResponse'; AfterProcessing = $true }

        New-PersonioPerson A B -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "ConnectionFailed,$new"
        $failed[0].Exception.OutcomeUnknown | Should -BeTrue
        Get-Sent $sandbox POST | Should -HaveCount 1
        $sandbox.Tenant.PersonCount - $count | Should -Be 1
    }

    It 'does not write an error if the person was created but cannot be read back' {
        Add-Fault $sandbox @{ Method = 'GET'; PathPattern = '^/v2/persons/.'; Status = 404; Times = -1 }

        $made = New-PersonioPerson A B b@example.com -ErrorVariable failed

        $failed | Should -BeNullOrEmpty
        $made.PersonId | Should -Be $sandbox.Tenant.Ledger[-1].Id
        $made.DisplayName, $made.Email | Should -Be 'A B', 'b@example.com'
    }

    It 'foresees with -WhatIf an email address that is in use, for fifty inputs with one request' {
        $taken = (New-PersonioPerson C D taken@example.com @employment).PersonId
        $rows = 'taken@example.com', 'free@example.com', 'FREE@example.com' | ForEach-Object { [pscustomobject]@{ FirstName = 'A'; LastName = 'B'; Email = $_ } }
        $sandbox.ClearRequests()

        $said = Get-HostOutput { $rows | New-PersonioPerson @employment -WhatIf -ErrorAction SilentlyContinue -ErrorVariable script:failed }

        $said | Should -HaveCount 1
        $failed | Should -HaveCount 2
        "$($failed[0])" | Should -BeLike "*would not be created: person $taken has the same email address."
        "$($failed[1])" | Should -BeLike '*would not be created: an input before it has the same email address.'
        Get-Sent $sandbox | Should -Be 'GET /v2/persons'
    }

    It 'shows with -WhatIf whom it would create, and sends nothing' {
        $said = Get-HostOutput { New-PersonioPerson A B a@example.com @employment -WhatIf }

        $said | Should -BeLike '*"Create person"*"A B <a@example.com>, from 2026-09-01"*'
        Get-Sent $sandbox | Should -Be 'GET /v2/persons'
        $sandbox.Tenant.PersonCount | Should -Be $count
    }
}

Describe 'Set-PersonioPerson' {
    BeforeEach {
        Connect-To $sandbox
        $person = $sandbox.Tenant.AddPerson('Given', 'Family', [NullString]::Value)
        $ledger = $sandbox.Tenant.Ledger.Count
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    It 'sends only <given>' -ForEach @(
        @{ Given = 'a name'; With = @{ LastName = 'New' }; Body = '{"last_name":"New"}' }
        @{ Given = 'no preferred name'; With = @{ PreferredName = $null }; Body = '{"preferred_name":""}' }
        @{ Given = 'no gender'; With = @{ Gender = $null }; Body = '{"gender":null}' }
        @{ Given = 'the gender as it is read'; With = @{ Gender = 'UNSPECIFIED' }; Body = '{"gender":"UNDEFINED"}' }
        @{ Given = 'a language'; With = @{ LanguageCode = 'fr' }; Body = '{"language_code":"fr"}' }
        @{ Given = 'an address'; With = @{ Email = ' set@example.org ' }; Body = '{"email":"set@example.org"}' }
        @{ Given = 'an attribute by label'; With = @{ CustomAttribute = @{ locker = 7 } }; Body = '{"custom_attributes":[{"id":"dynamic_9002","value":"7"}]}' }
        @{ Given = 'an attribute by its name across companies'; With = @{ CustomAttribute = @{ emergency_phone = '+49 40' } }; Body = '{"custom_attributes":[{"id":"dynamic_9007","value":"+49 40"}]}' }
        @{ Given = 'an attribute that is cleared'; With = @{ CustomAttribute = @{ 'Shirt size' = $null } }; Body = '{"custom_attributes":[{"id":"dynamic_9001","value":""}]}' }
        @{ Given = 'tags that are cleared'; With = @{ CustomAttribute = @{ Languages = @() } }; Body = '{"custom_attributes":[{"id":"dynamic_9003","value":[]}]}' }
        @{ Given = 'one tag'; With = @{ CustomAttribute = @{ Languages = 'English' } }; Body = '{"custom_attributes":[{"id":"dynamic_9003","value":["English"]}]}' }
        @{ Given = 'a day'; With = @{ CustomAttribute = @{ 'Medical check' = [datetime]'2026-03-04 15:00' } }; Body = '{"custom_attributes":[{"id":"dynamic_9006","value":"2026-03-04"}]}' }
        @{ Given = 'a flag'; With = @{ CustomAttribute = @{ 'First aider' = $true } }; Body = '{"custom_attributes":[{"id":"dynamic_9005","value":"true"}]}' }
        @{ Given = 'a number'; With = @{ CustomAttribute = @{ 'Allowance, monthly' = 12.5 } }; Body = '{"custom_attributes":[{"id":"dynamic_9004","value":"12.5"}]}' }
    ) {
        Use-Culture de-DE { Set-PersonioPerson $person @with } | Should -BeNullOrEmpty

        $sent = Get-Change $sandbox
        "$($sent.Method) $($sent.RawTarget)" | Should -Be "PATCH /v2/persons/$person"
        $sent.Body | Should -BeExactly $body
        $sent.Status | Should -Be 204
        $sandbox.Tenant.Ledger.Count - $ledger | Should -Be 1
    }

    It 'returns the changed person with -PassThru' {
        $now = Set-PersonioPerson $person -PreferredName Giv -CustomAttribute @{ Locker = 9 } -PassThru

        $now | Should -BeOfType 'Personio.Models.Person'
        $now.PersonId, $now.PreferredName, $now.CustomAttributes['Locker'] | Should -Be $person, 'Giv', 9
    }

    It 'accepts <kind>' -ForEach @(
        @{ Kind = 'persons'; Call = { Get-PersonioPerson -PersonId $person | Set-PersonioPerson -LastName New } }
        @{ Kind = 'ids as text'; Call = { $person | Set-PersonioPerson -LastName New } }
        @{ Kind = 'employments, for their persons'; Call = { [Personio.Models.Employment]@{ PersonId = $person; EmploymentId = 'x' } | Set-PersonioPerson -LastName New } }
        @{ Kind = 'rows with the change'; Call = { "PersonId,FirstName,LastName,Gender,Email`n$person,,New,, " | ConvertFrom-Csv | Set-PersonioPerson } }
    ) {
        . $call

        $sent = Get-Change $sandbox
        $sent.Path | Should -Be "/v2/persons/$person"
        $sent.Body | Should -BeExactly '{"last_name":"New"}'
    }

    It 'accepts the edited rows of an export' {
        $null = Set-PersonioPerson $person -Gender Unknown
        Get-PersonioPerson -PersonId $person | Export-Csv TestDrive:/own.csv
        $rows = Import-Csv TestDrive:/own.csv
        $rows[0].LastName = 'New'

        $now = $rows | Set-PersonioPerson -PassThru

        $now.FirstName, $now.LastName, $now.Gender | Should -Be 'Given', 'New', 'UNSPECIFIED'
    }

    It 'refuses <wrong> before any request' -ForEach @(
        @{ Wrong = 'a change of nothing'; With = @{}; Says = '*Nothing to change for person*' }
        @{ Wrong = 'no attributes at all'; With = @{ CustomAttribute = @{} }; Says = '*Nothing to change*' }
        @{ Wrong = 'an empty name'; With = @{ FirstName = '' }; Says = '*first_name cannot be cleared*' }
        @{ Wrong = 'a name that is cleared'; With = @{ LastName = $null }; Says = '*last_name cannot be cleared*' }
        @{ Wrong = 'an address that is cleared'; With = @{ Email = $null }; Says = '*email cannot be cleared*' }
        @{ Wrong = 'a language that is cleared'; With = @{ LanguageCode = $null }; Says = '*language_code cannot be cleared*' }
        @{ Wrong = 'an address that is none'; With = @{ Email = '@x' }; Says = '*not an email*' }
    ) {
        Set-PersonioPerson $person @with -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$set"
        $failed[0].TargetObject | Should -Be $person
        $failed[0].Exception.Message | Should -BeLike $says
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'writes an error for a person that does not exist, and continues' {
        '999999', $person | Set-PersonioPerson -LastName New -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "PersonNotFound,$set"
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failed[0].TargetObject | Should -Be '999999'
        Get-Sent $sandbox PATCH | Should -HaveCount 2
    }

    It 'sends a change once if the response is <status>' -ForEach @(@{ Status = 500 }, @{ Status = 503 }) {
        Add-Fault $sandbox @{ Method = 'PATCH'; Status = $status }

        Set-PersonioPerson $person -LastName New -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "ServiceUnavailable,$set"
        Get-Sent $sandbox PATCH | Should -HaveCount 1
    }

    It 'shows many persons with -WhatIf with one request per fifty, and reports those who do not exist' {
        $rows = (Add-Person $sandbox 60) + '1' | ForEach-Object { [pscustomobject]@{ PersonId = $_; PreferredName = 'Kim' } }
        $sandbox.ClearRequests()

        $said = Get-HostOutput { $rows | Set-PersonioPerson -WhatIf -ErrorAction SilentlyContinue -ErrorVariable script:failed }

        $said | Should -HaveCount 60
        $said[0] | Should -BeLike "*PreferredName (none) -> 'Kim'*"
        $failed.FullyQualifiedErrorId | Should -Be "PersonNotFound,$set"
        $failed.TargetObject | Should -Be $rows[-1]
        Get-Sent $sandbox | Should -Be 'GET /v2/persons', 'GET /v2/persons'
    }

    It 'shows custom attributes by name with -WhatIf, old and new' {
        $staff = Get-PersonioPerson -Status Active -First 1

        Get-HostOutput { $staff | Set-PersonioPerson -CustomAttribute @{ Locker = '4711' } -WhatIf } |
            Should -BeLike "*Change person: 'Locker' * -> '4711'*"
    }

    It 'shows with -WhatIf who and what would be changed, and sends nothing' {
        $said = Get-HostOutput {
            Set-PersonioPerson $person -LastName New -Gender Male -WhatIf
            Get-PersonioPerson -PersonId $person | Set-PersonioPerson -LastName New -WhatIf
        }

        $said[0] | Should -BeLike "*`"Change person: LastName 'Family' -> 'New', Gender * -> 'MALE'`"*`"Given Family* ($person)`"*"
        $said[1] | Should -BeLike "*`"Change person: LastName 'Family' -> 'New'`"*`"Given Family* ($person)`"*"
        Get-Sent $sandbox PATCH | Should -BeNullOrEmpty
        $sandbox.Tenant.Ledger.Count | Should -Be $ledger
    }
}

Describe 'Remove-PersonioPerson' {
    BeforeEach {
        Connect-To $sandbox
        $person = $sandbox.Tenant.AddPerson('Given', 'Family', "p$([guid]::NewGuid())@example.org")
        $ledger = $sandbox.Tenant.Ledger.Count
    }

    It 'removes <kind>, and writes nothing' -ForEach @(
        @{ Kind = 'an id'; Call = { Remove-PersonioPerson $person -Confirm:$false } }
        @{ Kind = 'a person'; Call = { Get-PersonioPerson -PersonId $person | Remove-PersonioPerson -Confirm:$false } }
        @{ Kind = 'a row'; Call = { "PersonId`n$person" | ConvertFrom-Csv | Remove-PersonioPerson -Confirm:$false } }
    ) {
        . $call | Should -BeNullOrEmpty

        Get-Sent $sandbox DELETE | Should -Be "DELETE /v2/persons/$person"
        $sandbox.Tenant.PersonIds | Should -Not -Contain $person
    }

    It 'returns the removed person with -PassThru' {
        (Remove-PersonioPerson $person -Confirm:$false -PassThru).DisplayName | Should -Be 'Given Family'
    }

    It 'asks for confirmation, and names the person' {
        [Personio.Commands.RemovePersonioPersonCommand].GetCustomAttributes($true).ConfirmImpact | Should -Contain 'High'

        $said = Get-HostOutput { Remove-PersonioPerson $person -WhatIf }

        $said | Should -BeLike "*`"Remove person`"*`"Given Family <*@example.org> ($person)`"*"
        Get-Sent $sandbox DELETE | Should -BeNullOrEmpty
        $sandbox.Tenant.PersonIds | Should -Contain $person
    }

    It 'refuses <kind>, because the person would be removed instead' -ForEach @(
        @{ Kind = 'an employment'; Call = { Get-PersonioEmployment $boss -Current | Remove-PersonioPerson @with } }
        @{ Kind = 'a row of an employment'; Call = { "PersonId,EmploymentId`n$boss,abc" | ConvertFrom-Csv | Remove-PersonioPerson @with } }
    ) {
        $with = @{ Confirm = $false; ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failed' }

        . $call

        $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$remove"
        $failed[0].Exception.Message | Should -BeLike '*API cannot delete an employment*'
        $failed[0].TargetObject.PersonId | Should -Be $boss
        Get-Sent $sandbox DELETE | Should -BeNullOrEmpty
    }

    It 'writes an error for a person that does not exist, and continues' {
        Remove-PersonioPerson '999999', $person -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "PersonNotFound,$remove"
        $failed[0].TargetObject | Should -Be '999999'
        $sandbox.Tenant.PersonIds | Should -Not -Contain $person
    }

    It 'requires that a person is specified: <kind>' -ForEach @(
        @{ Kind = 'none is named'; Call = { Remove-PersonioPerson @with } }
        @{ Kind = 'the id is not set'; Call = { Remove-PersonioPerson -PersonId $null @with } }
    ) {
        $with = @{ Confirm = $false; ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failed' }

        . $call

        $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$remove"
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }
}
