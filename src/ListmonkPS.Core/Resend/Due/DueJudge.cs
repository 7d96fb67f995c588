namespace ListmonkPS.Core.Resend.Due;

/// <summary>Judges whether somebody who was found is due.</summary>
internal static class DueJudge
{
    /// <summary>The answer for a person.</summary>
    /// <param name="asked">Who was asked for.</param>
    /// <param name="found">Who has the number now; null for nobody.</param>
    public static DueAnswer Judge(ResendTarget asked, OptInRecipient? found) =>
        found is null || (asked.Uuid != Guid.Empty && asked.Uuid != found.Uuid) ? DueAnswer.Not(NotDueReason.Gone)
        : !found.IsEnabled ? DueAnswer.Not(NotDueReason.NotEnabled, found)
        : found.Lists.Count == 0 ? DueAnswer.Not(NotDueReason.NotWaiting, found)
        : new DueAnswer(found, null);
}
