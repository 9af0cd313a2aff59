param([string] $Path, [switch] $Quick)

Get-PersonioEmployee -Quick:$Quick | Export-Csv $Path
