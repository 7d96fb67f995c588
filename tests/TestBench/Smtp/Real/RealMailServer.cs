using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using ListmonkPS.TestBench.Network;

namespace ListmonkPS.TestBench.Smtp.Real;

/// <summary>
/// A Postfix with log-ins by Dovecot, of our own, in a folder of its own. A shell keeps them and waits for the end of its input: however this
/// process ends, the system closes that pipe, and the shell clears up.
/// </summary>
public sealed class RealMailServer : IAsyncDisposable
{
    private const string Keeper = """
        trap '' INT TERM HUP QUIT
        end() { postfix -c "$1/postfix" stop >/dev/null 2>&1; [ -f "$1/dovecot/run/master.pid" ] && kill "$(cat "$1/dovecot/run/master.pid")"; }
        if dovecot -c "$1/dovecot/dovecot.conf" >&2 && chown postfix "$1/data" && postfix -c "$1/postfix" start >&2; then echo up; cat >/dev/null; fi
        end "$1"
        while [ -f "$1/dovecot/run/master.pid" ]; do sleep 0.05; done
        rm -rf "$1"
        """;

    private static readonly UnixFileMode Passable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(3);

    private readonly TestAuthority _authority = new();
    private readonly GreylistPolicy _policy = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("listmonkps-mail-").FullName;
    private readonly X509Certificate2 _certificate;
    private readonly HeldPort[] _held = [.. Enumerable.Range(0, RealMailServerPorts.Count).Select(_ => new HeldPort())];
    private Process? _keeper;

    private RealMailServer()
    {
        _certificate = _authority.Good();
        Ports = new RealMailServerPorts(_held[0].Port, _held[1].Port, _held[2].Port, _held[3].Port, _held[4].Port);
    }

    /// <summary>Where it listens.</summary>
    public RealMailServerPorts Ports { get; }

    /// <summary>The user who may log in, and send as that address only.</summary>
    public string User { get; } = "news@example.org";

    /// <summary>That user's password.</summary>
    public string Password { get; } = "correct horse battery";

    /// <summary>What a client has to trust.</summary>
    public X509Certificate2Collection Authorities => _authority.Roots;

    /// <summary>The server's certificate chain as a file.</summary>
    public string AuthorityFile => Path.Combine(_folder, "certificate.pem");

    /// <summary>The mail log so far.</summary>
    public string Log => File.Exists(Path.Combine(_folder, "mail.log")) ? File.ReadAllText(Path.Combine(_folder, "mail.log")) : "";

    /// <summary>Starts one.</summary>
    /// <exception cref="InvalidOperationException">It does not start; the message holds what it said.</exception>
    public static async Task<RealMailServer> StartAsync(CancellationToken cancellation)
    {
        RealMailServer server = new();
        try
        {
            await server.StartKeeperAsync(cancellation);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops it and removes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_keeper is { } keeper)
        {
            keeper.StandardInput.Close();
            using CancellationTokenSource bound = new(Bound);
            await keeper.WaitForExitAsync(bound.Token);
            keeper.Dispose();
        }
        else
        {
            Directory.Delete(_folder, recursive: true);
        }

        foreach (HeldPort port in _held)
            port.Dispose();
        await _policy.DisposeAsync();
        _certificate.Dispose();
        _authority.Dispose();
    }

    private async Task StartKeeperAsync(CancellationToken cancellation)
    {
        // Postfix changes to its own user, which has to get through to its folders.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder, Passable);
        new RealMailServerConfig(_folder, Ports, User, Password, _policy.Port).Write(_certificate, _authority.Roots);
        ProcessStartInfo start = new("setsid", ["sh", "-c", Keeper, "keeper", _folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = "/usr/sbin:/usr/bin:/sbin:/bin";
        _keeper = Process.Start(start) ?? throw new InvalidOperationException("The keeper of the mail server was not started.");
        string? report = await _keeper.StandardOutput.ReadLineAsync(cancellation).AsTask().WaitAsync(Bound, cancellation);
        if (report != "up")
            throw new InvalidOperationException("The mail server does not start: " + await _keeper.StandardError.ReadToEndAsync(cancellation) + Log);
    }
}
