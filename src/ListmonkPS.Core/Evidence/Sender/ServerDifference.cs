namespace ListmonkPS.Core.Evidence.Sender;

/// <summary>Where a further DNS server says something else than the first.</summary>
/// <param name="Server">The server, as given.</param>
/// <param name="Questions">Name and type of each question, made harmless; empty when it says the same.</param>
internal sealed record ServerDifference(string Server, IReadOnlyList<string> Questions);
