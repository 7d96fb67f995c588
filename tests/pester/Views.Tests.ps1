# The default views, on objects made here, so that each text can be kept and compared.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule
    $hidden = [Reflection.BindingFlags]'Instance, NonPublic'
    $escape = [char]27
    $wide = -join [char[]](0x5F20, 0x4F1F)
    $culture = [cultureinfo]::CurrentCulture
    [cultureinfo]::CurrentCulture = [cultureinfo]::GetCultureInfo('en-US')
    # The kept texts have the times of UTC.
    $zone = $env:TZ
    $env:TZ = 'UTC'
    [TimeZoneInfo]::ClearCachedData()

    function New-Check([hashtable] $Property) { [ListmonkPS.ListmonkCheck](@{ Title = 'x'; Session = 'lists.example.org' } + $Property) }

    function New-Evidence([string[]] $Text) {
        $all = foreach ($one in $Text) {
            $source, $what, $found, $wanted = $one.Split('|')
            [ListmonkPS.CheckEvidence]::new($source, $what, $found, $wanted ?? [NullString]::Value, $null)
        }
        [ListmonkPS.TextList[ListmonkPS.CheckEvidence]]::new([ListmonkPS.CheckEvidence[]]$all)
    }

    # What a run adds to its checks is for views only and cannot be set from outside.
    function Join-Run([ListmonkPS.ListmonkCheck[]] $Check, [hashtable] $Digest = @{}) {
        $run = [ListmonkPS.DiagnosisDigest]@{
            Session = 'lists.example.org'; Version = 'v6.2.0'; Access = 'Api, Database'; IsDatabaseReadOnly = $true
            Checks = $Check; WaitingCount = 2143; Duration = [timespan]::FromMilliseconds(2130)
        }
        foreach ($name in $Digest.Keys) { [ListmonkPS.DiagnosisDigest].GetProperty($name).SetValue($run, $Digest[$name]) }
        foreach ($one in $Check) { [ListmonkPS.ListmonkCheck].GetProperty('Digest', $hidden).SetValue($one, $run) }
        [ListmonkPS.ListmonkCheck].GetProperty('ClosesRun', $hidden).SetValue($Check[-1], $true)
        $Check
    }

    function New-IllRun {
        $root = New-Check @{
            Id = 'settings.optin-disabled'; Status = 'Fail'; RootCause = $true; AffectedCount = 2143
            Summary = 'Opt-in mail is switched off; 2,143 people wait for one.'
            Evidence = New-Evidence 'settings row|app.send_optin_confirmation|false|true', 'PostgreSQL|people waiting|2,143, the first since 2025-04-20 14:09, the last since 2025-05-08 17:31'
            Explains = [ListmonkPS.TextList[string]]::new([string[]]@('database.nobody-waiting', 'settings.list-single'))
            Remedy = [ListmonkPS.CheckRemedy]::new('Switch it on.', 'Set-ListmonkSetting app.send_optin_confirmation $true', $true, $true)
        }
        $effect = New-Check @{ Id = 'database.nobody-waiting'; Status = 'Fail'; ExplainedBy = 'settings.optin-disabled'; Summary = 'No confirmation of 41 sign-ups in the last 24 hours.' }
        $warning = New-Check @{ Id = 'settings.root-url'; Status = 'Warning'; Summary = 'Links go to http://lists.example.org: browsers warn of it, and a proxy that sends people on to https may lose the path of the link.' }
        $skipped = New-Check @{ Id = 'database.only-imports'; Status = 'Skipped'; Summary = 'Not judged: needs the database.' }
        $failed = New-Check @{ Id = 'settings.smtp-enabled'; Status = 'Error'; Summary = 'The settings were not read within 10 seconds.' }
        $passed = New-Check @{ Id = 'settings.optin-type'; Status = 'Pass'; Summary = 'It is a JSON boolean.' }
        Join-Run $root, $effect, $warning, $skipped, $failed, $passed
    }

    function New-RecordRun {
        $record = [ListmonkPS.DnsProposal]::new('example.org', 'v=spf1 ip4:192.0.2.25 include:_spf.example.net include:spf.mailer.example -all')
        $remedy = [ListmonkPS.CheckRemedy]::new("Publish at example.org the one SPF record: $($record.Value)", [NullString]::Value, $false, $false)
        $remedy.Record = $record
        $root = New-Check @{
            Id = 'dns.spf-several'; Status = 'Fail'; RootCause = $true
            Summary = 'example.org has more than one SPF record, so that none of them counts.'
            Evidence = New-Evidence 'DNS|Spf example.org|v=spf1 ip4:192.0.2.25 -all', 'proposed record|TXT example.org|Evaluated: 192.0.2.25 gets Pass, with 1 of 10 lookups in the worst case.'
            Remedy = $remedy
        }
        Join-Run $root
    }

    function Get-RowText($Check, [int] $Width) {
        $head = [ListmonkPS.Shell.Views.CheckView]::Head($Check[0])
        $text = @($head; ''; $Check.ForEach({ [ListmonkPS.Shell.Views.CheckView]::Row($_, $Width) })) -join "`n"
        Remove-Offset ([System.Management.Automation.Internal.StringDecorated]::new($text).ToString('PlainText'))
    }

    # The offset of this machine stands for any.
    function Remove-Offset([string] $Text) { $Text.Replace([datetimeoffset]::Now.ToString('zzz', [cultureinfo]::InvariantCulture), '+00:00') }

    function Get-LongestLine([string] $Text) { ($Text -split "`r?`n" | ForEach-Object { $Host.UI.RawUI.LengthInBufferCells($_) } | Measure-Object -Maximum).Maximum }

    function Get-Local([string] $Time) { [datetimeoffset]::new([datetime]::Parse($Time, [cultureinfo]::InvariantCulture)) }

    function New-Person([int] $Id, [string] $Email, [string] $Name, [string[]] $List, $Sent, $Suspect = [NullString]::Value) {
        [ListmonkPS.UnconfirmedSubscriber]@{
            SubscriberId = $Id; Email = $Email; Name = $Name; Session = 'lists.example.org'
            ListId = [ListmonkPS.TextList[int]]::new([int[]]@(1)); ListName = [ListmonkPS.TextList[string]]::new($List)
            SubscribedAt = Get-Local '2025-04-20 14:09'; Age = [timespan]::new(18, 3, 22, 5)
            ResendCount = $Sent; Suspect = $Suspect
        }
    }

    $people = @(
        New-Person 4711 'anna.b@example.org' 'Anna Berg' 'Weekly' 0
        New-Person 4712 'zhang.wei@example.cn' $wide 'Weekly', $wide 12
        New-Person 1234567 'wolfgang.amadeus@example.org' 'Wolfgang Amadeus Mozart' 'Weekly', 'Shop', 'A list whose name is long' 1 'A robot.'
        New-Person 4714 'x@a-domain-that-is-far-too-long.example.org' "${escape}[31mred" "a$([char]0x202E)b" $null 'A robot.'
    )
    $settings = @(
        [ListmonkPS.ListmonkSetting]@{ Name = 'app.send_optin_confirmation'; Value = $true; Type = 'Boolean'; Session = 'lists.example.org'; Description = 'Whether people who sign up to a double opt-in list are mailed a link to confirm.' }
        [ListmonkPS.ListmonkSetting]@{ Name = 'bounce.sendgrid_key'; Value = [string][char]0x2022 * 8; Session = 'lists.example.org'; Description = 'Key.' }
        [ListmonkPS.ListmonkSetting]@{ Name = 'privacy.domain_blocklist'; Value = @('a.example', $wide); Session = 'lists.example.org'; Description = 'Domains.' }
        [ListmonkPS.ListmonkSetting]@{ Name = 'appearance.public.custom_css'; Value = "a {`n color: red;`n}"; Session = 'lists.example.org'; Description = 'Styles.' }
        [ListmonkPS.ListmonkSetting]@{ Name = 'app.lang'; Value = $null; Session = 'lists.example.org' }
    )
    $counts = @(
        [ListmonkPS.SubscriberStatusCount]@{ ListId = 1; ListName = 'Weekly'; OptIn = 'double'; SubscriberStatus = 'enabled'; SubscriptionStatus = 'unconfirmed'; Count = 2143; Session = 'lists.example.org' }
        [ListmonkPS.SubscriberStatusCount]@{ ListId = 12; ListName = "$wide and a very long name of a list that goes on"; OptIn = 'single'; SubscriberStatus = 'blocklisted'; SubscriptionStatus = 'unsubscribed'; Count = 1234567; Session = 'lists.example.org' }
        [ListmonkPS.SubscriberStatusCount]@{ ListName = ''; SubscriberStatus = 'enabled'; Count = 5; Session = 'lists.example.org' }
    )
    $periods = @(
        foreach ($list in 'Weekly', "$wide and a very long name of a list that goes on") {
            $series = [Nullable[double][]]@(0.61, 0.62, $null, 0)
            foreach ($day in 0..3) {
                $period = [ListmonkPS.OptInPeriod]@{
                    Start = (Get-Local '2025-04-18').AddDays($day); End = (Get-Local '2025-04-19').AddDays($day); ListId = $list.Length; ListName = $list; Session = 'lists.example.org'
                    SignedUp = (1180, 96, 0, 102)[$day]; Confirmed = (720, 60, 0, 0)[$day]; Waiting = (440, 35, 0, 102)[$day]; Unsubscribed = (20, 1, 0, 0)[$day]
                    Share = $day -eq 2 ? $null : (0.6102, 0.625, 0, 0)[$day]; MedianTimeToConfirm = $day -lt 2 ? [timespan]::FromSeconds(850) : $null
                }
                [ListmonkPS.OptInPeriod].GetProperty('Series', $hidden).SetValue($period, $series)
                $period
            }
        }
    )
    $tests = @(
        [ListmonkPS.DatabaseTest]@{
            Aspect = 'Blocking'; Status = 'Fail'; Summary = '2 sessions wait for locks that process 4711 holds.'; Session = 'lists.example.org'
            Remedy = 'Finish what holds the lock; if nobody knows it any more, as a superuser: SELECT pg_terminate_backend(4711);'
        }
        [ListmonkPS.DatabaseTest]@{ Aspect = 'IdleTransactions'; Status = 'Skipped'; Summary = "Not seen: $escape[2J"; Session = 'lists.example.org' }
        [ListmonkPS.DatabaseTest]@{ Aspect = 'Reach'; Status = 'Pass'; Summary = 'db.example.org:5432/listmonk answers in 0.4 ms (PostgreSQL 15.13).'; Session = 'lists.example.org' }
    )
    $breaks = @(
        [ListmonkPS.OptInBreak]@{
            At = Get-Local '2025-04-20 14:00'; NotBefore = Get-Local '2025-04-20 13:45'; NotAfter = Get-Local '2025-04-20 14:30'; ShareBefore = 0.614; ShareAfter = 0
            AffectedCount = 2143; ExpectedCount = 828; Confidence = 'Strong'; ScopeValue = ''; Session = 'lists.example.org'
        }
        [ListmonkPS.OptInBreak]@{
            At = Get-Local '2025-04-20 14:00'; NotBefore = Get-Local '2025-04-19 13:45'; NotAfter = Get-Local '2025-04-21 14:30'; EndedAt = Get-Local '2025-05-01 09:00'
            ShareBefore = 0.614; ShareAfter = 0.301; AffectedCount = 14; ExpectedCount = 6; Scope = 'HourOfDay'; ScopeValue = '14'; Session = 'lists.example.org'
        }
    )
    $differences = @(
        [ListmonkPS.ListmonkSettingDifference]@{ Name = 'app.send_optin_confirmation'; Reference = $true; Current = $false; State = 'Changed'; Severity = 'Critical'; Session = 'lists.example.org' }
        [ListmonkPS.ListmonkSettingDifference]@{ Name = 'privacy.domain_blocklist'; Reference = [ListmonkPS.TextList[object]]::new([object[]]@('a.test')); State = 'Removed'; Severity = 'Medium'; Session = 'lists.example.org' }
        [ListmonkPS.ListmonkSettingDifference]@{ Name = 'smtp/primary/password'; Reference = ([string][char]0x2022) * 8; Current = ([string][char]0x2022) * 8; State = 'Unknown'; Severity = 'Info'; Session = 'lists.example.org' }
        [ListmonkPS.ListmonkSettingDifference]@{ Name = 'smtp/new.example.org'; Current = '{"enabled":true,"host":"new.example.org","port":587}'; State = 'Added'; Severity = 'Medium'; Session = 'lists.example.org' }
    )
    $queue = @(
        [ListmonkPS.QueueItem]@{ Kind = 'Campaign'; Name = "Weekly $wide that has a long name"; Status = 'running'; Total = 4711; Done = 1204; IsStuck = $true; Session = 'lists.example.org'; Summary = 'It runs and has not moved since 2025-05-08 17:41: the mail server holds it, mostly.' }
        [ListmonkPS.QueueItem]@{ Kind = 'Waiting'; Name = 'more than 30 days'; Total = 1234567; Session = 'lists.example.org'; Summary = '1,234,567 people wait for confirmation.' }
        [ListmonkPS.QueueItem]@{ Kind = 'SentToday'; Name = '2025-05-08'; Session = 'lists.example.org'; Summary = 'x' }
    )
    $lines = @(
        [ListmonkPS.LogEntry]@{ Time = Get-Local '2025-05-08 17:40:02'; Source = 'Api'; Class = 'SmtpFailure'; Place = 'x'; Session = 'lists.example.org'; IsOptIn = $true; SubscriberId = 4711; StillWaits = $true; Message = "error sending opt-in e-mail for subscriber 4711: 535 5.7.8 Error: authentication failed${escape}[2J"; Reply = [ListmonkPS.SmtpReply]@{ Text = 'x'; Class = 'AuthFailed'; Remedy = [ListmonkPS.CheckRemedy]::new('x', [NullString]::Value, $false, $false) } }
        [ListmonkPS.LogEntry]@{ Time = Get-Local '2025-05-08 17:40:03'; HasZone = $true; Source = 'Relay'; Class = 'MailDeferred'; Place = 'x'; Session = 'lists.example.org'; Message = 'May  8 17:40:03 mx postfix/smtp[12]: 4E7A11F2: to=<a@b.example>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to b.example: Connection timed out)' }
        [ListmonkPS.LogEntry]@{ Source = 'File'; Class = 'Start'; Place = 'x'; Session = 'lists.example.org'; Message = 'v6.2.0 (x)' }
    )
    $versions = @(
        [ListmonkPS.VersionTest]@{ Id = 'B8'; Status = 'Warning'; Effect = 'StopsSome'; Session = 'lists.example.org'; Summary = 'Somebody who unsubscribed and signs up again on the public form stays unsubscribed and gets no mail, and the page says that all is well.'; Condition = '147 people here have unsubscribed from a double opt-in list.'; Remedy = [ListmonkPS.CheckRemedy]::new('Upgrade to v6.2.0.', [NullString]::Value, $false, $false) }
        [ListmonkPS.VersionTest]@{ Id = 'support'; Status = 'Pass'; Session = 'lists.example.org'; Summary = 'v6.2 is the newest line of releases.' }
    )
    function New-Resend([int] $Id, [string] $Email, [hashtable] $Property) {
        $resend = @{ Run = 'april'; SubscriberId = $Id; Email = $Email; Attempts = 1; Session = 'lists.example.org' }
        [ListmonkPS.OptInResend]($resend + $Property)
    }

    $resends = @(
        New-Resend 4711 'anna.b@example.org' @{ State = 'Sent'; SentAt = Get-Local '2025-05-08 17:40'; Class = 'Accepted'; ReplyCode = 200 }
        New-Resend 4712 'zhang.wei@example.cn' @{ State = 'GaveUp'; Class = 'MailboxUnknown'; ReplyCode = 550; ReplyText = "5.1.1 no such user ${escape}[2J" }
        New-Resend 1234567 'wolfgang.amadeus.mozart@example.org' @{ State = 'Retry'; NextAttemptAt = Get-Local '2025-05-08 18:10'; Class = 'Greylist'; ReplyCode = 451; ReplyText = '4.7.1 try again in five minutes, or a little later' }
        New-Resend 4714 'b@example.org' @{ State = 'InDoubt'; SentAt = Get-Local '2025-05-08 17:41' }
        [ListmonkPS.OptInResend]@{ Run = 'april'; SubscriberId = 4715; State = 'Skipped'; ReplyText = 'The subscriber does not exist any more.'; Session = 'lists.example.org' }
    )
    $runs = @(
        [ListmonkPS.OptInResendRun]@{
            Run = 'april'; State = 'Finished'; Via = 'Api'; Account = 'smtp.example.org (news@example.org)'; Total = 2131; Sent = 2118; GaveUp = 9; InDoubt = 1; Skipped = 3; Confirmed = 1204
            GaveUpBy = [ListmonkPS.TextList[string]]::new([string[]]('7 MailboxUnknown', '2 MailboxFull')); StartedAt = Get-Local '2025-05-08 14:00'; EndedAt = Get-Local '2025-05-12 16:12'; Session = 'lists.example.org'
        }
        [ListmonkPS.OptInResendRun]@{
            Run = '2025-05-08-a'; State = 'Paused'; Via = 'Api'; Account = "smtp.example.org (news@example.org); a-very-long-name-of-a-mail-server.example.net (news@example.org$wide)"; Total = 2131; Queued = 500
            Retry = 12; Left = 1631; StartedAt = Get-Local '2025-05-08 14:00'; EndedAt = Get-Local '2025-05-08 22:20'; NextAt = Get-Local '2025-05-09 00:00'; Session = 'lists.example.org'
            Reason = 'The limit of 500 mails a day of account smtp.example.org (news@example.org) is reached.'
            ResumeWith = "-RatePerMinute 30 -DailyLimit 500 -TimeZone 'Europe/Berlin' -TemplatePath '/home/o''neill/a template of ours.txt'"
        }
        [ListmonkPS.OptInResendRun]@{
            Run = 'may'; State = 'Running'; Via = 'Smtp'; Account = 'smtp.example.org (news@example.org)'; Total = 20; Sent = 8; Left = 12
            StartedAt = Get-Local '2025-05-08 14:00'; Session = 'lists.example.org'
        }
    )
    $change = [ListmonkPS.ListmonkSettingChange]@{
        Name = 'app.send_optin_confirmation'; OldValue = $false; NewValue = $true; Changed = $true; Via = 'Api'; IsActive = $true
        ChangedAt = Get-Local '2025-05-08 17:40:02'; Session = 'lists.example.org'; LogPath = '/var/lib/listmonkps/logs/listmonk.log'
    }
}

AfterAll {
    [cultureinfo]::CurrentCulture = $culture
    $env:TZ = $zone
    [TimeZoneInfo]::ClearCachedData()
}

Describe 'A diagnosis' {
    It 'with a root cause reads as kept, at <_>' -ForEach 80, 100 {
        Assert-KeptText "diagnosis-ill-$_" (Get-RowText (New-IllRun) ($_ - 1))
    }

    It 'of a healthy server reads as kept' {
        $checks = 1..3 | ForEach-Object { New-Check @{ Id = "settings.check-$_"; Status = 'Pass'; Summary = 'As it should be.' } }
        $run = Join-Run $checks @{ WaitingCount = [long]38 }
        Assert-KeptText 'diagnosis-healthy' (Get-RowText $run 99)
    }

    It 'by the API alone reads as kept' {
        $untried = foreach ($id in 'smtp.login', 'smtp.account', 'smtp.sender') {
            New-Check @{ Id = $id; Status = 'Skipped'; Summary = 'Not tried: the password of smtp.example.org:587 is not known here (-SmtpCredential, or the database).' }
        }
        $run = Join-Run ((New-IllRun)[0, 3] + $untried) @{ Access = [ListmonkPS.Access]::Api; User = 'monitor'; WaitingCount = $null }
        Assert-KeptText 'diagnosis-api-only' (Get-RowText $run 99)
    }

    It 'shows a record to publish whole, on a line of its own' {
        Assert-KeptText 'diagnosis-record' (Get-RowText (New-RecordRun) 79)
    }

    It 'is shown whole and within the screen by Out-String -Width <_>' -ForEach 80, 100, 120, 200 {
        $text = New-IllRun | Out-String -Width $_
        Get-LongestLine $text | Should -BeLessOrEqual $_
        $text | Should -Not -Match ([char]0x2026)
        $text | Should -Match 'Set-ListmonkSetting app\.send_optin_confirmation \$true'
        $text | Should -Match 'lists\.example\.org   listmonk v6\.2\.0   API \+ database \(read only\)   times [+-]\d\d:\d\d'
        $text.TrimEnd() | Should -Match 'Recover:  Get-UnconfirmedSubscriber( -Session ''lists\.example\.org'')? \|\s+Invoke-OptInResend -WhatIf$'
    }

    It 'has no escape where output is plain' {
        New-IllRun | Out-String | Should -Not -Match $escape
        New-IllRun > TestDrive:/out.txt
        Get-Content TestDrive:/out.txt -Raw | Should -Not -Match $escape
    }

    It 'colours marks, head of the root cause and remedy alone' {
        $rendering = $PSStyle.OutputRendering
        try {
            $PSStyle.OutputRendering = 'Ansi'
            $rows = (New-IllRun).ForEach({ [ListmonkPS.Shell.Views.CheckView]::Row($_, 99) })
        }
        finally { $PSStyle.OutputRendering = $rendering }
        $coloured = [regex]::Matches($rows -join "`n", "$escape\[(\d+)m(.+?)$escape\[0m").ForEach({ "$($_.Groups[1].Value) $($_.Groups[2].Value)" })
        $coloured.Count | Should -Be 11
        $coloured[0] | Should -Be "91 $([char]0xD7)"
        $coloured[1] | Should -Match '^91 settings\.optin-disabled +ROOT CAUSE$'
        $coloured[2] | Should -Match '^32 Set-ListmonkSetting'
    }

    It 'shows evidence in full with Format-List, and no member of the view' {
        $text = (New-IllRun)[0] | Format-List | Out-String -Width 200
        $text | Should -Match 'PostgreSQL people waiting = 2,143'
        $text | Should -Match 'Command\s+: Set-ListmonkSetting'
        $text | Should -Not -Match 'Digest|ClosesRun'
    }

    It 'keeps a text of a server from touching the terminal' {
        $evil = New-Check @{ Id = 'settings.root-url'; Status = 'Fail'; RootCause = $true; Summary = "a${escape}[2Jb$([char]0x202E)c`nd"; Evidence = New-Evidence "x|y|${escape}]0;z" }
        $text = Join-Run $evil | Out-String
        $text | Should -Not -Match "$escape|$([char]0x202E)"
        $text | Should -Match ([regex]::Escape('a\u{1B}[2Jb\u{202E}c\u{A}d'))
    }
}

Describe 'A conversation with a mail server' {
    BeforeAll {
        function New-Stage([string] $Name, [string] $Status, [int] $Milliseconds, [string] $Summary, [object] $Code, [string] $Enhanced, [string] $Text) {
            [ListmonkPS.SmtpStage]@{
                Name = $Name; Status = $Status; Duration = [timespan]::FromMilliseconds($Milliseconds); Summary = $Summary
                ReplyCode = $Code; EnhancedCode = $Enhanced ? $Enhanced : [NullString]::Value; ReplyText = $Text
            }
        }

        $stages = @(
            New-Stage Resolve Pass 12 '192.0.2.25, 2001:db8::25'
            New-Stage Connect Pass 31 '192.0.2.25'
            New-Stage Banner Pass 44 'mx1.example.org ESMTP Postfix' 220
            New-Stage Hello Pass 40 'as "lists.example.org": PIPELINING, SIZE 36700160, ETRN, STARTTLS, ENHANCEDSTATUSCODES, 8BITMIME, DSN' 250
            New-Stage StartTls Pass 61 'TLS 1.3, TLS_AES_256_GCM_SHA384' 220 2.0.0 'Ready to start TLS'
            New-Stage Certificate Pass 2 'mx1.example.org, by R11, 47 days left'
            New-Stage Auth Fail 1104 '' 535 5.7.8 "Error: authentication failed$escape[2J"
            New-Stage MailFrom Skipped 0 'not reached'
        )

        function New-Talk([hashtable] $Property = @{}) {
            $test = [ListmonkPS.SmtpTest](@{
                Server = 'smtp.example.org'; Port = 587; Tls = 'StartTls'; Status = 'Fail'; Stage = 'Auth'; Class = 'AuthFailed'; ReplyCode = 535; EnhancedCode = '5.7.8'
                Provider = 'Postfix'; Remedy = [ListmonkPS.CheckRemedy]::new('Correct username and password of this SMTP block (many providers want an app password or an SMTP key).', [NullString]::Value, $false, $false)
                Stages = [ListmonkPS.TextList[ListmonkPS.SmtpStage]]::new([ListmonkPS.SmtpStage[]]$stages); Duration = [timespan]::FromMilliseconds(1310)
                Addresses = [ListmonkPS.TextList[string]]::new([string[]]('192.0.2.25', '2001:db8::25')); Address = '192.0.2.25'; User = 'news@example.org'
                Offered = [ListmonkPS.TextList[string]]::new([string[]]('PLAIN', 'LOGIN')); Block = 'primary'; Session = 'lists.example.org'
            })
            foreach ($name in $Property.Keys) { [ListmonkPS.SmtpTest].GetProperty($name, [Reflection.BindingFlags]'Instance, Public, NonPublic').SetValue($test, $Property[$name]) }
            $test
        }
    }

    It 'reads as kept, at <_>' -ForEach 80, 100 {
        $text = New-Talk | Out-String -Width $_
        Get-LongestLine $text | Should -BeLessOrEqual $_
        Assert-KeptText "smtp-refused-$_" $text
    }

    It 'of several servers reads as kept' {
        $passed = New-Talk @{ Status = [ListmonkPS.CheckStatus]::Pass; Stage = [ListmonkPS.SmtpStageName]::Quit; Class = [ListmonkPS.SmtpReplyClass]::Accepted; ReplyCode = 250; EnhancedCode = '2.1.5'; Siblings = 2 }
        $failed = New-Talk @{ Siblings = 2; IsFirst = $false; Server = 'a-very-long-name-of-a-mail-server.example.net' }
        $text = $passed, $failed | Out-String -Width 100
        Get-LongestLine $text | Should -BeLessOrEqual 100
        Assert-KeptText 'smtp-several' $text
    }

    It 'has no escape of a server' {
        New-Talk | Out-String | Should -Not -Match $escape
    }

    It 'shows everything but the members of the view with Format-List' {
        $text = New-Talk | Format-List | Out-String -Width 200
        $text | Should -Match 'CapabilitiesBeforeTls'
        $text | Should -Not -Match 'Siblings|IsFirst'
    }
}

Describe 'Tables' {
    It '<Name> reads as kept, at <Width>' -ForEach @(
        foreach ($width in 80, 100) { foreach ($name in 'people', 'settings', 'counts', 'differences', 'versions', 'periods', 'breaks', 'tests', 'lines', 'resends', 'runs', 'queue') { @{ Name = $name; Width = $width } } }
    ) {
        $text = Get-Variable $Name -ValueOnly | Out-String -Width $Width
        Get-LongestLine $text | Should -BeLessOrEqual $Width
        Assert-KeptText "$Name-$Width" (Remove-Offset $text)
    }

    It 'the sessions read as kept, at <_>' -ForEach 80, 100 {
        $make = {
            param($Property)
            $session = [Activator]::CreateInstance([ListmonkPS.ListmonkSession], [Reflection.BindingFlags]'Instance, NonPublic', $null, [object[]]@($null), $null)
            foreach ($name in $Property.Keys) { [ListmonkPS.ListmonkSession].GetProperty($name).SetValue($session, $Property[$name]) }
            $session
        }
        $sessions = @(
            & $make @{ Name = 'lists.example.org'; Version = 'v6.2.0'; HasApi = $true; HasDatabase = $true; Rights = [ListmonkPS.SessionRights]::Change }
            & $make @{ Name = 'lists.example.org:9000'; Version = 'v6.2.0'; HasApi = $true; Rights = [ListmonkPS.SessionRights]::All }
            & $make @{ Name = 'db.example.org/listmonk'; Version = 'v5.1.0'; HasDatabase = $true; Rights = [ListmonkPS.SessionRights]::ReadPart }
            & $make @{ Name = 'news.example.org'; Version = 'v3.0.0'; HasDatabase = $true; Problem = 'The API of news.example.org refused the log-in: wrong token.' }
            & $make @{ Name = 'a-very-long-name-of-a-server.example.org'; Problem = 'Nothing answers at http://a-very-long-name-of-a-server.example.org: connection refused.' }
        )
        $text = $sessions | Out-String -Width $_
        Get-LongestLine $text | Should -BeLessOrEqual $_
        Assert-KeptText "sessions-$_" $text
    }

    It 'a session in full reads as kept' {
        $session = [Activator]::CreateInstance([ListmonkPS.ListmonkSession], [Reflection.BindingFlags]'Instance, NonPublic', $null, [object[]]@($null), $null)
        $values = @{
            Name = 'lists.example.org'; Uri = [uri]'https://lists.example.org'; Version = 'v6.2.0'; HasApi = $true; HasDatabase = $true; User = 'monitor'
            IsSuperAdmin = $false; Permissions = [ListmonkPS.TextList[string]]::new([string[]]@('settings:get', 'lists:get_all'))
            Database = 'db.example.org:5432/listmonk'; DatabaseUser = 'listmonkps_reader'; IsDatabaseReadOnly = $true; Rights = [ListmonkPS.SessionRights]::Read
            DatabaseRights = [ListmonkPS.TextList[string]]::new([string[]]@('SELECT settings', 'SELECT lists')); ConnectedAt = Get-Local '2025-05-08 17:40:02'
        }
        foreach ($name in $values.Keys) { [ListmonkPS.ListmonkSession].GetProperty($name).SetValue($session, $values[$name]) }
        Assert-KeptText 'session' (Remove-Offset ($session | Format-List | Out-String -Width 100))
    }

    It 'a change reads as kept' {
        Assert-KeptText 'change' (Remove-Offset ($change | Out-String -Width 100))
    }

    It 'counts cells as the shell does, all over the basic plane' {
        $width = [ListmonkPS.Shell.Views.CheckView].Assembly.GetType('ListmonkPS.Shell.Views.Cells.CellText').GetMethod('Cut')
        # Some of each stretch, and each of those where wide ones begin or end.
        $edges = 0x1100, 0x115F, 0x2329, 0x232A, 0x2E80, 0x303E, 0x303F, 0x3040, 0xA4CF, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6
        $codes = @(for ($code = 0x20; $code -le 0xFFFD; $code += 37) { $code }) + $edges.ForEach({ ($_ - 1)..($_ + 1) })
        $different = foreach ($code in $codes.Where({ $_ -lt 0xD800 -or $_ -ge 0xE000 })) {
            $character = [string][char]$code
            # Two cells do not fit where one does, so that the text is cut.
            $isWide = $width.Invoke($null, @($character, 1)) -cne $character
            if ($isWide -ne ($Host.UI.RawUI.LengthInBufferCells($character) -eq 2)) { '{0:X}' -f $code }
        }
        $different | Should -BeNullOrEmpty
    }
}
