BeforeDiscovery {
    . "$PSScriptRoot/Readings.ps1"
}

Describe 'Export-PersonioAbsenceCalendar, if ends are <reading>' -ForEach $readings {
    BeforeAll {
        . "$PSScriptRoot/Common.ps1"
        . "$PSScriptRoot/Apart.ps1"
        . "$PSScriptRoot/Writes.ps1"
        $sandbox = Start-Sandbox @{ PersonCount = 120; Today = [DateOnly]::new(2026, 6, 1) }
        $export = 'Personio.Commands.ExportPersonioAbsenceCalendarCommand'
        $days = @{ From = '2026-06-01'; To = '2026-06-30' }
        # In one language, regardless of where the tests run.
        $june = $days + @{ Culture = 'en-US' }

        # A person whose name has a meaning in files, with an absence of each kind.
        $evil = '</title><script>alert(1)</script>'
        $hostile = $sandbox.Tenant.AddPerson("$evil`"", "O'Fam;ily, \n & `u{202E}x", [NullString]::Value)
        $quiet = Add-Person $sandbox
        $null = Add-Absence $sandbox $hostile 2026-06-02T00:00:00 FIRST_HALF 2026-06-02T00:00:00 FIRST_HALF
        $null = Add-Absence $sandbox $hostile 2026-06-03T00:00:00 SECOND_HALF 2026-06-05T00:00:00 SECOND_HALF -Status PENDING
        $null = Add-Absence $sandbox $hostile 2026-06-08T00:00:00 FIRST_HALF 2026-06-08T00:00:00 SECOND_HALF -Status REJECTED
        $null = Add-Absence $sandbox $hostile 2026-06-09T14:00:00 $null 2026-06-09T16:30:00 $null 'Überstundenausgleich'
        $null = Add-Absence $sandbox $hostile 2026-06-20T00:00:00 FIRST_HALF $null $null 'Parental leave'

        # Returns the lines of an .ics file, unfolded, and the values of one property.
        function Get-Line {
            param($File)

            $text = [System.IO.File]::ReadAllText($File)
            $text -replace "`r`n " -split "`r`n"
        }

        function Get-Value {
            param($File, [string] $Name)

            Get-Line $File | Where-Object { $_ -match "^$Name[;:]" } | ForEach-Object { $_ -replace '^[^:]+:' }
        }
    }

    AfterAll {
        $sandbox.Dispose()
    }

    BeforeEach {
        $folder = New-Item (Join-Path $TestDrive ([guid]::NewGuid())) -ItemType Directory
        Push-Location $folder
        Connect-To $sandbox
    }

    AfterEach {
        $sandbox.ClearFaults()
        $sandbox.Options.Latency = [timespan]::Zero
        Disconnect-Personio
        Pop-Location
        Get-ChildItem $folder -Recurse -Filter *.part | Should -BeNullOrEmpty
    }

    It 'writes an event for each absence that Get-PersonioAbsencePeriod finds and that is not rejected' {
        $file = Export-PersonioAbsenceCalendar @june june.ics

        $found = Get-PersonioAbsencePeriod @days -IncludePerson | Where-Object Status -NE REJECTED
        $found.Count | Should -BeGreaterThan 10
        Get-Value $file UID | Sort-Object | Should -Be ($found.AbsencePeriodId | ForEach-Object { "personio-absence-$_" } | Sort-Object)
        $names = Get-Value $file SUMMARY | ForEach-Object { $_ -replace '\\([,;\\])', '$1' -replace ' \(.*\)$' }
        $names | Sort-Object | Should -Be ($found | ForEach-Object { "$($_.PersonName): $($_.AbsenceType)" -replace "`u{202E}", ' ' } | Sort-Object)
        $starts = Get-Value $file DTSTART | ForEach-Object { $_.Substring(0, 8) }
        $starts | Sort-Object | Should -Be ($found | ForEach-Object { $_.StartDate.ToString('yyyyMMdd') } | Sort-Object)
    }

    It 'writes a page with a row for each of their persons' {
        $file = Export-PersonioAbsenceCalendar @june june.html

        $page = Get-Content $file -Raw
        $found = Get-PersonioAbsencePeriod @days -IncludePerson | Where-Object Status -NE REJECTED
        $rows = [regex]::Matches($page, '<th scope="row"><bdi>(.*?)</bdi>') |
            ForEach-Object { [System.Net.WebUtility]::HtmlDecode($_.Groups[1].Value) -replace ' \(\d+\)$' }
        $rows | Sort-Object | Should -Be ($found | Group-Object PersonId | ForEach-Object { $_.Group[0].PersonName -replace "`u{202E}", ' ' } | Sort-Object)
        $page | Should -BeLike "*<p>$($found.Count) absences of $(@($rows).Count) persons.</p>*"
        foreach ($type in $found.AbsenceType | Sort-Object -Unique) {
            $page | Should -BeLike "*</b> $([System.Net.WebUtility]::HtmlEncode($type))</li>*".Replace('&#220;', 'Ü')
        }
    }

    It 'covers all days of -Month, instead of -From and -To' {
        $span = Export-PersonioAbsenceCalendar @june days.html
        $month = Export-PersonioAbsenceCalendar month.html -Month 2026-06 -Culture en-US

        Get-Content $month | Should -Be (Get-Content $span)
        (Export-PersonioAbsenceCalendar -Month 2026-06).Name | Should -Be 'absences-2026-06-01-to-2026-06-30.html'
        foreach ($other in @{ From = '2026-06-01' }, @{ To = '2026-06-01' }) {
            { Export-PersonioAbsenceCalendar -Month 2026-06 @other -Path both.html } |
                Should -Throw '-Month cannot be combined with -From or -To*' -ErrorId "InvalidRequest,$export"
        }
        'both.html' | Should -Not -Exist
    }

    It 'writes a hostile name to the page only as text' {
        $page = Get-Content (Export-PersonioAbsenceCalendar @june page.html -PersonId $hostile -Title $evil) -Raw

        $page | Should -BeLike '*<h1>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;</h1>*'
        $page | Should -BeLike '*<bdi>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot; O&#39;Fam;ily, \n &amp;  x</bdi>*'
        [regex]::Matches($page, '<script|</title>|http-equiv').Value | Should -Be 'http-equiv', '</title>'
    }

    It 'writes a hostile name to the file only as text' {
        $file = Export-PersonioAbsenceCalendar @june page.ics -PersonId $hostile

        Get-Value $file SUMMARY | Select-Object -First 1 |
            Should -BeExactly "$evil`" O'Fam\;ily\, \\n &  x: Vacation (first half of the day)"
        $bytes = [System.IO.File]::ReadAllBytes($file)
        $bytes[0..2] | Should -Not -Be 0xEF, 0xBB, 0xBF
        ([System.IO.File]::ReadAllText($file) -split "`r`n" | ForEach-Object { [System.Text.Encoding]::UTF8.GetByteCount($_) } |
            Measure-Object -Maximum).Maximum | Should -BeLessOrEqual 75
    }

    It 'shows half days, hours, an open end and unapproved absences' {
        $page = Get-Content (Export-PersonioAbsenceCalendar @june x.html -PersonId $hostile) -Raw

        $texts = [regex]::Matches($page, '<i>(.*?)</i>') | ForEach-Object { $_.Groups[1].Value -replace '; .*?;', ';' }
        $texts | Should -Contain 'Vacation; first half of the day'
        $texts | Should -Contain 'Vacation; begins at midday; pending'
        $texts | Should -Contain 'Parental leave; open end'
        $page | Should -BeLike '*<small>14:00</small><small>16:30</small>*'
        $page | Should -Not -BeLike '*rejected*'
    }

    It 'accepts <kind>' -ForEach @(
        @{ Kind = 'a person by id'; Call = { Export-PersonioAbsenceCalendar @june x.ics -PersonId $hostile } }
        @{ Kind = 'persons'; Call = { Get-PersonioPerson $hostile | Export-PersonioAbsenceCalendar @june x.ics } }
        @{ Kind = 'ids'; Call = { $hostile, $hostile, $quiet | Export-PersonioAbsenceCalendar @june x.ics } }
        @{ Kind = 'rows of a CSV file'; Call = { "PersonId`n$hostile" | ConvertFrom-Csv | Export-PersonioAbsenceCalendar @june x.ics } }
        @{ Kind = 'absences'; Call = { Get-PersonioAbsencePeriod -PersonId $hostile | Export-PersonioAbsenceCalendar @june x.ics } }
    ) {
        $file = . $call

        $found = Get-PersonioAbsencePeriod @days -PersonId $hostile | Where-Object Status -NE REJECTED
        Get-Value $file UID | Sort-Object | Should -Be ($found.AbsencePeriodId | ForEach-Object { "personio-absence-$_" } | Sort-Object)
    }

    It 'shows a row for every specified person, even without absences' {
        $page = Get-Content (Export-PersonioAbsenceCalendar @june x.html -PersonId $hostile, $quiet) -Raw

        [regex]::Matches($page, '<th scope="row">').Count | Should -Be 2
        @(Get-Query $sandbox /v2/absence-periods).'person.id' | Sort-Object -Unique | Should -Be "$hostile,$quiet"
    }

    It 'filters by type and by status' {
        $file = Export-PersonioAbsenceCalendar @june x.ics -PersonId $hostile -AbsenceType Vac* -Status Pending, rejected

        Get-Value $file STATUS | Should -Be TENTATIVE, CANCELLED
        Get-Value (Export-PersonioAbsenceCalendar @june y.ics -AbsenceType 'Nothing*') UID | Should -BeNullOrEmpty
    }

    It 'hides the reason for an absence' {
        $page = Get-Content (Export-PersonioAbsenceCalendar @june x.html -HideAbsenceType) -Raw
        $file = Export-PersonioAbsenceCalendar @june x.ics -HideAbsenceType

        $types = (Get-PersonioAbsenceType).Name | ForEach-Object { [regex]::Escape($_) }
        $page -replace '(?s)<style>.*</style>' | Should -Not -Match "\b($($types -join '|'))\b"
        Get-Value $file CATEGORIES | Should -BeNullOrEmpty
        Get-Value $file SUMMARY | Should -BeLike '*: Absent*'
    }

    It 'contains no comments' {
        $absence = New-PersonioAbsencePeriod $quiet Vacation 2026-06-10 2026-06-10 -Comment 'A secret reason'

        Export-PersonioAbsenceCalendar @june x.html -PersonId $quiet | Get-Content -Raw | Should -Not -Match 'secret'
        Export-PersonioAbsenceCalendar @june x.ics -PersonId $quiet | Get-Content -Raw | Should -Not -Match 'secret'
        $absence | Remove-PersonioAbsencePeriod -Confirm:$false
    }

    It 'covers today to the end of the next month without parameters, and writes to the current location' {
        $file = Export-PersonioAbsenceCalendar

        $file | Should -BeOfType System.IO.FileInfo
        $end = (Get-Date -Day 1).AddMonths(2).AddDays(-1)
        $file.FullName | Should -Be (Join-Path $folder "absences-$(Get-Date -Format yyyy-MM-dd)-to-$($end.ToString('yyyy-MM-dd')).html")
        $file | Get-Content -Raw | Should -BeLike '<!DOCTYPE html>*<section class="now">*</html>*'
    }

    It 'chooses the format: <path> with <format>' -ForEach @(
        @{ Path = 'x.ICS'; Format = $null; Begin = 'BEGIN:VCALENDAR*' }
        @{ Path = 'x.htm'; Format = $null; Begin = '<!DOCTYPE html>*' }
        @{ Path = 'x.txt'; Format = 'ICalendar'; Begin = 'BEGIN:VCALENDAR*' }
        @{ Path = 'a [1].ics'; Format = 'Html'; Begin = '<!DOCTYPE html>*' }
        @{ Path = 'TestDrive:/t.ics'; Format = $null; Begin = 'BEGIN:VCALENDAR*' }
    ) {
        $with = $format ? @{ Format = $format } : @{}

        $file = Export-PersonioAbsenceCalendar @june $path @with -Force

        $file.Name | Should -BeExactly (Split-Path $path -Leaf)
        Get-Content -LiteralPath $file.PSPath -Raw | Should -BeLike $begin
    }

    It 'leaves an existing file alone, and replaces it with -Force' {
        Set-Content june.html mine -NoNewline

        { Export-PersonioAbsenceCalendar @june june.html } | Should -Throw -ErrorId "Conflict,$export"

        Get-Content june.html | Should -Be mine
        Get-Sent $sandbox | Should -BeNullOrEmpty
        Export-PersonioAbsenceCalendar @june june.html -Force | Get-Content -Raw | Should -BeLike '<!DOCTYPE html>*'
    }

    It 'refuses <what> before any read' -ForEach @(
        @{ What = 'an ending that tells no format'; With = @{ Path = 'x.pdf' } }
        @{ What = 'a folder'; With = @{ Path = '.' ; Format = 'Html' } }
        @{ What = 'a folder that is not there'; With = @{ Path = 'no/x.html' } }
        @{ What = 'a place without files'; With = @{ Path = 'Env:x.html' } }
        @{ What = 'a page of years'; With = @{ To = '2029-01-01' } }
        @{ What = 'the end of time'; With = @{ To = '9999-12-31'; Path = 'x.ics' }; Kind = 'ParameterArgumentTransformationError' }
        @{ What = 'an end before the start'; With = @{ To = '2026-05-31' } }
    ) {
        { Export-PersonioAbsenceCalendar -From 2026-06-01 @with } | Should -Throw -ErrorId "$($kind ?? 'InvalidRequest'),$export"

        Get-Sent $sandbox | Should -BeNullOrEmpty
        Get-ChildItem $folder | Should -BeNullOrEmpty
    }

    It 'says with -WhatIf which file it would write, and neither reads nor writes' {
        $said = Get-HostOutput { $hostile | Export-PersonioAbsenceCalendar @june june.html -WhatIf }

        $said | Should -BeLike '*absences from 2026-06-01 to 2026-06-30*june.html*'
        Get-Sent $sandbox | Should -BeNullOrEmpty
        Get-ChildItem $folder | Should -BeNullOrEmpty
    }

    It 'writes no file when something cannot be read' {
        Add-Fault $sandbox @{ PathPattern = '^/v2/absence-periods'; Kind = 'RawBody'; Status = 400; Body = '{}' }
        Set-Content june.html mine -NoNewline

        { $hostile, $quiet | Export-PersonioAbsenceCalendar @june june.html -Force } | Should -Throw -ErrorId "InvalidRequest,$export"

        Get-Content june.html | Should -Be mine
    }

    It 'writes an error for an invalid id and continues; without any other id there is no file' {
        $file = 'a/b', $hostile | Export-PersonioAbsenceCalendar @june x.html -ErrorAction SilentlyContinue -ErrorVariable failed
        $none = 'a/b', '' | Export-PersonioAbsenceCalendar @june y.html -ErrorAction SilentlyContinue

        $failed.FullyQualifiedErrorId | Should -Be "InvalidRequest,$export"
        $failed.TargetObject | Should -Be a/b
        $file | Should -HaveCount 1
        $none | Should -BeNullOrEmpty
        'y.html' | Should -Not -Exist
    }

    It 'shows no ids instead of names if persons may not be read, and writes one error' {
        $limited = Start-Sandbox @{ PersonCount = 120; Today = [DateOnly]::new(2026, 6, 1); Scopes = 'personio:absences:read' }
        try {
            Connect-To $limited @{ WarningAction = 'SilentlyContinue' }
            $file = Export-PersonioAbsenceCalendar @june x.ics -ErrorVariable failed -ErrorAction SilentlyContinue

            $failed | Should -HaveCount 1
            "$failed" | Should -BeLike 'The names of persons cannot be read and are left empty.*'
            $failed[0].Exception.MissingScope | Should -Be 'personio:persons:read'
            Get-Value $file SUMMARY | Should -Match '^Person not named: \w'
        }
        finally {
            Disconnect-Personio
            $limited.Dispose()
            Connect-To $sandbox
        }
    }

    It 'uses the language of <culture>, and writes dates in files independently of it' -ForEach @(
        @{ Culture = 'de-DE'; Words = '*<html lang="de-DE">*Heute abwesend*Juni 2026</h2>*<i>Vacation; Di, 2. Juni 2026; erste Tageshälfte</i>*' }
        @{ Culture = 'en-US'; Words = '*<html lang="en-US">*Absent today*June 2026</h2>*<i>Vacation; Tue, June 2, 2026; first half of the day</i>*' }
        @{ Culture = 'pl-PL'; Words = '*<html lang="en-GB">*Absent today*June 2026</h2>*<i>Vacation; Tue, 2 June 2026; first half of the day</i>*' }
    ) {
        $with = @{ From = [datetime]'2026-06-01'; To = [datetime]::Today.AddDays(3); PersonId = $hostile }
        $page = Use-Culture $culture { Export-PersonioAbsenceCalendar @with }
        $file = Use-Culture $culture { Export-PersonioAbsenceCalendar x.ics @with -To '2026-06-30' }

        $page.Name | Should -Be "absences-2026-06-01-to-$($with.To.ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture)).html"
        Get-Content $page -Raw | Should -BeLike $words
        Get-Value $file DTSTART | Should -Be 20260602, 20260603, 20260609T120000Z, 20260620
    }

    It 'uses -Culture instead of the culture of the user, and refuses one without a translation' {
        $page = Use-Culture en-US { Export-PersonioAbsenceCalendar x.html @days -PersonId $hostile -Culture fr-FR -Title 'Équipe' }

        Get-Content $page -Raw | Should -BeLike '*<html lang="fr-FR">*<h1>Équipe</h1>*<i>Vacation; mar. 2 juin 2026; première demi-journée</i>*'
        $sandbox.ClearRequests()
        { Export-PersonioAbsenceCalendar y.html @days -Culture pl-PL } | Should -Throw "*no words in 'pl-PL'*German*de-DE*" -ErrorId "InvalidRequest,$export"
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'groups persons by <by>, as <how>' -ForEach @(
        @{ By = 'Department'; Column = 'DepartmentName'; How = 'their employments say'; Call = { $ids | Export-PersonioAbsenceCalendar x.html @june -GroupBy Department } }
        @{ By = 'Team'; Column = 'TeamName'; How = 'their employments say'; Call = { $ids | Export-PersonioAbsenceCalendar x.html @june -GroupBy Team } }
        @{ By = 'Workplace'; Column = 'WorkplaceName'; How = 'their columns say, without a request'; Call = { $some | Export-PersonioAbsenceCalendar x.html @june -GroupBy Workplace } }
    ) {
        $some = Get-PersonioPerson -First 12 -IncludeEmployment
        $ids = $some.PersonId
        $sandbox.ClearRequests()

        $page = Get-Content (. $call) -Raw

        $group = ''
        $found = foreach ($row in [regex]::Matches($page, '<th scope="(row|rowgroup)"[^>]*><bdi>(.*?)</bdi>')) {
            $text = [System.Net.WebUtility]::HtmlDecode($row.Groups[2].Value)
            if ($row.Groups[1].Value -eq 'rowgroup') { $group = $text } else { "$group/$text" }
        }
        $wanted = $some | ForEach-Object { "$($_.$column ?? "No $($by.ToLowerInvariant())")/$($_.DisplayName -replace "`u{202E}", ' ')" }
        $found | Sort-Object -Unique | Should -Be ($wanted | Sort-Object -Unique)
        @(Get-Sent $sandbox | Where-Object { $_ -like '*/employments' }).Count | Should -Be ($how -like 'their columns*' ? @($some | Where-Object { -not $_.$column }).Count : 12)
    }

    It 'never shows an id instead of a group name that cannot be read' {
        Add-Fault $sandbox @{ PathPrefix = '/v2/org-units'; Status = 403; Times = -1 }
        try {
            Disconnect-Personio
            Connect-To $sandbox
            $ids = (Get-PersonioPerson -First 4).PersonId

            $page = $ids | Export-PersonioAbsenceCalendar x.html @june -GroupBy Department -ErrorAction SilentlyContinue -ErrorVariable failed |
                Get-Content -Raw

            $failed.FullyQualifiedErrorId | Should -Be "AccessDenied,$export"
            [regex]::Matches($page, '<th scope="rowgroup"[^>]*><bdi>(.*?)</bdi>').ForEach({ $_.Groups[1].Value }) |
                Sort-Object -Unique | Should -Be 'No department'
        }
        finally {
            $sandbox.ClearFaults()
        }
    }

    It 'writes text for an email' {
        $file = Export-PersonioAbsenceCalendar june.txt @june -PersonId $hostile, $quiet
        $text = Get-Content $file -Raw

        $text | Should -Match "^Absences\n========\nMon, June 1, 2026 to Tue, June 30, 2026\n4 absences of 1 person\.\n"
        $text | Should -Match '\n  - Vacation; Tue, June 2, 2026; first half of the day\n'
        $text | Should -Match "\nGiven Family 1\n"
        $text | Should -Not -Match '&lt;|<td|secret'
    }

    It 'returns the text with -PassThru instead of a file: <format>' -ForEach @(
        @{ Format = 'Text'; Begin = 'Absences*' }
        @{ Format = 'Html'; Begin = '<!DOCTYPE html>*' }
        @{ Format = 'ICalendar'; Begin = 'BEGIN:VCALENDAR*' }
    ) {
        $text = Export-PersonioAbsenceCalendar @june -Format $format -PassThru

        $text | Should -BeOfType string
        $text | Should -HaveCount 1
        $text | Should -BeLike $begin
        Get-ChildItem $folder | Should -BeNullOrEmpty

        $both = Export-PersonioAbsenceCalendar here.x @june -Format $format -PassThru
        [System.IO.File]::ReadAllText("$folder/here.x") | Should -Be $both
    }

    It 'explains how to specify a day if one is given as the path' {
        { Export-PersonioAbsenceCalendar 2026-06-01 2026-06-30 } | Should -Throw "*-From '2026-06-01'*" -ErrorId "InvalidRequest,$export"
    }

    It 'ends with Ctrl+C without a file' {
        $engine = New-Engine {
            param($login, $file)
            Connect-Personio @login
            Export-PersonioAbsenceCalendar $file 2026-06-01 2026-06-30
        } @{ ClientId = $sandbox.ClientId; ClientSecret = Get-Secure $sandbox.ClientSecret; BaseUri = $sandbox.BaseUri }, "$folder/x.html"
        try {
            Add-Fault $sandbox @{ PathPattern = '^/v2/absence-periods'; Kind = 'StallBody' }
            $run = $engine.BeginInvoke()
            $limit = [datetime]::UtcNow.AddSeconds(10)
            while (-not (Get-Sent $sandbox | Where-Object { $_ -like '*absence-periods*' }) -and [datetime]::UtcNow -lt $limit) {
                Start-Sleep -Milliseconds 20
            }

            $run.IsCompleted | Should -BeFalse
            $engine.Stop()

            $engine.InvocationStateInfo.State | Should -Be Stopped
            $engine.Streams.Error | Should -BeNullOrEmpty
            Get-ChildItem $folder | Should -BeNullOrEmpty
        }
        finally {
            Remove-Engine $engine
        }
    }

    It 'is displayed correctly by a browser' {
        $browser = Get-Command chromium, chromium-browser, google-chrome -CommandType Application -ErrorAction Ignore |
            Select-Object -First 1
        if (-not $browser) {
            Set-ItResult -Skipped -Because 'no Chromium is on the PATH'
        }

        $file = Export-PersonioAbsenceCalendar @june june.html -PersonId $hostile, $quiet

        $options = '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'
        $options += '--disable-background-networking', '--disable-component-update', "--user-data-dir=$folder/browser"
        $shown = (& $browser @options --dump-dom ([uri]::new($file.FullName)).AbsoluteUri 2>$null) -join "`n"
        Remove-Item "$folder/browser" -Recurse -Force -ErrorAction Ignore

        # The page as the browser parsed it: a table whose rows have all their cells, and no script.
        $table = [regex]::Match($shown, '(?s)<table.*</table>').Value
        [regex]::Matches($table, '<th scope="col"').Count | Should -Be 31
        foreach ($row in [regex]::Matches($table, '(?s)<tr><th scope="row">.*?</tr>').Value) {
            $row | Should -BeLike '*</td></tr>'
            ([regex]::Matches($row, '<td(?: colspan="(\d+)")?>') |
                ForEach-Object { $_.Groups[1].Success ? [int]$_.Groups[1].Value : 1 } | Measure-Object -Sum).Sum | Should -Be 30
        }

        $shown | Should -Not -Match '<script'
        $shown | Should -Match '<title>Absences: '
    }
    It 'is printed with as many rows on the first page as fit' {
        $browser = Get-Command chromium, chromium-browser, google-chrome -CommandType Application -ErrorAction Ignore |
            Select-Object -First 1
        $reader = Get-Command pdftotext -CommandType Application -ErrorAction Ignore | Select-Object -First 1
        if (-not $browser -or -not $reader) {
            Set-ItResult -Skipped -Because 'no Chromium or no pdftotext is on the PATH'
        }

        $file = Get-PersonioPerson -First 60 | Export-PersonioAbsenceCalendar june.html @june
        $options = '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'
        $options += '--disable-background-networking', '--disable-component-update', "--user-data-dir=$folder/browser"
        & $browser @options '--no-pdf-header-footer' "--print-to-pdf=$folder/june.pdf" ([uri]::new($file.FullName)).AbsoluteUri 2>$null
        Remove-Item "$folder/browser" -Recurse -Force -ErrorAction Ignore

        $first = & $reader -l 1 june.pdf - | Out-String
        $names = (Get-PersonioPerson -First 60).DisplayName | Sort-Object
        @($names | Where-Object { $first.Contains($_) }).Count | Should -BeGreaterThan 15
    }
}
