# Plans as files.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'Bench.psm1'), (Join-Path $PSScriptRoot 'Manners.psm1') -Force
    Import-BenchModule
    $world = New-BenchWorld -History SwitchOff -Subscribers 60
    $null = Connect-Listmonk $world.uri -Credential (New-BenchCredential $world.apiUser $world.apiToken) -ConfigPath $world.configPath -Name both -ErrorAction Stop
    $people = @(Get-UnconfirmedSubscriber)
}

AfterAll {
    Get-ListmonkSession | Disconnect-Listmonk
    Remove-BenchWorld $world
}

Describe 'New-OptInResendPlan' {
    It 'writes the people in order, and no address' {
        $file = $people | New-OptInResendPlan $TestDrive/plan.txt -RatePerMinute 30
        $file | Should -BeOfType IO.FileInfo
        $lines = Get-Content $file
        $lines.Count | Should -Be ($people.Count + 2)
        $lines[1] | Should -Be "$($people[0].SubscriberId) $($people[0].SubscriberUuid)"
        ($lines[0] | ConvertFrom-Json).RatePerMinute | Should -Be 30
        $lines -match '@' | Should -BeNullOrEmpty
        Get-BenchMail $world | Should -BeNullOrEmpty
    }

    It 'carries every limit, and Invoke-OptInResend takes them from it unless told otherwise' {
        $limits = @{ RatePerMinute = 30; DailyLimit = 7; TimeZone = 'Pacific/Kiritimati'; MinimumInterval = '36h'; MaxAttempts = 2; ThrottleLimit = 1 }
        $null = $people | New-OptInResendPlan $TestDrive/limits.txt @limits
        $head = (Get-Content $TestDrive/limits.txt)[0] | ConvertFrom-Json
        $head.People, $head.ThrottleLimit, $head.TimeZone, $head.MinimumInterval | Should -Be $people.Count, 1, 'Pacific/Kiritimati', '1.12:00:00'
        $null = Start-Transcript $TestDrive/plan.log
        try {
            Invoke-OptInResend -Path $TestDrive/limits.txt -WhatIf
            Invoke-OptInResend -Path $TestDrive/limits.txt -WhatIf -DailyLimit 9
        }
        finally { $null = Stop-Transcript }
        $text = Get-Content $TestDrive/plan.log -Raw
        $text | Should -Match '30 a minute, 7 a day \(Pacific/Kiritimati\), 1 at a time, 2 attempts, nobody twice within 1d 12h'
        $text | Should -Match '30 a minute, 9 a day'
        $text | Should -Match ([regex]::Escape(([datetimeoffset] $head.EndsAt).ToOffset([timespan]::FromHours(14)).ToString('yyyy-MM-dd HH:mm')))
    }

    It 'of nobody is written where the session is named, and mails nobody; else it is said that none is' {
        $null = $people | New-OptInResendPlan $TestDrive/nobody.txt
        $warnings = $null
        @() | New-OptInResendPlan $TestDrive/nobody.txt -WarningVariable warnings -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$warnings" | Should -Match 'Nobody came'
        $null = @() | New-OptInResendPlan $TestDrive/nobody.txt -Session both
        (Get-Content $TestDrive/nobody.txt).Count | Should -Be 2
        $warnings = $null
        Invoke-OptInResend -Path $TestDrive/nobody.txt -Confirm:$false -WarningVariable warnings -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$warnings" | Should -Match 'Nobody'
    }

    It 'replaces a file, unless -NoClobber' {
        $null = $people[0] | New-OptInResendPlan $TestDrive/one.txt
        $null = $people[0..1] | New-OptInResendPlan $TestDrive/one.txt
        (Get-Content $TestDrive/one.txt).Count | Should -Be 4
        Get-ErrorName (Get-OnlyError { $people[0] | New-OptInResendPlan $TestDrive/one.txt -NoClobber }) | Should -Be PlanNotWritten
        (Get-Content $TestDrive/one.txt).Count | Should -Be 4
        @(Get-ChildItem $TestDrive -Filter 'one.txt*').Count | Should -Be 1
    }

    It 'with -WhatIf writes nothing' {
        $people | New-OptInResendPlan $TestDrive/none.txt -WhatIf | Should -BeNullOrEmpty
        "$TestDrive/none.txt" | Should -Not -Exist
    }

    It 'that was changed is refused' {
        $null = $people[0..3] | New-OptInResendPlan $TestDrive/changed.txt
        (Get-Content $TestDrive/changed.txt) -replace "^$($people[2].SubscriberId) .*", "999 $([guid]::NewGuid())" | Set-Content $TestDrive/changed.txt
        $problem = Get-OnlyError { Invoke-OptInResend -Path $TestDrive/changed.txt -Confirm:$false }
        Get-ErrorName $problem | Should -Be PlanUnreadable
        "$problem" | Should -Match 'changed'
    }

    It 'of another server is refused' {
        $null = $people[0..3] | New-OptInResendPlan $TestDrive/mine.txt -Session both
        $lines = Get-Content $TestDrive/mine.txt
        $lines[0] = $lines[0] -replace '"Server":"[^"]+"', '"Server":"pg:1/other"'
        $body = ($lines[0..($lines.Count - 2)] -join "`n") + "`n"
        $digest = [Convert]::ToHexString([Security.Cryptography.SHA256]::HashData([Text.Encoding]::UTF8.GetBytes($body)))
        Set-Content $TestDrive/mine.txt ($body + "sha256 $digest") -NoNewline
        Get-ErrorName (Get-OnlyError { Invoke-OptInResend -Path $TestDrive/mine.txt -Session both -Confirm:$false }) | Should -Be PlanOfOtherServer
    }
}
