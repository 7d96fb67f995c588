namespace ListmonkPS.Core.Listmonk.Versions;

/// <summary>Since and until which version each of <see cref="Quirks"/> holds, and the rows for the versions that the module is tested on.</summary>
internal static class QuirkTable
{
    private static readonly string[] Tested = ["v3.0.0", "v4.1.0", "v5.0.2", "v5.1.0", "v6.2.0"];

    /// <summary>The rows of the tested versions, ascending.</summary>
    public static IReadOnlyList<Quirks> Rows { get; } = [.. Tested.Select(text => For(ListmonkVersion.Parse(text)))];

    /// <summary>What a version does differently, whether it is a tested one or not.</summary>
    public static Quirks For(ListmonkVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        Span span = new(version);
        Quirks quirks = new() { Version = version };
        return OfSending(OfLoading(OfReading(quirks, span), span), span);
    }

    private static Quirks OfReading(Quirks quirks, Span span) => quirks with
    {
        HasUsers = span.Since("v4.0.0"),
        HashesTokens = span.Since("v6.2.0"),
        HasSettingByKey = span.Since("v6.0.0"),
        HasListStatus = span.Since("v6.0.0"),
        HasCampaignsGetAll = span.Since("v5.0.0"),
        NullForEmpty = span.Until("v4.0.0"),
        JsonNamesCharset = span.Until("v5.0.0"),
        EmptyFilterFails = span.Until("v4.0.0"),
        LoneSubscriptionStatusFindsNobody = span.Until("v5.0.0"),
        SqlNeedsPermission = span.Since("v5.0.0"),
        RefusesSubSelects = span.Between("v5.0.0", "v6.2.0"),
        ResendNeedsReadAccess = span.Since("v6.1.0"),
        HidesForeignLists = span.Since("v6.1.0"),
        HonoursListUuids = span.Until("v4.0.0"),
        SingleListCountsWrong = span.Since("v5.0.0"),
        LogHasMicroseconds = span.Since("v4.0.0"),
    };

    private static Quirks OfLoading(Quirks quirks, Span span) => quirks with
    {
        SmtpHasName = span.Since("v5.0.0"),
        SmtpHasRouting = span.Since("v6.2.0"),
        StartFailsOnBadSwitch = span.Until("v5.0.0"),
        StartFailsWithoutSmtp = span.Until("v5.0.0"),
        StartFailsWithoutLanguage = span.Since("v5.0.0"),
        StartFailsOnLowConcurrency = span.Until("v4.0.0"),
        TrimsOneSlashAtStart = span.Since("v5.0.0"),
        TrimsSmtpHost = span.Since("v4.0.0"),
        UnknownTlsTypeMeansStartTls = span.Until("v5.0.0"),
    };

    private static Quirks OfSending(Quirks quirks, Span span) => quirks with
    {
        SendsInRequest = span.Since("v5.0.0"),
        SignUpReportsSendFailure = span.Since("v5.0.3"),
        LosesMailSilently = span.Between("v5.0.0", "v5.0.3"),
        RetriesLostConnections = span.Since("v5.0.0"),
        PoolLeaksFailedConnections = span.Until("v5.0.0"),
        PublicTakesPrivateLists = span.Until("v5.0.0"),
        ResignUpStaysUnsubscribed = span.Between("v5.0.2", "v6.2.0"),
        FormChecksSwitch = span.Since("v5.0.3"),
        HeadersAddRecipients = span.Since("v4.0.0"),
        OptInMailHasHeaders = span.Since("v5.0.0"),
        UnsubscribeHeaderFollowsSwitch = span.Between("v5.0.0", "v5.1.0"),
        MessageIdHasHostName = span.Until("v5.0.0"),
        MessageIdHasSenderDomain = span.Since("v6.2.0"),
        HasShowOptInPage = span.Since("v6.2.0"),
        ConfirmsWithoutList = span.Since("v6.2.0"),
    };

    /// <summary>Where a version stands between the changes.</summary>
    private readonly record struct Span(ListmonkVersion Version)
    {
        public bool Since(string first) => Version.CompareTo(ListmonkVersion.Parse(first)) >= 0;

        public bool Until(string end) => !Since(end);

        public bool Between(string first, string end) => Since(first) && Until(end);
    }
}
