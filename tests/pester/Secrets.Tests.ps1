# No secret leaves: every cmdlet, when it works and when it fails, on every stream, in every form, in files and in process arguments.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1') -Force
    Import-Module (Join-Path $PSScriptRoot 'SecretSearch.psm1') -Force
    Import-BenchModule

    # What somebody mistypes, or types in the wrong place, is as secret as what is right.
    $typed = @{
        wrong   = 'Wr7-mistyped-secret-pQ4z'
        inUri   = 'Ur2-secret-in-the-address-kW8c'
        inText  = 'Cs6-secret-in-connection-string-nD3y'
        inFile  = 'Cf9-secret-in-broken-file-tB5m'
        value   = 'Vl4-secret-as-value-xH7r'
        proxy   = 'Px1-secret-of-the-proxy-mN2q'
        inProxy = 'Pu8-secret-in-the-proxy-address-rT5w'
        header  = 'Hd4-secret-of-a-header-vB9k'
    }

    function Get-WorldVariable($World) {
        @{
            world    = $World
            typed    = $typed
            api      = New-BenchCredential $World.apiUser $World.apiToken
            reader   = New-BenchCredential $World.apiReader $World.apiReaderToken
            wrong    = New-BenchCredential $World.apiUser $typed.wrong
            owner    = New-BenchCredential $World.databaseUser $World.databasePassword
            dbRead   = New-BenchCredential $World.readUser $World.readPassword
            dbBad    = New-BenchCredential $World.readUser $typed.wrong
            secure   = (New-BenchCredential x $typed.value).Password
            masked   = (New-BenchCredential x "$($typed.value)$([char]0x2022)").Password
            carrier  = New-BenchCredential carrier $typed.proxy
            badBoy   = New-BenchCredential carrier $typed.wrong
            proxy    = New-BenchProxy carrier $typed.proxy
            tls      = New-BenchTls $World
            echo     = New-BenchFault Echo
            echoPage = New-BenchFault EchoPage
        }
    }

    function Get-Everything([hashtable] $Text) {
        $places = $Text.Clone()
        $places += Get-FolderText $env:LISTMONKPS_HOME, "$TestDrive"
        if ($IsLinux) { $places += Get-ProcessText }
        $places
    }
}

Describe 'Secrets of <_>' -ForEach 'v6.2.0', 'v3.0.0' {
    BeforeAll {
        $world = New-BenchWorld -Version $_ -History SwitchOff -Subscribers 30
        $secrets = @($world.secrets) + @($typed.Values)
        $runspace = New-RecordedRunspace $env:LISTMONKPS_MODULE (Get-WorldVariable $world)
        # What the host alone is told, as by -WhatIf, is in the transcript.
        $transcript = Join-Path $TestDrive 'transcript.txt'
        $null = Invoke-Recorded $runspace "Start-Transcript -LiteralPath '$transcript'"
    }

    AfterAll {
        $null = Invoke-Recorded $runspace 'Stop-Transcript'
        $runspace.Dispose()
        Remove-BenchWorld $world
    }

    It 'stay in when everything works' {
        $steps = [ordered]@{
            connect  = 'Connect-Listmonk $world.uri -Credential $api -ConfigPath $world.configPath -Name both'
            api      = 'Connect-Listmonk $world.uri -Credential $reader -Name api'
            database = 'Connect-Listmonk -ConnectionString $world.connectionString -DatabaseCredential $owner -Name database'
            way      = 'Connect-Listmonk $tls.uri -Credential $api -CertificateThumbprint $tls.sha256 -Proxy $proxy.uri -ProxyCredential $carrier -Headers @{ "X-Gate-Key" = $typed.header } -Name way -SaveProfile secrets'
            profile  = 'Connect-Listmonk -Profile secrets -Credential $api -ProxyCredential $carrier -Headers @{ "X-Gate-Key" = $typed.header } -Name profile'
            script   = 'Connect-Listmonk $world.uri -CredentialScript { $api } -Name script'
            sessions = 'Get-ListmonkSession; Get-ListmonkSession | Format-List | Out-String'
            settings = 'Get-ListmonkSetting -Session both'
            byApi    = 'Get-ListmonkSetting -Session api'
            byRows   = 'Get-ListmonkSetting -Session database'
            whatIf   = 'Set-ListmonkSetting bounce.sendgrid_key $secure -Session both -WhatIf'
            secret   = 'Set-ListmonkSetting bounce.sendgrid_key $secure -Session both'
            switch   = 'Set-ListmonkSetting app.send_optin_confirmation $true -Session both -Via Api'
            row      = 'Set-ListmonkSetting app.site_name Lists -Session database'
            counts   = 'Get-ListmonkSubscriberStatus -Session both'
            waiting  = 'Get-UnconfirmedSubscriber -Session both'
            base     = 'Test-ListmonkDatabase -Session both, database'
            measure  = 'Measure-ListmonkOptIn -Session both; Measure-ListmonkOptIn -Break -Session both, api, database'
            diagnose = 'Test-ListmonkOptIn -Session both, api, database'
            queue    = 'Get-ListmonkQueue -Session both, database'
            log      = 'Get-ListmonkLog -Session both, api; Get-ListmonkLog -OptInOnly -Session both'
            version  = 'Test-ListmonkVersion -Session both, api, database'
            plan     = 'Get-UnconfirmedSubscriber -Session both -First 3 | New-OptInResendPlan "$env:LISTMONKPS_HOME-plan.txt" -Session both -Verbose'
            resend   = 'Get-UnconfirmedSubscriber -Session both -First 3 | Invoke-OptInResend -Session both -Run secrets -RatePerMinute 60000 -IncludeSuspect -Confirm:$false -PassThru -Verbose'
            journal  = 'Get-UnconfirmedSubscriber -Session script -First 5 | Invoke-OptInResend -Session script -Run secrets -RatePerMinute 60000 -IncludeSuspect -Confirm:$false -PassThru -Verbose'
            ledger   = 'Get-OptInResend -Session both; Get-OptInResend -Summary -Session both, script'
            leave    = 'Get-ListmonkSession | Disconnect-Listmonk'
        }
        $text = @{}
        foreach ($name in $steps.Keys) {
            $run = Invoke-Recorded $runspace $steps[$name]
            $run.ErrorId | Should -BeNullOrEmpty -Because $name
            $text[$name] = $run.Text
        }
        $transcript | Should -FileContentMatch 'What if: .*bounce\.sendgrid_key'
        Find-Secret (Get-Everything $text) $secrets | Should -BeNullOrEmpty
    }

    It 'stay in when it fails' {
        $broken = Join-Path $TestDrive 'broken.toml'
        $ps = "`$broken = '$broken'; Set-Content -LiteralPath `$broken ('[db]', ('password = ' + `$typed.inFile)); "
        $steps = [ordered]@{
            LoginRefused               = 'Connect-Listmonk $world.uri -Credential $wrong -Name refused'
            DatabaseLoginRefused       = 'Connect-Listmonk -ConnectionString $world.readConnectionString -DatabaseCredential $dbBad -Name dbrefused'
            CredentialInUri            = 'Connect-Listmonk ([string]$world.uri).Replace("://", "://u:$($typed.inUri)@")'
            PasswordInConnectionString = 'Connect-Listmonk -ConnectionString "$($world.readConnectionString);Password=$($typed.inText)"'
            CredentialInProxy          = 'Connect-Listmonk $world.uri -Proxy "http://u:$($typed.inProxy)@127.0.0.1:9"'
            ProxyRefused               = 'Connect-Listmonk $world.uri -Credential $api -Proxy $proxy.uri -ProxyCredential $badBoy -Headers @{ "X-Gate-Key" = $typed.header } -Name noproxy'
            BadHeader                  = 'Connect-Listmonk $world.uri -Headers @{ "X-Gate-Key" = "$($typed.header)`n" }'
            HeaderRefused              = 'Connect-Listmonk $world.uri -Headers @{ Cookie = $typed.header }'
            CredentialScriptResult     = 'Connect-Listmonk $world.uri -CredentialScript { $typed.wrong }'
            ProfileNeedsSecret         = 'Connect-Listmonk -Profile secrets -Credential $wrong'
            CertificateMismatch        = 'Connect-Listmonk $tls.uri -Credential $api -CertificateThumbprint $("ab" * 32) -Headers @{ "X-Gate-Key" = $typed.header } -Name mismatch'
            ConfigSyntax               = $ps + 'Connect-Listmonk -ConfigPath $broken; Remove-Item $broken'
            ApiUnreachable             = 'Connect-Listmonk http://127.0.0.1:9 -Credential $api -Name dead'
            WrongType                  = 'Connect-Listmonk $world.uri -Credential $api -Name api; Set-ListmonkSetting app.send_optin_confirmation $secure -Session api'
            SettingNotFound            = 'Set-ListmonkSetting bounce.sendgrid_kex $secure -Session api'
            MaskedValue                = 'Set-ListmonkSetting bounce.sendgrid_key $masked -Session api'
            SettingNotScalar           = 'Set-ListmonkSetting smtp $secure -Session api'
            NeedsDatabase              = 'Set-ListmonkSetting bounce.sendgrid_key $secure -Via Database -Session api'
            SessionNotFound            = 'Get-ListmonkSession nobody'
            NotListmonk                = 'Connect-Listmonk $echoPage -Credential $api -Headers @{ "X-Gate-Key" = $typed.header } -Name page'
            ApiFailed                  = 'Connect-Listmonk $echo -Credential $api -Headers @{ "X-Gate-Key" = $typed.header } -Name echo'
            SettingsReadOnly           = 'Connect-Listmonk -ConnectionString $world.readConnectionString -DatabaseCredential $dbRead -Name readonly; Set-ListmonkSetting bounce.sendgrid_key $secure -Session readonly'
        }
        $text = @{}
        foreach ($id in $steps.Keys) {
            $run = Invoke-Recorded $runspace $steps[$id]
            $run.ErrorId -join ' ' | Should -Match "\b$id\b"
            $text[$id] = $run.Text
        }
        $text.diagnose = (Invoke-Recorded $runspace 'Test-ListmonkOptIn -Session refused, dbrefused, dead, page, noproxy, mismatch, echo, readonly').Text
        $text.sessions = (Invoke-Recorded $runspace 'Get-ListmonkSession').Text
        Find-Secret (Get-Everything $text) $secrets | Should -BeNullOrEmpty
        $null = Invoke-Recorded $runspace 'Get-ListmonkSession | Disconnect-Listmonk'
    }
}

Describe 'The search itself' {
    BeforeAll {
        $secret = 'Pl4-planted-secret-gT6w'
        $runspace = New-RecordedRunspace $env:LISTMONKPS_MODULE @{ secret = $secret }
    }

    AfterAll { $runspace.Dispose() }

    It 'finds a secret in <_>' -ForEach @(
        '[pscustomobject]@{ Deep = @{ Deeper = @($secret) } }'
        '[uri]"http://127.0.0.1/?t=$([uri]::EscapeDataString($secret + "/"))"'
        '[Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("operator:$secret"))'
        'Write-Verbose "with $secret"'
        'Write-Debug "with $secret"'
        'Write-Warning "with $secret"'
        'Write-Information "with $secret"'
        'Write-Progress -Activity a -Status "with $secret"'
        'Write-Error "with $secret"'
        'Write-Error x -TargetObject $secret'
        'throw [InvalidOperationException]::new("outer", [FormatException]::new($secret))'
        'Write-Error -Exception ([InvalidOperationException]::new("outer", [FormatException]::new($secret)))'
    ) {
        Find-Secret @{ text = (Invoke-Recorded $runspace $_).Text } $secret | Should -Not -BeNullOrEmpty
    }

    It 'finds none where there is none' {
        Find-Secret @{ text = (Invoke-Recorded $runspace 'Write-Error x; Write-Verbose y; 1').Text } $secret | Should -BeNullOrEmpty
    }

    It 'finds a secret in a file of <_>' -ForEach 'utf8', 'unicode' {
        Set-Content -LiteralPath (Join-Path $TestDrive 'planted.txt') "x $secret" -Encoding $_
        Find-Secret (Get-FolderText "$TestDrive") $secret | Should -Match 'planted\.txt'
    }

    It 'finds a secret in the arguments of a process below' -Skip:(-not $IsLinux) {
        # It waits for its input before it looks at its second argument.
        $start = [Diagnostics.ProcessStartInfo]::new('cat', [string[]]('-', $secret))
        $start.RedirectStandardInput = $start.RedirectStandardError = $true
        $child = [Diagnostics.Process]::Start($start)
        try { Find-Secret (Get-ProcessText) $secret | Should -Match "arguments of $($child.Id)" }
        finally {
            $child.Kill()
            $child.Dispose()
        }
    }
}
