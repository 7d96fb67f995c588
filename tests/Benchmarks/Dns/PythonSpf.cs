using System.Diagnostics;
using System.Globalization;
using ListmonkPS.Benchmarks.Running;

namespace ListmonkPS.Benchmarks.Dns;

/// <summary>The Python reference (Debian's python3-spf), run on the same cases.</summary>
internal sealed class PythonSpf
{
    private readonly string _python;
    private readonly string _script;

    private PythonSpf(string python, string script) => (_python, _script) = (python, script);

    /// <summary>Finds an interpreter on the path that has the package.</summary>
    /// <exception cref="NotMeasuredException">None has it.</exception>
    public static async Task<PythonSpf> FindAsync(CancellationToken cancellation)
    {
        using Stream resource = typeof(PythonSpf).Assembly.GetManifestResourceStream("spf_cases.py")!;
        string script = await new StreamReader(resource).ReadToEndAsync(cancellation);
        foreach (string folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            string python = Path.Combine(folder, "python3");
            if (File.Exists(python) && await RunAsync(python, ["-c", "import spf"], cancellation) is not null)
                return new PythonSpf(python, script);
        }

        throw new NotMeasuredException("python3-spf absent");
    }

    /// <summary>Microseconds for a case, as the script measures them: without the start of the interpreter.</summary>
    public async Task<double> MeasureAsync(int rounds, IEnumerable<string> files, CancellationToken cancellation)
    {
        string[] arguments = ["-c", _script, rounds.ToString(CultureInfo.InvariantCulture), .. files];
        string output = await RunAsync(_python, arguments, cancellation) ?? throw new InvalidOperationException("The Python reference broke off.");
        return double.Parse(output.Trim(), CultureInfo.InvariantCulture);
    }

    private static async Task<string?> RunAsync(string python, string[] arguments, CancellationToken cancellation)
    {
        ProcessStartInfo start = new(python) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellation);
        string output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await errors;
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0 ? output : null;
    }
}
