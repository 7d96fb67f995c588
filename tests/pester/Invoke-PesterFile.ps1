<#
.SYNOPSIS
Runs one Pester file and writes what came of it as JSON, for tests/Module.Tests.
.DESCRIPTION
The JSON is a list of objects with Name, Outcome (Passed, Failed, Skipped), Message and Milliseconds, in ASCII.
A file that does not load, a block whose set-up or clean-up fails and a file without tests are failures of their own.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Path,
    [Parameter(Mandatory)] [string] $PesterManifest,
    [Parameter(Mandatory)] [string] $ResultPath
)

# No strict mode and no preference is set here: the test files would inherit them.
Import-Module $PesterManifest -ErrorAction Stop

function Get-BlockName {
    param($Block)
    $names = for ($at = $Block; $at -and -not $at.IsRoot; $at = $at.Parent) { $at.ExpandedName }
    if ($names) {
        $names = @($names)
        [array]::Reverse($names)
        $names -join ' '
    }
}

function Get-ErrorText {
    param($ErrorRecord)
    $lines = foreach ($record in $ErrorRecord) {
        $record.Exception.Message
        $trace = @($record.ScriptStackTrace -split "`r?`n").Where({ $_ -notmatch 'Pester\.(psm1|ScriptScope\.ps1)|Invoke-PesterFile\.ps1' })
        $trace | ForEach-Object { "  $_" }
    }
    $lines -join "`n"
}

function New-Outcome {
    [Diagnostics.CodeAnalysis.SuppressMessage('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'Makes an object only.')]
    param([string] $Name, [string] $Outcome, [string] $Message, [timespan] $Duration)
    [pscustomobject]@{ Name = $Name; Outcome = $Outcome; Message = $Message; Milliseconds = [long]$Duration.TotalMilliseconds }
}

function Get-TestOutcome {
    param($Test)
    $name = "$(Get-BlockName $Test.Block) $($Test.ExpandedName)"
    $message = Get-ErrorText $Test.ErrorRecord
    switch ($Test.Result) {
        'Passed' { New-Outcome $name Passed '' $Test.Duration }
        'Skipped' { New-Outcome $name Skipped ($Test.ErrorRecord ? "$($Test.ErrorRecord[0])" : 'skipped by the test file') $Test.Duration }
        'Failed' { New-Outcome $name Failed ($message ? $message : 'the set-up of its block failed') $Test.Duration }
        default { New-Outcome $name Failed "${_}: $message" $Test.Duration }
    }
}

$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'None'
$run = Invoke-Pester -Configuration $configuration

$outcomes = @(
    foreach ($container in $run.FailedContainers) { New-Outcome 'loads' Failed (Get-ErrorText $container.ErrorRecord) $container.Duration }
    foreach ($block in $run.FailedBlocks) { New-Outcome "$(Get-BlockName $block) (set-up or clean-up)" Failed (Get-ErrorText $block.ErrorRecord) $block.Duration }
    foreach ($test in $run.Tests) { Get-TestOutcome $test }
)
if (-not $outcomes) { $outcomes = @(New-Outcome 'has tests' Failed 'There is no test in this file.' 0) }
ConvertTo-Json -InputObject $outcomes -Depth 3 -EscapeHandling EscapeNonAscii | Set-Content -LiteralPath $ResultPath -Encoding ascii
