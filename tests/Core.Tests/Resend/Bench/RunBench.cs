using ListmonkPS.Core.Resend;
using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Ledger.Journal;
using ListmonkPS.Core.Resend.Limits;
using ListmonkPS.Core.Resend.Running;
using ListmonkPS.Core.Resend.Sending;
using ListmonkPS.Core.Tests.Listmonk.Settings.Bench;

namespace ListmonkPS.Core.Tests.Resend.Bench;

/// <summary>A run of made-up people in a ledger, to be sent by a made-up sender.</summary>
internal sealed class RunBench : IAsyncDisposable
{
    public static readonly RunIdentity Identity = new("run", ResendRoute.Api, "account", "", "");

    private readonly LedgerBench _bench;

    private RunBench(LedgerBench bench, IResendLedger ledger, LedgerRun run, ResendTarget[] people) => (_bench, Ledger, Run, Targets) = (bench, ledger, run, people);

    public IResendLedger Ledger { get; }

    public LedgerRun Run { get; }

    public ResendTarget[] Targets { get; }

    public MadeUpPeople People { get; } = new();

    public HeardNotices Notices { get; } = new();

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public static ResendLimits Limits { get; } = new()
    {
        RatePerMinute = 1_000_000,
        DailyLimit = null,
        MaxAttempts = 3,
        ThrottleLimit = 4,
        MinimumInterval = TimeSpan.FromHours(24),
        TimeZone = TimeZoneInfo.Utc,
    };

    public static async Task<RunBench> CreateAsync(int people, string kind = "Journal", TimeProvider? time = null)
    {
        LedgerBench bench = await LedgerBench.CreateAsync(kind, time);
        IResendLedger ledger = await bench.OpenAsync();
        LedgerRun run = await ledger.CreateAsync(Identity, Test);
        ResendTarget[] targets = RandomPeople.Of(people);
        await ledger.AddAsync(run, targets, Test);
        return new RunBench(bench, ledger, run, targets);
    }

    /// <summary>Another worker of the same run.</summary>
    public Task<IResendLedger> OpenAnotherAsync() => _bench.OpenAsync(isElsewhere: true);

    public Task<RunEnd> SendAsync(
        IOptInSender sender, ResendLimits? limits = null, bool waits = false, IResendLedger? ledger = null, CancellationToken? stop = null, INoticeSink? notices = null,
        LedgerRun? run = null) =>
        new ResendRun(new ResendWork(ledger ?? Ledger, run ?? Run, People, sender, limits ?? Limits, _bench.Time, notices ?? Notices) { Waits = waits }).SendAsync(stop ?? Test);

    public async Task<List<LedgerItem>> ItemsAsync()
    {
        List<LedgerItem> items = [];
        await foreach (LedgerItem item in Ledger.ItemsAsync(Run, Enum.GetValues<LedgerState>(), Test))
            items.Add(item);
        return items;
    }

    /// <summary>When the mails were begun, from the journal.</summary>
    public async Task<IReadOnlyList<DateTimeOffset>> BeginsAsync() => (await JournalRun.ReadAsync(_bench.Journals.FileOf(Run.Name), Test)).Run.Begins;

    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        await _bench.DisposeAsync();
    }
}
