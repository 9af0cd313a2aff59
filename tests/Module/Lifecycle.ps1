# Shared by the tests of plans. Dot-source it after Common.ps1, Apart.ps1 and PingOne.ps1.

# Returns a day relative to today, as HR has it.
function Get-Day {
    param([int] $FromToday)

    # As in a file: a day without a time zone.
    [datetime]::SpecifyKind([datetime]::UtcNow.Date.AddDays($FromToday), 'Unspecified')
}

# A directory of an empty company: the test adds everything in it.
function New-World {
    param([hashtable] $Option = @{})

    $world = Start-Sandbox (@{ PersonCount = 4 } + $Option)
    $world.PingOne.Directory.UserIds | ForEach-Object { $world.PingOne.Directory.RemoveUser($_) }
    Connect-Directory $world
    $world
}

# Creates an HR person who has been active for years; -With replaces or adds columns.
function New-Row {
    param([string] $Id, [string] $First = 'Ada', [string] $Last = "Person$Id", [hashtable] $With = @{})

    $row = [ordered]@{
        PersonId = $Id; FirstName = $First; LastName = $Last; PreferredName = $null; DisplayName = "$First $Last"
        Email = "person$Id@example.org"; Status = 'ACTIVE'; EmploymentStatus = 'ACTIVE'; EmploymentType = 'INTERNAL'
        EmploymentStartDate = Get-Day -1000; LastDay = $null; LastWorkingDay = $null; ContractEndDate = $null; SupervisorId = $null
        Position = 'Clerk'; DepartmentName = $null; WorkplaceName = $null
    }
    $With.GetEnumerator() | ForEach-Object { $row[$_.Key] = $_.Value }
    [pscustomobject] $row
}

# Creates the account of a person for which no change is needed; -With replaces or adds attributes. Returns the ID.
function Add-Account {
    param($World, $Row, [hashtable] $With = @{}, [bool] $Enabled = $true)

    $user = @{
        username = "person$($Row.PersonId)"; email = $Row.Email; externalId = $Row.PersonId; title = $Row.Position; type = 'Employee'
        name = @{ given = $Row.FirstName; family = $Row.LastName }
    }
    $With.GetEnumerator() | ForEach-Object { $user[$_.Key] = $_.Value }
    Add-DirectoryUser $World $user -Enabled $Enabled
}

# Creates this many persons with matching accounts, and returns their rows.
function Add-Staff {
    param($World, [int] $Count, [int] $From = 1000)

    $From..($From + $Count - 1) | ForEach-Object {
        $row = New-Row "$_"
        $null = Add-Account $World $row
        $row
    }
}

# Creates a person whose last day was this many days ago.
function New-Leaver {
    param([string] $Id, [int] $Days = 1, [hashtable] $With = @{})

    New-Row $Id -With (@{ Status = 'INACTIVE'; EmploymentStatus = 'INACTIVE'; LastDay = Get-Day (-$Days) } + $With)
}

# Returns the plan for some rows, in UTC; -With adds parameters.
function Get-Plan {
    param([object[]] $Rows, [hashtable] $With = @{})

    $given = @{ EmailDomain = 'example.org'; TimeZone = 'Etc/UTC'; WarningAction = 'SilentlyContinue' }
    $With.GetEnumerator() | ForEach-Object { $given[$_.Key] = $_.Value }
    Compare-PersonioDirectory -Person $Rows @given
}

# Applies rows without confirmation, and returns the results.
function Invoke-Plan {
    param([object[]] $Rows, [hashtable] $With = @{})

    $Rows | Invoke-PersonioPlan -PassThru -Confirm:$false -WarningAction SilentlyContinue @With
}

# Returns the requests to PingOne that were not reads.
function Get-DirectoryWrite {
    param($World)

    $World.PingOne.Requests | Where-Object { $_.Method -ne 'GET' -and $_.Path -notlike '*/token' } | ForEach-Object { "$($_.Method) $($_.Path)" }
}
