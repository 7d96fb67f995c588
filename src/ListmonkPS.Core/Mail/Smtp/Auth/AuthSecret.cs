using System.Text;

namespace ListmonkPS.Core.Mail.Smtp.Auth;

/// <summary>User and password of a log-in.</summary>
/// <param name="User">User name.</param>
/// <param name="Password">Password.</param>
internal sealed record AuthSecret(string User, string Password)
{
    private const int ShortestSecret = 3;
    private const string Hidden = "********";

    /// <summary>RFC 4616 section 2: no authorisation identity, user, password.</summary>
    public string PlainResponse => Base64($"\0{User}\0{Password}");

    /// <summary>What a server may repeat: the password as it is, and as PLAIN and LOGIN send it.</summary>
    public IReadOnlyList<string> Forms => [PlainResponse, Base64(Password), Password];

    /// <summary>The base64 of a text.</summary>
    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>A text of a server without the password.</summary>
    public string Hide(string text) =>
        Forms.Where(form => form.Length >= ShortestSecret).Aggregate(text, (shown, form) => shown.Replace(form, Hidden, StringComparison.Ordinal));

    /// <summary>Never the password.</summary>
    public override string ToString() => User;
}
