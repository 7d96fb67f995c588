# Connecting by each access, and what is said when one does not work.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule
    $world = New-BenchWorld -History SwitchOff -Subscribers 40
    $api = New-BenchCredential $world.apiUser $world.apiToken
    $wrong = New-BenchCredential $world.apiUser 'not-the-token'
    $reader = New-BenchCredential $world.readUser $world.readPassword
    $address = ([string]$world.uri).TrimEnd('/')
}

AfterAll { Remove-BenchWorld $world }

Describe 'Connect-Listmonk' {
    AfterEach { Get-ListmonkSession | Disconnect-Listmonk }

    Context 'Access' {
        It 'by the API alone' {
            $session = Connect-Listmonk $world.uri -Credential $api -ErrorAction Stop
            $session.HasApi | Should -BeTrue
            $session.HasDatabase | Should -BeFalse
            $session.Version | Should -Be 'v6.2.0'
            $session.User | Should -Be $world.apiUser
            $session.Permissions | Should -Contain 'settings:manage'
            $session.Problem | Should -BeNullOrEmpty
        }

        It 'by a connection string and a role' {
            $session = Connect-Listmonk -ConnectionString $world.readConnectionString -DatabaseCredential $reader -ErrorAction Stop
            $session.HasApi | Should -BeFalse
            $session.HasDatabase | Should -BeTrue
            $session.IsDatabaseReadOnly | Should -BeTrue
            $session.Uri | Should -BeNullOrEmpty
        }

        It 'by config.toml, also with a path relative to the current folder' {
            Push-Location (Split-Path $world.configPath)
            try { $session = Connect-Listmonk -ConfigPath ./config.toml -ErrorAction Stop }
            finally { Pop-Location }
            $session.HasDatabase | Should -BeTrue
            $session.IsDatabaseReadOnly | Should -BeFalse
        }

        It 'by both at once' {
            $session = Connect-Listmonk $world.uri -Credential $api -ConfigPath $world.configPath -Name both -ErrorAction Stop
            $session.HasApi, $session.HasDatabase | Should -Be $true, $true
            $session.Name | Should -Be both
        }

        It 'by host, port and name of the database' {
            $session = Connect-Listmonk -DatabaseHost $world.databaseHost -DatabasePort $world.databasePort -DatabaseName $world.databaseName -DatabaseCredential $reader -ErrorAction Stop
            $session.HasDatabase | Should -BeTrue
            $session.Name | Should -Be "$($world.databaseHost):$($world.databasePort)/$($world.databaseName)"
            $session.DatabaseUser | Should -Be $world.readUser
            $session.Rights | Should -Be Read
        }

        It 'by a database whose host in config.toml is not known here' {
            (Get-Content $world.configPath -Raw) -replace 'host = "[^"]*"', 'host = "db.nowhere.invalid"' | Set-Content TestDrive:/container.toml
            $session = Connect-Listmonk -ConfigPath TestDrive:/container.toml -DatabaseHost $world.databaseHost -ErrorAction Stop
            $session.HasDatabase | Should -BeTrue
        }

        It 'says which source gave which key, never the value' {
            Set-Content TestDrive:/password $world.databasePassword
            $env:LISTMONK_db__password_FILE = (Get-Item TestDrive:/password).FullName
            $env:LISTMONK_db__database = $world.databaseName
            try { $said = Connect-Listmonk -ConfigPath $world.configPath -Verbose -ErrorAction Stop 4>&1 | Out-String -Width 400 }
            finally { Remove-Item Env:/LISTMONK_db__password_FILE, Env:/LISTMONK_db__database }
            $said | Should -Match 'config\.toml gives db\.host, db\.port, db\.user'
            $said | Should -Match 'LISTMONK_db__database gives db\.database'
            $said | Should -Match 'LISTMONK_db__password_FILE \(the file .*password\) gives db\.password'
            $said | Should -Not -Match ([regex]::Escape($world.databasePassword))
        }

        It 'takes an address from the pipeline' {
            ([string]$world.uri | Connect-Listmonk -Credential $api -ErrorAction Stop).HasApi | Should -BeTrue
            ([uri]$world.uri | Connect-Listmonk -Credential $api -ErrorAction Stop).HasApi | Should -BeTrue
        }

        It 'is named by host and port, so that two servers on one host stand beside each other' {
            $tls = New-BenchTls $world
            $null = Connect-Listmonk $world.uri -Credential $api -ErrorAction Stop
            $null = Connect-Listmonk $tls.uri -Credential $api -CertificateThumbprint $tls.sha256 -ErrorAction Stop
            (Get-ListmonkSession).Name | Should -Be ([uri]$world.uri).Authority, ([uri]$tls.uri).Authority
        }

        It 'takes the address of a page of the admin interface' {
            (Connect-Listmonk "$address/admin/lists?page=2" -Credential $api -ErrorAction Stop).Uri | Should -Be ([uri]$address)
        }
    }

    Context 'A server that does not answer' {
        It 'still gives a session, and one error for each access' {
            $session = Connect-Listmonk http://127.0.0.1:1 -ConnectionString 'Host=127.0.0.1;Port=1;Database=listmonk;Username=x' -Name dead -ErrorVariable problems -ErrorAction SilentlyContinue
            $session.Name | Should -Be dead
            $session.HasApi, $session.HasDatabase | Should -Be $false, $false
            $session.Problem | Should -Not -BeNullOrEmpty
            $problems | ForEach-Object { Get-ErrorName $_ } | Should -Be 'ApiUnreachable', 'DatabaseUnreachable'
            (Get-ListmonkSession dead).Problem | Should -Be $session.Problem
        }

        It 'is given up after -TimeoutSeconds' {
            $silent = New-SilentServer
            try {
                $problem = Get-OnlyError { Connect-Listmonk "http://127.0.0.1:$($silent.Port)" -TimeoutSeconds 1 -Credential $api }
                Get-ErrorName $problem | Should -Be ApiUnreachable
                $problem.CategoryInfo.Category | Should -Be OperationTimeout
                "$problem" | Should -Match 'within 1 s'
            }
            finally { $silent.Close() }
        }
    }

    Context 'The way to the API' {
        BeforeAll { $tls = New-BenchTls $world }

        It 'takes any certificate with -SkipCertificateCheck, and warns' {
            $session = Connect-Listmonk $tls.uri -Credential $api -SkipCertificateCheck -WarningVariable said -WarningAction SilentlyContinue -ErrorAction Stop
            $session.HasApi | Should -BeTrue
            "$said" | Should -Match 'not checked.*-CertificateThumbprint'
        }

        It 'takes a pinned certificate by <_>' -ForEach 'sha256', 'sha1' {
            (Connect-Listmonk $tls.uri -Credential $api -CertificateThumbprint $tls.$_ -ErrorAction Stop).HasApi | Should -BeTrue
        }

        It 'trusts an authority of ones own' {
            Set-Content TestDrive:/ca.pem $tls.authority
            (Connect-Listmonk $tls.uri -Credential $api -CertificateAuthorityPath TestDrive:/ca.pem -ErrorAction Stop).HasApi | Should -BeTrue
        }

        It 'goes through a proxy with its log-in, for all later calls too, and -NoProxy around it' {
            $proxy = New-BenchProxy carrier 'Px1-proxy-secret'
            $null = Connect-Listmonk $tls.uri -Credential $api -CertificateThumbprint $tls.sha256 -Proxy $proxy.uri -ProxyCredential (New-BenchCredential carrier 'Px1-proxy-secret') -ErrorAction Stop
            $null = Get-ListmonkSetting app.lang -ErrorAction Stop
            $through = @(Get-BenchProxyRequest $proxy)
            $through | Should -Match "^CONNECT $(([uri]$tls.uri).Authority)"
            $null = Connect-Listmonk $world.uri -Credential $api -NoProxy -ErrorAction Stop
            @(Get-BenchProxyRequest $proxy).Count | Should -Be $through.Count
        }

        It 'sends headers, also from secure strings' {
            $key = (New-BenchCredential x 'Hd4-header-secret').Password
            $null = Connect-Listmonk $world.uri -Credential $api -Headers @{ 'X-Gate-Key' = $key; 'X-Number' = 7 } -ErrorAction Stop
            $last = (Get-BenchRequest $world)[-1].headers
            $last.'X-Gate-Key', $last.'X-Number' | Should -Be 'Hd4-header-secret', '7'
        }
    }

    Context 'Profiles' {
        It 'are saved without secrets, completed, and taken again' {
            $null = Connect-Listmonk $world.uri -Credential $api -ConfigPath $world.configPath -Name prod -Headers @{ 'X-Gate-Key' = 'Hd4-header-secret' } -SaveProfile Prod -ErrorAction Stop
            $file = Get-Item (Join-Path $env:LISTMONKPS_HOME 'profiles/prod.json')
            $text = Get-Content $file -Raw
            foreach ($secret in @($world.secrets) + 'Hd4-header-secret') { $text.Contains($secret) | Should -BeFalse }
            if (-not $IsWindows) { $file.UnixFileMode | Should -Be ([IO.UnixFileMode]'UserRead, UserWrite') }
            $line = 'Connect-Listmonk -Profile '
            [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches.CompletionText | Should -Contain 'prod'
            Get-ErrorName (Get-OnlyError { Connect-Listmonk -Profile prod }) | Should -Be ProfileNeedsSecret
            $session = Connect-Listmonk -Profile prod -Credential $api -Headers @{ 'x-gate-key' = 'Hd4-header-secret' } -ErrorAction Stop
            $session.Name, $session.HasApi, $session.HasDatabase | Should -Be 'prod', $true, $true
        }

        It 'are for one server' {
            $problem = Get-OnlyError { $world.uri, $world.uri | Connect-Listmonk -Credential $api -SaveProfile twice }
            Get-ErrorName $problem | Should -Be SaveProfileTwice
        }
    }

    Context 'Bad input' {
        It '<What>: <Id>' -ForEach @(
            @{ What = 'nothing'; Id = 'NothingToConnect'; Parameters = @{} }
            @{ What = 'an address without scheme'; Id = 'BadUri'; Parameters = @{ Uri = 'lists.example.org' } }
            @{ What = 'another scheme'; Id = 'BadUri'; Parameters = @{ Uri = 'ftp://lists.example.org' } }
            @{ What = 'a password in the address'; Id = 'CredentialInUri'; Parameters = @{ Uri = 'https://me:secret-word@lists.example.org' } }
            @{ What = 'a password in the connection string'; Id = 'PasswordInConnectionString'; Parameters = @{ ConnectionString = 'Host=127.0.0.1;Password=secret-word' } }
            @{ What = 'a connection string that is none'; Id = 'BadConnectionString'; Parameters = @{ ConnectionString = 'Hostess=1' } }
            @{ What = 'a file that does not exist'; Id = 'ConfigNotFound'; Parameters = @{ ConfigPath = 'TestDrive:/no/config.toml' } }
            @{ What = 'a path that is no file'; Id = 'PathNotFile'; Parameters = @{ ConfigPath = 'Env:/PATH' } }
        ) {
            $session = $null
            $problem = Get-OnlyError { Connect-Listmonk @Parameters -OutVariable session }
            Get-ErrorName $problem | Should -Be $Id
            "$problem $($problem.ErrorDetails.Message) $($problem.TargetObject)" | Should -Not -Match 'secret-word'
            $session | Should -BeNullOrEmpty
            Get-ListmonkSession | Should -BeNullOrEmpty
        }

        It 'a syntax error in config.toml, with line and column' {
            Set-Content TestDrive:/config.toml "[db]`nhost = `"127.0.0.1`"`nport = = 5432"
            $problem = Get-OnlyError { Connect-Listmonk -ConfigPath TestDrive:/config.toml }
            Get-ErrorName $problem | Should -Be ConfigSyntax
            $problem.CategoryInfo.Category | Should -Be ParserError
            "$problem" | Should -Match 'line 3.*column 8'
        }

        It 'a wrong token' {
            $problem = Get-OnlyError { Connect-Listmonk $world.uri -Credential $wrong }
            Get-ErrorName $problem | Should -Be LoginRefused
            $problem.CategoryInfo.Category | Should -Be AuthenticationError
        }

        It 'a wrong database password' {
            $problem = Get-OnlyError { Connect-Listmonk -ConnectionString $world.readConnectionString -DatabaseCredential (New-BenchCredential $world.readUser 'not-it') }
            Get-ErrorName $problem | Should -Be DatabaseLoginRefused
            "$problem" | Should -Not -Match 'not-it'
        }

        It 'a server that answers <Kind>: <Id>' -ForEach @(
            @{ Kind = 'Html'; Id = 'NotListmonk'; Category = 'InvalidResult'; Seconds = 60 }
            @{ Kind = 'Garbage'; Id = 'ApiUnreachable'; Category = 'ConnectionError'; Seconds = 60 }
            @{ Kind = 'Redirect'; Id = 'ApiRedirected'; Category = 'ConnectionError'; Seconds = 60 }
            @{ Kind = 'Endless'; Id = 'ApiUnreachable'; Category = 'OperationTimeout'; Seconds = 1 }
        ) {
            $problem = Get-OnlyError { Connect-Listmonk (New-BenchFault $Kind) -Credential $api -TimeoutSeconds $Seconds }
            Get-ErrorName $problem | Should -Be $Id
            $problem.CategoryInfo.Category | Should -Be $Category
            "$problem" | Should -Not -Match '[\x00-\x08\x1b]'
        }

        It 'a database without the tables of listmonk' {
            $strange = New-BenchWorld -History Empty
            try {
                $null = Invoke-BenchSql $strange 'alter table settings rename to other_settings'
                $problem = Get-OnlyError { Connect-Listmonk -ConfigPath $strange.configPath }
                Get-ErrorName $problem | Should -Be NotListmonkDatabase
            }
            finally { Remove-BenchWorld $strange }
        }
    }

    Context 'Many servers' {
        It 'come from rows by property name, in their order' {
            $rows = @"
Uri,Name
$address,first
http://127.0.0.1:1,dead
$address/admin,third
"@ | ConvertFrom-Csv
            $sessions = $rows | Connect-Listmonk -Credential $api -ErrorAction SilentlyContinue -ErrorVariable problems
            $sessions.Name | Should -Be 'first', 'dead', 'third'
            $problems | ForEach-Object { Get-ErrorName $_ } | Should -Be 'ApiUnreachable'
        }

        It 'get their credentials by -CredentialScript, which sees the row' {
            $rows = 'one', 'two', 'none' | ForEach-Object { [pscustomobject]@{ Uri = $world.uri; Name = $_; Vault = "v-$_" } }
            $secrets = @{ 'v-one' = $api; 'v-two' = $api }
            $sessions = $rows | Connect-Listmonk -CredentialScript { $secrets[$_.Vault] } -ErrorVariable problems -ErrorAction SilentlyContinue
            $sessions.Name | Should -Be 'one', 'two'
            $sessions.HasApi | Should -Be $true, $true
            $problems | ForEach-Object { Get-ErrorName $_ } | Should -Be CredentialScriptResult
        }

        It 'whose rows name a database alone get the credential of the role' {
            $row = [pscustomobject]@{ DatabaseHost = $world.databaseHost; DatabasePort = $world.databasePort; DatabaseName = $world.databaseName }
            ($row | Connect-Listmonk -CredentialScript { $reader } -ErrorAction Stop).DatabaseUser | Should -Be $world.readUser
        }

        It 'a row that is refused does not keep the others' {
            $sessions = 'nowhere', $address | ForEach-Object { [pscustomobject]@{ Uri = $_ } } | Connect-Listmonk -Credential $api -ErrorAction SilentlyContinue
            $sessions.Count | Should -Be 1
        }
    }

    Context 'listmonk v3' {
        It 'takes the admin and his password' {
            $old = New-BenchWorld -Version v3.0.0 -History Healthy -Subscribers 10
            try {
                $session = Connect-Listmonk $old.uri -Credential (New-BenchCredential $old.apiUser $old.apiToken) -ErrorAction Stop
                $session.Version | Should -Be 'v3.0.0'
                $session.HasApi | Should -BeTrue
            }
            finally { Remove-BenchWorld $old }
        }
    }
}
