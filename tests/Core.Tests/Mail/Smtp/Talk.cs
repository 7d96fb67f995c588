using ListmonkPS.Core.Mail.Replies;
using ListmonkPS.Core.Mail.Smtp;
using ListmonkPS.Core.Mail.Smtp.Auth;
using ListmonkPS.Core.Mail.Smtp.Stages;
using ListmonkPS.Core.Tests.Safety;
using ListmonkPS.TestBench.Smtp;

namespace ListmonkPS.Core.Tests.Mail.Smtp;

/// <summary>Conversations with a scripted server.</summary>
internal static class Talk
{
    /// <summary>A bound that only a hang reaches, also on a machine that stands still for a while.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);

    /// <summary>What is asked of a scripted server, with the right log-in.</summary>
    public static SmtpTarget Target(ScriptedSmtpServer server, SmtpTlsMode tls = SmtpTlsMode.None) => new()
    {
        Server = "127.0.0.1",
        Port = server.Port,
        Tls = tls,
        Secret = new AuthSecret("news@example.org", "correct horse battery"),
        From = "news@example.org",
        HelloName = "lists.example.org",
        Timeout = Bound,
    };

    /// <summary>Holds the conversation.</summary>
    public static Task<SmtpTest> RunAsync(SmtpTarget target, CancellationToken? cancellation = null, TimeProvider? time = null) =>
        new SmtpConversation(time ?? TimeProvider.System, new ReplyClassifier()).RunAsync(target, cancellation ?? TestContext.Current.CancellationToken);

    /// <summary>Holds it with a server whose greeting may not come: the time for which that is waited passes at once.</summary>
    public static async Task<SmtpTest> RunWithoutGreetingAsync(SmtpTarget target)
    {
        AwaitedTime time = new();
        Task<SmtpTest> talk = RunAsync(target, time: time);
        await Task.WhenAny(talk, time.AwaitedAsync(target.Timeout / 2));
        time.Advance(target.Timeout / 2);
        return await talk.WaitAsync(Bound, TestContext.Current.CancellationToken);
    }

    /// <summary>Names of the steps with a letter for each outcome: "Resolve Connect Banner! Hello-".</summary>
    public static string Shape(SmtpTest test) => string.Join(' ', test.Stages.Select(stage => stage.Name + stage.Status switch
    {
        CheckStatus.Pass => "",
        CheckStatus.Fail => "!",
        CheckStatus.Warning => "?",
        _ => "-",
    }));
}
