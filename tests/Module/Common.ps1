# Shared by the tests of the module. Dot-source it in BeforeAll.

$manifest = $env:PERSONIO_TEST_MANIFEST
if (-not $manifest) {
    $manifest = Join-Path $PSScriptRoot '../../Personio.psd1'
}

Import-Module $manifest
Add-Type -Path (Join-Path (Split-Path $manifest) 'bin/Personio.Sandbox.dll')

# Starts a separate simulated tenant, so that its requests can be counted. The knobs are properties of SandboxOptions.
# Its data is the hostile data that breaks careless programs; @{ Hostile = $false } is the company that users see.
function Start-Sandbox {
    param([hashtable] $Option = @{})

    $options = [Personio.Sandbox.SandboxOptions]::new()
    $options.Hostile = $true
    $options.InclusiveAbsenceEnds = [bool](Get-Variable isInclusive -ValueOnly -ErrorAction Ignore)
    $Option.GetEnumerator() | ForEach-Object { $options.($_.Key) = $_.Value }
    [Personio.Sandbox.SandboxServer]::Start($options)
}

# Connects this runspace to a sandbox over HTTP, as to any server, and clears the requests of connecting.
function Connect-To {
    param($Sandbox, [hashtable] $With = @{})

    $secret = ConvertTo-SecureString $Sandbox.ClientSecret -AsPlainText -Force
    Connect-Personio -ClientId $Sandbox.ClientId -ClientSecret $secret -BaseUri $Sandbox.BaseUri @With
    $Sandbox.ClearRequests()
}

# Returns the requests since connecting in short form: 'GET /v2/persons'.
function Get-Sent {
    param($Sandbox, [string] $Method = '*')

    $Sandbox.Requests | Where-Object Method -Like $Method | ForEach-Object { "$($_.Method) $($_.Path)" }
}

# Returns the queries of the requests for a path, one map for each request.
function Get-Query {
    param($Sandbox, [string] $Path)

    $Sandbox.Requests | Where-Object Path -EQ $Path | ForEach-Object Query
}

# Runs a script block in a culture, as on a computer with that culture.
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

# Returns the rows of a CSV file written in this culture, with dates converted as the error for ambiguous dates advises.
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

# Adds an absence as specified and returns its ID. A missing end is an open end, a missing type is null. An end with a half
# is the last day; the sandbox sends it as the company writes it.
function Add-Absence {
    param($Sandbox, $Person, $Start, $StartType, $End, $EndType, $Type = 'Vacation', $Status = 'APPROVED')

    $given = $Start, $StartType, $End, $EndType | ForEach-Object { $_ ? $_ : [NullString]::Value }
    $Sandbox.Tenant.AddAbsencePeriod($Person, $Type, $given[0], $given[1], $given[2], $given[3], $Status)
}

# Returns the date in the JSON for this last day of an absence, as the current company writes it.
function Get-WireEnd {
    param([datetime] $LastDay)

    ($isInclusive ? $LastDay : $LastDay.AddDays(1)).ToString('yyyy-MM-dd')
}
