BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Apart.ps1"
    . "$PSScriptRoot/PingOne.ps1"

    $sandbox = Start-Sandbox @{ PersonCount = 20 }
    $directory = $sandbox.PingOne
    $with = @{
        EnvironmentId = $directory.EnvironmentId
        Region        = 'EU'
        ClientId      = $directory.ClientId
        ClientSecret  = Get-Secure $directory.ClientSecret
        ApiBaseUri    = $directory.ApiBaseUri
        AuthBaseUri   = $directory.AuthBaseUri
        MaxRetry      = 0
    }
}

AfterAll {
    Get-PingOneSession * | Disconnect-PingOne
    $sandbox.Dispose()
}

Describe 'Connect-PingOne' {
    It 'connects with the four values of the console and reads the environment once' {
        $directory.ClearRequests()

        $session = Connect-PingOne @with -PassThru

        $session.EnvironmentName | Should -Be 'Workforce'
        $session.EnvironmentType | Should -Be 'SANDBOX'
        $session.Region | Should -Be 'EU'
        ($directory.Requests | ForEach-Object Method) -join ' ' | Should -Be 'POST GET'
        $session | Format-List * | Out-String | Should -Not -Match ([regex]::Escape($directory.ClientSecret))
    }

    It 'distinguishes five mistakes' {
        $other = (New-Guid).Guid
        $mistakes = @(
            @{ Change = @{ ClientSecret = Get-Secure 'wrong' }; Id = 'AuthenticationFailed'; Words = '*Check client id and client secret*' }
            @{ Change = @{ ClientAuthentication = 'Basic' }; Id = 'AuthenticationFailed'; Words = '*-ClientAuthentication Post or Basic*' }
            @{ Change = @{ AuthEnvironmentId = $other }; Id = 'AuthenticationFailed'; Words = "*Environment $other was not found in region EU*" }
            @{ Change = @{ EnvironmentId = $other; AuthEnvironmentId = $directory.EnvironmentId }; Id = 'EnvironmentNotFound'; Words = "*$other*" }
        )
        foreach ($mistake in $mistakes) {
            $wrong = $with.Clone()
            $mistake.Change.GetEnumerator() | ForEach-Object { $wrong[$_.Key] = $_.Value }
            { Connect-PingOne @wrong } | Should -Throw $mistake.Words -ErrorId "$($mistake.Id),Personio.Commands.ConnectPingOneCommand"
        }

        $directory.Options.Roles = ''
        { Connect-PingOne @with } | Should -Throw '*has no role*' -ErrorId 'AuthenticationFailed,*'
        $directory.Options.Roles = 'Identity Data Admin'
    }

    It 'accepts region <_>' -ForEach 'eu', 'EU', 'European Union', 'com.au', 'Asia-Pacific' {
        $named = $with.Clone()
        $named.Region = $_
        { Connect-PingOne @named } | Should -Not -Throw
    }

    It 'refuses a region that does not exist, and lists those that do' {
        $wrong = $with.Clone()
        $wrong.Region = 'Atlantis'
        { Connect-PingOne @wrong } | Should -Throw '*EU (eu)*' -ErrorId 'ParameterArgumentTransformationError*'
    }

    It 'connects from environment variables alone: <Region>' -ForEach @(
        @{ Region = 'PINGONE_REGION' }, @{ Region = 'PINGONE_REGION_CODE' }, @{ Region = 'PINGONE_TOP_LEVEL_DOMAIN' }
    ) {
        $value = $Region -eq 'PINGONE_TOP_LEVEL_DOMAIN' ? 'eu' : 'EU'
        $said = Invoke-NewProcess @"
Import-Module '$manifest'
Connect-PingOne -ApiBaseUri $($directory.ApiBaseUri) -AuthBaseUri $($directory.AuthBaseUri) -PassThru | ForEach-Object EnvironmentName
"@ @{
            PINGONE_ENVIRONMENT_ID = $directory.EnvironmentId; PINGONE_CLIENT_ID = $directory.ClientId
            PINGONE_CLIENT_SECRET = $directory.ClientSecret; $Region = $value
        }
        $said | Should -Be 'Workforce'
    }

    It 'names the variable that is missing' {
        $said = Invoke-NewProcess "Import-Module '$manifest'; try { Connect-PingOne -Region EU } catch { `$_.Exception.Message }" @{
            PINGONE_ENVIRONMENT_ID = $directory.EnvironmentId; PINGONE_CLIENT_ID = 'x'
        }
        $said | Should -BeLike '*PINGONE_CLIENT_ID is set in the environment, but PINGONE_CLIENT_SECRET is not: set both.'
    }

    It 'explains what to run without a credential' {
        $said = Invoke-NewProcess "Import-Module '$manifest'; try { Connect-PingOne -Region EU } catch { `$_.Exception.Message }" @{
            PINGONE_ENVIRONMENT_ID = $directory.EnvironmentId
        }
        $said | Should -BeLike 'No credential was found. Run Connect-PingOne -EnvironmentId *-Credential*PINGONE_CLIENT_ID and PINGONE_CLIENT_SECRET*Connect-PingOne -Sandbox.'
    }

    It 'ignores invisible characters that were copied with environment variables' {
        $mark, $space = "`u{FEFF}", "`u{200B}`u{2060}"
        $said = Invoke-NewProcess @"
Import-Module '$manifest'
Connect-PingOne -ApiBaseUri $($directory.ApiBaseUri) -AuthBaseUri $($directory.AuthBaseUri) -PassThru | ForEach-Object EnvironmentName
"@ @{
            PINGONE_ENVIRONMENT_ID = "$mark$($directory.EnvironmentId)$space"; PINGONE_CLIENT_ID = "$mark$($directory.ClientId)$space"
            PINGONE_CLIENT_SECRET = "$mark$($directory.ClientSecret)$space"; PINGONE_REGION = "$($mark)EU$space"
        }
        $said | Should -Be 'Workforce'
    }

    It 'accepts id and secret as copied, and notices if they are swapped' {
        $copied = $with.Clone()
        $copied.ClientId = " $($directory.ClientId)`u{200b}`r`n"
        $copied.ClientSecret = Get-Secure "`t$($directory.ClientSecret) "
        { Connect-PingOne @copied } | Should -Not -Throw

        $swapped = $with.Clone()
        $swapped.ClientId, $swapped.ClientSecret = $directory.ClientSecret, (Get-Secure $directory.ClientId)
        { Connect-PingOne @swapped } | Should -Throw '*swapped*' -ErrorId 'AuthenticationFailed,*'
    }

    It 'keeps sessions by name, marks the current one and selects no other when it ends' {
        Connect-PingOne @with -Name One
        Connect-PingOne @with -Name Two

        (Get-PingOneSession *).Name | Should -Contain 'One'
        Get-PingOneSession * | Out-String | Should -Match '\* Two'
        Get-PingOneUser -First 1 -Session One | Should -Not -BeNullOrEmpty
        Disconnect-PingOne
        Get-PingOneSession | Should -BeNullOrEmpty
        { Get-PingOneUser -First 1 } | Should -Throw -ErrorId 'NotConnected,*'
        { Get-PingOneSession Nobody -ErrorAction Stop } | Should -Throw -ErrorId 'SessionNotFound,*'
    }

    It 'opens the directory of the Personio sandbox''s company' {
        Connect-Personio -Sandbox -SandboxPersonCount 15
        Connect-PingOne -Sandbox
        $person = Get-PersonioPerson -First 1

        (Get-PingOneUser -ExternalId $person.PersonId).GivenName | Should -Be $person.FirstName
        Disconnect-PingOne
        Disconnect-Personio
    }

    It 'sends the token only to the API host, and the secret only to the authentication host' {
        Connect-PingOne @with
        $directory.ClearRequests()
        $directory.ExpireTokens()
        $null = Get-PingOneUser -First 1

        $token, $api = $directory.Requests.Where({ $_.Path -like '*/as/token' }, 'Split')
        $token.Authorization | Should -BeNullOrEmpty
        $api.Body -join '' | Should -BeNullOrEmpty
    }
}

Describe 'Test-PingOneAccess' {
    It 'names the smallest missing role' {
        Connect-Directory $sandbox
        $directory.Options.Roles = 'Identity Data Read Only'
        $checks = Test-PingOneAccess
        $directory.Options.Roles = 'Identity Data Admin'

        ($checks | Where-Object Area -EQ 'Users').Status | Should -Be 'Granted'
        $missing = $checks | Where-Object Status -EQ 'MissingRole'
        $missing.Area | Should -Be 'Group members', 'Users and group members'
        $missing.Role | Select-Object -Unique | Should -Be 'Identity Data Admin'
        $directory.Requests | Where-Object Method -NE 'GET' | Should -BeNullOrEmpty
    }

    It 'lists every cmdlet that sends requests to PingOne with a part of the API, unless it needs none' {
        Connect-Directory $sandbox

        $checks = Test-PingOneAccess

        (Get-Command -Module Personio -Noun PingOne* | Where-Object Name -NotIn $checks.Cmdlets).Name | Should -Be @(
            'Connect-PingOne', 'Disconnect-PingOne', 'Get-PingOneSession'
            # For any request.
            'Invoke-PingOneRequest'
            'Test-PingOneAccess'
        )
        ($checks | Where-Object Cmdlets -CContains 'Compare-PersonioDirectory').Area | Should -Be 'Users'
        ($checks | Where-Object Cmdlets -CContains 'Invoke-PersonioPlan').Area | Should -Be 'Users', 'Users and group members'
    }
}
