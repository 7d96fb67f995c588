namespace ListmonkPS.Core.Listmonk.OptIn.Funnel;

/// <summary>Which sign-ups are read.</summary>
/// <param name="Lists">Numbers of the lists.</param>
/// <param name="Since">Made at or after this.</param>
/// <param name="Before">Made before this.</param>
/// <param name="Newest">Only those of so many newest subscribers, which bounds the cost; null for all.</param>
internal sealed record SignUpSelection(int[] Lists, DateTimeOffset Since, DateTimeOffset Before, int? Newest = null)
{
    /// <summary>Nothing of listmonk is older; what is came from edits by SQL.</summary>
    public static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
