using System.Text.Json.Nodes;
using ListmonkPS.Core.Evidence.Smtp;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Mail.Replies.Providers;

namespace ListmonkPS.Core.Evidence.Queue;

/// <summary>How many mails a day may be sent: as the operator says, else the least that is publicly known of the providers of the enabled SMTP blocks.</summary>
/// <param name="PerDay">The limit.</param>
/// <param name="Source">Where it is known from.</param>
internal sealed record DayLimit(long PerDay, string Source)
{
    /// <summary>The limit; null when none is known.</summary>
    public static DayLimit? Of(long? given, IReadOnlyDictionary<string, JsonNode?>? settings)
    {
        if (given is { } limit)
            return new DayLimit(limit, Texts.Format("queue.limit-given"));
        return SmtpBlock.Of(settings?.GetValueOrDefault(SettingKeys.Smtp))
            .Where(block => block.IsEnabled)
            .Select(block => ProviderTable.Recognise(block.Host, null, null))
            .OfType<SmtpProvider>()
            .Where(provider => provider.Limits?.PerDay is not null)
            .OrderBy(provider => provider.Limits!.PerDay)
            .Select(provider => new DayLimit(provider.Limits!.PerDay!.Value, Texts.Format("queue.limit-provider", provider.Name)))
            .FirstOrDefault();
    }
}
