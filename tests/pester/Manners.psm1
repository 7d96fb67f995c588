# What the Pester files of the cmdlets share: the one error of a command, a command that is stopped from outside, texts compared with kept ones.

Set-StrictMode -Version 3.0

function Get-OnlyError {
    <#
    .SYNOPSIS
    Runs a command that must report exactly one error and go on, and returns the error.
    .DESCRIPTION
    Holds what every error of the module promises: an id of ours, a category that says something, and what to do about it.
    #>
    param([scriptblock] $Command)
    $reported = @(& $Command 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
    if ($reported.Count -ne 1) { throw "There were $($reported.Count) errors: $($reported -join ' | ')" }
    $record = $reported[0]
    if ($record.FullyQualifiedErrorId -notmatch '^[A-Z]\w+,ListmonkPS\.\w+Command$') { throw "The id is $($record.FullyQualifiedErrorId)." }
    if ($record.CategoryInfo.Category -eq 'NotSpecified') { throw 'The category is NotSpecified.' }
    if (-not $record.ErrorDetails.RecommendedAction) { throw 'It does not say what to do.' }
    $record
}

function Get-ErrorName {
    <#
    .SYNOPSIS
    The first part of an error's id.
    #>
    param([System.Management.Automation.ErrorRecord] $Record)
    $Record.FullyQualifiedErrorId.Split(',')[0]
}

function Start-Shell {
    <#
    .SYNOPSIS
    Begins a script in a runspace of its own, with the module imported.
    #>
    [Diagnostics.CodeAnalysis.SuppressMessage('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A runspace of a test.')]
    param([string] $Script, [object[]] $Argument = @())
    $shell = [powershell]::Create()
    Set-BenchDns $shell.Runspace
    $null = $shell.AddScript("Import-Module '$env:LISTMONKPS_MODULE'; & { $Script } @args")
    foreach ($value in $Argument) { $null = $shell.AddArgument($value) }
    $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
    [pscustomobject]@{ Shell = $shell; Output = $output; Running = $shell.BeginInvoke($output, $output) }
}

function Stop-Shell {
    <#
    .SYNOPSIS
    Stops a script as Ctrl+C does, and tells how long that took and what was left.
    .DESCRIPTION
    The time is that in which this process could do something: a clock of its own counts it, which stands when a busy machine lets nobody here run.
    #>
    [Diagnostics.CodeAnalysis.SuppressMessage('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A runspace of a test.')]
    param($Started)
    $ticks = [Collections.Concurrent.ConcurrentQueue[object]]::new()
    $clock = [Threading.Timer]::new([Delegate]::CreateDelegate([Threading.TimerCallback], $ticks, 'Enqueue'), 'tick', 10, 10)
    $Started.Shell.Stop()
    $elapsed = [timespan]::FromMilliseconds(10 * $ticks.Count)
    $clock.Dispose()
    $result = [pscustomobject]@{
        Elapsed = $elapsed
        State   = $Started.Shell.InvocationStateInfo.State
        Errors  = @($Started.Shell.Streams.Error)
    }
    $Started.Shell.Dispose()
    $result
}

function New-SilentServer {
    <#
    .SYNOPSIS
    A port that takes connections and never answers; Accept waits for the next one.
    #>
    [Diagnostics.CodeAnalysis.SuppressMessage('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A port of a test.')]
    param()
    $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $listener.Start()
    $server = [pscustomobject]@{ Listener = $listener; Port = $listener.LocalEndpoint.Port; Held = [Collections.Generic.List[object]]::new() }
    $server | Add-Member -MemberType ScriptMethod -Name Accept -Value {
        $next = $this.Listener.AcceptTcpClientAsync()
        if (-not $next.Wait(120000)) { throw 'Nobody connected.' }
        $this.Held.Add($next.Result)
    }
    $server | Add-Member -MemberType ScriptMethod -Name Close -Value {
        foreach ($client in $this.Held) { $client.Dispose() }
        $this.Listener.Stop()
    }
    $server
}

function Assert-KeptText {
    <#
    .SYNOPSIS
    Compares a text with the one that is kept in tests/pester/kept; with LISTMONKPS_RENEW=1 keeps the new one.
    #>
    param([string] $Name, [string] $Text)
    $path = Join-Path $PSScriptRoot 'kept' "$Name.txt"
    $lines = @($Text -split "`r?`n" | ForEach-Object TrimEnd)
    $now = ($lines -join "`n").Trim("`n") + "`n"
    if ($env:LISTMONKPS_RENEW -eq '1') {
        $null = New-Item -ItemType Directory -Path (Split-Path $path) -Force
        [IO.File]::WriteAllText($path, $now)
    }
    $kept = [IO.File]::ReadAllText($path).Replace("`r`n", "`n")
    if ($kept -cne $now) { throw "The view is not as kept in $Name.txt. It is now:`n$now" }
}

Export-ModuleMember -Function Get-OnlyError, Get-ErrorName, Start-Shell, Stop-Shell, New-SilentServer, Assert-KeptText
