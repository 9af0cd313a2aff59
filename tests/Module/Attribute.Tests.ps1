BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 3 }
    $get = 'Personio.Commands.GetPersonioAttributeCommand'
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'Get-PersonioAttribute' {
    BeforeEach {
        Connect-To $sandbox
    }

    It 'gets the whole catalog with one request of v1' {
        $all = Get-PersonioAttribute

        $all | Should -HaveCount 18
        $all.AttributeId | Should -Contain 'first_name'
        $size = $all | Where-Object Label -EQ 'Shirt size'
        $size | Should -BeOfType 'Personio.Models.PersonAttribute'
        $size.AttributeId, $size.Type, $size.UniversalId | Should -Be 'dynamic_9001', 'list', 'shirt_size'
        $size.Options | Should -Be 'S', 'M', 'L', 'XL'
        $size.Options.ToString(), "$size", $size.Id | Should -Be 'S; M; L; XL', 'Shirt size', 'dynamic_9001'
        Get-Sent $sandbox | Should -Be 'GET /v1/company/employees/attributes'
    }

    It 'finds labels with wildcards and without, in any case: <name>' -ForEach @(
        @{ Name = 'shirt*'; Id = 'dynamic_9001' }
        @{ Name = 'SHIRT SIZE'; Id = 'dynamic_9001' }
        @{ Name = 'Übergabe*'; Id = 'dynamic_9009' }
        @{ Name = 'no such*'; Id = $null }
    ) {
        (Get-PersonioAttribute $name -ErrorVariable failed).AttributeId | Should -Be $id
        $failed | Should -BeNullOrEmpty
    }

    It 'gets those with the given ids: <kind>' -ForEach @(
        @{ Kind = 'typed'; Call = { Get-PersonioAttribute -AttributeId dynamic_9002, Dynamic_9001 } }
        @{ Kind = 'as text'; Call = { 'dynamic_9002', 'dynamic_9001' | Get-PersonioAttribute } }
        @{ Kind = 'of rows'; Call = { "AttributeId`ndynamic_9002`ndynamic_9001" | ConvertFrom-Csv | Get-PersonioAttribute } }
        @{ Kind = 'of custom attributes of a person'; Call = {
                (Get-PersonioPerson -First 1).CustomAttributes | Where-Object Label -In Locker, 'Shirt size' | Sort-Object Label | Get-PersonioAttribute } }
    ) {
        (. $call).Label | Should -Be 'Locker', 'Shirt size'
        Get-Sent $sandbox | Where-Object { $_ -like '*attributes' } | Should -HaveCount 1
    }

    It 'writes an error for <kind> that does not exist, and continues' -ForEach @(
        @{ Kind = 'a label'; Call = { Get-PersonioAttribute 'Shirt sise', Locker @with }; Target = 'Shirt sise' }
        @{ Kind = 'an id'; Call = { Get-PersonioAttribute -AttributeId dynamic_1, dynamic_9002 @with }; Target = 'dynamic_1' }
    ) {
        $with = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failed' }

        (. $call).Label | Should -Be 'Locker'

        $failed.FullyQualifiedErrorId | Should -Be "AttributeNotFound,$get"
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failed[0].TargetObject | Should -Be $target
    }

    It 'accepts options that are missing, null or objects' {
        Add-Fault $sandbox @{ PathPattern = 'attributes$'; Kind = 'RawBody'; Status = 200; ContentType = 'application/json'; Body =
            '{"success":true,"data":[{"key":"a"},{"key":"b","options":null},{"key":"c","options":[{"name":"X"},7,null]}]}'
        }

        $all = Get-PersonioAttribute

        $all.AttributeId | Should -Be 'a', 'b', 'c'
        $all[0].Options.Count, $all[1].Options.Count | Should -Be 0, 0
        $all[2].Options | Should -Be 'X', '7'
        $all | ConvertTo-Csv | Should -Not -Match 'System\.|Personio\.'
    }
}
