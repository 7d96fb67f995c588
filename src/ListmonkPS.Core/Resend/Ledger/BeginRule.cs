namespace ListmonkPS.Core.Resend.Ledger;

/// <summary>What has to hold for a mail to begin. The ledger judges it, since other machines and runs count too.</summary>
/// <param name="Now">The time of the ledger.</param>
/// <param name="MailedBefore">Who was mailed after this is not mailed again.</param>
/// <param name="DailyLimit">Mails that the account may begin in its day; null for no limit.</param>
/// <param name="DayStart">When that day began.</param>
internal sealed record BeginRule(DateTimeOffset Now, DateTimeOffset MailedBefore, int? DailyLimit, DateTimeOffset DayStart)
{
    private static readonly TimeSpan SlotLength = TimeSpan.FromMinutes(15);

    /// <summary>Use of an account is counted by quarters of an hour: every midnight of every time zone is the beginning of one.</summary>
    public DateTimeOffset Slot => SlotOf(Now);

    /// <summary>The quarter of an hour of a time.</summary>
    public static DateTimeOffset SlotOf(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % SlotLength.Ticks), TimeSpan.Zero);
}
