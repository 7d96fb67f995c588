namespace ListmonkPS.TestBench.PostgreSql.Locating;

/// <summary>A server that runs already; the bench makes and drops databases in it and leaves the rest alone.</summary>
/// <param name="ConnectionString">For Npgsql, with a role that may create databases. A secret.</param>
public sealed record GivenServer(string ConnectionString) : FoundServer
{
    /// <summary>Without the password.</summary>
    public override string ToString() => nameof(GivenServer);
}
