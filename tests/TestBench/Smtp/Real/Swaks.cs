using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using ListmonkPS.TestBench.Shells;

namespace ListmonkPS.TestBench.Smtp.Real;

/// <summary>The Swiss Army Knife for SMTP: where does it say that a conversation ended?</summary>
public static partial class Swaks
{
    /// <summary>Holds a conversation up to RCPT TO.</summary>
    /// <param name="port">Port on 127.0.0.1.</param>
    /// <param name="options">Further options.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The step at which it failed, by swaks' exit code, and the code of the refusal; null for both when all went well.</returns>
    public static async Task<(string? Step, int? Code)> RunAsync(int port, string[] options, CancellationToken cancellation)
    {
        ProcessStartInfo start = new(
            RealMailServerPrograms.Find("swaks")!,
            ["--server", "127.0.0.1", "--port", port.ToString(CultureInfo.InvariantCulture), "--helo", "lists.example.org", "--timeout", "60", "--quit-after", "RCPT", .. options]);
        BoundedProcessResult result = await BoundedProcess.RunAsync(start, TimeSpan.FromMinutes(3), cancellation);
        Match refusal = Refusal().Matches(result.Output).LastOrDefault(Match.Empty);
        return (StepOf(result.ExitCode), refusal.Success ? int.Parse(refusal.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null);
    }

    // Exit codes as its manual lists them.
    private static string? StepOf(int? exitCode) => exitCode switch
    {
        0 => null,
        2 => "Connect",
        21 => "Banner",
        22 => "Hello",
        23 => "MailFrom",
        24 => "RcptTo",
        28 => "Auth",
        29 => "StartTls",
        _ => "exit code " + exitCode,
    };

    [GeneratedRegex(@"^<(?:\*\*|[~-]\*) +(\d{3})[ -]", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Refusal();
}
