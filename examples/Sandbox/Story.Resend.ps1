# The end of the story: those who were missed while the switch was off are mailed, each once. It needs what Story.ps1 has defined and connected.

Show-Step 'Who was missed in those three weeks?' 'Get-UnconfirmedSubscriber -Since 21d -First 8'
Show-Step '' '(Get-UnconfirmedSubscriber -Since 21d | Measure-Object).Count'

'# Nothing has gone to the reader who signed up first.'
[Console]::Out.WriteLine('@none before@reader.example.org')
[Console]::In.ReadLine()
''

Show-Step 'Mail them now: first the plan.' 'Get-UnconfirmedSubscriber -Since 21d | Invoke-OptInResend -RatePerMinute 60000 -WhatIf'
Show-Step 'Then the mails, each from the ledger; the answer to the one question is given here.' 'Get-UnconfirmedSubscriber -Since 21d | Invoke-OptInResend -Run story -RatePerMinute 60000 -Confirm:$false'
Show-Step 'Once more? Nobody is mailed twice.' 'Get-UnconfirmedSubscriber -Since 21d | Invoke-OptInResend -RatePerMinute 60000 -Confirm:$false 3>&1'
Show-Step 'The ledger knows each of them.' 'Get-OptInResend story | Select-Object -First 5'
