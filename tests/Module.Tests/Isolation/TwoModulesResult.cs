namespace ListmonkPS.Module.Tests.Isolation;

/// <summary>What happened when both modules were used.</summary>
/// <param name="Counts">Rows that our module read from the database, use by use.</param>
/// <param name="Foreign">Which Npgsql the other module says it has, use by use.</param>
/// <param name="Drivers">Each loaded assembly of that name: context and version.</param>
/// <param name="ForeignDns">Which DnsClient the other module says it has, use by use.</param>
/// <param name="Resolvers">Each loaded assembly of that name: context and version.</param>
/// <param name="Problem">The exception that ended it; null for none.</param>
internal sealed record TwoModulesResult(
    IReadOnlyList<int> Counts,
    IReadOnlyList<string?> Foreign,
    IReadOnlyList<string> Drivers,
    IReadOnlyList<string?> ForeignDns,
    IReadOnlyList<string> Resolvers,
    string? Problem)
{
    private const string Stub = "stub 8.0.0.0";
    private const string DnsStub = "stub 1.4.0.0";

    /// <summary>Everything by which the two got in each other's way; empty when they did not.</summary>
    public IEnumerable<string> Clashes()
    {
        if (Problem is not null)
            yield return Problem;
        if (Counts.Count == 0 || Counts.Contains(0))
            yield return "Our module read nothing.";
        if (Foreign.Count == 0 || Foreign.Any(origin => origin != Stub))
            yield return $"The other module got another Npgsql than its own: {string.Join(", ", Foreign)}";
        if (!Drivers.Any(driver => driver.StartsWith("ListmonkPS 10.", StringComparison.Ordinal)))
            yield return $"Our Npgsql is not in our context: {string.Join(", ", Drivers)}";
        if (ForeignDns.Count == 0 || ForeignDns.Any(origin => origin != DnsStub))
            yield return $"The other module got another DnsClient than its own: {string.Join(", ", ForeignDns)}";
        if (!Resolvers.Contains("ListmonkPS 1.8.0.0"))
            yield return $"Our DnsClient is not in our context: {string.Join(", ", Resolvers)}";
        if (!Drivers.Contains("Default 8.0.0.0"))
            yield return $"The other module's Npgsql is not in the default context: {string.Join(", ", Drivers)}";
    }
}
