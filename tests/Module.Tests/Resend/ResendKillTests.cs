using System.Globalization;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Module.Tests.Resend;

/// <summary>
/// Whenever the process is killed: everybody is mailed once or in doubt, in doubt are at most two for each mail at the same time and kill, and nobody is lost.
/// A mail server that drops the connection after the final dot adds whom it dropped. The long form, by hand: LISTMONKPS_KILLS=200 LISTMONKPS_KILL_PEOPLE=10000.
/// </summary>
public sealed class ResendKillTests(PwshFixture pwsh)
{
    private const int AtOnce = 3;

    /// <summary>A life is let live for so long at most, in milliseconds, before it is killed.</summary>
    private const int LongestLife = 1000;
    private const int ShortestLife = 100;

    private static readonly int Kills = Number("LISTMONKPS_KILLS", 3);
    private static readonly int People = Number("LISTMONKPS_KILL_PEOPLE", 500);

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Api", true)]
    [InlineData("Api", false)]
    [InlineData("Smtp", true)]
    public async Task A_killed_run_goes_on_and_mails_everybody_once(string via, bool withDatabase)
    {
        await using World world = await World.CreateAsync(new WorldOptions { History = WorldHistory.SwitchOff, Subscribers = People }, Test);
        await using DroppingServer server = new();
        bool isSmtp = via == "Smtp";
        if (isSmtp)
            await server.ServeAsync(world, Test);
        // So fast that the kills are spread over all people.
        int rate = (int)((long)People * 60_000 / (Kills * (LongestLife + ShortestLife) / 2));
        Dictionary<string, object> parameters = new() { ["Via"] = via, ["ThrottleLimit"] = AtOnce, ["RatePerMinute"] = rate };
        string home = Path.Combine(world.Folder, "home");
        int seed = Environment.TickCount;
        Random random = new(seed);
        // The next one is started while this one works: most of a life is the start of a shell.
        ResendLife next = Start();
        for (int kill = 0; kill < Kills; kill++)
        {
            using ResendLife life = next;
            next = Start();
            await life.BeginAsync(Test);
            await Task.Delay(random.Next(ShortestLife, LongestLife), Test);
            await life.KillAsync(Test);
        }

        using ResendLife last = next;
        await last.BeginAsync(Test);
        LifeEnd end = await last.EndAsync(Test);
        KillVerdict.Judge(
            isSmtp ? server.Mails : KillVerdict.MailsOf(world), end, mostInDoubt: (Kills * AtOnce * 2) + server.Drops, $"seed {seed}");

        ResendLife Start() => ResendLife.Start(pwsh.Shell, world, home, withDatabase, parameters);
    }

    [Fact]
    public async Task A_full_disk_under_the_journal_stops_the_run_and_loses_nobody()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no bound of a file's size.");
        await using World world = await World.CreateAsync(new WorldOptions { History = WorldHistory.SwitchOff, Subscribers = 300 }, Test);
        Dictionary<string, object> parameters = new() { ["ThrottleLimit"] = AtOnce, ["RatePerMinute"] = 60_000 };
        string home = Path.Combine(world.Folder, "home");
        using (ResendLife full = ResendLife.Start(pwsh.Shell, world, home, withDatabase: false, parameters, fileKilobytes: 24))
        {
            await full.BeginAsync(Test);
            LifeEnd stopped = await full.EndAsync(Test);
            Assert.Contains("JournalNotWritten", stopped.Problems);
            Assert.Contains(stopped.Items, item => item.State == "Sent");
            Assert.Contains(stopped.Items, item => item.State == "Due");
        }

        using ResendLife roomy = ResendLife.Start(pwsh.Shell, world, home, withDatabase: false, parameters);
        await roomy.BeginAsync(Test);
        LifeEnd whole = await roomy.EndAsync(Test);
        KillVerdict.Judge(KillVerdict.MailsOf(world), whole, mostInDoubt: AtOnce * 2, "");
    }

    private static int Number(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out int number) ? number : usual;
}
