# -Session: how sessions are named, found again, defaulted and closed.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule
    $world = New-BenchWorld -History Healthy -Subscribers 20
    $api = New-BenchCredential $world.apiUser $world.apiToken
    $rows = 'east', 'west', 'north' | ForEach-Object { [pscustomobject]@{ Uri = $world.uri; Name = $_ } }
}

AfterAll { Remove-BenchWorld $world }

Describe 'Sessions' {
    BeforeEach { $east, $west, $north = $rows | Connect-Listmonk -Credential $api -ErrorAction Stop }
    AfterEach { Get-ListmonkSession | Disconnect-Listmonk }

    Context 'Get-ListmonkSession' {
        It 'lists them in the order of connecting' {
            (Get-ListmonkSession).Name | Should -Be 'east', 'west', 'north'
        }

        It 'takes names and wildcards by position, whatever their case' {
            (Get-ListmonkSession *ST, North).Name | Should -Be 'east', 'west', 'north'
            (Get-ListmonkSession *ST).Name | Should -Be 'east', 'west'
        }

        It 'reports a name that is not there, but no pattern that matches nothing' {
            Get-ErrorName (Get-OnlyError { Get-ListmonkSession south, east }) | Should -Be SessionNotFound
            Get-ListmonkSession south* -ErrorAction Stop | Should -BeNullOrEmpty
        }

        It 'shows no secret in any member' {
            $text = $east | Format-List * -Force | Out-String -Width 400
            $text + (ConvertTo-Json $east -Depth 6 -WarningAction Ignore) + [System.Management.Automation.PSSerializer]::Serialize($east, 5) |
                Should -Not -Match ([regex]::Escape($world.apiToken))
        }
    }

    Context '-Session' {
        It 'takes sessions by value, in their order' {
            (Get-ListmonkSession | Get-ListmonkSetting app.lang).Session | Should -Be 'east', 'west', 'north'
        }

        It 'takes sessions by parameter, of all kinds mixed' {
            (Get-ListmonkSetting app.lang -Session $north, 'e*').Session | Should -Be 'north', 'east'
        }

        It 'takes names by pipeline' {
            ('west', 'e*' | Get-ListmonkSetting app.lang).Session | Should -Be 'west', 'east'
        }

        It 'takes what another command emitted by its property, each server once' {
            (Get-ListmonkSetting app.lang, app.root_url -Session $west, $north | Get-ListmonkSetting app.lang).Session | Should -Be 'west', 'north'
        }

        It 'finds a session again that was serialised' {
            $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($north))
            (Get-ListmonkSetting app.lang -Session $copy).Session | Should -Be north
            ($copy | Get-ListmonkSetting app.lang).Session | Should -Be north
        }

        It 'hands unknown text back, so that it may bind elsewhere' {
            $transformation = [ListmonkPS.Shell.Sessions.SessionTransformationAttribute]::new()
            $transformation.Transform($ExecutionContext, '192.0.2.1') | Should -BeExactly '192.0.2.1'
            , $transformation.Transform($ExecutionContext, @('west', '192.0.2.1')) | Should -BeOfType object[]
        }

        It 'refuses text that is no session, and asks no server' {
            { Get-ListmonkSetting app.lang -Session south -ErrorAction Stop } | Should -Throw -ExpectedMessage "*'Session'*south*"
            { Get-ListmonkSetting app.lang -Session $null -ErrorAction Stop } | Should -Throw
        }

        It 'asks the others when one fails' {
            Disconnect-Listmonk -Session west
            $values = $east, $west, $north | Get-ListmonkSetting app.lang -ErrorAction SilentlyContinue -ErrorVariable problems
            $values.Session | Should -Be 'east', 'north'
            $problems | ForEach-Object { Get-ErrorName $_ } | Should -Be SessionClosed
        }

        It 'completes names' {
            $line = 'Get-ListmonkSetting -Session '
            [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches.CompletionText | Should -Be 'east', 'west', 'north'
            [System.Management.Automation.CommandCompletion]::CompleteInput("${line}w", $line.Length + 1, $null).CompletionMatches.CompletionText | Should -Be 'west'
        }
    }

    Context 'Every cmdlet that talks to a server' {
        BeforeDiscovery {
            Import-Module (Join-Path $PSScriptRoot 'Bench.psm1') -Force
            Import-BenchModule
            $withSession = @(Get-Command -Module ListmonkPS | Where-Object { $_.Parameters.ContainsKey('Session') } | ForEach-Object Name)
            $others = @(Get-Command -Module ListmonkPS | Where-Object { $_.Name -notin $withSession } | ForEach-Object Name)
        }

        It '<_> takes -Session by value and by property name, of several' -ForEach $withSession {
            $parameter = (Get-Command $_).Parameters['Session']
            $parameter.ParameterType.Name | Should -Be 'ListmonkSession[]'
            $ways = $parameter.Attributes.Where({ $_ -is [System.Management.Automation.ParameterAttribute] })
            $ways.ValueFromPipeline | Should -Not -Contain $false
            $ways.ValueFromPipelineByPropertyName | Should -Not -Contain $false
            $parameter.Attributes.TypeId.Name | Should -Contain 'SessionTransformationAttribute'
            $parameter.Attributes.TypeId.Name | Should -Contain 'ArgumentCompleterAttribute'
        }

        It '<_> takes none, since it asks no server that is connected' -ForEach $others {
            $_ | Should -BeIn 'Connect-Listmonk', 'Get-ListmonkSession', 'Test-ListmonkDkim', 'Test-ListmonkDmarc', 'Test-ListmonkSpf', 'ConvertFrom-SmtpReply'
        }

        It '<Command> works on each of several, by name and by pipeline' -ForEach @(
            @{ Command = 'Get-ListmonkSetting'; With = @{ Name = 'app.lang' } }
            @{ Command = 'Test-ListmonkOptIn'; With = @{} }
        ) {
            (& $Command @With -Session east, north).Session | Select-Object -Unique | Should -Be 'east', 'north'
            (Get-ListmonkSession w*, n* | & $Command @With).Session | Select-Object -Unique | Should -Be 'west', 'north'
        }

        It 'closes by pipeline' {
            Get-ListmonkSession e*, w* | Disconnect-Listmonk
            (Get-ListmonkSession).Name | Should -Be north
            'north' | Disconnect-Listmonk
            Get-ListmonkSession | Should -BeNullOrEmpty
        }
    }

    Context 'Default' {
        It 'is none after several came by one pipeline' {
            $problem = Get-OnlyError { Get-ListmonkSetting app.lang }
            Get-ErrorName $problem | Should -Be NoDefaultSession
            $problem.CategoryInfo.Category | Should -Be ResourceUnavailable
            "$problem" | Should -Match 'east, west, north'
        }

        It 'is the one that was last connected by itself, also from a pipeline of one' {
            $null = Connect-Listmonk $world.uri -Credential $api -Name alone
            (Get-ListmonkSetting app.lang).Session | Should -Be alone
            $null = $rows[0] | Connect-Listmonk -Credential $api
            (Get-ListmonkSetting app.lang).Session | Should -Be east
        }

        It 'stays when several are connected later' {
            $null = Connect-Listmonk $world.uri -Credential $api -Name alone
            $null = $rows | Connect-Listmonk -Credential $api
            (Get-ListmonkSetting app.lang).Session | Should -Be alone
        }

        It 'is none again when it is closed' {
            $null = Connect-Listmonk $world.uri -Credential $api -Name alone
            Disconnect-Listmonk
            Get-ListmonkSession alone* | Should -BeNullOrEmpty
            Get-ErrorName (Get-OnlyError { Disconnect-Listmonk }) | Should -Be NoDefaultSession
        }
    }

    Context 'Closing' {
        It 'replaces and closes one of the same name' {
            $again = Connect-Listmonk $world.uri -Credential $api -Name EAST
            (Get-ListmonkSession east).ConnectedAt | Should -Be $again.ConnectedAt
            Get-ErrorName (Get-OnlyError { Get-ListmonkSetting app.lang -Session $east }) | Should -Be SessionClosed
        }

        It 'twice does no harm' {
            Disconnect-Listmonk -Session $east
            Disconnect-Listmonk -Session $east -ErrorAction Stop
        }

        It 'happens when the module is removed' {
            Remove-Module ListmonkPS
            Import-BenchModule
            Get-ListmonkSession | Should -BeNullOrEmpty
            Get-ErrorName (Get-OnlyError { $east | Get-ListmonkSetting app.lang }) | Should -Be SessionClosed
            Get-ErrorName (Get-OnlyError { Test-ListmonkOptIn }) | Should -Be NoSession
        }
    }

    Context 'Runspaces' {
        It 'do not see the sessions of others' {
            $seen = 1..3 | ForEach-Object -ThrottleLimit 3 -UseNewRunspace -Parallel {
                Import-Module $env:LISTMONKPS_MODULE
                $before = @(Get-ListmonkSession).Count
                $null = Connect-Listmonk ($using:world).uri -Credential $using:api -Name "parallel$_"
                "$before $((Get-ListmonkSession).Name) $((Get-ListmonkSetting app.lang).Session)"
            }
            $seen | Sort-Object | Should -Be '0 parallel1 parallel1', '0 parallel2 parallel2', '0 parallel3 parallel3'
            (Get-ListmonkSession).Name | Should -Be 'east', 'west', 'north'
        }
    }
}
