using System.Globalization;
using System.Text.Json;

namespace ListmonkPS.Core.Tests.Mail.Replies;

/// <summary>The replies of the field (shared/field-cases.md section 2.2, not ours to copy) and our own further ones (tests/Data/smtp-replies.json).</summary>
public static class FieldCorpus
{
    /// <summary>Why tests of the field's replies are skipped; null when the file is there.</summary>
    public static string? SkipReason => FieldFile is null ? "shared/field-cases.md is not beside this checkout" : null;

    private static string? FieldFile => FindUpwards("shared/field-cases.md");

    /// <summary>All replies of section 2.2.</summary>
    public static IReadOnlyList<CorpusReply> Field()
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? "");
        CorpusReply[] replies = [.. File.ReadLines(FieldFile!)
            .Where(line => line.StartsWith("| R", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => Of(cells[1], cells[2], cells[3], cells[4], cells[5].Trim('`'), cells[6], cells[7], cells[8]))];
        Assert.True(replies.Length >= 198, $"only {replies.Length} replies read");
        return replies;
    }

    /// <summary>Our own cases: other providers, other languages.</summary>
    public static IReadOnlyList<CorpusReply> Own()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Data("smtp-replies.json")));
        return [.. document.RootElement.EnumerateArray().Select((reply, index) => new CorpusReply(
            $"own {index + 1}",
            reply.TryGetProperty("code", out JsonElement code) ? code.GetInt32() : null,
            Text(reply, "enhanced"),
            Text(reply, "provider"),
            Text(reply, "text"),
            Enum.Parse<SmtpReplyClass>(Text(reply, "class")),
            Text(reply, "retry") is { Length: > 0 } retry ? Enum.Parse<RetryAdvice>(retry) : null,
            ""))];
    }

    /// <summary>The path of a file of tests/Data.</summary>
    public static string Data(string name) => FindUpwards("tests/Data/" + name) ?? throw new FileNotFoundException(name);

    private static CorpusReply Of(string id, string code, string enhanced, string provider, string text, string kind, string retry, string after) => new(
        id,
        int.Parse(code, CultureInfo.InvariantCulture),
        enhanced == "-" ? "" : enhanced,
        provider,
        text,
        Enum.Parse<SmtpReplyClass>(kind.Replace("-", "", StringComparison.Ordinal).Replace("/", "", StringComparison.Ordinal), ignoreCase: true),
        Enum.Parse<RetryAdvice>(retry, ignoreCase: true),
        after == "-" ? "" : after);

    private static string Text(JsonElement reply, string name) => reply.TryGetProperty(name, out JsonElement value) ? value.GetString() ?? "" : "";

    private static string? FindUpwards(string path)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, path);
            if (File.Exists(candidate))
                return candidate;
        }

        return null;
    }
}
