using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using ListmonkPS.Core.Listmonk.Configuration;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.Profiles;

/// <summary>The saved profiles: one JSON file each, readable by its owner only, replaced whole or not at all.</summary>
/// <param name="folder">Full path of the folder; made when something is saved.</param>
/// <param name="time">Clock.</param>
internal sealed partial class ProfileFolder(string folder, TimeProvider time)
{
    private const string Extension = ".json";
    private const UnixFileMode OwnerOnlyFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    /// <summary>Names of the profiles, sorted; none when the folder is missing or cannot be read.</summary>
    public IReadOnlyList<string> Names()
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*" + Extension).Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Reads a profile.</summary>
    /// <exception cref="FailureException">There is none of that name, or it cannot be read.</exception>
    public async Task<ConnectProfile> ReadAsync(string name, TimeSpan bound, CancellationToken cancellation)
    {
        string path = PathOf(name);
        string text = await new FileText(time).ReadAsync(
            path, bound, reason => ProfileFailures.ProfileUnreadable(path, reason), () => NotFound(name), cancellation);
        try
        {
            return JsonSerializer.Deserialize<ConnectProfile>(text, Json) switch
            {
                { Version: ConnectProfile.CurrentVersion, HeaderNames: not null } profile => profile,
                { HeaderNames: null } => throw Unreadable(path, Texts.Format("failure.reason.not-profile")),
                { Version: var version } => throw Unreadable(path, Texts.Format("failure.reason.profile-version", version)),
                null => throw Unreadable(path, Texts.Format("failure.reason.not-profile")),
            };
        }
        catch (JsonException exception)
        {
            throw new FailureException(ProfileFailures.ProfileUnreadable(path, Texts.Format("failure.reason.not-profile")), exception);
        }
    }

    /// <summary>Saves a profile over one of the same name, and gives the path of its file.</summary>
    /// <exception cref="FailureException">The name cannot be one, or the file cannot be written.</exception>
    public async Task<string> SaveAsync(string name, ConnectProfile profile, CancellationToken cancellation)
    {
        string path = PathOf(name);
        try
        {
            MakeFolder();
            await WholeFile.WriteAsync(path, overwrite: true, ownerOnly: true, file => JsonSerializer.SerializeAsync(file, profile, Json, cancellation), cancellation);
            return path;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new FailureException(ProfileFailures.ProfileNotSaved(path, exception.GetType().Name), exception);
        }
    }

    /// <summary>Refuses a name that cannot be one: it is the name of a file on every system.</summary>
    /// <exception cref="FailureException">It cannot be one.</exception>
    public static void CheckName(string name)
    {
        if (!Name().IsMatch(name))
            throw new FailureException(ProfileFailures.BadProfileName(HarmlessText.Of(name)));
    }

    private void MakeFolder()
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder); // local application data is the user's own there
        else Directory.CreateDirectory(folder, OwnerOnlyFolder);
    }

    private string PathOf(string name)
    {
        CheckName(name);
        return Path.Combine(folder, name.ToLowerInvariant() + Extension);
    }

    private Failure NotFound(string name) =>
        ProfileFailures.ProfileNotFound(name, Names() is { Count: > 0 } names ? string.Join(", ", names) : "-");

    private static FailureException Unreadable(string path, string reason) => new(ProfileFailures.ProfileUnreadable(path, reason));

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
