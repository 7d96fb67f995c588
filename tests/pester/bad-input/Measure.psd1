# Bad input for Measure-ListmonkOptIn, read by BadInput.Tests.ps1. No session is connected, so what gets past the parameters is NoSession.
@{
    Rows = @(
        @{ Command = 'Measure-ListmonkOptIn'; Id = 'NoSession'; Category = 'ResourceUnavailable'; Says = 'connected'; Do = 'Connect-Listmonk' }
        @{ Command = 'Measure-ListmonkOptIn -Every 2d'; Id = 'ParameterArgumentTransformationError'; Category = 'InvalidData'; Says = '"2d".*1h.*1d.*7d'; By = 'PowerShell' }
        @{ Command = 'Measure-ListmonkOptIn -Every 1'; Id = 'ParameterArgumentTransformationError'; Category = 'InvalidData'; Says = '"1".*1h.*1d.*7d'; By = 'PowerShell' }
        @{ Command = 'Measure-ListmonkOptIn -Every daily'; Id = 'ParameterArgumentTransformationError'; Category = 'InvalidData'; Says = '"daily".*1d'; By = 'PowerShell' }
        @{ Command = 'Measure-ListmonkOptIn -Every ""'; Id = 'ParameterArgumentTransformationError'; Category = 'InvalidData'; Says = '1d'; By = 'PowerShell' }
        @{ Command = 'Measure-ListmonkOptIn -Since 15'; Id = 'ParameterArgumentTransformationError'; Category = 'InvalidData'; Says = 'without a unit'; By = 'PowerShell' }
        @{ Command = 'Measure-ListmonkOptIn -Since yesterday'; Id = 'ParameterArgumentTransformationError'; Category = 'InvalidData'; Says = '"yesterday"'; By = 'PowerShell' }
        @{ Command = 'Measure-ListmonkOptIn -Break -Every 1d'; Id = 'AmbiguousParameterSet'; Category = 'InvalidArgument'; Says = 'Parameter set'; By = 'PowerShell' }
        @{ Command = 'Measure-ListmonkOptIn -By Total'; Id = 'MissingMandatoryParameter|AmbiguousParameterSet'; Category = 'InvalidArgument'; Says = 'Break|Parameter set'; By = 'PowerShell' }
        @{ Command = 'Measure-ListmonkOptIn -Break -By Country'; Id = 'CannotConvertArgumentNoMessage'; Category = 'InvalidArgument'; Says = 'Country[\s\S]*HourOfDay'; By = 'PowerShell' }
        @{ Command = 'Measure-ListmonkOptIn -TimeoutSeconds 0'; Id = 'ParameterArgumentValidationError'; Category = 'InvalidData'; Says = "'TimeoutSeconds'"; By = 'PowerShell' }
        @{ Command = 'Measure-ListmonkOptIn -List @()'; Id = 'ParameterArgumentValidationError'; Category = 'InvalidData'; Says = "'List'"; By = 'PowerShell' }
        @{ Command = '$null = Connect-Listmonk $world.uri -Credential $api; Measure-ListmonkOptIn -Since 2025-05-01 -Before 2025-04-01'; Id = 'SpanEmpty'; Category = 'InvalidArgument'; Says = '2025-05-01.*2025-04-01'; Do = 'later -Before'; Keeps = $true }
        @{ Command = '$null = Connect-Listmonk $world.uri -Credential $api; Measure-ListmonkOptIn "No such list"'; Id = 'ListNotFound'; Category = 'ObjectNotFound'; Says = 'No such list'; Do = 'Weekly letter'; Keeps = $true }
    )
}
