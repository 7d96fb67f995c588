# What waits or is under way.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule
    $world = New-BenchWorld -History SwitchOff -Subscribers 80
    $null = Invoke-BenchSql $world @'
        insert into campaigns (uuid, name, subject, from_email, body, messenger, status, to_send, sent, started_at, updated_at) values
            (gen_random_uuid(), 'Moves', 's', 'a@b.example', '', 'email', 'running', 100, 40, now() - interval '1 minute', now()),
            (gen_random_uuid(), 'Stands', 's', 'a@b.example', '', 'email', 'running', 1000, 10, now() - interval '3 days', now() - interval '2 hours'),
            (gen_random_uuid(), 'Over', 's', 'a@b.example', '', 'email', 'finished', 5, 5, now() - interval '9 days', now() - interval '8 days')
'@
    $api = New-BenchCredential $world.apiUser $world.apiToken
    $null = Connect-Listmonk $world.uri -Credential $api -Name api -ErrorAction Stop
    $null = Connect-Listmonk -ConnectionString $world.readConnectionString -DatabaseCredential (New-BenchCredential $world.readUser $world.readPassword) -Name rows -ErrorAction Stop
}

AfterAll {
    Get-ListmonkSession | Disconnect-Listmonk
    Remove-BenchWorld $world
}

Describe 'Get-ListmonkQueue by <_>' -ForEach 'api', 'rows' {
    BeforeAll { $items = Get-ListmonkQueue -Session $_ -DailyLimit 30 -ErrorAction Stop }

    It 'shows the campaigns that are active, and which stands still' {
        $campaigns = $items | Where-Object Kind -EQ Campaign
        "$($campaigns.Name | Sort-Object)" | Should -Be 'Moves Stands'
        ($campaigns | Where-Object IsStuck).Name | Should -Be Stands
        ($campaigns | Where-Object Name -EQ Moves).Progress | Should -Be 0.4
    }

    It 'counts each who waits once' {
        $wanted = (Invoke-BenchSql $world @'
            select count(distinct s.id)::int as people from subscribers s join subscriber_lists sl on sl.subscriber_id = s.id join lists l on l.id = sl.list_id
            where s.status = 'enabled' and sl.status = 'unconfirmed' and l.optin = 'double'
'@).people
        ($items | Where-Object Kind -EQ Waiting | Measure-Object Total -Sum).Sum | Should -Be $wanted
    }

    It 'holds what is recorded of today against the limit, and says what is not' {
        $today = $items | Where-Object Kind -EQ SentToday
        $today.Limit, $today.IsStuck | Should -Be 30, ($today.Total -ge 30)
        $today.AtMost | Should -BeGreaterOrEqual $today.Total
        $today.Summary | Should -Match 'recorded nowhere'
    }
}

Describe 'Get-ListmonkQueue with few rights' {
    It 'names the right that is missing for the campaigns, and shows the rest' {
        $null = Connect-Listmonk $world.uri -Credential (New-BenchCredential $world.apiReader $world.apiReaderToken) -Name poor -WarningAction SilentlyContinue
        $problem = Get-OnlyError { Get-ListmonkQueue -Session poor }
        Get-ErrorName $problem | Should -Be MissingPermission
        $problem.ErrorDetails.RecommendedAction | Should -Match 'campaigns:get_all'
        Get-ListmonkQueue -Session poor -ErrorAction Ignore | Where-Object Kind -EQ Waiting | Should -Not -BeNullOrEmpty
    }
}
