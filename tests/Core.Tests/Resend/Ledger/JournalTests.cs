using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Ledger.Journal;
using ListmonkPS.Core.Tests.Resend.Bench;

namespace ListmonkPS.Core.Tests.Resend.Ledger;

public sealed class JournalTests
{
    private static readonly RunIdentity Identity = new("run", ResendRoute.Api, "account", "", "");

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_journal_that_is_held_is_refused_and_can_still_be_read()
    {
        await using LedgerBench bench = await LedgerBench.CreateAsync("Journal");
        await using IResendLedger holder = await bench.OpenAsync();
        LedgerRun run = await holder.CreateAsync(Identity, Test);
        await holder.AddAsync(run, RandomPeople.Of(2), Test);
        await using IResendLedger other = await bench.OpenAsync();
        Assert.Equal("JournalHeld", (await Assert.ThrowsAsync<FailureException>(() => other.JoinAsync(run, Test))).Failure.Id);
        Assert.Equal("JournalHeld", (await Assert.ThrowsAsync<FailureException>(() => other.CreateAsync(Identity with { Name = "other" }, Test))).Failure.Id);
        Assert.Equal(2, (await other.CountAsync(run, Test)).Total);
    }

    [Fact]
    public async Task Two_servers_of_one_account_do_not_write_at_the_same_time()
    {
        string root = Directory.CreateTempSubdirectory("listmonkps-journal-").FullName;
        await using JournalLedger one = new(new JournalFolder(root, "one"), "one", TimeProvider.System);
        await using JournalLedger two = new(new JournalFolder(root, "two"), "two", TimeProvider.System);
        await one.CreateAsync(Identity, Test);
        Assert.Equal("JournalHeld", (await Assert.ThrowsAsync<FailureException>(() => two.CreateAsync(Identity, Test))).Failure.Id);
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public async Task A_journal_that_was_cut_anywhere_is_what_its_whole_lines_say()
    {
        await using LedgerBench bench = await LedgerBench.CreateAsync("Journal");
        string path = await WriteAsync(bench);
        byte[] whole = await File.ReadAllBytesAsync(path, Test);
        int[] ends = [.. whole.Select((letter, index) => (letter, index)).Where(pair => pair.letter == '\n').Select(pair => pair.index + 1)];
        for (int length = ends[0]; length <= whole.Length; length++)
        {
            await File.WriteAllBytesAsync(path, whole[..length], Test);
            (_, long good) = await JournalRun.ReadAsync(path, Test);
            Assert.Equal(ends.Last(end => end <= length), good);
        }
    }

    [Fact]
    public async Task Writing_goes_on_behind_the_last_whole_line()
    {
        await using LedgerBench bench = await LedgerBench.CreateAsync("Journal");
        string path = await WriteAsync(bench);
        await using (FileStream file = new(path, FileMode.Append))
            await file.WriteAsync("12345678 {\"k\":\"Be"u8.ToArray(), Test);
        await using (IResendLedger ledger = await bench.OpenAsync())
        {
            LedgerRun run = (await ledger.FindAsync("run", Test))!;
            await ledger.JoinAsync(run, Test);
            await ledger.AddAsync(run, RandomPeople.Of(1), Test);
        }

        (JournalRun read, long good) = await JournalRun.ReadAsync(path, Test);
        Assert.Equal((4, new FileInfo(path).Length), (read.Items.Count, good));
    }

    [Fact]
    public async Task A_changed_byte_is_found_wherever_it_is()
    {
        await using LedgerBench bench = await LedgerBench.CreateAsync("Journal");
        string path = await WriteAsync(bench);
        byte[] whole = await File.ReadAllBytesAsync(path, Test);
        int lastLine = Array.LastIndexOf(whole, (byte)'\n', whole.Length - 2);
        Random random = new(7);
        for (int time = 0; time < 40; time++)
        {
            byte[] changed = [.. whole];
            changed[random.Next(lastLine)] ^= 1;
            await File.WriteAllBytesAsync(path, changed, Test);
            Assert.Equal("JournalDamaged", (await Assert.ThrowsAsync<FailureException>(() => JournalRun.ReadAsync(path, Test))).Failure.Id);
        }
    }

    [Fact]
    public async Task One_of_a_newer_module_is_refused_and_stays_as_it_is()
    {
        await using LedgerBench bench = await LedgerBench.CreateAsync("Journal");
        Directory.CreateDirectory(bench.Journals.Path);
        JournalRecord first = new(JournalKind.Run, DateTimeOffset.UtcNow) { Version = JournalRun.Version + 1, Run = Identity, Server = "server" };
        byte[] json = "{\"k\":\"Kind-of-tomorrow\",\"t\":\"2025-05-08T12:00:00Z\"}"u8.ToArray();
        byte[] unknown = [.. System.Text.Encoding.ASCII.GetBytes(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(json))[..8] + " "), .. json, (byte)'\n'];
        string path = bench.Journals.FileOf(Identity.Name);
        await File.WriteAllBytesAsync(path, [.. JournalLine.Write(first), .. unknown], Test);
        byte[] before = await File.ReadAllBytesAsync(path, Test);
        await using IResendLedger ledger = await bench.OpenAsync();
        Assert.Equal("JournalNewer", (await Assert.ThrowsAsync<FailureException>(() => ledger.FindAsync(Identity.Name, Test))).Failure.Id);
        LedgerRun run = new(0, Identity, OptInResendRunState.Stopped, "", DateTimeOffset.UtcNow, null, null);
        Assert.Equal("JournalNewer", (await Assert.ThrowsAsync<FailureException>(() => ledger.JoinAsync(run, Test))).Failure.Id);
        Assert.Equal(before, await File.ReadAllBytesAsync(path, Test));
    }

    [Fact]
    public async Task Nobody_else_may_read_it()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using LedgerBench bench = await LedgerBench.CreateAsync("Journal");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(await WriteAsync(bench)));
    }

    [Fact]
    public async Task A_process_that_died_within_its_first_line_leaves_no_run_behind()
    {
        await using LedgerBench bench = await LedgerBench.CreateAsync("Journal");
        Directory.CreateDirectory(bench.Journals.Path);
        await File.WriteAllTextAsync(bench.Journals.FileOf(Identity.Name) + ".begun", "12345678 {\"k\":\"Ru", Test);
        await using IResendLedger ledger = await bench.OpenAsync();
        Assert.Null(await ledger.FindAsync(Identity.Name, Test));
        Assert.Empty(await ledger.RunsAsync(Test));
        LedgerRun run = await ledger.CreateAsync(Identity, Test);
        await ledger.AddAsync(run, RandomPeople.Of(2), Test);
        Assert.Equal(2, (await JournalRun.ReadAsync(Assert.Single(bench.Journals.Files()), Test)).Run.Items.Count);
        Assert.Single(Directory.GetFiles(bench.Journals.Path, Identity.Name + "*"));
    }

    [Fact]
    public async Task What_was_asked_of_a_holder_who_died_before_he_saw_it_holds()
    {
        await using LedgerBench bench = await LedgerBench.CreateAsync("Journal");
        LedgerRun run;
        await using (IResendLedger holder = await bench.OpenAsync())
        {
            run = await holder.CreateAsync(Identity, Test);
            await holder.JoinAsync(run, Test);
            await using IResendLedger other = await bench.OpenAsync();
            await other.SetStateAsync(run, OptInResendRunState.Cancelled, "asked", Test);
            Assert.Equal(OptInResendRunState.Cancelled, await holder.BeatAsync(run, Test));
        } // without leaving the run

        await using IResendLedger next = await bench.OpenAsync();
        Assert.Equal(OptInResendRunState.Cancelled, (await next.FindAsync(Identity.Name, Test))!.State);
        Assert.Equal(OptInResendRunState.Cancelled, Assert.Single(await next.RunsAsync(Test)).State);
    }

    [Fact]
    public async Task Whoever_does_not_get_the_account_does_not_keep_the_server_either()
    {
        string root = Directory.CreateTempSubdirectory("listmonkps-journal-").FullName;
        await using JournalLedger one = new(new JournalFolder(root, "one"), "one", TimeProvider.System);
        await using JournalLedger two = new(new JournalFolder(root, "two"), "two", TimeProvider.System);
        await using JournalLedger again = new(new JournalFolder(root, "two"), "two", TimeProvider.System);
        await one.CreateAsync(Identity, Test);
        for (int time = 0; time < 2; time++)
            Assert.Equal("JournalHeld", (await Assert.ThrowsAsync<FailureException>(() => two.CreateAsync(Identity, Test))).Failure.Id);
        await again.CreateAsync(Identity with { Account = "another" }, Test);
        Directory.Delete(root, recursive: true);
    }

    private static async Task<string> WriteAsync(LedgerBench bench)
    {
        await using IResendLedger ledger = await bench.OpenAsync();
        LedgerRun run = await ledger.CreateAsync(Identity, Test);
        ResendTarget[] people = RandomPeople.Of(3);
        await ledger.AddAsync(run, people, Test);
        await ledger.JoinAsync(run, Test);
        await ledger.ClaimAsync(run, 3, Test);
        BeginRule rule = new(ledger.Now, ledger.Now.AddDays(-1), null, ledger.Now.AddDays(-1));
        await ledger.MarkAsync(run, [], [people[0].Uuid, people[1].Uuid], rule, Test);
        await ledger.MarkAsync(run, [new OutcomeMark(people[0].Uuid, LedgerState.Sent, ledger.Now)], [people[2].Uuid], rule, Test);
        await ledger.LeaveAsync(run, OptInResendRunState.Stopped, "", null, Test);
        return bench.Journals.FileOf("run");
    }
}
