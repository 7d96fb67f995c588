using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Listmonk.Connecting;

/// <summary>The accesses of a target with what a first look at each showed.</summary>
/// <param name="Target">What was to be reached.</param>
/// <param name="Api">The API; null when it was not asked for.</param>
/// <param name="Database">The database; null when it was not asked for.</param>
/// <param name="ApiProof">What the API showed; null when it was not asked for.</param>
/// <param name="DatabaseProof">What the database showed; null when it was not asked for.</param>
internal sealed record ProvedAccess(
    ConnectTarget Target, ListmonkApi? Api, ListmonkDatabase? Database, ApiProof? ApiProof, DatabaseProof? DatabaseProof)
{
    /// <summary>One failure for each access that does not work.</summary>
    public IReadOnlyList<Failure> Failures => [.. new[] { ApiProof?.Failure, DatabaseProof?.Failure }.OfType<Failure>()];

    /// <summary>The session on them.</summary>
    /// <param name="time">Clock.</param>
    public ListmonkSession ToSession(TimeProvider time)
    {
        DatabaseInfo? info = DatabaseProof?.Info;
        ListmonkServer server = new()
        {
            Name = Target.Name,
            Uri = Target.Uri,
            Api = Api,
            Database = Database,
            Version = ApiProof?.Config?.Version ?? ListmonkVersion.TryParse(info?.LastMigration),
            Time = time,
        };
        return new ListmonkSession(server)
        {
            Name = Target.Name,
            Uri = Target.Uri,
            Version = ApiProof?.Config?.VersionText ?? info?.LastMigration,
            HasApi = ApiProof is { Failure: null },
            HasDatabase = DatabaseProof is { Failure: null },
            Permissions = new TextList<string>(ApiProof?.Profile?.Permissions ?? []),
            IsSuperAdmin = ApiProof?.IsSuperAdmin,
            User = Api is null ? null : ApiProof?.Profile?.UserName ?? Target.ApiCredential?.UserName,
            Database = Database?.Place,
            DatabaseUser = info?.User,
            DatabaseRights = new TextList<string>(info?.Rights.Shown() ?? []),
            IsDatabaseReadOnly = info is null ? null : !info.MayWriteSettings,
            Rights = RightsSummary.Of(ApiProof, DatabaseProof),
            Problem = Failures.Count == 0 ? null : Failures[0].Message,
            ConnectedAt = time.GetUtcNow(),
        };
    }
}
