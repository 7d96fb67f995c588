using System.Text.Json;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Sandbox;

/// <summary>Keeps the world up until Ctrl+C, and says how to connect: in words, and as one line of JSON for programs.</summary>
internal static class Serve
{
    public static async Task<int> RunAsync(World world, CancellationToken cancellation)
    {
        WorldDescription description = WorldDescription.Of(world);
        Console.WriteLine($"""
            A disposable listmonk {description.Version} is up; its opt-in mails were switched off three weeks ago. Everything in it is made up.

              Import-Module '{Repository.ModuleManifest}'
              $PSDefaultParameterValues['Test-Listmonk*:DnsServer'] = '{description.DnsServer}'
              Connect-Listmonk {description.Uri} -Credential {description.ApiUser} -ConfigPath '{description.ConfigPath}'

              API token of "{description.ApiUser}": {description.ApiToken}
              Database: {description.ConnectionString}   (password: {description.DatabasePassword})
              Mail goes to 127.0.0.1:{description.MailPort}

            Ctrl+C ends it and removes all of it.
            """);
        Console.WriteLine(JsonSerializer.Serialize(description, JsonSerializerOptions.Web));
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
        return 0;
    }
}
