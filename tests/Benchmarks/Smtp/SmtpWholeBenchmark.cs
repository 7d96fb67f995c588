using ListmonkPS.Benchmarks.Running;

namespace ListmonkPS.Benchmarks.Smtp;

/// <summary>The whole conversation costs no more than a log-in and the round trips that are left (issue 5).</summary>
[Benchmark("smtp-whole", Compares = "our whole conversation, against MailKit's log-in and MAIL, RCPT, RSET, QUIT by a bare socket in the clear", Goal = 1.2)]
internal sealed class SmtpWholeBenchmark : IBenchmark
{
    private readonly GoodServer _server = new();
    private readonly BareRoundTrips _roundTrips = new();
    private int _conversations;

    public Task PrepareAsync(bool isLong, CancellationToken cancellation)
    {
        _conversations = isLong ? 200 : 50;
        return Task.CompletedTask;
    }

    public Task<double> OursAsync(CancellationToken cancellation) => Repeated.MedianAsync(_conversations, async () => (await _server.TalkAsync(cancellation)).Duration);

    public Task<double> BaselineAsync(CancellationToken cancellation) =>
        Repeated.MedianAsync(_conversations, async () => await _server.LogInWithMailKitAsync(cancellation) + await _roundTrips.MeasureAsync(cancellation));

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _roundTrips.DisposeAsync();
    }
}
