using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.TestBench.StandIn.Process;

/// <summary>What a life of the server starts from, besides the rows of its database.</summary>
/// <param name="Quirks">The version's row of the quirk table.</param>
/// <param name="AdminUser">Configured admin name; counts up to v3.</param>
/// <param name="AdminPassword">Configured admin password; counts up to v3.</param>
/// <param name="DatabasePlace">host:port/name for the log.</param>
/// <param name="Time">Clock.</param>
/// <param name="RequestReload">Called when a call asks for a reload; it returns at once.</param>
internal sealed record ProcessOptions(
    Quirks Quirks, string AdminUser, string AdminPassword, string DatabasePlace, TimeProvider Time, Action RequestReload);
