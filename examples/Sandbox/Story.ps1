<#
    The story that the sandbox tells, in a real shell, on a disposable world whose opt-in mails stopped three weeks ago.
    Started by `dotnet run --project examples/Sandbox`, which hands over the world in environment variables.
#>
[CmdletBinding()]
param()

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$world = $env:LISTMONKPS_SANDBOX | ConvertFrom-Json
Import-Module $env:LISTMONKPS_MODULE
$api = [pscredential]::new($world.apiUser, [System.Net.NetworkCredential]::new('', $world.apiToken).SecurePassword)

function Show-Step {
    # Prints a command as it would be typed, runs it, and prints what its view shows.
    param([string] $Say, [string] $Command)
    if ($Say) { "# $Say" }
    "PS> $Command"
    (. ([scriptblock]::Create($Command)) | Out-String -Width 100).TrimEnd()
    ''
}

function Send-SignUp {
    # Signs an address up by the public API, as the form on a web site does.
    param([string] $Address)
    $body = @{ email = $Address; name = 'New Reader'; list_uuids = @($world.publicListUuid) } | ConvertTo-Json
    Invoke-RestMethod -Method Post -Uri "$($world.uri)api/public/subscription" -ContentType 'application/json' -Body $body |
        ForEach-Object { "has_optin = $($_.data.has_optin)" }
}

Show-Step 'Connect. The API shows what listmonk says, the database what is true.' (
    "Connect-Listmonk $($world.uri) -Credential `$api -ConfigPath '$($world.configPath)'")

Show-Step 'A reader signs up, and no mail comes.' "Send-SignUp $($env:LISTMONKPS_SANDBOX_BEFORE)"

Show-Step 'Why?' 'Test-ListmonkOptIn'

Show-Step 'Mend it. First what would be done, then the real thing.' 'Set-ListmonkSetting app.send_optin_confirmation $true -WhatIf'
Show-Step '' 'Set-ListmonkSetting app.send_optin_confirmation $true'

Show-Step 'Another reader signs up; this one gets the mail.' "Send-SignUp $($env:LISTMONKPS_SANDBOX_AFTER)"

Show-Step 'Is all well now?' 'Test-ListmonkOptIn'

Show-Step 'Who was missed in those three weeks?' 'Get-UnconfirmedSubscriber -Since 21d -First 8'
Show-Step '' 'Get-UnconfirmedSubscriber -Since 21d | Measure-Object | Select-Object Count'
