namespace ListmonkPS.HelpBuilder;

/// <summary>What can be wrong with the help; the number is the one of the LMPS code.</summary>
internal enum ProblemCode
{
    /// <summary>The command line or a file that it names.</summary>
    CommandLine = 1,

    /// <summary>A cmdlet has no page.</summary>
    NoPage = 2,

    /// <summary>A page has no cmdlet.</summary>
    NoCmdlet = 3,

    /// <summary>A cmdlet's class has no summary.</summary>
    NoSynopsis = 4,

    /// <summary>A cmdlet's class has no remarks, or they say next to nothing.</summary>
    ShortDescription = 5,

    /// <summary>A parameter's property has no summary.</summary>
    NoParameterWords = 6,

    /// <summary>An example is about something else.</summary>
    ForeignExample = 7,

    /// <summary>A page is not formed as all pages are.</summary>
    PageForm = 8,

    /// <summary>A cmdlet does not tell its output type, or that type has no summary.</summary>
    NoOutputWords = 9,
}
