# Shared by the tests of the recipes: how each is run, and stand-ins for other systems. Dot-source it.

[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidOverwritingBuiltInCmdlets', '', Justification = 'The recipes ask it for today.')]
param()

$recipes = (Resolve-Path "$PSScriptRoot/../../docs/recipes").Path

# Each recipe with its parameters, in a separate folder; $told collects what other systems received. Writes says that it
# changes something somewhere, if only a file.
$cases = @(
    @{ Name = 'Show-WhoIsOut'; With = { @{ To = '2026-06-07' } } }
    @{ Name = 'Find-JoinerLeaver'; With = { @{ Days = 300 } } }
    @{ Name = 'Export-AttendanceMonth'; Writes = $true; With = {
            @{ Path = 'month.xlsx'; WriteWorkbook = { param($Path) $input | Export-Csv $Path } }
        }
    }
    @{ Name = 'Update-ActiveDirectory'; Writes = $true; With = { Get-DirectoryCase @{ AccountId = 'ObjectGUID'; Key = 'EmployeeID'; UserName = 'SamAccountName'; Enabled = 'Enabled' } } }
    @{ Name = 'Update-EntraId'; Writes = $true; With = { Get-DirectoryCase @{ AccountId = 'Id'; Key = 'EmployeeId'; UserName = 'UserPrincipalName'; Enabled = 'AccountEnabled' } } }
    @{ Name = 'Get-LeaveReport'; With = { @{ AbsenceType = 'Vacation' } } }
    @{ Name = 'Export-CustomAttribute'; With = { @{ Attribute = 'Shirt*', 'Locker' } } }
    @{ Name = 'Import-CustomAttribute'; Writes = $true; With = {
            "PersonId,Locker`n4102,17`n4103,18" | Set-Content attributes.csv
            @{ Path = 'attributes.csv' }
        }
    }
    @{ Name = 'Set-AutomaticReply'; Writes = $true; With = {
            @{ To = '2026-06-07'; SetReply = { param($address) $null = $told.Add($address) } }
        }
    }
    @{ Name = 'Export-Delta'; Writes = $true; With = { @{ Folder = 'feed' } } }
    @{ Name = 'Get-UpcomingDate'; With = { @{ Days = 30; BirthdayAttribute = 'Medical check' } } }
    @{ Name = 'Find-MissingAttendance'; With = { @{} } }
    @{ Name = 'Protect-CsvFormula'; IsApart = $true; With = { @{ InputObject = [pscustomobject]@{ Text = '=1+1' } } } }
)

# Today, the reference day of the sandboxes of the recipes.
function Get-Date {
    Microsoft.PowerShell.Utility\Get-Date '2026-06-01T09:30'
}

function Start-Company {
    param([hashtable] $Option = @{})

    Start-Sandbox (@{ Today = [DateOnly]::new(2026, 6, 1) } + $Option)
}

# Returns a directory account that contains only its key.
function New-Account {
    param([string] $Id, [hashtable] $With = @{})

    [pscustomobject](@{
            DistinguishedName = "CN=$Id"; Title = $null; Department = $null; Office = $null; Manager = $null; Enabled = $true
        } + $With)
}

# A directory of objects with one account, for the recipes that apply plans. $told collects what is written.
function Get-DirectoryCase {
    param([hashtable] $Column)

    # Closures capture local variables only.
    $notes = $told
    $directory = [System.Collections.Generic.List[object]]::new()
    $directory.Add([pscustomobject]@{ $Column.AccountId = 'a1'; $Column.Key = '4100'; $Column.UserName = 'first'; $Column.Enabled = $true })
    $find = { param($Id) $directory | Where-Object { $_.($Column.AccountId) -eq $Id } }.GetNewClosure()
    @{
        EmailDomain = 'example.org'
        Limit       = @{ MaxCreate = 500; MaxUpdate = 500; MaxDisable = 500; MaxIdentityUpdate = 500 }
        ReadAccount = { $directory }.GetNewClosure()
        Read        = {
            param($Row)
            $Row.AccountId ? (& $find $Row.AccountId) : ($directory | Where-Object { $_.($Column.Key) -eq $Row.PersonId })
        }.GetNewClosure()
        Create      = {
            param($Row, $Values)
            $null = $notes.Add("create $($Row.UserName)")
            $new = [pscustomobject] $Values
            $new | Add-Member -NotePropertyName $Column.AccountId -NotePropertyValue "a$($directory.Count + 1)"
            $directory.Add($new)
            $new
        }.GetNewClosure()
        Update      = {
            param($Row, $Values)
            $null = $notes.Add("update $($Row.UserName)")
            $account = & $find $Row.AccountId
            $Values.GetEnumerator() | ForEach-Object { $account | Add-Member -NotePropertyName $_.Key -NotePropertyValue $_.Value -Force }
        }.GetNewClosure()
        Enable      = { param($Row) $null = $notes.Add('enable'); (& $find $Row.AccountId).($Column.Enabled) = $true }.GetNewClosure()
        Disable     = { param($Row) $null = $notes.Add('disable'); (& $find $Row.AccountId).($Column.Enabled) = $false }.GetNewClosure()
    }
}

# Changes to a new folder, which Pester removes, and returns its contents afterwards.
function Enter-Folder {
    Set-Location (New-Item (Join-Path "$TestDrive" ([guid]::NewGuid())) -ItemType Directory)
}

# Returns the response of the API itself, without cmdlets and models.
function Get-ApiResponse {
    param([string] $Path)

    Invoke-PersonioRequest $Path -All:($Path -match '^/v2/(persons|persons/\d+/employments)$')
}
