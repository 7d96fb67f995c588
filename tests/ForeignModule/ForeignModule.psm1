Add-Type -Path (Join-Path $PSScriptRoot 'Npgsql.dll'), (Join-Path $PSScriptRoot 'DnsClient.dll') -ErrorAction Stop

function Get-ForeignNpgsql {
    <#
    .SYNOPSIS
    Says which Npgsql this module got.
    #>
    [Npgsql.NpgsqlConnection]::new().Origin
}

function Get-ForeignDnsClient {
    <#
    .SYNOPSIS
    Says which DnsClient this module got.
    #>
    [DnsClient.LookupClient]::new().Origin
}
