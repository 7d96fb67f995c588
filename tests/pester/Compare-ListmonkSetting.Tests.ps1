# Settings compared with a baseline, with another server and with a fresh installation.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule
    $world = New-BenchWorld -History Healthy -Subscribers 5
    $other = New-BenchWorld -History Healthy -Subscribers 5
    $null = Connect-Listmonk -ConfigPath $other.configPath -Name other -ErrorAction Stop
    $null = Connect-Listmonk $world.uri -Credential (New-BenchCredential $world.apiUser $world.apiToken) -ConfigPath $world.configPath -Name main -ErrorAction Stop
    $baseline = Join-Path $TestDrive baseline.json
    $null = Export-ListmonkSetting $baseline
}

AfterAll {
    Get-ListmonkSession | Disconnect-Listmonk
    Remove-BenchWorld $world, $other
}

Describe 'Compare-ListmonkSetting' {
    It 'emits nothing when nothing differs' {
        Compare-ListmonkSetting $baseline -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'tells what changed, how bad it is, and no secret' {
        $secret = [Net.NetworkCredential]::new('', 'Rn-compared-secret').SecurePassword
        $null = Set-ListmonkSetting @{ 'app.send_optin_confirmation' = $false; 'smtp/primary/port' = 2525; 'smtp/primary/password' = $secret; 'privacy.domain_blocklist' = 'a.test', 'b.test' } -ErrorAction Stop
        $differences = Compare-ListmonkSetting $baseline -ErrorAction Stop
        $differences.Name | Should -Be 'app.send_optin_confirmation', 'privacy.domain_blocklist', 'smtp/primary/password', 'smtp/primary/port'
        $differences.State | Should -Be 'Changed', 'Changed', 'Changed', 'Changed'
        $differences.Severity | Should -Be 'Critical', 'Medium', 'High', 'High'
        $differences[0].Reference, $differences[0].Current | Should -Be $true, $false
        $differences[0].Session | Should -Be main
        ($differences | Where-Object Severity -GE High).Count | Should -Be 3
        $text = ($differences | Format-List * | Out-String) + ($differences | ConvertTo-Json -Depth 5)
        foreach ($one in @($world.secrets) + 'Rn-compared-secret') { $text | Should -Not -Match ([regex]::Escape($one)) }
    }

    It 'takes another server as the reference' {
        (Compare-ListmonkSetting -ReferenceSession other -Session main -ErrorAction Stop).Name | Should -Contain app.send_optin_confirmation
        { Compare-ListmonkSetting -ReferenceSession other, main } | Should -Throw -ExceptionType ([System.Management.Automation.ParameterBindingException])
    }

    It 'takes the defaults as the reference' {
        $differences = Compare-ListmonkSetting -Default -ErrorAction Stop
        ($differences | Where-Object Name -EQ app.root_url).Reference | Should -Be 'http://localhost:9000'
    }

    It 'compares several servers in one call' {
        (Get-ListmonkSession | Compare-ListmonkSetting $baseline -ErrorAction Stop).Session | Sort-Object -Unique | Should -Be 'main', 'other'
    }

    It 'goes to CSV with lists joined, never a type name' {
        $csv = Compare-ListmonkSetting -Default | ConvertTo-Csv
        $csv -match 'TextList|System\.Object|ListmonkPS\.|Collections' | Should -BeNullOrEmpty
        $csv -match 'a\.test; b\.test' | Should -Not -BeNullOrEmpty
    }
}
