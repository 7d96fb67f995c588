using System.Net;
using ListmonkPS.TestBench.Network;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Net;

namespace ListmonkPS.TestBench.Mail;

/// <summary>
/// A real SMTP server on loopback that keeps what it gets. The system chooses the port at the first start; the sink keeps it over stop and start.
/// With a user and a password it demands AUTH (PLAIN or LOGIN), so that a lost password shows as a refused log-in.
/// </summary>
public sealed class MailSink : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly List<ReceivedMail> _received = [];
    private readonly List<(Func<ReceivedMail, bool> Match, TaskCompletionSource<ReceivedMail> Found)> _waiting = [];
    private readonly string? _user;
    private readonly string? _password;
    private readonly TimeProvider _time;
    private volatile SinkRefusal? _refusal;
    private readonly HeldPort? _held = OperatingSystem.IsWindows() ? null : new HeldPort(); // stopped, it keeps its port from everybody else
    private CancellationTokenSource? _stop;
    private Task _running = Task.CompletedTask;

    private MailSink(string? user, string? password, TimeProvider time) => (_user, _password, _time, Port) = (user, password, time, _held?.Port ?? 0);

    /// <summary>The address that it listens on.</summary>
    public string Host { get; } = IPAddress.Loopback.ToString();

    /// <summary>The port that the system gave.</summary>
    public int Port { get; private set; }

    /// <summary>What came so far, oldest first; a copy.</summary>
    public IReadOnlyList<ReceivedMail> Received
    {
        get
        {
            lock (_lock)
                return [.. _received];
        }
    }

    /// <summary>Starts a sink.</summary>
    /// <param name="user">Who must log in; null lets everybody send.</param>
    /// <param name="password">The password of that user.</param>
    /// <param name="time">Clock for <see cref="ReceivedMail.ReceivedAt"/>; the system's when null.</param>
    /// <param name="ct">Ends the wait for the listener.</param>
    public static async Task<MailSink> StartAsync(
        string? user = null, string? password = null, TimeProvider? time = null, CancellationToken ct = default)
    {
        MailSink sink = new(user, password, time ?? TimeProvider.System);
        await sink.StartAsync(ct);
        return sink;
    }

    /// <summary>Listens again on the same port after <see cref="StopAsync"/>.</summary>
    public async Task StartAsync(CancellationToken ct = default)
    {
        TaskCompletionSource<int> started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        PlainReplyListeners listeners = new();
        listeners.EndpointStarted += (_, e) => started.TrySetResult(((IPEndPoint)e.LocalEndPoint).Port);
        _stop = new CancellationTokenSource();
        SmtpServer.SmtpServer server = new(Options(), Services(listeners));
        _running = server.StartAsync(_stop.Token);
        Task first = await Task.WhenAny(started.Task, _running).WaitAsync(ct);
        await first;
        Port = await started.Task.WaitAsync(ct);
    }

    /// <summary>Closes the port: from now on connections are refused. What came stays readable.</summary>
    public async Task StopAsync()
    {
        if (_stop is null)
            return;
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
        _stop = null;
    }

    /// <summary>From now on turns mail away with this reply; null accepts again.</summary>
    public void Refuse(SinkRefusal? refusal) => _refusal = refusal;

    /// <summary>Forgets what came.</summary>
    public void Clear()
    {
        lock (_lock)
            _received.Clear();
    }

    /// <summary>Gives the first message, among those that came and those still to come, that matches.</summary>
    /// <exception cref="TimeoutException">None came in time.</exception>
    public async Task<ReceivedMail> WaitForAsync(Func<ReceivedMail, bool> match, TimeSpan timeout, CancellationToken ct = default)
    {
        TaskCompletionSource<ReceivedMail> found = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_received.FirstOrDefault(match) is { } already)
                return already;
            _waiting.Add((match, found));
        }
        return await found.Task.WaitAsync(timeout, _time, ct);
    }

    /// <summary>Closes the port.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _held?.Dispose();
    }

    private ISmtpServerOptions Options() => new SmtpServerOptionsBuilder()
        .ServerName("sink.test")
        .Endpoint(endpoint => endpoint
            .Endpoint(new IPEndPoint(IPAddress.Loopback, Port))
            .AuthenticationRequired(_user is not null)
            .AllowUnsecureAuthentication())
        .Build();

    private ServiceProvider Services(IEndpointListenerFactory listeners)
    {
        ServiceProvider services = new();
        services.Add(listeners);
        services.Add(new MailboxGate(() => _refusal));
        services.Add(new MailKeeper(() => _refusal, Keep, _time));
        services.Add(new DelegatingUserAuthenticator((user, password) => user == _user && password == _password));
        return services;
    }

    private void Keep(ReceivedMail mail)
    {
        lock (_lock)
        {
            _received.Add(mail);
            foreach ((Func<ReceivedMail, bool> match, TaskCompletionSource<ReceivedMail> found) in _waiting)
                if (match(mail))
                    found.TrySetResult(mail);
            _waiting.RemoveAll(waiting => waiting.Found.Task.IsCompleted);
        }
    }
}
