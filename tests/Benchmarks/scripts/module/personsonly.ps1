$null = Get-PersonioPerson
