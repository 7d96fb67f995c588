# Testing the database itself.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule
    $world = New-BenchWorld -Subscribers 40
    $reader = New-BenchCredential $world.readUser $world.readPassword
    $api = New-BenchCredential $world.apiReader $world.apiReaderToken
    $session = Connect-Listmonk $world.uri -Credential $api -ConnectionString $world.readConnectionString -DatabaseCredential $reader -Name both -ErrorAction Stop -WarningAction SilentlyContinue
    $null = $session
}

AfterAll {
    Get-ListmonkSession | Disconnect-Listmonk
    Remove-BenchWorld $world
}

Describe 'Test-ListmonkDatabase' {
    It 'tests every aspect once, with a role that may only read' {
        $tests = Test-ListmonkDatabase -ErrorAction Stop
        $tests.Aspect | Sort-Object | Should -Be ([enum]::GetValues([ListmonkPS.DatabaseAspect]))
        ($tests | Where-Object Status -NotIn Pass, Skipped) | Should -BeNullOrEmpty
        ($tests | Where-Object Status -EQ Skipped).Aspect | Sort-Object | Should -Be IdleTransactions, LongQueries, Disk
        ($tests | Where-Object Status -EQ Skipped).Remedy | Should -Not -BeNullOrEmpty
        $tests.Session | Select-Object -Unique | Should -Be both
        Test-ListmonkDatabase -Quiet | Should -BeTrue
    }

    It 'holds the connections of listmonk against those that its configuration allows' {
        $local = Connect-Listmonk -ConfigPath $world.configPath -Name local -ErrorAction Stop -WarningAction SilentlyContinue
        $test = Test-ListmonkDatabase -Session $local -ErrorAction Stop | Where-Object Aspect -EQ Connections
        $test.Status | Should -Be Pass
        $test.Summary | Should -Match 'at most 25 \(db\.max_open\); \d+ of its connections are busy'
        $local | Disconnect-Listmonk
    }

    It 'says without the API that the version is not known' {
        $alone = Connect-Listmonk -ConnectionString $world.readConnectionString -DatabaseCredential $reader -Name alone -ErrorAction Stop
        $test = Test-ListmonkDatabase -Session $alone | Where-Object Aspect -EQ Migrations
        $test.Status, $test.Remedy | Should -Be Skipped, 'Connect with -Uri and -Credential, too.'
    }

    It 'puts what is wrong first, and -Quiet tells' {
        $null = Invoke-BenchSql $world "update settings set value = '[`"v5.1.0`"]' where key = 'migrations'"
        (Test-ListmonkDatabase -Session both)[0].Aspect, (Test-ListmonkDatabase -Session both)[0].Status | Should -Be Migrations, Fail
        Test-ListmonkDatabase -Quiet -Session both | Should -BeFalse
        $null = Invoke-BenchSql $world "update settings set value = '[`"v6.2.0`"]' where key = 'migrations'"
    }

    It 'goes on with what it may read, and names the table that it may not' {
        $null = Invoke-BenchSql $world "revoke select on subscriber_lists from $($world.readUser)"
        try { $tests = Test-ListmonkDatabase -Session both -ErrorAction Stop }
        finally { $null = Invoke-BenchSql $world "grant select on subscriber_lists to $($world.readUser)" }
        ($tests | Where-Object Aspect -EQ Rights).Status | Should -Be Warning
        ($tests | Where-Object Aspect -EQ SignUps).Status | Should -Be Skipped
        ($tests | Where-Object Aspect -EQ SignUps).Remedy | Should -Match 'GRANT SELECT ON .*subscriber_lists'
        ($tests | Where-Object Aspect -EQ Reach).Status | Should -Be Pass
    }

    It 'says that it needs a database' {
        $none = Connect-Listmonk $world.uri -Credential $api -Name api -ErrorAction Stop -WarningAction SilentlyContinue
        $problem = Get-OnlyError { Test-ListmonkDatabase -Session $none }
        Get-ErrorName $problem | Should -Be NeedsDatabase
    }
}
