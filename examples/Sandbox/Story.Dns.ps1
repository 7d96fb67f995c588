<#
    A part of the story: somebody edits the SPF record and breaks it. Story.ps1 runs it in its own scope, with its functions. The DNS server that it asks
    is the sandbox's, which publishes what it is told.
#>

$PSDefaultParameterValues = @{ 'Test-Listmonk*:DnsServer' = $env:LISTMONKPS_SANDBOX_DNS }

function Publish-Spf {
    # Publishes an SPF record in the sandbox's DNS, as one does in the control panel of a provider.
    param([string] $Record)
    [Console]::Out.WriteLine("@publish $Record")
    [Console]::In.ReadLine()
}

Show-Step 'A colleague edits the SPF record of the domain.' "Publish-Spf 'v=spf1 ipv4:192.0.2.25 -all'"

Show-Step 'Mailbox providers begin to refuse the mails. Why?' 'Test-ListmonkOptIn -Status Fail, Warning'

$cause = @(Test-ListmonkOptIn -Status Fail)[0]
if ($cause.Id -ne 'dns.spf-invalid' -or $cause.Rank -ne 1) { throw "The broken SPF record is not named first: $($cause.Id)." }
Show-Step 'The record that was proposed, and the proof: it was evaluated as receivers do it.' '$cause.Remedy.Record | Format-List'

Show-Step 'Published as proposed.' "Publish-Spf '$($cause.Remedy.Record.Value)'"
Show-Step 'The host may send again, and nothing is left to mend.' 'Test-ListmonkSpf lists.example.org 192.0.2.25'
Show-Step '' '(Test-ListmonkOptIn | Where-Object Id -EQ dns.spf-invalid).Status'
if ((Test-ListmonkSpf lists.example.org 192.0.2.25).Result -ne 'Pass' -or (Test-ListmonkOptIn -Status Fail | Where-Object Id -Like dns.*)) { throw 'The record that was proposed did not help.' }
