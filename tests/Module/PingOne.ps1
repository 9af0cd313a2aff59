# What the tests of PingOne have in common. Dot-source it after Common.ps1 and Apart.ps1.

# Connects this runspace to the directory of a sandbox, as to any environment, and forgets the requests that took.
function Connect-Directory {
    param($Sandbox, [hashtable] $With = @{})

    $directory = $Sandbox.PingOne
    Connect-PingOne -EnvironmentId $directory.EnvironmentId -AuthEnvironmentId $directory.AuthEnvironmentId -Region EU -ClientId $directory.ClientId `
        -ClientSecret (Get-Secure $directory.ClientSecret) -ApiBaseUri $directory.ApiBaseUri -AuthBaseUri $directory.AuthBaseUri -RequestsPerSecond 500 @With
    $directory.ClearRequests()
}

# Adds a user behind the back of the module and returns its id.
function Add-DirectoryUser {
    param($Sandbox, [hashtable] $With, [string] $Population = 'Staff', [bool] $Enabled = $true)

    $Sandbox.PingOne.Directory.AddUser(($With | ConvertTo-Json -Compress), $Population, $Enabled)
}

# A user as the directory has it.
function Get-DirectoryUser {
    param($Sandbox, [string] $UserId)

    $Sandbox.PingOne.Directory.FindUserJson($UserId) | ConvertFrom-Json
}
