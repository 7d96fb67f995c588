# Counting people by list and state.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule
    $world = New-BenchWorld -History Healthy -Subscribers 60
    $session = Connect-Listmonk -ConfigPath $world.configPath -Name counted -ErrorAction Stop
}

AfterAll {
    Get-ListmonkSession | Disconnect-Listmonk
    Remove-BenchWorld $world
}

Describe 'Get-ListmonkSubscriberStatus' {
    It 'counts what is in the tables' {
        $rows = Invoke-BenchSql $world @'
            select l.id, l.name, l.optin, s.status, sl.status as subscription, count(*)::int as people
            from subscriber_lists sl join lists l on l.id = sl.list_id join subscribers s on s.id = sl.subscriber_id
            group by 1, 2, 3, 4, 5
'@
        $wanted = $rows | ForEach-Object { "$($_.id) $($_.name) $($_.optin) $($_.status) $($_.subscription) $($_.people)" } | Sort-Object
        $found = Get-ListmonkSubscriberStatus -ErrorAction Stop | Where-Object ListId
        $found | ForEach-Object { "$($_.ListId) $($_.ListName) $($_.OptIn) $($_.SubscriberStatus) $($_.SubscriptionStatus) $($_.Count)" } | Sort-Object |
            Should -Be $wanted
        $found.Session | Select-Object -Unique | Should -Be counted
    }

    It 'counts those who are on no list, too' {
        $null = Invoke-BenchSql $world "insert into subscribers (uuid, email, name, status) values (gen_random_uuid(), 'nolist@example.org', 'No list', 'enabled')"
        $none = @(Get-ListmonkSubscriberStatus | Where-Object { $null -eq $_.ListId })
        $none.Count | Should -Be 1
        $none[0].Count, $none[0].ListName, $none[0].SubscriberStatus | Should -Be 1, '', 'enabled'
    }
}

Describe 'Get-ListmonkSubscriberStatus by the API alone' {
    It 'counts as the database does' {
        $api = Connect-Listmonk $world.uri -Credential (New-BenchCredential $world.apiUser $world.apiToken) -Name api
        $wanted = Get-ListmonkSubscriberStatus -Session counted | Select-Object * -ExcludeProperty Session | ConvertTo-Json
        Get-ListmonkSubscriberStatus -Session $api | Select-Object * -ExcludeProperty Session | ConvertTo-Json | Should -Be $wanted
    }

    It 'names the right that is missing' {
        $null = Invoke-BenchSql $world "update roles set permissions = array['settings:get', 'subscribers:get_all'] where name = 'Reader'"
        Set-BenchServer $world reload
        $poor = Connect-Listmonk $world.uri -Credential (New-BenchCredential $world.apiReader $world.apiReaderToken) -Name poor
        $problem = Get-OnlyError { Get-ListmonkSubscriberStatus -Session $poor }
        Get-ErrorName $problem | Should -Be MissingPermission
        $problem.CategoryInfo.Category | Should -Be PermissionDenied
        $problem.ErrorDetails.RecommendedAction | Should -Match 'lists:get_all'
    }
}
