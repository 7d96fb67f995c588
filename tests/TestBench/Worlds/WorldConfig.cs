using System.Text;

namespace ListmonkPS.TestBench.Worlds;

/// <summary>Writes the config.toml that the server of a world would have on its machine (contract 7).</summary>
internal static class WorldConfig
{
    private const string FileName = "config.toml";

    /// <summary>Writes it, readable by its owner only, and gives its path.</summary>
    /// <param name="world">The world.</param>
    /// <param name="hasAdministrator">Whether the version takes its administrator from here.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<string> WriteAsync(World world, bool hasAdministrator, CancellationToken ct)
    {
        StringBuilder toml = new();
        toml.Append("[app]\n").Append("address = \"").Append(world.Uri.Authority).Append("\"\n");
        if (hasAdministrator)
            toml.Append("admin_username = \"").Append(world.ApiUser).Append("\"\nadmin_password = \"").Append(world.ApiToken).Append("\"\n");
        toml.Append($"""

            [db]
            host = "{world.DatabaseHost}"
            port = {world.DatabasePort}
            user = "{world.DatabaseUser}"
            password = "{world.DatabasePassword}"
            database = "{world.DatabaseName}"
            ssl_mode = "disable"
            max_open = 25
            max_idle = 25
            max_lifetime = "300s"
            params = ""

            """.ReplaceLineEndings("\n"));
        string path = Path.Combine(world.Folder, FileName);
        await File.WriteAllTextAsync(path, toml.ToString(), ct);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return path;
    }
}
