using ListmonkPS.Core.Mail.Composing;
using ListmonkPS.Core.Resend.Ledger;

namespace ListmonkPS.Core.Resend.Planning;

/// <summary>Whether a run may go on with what is asked for: with the same route, account, template and plan, and not when it is over.</summary>
internal static class RunResumption
{
    private const int PrintLength = 16;

    /// <summary>Refuses what would make it another run.</summary>
    /// <param name="run">The run as it was started.</param>
    /// <param name="wanted">What is asked for now.</param>
    /// <param name="hasPeople">True when people are given too.</param>
    /// <param name="retriesInDoubt">True when those in doubt shall be sent again: a finished run may have some.</param>
    /// <exception cref="FailureException">RunDiffers, RunOver or RunIncomplete.</exception>
    public static void Check(LedgerRun run, RunIdentity wanted, bool hasPeople, bool retriesInDoubt = false)
    {
        RunIdentity started = run.Identity;
        Same(run.Name, "route", started.Via.ToString(), wanted.Via.ToString());
        Same(run.Name, "account", started.Account, wanted.Account);
        Same(run.Name, "template", started.Template, wanted.Template, Template);
        Same(run.Name, "plan", started.Plan, wanted.Plan, Print);
        if (run.State == OptInResendRunState.Cancelled || (run.State == OptInResendRunState.Finished && !hasPeople && !retriesInDoubt))
            throw new FailureException(ResendFailures.RunOver(run.Name, run.State.ToString()));
        if (run.State == OptInResendRunState.Filling && !hasPeople)
            throw new FailureException(ResendFailures.RunIncomplete(run.Name));
    }

    private static void Same(string run, string what, string started, string now, Func<string, string>? words = null)
    {
        if (started != now)
            throw new FailureException(ResendFailures.RunDiffers(run, Texts.Format("resend.identity." + what), Shown(started), Shown(now)));

        string Shown(string value) => value.Length == 0 ? Texts.Format("resend.identity.none") : words is null ? value : words(value);
    }

    private static string Template(string hash) => hash == TemplateReader.Shipped().Hash ? Texts.Format("resend.identity.usual") : Print(hash);

    /// <summary>A fingerprint as a person compares it.</summary>
    private static string Print(string hash) => Texts.Format("resend.identity.file", hash.Length > PrintLength ? hash[..PrintLength] : hash);
}
