BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $get = 'Personio.Commands.GetPersonioOrgChartCommand'
    $sandbox = Start-Sandbox @{ PersonCount = 0; AttendanceDays = 0; Today = [dateonly]::new(2026, 6, 15) }
    $one, $two, $three = Add-Person $sandbox 3
    $evil = $sandbox.Tenant.AddPerson('x"];', 'click', 'evil@example.org')
    Connect-To $sandbox
    foreach ($pair in ($two, $one), ($three, $two), ($evil, $two)) {
        Get-PersonioEmployment $pair[0] | Set-PersonioEmployment -SupervisorId $pair[1] -DepartmentId 52 -Confirm:$false
    }

    function Get-Row {
        param([string] $Id, [string] $SupervisorId)

        [pscustomobject]@{ PersonId = $Id; DisplayName = "Name $Id"; SupervisorId = $SupervisorId; Email = "$Id@example.org" }
    }
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'Get-PersonioOrgChart' {
    BeforeEach {
        Connect-To $sandbox
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    It 'lists everybody below their supervisor, with one request for each person' {
        $chart = Get-PersonioOrgChart -WarningVariable told

        $chart | Should -BeOfType 'Personio.Models.OrgChartEntry'
        $chart.PersonId | Should -Be $one, $two, $three, $evil
        $chart.Depth | Should -Be 0, 1, 2, 2
        $chart.DirectReports | Should -Be 1, 2, 0, 0
        $chart.AllReports | Should -Be 3, 2, 0, 0
        $chart[2].Path | Should -Be 'Given Family 1/Given Family 2/Given Family 3'
        $chart[2].SupervisorId, $chart[2].SupervisorName | Should -Be $two, 'Given Family 2'
        $chart[2].Department | Should -Be (Get-PersonioOrgUnit -OrgUnitId 52).Name
        $told | Should -BeNullOrEmpty
        @(Get-Sent $sandbox) -match 'employments$' | Should -HaveCount 4
        @(Get-Sent $sandbox) -match '/v2/persons$' | Should -HaveCount 1
    }

    It 'shows a tree' {
        $lines = (Get-PersonioOrgChart | Out-String -Width 80) -split '\r?\n'

        $lines -match '^Name +Position +Reports PersonId' | Should -HaveCount 1
        $lines -match "^Given Family 1 .* 1 $one" | Should -HaveCount 1
        $lines -match '^└─ Given Family 2 ' | Should -HaveCount 1
        $lines -match '^   ├─ Given Family 3 ' | Should -HaveCount 1
        $lines -match '^   └─ x"\]; click ' | Should -HaveCount 1
    }

    It 'begins with the person specified by <by>' -ForEach @(
        @{ By = 'id'; Root = { $two } }, @{ By = 'name'; Root = { 'given family 2' } }
        @{ By = 'address'; Root = { 'EVIL@example.org' }; Only = $true }
    ) {
        $chart = Get-PersonioOrgChart (& $root)

        $chart.PersonId | Should -Be ($only ? @($evil) : @($two, $three, $evil))
        $chart[0].Depth | Should -Be 0
    }

    It 'shows the given number of levels, and counts all' {
        $chart = Get-PersonioOrgChart -Depth 1

        $chart.PersonId | Should -Be $one, $two
        $chart.AllReports | Should -Be 3, 2
    }

    It 'can be drawn with Mermaid, with names as text' {
        $text = Get-PersonioOrgChart $two -Format Mermaid

        $text | Should -BeOfType string
        $text -split '\n' | Should -Be @(
            'graph TD', "  p$two[`"Given Family 2`"]", "  p$three[`"Given Family 3`"]", "  p$two --> p$three"
            "  p$evil[`"x#34;#93;#59; click`"]", "  p$two --> p$evil", ''
        )
    }

    It 'refuses to draw an id that is not a number: <id>' -ForEach @(@{ Id = 'end' }, @{ Id = '1]' }, @{ Id = '٤١٠٠' }) {
        { Get-Row $id | Get-PersonioOrgChart -Format Mermaid } |
            Should -Throw -ErrorId "InvalidRequest,$get" -ExpectedMessage "*'$id' is not the id of a person*"
    }

    It 'accepts rows with supervisors, and sends no request' {
        $chart = (Get-Row 1), (Get-Row 2 1) | Get-PersonioOrgChart

        $chart.PersonName | Should -Be 'Name 1', 'Name 2'
        ((Get-Row 1), (Get-Row 2 1) | Get-PersonioOrgChart 2@example.org).PersonId | Should -Be 2
        Get-Sent $sandbox | Should -BeNullOrEmpty
        (Get-PersonioPerson -IncludeEmployment | Get-PersonioOrgChart).PersonId | Should -Be $one, $two, $three, $evil
        (Get-PersonioPerson $two, $three | Get-PersonioOrgChart -WarningAction SilentlyContinue).Depth | Should -Be 0, 1
        ((Get-PersonioPerson).PersonId | Get-PersonioEmployment -Current | Get-PersonioOrgChart).PersonName[0] | Should -Be 'Given Family 1'
    }

    It 'reports cycles and missing supervisors' {
        $rows = (Get-Row 1 3), (Get-Row 2 1), (Get-Row 3 2), (Get-Row 4 99)

        $chart = $rows | Get-PersonioOrgChart -WarningVariable told -WarningAction SilentlyContinue

        $chart.PersonId | Should -Be 4, 1, 2, 3
        $chart.Finding | Should -Be SupervisorMissing, Cycle, Cycle, Cycle
        $told | Should -HaveCount 2
        $told[0] | Should -BeLike '*not in the chart*top: Name 4 (4).'
        $told[1] | Should -BeLike '*cycle*: Name 1 (1), Name 2 (2), Name 3 (3).'
    }

    It 'refuses <wrong>' -ForEach @(
        @{ Wrong = 'a root that is nobody'; Call = { Get-PersonioOrgChart Nobody }; Id = 'PersonNotFound'; Says = "*'Nobody'*" }
        @{ Wrong = 'a root that is two'; Call = { (Get-Row 1), (Get-Row 2) | Select-Object *, @{ n = 'PersonName'; e = { 'N' } } | Get-PersonioOrgChart n }; Id = 'InvalidRequest'; Says = "*more than one*1, 2*" }
        @{ Wrong = 'what has no supervisor'; Call = { 'x' | Get-PersonioOrgChart -ErrorAction Stop }; Id = 'InvalidRequest'; Says = '*PersonId and SupervisorId*' }
    ) {
        $call | Should -Throw -ErrorId "$id,$get" -ExpectedMessage $says
    }

    It 'shows nobody as their own boss if employments may not be read' {
        Connect-To $sandbox @{ MaxRetry = 0 }
        Add-Fault $sandbox @{ PathPattern = 'employments$'; Times = -1; Status = 403 }

        { Get-PersonioOrgChart } | Should -Throw -ErrorId "AccessDenied,$get"
    }
}
