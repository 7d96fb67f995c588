namespace ListmonkPS;

/// <summary>Failures of mailing people again.</summary>
internal static class ResendFailures
{
    /// <summary>Somebody else has begun a run of this name.</summary>
    public static Failure RunExists(string run) => new(nameof(RunExists), FailureCategory.ResourceBusy, run, run);

    /// <summary>There is no run of this name.</summary>
    /// <param name="run">The name.</param>
    /// <param name="session">Name of the session.</param>
    /// <param name="place">Where the ledger is; empty when there is none.</param>
    public static Failure RunNotFound(string run, string session, string place) => new(nameof(RunNotFound), FailureCategory.ObjectNotFound, run, run, session, place);

    /// <summary>The name cannot be one of a run.</summary>
    public static Failure BadRunName(string run) => new(nameof(BadRunName), FailureCategory.InvalidArgument, run, run);

    /// <summary>The run was started with something else than is asked for now.</summary>
    /// <param name="run">Its name.</param>
    /// <param name="what">What differs, in words.</param>
    /// <param name="started">What it was started with.</param>
    /// <param name="now">What is asked for now.</param>
    public static Failure RunDiffers(string run, string what, string started, string now) =>
        new(nameof(RunDiffers), FailureCategory.InvalidArgument, run, run, what, started, now);

    /// <summary>The run is finished or cancelled.</summary>
    /// <param name="run">Its name.</param>
    /// <param name="state">Its state.</param>
    public static Failure RunOver(string run, string state) => new(nameof(RunOver), FailureCategory.InvalidOperation, run, run, state);

    /// <summary>The process that began the run died before all its people were in the ledger.</summary>
    public static Failure RunIncomplete(string run) => new(nameof(RunIncomplete), FailureCategory.InvalidOperation, run, run);

    /// <summary>There is no subscriber of this number.</summary>
    /// <param name="id">The number.</param>
    /// <param name="session">Name of the session.</param>
    public static Failure SubscriberNotFound(int id, string session) => new(nameof(SubscriberNotFound), FailureCategory.ObjectNotFound, id, id, session);

    /// <summary>This version loses mails without a word when its mail server cannot be reached (B3).</summary>
    /// <param name="version">The version, made harmless.</param>
    public static Failure RouteLosesMail(string version) => new(nameof(RouteLosesMail), FailureCategory.InvalidOperation, version, version);

    /// <summary>listmonk has no mail server that is switched on, so it sends nothing.</summary>
    /// <param name="session">Name of the session.</param>
    public static Failure RouteHasNoServer(string session) => new(nameof(RouteHasNoServer), FailureCategory.InvalidOperation, session, session);

    /// <summary>listmonk tries no mail over this SMTP block and reports success (G30).</summary>
    /// <param name="block">Name of the block, made harmless.</param>
    /// <param name="attempts">Its max_msg_retries, below 0.</param>
    public static Failure RouteTriesNothing(string block, int attempts) => new(nameof(RouteTriesNothing), FailureCategory.InvalidOperation, block, block, attempts);

    /// <summary>listmonk did not answer a resend in time: whether the mail left is not known, and its connection to the mail server may be lost.</summary>
    /// <param name="place">Address of the server.</param>
    /// <param name="bound">The bound that passed.</param>
    public static Failure ResendTimedOut(string place, TimeSpan bound) => new(nameof(ResendTimedOut), FailureCategory.OperationTimeout, place, place, bound.TotalSeconds);

    /// <summary>listmonk has no connection to its mail server left.</summary>
    /// <param name="place">Address of the server.</param>
    public static Failure PoolDead(string place) => new(nameof(PoolDead), FailureCategory.InvalidResult, place, place);

    /// <summary>listmonk closed the connection instead of answering, again and again.</summary>
    /// <param name="place">Address of the server.</param>
    public static Failure ResendBrokenOff(string place) => new(nameof(ResendBrokenOff), FailureCategory.ConnectionError, place, place);

    /// <summary>The mail server says something that holds for the whole account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="reply">Class and words, made harmless.</param>
    /// <param name="remedy">What to do.</param>
    public static Failure AccountRefused(string account, string reply, string remedy) =>
        new(nameof(AccountRefused), FailureCategory.InvalidResult, account, account, reply, remedy);

    /// <summary>The account's allowance is used up.</summary>
    /// <param name="account">The account.</param>
    /// <param name="reply">The server's words, made harmless.</param>
    public static Failure QuotaReached(string account, string reply) => new(nameof(QuotaReached), FailureCategory.InvalidResult, account, account, reply);

    /// <summary>The plan file cannot be read as one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="reason">Why, from the reason texts.</param>
    public static Failure PlanUnreadable(string path, string reason) => new(nameof(PlanUnreadable), FailureCategory.InvalidData, path, path, reason);

    /// <summary>The plan is of another server.</summary>
    /// <param name="path">The file.</param>
    /// <param name="session">Name of the session.</param>
    public static Failure PlanOfOtherServer(string path, string session) => new(nameof(PlanOfOtherServer), FailureCategory.InvalidArgument, path, path, session);

    /// <summary>The plan file cannot be written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="reason">Why, from the reason texts.</param>
    public static Failure PlanNotWritten(string path, string reason) => new(nameof(PlanNotWritten), FailureCategory.WriteError, path, path, reason);

    /// <summary>The input is nobody who could be mailed.</summary>
    /// <param name="given">What it is, by its type.</param>
    public static Failure NotASubscriber(string given) => new(nameof(NotASubscriber), FailureCategory.InvalidArgument, given, given);

    /// <summary>People came down the pipeline, and a parameter names others.</summary>
    /// <param name="parameter">The parameter, with its dash.</param>
    public static Failure PeopleTwice(string parameter) => new(nameof(PeopleTwice), FailureCategory.InvalidArgument, parameter, parameter);

    /// <summary>The API cannot do what a parameter asks for.</summary>
    /// <param name="parameter">The parameter, with its dash.</param>
    public static Failure OnlyBySmtp(string parameter) => new(nameof(OnlyBySmtp), FailureCategory.InvalidArgument, parameter, parameter);

    /// <summary>Nobody is due, so there is no sample.</summary>
    public static Failure NobodyToPreview(string session) => new(nameof(NobodyToPreview), FailureCategory.ObjectNotFound, session, session);

    /// <summary>The mail server did not take the sample.</summary>
    /// <param name="address">To whom.</param>
    /// <param name="reply">What it said, made harmless.</param>
    public static Failure PreviewNotSent(string address, string reply) => new(nameof(PreviewNotSent), FailureCategory.InvalidResult, address, address, reply);

    /// <summary>Nothing says whom to mail.</summary>
    public static Failure NobodyNamed() => new(nameof(NobodyNamed), FailureCategory.InvalidArgument, null);

    /// <summary>Two sessions of one command would mail the same people.</summary>
    /// <param name="one">Name of the one session.</param>
    /// <param name="other">Name of the other.</param>
    /// <param name="people">How many people.</param>
    public static Failure SessionsOverlap(string one, string other, int people) =>
        new(nameof(SessionsOverlap), FailureCategory.InvalidArgument, other, one, other, people);

    /// <summary>A plan is of one server, and several are given.</summary>
    /// <param name="sessions">Names of the sessions.</param>
    public static Failure PlanOfSeveralServers(IEnumerable<string> sessions) =>
        new(nameof(PlanOfSeveralServers), FailureCategory.InvalidArgument, null, string.Join(", ", sessions));

    /// <summary>No time zone has this name.</summary>
    public static Failure BadTimeZone(string name) => new(nameof(BadTimeZone), FailureCategory.InvalidArgument, name, name);
}
