# Malformed rows of a directory: meaningless values are read as null, an unreadable row is one error with its ID, and the
# rest of the page and of the list is returned. OddRows.Tests.ps1 has the same tests for Personio.

BeforeDiscovery {
    $cases = @(
        @{ Cmdlet = 'Get-PingOneUser'; Path = '/users$'; Call = { Get-PingOneUser @with }; List = 'users'; Row = '"username":"anna"'; Member = 'population'; Property = 'PopulationId'; Date = 'createdAt' }
        @{ Cmdlet = 'Get-PingOneUser'; Path = '/users$'; Call = { Get-PingOneUser @with }; List = 'users'; Row = '"username":"anna"'; Member = 'name'; Property = 'GivenName'; Date = 'updatedAt' }
        @{ Cmdlet = 'Get-PingOneUser'; Path = '/users$'; Call = { Get-PingOneUser @with }; List = 'users'; Row = '"username":"anna"'; Member = 'lastSignOn'; Property = 'LastSignOn'; Date = 'createdAt' }
        @{ Cmdlet = 'Get-PingOneGroup'; Path = '/groups$'; Call = { Get-PingOneGroup @with }; List = 'groups'; Row = '"name":"G"'; Member = 'directMemberCounts'; Property = 'DirectMemberCount'; Date = 'createdAt' }
        @{ Cmdlet = 'Get-PingOnePopulation'; Path = '/populations$'; Call = { Get-PingOnePopulation @with }; List = 'populations'; Row = '"name":"P"'; Member = 'createdAt'; Property = 'CreatedAt'; Date = 'updatedAt' }
    )
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    . "$PSScriptRoot/PingOne.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 12 }
    $directory = $sandbox.PingOne
    $nothing = '""', '"  "', '[]', '{}', '[""]', '[{}]', '[null]', 'null'

    function Set-Page {
        param([string] $Path, [string] $List, [string[]] $Row)

        Add-Fault $directory @{ PathPattern = $Path; Kind = 'RawBody'; Status = 200; Times = -1; ContentType = 'application/hal+json'
            Body = "{`"_links`":{},`"_embedded`":{`"$List`":[$($Row -join ',')]},`"count`":3}" }
    }

    function Get-Uuid {
        param([int] $Number)

        '{0:d8}-0000-4000-8000-000000000000' -f $Number
    }
}

AfterAll {
    Disconnect-PingOne
    $sandbox.Dispose()
}

Describe '<cmdlet> and rows with a malformed <member>' -ForEach $cases {
    BeforeEach {
        Connect-Directory $sandbox
        $with = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failed' }
    }

    AfterEach {
        $directory.ClearFaults()
    }

    It 'reads a meaningless value as missing, and loses no row' {
        foreach ($shape in $nothing) {
            $directory.ClearFaults()
            Connect-Directory $sandbox
            Set-Page $path $list "{`"id`":`"$(Get-Uuid 1)`",$row}", "{`"id`":`"$(Get-Uuid 2)`",$row,`"$member`":$shape}", 'null', '{}', "{`"id`":`"$(Get-Uuid 3)`",$row}"

            $found = @(. $call)

            $failed | Should -BeNullOrEmpty -Because $shape
            $found | Should -HaveCount 3 -Because $shape
            "$($found[1].$property)" | Should -BeNullOrEmpty -Because $shape
        }
    }

    It 'writes one error with the id of an unreadable row, and returns the others' {
        Set-Page $path $list "{`"id`":`"$(Get-Uuid 1)`",$row}", "{`"id`":`"$(Get-Uuid 2)`",$row,`"$date`":`"soon`"}", "{`"id`":`"$(Get-Uuid 3)`",$row}"

        $found = @(. $call)

        $found | Should -HaveCount 2
        $found.ForEach('GetId') | Should -Be (Get-Uuid 1), (Get-Uuid 3)
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'UnexpectedResponse,*'
        $failed[0].TargetObject | Should -Be (Get-Uuid 2)
        $failed[0].Exception.Message | Should -BeLike "The row $(Get-Uuid 2) of GET * cannot be read at *$date and was skipped: 'soon' is not *"
    }

    It 'writes an error if the response is not a list of rows' {
        Add-Fault $directory @{ PathPattern = $path; Kind = 'RawBody'; Status = 200; Times = -1; ContentType = 'application/hal+json'
            Body = "{`"_embedded`":{`"$list`":`"none today`"}}" }

        $found = @(. $call)

        $found | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'UnexpectedResponse,*'
    }
}

Describe 'An unreadable response to a write' {
    It 'is a service error and not a crash' {
        Connect-Directory $sandbox
        $id = Add-DirectoryUser $sandbox @{ username = 'odd.answer' }
        Add-Fault $directory @{ Method = 'PATCH'; Kind = 'RawBody'; Status = 200; ContentType = 'application/json'; Body = "{`"id`":`"$id`",`"createdAt`":`"soon`"}" }

        Set-PingOneUser $id -Title Odd -ErrorAction SilentlyContinue -ErrorVariable failed

        $directory.ClearFaults()
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'UnexpectedResponse,*'
        $failed[0].Exception | Should -BeOfType Personio.Rest.PersonioException
    }
}
