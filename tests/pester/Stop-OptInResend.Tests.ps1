# Stopping a run from elsewhere.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule
    $world = New-BenchWorld -History SwitchOff -Subscribers 100
    $null = Connect-Listmonk $world.uri -Credential (New-BenchCredential $world.apiUser $world.apiToken) -ConfigPath $world.configPath -Name both -ErrorAction Stop
    $null = Connect-Listmonk $world.uri -Credential (New-BenchCredential $world.apiUser $world.apiToken) -Name api -ErrorAction Stop
}

AfterAll {
    Get-ListmonkSession | Disconnect-Listmonk
    Remove-BenchWorld $world
}

Describe 'Stop-OptInResend' {
    It 'stops a run that another process works on, <Ledger>' -ForEach @{ Ledger = 'both' }, @{ Ledger = 'api' } {
        $shell = Start-Shell -Argument $world, (New-BenchCredential $world.apiUser $world.apiToken), $Ledger -Script @'
            param($World, $Credential, $Ledger)
            $given = if ($Ledger -eq 'both') { @{ ConfigPath = $World.configPath } } else { @{} }
            $null = Connect-Listmonk $World.uri -Credential $Credential -Name x @given
            Get-UnconfirmedSubscriber | Invoke-OptInResend -Run "stop-$Ledger" -RatePerMinute 120 -MinimumInterval 0 -Confirm:$false
'@
        $before = @(Get-BenchMail $world | ForEach-Object { $_ }).Count
        $late = [datetime]::UtcNow.AddMinutes(2)
        while (@(Get-BenchMail $world | ForEach-Object { $_ }).Count -lt $before + 2 -and [datetime]::UtcNow -lt $late) { }
        if ($Ledger -eq 'api') { Get-ErrorName (Get-OnlyError { Invoke-OptInResend -Run stop-api -Session api -Confirm:$false }) | Should -Be JournalHeld }
        $stopped = Stop-OptInResend "stop-$Ledger" -Session $Ledger -ErrorAction Stop
        "$($stopped.State)" | Should -Be Stopped
        $shell.Running.AsyncWaitHandle.WaitOne(120000) | Should -BeTrue
        $run = $shell.Output | Where-Object { $_ -is [ListmonkPS.OptInResendRun] }
        $run.State | Should -Be Stopped
        $run.Left | Should -BeGreaterThan 0
        $shell.Shell.Dispose()
        (Get-OptInResend "stop-$Ledger" -Summary -Session $Ledger).State | Should -Be Stopped
    }

    It 'with -Cancel gives it up for good' {
        (Stop-OptInResend stop-both -Cancel -Session both).State | Should -Be Cancelled
        Get-ErrorName (Get-OnlyError { Invoke-OptInResend -Run stop-both -Session both -Confirm:$false }) | Should -Be RunOver
        Get-ErrorName (Get-OnlyError { Stop-OptInResend stop-both -Session both }) | Should -Be RunOver
    }

    It 'with -WhatIf changes nothing' {
        Stop-OptInResend stop-api -Session api -Cancel -WhatIf | Should -BeNullOrEmpty
        (Get-OptInResend stop-api -Summary -Session api).State | Should -Be Stopped
    }

    It 'says of a run that is not there' {
        Get-ErrorName (Get-OnlyError { Stop-OptInResend nothing -Session both }) | Should -Be RunNotFound
    }
}
