namespace ListmonkPS.Core.Diagnosis.Facts.Log;

/// <summary>What PostgreSQL shows of listmonk's connections.</summary>
/// <param name="Oldest">Begin of the oldest one; null when none is seen.</param>
internal sealed record ServerConnection(DateTimeOffset? Oldest);
