using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.Connecting;

/// <summary>Checks the address of a server.</summary>
internal static class ServerAddress
{
    /// <summary>The address without what does not belong to it (query, fragment, slash at the end).</summary>
    /// <exception cref="FailureException">No http or https address, or one with a credential in it.</exception>
    public static Uri Check(Uri given)
    {
        string text = given.OriginalString;
        int at = text.LastIndexOf('@');
        // Also what only looks like user information: "user:secret@host" without a scheme must not be repeated.
        if (at >= 0 && (!given.IsAbsoluteUri || given.UserInfo.Length > 0 || !IsHttp(given)))
            throw new FailureException(ConnectionFailures.CredentialInUri(HarmlessText.Of(text[(at + 1)..].Split('/', '?', '#')[0])));
        return given.IsAbsoluteUri && IsHttp(given) && given.Host.Length > 0
            ? new Uri(given.GetLeftPart(UriPartial.Path).TrimEnd('/'))
            : throw new FailureException(ConnectionFailures.BadUri(HarmlessText.Of(text)));
    }

    private static bool IsHttp(Uri uri) => uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps;
}
