# What Pester files need of the test bench: worlds made and ended over its control server, and the module as it was built.
# The control server's address and token come from tests/Module.Tests in environment variables.

Set-StrictMode -Version 3.0

function Import-BenchModule {
    <#
    .SYNOPSIS
    Imports the module from the folder that the build assembled, never from elsewhere.
    #>
    Import-Module $env:LISTMONKPS_MODULE -Force -Global -ErrorAction Stop
    Set-BenchDns
}

function Set-BenchDns {
    <#
    .SYNOPSIS
    Lets every test command ask the DNS server of the bench unless told otherwise: a test never asks a real one.
    .PARAMETER Runspace
    A runspace other than this one.
    #>
    [Diagnostics.CodeAnalysis.SuppressMessage('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A default of a test process.')]
    [Diagnostics.CodeAnalysis.SuppressMessage('PSAvoidGlobalVars', '', Justification = 'The engine reads this variable.')]
    param([runspace] $Runspace)
    if ($Runspace) { $Runspace.SessionStateProxy.SetVariable('PSDefaultParameterValues', [System.Management.Automation.DefaultParameterDictionary]@{ 'Test-Listmonk*:DnsServer' = $env:LISTMONKPS_BENCH_DNS }) }
    else { $global:PSDefaultParameterValues['Test-Listmonk*:DnsServer'] = $env:LISTMONKPS_BENCH_DNS }
}

function Invoke-BenchControl {
    <#
    .SYNOPSIS
    Asks the control server.
    #>
    param([string] $Method, [string] $Path, $Body)
    $request = @{
        Method  = $Method
        Uri     = [uri]::new([uri]$env:LISTMONKPS_BENCH, $Path)
        Headers = @{ Authorization = "Bearer $env:LISTMONKPS_BENCH_TOKEN" }
        NoProxy = $true
    }
    if ($Body -is [string]) { $request += @{ Body = $Body; ContentType = 'text/plain; charset=utf-8' } }
    elseif ($Body) { $request += @{ Body = (ConvertTo-Json $Body -Depth 5); ContentType = 'application/json' } }
    try { Invoke-RestMethod @request -ErrorAction Stop }
    catch { throw "The bench refused $Method ${Path}: $($_.Exception.Message) $($_.ErrorDetails)" }
}

function New-BenchWorld {
    <#
    .SYNOPSIS
    Makes a listmonk with a database, a mail sink and a configuration file of its own.
    .PARAMETER History
    Fresh, Healthy, SwitchOff (for three weeks) or Empty.
    #>
    [Diagnostics.CodeAnalysis.SuppressMessage('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A disposable world of a test.')]
    param([string] $Version = 'v6.2.0', [string] $History = 'SwitchOff', [int] $Subscribers = 60)
    Invoke-BenchControl Post '/worlds' @{ version = $Version; history = $History; subscribers = $Subscribers }
}

function Remove-BenchWorld {
    <#
    .SYNOPSIS
    Ends worlds.
    #>
    [Diagnostics.CodeAnalysis.SuppressMessage('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A disposable world of a test.')]
    param([object[]] $World)
    foreach ($one in $World) { $null = Invoke-BenchControl Delete "/worlds/$($one.id)" }
}

function Invoke-BenchSql {
    <#
    .SYNOPSIS
    Runs SQL in a world's database as the owner of its tables, and returns the rows.
    #>
    param($World, [string] $Sql)
    Invoke-BenchControl Post "/worlds/$($World.id)/sql" $Sql
}

function Get-BenchMail {
    <#
    .SYNOPSIS
    The mails that a world's server has sent.
    #>
    param($World)
    Invoke-BenchControl Get "/worlds/$($World.id)/mail"
}

function Get-BenchRequest {
    <#
    .SYNOPSIS
    The requests that a world's server has got.
    #>
    param($World)
    $requests = Invoke-BenchControl Get "/worlds/$($World.id)/requests"
    $requests # one by one: an array from Invoke-RestMethod goes down a pipeline as one object
}

function Set-BenchServer {
    <#
    .SYNOPSIS
    Stops, starts or reloads a world's server.
    #>
    [Diagnostics.CodeAnalysis.SuppressMessage('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A disposable world of a test.')]
    param($World, [ValidateSet('stop', 'start', 'reload')] [string] $Order)
    $null = Invoke-BenchControl Post "/worlds/$($World.id)/server" $Order
}

function New-BenchSignUp {
    <#
    .SYNOPSIS
    Signs an address up by the public API of a world's server, as a visitor of a web site does.
    #>
    [Diagnostics.CodeAnalysis.SuppressMessage('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A disposable world of a test.')]
    param($World, [string] $Email, [string] $ListUuid)
    Invoke-BenchControl Post "/worlds/$($World.id)/signup" @{ email = $Email; name = $Email; listUuid = $ListUuid }
}

function New-BenchFault {
    <#
    .SYNOPSIS
    Makes a server that is no listmonk, and returns its address.
    .PARAMETER Kind
    Html, Silent, Garbage, Redirect, Endless or Unauthorized.
    #>
    [Diagnostics.CodeAnalysis.SuppressMessage('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A disposable server of a test.')]
    param([string] $Kind)
    [uri](Invoke-BenchControl Post "/faults?kind=$Kind").uri
}

function New-BenchMailServer {
    <#
    .SYNOPSIS
    Makes a mail server on loopback that takes one log-in, and returns its port, user and password.
    .PARAMETER Step
    The step at which it does something else: Banner, Hello, LogIn, MailFrom, RcptTo, Data or Message.
    .PARAMETER Reply
    What it says there; without it, nothing any more.
    #>
    [Diagnostics.CodeAnalysis.SuppressMessage('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A disposable server of a test.')]
    param([string] $Step, [string] $Reply, [string[]] $Mechanism = @('PLAIN', 'LOGIN', 'CRAM-MD5'))
    Invoke-BenchControl Post '/mail-servers' @{ step = $Step; reply = $Reply; mechanisms = @($Mechanism) }
}

function Set-BenchBlock {
    <#
    .SYNOPSIS
    Lets a listmonk send by one mail server of the bench, with its log-in, in the clear.
    #>
    [Diagnostics.CodeAnalysis.SuppressMessage('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A setting of a disposable world.')]
    param($World, $Server)
    $block = @{
        uuid = [guid]::NewGuid(); name = 'email-primary'; enabled = $true; host = '127.0.0.1'; port = $Server.port; auth_protocol = 'plain'; username = $Server.user
        password = $Server.password; hello_hostname = 'lists.example.org'; max_conns = 4; max_msg_retries = 2; idle_timeout = '5s'; wait_timeout = '5s'
        tls_type = 'none'; tls_skip_verify = $false; email_headers = @(); msg_retry_delay = '10ms'; from_addresses = @()
    }
    $json = (ConvertTo-Json @($block) -Depth 5 -Compress).Replace("'", "''")
    $null = Invoke-BenchSql $World "update settings set value = '$json' where key = 'smtp'"
    Set-BenchServer $World reload
}

function Get-BenchMailServer {
    <#
    .SYNOPSIS
    What a mail server of the bench has seen: connections, lines and messages.
    #>
    param($Server)
    Invoke-BenchControl Get "/mail-servers/$($Server.port)"
}

function New-BenchTls {
    <#
    .SYNOPSIS
    Puts TLS in front of a world's server, and returns its address, thumbprints and the PEM text of its authority.
    .PARAMETER Kind
    Good, WrongName, Expired or SelfSigned.
    #>
    [Diagnostics.CodeAnalysis.SuppressMessage('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A disposable server of a test.')]
    param($World, [string] $Kind = 'Good')
    Invoke-BenchControl Post "/worlds/$($World.id)/tls?kind=$Kind"
}

function New-BenchProxy {
    <#
    .SYNOPSIS
    Starts a forward proxy that wants a log-in, or none without a user.
    #>
    [Diagnostics.CodeAnalysis.SuppressMessage('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A disposable server of a test.')]
    [Diagnostics.CodeAnalysis.SuppressMessage('PSAvoidUsingUsernameAndPasswordParams', '', Justification = 'It makes the log-in of a bench.')]
    [Diagnostics.CodeAnalysis.SuppressMessage('PSAvoidUsingPlainTextForPassword', '', Justification = 'It makes the log-in of a bench.')]
    param([string] $User, [string] $Secret)
    Invoke-BenchControl Post "/proxies?user=$User&password=$Secret"
}

function Get-BenchProxyRequest {
    <#
    .SYNOPSIS
    First lines of the requests that a proxy let through.
    #>
    param($Proxy)
    Invoke-BenchControl Get "/proxies/$($Proxy.port)" | ForEach-Object { $_ }
}

function New-BenchDocker {
    <#
    .SYNOPSIS
    Starts a stand-in of Docker with two containers, and returns its address for -DockerHost.
    .PARAMETER Log
    The log of the container listmonk_app: lines with the stamps that Docker puts before them.
    .PARAMETER Fault
    None, Silent, CutFrame, OddFrame, EndlessLine, SystemError, OldVersion or Page.
    #>
    [Diagnostics.CodeAnalysis.SuppressMessage('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A disposable server of a test.')]
    param([string] $Log = "2025-05-08T10:00:00Z 2025/05/08 10:00:00 main.go:1: v6.2.0 (x)`n", [string] $Fault = 'None')
    (Invoke-BenchControl Post "/dockers?fault=$Fault" $Log).host
}

function New-BenchZone {
    <#
    .SYNOPSIS
    Serves names from a DNS server of its own, and returns its address for -DnsServer.
    .PARAMETER Zone
    Owner name to a list of {TYPE: value}, as the conformance cases have it.
    #>
    [Diagnostics.CodeAnalysis.SuppressMessage('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A disposable server of a test.')]
    param([System.Collections.IDictionary] $Zone)
    (Invoke-BenchControl Post '/zones' $Zone).address
}

function New-BenchCredential {
    <#
    .SYNOPSIS
    A credential from a user and the text of its secret.
    #>
    [Diagnostics.CodeAnalysis.SuppressMessage('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'Makes an object only.')]
    [Diagnostics.CodeAnalysis.SuppressMessage('PSAvoidUsingUsernameAndPasswordParams', '', Justification = 'It makes the credential.')]
    param([string] $User, [string] $Secret)
    [pscredential]::new($User, [Net.NetworkCredential]::new('', $Secret).SecurePassword)
}

Export-ModuleMember -Function Import-BenchModule, Set-BenchDns, New-BenchWorld, Remove-BenchWorld, Invoke-BenchSql, Get-BenchMail, Get-BenchRequest,
    Set-BenchServer, New-BenchSignUp, New-BenchFault, New-BenchTls, New-BenchProxy, New-BenchDocker, New-BenchZone,
    Get-BenchProxyRequest, New-BenchCredential, New-BenchMailServer, Get-BenchMailServer, Set-BenchBlock
