using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.Connecting.Routes;

/// <summary>Checks the address of a proxy.</summary>
internal static class ProxyAddress
{
    /// <summary>The address.</summary>
    /// <exception cref="FailureException">No http address of a host, or one with a credential in it.</exception>
    public static Uri Check(string text)
    {
        string trimmed = text.Trim();
        int at = trimmed.LastIndexOf('@');
        // What stands before it may be a password, also where the whole is no address.
        if (at >= 0)
            throw new FailureException(RouteFailures.CredentialInProxy(HarmlessText.Of(trimmed[(at + 1)..].Split('/', '?', '#')[0])));
        return Uri.TryCreate(trimmed, UriKind.Absolute, out Uri? uri) && uri.Scheme == Uri.UriSchemeHttp && uri.Host.Length > 0
            ? uri
            : throw new FailureException(RouteFailures.BadProxy(HarmlessText.Of(trimmed)));
    }
}
