using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Resend.Planning;

/// <summary>
/// A plan as a file: a line of JSON with server and limits, a line "number uuid" a person, and a last line with the SHA-256 of those before it. No address is in it.
/// </summary>
/// <param name="Header">Server and limits.</param>
/// <param name="People">Who, in order.</param>
/// <param name="Digest">SHA-256 of the lines before the last, in hexadecimal digits.</param>
internal sealed record PlanFile(PlanHeader Header, IReadOnlyList<ResendTarget> People, string Digest)
{
    private const string DigestMark = "sha256 ";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a file: whole or not at all.</summary>
    /// <exception cref="FailureException">PlanNotWritten.</exception>
    public static async Task WriteAsync(PlanHeader header, IReadOnlyList<ResendTarget> people, string path, bool noClobber, CancellationToken cancellation)
    {
        try
        {
            IEnumerable<string> lines = [JsonSerializer.Serialize(header), .. people.Select(LineOf)];
            if (!await WholeFile.WriteAsync(path, !noClobber, ownerOnly: false, file => WriteLinesAsync(file, lines, cancellation), cancellation))
                throw NotWritten(path, "resend.plan.exists");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NotWritten(path, ReasonOf(path, exception), exception);
        }
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="FailureException">PlanUnreadable.</exception>
    public static async Task<PlanFile> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return Parse(await File.ReadAllLinesAsync(path, Utf8, cancellation), path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, Directory.Exists(path) ? "resend.plan.folder" : File.Exists(path) ? "resend.plan.no-rights" : "resend.plan.not-there", exception);
        }
    }

    private static async Task WriteLinesAsync(FileStream file, IEnumerable<string> lines, CancellationToken cancellation)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using StreamWriter writer = new(file, Utf8, leaveOpen: true) { NewLine = "\n" };
        foreach (string line in lines)
        {
            hash.AppendData(Utf8.GetBytes(line + "\n"));
            await writer.WriteLineAsync(line.AsMemory(), cancellation);
        }

        await writer.WriteLineAsync((DigestMark + Convert.ToHexString(hash.GetHashAndReset())).AsMemory(), cancellation);
    }

    private static PlanFile Parse(string[] lines, string path)
    {
        if (lines.Length < 2 || !lines[^1].StartsWith(DigestMark, StringComparison.Ordinal))
            throw Unreadable(path, lines.Length > 0 && PlanHeader.TryParse(lines[0]) is not null ? "resend.plan.cut" : "resend.plan.not-ours");
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string line in lines.AsSpan(0, lines.Length - 1))
            hash.AppendData(Utf8.GetBytes(line + "\n"));
        string digest = Convert.ToHexString(hash.GetHashAndReset());
        if (lines[^1][DigestMark.Length..] != digest)
            throw Unreadable(path, "resend.plan.changed");
        PlanHeader header = PlanHeader.TryParse(lines[0]) ?? throw Unreadable(path, "resend.plan.other-version");
        return new PlanFile(header, [.. lines[1..^1].Select(line => TargetOf(line) ?? throw Unreadable(path, "resend.plan.not-ours"))], digest);
    }

    private static string LineOf(ResendTarget person) => string.Create(CultureInfo.InvariantCulture, $"{person.Id} {person.Uuid}");

    private static ResendTarget? TargetOf(string line) =>
        line.Split(' ') is [var id, var uuid] && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && Guid.TryParse(uuid, out Guid unique)
            ? new ResendTarget(number, unique)
            : null;

    private static string ReasonOf(string path, Exception exception) => exception switch
    {
        _ when Directory.Exists(path) => "resend.plan.folder",
        DirectoryNotFoundException => "resend.plan.no-folder",
        UnauthorizedAccessException => "resend.plan.no-write",
        _ => "resend.plan.disk",
    };

    private static FailureException NotWritten(string path, string reason, Exception? cause = null) =>
        new(ResendFailures.PlanNotWritten(path, Texts.Format(reason)), cause);

    private static FailureException Unreadable(string path, string reason, Exception? cause = null) =>
        new(ResendFailures.PlanUnreadable(path, Texts.Format(reason)), cause);
}
