using System.Globalization;
using System.Text;
using ListmonkPS.Core.Listmonk.Settings.Reading;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.Settings.Reloading;

/// <summary>Saves the server's log before a change: listmonk keeps it in memory only, and the restart after a change empties it (G24).</summary>
/// <param name="folder">Folder for the files; made when it is missing.</param>
internal sealed class LogKeeper(string folder)
{
    private const int MostAttempts = 100;

    /// <summary>Longest line that is kept; an SMTP reply may stand in it whole.</summary>
    private const int LineLength = 10_000;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads the log and saves it. A log that cannot be read is told and does not stop the change; one that cannot be saved does.</summary>
    /// <param name="access">Where; its API must be there.</param>
    /// <param name="key">The setting that is to be changed, for the failure.</param>
    /// <param name="notices">Takes the warning and the name of the file.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FailureException">LogNotSaved.</exception>
    public async Task<SavedLog> SaveAsync(SettingAccess access, string key, INoticeSink notices, CancellationToken cancellation)
    {
        IReadOnlyList<string> lines;
        try
        {
            lines = await access.Api!.GetLogAsync(cancellation);
        }
        catch (FailureException exception)
        {
            notices.Warning(Texts.Format("notice.setting.log-unreadable", access.Session.Name, exception.Failure.Message));
            return SavedLog.None;
        }

        if (lines.Count == 0) return new SavedLog(lines, null);
        try
        {
            string path = await WriteAsync(access, lines, cancellation);
            notices.Verbose(Texts.Format("notice.setting.log-saved", access.Session.Name, path));
            return new SavedLog(lines, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new FailureException(SettingFailures.LogNotSaved(folder, key), exception);
        }
    }

    private async Task<string> WriteAsync(SettingAccess access, IReadOnlyList<string> lines, CancellationToken cancellation)
    {
        StateFolder.Create(folder);
        await using FileStream file = Open(NameOf(access));
        await using StreamWriter writer = new(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        foreach (string line in lines) await writer.WriteLineAsync(HarmlessText.Of(line, LineLength).AsMemory(), cancellation);
        return file.Name;
    }

    /// <summary>A new file; a second one within the same second gets a number.</summary>
    private FileStream Open(string name)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        for (int attempt = 1; ; attempt++)
        {
            string path = Path.Combine(folder, attempt == 1 ? $"{name}.log" : $"{name}-{attempt.ToString(CultureInfo.InvariantCulture)}.log");
            try
            {
                return new FileStream(path, options);
            }
            catch (IOException) when (attempt < MostAttempts && File.Exists(path))
            {
                continue;
            }
        }
    }

    /// <summary>Session and time; what does not belong into a file name becomes a dash.</summary>
    private static string NameOf(SettingAccess access)
    {
        string session = string.Concat(access.Session.Name.Take(60).Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' ? letter : '-'));
        return "listmonk-" + session + "-" + access.Server.Time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
    }
}
