using System.Globalization;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.Configuration;

/// <summary>Turns the [db] table of listmonk's configuration, written for Go's driver, into Npgsql's words.</summary>
internal static class DatabaseConfig
{
    /// <summary>How to reach the database that a configuration names, password included.</summary>
    /// <exception cref="FailureException">No database in it, or a value that cannot be.</exception>
    public static NpgsqlConnectionStringBuilder ToConnection(ListmonkConfig config)
    {
        if (!config.HasDatabase)
            throw new FailureException(ConfigFailures.ConfigIncomplete(config.Path));
        NpgsqlConnectionStringBuilder connection = new()
        {
            Host = config.Find("db.host") ?? "localhost",
            Port = config.FindPort("db.port") ?? NpgsqlConnection.DefaultPort,
            Username = config.Find("db.user"),
            Password = config.Find("db.password"),
            Database = config.Find("db.database") ?? config.Find("db.user"),
            SslMode = SslModeOf(config),
        };
        AddParameters(connection, config.Find("db.params") ?? "");
        return connection;
    }

    /// <summary>How many connections listmonk opens at most (db.max_open); null for no bound (contract 7: missing or 0), or what is no number.</summary>
    public static int? MostOpen(ListmonkConfig config) =>
        int.TryParse(config.Find("db.max_open"), NumberStyles.None, CultureInfo.InvariantCulture, out int most) && most > 0 ? most : null;

    private static SslMode SslModeOf(ListmonkConfig config) => config.Find("db.ssl_mode") switch
    {
        null or "prefer" => SslMode.Prefer,
        "disable" => SslMode.Disable,
        "allow" => SslMode.Allow,
        "require" => SslMode.Require,
        "verify-ca" => SslMode.VerifyCA,
        "verify-full" => SslMode.VerifyFull,
        _ => throw new FailureException(ConfigFailures.ConfigValue(config.Path, "db.ssl_mode", Texts.Format("failure.reason.ssl-mode"))),
    };

    /// <summary>db.params is a blank-separated list of key=value; those that decide which tables are seen, and by which certificates, are taken over.</summary>
    private static void AddParameters(NpgsqlConnectionStringBuilder connection, string parameters)
    {
        foreach (string parameter in parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = parameter.IndexOf('=', StringComparison.Ordinal);
            string value = parameter[(equals + 1)..].Trim('\'');
            switch (equals < 0 ? "" : parameter[..equals])
            {
                case "search_path":
                    connection.SearchPath = value;
                    break;
                case "sslrootcert":
                    connection.RootCertificate = value;
                    break;
                case "sslcert":
                    connection.SslCertificate = value;
                    break;
                case "sslkey":
                    connection.SslKey = value;
                    break;
                default:
                    break; // tuning of Go's driver
            }
        }
    }
}
