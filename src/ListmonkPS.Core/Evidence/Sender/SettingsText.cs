namespace ListmonkPS.Core.Evidence.Sender;

/// <summary>Reads addresses as settings and header fields write them.</summary>
internal static class SettingsText
{
    /// <summary>The address of "Name &lt;address&gt;", or the text itself; null when it is no address with a domain.</summary>
    public static string? AddressOf(string text)
    {
        int open = text.LastIndexOf('<');
        int close = text.LastIndexOf('>');
        string address = (open >= 0 && close > open ? text[(open + 1)..close] : text).Trim();
        int at = address.LastIndexOf('@');
        return at >= 0 && at < address.Length - 1 ? address : null;
    }
}
