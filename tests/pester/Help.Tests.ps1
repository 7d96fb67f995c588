# The help as it ships: nothing without words, and every example runs as it is printed.

BeforeDiscovery {
    # The head of a table and the labels of a list, blanks between words made one: what a printed view shares with a real one.
    function Get-Head([string] $Text) {
        [regex]::Matches($Text, '(?m)^ *(\S.*?) *\r?$(?=\n *--)|^(\w[\w ]*?) +:').ForEach({ ($_.Groups[1].Value + $_.Groups[2].Value) -replace ' +', ' ' })
    }

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
                $seen = $example.remarks.Text -join "`n"
                @{ Cmdlet = $name; Title = $example.title.Trim(' -'); Code = $example.code; Heads = @(Get-Head $seen) }
            }
        }
    )
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1') -Force
    Import-BenchModule
    $moduleFolder = Split-Path $env:LISTMONKPS_MODULE
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
    BeforeAll {
        $helpOf = @{}
        foreach ($name in (Get-Command -Module ListmonkPS).Name) { $helpOf[$name] = (Get-Help $name -Full).parameters.parameter }
    }

    It '<Cmdlet> -<Parameter> has words' -ForEach $parameters {
        $help = $helpOf[$Cmdlet] | Where-Object name -EQ $Parameter
        $help.description.Text -join ' ' | Should -Match '\w+ \w+'
    }
}

Describe 'Examples' {
    BeforeAll {
        $world = New-BenchWorld -History SwitchOff -Subscribers 400
        $api = New-BenchCredential $world.apiUser $world.apiToken

        # What an operator is asked, or has in a vault.
        function Get-Credential([string] $UserName) {
            if ($UserName -eq 'listmonkps_reader') { New-BenchCredential $world.readUser $world.readPassword } else { $api }
        }
        function Read-Host([string] $Prompt, [switch] $AsSecureString) { if ($AsSecureString) { $api.Password } else { $Prompt } }
        function Get-Secret([string] $Name, [switch] $AsPlainText) { if ($AsPlainText) { 'a key' } elseif ($Name -like 'listmonk-*') { $api } }

        $tls = New-BenchTls $world
        $proxy = New-BenchProxy carrier 'Px1-proxy-secret'
        $carrier = New-BenchCredential carrier 'Px1-proxy-secret'
        $block = Invoke-BenchSql $world "select value->0->>'username' as name, value->0->>'password' as word from settings where key = 'smtp'"
        $smtp = New-BenchCredential $block.name $block.word
        $null = $carrier, $smtp # the examples use them

        # The DNS that the examples ask: that of a domain in good order.
        $zone = New-BenchZone @{
            'example.org'                            = @(@{ TXT = 'v=spf1 a include:_spf.example.net -all' }, @{ A = '192.0.2.25' })
            '_spf.example.net'                       = @(@{ TXT = 'v=spf1 ip4:198.51.100.0/24 ~all' })
            '_dmarc.example.org'                     = @(@{ TXT = 'v=DMARC1; p=quarantine; rua=mailto:reports@example.net' })
            'example.org._report._dmarc.example.net' = @(@{ TXT = 'v=DMARC1' })
            'mail._domainkey.example.org'            = @(@{ TXT = 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=' })
        }

        $docker = New-BenchDocker

        function Convert-ToWorld([string] $Code) {
            $address = ([string]$world.uri).TrimEnd('/')
            $Code.Replace('https://lists.example.org', $address).Replace('/etc/listmonk/config.toml', $world.configPath).
            Replace('tcp://127.0.0.1:2375', $docker).
            Replace('-DnsServer 127.0.0.1', "-DnsServer $zone").
            Replace('https://tls.example.org', $tls.uri).Replace('3F2A04C1', $tls.sha256).Replace('http://proxy.example.org:3128', $proxy.uri).
            Replace('-DatabaseHost db.example.org -DatabaseName listmonk', "-DatabaseHost $($world.databaseHost) -DatabasePort $($world.databasePort) -DatabaseName $($world.databaseName)").
            Replace('Host=db.example.org;Database=listmonk', "Host=$($world.databaseHost);Port=$($world.databasePort);Database=$($world.databaseName)")
        }
    }

    BeforeEach {
        Push-Location $TestDrive
        [pscustomobject]@{ Uri = $world.uri; Name = 'lists.example.org' }, [pscustomobject]@{ Uri = $world.uri; Name = 'news.example.org' } |
            Export-Csv ./servers.csv
        Set-Content ./received.eml 'DKIM-Signature: v=1; a=ed25519-sha256; d=example.org; s=mail; h=from; bh=x; b=x', 'From: news@example.org', '', 'Hello'
        $PSDefaultParameterValues = @{ 'Test-Listmonk*:DnsServer' = $zone }
        Set-Content ./own-ca.pem $tls.authority
        Set-Content ./listmonk.log '2025/05/08 10:00:00 manager.go:1: error sending message ''x'': dial tcp 192.0.2.1:587: i/o timeout'
        Set-Content ./releases.json '[{"tag_name":"v6.3.0","published_at":"2026-11-01T00:00:00Z"}]'
        $null = New-Item -ItemType Directory -Path ./baselines -Force
        Set-Content ./bounce.eml "Final-Recipient: rfc822; a@b.example`nStatus: 5.1.1`nDiagnostic-Code: smtp; 550 5.1.1 User unknown"
        Set-Content ./mail.log 'May  8 17:40:02 mx postfix/smtp[12]: 4E7: to=<a@b.example>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to b.example[192.0.2.1]:25: Connection timed out)'
        $null = Connect-Listmonk $world.uri -Credential $api -Name staging
        $null = Connect-Listmonk $world.uri -Credential $api -ConfigPath $world.configPath -Name lists.example.org
        # Each example finds a baseline, but for those that make it.
        Remove-Item ./baseline.json -ErrorAction Ignore
        if ($Cmdlet -like '*-OptInResend*') {
            # Nobody answers a question here, nobody waits for a rate, and the same few people are mailed in each example.
            $PSDefaultParameterValues += @{ 'Invoke-OptInResend:Confirm' = $false; 'Invoke-OptInResend:RatePerMinute' = 60000; 'Invoke-OptInResend:MinimumInterval' = [timespan]::Zero }
            $null = Invoke-BenchSql $world 'drop schema if exists listmonkps cascade'
            foreach ($run in '2025-05-08-a', 'pause-me') {
                $null = Get-UnconfirmedSubscriber -First 3 -Session lists.example.org | Invoke-OptInResend -Run $run -DailyLimit 2 -Session lists.example.org
                $null = Invoke-BenchSql $world 'delete from listmonkps.resend_use'
            }
        }
        if ($Cmdlet -eq 'Compare-ListmonkSetting') {
            $null = Export-ListmonkSetting ./baseline.json
            $null = Invoke-BenchSql $world "update settings set value = to_jsonb('Lists ' || random()) where key = 'app.site_name'"
        }
        if ($Title -match 'last commit') {
            $null = git init --quiet .
            $null = Export-ListmonkSetting ./baseline.json
            $null = git add baseline.json
        }
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
        if ($Heads) {
            $shown = ($streams | Out-String -Width 100) -replace ' +', ' '
            foreach ($head in $Heads) { $shown | Should -Match "(?m)^ ?$([regex]::Escape($head))" }
        }
    }
}
