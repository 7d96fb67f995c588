# What is known of the version that a server runs.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule
    $world = New-BenchWorld -Version v5.0.2 -History Healthy -Subscribers 60
    $session = Connect-Listmonk $world.uri -Credential (New-BenchCredential $world.apiUser $world.apiToken) -ConfigPath $world.configPath -Name old -ErrorAction Stop
    $null = $session
}

AfterAll {
    Get-ListmonkSession | Disconnect-Listmonk
    Remove-BenchWorld $world
}

Describe 'Test-ListmonkVersion' {
    It 'tells the defects of the version, and never an upgrade into v5.0.0 to v5.0.2' {
        $tests = Test-ListmonkVersion -ErrorAction Stop
        $tests.Id | Should -Contain B3
        $tests.Id | Should -Not -Contain B2
        $tests.Version | Select-Object -Unique | Should -Be v5.0.2
        $tests.UpgradeTo | Where-Object { $_ -match '^v5\.0\.[0-2]' } | Should -BeNullOrEmpty
        ($tests | Where-Object Id -EQ B3).UpgradeTo | Should -Be v5.0.3
        ($tests | Where-Object Id -EQ B3).Session | Should -Be old
    }

    It 'takes newer releases from a parameter and from a file' {
        (Test-ListmonkVersion -LatestVersion v9.9.9 | Where-Object Kind -EQ Newer).UpgradeTo | Should -Be v9.9.9
        Set-Content TestDrive:/releases.json '[{"tag_name":"v9.8.0","published_at":"2030-01-02T00:00:00Z"},{"tag_name":"v9.9.0-rc1","prerelease":true},{"tag_name":"v9.9.0","draft":true},{"name":"x"},3]'
        $newer = Test-ListmonkVersion -FeedPath TestDrive:/releases.json | Where-Object Kind -EQ Newer
        $newer.UpgradeTo, $newer.Status | Should -Be v9.8.0, Warning
        $newer.Summary | Should -Match '2030-01-02'
    }

    It 'works by the database alone, and says what the migration leaves open' {
        $null = Connect-Listmonk -ConnectionString $world.readConnectionString -DatabaseCredential (New-BenchCredential $world.readUser $world.readPassword) -Name rows -ErrorAction Stop
        $test = Test-ListmonkVersion -Session rows | Where-Object Id -EQ B3
        $test.Version, $test.Bites | Should -Be v5.0.0, $null
        $test.Condition | Should -Match 'patch release'
    }
}
