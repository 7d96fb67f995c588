using System.Globalization;
using System.Text;

namespace ListmonkPS.Core.Listmonk.OptIn.ByApi;

/// <summary>Some of the subscribers, as GET /api/subscribers is asked for them.</summary>
/// <param name="List">Only members of this list; null for all. One at a time: several would repeat who is on several (G14).</param>
/// <param name="Subscription">Only those with this state on the list; counts only together with a list (G12).</param>
/// <param name="Condition">SQL on the columns of subscribers; needs its own right (G16).</param>
internal sealed record SubscriberSlice(int? List = null, string? Subscription = null, string? Condition = null)
{
    /// <summary>Those of this slice with numbers above one and up to another.</summary>
    public SubscriberSlice Between(int after, int to) =>
        And(string.Create(CultureInfo.InvariantCulture, $"subscribers.id > {after} AND subscribers.id <= {to}"));

    /// <summary>Those of this slice for whom a condition holds, too.</summary>
    public SubscriberSlice And(string condition) => this with { Condition = Condition is null ? condition : $"{Condition} AND {condition}" };

    /// <summary>Path and query of the call.</summary>
    /// <param name="perPage">How many of them; more than 50 only as "all" (G15).</param>
    public string Path(string perPage)
    {
        StringBuilder path = new("api/subscribers?per_page=");
        path.Append(perPage);
        if (List is { } list)
            path.Append(CultureInfo.InvariantCulture, $"&list_id={list}");
        if (Subscription is not null)
            path.Append(CultureInfo.InvariantCulture, $"&subscription_status={Subscription}");
        if (Condition is not null)
            path.Append(CultureInfo.InvariantCulture, $"&query={Uri.EscapeDataString(Condition)}");
        return path.ToString();
    }
}
