namespace ListmonkPS.TestBench.PostgreSql.Locating;

/// <summary>Where the bench's server comes from: <see cref="ServerBinaries"/> to start one, or a <see cref="GivenServer"/>.</summary>
public abstract record FoundServer;
