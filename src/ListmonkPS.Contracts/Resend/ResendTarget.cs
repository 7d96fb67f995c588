namespace ListmonkPS;

/// <summary>One person who shall be mailed again.</summary>
/// <param name="Id">Number of the subscriber.</param>
/// <param name="Uuid">UUID of the subscriber; empty when only the number was given.</param>
/// <param name="IsSuspect">True when the person looks like a bot.</param>
public readonly record struct ResendTarget(int Id, Guid Uuid, bool IsSuspect = false);
