# Bad input for Test-ListmonkVersion, read by BadInput.Tests.ps1.
@{
    Rows = @(
        @{ Command = 'Connect-Listmonk $world.uri -Credential $api -Name v | Test-ListmonkVersion -LatestVersion newest'; Id = 'VersionInvalid'; Category = 'InvalidArgument'; Says = "'newest'"; Do = 'v6\.2\.0'; Keeps = $true }
        @{ Command = 'Connect-Listmonk $world.uri -Credential $api -Name v | Test-ListmonkVersion -FeedPath $folder/no.json'; Id = 'ReleaseFeedUnreadable'; Category = 'ReadError'; Says = 'no\.json.*no such file'; Do = 'GitHub'; Keeps = $true }
        @{ Command = 'Connect-Listmonk $world.uri -Credential $api -Name v | Test-ListmonkVersion -FeedPath $folder/broken.toml'; Id = 'ReleaseFeedUnreadable'; Category = 'ReadError'; Says = 'broken\.toml.*not JSON'; Do = 'tag_name'; Keeps = $true }
        @{ Command = 'Connect-Listmonk $world.uri -Credential $api -Name v | Test-ListmonkVersion -FeedPath Env:/PATH'; Id = 'PathNotFile'; Category = 'InvalidArgument'; Says = 'Env:/PATH'; Do = 'file on a disk'; Keeps = $true }
        @{ Command = 'Test-ListmonkVersion -LatestVersion ""'; Id = 'ParameterArgumentValidationError'; Category = 'InvalidData'; Says = "'LatestVersion'"; By = 'PowerShell' }
        @{ Command = 'Test-ListmonkVersion'; Id = 'NoSession'; Category = 'ResourceUnavailable'; Says = 'No listmonk server is connected'; Do = 'Connect-Listmonk' }
    )
}
