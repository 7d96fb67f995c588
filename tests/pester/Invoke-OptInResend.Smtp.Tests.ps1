# Mailing people again by SMTP, from here, with mails of our own.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule
    $server = New-BenchMailServer -Mechanisms PLAIN
    $other = New-BenchMailServer -Step LogIn -Reply '535 5.7.8 Error: authentication failed' -Mechanisms PLAIN
    $folder = New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) ([guid]::NewGuid()))
    $env:LISTMONKPS_HOME = Join-Path $folder state


    function Get-Sent { @((Get-BenchMailServer $server).messages) }

    $world = New-BenchWorld -History SwitchOff -Subscribers 60
    Set-BenchBlock $world $server
    $null = Connect-Listmonk -ConfigPath $world.configPath -Name database -ErrorAction Stop
    $people = @(Get-UnconfirmedSubscriber)
}

AfterAll {
    Get-ListmonkSession | Disconnect-Listmonk
    Remove-BenchWorld $world
    Remove-Item $folder -Recurse -Force
    $env:LISTMONKPS_HOME = $null
}

Describe 'Invoke-OptInResend -Via Smtp' {
    It 'tells the plan with -WhatIf, writes nothing and sends nothing' {
        $people | Invoke-OptInResend -Via Smtp -WhatIf | Should -BeNullOrEmpty
        Get-Sent | Should -BeNullOrEmpty
        (Invoke-BenchSql $world "select count(*)::int as n from pg_namespace where nspname = 'listmonkps'").n | Should -Be 0
    }

    It 'mails one sample to oneself, with a link that confirms nobody, and nobody counts as mailed' {
        $sample = $people | Invoke-OptInResend -PreviewTo me@example.net -Confirm:$false -ErrorAction Stop
        "$($sample.State) $($sample.Via) $($sample.Email) $($sample.ReplyCode)" | Should -Be 'Sent Smtp me@example.net 250'
        $mail = @(Get-Sent)
        $mail.Count | Should -Be 1
        $mail[0] | Should -Match '(?m)^To: me@example\.net'
        $mail[0] | Should -Match '00000000-0000-0000-0000-000000000000'
        $mail[0] | Should -Not -Match $people[0].SubscriberUuid
        (Invoke-BenchSql $world "select count(*)::int as n from pg_namespace where nspname = 'listmonkps'").n | Should -Be 0
    }

    It 'rehearses a run at one address, and nobody counts as mailed by it' {
        $before = @(Get-Sent).Count
        $run = $people | Invoke-OptInResend -RedirectTo me@example.net -Run rehearsal -RatePerMinute 100000 -Confirm:$false -ErrorAction Stop
        "$($run.State) $($run.Sent) $($run.Via)" | Should -Be "Finished $($people.Count) Smtp"
        $mails = @(Get-Sent | Select-Object -Skip $before)
        $mails.Count | Should -Be $people.Count
        $mails | Where-Object { $_ -notmatch '(?m)^To: me@example\.net' } | Should -BeNullOrEmpty
        (Get-UnconfirmedSubscriber).ResendCount | Measure-Object -Sum | ForEach-Object Sum | Should -Be 0
    }

    It 'mails everybody once, with the text of the template' {
        $before = @(Get-Sent).Count
        Set-Content (Join-Path $folder sorry.txt) "Subject: Late, {{FirstName}}`n`nSorry. {{ConfirmUri}}`n"
        $results = @($people | Invoke-OptInResend -Via Smtp -TemplatePath (Join-Path $folder sorry.txt) -Run april -RatePerMinute 100000 -PassThru -Confirm:$false -ErrorAction Stop)
        "$($results[-1].State) $($results[-1].Sent)" | Should -Be "Finished $($people.Count)"
        $each = @($results | Where-Object { $_ -is [ListmonkPS.OptInResend] })
        $each.SubscriberId | Sort-Object | Should -Be ($people.SubscriberId | Sort-Object)
        $mails = @(Get-Sent | Select-Object -Skip $before)
        $mails.Count | Should -Be $people.Count
        foreach ($person in $people) {
            $own = @($mails | Where-Object { $_ -match "<$($each.Where({ $_.SubscriberId -eq $person.SubscriberId }).MessageId)>" })
            $own.Count | Should -Be 1
            ($own[0] -replace "=\r?\n", '') | Should -Match ([regex]::Escape($person.SubscriberUuid))
        }
        $mails[0] | Should -Match '(?m)^Subject: .*Late'
    }

    It 'counts who was mailed, and mails nobody again within the interval' {
        (Get-UnconfirmedSubscriber).ResendCount | Select-Object -Unique | Should -Be 1
        ([datetimeoffset]::Now - (Get-UnconfirmedSubscriber -First 1).LastResendAt).TotalMinutes | Should -BeLessThan 5
        $before = @(Get-Sent).Count
        $people | Invoke-OptInResend -Via Smtp -Confirm:$false -WarningVariable said -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        @($said).Count | Should -Be 1
        @(Get-Sent).Count | Should -Be $before
    }

    It 'says that a log-in is for no mail server of these settings' {
        $said = $null
        Invoke-OptInResend -Id $people[0].SubscriberId -Via Smtp -SmtpCredential (New-BenchCredential nobody x) -WhatIf -WarningVariable said -WarningAction SilentlyContinue
        "$said" | Should -Match "user '$([regex]::Escape($server.user))'"
    }

    It 'refuses to resume the run with another template' {
        $problem = Get-OnlyError { $people | Invoke-OptInResend -Via Smtp -Run april -Confirm:$false }
        Get-ErrorName $problem | Should -Be RunDiffers
        "$problem" | Should -Match 'template.*fingerprint.*not the usual text'
        $problem.ErrorDetails.RecommendedAction | Should -Match '-TemplatePath'
    }

    It 'stops when the log-in is refused, and nobody loses an attempt' {
        Set-BenchBlock $world $other
        $stopped = $people | Invoke-OptInResend -Via Smtp -Run lost -MinimumInterval 0s -RatePerMinute 100000 -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable problems
        Set-BenchBlock $world $server
        "$($stopped.State) $($stopped.Sent) $($stopped.Left)" | Should -Be "Stopped 0 $($people.Count)"
        Get-ErrorName $problems[-1] | Should -Be SenderLogInRefused
        "$($problems[-1])" | Should -Not -Match $server.password
        $run = Invoke-OptInResend -Run lost -RatePerMinute 100000 -MinimumInterval 0s -Confirm:$false -ErrorAction Stop
        "$($run.State) $($run.Sent)" | Should -Be "Finished $($people.Count)"
    }

    It '<Id>: <Command>' -ForEach @(
        @{ Id = 'TemplateWithoutLink'; Command = 'Invoke-OptInResend -TemplatePath $folder/nolink.txt' }
        @{ Id = 'TemplateEncoding'; Command = 'Invoke-OptInResend -TemplatePath $folder/latin.txt' }
        @{ Id = 'TemplateField'; Command = 'Invoke-OptInResend -TemplatePath $folder/open.txt' }
        @{ Id = 'TemplateNotFound'; Command = 'Invoke-OptInResend -TemplatePath $folder/gone.txt' }
        @{ Id = 'TemplateKind'; Command = 'Invoke-OptInResend -TemplatePath $folder' ; Kind = $true }
        @{ Id = 'OnlyBySmtp'; Command = 'Invoke-OptInResend -Via Api -TemplatePath $folder/sorry.txt' }
        @{ Id = 'OnlyBySmtp'; Command = 'Invoke-OptInResend -Via Api -RedirectTo me@example.net' }
        @{ Id = 'BadMailAddress'; Command = 'Invoke-OptInResend -RedirectTo nobody' }
        @{ Id = 'BadMailAddress'; Command = 'Invoke-OptInResend -RedirectTo a.@b.test' }
        @{ Id = 'BadMailAddress'; Command = 'Invoke-OptInResend -PreviewTo "a@b.test`r`nBcc: c@d.test"' }
    ) {
        Set-Content (Join-Path $folder nolink.txt) "Subject: x`n`nNothing to open`n"
        Set-Content (Join-Path $folder latin.txt) "Subject: Gr$([char]0xFC)sse`n`n{{ConfirmUri}}`n" -Encoding Latin1
        Set-Content (Join-Path $folder open.txt) "Subject: x`n`nHello {{Name, open {{ConfirmUri}}`n"
        Set-Content (Join-Path $folder sorry.txt) "Subject: x`n`n{{ConfirmUri}}`n"
        if ($_.Kind) { $Command = $Command.Replace('$folder', '$folder/x.md'); Set-Content (Join-Path $folder x.md) x }
        $before = @(Get-Sent).Count
        $action = [scriptblock]::Create("param(`$people, `$folder) `$people | $Command -MinimumInterval 0s -Confirm:`$false")
        $problem = Get-OnlyError { & $action $people $folder }
        Get-ErrorName $problem | Should -Be $Id
        $problem.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        @(Get-Sent).Count | Should -Be $before
    }
}

Describe 'The link of a mail' {
    It 'confirms all that waited, in either part, and counts as recovered' {
        $before = @(Get-Sent).Count
        $two = $people[-2..-1]
        $run = $two | Invoke-OptInResend -Via Smtp -Run links -MinimumInterval 0s -RatePerMinute 100000 -Confirm:$false -ErrorAction Stop
        $run.Sent | Should -Be 2
        $mails = @(Get-Sent | Select-Object -Skip $before)
        foreach ($person in $two) {
            $mail = ($mails | Where-Object { $_ -match "optin/$($person.SubscriberUuid)" }) -replace '=\r?\n', ''
            $links = @([regex]::Matches($mail, 'http[^\s"<>]+/subscription/optin/[^\s"<>]+').Value | ForEach-Object { [Net.WebUtility]::HtmlDecode($_) })
            $links.Count | Should -Be 3 # text, and in HTML the link and its text
            $links | Select-Object -Unique | Should -HaveCount 1
            $links[0] | Should -Match '^https://lists\.example\.org/subscription/' # app.root_url
            $here = $links[0].Replace('https://lists.example.org', "$($world.uri)".TrimEnd('/'))
            $null = Invoke-WebRequest $here -Method Post -Body @{ confirm = 'true' } -NoProxy
            (Invoke-BenchSql $world "select count(*)::int as n from subscriber_lists where subscriber_id = $($person.SubscriberId) and status = 'unconfirmed' and list_id in ($($person.ListId -join ','))").n | Should -Be 0
        }
        (Get-OptInResend links).Confirmed | Should -Be $true, $true
        (Get-OptInResend links -Summary).RecoveryRate | Should -Be 1
    }
}

Describe 'The usual way' {
    It 'is SMTP where there is no API, or where the version loses mails' {
        $plan = $people | New-OptInResendPlan (Join-Path $folder plan.txt) -Session database -MinimumInterval 0s -Verbose 4>&1 | Out-String
        $plan | Should -Match 'SMTP, by 127\.0\.0\.1'
        $old = New-BenchWorld -Version v5.0.2 -History SwitchOff -Subscribers 20
        Set-BenchBlock $old $server
        $null = Connect-Listmonk $old.uri -Credential (New-BenchCredential $old.apiUser $old.apiToken) -ConfigPath $old.configPath -Name old
        $before = @(Get-Sent).Count
        $run = Get-UnconfirmedSubscriber -Session old | Invoke-OptInResend -Session old -RatePerMinute 100000 -Confirm:$false -ErrorAction Stop
        "$($run.State) $($run.Via)" | Should -Be 'Finished Smtp'
        @(Get-Sent).Count - $before | Should -Be $run.Sent
        Remove-BenchWorld $old
    }

    It 'by the API alone needs -SmtpCredential, since the password is masked' {
        $api = Connect-Listmonk $world.uri -Credential (New-BenchCredential $world.apiUser $world.apiToken) -Name api
        $problem = Get-OnlyError { $people | Invoke-OptInResend -Session $api -Via Smtp -Confirm:$false }
        "$problem" | Should -Match 'masks'
        Get-ErrorName $problem | Should -Be NeedsSmtpCredential
        $before = @(Get-Sent).Count
        $run = $people | Select-Object -First 3 | Invoke-OptInResend -Session $api -Via Smtp -SmtpCredential (New-BenchCredential $server.user $server.password) -RatePerMinute 100000 -Confirm:$false -ErrorAction Stop
        "$($run.State) $($run.Sent)" | Should -Be 'Finished 3'
        @(Get-Sent).Count - $before | Should -Be 3
        Get-ChildItem $env:LISTMONKPS_HOME -Recurse -File | Get-Content | Should -Not -Match $server.password
    }
}
