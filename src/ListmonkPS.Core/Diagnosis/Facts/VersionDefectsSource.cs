using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Evidence.Defects;
using ListmonkPS.Core.Listmonk.OptIn.Due;

namespace ListmonkPS.Core.Diagnosis.Facts;

/// <summary>Asks which version runs, and what decides here whether its defects bite.</summary>
internal sealed class VersionDefectsSource : FactSource<VersionDefects>
{
    public override Access Needs => Access.Api | Access.Database;

    public override IReadOnlyList<Type> Uses => [typeof(StoredSettings), typeof(DatabaseState)];

    protected override async Task<VersionDefects> ReadFactAsync(FactContext context, FactSet facts, CancellationToken cancellation)
    {
        if (context.Server.Api is null && facts.TryGet<DatabaseState>()?.ObstacleTo("settings") is { } obstacle)
            throw new FailureException(obstacle);
        RunningVersion running = await VersionDoor.RunningAsync(context.Server, ReleaseTable.Known, cancellation)
            ?? throw new FailureException(VersionFailures.VersionUnknown(context.Session.Name));
        PastMemberships past = await CircumstanceReader.ReadPastAsync(context.Server, _ => { }, cancellation);
        VersionReport report = new(running, ReleaseTable.Known, context.Session.Name);
        return new VersionDefects(running, report.Defects(CircumstanceReader.Of(facts.TryGet<StoredSettings>()?.Values, past)));
    }
}
