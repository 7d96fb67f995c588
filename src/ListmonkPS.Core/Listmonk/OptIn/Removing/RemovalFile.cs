using System.Text.Json;

namespace ListmonkPS.Core.Listmonk.OptIn.Removing;

/// <summary>
/// The file that keeps who is removed: a line of JSON a person, with all that is needed to add him again. A line is on disk before the person is removed. JSON
/// and not CSV: an address or a name that a spreadsheet would take for a formula stays what it is.
/// </summary>
internal sealed class RemovalFile : IAsyncDisposable
{
    private readonly FileStream _file;

    private RemovalFile(FileStream file) => _file = file;

    /// <summary>Makes the file, for its owner alone; one that is there is never touched.</summary>
    /// <exception cref="FailureException">It is there, or cannot be made.</exception>
    public static RemovalFile Create(string path)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            return new RemovalFile(new FileStream(path, options));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FailureException(File.Exists(path) ? RemovalFailures.RemovalFileExists(path) : RemovalFailures.RemovalFileNotWritten(path), exception);
        }
    }

    /// <summary>Writes people; when it returns they are on disk.</summary>
    /// <exception cref="FailureException">They cannot be written.</exception>
    public async Task WriteAsync(IEnumerable<StalePerson> people, string session, CancellationToken cancellation)
    {
        try
        {
            foreach (StalePerson one in people)
                await _file.WriteAsync((byte[])[.. JsonSerializer.SerializeToUtf8Bytes(LineOf(one, session)), (byte)'\n'], cancellation);
            _file.Flush(flushToDisk: true);
        }
        catch (IOException exception)
        {
            throw new FailureException(RemovalFailures.RemovalFileNotWritten(_file.Name), exception);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _file.DisposeAsync();

    private static object LineOf(StalePerson one, string session)
    {
        using JsonDocument attributes = JsonDocument.Parse(one.Attributes);
        return new
        {
            server = session,
            removed = one.IsWhole ? "subscriber" : "subscriptions",
            id = one.Person.SubscriberId,
            uuid = one.Person.SubscriberUuid,
            email = one.Person.Email,
            name = one.Person.Name,
            attribs = attributes.RootElement.Clone(),
            created_at = one.CreatedAt,
            lists = one.Person.Lists,
            subscribed_at = one.Person.Oldest,
        };
    }
}
