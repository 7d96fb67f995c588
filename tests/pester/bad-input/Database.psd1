# Bad input for Test-ListmonkDatabase, read by BadInput.Tests.ps1.
@{
    Rows = @(
        @{ Command = 'Test-ListmonkDatabase'; Id = 'NoSession'; Category = 'ResourceUnavailable'; Says = 'connected'; Do = 'Connect-Listmonk' }
        @{ Command = '$null = Connect-Listmonk $world.uri -Credential $api; Test-ListmonkDatabase'; Id = 'NeedsDatabase'; Category = 'ResourceUnavailable'; Says = 'database'; Do = '-ConnectionString'; Keeps = $true }
        @{ Command = 'Test-ListmonkDatabase -Session nowhere'; Id = 'CannotConvertArgumentNoMessage'; Category = 'InvalidArgument'; Says = 'nowhere'; By = 'PowerShell' }
        @{ Command = 'Test-ListmonkDatabase -Aspect Disk'; Id = 'NamedParameterNotFound'; Category = 'InvalidArgument'; Says = "'Aspect'"; By = 'PowerShell' }
    )
}
