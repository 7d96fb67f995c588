# One life of a process that mails people again: it waits for a line on standard input, works, and says how it ended. tests/Module.Tests kills it on the way.
# LISTMONKPS_LIFE is a JSON object: uri, user, token, configPath (empty for the API alone), run, and the parameters of the run.
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$life = $env:LISTMONKPS_LIFE | ConvertFrom-Json -AsHashtable
Import-Module $env:LISTMONKPS_MODULE
$credential = [pscredential]::new($life.user, [Net.NetworkCredential]::new('', $life.token).SecurePassword)
$way = if ($life.configPath) { @{ ConfigPath = $life.configPath } } else { @{} }
$null = Connect-Listmonk $life.uri -Credential $credential -Name life @way
[Console]::Out.WriteLine('ready')
$null = [Console]::In.ReadLine()
$parameters = $life.parameters
$problems = @()
$end = Get-UnconfirmedSubscriber -WarningAction SilentlyContinue |
    Invoke-OptInResend -Run $life.run -IncludeSuspect -Confirm:$false -WarningAction SilentlyContinue -ErrorAction SilentlyContinue -ErrorVariable problems @parameters
$items = @(Get-OptInResend $life.run -ErrorAction SilentlyContinue | ForEach-Object { @{ email = $_.Email; state = "$($_.State)" } })
$state = if ($end) { "$($end.State)" } else { '' }
$answer = @{ state = $state; problems = @($problems.ForEach({ $_.FullyQualifiedErrorId.Split(',')[0] })); items = $items }
[Console]::Out.WriteLine('end ' + (ConvertTo-Json $answer -Compress -Depth 4))
