using System.Threading.Channels;
using ListmonkPS.Benchmarks.Running;
using ListmonkPS.Core.Mail.Composing;
using ListmonkPS.Core.Mail.Sending;
using ListmonkPS.Core.Resend;
using ListmonkPS.Core.Resend.Due;
using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Limits;
using ListmonkPS.Core.Resend.Running;
using ListmonkPS.Core.Resend.Smtp;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace ListmonkPS.Benchmarks.Resend;

/// <summary>A run by SMTP, ledger and question included, against a bare loop that composes the same mails and sends them over as many pooled connections of MailKit.</summary>
/// <param name="pause">Time that the sink takes for a mail.</param>
internal abstract class ResendBySmtp(TimeSpan pause) : IBenchmark, INoticeSink
{
    private const int AtOnce = 8;

    private static readonly ResendLimits Limits = new()
    {
        RatePerMinute = 1_000_000,
        DailyLimit = null,
        MaxAttempts = 5,
        ThrottleLimit = AtOnce,
        MinimumInterval = TimeSpan.Zero,
        TimeZone = TimeZoneInfo.Utc,
    };

    private ResendWorld? _world;
    private SmtpSink? _sink;
    private SmtpSending? _sending;
    private OptInRecipient[] _recipients = [];

    public async Task PrepareAsync(bool isLong, CancellationToken cancellation)
    {
        _world = await ResendWorld.CreateAsync(isLong ? 5000 : 800, TimeSpan.Zero, cancellation);
        _sink = await SmtpSink.StartAsync(pause, cancellation);
        SmtpAccount account = new() { Host = "127.0.0.1", Port = _sink.Port, Tls = SmtpTlsMode.None };
        SenderIdentity identity = new(
            new MailboxAddress("News", "news@example.org"), "https://lists.example.org", "News", HasListmonkHeaders: true, HasUnsubscribeHeader: true, new BlockHeaders([], null, []));
        _sending = new SmtpSending(new SenderSetup(account, identity), TemplateReader.Shipped(), null);
        IReadOnlyDictionary<int, DueAnswer> answers = await new DatabaseDueQuestion(_world.Database).AskAsync(_world.People, cancellation);
        _recipients = [.. answers.Values.Select(answer => answer.Recipient!)];
    }

    public async Task<double> OursAsync(CancellationToken cancellation)
    {
        ResendWorld world = _world!;
        LedgerRun run = await world.NewRunAsync(cancellation);
        long start = TimeProvider.System.GetTimestamp();
        await using SmtpOptInSender sender = new(_sending!, run.Name, AtOnce, TimeProvider.System);
        ResendWork work = new(world.Ledger, run, new DatabaseDueQuestion(world.Database), sender, Limits, TimeProvider.System, this);
        RunEnd end = await new ResendRun(work).SendAsync(cancellation);
        double milliseconds = TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
        return end.State == OptInResendRunState.Finished ? milliseconds : throw new InvalidOperationException(end.Reason);
    }

    public async Task<double> BaselineAsync(CancellationToken cancellation)
    {
        OptInMail mail = new(_sending!, new MailComposer(_sending!.Template), "bare", TimeProvider.System);
        Channel<SmtpClient> idle = Channel.CreateUnbounded<SmtpClient>();
        ParallelOptions options = new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        long start = TimeProvider.System.GetTimestamp();
        await Parallel.ForEachAsync(_recipients, options, async (recipient, token) =>
        {
            if (!idle.Reader.TryRead(out SmtpClient? client))
            {
                client = new SmtpClient();
                await client.ConnectAsync("127.0.0.1", _sink!.Port, SecureSocketOptions.None, token);
            }

            (MimeMessage message, MailEnvelope envelope) = mail.TryMake(recipient)!.Value;
            await client.SendAsync(FormatOptions.Default, message, envelope.Sender, envelope.Recipients, token);
            idle.Writer.TryWrite(client);
        });
        while (idle.Reader.TryRead(out SmtpClient? client))
        {
            await client.DisconnectAsync(quit: true, cancellation);
            client.Dispose();
        }

        return TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
    }

    public void Warning(string text) => throw new InvalidOperationException(text);

    public void Verbose(string text)
    {
    }

    public void Progress(ProgressNotice progress)
    {
    }

    public async ValueTask DisposeAsync()
    {
        if (_sink is not null)
            await _sink.DisposeAsync();
        if (_world is not null)
            await _world.DisposeAsync();
    }
}
