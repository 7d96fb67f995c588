using System.Security.Cryptography.X509Certificates;

namespace ListmonkPS.TestBench.Smtp;

/// <summary>How a scripted server behaves. Without more it is a good one.</summary>
public sealed record SmtpScript
{
    /// <summary>Server certificate with its key; null for a server without TLS.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>True when TLS is spoken from the first byte.</summary>
    public bool IsImplicitTls { get; init; }

    /// <summary>Mechanisms offered; empty for none.</summary>
    public IReadOnlyList<string> Mechanisms { get; init; } = ["PLAIN", "LOGIN", "CRAM-MD5"];

    /// <summary>Further extensions offered, such as SMTPUTF8.</summary>
    public IReadOnlyList<string> Offers { get; init; } = [];

    /// <summary>True when log-ins are offered inside TLS only.</summary>
    public bool AuthNeedsTls { get; init; }

    /// <summary>The user who may log in.</summary>
    public string User { get; init; } = "news@example.org";

    /// <summary>That user's password.</summary>
    public string Password { get; init; } = "correct horse battery";

    /// <summary>Questions of LOGIN, before base64.</summary>
    public (string User, string Password) LoginQuestions { get; init; } = ("Username:", "Password:");

    /// <summary>A connection that is silent for so long is closed; null for never.</summary>
    public TimeSpan? IdleLimit { get; init; }

    /// <summary>Pause before each of the usual replies: a server that is far away.</summary>
    public TimeSpan Pause { get; init; }

    /// <summary>What is done at a turn instead of the usual; null to do the usual.</summary>
    public Func<ScriptTurn, ScriptAnswer?> Instead { get; init; } = _ => null;

    /// <summary>One thing at one step, each time.</summary>
    public static Func<ScriptTurn, ScriptAnswer?> At(ScriptStep step, ScriptAnswer answer) => turn => turn.Step == step ? answer : null;

    /// <summary>One reply at one step, each time.</summary>
    public static Func<ScriptTurn, ScriptAnswer?> At(ScriptStep step, string reply) => At(step, ScriptAnswer.Say(reply));
}
