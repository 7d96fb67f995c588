using ListmonkPS.Core.Evidence.Smtp;
using MimeKit;

namespace ListmonkPS.Core.Resend.Smtp;

/// <summary>
/// Chooses the SMTP block that a run sends by. listmonk takes a random one of those enabled for each mail (v6.2: of those that name the sender); a run keeps
/// to the first of them, because limits belong to one account.
/// </summary>
internal static class BlockChoice
{
    /// <summary>The block; null when none is enabled.</summary>
    /// <param name="blocks">The blocks of the settings.</param>
    /// <param name="from">The sender.</param>
    /// <param name="hasRouting">Whether this version reads from_addresses.</param>
    public static SmtpBlock? Choose(IReadOnlyList<SmtpBlock> blocks, MailboxAddress from, bool hasRouting)
    {
        SmtpBlock[] enabled = [.. blocks.Where(block => block.IsEnabled)];
        if (!hasRouting)
            return enabled.FirstOrDefault();
        return enabled.FirstOrDefault(block => Names(block, from.Address))
            ?? enabled.FirstOrDefault(block => Names(block, from.Domain))
            ?? enabled.FirstOrDefault();
    }

    private static bool Names(SmtpBlock block, string sender) => block.Senders.Any(known => known.Trim().Equals(sender, StringComparison.OrdinalIgnoreCase));
}
