namespace ListmonkPS.TestBench.Dns.Servers;

/// <summary>What the zone server does wrong for a name.</summary>
internal enum ZoneFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>No answer over either transport.</summary>
    Silence,

    /// <summary>UDP answers are cut and say so; TCP has the whole.</summary>
    Truncation,

    /// <summary>UDP answers are cut and say so; TCP is silent.</summary>
    TruncationWithoutTcp,

    /// <summary>A referral to other servers instead of an answer.</summary>
    Lame,

    /// <summary>Another id in each answer.</summary>
    WrongId,

    /// <summary>The answer to another question, with the right id.</summary>
    WrongQuestion,

    /// <summary>Two CNAMEs that lead to each other.</summary>
    CnameLoop,

    /// <summary>A name whose compression pointer leads to itself.</summary>
    CompressionLoop,

    /// <summary>Thousands of records whose names are long chains of compression pointers.</summary>
    CompressionBomb,

    /// <summary>A record with as many strings as fit into the largest message, 64 KB.</summary>
    LargestAnswer,

    /// <summary>SERVFAIL.</summary>
    ServFail,

    /// <summary>REFUSED.</summary>
    Refused,

    /// <summary>FORMERR to queries with EDNS, as servers do that are older than it.</summary>
    NoEdns,

    /// <summary>Octets that are no message.</summary>
    Garbage,

    /// <summary>The right answer without its last octets, without a word of it.</summary>
    Cut,

    /// <summary>An answer without the question.</summary>
    NoQuestion,

    /// <summary>The TCP connection closes in the middle of an answer; UDP is cut.</summary>
    BrokenTcp,
}
