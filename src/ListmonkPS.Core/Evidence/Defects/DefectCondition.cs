namespace ListmonkPS.Core.Evidence.Defects;

/// <summary>What has to be so for a defect to bite.</summary>
internal enum DefectCondition
{
    /// <summary>Nothing: it hits everybody.</summary>
    Always,

    /// <summary>The mail server cannot be reached.</summary>
    MailServerUnreachable,

    /// <summary>The mail server refuses.</summary>
    MailServerRefuses,

    /// <summary>No SMTP block is enabled.</summary>
    NoSmtpEnabled,

    /// <summary>Opt-in switch and privacy.unsubscribe_header are set differently.</summary>
    HeaderSettingsDiffer,

    /// <summary>Opt-in mails carry List-Unsubscribe.</summary>
    HeadersSent,

    /// <summary>Somebody has unsubscribed from a double opt-in list.</summary>
    SomebodyUnsubscribed,

    /// <summary>Somebody has confirmed on a double opt-in list.</summary>
    SomebodyConfirmed,

    /// <summary>Programs create subscribers by the API and name lists by uuid; people on no list are the trace of it.</summary>
    ListsByUuid,

    /// <summary>People are mailed by opt-in campaigns to several lists.</summary>
    OptInCampaigns,

    /// <summary>A build between releases, of the days between two commits.</summary>
    NightlyBuild,
}
