namespace ListmonkPS.Core.Diagnosis.Reading;

/// <summary>A fact, or why it could not be read.</summary>
/// <param name="Value">The fact; null when it could not be read.</param>
/// <param name="Failure">Why it could not be read; null when it is there or an access is missing.</param>
/// <param name="MissingAccess">The alternatives of which the session has none; None otherwise.</param>
internal sealed record FactOutcome(object? Value, Failure? Failure = null, Access MissingAccess = Access.None);
