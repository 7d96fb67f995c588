namespace ListmonkPS.TestBench.Worlds;

/// <summary>All that somebody in another process needs to use a world. It holds the secrets: it is for tests and sandboxes only.</summary>
public sealed record WorldDescription
{
    public required string Id { get; init; }

    public required Uri Uri { get; init; }

    public required string Version { get; init; }

    public required string ApiUser { get; init; }

    public required string ApiToken { get; init; }

    public required string ApiReader { get; init; }

    public required string ApiReaderToken { get; init; }

    public required string DatabaseHost { get; init; }

    public required int DatabasePort { get; init; }

    public required string DatabaseName { get; init; }

    public required string DatabaseUser { get; init; }

    public required string DatabasePassword { get; init; }

    public required string ReadUser { get; init; }

    public required string ReadPassword { get; init; }

    /// <summary>Of the owner, without the password.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>Of the reader, without the password.</summary>
    public required string ReadConnectionString { get; init; }

    public required string ConfigPath { get; init; }

    public required int MailPort { get; init; }

    /// <summary>DNS server that knows the world's domain, as address:port.</summary>
    public required string DnsServer { get; init; }

    public required IReadOnlyList<string> Secrets { get; init; }

    /// <summary>Describes a world.</summary>
    public static WorldDescription Of(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        return new WorldDescription
        {
            Id = world.Id,
            Uri = world.Uri,
            Version = world.Options.Version,
            ApiUser = world.ApiUser,
            ApiToken = world.ApiToken,
            ApiReader = world.ApiReader,
            ApiReaderToken = world.ApiReaderToken,
            DatabaseHost = world.DatabaseHost,
            DatabasePort = world.DatabasePort,
            DatabaseName = world.DatabaseName,
            DatabaseUser = world.DatabaseUser,
            DatabasePassword = world.DatabasePassword,
            ReadUser = world.ReadUser,
            ReadPassword = world.ReadPassword,
            ConnectionString = world.ConnectionString,
            ReadConnectionString = world.ReadConnectionString,
            ConfigPath = world.ConfigPath,
            MailPort = world.Mail.Port,
            DnsServer = world.DnsServer,
            Secrets = world.Secrets,
        };
    }
}
