# Reading settings by either access.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule
    $world = New-BenchWorld -History SwitchOff -Subscribers 10
    $api = New-BenchCredential $world.apiUser $world.apiToken
    $byApi = Connect-Listmonk $world.uri -Credential $api -Name api -ErrorAction Stop
    $byDatabase = Connect-Listmonk -ConfigPath $world.configPath -Name database -ErrorAction Stop
}

AfterAll {
    Get-ListmonkSession | Disconnect-Listmonk
    Remove-BenchWorld $world
}

Describe 'Get-ListmonkSetting' {
    It 'by <_> gives value, type, default and meaning' -ForEach 'api', 'database' {
        $setting = Get-ListmonkSetting app.send_optin_confirmation -Session $_ -ErrorAction Stop
        $setting.Value | Should -BeExactly $false
        $setting.Default | Should -BeExactly $true
        $setting.Type | Should -Be Boolean
        $setting.Description | Should -Not -BeNullOrEmpty
        "$($setting.Source)" | Should -Be $_
        $setting.Session | Should -Be $_
    }

    It 'gives the same by both accesses' {
        $left, $right = $byApi, $byDatabase | ForEach-Object {
            Get-ListmonkSetting app.*, privacy.* -Session $_ | ForEach-Object { "$($_.Name)=$(ConvertTo-Json $_.Value -Compress -Depth 5)" } | Join-String -Separator "`n"
        }
        $left | Should -Be $right
    }

    It 'gives all, by name, without -Name' {
        $all = Get-ListmonkSetting -Session $byApi
        $all.Count | Should -BeGreaterThan 60
        $all.Name | Should -Be ($all.Name | Sort-Object { [string]$_ } -Culture ([cultureinfo]::InvariantCulture).Name)
    }

    It 'takes wildcards and several names by position' {
        (Get-ListmonkSetting app.send_*, app.root_url -Session $byApi).Name | Should -Be 'app.root_url', 'app.send_optin_confirmation'
    }

    It 'reaches members by slashes: <Name>' -ForEach @(
        @{ Name = 'smtp/primary/port'; Found = 'smtp/primary/port' }
        @{ Name = 'smtp/0/host'; Found = 'smtp/primary/host' }
        @{ Name = 'smtp/spare.example.org/port'; Found = 'smtp/spare/port' }
        @{ Name = 'security.oidc/client_id'; Found = 'security.oidc/client_id' }
        @{ Name = 'bounce.mailboxes/0/host'; Found = 'bounce.mailboxes/pop.example.org/host' }
        @{ Name = 'smtp/[s-t]pare/port'; Found = 'smtp/spare/port' }
        @{ Name = 'smtp/*/enabled'; Found = 'smtp/primary/enabled', 'smtp/spare/enabled' }
    ) {
        foreach ($session in $byApi, $byDatabase) { (Get-ListmonkSetting $Name -Session $session -ErrorAction Stop).Name | Should -Be $Found }
    }

    It 'gives a whole list as one object, and its secrets masked' {
        $smtp = Get-ListmonkSetting smtp -Session $byApi
        @($smtp).Count | Should -Be 1
        $smtp.Value.Count | Should -Be 2
        $smtp.Value[0].password | Should -BeExactly ([string][char]0x2022 * 8)
        $smtp.Value[1].port | Should -Be 587
    }

    It 'tells whether a value is used where that is known' {
        (Get-ListmonkSetting app.root_url -Session $byApi).IsActive | Should -BeTrue
        (Get-ListmonkSetting app.send_optin_confirmation -Session $byApi).IsActive | Should -Be $null
        (Get-ListmonkSetting app.root_url -Session $byDatabase).IsActive | Should -Be $null
    }

    It 'completes members from the slash on' {
        $line = 'Get-ListmonkSetting security.oidc/client_'
        [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches.CompletionText |
            Should -Be 'security.oidc/client_id', 'security.oidc/client_secret'
    }

    It 'takes no name from the pipeline: a session has one too' {
        (Get-Command Get-ListmonkSetting).Parameters.Name.Attributes.Where({ $_ -is [Parameter] }).ForEach({ $_.ValueFromPipeline, $_.ValueFromPipelineByPropertyName }) |
            Should -Be $false, $false
        @($byApi | Get-ListmonkSetting).Count | Should -BeGreaterThan 60
    }

    It 'masks every secret by <_>' -ForEach 'api', 'database' {
        $text = Get-ListmonkSetting -Session $_ | ConvertTo-Json -Depth 8
        foreach ($secret in $world.secrets) { $text | Should -Not -Match ([regex]::Escape($secret)) }
        $key = Get-ListmonkSetting bounce.sendgrid_key -Session $_
        $key.IsSecret | Should -BeTrue
        $key.Value | Should -BeExactly ([string][char]0x2022 * 8)
    }

    It 'reports a name that does not exist with the nearest ones, and gives the rest' {
        $problem = Get-OnlyError { Get-ListmonkSetting app.send_optin_confirmaton, app.lang -Session $byApi }
        Get-ErrorName $problem | Should -Be SettingNotFound
        $problem.CategoryInfo.Category | Should -Be ObjectNotFound
        $problem.TargetObject | Should -Be app.send_optin_confirmaton
        "$problem" | Should -Match 'app\.send_optin_confirmation\b'
        (Get-ListmonkSetting nothing.here, app.lang -Session $byApi -ErrorAction SilentlyContinue).Name | Should -Be app.lang
    }

    It 'needs the right to read settings' {
        Get-ErrorName (Get-OnlyError { Get-ListmonkSetting -Session (Connect-Listmonk http://127.0.0.1:1 -Name dead -ErrorAction Ignore) }) | Should -Not -BeNullOrEmpty
        Disconnect-Listmonk -Session dead
    }

    It 'completes names with their meaning, and asks no server for them' {
        $line = 'Get-ListmonkSetting app.send_o'
        $match = [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches
        $match.CompletionText | Should -Be app.send_optin_confirmation
        $match.ToolTip.Length | Should -BeGreaterThan 20
    }
}

Describe 'A row of the wrong type' {
    BeforeAll {
        $broken = New-BenchWorld -History Healthy -Subscribers 10
        $null = Invoke-BenchSql $broken "update settings set value = '`"no`"' where key = 'app.send_optin_confirmation'"
    }

    AfterAll { Remove-BenchWorld $broken }

    It 'is one error by the API alone, which cannot read any setting then' {
        $session = Connect-Listmonk $broken.uri -Credential $api -Name broken-api -ErrorAction SilentlyContinue
        $problem = Get-OnlyError { Get-ListmonkSetting app.lang -Session $session }
        Get-ErrorName $problem | Should -Be SettingsUnreadable
        $problem.CategoryInfo.Category | Should -Be InvalidData
    }

    It 'is shown as it is by the database, with a warning' {
        $session = Connect-Listmonk -ConfigPath $broken.configPath -Name broken-database
        $setting = Get-ListmonkSetting app.send_optin_confirmation -Session $session -WarningVariable warnings -WarningAction SilentlyContinue
        $setting.Value | Should -BeExactly no
        "$warnings" | Should -Match 'app\.send_optin_confirmation'
    }
}
