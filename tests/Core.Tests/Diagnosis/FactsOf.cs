using System.Text.Json.Nodes;
using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Listmonk.Database;

namespace ListmonkPS.Core.Tests.Diagnosis;

/// <summary>Facts as a check gets them, without a server.</summary>
internal static class FactsOf
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public static FactSet These(params object[] facts) => new(Now, facts.ToDictionary(fact => fact.GetType(), fact => new FactOutcome(fact)));

    public static FactSet These(ListmonkSession session, params object[] facts) =>
        new(Now, facts.ToDictionary(fact => fact.GetType(), fact => new FactOutcome(fact)), session);

    /// <summary>Settings as read from the database; the text is a JSON object.</summary>
    public static StoredSettings Settings(string json, Access source = Access.Database) =>
        new(((JsonObject)JsonNode.Parse(json)!).ToDictionary(pair => pair.Key, pair => pair.Value), source);

    public static WaitingPeople Waiting(long people, long rows, long bulkRows, DateTimeOffset? lastSignUp) => new(new WaitingSummary(
        people, rows, people > 0 ? Now.AddDays(-21) : null, people > 0 ? Now.AddHours(-1) : null, bulkRows, lastSignUp), Access.Database);

    public static Failure Refused { get; } = new("FactTimedOut", FailureCategory.AuthenticationError, null, "x", 1);

    public static Failure Unreachable { get; } = new("FactTimedOut", FailureCategory.ConnectionError, null, "x", 1);
}
