# Baselines of settings as files.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule
    $world = New-BenchWorld -History Healthy -Subscribers 5
    $api = New-BenchCredential $world.apiUser $world.apiToken
    $null = Connect-Listmonk -ConfigPath $world.configPath -Name database -ErrorAction Stop
    $null = Connect-Listmonk $world.uri -Credential $api -Name api -ErrorAction Stop
    $path = Join-Path $TestDrive 'baseline.json'
}

AfterAll {
    Get-ListmonkSession | Disconnect-Listmonk
    Remove-BenchWorld $world
}

Describe 'Export-ListmonkSetting' {
    It 'by <_> emits the file, which holds no secret and stays the same' -ForEach 'api', 'database' {
        $file = Export-ListmonkSetting $path -Session $_ -ErrorAction Stop
        $file | Should -BeOfType System.IO.FileInfo
        $file.FullName | Should -Be $path
        $text = Get-Content $path -Raw
        foreach ($secret in $world.secrets) { $text | Should -Not -Match ([regex]::Escape($secret)) }
        $null = Export-ListmonkSetting -LiteralPath $path -Session $_
        Get-Content $path -Raw | Should -BeExactly $text
        ($text | ConvertFrom-Json).settings.'app.site_name' | Should -Be 'Example Lists'
    }

    It 'writes nothing with -WhatIf' {
        Export-ListmonkSetting (Join-Path $TestDrive asked.json) -WhatIf | Should -BeNullOrEmpty
        Join-Path $TestDrive asked.json | Should -Not -Exist
    }

    It 'takes brackets in a path as they are' {
        $file = Export-ListmonkSetting -LiteralPath (Join-Path $TestDrive 'a[1].json') -ErrorAction Stop
        Test-Path -LiteralPath $file | Should -BeTrue
    }

    It 'is relative to the location of the shell' {
        Push-Location $TestDrive
        try { (Export-ListmonkSetting here.json).FullName | Should -Be (Join-Path (Get-Location) here.json) }
        finally { Pop-Location }
    }

    It 'gives each of several servers a file in a folder' {
        $folder = New-Item (Join-Path $TestDrive all) -ItemType Directory
        (Get-ListmonkSession | Export-ListmonkSetting $folder -ErrorAction Stop).Name | Sort-Object | Should -Be 'api.json', 'database.json'
    }
}
