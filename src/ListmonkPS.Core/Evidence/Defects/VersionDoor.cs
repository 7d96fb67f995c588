using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk;
using ListmonkPS.Core.Listmonk.OptIn.Due;
using ListmonkPS.Core.Listmonk.Settings.Reading;
using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Evidence.Defects;

/// <summary>Tests the version of a server: the door of this room.</summary>
internal sealed class VersionDoor : IVersionDoor
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<VersionTest>> TestAsync(
        ListmonkSession session, VersionTestRequest request, INoticeSink notices, CancellationToken cancellation)
    {
        ListmonkServer server = ListmonkServer.Of(session);
        IReadOnlyList<Release> releases = await ReleasesAsync(request, cancellation);
        RunningVersion running = await RunningAsync(server, releases, cancellation) ?? throw new FailureException(VersionFailures.VersionUnknown(session.Name));
        PastMemberships past = await CircumstanceReader.ReadPastAsync(server, failure => notices.Verbose(failure.Message), cancellation);
        DefectCircumstances here = CircumstanceReader.Of(await SettingsAsync(session, notices, cancellation), past);
        VersionReport report = new(running, releases, session.Name);
        return [.. report.Defects(here), .. report.Standing()];
    }

    /// <summary>The version of a server now; null when nothing tells it.</summary>
    /// <param name="server">The server.</param>
    /// <param name="releases">All releases.</param>
    /// <param name="cancellation">Ends the question.</param>
    public static async Task<RunningVersion?> RunningAsync(ListmonkServer server, IReadOnlyList<Release> releases, CancellationToken cancellation)
    {
        if (server.Api is { } api)
        {
            try
            {
                return (await api.GetConfigAsync(cancellation)).Version is { } told ? RunningVersion.Exact(told) : null;
            }
            catch (FailureException) when (server.Database is not null)
            {
                // The database tells the last migration, which is less and enough to go on.
            }
        }

        return server.Database is { } database && ListmonkVersion.TryParse((await database.ProbeAsync(cancellation)).LastMigration) is { } migration
            ? RunningVersion.OfMigration(migration, releases)
            : null;
    }

    private static async Task<IReadOnlyList<Release>> ReleasesAsync(VersionTestRequest request, CancellationToken cancellation)
    {
        List<Release> others = [];
        if (request.FeedPath is { } path)
            others.AddRange(await ReleaseFeed.ReadAsync(path, cancellation));
        if (request.LatestVersion is { } text)
            others.Add(new Release(ListmonkVersion.TryParse(text) ?? throw new FailureException(VersionFailures.VersionInvalid(text)), null));
        return ReleaseTable.With(others);
    }

    private static async Task<IReadOnlyDictionary<string, JsonNode?>?> SettingsAsync(ListmonkSession session, INoticeSink notices, CancellationToken cancellation)
    {
        try
        {
            return (await SettingReader.ReadExactAsync(SettingAccess.Of(session), notices, cancellation)).Values;
        }
        catch (FailureException failure)
        {
            notices.Verbose(failure.Failure.Message);
            return null;
        }
    }
}
