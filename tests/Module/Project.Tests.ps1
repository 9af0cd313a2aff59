BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $class = 'Personio.Commands.{0}PersonioProject{1}Command'
    $new, $set, $remove, $get = 'New', 'Set', 'Remove', 'Get' | ForEach-Object { $class -f $_, '' }
    $addMember, $removeMember, $getMember = 'Add', 'Remove', 'Get' | ForEach-Object { $class -f $_, 'Member' }

    function Get-Change {
        # Returns the single change that was sent.
        $sent = @($sandbox.Requests | Where-Object Method -NE GET)
        $sent | Should -HaveCount 1
        $sent[0]
    }

    function Get-SentChange {
        # Returns the changes that were sent, as method and target.
        $sandbox.Requests | Where-Object Method -NE GET | ForEach-Object { "$($_.Method) $($_.RawTarget)" }
    }

    function Get-HostOutput {
        # Returns what a script block writes to the host. Only a transcript contains the text of -WhatIf.
        param([scriptblock] $Script)

        $file = Join-Path $TestDrive 'said.txt'
        $null = Start-Transcript $file -UseMinimalHeader
        try {
            $null = & $Script
        }
        finally {
            $null = Stop-Transcript
        }
        Get-Content $file | Where-Object { $_ -like 'What if:*' }
    }

    function Get-MemberId {
        param($Project)

        @((Get-PersonioProjectMember $Project).PersonId)
        $sandbox.ClearRequests()
    }
}

Describe 'Projects' {
    BeforeEach {
        $sandbox = Start-Sandbox @{ PersonCount = 12; AttendanceDays = 5; Today = [dateonly]::new(2026, 6, 15) }
        Connect-To $sandbox
        $persons = $sandbox.Tenant.PersonIds
        Add-PersonioProjectMember 82176 $persons[0, 1]
        $sandbox.ClearRequests()
    }

    AfterEach {
        Disconnect-Personio
        $sandbox.Dispose()
    }

    Context 'Names with line breaks' {
        It 'are shown on one line' {
            $said = @(Get-HostOutput { New-PersonioProject "Harmless`r`nWhat if: nothing`u{2028}`u{202E}x" -WhatIf })

            $said | Should -HaveCount 1
            $said[0] | Should -BeLike '*"Harmless  What if: nothing  x"*'
        }
    }

    Context 'Get-PersonioProject' {
        It 'returns all projects with one request, and their inclusive last day' {
            $found = Get-PersonioProject

            $found.ProjectId | Should -Be $sandbox.Tenant.ProjectIds
            $found[0] | Should -BeOfType 'Personio.Models.Project'
            $wire = $sandbox.Tenant.FindProjectJson($found[0].ProjectId) | ConvertFrom-Json
            $found[0].EndDate.AddDays(1).ToString('yyyy-MM-dd') | Should -Be $wire.end.date
            $found[0].StartDate.ToString('yyyy-MM-dd') | Should -Be $wire.start.date
            $found[3].StartDate, $found[3].EndDate | Should -Be $null, $null
            $found[0].CostCenterId, $found[4].ParentProjectId | Should -Be '1201', $found[0].ProjectId
            $sandbox.Requests.RawTarget | Should -Be '/v2/projects?limit=200'
            $found[0].TrackedMinutes | Should -BeNullOrEmpty
        }

        It 'sends <query> for its filters' -ForEach @(
            @{ With = @{ Status = 'archived' }; Query = '/v2/projects?status=ARCHIVED&limit=200'; Names = 'Archiv Süd', 'Ledger move: audit' }
            @{ With = @{ TopLevelOnly = $true; Status = 'Active'; Name = '*refit*' }; Query = '/v2/projects?status=ACTIVE&top_level_only=true&limit=200'; Names = 'Sensor refit, "phase 2"' }
            @{ With = @{ ParentProjectId = '82173', '82174' }; Query = '/v2/projects?parent_project.id=82173,82174&limit=200'
                Names = 'Ledger move: books', 'Ledger move: audit', 'Sensor refit: north' }
            @{ With = @{ ProjectCode = 'ARC-1', 'OPEN' }; Query = '/v2/projects?project_code=ARC-1,OPEN&limit=200'; Names = 'Archiv Süd', 'Open house' }
        ) {
            (Get-PersonioProject @with).Name | Should -Be $names

            $sandbox.Requests.RawTarget | Should -Be $query
        }

        It 'requests tracked time with -IncludeTrackedTime' {
            $found = Get-PersonioProject -ProjectId 82173 -IncludeTrackedTime

            $found.TrackedMinutes | Should -BeGreaterThan 0
            $found.TrackedPeriodsCount | Should -Be @(Get-PersonioAttendancePeriod -ProjectId 82173).Count
            $found.SubProjectsCount, $found.SubProjectsTrackedMinutes | Should -Be 2, 0
            (Get-Query $sandbox /v2/projects/82173)['include'] |
                Should -BeExactly 'tracked_minutes,sub_projects_tracked_minutes,sub_projects_count,tracked_periods_count'
        }

        It 'gets the projects of attendance, with one request for all' {
            $periods = Get-PersonioAttendancePeriod | Where-Object ProjectId | Select-Object -First 20
            $sandbox.ClearRequests()

            ($periods | Get-PersonioProject).ProjectId | Should -Be $periods.ProjectId

            Get-Sent $sandbox | Should -HaveCount 1
        }

        It 'skips attendance without a project, but not a row of a user without one' {
            $periods = Get-PersonioAttendancePeriod
            $tracked = @($periods | Where-Object ProjectId)
            $tracked.Count | Should -BeIn (1..($periods.Count - 1))

            ($periods | Get-PersonioProject -ErrorVariable failed).ProjectId | Should -Be $tracked.ProjectId
            $failed | Should -BeNullOrEmpty

            [pscustomobject]@{ ProjectId = $null } | Get-PersonioProject -ErrorAction SilentlyContinue -ErrorVariable failed
            $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$get"
            $failed.Exception.Message | Should -BeLike 'The ProjectId of the piped * is null.'
        }

        It 'returns no more than -First, and requests no more' {
            (Get-PersonioProject -First 2).ProjectId | Should -Be $sandbox.Tenant.ProjectIds[0..1]
            (Get-PersonioProject -Status Archived -First 1).Name | Should -Be 'Archiv Süd'
            $sandbox.Requests.RawTarget | Should -Be '/v2/projects?limit=2', '/v2/projects?status=ARCHIVED&limit=1'
        }

        It 'applies -First to the matches of -Name' {
            (Get-PersonioProject 'Ledger move*', 'Open house' -First 2).Name | Should -Be 'Ledger move', 'Ledger move: books'
        }

        It 'writes one error for each name or id that does not exist' {
            $found = Get-PersonioProject 'Nothing', 'open HOUSE' -ErrorAction SilentlyContinue -ErrorVariable failed
            $null = Get-PersonioProject -Id none -ErrorAction SilentlyContinue -ErrorVariable +failed

            $found.Name | Should -Be 'Open house'
            $failed.FullyQualifiedErrorId | Should -Be "ProjectNotFound,$get", "ProjectNotFound,$get"
            $failed.TargetObject | Should -Be 'Nothing', 'none'
        }

        It 'exports no type names of the runtime, and has a hidden alias Id' {
            $csv = Get-PersonioProject -IncludeTrackedTime | ConvertTo-Csv

            $csv -join '' | Should -Not -Match 'System\.|"Id"'
            (Get-PersonioProject 'Open house').Id | Should -Be 82180
        }
    }

    Context 'New-PersonioProject' {
        It 'sends name and state, and returns the project' {
            $made = New-PersonioProject 'Archive scan'

            (Get-Change).RawTarget | Should -Be '/v2/projects'
            (Get-Change).Body | Should -BeExactly '{"name":"Archive scan","status":"ACTIVE"}'
            $made | Should -BeOfType 'Personio.Models.Project'
            $made.ProjectId, $made.Status | Should -Be $sandbox.Tenant.Ledger[-1].Id, 'ACTIVE'
        }

        It 'sends every parameter, with the end as the day after the last one' {
            $made = New-PersonioProject -Name 'Überzug, "x"' -Status archived -ProjectCode ' Z-1 ' -Description "a`nb" -CostCenterId 1201 `
                -AssignedToAll $true -StartDate 2026-03-01 -EndDate 2026-09-30 -Billable $false -ClientName '=Client' -ProjectType Ext

            (Get-Change).Body | Should -BeExactly ('{"name":"Überzug, \"x\"","status":"ARCHIVED","project_code":"Z-1","description":"a\nb",' +
                '"cost_center":{"id":"1201"},"assigned_to_all":true,"start":{"date":"2026-03-01"},"end":{"date":"2026-10-01"},' +
                '"billable":false,"client_name":"=Client","project_type":"Ext"}')
            $made.EndDate | Should -Be ([datetime]'2026-09-30')
            $made.AssignedToAll, $made.Billable | Should -Be $true, $false
        }

        It 'creates a project of one day' {
            (New-PersonioProject Day -StartDate 2026-03-01 -EndDate 2026-03-01).EndDate | Should -Be ([datetime]'2026-03-01')
        }

        It 'creates projects from the rows of a CSV file, with one error for each bad row' {
            @'
Name,Status,ProjectCode,ParentProjectId,AssignedToAll,EndDate,Billable,Description
First,,N-1,,True,2026-12-31,false,
Sub,Active,,82176,,,,x
Late,,,,,31.12.26,,
Third,Activ,,,,,,
,,,,,,,
Fourth,,,,yes,,,
'@ | Set-Content TestDrive:/projects.csv

            $made = Import-Csv TestDrive:/projects.csv | New-PersonioProject -ErrorAction SilentlyContinue -ErrorVariable failed

            $made.Name | Should -Be 'First', 'Sub'
            $made.ParentProjectId | Should -Be $null, '82176'
            ($sandbox.Requests | Where-Object Method -EQ POST).Body | Should -Be @(
                '{"name":"First","status":"ACTIVE","project_code":"N-1","assigned_to_all":true,"end":{"date":"2027-01-01"},"billable":false}'
                '{"name":"Sub","status":"ACTIVE","description":"x","parent_project":{"id":"82176"}}'
            )
            $failed.TargetObject.Name | Should -Be 'Late', 'Third', '', 'Fourth'
            $failed.FullyQualifiedErrorId | ForEach-Object { $_.Split(',')[0] } |
                Should -Be 'ParameterArgumentTransformationError', 'ParameterArgumentTransformationError', 'InvalidRequest', 'ParameterArgumentTransformationError'
            $failed[1].Exception.Message | Should -BeLike "*'Activ' is not valid. Use one of: Active, Archived*"
        }

        It 'copies piped projects under another name, sub projects without the values of their parent' {
            $made = Get-PersonioProject 'Ledger move: books', 'Archiv Süd' | ForEach-Object {
                $_ | New-PersonioProject -Name "Copy of $($_.Name)" -ProjectCode "C-$($_.ProjectId)"
            }

            $made.ParentProjectId | Should -Be '82173', $null
            $old = Get-PersonioProject 'Archiv Süd'
            $made[1].StartDate, $made[1].EndDate, $made[1].Status | Should -Be $old.StartDate, $old.EndDate, 'ARCHIVED'
        }

        It 'refuses <wrong> before any request' -ForEach @(
            @{ Wrong = 'no name'; With = @{ Name = ' ' }; Says = '*name is empty*' }
            @{ Wrong = 'a name of 256 characters'; With = @{ Name = 'x' * 256 }; Says = '*256 characters*255*' }
            @{ Wrong = 'a description of 1001 characters'; With = @{ Description = 'x' * 1001 }; Says = '*1001 characters*1000*' }
            @{ Wrong = 'an end before the start'; With = @{ StartDate = '2026-03-02'; EndDate = '2026-03-01' }; Says = '*2026-03-01, before*2026-03-02*' }
            @{ Wrong = 'a cost center of a sub project'; With = @{ ParentProjectId = '82173'; CostCenterId = '1201' }; Says = '*cost_center of its parent 82173*' }
            @{ Wrong = 'a sub project that is billed'; With = @{ ParentProjectId = '82173'; Billable = $true }; Says = '*billable of its parent*' }
        ) {
            $project = @{ Name = 'New' }
            $with.GetEnumerator() | ForEach-Object { $project[$_.Key] = $_.Value }
            $row = [pscustomobject]$project

            New-PersonioProject @project -ErrorAction SilentlyContinue -ErrorVariable failed
            $row | New-PersonioProject -ErrorAction SilentlyContinue -ErrorVariable +failed

            $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$new", "InvalidRequest,$new"
            $failed[0].Exception.Message | Should -BeLike $says
            $failed[1].TargetObject | Should -Be $row
            Get-Sent $sandbox | Should -BeNullOrEmpty
        }

        It 'reports a refusal by Personio, and continues' {
            $made = 'Open house', 'Other' | ForEach-Object { [pscustomobject]@{ Name = $_ } } |
                New-PersonioProject -ErrorAction SilentlyContinue -ErrorVariable failed

            $made.Name | Should -Be 'Other'
            $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$new"
            $failed[0].TargetObject.Name | Should -Be 'Open house'
            $failed[0].Exception.Message | Should -BeLike '*422*project of this name*'
        }

        It 'sends a change once if its response is lost' {
            Add-Fault $sandbox @{ Method = 'POST'; PathPrefix = '/v2/projects'; Kind = 'ResetBeforeResponse'; AfterProcessing = $true }

            New-PersonioProject X -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "ConnectionFailed,$new"
            Get-Sent $sandbox POST | Should -HaveCount 1
        }
    }

    Context 'Set-PersonioProject' {
        It 'sends only -<parameter>, and writes nothing' -ForEach @(
            @{ Parameter = 'Name'; Value = 'New name'; Body = '{"name":"New name"}' }
            @{ Parameter = 'Status'; Value = 'Archived'; Body = '{"status":"ARCHIVED"}' }
            @{ Parameter = 'ProjectCode'; Value = $null; Body = '{"project_code":null}' }
            @{ Parameter = 'Description'; Value = ''; Body = '{"description":null}' }
            @{ Parameter = 'CostCenterId'; Value = '1202'; Body = '{"cost_center":{"id":"1202"}}' }
            @{ Parameter = 'CostCenterId'; Value = $null; Body = '{"cost_center":null}' }
            @{ Parameter = 'AssignedToAll'; Value = $false; Body = '{"assigned_to_all":false}' }
            @{ Parameter = 'StartDate'; Value = '2026-01-02'; Body = '{"start":{"date":"2026-01-02"}}' }
            @{ Parameter = 'EndDate'; Value = '2026-12-31'; Body = '{"end":{"date":"2027-01-01"}}' }
            @{ Parameter = 'EndDate'; Value = $null; Body = '{"end":null}' }
            @{ Parameter = 'Billable'; Value = $true; Body = '{"billable":true}' }
            @{ Parameter = 'ClientName'; Value = 'C'; Body = '{"client_name":"C"}' }
            @{ Parameter = 'ProjectType'; Value = $null; Body = '{"project_type":null}' }
        ) {
            $change = @{ $parameter = $value }

            Set-PersonioProject 82173 @change -WarningVariable warned | Should -BeNullOrEmpty

            (Get-Change).Method, (Get-Change).RawTarget | Should -Be 'PATCH', '/v2/projects/82173'
            (Get-Change).Body | Should -BeExactly $body
            Get-Sent $sandbox | Should -HaveCount 1
            $warned | Should -BeNullOrEmpty
        }

        It 'changes <kind> and sends only what was specified' -ForEach @(
            @{ Kind = 'piped projects'; Call = { Get-PersonioProject 'Ledger*: *' | Set-PersonioProject -ClientName C } }
            @{ Kind = 'ids'; Call = { Set-PersonioProject 82177, 82178 -ClientName C } }
            @{ Kind = 'the rows of a CSV file'; Call = {
                    "ProjectId,Name,ClientName,EndDate`n82177,,C,`n82178,,C," | ConvertFrom-Csv | Set-PersonioProject } }
        ) {
            . $call

            Get-SentChange | Should -Be 'PATCH /v2/projects/82177', 'PATCH /v2/projects/82178'
            ($sandbox.Requests | Where-Object Method -EQ PATCH).Body | Sort-Object -Unique | Should -BeExactly '{"client_name":"C"}'
        }

        It 'accepts a CSV file of projects as it was exported, under <culture>' -ForEach @(
            @{ Culture = 'de-DE' }
            @{ Culture = 'en-US' }
        ) {
            $old = Get-PersonioProject -ProjectId 82173, 82174
            Use-Culture $culture {
                $old | Export-Csv TestDrive:/projects.csv
                Import-Csv TestDrive:/projects.csv | Set-PersonioProject -WarningAction SilentlyContinue
            }

            $now = Get-PersonioProject -ProjectId 82173, 82174
            foreach ($name in $old[0].PSObject.Properties.Name | Where-Object { $_ -ne 'UpdatedAt' }) {
                $now.$name | Should -Be $old.$name
            }
        }

        It 'warns that a project for everyone loses its members' {
            Set-PersonioProject 82173 -AssignedToAll $true -WarningVariable warned -WarningAction SilentlyContinue

            $warned[0].Message | Should -BeLike '*82173*removes all its members*'
            Get-MemberId 82173 | Should -BeNullOrEmpty
        }

        It 'does not warn about a project that is already for everyone' {
            Get-PersonioProject 'Open house' | Set-PersonioProject -AssignedToAll $true -WarningVariable warned

            $warned | Should -BeNullOrEmpty
        }

        It 'reads the changed project with -PassThru' {
            (Set-PersonioProject 82173 -EndDate 2026-12-31 -PassThru).EndDate | Should -Be ([datetime]'2026-12-31')
        }

        It 'refuses <wrong> before any request' -ForEach @(
            @{ Wrong = 'no change'; With = @{}; Says = '*Nothing to change for project 82173*' }
            @{ Wrong = 'no name'; With = @{ Name = $null }; Says = '*name is empty*' }
            @{ Wrong = 'a blank name'; With = @{ Name = ' ' }; Says = '*name is empty*' }
            @{ Wrong = 'no state'; With = @{ Status = $null }; Says = '*status is empty*' }
            @{ Wrong = 'neither true nor false'; With = @{ AssignedToAll = $null }; Says = '*AssignedToAll is neither*' }
            @{ Wrong = 'an end before the start'; With = @{ StartDate = '2026-03-02'; EndDate = '2026-03-01' }; Says = '*before it starts*' }
        ) {
            Set-PersonioProject 82173 @with -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$set"
            $failed[0].TargetObject | Should -Be '82173'
            $failed[0].Exception.Message | Should -BeLike $says
            Get-Sent $sandbox | Should -BeNullOrEmpty
        }

        It 'validates a change against the piped project' {
            $projects = Get-PersonioProject 'Ledger move', 'Ledger move: books'
            $sandbox.ClearRequests()

            $projects[0] | Set-PersonioProject -EndDate 2020-01-01 -ErrorAction SilentlyContinue -ErrorVariable failed
            $projects[1] | Set-PersonioProject -Billable $true -ErrorAction SilentlyContinue -ErrorVariable +failed

            $failed.Exception.Message | Should -BeLike 'The project*was not written*'
            $failed.TargetObject | Should -Be $projects
            Get-Sent $sandbox | Should -BeNullOrEmpty
        }

        It 'writes an error for an id that does not exist, and continues' {
            Set-PersonioProject none, '', 82173 -ClientName C -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "ProjectNotFound,$set", "InvalidRequest,$set"
            $failed.TargetObject | Should -Be 'none', ''
            $sandbox.Tenant.Ledger[-1].Id | Should -Be 82173
        }

        It 'does not mistake the id of something else for that of a project' {
            $center = [Personio.Models.CostCenter] @{ CostCenterId = '82173'; Name = 'As a project' }
            $center.Id | Should -Be 82173

            $center | Set-PersonioProject -Name X -ErrorAction SilentlyContinue -ErrorVariable failed
            $center | Remove-PersonioProject -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable +failed

            $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$set", "InvalidRequest,$remove"
            $failed[0].Exception.Message | Should -BeLike '*CostCenter: it has no property ProjectId*'
            Get-Sent $sandbox | Should -BeNullOrEmpty
        }

        It 'uses the column Id of a row, like all cmdlets that change' {
            [pscustomobject]@{ Id = '82173' } | Set-PersonioProject -Name X
            Set-PersonioProject -Id 82173 -ClientName C

            (Get-PersonioProject -ProjectId 82173).Name | Should -Be X
        }
    }

    Context 'A -WhatIf' {
        It 'of <kind> shows the project and the action, and sends no change' -ForEach @(
            @{ Kind = 'New'; Says = '*"Create project"*"New one"*'; Call = { New-PersonioProject 'New one' -WhatIf } }
            @{ Kind = 'New with a parent'; Says = '*"Part, part of project 82176"*'; Call = { New-PersonioProject Part -ParentProjectId 82176 -WhatIf } }
            @{ Kind = 'Set with an id'; Says = '*"Change project: *Name ''Ledger move'' -> ''X''*"*"Ledger move (82173)"*'; Call = { Set-PersonioProject 82173 -EndDate $null -Name X -WhatIf } }
            @{ Kind = 'Set with a piped project'; Says = '*"Change project: Status ''ACTIVE'' -> ''ARCHIVED''"*"Open house (82180)"*'
                Call = { Get-PersonioProject 'Open house' | Set-PersonioProject -Status Archived -WhatIf } }
            @{ Kind = 'Set with another id than the piped one'; Says = '*"Change project: Status ''ACTIVE'' -> ''ARCHIVED''"*"Ledger move (82173)"*'
                Call = { Get-PersonioProject 'Open house' | Set-PersonioProject 82173 -Status Archived -WhatIf } }
        ) {
            Get-HostOutput $call | Should -BeLike $says

            Get-SentChange | Should -BeNullOrEmpty
        }
    }

    Context 'A -WhatIf that foresees' {
        It 'reports a name that is in use, in Personio or in an earlier input' {
            $said = Get-HostOutput { 'Open house', 'New one', 'new one' | ForEach-Object { [pscustomobject]@{ Name = $_ } } |
                    New-PersonioProject -WhatIf -ErrorAction SilentlyContinue -ErrorVariable script:failed }

            $said | Should -HaveCount 1
            $failed.CategoryInfo.Category | Should -Be ResourceExists, ResourceExists
            "$($failed[0])" | Should -Be "Project 'Open house' would not be created: project 82180 has the same name."
            "$($failed[1])" | Should -Be "Project 'new one' would not be created: an input before it has the same name."
        }

        It 'accepts a name that is the id of a project without a name, which is not in use' {
            Add-Fault $sandbox @{
                PathPattern = '^/v2/projects$'; Kind = 'RawBody'; Times = -1; ContentType = 'application/json'
                Body = '{"_data":[{"id":"4711","name":""},{"id":"4712","name":"In use"}],"_meta":{"links":{}}}'
            }
            Connect-To $sandbox

            $said = Get-HostOutput { '4711', 'In use' | ForEach-Object { [pscustomobject]@{ Name = $_ } } |
                    New-PersonioProject -WhatIf -ErrorAction SilentlyContinue -ErrorVariable script:failed }
            $sandbox.ClearFaults()

            $said | Should -BeLike '*"4711"*'
            "$failed" | Should -Be "Project 'In use' would not be created: project 4712 has the same name."
        }

        It 'reports who is already a member, or is not one' {
            $member = (Get-PersonioProjectMember 82173)[0].PersonId

            Get-HostOutput { Add-PersonioProjectMember 82173 $member -WhatIf } | Should -BeLike '*(a member already)*'
            Get-HostOutput { Remove-PersonioProjectMember 82173 (Add-Person $sandbox) -WhatIf } | Should -BeLike '*(not a member)*'
        }
    }

    Context 'Remove-PersonioProject' {
        It 'removes <kind>, and writes nothing' -ForEach @(
            @{ Kind = 'piped projects'; Call = { Get-PersonioProject =Übergabe, 'Open house' | Remove-PersonioProject -Confirm:$false } }
            @{ Kind = 'ids that are piped'; Call = { '82176', '82180' | Remove-PersonioProject -Confirm:$false } }
            @{ Kind = 'several ids'; Call = { Remove-PersonioProject -Id 82176, 82180 -Confirm:$false } }
        ) {
            . $call | Should -BeNullOrEmpty

            Get-SentChange | Should -Be 'DELETE /v2/projects/82176', 'DELETE /v2/projects/82180'
            $sandbox.Tenant.ProjectIds | Should -Not -Contain 82176
        }

        It 'names the sub projects that are removed with <kind>' -ForEach @(
            @{ Kind = 'an id'; Call = { Remove-PersonioProject 82173 -WhatIf } }
            @{ Kind = 'a piped project'; Call = { Get-PersonioProject 'Ledger move' | Remove-PersonioProject -WhatIf } }
        ) {
            Get-HostOutput $call |
                Should -BeLike '*Ledger move, and with it its sub projects Ledger move: books, Ledger move: audit (82173)*'

            Get-SentChange | Should -BeNullOrEmpty
        }

        It 'names the parent of a sub project' {
            Get-HostOutput { Remove-PersonioProject 82177 -WhatIf } | Should -BeLike '*Ledger move: books, part of project 82173 (82177)*'
        }

        It 'reports that time was tracked, and continues' {
            Remove-PersonioProject 82173, 1, 82180 -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$remove", "ProjectNotFound,$remove"
            $failed[0].Exception.Message | Should -BeLike '*422*tracked attendance*'
            $failed.TargetObject | Should -Be '82173', '1'
            $sandbox.Tenant.Ledger[-1].Id | Should -Be 82180
        }

        It 'returns the removed project with -PassThru, and asks for confirmation before' {
            (Remove-PersonioProject 82180 -Confirm:$false -PassThru).Name | Should -Be 'Open house'

            [Personio.Commands.RemovePersonioProjectCommand].GetCustomAttributes($true).ConfirmImpact | Should -Contain 'High'
        }
    }

    Context 'Get-PersonioProjectMember' {
        It 'lists the members of piped projects in order, with names on request' {
            $found = Get-PersonioProject -ProjectId 82176, 82173 | Get-PersonioProjectMember -IncludePerson

            $found[0] | Should -BeOfType 'Personio.Models.ProjectMember'
            $found.ProjectId | Should -Be (@('82176') * 2 + @('82173') * 9)
            $found.PersonId | Should -Be ($persons[0..1] + $persons[0..8])
            $found[0].PersonName | Should -Be (Get-PersonioPerson -PersonId $persons[0]).DisplayName
            $found[0].PersonEmail | Should -Be (Get-PersonioPerson -PersonId $persons[0]).Email
            ($found | ConvertTo-Csv) -join '' | Should -Not -Match 'System\.'
        }

        It 'sends no more requests than the list without -IncludePerson' {
            (Get-PersonioProjectMember 82176).PersonName | Should -Be $null, $null

            $sandbox.Requests.RawTarget | Should -Be '/v2/projects/82176/members?limit=200'
        }

        It 'writes members as they arrive, and stops requesting when the first are enough' {
            $sandbox.Options.Latency = [timespan]::FromMilliseconds(20)

            @('82176') * 24 | Get-PersonioProjectMember | Select-Object -First 1 | Should -HaveCount 1

            @(Get-Sent $sandbox).Count | Should -BeLessOrEqual 17
        }

        It 'writes an error for a project that does not exist, and continues' {
            $found = 'none', '82176' | Get-PersonioProjectMember -ErrorAction SilentlyContinue -ErrorVariable failed

            $found | Should -HaveCount 2
            $failed.FullyQualifiedErrorId | Should -Be "ProjectNotFound,$getMember"
            $failed[0].TargetObject | Should -Be 'none'
        }

        It 'requires that projects are specified' {
            Get-PersonioProjectMember -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$getMember"
            Get-Sent $sandbox | Should -BeNullOrEmpty
        }
    }

    Context 'Add-PersonioProjectMember' {
        It 'sends piped persons as one bare array, and writes nothing' {
            Get-PersonioPerson | Select-Object -First 3 | Add-PersonioProjectMember -ProjectId 82176 | Should -BeNullOrEmpty

            (Get-Change).RawTarget | Should -Be '/v2/projects/82176/members'
            (Get-Change).Body | Should -BeExactly ('[' + (($persons[0..2] | ForEach-Object { '{"person":{"id":"' + $_ + '"}}' }) -join ',') + ']')
            Get-MemberId 82176 | Should -Be $persons[0..2]
        }

        It 'sends at most fifty persons with one request' {
            $many = Add-Person $sandbox 120

            Add-PersonioProjectMember 82176 ($many + $many[0])

            $sent = $sandbox.Requests | Where-Object Method -EQ POST
            $sent | ForEach-Object { @($_.Body | ConvertFrom-Json).Count } | Should -Be 50, 50, 21
            Get-MemberId 82176 | Should -HaveCount 122
        }

        It 'adds the rows of a CSV file, project by project' {
            "ProjectId,PersonId`n82176,$($persons[5])`n82180,$($persons[6])`n82176,$($persons[7])" | ConvertFrom-Csv |
                Add-PersonioProjectMember

            Get-SentChange | Sort-Object | Should -Be 'POST /v2/projects/82176/members', 'POST /v2/projects/82180/members'
            Get-MemberId 82176 | Should -Be $persons[0, 1, 5, 7]
            Get-MemberId 82180 | Should -Be $persons[6]
        }

        It 'finds the persons that Personio refuses, adds the others, and sends nobody twice' {
            $rows = $persons[2], 'x-1', $persons[3], $persons[4], 'x-2' | ForEach-Object { [pscustomobject]@{ PersonId = $_ } }

            $added = $rows | Add-PersonioProjectMember 82176 -PassThru -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$addMember", "InvalidRequest,$addMember"
            $failed.TargetObject | Should -Be $rows[1, 4]
            $added.PersonId | Should -Be $persons[2, 3, 4]
            $added.ProjectId | Sort-Object -Unique | Should -Be 82176
            $taken = $sandbox.Requests | Where-Object { $_.Method -eq 'POST' -and $_.Status -eq 201 } |
                ForEach-Object { ($_.Body | ConvertFrom-Json).person.id }
            $taken | Should -Be $persons[2, 3, 4]
        }

        It 'writes one error for <wrong>' -ForEach @(
            @{ Wrong = 'a project that is not there'; Project = 'none'; Id = 'ProjectNotFound' }
            @{ Wrong = 'an empty project'; Project = ''; Id = 'InvalidRequest' }
        ) {
            Add-PersonioProjectMember $project $persons[0] -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "$id,$addMember"
            Get-SentChange | Should -BeNullOrEmpty
        }

        It 'reads a project that does not exist once, for all persons' {
            $rows = $persons | ForEach-Object { [pscustomobject]@{ PersonId = $_ } }

            $rows | Add-PersonioProjectMember 1 -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed | Should -HaveCount $persons.Count
            Get-Sent $sandbox | Should -Be 'GET /v2/projects/1'
        }

        It 'refuses a missing person before any request: <kind>' -ForEach @(
            @{ Kind = 'empty text'; Call = { Add-PersonioProjectMember 82176 '' @with } }
            @{ Kind = 'a variable that is not set'; Call = { Add-PersonioProjectMember 82176 $null @with } }
            @{ Kind = 'an empty list'; Call = { Add-PersonioProjectMember 82176 @() @with } }
            @{ Kind = 'an empty cell'; Call = { "ProjectId,PersonId`n82176," | ConvertFrom-Csv | Add-PersonioProjectMember @with } }
        ) {
            $with = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failed' }

            . $call

            $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$addMember"
            Get-Sent $sandbox | Should -BeNullOrEmpty
        }

        It 'shows person and project with -WhatIf, and sends no change' {
            Get-HostOutput { Add-PersonioProjectMember 82176 $persons[3] -WhatIf } |
                Should -BeLike "*`"Add project member`"*`"Person $($persons[3]) (*), project =Übergabe (82176)`"*"

            Get-SentChange | Should -BeNullOrEmpty
        }

        It 'works without the right to read projects' {
            $sandbox.RevokeScope('personio:projects:read')

            Add-PersonioProjectMember 82176 $persons[3] -ErrorVariable failed

            $failed | Should -BeNullOrEmpty
            Get-SentChange | Where-Object { $_ -notlike '*/auth/token' } | Should -Be 'POST /v2/projects/82176/members'
        }
    }

    Context 'Remove-PersonioProjectMember' {
        It 'removes <kind> with one request that names them' -ForEach @(
            @{ Kind = 'ids'; Call = { Remove-PersonioProjectMember 82173 $persons[1, 3] -Confirm:$false } }
            @{ Kind = 'piped members'; Call = { Get-PersonioProjectMember 82173 | Where-Object PersonId -In $persons[1, 3] | Remove-PersonioProjectMember -Confirm:$false } }
            @{ Kind = 'piped persons'; Call = { Get-PersonioPerson -PersonId $persons[1, 3] | Remove-PersonioProjectMember 82173 -Confirm:$false } }
            @{ Kind = 'the rows of a CSV file'; Call = {
                    "ProjectId,PersonId`n82173,$($persons[1])`n82173,$($persons[3])" | ConvertFrom-Csv | Remove-PersonioProjectMember -Confirm:$false } }
        ) {
            . $call | Should -BeNullOrEmpty

            Get-SentChange | Should -Be "DELETE /v2/projects/82173/members?person_id=$($persons[1, 3] -join ',')"
            Get-MemberId 82173 | Should -Be $persons[0, 2, 4, 5, 6, 7, 8]
        }

        It 'never sends a request without persons: <kind>' -ForEach @(
            @{ Kind = 'empty text'; Call = { Remove-PersonioProjectMember 82173 '' @with } }
            @{ Kind = 'blank text'; Call = { Remove-PersonioProjectMember 82173 ' ' @with } }
            @{ Kind = 'a comma'; Call = { Remove-PersonioProjectMember 82173 ',' @with } }
            @{ Kind = 'a variable that is not set'; Call = { Remove-PersonioProjectMember 82173 $null @with } }
            @{ Kind = 'an empty list'; Call = { Remove-PersonioProjectMember 82173 @() @with } }
            @{ Kind = 'an empty cell'; Call = { "ProjectId,PersonId`n82173," | ConvertFrom-Csv | Remove-PersonioProjectMember @with } }
        ) {
            $with = @{ Confirm = $false; ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failed' }

            . $call

            $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$removeMember"
            Get-Sent $sandbox | Should -BeNullOrEmpty
        }

        It 'sends nothing for <kind>' -ForEach @(
            @{ Kind = 'nobody that is piped'; Call = { @() | Remove-PersonioProjectMember 82173 -Confirm:$false } }
            @{ Kind = '-All:$false'; Call = { Remove-PersonioProjectMember 82173 -All:$false -Confirm:$false } }
            @{ Kind = '-WhatIf'; Call = { Remove-PersonioProjectMember 82173 $persons[1] -WhatIf } }
            @{ Kind = '-All -WhatIf'; Call = { Remove-PersonioProjectMember 82173 -All -WhatIf } }
            @{ Kind = 'a project piped without persons'; Call = {
                    Get-PersonioProject 'Ledger move' | Remove-PersonioProjectMember -Confirm:$false -ErrorAction SilentlyContinue } }
        ) {
            . $call

            Get-SentChange | Should -BeNullOrEmpty
            Get-MemberId 82173 | Should -HaveCount 9
        }

        It 'removes everybody with -All, once' {
            $removed = Get-PersonioProjectMember 82173 | Remove-PersonioProjectMember -All -Confirm:$false -PassThru

            Get-SentChange | Should -Be 'DELETE /v2/projects/82173/members'
            $removed.PersonId | Should -Be $persons[0..8]
            Get-MemberId 82173 | Should -BeNullOrEmpty
        }

        It 'refuses -All together with persons' {
            { Remove-PersonioProjectMember 82173 -PersonId $persons[0] -All -Confirm:$false } |
                Should -Throw -ErrorId "AmbiguousParameterSet,$removeMember"
        }

        It 'shows whom it would remove: <says>' -ForEach @(
            @{ Says = '*Person {0} (*), project Ledger move (82173)*'; Call = { Remove-PersonioProjectMember 82173 $persons[0] -WhatIf } }
            @{ Says = '*All 9 members of project Ledger move (82173)*'; Call = { Remove-PersonioProjectMember 82173 -All -WhatIf } }
        ) {
            Get-HostOutput $call | Should -BeLike ($says -f $persons[0])
        }

        It 'asks for confirmation unless told not to' {
            [Personio.Commands.RemovePersonioProjectMemberCommand].GetCustomAttributes($true).ConfirmImpact | Should -Contain 'High'
        }

        It 'reports a refusal by Personio: the members of a sub project' {
            Remove-PersonioProjectMember 82177 $persons[0] -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$removeMember"
            $failed[0].TargetObject | Should -Be $persons[0]
            $failed[0].Exception.Message | Should -BeLike '*422*members of their parent*'
        }
    }
}
