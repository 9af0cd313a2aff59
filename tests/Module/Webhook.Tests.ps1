BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Writes.ps1"
    . "$PSScriptRoot/Apart.ps1"
    $sandbox = Start-Sandbox @{ PersonCount = 5 }
    Connect-To $sandbox
    $url = 'https://hooks.example.org/personio'

    # Returns the body of the last request of a method, as an object.
    function Get-Body {
        param([string] $Method)

        ($sandbox.Requests | Where-Object Method -EQ $Method)[-1].Body | ConvertFrom-Json
    }
}

AfterAll {
    Disconnect-Personio
    $sandbox.Dispose()
}

Describe 'New-PersonioWebhook' {
    BeforeEach {
        $sandbox.ClearRequests()
    }

    It 'creates a disabled webhook, and writes it' {
        $made = New-PersonioWebhook "$url/1" 'To the directory' person.created, Person.Updated

        $made.WebhookId | Should -Not -BeNullOrEmpty
        $made.Url | Should -Be "$url/1"
        $made.Status | Should -Be 'DISABLED'
        $made.EnabledEvents | Should -Be 'person.created', 'person.updated'
        $body = Get-Body POST
        $body.auth_type | Should -Be 'NONE'
        $body.PSObject.Properties.Name | Should -Not -Contain 'token'
    }

    It 'sends a token but never shows it' {
        $made = New-PersonioWebhook "$url/2" Token person.created -Token (Get-Secure 'Bearer s3cr3t+&') -Status Enabled

        (Get-Body POST).token | Should -Be 'Bearer s3cr3t+&'
        (Get-Body POST).auth_type | Should -Be 'TOKEN'
        $shown = $made, (Get-PersonioWebhook $made.WebhookId) |
            ForEach-Object { $_ | Format-List * -Force | Out-String; $_ | ConvertTo-Json -Depth 5; "$_" }
        $shown | Should -Not -Match 's3cr3t'
    }

    It 'sends custom headers but shows only their names' {
        $made = New-PersonioWebhook "$url/3" Headers person.created -CustomHeader @{ 'X-Key' = Get-Secure 'k3y'; 'X-From' = 'hr' }

        (Get-Body POST).custom_headers.'X-Key' | Should -Be 'k3y'
        (Get-Body POST).auth_type | Should -Be 'CUSTOM'
        $made.CustomHeaderNames | Sort-Object | Should -Be 'X-From', 'X-Key'
        $made | ConvertTo-Json -Depth 5 | Should -Not -Match 'k3y'
    }

    It 'refuses before any request: <name>' -ForEach @(
        @{ Name = 'an address without encryption'; With = @{ Url = 'http://hooks.example.org' }; Says = '*https*' }
        @{ Name = 'an address with user info'; With = @{ Url = 'https://u:p@hooks.example.org' }; Says = '*user info*' }
        @{ Name = 'no address'; With = @{ Url = 'hooks' }; Says = '*https*' }
        @{ Name = 'an unknown event'; With = @{ EnabledEvent = 'person.renamed' }; Says = '*person.renamed*Known events:*' }
        @{ Name = 'four headers'; With = @{ CustomHeader = @{ a = 1; b = 2; c = 3; d = 4 } }; Says = '*3 custom headers*' }
        @{ Name = 'a forbidden header'; With = @{ CustomHeader = @{ 'Content-Type' = 'x' } }; Says = "*begin with 'content-type'*" }
        @{ Name = 'the beginning of one'; With = @{ CustomHeader = @{ 'Host-Name' = 'x' } }; Says = "*begin with 'host'*" }
        @{ Name = 'a split header'; With = @{ CustomHeader = @{ 'X-A' = "a`r`nB: c" } }; Says = '*control characters*' }
        @{ Name = 'a name with a colon'; With = @{ CustomHeader = @{ 'X:A' = 'x' } }; Says = '*name of a header*' }
    ) {
        $all = @{ Url = $url; Description = 'x'; EnabledEvent = 'person.created' }
        $with.GetEnumerator() | ForEach-Object { $all[$_.Key] = $_.Value }

        New-PersonioWebhook @all -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -Be 'InvalidRequest,Personio.Commands.NewPersonioWebhookCommand'
        $failed.Exception.Message | Should -BeLike $says
        $failed.Exception.Message | Should -Not -Match 'u:p'
        $sandbox.Requests | Should -BeNullOrEmpty
    }

    It 'accepts a token or headers, not both' {
        { New-PersonioWebhook $url x person.created -Token (Get-Secure t) -CustomHeader @{ a = 1 } -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidRequest,Personio.Commands.NewPersonioWebhookCommand'
    }
}

Describe 'Get-, Set- and Remove-PersonioWebhook' {
    BeforeAll {
        $hook = New-PersonioWebhook "$url/set" 'Before' person.created -Token (Get-Secure 'first')
    }

    BeforeEach {
        $sandbox.ClearRequests()
    }

    It 'get by id, by event and by status' {
        (Get-PersonioWebhook $hook.WebhookId).Description | Should -Be 'Before'
        (Get-PersonioWebhook -EventName person.created -Status Disabled).WebhookId | Should -Contain $hook.WebhookId
        @($sandbox.Requests)[-1].Query['enabled_events'] | Should -Be 'person.created'
        @($sandbox.Requests)[-1].Query['status'] | Should -Be 'DISABLED'
        (Get-PersonioWebhook -EventName person.deleted, PERSON.created -Status Disabled).WebhookId | Should -Contain $hook.WebhookId
        (Get-PersonioWebhook -EventName no.such, no.other).WebhookId | Should -BeNullOrEmpty
    }

    It 'get no further page if the first is enough' {
        $rows = 1..6 | ForEach-Object { @{ id = "w$_"; url = "$url/$_" } }
        $next = @{ links = @{ next = @{ href = "$($sandbox.BaseUri)".TrimEnd('/') + '/v2/webhooks?cursor=second' } } }
        Add-Fault $sandbox @{ PathPattern = '^/v2/webhooks$'; Kind = 'RawBody'; Status = 200; ContentType = 'application/json'
            Body = @{ _data = $rows; _meta = $next } | ConvertTo-Json -Depth 5
        }

        (Get-PersonioWebhook | Select-Object -First 1).WebhookId | Should -Be 'w1'

        Get-Sent $sandbox | Should -Be 'GET /v2/webhooks'
    }

    It 'write one error for an unknown id and continue' {
        $found = Get-PersonioWebhook nope, $hook.WebhookId -ErrorAction SilentlyContinue -ErrorVariable failed

        $found.WebhookId | Should -Be $hook.WebhookId
        $failed.FullyQualifiedErrorId | Should -Be 'WebhookNotFound,Personio.Commands.GetPersonioWebhookCommand'
        $failed.TargetObject | Should -Be 'nope'
    }

    It 'send only what is specified' {
        $hook | Set-PersonioWebhook -Description 'After' | Should -BeNullOrEmpty

        (Get-Body PATCH).PSObject.Properties.Name | Should -Be 'description'
        (Get-PersonioWebhook $hook.WebhookId).Description | Should -Be 'After'
    }

    It 'write the changed webhook with -PassThru' {
        ($hook | Set-PersonioWebhook -Status Enabled -PassThru).Status | Should -Be 'ENABLED'
    }

    It 'refuse a change without values' {
        { Set-PersonioWebhook $hook.WebhookId -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidRequest,Personio.Commands.SetPersonioWebhookCommand'
        $sandbox.Requests | Should -BeNullOrEmpty
    }

    It 'remove one, after asking for confirmation by name' {
        $gone = New-PersonioWebhook "$url/gone" 'Gone' person.created

        $gone | Remove-PersonioWebhook -WhatIf
        Get-Sent $sandbox DELETE | Should -BeNullOrEmpty
        $gone | Remove-PersonioWebhook -Confirm:$false

        Get-PersonioWebhook $gone.WebhookId -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
    }
}

Describe 'Events and calls of a webhook' {
    BeforeAll {
        $hook = New-PersonioWebhook "$url/events" 'Events' person.created, person.updated -Status Enabled
    }

    BeforeEach {
        $sandbox.ClearRequests()
    }

    It 'Get-PersonioWebhookEvent filters by name and time, and includes the webhook' {
        Add-Fault $sandbox @{
            PathPattern = '/events$'
            Kind        = 'RawBody'
            Body        = '{"_data":[{"id":"e1","event_name":"person.updated","occurred_at":"2026-05-30T08:00:00Z","payload":{"person":{"id":"7"}}}],"_meta":{}}'
        }
        $happened = $hook | Get-PersonioWebhookEvent -EventName person.updated -OccurredAfter ('2026-05-01T00:00:00Z')

        $happened.WebhookId | Should -Be $hook.WebhookId
        $happened.Payload.person.id | Should -Be '7'
        $sent = @($sandbox.Requests)[-1]
        $sent.Query['event_name'] | Should -Be 'person.updated'
        $sent.Query['occurred_at.gte'] | Should -Be '2026-05-01T00:00:00Z'
    }

    It '<cmdlet> filters several events locally, and refuses none' -ForEach @(
        @{ Cmdlet = 'Get-PersonioWebhookEvent'; Path = 'events'; Time = 'occurred_at' }
        @{ Cmdlet = 'Get-PersonioWebhookDelivery'; Path = 'activity'; Time = 'completed_at' }
    ) {
        $names = 'person.updated', 'person.deleted', 'absence-period.deleted'
        $rows = $names | ForEach-Object { @{ id = $_; event_name = $_; $time = '2026-05-30T08:00:00Z' } }
        Add-Fault $sandbox @{
            PathPattern = "/$path$"
            Kind        = 'RawBody'
            Body        = @{ _data = @($rows); _meta = @{} } | ConvertTo-Json -Depth 4
        }

        $found = $hook | & $cmdlet -EventName PERSON.deleted, absence-period.deleted

        $found.EventName | Should -Be 'person.deleted', 'absence-period.deleted'
        @($sandbox.Requests)[-1].Query.Keys | Should -Not -Contain 'event_name'
        { $hook | & $cmdlet -EventName '' } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
    }

    It 'Get-PersonioWebhookDelivery requests failed deliveries' {
        $hook | Get-PersonioWebhookDelivery -IsDelivered $false

        @($sandbox.Requests)[-1].Path | Should -Be "/v2/webhooks/$($hook.WebhookId)/activity"
        @($sandbox.Requests)[-1].Query['is_delivered'] | Should -Be 'false'
    }

    It 'Test-PersonioWebhook sends a ping, or an event with its payload, and reports how the call went' {
        $ping = $hook | Test-PersonioWebhook
        $sent = Test-PersonioWebhook $hook.WebhookId person.updated -Payload @{ person = @{ id = '7' } }

        Get-Sent $sandbox POST | Should -Be "POST /v2/webhooks/$($hook.WebhookId)/ping", "POST /v2/webhooks/$($hook.WebhookId)/test-event"
        (Get-Body POST).event_name | Should -Be 'person.updated'
        (Get-Body POST).payload.person.id | Should -Be '7'
        $ping, $sent | Should -BeOfType 'Personio.Models.WebhookDelivery'
        $ping.EventName, $sent.EventName | Should -Be 'ping', 'person.updated'
        $ping.IsDelivered | Should -BeTrue
        $ping.WebhookId | Should -Be $hook.WebhookId
    }

    It '-WhatIf foresees an address that is in use, and shows old and new values' {
        $url = $hook.Url

        $said = Get-HostOutput {
            New-PersonioWebhook $url Twice -EnabledEvent person.created -WhatIf -ErrorAction SilentlyContinue -ErrorVariable script:failed
            Set-PersonioWebhook $hook.WebhookId -Description Changed -Token (Get-Secure s3cr3t) -WhatIf
            Test-PersonioWebhook $hook.WebhookId -WhatIf
        }

        "$failed" | Should -BeLike "The webhook would not be created: webhook $($hook.WebhookId) has the same Url."
        $said[0] | Should -BeLike "*Change webhook: *Description '$($hook.Description)' -> 'Changed'*"
        $said[0] | Should -BeLike '*Token (new)*'
        "$said" | Should -Not -BeLike '*s3cr3t*'
        $said[1] | Should -BeLike "*Call webhook with a ping*$($hook.Description), $url ($($hook.WebhookId))*"
        @(Get-Sent $sandbox) -notlike 'GET *' | Should -BeNullOrEmpty
    }

    It 'Test-PersonioWebhook -Wait polls until the call is listed' {
        $sandbox.Options.WebhookLag = 300

        $call = $hook | Test-PersonioWebhook -Wait -WarningVariable warned

        $sandbox.Options.WebhookLag = 0
        $call.IsDelivered | Should -BeTrue
        $call.ResponseStatus | Should -Be 200
        $warned | Should -BeNullOrEmpty
        # Once before it is sent, and at least twice after it.
        (@(Get-Sent $sandbox GET) -like '*/activity').Count | Should -BeGreaterThan 2
    }

    It 'Test-PersonioWebhook -Wait says if the call is not listed in time' {
        $sandbox.Options.WebhookLag = 60000

        $call = $hook | Test-PersonioWebhook -Wait -TimeoutSec 1 -WarningVariable warned -WarningAction SilentlyContinue

        $sandbox.Options.WebhookLag = 0
        $call | Should -BeNullOrEmpty
        "$warned" | Should -BeLike "*does not list the call of webhook $($hook.WebhookId) after 1 s*"
    }

    It 'Test-PersonioWebhook -Wait reports the response of the address: <url>' -ForEach @(
        @{ Url = 'https://503.example.org/hook'; Status = 503; Says = '*refused the ping with status 503.' }
        @{ Url = 'https://nobody.invalid/hook'; Says = '*did not answer the ping.' }
    ) {
        $other = New-PersonioWebhook $url Refusing -EnabledEvent person.created

        $call = $other | Test-PersonioWebhook -Wait -WarningVariable warned -WarningAction SilentlyContinue

        $call.IsDelivered | Should -BeFalse
        $call.ResponseStatus | Should -Be $status
        "$warned" | Should -BeLike "Webhook $($other.WebhookId) was not delivered*$says"
    }

    It 'Test-PersonioWebhook refuses an event without a payload before any request' {
        Test-PersonioWebhook $hook.WebhookId person.updated -ErrorVariable failed -ErrorAction SilentlyContinue

        $failed.FullyQualifiedErrorId | Should -Be 'InvalidRequest,Personio.Commands.TestPersonioWebhookCommand'
        "$failed" | Should -BeLike '*-Payload*'
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }

    It 'Send-PersonioWebhookEvent sends the events of a window' {
        $webhook = $sandbox.Tenant.WebhookIds[0]
        $events = @(Get-PersonioWebhookEvent $webhook)

        Send-PersonioWebhookEvent $webhook -OccurredAfter $events[1].OccurredAt.UtcDateTime -OccurredBefore $events[2].OccurredAt.UtcDateTime

        Get-Sent $sandbox POST | Should -Be "POST /v2/webhooks/$webhook/redelivery"
        $sent = ($sandbox.Requests | Where-Object Method -EQ POST).Body
        $first, $last = $events[1, 2].OccurredAt.UtcDateTime | ForEach-Object ToString 'yyyy-MM-ddTHH:mm:ss'
        $sent | Should -BeExactly "{`"occurred_at.gte`":`"${first}Z`",`"occurred_at.lte`":`"${last}.999Z`"}"
    }

    It 'Send-PersonioWebhookEvent sends a window around piped events, and reports what else is in it' {
        $webhook = $sandbox.Tenant.WebhookIds[0]
        $events = @(Get-PersonioWebhookEvent $webhook)
        $sandbox.ClearRequests()
        $file = Join-Path $TestDrive 'said.txt'
        $null = Start-Transcript $file -UseMinimalHeader
        try {
            $events[3, 0] | Send-PersonioWebhookEvent -WhatIf
        }
        finally {
            $null = Stop-Transcript
        }

        Get-Sent $sandbox POST | Should -BeNullOrEmpty
        Get-Content $file -Raw | Should -BeLike '*What if:*Send again all 4 events from*of which 2 were piped*'

        $events[3, 0] | Send-PersonioWebhookEvent

        $sent = ($sandbox.Requests | Where-Object Method -EQ POST).Body | ConvertFrom-Json -DateKind String
        $sent.'occurred_at.gte' | Should -Be $events[0].OccurredAt.UtcDateTime.ToString('yyyy-MM-ddTHH:mm:ssZ')
        $sent.'occurred_at.lte' | Should -Be $events[3].OccurredAt.UtcDateTime.ToString('yyyy-MM-ddTHH:mm:ss.999Z')
    }

    It 'Send-PersonioWebhookEvent refuses a missing time, and a window that ends before it begins: <name>' -ForEach @(
        @{ Name = 'nothing'; With = @{}; Says = '*Specify -OccurredAfter*pipe events*' }
        @{ Name = 'swapped'; With = @{ OccurredAfter = '2026-06-02'; OccurredBefore = '2026-06-01' }; Says = '*swap them*' }
    ) {
        Send-PersonioWebhookEvent $sandbox.Tenant.WebhookIds[0] @with -ErrorVariable failed -ErrorAction SilentlyContinue

        $failed.FullyQualifiedErrorId | Should -Be 'InvalidRequest,Personio.Commands.SendPersonioWebhookEventCommand'
        "$failed" | Should -BeLike $says
        Get-Sent $sandbox | Should -BeNullOrEmpty
    }
}
