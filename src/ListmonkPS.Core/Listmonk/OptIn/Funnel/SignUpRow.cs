namespace ListmonkPS.Core.Listmonk.OptIn.Funnel;

/// <summary>One subscription, as the API shows it.</summary>
/// <param name="SubscriberId">Number of the subscriber.</param>
/// <param name="ListId">Number of the list.</param>
/// <param name="At">When it was made.</param>
/// <param name="ChangedAt">When it was last changed.</param>
/// <param name="Status">unconfirmed, confirmed or unsubscribed.</param>
/// <param name="IsEnabled">Whether the subscriber is enabled.</param>
/// <param name="Domain">Domain of his address, lower case.</param>
internal readonly record struct SignUpRow(
    int SubscriberId, int ListId, DateTimeOffset At, DateTimeOffset ChangedAt, string Status, bool IsEnabled, string Domain)
{
    /// <summary>True while the person has not answered.</summary>
    public bool IsUnconfirmed => Status == "unconfirmed";

    /// <summary>True when the person has confirmed, and not unsubscribed since.</summary>
    public bool IsConfirmed => Status == "confirmed";

    /// <summary>Seconds from sign-up to the last change, which for a confirmed row is the confirmation.</summary>
    public double Waited => (ChangedAt - At).TotalSeconds;
}
