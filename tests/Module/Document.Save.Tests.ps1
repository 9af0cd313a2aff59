BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 30; Today = [DateOnly]::new(2026, 6, 1) }
    $save = 'Personio.Commands.SavePersonioDocumentCommand'
    $documents = '/v2/document-management/documents'
    Connect-To $sandbox
    $all = Get-PersonioDocument -OwnerId 4100
    $contract = $all[0]

    function Add-Document {
        # A document of a new person under any name, and its bytes.
        param([string] $Name, [int] $Size = 20)

        $path = Join-Path $TestDrive upload.bin
        [System.IO.File]::WriteAllBytes($path, [byte[]] (1..$Size | ForEach-Object { $_ % 251 }))
        $owner = Add-Person $sandbox
        $null = Add-PersonioDocument -LiteralPath $path -OwnerId $owner -CategoryId 7 -Name $Name
        Get-PersonioDocument -OwnerId $owner
    }
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'Save-PersonioDocument' {
    BeforeEach {
        Connect-To $sandbox
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
        $null = New-Item -ItemType Directory $folder
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    It 'saves the bytes of a document under its name and writes the file' {
        $document = Add-Document 'Größe.bin' 300000
        $sandbox.ClearRequests()

        $file = $document | Save-PersonioDocument -Destination $folder

        Get-Sent $sandbox | Should -Be "GET $documents/$($document.DocumentId)/download"
        $file | Should -BeOfType System.IO.FileInfo
        $file.FullName | Should -Be (Join-Path $folder 'Größe.bin')
        (Get-FileHash $file).Hash | Should -Be (Get-FileHash (Join-Path $TestDrive upload.bin)).Hash
        @(Get-ChildItem $folder -Force) | Should -HaveCount 1
    }

    It 'takes an id alone: then the server names the file' {
        $file = Save-PersonioDocument $all[3].DocumentId $folder

        $file.Name | Should -Be 'Prüfung größer ß.pdf'
        $file.Length | Should -Be $all[3].Size
    }

    It 'saves into the current folder without -Destination, and makes the folder that is not there' {
        Push-Location $folder
        try {
            ($contract | Save-PersonioDocument).FullName | Should -Be (Join-Path $folder Contract.pdf)
        }
        finally {
            Pop-Location
        }
        ($contract | Save-PersonioDocument -Destination "$folder/a/b").FullName | Should -Be ([IO.Path]::GetFullPath("$folder/a/b/Contract.pdf"))
    }

    It 'takes a folder for each document from a script block' {
        $some = Get-PersonioPerson -First 6 | Get-PersonioDocument | Where-Object VirusScan -NE unsafe

        $files = $some | Save-PersonioDocument -Destination { "$folder/$($_.OwnerId)" }

        $files.Directory.Name | Should -Be $some.OwnerId
    }

    It 'leaves no folder: every name of the tenant stays inside the destination' {
        $inner = Join-Path $folder inner

        $files = $all | Save-PersonioDocument -Destination $inner -ErrorAction SilentlyContinue -ErrorVariable failed

        $files | Should -HaveCount @($all | Where-Object VirusScan -NE unsafe).Count
        $files.DirectoryName | Sort-Object -Unique | Should -Be $inner
        @(Get-ChildItem $inner -Force).Name | Sort-Object | Should -Be ($files.Name | Sort-Object)
        @(Get-ChildItem $folder -Force).Name | Should -Be 'inner'
        foreach ($name in $files.Name) {
            $name | Should -Match '^[^\x00-\x1f<>:"/\\|?*]+$'
            $name | Should -Not -Match '^\.|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)'
            [System.Text.Encoding]::UTF8.GetByteCount($name) | Should -BeLessOrEqual 220
        }
        $files.Name | Should -Contain '_CON.txt'
        $files.Name | Should -Contain 'etc_passwd.txt'
    }

    It 'names the second file of one name after its document, also when only upper and lower case differ' {
        $one, $other = (Add-Document 'Plan.txt'), (Add-Document 'PLAN.txt')

        $files = $one, $other | Save-PersonioDocument -Destination $folder -Force

        $files.Name | Should -Be 'Plan.txt', "PLAN ($($other.DocumentId)).txt"
    }

    It 'gives a title without an ending that of its type' {
        $row = [pscustomobject]@{ DocumentId = $contract.DocumentId; Name = 'Contract 2026'; DocumentType = 'pdf' }

        ($row | Save-PersonioDocument -Destination $folder).Name | Should -Be 'Contract 2026.pdf'
    }

    It 'replaces nothing without -Force, and says so before the request' {
        Set-Content "$folder/contract.pdf" mine

        $contract | Save-PersonioDocument -Destination $folder -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "Conflict,$save"
        $failed.CategoryInfo.Category | Should -Be 'ResourceExists'
        $failed.Exception.Message | Should -BeLike '*-Force*'
        $failed.TargetObject.DocumentId | Should -Be $contract.DocumentId
        Get-Content "$folder/contract.pdf" | Should -Be mine
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'replaces nothing without -Force either when only the server knows the name' {
        Set-Content "$folder/Contract.pdf" mine

        Save-PersonioDocument $contract.DocumentId $folder -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "Conflict,$save"
        Get-Content "$folder/Contract.pdf" | Should -Be mine
        @(Get-ChildItem $folder -Force) | Should -HaveCount 1
    }

    It 'replaces with -Force' {
        Set-Content "$folder/Contract.pdf" mine

        ($contract | Save-PersonioDocument -Destination $folder -Force).Length | Should -Be 3000000
    }

    It 'says why an unsafe document is refused, and goes on' {
        $unsafe = $all | Where-Object VirusScan -EQ unsafe | Select-Object -First 1

        $files = $unsafe, $contract | Save-PersonioDocument -Destination $folder -ErrorAction SilentlyContinue -ErrorVariable failed

        $files.Name | Should -Be 'Contract.pdf'
        $failed.FullyQualifiedErrorId | Should -Be "Conflict,$save"
        $failed.Exception.Message | Should -BeLike '*virus scan*unsafe*'
        @(Get-ChildItem $folder -Force) | Should -HaveCount 1
    }

    It 'writes one error for a document that is not there' {
        Save-PersonioDocument 1 $folder -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "DocumentNotFound,$save"
        $failed.TargetObject | Should -Be '1'
        @(Get-ChildItem $folder -Force) | Should -BeNullOrEmpty
    }

    It 'begins anew when a download breaks: <kind>' -ForEach @(
        @{ Kind = 'ResetInBody' }
        @{ Kind = 'TruncateBody' }
    ) {
        Add-Fault $sandbox @{ Kind = $kind; PathPrefix = $documents }

        $file = $contract | Save-PersonioDocument -Destination $folder

        $file.Length | Should -Be 3000000
        Get-Sent $sandbox | Should -HaveCount 2
        @(Get-ChildItem $folder -Force) | Should -HaveCount 1
    }

    It 'leaves no file when a download breaks for good: <kind>' -ForEach @(
        @{ Kind = 'ResetInBody' }
        @{ Kind = 'TruncateBody' }
    ) {
        Connect-To $sandbox @{ MaxRetry = 0 }
        Add-Fault $sandbox @{ Kind = $kind; PathPrefix = $documents; Times = -1 }

        $contract | Save-PersonioDocument -Destination $folder -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "ConnectionFailed,$save"
        @(Get-ChildItem $folder -Force) | Should -BeNullOrEmpty
    }

    It 'leaves no file when a download stands still' {
        Connect-To $sandbox @{ MaxRetry = 0; TimeoutSec = 1 }
        Add-Fault $sandbox @{ Kind = 'StallBody'; PathPrefix = $documents; Times = -1 }

        $contract | Save-PersonioDocument -Destination $folder -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "TimedOut,$save"
        @(Get-ChildItem $folder -Force) | Should -BeNullOrEmpty
    }

    It 'leaves nothing but what was written when the pipeline ends early' {
        $some = $all | Where-Object VirusScan -NE unsafe

        $null = $some | Save-PersonioDocument -Destination $folder | Select-Object -First 1

        # What is under way when it ends takes a moment to go.
        $left = 50
        while (@(Get-ChildItem $folder -Force).Count -gt 1 -and $left-- -gt 0) {
            Start-Sleep -Milliseconds 100
        }
        @(Get-ChildItem $folder -Force).Name | Should -Be 'Contract.pdf'
    }

    It 'refuses <what> before any request' -ForEach @(
        @{ What = 'a file as the folder'; File = $true; Destination = 'plain'; Id = 'InvalidRequest' }
        @{ What = 'a folder below a file'; File = $true; Destination = 'plain/sub'; Id = 'InvalidRequest' }
        @{ What = 'what is no folder'; Destination = 'Env:'; Id = 'InvalidRequest' }
        @{ What = 'a drive that is not there'; Destination = 'Nowhere:/x'; Id = 'InvalidRequest' }
    ) {
        $place = $file ? (Join-Path $folder $destination) : $destination
        if ($file) {
            Set-Content (Join-Path $folder plain) x
        }

        $contract | Save-PersonioDocument -Destination $place -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "$id,$save"
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'asks which before any request' {
        { Save-PersonioDocument -ErrorAction Stop } | Should -Throw -ErrorId "InvalidRequest,$save"
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }
}
