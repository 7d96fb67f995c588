namespace ListmonkPS.Core.Listmonk.OptIn.Due;

/// <summary>Which people are due, in the database's terms.</summary>
/// <param name="AskingLists">Numbers of all lists that ask for confirmation: one mail covers them all (G22).</param>
/// <param name="WantedLists">Numbers of those lists on which somebody has to wait to be wanted.</param>
/// <param name="Since">Oldest waiting subscription made at or after this, in UTC; null for no bound.</param>
/// <param name="Before">Oldest waiting subscription made before this, in UTC; null for no bound.</param>
internal sealed record DueSelection(int[] AskingLists, int[] WantedLists, DateTime? Since, DateTime? Before);
