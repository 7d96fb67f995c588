namespace ListmonkPS.Core.Listmonk.OptIn.ByDatabase.Waiting;

/// <summary>What a role sees of the ledger of resends in a database.</summary>
internal enum LedgerSight
{
    /// <summary>There is one, and the role may not read it: what was sent is not known.</summary>
    Hidden,

    /// <summary>There is none, so nothing was sent by it.</summary>
    Absent,

    /// <summary>There is one, and the role may read it.</summary>
    Seen,
}
