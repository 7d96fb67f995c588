using System.Globalization;
using System.Management.Automation;

namespace ListmonkPS;

/// <summary>Reads who is meant by an object of the pipeline: one of ours, or one that files, jobs or other machines have had in between.</summary>
internal static class ResendInput
{
    /// <summary>The person; null when the object is none.</summary>
    public static ResendTarget? TryRead(PSObject item) => item.BaseObject is UnconfirmedSubscriber known
        ? new ResendTarget(known.SubscriberId, known.SubscriberUuid, known.Suspect is not null)
        : int.TryParse(TextOf(item, nameof(UnconfirmedSubscriber.SubscriberId)), NumberStyles.None, CultureInfo.InvariantCulture, out int id) && id > 0
            && Guid.TryParse(TextOf(item, nameof(UnconfirmedSubscriber.SubscriberUuid)), out Guid uuid)
            ? new ResendTarget(id, uuid, !string.IsNullOrEmpty(TextOf(item, nameof(UnconfirmedSubscriber.Suspect))))
            : null;

    /// <summary>What was given, one by one: -InputObject may hold an array.</summary>
    public static IEnumerable<PSObject> Each(PSObject given) => LanguagePrimitives.GetEnumerable(given) is { } items ? items.Cast<object?>().OfType<object>().Select(PSObject.AsPSObject) : [given];

    private static string? TextOf(PSObject item, string property) => item.Properties[property]?.Value is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;
}
