# Bad input for Connect-Listmonk, Get-ListmonkSession and Disconnect-Listmonk, read by BadInput.Tests.ps1.
# Says: what the message must name (what and where). Do: what the recommended action must name. By = 'PowerShell': refused by parameter binding, whose
# own text is all there is. Keeps: the command gives a session all the same, with the problem in it.
# $world, $api, $wrong, $reader, $tls, $dead (an address that nobody listens at) and $folder are there; secret-word must show nowhere.
@{
    Rows = @(
        @{ Command = 'Connect-Listmonk'; Id = 'NothingToConnect'; Category = 'InvalidArgument'; Says = 'where the server is'; Do = '-Uri.*-ConnectionString' }
        @{ Command = 'Connect-Listmonk -Credential $api'; Id = 'NothingToConnect'; Category = 'InvalidArgument'; Says = 'where the server is'; Do = '-Uri' }
        @{ Command = 'Connect-Listmonk lists.example.org'; Id = 'BadUri'; Category = 'InvalidArgument'; Says = 'lists\.example\.org'; Do = 'https://' }
        @{ Command = 'Connect-Listmonk ftp://lists.example.org'; Id = 'BadUri'; Category = 'InvalidArgument'; Says = 'ftp://lists\.example\.org'; Do = 'scheme' }
        @{ Command = 'Connect-Listmonk "https://"'; Id = 'BadUri'; Category = 'InvalidArgument'; Says = 'https://'; Do = 'scheme' }
        @{ Command = 'Connect-Listmonk https://me:secret-word@lists.example.org'; Id = 'CredentialInUri'; Category = 'InvalidArgument'; Says = 'lists\.example\.org'; Do = '-Credential' }
        @{ Command = '[pscustomobject]@{ Url = $world.uri } | Connect-Listmonk'; Id = 'NothingToConnect'; Category = 'InvalidArgument'; Says = 'where the server is'; Do = '-Uri' }
        @{ Command = '"me:secret-word@lists.example.org" | Connect-Listmonk'; Id = 'CredentialInUri'; Category = 'InvalidArgument'; Says = 'lists\.example\.org'; Do = '-Credential' }
        @{ Command = 'Connect-Listmonk -Uri ""'; Id = 'ParameterArgumentValidationError'; Category = 'InvalidData'; Says = "'Uri'"; By = 'PowerShell' }
        @{ Command = 'Connect-Listmonk $world.uri -TimeoutSeconds 0'; Id = 'ParameterArgumentValidationError'; Category = 'InvalidData'; Says = "'TimeoutSeconds'.*1"; By = 'PowerShell' }
        @{ Command = 'Connect-Listmonk -DatabaseHost db -DatabasePort 70000'; Id = 'ParameterArgumentValidationError'; Category = 'InvalidData'; Says = "'DatabasePort'.*65535"; By = 'PowerShell' }

        @{ Command = 'Connect-Listmonk -ConnectionString "Host=127.0.0.1;Password=secret-word"'; Id = 'PasswordInConnectionString'; Category = 'InvalidArgument'; Says = 'connection string holds a password'; Do = '-DatabaseCredential' }
        @{ Command = 'Connect-Listmonk -ConnectionString "postgres://u:secret-word@db/listmonk"'; Id = 'PasswordInConnectionString'; Category = 'InvalidArgument'; Says = 'connection string'; Do = '-DatabaseCredential' }
        @{ Command = 'Connect-Listmonk -ConnectionString "Hostess=secret-word"'; Id = 'BadConnectionString'; Category = 'InvalidArgument'; Says = 'key=value'; Do = 'Host=' }
        @{ Command = 'Connect-Listmonk -ConnectionString "Database=listmonk"'; Id = 'BadConnectionString'; Category = 'InvalidArgument'; Says = 'names no Host'; Do = 'Host=' }
        @{ Command = 'Connect-Listmonk -ConnectionString "Host=db" -DatabaseHost db'; Id = 'ParametersExclude'; Category = 'InvalidArgument'; Says = '-ConnectionString and -DatabaseHost'; Do = 'one of' }
        @{ Command = 'Connect-Listmonk -DatabaseHost "db;Password=secret-word"'; Id = 'BadDatabaseHost'; Category = 'InvalidArgument'; Says = '-DatabaseHost'; Do = '-DatabasePort' }
        @{ Command = 'Connect-Listmonk -DatabaseName listmonk'; Id = 'ParameterNeeds'; Category = 'InvalidArgument'; Says = '-DatabaseName .*-DatabaseHost'; Do = 'Add -DatabaseHost' }

        @{ Command = 'Connect-Listmonk -ConfigPath $folder/no.toml'; Id = 'ConfigNotFound'; Category = 'ObjectNotFound'; Says = 'no\.toml'; Do = 'config\.toml' }
        @{ Command = 'Connect-Listmonk -ConfigPath $folder'; Id = 'ConfigUnreadable'; Category = 'ReadError'; Says = 'directory'; Do = 'may read' }
        @{ Command = 'Connect-Listmonk -ConfigPath Env:/PATH'; Id = 'PathNotFile'; Category = 'InvalidArgument'; Says = 'Env:/PATH'; Do = 'file on a disk' }
        @{ Command = 'Connect-Listmonk -ConfigPath $folder/broken.toml'; Id = 'ConfigSyntax'; Category = 'ParserError'; Says = 'broken\.toml.*line 2, column'; Do = 'that line' }
        @{ Command = 'Connect-Listmonk -ConfigPath $folder/nodb.toml'; Id = 'ConfigIncomplete'; Category = 'InvalidData'; Says = 'nodb\.toml.*\[db\]'; Do = '-ConnectionString' }
        @{ Command = 'Connect-Listmonk -ConfigPath $folder/badport.toml'; Id = 'ConfigValue'; Category = 'InvalidData'; Says = 'badport\.toml.*db\.port.*1 to 65535'; Do = 'Mend the value' }

        @{ Command = 'Connect-Listmonk $tls.uri -CertificateThumbprint secret'; Id = 'BadThumbprint'; Category = 'InvalidArgument'; Says = "'secret'"; Do = '64 hex digits' }
        @{ Command = 'Connect-Listmonk $world.uri -CertificateThumbprint $tls.sha256'; Id = 'CertificateWithoutTls'; Category = 'InvalidArgument'; Says = '127\.0\.0\.1.*-CertificateThumbprint'; Do = 'https' }
        @{ Command = 'Connect-Listmonk $world.uri -SkipCertificateCheck'; Id = 'CertificateWithoutTls'; Category = 'InvalidArgument'; Says = '-SkipCertificateCheck'; Do = 'https' }
        @{ Command = 'Connect-Listmonk $tls.uri -SkipCertificateCheck -CertificateThumbprint $tls.sha1'; Id = 'ParametersExclude'; Category = 'InvalidArgument'; Says = '-SkipCertificateCheck and -CertificateThumbprint'; Do = 'one of' }
        @{ Command = 'Connect-Listmonk $tls.uri -CertificateAuthorityPath $folder/no.pem'; Id = 'BadCertificateAuthority'; Category = 'InvalidData'; Says = 'no\.pem.*no such file'; Do = 'PEM' }
        @{ Command = 'Connect-Listmonk $tls.uri -CertificateAuthorityPath $folder/broken.toml'; Id = 'BadCertificateAuthority'; Category = 'InvalidData'; Says = 'broken\.toml.*no certificate'; Do = 'BEGIN CERTIFICATE' }
        @{ Command = 'Connect-Listmonk $tls.uri -Credential $api'; Id = 'CertificateRefused'; Category = 'ConnectionError'; Says = '127\.0\.0\.1.*does not trust.*[0-9A-F]{64}'; Do = '-CertificateAuthorityPath'; Keeps = $true }
        @{ Command = 'Connect-Listmonk $tls.uri -Credential $api -CertificateThumbprint ("ab" * 20)'; Id = 'CertificateMismatch'; Category = 'ConnectionError'; Says = '[0-9A-F]{40}.*(AB){20}'; Do = 'give no credential'; Keeps = $true }
        @{ Command = 'Connect-Listmonk $world.uri -Proxy proxy:3128'; Id = 'BadProxy'; Category = 'InvalidArgument'; Says = 'proxy:3128'; Do = 'http://proxy' }
        @{ Command = 'Connect-Listmonk $world.uri -Proxy http://u:secret-word@proxy:3128'; Id = 'CredentialInProxy'; Category = 'InvalidArgument'; Says = 'proxy:3128'; Do = '-ProxyCredential' }
        @{ Command = 'Connect-Listmonk $world.uri -Proxy http://proxy:3128 -NoProxy'; Id = 'ParametersExclude'; Category = 'InvalidArgument'; Says = '-Proxy and -NoProxy'; Do = 'one of' }
        @{ Command = 'Connect-Listmonk $world.uri -ProxyCredential $api'; Id = 'ParameterNeeds'; Category = 'InvalidArgument'; Says = '-ProxyCredential .*-Proxy'; Do = 'Add -Proxy' }
        @{ Command = 'Connect-Listmonk $world.uri -Credential $api -Proxy $dead'; Id = 'ProxyUnreachable'; Category = 'ConnectionError'; Says = 'proxy http://127\.0\.0\.1:1 .*refused'; Do = '-NoProxy'; Keeps = $true }
        @{ Command = 'Connect-Listmonk $world.uri -Headers @{ Authorization = "secret-word" }'; Id = 'HeaderRefused'; Category = 'InvalidArgument'; Says = "'Authorization'"; Do = '-Credential' }
        @{ Command = 'Connect-Listmonk $world.uri -Headers @{ cookie = "secret-word" }'; Id = 'HeaderRefused'; Category = 'InvalidArgument'; Says = "'cookie'"; Do = 'Leave it out' }
        @{ Command = 'Connect-Listmonk $world.uri -Headers @{ "X-A" = "secret-word`r`nX-B: c" }'; Id = 'BadHeader'; Category = 'InvalidArgument'; Says = "'X-A'"; Do = 'one line' }
        @{ Command = 'Connect-Listmonk -ConnectionString $world.readConnectionString -Headers @{ "X-A" = "secret-word" }'; Id = 'ParameterNeeds'; Category = 'InvalidArgument'; Says = '-Headers .*-Uri'; Do = 'Add -Uri' }

        @{ Command = 'Connect-Listmonk $world.uri -CredentialScript { "secret-word" }'; Id = 'CredentialScriptResult'; Category = 'InvalidResult'; Says = 'gave an object of type String'; Do = '-CredentialScript \{ Get-Secret' }
        @{ Command = 'Connect-Listmonk $world.uri -CredentialScript { }'; Id = 'CredentialScriptResult'; Category = 'InvalidResult'; Says = '127\.0\.0\.1.*gave nothing'; Do = 'end with the credential' }
        @{ Command = 'Connect-Listmonk $world.uri -CredentialScript { $api, $api }'; Id = 'CredentialScriptResult'; Category = 'InvalidResult'; Says = 'gave 2 objects'; Do = 'end with the credential' }
        @{ Command = 'Connect-Listmonk $world.uri -Name east -CredentialScript { throw [System.TimeoutException]::new("secret-word") }'; Id = 'CredentialScriptFailed'; Category = 'InvalidResult'; Says = 'east.*TimeoutException'; Do = 'by itself' }
        @{ Command = 'Connect-Listmonk $world.uri -Credential $api -CredentialScript { $api }'; Id = 'ParametersExclude'; Category = 'InvalidArgument'; Says = '-CredentialScript and -Credential'; Do = 'one of' }

        @{ Command = 'Connect-Listmonk -Profile nowhere'; Id = 'ProfileNotFound'; Category = 'ObjectNotFound'; Says = "'nowhere'"; Do = '-SaveProfile' }
        @{ Command = 'Connect-Listmonk -Profile ../../etc/passwd'; Id = 'BadProfileName'; Category = 'InvalidArgument'; Says = '\.\./\.\./etc/passwd'; Do = 'letters, digits' }
        @{ Command = 'Connect-Listmonk $world.uri -Credential $api -SaveProfile "a b"'; Id = 'BadProfileName'; Category = 'InvalidArgument'; Says = "'a b'"; Do = 'letters, digits' }

        @{ Command = 'Connect-Listmonk $dead -Credential $api'; Id = 'ApiUnreachable'; Category = 'ConnectionError'; Says = 'http://127\.0\.0\.1:1 .*refused'; Do = 'host, port'; Keeps = $true }
        @{ Command = 'Connect-Listmonk $world.uri -Credential $wrong'; Id = 'LoginRefused'; Category = 'AuthenticationError'; Says = '127\.0\.0\.1.*token is wrong'; Do = 'settings:get, lists:get_all and subscribers:get_all'; Keeps = $true }
        @{ Command = 'Connect-Listmonk $world.uri'; Id = 'LoginRefused'; Category = 'AuthenticationError'; Says = 'no credential was given'; Do = 'user of type API'; Keeps = $true }
        @{ Command = 'Connect-Listmonk -ConnectionString $world.readConnectionString -DatabaseCredential $wrong'; Id = 'DatabaseLoginRefused'; Category = 'AuthenticationError'; Says = '127\.0\.0\.1|/tmp'; Do = '-DatabaseCredential'; Keeps = $true }
        @{ Command = 'Connect-Listmonk -DatabaseHost $world.databaseHost -DatabasePort $world.databasePort -DatabaseName no_such_database -DatabaseCredential $reader'; Id = 'DatabaseNotFound'; Category = 'ObjectNotFound'; Says = 'no_such_database'; Do = 'db\.database'; Keeps = $true }

        @{ Command = 'Get-ListmonkSession nobody'; Id = 'SessionNotFound'; Category = 'ObjectNotFound'; Says = '"nobody"'; Do = 'Get-ListmonkSession' }
        @{ Command = 'Get-ListmonkSession ""'; Id = 'ParameterArgumentValidationError'; Category = 'InvalidData'; Says = "'Name'"; By = 'PowerShell' }
        @{ Command = 'Get-ListmonkSession -Name $null'; Id = 'ParameterArgumentValidationError'; Category = 'InvalidData'; Says = "'Name'"; By = 'PowerShell' }
        @{ Command = 'Disconnect-Listmonk'; Id = 'NoSession'; Category = 'ResourceUnavailable'; Says = 'No listmonk server is connected'; Do = 'Connect-Listmonk' }
        @{ Command = 'Disconnect-Listmonk -Session nobody'; Id = 'ParameterArgumentTransformationError|CannotConvertArgumentNoMessage'; Category = 'InvalidData|InvalidArgument'; Says = "'Session'.*nobody"; By = 'PowerShell' }
        @{ Command = 'Disconnect-Listmonk -Session $null'; Id = 'ParameterArgumentValidationError\w*'; Category = 'InvalidData'; Says = "'Session'"; By = 'PowerShell' }
    )
}
