# Bad input for the commands of resending, read by BadInput.Tests.ps1. $connected connects to $world; nobody is mailed in any row.
@{
    Rows = @(
        @{ Command = '$null = & $connected; "text" | Invoke-OptInResend -Confirm:$false'; Id = 'NotASubscriber'; Category = 'InvalidArgument'; Says = 'String'; Do = 'Get-UnconfirmedSubscriber'; Keeps = $true }
        @{ Command = '$null = & $connected; Get-Item / | Invoke-OptInResend -Confirm:$false'; Id = 'NotASubscriber'; Category = 'InvalidArgument'; Says = 'DirectoryInfo'; Do = 'SubscriberUuid'; Keeps = $true }
        @{ Command = '$null = & $connected; [pscustomobject]@{ SubscriberId = 1; SubscriberUuid = "no uuid" } | New-OptInResendPlan $folder/p.txt'; Id = 'NotASubscriber'; Category = 'InvalidArgument'; Says = 'PSCustomObject'; Do = 'SubscriberUuid'; Keeps = $true }
        @{ Command = '$null = & $connected; Invoke-OptInResend -Confirm:$false'; Id = 'NobodyNamed'; Category = 'InvalidArgument'; Says = 'whom'; Do = '-Run'; Keeps = $true }
        @{ Command = '$null = & $connected; New-OptInResendPlan $folder/p.txt'; Id = 'NobodyNamed'; Category = 'InvalidArgument'; Says = 'whom'; Do = '-Id'; Keeps = $true }
        @{ Command = '$null = & $connected; Invoke-OptInResend -Id 999999 -Confirm:$false'; Id = 'SubscriberNotFound'; Category = 'ObjectNotFound'; Says = '999999'; Do = 'Get-UnconfirmedSubscriber'; Keeps = $true }
        @{ Command = '$null = & $connected; Invoke-OptInResend -Id 0 -Confirm:$false'; Id = 'ParameterArgumentValidationError'; Category = 'InvalidData'; Says = "'Id'"; By = 'PowerShell'; Keeps = $true }
        @{ Command = '$null = & $connected; Invoke-OptInResend -Run nothing -Confirm:$false'; Id = 'RunNotFound'; Category = 'ObjectNotFound'; Says = 'nothing.*main'; Do = '-Summary'; Keeps = $true }
        @{ Command = '$null = & $connected; Invoke-OptInResend -Run "../x" -Confirm:$false'; Id = 'BadRunName'; Category = 'InvalidArgument'; Says = '\.\./x'; Do = 'letters'; Keeps = $true }
        @{ Command = '$null = & $connected; Stop-OptInResend "a b"'; Id = 'BadRunName|RunNotFound'; Category = 'InvalidArgument|ObjectNotFound'; Says = 'a b'; Do = 'letters|runs'; Keeps = $true }
        @{ Command = '$null = & $connected; Invoke-OptInResend -Id 1 -RatePerMinute 0 -Confirm:$false'; Id = 'ParameterArgumentValidationError'; Category = 'InvalidData'; Says = "'RatePerMinute'.*1"; By = 'PowerShell'; Keeps = $true }
        @{ Command = '$null = & $connected; Invoke-OptInResend -Id 1 -DailyLimit -5 -Confirm:$false'; Id = 'ParameterArgumentValidationError'; Category = 'InvalidData'; Says = "'DailyLimit'"; By = 'PowerShell'; Keeps = $true }
        @{ Command = '$null = & $connected; Invoke-OptInResend -Id 1 -MinimumInterval 24 -Confirm:$false'; Id = 'ParameterArgumentTransformationError'; Category = 'InvalidData'; Says = 'unit'; By = 'PowerShell'; Keeps = $true }
        @{ Command = '$null = & $connected; Invoke-OptInResend -Id 1 -MinimumInterval soon -Confirm:$false'; Id = 'ParameterArgumentTransformationError'; Category = 'InvalidData'; Says = 'soon'; By = 'PowerShell'; Keeps = $true }
        @{ Command = '$null = & $connected; Invoke-OptInResend -Id 1 -MinimumInterval -1h -Confirm:$false'; Id = 'ParameterArgumentTransformationError'; Category = 'InvalidData'; Says = '-1h'; By = 'PowerShell'; Keeps = $true }
        @{ Command = '$null = & $connected; Invoke-OptInResend -Id 999999 -MinimumInterval ([timespan]::MaxValue) -Confirm:$false -WarningAction SilentlyContinue'; Id = 'SubscriberNotFound'; Category = 'ObjectNotFound'; Says = '999999'; Do = 'Get-UnconfirmedSubscriber'; Keeps = $true }
        @{ Command = '$null = & $connected; Invoke-OptInResend -Id 1 -RatePerMinute 1000001 -Confirm:$false'; Id = 'ParameterArgumentValidationError'; Category = 'InvalidData'; Says = "'RatePerMinute'.*1000000"; By = 'PowerShell'; Keeps = $true }
        @{ Command = '$null = & $connected; Invoke-OptInResend -Id 1 -RatePerMinute 99999999999 -Confirm:$false'; Id = 'CannotConvertArgumentNoMessage'; Category = 'InvalidArgument'; Says = "'RatePerMinute'"; By = 'PowerShell'; Keeps = $true }
        @{ Command = '$null = & $connected; Invoke-OptInResend -Id 1 -ThrottleLimit 65 -Confirm:$false'; Id = 'ParameterArgumentValidationError'; Category = 'InvalidData'; Says = "'ThrottleLimit'.*64"; By = 'PowerShell'; Keeps = $true }
        @{ Command = '$null = & $connected; Invoke-OptInResend -Id 1 -MaxAttempts 0 -Confirm:$false'; Id = 'ParameterArgumentValidationError'; Category = 'InvalidData'; Says = "'MaxAttempts'"; By = 'PowerShell'; Keeps = $true }
        @{ Command = '& $connected | Invoke-OptInResend -Confirm:$false'; Id = 'NobodyNamed'; Category = 'InvalidArgument'; Says = 'whom'; Do = '-Run'; Keeps = $true }
        @{ Command = '& $connected | New-OptInResendPlan $folder/p.txt'; Id = 'NobodyNamed'; Category = 'InvalidArgument'; Says = 'whom'; Do = '-Id'; Keeps = $true }
        @{ Command = '$null = & $connected; Invoke-OptInResend -Id 1 -TimeZone Mars/Olympus -Confirm:$false'; Id = 'BadTimeZone'; Category = 'InvalidArgument'; Says = 'Mars/Olympus'; Do = 'Europe/Berlin'; Keeps = $true }
        @{ Command = '$null = & $connected; Invoke-OptInResend -Path $folder/none.txt -Confirm:$false'; Id = 'PlanUnreadable'; Category = 'InvalidData'; Says = 'none\.txt.*no such file'; Do = 'New-OptInResendPlan'; Keeps = $true }
        @{ Command = '$null = & $connected; Invoke-OptInResend -Path $folder/broken.toml -Confirm:$false'; Id = 'PlanUnreadable'; Category = 'InvalidData'; Says = 'another form'; Do = 'New-OptInResendPlan'; Keeps = $true }
        @{ Command = '$null = & $connected; New-OptInResendPlan /no/such/folder/p.txt -Id ((Get-UnconfirmedSubscriber -First 1).SubscriberId)'; Id = 'PlanNotWritten'; Category = 'WriteError'; Says = '/no/such/folder'; Do = 'folder'; Keeps = $true }
        @{ Command = '$null = & $connected; Get-UnconfirmedSubscriber -First 1 | Invoke-OptInResend -LedgerConnection "Host=127.0.0.1;Password=secret-word" -Confirm:$false'; Id = 'PasswordInConnectionString'; Category = 'InvalidArgument'; Says = 'password'; Do = 'Database'; Keeps = $true }
        @{ Command = '$null = & $connected; Get-OptInResend nothing'; Id = 'RunNotFound'; Category = 'ObjectNotFound'; Says = 'nothing'; Do = '-Summary'; Keeps = $true }
        @{ Command = '$null = & $connected; Get-OptInResend -State Lost'; Id = 'CannotConvertArgumentNoMessage'; Category = 'InvalidArgument'; Says = "'State'"; By = 'PowerShell'; Keeps = $true }
        @{ Command = '$null = & $connected; Stop-OptInResend nothing'; Id = 'RunNotFound'; Category = 'ObjectNotFound'; Says = 'nothing'; Do = '-Summary'; Keeps = $true }
        @{ Command = '$null = & $readerOnly; Get-UnconfirmedSubscriber -First 1 | Invoke-OptInResend -Confirm:$false'; Id = 'LedgerRights'; Category = 'PermissionDenied'; Says = 'ledger'; Do = 'GRANT CREATE ON DATABASE.*GRANT USAGE ON SCHEMA listmonkps'; Keeps = $true }
    )
}
