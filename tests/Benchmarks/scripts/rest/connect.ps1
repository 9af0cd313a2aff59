# A script without the module: a token, a function that waits after a 429, and one that follows the pages.
$base = $env:PERSONIO_BASE_URL
$login = @{
    grant_type    = 'client_credentials'
    client_id     = $env:PERSONIO_CLIENT_ID
    client_secret = $env:PERSONIO_CLIENT_SECRET
}
$token = Invoke-RestMethod "$base/v2/auth/token" -Method Post -Body $login
# One web session for all requests, so that they share their connection.
$web = [Microsoft.PowerShell.Commands.WebRequestSession]::new()
$web.Headers['Authorization'] = "Bearer $($token.access_token)"

function Get-Answer {
    param([string] $Uri)

    do {
        $answer = Invoke-RestMethod $Uri -WebSession $web -SkipHttpErrorCheck -StatusCodeVariable status
        if ($status -eq 429) {
            Start-Sleep -Seconds 1
        }
    } while ($status -eq 429)

    if ($status -ne 200) {
        throw "$Uri answered $status."
    }

    $answer
}

function Get-Row {
    param([string] $Uri)

    while ($Uri) {
        $page = Get-Answer $Uri
        $page._data
        $Uri = $page._meta.links.next.href
    }
}
