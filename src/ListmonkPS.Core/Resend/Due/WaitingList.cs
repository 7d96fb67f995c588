namespace ListmonkPS.Core.Resend.Due;

/// <summary>A list on which somebody waits for confirmation: what the mail and its link say of it.</summary>
/// <param name="Id">Number.</param>
/// <param name="Uuid">UUID; stands in the confirm link.</param>
/// <param name="Name">Name, not yet harmless.</param>
/// <param name="IsPublic">False for lists whose name the mail must not tell (5.6).</param>
internal sealed record WaitingList(int Id, Guid Uuid, string Name, bool IsPublic);
