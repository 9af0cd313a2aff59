@{
    RootModule           = 'bin/Personio.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = '7c1f5d0e-52a4-4c0b-9a57-2f3f0a6c9d41'
    Author               = 'The Personio for PowerShell authors'
    CompanyName          = 'Community'
    Copyright            = '(c) The Personio for PowerShell authors. MIT License.'
    Description          = 'Work with the HR system Personio (API v2) from PowerShell: persons, employments, absences and attendance as typed objects, complete, paced to the rate limit, with a sandbox tenant that needs no account. Not affiliated with Personio SE & Co. KG.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')
    FormatsToProcess     = @('bin/Personio.Format.ps1xml')
    TypesToProcess       = @('bin/Personio.Types.ps1xml')
    FunctionsToExport    = @()
    CmdletsToExport      = @(
        'Connect-Personio'
        'Disconnect-Personio'
        'Get-PersonioAbsenceBalance'
        'Get-PersonioAbsenceBreakdown'
        'Get-PersonioAbsencePeriod'
        'Get-PersonioAbsenceType'
        'Get-PersonioAttendancePeriod'
        'Get-PersonioAttribute'
        'Get-PersonioCostCenter'
        'Get-PersonioEmployment'
        'Get-PersonioJob'
        'Get-PersonioLegalEntity'
        'Get-PersonioOrgUnit'
        'Get-PersonioPerson'
        'Get-PersonioSalaryBand'
        'Get-PersonioSession'
        'Get-PersonioWebhook'
        'Get-PersonioWebhookDelivery'
        'Get-PersonioWebhookEvent'
        'Get-PersonioWorkplace'
        'Invoke-PersonioRequest'
        'New-PersonioAbsencePeriod'
        'New-PersonioPerson'
        'New-PersonioWebhook'
        'Remove-PersonioAbsencePeriod'
        'Remove-PersonioPerson'
        'Remove-PersonioWebhook'
        'Save-PersonioProfilePicture'
        'Select-PersonioSession'
        'Send-PersonioWebhookEvent'
        'Set-PersonioAbsencePeriod'
        'Set-PersonioEmployment'
        'Set-PersonioPerson'
        'Set-PersonioWebhook'
        'Test-PersonioAccess'
        'Test-PersonioWebhook'
    )
    VariablesToExport    = @()
    AliasesToExport      = @()
    PrivateData          = @{
        PSData = @{
            Tags         = @('Personio', 'HR', 'HRIS', 'API', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            ReleaseNotes = 'https://github.com/personio-powershell/personio/blob/main/CHANGELOG.md'
        }
    }
}
