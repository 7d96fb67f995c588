using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Module.Tests.Resend;

/// <summary>Holds what the ledger says against what the mail server has got.</summary>
internal static class KillVerdict
{
    /// <summary>Judges.</summary>
    /// <param name="world">The world whose mail server counts.</param>
    /// <param name="end">What the ledger says in the end.</param>
    /// <param name="mostInDoubt">How many may be in doubt.</param>
    /// <param name="note">What is said beside a fault.</param>
    public static void Judge(World world, LifeEnd end, int mostInDoubt, string note)
    {
        Dictionary<string, int> mails = world.Mail.Received.SelectMany(mail => mail.To).GroupBy(address => address).ToDictionary(group => group.Key, group => group.Count());
        Assert.True(end.Problems.Count == 0, string.Join(", ", end.Problems) + note);
        Assert.True(end.Items.Count > 50, $"{end.Items.Count} people. {note}");
        Assert.True(end.Items.All(item => item.State is "Sent" or "InDoubt"), $"{string.Join(", ", end.Items.CountBy(item => item.State))} {note}");
        Assert.True(end.Items.Where(item => item.State == "Sent").All(item => mails.GetValueOrDefault(item.Email) == 1), $"Somebody stands as sent and has not got one mail. {note}");
        Assert.True(mails.Values.All(count => count == 1), $"Somebody got {mails.Values.DefaultIfEmpty().Max()} mails. {note}");
        Assert.InRange(end.Items.Count(item => item.State == "InDoubt"), 0, mostInDoubt);
    }
}
