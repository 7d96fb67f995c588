using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.TestBench.StandIn.Loaded;

/// <summary>Settings with which the process does not come up again (3.1, 3.3, 3.5): what a careless PUT leads to.</summary>
internal static class StartRules
{
    private static readonly string[] AuthProtocols = ["cram", "plain", "login", "none", ""];

    /// <summary>Throws when the process of this version would end.</summary>
    /// <exception cref="StartFailureException">With its last log line.</exception>
    public static void Check(LoadedSettings settings, Quirks quirks)
    {
        if (!settings.Has("migrations"))
            throw new StartFailureException("there are 1 pending database upgrade(s): [...]. The last upgrade was v0.0.0. Run --upgrade");
        if (quirks.StartFailsWithoutLanguage && settings.Text("app.lang").Length == 0)
            throw new StartFailureException("panic: runtime error: error reading language file");
        if (quirks.StartFailsOnLowConcurrency && (settings.Whole("app.concurrency") < 1 || settings.Whole("app.message_rate") < 1))
            throw new StartFailureException("app.concurrency and app.message_rate should be at least 1");
        if (settings.Text("upload.provider") is not ("filesystem" or "s3") and { } provider)
            throw new StartFailureException($"unknown upload provider {provider}. select filesystem or s3");
        CheckSmtp(settings, quirks);
    }

    private static void CheckSmtp(LoadedSettings settings, Quirks quirks)
    {
        if (quirks.StartFailsWithoutSmtp && !settings.HasSmtpBlocks)
            throw new StartFailureException("no SMTP servers found in config");
        if (quirks.StartFailsWithoutSmtp && settings.Smtp.Count == 0)
            throw new StartFailureException("no SMTP servers enabled in settings");
        string prefix = quirks.SendsInRequest ? "error initializing e-mail messenger: " : "error loading e-mail messenger: ";
        foreach (SmtpBlock block in settings.Smtp)
        {
            if (!AuthProtocols.Contains(block.AuthProtocol))
                throw new StartFailureException($"{prefix}unknown SMTP auth type '{block.AuthProtocol}'");
            if (block.MaxConnections < 1)
                throw new StartFailureException($"{prefix}MaxConns should be >= 1");
        }
    }
}
