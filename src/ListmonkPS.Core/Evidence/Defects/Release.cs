using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Evidence.Defects;

/// <summary>A release of listmonk.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Date">When it came out; null when not known.</param>
internal sealed record Release(ListmonkVersion Version, DateOnly? Date);
