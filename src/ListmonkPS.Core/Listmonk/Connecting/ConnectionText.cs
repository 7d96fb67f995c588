using System.Text.RegularExpressions;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.Connecting;

/// <summary>Checks a connection string that a person typed. Nothing of it is ever repeated: a piece of a password may stand in any place of a broken one.</summary>
internal static partial class ConnectionText
{
    /// <summary>The connection string as Npgsql understands it.</summary>
    /// <exception cref="FailureException">A password in it, or no connection string.</exception>
    public static NpgsqlConnectionStringBuilder Check(string text)
    {
        if (Secret().IsMatch(text))
            throw new FailureException(DatabaseFailures.PasswordInConnectionString());
        NpgsqlConnectionStringBuilder connection = Parse(text);
        if (!string.IsNullOrEmpty(connection.Password) || !string.IsNullOrEmpty(connection.SslPassword))
            throw new FailureException(DatabaseFailures.PasswordInConnectionString());
        return string.IsNullOrWhiteSpace(connection.Host) ? throw Bad("failure.reason.no-database-host")
            : connection.Host.AsSpan().ContainsAny(' ', '=') ? throw Bad("failure.reason.connection-string") // libpq's form: all of it became the host
            : connection;
    }

    private static NpgsqlConnectionStringBuilder Parse(string text)
    {
        if (text.Contains("://", StringComparison.Ordinal))
            throw Bad("failure.reason.connection-uri");
        try
        {
            return new NpgsqlConnectionStringBuilder(text);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            throw Bad("failure.reason.connection-string"); // without the exception: it quotes the string
        }
    }

    private static FailureException Bad(string reason) => new(DatabaseFailures.BadConnectionString(Texts.Format(reason)));

    /// <summary>A password by any of Npgsql's names, in libpq's form too, or within a URI.</summary>
    [GeneratedRegex(@"(password|passwd|pwd|psw)\s*=\s*[^\s;]|://[^/@\s]*:[^@\s]*@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}
