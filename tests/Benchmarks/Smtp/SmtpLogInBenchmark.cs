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
        _conversations = isLong ? 200 : 20;
        return Task.CompletedTask;
    }

    public async Task<double> OursAsync(CancellationToken cancellation)
    {
        TimeSpan sum = TimeSpan.Zero;
        for (int count = 0; count < _conversations; count++)
        {
            SmtpTest test = await _server.TalkAsync(cancellation);
            sum += test.Stages.Take(test.Stages.ToList().FindIndex(stage => stage.Name == SmtpStageName.Auth) + 1)
                .Aggregate(TimeSpan.Zero, (time, stage) => time + stage.Duration);
        }

        return sum.TotalMilliseconds / _conversations;
    }

    public async Task<double> BaselineAsync(CancellationToken cancellation)
    {
        TimeSpan sum = TimeSpan.Zero;
        for (int count = 0; count < _conversations; count++)
            sum += await _server.LogInWithMailKitAsync(cancellation);
        return sum.TotalMilliseconds / _conversations;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
