<#
.SYNOPSIS
Uses our module and a foreign one that ships its own Npgsql and DnsClient in one process, and writes what happened as JSON.
.DESCRIPTION
For tests/Module.Tests. The database of the configuration file is asked before and after the foreign module comes, or after it was there first.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [ValidateSet('Ours', 'Foreign')] [string] $First,
    [Parameter(Mandatory)] [string] $ModuleManifest,
    [Parameter(Mandatory)] [string] $ForeignManifest,
    [Parameter(Mandatory)] [string] $ConfigPath,
    [Parameter(Mandatory)] [string] $ResultPath
)

$ErrorActionPreference = 'Stop'

function Use-OurModule {
    if (-not (Get-Module ListmonkPS)) {
        Import-Module $ModuleManifest
        $null = Connect-Listmonk -ConfigPath $ConfigPath
    }
    # Our DnsClient is made ready, though no name is asked: a single label can have no record.
    if ((Test-ListmonkSpf localhost -IPAddress 192.0.2.1 -DnsServer 127.0.0.1).Result -ne 'None') { throw 'SPF of a single label is None.' }
    @(Get-ListmonkSubscriberStatus).Count
}

function Use-ForeignModule {
    Import-Module $ForeignManifest
    $result.ForeignDns += Get-ForeignDnsClient
    Get-ForeignNpgsql
}

$result = @{ Counts = @(); Foreign = @(); ForeignDns = @(); Problem = $null }
try {
    if ($First -eq 'Ours') { $result.Counts += Use-OurModule }
    $result.Foreign += Use-ForeignModule
    $result.Counts += Use-OurModule
    $result.Foreign += Use-ForeignModule
    $result.Counts += Use-OurModule
}
catch {
    $result.Problem = (@(for ($at = $_.Exception; $at; $at = $at.InnerException) { "$($at.GetType().Name): $($at.Message)" }) -join ' <- ')
}

function Get-LoadedVersion([string] $Library) {
    foreach ($assembly in [AppDomain]::CurrentDomain.GetAssemblies().Where({ $_.GetName().Name -eq $Library })) {
        "$([Runtime.Loader.AssemblyLoadContext]::GetLoadContext($assembly).Name) $($assembly.GetName().Version)"
    }
}

$result.Drivers = @(Get-LoadedVersion Npgsql)
$result.Resolvers = @(Get-LoadedVersion DnsClient)
ConvertTo-Json -InputObject $result -EscapeHandling EscapeNonAscii | Set-Content -LiteralPath $ResultPath -Encoding ascii
