namespace ListmonkPS.Core.Listmonk.Database.Health.Reading;

/// <summary>One session of the server.</summary>
/// <param name="Pid">Process.</param>
/// <param name="User">Role, made harmless.</param>
/// <param name="Application">Name that the client gives itself, made harmless.</param>
/// <param name="IsHere">True when it is in this database.</param>
/// <param name="State">active, idle, idle in transaction and so on; null when our role may not see it.</param>
/// <param name="InTransaction">How long its transaction has been open; null without one, or when our role may not see it.</param>
/// <param name="InQuery">How long its statement has run; null when none runs, or our role may not see it.</param>
internal sealed record SessionRow(int Pid, string User, string Application, bool IsHere, string? State, TimeSpan? InTransaction, TimeSpan? InQuery)
{
    /// <summary>True when a transaction is open and nothing is done in it.</summary>
    public bool IsIdleInTransaction => State?.StartsWith("idle in transaction", StringComparison.Ordinal) is true;
}
