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
        $other = 'Set-ListmonkSetting app.root_url '
        [System.Management.Automation.CommandCompletion]::CompleteInput($other, $other.Length, $null).CompletionMatches.CompletionText | Should -Not -Contain '$true'
    }
}
