# What the tests of the module have in common. Dot-source it in BeforeAll.

$manifest = $env:PERSONIO_TEST_MANIFEST
if (-not $manifest) {
    $manifest = Join-Path $PSScriptRoot '../../Personio.psd1'
}

Import-Module $manifest
Add-Type -Path (Join-Path (Split-Path $manifest) 'bin/Personio.Sandbox.dll')

# Starts a simulated tenant of its own, so that its requests can be counted. The knobs are properties of SandboxOptions.
# Its data is the hostile one, which programs stumble over; @{ Hostile = $false } is the company that users see.
function Start-Sandbox {
    param([hashtable] $Option = @{})

    $options = [Personio.Sandbox.SandboxOptions]::new()
    $options.Hostile = $true
    $options.InclusiveAbsenceEnds = [bool](Get-Variable isInclusive -ValueOnly -ErrorAction Ignore)
    $Option.GetEnumerator() | ForEach-Object { $options.($_.Key) = $_.Value }
    [Personio.Sandbox.SandboxServer]::Start($options)
}

# Connects this runspace to a sandbox over HTTP, as to any server, and forgets the requests that took.
function Connect-To {
    param($Sandbox, [hashtable] $With = @{})

    $secret = ConvertTo-SecureString $Sandbox.ClientSecret -AsPlainText -Force
    Connect-Personio -ClientId $Sandbox.ClientId -ClientSecret $secret -BaseUri $Sandbox.BaseUri @With
    $Sandbox.ClearRequests()
}

# The requests the sandbox got since it was connected to, in short: 'GET /v2/persons'.
function Get-Sent {
    param($Sandbox, [string] $Method = '*')

    $Sandbox.Requests | Where-Object Method -Like $Method | ForEach-Object { "$($_.Method) $($_.Path)" }
}

# What the sandbox got as the query of its requests for a path, one map each.
function Get-Query {
    param($Sandbox, [string] $Path)

    $Sandbox.Requests | Where-Object Path -EQ $Path | ForEach-Object Query
}

# Runs a script block in a culture, as on a computer that is set to it.
function Use-Culture {
    param([string] $Name, [scriptblock] $Script)

    $before = [cultureinfo]::CurrentCulture
    try {
        [cultureinfo]::CurrentCulture = $Name
        & $Script
    }
    finally {
        [cultureinfo]::CurrentCulture = $before
    }
}

# The rows of a CSV file that this culture wrote, its dates converted as the error of an ambiguous one advises.
function Import-OwnCsv {
    param([string] $Path, [string[]] $Date)

    foreach ($row in Import-Csv $Path) {
        foreach ($name in $Date | Where-Object { $row.$_ }) {
            $row.$name = [datetime]::Parse($row.$name)
        }

        $row
    }
}

# Adds persons without absences to the tenant and returns their ids.
function Add-Person {
    param($Sandbox, [int] $Count = 1)

    1..$Count | ForEach-Object { $Sandbox.Tenant.AddPerson('Given', "Family $_", [NullString]::Value) }
}

# Adds an absence as given and returns its id. A missing end is an open end, a missing type is null. An end with a half
# names the last day; the sandbox sends it as the company writes it.
function Add-Absence {
    param($Sandbox, $Person, $Start, $StartType, $End, $EndType, $Type = 'Vacation', $Status = 'APPROVED')

    $given = $Start, $StartType, $End, $EndType | ForEach-Object { $_ ? $_ : [NullString]::Value }
    $Sandbox.Tenant.AddAbsencePeriod($Person, $Type, $given[0], $given[1], $given[2], $given[3], $Status)
}

# The date that stands in the JSON for this last day of an absence, in the company at hand.
function Get-WireEnd {
    param([datetime] $LastDay)

    ($isInclusive ? $LastDay : $LastDay.AddDays(1)).ToString('yyyy-MM-dd')
}
