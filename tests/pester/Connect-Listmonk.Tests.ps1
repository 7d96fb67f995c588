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
                $watch = [Diagnostics.Stopwatch]::StartNew()
                $problem = Get-OnlyError { Connect-Listmonk "http://127.0.0.1:$($silent.Port)" -TimeoutSeconds 1 -Credential $api }
                Get-ErrorName $problem | Should -Be ApiUnreachable
                $problem.CategoryInfo.Category | Should -Be OperationTimeout
                $watch.Elapsed.TotalSeconds | Should -BeLessThan 8
            }
            finally { $silent.Close() }
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
            @{ Kind = 'Html'; Id = 'NotListmonk'; Category = 'InvalidResult' }
            @{ Kind = 'Garbage'; Id = 'ApiUnreachable'; Category = 'ConnectionError' }
            @{ Kind = 'Redirect'; Id = 'ApiRedirected'; Category = 'ConnectionError' }
            @{ Kind = 'Endless'; Id = 'ApiUnreachable'; Category = 'OperationTimeout' }
        ) {
            $problem = Get-OnlyError { Connect-Listmonk (New-BenchFault $Kind) -Credential $api -TimeoutSeconds 2 }
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
