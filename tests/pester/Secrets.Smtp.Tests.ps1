# No secret leaves a resend by SMTP: password of the mail server, of the databases, token of the API, and what a template says that is for its readers alone.
# Searched: every stream, transcript, ledger, journals, plans, exports, removal files, process arguments.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'SecretSearch.psm1') -Force
    Import-BenchModule
    $typed = @{
        wrongMail  = 'Sm3-mistyped-mail-password-uF8e'
        inLedger   = 'Lc5-secret-in-ledger-connection-jK2h'
        voucher    = 'Vo7-voucher-for-those-who-wait-eR9s'
        badVoucher = 'Bv2-voucher-in-a-broken-template-yG6n'
    }
    # Templates, and a password file, are secret themselves: they lie outside of what is searched.
    $private = New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) ([guid]::NewGuid()))
    Set-Content (Join-Path $private late.txt) "Subject: Late`n`n$($typed.voucher)`n{{ConfirmUri}}`n"
    Set-Content (Join-Path $private late.html) "<title>Late</title><p>$($typed.voucher)</p><a href='{{ConfirmUri}}'>Confirm</a>"
    Set-Content (Join-Path $private nolink.txt) "Subject: Late`n`n$($typed.badVoucher)`n"
    Set-Content (Join-Path $private field.txt) "Subject: Late`n`n$($typed.badVoucher) {{Nmae}} {{ConfirmUri}}`n"
    Set-Content (Join-Path $private latin.txt) "Subject: Gr$([char]0xFC)sse`n`n$($typed.badVoucher) {{ConfirmUri}}`n" -Encoding Latin1
    $env:LISTMONKPS_HOME = Join-Path $TestDrive state
    $world = New-BenchWorld -History SwitchOff -Subscribers 60
    $elsewhere = New-BenchWorld -History Empty -Subscribers 1
    $good = New-BenchMailServer -Mechanisms PLAIN
    # Servers that repeat what they were told, as some do to help.
    $response = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("`0$($good.user)`0$($good.password)"))
    $echoes = @{
        login     = New-BenchMailServer -Step LogIn -Reply "535 5.7.8 Refused: $($good.password) ($response)" -Mechanisms PLAIN
        sender    = New-BenchMailServer -Step MailFrom -Reply "550 5.7.1 Sender not owned by $response" -Mechanisms PLAIN
        recipient = New-BenchMailServer -Step RcptTo -Reply "550 5.1.1 User unknown, said to $($good.password)" -Mechanisms PLAIN
    }
    $secrets = @($world.secrets) + @($elsewhere.secrets) + @($typed.Values) + $good.password + $response


    function Get-LedgerText($World) {
        $tables = @(Invoke-BenchSql $World "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'listmonkps' and c.relkind = 'r'").relname
        $texts = @{}
        foreach ($table in $tables) { $texts["table $table"] = (Invoke-BenchSql $World "select coalesce(string_agg(to_jsonb(t)::text, chr(10)), '') as rows from listmonkps.$table t").rows }
        $texts
    }

    Set-Content (Join-Path $private pgpass) "*:*:*:$($elsewhere.databaseUser):$($elsewhere.databasePassword)"
    if (-not $IsWindows) { (Get-Item (Join-Path $private pgpass)).UnixFileMode = 'UserRead, UserWrite' }
    $runspace = New-RecordedRunspace $env:LISTMONKPS_MODULE @{
        world    = $world
        typed    = $typed
        api      = New-BenchCredential $world.apiUser $world.apiToken
        owner    = New-BenchCredential $world.databaseUser $world.databasePassword
        mail     = New-BenchCredential $good.user $good.password
        wrong    = New-BenchCredential $good.user $typed.wrongMail
        private  = "$private"
        out      = "$TestDrive"
        ledger   = ($elsewhere.connectionString -replace '(?i)(password|passfile)=[^;]*;?', '').TrimEnd(';') + ";Username=$($elsewhere.databaseUser);Passfile=$private/pgpass"
        sendFast = @{ RatePerMinute = 60000; IncludeSuspect = $true; Confirm = $false; PassThru = $true; Verbose = $true }
    }
    $transcript = Join-Path $TestDrive 'transcript.txt'
    $null = Invoke-Recorded $runspace "Start-Transcript -LiteralPath '$transcript'"
}

AfterAll {
    $null = Invoke-Recorded $runspace 'Stop-Transcript'
    $runspace.Dispose()
    Remove-BenchWorld $world, $elsewhere
    Remove-Item $private -Recurse -Force
    $env:LISTMONKPS_HOME = $null
}

Describe 'Secrets of resends by SMTP' {
    It 'stay in when everything works' {
        Set-BenchBlock $world $good
        $steps = [ordered]@{
            connect   = 'Connect-Listmonk $world.uri -Credential $api -ConfigPath $world.configPath -Name both; Connect-Listmonk $world.uri -Credential $api -Name api; Connect-Listmonk -ConnectionString $world.connectionString -DatabaseCredential $owner -Name database'
            whatIf    = 'Get-UnconfirmedSubscriber -Session database | Invoke-OptInResend -Session database -Via Smtp -TemplatePath $private/late.txt -WhatIf -Verbose'
            preview   = 'Get-UnconfirmedSubscriber -Session database | Invoke-OptInResend -Session database -PreviewTo me@example.net -TemplatePath $private/late.html -Confirm:$false -Verbose'
            rehearse  = 'Get-UnconfirmedSubscriber -Session database -First 3 | Invoke-OptInResend -Session database -RedirectTo me@example.net -TemplatePath $private/late.txt -Run rehearsal @sendFast'
            plan      = 'Get-UnconfirmedSubscriber -Session database -First 4 | New-OptInResendPlan $out/plan.txt -Session database -Via Smtp -TemplatePath $private/late.txt -Verbose'
            planned   = 'Invoke-OptInResend -Path $out/plan.txt -Session database -Via Smtp -TemplatePath $private/late.txt -Run planned @sendFast'
            both      = 'Get-UnconfirmedSubscriber -Session both -First 8 | Invoke-OptInResend -Session both -Via Smtp -Run both @sendFast'
            given     = 'Get-UnconfirmedSubscriber -Session both -First 9 | Invoke-OptInResend -Session both -Via Smtp -SmtpCredential $mail -Run given @sendFast'
            elsewhere = 'Get-UnconfirmedSubscriber -Session both -First 2 | Invoke-OptInResend -Session both -Via Smtp -LedgerConnection $ledger -Run elsewhere @sendFast'
            journal   = 'Get-UnconfirmedSubscriber -Session api | Select-Object -Last 5 | Invoke-OptInResend -Session api -Via Smtp -SmtpCredential $mail -TemplatePath $private/late.txt -Run journal @sendFast'
            ledger    = 'Get-OptInResend -Session both, api; Get-OptInResend -Summary -Session both, api; Get-OptInResend -Session both -LedgerConnection $ledger'
            export    = 'Get-OptInResend -Session both, api | Export-Csv $out/resends.csv; Get-OptInResend -Summary -Session both, api | Export-Clixml $out/runs.xml; Get-UnconfirmedSubscriber -Session both | Export-Clixml $out/people.xml'
            cancel    = 'Get-UnconfirmedSubscriber -Session database | Select-Object -Last 3 | Invoke-OptInResend -Session database -Via Smtp -Run limited -DailyLimit 1 -MinimumInterval 0 @sendFast; Stop-OptInResend limited -Session database -Cancel -Verbose -Confirm:$false'
            remove    = 'Get-UnconfirmedSubscriber -Session database -First 1 | Remove-UnconfirmedSubscriber $out/removed.jsonl -Session database -GracePeriod 0s -Confirm:$false -Verbose'
        }
        $text = @{}
        foreach ($name in $steps.Keys) {
            $run = Invoke-Recorded $runspace $steps[$name]
            $run.ErrorId | Should -BeNullOrEmpty -Because $name
            $text[$name] = $run.Text
        }
        # What is searched for was in use: the log-in at the server, the voucher in the mails, the rows in the ledgers.
        $seen = Get-BenchMailServer $good
        $seen.lines -join ' ' | Should -Match ([regex]::Escape($response))
        @($seen.messages -match $typed.voucher).Count | Should -BeGreaterThan 10
        foreach ($place in $world, $elsewhere) { (Get-LedgerText $place)['table resend_item'] | Should -Match 'message_id' }
        Get-ChildItem $env:LISTMONKPS_HOME -Recurse -Filter *.journal* | Should -Not -BeNullOrEmpty
        # Ledgers, journals and plans have neither addresses nor names.
        $kept = (Get-LedgerText $world) + (Get-FolderText $env:LISTMONKPS_HOME) + @{ plan = Get-Content -Raw (Join-Path $TestDrive plan.txt) }
        $people = Invoke-BenchSql $world "select email, name from subscribers where length(name) >= 8 and length(email) >= 8"
        Find-Secret $kept (@($people.email) + @($people.name)) | Should -BeNullOrEmpty
        $places = $text + (Get-FolderText $env:LISTMONKPS_HOME, "$TestDrive")
        foreach ($place in $world, $elsewhere) { (Get-LedgerText $place).GetEnumerator() | ForEach-Object { $places["$($_.Key) of $($place.uri)"] = $_.Value } }
        if ($IsLinux) { $places += Get-ProcessText }
        Find-Secret $places $secrets | Should -BeNullOrEmpty
    }

    It 'stay in when it fails, also where the mail server repeats them' {
        $people = 'Get-UnconfirmedSubscriber -Session both | Select-Object -Last 4 | Invoke-OptInResend -Session both -MinimumInterval 0s -Via Smtp'
        $steps = @(
            @{ Server = 'login'; Id = 'SenderLogInRefused'; Command = "$people -Run login @sendFast" }
            @{ Server = 'sender'; Id = 'SenderRefused'; Command = "$people -Run sender @sendFast" }
            @{ Server = 'recipient'; Command = "$people -Run recipient -MaxAttempts 1 @sendFast" }
            @{ Server = 'login'; Id = 'SenderLogInRefused'; Command = "$people -Run again -PreviewTo me@example.net -Confirm:`$false" }
            @{ Id = 'SenderLogInRefused'; Command = "$people -SmtpCredential `$wrong -Run mistyped @sendFast" }
            @{ Id = 'NeedsSmtpCredential'; Command = 'Get-UnconfirmedSubscriber -Session api -First 1 | Invoke-OptInResend -Session api -Via Smtp -MinimumInterval 0s -Confirm:$false' }
            @{ Id = 'TemplateWithoutLink'; Command = "$people -TemplatePath `$private/nolink.txt -Confirm:`$false" }
            @{ Id = 'TemplateField'; Command = "$people -TemplatePath `$private/field.txt -Confirm:`$false" }
            @{ Id = 'TemplateEncoding'; Command = "$people -TemplatePath `$private/latin.txt -Confirm:`$false" }
            @{ Id = 'PasswordInConnectionString'; Command = "$people -LedgerConnection `"Host=127.0.0.1;Password=`$(`$typed.inLedger)`" -Confirm:`$false" }
            @{ Id = 'RunDiffers'; Command = "$people -TemplatePath `$private/late.txt -Run both -Confirm:`$false" }
        )
        $text = @{}
        foreach ($step in $steps) {
            Set-BenchBlock $world ($step.Server ? $echoes[$step.Server] : $good)
            $run = Invoke-Recorded $runspace $step.Command
            if ($step.Id) { $run.ErrorId -join ' ' | Should -Match "\b$($step.Id)\b" -Because $step.Command }
            else { $run.ErrorId | Should -BeNullOrEmpty -Because $step.Command }
            $text[$step.Command] = $run.Text
        }
        $text.ledger = (Invoke-Recorded $runspace 'Get-OptInResend -Session both; Get-OptInResend -Summary -Session both').Text
        $text.ledger | Should -Match '\*{8}' # the server did repeat it
        $places = $text + (Get-FolderText $env:LISTMONKPS_HOME, "$TestDrive") + (Get-LedgerText $world)
        if ($IsLinux) { $places += Get-ProcessText }
        Find-Secret $places $secrets | Should -BeNullOrEmpty
    }
}
