<#
.SYNOPSIS
Uses our module and a foreign one that ships its own Npgsql in one process, and writes what happened as JSON.
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
    @(Get-ListmonkSubscriberStatus).Count
}

function Use-ForeignModule {
    Import-Module $ForeignManifest
    Get-ForeignNpgsql
}

$result = @{ Counts = @(); Foreign = @(); Problem = $null }
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

$result.Drivers = @(
    foreach ($assembly in [AppDomain]::CurrentDomain.GetAssemblies().Where({ $_.GetName().Name -eq 'Npgsql' })) {
        "$([Runtime.Loader.AssemblyLoadContext]::GetLoadContext($assembly).Name) $($assembly.GetName().Version)"
    }
)
ConvertTo-Json -InputObject $result -EscapeHandling EscapeNonAscii | Set-Content -LiteralPath $ResultPath -Encoding ascii
