Add-Type -Path (Join-Path $PSScriptRoot 'Npgsql.dll') -ErrorAction Stop

function Get-ForeignNpgsql {
    <#
    .SYNOPSIS
    Says which Npgsql this module got.
    #>
    [Npgsql.NpgsqlConnection]::new().Origin
}
