namespace ListmonkPS.TestBench.StandIn.Settings;

/// <summary>JSON type of a member of the server's settings structure.</summary>
internal enum FieldKind
{
    /// <summary>true or false; zero value false.</summary>
    Flag,

    /// <summary>Whole number; zero value 0.</summary>
    Whole,

    /// <summary>Whole number or null; zero value null.</summary>
    WholeOrNull,

    /// <summary>Text; zero value empty.</summary>
    Text,

    /// <summary>Array of text; zero value null.</summary>
    TextArray,

    /// <summary>Array of objects with text members of any name; zero value null.</summary>
    TextMaps,

    /// <summary>Object with fixed members.</summary>
    Block,

    /// <summary>Array of such objects; zero value null.</summary>
    Blocks,

    /// <summary>Object whose members, of any name, are such objects; zero value null.</summary>
    BlockMap,
}
