<#
    A part of the story: somebody means well and sets TLS for a mail server that speaks none on that port. Story.ps1 runs it in its own scope,
    with its functions.
#>

Show-Step 'A colleague reads that mail should be encrypted, and sets TLS.' 'Set-ListmonkSetting smtp/primary/tls_type TLS'

Show-Step 'Mails stop again. Why, this time?' 'Test-ListmonkOptIn -Status Fail, Warning'

Show-Step 'At which step does it fail?' 'Test-ListmonkSmtp'

$cause = @(Test-ListmonkOptIn -Status Fail)[0]
if ($cause.Id -ne 'smtp.tls-mode' -or $cause.Rank -ne 1) { throw "The broken mail server is not named first: $($cause.Id)." }
Show-Step 'The command that was proposed mends it, and the next reader is mailed.' $cause.Remedy.Command
Show-Step '' 'Send-SignUp mended@reader.example.org'
Wait-Mail mended@reader.example.org
''
