using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Values;

namespace ListmonkPS.Core.Evidence.Queue;

/// <summary>listmonk's limit of campaign mails: so many within a span, then it waits and stays "running" (contract 3.1). Opt-in mails are never held by it.</summary>
/// <param name="Rate">Mails within the span.</param>
/// <param name="Duration">The span.</param>
internal sealed record SlidingWindow(long Rate, TimeSpan Duration)
{
    private const string Prefix = "app.message_sliding_window";
    private const double MostSeconds = 366 * 86400.0;

    /// <summary>The window of the settings; null when it is off or not known.</summary>
    public static SlidingWindow? Of(IReadOnlyDictionary<string, JsonNode?>? settings)
    {
        if (settings?.GetValueOrDefault(Prefix) is not JsonValue on || !on.TryGetValue(out bool isOn) || !isOn)
            return null;
        long rate = settings.GetValueOrDefault(Prefix + "_rate") is JsonValue value && value.TryGetValue(out long number) ? number : 0;
        string text = settings.GetValueOrDefault(Prefix + "_duration") is JsonValue words && words.TryGetValue(out string? duration) ? duration : "";
        return rate > 0 && DurationText.SecondsOf(text) is { } seconds and > 0 and < MostSeconds ? new SlidingWindow(rate, TimeSpan.FromSeconds(seconds)) : null;
    }
}
