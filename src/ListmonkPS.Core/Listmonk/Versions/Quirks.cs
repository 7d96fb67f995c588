namespace ListmonkPS.Core.Listmonk.Versions;

/// <summary>
/// What one version of listmonk does differently. The one place where versions are told apart: client, stand-in server and tests ask these
/// members, never the version. Since when each holds: <see cref="QuirkTable"/>. Facts, B and G numbers: the listmonk contract.
/// </summary>
internal sealed record Quirks
{
    /// <summary>The version that this describes.</summary>
    public required ListmonkVersion Version { get; init; }

    /// <summary>Users, roles and API tokens (v4.0.0). Before: one admin by HTTP Basic, or no log-in at all (G38).</summary>
    public bool HasUsers { get; init; }

    /// <summary>HTTP status of a refused log-in (G19): 401 up to v3, 403 since v4.</summary>
    public int RefusedLoginStatus => HasUsers ? 403 : 401;

    /// <summary>PUT /api/settings/{key} (v6.0.0).</summary>
    public bool HasSettingByKey { get; init; }

    /// <summary>lists.status, active or archived (v6.0.0).</summary>
    public bool HasListStatus { get; init; }

    /// <summary>Opt-in mail leaves within the request (v5.0.0); before, it is queued and the answer means queued only (G20).</summary>
    public bool SendsInRequest { get; init; }

    /// <summary>A failed opt-in mail makes the public sign-up answer 500 (v5.0.3; G28).</summary>
    public bool SignUpReportsSendFailure { get; init; }

    /// <summary>An unreachable SMTP server is reported as success (v5.0.0 to v5.0.2; B3).</summary>
    public bool LosesMailSilently { get; init; }

    /// <summary>Empty results are null instead of [] (up to v3.0.0; G17).</summary>
    public bool NullForEmpty { get; init; }

    /// <summary>A filter by list and subscription status without a match answers 500 (v3; G13).</summary>
    public bool EmptyFilterFails { get; init; }

    /// <summary>The public sign-up takes private lists (up to v4; 4.5).</summary>
    public bool PublicTakesPrivateLists { get; init; }

    /// <summary>Somebody who unsubscribed and signs up again stays unsubscribed and gets no mail (v5.0.2 to v6.1.0; B8).</summary>
    public bool ResignUpStaysUnsubscribed { get; init; }

    /// <summary>Opt-in mails carry X-Listmonk-Subscriber and, where it is switched on, List-Unsubscribe (v5.0.0).</summary>
    public bool OptInMailHasHeaders { get; init; }

    /// <summary>Whether they carry List-Unsubscribe is decided by the opt-in switch (v5.0.0 to v5.0.3; B6) instead of privacy.unsubscribe_header.</summary>
    public bool UnsubscribeHeaderFollowsSwitch { get; init; }

    /// <summary>Cc and Bcc among the headers of an SMTP block become recipients (v4.0.0; 3.3).</summary>
    public bool HeadersAddRecipients { get; init; }

    /// <summary>SMTP blocks have a name (v5.0.0).</summary>
    public bool SmtpHasName { get; init; }

    /// <summary>SMTP blocks have msg_retry_delay and from_addresses (v6.2.0).</summary>
    public bool SmtpHasRouting { get; init; }

    /// <summary>app.show_optin_page decides whether opening the link confirms at once (v6.2.0; G35).</summary>
    public bool HasShowOptInPage { get; init; }

    /// <summary>Confirming without any list in the link confirms all (v6.2.0); before, it says confirmed and changes nothing (G34).</summary>
    public bool ConfirmsWithoutList { get; init; }

    /// <summary>API tokens are stored as SHA-256 (v6.2.0).</summary>
    public bool HashesTokens { get; init; }

    /// <summary>Log lines have microseconds (v4.0.0).</summary>
    public bool LogHasMicroseconds { get; init; }

    /// <summary>JSON answers carry "; charset=UTF-8" (up to v4).</summary>
    public bool JsonNamesCharset { get; init; }

    /// <summary>A text in the switch row counts as on or stops the start (weak conversion, up to v4); since v5 "true" and 1 count as on, other text as off.</summary>
    public bool StartFailsOnBadSwitch { get; init; }

    /// <summary>The server does not start without an enabled SMTP block (up to v4; G48). Since v5 it starts and drops the connection at the first mail.</summary>
    public bool StartFailsWithoutSmtp { get; init; }

    /// <summary>app.lang empty or missing stops the start (v5.0.0); before, English is taken.</summary>
    public bool StartFailsWithoutLanguage { get; init; }

    /// <summary>app.concurrency or app.message_rate below 1 stops the start (up to v3); later it counts as 1.</summary>
    public bool StartFailsOnLowConcurrency { get; init; }

    /// <summary>Only one trailing slash of app.root_url is cut at the start (v5.0.0); before, all. A PUT always cuts all.</summary>
    public bool TrimsOneSlashAtStart { get; init; }

    /// <summary>A PUT trims blanks off the SMTP host (v4.0.0).</summary>
    public bool TrimsSmtpHost { get; init; }

    /// <summary>Attempts that max_msg_retries 0 means: 2 up to v4, 1 since v5 (G30).</summary>
    public int DefaultSmtpAttempts => SendsInRequest ? 1 : 2;

    /// <summary>Lost and refused SMTP connections are tried again (v5.0.0); a refusing reply never is.</summary>
    public bool RetriesLostConnections { get; init; }

    /// <summary>A failed SMTP connection stays counted, until none is free (up to v4.1.0; B2).</summary>
    public bool PoolLeaksFailedConnections { get; init; }

    /// <summary>An unknown tls_type behaves as STARTTLS (up to v4); since v5 it means no encryption (G31).</summary>
    public bool UnknownTlsTypeMeansStartTls { get; init; }

    /// <summary>Message-Id carries the host name (up to v4); since v5 localhost.localdomain, or see <see cref="MessageIdHasSenderDomain"/>.</summary>
    public bool MessageIdHasHostName { get; init; }

    /// <summary>Message-Id carries the domain of From (v6.2.0).</summary>
    public bool MessageIdHasSenderDomain { get; init; }

    /// <summary>subscription_status without list_id finds nobody (v3, v4); since v5 it is passed over (G12).</summary>
    public bool LoneSubscriptionStatusFindsNobody { get; init; }

    /// <summary>The SQL parameter of GET /api/subscribers needs subscribers:sql_query (v5.0.0; G16).</summary>
    public bool SqlNeedsPermission { get; init; }

    /// <summary>That SQL may not select from subscriber_lists (v5.0.0 to v6.1.0; G16).</summary>
    public bool RefusesSubSelects { get; init; }

    /// <summary>The right to read campaigns is campaigns:get_all (v5.0.0); before, campaigns:get.</summary>
    public bool HasCampaignsGetAll { get; init; }

    /// <summary>A subscriber's lists that the token may not see are shown without their names (v6.1.0).</summary>
    public bool HidesForeignLists { get; init; }

    /// <summary>The resend call needs read access to the subscriber as well (v6.1.0).</summary>
    public bool ResendNeedsReadAccess { get; init; }

    /// <summary>list_uuids in POST /api/subscribers counts (up to v3.0.0); later it is ignored (G41).</summary>
    public bool HonoursListUuids { get; init; }

    /// <summary>GET /api/lists/{id} gives a wrong subscriber_count (seen on v5 and v6); GET /api/lists never does.</summary>
    public bool SingleListCountsWrong { get; init; }

    /// <summary>The sign-up form refuses a POST while the public page is switched off (v5.0.3).</summary>
    public bool FormChecksSwitch { get; init; }
}
