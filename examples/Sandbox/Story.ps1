<#
    The story that the sandbox tells, in a real shell, on a disposable world whose opt-in mails stopped three weeks ago.
    Started by `dotnet run --project examples/Sandbox`, which gives the world in two environment variables.
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
    if ($Say) { "`n# $Say" }
    "PS> $Command"
    $ExecutionContext.InvokeCommand.InvokeScript($false, [scriptblock]::Create($Command), $null, $null) | Out-String -Width 100
}

function New-SignUp {
    # Signs an address up by the public API, as the form on the web site does.
    param([string] $Address)
    $body = @{ email = $Address; name = 'New Reader'; list_uuids = @($world.publicListUuid) } | ConvertTo-Json
    Invoke-RestMethod -Method Post -Uri "$($world.uri)api/public/subscription" -ContentType 'application/json' -Body $body
}

function Wait-Mail {
    # Asks the sandbox's mail server whether a mail to this address arrived, within the seconds given.
    param([string] $Address, [int] $Seconds)
    $headers = @{ Authorization = "Bearer $env:LISTMONKPS_BENCH_TOKEN" }
    $uri = "$($env:LISTMONKPS_BENCH)worlds/$($world.id)/mail?to=$([uri]::EscapeDataString($Address))&seconds=$Seconds"
    Invoke-RestMethod -Uri $uri -Headers $headers
}

Show-Step 'Connect: the API shows what listmonk says, the database what is true.' `
    "Connect-Listmonk -Uri $($world.uri) -Credential `$api -ConfigPath '$($world.configPath)'"
