@{
    RootModule           = 'ListmonkPS.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = '87b25377-d54e-4aa7-8294-f1716e18085e'
    Author               = 'ListmonkPS'
    CompanyName          = 'ListmonkPS'
    Copyright            = 'MIT licence, see LICENSE'
    Description          = 'Finds out why the double opt-in mails of a listmonk server stopped, mends it, and lists who waits for one.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')
    FormatsToProcess     = @('ListmonkPS.format.ps1xml')
    TypesToProcess       = @('ListmonkPS.types.ps1xml')
    CmdletsToExport      = @(
        'Compare-ListmonkSetting'
        'Connect-Listmonk'
        'ConvertFrom-SmtpReply'
        'Disconnect-Listmonk'
        'Export-ListmonkSetting'
        'Get-ListmonkLog'
        'Get-ListmonkQueue'
        'Get-ListmonkSession'
        'Get-ListmonkSetting'
        'Get-ListmonkSubscriberStatus'
        'Get-OptInResend'
        'Get-UnconfirmedSubscriber'
        'Invoke-OptInResend'
        'New-OptInResendPlan'
        'Measure-ListmonkOptIn'
        'Remove-UnconfirmedSubscriber'
        'Set-ListmonkSetting'
        'Test-ListmonkDatabase'
        'Stop-OptInResend'
        'Test-ListmonkDkim'
        'Test-ListmonkDmarc'
        'Test-ListmonkDns'
        'Test-ListmonkOptIn'
        'Test-ListmonkSmtp'
        'Test-ListmonkSpf'
        'Test-ListmonkVersion'
    )
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()
    PrivateData          = @{
        PSData = @{
            Tags         = @('PSEdition_Core', 'Windows', 'Linux', 'MacOS', 'listmonk', 'newsletter', 'opt-in', 'email', 'PostgreSQL', 'diagnostics')
            ReleaseNotes = 'First version: connects to a listmonk server, names why its opt-in mails stopped, mends the setting and lists who waits.'
        }
    }
}
