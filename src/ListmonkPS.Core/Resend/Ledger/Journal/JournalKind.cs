namespace ListmonkPS.Core.Resend.Ledger.Journal;

/// <summary>What a line of a journal tells.</summary>
internal enum JournalKind
{
    /// <summary>A run was begun: the first line of its journal.</summary>
    Run,

    /// <summary>People were added.</summary>
    Add,

    /// <summary>A process took the journal: what was begun before and has no end is in doubt.</summary>
    Join,

    /// <summary>A mail is about to be handed over.</summary>
    Begin,

    /// <summary>What became of it.</summary>
    End,

    /// <summary>The run changed its state.</summary>
    State,

    /// <summary>Those in doubt are due again.</summary>
    RetryInDoubt,
}
