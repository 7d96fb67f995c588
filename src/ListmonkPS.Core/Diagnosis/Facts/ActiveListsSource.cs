using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.OptIn.ByApi;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Diagnosis.Facts;

/// <summary>Reads the lists from the database where it answers, else from the API.</summary>
internal sealed class ActiveListsSource : FactSource<ActiveLists>
{
    private const string Archived = "archived";

    public override Access Needs => Access.Api | Access.Database;

    public override IReadOnlyList<Type> Uses => [typeof(DatabaseState), typeof(UserRights)];

    protected override async Task<ActiveLists> ReadFactAsync(FactContext context, FactSet facts, CancellationToken cancellation)
    {
        DatabaseState? state = facts.TryGet<DatabaseState>();
        if (state?.MayRead("lists") is true)
        {
            return Active(await context.Server.Database!.ReadListsAsync(cancellation), Access.Database);
        }

        if (context.Server.Api is not { } api)
        {
            throw new FailureException(state!.ObstacleTo("lists")!);
        }

        RequireAllLists(context, facts);
        return Active(await ApiLists.ReadAsync(api, cancellation), Access.Api);
    }

    /// <summary>Without the right the API refuses nothing and answers with fewer lists, perhaps none: that would be judged as the whole.</summary>
    private static void RequireAllLists(FactContext context, FactSet facts)
    {
        if (facts.TryGet<UserRights>()?.MayNot(ApiRights.ReadLists) is true)
            throw new FailureException(ConnectionFailures.MissingPermission(context.Server.Api!.Place, "GET /api/lists", ApiRights.ReadLists));
    }

    private static ActiveLists Active(IReadOnlyList<ListRow> rows, Access source) => new(
        [
            .. from row in rows
               where row.Status != Archived
               select new OptInList(row.Id, HarmlessText.Of(row.Name), row.Type == "public", row.OptIn == "double"),
        ],
        source);
}
