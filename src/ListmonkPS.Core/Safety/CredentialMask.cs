using System.Net;
using System.Text;

namespace ListmonkPS.Core.Safety;

/// <summary>Hides our own credential in what a server says: debugging proxies and echo services send back the head of a request.</summary>
internal sealed class CredentialMask
{
    private const string Mask = "\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022";

    // A password such as "listmonk" is also a word: hiding it wherever it stands would tell what it is. Tokens have 32 characters.
    private const int LeastSecretLength = 12;

    // Shorter values of headers are words such as "true", and no secrets.
    private const int LeastValueLength = 6;

    private readonly string[] _forms;

    /// <summary>Makes the mask of a credential; null hides nothing.</summary>
    /// <param name="credential">User and password.</param>
    /// <param name="others">Further secrets, such as the values of headers.</param>
    public CredentialMask(NetworkCredential? credential, IEnumerable<string>? others = null) => _forms =
    [
        .. credential is null ? [] : (string[])[Basic(credential), .. FormsOf(credential.Password)],
        .. (others ?? []).Where(secret => secret.Length >= LeastValueLength),
    ];

    /// <summary>User and password as HTTP Basic sends them (RFC 7617).</summary>
    public static string Basic(NetworkCredential credential) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(credential.UserName + ":" + credential.Password));

    /// <summary>The text without the credential.</summary>
    public string Hide(string text) => _forms.Aggregate(text, (shown, form) => shown.Replace(form, Mask, StringComparison.Ordinal));

    private static IEnumerable<string> FormsOf(string secret) =>
        secret.Length < LeastSecretLength ? [] : ((string[])[secret, Uri.EscapeDataString(secret)]).Distinct();
}
