using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;

namespace ListmonkPS.TestBench.Dns.Servers;

/// <summary>BIND 9 on a loopback port, responsible for everything in one master file: the judge of our own zone server.</summary>
internal sealed class BindServer : IAsyncDisposable
{
    /// <summary>Why tests are skipped where it is not.</summary>
    public const string Absent = "named (BIND 9) is not on this machine; apt-get install bind9";

    private const int PortTries = 5;
    private static readonly TimeSpan StartBound = TimeSpan.FromMinutes(1);

    /// <summary>No test takes longer; named ends by itself should the test process be killed.</summary>
    private const string LongestLife = "600";

    private static readonly string[] Places = ["/usr/sbin/named", "/usr/local/sbin/named", "/usr/bin/named", "/opt/homebrew/sbin/named"];

    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private BindServer(Process process, DirectoryInfo folder, IPEndPoint endPoint) => (_process, _folder, EndPoint) = (process, folder, endPoint);

    /// <summary>Where it listens.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>The program; null when it is not here.</summary>
    public static string? Program => Array.Find(Places, File.Exists);

    /// <summary>Starts it; null when it does not take the zone.</summary>
    /// <param name="masterFile">Text of the zone.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<BindServer?> StartAsync(string masterFile, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            BindServer server = await StartAsync(masterFile, FreePort(), cancellation);
            DnsAnswerKind answer = await server.FirstAnswerAsync(cancellation);
            if (answer == DnsAnswerKind.Records)
                return server;
            await server.DisposeAsync();
            // The zone was not loaded; anything else comes of a port that somebody else took meanwhile.
            if (answer == DnsAnswerKind.ServFail || attempt == PortTries)
                return null;
        }
    }

    private static async Task<BindServer> StartAsync(string masterFile, int port, CancellationToken cancellation)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("bench-bind-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "root.zone"), masterFile, cancellation);
        string configuration = Path.Combine(folder.FullName, "named.conf");
        await File.WriteAllTextAsync(configuration, Configuration(folder.FullName, port), cancellation);
        ProcessStartInfo start = new("timeout", [LongestLife, Program!, "-g", "-n", "1", "-c", configuration])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        Process process = Process.Start(start) ?? throw new InvalidOperationException("named did not start");
        process.ErrorDataReceived += static (_, _) => { };
        process.OutputDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return new BindServer(process, folder, new IPEndPoint(IPAddress.Loopback, port));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>Asks for a name of the zone until there is an answer; each try waits for its answer, so this is no busy loop.</summary>
    private async Task<DnsAnswerKind> FirstAnswerAsync(CancellationToken cancellation)
    {
        long began = Stopwatch.GetTimestamp();
        DnsAnswer answer;
        TimeSpan patience = TimeSpan.FromMilliseconds(100);
        do
        {
            ServerLookup lookup = new(new LookupOptions { Servers = [EndPoint], TryTimeout = patience, Retries = 0 });
            answer = await lookup.AskAsync(new DnsQuestion("ns.bench", DnsRecordType.A), cancellation);
            patience *= 1.2; // a busy machine answers late each time
        }
        while (answer.Kind is DnsAnswerKind.Timeout or DnsAnswerKind.Unreachable && !_process.HasExited && Stopwatch.GetElapsedTime(began) < StartBound);
        return answer.Kind;
    }

    private static int FreePort()
    {
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private static string Configuration(string folder, int port) => string.Create(CultureInfo.InvariantCulture, $$"""
        options {
          directory "{{folder}}";
          listen-on port {{port}} { 127.0.0.1; };
          listen-on-v6 { none; };
          pid-file none;
          session-keyfile none;
          managed-keys-directory "{{folder}}";
          recursion no;
          allow-query { any; };
          dnssec-validation no;
          empty-zones-enable no;
          minimal-responses yes;
          check-names primary ignore;
          check-integrity no;
          zone-statistics none;
        };
        controls { };
        zone "." { type primary; file "root.zone"; };
        """);
}
