# The about topics: found by Get-Help, and true.

BeforeDiscovery {
    $topics = @(Get-ChildItem (Join-Path (Split-Path $env:LISTMONKPS_MODULE) 'en-US') -Filter 'about_*.help.txt' |
            ForEach-Object { @{ Topic = $_.Name -replace '\.help\.txt$'; File = $_.FullName } })
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1') -Force
    Import-BenchModule
    $moduleFolder = Split-Path $env:LISTMONKPS_MODULE
    function Get-HelpText([string] $Topic) { Get-Content -Raw (Join-Path $moduleFolder "en-US/$Topic.help.txt") }
}

Describe 'Topic <Topic>' -ForEach $topics {
    It 'is ASCII and fits eighty columns' {
        foreach ($line in Get-Content $File) {
            $line | Should -Match '^[\x20-\x7E]{0,80}$'
        }
    }

    It 'is found by Get-Help with a synopsis' {
        (Get-Help $Topic).Name | Should -Be $Topic
        (Get-Help $Topic).Synopsis | Should -Not -BeNullOrEmpty
    }
}

Describe 'about_ListmonkPS_Checks' {
    It 'has a section for each check, with its title, and for nothing else' {
        $world = New-BenchWorld -History Healthy
        try {
            $session = Connect-Listmonk $world.uri -Credential (New-BenchCredential $world.apiUser $world.apiToken) -ConfigPath $world.configPath
            $checks = @(Test-ListmonkOptIn -Session $session)
        }
        finally {
            Get-ListmonkSession | Disconnect-Listmonk
            Remove-BenchWorld $world
        }

        $text = Get-HelpText about_ListmonkPS_Checks
        $sections = [regex]::Matches($text, '(?m)^  ([a-z]+\.[a-z-]+)\r?\n    Title   (.+?)(?=\r?\n    Means)') |
            ForEach-Object { "$($_.Groups[1].Value): $($_.Groups[2].Value -replace '\s+', ' ')" }
        $checks | ForEach-Object { "$($_.Id): $($_.Title)" } | Sort-Object | Should -Be ($sections | Sort-Object)
    }
}

Describe 'about_ListmonkPS_Access' {
    BeforeAll {
        $world = New-BenchWorld -History SwitchOff
        $text = Get-HelpText about_ListmonkPS_Access
        $grants = [regex]::Matches($text, '(?m)^        (GRANT .+;)').ForEach({ $_.Groups[1].Value }).
            ForEach({ $_.Replace('listmonkps_reader', $world.readUser).Replace('DATABASE listmonk', "DATABASE $($world.databaseName)") })
        $reader = New-BenchCredential $world.readUser $world.readPassword

        # Users and roles are read when the server starts.
        function Set-ReaderRight([string[]] $Right) {
            $null = Invoke-BenchSql $world "UPDATE roles SET permissions = '{$($Right -join ',')}' WHERE name = 'Reader'"
            Set-BenchServer $world reload
        }
    }

    BeforeEach {
        $null = Invoke-BenchSql $world "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM $($world.readUser)"
        $null = Invoke-BenchSql $world "UPDATE settings SET value = 'false' WHERE key = 'app.send_optin_confirmation'"
    }


    AfterEach { Get-ListmonkSession | Disconnect-Listmonk }
    AfterAll { Remove-BenchWorld $world }

    It 'gives the read-only role what the whole diagnosis needs, and nothing less' {
        $reads = $grants.Where({ $_ -notmatch 'INSERT|campaigns' })
        Connect-Listmonk -ConnectionString $world.readConnectionString -DatabaseCredential $reader -ErrorAction SilentlyContinue -ErrorVariable refused
        $refused[0].FullyQualifiedErrorId | Should -BeLike 'MissingDatabaseRight*'
        Get-ListmonkSession | Disconnect-Listmonk

        foreach ($grant in $reads) { $null = Invoke-BenchSql $world $grant }
        $session = Connect-Listmonk -ConnectionString $world.readConnectionString -DatabaseCredential $reader -ErrorAction Stop
        $session.IsDatabaseReadOnly | Should -BeTrue
        Test-ListmonkOptIn -ErrorAction Stop | Where-Object Status -EQ Error | Should -BeNullOrEmpty
        Get-ListmonkSetting -ErrorAction Stop | Should -Not -BeNullOrEmpty
        Get-ListmonkSubscriberStatus -ErrorAction Stop | Should -Not -BeNullOrEmpty
        Get-UnconfirmedSubscriber -First 1 -ErrorAction Stop | Should -Not -BeNullOrEmpty
        { Set-ListmonkSetting app.send_optin_confirmation $true -ErrorAction Stop } | Should -Throw
    }

    It 'gives the role that may mend what a change needs' {
        foreach ($grant in $grants) { $null = Invoke-BenchSql $world $grant }
        $null = Connect-Listmonk -ConnectionString $world.readConnectionString -DatabaseCredential $reader -ErrorAction Stop
        (Set-ListmonkSetting app.send_optin_confirmation $true -ErrorAction Stop).NewValue | Should -BeTrue
    }

    It 'gives the API user the rights that the diagnosis and a change by the API need' {
        $rights = [regex]::Matches($text, '(?m)^        ([a-z]+:[a-z_]+)\r?$').ForEach({ $_.Groups[1].Value })
        $rights | Should -Be 'settings:get', 'lists:get_all', 'subscribers:get_all', 'subscribers:sql_query', 'bounces:get', 'campaigns:get_all', 'settings:manage'
        $credential = New-BenchCredential $world.apiReader $world.apiReaderToken

        Set-ReaderRight $rights[0..2]
        $session = Connect-Listmonk $world.uri -Credential $credential -WarningVariable said -ErrorAction Stop
        $session.Rights, @($said).Count | Should -Be 'Read', 0
        $checks = Test-ListmonkOptIn -ErrorAction Stop
        $checks.Where({ $_.Status -in 'Skipped', 'Error' -and -not ($_.Needs -eq 'Database') -and $_.Id -notmatch '^(smtp|dns|queue)\.' }) | Should -BeNullOrEmpty
        $checks[0].Id | Should -Be 'settings.optin-disabled'
        { Set-ListmonkSetting app.send_optin_confirmation $true -ErrorAction Stop } | Should -Throw -ErrorId 'MissingPermission*'

        Set-ReaderRight $rights
        $null = Connect-Listmonk $world.uri -Credential $credential -ErrorAction Stop
        (Set-ListmonkSetting app.send_optin_confirmation $true -ErrorAction Stop).NewValue | Should -BeTrue
    }
}
