using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Listmonk.OptIn.ByApi;

namespace ListmonkPS.Core.Diagnosis.Facts;

/// <summary>Counts those who wait: in the database where it answers, else by the API.</summary>
internal sealed class WaitingPeopleSource : FactSource<WaitingPeople>
{
    public override Access Needs => Access.Api | Access.Database;

    public override IReadOnlyList<Type> Uses => [typeof(DatabaseState)];

    protected override async Task<WaitingPeople> ReadFactAsync(FactContext context, FactSet facts, CancellationToken cancellation)
    {
        DatabaseState? state = facts.TryGet<DatabaseState>();
        Failure? obstacle = state?.ObstacleTo("lists", "subscribers", "subscriber_lists");
        if (state is not null && obstacle is null)
        {
            return new WaitingPeople(await context.Server.Database!.ReadWaitingAsync(cancellation), Access.Database);
        }

        return context.Server.Api is null
            ? throw new FailureException(obstacle!)
            : new WaitingPeople(await ApiWaiting.ReadAsync(context.Server, cancellation), Access.Api);
    }
}
