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
        $first.AffectedCount | Should -Be @(Get-UnconfirmedSubscriber -Session $illSession).Count
        $first.Evidence.Count | Should -BeGreaterThan 0
        $first.Remedy.Command | Should -Match '^Set-ListmonkSetting app\.send_optin_confirmation \$true'
        $first.Session | Should -Be ill
        $checks | ForEach-Object Rank | Should -Be (1..$checks.Count)
        @($checks | Where-Object RootCause).Count | Should -Be 1
    }

    It 'finds nothing on a healthy server' {
        (Test-ListmonkOptIn -Session $wellSession -ErrorAction Stop).Status | Select-Object -Unique | Should -Be Pass
    }

    It 'filters by -Status' {
        (Test-ListmonkOptIn -Session $illSession -Status Fail).Id | Should -Be settings.optin-disabled
        Test-ListmonkOptIn -Session $wellSession -Status Fail, Warning, Error | Should -BeNullOrEmpty
    }

    It 'says what it could not judge with the API alone' {
        $alone = Connect-Listmonk $ill.uri -Credential $api -Name alone
        $checks = Test-ListmonkOptIn -Session $alone
        $checks[0].Id | Should -Be settings.optin-disabled
        $checks[0].AffectedCount | Should -Be @(Get-UnconfirmedSubscriber -Session $illSession).Count
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
