namespace ListmonkPS.Core.Tests.Gotchas;

/// <summary>How the module stands to one gotcha of the listmonk contract (G1 to G50): exactly one of the three is given.</summary>
/// <param name="Number">The number; G19 is 19.</param>
/// <param name="Tests">Tests that reproduce it, or show that the module meets it, as Class.Method.</param>
/// <param name="Waits">The part of the module that will meet it.</param>
/// <param name="Never">Why no cmdlet ever can meet it.</param>
internal sealed record Gotcha(
    [property: System.Text.Json.Serialization.JsonPropertyName("gotcha")] int Number, IReadOnlyList<string>? Tests, string? Waits, string? Never);
