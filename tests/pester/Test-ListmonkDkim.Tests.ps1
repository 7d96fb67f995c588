# DKIM keys in the shell.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule
    $key = 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='
    $zone = New-BenchZone @{
        'mail._domainkey.example.org'     = @(@{ TXT = $key })
        'old._domainkey.example.org'      = @(@{ TXT = 'v=DKIM1; p=' })
        's1._domainkey.example.org'       = @(@{ CNAME = 's1.provider.test' })
        's1.provider.test'                = @(@{ TXT = "$key; t=y" })
        'mute._domainkey.example.org'     = @('TIMEOUT')
        'news._domainkey.lists.test'      = @(@{ TXT = $key })
    }
    $PSDefaultParameterValues['Test-Listmonk*:DnsServer'] = $zone
}

AfterAll {
    Set-BenchDns
    Get-ListmonkSession | Disconnect-Listmonk
}

Describe 'Test-ListmonkDkim' {
    It 'judges the keys of selectors, in order' {
        $results = @(Test-ListmonkDkim example.org mail, old, none -ErrorAction Stop)
        $results.Verdict | Should -Be 'usable', 'revoked', 'missing'
        $results[0].KeyType, $results[0].KeyBits, $results[0].Name | Should -Be 'ed25519', 256, 'mail._domainkey.example.org'
        $results[2].Remedy | Should -Not -BeNullOrEmpty
    }

    It 'judges a key for a kind of signature' {
        $result = Test-ListmonkDkim example.org mail -Algorithm rsa-sha256 -Identity '@mail.example.org'
        $result.Verdict, $result.Reasons[0] | Should -Be 'invalid', 'algorithm-mismatch'
    }

    It 'finds the usual selectors' {
        (Test-ListmonkDkim example.org -ErrorAction Stop).Selector | Should -Be 'mail', 's1'
    }

    It 'says that finding none proves nothing' {
        $warning = Test-ListmonkDkim nobody.test 3>&1
        $warning | Should -BeOfType ([System.Management.Automation.WarningRecord])
        $warning.Message | Should -BeLike '*proves nothing*'
    }

    It 'takes the keys that a mail names' {
        $mail = Join-Path $TestDrive 'mail.eml'
        Set-Content $mail 'Received: by x', 'DKIM-Signature: v=1; a=ed25519-sha256; d=example.org;', "`ts=mail; i=@example.org; h=from; bh=x; b=x", 'DKIM-Signature: v=1; a=rsa-sha256; d=example.org; s=gone; h=from; bh=x; b=x', 'From: news@example.org', '', 'DKIM-Signature: d=body.test; s=no'
        $results = @(Test-ListmonkDkim -MailPath $mail -ErrorAction Stop)
        $results.Selector | Should -Be 'mail', 'gone'
        $results.Verdict | Should -Be 'usable', 'missing'
    }

    It 'takes the From domain of a session' {
        $world = New-BenchWorld -History Fresh
        try {
            $null = Invoke-BenchSql $world "update settings set value = '""Lists <news@lists.test>""' where key = 'app.from_email'"
            $null = Connect-Listmonk -ConfigPath $world.configPath -Name dkim -ErrorAction Stop
            (Get-ListmonkSession | Test-ListmonkDkim -Selector news -ErrorAction Stop).Name | Should -Be news._domainkey.lists.test
        }
        finally {
            Get-ListmonkSession | Disconnect-Listmonk
            Remove-BenchWorld $world
        }
    }

    It 'reports <Id>' -ForEach @(
        @{ Id = 'DomainInvalid'; Script = { Test-ListmonkDkim localhost mail } }
        @{ Id = 'SelectorInvalid'; Script = { Test-ListmonkDkim example.org 'a..b' } }
        @{ Id = 'MailUnreadable'; Script = { Test-ListmonkDkim -MailPath (Join-Path $TestDrive 'none.eml') } }
        @{ Id = 'MailUnsigned'; Script = { Set-Content (Join-Path $TestDrive 'plain.eml') 'From: a@example.org', '', 'x'; Test-ListmonkDkim -MailPath (Join-Path $TestDrive 'plain.eml') } }
    ) {
        Get-ErrorName (Get-OnlyError $Script) | Should -Be $Id
    }

    It 'shows a table that fits' {
        $text = Test-ListmonkDkim example.org mail, old, none | Out-String -Width 100
        $text | Should -Match 'usable\s+mail\s+ed25519 256'
        ($text -split "`r?`n" | Measure-Object -Maximum Length).Maximum | Should -BeLessOrEqual 100
    }
}
