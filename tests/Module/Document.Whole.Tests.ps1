BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 12; Today = [DateOnly]::new(2026, 6, 1) }
    Connect-To $sandbox
    $document = @(Get-PersonioDocument -OwnerId 4100 | Where-Object Size -GT 300)[0]
    $pictured = (Get-PersonioPerson | Where-Object ProfilePictureUrl)[0].PersonId
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'An incomplete or unexpected file' {
    BeforeEach {
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
        $null = New-Item -ItemType Directory $folder
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    It 'is not saved as a document: <what>' -ForEach @(
        @{ What = 'another size'; Body = 'Short.'; Type = 'application/pdf'; Says = '*received 6 bytes, but * were listed*' }
        @{ What = 'a web page'; Body = '<html>Log in</html>'; Type = 'text/html'; Says = '*saved*' }
        @{ What = 'JSON'; Body = '{"error":"x"}'; Type = 'application/json'; Says = '*saved*' }
        @{ What = 'nothing'; Body = ''; Type = 'application/pdf'; Says = '*received 0 bytes*' }
    ) {
        Add-Fault $sandbox @{ PathPattern = 'download$'; Kind = 'RawBody'; Status = 200; Body = $body; ContentType = $type; Times = -1 }

        $document | Save-PersonioDocument -Destination $folder -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty

        $failed.FullyQualifiedErrorId | Should -BeLike 'UnexpectedResponse,*'
        "$failed" | Should -BeLike $says
        Get-ChildItem $folder -Force | Should -BeNullOrEmpty
    }

    It 'is not saved by its id either: <what>' -ForEach @(
        @{ What = 'a web page'; Body = '<!doctype html><p>Log in'; Type = 'text/html'; Says = '*received a web page*' }
        @{ What = 'a web page that is called a file'; Body = "`n <HTML>Log in</html>"; Type = 'application/octet-stream'; Says = '*received a web page*' }
        @{ What = 'JSON'; Body = '{"error":"x"}'; Type = 'application/json'; Says = '*received JSON*' }
        @{ What = 'nothing'; Body = ''; Type = 'application/pdf'; Says = '*the response was empty*' }
    ) {
        Add-Fault $sandbox @{ PathPattern = 'download$'; Kind = 'RawBody'; Status = 200; Body = $body; ContentType = $type; Times = -1 }

        Save-PersonioDocument $document.DocumentId $folder -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty

        "$failed" | Should -BeLike $says
        Get-ChildItem $folder -Force | Should -BeNullOrEmpty
    }

    It 'is not saved as a picture if it ends early: <form>' -ForEach @(
        @{ Form = 'GIF'; Head = 'GIF89a' }
        @{ Form = 'WebP'; Head = 'RIFF1234WEBPVP8' }
    ) {
        Add-Fault $sandbox @{ PathPattern = 'profile-picture'; Kind = 'RawBody'; Status = 200; Body = $head + 'half' * 50; ContentType = 'image/png'; Times = -1 }

        Save-PersonioProfilePicture $pictured $folder -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty

        "$failed" | Should -BeLike '*is incomplete*'
        Get-ChildItem $folder -Force | Should -BeNullOrEmpty
    }

    It 'is not written by Invoke-PersonioRequest -OutFile: <what>' -ForEach @(
        @{ What = 'a web page'; Body = '<html>Log in</html>'; Type = 'text/html' }
        @{ What = 'JSON'; Body = '{"error":"x"}'; Type = 'application/json' }
        @{ What = 'nothing'; Body = ''; Type = 'application/pdf' }
    ) {
        Add-Fault $sandbox @{ PathPattern = 'download$'; Kind = 'RawBody'; Status = 200; Body = $body; ContentType = $type; Times = -1 }

        { Invoke-PersonioRequest "/v2/document-management/documents/$($document.DocumentId)/download" -OutFile "$folder/x.pdf" -ErrorAction Stop } |
            Should -Throw -ErrorId 'UnexpectedResponse,*'
        Get-ChildItem $folder -Force | Should -BeNullOrEmpty
    }

    It 'is not a response to any request if it is a web page' {
        Add-Fault $sandbox @{ PathPattern = '^/v2/persons'; Kind = 'RawBody'; Status = 200; Body = '<html>Log in</html>'; ContentType = 'text/html'; Times = -1 }

        { Invoke-PersonioRequest /v2/persons -Raw -ErrorAction Stop } | Should -Throw -ErrorId 'UnexpectedResponse,*' -ExpectedMessage '*web page*'
    }

    It 'is private, and leftovers of a killed run are removed, but nothing else' -Skip:$IsWindows {
        $machine = -join ([Environment]::MachineName.ToCharArray() | Where-Object { [char]::IsAsciiLetterOrDigit($_) })
        $old, $live, $other = ".personio-$machine-999999999-a.part", ".personio-$machine-$PID-b.part", '.personio-elsewhere-999999999-c.part' |
            ForEach-Object { New-Item (Join-Path $folder $_) -Value x }

        $file = $document | Save-PersonioDocument -Destination $folder

        (Get-Item $file).UnixFileMode | Should -Be 'UserWrite, UserRead'
        Test-Path -LiteralPath $old.FullName | Should -BeFalse
        Test-Path -LiteralPath $live.FullName | Should -BeTrue
        Test-Path -LiteralPath $other.FullName | Should -BeTrue
    }

    It 'cannot be saved outside the folder because of a piped object: <id>' -ForEach @(
        @{ Id = '../../elsewhere' }
        @{ Id = '/tmp' }
        @{ Id = 'a\b' }
        @{ Id = '..' }
    ) {
        $row = [pscustomobject]@{ DocumentId = $document.DocumentId; OwnerId = $id; Name = 'x.pdf' }
        $sandbox.ClearRequests()

        $row | Save-PersonioDocument -Destination { "$folder/$($_.OwnerId)" } -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -BeLike 'InvalidRequest,*'
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }
}

Describe 'The path of a file to upload' {
    BeforeAll {
        $owner = Add-Person $sandbox
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
        $null = New-Item -ItemType Directory $folder
        'Contract 2.pdf', 'Contract [2].pdf' | ForEach-Object { $null = New-Item -Path $folder -Name $_ -Value $_ }
    }

    It 'is literal in a row: brackets are brackets' {
        $made = [pscustomobject]@{ Path = "$folder/Contract [2].pdf"; PersonId = $owner; CategoryId = 7 } | Add-PersonioDocument

        $made.Name | Should -Be 'Contract [2].pdf'
    }

    It 'is literal in a row: <path> is not a file, and nothing is uploaded' -ForEach @(
        @{ Path = '*' }
        @{ Path = 'Contract ?.pdf' }
    ) {
        $sandbox.ClearRequests()

        [pscustomobject]@{ Path = "$folder/$path"; PersonId = $owner; CategoryId = 7 } |
            Add-PersonioDocument -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -BeLike 'FileNotFound,*'
        Get-Sent $sandbox POST | Should -BeNullOrEmpty
    }

    It 'that is typed means the file with that name rather than its wildcards' {
        (Add-PersonioDocument "$folder/Contract [2].pdf" $owner 7).Name | Should -Be 'Contract [2].pdf'
    }

    It 'with typed wildcards asks for confirmation' {
        $sandbox.ClearRequests()

        { Add-PersonioDocument "$folder/Contract*" $owner 7 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidOperation,Personio.Commands.AddPersonioDocumentCommand' -ExpectedMessage '*NonInteractive*'
        Get-Sent $sandbox POST | Should -BeNullOrEmpty

        @(Add-PersonioDocument "$folder/Contract*" $owner 7 -Confirm:$false) | Should -HaveCount 2
    }
}
