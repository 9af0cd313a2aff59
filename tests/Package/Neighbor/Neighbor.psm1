# Like a careless module: loads the assembly next to it into the engine's own context. An engine that has a newer version
# keeps that; an engine that has an older one may refuse, which is the neighbor's fault and not tested.
try {
    Add-Type -Path "$PSScriptRoot/System.Text.Json.dll"
}
catch [System.IO.IOException] {
    Write-Verbose "The engine keeps its own: $($_.Exception.Message)"
}

# Like a careful module: a separate context, so that both versions are in one process.
$context = [System.Runtime.Loader.AssemblyLoadContext]::new('Neighbor')
$null = $context.LoadFromAssemblyPath("$PSScriptRoot/System.Text.Json.dll")
$writer = $context.LoadFromAssemblyPath("$PSScriptRoot/Neighbor.dll").GetType('Neighbor.Writer')

function Get-NeighborJson {
    param([string] $Text)

    "$($writer::Version) $($writer::Write($Text))"
}
