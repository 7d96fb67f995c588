# The whole domain in the shell.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule
    $zone = New-BenchZone @{
        'example.org'                 = @(@{ TXT = 'v=spf1 ipv4:192.0.2.25 -all' }, @{ A = '192.0.2.25' }, @{ MX = @(10, 'mail.example.org') })
        'mail.example.org'            = @(@{ A = '192.0.2.25' })
        '25.2.0.192.in-addr.arpa'     = @(@{ PTR = 'mail.example.org' })
        'mail._domainkey.example.org' = @(@{ TXT = 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=' })
        '_dmarc.example.org'          = @(@{ TXT = 'v=DMARC1; p=reject' })
        'lists.test'                  = @(@{ TXT = 'v=spf1 -all' })
        'relay.lists.test'            = @(@{ A = '192.0.2.25' })
    }
    $PSDefaultParameterValues['Test-Listmonk*:DnsServer'] = $zone
}

AfterAll {
    Set-BenchDns
    Get-ListmonkSession | Disconnect-Listmonk
}

Describe 'Test-ListmonkDns' {
    It 'names what is wrong first, with the record to publish and its proof' {
        $tests = @(Test-ListmonkDns example.org 192.0.2.25 -Selector mail -Sender news@example.org -ErrorAction Stop)
        $tests[0].Kind, $tests[0].Status, $tests[0].Reasons[0] | Should -Be 'Spf', 'Fail', 'syntax-error'
        $tests[0].Proposal.Value | Should -Be 'v=spf1 ip4:192.0.2.25 -all'
        $tests[0].Proposal.ZoneLine | Should -Be 'example.org. 3600 IN TXT "v=spf1 ip4:192.0.2.25 -all"'
        $tests[0].Proposal.Proof | Should -BeLike '*192.0.2.25 gets Pass*'
        ($tests | Where-Object Kind -EQ Dkim).Status | Should -Be Pass
        ($tests | Where-Object Kind -EQ Ptr).Record | Should -Be mail.example.org
        $tests[0].Detail | Should -BeOfType ([ListmonkPS.SpfResult])
    }

    It 'takes all from a mail that arrived' {
        $mail = Join-Path $TestDrive 'mail.eml'
        Set-Content $mail 'Return-Path: <news@example.org>', 'Received: from mail.example.org (mail.example.org [192.0.2.25]) by mx.test', 'DKIM-Signature: v=1; a=ed25519-sha256; d=example.org; s=mail; h=from; bh=x; b=x', 'From: Lists <news@example.org>', '', 'x'
        $tests = @(Test-ListmonkDns -MailPath $mail -ErrorAction Stop)
        ($tests | Where-Object Kind -EQ Alignment).Status, ($tests | Where-Object Kind -EQ Alignment).Inferred | Should -Be 'Pass', $false
        ($tests | Where-Object Kind -EQ Hello).Name | Should -Be mail.example.org
    }

    It 'infers from a session no more than a warning' {
        $world = New-BenchWorld -History Fresh
        try {
            $null = Invoke-BenchSql $world @'
                update settings set value = '"news@lists.test"' where key = 'app.from_email';
                update settings set value = '"https://gone.lists.test"' where key = 'app.root_url';
                update settings set value = jsonb_build_array((value -> 0) || '{"enabled": true, "host": "relay.lists.test"}'::jsonb) where key = 'smtp'
'@
            $null = Connect-Listmonk -ConfigPath $world.configPath -Name dns -ErrorAction Stop
            $tests = @(Test-ListmonkDns -ErrorAction Stop)
            $spf = $tests | Where-Object Kind -EQ Spf
            $spf.Status, $spf.Inferred, $spf.Proposal.Value | Should -Be 'Warning', $true, 'v=spf1 ip4:192.0.2.25 -all'
            ($tests | Where-Object Status -EQ Fail).Kind | Should -Be RootUrl
        }
        finally {
            Get-ListmonkSession | Disconnect-Listmonk
            Remove-BenchWorld $world
        }
    }

    It 'reports <Id>' -ForEach @(
        @{ Id = 'DomainInvalid'; Script = { Test-ListmonkDns localhost } }
        @{ Id = 'PublicSuffixNeeded'; Script = { Test-ListmonkDns example.org -Standard Rfc7489 } }
        @{ Id = 'MailUnreadable'; Script = { Test-ListmonkDns -MailPath (Join-Path $TestDrive 'none.eml') } }
    ) {
        Get-ErrorName (Get-OnlyError $Script) | Should -Be $Id
    }

    It 'shows a table that fits, with what to do' {
        $text = Test-ListmonkDns example.org 192.0.2.25 -Selector mail | Out-String -Width 100
        $text | Should -Match 'To do: Publish at example\.org'
        ($text -split "`r?`n" | Measure-Object -Maximum Length).Maximum | Should -BeLessOrEqual 100
    }

    It 'goes to CSV and JSON with its values' {
        $tests = Test-ListmonkDns example.org 192.0.2.25 -Selector mail
        $tests | ConvertTo-Csv | Should -Not -Match 'TextList|ListmonkPS\.TextList'
        ($tests | ConvertTo-Json -Depth 4 -EnumsAsStrings -WarningAction Ignore | ConvertFrom-Json)[0].Kind | Should -Be Spf
    }
}
