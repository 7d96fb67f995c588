# Measuring how sign-ups become confirmations, and finding the break.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule
    $world = New-BenchWorld -History SwitchOff -Subscribers 1500
    $session = Connect-Listmonk -ConnectionString $world.readConnectionString -DatabaseCredential (New-BenchCredential $world.readUser $world.readPassword) -Name measured -ErrorAction Stop
    $api = Connect-Listmonk $world.uri -Credential (New-BenchCredential $world.apiReader $world.apiReaderToken) -Name api -ErrorAction Stop -WarningAction SilentlyContinue
    $PSDefaultParameterValues['Measure-ListmonkOptIn:Session'] = $session
    $days = @(Measure-ListmonkOptIn -ErrorAction Stop)
}

AfterAll {
    Get-ListmonkSession | Disconnect-Listmonk
    Remove-BenchWorld $world
}

Describe 'Measure-ListmonkOptIn' {
    It 'counts each sign-up to a double opt-in list once, with what became of it' {
        $rows = Invoke-BenchSql $world @'
            select l.id, count(*)::int as people, count(*) filter (where sl.status = 'confirmed')::int as confirmed,
                   count(*) filter (where sl.status = 'unconfirmed' and s.status = 'enabled')::int as waiting, count(*) filter (where sl.status = 'unsubscribed')::int as gone
            from subscriber_lists sl join lists l on l.id = sl.list_id join subscribers s on s.id = sl.subscriber_id where l.optin = 'double' group by l.id order by l.id
'@
        $found = $days | Group-Object ListId | ForEach-Object {
            $sum = $_.Group | Measure-Object SignedUp, Confirmed, Waiting, Unsubscribed -Sum
            "$($_.Name) $($sum.Sum)"
        }
        $found | Should -Be ($rows | ForEach-Object { "$($_.id) $($_.people) $($_.confirmed) $($_.waiting) $($_.gone)" })
        $days | Where-Object { $_.SignedUp -ne $_.Confirmed + $_.Waiting + $_.Unsubscribed + $_.Blocked } | Should -BeNullOrEmpty
    }

    It 'gives every local day of each list, those without sign-ups too' {
        foreach ($list in $days | Group-Object ListId) {
            $list.Group.Start.TimeOfDay | Select-Object -Unique | Should -Be ([timespan]::Zero)
            $list.Group[1..($list.Count - 1)].Start | Should -Be $list.Group[0..($list.Count - 2)].End
            $list.Group[-1].End | Should -BeGreaterThan ([datetimeoffset]::Now)
        }
        @($days | Where-Object { $_.SignedUp -eq 0 -and $null -ne $_.Share }) | Should -BeNullOrEmpty
    }

    It 'counts the same in weeks and in hours' {
        foreach ($every in '1h', '7d', '1w', [timespan]::FromDays(7)) {
            (Measure-ListmonkOptIn -Every $every | Measure-Object SignedUp -Sum).Sum | Should -Be ($days | Measure-Object SignedUp -Sum).Sum
        }
        (Measure-ListmonkOptIn -Every 1w).Start.DayOfWeek | Select-Object -Unique | Should -Be Monday
        (Measure-ListmonkOptIn -Every 7d)[0].End - (Measure-ListmonkOptIn -Every 7d)[0].Start | Should -BeGreaterThan ([timespan]::FromDays(6.9))
    }

    It 'takes -List, -Since and -Before' {
        $since = [datetimeoffset]::Now.AddDays(-10)
        $some = Measure-ListmonkOptIn 'week*' -Since $since -Before 5d
        $some.ListName | Select-Object -Unique | Should -Be 'Weekly letter'
        ($some | Measure-Object SignedUp -Sum).Sum | Should -Be (Invoke-BenchSql $world "select count(*)::int as people from subscriber_lists where list_id = 1 and created_at >= now() - interval '10 days' and created_at < now() - interval '5 days'").people
    }

    It 'tells imports and preconfirmed rows from sign-ups' {
        $null = Invoke-BenchSql $world @'
            insert into lists (uuid, name, type, optin) values (gen_random_uuid(), 'Told apart', 'private', 'double');
            with p as (insert into subscribers (uuid, email, name) select gen_random_uuid(), 'told' || n || '@apart.test', 'T' from generate_series(1, 40) n returning id)
            insert into subscriber_lists (subscriber_id, list_id, status, created_at, updated_at)
            select id, (select id from lists where name = 'Told apart'),
                   (case when n <= 20 then 'unconfirmed' when n <= 25 then 'confirmed' when n <= 35 then 'confirmed' else 'unconfirmed' end)::subscription_status,
                   at, case when n > 25 and n <= 35 then at + interval '10 minutes' else at end
            from (select id, n, case when n <= 20 then date_trunc('day', now()) - interval '1 day' else now() - n * interval '1 minute' end as at
                  from (select id, row_number() over (order by id) as n from p) numbered) timed
'@
        $sum = Measure-ListmonkOptIn 'Told apart' | Measure-Object Imported, Preconfirmed, SignedUp, Confirmed, Waiting -Sum
        $sum.Sum | Should -Be 20, 5, 15, 10, 5
        (Measure-ListmonkOptIn 'Told apart' | Where-Object Confirmed).MedianTimeToConfirm | Select-Object -Unique | Should -Be ([timespan]::FromMinutes(10))
        $null = Invoke-BenchSql $world "delete from lists where name = 'Told apart'; delete from subscribers where email like '%@apart.test'"
    }

    It 'is answered by the API as by the database' {
        foreach ($every in '1d', '7d') {
            $members = @{ Property = '*'; ExcludeProperty = 'Session' }
            $wanted = Measure-ListmonkOptIn -Every $every | Select-Object @members | ConvertTo-Json
            Measure-ListmonkOptIn -Every $every -Session $api -WarningAction SilentlyContinue | Select-Object @members | ConvertTo-Json | Should -Be $wanted
        }
    }

    It 'says that a list asks nobody, and names one that is not there' {
        Measure-ListmonkOptIn 'Shop customers' -WarningVariable told -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        $told | Should -Match 'Shop customers'
        Get-ErrorName (Get-OnlyError { Measure-ListmonkOptIn Gone }) | Should -Be ListNotFound
    }

    It 'says with -Verbose how times were understood' {
        Measure-ListmonkOptIn -Since '2025-04-20 14:02:10+02:00' -Verbose 4>&1 | Select-Object -First 1 | Should -Be 'Since is 2025-04-20 14:02:10 +02:00.'
    }
}

Describe 'Measure-ListmonkOptIn -Break' {
    BeforeAll {
        $off = (Invoke-BenchSql $world "select max(sl.created_at) as last from subscriber_lists sl join lists l on l.id = sl.list_id where l.optin = 'double' and sl.status = 'confirmed'").last
        $last = [datetimeoffset]$off
        $break = @(Measure-ListmonkOptIn -Break)
    }

    It 'finds when the switch went off' {
        $break.Count | Should -Be 1
        [math]::Abs(($break[0].At - $last).TotalHours) | Should -BeLessThan 24
        $break[0].NotBefore | Should -BeLessOrEqual $last.AddHours(1)
        $break[0].NotAfter | Should -BeGreaterOrEqual $last
        $break[0].Confidence, $break[0].Scope, $break[0].ScopeValue, $break[0].Session | Should -Be Strong, Total, '', measured
        $break[0].ShareBefore | Should -BeGreaterThan 0.5
        $break[0].ShareAfter | Should -Be 0
    }

    It 'counts people who wait since, and not rows' {
        $at = $break[0].At.UtcDateTime.ToString('o')
        $break[0].AffectedCount | Should -Be (Invoke-BenchSql $world "select count(distinct s.id)::int as people from subscriber_lists sl join lists l on l.id = sl.list_id join subscribers s on s.id = sl.subscriber_id where l.optin = 'double' and sl.status = 'unconfirmed' and s.status = 'enabled' and sl.created_at >= '$at'").people
        $break[0].ExpectedCount | Should -BeLessThan $break[0].AffectedCount
        $break[0].ExpectedCount | Should -BeGreaterThan 0
    }

    It 'finds it by the API, too' {
        $members = @{ Property = '*'; ExcludeProperty = 'Session' }
        Measure-ListmonkOptIn -Break -Session $api -WarningAction SilentlyContinue | Select-Object @members | ConvertTo-Json | Should -Be ($break | Select-Object @members | ConvertTo-Json)
    }

    It 'finds lists, domains or hours where it is one for all' {
        (Measure-ListmonkOptIn -Break -By List).ScopeValue | Should -Contain 'Weekly letter'
        (Measure-ListmonkOptIn -Break -By List)[0].Scope | Should -Be List
    }

    It 'finds the one domain that broke' {
        $null = Invoke-BenchSql $world @'
            update settings set value = 'true' where key = 'app.send_optin_confirmation';
            insert into subscribers (uuid, email, name) select gen_random_uuid(), 'd' || n || '@' || case when n % 2 = 0 then 'mended.test' else 'broken.test' end, 'D' from generate_series(1, 800) n;
            insert into subscriber_lists (subscriber_id, list_id, status, created_at, updated_at)
            select s.id, 1, (case when ok then 'confirmed' else 'unconfirmed' end)::subscription_status, at, case when ok then at + interval '9 minutes' else at end
            from (select id, n, at, n % 3 <> 0 and (n % 2 = 0 or at < now() - interval '14 days') as ok
                  from (select id, substr(email, 2, strpos(email, '@') - 2)::int as n, now() - substr(email, 2, strpos(email, '@') - 2)::int * interval '2 hours' as at
                        from subscribers where email like 'd%@broken.test' or email like 'd%@mended.test') numbered) s
'@
        $found = @(Measure-ListmonkOptIn -Break -By Domain | Where-Object ScopeValue -Match 'broken|mended')
        $found.ScopeValue | Should -Be broken.test
        [math]::Abs(($found[0].At - [datetimeoffset]::Now.AddDays(-14)).TotalDays) | Should -BeLessThan 1
        $null = Invoke-BenchSql $world "delete from subscribers where email like 'd%@broken.test' or email like 'd%@mended.test'"
    }

    It 'gives nothing where nothing broke, and says so with -Verbose' {
        $text = Measure-ListmonkOptIn -Break -Before 21d -Verbose 4>&1
        $text | Where-Object { $_ -isnot [System.Management.Automation.VerboseRecord] } | Should -BeNullOrEmpty
        "$text" | Should -Match 'No break was found'
    }

    It 'changes nothing and reads with the rights of a reader alone' {
        (Get-BenchRequest $world).method | Select-Object -Unique | Should -Be 'GET'
    }
}

Describe 'Measure-ListmonkOptIn with less' {
    It 'ends at its own bound, and says so' {
        # As a trigger of nothing would: each row takes its time.
        $null = Invoke-BenchSql $world "create function slow(timestamptz) returns timestamptz language sql volatile as 'select `$1 from (select pg_sleep(0.01)) s'; alter table subscriber_lists rename to fast_lists; create view subscriber_lists as select subscriber_id, list_id, meta, status, slow(created_at) as created_at, updated_at from fast_lists; grant select on subscriber_lists to $($world.readUser)"
        try { $problem = Get-OnlyError { Measure-ListmonkOptIn -TimeoutSeconds 1 } }
        finally { $null = Invoke-BenchSql $world 'drop view subscriber_lists; alter table fast_lists rename to subscriber_lists; drop function slow(timestamptz)' }
        Get-ErrorName $problem | Should -Be DatabaseTimeout
        "$problem" | Should -Match '1 s'
    }

    It 'names the table that the role may not read' {
        $null = Invoke-BenchSql $world "revoke select on subscriber_lists from $($world.readUser)"
        try { $problem = Get-OnlyError { Measure-ListmonkOptIn } }
        finally { $null = Invoke-BenchSql $world "grant select on subscriber_lists to $($world.readUser)" }
        Get-ErrorName $problem | Should -Be MissingDatabaseRight
        "$problem" | Should -Match subscriber_lists
    }

    It 'names the right that the API user lacks' {
        $null = Invoke-BenchSql $world "update roles set permissions = array['settings:get', 'lists:get_all'] where name = 'Reader'"
        Set-BenchServer $world reload
        $problem = Get-OnlyError { Measure-ListmonkOptIn -Session $api }
        Get-ErrorName $problem | Should -Be MissingPermission
        $problem.ErrorDetails.RecommendedAction | Should -Match 'subscribers:get_all'
    }
}
