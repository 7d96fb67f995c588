namespace ListmonkPS.Core.Listmonk.Database;

/// <summary>One mailing list.</summary>
/// <param name="Id">Number.</param>
/// <param name="Uuid">UUID.</param>
/// <param name="Name">Name, made harmless.</param>
/// <param name="Type">public, private or temporary.</param>
/// <param name="OptIn">single or double.</param>
/// <param name="Status">active or archived; active where the version has no such column (before v6.0.0).</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it was last changed; imports change it too.</param>
internal sealed record ListRow(
    int Id, Guid Uuid, string Name, string Type, string OptIn, string Status, DateTimeOffset? CreatedAt, DateTimeOffset? UpdatedAt)
{
    /// <summary>True when people of this list get a confirmation mail: double opt-in and not archived.</summary>
    public bool AsksForConfirmation => OptIn == "double" && Status == "active";

    /// <summary>True when the list was changed after it was made; perhaps from single to double opt-in (G11), perhaps by an import only.</summary>
    public bool HasChanged => UpdatedAt - CreatedAt > TimeSpan.FromMinutes(1);
}
