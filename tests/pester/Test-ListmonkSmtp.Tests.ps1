# The conversation with mail servers: of a session's settings, and by name.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule
    $world = New-BenchWorld -History Healthy -Subscribers 10
    $api = New-BenchCredential $world.apiUser $world.apiToken
    $byApi = Connect-Listmonk $world.uri -Credential $api -Name api -ErrorAction Stop
    $byDatabase = Connect-Listmonk -ConfigPath $world.configPath -Name database -ErrorAction Stop
    $both = Connect-Listmonk $world.uri -Credential $api -ConfigPath $world.configPath -Name both -ErrorAction Stop
    $good = New-BenchMailServer
    $bad = New-BenchMailServer -Step LogIn -Reply '535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6'

    function Get-Block([object] $Server, [string] $Name, [bool] $Enabled = $true) {
        @{
            uuid = [guid]::NewGuid(); name = "email-$Name"; enabled = $Enabled; host = '127.0.0.1'; port = $Server.port; auth_protocol = 'plain'
            username = $Server.user; password = $Server.password; hello_hostname = 'lists.example.org'; max_conns = 2; max_msg_retries = 2
            msg_retry_delay = '10ms'; idle_timeout = '5s'; wait_timeout = '5s'; tls_type = 'none'; tls_skip_verify = $false
            email_headers = @(); from_addresses = @()
        }
    }

    function Set-Block([object[]] $Block) {
        $json = (ConvertTo-Json @($Block) -Depth 5 -Compress).Replace("'", "''")
        $null = Invoke-BenchSql $world "update settings set value = '$json' where key = 'smtp'"
        Set-BenchServer $world reload
    }
}

AfterAll {
    Get-ListmonkSession | Disconnect-Listmonk
    Remove-BenchWorld $world
}

Describe 'Test-ListmonkSmtp with a session' {
    BeforeAll { Set-Block (Get-Block $good primary) }

    It 'holds the whole conversation and sends nothing' {
        $test = Test-ListmonkSmtp -Session $byDatabase
        $test | Should -BeOfType ListmonkPS.SmtpTest
        $test.Stages.Name | Should -Be Resolve, Connect, Banner, Hello, Auth, MailFrom, RcptTo, Quit
        "$($test.Status) $($test.Stage) $($test.Class) $($test.Block) $($test.Session)" | Should -Be 'Pass Quit Accepted email-primary database'
        (Get-BenchMailServer $good).messages | Should -BeNullOrEmpty
    }

    It 'by the API alone stops before the log-in, since the password is masked' {
        $test = Test-ListmonkSmtp -Session $byApi
        "$($test.Status) $($test.Stage)" | Should -Be 'Skipped Auth'
        ($test.Stages | Where-Object Name -EQ Hello).Status | Should -Be Pass
        $test | Out-String | Should -Match 'SmtpCredential'
    }

    It 'by the API with -SmtpCredential logs in' {
        (Test-ListmonkSmtp -Session $byApi -SmtpCredential (New-BenchCredential $good.user $good.password)).Status | Should -Be Pass
    }

    It 'warns of a log-in that no server asks for' {
        $test = Test-ListmonkSmtp -Session $byApi -SmtpCredential (New-BenchCredential other $good.password) -WarningVariable warnings -WarningAction SilentlyContinue
        $test.Status | Should -Be Skipped
        "$warnings" | Should -Match 'other.*news@example\.org'
    }

    It 'takes the setting from the pipeline' {
        $test = Get-ListmonkSetting smtp -Session $byDatabase | Test-ListmonkSmtp
        "$($test.Session) $($test.Status)" | Should -Be 'database Pass'
    }

    It 'takes several sessions and says which is which' {
        ($byDatabase, $both | Test-ListmonkSmtp).Session | Should -Be database, both
    }

    It 'sends a mail with -SendTo alone' {
        $before = @((Get-BenchMailServer $good).messages).Count
        $test = Test-ListmonkSmtp -Session $byDatabase -SendTo me@example.net
        ($test.Stages | Where-Object Name -EQ Data).Status | Should -Be Pass
        @((Get-BenchMailServer $good).messages).Count | Should -Be ($before + 1)
    }

    It 'with -FromServer shows both views side by side' {
        $tests = Test-ListmonkSmtp -Session $both -SendTo me@example.net -FromServer
        $tests.SeenFrom | Should -Be Here, Listmonk
        $tests.Status | Should -Be Pass, Pass
    }

    It '-FromServer without a recipient is one error, and nothing is asked' {
        $before = (Get-BenchMailServer $good).connections
        Get-ErrorName (Get-OnlyError { Test-ListmonkSmtp -Session $both -FromServer }) | Should -Be FromServerNeedsSendTo
        (Get-BenchMailServer $good).connections | Should -Be $before
    }

    It '-Quiet answers with a bool' {
        Test-ListmonkSmtp -Session $byDatabase -Quiet | Should -BeTrue
        Test-ListmonkSmtp -Session $byApi -Quiet | Should -BeFalse
    }

    It 'gives no secret away' {
        $shown = Test-ListmonkSmtp -Session $both -SendTo me@example.net -FromServer -Verbose *>&1 | ForEach-Object { $_ | Out-String; $_ | Format-List * | Out-String; ConvertTo-Json $_ -Depth 5 }
        "$shown" | Should -Not -Match ([regex]::Escape($good.password))
        "$shown" | Should -Not -Match ([regex]::Escape([Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("`0$($good.user)`0$($good.password)"))))
        "$shown" | Should -Match 'AUTH PLAIN \*{8}'
    }
}

Describe 'Several servers' {
    BeforeAll {
        Set-Block (Get-Block $good primary), (Get-Block $bad backup), (Get-Block $bad spare $false)
        $tests = Test-ListmonkSmtp -Session $both
    }

    It 'are all tried, in their order; disabled ones are not' {
        $tests.Block | Should -Be email-primary, email-backup
        $tests.Class | Should -Be Accepted, AuthFailed
        $tests[1].Stage | Should -Be Auth
    }

    It 'are logged in to once each' {
        @((Get-BenchMailServer $bad).lines -match '^AUTH').Count | Should -Be (Get-BenchMailServer $bad).connections
    }

    It 'show one row each, and the steps of the one that failed' {
        $text = $tests | Out-String -Width 100
        $text | Should -Match '(?m)^  Server +Port +Tls +Status +Ended at +Reply +Class'
        $text | Should -Match "(?m)^. 127\.0\.0\.1 +$($good.port) +None +Pass +Quit "
        $text | Should -Match '(?m)^  . Auth +535 5\.7\.8'
        $text | Should -Match '(?m)^  Remedy: '
        ($text -split "`r?`n" | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 100
    }

    It 'make -Quiet false when one is bad' {
        Test-ListmonkSmtp -Session $both -Quiet | Should -BeFalse
    }
}

Describe 'No enabled server' {
    It 'is one error' {
        Set-Block (Get-Block $good primary $false)
        $problem = Get-OnlyError { Test-ListmonkSmtp -Session $byDatabase }
        Get-ErrorName $problem | Should -Be NoSmtpEnabled
    }
}

Describe 'A broken SMTP block in the diagnosis' {
    It 'is ranked first, and its remedy works' {
        $broken = New-BenchWorld -History Healthy -Subscribers 10
        try {
            $null = Invoke-BenchSql $broken "update settings set value = jsonb_set(value, '{0,tls_type}', '`"TLS`"') where key = 'smtp'"
            Set-BenchServer $broken reload
            $null = Connect-Listmonk $broken.uri -Credential $api -ConfigPath $broken.configPath -Name broken
            $cause = @(Test-ListmonkOptIn -Session broken)[0]
            "$($cause.Id) $($cause.Status) $($cause.Rank) $($cause.RootCause)" | Should -Be 'smtp.tls-mode Fail 1 True'
            $null = Invoke-Expression $cause.Remedy.Command
            Test-ListmonkOptIn -Session broken -Status Fail | Should -BeNullOrEmpty
            Test-ListmonkSmtp -Session broken -Quiet | Should -BeTrue
        }
        finally { Remove-BenchWorld $broken }
    }

    It 'is judged up to the recipient with -SmtpCredential, where the API masks the password' {
        Set-Block (Get-Block $bad primary)
        (Test-ListmonkOptIn -Session $byApi | Where-Object Id -EQ smtp.login).Status | Should -Be Skipped
        (Test-ListmonkOptIn -Session $byApi -SmtpCredential (New-BenchCredential $bad.user $bad.password) | Where-Object Id -EQ smtp.login).Status | Should -Be Fail
    }
}

Describe 'Test-ListmonkSmtp with a server by name' {
    It 'needs no session and ends after the log-in without -From' {
        $test = Test-ListmonkSmtp 127.0.0.1 -Port $good.port -Tls None -Credential (New-BenchCredential $good.user $good.password)
        $test.Stages.Name | Should -Be Resolve, Connect, Banner, Hello, Auth, Quit
        $test.Status | Should -Be Pass
    }

    It 'names sender and recipient' {
        $test = Test-ListmonkSmtp 127.0.0.1 -Port $good.port -Tls None -Credential (New-BenchCredential $good.user $good.password) -From 'News <news@example.org>' -To me@example.net
        $test.Stages.Command | Should -Contain 'RCPT TO:<me@example.net>'
    }

    It 'takes one mechanism by name' {
        $plain = New-BenchMailServer -Mechanism PLAIN
        $test = Test-ListmonkSmtp 127.0.0.1 -Port $plain.port -Tls None -Credential (New-BenchCredential $plain.user $plain.password) -AuthMechanism CramMd5
        "$($test.Stage) $($test.Class)" | Should -Be 'Auth AuthMechanism'
    }

    It 'refuses <Name> with one error' -ForEach @(
        @{ Name = 'a sender that is no address'; Arguments = @{ From = 'nobody at all' }; Id = 'BadMailAddress' }
        @{ Name = 'a recipient with a command in it'; Arguments = @{ From = 'a@b.example'; To = "a@b.example>`r`nDATA" }; Id = 'BadMailAddress' }
        @{ Name = 'a greeting with a command in it'; Arguments = @{ HelloName = "x`r`nQUIT" }; Id = 'BadHostName' }
    ) {
        $before = (Get-BenchMailServer $good).connections
        Get-ErrorName (Get-OnlyError { Test-ListmonkSmtp 127.0.0.1 -Port $good.port @Arguments }) | Should -Be $Id
        (Get-BenchMailServer $good).connections | Should -Be $before
    }

    It 'does not take a session too' {
        Get-ErrorName (Get-OnlyError { Test-ListmonkSmtp 127.0.0.1 -Session $byDatabase }) | Should -Be ServerAndSession
    }

    It 'ends in time at a silent server, and names the step' {
        $silent = New-BenchMailServer -Step Hello
        $test = Test-ListmonkSmtp 127.0.0.1 -Port $silent.port -Tls None -TimeoutSeconds 4 # for each step: those before it need to be in time, too
        "$($test.Stage) $($test.Class)" | Should -Be 'Hello ClientSide'
        $test.Duration | Should -BeLessThan ([timespan]'0:01:00')
    }

    It 'ends within a second on Ctrl+C' {
        $silent = New-BenchMailServer -Step Hello
        $started = Start-Shell "Test-ListmonkSmtp 127.0.0.1 -Port $($silent.port) -Tls None -TimeoutSeconds 600"
        $watch = [Diagnostics.Stopwatch]::StartNew()
        while (-not (Get-BenchMailServer $silent).lines -and $watch.Elapsed.TotalSeconds -lt 120) { [Threading.Thread]::Yield() }
        (Stop-Shell $started).Elapsed | Should -BeLessThan ([timespan]'0:00:01')
    }
}
