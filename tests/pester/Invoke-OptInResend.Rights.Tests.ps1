# A role with the rights that about_ListmonkPS_Resend names, and no more, resends, looks and stops; with fewer it is told which.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule
    $world = New-BenchWorld -History SwitchOff -Subscribers 60
    $server = New-BenchMailServer -Mechanisms PLAIN
    Set-BenchBlock $world $server
    $null = Connect-Listmonk -ConfigPath $world.configPath -Name owner -ErrorAction Stop
    $reader = New-BenchCredential $world.readUser $world.readPassword
    $role = Connect-Listmonk -ConnectionString $world.readConnectionString -DatabaseCredential $reader -Name role -ErrorAction Stop
    $people = @(Get-UnconfirmedSubscriber -Session $role)
    $null = $people[0..2] | Invoke-OptInResend -Session owner -Via Smtp -Run first -DailyLimit 1 -ThrottleLimit 1 -TimeZone UTC -Confirm:$false

    # As an operator takes them from the help: from the line that begins with GRANT USAGE to the end of the paragraph.
    $topic = Get-Content -Raw (Join-Path (Split-Path $env:LISTMONKPS_MODULE) en-US/about_ListmonkPS_Resend.help.txt)
    $grants = [regex]::Match($topic, '(?ms)^ +GRANT USAGE ON SCHEMA listmonkps.*?\r?\n\r?\n').Value.Replace('resender', $world.readUser)
}

AfterAll {
    Get-ListmonkSession | Disconnect-Listmonk
    Remove-BenchWorld $world
}

Describe 'A role of least rights' {
    It 'is told what it lacks as long as it may not look' {
        foreach ($action in { Get-OptInResend -Session role }, { Get-OptInResend -Summary -Session role }, { Stop-OptInResend first -Session role },
            { $people | Invoke-OptInResend -Session role -Via Smtp -Confirm:$false }) {
            $problem = Get-OnlyError $action
            Get-ErrorName $problem | Should -Be LedgerRights
            $problem.ErrorDetails.RecommendedAction | Should -Match 'GRANT USAGE ON SCHEMA listmonkps'
        }
    }

    It 'may look with SELECT alone, and is told what it lacks to change anything' {
        $null = Invoke-BenchSql $world "grant usage on schema listmonkps to $($world.readUser); grant select on all tables in schema listmonkps to $($world.readUser); select 1 as done"
        @(Get-OptInResend -Session role -ErrorAction Stop).State | Should -Be Sent, Due, Due
        $before = (Invoke-BenchSql $world 'select json_agg(r)::text as rows from listmonkps.resend_run r').rows
        foreach ($action in { Stop-OptInResend first -Session role -Confirm:$false }, { Stop-OptInResend first -Cancel -Session role -Confirm:$false },
            { $people | Invoke-OptInResend -Session role -Via Smtp -Run second -Confirm:$false }) {
            $problem = Get-OnlyError $action
            Get-ErrorName $problem | Should -Be LedgerRights
            "$problem" | Should -Match 'resend_run (INSERT|UPDATE)'
        }
        (Invoke-BenchSql $world 'select json_agg(r)::text as rows from listmonkps.resend_run r').rows | Should -Be $before
    }

    It 'works with the rights of the help, and has no others' {
        $grants | Should -Match 'resend_person'
        $null = Invoke-BenchSql $world "$grants; select 1 as done"
        $run = Invoke-OptInResend -Run first -Session role -RatePerMinute 60000 -Confirm:$false -ErrorAction Stop
        "$($run.State) $($run.Sent)" | Should -Be 'Finished 3'
        $run = $people | Invoke-OptInResend -Session role -Via Smtp -Run second -RatePerMinute 60000 -IncludeSuspect -Confirm:$false -ErrorAction Stop
        "$($run.State) $($run.Sent)" | Should -Be "Finished $($people.Count - 3)"
        @(Get-OptInResend second -Session role -ErrorAction Stop).Count | Should -Be ($people.Count - 3)
        $null = $people[0..2] | Invoke-OptInResend -Session role -Via Smtp -Run third -MinimumInterval 0s -DailyLimit 1 -TimeZone UTC -Confirm:$false -ErrorAction Stop
        (Stop-OptInResend third -Cancel -Session role -Confirm:$false -ErrorAction Stop).State | Should -Be Cancelled
        $rights = Invoke-BenchSql $world @"
            select bool_or(has_table_privilege('$($world.readUser)', c.oid, 'DELETE') or has_table_privilege('$($world.readUser)', c.oid, 'TRUNCATE')) as deletes,
                has_schema_privilege('$($world.readUser)', 'listmonkps', 'CREATE') as makes, bool_or(pg_get_userbyid(c.relowner) = '$($world.readUser)') as owns
            from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'listmonkps' and c.relkind = 'r'
"@
        "$($rights.deletes) $($rights.makes) $($rights.owns)" | Should -Be 'False False False'
    }
}
