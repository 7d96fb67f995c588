using System.Buffers;
using ListmonkPS.Core.Listmonk.Configuration;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.Connecting;

/// <summary>Where the database is: a connection string, or the configuration's words with what was given over them.</summary>
internal static class DatabaseTarget
{
    private static readonly SearchValues<char> NotInHost = SearchValues.Create(" =;,@'\"");

    private const string DefaultName = "listmonk";

    /// <summary>How to reach the database, password included; null when nothing names one.</summary>
    /// <exception cref="FailureException">What was given cannot be used.</exception>
    public static NpgsqlConnectionStringBuilder? Of(ConnectRequest request, ListmonkConfig? config)
    {
        NpgsqlConnectionStringBuilder? database = request switch
        {
            { ConnectionString: { } text } => ConnectionText.Check(text),
            _ when config is { HasDatabase: true } || (config is not null && request.DatabaseHost is null) => DatabaseConfig.ToConnection(config),
            { DatabaseHost: not null } => new NpgsqlConnectionStringBuilder { Database = DefaultName },
            _ => null,
        };
        if (database is null)
            return null;
        if (request.DatabaseHost is { } host)
            database.Host = Check(host);
        database.Port = request.DatabasePort ?? database.Port;
        database.Database = request.DatabaseName ?? database.Database;
        if (request.DatabaseCredential is { } role)
            (database.Username, database.Password) = (role.UserName, role.Password);
        return database;
    }

    /// <summary>A host, an address or the folder of a socket; several, or anything of a connection string, are none.</summary>
    private static string Check(string host)
    {
        string trimmed = host.Trim();
        return trimmed.Length == 0 || trimmed.AsSpan().ContainsAny(NotInHost) || trimmed.Contains("://", StringComparison.Ordinal) || trimmed.Any(char.IsControl)
            ? throw new FailureException(DatabaseFailures.BadDatabaseHost())
            : trimmed;
    }
}
