using System.Globalization;
using System.Management.Automation.Host;
using ListmonkPS.Shell.Views.Cells;

namespace ListmonkPS.Shell.Views;

/// <summary>Cells of the default view of <see cref="LogEntry"/>.</summary>
public static class LogView
{
    /// <summary>Width of the columns mark, time, source and class with their blanks.</summary>
    private const int BesideMessage = 47;

    /// <summary>A mark: failure of an opt-in mail, failure, in doubt, well, or nothing.</summary>
    public static string Sign(LogEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Class switch
        {
            LogClass.SmtpFailure or LogClass.Pool or LogClass.Queue or LogClass.Template or LogClass.Panic or LogClass.StartFailure or LogClass.MailBounced or LogClass.MailRejected =>
                Mark.Of(CheckStatus.Fail),
            LogClass.Database or LogClass.SignUp or LogClass.MailDeferred => Mark.Of(CheckStatus.Warning),
            LogClass.MailSent => Mark.Of(CheckStatus.Pass),
            _ => " ",
        };
    }

    /// <summary>When, local, to the second; with a question mark where the zone was assumed.</summary>
    public static string Time(LogEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Time is { } at ? at.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + (entry.HasZone ? "" : "?") : "-";
    }

    /// <summary>The message with what the reply means, in lines that fit beside the rest.</summary>
    public static string Message(LogEntry entry, PSHost? host)
    {
        ArgumentNullException.ThrowIfNull(entry);
        string meaning = entry.Reply is { Class: not SmtpReplyClass.Unknown and not SmtpReplyClass.Accepted } reply ? $"[{reply.Class}] " : "";
        string waits = entry.StillWaits == true ? " " + Texts.Format("view.log.still-waits") : "";
        return string.Join('\n', CellText.Wrap(meaning + VisibleText.Of(entry.Message) + waits, LineWidth.Of(host) - BesideMessage));
    }
}
