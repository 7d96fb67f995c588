# Bad input for Get-ListmonkQueue, read by BadInput.Tests.ps1.
@{
    Rows = @(
        @{ Command = 'Get-ListmonkQueue'; Id = 'NoSession'; Category = 'ResourceUnavailable'; Says = 'No listmonk server is connected'; Do = 'Connect-Listmonk' }
        @{ Command = 'Get-ListmonkQueue -DailyLimit 0'; Id = 'ParameterArgumentValidationError'; Category = 'InvalidData'; Says = "'DailyLimit'"; By = 'PowerShell' }
        @{ Command = 'Get-ListmonkQueue -TimeZone Nowhere/City'; Id = 'ParameterArgumentTransformationError'; Category = 'InvalidData'; Says = 'Nowhere/City'; By = 'PowerShell' }
        @{ Command = 'Get-ListmonkQueue -Session nobody'; Id = 'ParameterArgumentTransformationError|CannotConvertArgumentNoMessage'; Category = 'InvalidData|InvalidArgument'; Says = "'Session'.*nobody"; By = 'PowerShell' }
    )
}
