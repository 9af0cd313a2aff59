BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 40 }
    $save = 'Personio.Commands.SavePersonioProfilePictureCommand'

    Connect-To $sandbox
    $persons = Get-PersonioPerson
    $with = @($persons | Where-Object ProfilePictureUrl | Select-Object -First 3)
    $without = @($persons | Where-Object { -not $_.ProfilePictureUrl } | Select-Object -First 1)
    $ids = $with.PersonId
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'Save-PersonioProfilePicture' {
    BeforeEach {
        Connect-To $sandbox
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
        $null = New-Item $folder -ItemType Directory
    }

    AfterEach {
        $sandbox.ClearFaults()
        Get-ChildItem $folder -Filter *.part | Should -BeNullOrEmpty
    }

    It 'saves a picture under the id of the person, and returns the file' {
        $file = Save-PersonioProfilePicture $ids[0] $folder

        $file | Should -BeOfType System.IO.FileInfo
        $file.FullName | Should -Be (Join-Path $folder "$($ids[0]).png")
        [System.IO.File]::ReadAllBytes($file)[0..3] | Should -Be 0x89, 0x50, 0x4E, 0x47
        $file.Length | Should -BeGreaterThan 60
        $file.PSParentPath | Should -BeLike "*$folder"
        Get-Sent $sandbox | Should -Be "GET /v1/company/employees/$($ids[0])/profile-picture"
    }

    It 'requests a width' {
        $null = Save-PersonioProfilePicture $ids[0] $folder -Width 200

        Get-Sent $sandbox | Should -Be "GET /v1/company/employees/$($ids[0])/profile-picture/200"
    }

    It 'accepts <kind>, in order' -ForEach @(
        @{ Kind = 'persons'; Call = { $with | Save-PersonioProfilePicture -Destination $folder } }
        @{ Kind = 'ids'; Call = { $ids | Save-PersonioProfilePicture -Destination $folder } }
        @{ Kind = 'rows'; Call = { $ids | ForEach-Object { "PersonId`n$_" | ConvertFrom-Csv } | Save-PersonioProfilePicture -Destination $folder } }
    ) {
        (. $call).BaseName | Should -Be $ids
    }

    It 'saves to the current folder of the shell, and to a given one' {
        $null = New-PSDrive Pictures FileSystem $folder
        try {
            Push-Location $folder
            Save-PersonioProfilePicture $ids[0] | Should -HaveCount 1
            Save-PersonioProfilePicture $ids[1] Pictures:/ | Should -HaveCount 1
        }
        finally {
            Pop-Location
            Remove-PSDrive Pictures
        }

        (Get-ChildItem $folder).BaseName | Sort-Object | Should -Be ($ids[0, 1] | Sort-Object)
    }

    It 'uses the extension for the format of the picture: <ending>' -ForEach @(
        @{ Ending = '.gif'; Head = 'GIF89a' }
        @{ Ending = '.webp'; Head = 'RIFF1234WEBPVP8' }
    ) {
        Add-Fault $sandbox @{ PathPattern = 'picture$'; Kind = 'RawBody'; Status = 200; ContentType = 'image/png'; Body = $head }

        (Save-PersonioProfilePicture $ids[0] $folder).Extension | Should -Be $ending
    }

    It 'leaves an existing file alone, without requesting it again' {
        $file = Save-PersonioProfilePicture $ids[0] $folder
        Set-Content $file mine -NoNewline
        $sandbox.ClearRequests()

        $saved = $ids[0, 1] | Save-PersonioProfilePicture -Destination $folder -ErrorAction SilentlyContinue -ErrorVariable failed

        $saved.BaseName | Should -Be $ids[1]
        $failed.FullyQualifiedErrorId | Should -Be "Conflict,$save"
        $failed[0].CategoryInfo.Category | Should -Be 'ResourceExists'
        $failed[0].TargetObject | Should -Be $ids[0]
        $failed[0].Exception.Message | Should -BeLike "*$($ids[0]).png*-Force*"
        Get-Content $file -Raw | Should -Be 'mine'
        Get-Sent $sandbox | Should -HaveCount 1
    }

    It 'saves a person twice in the input only once' {
        $saved = $ids[0], $ids[0] | Save-PersonioProfilePicture -Destination $folder -ErrorAction SilentlyContinue -ErrorVariable failed

        $saved | Should -HaveCount 1
        $failed.FullyQualifiedErrorId | Should -Be "Conflict,$save"
    }

    It 'overwrites with -Force' {
        $file = Save-PersonioProfilePicture $ids[0] $folder
        Set-Content $file mine

        (Save-PersonioProfilePicture $ids[0] $folder -Force).Length | Should -BeGreaterThan 60
    }

    It 'writes one error for a person without a picture, and one for an unknown person, and continues' {
        $asked = $without[0].PersonId, '999999', $ids[0]

        $saved = $asked | Save-PersonioProfilePicture -Destination $folder -ErrorAction SilentlyContinue -ErrorVariable failed

        $saved.BaseName | Should -Be $ids[0]
        $failed.FullyQualifiedErrorId | Should -Be "ProfilePictureNotFound,$save", "ProfilePictureNotFound,$save"
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failed.TargetObject | Should -Be $asked[0, 1]
        $failed[0].Exception.Message | Should -BeLike "*$($asked[0]) has no profile picture*"
    }

    It 'leaves no file if the response is not a picture: <what>' -ForEach @(
        @{ What = 'an error that v1 hides in a success'; Fault = @{ Kind = 'RawBody'; Status = 200; ContentType = 'application/json'; Body = '{"success":false,"error":{"code":1,"message":"No"}}' }; Id = 'InvalidRequest' }
        @{ What = 'JSON'; Fault = @{ Kind = 'RawBody'; Status = 200; ContentType = 'application/json'; Body = '{}' }; Id = 'UnexpectedResponse' }
        @{ What = 'nothing'; Fault = @{ Kind = 'RawBody'; Status = 200; ContentType = 'image/png'; Body = '' }; Id = 'UnexpectedResponse' }
        @{ What = 'a body that ends early'; Fault = @{ Kind = 'TruncateBody'; Times = -1 }; Id = 'ConnectionFailed' }
    ) {
        Connect-To $sandbox @{ MaxRetry = 0 }
        Add-Fault $sandbox (@{ PathPattern = 'picture$' } + $fault)

        Save-PersonioProfilePicture $ids[0] $folder -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "$id,$save"
        Get-ChildItem $folder | Should -BeNullOrEmpty
    }

    It 'writes an error for a file that cannot be written, and leaves nothing behind' {
        $null = New-Item (Join-Path $folder "$($ids[0]).png") -ItemType Directory

        Save-PersonioProfilePicture $ids[0] $folder -Force -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$save"
        $failed[0].Exception.Message | Should -BeLike '*could not be written*'
    }

    It 'refuses <kind> before any request' -ForEach @(
        @{ Kind = 'an id that could leave the folder'; Call = { Save-PersonioProfilePicture '../1' $folder @quiet } }
        @{ Kind = 'an id that is no number'; Call = { Save-PersonioProfilePicture 'CON' $folder @quiet } }
        @{ Kind = 'a blank id'; Call = { Save-PersonioProfilePicture ' ' $folder @quiet } }
        @{ Kind = 'no id'; Call = { Save-PersonioProfilePicture -Destination $folder @quiet } }
        @{ Kind = 'an id that is not set'; Call = { Save-PersonioProfilePicture $null $folder @quiet } }
    ) {
        $quiet = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failed' }

        . $call

        $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$save"
        Get-Sent $sandbox | Should -BeNullOrEmpty
        Get-ChildItem $TestDrive -Recurse -Filter 1.png | Should -BeNullOrEmpty
    }

    It 'refuses a destination that is <kind>' -ForEach @(
        @{ Kind = 'no folder'; Place = $PSCommandPath }
        @{ Kind = 'not of files'; Place = 'Env:/' }
        @{ Kind = 'on no drive'; Place = 'Nowhere:/x' }
    ) {
        $ids[0, 1] | Save-PersonioProfilePicture -Destination $place -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed | Should -HaveCount 2
        $failed[0].FullyQualifiedErrorId | Should -Be "InvalidRequest,$save"
        $failed[0].Exception.Message | Should -BeLike "'*' is not a folder*"
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'creates a missing folder, and only for a picture' {
        $null = Save-PersonioProfilePicture nobody "$folder/none" -ErrorAction SilentlyContinue

        (Save-PersonioProfilePicture $ids[0] "$folder/a/b").FullName | Should -Be (Join-Path $folder a b "$($ids[0]).png")
        "$folder/none" | Should -Not -Exist
    }

    It 'accepts a script block that returns a folder for each person' {
        $files = $with[0, 1] | Save-PersonioProfilePicture -Destination { "$folder/$($_.PersonId)" }

        $files.Directory.Name | Should -Be $with[0, 1].PersonId
    }
}
