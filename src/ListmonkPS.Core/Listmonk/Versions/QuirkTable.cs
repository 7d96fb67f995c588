namespace ListmonkPS.Core.Listmonk.Versions;

/// <summary>The rows of <see cref="Quirks"/>, one for each version at which behaviour changed, ascending.</summary>
internal static class QuirkTable
{
    private static readonly Quirks V3 = new()
    {
        Version = ListmonkVersion.Parse("v3.0.0"),
        NullForEmpty = true,
        EmptyFilterFails = true,
        PublicTakesPrivateLists = true,
        JsonNamesCharset = true,
        StartFailsOnBadSwitch = true,
        StartFailsWithoutSmtp = true,
        StartFailsOnLowConcurrency = true,
        PoolLeaksFailedConnections = true,
        UnknownTlsTypeMeansStartTls = true,
        LoneSubscriptionStatusFails = true,
        HonoursListUuids = true,
    };

    private static readonly Quirks V6 = new()
    {
        Version = ListmonkVersion.Parse("v6.2.0"),
        HasUsers = true,
        HasSettingByKey = true,
        HasListStatus = true,
        SendsInRequest = true,
        SignUpReportsSendFailure = true,
        OptInMailHasHeaders = true,
        SmtpHasName = true,
        SmtpHasRouting = true,
        HasShowOptInPage = true,
        ConfirmsWithoutList = true,
        HashesTokens = true,
        LogHasMicroseconds = true,
        StartFailsWithoutLanguage = true,
        TrimsOneSlashAtStart = true,
        TrimsSmtpHost = true,
        RetriesLostConnections = true,
        MessageIdHasSenderDomain = true,
        SqlNeedsPermission = true,
        ResendNeedsReadAccess = true,
        SingleListCountsWrong = true,
        FormChecksSwitch = true,
    };

    /// <summary>All rows, ascending by version.</summary>
    public static IReadOnlyList<Quirks> Rows { get; } = [V3, V6];

    /// <summary>The row that describes a version: the newest one not newer than it, or the oldest.</summary>
    public static Quirks For(ListmonkVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return Rows.LastOrDefault(row => row.Version.CompareTo(version) <= 0) ?? Rows[0];
    }
}
