namespace ListmonkPS.Core.Listmonk.Settings.Writing;

/// <summary>What a server does with a value that was just stored.</summary>
internal enum WriteOutcome
{
    /// <summary>It restarts itself.</summary>
    Restarts,

    /// <summary>It goes on with the old value, because a campaign runs (G26).</summary>
    WaitsForCampaign,

    /// <summary>It does not know of the change: the row was changed in the database, and nothing told it to reload (G4).</summary>
    IsNotTold,
}
