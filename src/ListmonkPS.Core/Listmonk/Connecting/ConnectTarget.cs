using System.Net;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.Connecting;

/// <summary>What a request comes to when files and environment are read: where to go, and with which credentials.</summary>
/// <param name="Name">Name of the session.</param>
/// <param name="Uri">Base address without user information; null without the API.</param>
/// <param name="ApiCredential">User and token, or v3's admin and password; null for none.</param>
/// <param name="Database">How to reach the database, password included; null without it.</param>
internal sealed record ConnectTarget(string Name, Uri? Uri, NetworkCredential? ApiCredential, NpgsqlConnectionStringBuilder? Database)
{
    /// <summary>No credential is shown.</summary>
    public override string ToString() => Name;
}
