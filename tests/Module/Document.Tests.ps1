BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Writes.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 60; Today = [DateOnly]::new(2026, 6, 1) }
    $documents = '/v2/document-management/documents'
    $set = 'Personio.Commands.SetPersonioDocumentCommand'
    $remove = 'Personio.Commands.RemovePersonioDocumentCommand'
    $add = 'Personio.Commands.AddPersonioDocumentCommand'

    function New-File {
        # A file to upload, and its full path.
        param([string] $Name, [int] $Size = 10)

        $path = Join-Path $TestDrive $Name
        [System.IO.File]::WriteAllBytes($path, [byte[]]::new($Size))
        $path
    }

    function New-Document {
        # Returns a document of a person as a user gets it.
        param($Owner, [string] $Name = 'Made.txt')

        $null = Add-PersonioDocument -LiteralPath (New-File $Name) -OwnerId $Owner -CategoryId 7
        Get-PersonioDocument -OwnerId $Owner | Select-Object -Last 1
    }
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'Get-PersonioDocument' {
    BeforeEach {
        Connect-To $sandbox
    }

    It 'lists the documents of piped persons in their order, with one request each' {
        $persons = Get-PersonioPerson -First 10
        $sandbox.ClearRequests()

        $found = $persons | Get-PersonioDocument

        $found[0] | Should -BeOfType 'Personio.Models.Document'
        $owners = $found.OwnerId | Select-Object -Unique
        $owners | Should -Be @($persons.PersonId | Where-Object { $_ -in $owners })
        $sent = @(Get-Query $sandbox $documents)
        $sent['owner_id'] | Should -BeNullOrEmpty
        $sent | ForEach-Object { $_['owner_id'] } | Sort-Object | Should -Be ($persons.PersonId | Sort-Object)
        $sent[0]['limit'] | Should -Be '200'
    }

    It 'is flat, and exports without type names' {
        $one = Get-PersonioDocument -OwnerId 4100 | Select-Object -First 1

        $one.Name, $one.OwnerId, $one.DocumentType | Should -Be 'Contract.pdf', '4100', 'application/pdf'
        $one.Size | Should -Be 3000000
        $one.Date | Should -BeOfType datetime
        $one.CreatedAt | Should -BeOfType datetimeoffset
        $one.VirusScan, $one.Signature | Should -Be 'safe', 'signed'
        $one.Id | Should -Be $one.DocumentId
        $one.AdditionalProperties.Count | Should -Be 0
        (Get-PersonioDocument -OwnerId 4100 | ConvertTo-Csv) -join "`n" | Should -Not -Match 'System\.|Personio\.'
    }

    It 'sends category and days as filters' {
        $null = Get-PersonioDocument 4100 -CategoryId 7, 8 -CreatedAfter 2026-01-01 -CreatedBefore '2026-02-01T10:00'

        $sent = @(Get-Query $sandbox $documents)
        $sent | ForEach-Object { $_['category_id'] } | Sort-Object | Should -Be '7', '8'
        $sent[0]['created_at.gte'], $sent[0]['created_at.lt'] | Should -Be '2026-01-01', '2026-02-01'
    }

    It 'accepts categories by name and requests them once' {
        $null = Get-PersonioPerson -First 3 | Get-PersonioDocument -Category 'sick NOTES', 7, 9

        $sent = @(Get-Query $sandbox $documents)
        $sent | ForEach-Object { $_['category_id'] } | Sort-Object | Should -Be '7', '7', '7', '9', '9', '9'
        Get-Sent $sandbox | Where-Object { $_ -like '*categories' } | Should -HaveCount 1
    }

    It 'refuses an unknown category before anything else: <category>' -ForEach @(
        @{ Category = 'Sick note'; Message = "*Did you mean 'Sick notes' (9)? Run Get-PersonioDocumentCategory to list all.*" }
        @{ Category = ' '; Message = "* '' was not found. Run Get-PersonioDocumentCategory to list all.*" }
    ) {
        { '4100', '4101' | Get-PersonioDocument -Category $category } |
            Should -Throw -ErrorId 'DocumentCategoryNotFound,Personio.Commands.GetPersonioDocumentCommand' -ExpectedMessage $message

        Get-Query $sandbox $documents | Should -BeNullOrEmpty
    }

    It 'sends -CreatedAfter inclusively and -CreatedBefore exclusively' {
        $all = Get-PersonioDocument 4100
        $day = $all[0].CreatedAt.ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture)

        (Get-PersonioDocument 4100 -CreatedAfter $day).DocumentId | Should -Contain $all[0].DocumentId
        (Get-PersonioDocument 4100 -CreatedBefore $day).DocumentId | Should -Not -Contain $all[0].DocumentId
    }

    It 'binds rows of a CSV file, applications and ids as text' {
        ("PersonId`n4100" | ConvertFrom-Csv | Get-PersonioDocument)[0].OwnerId | Should -Be '4100'
        ('4100' | Get-PersonioDocument)[0].OwnerId | Should -Be '4100'
        $application = Get-PersonioApplication -First 1
        $sandbox.ClearRequests()
        $null = $application | Get-PersonioDocument
        (Get-Query $sandbox $documents)['owner_id'] | Should -Be $application.ApplicationId
    }

    It 'returns no more than -First' {
        Get-PersonioPerson | Get-PersonioDocument -First 3 | Should -HaveCount 3
    }

    It 'requires that owners are specified, before any request' {
        { Get-PersonioDocument -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidRequest,Personio.Commands.GetPersonioDocumentCommand'
        Get-PersonioDocument -OwnerId '' -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed.FullyQualifiedErrorId | Should -Be 'InvalidRequest,Personio.Commands.GetPersonioDocumentCommand'
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }
}

Describe 'Get-PersonioDocumentCategory' {
    BeforeEach {
        Connect-To $sandbox
    }

    It 'lists them, and finds them by name and by id' {
        $all = Get-PersonioDocumentCategory

        $all[0] | Should -BeOfType 'Personio.Models.DocumentCategory'
        $all.DocumentCategoryId | Should -Be '7', '8', '9', '10'
        (Get-PersonioDocumentCategory 'sick*').DocumentCategoryId | Should -Be '9'
        (Get-PersonioDocumentCategory -DocumentCategoryId 10).Name | Should -Be 'Other'
        $all[0].AdditionalProperties.Count | Should -Be 0
        ($all | ConvertTo-Csv) -join "`n" | Should -Not -Match 'System\.|Personio\.'
    }
}

Describe 'Set-PersonioDocument' {
    BeforeEach {
        Connect-To $sandbox
        $owner = Add-Person $sandbox
        $document = New-Document $owner
        $sandbox.ClearRequests()
    }

    It 'sends only what was specified, and writes nothing' {
        $document | Set-PersonioDocument -CategoryId 8 | Should -BeNullOrEmpty

        Get-Sent $sandbox | Should -Be "PATCH $documents/$($document.DocumentId)"
        @($sandbox.Requests)[0].Body | Should -BeExactly '{"category":{"id":"8"}}'
    }

    It 'accepts the category by name and requests the list once' {
        $other = New-Document $owner
        $sandbox.ClearRequests()

        $document, $other | Set-PersonioDocument -Category ' zeugnisse, "INTERN" '

        @($sandbox.Requests | Where-Object Method -EQ PATCH).Body | Should -BeExactly '{"category":{"id":"8"}}', '{"category":{"id":"8"}}'
        Get-Sent $sandbox GET | Should -Be 'GET /v1/company/document-categories'
    }

    It 'lists similar categories for an unknown one, before the request' {
        $document | Set-PersonioDocument -Category 'Contract' -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "DocumentCategoryNotFound,$set"
        $failed.Exception.Message | Should -BeLike "*'Contracts' (7)*Get-PersonioDocumentCategory*"
        $failed.TargetObject.DocumentId | Should -Be $document.DocumentId
        Get-Sent $sandbox PATCH | Should -BeNullOrEmpty
    }

    It 'requests no category if none is changed' {
        $row = [pscustomobject]@{ DocumentId = $document.DocumentId; Name = 'New.txt'; Category = '' }

        $row | Set-PersonioDocument
        $document | Set-PersonioDocument -Name 'Newer.txt'

        Get-Sent $sandbox GET | Should -BeNullOrEmpty
    }

    It 'reads the category of a row from the column <column>' -ForEach @(
        @{ Column = 'Category'; Value = 'Other' }
        @{ Column = 'CategoryId'; Value = '10' }
        @{ Column = 'DocumentCategoryId'; Value = '10' }
    ) {
        [pscustomobject]@{ DocumentId = $document.DocumentId; Name = ''; $column = $value } | Set-PersonioDocument

        (Get-Change $sandbox).Body | Should -BeExactly '{"category":{"id":"10"}}'
    }

    It 'uses the bound column if a row has two' {
        [pscustomobject]@{ DocumentId = $document.DocumentId; Name = 'x.txt'; Category = ''; CategoryId = '10' } | Set-PersonioDocument

        (Get-Change $sandbox).Body | Should -BeExactly '{"name":"x.txt"}'
    }

    It 'sends name, day and comment unchanged, and returns the document with -PassThru' {
        $changed = $document | Set-PersonioDocument -Name 'Größe "x".txt' -Date 2026-02-03 -Comment "a`nb" -PassThru

        @($sandbox.Requests)[0].Body | Should -BeExactly '{"name":"Größe \"x\".txt","date":"2026-02-03","comment":"a\nb"}'
        $changed.DocumentId, $changed.Name, $changed.Comment | Should -Be $document.DocumentId, 'Größe "x".txt', "a`nb"
        $changed.Date | Should -Be ([datetime]'2026-02-03')
    }

    It 'clears the comment with $null' {
        $document | Set-PersonioDocument -Comment $null

        @($sandbox.Requests)[0].Body | Should -BeExactly '{"comment":""}'
    }

    It 'accepts rows of a CSV file, and ignores empty cells' {
        $row = "DocumentId,Name,Date,Comment,CategoryId`n$($document.DocumentId),New.txt,,," | ConvertFrom-Csv

        $row | Set-PersonioDocument

        @($sandbox.Requests)[0].Body | Should -BeExactly '{"name":"New.txt"}'
    }

    It 'sends nothing with -WhatIf and shows document and change' {
        Get-HostOutput { $document | Set-PersonioDocument -CategoryId 8 -WhatIf } |
            Should -BeLike "*Change document: Category '7' -> '8'*'Made.txt' ($($document.DocumentId))*"

        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'refuses <name> before the request' -ForEach @(
        @{ Name = 'no change'; With = @{}; Says = '*nothing to change*' }
        @{ Name = 'a name that is empty'; With = @{ Name = '' }; Says = '*cannot clear the name*' }
        @{ Name = 'no day'; With = @{ Date = $null }; Says = '*cannot clear the date*' }
        @{ Name = 'no category'; With = @{ CategoryId = $null }; Says = '*cannot clear the category*' }
        @{ Name = 'a long name'; With = @{ Name = 'n' * 257 }; Says = '*257 characters*256*' }
        @{ Name = '-PassThru without the owner'; With = @{ Name = 'x'; PassThru = $true }; Says = '*-PassThru needs the owner*' }
    ) {
        Set-PersonioDocument -DocumentId $document.DocumentId @with -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$set"
        $failed.Exception.Message | Should -BeLike $says
        $failed.TargetObject | Should -Be $document.DocumentId
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'writes one error for each failure, and continues' {
        Set-PersonioDocument -DocumentId '1', $document.DocumentId -Name 'x.txt' -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "DocumentNotFound,$set"
        $failed.TargetObject | Should -Be '1'
        Get-Sent $sandbox | Should -HaveCount 2
    }

    It 'reports the server message for a category that does not exist' {
        $document | Set-PersonioDocument -CategoryId 999 -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$set"
        $failed.TargetObject.DocumentId | Should -Be $document.DocumentId
    }
}

Describe 'Remove-PersonioDocument' {
    BeforeEach {
        Connect-To $sandbox
        $owner = Add-Person $sandbox
        $document = New-Document $owner
        $sandbox.ClearRequests()
    }

    It 'removes piped documents with one request, and returns them with -PassThru' {
        ($document | Remove-PersonioDocument -Confirm:$false -PassThru).Name | Should -Be 'Made.txt'

        Get-Sent $sandbox | Should -Be "DELETE $documents/$($document.DocumentId)"
        Get-PersonioDocument -OwnerId $owner | Should -BeNullOrEmpty
    }

    It 'removes by id without an additional request' {
        Remove-PersonioDocument $document.DocumentId -Confirm:$false

        Get-Sent $sandbox | Should -Be "DELETE $documents/$($document.DocumentId)"
    }

    It 'sends nothing with -WhatIf and shows document and owner' {
        Get-HostOutput { $document | Remove-PersonioDocument -WhatIf } | Should -BeLike "*'Made.txt' of $owner ($($document.DocumentId))*"
        Get-HostOutput { $document | Select-Object DocumentId, Name, OwnerId | Remove-PersonioDocument -WhatIf } |
            Should -BeLike "*'Made.txt' of $owner*"

        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'writes one error for each failure, and continues' {
        '1', $document.DocumentId | Remove-PersonioDocument -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "DocumentNotFound,$remove"
        $failed.TargetObject | Should -Be '1'
        Get-PersonioDocument -OwnerId $owner | Should -BeNullOrEmpty
    }

    It 'refuses <what> before any request' -ForEach @(
        @{ What = 'nothing'; With = @{} }
        @{ What = 'an empty id'; With = @{ DocumentId = '' } }
    ) {
        { Remove-PersonioDocument @with -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId "InvalidRequest,$remove"
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }
}

Describe 'Add-PersonioDocument' {
    BeforeEach {
        Connect-To $sandbox
        $owner = Add-Person $sandbox
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    It 'uploads a file with its name as a form of v1, and writes what was created' {
        $path = New-File 'Zahnärztin "x" 契.txt' 1234

        $made = Add-PersonioDocument $path $owner 7 -Comment 'Grüße' -Date 2026-02-03

        $sent = @($sandbox.Requests)
        $sent | Should -HaveCount 1
        "$($sent[0].Method) $($sent[0].RawTarget)" | Should -Be 'POST /v1/company/documents'
        $sent[0].Headers['Content-Type'] | Should -BeLike 'multipart/form-data; boundary=*'
        $sent[0].Body | Should -BeLike '*name="title"*Zahnärztin "x" 契.txt*name="employee_id"*name="category_id"*name="comment"*Grüße*name="date"*2026-02-03*name="file"; filename="Zahnärztin %22x%22 契.txt"*'
        $made | Should -BeOfType 'Personio.Models.Document'
        $made.Name, $made.OwnerId, $made.CategoryId, $made.Comment | Should -Be 'Zahnärztin "x" 契.txt', $owner, '7', 'Grüße'
        $made.Size | Should -Be 1234
        $read = Get-PersonioDocument -OwnerId $owner
        $read.DocumentId, $read.Name, $read.Size, $read.Comment | Should -Be $made.DocumentId, 'Zahnärztin "x" 契.txt', 1234, 'Grüße'
        $read.Date | Should -Be ([datetime]'2026-02-03')
    }

    It 'accepts the category by name and requests the list once, also for several files' {
        $null = New-Item -ItemType Directory "$TestDrive/named"
        $null = 'a.txt', 'b.txt' | ForEach-Object { New-File "named/$_" }

        $made = Get-ChildItem "$TestDrive/named" | Add-PersonioDocument -OwnerId $owner -Category 'SICK notes'

        $made.CategoryId | Should -Be '9', '9'
        Get-Sent $sandbox | Should -Be 'GET /v1/company/document-categories', 'POST /v1/company/documents', 'POST /v1/company/documents'
        (Get-PersonioDocument -OwnerId $owner).CategoryId | Should -Be '9', '9'
    }

    It 'writes one error for a row with an unknown category, and continues' {
        $rows = 'Sick note', 'Sick notes' | ForEach-Object { [pscustomobject]@{ LiteralPath = New-File row.txt; OwnerId = $owner; Category = $_ } }

        $made = $rows | Add-PersonioDocument -ErrorAction SilentlyContinue -ErrorVariable failed

        $made.CategoryId | Should -Be '9'
        $failed.FullyQualifiedErrorId | Should -Be "DocumentCategoryNotFound,$add"
        $failed.TargetObject | Should -Be $rows[0]
    }

    It 'omits what was not specified' {
        $null = Add-PersonioDocument (New-File plain.txt) $owner 7

        @($sandbox.Requests)[0].Body | Should -Not -Match 'name="comment"|name="date"'
    }

    It 'accepts files from Get-ChildItem, wildcards, and brackets exactly as written' {
        $null = New-Item -ItemType Directory "$TestDrive/many"
        $null = 'a.txt', 'b.txt', 'c[1].txt' | ForEach-Object { New-File "many/$_" }

        @(Get-ChildItem "$TestDrive/many" | Add-PersonioDocument -OwnerId $owner -CategoryId 7).Name | Should -Be 'a.txt', 'b.txt', 'c[1].txt'
        @(Add-PersonioDocument "$TestDrive/many/?.txt" $owner 7 -Confirm:$false).Name | Should -Be 'a.txt', 'b.txt'
        @(Add-PersonioDocument -LiteralPath "$TestDrive/many/c[1].txt" -OwnerId $owner -CategoryId 7).Name | Should -Be 'c[1].txt'
    }

    It 'accepts rows of a CSV file with empty cells' {
        $row = "Path,PersonId,DocumentCategoryId,Title,Comment,Date`n$(New-File row.txt),$owner,8,A title,,2026-03-04" | ConvertFrom-Csv

        $made = $row | Add-PersonioDocument

        $made.Name, $made.CategoryId, $made.OwnerId | Should -Be 'A title', '8', $owner
        $made.Date | Should -Be ([datetime]'2026-03-04')
    }

    It 'sends nothing with -WhatIf and shows file, document and person' {
        $path = New-File what.txt

        Get-HostOutput { Add-PersonioDocument $path $owner 7 -Name 'A title' -WhatIf } |
            Should -BeLike "*Upload *what.txt*'A title' for person $owner (* *)*"

        Get-Sent $sandbox | Should -Be 'GET /v2/persons'
    }

    It 'foresees with -WhatIf that the person does not exist' {
        Add-PersonioDocument (New-File what.txt) 1 7 -WhatIf -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -BeLike 'PersonNotFound,*'
        @(Get-Sent $sandbox) -notlike 'GET *' | Should -BeNullOrEmpty
    }

    It 'refuses a file of <size> bytes before anything is sent' -ForEach @(
        @{ Size = 0; Says = '*file is empty*' }
        @{ Size = 31457281; Says = '*31457281 bytes*31457280 (30 MB)*' }
    ) {
        $path = New-File "size$size.bin" $size

        Add-PersonioDocument $path $owner 7 -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$add"
        $failed.Exception.Message | Should -BeLike $says
        $failed.TargetObject | Should -Be $path
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'refuses <name> before anything is sent' -ForEach @(
        @{ Name = 'a file that is not there'; With = @{ LiteralPath = 'nowhere.txt' }; Id = 'FileNotFound' }
        @{ Name = 'a folder'; With = @{ LiteralPath = '.' }; Id = 'FileNotFound' }
        @{ Name = 'what is no file'; With = @{ LiteralPath = 'Env:/PATH' }; Id = 'FileNotFound' }
        @{ Name = 'a drive that is not there'; With = @{ LiteralPath = 'Nowhere:/x.txt' }; Id = 'FileNotFound' }
        @{ Name = 'no path'; With = @{ LiteralPath = '' }; Id = 'InvalidRequest' }
        @{ Name = 'no owner'; With = @{ OwnerId = ' ' }; Id = 'InvalidRequest' }
        @{ Name = 'no category'; With = @{ CategoryId = '' }; Id = 'InvalidRequest' }
    ) {
        $given = @{ LiteralPath = New-File good.txt; OwnerId = $owner; CategoryId = '7' }
        $with.GetEnumerator() | ForEach-Object { $given[$_.Key] = $_.Value }

        Add-PersonioDocument @given -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed | Should -HaveCount 1
        $failed.FullyQualifiedErrorId | Should -Be "$id,$add"
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'refuses a path, with or without wildcards, that matches nothing: <path>' -ForEach @(
        @{ Path = 'nowhere.txt' }
        @{ Path = 'Nowhere:/x.txt' }
        @{ Path = 'Env:/PATH' }
    ) {
        Add-PersonioDocument $path $owner 7 -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed | Should -HaveCount 1
        $failed.FullyQualifiedErrorId | Should -Be "FileNotFound,$add"
        $failed.TargetObject | Should -Be $path
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'refuses one name for several files' {
        $null = New-Item -ItemType Directory "$TestDrive/two"
        $null = 'a.txt', 'b.txt' | ForEach-Object { New-File "two/$_" }

        { Add-PersonioDocument "$TestDrive/two/*" $owner 7 -Name One -ErrorAction Stop } | Should -Throw -ErrorId "InvalidRequest,$add"
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'attributes a refusal of the server to the row, and continues' {
        $rows = '999999', $owner | ForEach-Object { [pscustomobject]@{ LiteralPath = New-File row.txt; OwnerId = $_; CategoryId = '7' } }

        $made = $rows | Add-PersonioDocument -ErrorAction SilentlyContinue -ErrorVariable failed

        $made.OwnerId | Should -Be $owner
        $failed.FullyQualifiedErrorId | Should -Be "PersonNotFound,$add"
        $failed.Exception.Message | Should -BeLike '*no person 999999*'
        $failed.Exception.StatusCode | Should -Be 404
        $failed.TargetObject | Should -Be $rows[0]
    }

    It 'says that the category does not exist' {
        Add-PersonioDocument (New-File row.txt) $owner 999 -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$add"
        $failed.Exception.Message | Should -BeLike '*no document category 999; Get-PersonioDocumentCategory*'
    }

    It 'names person and category if either might be missing' {
        $fault = [Personio.Sandbox.SandboxFault]::new()
        $fault.PathPrefix, $fault.Status = '/v1/company/document-categories', 500
        $sandbox.AddFault($fault)
        $session = Connect-Personio -ClientId $sandbox.ClientId -BaseUri $sandbox.BaseUri -Name Hasty -MaxRetry 0 -PassThru `
            -ClientSecret (ConvertTo-SecureString $sandbox.ClientSecret -AsPlainText -Force)

        Add-PersonioDocument (New-File row.txt) 999999 7 -Session $session -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$add"
        $failed.Exception.Message | Should -BeLike '*no person 999999, or no document category 7.'
        Disconnect-Personio -Session Hasty
        $sandbox.ClearFaults()
    }

    It 'sends the complete file again after a 429' {
        $fault = [Personio.Sandbox.SandboxFault]::new()
        $fault.Method, $fault.Status = 'POST', 429
        $sandbox.AddFault($fault)

        $made = Add-PersonioDocument (New-File again.bin 200000) $owner 7

        Get-Sent $sandbox | Should -HaveCount 2
        (Get-PersonioDocument -OwnerId $owner).Size | Should -Be 200000
        $made.Size | Should -Be 200000
    }

    It 'sends nothing twice if the response is lost' {
        $fault = [Personio.Sandbox.SandboxFault]::new()
        $fault.Method, $fault.Kind, $fault.AfterProcessing = 'POST', 'ResetBeforeResponse', $true
        $sandbox.AddFault($fault)

        Add-PersonioDocument (New-File lost.txt) $owner 7 -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "ConnectionFailed,$add"
        $failed.Exception.OutcomeUnknown | Should -BeTrue
        Get-Sent $sandbox | Should -HaveCount 1
    }
}
