namespace ListmonkPS;

/// <summary>Result of an SPF check (RFC 7208 section 2.6).</summary>
public enum SpfOutcome
{
    /// <summary>No SPF record, or no domain that could have one.</summary>
    None,

    /// <summary>The domain says nothing about the address.</summary>
    Neutral,

    /// <summary>The address may send for the domain.</summary>
    Pass,

    /// <summary>The address may not send for the domain.</summary>
    Fail,

    /// <summary>The address probably may not send for the domain.</summary>
    SoftFail,

    /// <summary>The DNS did not answer; another try may have another result.</summary>
    TempError,

    /// <summary>The published records are wrong; only their owner can mend that.</summary>
    PermError,
}
