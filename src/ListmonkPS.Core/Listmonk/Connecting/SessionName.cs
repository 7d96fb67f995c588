using Npgsql;

namespace ListmonkPS.Core.Listmonk.Connecting;

/// <summary>The name that a session gets when none is given: two servers on one host have two names, since one of the same name is replaced.</summary>
internal static class SessionName
{
    /// <summary>Host of the address, else host and name of the database; with the port where it is not the usual one.</summary>
    public static string Of(Uri? uri, NpgsqlConnectionStringBuilder? database)
    {
        if (uri is not null)
            return uri.Authority;
        string port = database is { Port: not NpgsqlConnection.DefaultPort } ? FormattableString.Invariant($":{database.Port}") : "";
        return $"{database?.Host}{port}/{database?.Database ?? database?.Username}";
    }
}
