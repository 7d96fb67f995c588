using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Machine.Logs;

/// <summary>The systemd journal, or a journal file, by journalctl: the format of the files is its own business.</summary>
/// <param name="unit">Unit, with wildcards; null for all.</param>
/// <param name="file">Journal file; null for the journal of this machine.</param>
/// <param name="bound">Longest time without a line, unless followed.</param>
/// <param name="time">Clock.</param>
internal sealed class JournalLog(string? unit, string? file, TimeSpan bound, TimeProvider time) : ILogStream
{
    private const string Program = "journalctl";

    /// <summary>A line holds all fields of an entry.</summary>
    private const int LongestEntry = 1024 * 1024;

    /// <summary>Of what journalctl complains.</summary>
    private const int LongestComplaint = 8 * 1024;

    /// <inheritdoc/>
    public string Place => HarmlessText.Of(file ?? unit ?? "journal", HarmlessText.ValueLength);

    /// <inheritdoc/>
    public async IAsyncEnumerable<RawLine> ReadAsync(LogSpan span, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using Process process = Start(span);
        Task<string> complaint = ComplaintAsync(process.StandardError.BaseStream);
        bool isEmpty = true;
        try
        {
            LineSplitter splitter = new(LongestEntry);
            Dictionary<string, string> begun = [];
            byte[] buffer = new byte[64 * 1024];
            while (await NextAsync(process.StandardOutput.BaseStream, buffer, span.Follow, cancellation) is var count and > 0)
            {
                foreach (JournalEntry entry in splitter.Feed(buffer.AsSpan(0, count)).Select(JournalEntry.TryParse).OfType<JournalEntry>())
                {
                    isEmpty = false;
                    if (Whole(entry, begun) is { } text)
                        yield return new RawLine(text, entry.Time);
                }
            }
        }
        finally
        {
            End(process);
        }

        string words = await complaint.WaitAsync(bound, time, cancellation);
        // Without rights it says so, shows nothing and still ends well.
        if (isEmpty && words.Length > 0)
            throw new FailureException(LogFailures.JournalFailed(HarmlessText.Of(words)));
    }

    /// <summary>Docker's journald driver cuts lines of more than 16 KiB into pieces.</summary>
    private static string? Whole(JournalEntry entry, Dictionary<string, string> begun)
    {
        if (entry.Message is null)
            return null;
        string key = entry.Container ?? "";
        string text = begun.Remove(key, out string? start) ? start + entry.Message : entry.Message;
        if (!entry.IsPartial || text.Length > LineSplitter.UsualBound)
            return text;
        begun[key] = text;
        return null;
    }

    private Process Start(LogSpan span)
    {
        ProcessStartInfo start = new(Program, Arguments(span)) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        try
        {
            Process process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new FailureException(LogFailures.JournalMissing(), exception);
        }
    }

    private List<string> Arguments(LogSpan span)
    {
        List<string> words = ["--output=json", "--no-pager", "--all"];
        if (file is not null)
            words.Add("--file=" + file);
        if (unit is not null)
            words.Add("--unit=" + unit);
        if (span.Since is { } since)
            words.Add("--since=@" + since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        if (span.Follow)
            words.AddRange(["--follow", "--no-tail"]);
        return words;
    }

    private async Task<int> NextAsync(Stream output, byte[] buffer, bool follow, CancellationToken cancellation) => follow
        ? await output.ReadAsync(buffer, cancellation)
        : await Deadline.RunAsync(
            bound, time, () => LogFailures.JournalFailed(Texts.Format("failure.reason.late", bound.TotalSeconds)),
            async token => await output.ReadAsync(buffer, token), cancellation);

    private static async Task<string> ComplaintAsync(Stream errors)
    {
        byte[] buffer = new byte[4096];
        StringBuilder words = new();
        while (await errors.ReadAsync(buffer) is var count and > 0)
        {
            if (words.Length < LongestComplaint)
                words.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }

        return words.ToString().Trim();
    }

    private static void End(Process process)
    {
        if (!process.HasExited)
            process.Kill();
    }
}
