namespace ListmonkPS.Core.Listmonk.Database;

/// <summary>What a first look at a database shows.</summary>
/// <param name="ServerVersion">Version of PostgreSQL, for example "15.13".</param>
/// <param name="Name">Name of the database, made harmless.</param>
/// <param name="User">The role that we are, made harmless.</param>
/// <param name="LastMigration">Last element of the migrations row, for example "v6.2.0"; not the patch level (2.2). Null when there is none or it cannot be read.</param>
/// <param name="MayWriteSettings">True when this role can change and add settings rows, and the server takes changes.</param>
/// <param name="RunningCampaigns">Number of campaigns that are being sent; null when this role may not read them.</param>
/// <param name="Problem">Why listmonk cannot be read here: no tables, or a right is missing. Null when it can.</param>
internal sealed record DatabaseInfo(
    string ServerVersion, string Name, string User, string? LastMigration, bool MayWriteSettings, long? RunningCampaigns, Failure? Problem);
