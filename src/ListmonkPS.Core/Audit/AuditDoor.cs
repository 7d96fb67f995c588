using ListmonkPS.Core.Audit.Baselines;
using ListmonkPS.Core.Audit.Comparing;
using ListmonkPS.Core.Audit.Secrets;
using ListmonkPS.Core.Listmonk.Settings.Reading;
using ListmonkPS.Core.Listmonk.Settings.Reloading;

namespace ListmonkPS.Core.Audit;

/// <summary>Baselines of settings, and comparison with them.</summary>
/// <param name="stateFolder">Folder in which the key of the hashes is kept.</param>
internal sealed class AuditDoor(string stateFolder) : IAuditDoor
{
    private const string KeyFile = "audit.key";

    /// <summary>The door with the state folder of this user.</summary>
    public AuditDoor()
        : this(StateFolder.Find())
    {
    }

    /// <inheritdoc/>
    public async Task<string> ExportAsync(ListmonkSession session, BaselineTarget target, INoticeSink notices, CancellationToken cancellation)
    {
        string path = BaselineFile.PathFor(target, session.Name);
        SettingBaseline baseline = await ReadAsync(session, notices, cancellation);
        await BaselineFile.WriteAsync(path, BaselineText.Of(baseline), target.NoClobber, cancellation);
        return path;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ListmonkSettingDifference>> CompareAsync(
        ListmonkSession session, ComparisonReference reference, INoticeSink notices, CancellationToken cancellation)
    {
        SettingBaseline? given = reference.BaselinePath is { } path ? await BaselineFile.ReadAsync(path, cancellation)
            : reference.Session is { } other ? await ReadAsync(other, notices, cancellation)
            : null;
        SettingBaseline current = await ReadAsync(session, notices, cancellation);
        given ??= SettingBaseline.Default(current.Version, current.Source, await KeyAsync(cancellation));
        if (given.HashKeys().Except(current.HashKeys()).Any() && current.HashKeys().Any()) notices.Warning(Texts.Format("notice.audit.other-key"));
        return new SettingComparison(given, current).Run();
    }

    private async Task<SettingBaseline> ReadAsync(ListmonkSession session, INoticeSink notices, CancellationToken cancellation)
    {
        SettingAccess access = SettingAccess.Of(session);
        return SettingBaseline.Of(await SettingReader.ReadExactAsync(access, notices, cancellation), access, await KeyAsync(cancellation));
    }

    private async Task<AuditKey> KeyAsync(CancellationToken cancellation)
    {
        string path = Path.Combine(stateFolder, KeyFile);
        try
        {
            StateFolder.Create(stateFolder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FailureException(AuditFailures.AuditKeyUnusable(path, exception.Message), exception);
        }

        return await AuditKey.OpenAsync(path, cancellation);
    }
}
