namespace ListmonkPS.TestBench.Worlds;

/// <summary>What a world has been through before it starts.</summary>
public enum WorldHistory
{
    /// <summary>What install makes and nothing else: two lists, two subscribers, the SMTP server of the sample, links to localhost.</summary>
    Fresh,

    /// <summary>Months of sign-ups of which the usual share confirmed; settings in order, mail goes to the sink, switch on.</summary>
    Healthy,

    /// <summary>As <see cref="Healthy"/>, but the switch went off three weeks ago: since then everyone on a double opt-in list waits.</summary>
    SwitchOff,

    /// <summary>Settings and lists of <see cref="Healthy"/>, but nobody ever signed up.</summary>
    Empty,
}
