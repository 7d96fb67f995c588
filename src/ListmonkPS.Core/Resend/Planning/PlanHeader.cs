using System.Text.Json;
using System.Text.Json.Serialization;
using ListmonkPS.Core.Resend.Limits;

namespace ListmonkPS.Core.Resend.Planning;

/// <summary>The first line of a plan file: what a reviewer wants to know, and what a run takes from it.</summary>
internal sealed record PlanHeader
{
    private const string Ours = "listmonkps-optin-plan";
    private const int Newest = 1;

    /// <summary>What the file is.</summary>
    public required string Format { get; init; }

    /// <summary>Version of its form.</summary>
    public required int Version { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Key of the server.</summary>
    public required string Server { get; init; }

    /// <summary>How it sends.</summary>
    public required string Via { get; init; }

    /// <summary>Mails a minute.</summary>
    public required int RatePerMinute { get; init; }

    /// <summary>Mails a day; null for no limit.</summary>
    public required int? DailyLimit { get; init; }

    /// <summary>How often a mail is tried.</summary>
    public required int MaxAttempts { get; init; }

    /// <summary>Mails at the same time.</summary>
    public required int ThrottleLimit { get; init; }

    /// <summary>Nobody is mailed again who was within this span.</summary>
    public required TimeSpan MinimumInterval { get; init; }

    /// <summary>Time zone whose midnight begins a day.</summary>
    public required string TimeZone { get; init; }

    /// <summary>How many people.</summary>
    public required int People { get; init; }

    /// <summary>When the last of them would be mailed at the earliest, were it begun at once.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>How it sends.</summary>
    [JsonIgnore]
    public ResendRoute Route => Enum.Parse<ResendRoute>(Via);

    /// <summary>The time zone.</summary>
    [JsonIgnore]
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    private bool IsSound => Format == Ours && Version == Newest && Enum.TryParse(Via, out ResendRoute route) && Enum.IsDefined(route)
        && RatePerMinute > 0 && DailyLimit is null or > 0 && MaxAttempts > 0 && ThrottleLimit > 0 && MinimumInterval >= TimeSpan.Zero
        && TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _);

    /// <summary>The header of a plan.</summary>
    public static PlanHeader Of(PlanLink plan, DateTimeOffset now) => new()
    {
        Format = Ours,
        Version = Newest,
        MadeAt = now,
        Server = plan.Subject.ServerKey,
        Via = plan.Identity.Via.ToString(),
        RatePerMinute = plan.Limits.RatePerMinute,
        DailyLimit = plan.Limits.DailyLimit,
        MaxAttempts = plan.Limits.MaxAttempts,
        ThrottleLimit = plan.Limits.ThrottleLimit,
        MinimumInterval = plan.Limits.MinimumInterval,
        TimeZone = plan.Limits.TimeZone.Id,
        People = plan.People.Count,
        EndsAt = TimeZoneInfo.ConvertTime(now + RunDuration.Of(plan.People.Count, plan.Limits, now, plan.UsedToday), plan.Limits.TimeZone),
    };

    /// <summary>The header of a line; null when it is none, or of another version.</summary>
    public static PlanHeader? TryParse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<PlanHeader>(line) is { IsSound: true } header ? header : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
