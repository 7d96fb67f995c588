# What every cmdlet does alike.

BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1') -Force
    Import-BenchModule
    $commands = @(Get-Command -Module ListmonkPS)
    $ofServers = @($commands.Where({ $_.Parameters.ContainsKey('Session') }).ForEach({ @{ Command = $_ } }))
    $keepers = @($ofServers.Where({ $_.Command.Name -ne 'Disconnect-Listmonk' }))
    $all = @($commands.ForEach({ @{ Command = $_ } }))
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule

    function Get-NeededParameter([string] $Name) {
        switch ($Name) {
            'Set-ListmonkSetting' { @{ Name = 'app.lang'; Value = 'en' } }
            'Export-ListmonkSetting' { @{ Path = Join-Path $TestDrive 'baseline.json' } }
            'Compare-ListmonkSetting' { @{ Default = $true } }
            'Invoke-OptInResend' { @{ Run = 'none'; Confirm = $false } }
            'New-OptInResendPlan' { @{ Id = 1; Path = Join-Path $TestDrive 'plan.txt' } }
            'Stop-OptInResend' { @{ Run = 'none' } }
            'Remove-UnconfirmedSubscriber' { @{ Path = Join-Path $TestDrive 'removed.jsonl'; InputObject = [pscustomobject]@{ SubscriberId = 1; SubscriberUuid = [guid]::NewGuid() }; Confirm = $false } }
            default { @{} }
        }
    }

    $world = New-BenchWorld -History SwitchOff -Subscribers 60
    $api = New-BenchCredential $world.apiUser $world.apiToken
    $null = Connect-Listmonk $world.uri -Credential $api -ConfigPath $world.configPath -Name main -ErrorAction Stop
    $closed = Connect-Listmonk $world.uri -Credential $api -Name closed -ErrorAction Stop
    Disconnect-Listmonk -Session $closed
    $null = Connect-Listmonk $world.uri -Credential $api -ConfigPath $world.configPath -Name main -ErrorAction Stop
}

AfterAll {
    Get-ListmonkSession | Disconnect-Listmonk
    Remove-BenchWorld $world
}

Describe '<Command.Name>' -ForEach $all {
    It 'has an approved verb, a singular noun and says what it emits' {
        $Command.Verb | Should -BeIn (Get-Verb).Verb
        $Command.Noun -replace '(Status|Dns)$' | Should -Not -Match 's$'
        $Command.OutputType | Should -Not -BeNullOrEmpty
    }

    It 'takes no secret as text' {
        $Command.Parameters.Values.Where({ $_.Name -match 'Password|Token|Secret|Credential' -and $_.ParameterType -eq [string] }) | Should -BeNullOrEmpty
    }
}

Describe '<Command.Name> and its -Session' -ForEach $ofServers {
    BeforeAll {
        $name = $Command.Name
        $parameters = Get-NeededParameter $name
    }

    It 'comes by value and by property name, several at once' {
        $attribute = $Command.Parameters.Session.Attributes.Where({ $_ -is [Parameter] })[0]
        $attribute.ValueFromPipeline, $attribute.ValueFromPipelineByPropertyName, $attribute.Mandatory | Should -Be $true, $true, $false
        $Command.Parameters.Session.ParameterType | Should -Be ([ListmonkPS.ListmonkSession[]])
    }

    It 'missing altogether is one error' {
        $session = [powershell]::Create()
        try {
            $null = $session.AddScript("Import-Module '$env:LISTMONKPS_MODULE'").AddStatement().AddCommand($name).AddParameters($parameters)
            $session.Invoke() | Should -BeNullOrEmpty
            $session.Streams.Error.Count | Should -Be 1
            $session.Streams.Error[0].FullyQualifiedErrorId | Should -BeLike 'NoSession,ListmonkPS.*Command'
            $session.Streams.Error[0].CategoryInfo.Category | Should -Be ResourceUnavailable
        }
        finally { $session.Dispose() }
    }

    It 'empty asks nobody, not the default either' {
        @() | & $name @parameters -ErrorAction Stop | Should -BeNullOrEmpty
    }
}

Describe '<Command.Name> and a session' -ForEach $keepers {
    BeforeAll {
        $name = $Command.Name
        $parameters = Get-NeededParameter $name
    }

    It 'that is closed is one error with id, category and target, and the call goes on' {
        $problem = Get-OnlyError { & $name @parameters -Session $closed }
        Get-ErrorName $problem | Should -Be SessionClosed
        $problem.CategoryInfo.Category | Should -Be ResourceUnavailable
        $problem.TargetObject | Should -Be closed
    }
}

Describe 'Errors' {
    It 'obey -ErrorAction Stop, and a trap' {
        { Get-ListmonkSetting no.such -ErrorAction Stop } | Should -Throw -ErrorId 'SettingNotFound,ListmonkPS.GetListmonkSettingCommand'
        & { trap { "trapped $($_.CategoryInfo.Category)"; continue } Get-ListmonkSetting no.such -ErrorAction Stop } | Should -Be 'trapped ObjectNotFound'
    }

    It 'obey -ErrorVariable and SilentlyContinue' {
        (Get-ListmonkSetting no.such, app.lang -ErrorVariable problems -ErrorAction SilentlyContinue).Name | Should -Be app.lang
        $problems.Count | Should -Be 1
        $problems[0].TargetObject | Should -Be no.such
    }

    It 'show text and remedy, and no trace of the inside' {
        $text = Get-OnlyError { Get-ListmonkSetting no.such } | Out-String
        $text | Should -Match 'no\.such'
        $text | Should -Not -Match '\bat ListmonkPS\.|   at |Exception:'
    }
}

Describe 'Output' {
    It 'filters with Where-Object' {
        (Get-ListmonkSetting | Where-Object Type -EQ Boolean | Where-Object Name -Like app.send*).Name | Should -Be app.send_optin_confirmation
        (Test-ListmonkOptIn | Where-Object Status -EQ Fail).Id | Should -Be settings.optin-disabled
    }

    It 'goes to CSV with lists joined, never a type name' {
        $csv = @(
            Get-ListmonkSession; Get-ListmonkSetting app.*; Compare-ListmonkSetting -Default; Get-UnconfirmedSubscriber -First 5; Get-ListmonkSubscriberStatus; Measure-ListmonkOptIn; Test-ListmonkDatabase; Test-ListmonkOptIn
        ) | Group-Object { $_.GetType().Name } | ForEach-Object { $_.Group | ConvertTo-Csv }
        $csv.Count | Should -BeGreaterThan 30
        $csv -match 'TextList|System\.Object|ListmonkPS\.|Collections' | Should -BeNullOrEmpty
    }

    It 'comes back from JSON and from CliXml with its values' {
        $check = (Test-ListmonkOptIn)[0]
        $json = $check | ConvertTo-Json -Depth 6 -EnumsAsStrings | ConvertFrom-Json
        $json.Id, $json.Status, $json.AffectedCount, $json.Remedy.Command | Should -Be $check.Id, 'Fail', $check.AffectedCount, $check.Remedy.Command
        $json.Evidence.Count | Should -Be $check.Evidence.Count
        $json.Evidence[0].Found | Should -Be $check.Evidence[0].Found
        $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($check))
        $copy.Evidence[0].What | Should -Be $check.Evidence[0].What
        $copy.psobject.Properties.Name | Should -Not -Contain Digest
        ($check | Select-Object Id, Status).Id | Should -Be $check.Id
    }

    It 'holds no secret in any stream' {
        $text = & {
            Connect-Listmonk $world.uri -Credential $api -ConfigPath $world.configPath -Name main -Verbose -Debug
            Get-ListmonkSetting -Verbose
            Test-ListmonkOptIn -Verbose
        } *>&1 | ConvertTo-Json -Depth 6 -WarningAction Ignore
        foreach ($secret in $world.secrets) { $text | Should -Not -Match ([regex]::Escape($secret)) }
    }
}

Describe 'Ctrl+C' {
    BeforeEach { $silent = New-SilentServer }
    AfterEach { $silent.Close() }

    It 'ends <What> within a second' -ForEach @(
        @{ What = 'connecting to the API'; Script = 'param($Port, $Credential) Connect-Listmonk "http://127.0.0.1:$Port" -Credential $Credential' }
        @{ What = 'connecting to the database'; Script = 'param($Port, $Credential) Connect-Listmonk -ConnectionString "Host=127.0.0.1;Port=$Port;Database=x" -DatabaseCredential $Credential' }
        @{ What = 'connecting to several'; Script = 'param($Port, $Credential) 1..9 | ForEach-Object { [pscustomobject]@{ Uri = "http://127.0.0.1:$Port"; Name = "s$_" } } | Connect-Listmonk -Credential $Credential' }
    ) {
        $shell = Start-Shell $Script -Argument $silent.Port, $api
        $silent.Accept()
        $end = Stop-Shell $shell
        $end.State | Should -Be Stopped
        $end.Elapsed.TotalSeconds | Should -BeLessThan 1
        $end.Errors | Should -BeNullOrEmpty
    }

    It 'ends a diagnosis of a silent server within a second' {
        $shell = Start-Shell -Argument $silent.Port, $api -Script @'
            param($Port, $Credential)
            $null = Connect-Listmonk "http://127.0.0.1:$Port" -Credential $Credential -TimeoutSeconds 1 -ErrorAction Ignore
            Test-ListmonkOptIn
'@
        $silent.Accept()
        $silent.Accept()
        $end = Stop-Shell $shell
        $end.State | Should -Be Stopped
        $end.Elapsed.TotalSeconds | Should -BeLessThan 1
    }
}
