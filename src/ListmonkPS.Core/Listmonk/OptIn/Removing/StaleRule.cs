namespace ListmonkPS.Core.Listmonk.OptIn.Removing;

/// <summary>Who is stale.</summary>
/// <param name="AskingLists">Numbers of the lists that ask for confirmation.</param>
/// <param name="Before">Each waiting subscription was made before this, and no mail was sent again since, in UTC.</param>
internal sealed record StaleRule(int[] AskingLists, DateTime Before);
