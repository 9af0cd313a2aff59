# How each parameter of a comparison changes the plan, one row of a table each.

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    . "$PSScriptRoot/PingOne.ps1"
    . "$PSScriptRoot/Lifecycle.ps1"
}

Describe 'A parameter of Compare-PersonioDirectory' {
    BeforeAll {
        $world = New-World
        $staff = @(Add-Staff $world 8)
        $populations = @{}
        Get-PingOnePopulation | ForEach-Object { $populations[$_.Name] = $_.PopulationId }

        # Returns a short form of the plan for the persons of a test.
        function Get-PlanSummary {
            param([object[]] $Rows, [hashtable] $With)

            Get-Plan ($staff + $Rows) $With | Where-Object PersonId -NotIn $staff.PersonId | ForEach-Object {
                $_.Action -eq 'None' ? "$($_.Kind) $($_.Finding)".TrimEnd() : "$($_.Kind) $($_.Action)"
            }
        }

        # Returns the user name that a person gets.
        function Get-Name {
            param([string] $First, [string] $Last, [hashtable] $With = @{}, [hashtable] $Row = @{})

            (Get-Plan ($staff + (New-Row 9000 $First $Last -With $Row)) $With | Where-Object Action -EQ Create).UserName
        }
    }

    AfterAll {
        Disconnect-PingOne
        $world.Dispose()
    }

    AfterEach {
        $world.PingOne.Directory.UserIds | Where-Object { (Get-DirectoryUser $world $_).externalId -notin $staff.PersonId } |
            ForEach-Object { $world.PingOne.Directory.RemoveUser($_) }
    }

    It 'decides the action for an account: <name>' -ForEach @(
        @{ Name = 'GraceDays'; Row = @{ LastDay = -5 }; With = @{ GraceDays = 5 }; Without = 'Leaver Disable'; Expected = $null }
        @{ Name = 'OnLeave'; Row = @{ EmploymentStatus = 'LEAVE' }; With = @{ OnLeave = 'Disable' }; Without = $null; Expected = 'Leaver Disable' }
        @{ Name = 'TrustContractEnd'; Row = @{ ContractEndDate = -5 }; With = @{ TrustContractEnd = $true }; Without = 'Finding ContractEnded'; Expected = 'Leaver Disable' }
        @{ Name = 'Immediate'; Row = @{}; With = @{ Immediate = '9000' }; Without = $null; Expected = 'Leaver Disable' }
        @{ Name = 'LeaverDay'; Row = @{ LastDay = 9; LastWorkingDay = -5; TerminationDate = 9 }; With = @{ LeaverDay = 'LastWorkingDay' }; Without = $null; Expected = 'Leaver Disable' }
        @{ Name = 'AsOf'; Row = @{ LastDay = 9 }; With = @{ AsOf = { Get-Day 10 } }; Without = $null; Expected = 'Leaver Disable' }
        @{ Name = 'ExcludePerson'; Row = @{ LastDay = -5 }; With = @{ ExcludePerson = '9000' }; Without = 'Leaver Disable'; Expected = 'OutOfScope' }
        @{ Name = 'ExcludePerson by a script block'; Row = @{ LastDay = -5 }; With = @{ ExcludePerson = { $_.PersonId -eq '9000' } }; Without = 'Leaver Disable'; Expected = 'OutOfScope' }
        @{ Name = 'Protect by an id'; Row = @{ LastDay = -5 }; With = @{ Protect = { $accountId } }; Without = 'Leaver Disable'; Expected = 'Finding Protected' }
        @{ Name = 'Protect by a wildcard'; Row = @{ LastDay = -5 }; With = @{ Protect = 'PERSON90??' }; Without = 'Leaver Disable'; Expected = 'Finding Protected' }
        @{ Name = 'Protect by a script block'; Row = @{ LastDay = -5 }; With = @{ Protect = , { $_.ExternalId -eq '9000' } }; Without = 'Leaver Disable'; Expected = 'Finding Protected' }
        @{ Name = 'TimeZone by a script block'; Row = @{ LastDay = 'west' }; With = @{ TimeZone = { $_.PersonId -eq '9000' ? 'Pacific/Kiritimati' : 'Etc/UTC' } }; Other = 'Pacific/Pago_Pago'; Without = $null; Expected = 'Leaver Disable' }
        @{ Name = 'IncludeUnchanged'; Row = @{}; With = @{ IncludeUnchanged = $true }; Without = $null; Expected = 'Unchanged' }
        @{ Name = 'MapAdd by text'; Row = @{}; With = @{ MapAdd = @{ title = 'LastName' } }; Without = $null; Expected = 'Mover Update' }
        @{ Name = 'MapAdd by a script block'; Row = @{}; With = @{ MapAdd = @{ title = { "$($_.Position)!" } } }; Without = $null; Expected = 'Mover Update' }
        @{ Name = 'MapAdd that leaves a line out'; Row = @{ Position = 'Head' }; With = @{ MapAdd = @{ title = $null } }; Without = 'Mover Update'; Expected = $null }
        @{ Name = 'MapAdd for creation alone'; Row = @{ Position = 'Head' }; With = @{ MapAdd = @{ title = @{ From = 'Position'; When = 'Create' } } }; Without = 'Mover Update'; Expected = $null }
        @{ Name = 'MapAdd that clears'; Row = @{ Position = $null }; With = @{ MapAdd = @{ title = @{ From = 'Position'; Clear = $true } } }; Without = $null; Expected = 'Mover Update' }
        @{ Name = 'Map of a dictionary'; Row = @{ Position = 'Head' }; With = @{ Map = [ordered]@{ externalId = 'PersonId'; username = 'UserName()'; nickname = 'Position' } }; Without = 'Mover Update'; Expected = 'Mover Update' }
        @{ Name = 'UsePreferredName'; Row = @{ PreferredName = 'Addi' }; With = @{ UsePreferredName = $true; MapAdd = @{ nickname = $null } }; Without = 'Mover Update'; Expected = 'Mover Update' }
        @{ Name = 'Population by a name'; Row = @{}; With = @{ Population = 'Externals' }; Without = $null; Expected = 'Finding OtherPopulation' }
        @{ Name = 'Population by a script block'; Row = @{}; With = @{ Population = { $_.PersonId -eq '9000' ? 'Externals' : 'Staff' } }; Without = $null; Expected = 'Finding OtherPopulation' }
    ) {
        $person = New-Row 9000
        $accountId = Add-Account $world $person
        foreach ($cell in $row.GetEnumerator()) {
            $value = $cell.Value -is [int] ? (Get-Day $cell.Value)
            : $cell.Value -eq 'west' ? [datetime]::SpecifyKind([TimeZoneInfo]::ConvertTimeBySystemTimeZoneId([DateTimeOffset]::UtcNow, 'Pacific/Pago_Pago').Date, 'Unspecified')
            : $cell.Value
            Add-Member -InputObject $person $cell.Key $value -Force
        }

        $given = @{}
        foreach ($pair in $with.GetEnumerator()) {
            $given[$pair.Key] = $name -match '^(AsOf|Protect by an id)$' ? (& $pair.Value) : $pair.Value
        }

        Get-PlanSummary $person ($other ? @{ TimeZone = $other } : @{}) | Should -Be $without
        Get-PlanSummary $person $given | Should -Be $expected
    }

    It 'bridges <days> days between two employments, and no more' -ForEach @(@{ Days = 3 }) {
        $person = New-Row 9000 -With @{ LastDay = Get-Day -1 }
        $null = Add-Account $world $person
        Get-PlanSummary $person @{} | Should -Be 'Leaver Disable'
        { Get-PlanSummary $person @{ BridgeDays = 91 } } | Should -Throw '*91*'
    }

    It 'makes a user name: <expected> by <name>' -ForEach @(
        @{ Name = 'the default'; With = @{}; Expected = 'jan-ole.graeber' }
        @{ Name = 'text'; With = @{ UserNamePattern = '{g}{family}' }; Expected = 'jgraeber' }
        @{ Name = 'a script block that gives a pattern'; With = @{ UserNamePattern = { $_.EmploymentType -eq 'INTERNAL' ? 'ext-{g}.{family}' : '{g}' } }; Expected = 'ext-j.graeber' }
        @{ Name = 'a script block that gives a name'; With = @{ UserNamePattern = { "$($_.LastName) $($_.FirstName)" } }; Expected = 'graeber-jan-ole' }
        @{ Name = '-FirstGivenOnly'; With = @{ FirstGivenOnly = $true }; Expected = 'jan.graeber' }
        @{ Name = '-UserNameLength'; With = @{ UserNameLength = 10 }; Expected = 'jan-ole.gr' }
        @{ Name = '-Transliteration Plain'; With = @{ Transliteration = 'Plain' }; Expected = 'jan-ole.graber' }
        @{ Name = '-Transliteration by a hashtable'; With = @{ Transliteration = @{ 'ä' = 'x' } }; Expected = 'jan-ole.grxber' }
        @{ Name = '-ReservedName'; With = @{ ReservedName = 'Jan-Ole.Graeber' }; Expected = 'jan-ole.graeber2' }
        @{ Name = '-UsePreferredName'; With = @{ UsePreferredName = $true }; Row = @{ PreferredName = 'Jo Gräber' }; Expected = 'jo.graeber' }
        @{ Name = '-MapAdd'; With = @{ MapAdd = @{ username = { "p$($_.PersonId)" } } }; Expected = 'p9000' }
        @{ Name = '-AllowNoEmail'; With = @{ AllowNoEmail = $true }; Row = @{ Email = $null }; Expected = 'jan-ole.graeber' }
    ) {
        Get-Name 'Jan-Ole' 'Gräber' $with ($row ? $row : @{}) | Should -BeExactly $expected
        if ($name -eq '-AllowNoEmail') { Get-Name 'Jan-Ole' 'Gräber' @{} $row | Should -BeNullOrEmpty }
    }

    It 'refuses an invalid pattern: <name>' -ForEach @(
        @{ Name = 'an unknown part'; Pattern = '{vorname}'; Says = '*{vorname}*{given}*' }
        @{ Name = 'a number'; Pattern = 7; Says = "*-UserNamePattern is '7'*" }
        @{ Name = 'a script block that fails'; Pattern = { throw 'no names today' }; Says = '*-UserNamePattern for person 9000*no names today*' }
    ) {
        { Get-Name Ada Berg @{ UserNamePattern = $pattern } } | Should -Throw $says -ErrorId 'InvalidOption,*'
    }

    It 'sets the population of new accounts, and the days on which they are created: -Population, -LeadDays, -EnableDaysBefore' {
        $soon = @{ EmploymentStartDate = Get-Day 10; EmploymentStatus = 'ONBOARDING' }
        Get-PlanSummary (New-Row 9000 -With $soon) @{} | Should -Be NotYet
        $row = Get-Plan ($staff + (New-Row 9000 -With $soon)) @{ LeadDays = 10; EnableDaysBefore = 10; Population = 'externals' } | Where-Object Action -EQ Create
        $row.Changes | Should -Match ([regex]::Escape("`"population.id`":[null,`"$($populations.Externals)`"]"))
        $row.Changes | Should -Match '"enabled":\[null,"true"\]'
        { Get-PlanSummary (New-Row 9000 -With $soon) @{ Population = 'Moon' } } | Should -Throw "*Population 'Moon' was not found*Staff*"
    }

    It 'accepts a limit as a number or a share: <limit>' -ForEach @(
        @{ Limit = 'MaxDisable'; Value = 0; Action = 'Disable' }, @{ Limit = 'MaxUpdate'; Value = 0; Action = 'Update' }
        @{ Limit = 'MaxCreate'; Value = 0; Action = 'Create' }, @{ Limit = 'MaxIdentityUpdate'; Value = 0; Action = 'Update' }
        @{ Limit = 'MaxEnable'; Value = 0; Action = 'Enable' }
    ) {
        $people = @(
            New-Row 9000 -With @{ LastDay = Get-Day -5 }; New-Row 9001; New-Row 9002; New-Row 9003
        )
        $people | Select-Object -First 3 | ForEach-Object { $null = Add-Account $world $_ -Enabled ($_.PersonId -ne '9002') }
        $people[1].Position = 'Head'
        if ($limit -eq 'MaxIdentityUpdate') { $people[1].LastName = 'Anders' }
        $over = Get-Plan ($staff + $people) @{ $limit = "$value" } | Where-Object OverLimit
        $over.Action | Should -Be $action
        Get-Plan ($staff + $people) @{ $limit = '100%' } | Where-Object OverLimit | Should -BeNullOrEmpty
    }

    It 'disables accounts unknown to HR with -DisableMissing, once a log has an earlier run' {
        $log = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
        $null = Add-Account $world (New-Row 9000)
        Get-PlanSummary @() @{ DisableMissing = $true } | Should -Be 'Finding NoPerson'
        $null = Get-PlanSummary @() @{ LogPath = $log }
        Get-PlanSummary @() @{ LogPath = $log; DisableMissing = $true } | Should -Be 'Leaver Disable'
    }

    It 'links by -PersonProperty and -AccountProperty of a second key, and updates immediately with -UpdateOnLink' {
        $person = New-Row 9000 -With @{ Number = 'P7'; Email = 'p7@example.org'; Position = 'Head' }
        $null = Add-Account $world $person @{ externalId = $null; nickname = 'P7'; email = 'other@example.org'; title = 'Clerk' }
        $with = @{ PersonProperty = @{ SecondKey = 'Number' }; AccountProperty = @{ SecondKey = 'nickname' }; MapAdd = @{ nickname = $null } }
        Get-PlanSummary $person $with | Should -Be 'Link Link'
        Get-PlanSummary $person ($with + @{ UpdateOnLink = $true }) | Should -Be 'Mover Update', 'Link Link'
    }
}
