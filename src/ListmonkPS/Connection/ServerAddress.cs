namespace ListmonkPS;

/// <summary>The base address of a listmonk server, from what people paste.</summary>
internal static class ServerAddress
{
    private const string AdminPage = "/admin";

    /// <summary>The address without trailing slash, page of the admin interface, query and fragment.</summary>
    /// <param name="text">What was typed.</param>
    /// <exception cref="FailureException">Not an address of http or https, or one with a user or password in it.</exception>
    public static Uri Parse(string text)
    {
        // Refused before anything else is looked at, since the text of every other refusal repeats what was typed.
        bool isUri = Uri.TryCreate(text.Trim(), UriKind.Absolute, out Uri? uri);
        if (text.Contains('@', StringComparison.Ordinal) && (!isUri || uri!.UserInfo.Length > 0))
            throw new FailureException(ShellFailures.UriHasUser(text[(text.LastIndexOf('@') + 1)..]));
        if (!isUri || uri!.Scheme is not ("http" or "https") || uri.Host.Length == 0)
            throw new FailureException(ShellFailures.UriInvalid(text));
        return new Uri(uri.GetLeftPart(UriPartial.Authority) + BasePath(uri.AbsolutePath));
    }

    private static string BasePath(string path)
    {
        string trimmed = path.TrimEnd('/');
        int page = (trimmed + "/").LastIndexOf(AdminPage + "/", StringComparison.Ordinal);
        return (page < 0 ? trimmed : trimmed[..page]).TrimEnd('/');
    }
}
