# Bad input for Get-ListmonkLog, read by BadInput.Tests.ps1.
@{
    Rows = @(
        @{ Command = 'Get-ListmonkLog'; Id = 'NoSession'; Category = 'ResourceUnavailable'; Says = 'No listmonk server is connected'; Do = 'Connect-Listmonk' }
        @{ Command = 'Get-ListmonkLog -Source Api'; Id = 'NoSession'; Category = 'ResourceUnavailable'; Says = 'No listmonk server is connected'; Do = 'Connect-Listmonk' }
        @{ Command = 'Get-ListmonkLog -Source File'; Id = 'LogPathNeeded'; Category = 'InvalidArgument'; Says = 'File needs a file'; Do = '-LogPath' }
        @{ Command = 'Get-ListmonkLog -LogPath $folder/no.log'; Id = 'LogNotFound'; Category = 'ObjectNotFound'; Says = 'no\.log'; Do = 'path of a log file' }
        @{ Command = 'Get-ListmonkLog -LogPath $folder/no*.log'; Id = 'LogNotFound'; Category = 'ObjectNotFound'; Says = 'no\*\.log'; Do = 'wildcards' }
        @{ Command = 'Get-ListmonkLog -LogPath $folder'; Id = 'LogUnreadable'; Category = 'ReadError'; Says = 'it is a folder'; Do = 'file' }
        @{ Command = 'Get-ListmonkLog -LogPath Env:/PATH'; Id = 'PathNotFile'; Category = 'InvalidArgument'; Says = 'Env:/PATH'; Do = 'file on a disk' }
        @{ Command = 'Get-ListmonkLog -LogPath $folder/broken.toml -Pattern "("'; Id = 'LogPatternInvalid'; Category = 'InvalidArgument'; Says = "'\('"; Do = 'escape' }
        @{ Command = 'Get-ListmonkLog -LogPath $folder/broken.toml -Pattern "(?=x)"'; Id = 'LogPatternInvalid'; Category = 'InvalidArgument'; Says = '\(\?=x\)'; Do = 'look-around' }
        @{ Command = 'Get-ListmonkLog -LogPath $folder/broken.toml -Pattern ""'; Id = 'ParameterArgumentValidationError'; Category = 'InvalidData'; Says = "'Pattern'"; By = 'PowerShell' }
        @{ Command = 'Get-ListmonkLog Docker -DockerHost ssh://user@host'; Id = 'DockerHostInvalid'; Category = 'InvalidArgument'; Says = 'ssh://user@host'; Do = 'unix:///path' }
        @{ Command = 'Get-ListmonkLog Docker -DockerHost unix:///no/such.sock'; Id = 'DockerUnreachable'; Category = 'ConnectionError'; Says = 'no such socket'; Do = '-DockerHost' }
        @{ Command = 'Get-ListmonkLog Docker -DockerHost tcp://127.0.0.1:1'; Id = 'DockerUnreachable'; Category = 'ConnectionError'; Says = 'tcp://127\.0\.0\.1:1'; Do = 'Docker runs' }
        @{ Command = 'Get-ListmonkLog Docker -DockerHost (New-BenchDocker) -Container nobody'; Id = 'ContainerNotFound'; Category = 'ObjectNotFound'; Says = 'nobody.*listmonk_app'; Do = '-Container' }
        @{ Command = 'Get-ListmonkLog Docker -DockerHost (New-BenchDocker -Fault CutFrame)'; Id = 'ContainerLogBroken'; Category = 'ReadError'; Says = 'listmonk_app.*inside a frame'; Do = 'docker logs' }
        @{ Command = 'Get-ListmonkLog Docker -DockerHost (New-BenchDocker -Fault Page)'; Id = 'NotDocker'; Category = 'InvalidResult'; Says = 'no Docker Engine'; Do = 'DOCKER_HOST' }
        @{ Command = 'Get-ListmonkLog Docker -DockerHost (New-BenchDocker -Fault Silent) -TimeoutSeconds 1'; Id = 'DockerUnreachable'; Category = 'ConnectionError'; Says = 'within 1 s'; Do = 'Docker runs' }
        @{ Command = 'Get-ListmonkLog -Source Nowhere'; Id = 'CannotConvertArgumentNoMessage|ParameterArgumentTransformationError'; Category = 'InvalidArgument|InvalidData'; Says = "'Source'"; By = 'PowerShell' }
        @{ Command = 'Get-ListmonkLog -LogPath $folder/broken.toml -TimeZone Nowhere/City'; Id = 'ParameterArgumentTransformationError'; Category = 'InvalidData'; Says = 'Nowhere/City.*Europe/Berlin'; By = 'PowerShell' }
        @{ Command = 'Get-ListmonkLog -LogPath $folder/broken.toml -Since 15'; Id = 'ParameterArgumentTransformationError'; Category = 'InvalidData'; Says = '15'; By = 'PowerShell' }
        @{ Command = 'Connect-Listmonk $world.uri -Credential $api -Name l | Test-ListmonkOptIn -LogPath $folder/no.log'; Id = 'LogNotFound'; Category = 'ObjectNotFound'; Says = 'no\.log'; Do = 'log file'; Keeps = $true }
    )
}
