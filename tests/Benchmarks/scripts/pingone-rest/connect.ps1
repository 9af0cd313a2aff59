# A script without the module: a token, and a function that follows the pages.
$login = @{
    grant_type    = 'client_credentials'
    client_id     = $env:PINGONE_CLIENT_ID
    client_secret = $env:PINGONE_CLIENT_SECRET
}
$token = Invoke-RestMethod "$env:PINGONE_AUTH/$env:PINGONE_ENVIRONMENT_ID/as/token" -Method Post -Body $login
$web = [Microsoft.PowerShell.Commands.WebRequestSession]::new()
$web.Headers['Authorization'] = "Bearer $($token.access_token)"

function Get-User {
    param([string] $Uri)

    while ($Uri) {
        $page = Invoke-RestMethod $Uri -WebSession $web
        $page._embedded.users
        $Uri = $page._links.PSObject.Properties['next'] ? $page._links.next.href : $null
    }
}
