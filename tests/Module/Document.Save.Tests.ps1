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
        # Creates a document of a new person with any name and content.
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

    It 'saves the bytes of a document under its name and returns the file' {
        $document = Add-Document 'Größe.bin' 300000
        $sandbox.ClearRequests()

        $file = $document | Save-PersonioDocument -Destination $folder

        Get-Sent $sandbox | Should -Be "GET $documents/$($document.DocumentId)/download"
        $file | Should -BeOfType System.IO.FileInfo
        $file.FullName | Should -Be (Join-Path $folder 'Größe.bin')
        (Get-FileHash $file).Hash | Should -Be (Get-FileHash (Join-Path $TestDrive upload.bin)).Hash
        @(Get-ChildItem $folder -Force) | Should -HaveCount 1
    }

    It 'accepts an id alone, and then the server names the file' {
        $file = Save-PersonioDocument $all[3].DocumentId $folder

        $file.Name | Should -Be 'Prüfung größer ß.pdf'
        $file.Length | Should -Be $all[3].Size
    }

    It 'saves to the current folder without -Destination, and creates a missing folder' {
        Push-Location $folder
        try {
            ($contract | Save-PersonioDocument).FullName | Should -Be (Join-Path $folder Contract.pdf)
        }
        finally {
            Pop-Location
        }
        ($contract | Save-PersonioDocument -Destination "$folder/a/b").FullName | Should -Be ([IO.Path]::GetFullPath("$folder/a/b/Contract.pdf"))
    }

    It 'accepts a script block that returns a folder for each document' {
        $some = Get-PersonioPerson -First 6 | Get-PersonioDocument | Where-Object VirusScan -NE unsafe

        $files = $some | Save-PersonioDocument -Destination { "$folder/$($_.OwnerId)" }

        $files.Directory.Name | Should -Be $some.OwnerId
    }

    It 'never leaves the destination: every name of the tenant stays inside' {
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

    It 'appends the document id to the second file of a name, also if the names differ only in case' {
        $one, $other = (Add-Document 'Plan.txt'), (Add-Document 'PLAN.txt')

        $files = $one, $other | Save-PersonioDocument -Destination $folder -Force

        $files.Name | Should -Be 'Plan.txt', "PLAN ($($other.DocumentId)).txt"
    }

    It 'gives a title without an extension that of its type' {
        $row = [pscustomobject]@{ DocumentId = $contract.DocumentId; Name = 'Contract 2026'; DocumentType = 'pdf' }

        ($row | Save-PersonioDocument -Destination $folder).Name | Should -Be 'Contract 2026.pdf'
    }

    It 'overwrites a saved document only with -Force, and says so before the request' {
        $null = $contract | Save-PersonioDocument -Destination $folder
        $sandbox.ClearRequests()

        $contract | Save-PersonioDocument -Destination $folder -ErrorAction SilentlyContinue -ErrorVariable failed
        $sent = @(Get-Sent $sandbox)
        $again = $contract | Save-PersonioDocument -Destination $folder -Force

        $failed.FullyQualifiedErrorId | Should -Be "Conflict,$save"
        $failed.CategoryInfo.Category | Should -Be 'ResourceExists'
        $failed.Exception.Message | Should -BeLike '*-SkipExisting*-Force*'
        $failed.TargetObject.DocumentId | Should -Be $contract.DocumentId
        $sent | Should -BeNullOrEmpty
        $again.Name | Should -Be 'Contract.pdf'
        @(Get-ChildItem $folder -Force) | Should -HaveCount 1
    }

    It 'skips with -SkipExisting what an earlier run saved, without a request' {
        $own = $all | Where-Object VirusScan -NE unsafe | Select-Object -First 4
        $first = $own[0, 1, 2] | Save-PersonioDocument -Destination $folder
        $sandbox.ClearRequests()

        $told = $own + $own[3] | Save-PersonioDocument -Destination $folder -SkipExisting -Verbose 4>&1

        $files = @($told | Where-Object { $_ -is [System.IO.FileInfo] })
        $files | Should -HaveCount 1
        @(Get-Sent $sandbox) -like '*/download' | Should -Be "GET $documents/$($own[3].DocumentId)/download"
        @($told) -like 'Skipped document*' | Should -HaveCount 4
        "$told" | Should -Not -BeLike "*$($first[0].Name)*"
        @(Get-ChildItem $folder -Force) | Should -HaveCount 4
        (Get-Item $first[0]).LastWriteTimeUtc.ToString('s') | Should -Be $own[0].CreatedAt.UtcDateTime.ToString('s')
    }

    It 'never replaces the file of another document, in this run or a later one: <how>' -ForEach @(
        @{ How = 'without a switch'; With = @{} }
        @{ How = '-Force'; With = @{ Force = $true } }
        @{ How = '-SkipExisting'; With = @{ SkipExisting = $true } }
    ) {
        # Same name and size: only the document itself differs.
        $one, $other = (Add-Document 'Plan.txt' 20), (Add-Document 'Plan.txt' 20)
        $mine = New-Item "$folder/Contract.pdf" -Value mine

        $first = $one | Save-PersonioDocument -Destination $folder
        $second = $other | Save-PersonioDocument -Destination $folder @with
        $third = $contract | Save-PersonioDocument -Destination $folder @with
        $again = $one, $other, $contract | Save-PersonioDocument -Destination $folder -SkipExisting

        $first.Name, $second.Name, $third.Name | Should -Be 'Plan.txt', "Plan ($($other.DocumentId)).txt", "Contract ($($contract.DocumentId)).pdf"
        Get-Content $mine | Should -Be mine
        $again | Should -BeNullOrEmpty
        @(Get-ChildItem $folder -Force) | Should -HaveCount 4
    }

    It 'does not mistake a file of the same name for the document if only the server knows the name' {
        Set-Content "$folder/Contract.pdf" mine

        $file = Save-PersonioDocument $contract.DocumentId $folder
        $again = Save-PersonioDocument $contract.DocumentId $folder -SkipExisting

        $file.Name | Should -Be "Contract ($($contract.DocumentId)).pdf"
        $again | Should -BeNullOrEmpty
        Get-Content "$folder/Contract.pdf" | Should -Be mine
        @(Get-ChildItem $folder -Force) | Should -HaveCount 2
    }

    It 'saves an incomplete file again' {
        $file = $contract | Save-PersonioDocument -Destination $folder
        $time = $file.LastWriteTimeUtc
        Set-Content $file cut
        (Get-Item $file).LastWriteTimeUtc = $time

        ($contract | Save-PersonioDocument -Destination $folder -SkipExisting).Length | Should -Be 3000000
    }

    It 'refuses -Force and -SkipExisting together' {
        { $contract | Save-PersonioDocument -Destination $folder -Force -SkipExisting } | Should -Throw -ErrorId "InvalidRequest,$save"
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'says why an unsafe document is refused, and continues' {
        $unsafe = $all | Where-Object VirusScan -EQ unsafe | Select-Object -First 1

        $files = $unsafe, $contract | Save-PersonioDocument -Destination $folder -ErrorAction SilentlyContinue -ErrorVariable failed

        $files.Name | Should -Be 'Contract.pdf'
        $failed.FullyQualifiedErrorId | Should -Be "Conflict,$save"
        $failed.Exception.Message | Should -BeLike '*virus scan*unsafe*'
        @(Get-ChildItem $folder -Force) | Should -HaveCount 1
    }

    It 'writes one error for a document that does not exist' {
        Save-PersonioDocument 1 $folder -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "DocumentNotFound,$save"
        $failed.TargetObject | Should -Be '1'
        @(Get-ChildItem $folder -Force) | Should -BeNullOrEmpty
    }

    It 'retries a broken download: <kind>' -ForEach @(
        @{ Kind = 'ResetInBody' }
        @{ Kind = 'TruncateBody' }
    ) {
        Add-Fault $sandbox @{ Kind = $kind; PathPrefix = $documents }

        $file = $contract | Save-PersonioDocument -Destination $folder

        $file.Length | Should -Be 3000000
        Get-Sent $sandbox | Should -HaveCount 2
        @(Get-ChildItem $folder -Force) | Should -HaveCount 1
    }

    It 'leaves no file if a download breaks permanently: <kind>' -ForEach @(
        @{ Kind = 'ResetInBody' }
        @{ Kind = 'TruncateBody' }
    ) {
        Connect-To $sandbox @{ MaxRetry = 0 }
        Add-Fault $sandbox @{ Kind = $kind; PathPrefix = $documents; Times = -1 }

        $contract | Save-PersonioDocument -Destination $folder -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "ConnectionFailed,$save"
        @(Get-ChildItem $folder -Force) | Should -BeNullOrEmpty
    }

    It 'leaves no file if a download stalls' {
        Connect-To $sandbox @{ MaxRetry = 0; TimeoutSec = 1 }
        Add-Fault $sandbox @{ Kind = 'StallBody'; PathPrefix = $documents; Times = -1 }

        $contract | Save-PersonioDocument -Destination $folder -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "TimedOut,$save"
        @(Get-ChildItem $folder -Force) | Should -BeNullOrEmpty
    }

    It 'leaves nothing but finished files if the pipeline ends early' {
        $some = $all | Where-Object VirusScan -NE unsafe

        $null = $some | Save-PersonioDocument -Destination $folder | Select-Object -First 1

        # Requests in progress at the end take a moment to finish.
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

    It 'requires that documents are specified, before any request' {
        { Save-PersonioDocument -ErrorAction Stop } | Should -Throw -ErrorId "InvalidRequest,$save"
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }
}
