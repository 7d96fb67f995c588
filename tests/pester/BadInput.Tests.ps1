# The tables of bad input in the folder bad-input: one clear error each, and nothing changed.

BeforeDiscovery {
    $rows = foreach ($file in Get-ChildItem (Join-Path $PSScriptRoot 'bad-input') -Filter *.psd1) {
        foreach ($row in (Import-PowerShellDataFile $file).Rows) {
            $whole = @{ Table = $file.BaseName; By = 'ListmonkPS'; Do = ''; Keeps = $false }
            foreach ($name in $row.Keys) { $whole[$name] = $row[$name] }
            $whole
        }
    }
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule
    $world = New-BenchWorld -Subscribers 10
    $api = New-BenchCredential $world.apiUser $world.apiToken
    $wrong = New-BenchCredential $world.apiUser 'secret-word'
    $reader = New-BenchCredential $world.readUser $world.readPassword
    $tls = New-BenchTls $world
    $dead = 'http://127.0.0.1:1'
    $folder = "$TestDrive"
    Set-Content (Join-Path $folder 'broken.toml') "[db]`npassword = secret-word"
    Set-Content (Join-Path $folder 'nodb.toml') "[app]`nlang = `"en`""
    Set-Content (Join-Path $folder 'badport.toml') "[db]`nhost = `"h`"`nport = 99999"
    $connected = { Connect-Listmonk $world.uri -Credential $api -ConfigPath $world.configPath -Name main }
    $readerOnly = { Connect-Listmonk $world.uri -Credential $api -ConnectionString $world.readConnectionString -DatabaseCredential $reader -Name main }
    $null = $api, $wrong, $reader, $tls, $dead, $connected, $readerOnly # the rows use them
}

AfterAll { Remove-BenchWorld $world }

Describe 'Bad input' {
    AfterEach { Get-ListmonkSession | Disconnect-Listmonk }

    It '<Table>: <Command> is <Id>' -ForEach $rows {
        $command = [scriptblock]::Create($Command)
        if ($By -eq 'PowerShell') {
            $problem = $null
            try { & $command -ErrorAction Stop } catch { $problem = $_ }
        }
        else {
            $problem = Get-OnlyError { & $command -WarningAction SilentlyContinue }
            $problem.ErrorDetails.RecommendedAction | Should -Match $Do
        }
        $name = Get-ErrorName $problem
        $name | Should -Match "^($Id)$"
        $problem.CategoryInfo.Category | Should -Match "^($Category)$"
        "$problem" | Should -Match $Says
        if ($By -ne 'PowerShell') {
            $text = $problem | Format-List * -Force | Out-String -Width 2000
            "$problem $($problem.ErrorDetails.Message) $($problem.ErrorDetails.RecommendedAction) $($problem.TargetObject)" | Should -Not -Match 'secret-word'
            $text.Contains($world.apiToken) | Should -BeFalse
        }
        @(Get-ListmonkSession).Count | Should -Be ([int]$Keeps)
        Get-BenchRequest $world | Where-Object { $_.method -ne 'GET' } | Should -BeNullOrEmpty
    }

    It 'has at least 25 rows for the commands of connecting' {
        (Import-PowerShellDataFile (Join-Path $PSScriptRoot 'bad-input/Connection.psd1')).Rows.Count | Should -BeGreaterOrEqual 25
    }
}
