using System.Text;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Audit.Baselines;

/// <summary>Writes and reads baseline files: whole or not at all.</summary>
internal static class BaselineFile
{
    /// <summary>Longer than any baseline; what is longer is none.</summary>
    private const long Longest = 64 << 20;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The file that a target means for a server: in a folder one that is named after it.</summary>
    public static string PathFor(BaselineTarget target, string server) => Directory.Exists(target.Path)
        ? Path.Combine(target.Path, string.Concat(server.Take(100).Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' ? letter : '-')) + ".json")
        : target.Path;

    /// <summary>Writes a file.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="text">What is in it.</param>
    /// <param name="noClobber">True when a file that is there stays.</param>
    /// <param name="cancellation">Ends the work; the file is then as it was.</param>
    /// <exception cref="FailureException">BaselineExists or BaselineNotWritten.</exception>
    public static async Task WriteAsync(string path, string text, bool noClobber, CancellationToken cancellation)
    {
        try
        {
            byte[] bytes = Utf8.GetBytes(text);
            if (!await WholeFile.WriteAsync(path, !noClobber, ownerOnly: false, file => file.WriteAsync(bytes, cancellation).AsTask(), cancellation))
                throw new FailureException(AuditFailures.BaselineExists(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FailureException(AuditFailures.BaselineNotWritten(path, exception.Message), exception);
        }
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="FailureException">BaselineNotFound, BaselineUnreadable, BaselineNotOurs or BaselineTooNew.</exception>
    public static async Task<SettingBaseline> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            if (File.Exists(path) && new FileInfo(path).Length > Longest) throw new FailureException(AuditFailures.BaselineNotOurs(path));
            return BaselineText.Parse(await File.ReadAllTextAsync(path, cancellation), path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FailureException(AuditFailures.BaselineNotFound(path), exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FailureException(AuditFailures.BaselineUnreadable(path, exception.Message), exception);
        }
    }
}
