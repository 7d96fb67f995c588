using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ListmonkPS.TestBench.Journal;

/// <summary>Writes journal files by Debian's systemd-journal-remote, from the export format (systemd: JOURNAL_EXPORT_FORMATS), so that the real journalctl can read them.</summary>
public static class JournalWriter
{
    private static readonly string[] Places = ["/usr/lib/systemd/systemd-journal-remote", "/lib/systemd/systemd-journal-remote"];
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);

    /// <summary>Why no journal file can be written or read here; null when it can.</summary>
    public static string? SkipReason =>
        !Places.Any(File.Exists) ? "systemd-journal-remote is not installed (Debian: systemd-journal-remote)."
        : !File.Exists("/usr/bin/journalctl") ? "journalctl is not installed (Debian: systemd)."
        : null;

    /// <summary>Writes one.</summary>
    /// <param name="path">The file to make.</param>
    /// <param name="entries">Fields of each entry, in order; a minute apart from the start on.</param>
    /// <param name="start">Time of the first.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task WriteAsync(string path, IReadOnlyList<IReadOnlyList<(string Name, byte[] Value)>> entries, DateTimeOffset start, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ProcessStartInfo program = new(Places.First(File.Exists), ["--output=" + path, "-"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(program)!;
        Task<string> said = process.StandardError.ReadToEndAsync(cancellation);
        await process.StandardInput.BaseStream.WriteAsync(Export(entries, start), cancellation);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellation).WaitAsync(Bound, cancellation);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"systemd-journal-remote: {await said}");
    }

    /// <summary>An entry of a unit.</summary>
    public static IReadOnlyList<(string Name, byte[] Value)> Of(string unit, byte[] message, params IReadOnlyList<(string Name, string Value)> more)
    {
        ArgumentNullException.ThrowIfNull(more);
        return
        [
            ("MESSAGE", message), ("_SYSTEMD_UNIT", Encoding.ASCII.GetBytes(unit)), ("PRIORITY", "6"u8.ToArray()),
            .. more.Select(field => (field.Name, Encoding.UTF8.GetBytes(field.Value))),
        ];
    }

    private static byte[] Export(IReadOnlyList<IReadOnlyList<(string Name, byte[] Value)>> entries, DateTimeOffset start)
    {
        using MemoryStream export = new();
        for (int index = 0; index < entries.Count; index++)
        {
            long micros = (start.AddMinutes(index) - DateTimeOffset.UnixEpoch).Ticks / 10;
            string boot = "0123456789abcdef0123456789abcdef";
            export.Write(Encoding.ASCII.GetBytes(string.Create(
                CultureInfo.InvariantCulture, $"__REALTIME_TIMESTAMP={micros}\n__MONOTONIC_TIMESTAMP={(index + 1) * 1000}\n_BOOT_ID={boot}\n")));
            foreach ((string name, byte[] value) in entries[index])
                WriteField(export, name, value);
            export.WriteByte((byte)'\n');
        }

        return export.ToArray();
    }

    /// <summary>A value with line breaks or control bytes has its length before it, little endian.</summary>
    private static void WriteField(MemoryStream export, string name, byte[] value)
    {
        export.Write(Encoding.ASCII.GetBytes(name));
        if (value.All(one => one is >= 0x20 or (byte)'\t'))
        {
            export.WriteByte((byte)'=');
        }
        else
        {
            byte[] length = new byte[9];
            length[0] = (byte)'\n';
            BinaryPrimitives.WriteUInt64LittleEndian(length.AsSpan(1), (ulong)value.Length);
            export.Write(length);
        }

        export.Write(value);
        export.WriteByte((byte)'\n');
    }
}
