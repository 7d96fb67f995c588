using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Reading;

namespace ListmonkPS.Core.Diagnosis.Checks.Database.Health;

/// <summary>Connections are left: listmonk waits without a bound for one that it cannot get.</summary>
internal sealed class DatabasePoolCheck() : DatabaseAspectCheck("database.pool-exhausted", DatabaseAspect.Connections, OptInEffect.StopsAll)
{
    public const string Id = "database.pool-exhausted";

    /// <summary>That we get no connection need not be so for listmonk, which holds its own: its API tells.</summary>
    protected override CheckStatus Weigh(DatabaseTest test, FactSet facts) =>
        test.Status == CheckStatus.Fail && facts.TryGet<StoredSettings>() is { Source: Access.Api } ? CheckStatus.Warning : test.Status;
}
