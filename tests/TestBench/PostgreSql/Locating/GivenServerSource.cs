using ListmonkPS.TestBench.PostgreSql.Machine;

namespace ListmonkPS.TestBench.PostgreSql.Locating;

/// <summary>A server that the person who runs the tests names by an environment variable.</summary>
/// <param name="machine">Whose environment.</param>
public sealed class GivenServerSource(IMachine machine) : IServerSource
{
    /// <summary>Holds a connection string for Npgsql.</summary>
    public const string VariableName = "LISTMONKPS_TEST_POSTGRES";

    /// <inheritdoc/>
    public Task<SourceAnswer> FindAsync(CancellationToken ct) => Task.FromResult(machine.Variable(VariableName) is string given
        ? SourceAnswer.Of(new GivenServer(given))
        : SourceAnswer.Nothing($"The environment variable {VariableName} is not set."));
}
