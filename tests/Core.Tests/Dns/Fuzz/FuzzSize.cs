using System.Globalization;

namespace ListmonkPS.Core.Tests.Dns.Fuzz;

/// <summary>How many random inputs a run takes: 10,000 of each kind, or as many as LISTMONKPS_FUZZ says (the long form takes 100,000).</summary>
internal static class FuzzSize
{
    private const int Default = 10_000;

    /// <summary>Time after which a run counts as hung, in milliseconds, for each ten thousand.</summary>
    public const int HangMilliseconds = 600_000;

    /// <summary>The number.</summary>
    public static int Count => int.TryParse(Environment.GetEnvironmentVariable("LISTMONKPS_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out int count)
        ? count
        : Default;
}
