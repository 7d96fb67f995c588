# Looking into the ledger.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule
    $world = New-BenchWorld -History SwitchOff -Subscribers 60
    $session = Connect-Listmonk $world.uri -Credential (New-BenchCredential $world.apiUser $world.apiToken) -ConfigPath $world.configPath -Name both -ErrorAction Stop
    $people = @(Get-UnconfirmedSubscriber)
    $null = $people[0..5] | Invoke-OptInResend -Run first -RatePerMinute 60000 -Confirm:$false
    $null = $people[6..9] | Invoke-OptInResend -Run second -RatePerMinute 60000 -ThrottleLimit 1 -DailyLimit 8 -TimeZone UTC -Confirm:$false
    $null = Invoke-BenchSql $world "update subscriber_lists set status = 'confirmed', updated_at = now() + interval '1 second' where subscriber_id in ($($people[0..2].SubscriberId -join ','))"
    $null = $session
}

AfterAll {
    Get-ListmonkSession | Disconnect-Listmonk
    Remove-BenchWorld $world
}

Describe 'Get-OptInResend' {
    It 'shows a run in its order, with the address of now' {
        $resends = Get-OptInResend first
        $resends.SubscriberId | Should -Be $people[0..5].SubscriberId
        $resends.Email | Should -Be $people[0..5].Email
        $resends[0].State, $resends[0].Via, $resends[0].Attempts, $resends[0].Run, $resends[0].Session | Should -Be 'Sent', 'Api', 1, 'first', 'both'
        $resends.Confirmed.Where({ $_ }).Count | Should -Be 3
    }

    It 'shows all runs, by wildcard, and filters by state and time' {
        @(Get-OptInResend).Count | Should -Be 10
        @(Get-OptInResend sec*).Count | Should -Be 4
        @(Get-OptInResend -State Due).SubscriberId | Should -Be $people[8..9].SubscriberId
        @(Get-OptInResend -State Sent -Since 1h).Count | Should -Be 8
        @(Get-OptInResend -Before 1h).Count | Should -Be 0
    }

    It 'gives the recovery rate of each run' {
        $runs = @(Get-OptInResend -Summary)
        $runs.Run | Should -Be 'second', 'first'
        $runs[1].Confirmed, $runs[1].RecoveryRate | Should -Be 3, 0.5
        $runs[0].State, $runs[0].Left, $runs[0].Sent | Should -Be 'Paused', 2, 2
    }

    It 'tells who confirmed since from who had confirmed another list before, and from who is gone' {
        $before = $people[3]
        $other = @(1, 2, 3 | Where-Object { $_ -notin $before.ListId })[0]
        $null = Invoke-BenchSql $world @"
            update subscriber_lists set status = 'unsubscribed', updated_at = now() + interval '1 second' where subscriber_id = $($before.SubscriberId);
            insert into subscriber_lists (subscriber_id, list_id, status, created_at, updated_at) values ($($before.SubscriberId), $other, 'confirmed', now() - interval '1 year', now() - interval '1 year')
                on conflict (subscriber_id, list_id) do update set status = 'confirmed', updated_at = now() - interval '1 year';
            delete from subscribers where id = $($people[4].SubscriberId);
            select 1 as done
"@
        $resends = @(Get-OptInResend first)
        $resends[3].Confirmed | Should -BeFalse
        $resends[4].SubscriberId, $resends[4].State | Should -Be $people[4].SubscriberId, 'Sent'
        $null -eq $resends[4].Email -and $null -eq $resends[4].Confirmed | Should -BeTrue
        (Get-OptInResend first -Summary).Confirmed | Should -Be 3
    }

    It 'says of a run that is not there' {
        $problem = Get-OnlyError { Get-OptInResend nothing }
        Get-ErrorName $problem | Should -Be RunNotFound
        $problem.TargetObject | Should -Be nothing
        Get-OptInResend nothing* | Should -BeNullOrEmpty
    }

    It 'shows nothing of a server that never had a run, and makes nothing' {
        $other = New-BenchWorld -Subscribers 5
        try {
            $null = Connect-Listmonk -ConfigPath $other.configPath -Name other -ErrorAction Stop
            Get-OptInResend -Session other -ErrorAction Stop | Should -BeNullOrEmpty
            (Invoke-BenchSql $other "select count(*)::int as n from pg_namespace where nspname = 'listmonkps'").n | Should -Be 0
        }
        finally { Remove-BenchWorld $other }
    }
}
