# Changing one setting without loss of any other.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule

    function Get-Row($World) {
        (Invoke-BenchSql $World 'select key, value::text as value from settings order by key') | ForEach-Object { "$($_.key) $($_.value)" }
    }

    function Get-WriteCall($World) { @(Get-BenchRequest $World | Where-Object isWrite) }
}

Describe 'Set-ListmonkSetting on <_>' -ForEach 'v3.0.0', 'v6.2.0' {
    BeforeAll {
        $world = New-BenchWorld -Version $_ -History SwitchOff -Subscribers 10
        $api = New-BenchCredential $world.apiUser $world.apiToken
        $session = Connect-Listmonk $world.uri -Credential $api -Name changed -ErrorAction Stop
    }

    AfterAll {
        Get-ListmonkSession | Disconnect-Listmonk
        Remove-BenchWorld $world
    }

    It 'writes nothing with -WhatIf' {
        $before = Get-Row $world
        Set-ListmonkSetting app.send_optin_confirmation $true -WhatIf | Should -BeNullOrEmpty
        Get-Row $world | Should -Be $before
        Get-WriteCall $world | Should -BeNullOrEmpty
    }

    It 'changes one setting, shows before and after, and leaves the others' {
        $before = Get-Row $world
        $change = Set-ListmonkSetting app.send_optin_confirmation $true -ErrorAction Stop
        $change.OldValue, $change.NewValue, $change.Changed | Should -Be $false, $true, $true
        $change.Name | Should -Be app.send_optin_confirmation
        $change.IsActive | Should -BeTrue
        $change.Via | Should -Be Api
        $change.AlsoDiffers | Should -BeNullOrEmpty
        $change.Session | Should -Be changed
        (Get-ListmonkSetting app.send_optin_confirmation).Value | Should -BeTrue
        $differs = Compare-Object $before (Get-Row $world) | ForEach-Object InputObject
        $differs | Should -Be 'app.send_optin_confirmation true', 'app.send_optin_confirmation false'
    }

    It 'says so when nothing is to be done' {
        $calls = (Get-WriteCall $world).Count
        $change = Set-ListmonkSetting app.send_optin_confirmation $true -ErrorAction Stop
        $change.Changed | Should -BeFalse
        (Get-WriteCall $world).Count | Should -Be $calls
    }

    It 'refuses <What>: <Id>, and changes nothing' -ForEach @(
        @{ What = 'text for a number'; Id = 'WrongType'; Category = 'InvalidArgument'; Name = 'app.concurrency'; Value = 'ten' }
        @{ What = 'a number for a switch'; Id = 'WrongType'; Category = 'InvalidArgument'; Name = 'app.send_optin_confirmation'; Value = 7 }
        @{ What = 'an unknown name'; Id = 'SettingNotFound'; Category = 'ObjectNotFound'; Name = 'app.send_optin_confirmaton'; Value = $true }
        @{ What = 'a masked secret'; Id = 'MaskedValue'; Category = 'InvalidArgument'; Name = 'bounce.sendgrid_key'; Value = [string][char]0x2022 * 8 }
        @{ What = 'a block'; Id = 'SettingNotScalar'; Category = 'InvalidOperation'; Name = 'smtp'; Value = 'x' }
    ) {
        $before = Get-Row $world
        $calls = (Get-WriteCall $world).Count
        $problem = Get-OnlyError { Set-ListmonkSetting $Name $Value }
        Get-ErrorName $problem | Should -Be $Id
        $problem.CategoryInfo.Category | Should -Be $Category
        $problem.TargetObject | Should -Be $Name
        Get-Row $world | Should -Be $before
        (Get-WriteCall $world).Count | Should -Be $calls
    }
}

Describe 'Set-ListmonkSetting' {
    BeforeAll {
        $world = New-BenchWorld -History SwitchOff -Subscribers 10
        $api = New-BenchCredential $world.apiUser $world.apiToken
    }

    AfterEach { Get-ListmonkSession | Disconnect-Listmonk }
    AfterAll { Remove-BenchWorld $world }

    It 'tells with -WhatIf which server, which setting and what would be done' {
        $null = Connect-Listmonk $world.uri -Credential $api -Name asked
        $null = Start-Transcript TestDrive:/asked.txt
        try { Set-ListmonkSetting app.send_optin_confirmation $true -WhatIf }
        finally { $null = Stop-Transcript }
        $told = Get-Content TestDrive:/asked.txt -Raw
        $told | Should -Match 'What if: .*false to true.* on target "asked: app\.send_optin_confirmation"'
    }

    It 'takes <Given> for <Name>' -ForEach @(
        @{ Name = 'app.concurrency'; Given = 12; Stored = 12 }
        @{ Name = 'app.concurrency'; Given = '11'; Stored = 11 }
        @{ Name = 'app.site_name'; Given = 'Weekly: "quoted"'; Stored = 'Weekly: "quoted"' }
    ) {
        $null = Connect-Listmonk $world.uri -Credential $api -Name typed
        (Set-ListmonkSetting $Name $Given -ErrorAction Stop).NewValue | Should -Be $Stored
    }

    It 'does not write without the right, and says which is missing' {
        $null = Connect-Listmonk $world.uri -Credential (New-BenchCredential $world.apiReader $world.apiReaderToken) -Name reader
        $problem = Get-OnlyError { Set-ListmonkSetting app.send_optin_confirmation $true }
        Get-ErrorName $problem | Should -Be MissingPermission
        "$problem" | Should -Match 'settings:manage'
        (Invoke-BenchSql $world "select value::text as value from settings where key = 'app.send_optin_confirmation'").value | Should -Be 'false'
    }

    It 'writes by the database on request' {
        $null = Connect-Listmonk $world.uri -Credential $api -ConfigPath $world.configPath -Name both
        $change = Set-ListmonkSetting app.site_name 'By the database' -Via Database -ErrorAction Stop
        $change.Via | Should -Be Database
        (Get-ListmonkSetting app.site_name).Value | Should -Be 'By the database'
    }

    It 'cannot go a way that the session does not have' {
        $null = Connect-Listmonk $world.uri -Credential $api -Name api
        Get-ErrorName (Get-OnlyError { Set-ListmonkSetting app.site_name x -Via Database }) | Should -Be NeedsDatabase
    }

    It 'takes no other way than these two' {
        { Set-ListmonkSetting app.site_name x -Via None } | Should -Throw -ExceptionType ([System.Management.Automation.ParameterBindingException])
    }

    It 'takes a secret as SecureString and shows it nowhere' {
        $null = Connect-Listmonk $world.uri -Credential $api -Name secret
        $secret = [Net.NetworkCredential]::new('', 'Sg-new-secret').SecurePassword
        $streams = Set-ListmonkSetting bounce.sendgrid_key $secret -Verbose -ErrorAction Stop *>&1
        $streams | Format-List * | Out-String | Should -Not -Match 'Sg-new-secret'
        (Invoke-BenchSql $world "select value::text as value from settings where key = 'bounce.sendgrid_key'").value | Should -Be '"Sg-new-secret"'
    }

    It 'changes many in one write: <Title>' -ForEach @(
        @{ Title = 'a hashtable'; Script = { param($Text) Set-ListmonkSetting @{ 'app.site_name' = $Text; 'smtp/primary/max_conns' = '7'; 'privacy.domain_blocklist' = @($Text) } -ErrorAction Stop } }
        @{ Title = 'an ordered one'; Script = { param($Text) Set-ListmonkSetting -Setting ([ordered]@{ 'app.site_name' = $Text; 'smtp/0/max_conns' = 8; 'privacy.domain_blocklist' = $Text }) -ErrorAction Stop } }
        @{ Title = 'piped objects'; Script = {
                param($Text)
                [pscustomobject]@{ Name = 'app.site_name'; Value = $Text }, [pscustomobject]@{ Name = 'smtp/127.0.0.1/max_conns'; Value = 9 },
                [pscustomobject]@{ Name = 'privacy.domain_blocklist'; Value = $Text, 'b.test' } | Set-ListmonkSetting -ErrorAction Stop
            }
        }
    ) {
        $null = Connect-Listmonk $world.uri -Credential $api -Name many
        $calls = (Get-WriteCall $world).Count
        $changes = & $Script "many.$($Title.Length).test"
        $changes.Count | Should -Be 3
        $changes.Changed | Should -Be $true, $true, $true
        $changes.IsActive | Should -Be $true, $true, $true
        (Get-WriteCall $world).Count | Should -Be ($calls + 1)
        (Get-ListmonkSetting app.site_name).Value | Should -Be "many.$($Title.Length).test"
    }

    It 'asks once a session for many' {
        $null = Connect-Listmonk $world.uri -Credential $api -Name once
        $null = Start-Transcript TestDrive:/once.txt
        try { [pscustomobject]@{ Name = 'app.batch_size'; Value = 55 }, [pscustomobject]@{ Name = 'smtp/primary/port'; Value = 2600 } | Set-ListmonkSetting -WhatIf }
        finally { $null = Stop-Transcript }
        @(Select-String -Path TestDrive:/once.txt -Pattern 'What if:').Count | Should -Be 1
        Get-Content TestDrive:/once.txt -Raw | Should -Match 'app\.batch_size: 1000 to 55; smtp/primary/port: \d+ to 2600.*once: app\.batch_size, smtp/primary/port'
    }

    It 'puts back what another server has, by pipeline' {
        $null = Connect-Listmonk $world.uri -Credential $api -Name back
        $before = Get-ListmonkSetting app.batch_size, smtp/*/max_conns
        $null = Set-ListmonkSetting @{ 'app.batch_size' = 77; 'smtp/primary/max_conns' = 2 } -ErrorAction Stop
        $changes = $before | Set-ListmonkSetting -ErrorAction Stop
        ($changes | Where-Object Changed).Name | Should -Be 'app.batch_size', 'smtp/primary/max_conns'
        (Get-ListmonkSetting app.batch_size, smtp/*/max_conns).Value | Should -Be $before.Value
    }

    It 'stores only with -NoReload, by the database' {
        $null = Connect-Listmonk $world.uri -Credential $api -ConfigPath $world.configPath -Name later
        $change = Set-ListmonkSetting app.root_url 'https://later.example.org' -NoReload -ErrorAction Stop -WarningAction SilentlyContinue
        $change.Via, $change.IsActive, $change.NeedsRestart | Should -Be 'Database', $false, $true
        (Get-ListmonkSetting app.root_url).IsActive | Should -BeFalse
        Set-BenchServer $world reload
        (Get-ListmonkSetting app.root_url).IsActive | Should -BeTrue
    }

    It 'takes a password of one server as SecureString and leaves the other' {
        $null = Connect-Listmonk $world.uri -Credential $api -Name password
        $secret = [Net.NetworkCredential]::new('', 'Sm-new-secret').SecurePassword
        $streams = Set-ListmonkSetting smtp/spare/password $secret -Verbose -ErrorAction Stop *>&1
        $streams | Format-List * | Out-String | Should -Not -Match 'Sm-new-secret'
        $stored = (Invoke-BenchSql $world "select value::text as value from settings where key = 'smtp'").value
        $stored | Should -Match 'Sm-new-secret'
        $stored | Should -Match 'Pw3-smtp-primary-secret'
    }

    It 'changes several servers in one call, each with its own result' {
        $second = New-BenchWorld -History SwitchOff -Subscribers 10
        try {
            $sessions = [pscustomobject]@{ Uri = $world.uri; Name = 'one' }, [pscustomobject]@{ Uri = $second.uri; Name = 'two' } | Connect-Listmonk -Credential $api
            $changes = $sessions | Set-ListmonkSetting app.send_optin_confirmation $true -ErrorAction Stop
            $changes.Session | Should -Be 'one', 'two'
            $changes.NewValue | Should -Be $true, $true
        }
        finally { Remove-BenchWorld $second }
    }

    It 'completes names, and $true and $false for a switch only' {
        $line = 'Set-ListmonkSetting app.send_optin_confirmation '
        [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches.CompletionText | Should -Be '$true', '$false'
        $member = 'Set-ListmonkSetting smtp/primary/enabled '
        [System.Management.Automation.CommandCompletion]::CompleteInput($member, $member.Length, $null).CompletionMatches.CompletionText | Should -Be '$true', '$false'
        $other = 'Set-ListmonkSetting app.root_url '
        [System.Management.Automation.CommandCompletion]::CompleteInput($other, $other.Length, $null).CompletionMatches.CompletionText | Should -Not -Contain '$true'
    }
}
