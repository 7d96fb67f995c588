@{
    RootModule           = 'ForeignModule.psm1'
    ModuleVersion        = '1.0.0'
    GUID                 = '0c1f0d4e-6f0e-4f5e-9a55-6a1d0b1f7c11'
    Author               = 'ListmonkPS'
    Description          = 'Test only: another module that ships its own Npgsql and DnsClient.'
    PowerShellVersion    = '7.4'
    FunctionsToExport    = @('Get-ForeignNpgsql', 'Get-ForeignDnsClient')
    CmdletsToExport      = @()
    AliasesToExport      = @()
    VariablesToExport    = @()
}
