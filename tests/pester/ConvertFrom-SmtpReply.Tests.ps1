# What replies, bounces and log lines mean, in a shell.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule
}

Describe 'ConvertFrom-SmtpReply' {
    It 'says what a bare reply means, without any session' {
        $reply = ConvertFrom-SmtpReply '535 5.7.8 Username and Password not accepted. Learn more at https://support.google.com/mail/?p=BadCredentials'
        $reply | Should -BeOfType ListmonkPS.SmtpReply
        "$($reply.ReplyCode) $($reply.EnhancedCode) $($reply.Class) $($reply.CanRetry) $($reply.Confidence) $($reply.Provider)" | Should -Be '535 5.7.8 AuthFailed No High Gmail'
        $reply.RetryAfter | Should -BeNullOrEmpty
        $reply.Remedy.Text | Should -Match 'password'
    }

    It 'takes texts from the pipeline, one a reply, in order' {
        $replies = '451 4.7.1 Greylisted for 5 minutes', '', '550 5.1.1 User unknown' | ConvertFrom-SmtpReply
        $replies.Class | Should -Be Greylist, Unknown, MailboxUnknown
        $replies[0].RetryAfter | Should -Be ([timespan]'0:05')
        $replies[1].Confidence | Should -Be Low
    }

    It 'keeps the order of many' {
        $texts = 1..300 | ForEach-Object { "550 5.1.1 number $_ User unknown" }
        ($texts | ConvertFrom-SmtpReply).Text | Should -Be $texts.Replace('550 5.1.1 ', '')
    }

    It 'takes the property Message of log entries' {
        $entry = [pscustomobject]@{ Time = 1; Message = '2025/05/08 17:40:02.123456 subscribers.go:694: error sending opt-in e-mail for subscriber 12 (x): 550 5.7.1 Relaying denied' }
        ($entry | ConvertFrom-SmtpReply).Class | Should -Be RelayDenied
    }

    It 'reads a whole bounce as one' {
        $bounce = "Final-Recipient: rfc822; a@b.example`nStatus: 5.2.2`nDiagnostic-Code: smtp; 552 5.2.2 mailbox`n    is full`n"
        $reply = $bounce | ConvertFrom-SmtpReply
        @($reply).Count | Should -Be 1
        $reply.Class | Should -Be MailboxFull
    }

    It 'tells what the client said from what a server said' {
        (ConvertFrom-SmtpReply 'dial tcp 192.0.2.1:587: i/o timeout').Class | Should -Be ClientSide
    }

    It 'lets the step decide where words do not' {
        (ConvertFrom-SmtpReply '550 No' -Stage MailFrom).Class | Should -Be SenderNotVerified
        (ConvertFrom-SmtpReply '550 No' -Stage RcptTo).Class | Should -Be MailboxUnknown
    }

    It 'knows a provider by its server' {
        (ConvertFrom-SmtpReply '550 No' -Server smtp.office365.com).ProviderLimits.Connections | Should -Be 3
    }

    It 'shows no escape of a server' {
        $reply = ConvertFrom-SmtpReply "550 5.7.1 $([char]27)[31mred"
        $reply.Text | Should -Be '\u{1B}[31mred'
        $reply | Out-String | Should -Not -Match "$([char]27)\[31mred"
    }

    It 'shows class, advice, codes and words in a table' {
        $text = ConvertFrom-SmtpReply '451 4.7.1 Greylisted for 5 minutes' | Out-String -Width 100
        $text | Should -Match 'Greylist +Yes, after 5m +High +451 4\.7\.1 +Greylisted for 5 minutes'
    }
}
