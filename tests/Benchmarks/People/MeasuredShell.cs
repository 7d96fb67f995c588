using System.Diagnostics;
using System.Globalization;
using ListmonkPS.Benchmarks.Running;
using ListmonkPS.TestBench.Shells;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Benchmarks.People;

/// <summary>A running pwsh with the module in it, that has read ten people and is asked again and again.</summary>
internal sealed class MeasuredShell : IAsyncDisposable
{
    private static readonly string Module = Path.Combine("artifacts", "ListmonkPS", "ListmonkPS.psd1");

    private const string Script = """
        $ErrorActionPreference = 'Stop'
        Import-Module $env:LISTMONKPS_MODULE
        $credential = [pscredential]::new($env:BENCH_USER, (ConvertTo-SecureString $env:BENCH_PASSWORD -AsPlainText -Force))
        $null = Connect-Listmonk -ConnectionString $env:BENCH_DATABASE -DatabaseCredential $credential -TimeoutSeconds 300
        $null = Get-UnconfirmedSubscriber -First 10
        [GC]::Collect(); [GC]::WaitForPendingFinalizers(); [GC]::Collect()
        function Get-Kilobyte([string] $Name) { [long][regex]::Match([IO.File]::ReadAllText('/proc/self/status'), "${Name}:\s*(\d+)").Groups[1].Value }
        $before = if ($IsLinux) { Get-Kilobyte VmRSS } else { 0 }
        [Console]::Out.WriteLine('ready')
        while ($null -ne ($line = [Console]::In.ReadLine())) {
            $watch = [Diagnostics.Stopwatch]::StartNew()
            Get-UnconfirmedSubscriber | ForEach-Object {}
            $elapsed = $watch.Elapsed.TotalMilliseconds
            $peak = if ($IsLinux) { (Get-Kilobyte VmHWM) - $before } else { 0 }
            [Console]::Out.WriteLine([string]::Format([cultureinfo]::InvariantCulture, '{0} {1}', $elapsed, $peak))
        }
        """;

    private readonly Process _process;
    private readonly string _script;

    private MeasuredShell(Process process, string script) => (_process, _script) = (process, script);

    /// <summary>Starts one for a world.</summary>
    public static async Task<MeasuredShell> StartAsync(World world, CancellationToken cancellation)
    {
        string root = Root();
        Pwsh pwsh = await PwshFinder.FindAsync(root, cancellation);
        string script = Path.Combine(Path.GetTempPath(), $"measured-{Guid.NewGuid():N}.ps1");
        await File.WriteAllTextAsync(script, Script, cancellation);
        ProcessStartInfo start = pwsh.Start("-File", script);
        start.RedirectStandardInput = start.RedirectStandardOutput = true;
        start.Environment["LISTMONKPS_MODULE"] = Path.Combine(root, Module);
        start.Environment["BENCH_DATABASE"] = world.ReadConnectionString;
        start.Environment["BENCH_USER"] = world.ReadUser;
        start.Environment["BENCH_PASSWORD"] = world.ReadPassword;
        MeasuredShell shell = new(Process.Start(start) ?? throw new InvalidOperationException("pwsh does not start."), script);
        while (await shell._process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (line == "ready")
                return shell;
        }

        await shell.DisposeAsync();
        throw new InvalidOperationException("The shell ended before it was ready.");
    }

    /// <summary>Reads everybody once: milliseconds, and by how many megabytes the process was larger at its largest.</summary>
    public async Task<(double Milliseconds, double Megabytes)> ReadEverybodyAsync(CancellationToken cancellation)
    {
        await _process.StandardInput.WriteLineAsync("go");
        string answer = await _process.StandardOutput.ReadLineAsync(cancellation) ?? throw new InvalidOperationException("The shell ended.");
        string[] figures = answer.Split(' ');
        return (double.Parse(figures[0], CultureInfo.InvariantCulture), double.Parse(figures[1], CultureInfo.InvariantCulture) / 1024);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using CancellationTokenSource bound = new(TimeSpan.FromSeconds(10));
        try
        {
            await _process.WaitForExitAsync(bound.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
        File.Delete(_script);
    }

    /// <summary>The folder above this program in which the module was built.</summary>
    private static string Root()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Module)))
                return folder.FullName;
        }

        throw new NotMeasuredException("the module is not built: dotnet build -c Release");
    }
}
