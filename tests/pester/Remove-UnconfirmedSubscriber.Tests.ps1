# Removing people who never confirmed, after a grace period, with a file of who they were.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule

    function Get-Kept([object] $World) {
        (Invoke-BenchSql $World "select coalesce(string_agg(subscriber_id || ':' || list_id || ':' || status, ' ' order by subscriber_id, list_id), '') as kept from subscriber_lists").kept
    }

    function Initialize-People([object] $World) {
        # Three people made for this: on a waiting list alone, on another list too, waiting since yesterday.
        $null = Invoke-BenchSql $World @'
            delete from subscribers where name like 'Stale%';
            with p as (insert into subscribers (uuid, email, name, attribs, created_at)
                select gen_random_uuid(), 'stale' || n || '@example.org', 'Stale ' || n, '{"city": "=1+1"}', now() - interval '90 days' from generate_series(1, 3) n returning id, name)
            insert into subscriber_lists (subscriber_id, list_id, status, created_at)
            select p.id, l.id, l.status::subscription_status, now() - case when p.name = 'Stale 3' then interval '1 day' else interval '90 days' end
            from p join (select id, 'unconfirmed' as status from lists where optin = 'double' and id = 1 union all select id, 'confirmed' from lists where optin = 'single' limit 2) l
                on l.status = 'unconfirmed' or p.name = 'Stale 2'
'@
    }
}

Describe 'Remove-UnconfirmedSubscriber by <Way>' -ForEach @(
    @{ Way = 'the database' }
    @{ Way = 'the API' }
    @{ Way = 'the API of v3.0.0' }
) {
    BeforeAll {
        $world = New-BenchWorld -Version ($Way -match 'v3' ? 'v3.0.0' : 'v6.2.0') -History SwitchOff -Subscribers 40
        $session = if ($Way -match 'API') { Connect-Listmonk $world.uri -Credential (New-BenchCredential $world.apiUser $world.apiToken) -Name way -WarningAction SilentlyContinue -ErrorAction Stop }
        else { Connect-Listmonk -ConfigPath $world.configPath -Name way -ErrorAction Stop }
        Initialize-People $world
        $people = @(Get-UnconfirmedSubscriber -Email 'stale*' -IncludeBounced)
        $others = Get-Kept $world
    }

    AfterAll {
        $session | Disconnect-Listmonk
        Remove-BenchWorld $world
    }

    It 'writes and removes nothing with -WhatIf' {
        $people.Count | Should -Be 3
        $people | Remove-UnconfirmedSubscriber (Join-Path $TestDrive what-if.jsonl) -WhatIf | Should -BeNullOrEmpty
        Join-Path $TestDrive what-if.jsonl | Should -Not -Exist
        Get-Kept $world | Should -Be $others
    }

    It 'keeps somebody whose number has another UUID now' {
        $stranger = $people[0] | Select-Object SubscriberId, @{ Name = 'SubscriberUuid'; Expression = { [guid]::NewGuid() } }
        $stranger | Remove-UnconfirmedSubscriber (Join-Path $TestDrive stranger.jsonl) -Confirm:$false -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        Get-Kept $world | Should -Be $others
    }

    It 'removes who has no other subscription, of others what waits, and nobody within the grace period' {
        $path = Join-Path $TestDrive removed.jsonl
        $removed = @($people | Remove-UnconfirmedSubscriber $path -Confirm:$false -ErrorAction Stop)
        $removed.Name | Sort-Object | Should -Be 'Stale 1', 'Stale 2'
        $removed[0] | Should -BeOfType ListmonkPS.UnconfirmedSubscriber
        (Invoke-BenchSql $world "select name from subscribers where name like 'Stale%' order by name").name | Should -Be 'Stale 2', 'Stale 3'
        (Invoke-BenchSql $world "select string_agg(sl.status::text, ' ' order by s.name) as states from subscriber_lists sl join subscribers s on s.id = sl.subscriber_id where s.name like 'Stale%'").states |
            Should -Be 'confirmed unconfirmed'
        $lines = @(Get-Content $path | ConvertFrom-Json)
        ($lines | Sort-Object name).removed | Should -Be subscriber, subscriptions
        ($lines | Sort-Object name)[0].email | Should -Be 'stale1@example.org'
        ($lines | Sort-Object name)[0].attribs.city | Should -Be '=1+1'
        ($lines | Sort-Object name)[0].lists | Should -Be 1
        if (-not $IsWindows) { (Get-Item $path).UnixFileMode | Should -Be 'UserWrite, UserRead' }
    }

    It 'never writes over a file, and removes nobody then' {
        $before = Get-Kept $world
        $path = Join-Path $TestDrive there.jsonl
        Set-Content $path earlier
        $problem = Get-OnlyError { $people[2] | Remove-UnconfirmedSubscriber $path -GracePeriod 0s -Confirm:$false }
        Get-ErrorName $problem | Should -Be RemovalFileExists
        Get-Content $path | Should -Be earlier
        $problem = Get-OnlyError { $people[2] | Remove-UnconfirmedSubscriber (Join-Path $TestDrive no/folder.jsonl) -GracePeriod 0s -Confirm:$false }
        Get-ErrorName $problem | Should -Be RemovalFileNotWritten
        Get-Kept $world | Should -Be $before
    }
}

Describe 'What cannot be undone' {
    It '<Name> asks first unless it is told not to' -ForEach @{ Name = 'Remove-UnconfirmedSubscriber' }, @{ Name = 'Invoke-OptInResend' } {
        $about = (Get-Command $Name).ImplementingType.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false)[0]
        $about.SupportsShouldProcess | Should -BeTrue
        $about.ConfirmImpact | Should -Be High
    }
}

Describe 'Remove-UnconfirmedSubscriber after a resend, by <Way>' -ForEach @{ Way = 'the database' }, @{ Way = 'the API' }, @{ Way = 'both and a reader' } {
    BeforeAll {
        $world = New-BenchWorld -History SwitchOff -Subscribers 20
        Initialize-People $world
        # By the API alone the ledger is this machine's journal, by the database the one there.
        $given = if ($Way -eq 'the API') { @{} } else { @{ ConfigPath = $world.configPath } }
        $null = Connect-Listmonk $world.uri -Credential (New-BenchCredential $world.apiUser $world.apiToken) -Name mailed -ErrorAction Stop @given
        $people = @(Get-UnconfirmedSubscriber -Email 'stale[12]*')
        $null = $people[0] | Invoke-OptInResend -RatePerMinute 60000 -IncludeSuspect -Confirm:$false -ErrorAction Stop
        # A role that may not delete: removal goes by the API, and the ledger is still in the database.
        if ($Way -match 'reader') {
            Get-ListmonkSession | Disconnect-Listmonk
            $reader = @{ ConnectionString = $world.readConnectionString; DatabaseCredential = New-BenchCredential $world.readUser $world.readPassword }
            $null = Connect-Listmonk $world.uri -Credential (New-BenchCredential $world.apiUser $world.apiToken) -Name mailed -ErrorAction Stop @reader
        }
    }

    AfterAll {
        Get-ListmonkSession | Disconnect-Listmonk
        Remove-BenchWorld $world
    }

    It 'refuses to guess what a ledger knows that it may not read' {
        if ($Way -notmatch 'reader') { return }
        $problem = Get-OnlyError { $people | Remove-UnconfirmedSubscriber (Join-Path $TestDrive unread.jsonl) -GracePeriod 1d -Confirm:$false }
        Get-ErrorName $problem | Should -Be MissingDatabaseRight
        $problem.ErrorDetails.RecommendedAction | Should -Match 'GRANT SELECT ON listmonkps\.resend_person'
        Get-UnconfirmedSubscriber -Email 'stale[12]*' | Where-Object { $null -ne $_.ResendCount } | Should -BeNullOrEmpty
        $null = Invoke-BenchSql $world $problem.ErrorDetails.RecommendedAction.Split('run: ')[1]
        Join-Path $TestDrive unread.jsonl | Should -Not -Exist
    }

    It 'gives who was mailed again the same time to answer' {
        $removed = @($people | Remove-UnconfirmedSubscriber (Join-Path $TestDrive "$($Way.Split(' ')[1]).jsonl") -GracePeriod 1d -Confirm:$false -ErrorAction Stop)
        $removed.SubscriberId | Should -Be $people[1].SubscriberId
        (Get-UnconfirmedSubscriber -Email 'stale[12]*').SubscriberId | Should -Be $people[0].SubscriberId
    }
}

Describe 'Remove-UnconfirmedSubscriber without the right' {
    BeforeAll {
        $world = New-BenchWorld -History SwitchOff -Subscribers 20
        Initialize-People $world
    }

    AfterAll {
        Get-ListmonkSession | Disconnect-Listmonk
        Remove-BenchWorld $world
    }

    It 'names it, by the database and by the API, and writes no file' {
        $reader = Connect-Listmonk -ConnectionString $world.readConnectionString -DatabaseCredential (New-BenchCredential $world.readUser $world.readPassword) -Name reader
        $path = Join-Path $TestDrive none.jsonl
        $problem = Get-OnlyError { Get-UnconfirmedSubscriber -Session $reader | Remove-UnconfirmedSubscriber $path -Confirm:$false }
        Get-ErrorName $problem | Should -Be MissingDatabaseRight
        $problem.ErrorDetails.RecommendedAction | Should -Match 'GRANT DELETE ON subscribers, subscriber_lists TO'
        $poor = Connect-Listmonk $world.uri -Credential (New-BenchCredential $world.apiReader $world.apiReaderToken) -Name poor
        $problem = Get-OnlyError { Get-UnconfirmedSubscriber -Session $poor -IncludeBounced | Remove-UnconfirmedSubscriber $path -Confirm:$false }
        Get-ErrorName $problem | Should -Be MissingPermission
        "$problem" | Should -Match 'subscribers:manage'
        $path | Should -Not -Exist
    }

    It 'works with just the right to delete' {
        $null = Invoke-BenchSql $world "grant delete on subscribers, subscriber_lists to $($world.readUser)"
        (Get-UnconfirmedSubscriber -Session reader -Email 'stale1*' | Remove-UnconfirmedSubscriber (Join-Path $TestDrive least.jsonl) -Confirm:$false -ErrorAction Stop).Email | Should -Be 'stale1@example.org'
    }

    It 'takes nothing but people, and a span with a unit' {
        Get-ErrorName (Get-OnlyError { 'text' | Remove-UnconfirmedSubscriber (Join-Path $TestDrive x.jsonl) -Confirm:$false }) | Should -Be NotASubscriber
        { Get-UnconfirmedSubscriber -First 1 -Session reader | Remove-UnconfirmedSubscriber (Join-Path $TestDrive x.jsonl) -GracePeriod 30 } | Should -Throw -ExpectedMessage '*unit*'
    }
}
