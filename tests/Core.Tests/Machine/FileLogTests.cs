using System.IO.Compression;
using System.Text;
using ListmonkPS.Core.Machine.Logs;

namespace ListmonkPS.Core.Tests.Machine;

/// <summary>Files: packed, endless, rotated while they are followed.</summary>
public sealed class FileLogTests : IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(5);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("listmonkps-log-");

    private string Name => Path.Combine(_folder.FullName, "listmonk.log");

    private FileLog Log => new(Name, TimeProvider.System, Poll);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Lines_come_whole_whatever_their_ends()
    {
        await File.WriteAllTextAsync(Name, "one\ntwo\r\n\nfour", TestContext.Current.CancellationToken);
        Assert.Equal(["one", "two", "", "four"], (await LogLines.ReadAllAsync(Log)).Select(line => line.Text));
    }

    [Fact]
    public async Task A_packed_file_is_read_and_one_that_only_says_so_is_a_failure()
    {
        string packed = Name + ".1.gz";
        await using (GZipStream stream = new(File.Create(packed), CompressionLevel.Fastest))
            await stream.WriteAsync(Encoding.UTF8.GetBytes("one\ntwo\n"), TestContext.Current.CancellationToken);
        Assert.Equal(2, (await LogLines.ReadAllAsync(new FileLog(packed, TimeProvider.System, Poll))).Count);
        await File.WriteAllTextAsync(packed, "not packed", TestContext.Current.CancellationToken);
        Assert.Equal("LogUnreadable", (await LogLines.FailsAsync(new FileLog(packed, TimeProvider.System, Poll))).Id);
    }

    [Fact]
    public async Task An_endless_line_of_a_huge_file_is_cut_and_what_follows_is_read()
    {
        await using (StreamWriter writer = new(Name))
        {
            string piece = new('x', 1024 * 1024);
            for (int count = 0; count < 8; count++)
                await writer.WriteAsync(piece);
            await writer.WriteAsync("\nnext\n");
        }

        IReadOnlyList<RawLine> lines = await LogLines.ReadAllAsync(Log);
        Assert.Equal((2, LineSplitter.UsualBound, "next"), (lines.Count, lines[0].Text.Length, lines[1].Text));
    }

    [Fact]
    public async Task A_file_that_is_not_there_or_a_folder_is_told()
    {
        Assert.Equal("LogNotFound", (await LogLines.FailsAsync(Log)).Id);
        Assert.Equal("LogUnreadable", (await LogLines.FailsAsync(new FileLog(_folder.FullName, TimeProvider.System, Poll))).Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rotation_loses_no_line(bool byRenaming)
    {
        await File.WriteAllTextAsync(Name, "2025/05/08 10:00:00 first\n", TestContext.Current.CancellationToken);
        await using IAsyncEnumerator<RawLine> lines = Log.ReadAsync(new LogSpan(null, true), TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.Equal("2025/05/08 10:00:00 first", await NextAsync(lines));
        await File.AppendAllTextAsync(Name, "2025/05/08 10:00:01 second\n", TestContext.Current.CancellationToken);
        Assert.Equal("2025/05/08 10:00:01 second", await NextAsync(lines));
        if (byRenaming)
            File.Move(Name, Name + ".1");
        else
            await File.WriteAllTextAsync(Name, "", TestContext.Current.CancellationToken);
        await File.AppendAllTextAsync(Name, "2025/05/08 10:00:02 new\n", TestContext.Current.CancellationToken);
        Assert.Equal("2025/05/08 10:00:02 new", await NextAsync(lines));
        await File.AppendAllTextAsync(Name, "2025/05/08 10:00:03 more\n", TestContext.Current.CancellationToken);
        Assert.Equal("2025/05/08 10:00:03 more", await NextAsync(lines));
    }

    private static async Task<string> NextAsync(IAsyncEnumerator<RawLine> lines)
    {
        Assert.True(await lines.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        return lines.Current.Text;
    }
}
