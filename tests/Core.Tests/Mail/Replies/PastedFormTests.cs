using System.Diagnostics;
using ListmonkPS.Core.Mail.Replies;

namespace ListmonkPS.Core.Tests.Mail.Replies;

/// <summary>Replies as people paste them: whole bounces, lines of logs in the wrapping of journals and containers, errors of other programs, codes alone.</summary>
public sealed class PastedFormTests(ITestOutputHelper output)
{
    private readonly ReplyClassifier _classifier = new();

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void What_was_pasted_is_read(string lineEnd)
    {
        IReadOnlyList<CorpusReply> pasted = ReplyFiles.Pasted();
        string[] wrong = [.. pasted
            .Select(reply => (Wanted: reply, Read: _classifier.Classify(reply.Text.Replace("\n", lineEnd, StringComparison.Ordinal))))
            .Where(one => one.Read.Class != one.Wanted.Class || one.Read.ReplyCode != one.Wanted.Code || (one.Wanted.Retry is not null && one.Wanted.Retry != one.Read.CanRetry))
            .Select(one => $"{one.Wanted.Id} -> {one.Read.Class} {one.Read.CanRetry} {one.Read.ReplyCode} {one.Read.EnhancedCode} '{one.Read.Text}', wanted {one.Wanted.Class} {one.Wanted.Retry} {one.Wanted.Code}: {one.Wanted.Text}")];

        output.WriteLine($"{pasted.Count - wrong.Length} of {pasted.Count} right");
        Assert.True(wrong.Length == 0, string.Join("\n\n", wrong));
    }

    /// <summary>What begins the text, and what is repeated after it.</summary>
    public static TheoryData<string, string> Floods => new()
    {
        { "550 5.1.1 ", "x" },
        { "550 5.1.1 ", " " },
        { "550 5.1.1 ", "a " },
        { "550 ", "a\u0301" },
        { "550 ", "sender mailbox message address " },
        { "", "a" },
        { "", "5" },
        { "", "550-5.1.1 " },
        { "", "550-5.1.1 user\n" },
        { "", "a." },
        { "", "a@b " },
        { "", "<a@" },
        { "", "::" },
        { "", "\n" },
        { "", "returned '" },
        { "", "host x said: " },
        { "SMTP error from remote mail server after ", "a:<b> " },
        { "", "2025/09/03 04:05:06 " },
        { "2025/09/03 04:05:06 manager.go:401: error sending message '", "': " },
        { "Diagnostic-Code: smtp; 550 ", "a\n " },
    };

    /// <summary>A server, or a file taken for a reply, may be endless: the time does not grow faster than it. That takes half a second; what grows faster takes hours.</summary>
    [Theory]
    [MemberData(nameof(Floods))]
    public void Ten_megabytes_are_read_at_once(string head, string part)
    {
        string text = head + string.Concat(Enumerable.Repeat(part, 10_000_000 / part.Length));
        _classifier.Classify(text[..1000]);
        Stopwatch watch = Stopwatch.StartNew();

        SmtpReply reply = _classifier.Classify(text);

        output.WriteLine($"{watch.Elapsed.TotalMilliseconds:F0} ms");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), watch.Elapsed.ToString());
        Assert.True(reply.Text.Length <= 4096);
    }
}
