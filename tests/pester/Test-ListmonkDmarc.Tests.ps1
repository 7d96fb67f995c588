# DMARC in the shell.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule
    $zone = New-BenchZone @{
        '_dmarc.example.org'                     = @(@{ TXT = 'v=DMARC1; p=reject; sp=quarantine; t=y; rua=mailto:a@example.net,mailto:b@example.org' })
        'example.org._report._dmarc.example.net' = @(@{ TXT = 'v=DMARC1' })
        'news.example.org'                       = @(@{ A = '192.0.2.1' })
        '_dmarc.two.test'                        = @(@{ TXT = 'v=DMARC1; p=none' }, @{ TXT = 'v=DMARC1; p=reject' })
        '_dmarc.mute.test'                       = @('TIMEOUT')
        '_dmarc.lists.test'                      = @(@{ TXT = 'v=DMARC1; p=none' })
    }
    $PSDefaultParameterValues['Test-Listmonk*:DnsServer'] = $zone
}

AfterAll {
    Set-BenchDns
    Get-ListmonkSession | Disconnect-Listmonk
}

Describe 'Test-ListmonkDmarc' {
    It 'finds the policy, its tags and whether reports come' {
        $result = Test-ListmonkDmarc news.example.org -ErrorAction Stop
        $result.Verdict, $result.PolicyDomain, $result.PolicyTag, $result.Policy, $result.EffectivePolicy, $result.OrganizationalDomain |
            Should -Be 'found', 'example.org', 'sp', 'quarantine', 'none', 'example.org'
        $result.Tags.rua | Should -Be 'mailto:a@example.net', 'mailto:b@example.org'
        $result.Tags.np, $result.Tags.t, $result.Tags.adkim | Should -Be 'quarantine', 'y', 'r'
        $result.Lookups | Should -Be '_dmarc.news.example.org', '_dmarc.example.org', '_dmarc.org'
        $result.ReportAddresses.Status | Should -Be 'authorized', 'internal'
        $result.Result | Should -BeNullOrEmpty
    }

    It 'evaluates a message' {
        $pass = Test-ListmonkDmarc example.org -SpfResult pass -SpfDomain bounce.example.org -DkimResult fail, pass -DkimDomain example.org, example.net
        $pass.Result, $pass.SpfAligned, $pass.DkimAligned | Should -Be 'pass', $true, $false
        $fail = Test-ListmonkDmarc example.org -DkimResult pass -DkimDomain example.net
        $fail.Result, $fail.EffectivePolicy | Should -Be 'fail', 'quarantine'
        (Test-ListmonkDmarc example.org -DkimResult @() -DkimDomain @()).Result | Should -Be fail
    }

    It 'takes several domains, and those of sessions' {
        @('example.org', 'two.test' | ForEach-Object { [pscustomobject]@{ Domain = $_ } } | Test-ListmonkDmarc).Verdict | Should -Be 'found', 'none'
        $world = New-BenchWorld -History Fresh
        try {
            $null = Invoke-BenchSql $world "update settings set value = '""Lists <news@lists.test>""' where key = 'app.from_email'"
            $null = Connect-Listmonk -ConfigPath $world.configPath -Name dmarc -ErrorAction Stop
            (Test-ListmonkDmarc -ErrorAction Stop).PolicyDomain | Should -Be lists.test
        }
        finally {
            Get-ListmonkSession | Disconnect-Listmonk
            Remove-BenchWorld $world
        }
    }

    It 'judges by the older text, and shows where it differs' {
        $older = Test-ListmonkDmarc news.example.org -Standard Rfc7489 -PublicSuffix org
        $older.Standard, $older.EffectivePolicy | Should -Be 'Rfc7489', 'quarantine'
        $older.Reasons | Should -Be 'organizational-domain-record', 'tag-unknown'
        (Test-ListmonkDmarc news.example.org -PublicSuffix org).ByRfc7489.EffectivePolicy | Should -Be quarantine
        (Test-ListmonkDmarc two.test).ByRfc7489 | Should -BeNullOrEmpty
    }

    It 'says that a server did not answer' {
        (Test-ListmonkDmarc mute.test -TimeoutSeconds 1).Verdict | Should -Be temperror
    }

    It 'reports <Id>' -ForEach @(
        @{ Id = 'DomainInvalid'; Script = { Test-ListmonkDmarc 'user@example.org' } }
        @{ Id = 'PublicSuffixNeeded'; Script = { Test-ListmonkDmarc example.org -Standard Rfc7489 } }
        @{ Id = 'DkimPairsUneven'; Script = { Test-ListmonkDmarc example.org -DkimResult pass, pass -DkimDomain example.org } }
        @{ Id = 'SpfPairIncomplete'; Script = { Test-ListmonkDmarc example.org -SpfResult pass } }
    ) {
        Get-ErrorName (Get-OnlyError $Script) | Should -Be $Id
    }

    It 'shows a table that fits' {
        $text = Test-ListmonkDmarc example.org -SpfResult pass -SpfDomain example.org | Out-String -Width 100
        $text | Should -Match 'found\s+quarantine \S pass\s+example\.org\s+example\.org'
        ($text -split "`r?`n" | Measure-Object -Maximum Length).Maximum | Should -BeLessOrEqual 100
    }
}
