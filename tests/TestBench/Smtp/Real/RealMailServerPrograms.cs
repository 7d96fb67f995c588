using System.Diagnostics;

namespace ListmonkPS.TestBench.Smtp.Real;

/// <summary>The programs of Debian's packages postfix, dovecot-core and swaks: whether they are here and may be started.</summary>
public static class RealMailServerPrograms
{
    private static readonly string[] Folders = ["/usr/sbin", "/usr/bin", "/sbin", "/bin"];

    /// <summary>Why a real mail server cannot be started here; null when it can.</summary>
    public static string? ServerSkipReason =>
        Missing("postfix", "postfix") ?? Missing("dovecot", "dovecot-core")
        ?? (Environment.UserName == "root" ? null : "Postfix can be started by root only");

    /// <summary>Why swaks cannot be used here; null when it can.</summary>
    public static string? SwaksSkipReason => Missing("swaks", "swaks") ?? (SwaksKnowsTls ? null : "swaks has no TLS here (Debian: libnet-ssleay-perl)");

    /// <summary>Path of a program; null when it is not here.</summary>
    public static string? Find(string program) => Folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static bool SwaksKnowsTls { get; } = Find("swaks") is { } swaks && Output(swaks, "--support").Contains("TLS supported", StringComparison.OrdinalIgnoreCase);

    private static string? Missing(string program, string package) =>
        OperatingSystem.IsLinux() && Find(program) is not null ? null : $"{program} is not here (Debian: {package})";

    private static string Output(string program, string argument)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, argument) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
