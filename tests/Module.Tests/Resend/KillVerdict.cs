using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Module.Tests.Resend;

/// <summary>Holds what the ledger says against what the mail server has got.</summary>
internal static class KillVerdict
{
    /// <summary>How many mails each address got from a world's own mail server.</summary>
    /// <param name="world">The world.</param>
    public static IReadOnlyDictionary<string, int> MailsOf(World world) =>
        world.Mail.Received.SelectMany(mail => mail.To).CountBy(address => address).ToDictionary();

    /// <summary>Judges.</summary>
    /// <param name="mails">How many mails each address got.</param>
    /// <param name="end">What the ledger says in the end.</param>
    /// <param name="mostInDoubt">How many may be in doubt.</param>
    /// <param name="note">What is said beside a fault.</param>
    public static void Judge(IReadOnlyDictionary<string, int> mails, LifeEnd end, int mostInDoubt, string note)
    {
        Assert.True(end.Problems.Count == 0, string.Join(", ", end.Problems) + note);
        Assert.True(end.Items.Count > 50, $"{end.Items.Count} people. {note}");
        Assert.True(end.Items.All(item => item.State is "Sent" or "InDoubt"), $"{string.Join(", ", end.Items.CountBy(item => item.State))} {note}");
        Assert.True(end.Items.Where(item => item.State == "Sent").All(item => mails.GetValueOrDefault(item.Email) == 1), $"Somebody stands as sent and has not got one mail. {note}");
        Assert.True(mails.Values.All(count => count == 1), $"Somebody got {mails.Values.DefaultIfEmpty().Max()} mails. {note}");
        Assert.InRange(end.Items.Count(item => item.State == "InDoubt"), 0, mostInDoubt);
    }
}
