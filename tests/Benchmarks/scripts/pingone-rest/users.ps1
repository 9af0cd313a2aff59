param([string] $Path)

$start = "$env:PINGONE_API/v1/environments/$env:PINGONE_ENVIRONMENT_ID/users?limit=200&expand=population"
Get-User $start | ForEach-Object {
    [pscustomobject]@{
        UserId       = $_.id
        UserName     = $_.username
        Email        = $_.email
        GivenName    = $_.name.given
        FamilyName   = $_.name.family
        DisplayName  = "$($_.name.given) $($_.name.family)".Trim()
        ExternalId   = $_.externalId
        Title        = $_.title
        Type         = $_.type
        Enabled      = $_.enabled
        Population   = $_.population.name
        PopulationId = $_.population.id
        Status       = $_.account.status
        LastSignOn   = $_.lastSignOn.at
        CreatedAt    = $_.createdAt
        UpdatedAt    = $_.updatedAt
        Department   = $_.department
    }
} | Export-Csv $Path
