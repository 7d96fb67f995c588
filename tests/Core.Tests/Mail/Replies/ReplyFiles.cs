using System.Globalization;

namespace ListmonkPS.Core.Tests.Mail.Replies;

/// <summary>Our own collections of replies (tests/Data/replies), written from knowledge of the servers and before the rules were looked at.</summary>
public static class ReplyFiles
{
    /// <summary>The replies of one file: code|enhanced code|provider|language|class|retry|words, where - stands for none.</summary>
    public static IReadOnlyList<CorpusReply> Of(string name) => [.. Lines(name).Select((line, index) => Read($"{name}:{index + 1}", line.Split('|', 7)))];

    /// <summary>Errors that no server said: retry|words.</summary>
    public static IEnumerable<(RetryAdvice? Retry, string Text)> ClientSide() =>
        Lines("client-side").Select(line => line.Split('|', 2)).Select(cells => (Advice(cells[0]), cells[1]));

    /// <summary>Whole texts, each after a line "=== class|retry|code".</summary>
    public static IReadOnlyList<CorpusReply> Pasted() =>
        [.. string.Join('\n', Lines("pasted")).Split("=== ", StringSplitOptions.RemoveEmptyEntries).Select((record, index) =>
        {
            string[] parts = record.Split('\n', 2);
            string[] cells = parts[0].Split('|');
            return new CorpusReply($"pasted {index + 1}", Code(cells[2]), "", "", parts[1].TrimEnd('\n'), Enum.Parse<SmtpReplyClass>(cells[0]), Advice(cells[1]), "");
        })];

    private static CorpusReply Read(string id, string[] cells) => new(
        id,
        Code(cells[0]),
        cells[1] == "-" ? "" : cells[1],
        cells[2],
        cells[6],
        Enum.Parse<SmtpReplyClass>(cells[4]),
        Advice(cells[5]),
        "");

    private static int? Code(string cell) => cell == "-" ? null : int.Parse(cell, CultureInfo.InvariantCulture);

    private static RetryAdvice? Advice(string cell) => cell == "-" ? null : Enum.Parse<RetryAdvice>(cell);

    private static string[] Lines(string name) => File.ReadAllLines(FieldCorpus.Data($"replies/{name}.txt"));
}
