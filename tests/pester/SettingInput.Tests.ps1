# Wrong input of the settings cmdlets: one clear error with id, category, target and words that say what, where and what to do; nothing is changed.

BeforeDiscovery {
    $rows = @(
        # Get-ListmonkSetting
        @{ Command = { Get-ListmonkSetting no.such }; Id = 'SettingNotFound'; Category = 'ObjectNotFound'; Text = "no setting 'no\.such'" }
        @{ Command = { Get-ListmonkSetting app.send_optin_confirmaton }; Id = 'SettingNotFound'; Category = 'ObjectNotFound'; Text = 'Near it: app\.send_optin_confirmation' }
        @{ Command = { Get-ListmonkSetting upload.max_file_size }; Id = 'SettingNotInApi'; Category = 'ResourceUnavailable'; Text = 'leaves out upload\.max_file_size' }
        @{ Command = { Get-ListmonkSetting security.enable_captcha }; Id = 'SettingNotInVersion'; Category = 'ObjectNotFound'; Text = 'went with v5\.1\.0' }
        @{ Command = { Get-ListmonkSetting smtp/nobody/port }; Id = 'SettingMemberNotFound'; Category = 'ObjectNotFound'; Text = 'smtp/nobody: there are smtp/primary, smtp/spare' }
        @{ Command = { Get-ListmonkSetting smtp/7 }; Id = 'SettingMemberNotFound'; Category = 'ObjectNotFound'; Text = 'smtp/7: there are smtp/primary' }
        @{ Command = { Get-ListmonkSetting smtp/primary/prot }; Id = 'SettingMemberNotFound'; Category = 'ObjectNotFound'; Text = 'smtp/primary/port' }
        @{ Command = { Get-ListmonkSetting app.lang/x }; Id = 'SettingMemberNotFound'; Category = 'ObjectNotFound'; Text = 'app\.lang/x: it has no members' }
        @{ Command = { Get-ListmonkSetting smtp/twin.example.org/port -Session twins }; Id = 'SettingMemberAmbiguous'; Category = 'InvalidArgument'; Text = 'means several blocks: smtp/' }
        # Set-ListmonkSetting: names
        @{ Command = { Set-ListmonkSetting no.such 1 }; Id = 'SettingNotFound'; Category = 'ObjectNotFound'; Text = "no setting 'no\.such'" }
        @{ Command = { Set-ListmonkSetting app.* 1 }; Id = 'SettingNotFound'; Category = 'ObjectNotFound'; Text = "no setting 'app\.\*'" }
        @{ Command = { Set-ListmonkSetting smtp/*/port 25 }; Id = 'SettingMemberNotFound'; Category = 'ObjectNotFound'; Text = 'smtp/\*: there are' }
        @{ Command = { Set-ListmonkSetting smtp @{ port = 25 } }; Id = 'SettingNotScalar'; Category = 'InvalidOperation'; Text = 'smtp has members' }
        @{ Command = { Set-ListmonkSetting smtp/primary @{ port = 25 } }; Id = 'SettingNotScalar'; Category = 'InvalidOperation'; Text = 'smtp/primary has members' }
        @{ Command = { Set-ListmonkSetting smtp/primary/uuid x }; Id = 'SettingMemberFixed'; Category = 'InvalidOperation'; Text = 'smtp/primary/uuid cannot be changed' }
        @{ Command = { Set-ListmonkSetting smtp/twin.example.org/port 26 -Session twins }; Id = 'SettingMemberAmbiguous'; Category = 'InvalidArgument'; Text = 'several blocks' }
        @{ Command = { Set-ListmonkSetting security.enable_captcha $true }; Id = 'SettingNotInVersion'; Category = 'ObjectNotFound'; Text = 'security\.enable_captcha' }
        # Set-ListmonkSetting: values
        @{ Command = { Set-ListmonkSetting app.send_optin_confirmation yes }; Id = 'WrongType'; Category = 'InvalidArgument'; Text = 'true or false, not "yes"' }
        @{ Command = { Set-ListmonkSetting app.send_optin_confirmation $null }; Id = 'WrongType'; Category = 'InvalidArgument'; Text = 'not nothing' }
        @{ Command = { Set-ListmonkSetting app.concurrency 1.5 }; Id = 'WrongType'; Category = 'InvalidArgument'; Text = 'whole number of at least 1' }
        @{ Command = { Set-ListmonkSetting app.root_url lists.example.org }; Id = 'WrongType'; Category = 'InvalidArgument'; Text = 'absolute http or https address' }
        @{ Command = { Set-ListmonkSetting app.from_email nobody }; Id = 'WrongType'; Category = 'InvalidArgument'; Text = 'a mail address' }
        @{ Command = { Set-ListmonkSetting app.message_sliding_window_duration 2d }; Id = 'WrongType'; Category = 'InvalidArgument'; Text = 'no days' }
        @{ Command = { Set-ListmonkSetting app.cache_slow_queries_interval daily }; Id = 'WrongType'; Category = 'InvalidArgument'; Text = 'five fields' }
        @{ Command = { Set-ListmonkSetting app.notify_emails 'a@example.org', nobody }; Id = 'WrongType'; Category = 'InvalidArgument'; Text = 'each entry: a mail address' }
        @{ Command = { Set-ListmonkSetting privacy.domain_blocklist 'a@b' }; Id = 'WrongType'; Category = 'InvalidArgument'; Text = 'a mail domain' }
        @{ Command = { Set-ListmonkSetting privacy.exportable everything }; Id = 'WrongType'; Category = 'InvalidArgument'; Text = 'one of: profile' }
        @{ Command = { Set-ListmonkSetting smtp/primary/tls_type starttls }; Id = 'WrongType'; Category = 'InvalidArgument'; Text = 'smtp/primary/tls_type takes one of: none, STARTTLS, TLS' }
        @{ Command = { Set-ListmonkSetting smtp/primary/auth_protocol xoauth }; Id = 'WrongType'; Category = 'InvalidArgument'; Text = 'cram, plain, login, none' }
        @{ Command = { Set-ListmonkSetting smtp/primary/port 70000 }; Id = 'WrongType'; Category = 'InvalidArgument'; Text = '1 to 65535' }
        @{ Command = { Set-ListmonkSetting smtp/primary/host 'two words' }; Id = 'WrongType'; Category = 'InvalidArgument'; Text = 'without blanks' }
        @{ Command = { Set-ListmonkSetting smtp/primary/email_headers 'X-One: 1' }; Id = 'WrongType'; Category = 'InvalidArgument'; Text = 'as a hashtable' }
        @{ Command = { Set-ListmonkSetting bounce.mailboxes/0/scan_interval 10s }; Id = 'WrongType'; Category = 'InvalidArgument'; Text = 'at least 60 seconds' }
        @{ Command = { Set-ListmonkSetting smtp/primary/password ([string][char]0x2022 * 8) }; Id = 'MaskedValue'; Category = 'InvalidArgument'; Text = 'smtp/primary/password' }
        @{ Command = { Set-ListmonkSetting app.notify_emails ([string][char]0x2022) }; Id = 'MaskedValue'; Category = 'InvalidArgument'; Text = 'app\.notify_emails' }
        @{ Command = { Set-ListmonkSetting smtp/spare/name primary }; Id = 'MessengerNameTaken'; Category = 'InvalidArgument'; Text = 'email-primary' }
        @{ Command = { Set-ListmonkSetting smtp/primary/enabled $false }; Id = 'LastSmtpServer'; Category = 'InvalidOperation'; Text = 'the last SMTP server' }
        @{ Command = { Set-ListmonkSetting smtp/primary/password '' }; Id = 'SecretCannotBeEmptied'; Category = 'InvalidOperation'; Text = 'cannot be emptied' }
        @{ Command = { Set-ListmonkSetting @{ 'smtp/0/port' = 1; 'smtp/primary/port' = 2 } }; Id = 'SettingGivenTwice'; Category = 'InvalidArgument'; Text = 'smtp/primary/port was given two' }
        @{ Command = { Set-ListmonkSetting @{ 'app.site_name' = 'x'; 'app.batch_size' = 'ten' } }; Id = 'WrongType'; Category = 'InvalidArgument'; Text = 'app\.batch_size' }
        # Set-ListmonkSetting: ways
        @{ Command = { Set-ListmonkSetting app.lang de -NoReload }; Id = 'ReloadCannotBeKeptBack'; Category = 'InvalidOperation'; Text = 'reloads by itself' }
        @{ Command = { Set-ListmonkSetting app.lang de -Via Database }; Id = 'NeedsDatabase'; Category = 'ResourceUnavailable'; Text = 'input' }
        # Export-ListmonkSetting, Compare-ListmonkSetting
        @{ Command = { Export-ListmonkSetting Env:/baseline }; Id = 'PathNotFile'; Category = 'InvalidArgument'; Text = 'Env:/baseline' }
        @{ Command = { Export-ListmonkSetting (Join-Path $TestDrive no/such/folder.json) }; Id = 'BaselineNotWritten'; Category = 'WriteError'; Text = 'folder\.json could not be written' }
        @{ Command = { Export-ListmonkSetting (Join-Path $TestDrive there.json) -NoClobber }; Id = 'BaselineExists'; Category = 'WriteError'; Text = 'is there already' }
        @{ Command = { Export-ListmonkSetting (Join-Path $TestDrive two.json) -Session input, twins }; Id = 'BaselineForSeveral'; Category = 'InvalidArgument'; Text = 'Several servers' }
        @{ Command = { Compare-ListmonkSetting (Join-Path $TestDrive none.json) }; Id = 'BaselineNotFound'; Category = 'ObjectNotFound'; Text = 'no baseline' }
        @{ Command = { Compare-ListmonkSetting (Join-Path $TestDrive there.json) }; Id = 'BaselineNotOurs'; Category = 'ParserError'; Text = 'is no baseline' }
        @{ Command = { Compare-ListmonkSetting (Join-Path $TestDrive newer.json) }; Id = 'BaselineTooNew'; Category = 'InvalidData'; Text = 'format 9' }
    )
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule
    $twin = New-BenchWorld -Version v3.0.0 -History Healthy -Subscribers 5
    $null = Invoke-BenchSql $twin "update settings set value = jsonb_set(jsonb_set(value, '{0,host}', '`"twin.example.org`"'), '{1,host}', '`"twin.example.org`"') where key = 'smtp'"
    $null = Connect-Listmonk $twin.uri -Credential (New-BenchCredential $twin.apiUser $twin.apiToken) -Name twins -ErrorAction Stop
    $world = New-BenchWorld -History Healthy -Subscribers 5
    $null = Connect-Listmonk $world.uri -Credential (New-BenchCredential $world.apiUser $world.apiToken) -Name input -ErrorAction Stop
    Set-Content (Join-Path $TestDrive there.json) '{}'
    Set-Content (Join-Path $TestDrive newer.json) '{"format":"listmonkps-settings","formatVersion":9}'

    function Get-Row {
        foreach ($one in $world, $twin) { (Invoke-BenchSql $one 'select key, value::text as value from settings order by key').ForEach({ "$($_.key) $($_.value)" }) }
    }

    $rowsBefore = Get-Row
}

AfterAll {
    Get-ListmonkSession | Disconnect-Listmonk
    Remove-BenchWorld $world, $twin
}

Describe 'Wrong input' {
    It 'is refused: <Command>' -ForEach $rows {
        $problem = Get-OnlyError $Command
        Get-ErrorName $problem | Should -Be $Id
        $problem.CategoryInfo.Category | Should -Be $Category
        "$problem" | Should -Match $Text
        $problem.TargetObject | Should -Not -BeNullOrEmpty
    }

    It 'changed nothing and sent nothing that changes' {
        Get-Row | Should -Be $rowsBefore
        $world, $twin | ForEach-Object { Get-BenchRequest $_ } | Where-Object isWrite | Should -BeNullOrEmpty
        (Get-Content (Join-Path $TestDrive there.json)) | Should -Be '{}'
    }
}
