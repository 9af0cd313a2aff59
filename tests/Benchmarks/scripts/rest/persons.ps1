param([string] $Path)

Get-Row "$base/v2/persons?limit=50" | ForEach-Object {
    $name = "$($_.preferred_name ? $_.preferred_name : $_.first_name) $($_.last_name)".Trim()
    [pscustomobject]@{
        PersonId          = $_.id
        DisplayName       = $name ? $name : $_.email
        FirstName         = $_.first_name
        LastName          = $_.last_name
        PreferredName     = $_.preferred_name
        Email             = $_.email
        Status            = $_.status
        Gender            = $_.gender
        CreatedAt         = $_.created_at
        UpdatedAt         = $_.updated_at
        EmploymentIds     = $_.employments.id -join '; '
        CustomAttributes  = ($_.custom_attributes | ForEach-Object { "$($_.label ?? $_.id)=$($_.value -join ', ')" }) -join '; '
        ProfilePictureUrl = $_.profile_picture.url
    }
} | Export-Csv $Path
