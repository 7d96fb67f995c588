using ListmonkPS.TestBench.Smtp.Real;

namespace ListmonkPS.Core.Tests.Mail.Smtp;

/// <summary>One real mail server for the tests that need it; they are skipped where there can be none.</summary>
public sealed class RealMailServerFixture : IAsyncLifetime
{
    private RealMailServer? _server;

    /// <summary>The server; skips the test where there can be none.</summary>
    public RealMailServer Server
    {
        get
        {
            RealPart.Require(RealMailServerPrograms.ServerSkipReason);
            return _server!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (RealMailServerPrograms.ServerSkipReason is null)
            _server = await RealMailServer.StartAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }
}
