# Logs: by the API, of a container, of files, of a relay.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule
    $world = New-BenchWorld -History Healthy -Subscribers 40
    # Nobody listens at the port of the mail server: each sign-up fails.
    $null = Invoke-BenchSql $world "update settings set value = jsonb_set(value, '{0,port}', '9') where key = 'smtp'"
    Set-BenchServer $world reload
    try { $null = New-BenchSignUp $world hit@example.org '3a7d1c52-0c1e-4d1b-9a53-6f1f0a2b1c01' } catch { $null = $_ } # v6 answers 500 then
    $null = Connect-Listmonk $world.uri -Credential (New-BenchCredential $world.apiUser $world.apiToken) -ConfigPath $world.configPath -Name logged -ErrorAction Stop
    $null = New-Item -ItemType Directory TestDrive:/logs
    Set-Content TestDrive:/logs/a.log '2025/05/08 10:00:00 manager.go:1: error sending message ''x'': 454 4.7.0 Throttling failure: Maximum sending rate exceeded.'
    Set-Content TestDrive:/logs/b.log '2025-05-08T10:00:01Z mx postfix/smtp[1]: 4E7A11F2: to=<hit@example.org>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to example.org[192.0.2.1]:25: Connection timed out)'
}

AfterAll {
    Get-ListmonkSession | Disconnect-Listmonk
    Remove-BenchWorld $world
}

Describe 'Get-ListmonkLog by the API' {
    It 'tells the failure, what it means, and whom it hit' {
        $entry = Get-ListmonkLog -OptInOnly -ErrorAction Stop | Where-Object SubscriberId
        $entry.Class, $entry.Reply.Class, $entry.IsOptIn, $entry.StillWaits, $entry.Session | Should -Be SmtpFailure, ClientSide, $true, $true, logged
        $id = (Invoke-BenchSql $world "select id from subscribers where email = 'hit@example.org'").id
        $entry.SubscriberId | Should -Be $id
    }

    It 'goes down the pipeline to ConvertFrom-SmtpReply by its message' {
        $reply = Get-ListmonkLog -OptInOnly -WarningAction SilentlyContinue | ConvertFrom-SmtpReply
        $reply.Class | Select-Object -Unique | Should -Be ClientSide
    }

    It 'takes a pattern and a time' {
        Get-ListmonkLog -Pattern 'CONNECTING TO DB' | Should -HaveCount 1
        Get-ListmonkLog -Since ([datetimeoffset]::Now.AddDays(1)) | Should -BeNullOrEmpty
    }

    It 'names the right that is missing' {
        $null = Invoke-BenchSql $world "update roles set permissions = array['lists:get_all'] where name = 'Reader'"
        Set-BenchServer $world reload
        $poor = Connect-Listmonk $world.uri -Credential (New-BenchCredential $world.apiReader $world.apiReaderToken) -Name poor -WarningAction SilentlyContinue
        $problem = Get-OnlyError { Get-ListmonkLog -Session $poor -WarningAction SilentlyContinue }
        Get-ErrorName $problem | Should -Be MissingPermission
        $problem.ErrorDetails.RecommendedAction | Should -Match 'settings:get'
    }
}

Describe 'Get-ListmonkLog of files' {
    It 'tells by its lines what a file is, and merges by time' {
        $entries = Get-ListmonkLog -LogPath TestDrive:/logs/*.log -TimeZone UTC -ErrorAction Stop
        "$($entries.Source)" | Should -Be 'File Relay'
        "$($entries.Class)" | Should -Be 'SmtpFailure MailDeferred'
        $entries[0].Reply.Class, $entries[1].Recipient | Should -Be RateLimit, hit@example.org
    }

    It 'takes files from the pipeline, and needs no server' {
        $files = Get-ChildItem TestDrive:/logs
        $shell = Start-Shell 'param($files) $files | Get-ListmonkLog' -Argument (, $files.FullName.ForEach({ [pscustomobject]@{ FullName = $_ } }))
        $null = $shell.Shell.EndInvoke($shell.Running)
        $shell.Output.Count, $shell.Shell.Streams.Error.Count | Should -Be 2, 0
        $shell.Shell.Dispose()
    }

    It 'reads a container beside it' {
        $docker = New-BenchDocker "2025-05-08T10:00:00.5Z 2025/05/08 12:00:00 main.go:1: v6.2.0 (x)`n"
        $entries = Get-ListmonkLog Docker, File -LogPath TestDrive:/logs/*.log -DockerHost $docker -TimeZone UTC -ErrorAction Stop
        "$($entries.Source)" | Should -Be 'File Docker Relay'
        $entries[1].Place, $entries[1].Version, $entries[1].HasZone | Should -Be listmonk_app, v6.2.0, $true
    }
}

Describe 'Get-ListmonkLog -Follow' {
    It 'ends when the pipeline has enough' {
        Get-ListmonkLog -Follow -Session logged | Select-Object -First 1 | Should -Not -BeNullOrEmpty
    }

    It 'ends within a second on Ctrl+C' {
        $path = (Get-Item TestDrive:/logs/a.log).FullName
        $shell = Start-Shell 'param($path) Get-ListmonkLog -LogPath $path -Follow' -Argument $path
        while ($shell.Output.Count -eq 0) { [Threading.Tasks.Task]::Delay(20).Wait() }
        $end = Stop-Shell $shell
        $end.State | Should -Be Stopped
        $end.Elapsed.TotalSeconds | Should -BeLessThan 1
        $end.Errors | Should -BeNullOrEmpty
    }
}
