# Truncated, malformed or foreign responses of a directory cause a clear error, no invented rows, and no duplicate requests.

BeforeDiscovery {
    $reads = @(
        @{ Cmdlet = 'Get-PingOneUser'; Path = '/users$'; Call = { param($With) Get-PingOneUser @With } }
        @{ Cmdlet = 'Get-PingOneGroup'; Path = '/groups$'; Call = { param($With) Get-PingOneGroup @With } }
        @{ Cmdlet = 'Get-PingOnePopulation'; Path = '/populations$'; Call = { param($With) Get-PingOnePopulation @With } }
        @{ Cmdlet = 'Get-PingOneAttribute'; Path = '/attributes$'; Call = { param($With) Get-PingOneAttribute @With } }
    )
    $broken = @(
        @{ What = 'is cut and ended in good order'; Fault = @{ Kind = 'TruncateBody' }; Id = 'ConnectionFailed,*', 'UnexpectedResponse,*' }
        @{ What = 'is reset in its middle'; Fault = @{ Kind = 'ResetInBody' }; Id = @('ConnectionFailed,*') }
        @{ What = 'never came'; Fault = @{ Kind = 'ResetBeforeResponse' }; Id = @('ConnectionFailed,*') }
        @{ What = 'is the web page of a proxy'; Fault = @{ Kind = 'HtmlError'; Status = 503 }; Id = @('ServiceUnavailable,*') }
        @{ What = 'is a web page that calls itself a success'; Id = @('UnexpectedResponse,*')
            Fault = @{ Kind = 'RawBody'; Status = 200; ContentType = 'text/html'; Body = '<html><body>Sign in to the network</body></html>' } }
        @{ What = 'is nothing at all'; Id = @('UnexpectedResponse,*')
            Fault = @{ Kind = 'RawBody'; Status = 200; ContentType = 'application/hal+json'; Body = '' } }
        @{ What = 'is nested five thousand deep'; Id = @('UnexpectedResponse,*')
            Fault = @{ Kind = 'RawBody'; Status = 200; ContentType = 'application/hal+json'; Body = ('{"_embedded":' * 5000) + '1' + ('}' * 5000) } }
    )
    $readings = foreach ($read in $reads) { foreach ($fault in $broken) { $read + $fault } }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    . "$PSScriptRoot/PingOne.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 12 }
}

AfterAll {
    Disconnect-PingOne
    $sandbox.Dispose()
}

Describe '<cmdlet> if the response <what>' -ForEach $readings {
    AfterEach {
        $sandbox.PingOne.ClearFaults()
    }

    It 'writes one error and no row' {
        Connect-Directory $sandbox @{ MaxRetry = 0 }
        Add-Fault $sandbox.PingOne (@{ PathPattern = $path; Times = -1 } + $fault)

        $found = @(. $call @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failed' })

        $found | Should -BeNullOrEmpty
        $failed | Should -HaveCount 1
        $said = $failed[0]
        @($id).Where{ $said.FullyQualifiedErrorId -like $_ } | Should -HaveCount 1 -Because $said.FullyQualifiedErrorId
        $said.Exception.Message | Should -Not -Match '<html|\n'
    }
}

Describe 'A change if the response <what>' -ForEach $broken {
    AfterEach {
        $sandbox.PingOne.ClearFaults()
    }

    It 'is one error, and is sent once' {
        Connect-Directory $sandbox @{ MaxRetry = 3 }
        $userId = $sandbox.PingOne.Directory.UserIds[0]
        Add-Fault $sandbox.PingOne (@{ PathPattern = "/users/$userId$"; Method = 'PATCH'; Times = -1 } + $fault)

        $made = @(Set-PingOneUser -UserId $userId -Title 'Planner' -PassThru -ErrorAction SilentlyContinue -ErrorVariable failed)

        $made | Should -BeNullOrEmpty
        $failed | Should -HaveCount 1
        @($sandbox.PingOne.Requests).Where{ $_.Method -eq 'PATCH' } | Should -HaveCount 1
    }
}
