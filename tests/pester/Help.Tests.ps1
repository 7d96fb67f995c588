# The help as it ships: nothing without words, and every example runs as it is printed.

BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1') -Force
    Import-BenchModule
    $cmdlets = @(Get-Command -Module ListmonkPS | ForEach-Object Name)
    $parameters = @(
        foreach ($name in $cmdlets) {
            $own = (Get-Command $name).Parameters.Keys.Where({ $_ -notin [System.Management.Automation.Cmdlet]::CommonParameters })
            foreach ($parameter in $own) { @{ Cmdlet = $name; Parameter = $parameter } }
        }
    )
    $examples = @(
        foreach ($name in $cmdlets) {
            foreach ($example in (Get-Help $name).examples.example) {
                @{ Cmdlet = $name; Title = $example.title.Trim(' -'); Code = $example.code }
            }
        }
    )
    $topics = @(Get-ChildItem (Join-Path (Split-Path $env:LISTMONKPS_MODULE) 'en-US') -Filter 'about_*.help.txt' |
            ForEach-Object { @{ Topic = $_.Name -replace '\.help\.txt$'; File = $_.FullName } })
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1') -Force
    Import-BenchModule
    $moduleFolder = Split-Path $env:LISTMONKPS_MODULE
    function Get-HelpText([string] $Topic) { Get-Content -Raw (Join-Path $moduleFolder "en-US/$Topic.help.txt") }
}

Describe 'Manifest' {
    It 'names exactly the cmdlets of the assembly' {
        $assembly = (Get-Module ListmonkPS).NestedModules + (Get-Module ListmonkPS) | ForEach-Object ImplementingAssembly | Select-Object -First 1
        $declared = $assembly.GetExportedTypes() | ForEach-Object { $_.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false) } |
            ForEach-Object { "$($_.VerbName)-$($_.NounName)" } | Sort-Object
        (Import-PowerShellDataFile $env:LISTMONKPS_MODULE).CmdletsToExport | Sort-Object | Should -Be $declared
    }

    It 'lets out nothing but cmdlets' {
        (Get-Module ListmonkPS).ExportedCommands.Values.CommandType | Select-Object -Unique | Should -Be 'Cmdlet'
    }
}

Describe 'Help of <_>' -ForEach $cmdlets {
    BeforeAll { $help = Get-Help $_ -Full }

    It 'has a synopsis of one sentence, not the syntax' {
        $help.Synopsis | Should -Match '^[A-Z].*[.:]'
        $help.Synopsis | Should -Not -Match ([regex]::Escape($_))
    }

    It 'has a description that says more than the name' {
        ($help.description.Text -join ' ').Length | Should -BeGreaterThan 40
    }

    It 'has three examples or more, each about it and with words' {
        @($help.examples.example).Count | Should -BeGreaterOrEqual 3
        foreach ($example in $help.examples.example) {
            $example.code | Should -Match ([regex]::Escape($_))
            $example.remarks[0].Text | Should -Not -BeNullOrEmpty
        }
    }

    It 'says what comes out' {
        $help.returnValues.returnValue.type.name | Should -Not -BeNullOrEmpty
    }

    It 'links only to what exists' {
        foreach ($link in $help.relatedLinks.navigationLink.Where({ -not $_.uri })) {
            if ($link.linkText -like 'about_*') { Join-Path $moduleFolder "en-US/$($link.linkText).help.txt" | Should -Exist }
            else { Get-Command $link.linkText -Module ListmonkPS -ErrorAction Ignore | Should -Not -BeNullOrEmpty }
        }
    }
}

Describe 'Parameters' {
    It '<Cmdlet> -<Parameter> has words' -ForEach $parameters {
        $help = Get-Help $Cmdlet -Parameter $Parameter
        $help.description.Text -join ' ' | Should -Match '\w+ \w+'
    }
}

Describe 'Topic <Topic>' -ForEach $topics {
    It 'is ASCII and fits eighty columns' {
        foreach ($line in Get-Content $File) {
            $line | Should -Match '^[\x20-\x7E]{0,80}$'
        }
    }

    It 'is found by Get-Help with a synopsis' {
        (Get-Help $Topic).Name | Should -Be $Topic
        (Get-Help $Topic).Synopsis | Should -Not -BeNullOrEmpty
    }
}

Describe 'Examples' {
    BeforeAll {
        $world = New-BenchWorld -History SwitchOff
        $api = New-BenchCredential $world.apiUser $world.apiToken

        # What an operator is asked, or has in a vault.
        function Get-Credential([string] $UserName) {
            if ($UserName -eq 'listmonkps_reader') { New-BenchCredential $world.readUser $world.readPassword } else { $api }
        }
        function Get-Secret([string] $Name) { if ($Name -eq 'listmonk-api') { $api } }

        # The DNS that the examples ask: that of a domain in good order.
        $zone = New-BenchZone @{
            'example.org'                            = @(@{ TXT = 'v=spf1 a include:_spf.example.net -all' }, @{ A = '192.0.2.25' })
            '_spf.example.net'                       = @(@{ TXT = 'v=spf1 ip4:198.51.100.0/24 ~all' })
            '_dmarc.example.org'                     = @(@{ TXT = 'v=DMARC1; p=quarantine; rua=mailto:reports@example.net' })
            'example.org._report._dmarc.example.net' = @(@{ TXT = 'v=DMARC1' })
            'mail._domainkey.example.org'            = @(@{ TXT = 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=' })
        }

        function Convert-ToWorld([string] $Code) {
            $address = ([string]$world.uri).TrimEnd('/')
            $Code.Replace('https://lists.example.org', $address).Replace('/etc/listmonk/config.toml', $world.configPath).
            Replace('-DnsServer 127.0.0.1', "-DnsServer $zone").
            Replace('Host=db.example.org;Database=listmonk', "Host=$($world.databaseHost);Port=$($world.databasePort);Database=$($world.databaseName)")
        }
    }

    BeforeEach {
        Push-Location $TestDrive
        [pscustomobject]@{ Uri = $world.uri; Name = 'lists.example.org' }, [pscustomobject]@{ Uri = $world.uri; Name = 'news.example.org' } |
            Export-Csv ./servers.csv
        Set-Content ./received.eml 'DKIM-Signature: v=1; a=ed25519-sha256; d=example.org; s=mail; h=from; bh=x; b=x', 'From: news@example.org', '', 'Hello'
        $PSDefaultParameterValues = @{ 'Test-ListmonkSpf:DnsServer' = $zone; 'Test-ListmonkDkim:DnsServer' = $zone; 'Test-ListmonkDmarc:DnsServer' = $zone; 'Test-ListmonkDns:DnsServer' = $zone }
        $null = Connect-Listmonk $world.uri -Credential $api -ConfigPath $world.configPath -Name lists.example.org
    }

    AfterEach {
        Get-ListmonkSession | Disconnect-Listmonk
        Pop-Location
    }

    AfterAll { Remove-BenchWorld $world }

    It '<Cmdlet>, <Title>' -ForEach $examples {
        $code = Convert-ToWorld $Code
        $streams = . ([scriptblock]::Create($code)) *>&1
        $streams.Where({ $_ -is [System.Management.Automation.ErrorRecord] }) | Should -BeNullOrEmpty
    }
}

Describe 'about_ListmonkPS_Checks' {
    It 'has a section for each check, with its title, and for nothing else' {
        $world = New-BenchWorld -History Healthy
        try {
            $session = Connect-Listmonk $world.uri -Credential (New-BenchCredential $world.apiUser $world.apiToken) -ConfigPath $world.configPath
            $checks = @(Test-ListmonkOptIn -Session $session)
        }
        finally {
            Get-ListmonkSession | Disconnect-Listmonk
            Remove-BenchWorld $world
        }

        $text = Get-HelpText about_ListmonkPS_Checks
        $sections = [regex]::Matches($text, '(?m)^  ([a-z]+\.[a-z-]+)\r?\n    Title   (.+?)(?=\r?\n    Means)') |
            ForEach-Object { "$($_.Groups[1].Value): $($_.Groups[2].Value -replace '\s+', ' ')" }
        $checks | ForEach-Object { "$($_.Id): $($_.Title)" } | Sort-Object | Should -Be ($sections | Sort-Object)
    }
}

Describe 'about_ListmonkPS_Access' {
    BeforeAll {
        $world = New-BenchWorld -History SwitchOff
        $text = Get-HelpText about_ListmonkPS_Access
        $grants = [regex]::Matches($text, '(?m)^        (GRANT .+;)').ForEach({ $_.Groups[1].Value }).
            ForEach({ $_.Replace('listmonkps_reader', $world.readUser).Replace('DATABASE listmonk', "DATABASE $($world.databaseName)") })
        $reader = New-BenchCredential $world.readUser $world.readPassword
    }

    BeforeEach {
        $null = Invoke-BenchSql $world "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM $($world.readUser)"
        $null = Invoke-BenchSql $world "UPDATE settings SET value = 'false' WHERE key = 'app.send_optin_confirmation'"
    }


    AfterEach { Get-ListmonkSession | Disconnect-Listmonk }
    AfterAll { Remove-BenchWorld $world }

    It 'gives the read-only role what the whole diagnosis needs, and nothing less' {
        $reads = $grants.Where({ $_ -notmatch 'INSERT|campaigns' })
        Connect-Listmonk -ConnectionString $world.readConnectionString -DatabaseCredential $reader -ErrorAction SilentlyContinue -ErrorVariable refused
        $refused[0].FullyQualifiedErrorId | Should -BeLike 'MissingDatabaseRight*'
        Get-ListmonkSession | Disconnect-Listmonk

        foreach ($grant in $reads) { $null = Invoke-BenchSql $world $grant }
        $session = Connect-Listmonk -ConnectionString $world.readConnectionString -DatabaseCredential $reader -ErrorAction Stop
        $session.IsDatabaseReadOnly | Should -BeTrue
        Test-ListmonkOptIn -ErrorAction Stop | Where-Object Status -EQ Error | Should -BeNullOrEmpty
        Get-ListmonkSetting -ErrorAction Stop | Should -Not -BeNullOrEmpty
        Get-ListmonkSubscriberStatus -ErrorAction Stop | Should -Not -BeNullOrEmpty
        Get-UnconfirmedSubscriber -First 1 -ErrorAction Stop | Should -Not -BeNullOrEmpty
        { Set-ListmonkSetting app.send_optin_confirmation $true -ErrorAction Stop } | Should -Throw
    }

    It 'gives the role that may mend what a change needs' {
        foreach ($grant in $grants) { $null = Invoke-BenchSql $world $grant }
        $null = Connect-Listmonk -ConnectionString $world.readConnectionString -DatabaseCredential $reader -ErrorAction Stop
        (Set-ListmonkSetting app.send_optin_confirmation $true -ErrorAction Stop).NewValue | Should -BeTrue
    }

    It 'gives the API user no less than the diagnosis by the API needs' {
        $null = Connect-Listmonk $world.uri -Credential (New-BenchCredential $world.apiReader $world.apiReaderToken) -ErrorAction Stop
        $checks = Test-ListmonkOptIn -ErrorAction Stop
        $checks.Where({ $_.Status -in 'Skipped', 'Error' -and -not ($_.Needs -eq 'Database') }) | Should -BeNullOrEmpty
        $checks[0].Id | Should -Be 'settings.optin-disabled'
    }
}
