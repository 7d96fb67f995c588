using System.Text.Json;
using System.Text.Json.Serialization;

namespace ListmonkPS.Core.Resend.Planning;

/// <summary>The first line of a plan file.</summary>
/// <param name="Format">What the file is.</param>
/// <param name="Version">Version of its form.</param>
/// <param name="Server">Key of the server.</param>
/// <param name="Via">How it sends.</param>
/// <param name="RatePerMinute">Mails a minute.</param>
/// <param name="DailyLimit">Mails a day; null for no limit.</param>
/// <param name="MaxAttempts">How often a mail is tried.</param>
/// <param name="MadeAt">When it was made.</param>
internal sealed record PlanHeader(
    string Format, int Version, string Server, string Via, int RatePerMinute, int? DailyLimit, int MaxAttempts, DateTimeOffset MadeAt)
{
    private const string Ours = "listmonkps-optin-plan";
    private const int Newest = 1;

    /// <summary>How it sends.</summary>
    [JsonIgnore]
    public ResendRoute Route => Enum.Parse<ResendRoute>(Via);

    /// <summary>The header of a plan.</summary>
    public static PlanHeader Of(PlanLink plan, DateTimeOffset now) => new(
        Ours, Newest, plan.Subject.Key, plan.Identity.Via.ToString(), plan.Limits.RatePerMinute, plan.Limits.DailyLimit, plan.Limits.MaxAttempts, now);

    /// <summary>The header of a line; null when it is none, or of a newer version.</summary>
    public static PlanHeader? TryParse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<PlanHeader>(line) is { Format: Ours, Version: Newest } header && Enum.TryParse(header.Via, out ResendRoute _) ? header : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
