<#
.SYNOPSIS
Builds, tests, packs or installs the module.
.DESCRIPTION
build     lays the module out in artifacts/ListmonkPS
test      runs every test
pack      builds, and makes artifacts/ListmonkPS.<version>.nupkg for a gallery
install   builds, and copies the module to where PowerShell looks for the user's modules
Everything but packing and copying is done by dotnet.
.EXAMPLE
./build.ps1 -Task install
#>
#Requires -Version 7.4
[CmdletBinding()]
param(
    [ValidateSet('build', 'test', 'pack', 'install')] [string] $Task = 'build',
    [ValidateSet('Debug', 'Release')] [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
$artifacts = Join-Path $PSScriptRoot 'artifacts'
$module = Join-Path $artifacts 'ListmonkPS'

if ($Task -eq 'test') {
    dotnet test --solution (Join-Path $PSScriptRoot 'ListmonkPS.sln') --configuration $Configuration
    return
}

dotnet build (Join-Path $PSScriptRoot 'src' 'ListmonkPS') --configuration $Configuration
if ($Task -eq 'pack') {
    Compress-PSResource -Path $module -DestinationPath $artifacts -PassThru
}
elseif ($Task -eq 'install') {
    $version = (Import-PowerShellDataFile (Join-Path $module 'ListmonkPS.psd1')).ModuleVersion
    $target = Join-Path ($env:PSModulePath -split [IO.Path]::PathSeparator)[0] 'ListmonkPS' $version
    if (Test-Path -LiteralPath $target) {
        Remove-Item -LiteralPath $target -Recurse
    }
    $null = New-Item -ItemType Directory -Path $target
    Copy-Item -Path (Join-Path $module '*') -Destination $target -Recurse
    Get-Item -LiteralPath $target
}
