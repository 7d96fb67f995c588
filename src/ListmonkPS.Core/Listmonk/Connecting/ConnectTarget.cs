using System.Net;
using ListmonkPS.Core.Listmonk.Api.Routes;
using ListmonkPS.Core.Listmonk.Configuration;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.Connecting;

/// <summary>What a request comes to when profile, files and environment are read: where to go, and with which credentials.</summary>
/// <param name="Name">Name of the session.</param>
/// <param name="Uri">Base address without user information; null without the API.</param>
/// <param name="ApiCredential">User and token, or v3's admin and password; null for none.</param>
/// <param name="Route">How requests get to the API.</param>
/// <param name="Database">How to reach the database, password included; null without it.</param>
/// <param name="Config">listmonk's configuration; null when none was named.</param>
internal sealed record ConnectTarget(
    string Name, Uri? Uri, NetworkCredential? ApiCredential, ApiRoute Route, NpgsqlConnectionStringBuilder? Database, ListmonkConfig? Config)
{
    /// <summary>No credential is shown.</summary>
    public override string ToString() => Name;
}
