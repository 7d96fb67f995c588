using ListmonkPS.Core.Mail.Replies.Reading;

namespace ListmonkPS.Core.Mail.Replies.Providers;

/// <summary>The providers and servers that are recognised, with what is publicly known of their limits (external contracts section 13).</summary>
internal static class ProviderTable
{
    /// <summary>All of them; what stands first is looked for first.</summary>
    public static IReadOnlyList<SmtpProvider> All { get; } = [.. SendingProviders.All, .. MailboxProviders.All, .. RegionalProviders.All, .. ServerSoftware.All];

    /// <summary>Recognises whose server it is: by its host, else by the greeting, else by the words of the reply; null when none tells.</summary>
    /// <param name="host">Host that was asked or that a log names; null for none.</param>
    /// <param name="banner">Greeting; null for none.</param>
    /// <param name="reply">Reply; null for none.</param>
    public static SmtpProvider? Recognise(string? host, string? banner, ReadReply? reply)
    {
        string greeting = string.Concat((banner ?? "").Where(one => !char.IsWhiteSpace(one)));
        string[] greeters = (banner ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (string.IsNullOrEmpty(host) ? null : All.FirstOrDefault(provider => provider.HasHost(host.TrimEnd('.'))))
            ?? All.FirstOrDefault(provider => !provider.IsSoftware && (greeters.Any(provider.HasHost) || provider.IsIn(greeting)))
            ?? (reply is null ? null : All.FirstOrDefault(provider => !provider.IsSoftware && provider.IsIn(reply.Compact)))
            ?? All.FirstOrDefault(provider => provider.IsSoftware && provider.IsIn(greeting))
            ?? (reply is null ? null : All.FirstOrDefault(provider => provider.IsSoftware && provider.IsIn(reply.Compact)));
    }

    /// <summary>The provider of a name; null for none.</summary>
    public static SmtpProvider? Named(string? name) => All.FirstOrDefault(provider => string.Equals(provider.Name, name, StringComparison.OrdinalIgnoreCase));
}
