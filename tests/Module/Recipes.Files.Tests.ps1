BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Recipes.ps1"
    . "$PSScriptRoot/Apart.ps1"
    Push-Location

    function Get-WriteCount {
        @($sandbox.Tenant.Ledger).Count
    }
}

AfterAll {
    Pop-Location
}

Describe 'Recipes with files' {
    BeforeEach {
        $sandbox = Start-Company @{ PersonCount = 20 }
        Connect-To $sandbox
        Enter-Folder
        $told = [System.Collections.Generic.List[object]]::new()
    }

    AfterEach {
        Disconnect-Personio
        $sandbox.Dispose()
    }

    Describe 'Export-CustomAttribute.ps1' {
        It 'writes values that are read back unchanged under any culture' {
            Use-Culture de-DE { & "$recipes/Export-CustomAttribute.ps1" Languages, 'Allow*', 'First*', 'Med*' } | Export-Csv a.csv

            $raw = Get-ApiResponse /v2/persons | Where-Object status -EQ ACTIVE
            $rows = Import-Csv a.csv
            $rows.PersonId | Should -Be $raw.id
            $allowance = ($raw[0].custom_attributes | Where-Object global_id -EQ allowance).value
            $rows[0].'Allowance, monthly' | Should -Be $allowance.ToString([cultureinfo]::InvariantCulture)
            $rows.'Medical check' | Where-Object { $_ } | Should -Match '^\d{4}-\d\d-\d\d$'
            $rows.'First aider' | Select-Object -Unique | Should -BeIn true, false, ''
            (Use-Culture de-DE { & "$recipes/Import-CustomAttribute.ps1" a.csv }).Outcome | Select-Object -Unique | Should -Be Unchanged
            Get-WriteCount | Should -Be 0
        }
    }

    Describe 'Import-CustomAttribute.ps1' {
        BeforeEach {
            function Get-Value {
                param([string] $Id, [string] $Name)

                ((Get-ApiResponse "/v2/persons/$Id").custom_attributes | Where-Object global_id -EQ $Name).value
            }
        }

        It 'sends only differences, and continues after a row that fails' {
            @'
PersonId;DisplayName;Shirt size;Languages;Locker
4101;who ever;M;"German; English";
4102;;XXL;;
1;;M;;
4103;;;;17
'@ | Set-Content a.csv
            $locker = Get-Value 4101 locker

            $first = & "$recipes/Import-CustomAttribute.ps1" a.csv -Delimiter ';' -ErrorAction SilentlyContinue -ErrorVariable failed
            $again = & "$recipes/Import-CustomAttribute.ps1" a.csv -Delimiter ';' -ErrorAction SilentlyContinue

            $first.Outcome | Should -Be Changed, Failed, Failed, Changed
            $again.Outcome | Should -Be Unchanged, Failed, Failed, Unchanged
            $failed.TargetObject.PersonId | Should -Contain 4102
            Get-WriteCount | Should -Be 2
            Get-Value 4101 shirt_size | Should -Be M
            Get-Value 4101 languages | Should -Be German, English
            Get-Value 4101 locker | Should -Be $locker
            Get-Value 4103 locker | Should -Be 17
        }

        It 'reports Unknown for a row whose response was lost, and the file can be run again' {
            'PersonId,Locker', '4103,17', '1,17' | Set-Content a.csv
            Add-Fault $sandbox @{
                Method = 'PATCH'; PathPrefix = '/v2/persons'; Kind = 'Status'; Status = 503; AfterProcessing = $true
            }

            $first = & "$recipes/Import-CustomAttribute.ps1" a.csv -ErrorAction SilentlyContinue
            $again = & "$recipes/Import-CustomAttribute.ps1" a.csv -ErrorAction SilentlyContinue

            $first.Outcome | Should -Be Unknown, Failed
            $first[0].Reason | Should -Match 'may or may not have been applied'
            $again.Outcome | Should -Be Unchanged, Failed
            Get-Value 4103 locker | Should -Be 17
        }

        It 'clears empty cells only on request' {
            "PersonId,Locker`n4103," | Set-Content a.csv

            (& "$recipes/Import-CustomAttribute.ps1" a.csv).Outcome | Should -Be Unchanged
            (& "$recipes/Import-CustomAttribute.ps1" a.csv -ClearEmpty).Outcome | Should -Be Changed
            Get-Value 4103 locker | Should -BeNullOrEmpty
        }

        It 'changes nothing if a column is not an attribute: <says>' -ForEach @(
            @{ Text = "PersonId,Locker,Loker`n4103,17,17"; Says = "*column 'Loker'*" }
            @{ Text = "PersonId;Locker`n4103;17"; Says = "*no column PersonId*separated by ','*" }
        ) {
            $text | Set-Content a.csv

            { & "$recipes/Import-CustomAttribute.ps1" a.csv } | Should -Throw $says
            Get-WriteCount | Should -Be 0
        }
    }

    Describe 'Export-Delta.ps1' {
        BeforeEach {
            # It uses the clock of the server, which is the real time.
            $sandbox.Dispose()
            $sandbox = Start-Sandbox @{ PersonCount = 20 }
            Connect-To $sandbox
            $null = New-PersonioWebhook https://hooks.example.org/x Deletions person.deleted -Status Enabled -Confirm:$false
        }

        It 'exports everything, then nothing, then changed and deleted rows' {
            $everybody = (Get-ApiResponse /v2/persons).id
            $first = & "$recipes/Export-Delta.ps1" feed
            Connect-To $sandbox
            $none = & "$recipes/Export-Delta.ps1" feed -OverlapMinutes 0
            Set-PersonioPerson 4102 -PreferredName Kim
            Remove-PersonioPerson 4103 -Confirm:$false
            $absence = New-PersonioAbsencePeriod (Add-Person $sandbox) Vacation 2029-08-06 2029-08-07
            $last = & "$recipes/Export-Delta.ps1" feed

            $all = Import-Clixml $first.Path
            @($all | Where-Object Kind -EQ Person).Id | Should -Be $everybody
            # The company has persons with changes later today.
            $later = @($all | Where-Object ChangedAt -GE $first.Until.UtcDateTime)
            $none.Changes | Should -Be $later.Count
            [bool]$none.Path | Should -Be ($later.Count -gt 0)
            $rows = Import-Clixml $last.Path
            $rows | Where-Object Kind -EQ Person | ForEach-Object Id | Where-Object { $_ -notin $later.Id } |
                Sort-Object | Should -Be 4102, $absence.PersonId
            ($rows | Where-Object Id -EQ 4102).Object.PreferredName | Should -Be Kim
            $rows | Where-Object Kind -EQ Absence | ForEach-Object Id | Where-Object { $_ -notin $later.Id } |
                Should -Be $absence.AbsencePeriodId
            ($rows | Where-Object Kind -EQ person.deleted).Object.person.id | Should -Be 4103
            Get-ChildItem feed -Force | ForEach-Object Extension | Sort-Object -Unique | Should -Be .txt, .xml
        }

        It 'keeps the old time, and leaves no file, if something could not be read' {
            $null = & "$recipes/Export-Delta.ps1" feed
            $before = Get-Content feed/watermark.txt
            $sandbox.RevokeScope('personio:absences:read')
            Set-PersonioPerson 4102 -PreferredName Kim

            { & "$recipes/Export-Delta.ps1" feed } | Should -Throw -ErrorId 'AccessDenied,*'

            Get-Content feed/watermark.txt | Should -Be $before
            Get-ChildItem feed -Force | Should -HaveCount 2
            $sandbox.GrantScope('personio:absences:read')
            (Import-Clixml (& "$recipes/Export-Delta.ps1" feed).Path).Id | Should -Contain 4102
        }
    }
}
