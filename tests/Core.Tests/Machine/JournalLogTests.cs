using System.Text;
using ListmonkPS.Core.Machine.Logs;
using ListmonkPS.Core.Tests.Mail.Smtp;
using ListmonkPS.TestBench.Journal;

namespace ListmonkPS.Core.Tests.Machine;

/// <summary>Journal files that systemd-journal-remote writes, read by the real journalctl.</summary>
public sealed class JournalLogTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2025, 5, 8, 10, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("listmonkps-journal-");

    private string Name => Path.Combine(_folder.FullName, "remote.journal");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Messages_of_every_form_come_with_their_times()
    {
        await WriteAsync(
            JournalWriter.Of("listmonk.service", "plain"u8.ToArray()),
            JournalWriter.Of("other.service", "not ours"u8.ToArray()),
            JournalWriter.Of("listmonk@east.service", Encoding.UTF8.GetBytes("\u001b[31mred\u001b[0m")), // comes as an array of bytes
            JournalWriter.Of("listmonk.service", Encoding.UTF8.GetBytes(new string('x', 20_000))), // null without --all
            JournalWriter.Of("listmonk.service", [0xFF, (byte)'a']),
            JournalWriter.Of("listmonk.service", "first "u8.ToArray(), ("CONTAINER_ID_FULL", "c1"), ("CONTAINER_PARTIAL_MESSAGE", "true")),
            JournalWriter.Of("listmonk.service", "second"u8.ToArray(), ("CONTAINER_ID_FULL", "c1")));
        IReadOnlyList<RawLine> lines = await LogLines.ReadAllAsync(new JournalLog("listmonk*", Name, Bound, TimeProvider.System));
        Assert.Equal(["plain", "\u001b[31mred\u001b[0m", new string('x', 20_000), "\uFFFDa", "first second"], lines.Select(line => line.Text));
        Assert.Equal((Start, Start.AddMinutes(2)), (lines[0].Time, lines[1].Time));
    }

    [Fact]
    public async Task Since_is_left_to_the_journal()
    {
        await WriteAsync([.. Enumerable.Range(0, 10).Select(number => JournalWriter.Of("listmonk.service", Encoding.UTF8.GetBytes($"line {number}")))]);
        IReadOnlyList<RawLine> lines = await LogLines.ReadAllAsync(new JournalLog(null, Name, Bound, TimeProvider.System), Start.AddMinutes(7));
        Assert.Equal(["line 7", "line 8", "line 9"], lines.Select(line => line.Text));
    }

    [Fact]
    public async Task A_file_that_is_no_journal_is_a_failure_with_journalctls_words()
    {
        RealPart.Require(JournalWriter.SkipReason);
        await File.WriteAllTextAsync(Name, "no journal", TestContext.Current.CancellationToken);
        Failure failure = await LogLines.FailsAsync(new JournalLog(null, Name, Bound, TimeProvider.System));
        Assert.Equal("JournalFailed", failure.Id);
        Assert.Contains("Failed to open", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Following_stops_when_it_is_told_to_and_leaves_no_program_behind()
    {
        await WriteAsync(JournalWriter.Of("listmonk.service", "one"u8.ToArray()));
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        List<string> seen = [];
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (RawLine line in new JournalLog(null, Name, Bound, TimeProvider.System).ReadAsync(new LogSpan(null, true), stop.Token))
            {
                seen.Add(line.Text);
                await stop.CancelAsync();
            }
        });
        Assert.Equal(["one"], seen);
    }

    [Theory]
    [InlineData("""{"MESSAGE":"x","__REALTIME_TIMESTAMP":"99999999999999999999"}""", "x", null)]
    [InlineData("""{"MESSAGE":null}""", null, null)]
    [InlineData("""{"MESSAGE":["a","b"]}""", "b", null)]
    [InlineData("""{"MESSAGE":[[97,98],[99]]}""", "c", null)]
    [InlineData("""{"MESSAGE":[97,900,null]}""", "a\uFFFD", null)]
    public void Odd_entries_are_read_as_far_as_they_go(string json, string? message, DateTimeOffset? time)
    {
        JournalEntry entry = JournalEntry.TryParse(json)!;
        Assert.Equal((message, time), (entry.Message, entry.Time));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"MESSAGE":"cut""")]
    public void What_is_no_entry_is_passed_over(string json) => Assert.Null(JournalEntry.TryParse(json));

    private Task WriteAsync(params IReadOnlyList<(string Name, byte[] Value)>[] entries)
    {
        RealPart.Require(JournalWriter.SkipReason);
        return JournalWriter.WriteAsync(Name, entries, Start, TestContext.Current.CancellationToken);
    }
}
