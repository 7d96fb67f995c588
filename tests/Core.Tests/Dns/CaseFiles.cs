using System.Text.Json;
using ListmonkPS.TestBench.Dns;

namespace ListmonkPS.Core.Tests.Dns;

/// <summary>
/// Cases read from files, each a test row with its own name: those of the conformance sets beside the repository, and our own in tests/Data,
/// which have the same form.
/// </summary>
internal static class CaseFiles
{
    /// <summary>The conformance files of a standard; null where they are not.</summary>
    public static string? Conformance(string standard) => ConformanceFolder.Find(standard);

    /// <summary>Our own files of a standard.</summary>
    public static string Own(string standard) => Path.Combine(AppContext.BaseDirectory, "Data", standard);

    /// <summary>A row for each case: file and position in it; one skipped row where the folder is not.</summary>
    /// <param name="folder">Folder with the files; null when it is not there.</param>
    /// <param name="list">Member that holds the cases.</param>
    public static IEnumerable<TheoryDataRow<string, int>> Rows(string? folder, string list)
    {
        if (folder is null)
        {
            yield return new TheoryDataRow<string, int>("", 0) { Skip = ConformanceFolder.Absent };
            yield break;
        }

        foreach (string file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
            int index = 0;
            foreach (JsonElement test in document.RootElement.GetProperty(list).EnumerateArray())
            {
                string name = $"{Path.GetFileName(folder)}/{Path.GetFileNameWithoutExtension(file)}/{test.GetProperty("id").GetString()}";
                yield return new TheoryDataRow<string, int>(file, index++) { TestDisplayName = name };
            }
        }
    }

    /// <summary>Reads the file that a row names.</summary>
    public static JsonDocument Read(string file) => JsonDocument.Parse(File.ReadAllBytes(file));

    /// <summary>Text of a member; null where it is absent or null.</summary>
    public static string? Text(this JsonElement element, string member) =>
        element.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Texts of a list; empty where it is absent.</summary>
    public static string[] Texts(this JsonElement element, string member) =>
        element.TryGetProperty(member, out JsonElement value) ? [.. value.EnumerateArray().Select(item => item.GetString()!)] : [];
}
