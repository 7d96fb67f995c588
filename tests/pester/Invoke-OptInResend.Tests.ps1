# Mailing people again, by listmonk's API.

BeforeDiscovery { $versions = 'v3.0.0', 'v4.1.0', 'v5.1.0', 'v6.2.0' }

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule
    $PSDefaultParameterValues = @{ 'Invoke-OptInResend:Confirm' = $false; 'Invoke-OptInResend:RatePerMinute' = 60000 }

    function Connect-World($World, [switch] $ApiOnly) {
        $given = if ($ApiOnly) { @{ Name = 'api' } } else { @{ ConfigPath = $World.configPath; Name = 'both' } }
        Connect-Listmonk $World.uri -Credential (New-BenchCredential $World.apiUser $World.apiToken) -ErrorAction Stop @given
    }

    # What a version that queues has not sent yet comes soon.
    function Wait-Mail($World, [int] $Count) {
        $end = [datetime]::UtcNow.AddMinutes(2)
        do { $mails = @(Get-BenchMail $World | ForEach-Object { $_ }) } until ($mails.Count -ge $Count -or [datetime]::UtcNow -gt $end)
        $mails
    }
}

AfterAll { Get-ListmonkSession | Disconnect-Listmonk }

Describe 'Invoke-OptInResend on <_>' -ForEach $versions {
    BeforeAll {
        $world = New-BenchWorld -Version $_ -History SwitchOff -Subscribers 60
        $session = Connect-World $world
        $people = @(Get-UnconfirmedSubscriber -Session $session)
    }

    AfterAll {
        Remove-BenchWorld $world
        Remove-Item (Join-Path $env:LISTMONKPS_HOME resend) -Recurse -ErrorAction Ignore
    }

    It 'mails everybody once and says so' {
        $run = $people | Invoke-OptInResend -Run all
        $run | Should -BeOfType ListmonkPS.OptInResendRun
        $run.State, $run.Total, $run.Left, $run.InDoubt | Should -Be 'Finished', $people.Count, 0, 0
        $run.Sent + $run.Queued | Should -Be $people.Count
        if ($world.version -lt 'v5') { $run.Queued | Should -Be $people.Count }
        (Wait-Mail $world $people.Count).To | Sort-Object | Should -Be ($people.Email | Sort-Object)
    }

    It 'mails nobody of them again within a day' {
        $warnings = $null
        $people | Invoke-OptInResend -WarningVariable warnings -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$warnings" | Should -Match 'Nobody'
        (Wait-Mail $world $people.Count).Count | Should -Be $people.Count
    }
}

Describe 'Invoke-OptInResend' {
    BeforeEach {
        $world = New-BenchWorld -History SwitchOff -Subscribers 60
        $session = Connect-World $world
        $people = @(Get-UnconfirmedSubscriber)
    }

    AfterEach {
        Remove-BenchWorld $world
        # Every world has the same name and the same people: what this machine knows of the last one would count for the next.
        Remove-Item (Join-Path $env:LISTMONKPS_HOME resend) -Recurse -ErrorAction Ignore
    }

    It 'with -WhatIf tells the plan and writes nothing' {
        $null = Start-Transcript $TestDrive/plan.log
        try { $people | Invoke-OptInResend -DailyLimit 5 -WhatIf -RatePerMinute 60 }
        finally { $null = Stop-Transcript }
        $text = Get-Content $TestDrive/plan.log -Raw
        $text | Should -Match "$($people.Count) people of both, run \d{4}-\d\d-\d\d-a"
        $text | Should -Match 'by +the API of listmonk'
        $text | Should -Match '60 a minute, 5 a day'
        $text | Should -Match 'takes +about \dd'
        $text | Should -Match ([regex]::Escape($people[0].Email))
        (Invoke-BenchSql $world "select count(*)::int as n from pg_namespace where nspname = 'listmonkps'").n | Should -Be 0
        Get-BenchMail $world | Should -BeNullOrEmpty
        $null = Connect-World $world -ApiOnly
        $files = @(Get-ChildItem $env:LISTMONKPS_HOME -Recurse -ErrorAction Ignore).Count
        $people | Select-Object SubscriberId, SubscriberUuid | Invoke-OptInResend -Session api -WhatIf
        @(Get-ChildItem $env:LISTMONKPS_HOME -Recurse -ErrorAction Ignore).Count | Should -Be $files
    }

    It 'asks one question for the whole run, and a no mails nobody' {
        $PSDefaultParameterValues.Remove('Invoke-OptInResend:Confirm')
        $problem = $null
        try {
            $shell = [powershell]::Create()
            $null = $shell.AddScript("param(`$World, `$Credential) Import-Module '$env:LISTMONKPS_MODULE'; `$null = Connect-Listmonk `$World.uri -Credential `$Credential -ConfigPath `$World.configPath -Name x; Get-UnconfirmedSubscriber | Invoke-OptInResend -Via Api")
            $null = $shell.AddArgument($world).AddArgument((New-BenchCredential $world.apiUser $world.apiToken))
            # There is no host that could answer, and PowerShell says so of the one question.
            try { $null = $shell.Invoke() } catch { $problem = $_ }
            @($shell.Streams.Error).Count + [int]($null -ne $problem) | Should -Be 1
            $shell.Dispose()
        }
        finally { $PSDefaultParameterValues['Invoke-OptInResend:Confirm'] = $false }
        Get-BenchMail $world | Should -BeNullOrEmpty
    }

    It 'ends at the daily limit with the time to go on, and goes on by -Run' {
        $run = $people | Invoke-OptInResend -Run slow -DailyLimit 5 -TimeZone UTC
        $run.State, $run.Sent, $run.Left | Should -Be 'Paused', 5, ($people.Count - 5)
        $run.NextAt.UtcDateTime | Should -Be ([datetime]::UtcNow.Date.AddDays(1))
        $run.Reason | Should -Match '5'
        # What the summary says to go on with keeps the limit.
        $run.ResumeWith | Should -Be "-RatePerMinute 60000 -DailyLimit 5 -TimeZone 'UTC'"
        ($run | Out-String) -match '(?s)Next:(.+?)\(goes on' | Should -BeTrue
        (& ([scriptblock]::Create($Matches[1].Trim()))).Sent | Should -Be 5
        $said = $null
        (Invoke-OptInResend -Run slow -WarningVariable said -WarningAction SilentlyContinue).State | Should -Be Finished
        "$said" | Should -Match 'slow.*paused until.*5 mails a day.*-DailyLimit' -Because 'a run keeps no limit'
        @(Get-BenchMail $world | ForEach-Object { $_ }).Count | Should -Be $people.Count
    }

    It 'says that nobody came through an empty pipeline; of a session that is named, a run goes on' {
        $null = $people | Invoke-OptInResend -Run slow -DailyLimit 5 -TimeZone UTC
        foreach ($way in @{ Run = 'slow' }, @{ }, @{ Session = 'both' }) {
            $warnings = $null
            @() | Invoke-OptInResend @way -WarningVariable warnings -WarningAction SilentlyContinue | Should -BeNullOrEmpty
            "$warnings" | Should -Match '^Nobody came'
        }
        (@() | Invoke-OptInResend -Run slow -Session both -DailyLimit 9 -TimeZone UTC).Sent | Should -Be 9
        @(Get-BenchMail $world | ForEach-Object { $_ }).Count | Should -Be 9
    }

    It 'counts who is in the run already once, and shows the first of those who are left' {
        $null = $people[0..9] | Invoke-OptInResend -Run slow -DailyLimit 5 -TimeZone UTC -ThrottleLimit 1
        $plan = { param($Way) $null = Start-Transcript $TestDrive/again.log; try { & $Way } finally { $null = Stop-Transcript }; Get-Content $TestDrive/again.log -Raw }
        $text = & $plan { Invoke-OptInResend -Run slow -WhatIf }
        $text | Should -Match '"5 people left of run slow of both"'
        $text | Should -Match ('first +' + [regex]::Escape("$($people[5].SubscriberId) $($people[5].Email), $($people[6].SubscriberId) "))
        (& $plan { Invoke-OptInResend -Run slow -DailyLimit 5 -TimeZone UTC -WhatIf }) | Should -Match "ends $([datetime]::UtcNow.Date.AddDays(1).ToString('yyyy-MM-dd')) 00:00 \+00:00"
        $text = & $plan { $people[0..11] | Invoke-OptInResend -Run slow -MinimumInterval 0 -WhatIf }
        $text | Should -Match '"7 people left of run slow of both"'
        $text | Should -Match 'left out +5: 5 have an outcome in this run'
        $run = $people[0..11] | Invoke-OptInResend -Run slow -MinimumInterval 0
        $run.State, $run.Total, $run.Sent | Should -Be 'Finished', 12, 12
        @(Get-BenchMail $world | ForEach-Object { $_ }).Count | Should -Be 12
    }

    It 'sends those in doubt of a finished run again with -RetryInDoubt, and only then' {
        $null = $people[0..4] | Invoke-OptInResend -Run doubt
        $null = Invoke-BenchSql $world "update listmonkps.resend_item set state = 7 where subscriber_id in ($($people[0].SubscriberId), $($people[1].SubscriberId))"
        Get-ErrorName (Get-OnlyError { Invoke-OptInResend -Run doubt }) | Should -Be RunOver
        $run = Invoke-OptInResend -Run doubt -RetryInDoubt -MinimumInterval 0
        $run.State, $run.Total, $run.Sent, $run.InDoubt | Should -Be 'Finished', 5, 5, 0
        @(Get-BenchMail $world | ForEach-Object { $_ }).Count | Should -Be 7
        $warnings = $null
        Invoke-OptInResend -Run doubt -RetryInDoubt -WarningVariable warnings -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$warnings" | Should -Match 'Nobody is to be mailed'
    }

    It 'refuses a ledger of a newer module and sends nothing' {
        $null = $people[0] | Invoke-OptInResend -Run first
        $null = Invoke-BenchSql $world "update listmonkps.schema_version set version = 99"
        $problem = Get-OnlyError { $people | Invoke-OptInResend }
        Get-ErrorName $problem | Should -Be SchemaNewer
        @(Get-BenchMail $world | ForEach-Object { $_ }).Count | Should -Be 1
    }

    It 'takes an array by name as it takes a pipeline' {
        (Invoke-OptInResend -InputObject $people[0..2] -Run array).Sent | Should -Be 3
        @(Get-BenchMail $world | ForEach-Object { $_ }).Count | Should -Be 3
    }

    It 'takes people by number and says of one that does not exist' {
        $problem = $null
        $run = Invoke-OptInResend -Id $people[0].SubscriberId, 999999 -ErrorVariable problem -ErrorAction SilentlyContinue
        $run.Total | Should -Be 1
        $problem.Count | Should -Be 1
        $problem[0].FullyQualifiedErrorId | Should -Be 'SubscriberNotFound,ListmonkPS.InvokeOptInResendCommand'
    }

    It 'takes people from a CSV file, and those twice once' {
        $people[0..2] + $people[0] | Export-Csv $TestDrive/people.csv
        (Import-Csv $TestDrive/people.csv | Invoke-OptInResend).Total | Should -Be 3
    }

    It 'leaves out who confirmed, was disabled or is gone since' {
        $null = Invoke-BenchSql $world "update subscriber_lists set status = 'confirmed' where subscriber_id = $($people[0].SubscriberId)"
        $null = Invoke-BenchSql $world "update subscribers set status = 'blocklisted' where id = $($people[1].SubscriberId)"
        $null = Invoke-BenchSql $world "delete from subscribers where id = $($people[2].SubscriberId)"
        ($people | Invoke-OptInResend).Total | Should -Be ($people.Count - 3)
    }

    It 'emits each person with -PassThru, the run last' {
        $output = @($people | Invoke-OptInResend -PassThru)
        $output.Count | Should -Be ($people.Count + 1)
        $output[-1] | Should -BeOfType ListmonkPS.OptInResendRun
        $output[0..($people.Count - 1)].Email | Sort-Object | Should -Be ($people.Email | Sort-Object)
        $output[0].State, $output[0].ReplyCode, $output[0].Attempts | Should -Be 'Sent', 200, 1
    }

    It 'takes exactly the people of a plan' {
        $null = $people[0..4] | New-OptInResendPlan $TestDrive/plan.txt
        $null = Invoke-BenchSql $world "update subscriber_lists set status = 'confirmed' where subscriber_id = $($people[0].SubscriberId)"
        $run = Invoke-OptInResend -Path $TestDrive/plan.txt
        $run.Total | Should -Be 4
        @(Get-BenchMail $world | ForEach-Object { $_ }).To | Sort-Object | Should -Be ($people[1..4].Email | Sort-Object)
    }

    It 'by the API alone keeps a journal, which a database takes over' {
        $null = Connect-World $world -ApiOnly
        foreach ($session in 'both', 'api') { (Get-UnconfirmedSubscriber -Session $session).ResendCount | Select-Object -Unique | Should -Be 0 -Because 'no ledger knows of any mail' }
        $run = $people[0..4] | Select-Object SubscriberId, SubscriberUuid | Invoke-OptInResend -Run local -Session api
        $run.State, $run.Sent | Should -Be 'Finished', 5
        (Get-OptInResend local -Session api).Count | Should -Be 5
        $seen = Get-UnconfirmedSubscriber -Session api
        @($seen | Where-Object ResendCount -EQ 1).SubscriberId | Sort-Object | Should -Be ($people[0..4].SubscriberId | Sort-Object)
        @($seen | Where-Object ResendCount -EQ 0).Count | Should -Be ($seen.Count - 5)
        @($seen | Where-Object LastResendAt).Count | Should -Be 5
        $plan = $people | New-OptInResendPlan $TestDrive/both.txt -Session both
        (Get-Content $plan).Count | Should -Be ($people.Count - 5 + 2) -Because 'the plan counts whom the journal knows, before it is taken over'
        $run = $people | Invoke-OptInResend -Run both -Session both
        $run.Total, $run.Sent | Should -Be ($people.Count - 5), ($people.Count - 5) -Because 'five were mailed by the other ledger'
        (Get-OptInResend -Summary -Session both).Run | Sort-Object | Should -Be 'both', 'local'
        $problem = Get-OnlyError { $people[0] | Select-Object SubscriberId, SubscriberUuid | Invoke-OptInResend -Session api -WhatIf }
        Get-ErrorName $problem | Should -Be LedgerElsewhere -Because 'whom the database has mailed, the journal does not know'
        "$problem" | Should -Match "'api' by a ledger in the database [^ ]+/$($world.databaseName) \(last at"
        $problem.ErrorDetails.RecommendedAction | Should -Match '-MinimumInterval'
        $warnings = $null
        $people[0] | Select-Object SubscriberId, SubscriberUuid | Invoke-OptInResend -Session api -MinimumInterval 0 -WhatIf -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -Match "$($world.databaseName), which session 'api' cannot see"
        Get-UnconfirmedSubscriber -Session api | Where-Object { $null -ne $_.ResendCount } | Should -BeNullOrEmpty -Because 'that is not nobody'
        @(Get-BenchMail $world | ForEach-Object { $_ }).Count | Should -Be $people.Count
    }

    It 'refuses two sessions of one server in one command, and mails nobody by either' {
        $null = Connect-World $world -ApiOnly
        $names = { Get-ErrorName $args[0]; [regex]::Matches("$($args[0])", "'(\w+)'").ForEach{ $_.Groups[1].Value } }
        $problem = Get-OnlyError { Get-UnconfirmedSubscriber -Session both, api | Invoke-OptInResend }
        & $names $problem | Should -Be 'SessionsOverlap', 'both', 'api'
        "$problem" | Should -Match "$($people.Count) people"
        $problem = Get-OnlyError { Get-UnconfirmedSubscriber -Session both, api | Invoke-OptInResend -WhatIf }
        & $names $problem | Should -Be 'SessionsOverlap', 'both', 'api'
        $null = Connect-Listmonk "http://localhost:$(([uri] $world.uri).Port)" -Credential (New-BenchCredential $world.apiUser $world.apiToken) -Name again -ErrorAction Stop
        $problem = Get-OnlyError { Invoke-OptInResend -Session api, again -Id $people[0].SubscriberId }
        & $names $problem | Should -Be 'SessionsOverlap', 'api', 'again'
        Get-BenchMail $world | Should -BeNullOrEmpty
        (Invoke-BenchSql $world "select count(*)::int as n from pg_namespace where nspname = 'listmonkps'").n | Should -Be 0
    }

    It 'lists who waits beside a journal that is damaged, and says so' {
        $null = Connect-World $world -ApiOnly
        $null = $people[0..4] | Select-Object SubscriberId, SubscriberUuid | Invoke-OptInResend -Run hurt -Session api
        $journal = Get-ChildItem $env:LISTMONKPS_HOME -Recurse -Filter hurt.journal
        $bytes = [IO.File]::ReadAllBytes($journal.FullName)
        $bytes[20] = $bytes[20] -bxor 1
        [IO.File]::WriteAllBytes($journal.FullName, $bytes)
        $seen = Get-UnconfirmedSubscriber -Session api -WarningVariable warnings -WarningAction SilentlyContinue
        $seen.Count | Should -Be $people.Count
        $seen | Where-Object { $null -ne $_.ResendCount } | Should -BeNullOrEmpty
        "$warnings" | Should -Match 'hurt\.journal'
    }

    It 'is stopped by Ctrl+C within a second, and goes on' {
        $shell = Start-Shell -Argument $world, (New-BenchCredential $world.apiUser $world.apiToken) -Script @'
            param($World, $Credential)
            $null = Connect-Listmonk $World.uri -Credential $Credential -ConfigPath $World.configPath -Name x
            Get-UnconfirmedSubscriber | Invoke-OptInResend -Run broken -RatePerMinute 120 -Confirm:$false
'@
        $null = Wait-Mail $world 3
        $end = Stop-Shell $shell
        $end.State | Should -Be Stopped
        $end.Elapsed.TotalSeconds | Should -BeLessThan 1
        $end.Errors | Should -BeNullOrEmpty
        $run = Invoke-OptInResend -Run broken
        $run.State | Should -Be Finished
        $run.Sent + $run.InDoubt | Should -Be $people.Count
        $mails = @(Get-BenchMail $world | ForEach-Object { $_ }).To
        ($mails | Select-Object -Unique).Count | Should -Be $mails.Count
    }

    It 'shows no secret and no confirm link' {
        $text = $people | Invoke-OptInResend -PassThru -Verbose *>&1 | ConvertTo-Json -Depth 4 -WarningAction Ignore
        foreach ($secret in $world.secrets) { $text | Should -Not -Match ([regex]::Escape($secret)) }
        $text | Should -Not -Match 'subscription/optin'
    }
}

Describe 'Invoke-OptInResend in trouble' {
    It 'refuses v5.0.2, which loses mails without a word' {
        $old = New-BenchWorld -Version v5.0.2 -Subscribers 10
        try {
            $null = Connect-World $old
            $problem = Get-OnlyError { Get-UnconfirmedSubscriber -Session both | Invoke-OptInResend -Session both -Via Api }
            Get-ErrorName $problem | Should -Be RouteLosesMail
            $problem.ErrorDetails.RecommendedAction | Should -Match 'Smtp.*v5\.0\.3'
            Get-BenchMail $old | Should -BeNullOrEmpty
        }
        finally { Remove-BenchWorld $old }
    }

    It 'stops when the token is taken away in the middle, and goes on when it is there again' {
        $world = New-BenchWorld -Subscribers 60
        try {
            $shell = Start-Shell -Argument $world, (New-BenchCredential $world.apiUser $world.apiToken) -Script @'
            param($World, $Credential)
            $null = Connect-Listmonk $World.uri -Credential $Credential -ConfigPath $World.configPath -Name x
            Get-UnconfirmedSubscriber | Invoke-OptInResend -Run token -RatePerMinute 120 -Confirm:$false
'@
            $null = Wait-Mail $world 3
            $null = Invoke-BenchSql $world "create table kept as select * from users where username = '$($world.apiUser)'"
            $null = Invoke-BenchSql $world "delete from users where username = '$($world.apiUser)'"
            Set-BenchServer $world reload
            $shell.Running.AsyncWaitHandle.WaitOne(120000) | Should -BeTrue
            $run = $shell.Output | Where-Object { $_ -is [ListmonkPS.OptInResendRun] }
            $errors = @($shell.Shell.Streams.Error)
            $shell.Shell.Dispose()
            "$($run.State)" | Should -Be Stopped
            $run.Left | Should -BeGreaterThan 0
            $errors.Count | Should -Be 1
            Get-ErrorName $errors[0] | Should -Be LoginRefused
            $null = Invoke-BenchSql $world 'insert into users select * from kept'
            Set-BenchServer $world reload
            $null = Connect-World $world
            $end = Invoke-OptInResend -Run token -Session both
            "$($end.State)" | Should -Be Finished
            $end.Sent + $end.InDoubt | Should -Be $run.Total
            $mails = @(Get-BenchMail $world | ForEach-Object { $_ }).To
            ($mails | Select-Object -Unique).Count | Should -Be $mails.Count
        }
        finally { Remove-BenchWorld $world }
    }

    It 'refuses a token that is not valid any more, before anybody is mailed' {
        $world = New-BenchWorld -Subscribers 60
        try {
            $null = Connect-World $world
            $people = @(Get-UnconfirmedSubscriber -Session both)
            $null = Invoke-BenchSql $world "delete from users where username = '$($world.apiUser)'"
            Set-BenchServer $world reload
            $problem = Get-OnlyError { $people | Invoke-OptInResend -Run token }
            Get-ErrorName $problem | Should -Be LoginRefused
            Get-BenchMail $world | Should -BeNullOrEmpty
        }
        finally { Remove-BenchWorld $world }
    }
}
