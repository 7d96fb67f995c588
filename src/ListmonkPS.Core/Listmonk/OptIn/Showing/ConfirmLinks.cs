using System.Globalization;
using System.Text;

namespace ListmonkPS.Core.Listmonk.OptIn.Showing;

/// <summary>The links that listmonk puts into its confirmation mails (contract 5.6), rebuilt: they have no token, so those of a late first mail are the same.</summary>
/// <param name="rootUrl">app.root_url as stored.</param>
/// <param name="lists">UUIDs of the lists by number.</param>
internal sealed class ConfirmLinks(string rootUrl, IReadOnlyDictionary<int, Guid> lists)
{
    private readonly string _root = rootUrl.TrimEnd('/');

    /// <summary>The link that confirms on some lists, in order of their numbers.</summary>
    public Uri Confirm(Guid subscriber, IEnumerable<int> listIds)
    {
        StringBuilder link = new(_root);
        link.Append(CultureInfo.InvariantCulture, $"/subscription/optin/{subscriber}");
        char separator = '?';
        foreach (int list in listIds.Order())
        {
            link.Append(CultureInfo.InvariantCulture, $"{separator}l={lists[list]}");
            separator = '&';
        }

        return new Uri(link.ToString());
    }

    /// <summary>The link of List-Unsubscribe: with the campaign of zeros, as listmonk's own opt-in mail has it.</summary>
    public Uri Unsubscribe(Guid subscriber) => new($"{_root}/subscription/{Guid.Empty}/{subscriber}");

    /// <summary>The link to the page where somebody changes or ends subscriptions.</summary>
    /// <param name="subscriber">Who.</param>
    public Uri Manage(Guid subscriber) => new($"{_root}/subscription/{Guid.Empty}/{subscriber}?manage=true");

    /// <summary>The links of a server; null when its root address makes no link.</summary>
    public static ConfirmLinks? TryMake(string? rootUrl, IReadOnlyDictionary<int, Guid> lists) =>
        Uri.TryCreate(rootUrl, UriKind.Absolute, out Uri? root) && root.Scheme is ("http" or "https") ? new ConfirmLinks(rootUrl!, lists) : null;
}
