# Streaming those who wait for confirmation.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule
    $world = New-BenchWorld -History SwitchOff -Subscribers 400
    $session = Connect-Listmonk -ConfigPath $world.configPath -Name due -ErrorAction Stop
    $everyone = @(Get-UnconfirmedSubscriber -ErrorAction Stop)
    # The time is by the database's own clock at the middle of those who wait.
    $middle = $everyone[[int]($everyone.Count / 2)].SubscribedAt
}

AfterAll {
    Get-ListmonkSession | Disconnect-Listmonk
    Remove-BenchWorld $world
}

Describe 'Get-UnconfirmedSubscriber' {
    It 'finds each who waits on a double opt-in list, once' {
        $wanted = (Invoke-BenchSql $world @'
            select s.id from subscribers s
            where s.status = 'enabled' and exists (select from subscriber_lists sl join lists l on l.id = sl.list_id
                where sl.subscriber_id = s.id and sl.status = 'unconfirmed' and l.optin = 'double')
                and not exists (select from bounces b where b.subscriber_id = s.id and b.type in ('hard', 'complaint'))
            order by s.id
'@).id
        $everyone.Count | Should -BeGreaterThan 50
        # In their order, which is the same each time.
        $everyone.SubscriberId | Should -Be $wanted
    }

    It 'gives lists whose text joins' {
        $null = Invoke-BenchSql $world "insert into subscriber_lists (subscriber_id, list_id, status) select $($everyone[0].SubscriberId), id, 'unconfirmed' from lists where optin = 'double' on conflict (subscriber_id, list_id) do update set status = 'unconfirmed'"
        $one = Get-UnconfirmedSubscriber -First 1
        $one.ListId.Count | Should -BeGreaterThan 1
        ($one | ConvertTo-Csv)[1] | Should -BeLike '*"1; 2; 3"*'
    }

    It 'filters by list name, wildcard, number and UUID' {
        $byName = (Get-UnconfirmedSubscriber 'Weekly letter').SubscriberId
        $byName.Count | Should -BeGreaterThan 10
        (Get-UnconfirmedSubscriber week*).SubscriberId | Should -Be $byName
        (Get-UnconfirmedSubscriber 1).SubscriberId | Should -Be $byName
        (Get-UnconfirmedSubscriber '3a7d1c52-0c1e-4d1b-9a53-6f1f0a2b1c01').SubscriberId | Should -Be $byName
        @(Get-UnconfirmedSubscriber 1, 'Members').Count | Should -BeGreaterThan $byName.Count
    }

    It 'reports a list that does not exist' {
        $problem = Get-OnlyError { Get-UnconfirmedSubscriber 'Weekly leter' }
        Get-ErrorName $problem | Should -Be ListNotFound
        $problem.TargetObject | Should -Be 'Weekly leter'
        $problem.ErrorDetails.RecommendedAction | Should -Match 'Weekly letter'
    }

    It 'splits at a time into those since and those before' {
        $since = @(Get-UnconfirmedSubscriber -Since $middle)
        $before = @(Get-UnconfirmedSubscriber -Before $middle)
        $since.Count + $before.Count | Should -Be $everyone.Count
        $before.SubscribedAt | Where-Object { $_ -ge $middle } | Should -BeNullOrEmpty
        $since.SubscribedAt | Where-Object { $_ -lt $middle } | Should -BeNullOrEmpty
    }

    It 'takes -First' {
        (Get-UnconfirmedSubscriber -First 7).SubscriberId | Should -Be $everyone.SubscriberId[0..6]
        { Get-UnconfirmedSubscriber -First 0 } | Should -Throw
    }

    It 'filters by domain and by address, with wildcards' {
        $one = $everyone[5]
        (Get-UnconfirmedSubscriber -Email $one.Email.ToUpperInvariant()).SubscriberId | Should -Be $one.SubscriberId
        $domain = $one.Email.Split('@')[1]
        $wanted = @($everyone | Where-Object Email -Like "*@$domain").SubscriberId
        (Get-UnconfirmedSubscriber -Domain $domain).SubscriberId | Should -Be $wanted
        (Get-UnconfirmedSubscriber -Domain "*$($domain.Substring(2))" -Email "$($one.Email[0])*").SubscriberId | Should -Contain $one.SubscriberId
        Get-UnconfirmedSubscriber -Domain no.such.domain.test -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'leaves out whose mail bounced hard, unless they are wanted' {
        $one = $everyone[3].SubscriberId
        $null = Invoke-BenchSql $world "insert into bounces (subscriber_id, type) values ($one, 'hard'), ($($everyone[4].SubscriberId), 'soft')"
        $without = @(Get-UnconfirmedSubscriber).SubscriberId
        $without | Should -Not -Contain $one
        $without | Should -Contain $everyone[4].SubscriberId
        (Get-UnconfirmedSubscriber -IncludeBounced).SubscriberId | Should -Contain $one
        $null = Invoke-BenchSql $world "delete from bounces where subscriber_id in ($one, $($everyone[4].SubscriberId))"
    }

    It 'gives the confirm link by a method, and as a property only when asked for it' {
        $one = Get-UnconfirmedSubscriber -First 1
        $link = $one.GetConfirmUri()
        $link | Should -BeLike "*/subscription/optin/$($one.SubscriberUuid)?l=*"
        $one | ConvertTo-Json | Should -Not -Match 'subscription/optin'
        ($one | ConvertTo-Csv) -join '' | Should -Not -Match 'subscription/optin'
        ($one | Format-List * | Out-String -Width 500) | Should -Not -Match 'subscription/optin'
        (Get-UnconfirmedSubscriber -First 1 -IncludeConfirmUri).ConfirmUri | Should -Be $link
        Get-UnconfirmedSubscriber -First 1 -IncludeConfirmUri | Should -BeOfType ListmonkPS.UnconfirmedSubscriber
    }

    It 'makes no link without a root address, and says so' {
        $null = Invoke-BenchSql $world "update settings set key = 'app.root_url.gone' where key = 'app.root_url'"
        (Get-UnconfirmedSubscriber -First 1).GetConfirmUri() | Should -BeNullOrEmpty
        $problem = Get-OnlyError { Get-UnconfirmedSubscriber -First 1 -IncludeConfirmUri }
        $null = Invoke-BenchSql $world "update settings set key = 'app.root_url' where key = 'app.root_url.gone'"
        Get-ErrorName $problem | Should -Be RootUrlUnknown
        $problem.ErrorDetails.RecommendedAction | Should -Match 'app\.root_url'
    }

    It 'marks robots as suspect' {
        $null = Invoke-BenchSql $world @'
            with robots as (insert into subscribers (uuid, email, name, created_at)
                select gen_random_uuid(), 'robot' || n || '@robot.test', 'Robot', now() - interval '400 days' from generate_series(1, 30) n returning id, created_at)
            insert into subscriber_lists (subscriber_id, list_id, created_at) select id, 1, created_at from robots
'@
        $robots = @(Get-UnconfirmedSubscriber | Where-Object Suspect)
        $robots.Count | Should -Be 30
        $robots.Email | Should -BeLike 'robot*'
        $robots[0].Suspect | Should -BeLike '30 people signed up within one minute*'
        (Get-UnconfirmedSubscriber -Domain robot.test -First 1 | Format-Table | Out-String) | Should -Match '! *\d+ robot'
        $null = Invoke-BenchSql $world "delete from subscribers where name = 'Robot'"
    }

    It 'ends with Select-Object -First, and leaves no query behind' {
        (Get-UnconfirmedSubscriber | Select-Object -First 3).SubscriberId | Should -Be $everyone.SubscriberId[0..2]
        (Invoke-BenchSql $world "select count(*)::int as busy from pg_stat_activity where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()").busy | Should -Be 0
        (Get-UnconfirmedSubscriber -First 1).SubscriberId | Should -Be $everyone[0].SubscriberId
    }

    It 'has no confirm link and no list of another kind among its members' {
        $everyone[0].psobject.Properties.Name | Should -Not -Contain ConfirmUri
        $everyone.ListName | ForEach-Object { $_ } | Select-Object -Unique | Sort-Object | Should -Be 'Members', 'Product news', 'Weekly letter'
    }
}

Describe 'Times' {
    It 'understands -Since <Text> as about <Minutes> minutes ago' -ForEach @(
        @{ Text = '90s'; Minutes = 1.5 }
        @{ Text = '15m'; Minutes = 15 }
        @{ Text = '1h30m'; Minutes = 90 }
        @{ Text = '2d'; Minutes = 2880 }
        @{ Text = '([timespan]::FromHours(3))'; Minutes = 180 }
        @{ Text = '(Get-Date).AddHours(-4)'; Minutes = 240 }
        @{ Text = '([datetimeoffset]::Now.AddHours(-5))'; Minutes = 300 }
    ) {
        # As typed: the shell itself reads 90s and 2d as numbers.
        $told = [scriptblock]::Create("Get-UnconfirmedSubscriber -First 1 -Verbose -Since $Text 4>&1").Invoke().Where({ "$_" -match '^Since is' })
        $time = [datetimeoffset]::Parse(($told -replace '^Since is (.*)\.$', '$1'), [cultureinfo]::InvariantCulture)
        ([datetimeoffset]::Now - $time).TotalMinutes | Should -BeGreaterOrEqual ($Minutes - 0.02)
        ([datetimeoffset]::Now - $time).TotalMinutes | Should -BeLessThan ($Minutes + 0.5)
    }

    It 'takes <_> as local' -ForEach '2025-04-20', '2025-04-20 14:02', '2025-04-20T14:02:10' {
        $wanted = [datetimeoffset]::new([datetime]::Parse($_, [cultureinfo]::InvariantCulture)).ToString('yyyy-MM-dd HH:mm:ss zzz', [cultureinfo]::InvariantCulture)
        Get-UnconfirmedSubscriber -First 1 -Verbose -Before $_ 4>&1 | Select-Object -First 1 | Should -Be "Before is $wanted."
    }

    It 'takes an offset as given' {
        Get-UnconfirmedSubscriber -First 1 -Verbose -Before '2025-04-20T14:02:10+02:00' 4>&1 | Select-Object -First 1 | Should -Be 'Before is 2025-04-20 14:02:10 +02:00.'
    }

    It 'refuses <_>' -ForEach '15', '-3d', '20.04.2025', '04/05/2025', 'yesterday', '' {
        { Get-UnconfirmedSubscriber -Since $_ } | Should -Throw -ErrorId 'ParameterArgumentTransformationError,ListmonkPS.GetUnconfirmedSubscriberCommand'
    }

    It 'says of a bare number that the unit is missing' {
        { Get-UnconfirmedSubscriber -Since 15 } | Should -Throw -ExpectedMessage '*"15" is a number without a unit*15m*'
    }
}

Describe 'Get-UnconfirmedSubscriber by the API alone' {
    BeforeAll {
        $api = Connect-Listmonk $world.uri -Credential (New-BenchCredential $world.apiUser $world.apiToken) -Name api -ErrorAction Stop
        $byDatabase = @(Get-UnconfirmedSubscriber -Session due)
    }

    It 'finds the same people in the same order' {
        $found = @(Get-UnconfirmedSubscriber -Session $api -ErrorAction Stop)
        $members = @{ Property = '*'; ExcludeProperty = 'Age', 'Session' }
        $found | Select-Object @members | ConvertTo-Json -Depth 3 | Should -Be ($byDatabase | Select-Object @members | ConvertTo-Json -Depth 3)
        $found.Session | Select-Object -Unique | Should -Be api
    }

    It 'takes -List, -Since and -First' {
        $wanted = @(Get-UnconfirmedSubscriber 'Weekly letter' -Since $middle -First 5 -Session due).SubscriberId
        @(Get-UnconfirmedSubscriber 'Weekly letter' -Since $middle -First 5 -Session api).SubscriberId | Should -Be $wanted
    }

    It 'names the right that is missing, and gives nobody' {
        $null = Invoke-BenchSql $world "update roles set permissions = array['settings:get', 'lists:get_all', 'subscribers:get'] where name = 'Reader'"
        Set-BenchServer $world reload
        $poor = Connect-Listmonk $world.uri -Credential (New-BenchCredential $world.apiReader $world.apiReaderToken) -Name poor
        $problem = Get-OnlyError { Get-UnconfirmedSubscriber -Session $poor }
        Get-ErrorName $problem | Should -Be MissingPermission
        $problem.CategoryInfo.Category | Should -Be PermissionDenied
        $problem.ErrorDetails.RecommendedAction | Should -Match 'subscribers:get_all'
    }
}

Describe 'Get-UnconfirmedSubscriber and Get-ListmonkSubscriberStatus on <_>' -ForEach 'v3.0.0', 'v4.1.0', 'v5.0.2', 'v5.1.0' {
    BeforeAll {
        $old = New-BenchWorld -Version $_ -History SwitchOff -Subscribers 80
        $null = Connect-Listmonk -ConfigPath $old.configPath -Name old-database -ErrorAction Stop
        $null = Connect-Listmonk $old.uri -Credential (New-BenchCredential $old.apiUser $old.apiToken) -Name old-api -ErrorAction Stop
    }

    AfterAll { Remove-BenchWorld $old }

    It 'answer by the API alone as by the database alone' {
        $byDatabase = @(Get-UnconfirmedSubscriber -Session old-database -ErrorAction Stop)
        $byDatabase.Count | Should -BeGreaterThan 5
        (Get-UnconfirmedSubscriber -Session old-api -ErrorAction Stop).SubscriberId | Should -Be $byDatabase.SubscriberId
        $wanted = Get-ListmonkSubscriberStatus -Session old-database | Select-Object * -ExcludeProperty Session | ConvertTo-Json
        Get-ListmonkSubscriberStatus -Session old-api -ErrorAction Stop | Select-Object * -ExcludeProperty Session | ConvertTo-Json | Should -Be $wanted
    }
}
