using ListmonkPS.Core.Listmonk.Database.Troubles;

namespace ListmonkPS.Core.Listmonk.Database;

/// <summary>What a first look at a database shows.</summary>
/// <param name="ServerVersion">Version of PostgreSQL, for example "15.13".</param>
/// <param name="Name">Name of the database, made harmless.</param>
/// <param name="User">The role that we are, made harmless.</param>
/// <param name="LastMigration">Last element of the migrations row, for example "v6.2.0"; not the patch level (2.2). Null when there is none or it cannot be read.</param>
/// <param name="Rights">What this role may do with listmonk's tables.</param>
/// <param name="MayWriteSettings">True when this role can change and add settings rows, and the server takes changes.</param>
/// <param name="RunningCampaigns">Number of campaigns that are being sent; null when this role may not read them.</param>
/// <param name="Problem">Why listmonk cannot be read here, or not all of it: no tables, or a right is missing. Null when it can.</param>
internal sealed record DatabaseInfo(
    string ServerVersion, string Name, string User, string? LastMigration, DatabaseRights Rights, bool MayWriteSettings, long? RunningCampaigns, Failure? Problem)
{
    /// <summary>True when something of listmonk can be read here.</summary>
    public bool IsUsable => Problem is null || (Problem.Category == FailureCategory.PermissionDenied && Rights.Readable.Intersect(ListmonkTables.Names).Any());
}
