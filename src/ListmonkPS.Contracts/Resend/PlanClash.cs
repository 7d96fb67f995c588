namespace ListmonkPS;

/// <summary>Two plans of one command that would mail the same people: their sessions are of one server, or of copies of it. Neither may be carried out.</summary>
/// <param name="One">Session of the one.</param>
/// <param name="Other">Session of the other.</param>
/// <param name="Failure">What to do about it.</param>
public sealed record PlanClash(ListmonkSession One, ListmonkSession Other, Failure Failure);
