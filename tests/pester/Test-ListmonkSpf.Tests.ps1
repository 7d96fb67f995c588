# SPF in the shell: parameters, pipeline, defaults of a session, bad input.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule
    $zone = New-BenchZone @{
        'example.org'      = @(@{ TXT = 'v=spf1 a include:_spf.example.net -all exp=why.example.org' }, @{ A = '192.0.2.25' })
        'why.example.org'  = @(@{ TXT = '%{i} may not send for %{d}' })
        '_spf.example.net' = @(@{ TXT = 'v=spf1 ip4:198.51.100.0/24 ~all' })
        'mute.example.org' = @('TIMEOUT')
        'mail.lists.test'  = @(@{ A = '192.0.2.25' }, @{ A = '10.0.0.5' })
        'lists.test'       = @(@{ TXT = 'v=spf1 ip4:192.0.2.25 -all' })
        'bounce.lists.test' = @(@{ TXT = 'v=spf1 -all' })
    }
    $inside = New-BenchZone @{
        'example.org'      = @(@{ TXT = 'v=spf1 +all' }, @{ A = '192.0.2.25' })
        '_spf.example.net' = @(@{ TXT = 'v=spf1 ip4:198.51.100.0/24 ~all' })
    }
    $PSDefaultParameterValues['Test-Listmonk*:DnsServer'] = $zone
}

AfterAll {
    Set-BenchDns
    Get-ListmonkSession | Disconnect-Listmonk
}

Describe 'Test-ListmonkSpf' {
    It 'tells result, record, counts and the tree' {
        $result = Test-ListmonkSpf example.org -IPAddress 198.51.100.7 -ErrorAction Stop
        $result.Result, $result.IPAddress, $result.Domain, $result.LookupCount | Should -Be 'Pass', '198.51.100.7', 'example.org', 2
        $result.Trace.Terms[1].Inner.Terms[0].MatchedAddress | Should -Be '198.51.100.0/24'
        $result.DecidedBy | Should -Be 'include:_spf.example.net > ip4:198.51.100.0/24'
        $result.Inferred.Count | Should -Be 0
    }

    It 'takes many addresses by pipeline, in order, and asks each name once' {
        $addresses = @(1..40 | ForEach-Object { "198.51.100.$_" }) + '203.0.113.1'
        $results = @($addresses | Test-ListmonkSpf example.org -ErrorAction Stop)
        $results.IPAddress | Should -Be $addresses
        $results[-1].Result, $results[-1].Explanation | Should -Be 'Fail', '203.0.113.1 may not send for example.org'
        @($results | Where-Object Result -EQ Pass).Count | Should -Be 40
    }

    It 'takes rows of a file' {
        $rows = 'Domain,IPAddress,Sender', 'example.org,192.0.2.25,news@example.org', 'nobody.test,::ffff:192.0.2.25,' | ConvertFrom-Csv
        $results = @($rows | Test-ListmonkSpf -ErrorAction Stop)
        $results.Result | Should -Be 'Pass', 'None'
        $results[0].Sender, $results[1].IPAddress | Should -Be 'news@example.org', '192.0.2.25'
    }

    It 'checks the domain of the sender, or of the hello name for bounces' {
        (Test-ListmonkSpf -IPAddress 192.0.2.25 -Sender news@example.org).Domain | Should -Be example.org
        (Test-ListmonkSpf -IPAddress 192.0.2.25 -Sender '' -HelloName example.org).Sender | Should -Be postmaster@example.org
    }

    It 'says that a server did not answer, not that there is no record' {
        $result = Test-ListmonkSpf mute.example.org -IPAddress 192.0.2.25 -TimeoutSeconds 1
        $result.Result, $result.Reasons[0] | Should -Be 'TempError', 'dns-error'
    }

    It 'warns when another server says something else' {
        $warning = Test-ListmonkSpf example.org -IPAddress 192.0.2.25 -DnsServer $zone, $inside 3>&1 | Where-Object { $_ -is [System.Management.Automation.WarningRecord] }
        $warning.Message | Should -BeLike "*$inside*example.org Txt*"
        Test-ListmonkSpf example.org -IPAddress 192.0.2.25 -DnsServer $zone, $zone 3>&1 | Should -BeOfType ([ListmonkPS.SpfResult])
    }

    It 'takes sender, hello name and relay from a session, and says so' {
        $world = New-BenchWorld -History Fresh
        try {
            $null = Invoke-BenchSql $world @'
                update settings set value = '"Lists <news@lists.test>"' where key = 'app.from_email';
                update settings set value = jsonb_build_array((value -> 0) || '{"enabled": true, "host": "mail.lists.test", "hello_hostname": "mail.lists.test"}'::jsonb) where key = 'smtp'
'@
            $session = Connect-Listmonk -ConfigPath $world.configPath -Name spf -ErrorAction Stop
            $result = Test-ListmonkSpf -WarningVariable warnings -WarningAction SilentlyContinue -ErrorAction Stop
            $result.Domain, $result.Sender, $result.HelloName, $result.IPAddress, $result.Result |
                Should -Be 'lists.test', 'news@lists.test', 'mail.lists.test', '192.0.2.25', 'Pass'
            $result.Inferred | Should -Be 'IPAddress', 'Sender', 'HelloName'
            "$warnings" | Should -BeLike '*192.0.2.25*mail.lists.test*'

            $null = Invoke-BenchSql $world @'
                update settings set value = jsonb_set(value, '{0,email_headers}', '[{"Return-Path": "x@bounce.lists.test"}]') where key = 'smtp'
'@
            $session | Test-ListmonkSpf -IPAddress 192.0.2.25 | ForEach-Object { $_.Domain, $_.Result } | Should -Be 'bounce.lists.test', 'Fail'

            # A provider has many addresses: one that it allows itself tells whether it is included.
            $null = Invoke-BenchSql $world @'
                update settings set value = jsonb_set(jsonb_set(value, '{0,email_headers}', '[]'), '{0,host}', '"smtp.mailgun.org"') where key = 'smtp'
'@
            $provider = New-BenchZone @{
                'lists.test'       = @(@{ TXT = 'v=spf1 include:mailgun.org -all' })
                'mailgun.org'      = @(@{ TXT = 'v=spf1 include:_spf.mailgun.org ~all' })
                '_spf.mailgun.org' = @(@{ TXT = 'v=spf1 ip4:198.51.100.0/24 ~all' })
            }
            $result = Test-ListmonkSpf -DnsServer $provider -WarningVariable warnings -WarningAction SilentlyContinue -ErrorAction Stop
            $result.Result, $result.DecidedBy | Should -Be 'Pass', 'include:mailgun.org > include:_spf.mailgun.org > ip4:198.51.100.0/24'
            $result.Inferred | Should -Contain IPAddress
            "$warnings" | Should -BeLike '*mailgun.org*'
        }
        finally {
            Get-ListmonkSession | Disconnect-Listmonk
            Remove-BenchWorld $world
        }
    }

    It 'needs an address where none can be inferred' {
        $problem = Get-OnlyError { Test-ListmonkSpf example.org }
        Get-ErrorName $problem | Should -Be AddressNeeded
        $problem.TargetObject | Should -Be example.org
    }

    It 'refuses <What>' -ForEach @(
        @{ What = 'a DNS server that is none'; Script = { Test-ListmonkSpf example.org -IPAddress 192.0.2.25 -DnsServer dns.example.org }; Id = 'DnsServerInvalid' }
    ) {
        $problem = Get-OnlyError $Script
        Get-ErrorName $problem | Should -Be $Id
    }

    It 'refuses an address that is none, and goes on with the next' {
        $all = @('192.0.2', 'nonsense', '192.0.2.25' | Test-ListmonkSpf example.org 2>&1)
        $all[0..1].ForEach({ "$_" }) | Should -BeLike '*not an IP address*'
        $all[2].Result | Should -Be Pass
    }

    It 'shows a table that fits' {
        $result = Test-ListmonkSpf example.org -IPAddress 198.51.100.7
        $text = $result | Out-String -Width 100
        $text | Should -Match 'Pass\s+198\.51\.100\.7\s+2 / 10 include:_spf\.example\.net >\s+ip4:198\.51\.100\.0/24'
        $text = $text + (Test-ListmonkSpf example.org -IPAddress 2001:db8:1234:5678:9abc:def0:1234:5678 | Out-String -Width 80)
        $text | Should -Match '2001:db8:1234:5678:9abc:def0:1234:5678\s+2 / 10 '
        $text | Should -Not -Match '\u2026'
        ($text -split "`r?`n" | Measure-Object -Maximum Length).Maximum | Should -BeLessOrEqual 100
    }

    It 'ends within a second on Ctrl+C' {
        $silent = New-BenchZone @{ 'example.org' = @('TIMEOUT') }
        $shell = Start-Shell 'param($Server) Test-ListmonkSpf example.org -IPAddress 192.0.2.25 -DnsServer $Server -TimeoutSeconds 600' -Argument $silent
        $null = $shell.Running.AsyncWaitHandle.WaitOne(1500)
        $end = Stop-Shell $shell
        $end.State | Should -Be Stopped
        $end.Elapsed.TotalSeconds | Should -BeLessThan 1
    }
}
