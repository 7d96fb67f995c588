# Why opt-in mails do not come, from the prompt.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule
    $ill = New-BenchWorld -History SwitchOff -Subscribers 60
    $well = New-BenchWorld -History Healthy -Subscribers 60
    $api = New-BenchCredential $ill.apiUser $ill.apiToken
    $illSession = Connect-Listmonk $ill.uri -Credential $api -ConfigPath $ill.configPath -Name ill -ErrorAction Stop
    $wellSession = Connect-Listmonk $well.uri -Credential $api -ConfigPath $well.configPath -Name well -ErrorAction Stop
}

AfterAll {
    Get-ListmonkSession | Disconnect-Listmonk
    Remove-BenchWorld $ill, $well
}

Describe 'Test-ListmonkOptIn' {
    It 'puts the root cause first, with evidence, remedy and the number of people' {
        $checks = Test-ListmonkOptIn -Session $illSession -ErrorAction Stop
        $first = $checks[0]
        $first.Id, $first.Status, $first.RootCause, $first.Rank | Should -Be 'settings.optin-disabled', 'Fail', $true, 1
        # All who wait, and so those too whom no mail reaches.
        $first.AffectedCount | Should -Be @(Get-UnconfirmedSubscriber -Session $illSession -IncludeBounced).Count
        $first.Evidence.Count | Should -BeGreaterThan 0
        $first.Remedy.Command | Should -Match '^Set-ListmonkSetting app\.send_optin_confirmation \$true'
        $first.Session | Should -Be ill
        $checks | ForEach-Object Rank | Should -Be (1..$checks.Count)
        @($checks | Where-Object RootCause).Count | Should -Be 1
    }

    It 'finds nothing on a healthy server' {
        $checks = Test-ListmonkOptIn -Session $wellSession -ErrorAction Stop
        $checks.Status | Should -Not -BeIn Fail, Warning, Error
        # From where mail reaches receivers only a mail shows.
        $checks.Where({ $_.Status -eq 'Skipped' -and $_.Id -like 'dns.*' }).Id | Sort-Object | Should -Be dns.ptr-missing, dns.ptr-unconfirmed, dns.spf-sender, dns.split-horizon
    }

    It 'filters by -Status' {
        (Test-ListmonkOptIn -Session $illSession -Status Fail).Id | Should -Be settings.optin-disabled
        Test-ListmonkOptIn -Session $wellSession -Status Fail, Warning, Error | Should -BeNullOrEmpty
    }

    It 'says what it could not judge with the API alone' {
        $alone = Connect-Listmonk $ill.uri -Credential $api -Name alone
        $checks = Test-ListmonkOptIn -Session $alone
        $checks[0].Id | Should -Be settings.optin-disabled
        $checks[0].AffectedCount | Should -Be @(Get-UnconfirmedSubscriber -Session $illSession -IncludeBounced).Count
        ($checks | Where-Object Id -EQ database.unreachable).Status | Should -Be Skipped
        ($checks | Where-Object Id -EQ settings.optin-missing).Status | Should -Be Skipped
        Disconnect-Listmonk -Session alone
    }

    It 'tests several servers, and ranks each for itself' {
        $both = Get-ListmonkSession ill, well | Test-ListmonkOptIn
        $both.Session | Select-Object -Unique | Should -Be 'ill', 'well'
        @($both | Where-Object Rank -EQ 1).Session | Should -Be 'ill', 'well'
    }

    It 'names the session in a command only where it is not the default' {
        (Test-ListmonkOptIn -Session $illSession)[0].Remedy.Command | Should -BeLike "* -Session 'ill'"
        $null = Connect-Listmonk $ill.uri -Credential $api -ConfigPath $ill.configPath -Name single
        (Test-ListmonkOptIn)[0].Remedy.Command | Should -Be 'Set-ListmonkSetting app.send_optin_confirmation $true'
        Disconnect-Listmonk
    }

    It 'names a server that does not answer' {
        $dead = Connect-Listmonk http://127.0.0.1:1 -Credential $api -Name dead -ErrorAction SilentlyContinue
        $first = (Test-ListmonkOptIn -Session $dead)[0]
        $first.Id, $first.Status | Should -Be 'settings.api-unreachable', 'Fail'
        Disconnect-Listmonk -Session dead
    }
}

Describe 'What is wrong in an SMTP block' {
    BeforeAll {
        $odd = New-BenchWorld -History Healthy
        $null = Connect-Listmonk $odd.uri -Credential (New-BenchCredential $odd.apiUser $odd.apiToken) -ConfigPath $odd.configPath -Name odd -ErrorAction Stop
        function Get-Trouble { @(Test-ListmonkOptIn -Session odd -Status Fail, Warning) }
        function Invoke-Remedy($Check) { $null = & ([scriptblock]::Create($Check.Remedy.Command)) }
    }

    AfterAll {
        Disconnect-Listmonk -Session odd
        Remove-BenchWorld $odd
    }

    It 'is mended by the commands of the remedies' {
        $full = New-BenchMailServer -Step MailFrom -Reply '421 4.7.0 mail.example.org Error: too many connections from 192.0.2.1'
        $null = Invoke-BenchSql $odd @"
            UPDATE settings SET value = jsonb_build_array(
                value->0 || '{"tls_type": "None", "wait_timeout": "5 s", "hello_hostname": "lists", "email_headers": [{"X-By": "it''s"}, {"X By": "x"}]}',
                value->1 || '{"enabled": true, "host": "127.0.0.1", "port": $($full.port), "tls_type": "none", "username": "$($full.user)", "password": "$($full.password)"}'
            ) WHERE key = 'smtp'
"@
        $troubles = Get-Trouble
        $troubles[0].Id | Should -Be smtp.limit
        $troubles[1..9].Id | Sort-Object | Should -Be 'settings.smtp-durations', 'settings.smtp-headers', 'settings.smtp-hello-name',
            'settings.smtp-max-conns', 'settings.smtp-several', 'settings.smtp-tls-type'
        $troubles[1..9].Status | Select-Object -Unique | Should -Be Warning
        $troubles[1..9] | ForEach-Object { Invoke-Remedy $_ }
        Get-Trouble | Should -BeNullOrEmpty
        $smtp = (Get-ListmonkSetting smtp -Session odd).Value
        "$($smtp[0].email_headers[0].'X-By')", $smtp[1].max_conns, $smtp[1].enabled | Should -Be "it's", 2, $false
    }

    It 'is mended through the database where listmonk does not come up any more' {
        $null = Invoke-BenchSql $odd "UPDATE settings SET value = jsonb_set(value, '{0,idle_timeout}', '`"a while`"') WHERE key = 'smtp'"
        Set-BenchServer $odd reload
        $troubles = Get-Trouble
        $troubles[0].Id, $troubles[0].Explains, $troubles[1].Id | Should -Be 'settings.smtp-durations', 'settings.api-unreachable', 'settings.api-unreachable'
        Invoke-Remedy $troubles[0]
        Set-BenchServer $odd start
        Get-Trouble | Should -BeNullOrEmpty
    }
}

Describe '-Quiet' {
    It 'is true or false, one value for all servers' {
        Test-ListmonkOptIn -Session $wellSession -Quiet | Should -BeExactly $true
        Test-ListmonkOptIn -Session $illSession -Quiet | Should -BeExactly $false
        $wellSession, $illSession | Test-ListmonkOptIn -Quiet | Should -BeExactly $false
        $wellSession, $wellSession | Test-ListmonkOptIn -Quiet | Should -BeExactly $true
    }

    It 'is false where nothing could be tested' {
        $closed = Connect-Listmonk $well.uri -Credential $api -Name closed
        Disconnect-Listmonk -Session $closed
        Test-ListmonkOptIn -Session $closed -Quiet -ErrorAction SilentlyContinue | Should -BeExactly $false
    }
}

Describe 'What the DNS says' {
    BeforeAll {
        $records = @{
            'lists.example.org'                 = @(@{ TXT = 'v=spf1 ipv4:192.0.2.25 -all' }, @{ A = '192.0.2.25' }, @{ MX = @(10, 'lists.example.org') })
            '25.2.0.192.in-addr.arpa'           = @(@{ PTR = 'lists.example.org' })
            'mail._domainkey.lists.example.org' = @(@{ TXT = 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=' })
        }
        $zone = New-BenchZone $records
        $mail = Join-Path $TestDrive 'mail.eml'
        Set-Content $mail 'Return-Path: <news@lists.example.org>', 'Received: from lists.example.org (lists.example.org [192.0.2.25]) by mx.test', 'From: Lists <news@lists.example.org>', '', 'x'
    }

    It 'is a cause with the record to publish, above a missing record that providers merely dislike' {
        $checks = Test-ListmonkOptIn -Session $wellSession -DnsServer $zone -ErrorAction Stop
        $checks[0].Id, $checks[0].Status, $checks[0].RootCause | Should -Be 'dns.spf-invalid', 'Fail', $true
        $checks[0].Remedy.Record.Name, $checks[0].Remedy.Record.Value | Should -Be 'lists.example.org', 'v=spf1 ip4:192.0.2.25 -all'
        $checks[0].Remedy.Record.ZoneLine | Should -Be 'lists.example.org. 3600 IN TXT "v=spf1 ip4:192.0.2.25 -all"'
        ($checks | Where-Object Id -EQ dns.dmarc-missing).Status | Should -Be Warning
    }

    It 'does not hide the switch' {
        $checks = Test-ListmonkOptIn -Session $illSession -DnsServer $zone
        $checks.Where({ $_.Status -eq 'Fail' }).Id | Should -Be settings.optin-disabled, dns.spf-invalid
    }

    It 'is judged for the host and the signature of -MailPath' {
        $checks = Test-ListmonkOptIn -Session $wellSession -DnsServer $zone -MailPath $mail
        ($checks | Where-Object Id -EQ dns.ptr-missing).Status | Should -Be Pass
        ($checks | Where-Object Id -EQ dns.spf-invalid).Status | Should -Be Fail
        ($checks | Where-Object Id -EQ dns.spf-missing).ExplainedBy | Should -Be dns.spf-invalid
    }

    It 'tells servers apart' {
        $checks = Test-ListmonkOptIn -Session $wellSession -DnsServer $zone, $env:LISTMONKPS_BENCH_DNS
        ($checks | Where-Object Id -EQ dns.split-horizon).Status | Should -Be Warning
    }

    It 'is one error when nobody answers' {
        $checks = Test-ListmonkOptIn -Session $wellSession -DnsServer 127.0.0.1:1 -TimeoutSeconds 60
        $checks.Where({ $_.Status -eq 'Error' }).Id | Should -Be dns.unanswered
    }

    It 'reports <Id>, and runs no check' -ForEach @(
        @{ Id = 'DnsServerInvalid'; With = @{ DnsServer = 'dns.example.org' } }
        @{ Id = 'MailUnreadable'; With = @{ MailPath = 'no-such-mail.eml' } }
    ) {
        $said = Get-OnlyError { Test-ListmonkOptIn -Session $wellSession @With }
        Get-ErrorName $said | Should -Be $Id
    }
}
