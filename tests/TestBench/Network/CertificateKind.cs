namespace ListmonkPS.TestBench.Network;

/// <summary>What is wrong with a server's certificate.</summary>
public enum CertificateKind
{
    /// <summary>Nothing but that its authority is of our own making.</summary>
    Good,

    /// <summary>It is for another host.</summary>
    WrongName,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>Nobody signed it but itself.</summary>
    SelfSigned,
}
