# Bad input for the commands that ask the DNS, read by BadInput.Tests.ps1, which describes the columns.
@{
    Rows = @(
        @{ Command = 'Test-ListmonkSpf localhost 192.0.2.1 -DnsServer 127.0.0.1:0'; Id = 'DnsServerInvalid'; Category = 'InvalidArgument'; Says = "'127\.0\.0\.1:0'"; Do = '192\.0\.2\.53:5353' }
        @{ Command = 'Test-ListmonkSpf example.org 192.0.2.1 -DnsServer dns.example.org'; Id = 'DnsServerInvalid'; Category = 'InvalidArgument'; Says = "'dns\.example\.org'"; Do = '-DnsServer' }
        @{ Command = 'Test-ListmonkSpf example.org 192.0.2.1 -DnsServer "[::1"'; Id = 'DnsServerInvalid'; Category = 'InvalidArgument'; Says = '\[::1'; Do = '\[2001:db8::53\]:5353' }
        @{ Command = 'Test-ListmonkSpf example.org'; Id = 'AddressNeeded|NoSession'; Category = 'InvalidArgument|ResourceUnavailable'; Says = '.'; Do = '.' }
        @{ Command = 'Test-ListmonkSpf example.org 192.0.2'; Id = 'ParameterArgumentTransformationError'; Category = 'InvalidData'; Says = '192\.0\.2'; By = 'PowerShell' }
        @{ Command = 'Test-ListmonkSpf example.org 192.0.2.1 -TimeoutSeconds 0'; Id = 'ParameterArgumentValidationError'; Category = 'InvalidData'; Says = "'TimeoutSeconds'"; By = 'PowerShell' }
        @{ Command = 'Test-ListmonkDkim exa..mple mail'; Id = 'DomainInvalid'; Category = 'InvalidArgument'; Says = 'exa\.\.mple'; Do = '.' }
        @{ Command = 'Test-ListmonkDkim example.org "a..b"'; Id = 'SelectorInvalid'; Category = 'InvalidArgument'; Says = 'a\.\.b'; Do = '.' }
        @{ Command = 'Test-ListmonkDkim -MailPath $folder/no.eml'; Id = 'MailUnreadable'; Category = 'ReadError'; Says = 'no\.eml'; Do = 'headers' }
        @{ Command = 'Test-ListmonkDkim -MailPath $folder'; Id = 'MailUnreadable'; Category = 'ReadError'; Says = '.'; Do = 'headers' }
        @{ Command = 'Test-ListmonkDmarc "a b"'; Id = 'DomainInvalid'; Category = 'InvalidArgument'; Says = 'a b'; Do = '.' }
        @{ Command = 'Test-ListmonkDmarc example.org -Standard Rfc7489'; Id = 'PublicSuffixNeeded'; Category = 'InvalidArgument'; Says = 'example\.org'; Do = '-PublicSuffix' }
        @{ Command = 'Test-ListmonkDmarc example.org -SpfResult pass'; Id = 'SpfPairIncomplete'; Category = 'InvalidArgument'; Says = 'Spf'; Do = '-SpfDomain' }
        @{ Command = 'Test-ListmonkDmarc example.org -DkimResult pass, fail -DkimDomain example.org'; Id = 'DkimPairsUneven'; Category = 'InvalidArgument'; Says = '2.*1'; Do = '.' }
        @{ Command = 'Test-ListmonkDmarc example.org -SpfResult maybe -SpfDomain example.org'; Id = 'ParameterArgumentValidationError'; Category = 'InvalidData'; Says = "'SpfResult'"; By = 'PowerShell' }
        @{ Command = 'Test-ListmonkDns "[192.0.2.1]"'; Id = 'DomainInvalid'; Category = 'InvalidArgument'; Says = '192\.0\.2\.1'; Do = '.' }
        @{ Command = 'Test-ListmonkDns -MailPath $folder/broken.toml -DnsServer 1'; Id = 'DnsServerInvalid|MailUnreadable'; Category = 'InvalidArgument|ReadError'; Says = '.'; Do = '.' }
        @{ Command = 'Connect-Listmonk $world.uri -Credential $api | Test-ListmonkOptIn -DnsServer 10.0'; Id = 'DnsServerInvalid'; Category = 'InvalidArgument'; Says = "'10\.0'"; Do = '-DnsServer'; Keeps = $true }
        @{ Command = 'Connect-Listmonk $world.uri -Credential $api | Test-ListmonkOptIn -MailPath $folder/no.eml'; Id = 'MailUnreadable'; Category = 'ReadError'; Says = 'no\.eml'; Do = 'headers'; Keeps = $true }
    )
}
