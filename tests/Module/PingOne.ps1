# Shared by the tests of PingOne. Dot-source it after Common.ps1 and Apart.ps1.

# Connects this runspace to the directory of a sandbox, as to any environment, and clears the requests of connecting.
function Connect-Directory {
    param($Sandbox, [hashtable] $With = @{})

    $directory = $Sandbox.PingOne
    Connect-PingOne -EnvironmentId $directory.EnvironmentId -AuthEnvironmentId $directory.AuthEnvironmentId -Region EU -ClientId $directory.ClientId `
        -ClientSecret (Get-Secure $directory.ClientSecret) -ApiBaseUri $directory.ApiBaseUri -AuthBaseUri $directory.AuthBaseUri -RequestsPerSecond 500 @With
    $directory.ClearRequests()
}

# Adds a user without the module and returns its ID.
function Add-DirectoryUser {
    param($Sandbox, [hashtable] $With, [string] $Population = 'Staff', [bool] $Enabled = $true)

    $Sandbox.PingOne.Directory.AddUser(($With | ConvertTo-Json -Compress), $Population, $Enabled)
}

# Returns a user as it is in the directory.
function Get-DirectoryUser {
    param($Sandbox, [string] $UserId)

    $Sandbox.PingOne.Directory.FindUserJson($UserId) | ConvertFrom-Json
}
