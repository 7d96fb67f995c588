using System.Globalization;
using ListmonkPS.Shell.Views.Cells;

namespace ListmonkPS.Shell.Views;

/// <summary>Cells of the default views of <see cref="UnconfirmedSubscriber"/> and <see cref="SubscriberStatusCount"/>.</summary>
public static class SubscriberView
{
    private const int EmailWidth = 23;
    private const int NameWidth = 9;

    /// <summary>Number, with the mark of a warning before it when the person is suspect; the reason stands in the list view.</summary>
    public static string Id(UnconfirmedSubscriber subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        string id = subscriber.SubscriberId.ToString(CultureInfo.InvariantCulture);
        return subscriber.Suspect is null ? id : Mark.Of(CheckStatus.Warning) + (id.Length < 7 ? " " : "") + id;
    }

    /// <summary>How many mails were sent again.</summary>
    public static string Sent(UnconfirmedSubscriber subscriber) => subscriber?.ResendCount is { } count ? Figures.Count(count) : "-";

    /// <summary>Address, cut before the domain.</summary>
    public static string Email(UnconfirmedSubscriber subscriber) => CellText.CutAddress(VisibleText.Of(subscriber?.Email), EmailWidth);

    /// <summary>Name, cut.</summary>
    public static string Name(UnconfirmedSubscriber subscriber) => CellText.Cut(VisibleText.Of(subscriber?.Name), NameWidth);

    /// <summary>Names of the lists that wait.</summary>
    public static string Lists(UnconfirmedSubscriber subscriber) => VisibleText.Of(subscriber?.ListName.ToString());

    /// <summary>When the person signed up, local.</summary>
    public static string SignedUp(UnconfirmedSubscriber subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        return Figures.Time(subscriber.SubscribedAt);
    }

    /// <summary>How long the person has waited.</summary>
    public static string Age(UnconfirmedSubscriber subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        return Figures.Span(subscriber.Age);
    }

    /// <summary>Number of people, grouped.</summary>
    public static string People(SubscriberStatusCount count)
    {
        ArgumentNullException.ThrowIfNull(count);
        return Figures.Count(count.Count);
    }

    /// <summary>Name of the list of a count.</summary>
    public static string List(SubscriberStatusCount count) => VisibleText.Of(count?.ListName);
}
