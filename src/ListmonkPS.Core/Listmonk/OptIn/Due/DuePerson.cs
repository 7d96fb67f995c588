namespace ListmonkPS.Core.Listmonk.OptIn.Due;

/// <summary>One person of the due list as the database has it: texts not yet harmless.</summary>
/// <param name="SubscriberId">Number.</param>
/// <param name="SubscriberUuid">UUID.</param>
/// <param name="Email">Address.</param>
/// <param name="Name">Name.</param>
/// <param name="Oldest">When the oldest waiting subscription was made.</param>
/// <param name="Lists">Numbers of the lists on which the person waits, ascending.</param>
internal sealed record DuePerson(int SubscriberId, Guid SubscriberUuid, string Email, string Name, DateTimeOffset Oldest, int[] Lists);
