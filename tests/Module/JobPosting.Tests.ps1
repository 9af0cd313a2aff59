BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 3; Today = [DateOnly]::new(2026, 6, 1) }
    $at = @{ BaseUri = $sandbox.BaseUri }
    $get = 'Personio.Commands.GetPersonioJobPostingCommand'

    # Serves this document as the feed, once.
    function Set-Feed {
        param([string] $Xml, [hashtable] $With = @{})

        Add-Fault $sandbox (@{ Kind = 'RawBody'; PathPrefix = '/xml'; Body = $Xml; Status = 200; ContentType = 'application/xml' } + $With)
    }
}

AfterAll {
    $sandbox.Dispose()
}

Describe 'Get-PersonioJobPosting' {
    BeforeEach {
        $sandbox.ClearRequests()
    }

    AfterEach {
        $sandbox.ClearFaults()
    }

    It 'reads the feed without a session, a token or a credential' {
        $postings = Get-PersonioJobPosting acme @at

        Get-PersonioSession -Name * | Should -BeNullOrEmpty
        $postings.JobPostingId | Should -Be '1834101', '1834102', '1834103', '1834104'
        $postings[0] | Should -BeOfType 'Personio.Models.JobPosting'
        Get-Sent $sandbox | Should -Be 'GET /xml'
        $request = @($sandbox.Requests)[0]
        $request.Query.Count | Should -Be 0
        $request.Headers.Keys | Should -Not -Contain 'Authorization'
        $request.Headers['User-Agent'] | Should -BeLike 'Personio-PowerShell/*'
    }

    It 'is flat and typed, umlauts included' {
        $posting = Get-PersonioJobPosting acme Lohn* @at

        $posting.Name, $posting.Company, $posting.Department | Should -Be 'Lohnbuchhalter:in (m/w/d)', 'acme', 'Finance'
        $posting.Office, $posting.AdditionalOffices.ToString(), $posting.Subcompany | Should -Be 'Hamburg', 'München; Remote', 'Nordwerk GmbH'
        $posting.RecruitingCategory, $posting.EmploymentType, $posting.Seniority | Should -Be 'Back office', 'permanent', 'experienced'
        $posting.Schedule, $posting.YearsOfExperience | Should -Be 'full-time', '2-5'
        $posting.Occupation, $posting.OccupationCategory | Should -Be 'payroll', 'accounting_and_finance'
        $posting.Keywords | Should -Be 'Lohn', 'Gehalt', 'DATEV'
        $posting.SalaryMin, $posting.SalaryMax | Should -Be 48000, 56500
        $posting.SalaryMin | Should -BeOfType [decimal]
        $posting.SalaryCurrency, $posting.SalaryType | Should -Be 'EUR', 'yearly'
        $posting.CreatedAt | Should -Be ([datetimeoffset]'2026-04-21T08:12:00Z')
        $posting.Url | Should -Be "$($sandbox.BaseUri)job/1834101"
        $posting.AdditionalProperties.salaryInformation.currencySymbol | Should -Be '€'
        $posting.Id | Should -Be '1834101'
    }

    It 'has each section of the text as HTML and as plain text, in one cell of a CSV file' {
        $posting = Get-PersonioJobPosting acme Lohn* @at

        $posting.Descriptions.Name | Should -Be 'Deine Aufgaben', 'Dein Profil'
        $posting.Descriptions[0].Html | Should -BeLike '<ul><li>Löhne &amp; Gehälter*'
        $posting.Descriptions[0].Text | Should -Be "- Löhne & Gehälter für rund 120 Kolleg:innen`n- Prüfen der Reisekosten"
        ($posting | ConvertTo-Csv | ConvertFrom-Csv).Descriptions | Should -Be (
            'Deine Aufgaben: - Löhne & Gehälter für rund 120 Kolleg:innen - Prüfen der Reisekosten; ' +
            'Dein Profil: Du magst Zahlen und bist sorgfältig.')
    }

    It 'requests a language; a position without it has no text' {
        $postings = Get-PersonioJobPosting acme -Language EN @at

        (Get-Query $sandbox /xml)['language'] | Should -BeExactly 'en'
        $postings[0].Descriptions.Name | Should -Be 'Your tasks', 'Your profile'
        $postings[0].Url | Should -Be "$($sandbox.BaseUri)job/1834101?language=en"
        $postings[2].Descriptions.Count | Should -Be 0
        { Get-PersonioJobPosting acme -Language xx @at } | Should -Throw -ErrorId "ParameterArgumentValidationError,$get"
    }

    It 'has null for unpublished values' {
        $posting = Get-PersonioJobPosting acme Werkstudent* @at

        $posting.YearsOfExperience, $posting.Occupation, $posting.RecruitingCategory, $posting.SalaryMin | Should -Be $null, $null, $null, $null
        $posting.Keywords.Count + $posting.AdditionalOffices.Count + $posting.Descriptions.Count | Should -Be 0
        $posting.AdditionalProperties.Count | Should -Be 0
    }

    It 'filters by name, one error for each name that is missing' {
        $found = Get-PersonioJobPosting acme 'sensor firmware engineer', 'Nobody', 'None*' @at -ErrorAction SilentlyContinue -ErrorVariable failed

        $found.JobPostingId | Should -Be '1834102'
        $failed.FullyQualifiedErrorId | Should -Be "JobPostingNotFound,$get"
        "$failed" | Should -BeLike "*'acme'*'Nobody'*"
    }

    It 'stops at -First, also before the next company is requested' {
        (Get-PersonioJobPosting acme -First 2 @at).JobPostingId | Should -Be '1834101', '1834102'
        $sandbox.ClearRequests()

        ('acme', 'beta', 'gamma' | Get-PersonioJobPosting -First 6 @at).Company | Should -Be 'acme', 'acme', 'acme', 'acme', 'beta', 'beta'
        @($sandbox.Requests).Count | Should -Be 2
    }

    It 'reports a company without a feed, and continues: <case>' -ForEach @(
        @{ Case = 'a web page with 404'; Fault = @{ Kind = 'HtmlError'; Status = 404 } }
        @{ Case = 'a redirect to the website'; Fault = @{ Kind = 'RedirectTo'; Status = 307; Body = 'https://www.personio.com/' } }
    ) {
        Add-Fault $sandbox ($fault + @{ PathPrefix = '/xml' })

        $found = 'nobody-here', 'acme' | Get-PersonioJobPosting @at -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be "JobPostingFeedNotFound,$get"
        $failed.TargetObject | Should -Be 'nobody-here'
        $failed.CategoryInfo.Category | Should -Be 'ObjectNotFound'
        "$failed" | Should -BeLike "The job feed of company 'nobody-here' was not found at 127.0.0.1:*career page*"
        $found.Company | Select-Object -Unique | Should -Be 'acme'
        @($sandbox.Requests).Count | Should -Be 2
    }

    It 'refuses an impossible company before anything is sent: <name>' -ForEach @(
        'acme.jobs.personio.de', 'https://acme.jobs.personio.de/xml', 'a/b', 'acme#', 'x@y', '-acme', ' ', 'acme?', "acme`n.example.org" |
            ForEach-Object { @{ Name = $_ } }
    ) {
        { Get-PersonioJobPosting $name @at -ErrorAction Stop } | Should -Throw -ErrorId "InvalidRequest,$get" -ExpectedMessage '*for example acme*'

        $sandbox.Requests | Should -BeNullOrEmpty
    }

    It 'accepts a company in any case, surrounded by blanks' {
        (Get-PersonioJobPosting ' ACME ' -First 1 @at).Company | Should -BeExactly 'acme'
    }

    It 'refuses an address that is neither https nor on this computer' {
        { Get-PersonioJobPosting acme -BaseUri http://example.org -ErrorAction Stop } |
            Should -Throw -ErrorId "InvalidRequest,$get" -ExpectedMessage '*https*'
    }

    It 'retries like every cmdlet that reads' {
        Add-Fault $sandbox @{ Kind = 'Status'; Status = 503; PathPrefix = '/xml' }

        (Get-PersonioJobPosting acme @at).Count | Should -Be 4
        @($sandbox.Requests).Count | Should -Be 2
    }

    It 'gives up after -MaxRetry, and after -TimeoutSec for one attempt' {
        Add-Fault $sandbox @{ Kind = 'StallBody'; PathPrefix = '/xml' }

        { Get-PersonioJobPosting acme -MaxRetry 0 -TimeoutSec 1 @at -ErrorAction Stop } | Should -Throw -ErrorId "TimedOut,$get"
        @($sandbox.Requests).Count | Should -Be 1
    }

    It 'reports the request in the verbose stream' {
        $told = Get-PersonioJobPosting acme -Language de @at -Verbose 4>&1 | Out-String

        $told | Should -BeLike '*Reading the job feed of acme at 127.0.0.1:*'
        $told | Should -BeLike '*GET /xml?language=de -> 200*'
    }
}

Describe 'A job feed' {
    AfterEach {
        $sandbox.ClearFaults()
    }

    It 'cannot make this computer read a file or expand entities: <case>' -ForEach @(
        @{ Case = 'an external entity'; Xml = '<!DOCTYPE f [<!ENTITY e SYSTEM "file:///etc/hostname">]><workzag-jobs><position><id>1</id><name>&e;</name></position></workzag-jobs>' }
        @{ Case = 'an entity'; Xml = '<!DOCTYPE f [<!ENTITY e "xx">]><workzag-jobs><position><id>1</id><name>&e;</name></position></workzag-jobs>' }
        @{ Case = 'an external DTD'; Xml = '<!DOCTYPE f SYSTEM "http://127.0.0.1:9/f.dtd"><workzag-jobs/>' }
    ) {
        Set-Feed $xml

        { Get-PersonioJobPosting acme @at -ErrorAction Stop } | Should -Throw -ErrorId "UnexpectedResponse,$get" -ExpectedMessage '*DTD*'
    }

    It 'is refused if it is something else: <case>' -ForEach @(
        @{ Case = 'another document'; Xml = '<rss><position><id>1</id></position></rss>'; Says = '*workzag-jobs*' }
        @{ Case = 'a web page'; Xml = '<!DOCTYPE html><html></html>'; Says = '*web page*' }
        @{ Case = 'JSON'; Xml = '{"jobs":[]}'; Says = '*GET /xml*' }
        @{ Case = 'nothing'; Xml = ''; Says = '*GET /xml*' }
        @{ Case = 'half a document'; Xml = '<workzag-jobs><position><id>1</id>'; Says = '*GET /xml*' }
        @{ Case = 'nested without end'; Xml = '<workzag-jobs><position>' + '<a>' * 50 + '</a>' * 50 + '</position></workzag-jobs>'; Says = '*deeper*' }
    ) {
        Set-Feed $xml

        { Get-PersonioJobPosting acme @at -ErrorAction Stop } | Should -Throw -ErrorId "UnexpectedResponse,$get" -ExpectedMessage $says
    }

    It 'without positions is not an error' {
        Set-Feed '<workzag-jobs/>'

        Get-PersonioJobPosting acme @at -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'is read leniently: leading blanks, control characters, unknown elements, offsets without a colon' {
        Set-Feed ("`n<?xml version=`"1.0`" encoding=`"UTF-8`"?><workzag-jobs><meta><position/></meta><position><id> 7 </id><new><deep>x</deep></new>" +
            "<name><![CDATA[R&D$([char]11)Lead]]></name><createdAt>2026-05-02T08:00:00+0200</createdAt><salaryInformation><min>1.5</min></salaryInformation>" +
            '<jobDescriptions><jobDescription><name>A</name><value><![CDATA[<p>1 < 2</p>]]></value></jobDescription></jobDescriptions></position></workzag-jobs>')

        $posting = Get-PersonioJobPosting acme @at -ErrorAction Stop

        $posting.JobPostingId, $posting.Name | Should -Be '7', 'R&D Lead'
        $posting.CreatedAt | Should -Be ([datetimeoffset]'2026-05-02T06:00:00Z')
        $posting.SalaryMin, $posting.SalaryMax | Should -Be 1.5, $null
        $posting.Descriptions[0].Text | Should -Be '1 < 2'
        $posting.AdditionalProperties.new.deep | Should -Be 'x'
    }

    It 'in another encoding is read correctly' {
        Set-Feed '<?xml version="1.0" encoding="us-ascii"?><workzag-jobs><position><id>1</id><name>K&#252;che</name></position></workzag-jobs>'

        (Get-PersonioJobPosting acme @at).Name | Should -Be 'Küche'
    }

    It 'with one unreadable position returns the others, and an error that names it' {
        Set-Feed '<workzag-jobs><position><id>1</id><createdAt>soon</createdAt></position><position><id>2</id></position></workzag-jobs>'

        $found = Get-PersonioJobPosting acme @at -ErrorAction SilentlyContinue -ErrorVariable failed

        $found.JobPostingId | Should -Be '2'
        $failed.FullyQualifiedErrorId | Should -Be "UnexpectedResponse,$get"
        $failed.TargetObject | Should -Be '1'
    }
}
