# Looks for secrets in everything that a command leaves behind: objects, streams, files and process arguments.

Set-StrictMode -Version 3.0

function Get-SecretForm {
    <#
    .SYNOPSIS
    The ways in which a secret may be written: as it is, percent-encoded, and within base64 at each of its three alignments.
    #>
    param([string] $Secret)
    $Secret
    [uri]::EscapeDataString($Secret)
    $bytes = [Text.Encoding]::UTF8.GetBytes($Secret)
    foreach ($shift in 0..2) {
        # Only the characters that the secret alone decides: the first and the last may hold bits of its neighbours.
        $text = [Convert]::ToBase64String([byte[]]::new($shift) + $bytes)
        $from = [int][math]::Ceiling($shift * 8 / 6)
        $to = [int][math]::Floor(($shift + $bytes.Length) * 8 / 6)
        $text.Substring($from, $to - $from)
    }
}

function Find-Secret {
    <#
    .SYNOPSIS
    Names the places, out of a table of places and texts, that hold one of the secrets.
    #>
    param([Parameter(Mandatory)] [Collections.IDictionary] $Place, [Parameter(Mandatory)] [string[]] $Secret)
    # Text of two bytes a character, as in some files, is read over its zeros.
    $texts = @{}
    foreach ($name in $Place.Keys) { $texts[$name] = $Place[$name].Replace("`0", '') }
    foreach ($one in $Secret | Select-Object -Unique) {
        foreach ($form in Get-SecretForm $one | Select-Object -Unique) {
            foreach ($name in $texts.Keys) {
                if ($texts[$name].Contains($form, [StringComparison]::Ordinal)) {
                    "$name holds $($one.Substring(0, 8))... as $($form.Substring(0, 8))..."
                }
            }
        }
    }
}

function Get-ObjectText {
    <#
    .SYNOPSIS
    All that can be made of objects of one type: their views, their properties at depth, what files and remoting would carry.
    #>
    param([object[]] $InputObject)
    $InputObject.ForEach({ "$_" })
    $InputObject | Out-String -Width 4000
    $InputObject | Format-List * -Force | Out-String -Width 4000
    $InputObject | ConvertTo-Csv
    if ($InputObject[0] -is [System.Management.Automation.ErrorRecord]) { $InputObject.ForEach({ Get-ErrorRecordText $_ }) }
    elseif ($InputObject[0] -isnot [System.Management.Automation.InformationalRecord]) {
        ConvertTo-Json $InputObject -Depth 7 -WarningAction SilentlyContinue
        [System.Management.Automation.PSSerializer]::Serialize($InputObject, 5)
    }
}

function Get-ErrorRecordText {
    <#
    .SYNOPSIS
    What an error record holds beside its views, and so does each exception in it.
    #>
    param([System.Management.Automation.ErrorRecord] $InputObject)
    $InputObject | Get-Error | Out-String -Width 4000
    [System.Management.Automation.PSSerializer]::Serialize($InputObject, 1)
    $InputObject.ErrorDetails | Format-List * -Force | Out-String -Width 4000
    $InputObject.TargetObject | Format-List * -Force | Out-String -Width 4000
    $InputObject.CategoryInfo | Format-List * -Force | Out-String -Width 4000
    for ($at = $InputObject.Exception; $at; $at = $at.InnerException) {
        $at.ToString()
        $at | Format-List * -Force | Out-String -Width 4000
        $at.Data | Out-String -Width 4000
    }
}

function New-RecordedRunspace {
    <#
    .SYNOPSIS
    A runspace with the module, in which every stream is on.
    #>
    [Diagnostics.CodeAnalysis.SuppressMessage('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'Makes an object only.')]
    param([string] $ModuleManifest, [hashtable] $Variable)
    $state = [initialsessionstate]::CreateDefault2()
    $state.ImportPSModule($ModuleManifest)
    $runspace = [runspacefactory]::CreateRunspace($state)
    $runspace.Open()
    foreach ($name in 'VerbosePreference', 'DebugPreference', 'InformationPreference') { $runspace.SessionStateProxy.SetVariable($name, 'Continue') }
    Set-BenchDns $runspace
    foreach ($name in $Variable.Keys) { $runspace.SessionStateProxy.SetVariable($name, $Variable[$name]) }
    $runspace
}

function Invoke-Recorded {
    <#
    .SYNOPSIS
    Runs a script in such a runspace and returns its output, the ids of its errors and all text of all streams.
    #>
    param([runspace] $Runspace, [string] $Script)
    $shell = [powershell]::Create()
    $shell.Runspace = $Runspace
    $output = @()
    $errors = @()
    try { $output = @($shell.AddScript($Script).Invoke()) }
    catch [System.Management.Automation.RuntimeException] { $errors += $_.Exception.ErrorRecord }
    $errors += @($shell.Streams.Error)
    $records = @($output) + $errors + @($shell.Streams.Warning) + @($shell.Streams.Verbose) + @($shell.Streams.Debug) +
    @($shell.Streams.Information) + @($shell.Streams.Progress)
    # Kind by kind: a view of a thousand settings costs little more than that of one.
    $text = foreach ($kind in $records | Where-Object { $null -ne $_ } | Group-Object { $_.GetType().FullName }) { Get-ObjectText $kind.Group }
    $shell.Dispose()
    [pscustomobject]@{
        Output  = $output
        ErrorId = @($errors | ForEach-Object FullyQualifiedErrorId)
        Text    = $text -join "`n"
    }
}

function Get-FolderText {
    <#
    .SYNOPSIS
    The content of every file under some folders, by path.
    #>
    param([string[]] $Path)
    $texts = @{}
    foreach ($file in Get-ChildItem -LiteralPath $Path -Recurse -File -Force -ErrorAction Ignore) {
        $texts["file $($file.FullName)"] = $file.FullName + [Text.Encoding]::Latin1.GetString([IO.File]::ReadAllBytes($file.FullName))
    }
    $texts
}

function Get-ProcessText {
    <#
    .SYNOPSIS
    The arguments of this process and of all processes under it, by id; Linux only.
    #>
    param([int] $Id = $PID)
    $texts = @{ "arguments of $Id" = [IO.File]::ReadAllText("/proc/$Id/cmdline") }
    foreach ($task in Get-ChildItem "/proc/$Id/task" -ErrorAction Ignore) {
        foreach ($child in ([IO.File]::ReadAllText("$($task.FullName)/children") -split ' ').Where({ $_ })) {
            if (Test-Path "/proc/$child") { $texts += Get-ProcessText $child }
        }
    }
    $texts
}

Export-ModuleMember -Function Find-Secret, Get-ObjectText, New-RecordedRunspace, Invoke-Recorded, Get-FolderText, Get-ProcessText
