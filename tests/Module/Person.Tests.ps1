BeforeAll {
    . "$PSScriptRoot/Common.ps1"
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

    It 'asks for one page when the first <count> are enough' -ForEach @(
        @{ Count = 5; Requests = 1 }
        @{ Count = 25; Requests = 1 }
        @{ Count = 60; Requests = 2 }
    ) {
        Get-PersonioPerson | Select-Object -First $count | Should -HaveCount $count

        Get-Sent $sandbox | Should -HaveCount $requests
    }

    It 'gets 120 ids with 3 requests, in the order asked, with one error for each unknown id' {
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
