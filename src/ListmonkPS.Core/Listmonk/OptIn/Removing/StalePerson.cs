using ListmonkPS.Core.Listmonk.OptIn.Due;

namespace ListmonkPS.Core.Listmonk.OptIn.Removing;

/// <summary>Somebody who waited too long.</summary>
/// <param name="Person">Who, and the lists on which he waits.</param>
/// <param name="IsWhole">True when he has no other subscription: then he is removed himself.</param>
/// <param name="Attributes">His attributes as JSON.</param>
/// <param name="CreatedAt">When he was added to listmonk; null can only come from edits by SQL.</param>
internal sealed record StalePerson(DuePerson Person, bool IsWhole, string Attributes, DateTimeOffset? CreatedAt);
