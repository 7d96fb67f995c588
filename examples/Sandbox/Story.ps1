<#
    The story that the sandbox tells, in a real shell, on a disposable world whose opt-in mails stopped three weeks ago.
    Started by `dotnet run --project examples/Sandbox`, which hands the world over in environment variables.
#>
[CmdletBinding()]
param()

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$world = $env:LISTMONKPS_SANDBOX | ConvertFrom-Json
Import-Module $env:LISTMONKPS_MODULE
# The DNS of the story is the sandbox's own; nobody outside is asked.
$PSDefaultParameterValues = @{ 'Test-Listmonk*:DnsServer' = $world.dnsServer }
$api = [pscredential]::new($world.apiUser, [System.Net.NetworkCredential]::new('', $world.apiToken).SecurePassword)

function Show-Step {
    # Prints a command as it would be typed, runs it, and prints what its view shows.
    param([string] $Say, [string] $Command)
    if ($Say) { "# $Say" }
    "PS> $Command"
    ((. ([scriptblock]::Create($Command)) | Out-String -Width 100) -replace '(?m)\s+$').Trim("`r`n".ToCharArray())
    ''
}

function Send-SignUp {
    # Signs an address up by the public API, as the form on a web site does.
    param([string] $Address)
    $list = Invoke-RestMethod -Uri "$($world.uri)api/public/lists" | ForEach-Object { $_ } | Select-Object -First 1
    $body = @{ email = $Address; name = 'New Reader'; list_uuids = @($list.uuid) } | ConvertTo-Json
    $answer = Invoke-RestMethod -Method Post -Uri "$($world.uri)api/public/subscription" -ContentType 'application/json' -Body $body
    "signed up to `"$($list.name)`"; listmonk says has_optin = $($answer.data.has_optin)"
}

function Wait-Mail {
    # The sandbox watches its own mail server: it takes this line as a question and answers when the mail is there, or is not.
    param([string] $Address)
    [Console]::Out.WriteLine("@mail $Address")
    [Console]::In.ReadLine()
}

Show-Step 'Connect. The API shows what listmonk says, the database what is true.' (
    "Connect-Listmonk $($world.uri) -Credential `$api -ConfigPath '$($world.configPath)'")

Show-Step 'A reader signs up.' 'Send-SignUp before@reader.example.org'

Show-Step 'No mail. Why?' 'Test-ListmonkOptIn'

Show-Step 'Mend it: first what would be done, then the real thing.' 'Set-ListmonkSetting app.send_optin_confirmation $true -WhatIf'
Show-Step '' 'Set-ListmonkSetting app.send_optin_confirmation $true'

Show-Step 'Another reader signs up, and this one is mailed.' 'Send-SignUp after@reader.example.org'
Wait-Mail after@reader.example.org
''

Show-Step 'Is all well now? The switch is; what is left are those who were missed, until they are mailed.' 'Test-ListmonkOptIn -Status Fail, Warning'

. (Join-Path $PSScriptRoot 'Story.Smtp.ps1')
. (Join-Path $PSScriptRoot 'Story.Dns.ps1')

. (Join-Path $PSScriptRoot 'Story.Resend.ps1')
