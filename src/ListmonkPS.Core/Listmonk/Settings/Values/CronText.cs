using System.Globalization;

namespace ListmonkPS.Core.Listmonk.Settings.Values;

/// <summary>
/// Five-field cron expressions (contract 3.4): minute, hour, day of month, month, day of week (0 to 6). Only what every reader of crontabs
/// understands alike is taken: listmonk does not check a value that is set by key, it only fails to start the job.
/// </summary>
internal static class CronText
{
    private static readonly (int Least, int Most)[] Fields = [(0, 59), (0, 23), (1, 31), (1, 12), (0, 6)];

    /// <summary>True for an expression of five fields, each within its range.</summary>
    public static bool IsValid(string text)
    {
        string[] fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == Fields.Length
            && fields.Zip(Fields).All(pair => pair.First.Split(',').All(item => IsItem(item, pair.Second.Least, pair.Second.Most)));
    }

    /// <summary>One item of a field: *, a number or a range, each with or without a step.</summary>
    private static bool IsItem(string item, int least, int most)
    {
        string[] parts = item.Split('/');
        if (parts.Length > 2 || (parts.Length == 2 && Number(parts[1], 1, most) is null)) return false;
        if (parts[0] == "*") return true;
        string[] ends = parts[0].Split('-');
        return ends.Length switch
        {
            1 => Number(ends[0], least, most) is not null,
            2 => Number(ends[0], least, most) is { } from && Number(ends[1], from, most) is not null,
            _ => false,
        };
    }

    private static int? Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most ? number : null;
}
