namespace ListmonkPS.Core.Dns.Lookup;

/// <summary>What came of a question. The kinds are never mixed up: only NoData and NxDomain say that there is no such record.</summary>
internal enum DnsAnswerKind
{
    /// <summary>There are records of the type.</summary>
    Records,

    /// <summary>The name exists, without records of the type (RCODE 0).</summary>
    NoData,

    /// <summary>The name does not exist, nor does anything below it (RCODE 3; RFC 8020).</summary>
    NxDomain,

    /// <summary>The server failed (RCODE 2): often its own servers are silent, or DNSSEC does not validate.</summary>
    ServFail,

    /// <summary>The server refuses to answer us (RCODE 5).</summary>
    Refused,

    /// <summary>Another response code.</summary>
    OtherCode,

    /// <summary>The server is not responsible for the name and only refers to others; it says nothing about the record.</summary>
    Lame,

    /// <summary>No answer within the time and tries allowed.</summary>
    Timeout,

    /// <summary>No DNS server is there: the connection was refused or the network has no way.</summary>
    Unreachable,

    /// <summary>An answer came that is not one to the question, or cannot be read.</summary>
    Malformed,
}
