using System.Text.Json.Serialization;

namespace ListmonkPS.Core.Resend.Ledger.Journal;

/// <summary>One line of a journal. Which members it has depends on its kind; absent ones are not written.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="At">When.</param>
internal sealed record JournalRecord([property: JsonPropertyName("k")] JournalKind Kind, [property: JsonPropertyName("t")] DateTimeOffset At)
{
    /// <summary>Run: what may not change.</summary>
    public RunIdentity? Run { get; init; }

    /// <summary>Run: version of the journal's lines; absent in those that were made before there was one, which are like version 1.</summary>
    [JsonPropertyName("v")]
    public int? Version { get; init; }

    /// <summary>Run: the server that it is of.</summary>
    public string? Server { get; init; }

    /// <summary>Add: who, in order.</summary>
    public IReadOnlyList<Guid>? Uuids { get; init; }

    /// <summary>Add: their numbers, in the same order.</summary>
    public IReadOnlyList<int>? Ids { get; init; }

    /// <summary>Begin: who.</summary>
    public Guid? Uuid { get; init; }

    /// <summary>End: what became of it.</summary>
    public OutcomeMark? Outcome { get; init; }

    /// <summary>State: of the run.</summary>
    public OptInResendRunState? State { get; init; }

    /// <summary>State: why.</summary>
    public string? Reason { get; init; }

    /// <summary>State: when it may go on.</summary>
    public DateTimeOffset? NextAt { get; init; }
}
