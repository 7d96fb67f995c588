using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Tests.Safety;

public sealed class WholeFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("whole-file-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Without the link (see TryPlace) more than one wins in some of the rounds, and the file of the first is lost.</summary>
    [Fact]
    public async Task Of_many_that_take_a_name_at_once_one_gets_it_and_its_file_stays()
    {
        for (int round = 0; round < 100; round++)
        {
            string path = Path.Combine(_folder, $"round-{round}");
            using Barrier start = new(8);
            bool[] won = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Factory.StartNew(
                () => Take(path, number, start), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
            int winner = Assert.Single(Enumerable.Range(0, 8), number => won[number]);
            Assert.Equal($"{winner}", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData(true, "new")]
    [InlineData(false, "old")]
    public async Task A_file_that_is_there_is_replaced_or_left_and_no_draft_stays(bool overwrite, string expected)
    {
        string path = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(path, "old", TestContext.Current.CancellationToken);
        Assert.Equal(overwrite, await WriteAsync(path, overwrite, file => file.WriteAsync("new"u8.ToArray()).AsTask()));
        Assert.Equal(expected, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task Trouble_on_the_way_leaves_what_was_there()
    {
        string path = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(path, "old", TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<IOException>(() => WriteAsync(path, overwrite: true, async file =>
        {
            await file.WriteAsync("half"u8.ToArray());
            throw new IOException();
        }));
        Assert.Equal("old", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_told() =>
        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => WriteAsync(Path.Combine(_folder, "none", "file"), overwrite: false, _ => Task.CompletedTask));

    [Fact]
    public void A_draft_that_is_not_there_is_told() =>
        Assert.Throws<FileNotFoundException>(() => WholeFile.TryPlace(Path.Combine(_folder, "none"), Path.Combine(_folder, "file"), overwrite: false));

    private static Task<bool> WriteAsync(string path, bool overwrite, Func<FileStream, Task> write) =>
        WholeFile.WriteAsync(path, overwrite, ownerOnly: true, write, TestContext.Current.CancellationToken);

    private static bool Take(string path, int number, Barrier start)
    {
        string draft = $"{path}.{number}";
        File.WriteAllText(draft, $"{number}");
        start.SignalAndWait();
        return WholeFile.TryPlace(draft, path, overwrite: false);
    }
}
