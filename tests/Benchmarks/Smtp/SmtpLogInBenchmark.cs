using ListmonkPS.Benchmarks.Running;

namespace ListmonkPS.Benchmarks.Smtp;

/// <summary>What a person waits for first: how long it takes to know that the log-in works (issue 5).</summary>
[Benchmark("smtp-login", Compares = "our conversation up to the end of Auth, against MailKit's connect and authenticate", Goal = 1.2)]
internal sealed class SmtpLogInBenchmark : IBenchmark
{
    private readonly GoodServer _server = new();
    private int _conversations;

    public Task PrepareAsync(bool isLong, CancellationToken cancellation)
    {
        _conversations = isLong ? 200 : 50;
        return Task.CompletedTask;
    }

    public Task<double> OursAsync(CancellationToken cancellation) => Repeated.MedianAsync(_conversations, async () => UpToLogIn(await _server.TalkAsync(cancellation)));

    public Task<double> BaselineAsync(CancellationToken cancellation) => Repeated.MedianAsync(_conversations, () => _server.LogInWithMailKitAsync(cancellation));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static TimeSpan UpToLogIn(SmtpTest test) => test.Stages.Take(test.Stages.ToList().FindIndex(stage => stage.Name == SmtpStageName.Auth) + 1)
        .Aggregate(TimeSpan.Zero, (time, stage) => time + stage.Duration);
}
