BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Recipes.ps1"
}

Describe 'The input of recipes' {
    BeforeEach {
        $sandbox = Start-Company @{ PersonCount = 12; AttendanceDays = 0 }
        Connect-To $sandbox
        Enter-Folder
    }

    AfterEach {
        Set-Location $PSScriptRoot
        Disconnect-Personio
        $sandbox.Dispose()
    }

    It 'is read by the rule of the cmdlets: every date parameter' {
        $dates = foreach ($file in Get-ChildItem $recipes -Filter *.ps1) {
            $ast = [System.Management.Automation.Language.Parser]::ParseFile($file.FullName, [ref] $null, [ref] $null)
            $ast.ParamBlock.Parameters | Where-Object { $_.StaticType -in [datetime], [datetime[]] }
        }

        $dates.Count | Should -BeGreaterThan 5
        foreach ($parameter in $dates) {
            $parameter.Attributes.TypeName.FullName | Where-Object { $_ -like 'Personio.Parameters.*Transformation' } |
                Should -HaveCount 1 -Because $parameter.Extent.Text
        }
    }

    It 'is the intended day under de-DE, and refused if it is ambiguous' {
        $person = Add-Person $sandbox
        $null = Add-Absence $sandbox $person 2026-08-03T00:00:00 FIRST_HALF 2026-08-03T00:00:00 SECOND_HALF

        Use-Culture de-DE {
            $script:out = & "$recipes/Show-WhoIsOut.ps1" -From 03.08.2026
            { & "$recipes/Show-WhoIsOut.ps1" -From 2026-08-03T00:00:00Z } | Should -Throw '*without a zone*'
            $script:days = & "$recipes/Find-MissingAttendance.ps1" -Month 05.2026 -Holiday 01.05.2026, '14.05.2026'
        }
        Use-Culture en-US {
            { & "$recipes/Show-WhoIsOut.ps1" -From 03/08/2026 } | Should -Throw '*could be two days*'
        }

        $out.PersonId | Should -Contain $person
        $days.Date | Sort-Object -Unique | Should -Contain ([datetime]'2026-05-13')
        $days.Date | Should -Not -Contain ([datetime]'2026-05-01')
        $days.Date | Should -Not -Contain ([datetime]'2026-05-14')
    }

    It 'sets attributes once, however their days and numbers are written' {
        "PersonId;Medical check;Allowance, monthly`n4102;03.08.2026;12,50" | Set-Content a.csv

        $first, $second = Use-Culture de-DE {
            (& "$recipes/Import-CustomAttribute.ps1" a.csv -Delimiter ';').Outcome
            (& "$recipes/Import-CustomAttribute.ps1" a.csv -Delimiter ';').Outcome
        }

        $first, $second | Should -Be Changed, Unchanged
        ((Get-ApiResponse /v2/persons/4102).custom_attributes | Where-Object global_id -EQ allowance).value | Should -Be 12.5
    }
}

Describe 'A month with a period that ends before it starts' {
    BeforeEach {
        $sandbox = Start-Company @{ PersonCount = 6; AttendanceDays = 0 }
        Connect-To $sandbox
        Enter-Folder
        $null = $sandbox.Tenant.AddAttendancePeriod('4100', 'WORK', '2026-05-04T08:00:00', '2026-05-04T12:00:00', 'CONFIRMED', [NullString]::Value)
        $null = $sandbox.Tenant.AddAttendancePeriod('4101', 'WORK', '2026-05-05T02:50:00', '2026-05-05T02:10:00', 'CONFIRMED', [NullString]::Value)
        $null = $sandbox.Tenant.AddAttendancePeriod('4102', 'WORK', '2026-05-06T08:00:00', '2026-05-06T20:00:00', 'CONFIRMED', [NullString]::Value)
    }

    AfterEach {
        Set-Location $PSScriptRoot
        Disconnect-Personio
        $sandbox.Dispose()
    }

    It 'is exported, and the period is reported' {
        $null = & "$recipes/Export-AttendanceMonth.ps1" month.csv -Month 2026-05 -ErrorAction SilentlyContinue -ErrorVariable failed

        (Import-Csv month.csv).PersonId | Should -Be 4100, 4102
        $failed | Should -HaveCount 1
        "$failed" | Should -BeLike '*person 4101 ends at 2026-05-05 02:10, before it starts at 2026-05-05 02:50*'
        { & "$recipes/Export-AttendanceMonth.ps1" other.csv -Month 2026-05 -ErrorAction Stop } | Should -Throw '*4101*'
        Test-Path other.csv | Should -BeFalse
    }

    It 'is analyzed, and the period is reported' {
        $issues = Find-PersonioWorkingTimeIssue -Month 2026-05 -ErrorAction SilentlyContinue -ErrorVariable failed

        $issues.PersonId | Sort-Object -Unique | Should -Be 4102
        "$failed" | Should -BeLike '*person 4101 ends at*'
    }
}

Describe 'The timestamp of Export-Delta.ps1' {
    BeforeEach {
        $sandbox = Start-Sandbox @{ PersonCount = 6; AttendanceDays = 0 }
        Connect-To $sandbox
        Enter-Folder
    }

    AfterEach {
        Set-Location $PSScriptRoot
        Disconnect-Personio
        $sandbox.Dispose()
    }

    It 'is not later than the clock of the server, and later changes are read' {
        $null = & "$recipes/Export-Delta.ps1" feed
        [datetimeoffset]::UtcNow.AddHours(5).ToString('o') | Set-Content feed/watermark.txt
        Set-PersonioPerson 4102 -PreferredName Kim

        $run = & "$recipes/Export-Delta.ps1" feed -WarningAction SilentlyContinue -WarningVariable told

        (Import-Clixml $run.Path | Where-Object Kind -EQ Person).Id | Should -Contain 4102
        "$told" | Should -BeLike "*after what Personio's clock shows*"
        [datetimeoffset](Get-Content feed/watermark.txt) | Should -BeLessThan ([datetimeoffset]::UtcNow.AddMinutes(1))
    }

    It 'is the time of this run, also in a session that is older than the previous run' {
        $null = & "$recipes/Export-Delta.ps1" feed
        $before = [datetimeoffset]::UtcNow.AddSeconds(-1)

        $run = & "$recipes/Export-Delta.ps1" feed

        $run.Until | Should -BeGreaterThan $before.AddSeconds(-1)
    }

    It 'is written to file names in the Gregorian calendar under <culture>' -ForEach @(@{ Culture = 'th-TH' }, @{ Culture = 'fa-IR' }, @{ Culture = 'ar-SA' }) {
        $run = Use-Culture $culture { & "$recipes/Export-Delta.ps1" feed }

        Split-Path $run.Path -Leaf | Should -Match "^delta-$([datetime]::UtcNow.Year)\d{4}T\d{6}Z-000001\.xml$"
    }
}
