namespace ListmonkPS.Core.Listmonk.OptIn.Funnel;

/// <summary>Which sign-ups are read.</summary>
/// <param name="Lists">Numbers of the lists.</param>
/// <param name="Since">Made at or after this.</param>
/// <param name="Before">Made before this.</param>
/// <param name="FirstSubscriber">Only those of subscribers of this number and up, which bounds the cost; 0 for all.</param>
internal sealed record SignUpSelection(int[] Lists, DateTimeOffset Since, DateTimeOffset Before, int FirstSubscriber = 0)
{
    /// <summary>Nothing of listmonk is older; what is came from edits by SQL.</summary>
    public static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
