using System.Management.Automation;
using ListmonkPS.Shell;

namespace ListmonkPS;

/// <summary>Says what a reply of a mail server, a bounce or a log line about one means: class, whether to try again, and what to do.</summary>
/// <remarks>It asks nobody: it goes by the words, the codes and the step. Text that is not known keeps its words and gets low confidence.</remarks>
[Cmdlet(VerbsData.ConvertFrom, "SmtpReply")]
[OutputType(typeof(SmtpReply))]
public sealed class ConvertFromSmtpReplyCommand : ListmonkCmdlet
{
    /// <summary>
    /// The text: a bare reply of one or more lines, a line of the log of listmonk, Postfix or Exim, an error text, or a whole bounce. One text is one reply,
    /// so read a file with Get-Content -Raw.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Message")]
    [AllowEmptyString]
    public string[] InputObject { get; set; } = [];

    /// <summary>The step at which it was said, where the text does not tell: the same words mean different things at different steps.</summary>
    [Parameter]
    public SmtpStageName? Stage { get; set; }

    /// <summary>Host name of the server that said it, where the text does not tell.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Server { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string[] texts = InputObject;
        Start(async (work, stop) =>
        {
            foreach (string text in texts)
                await work.EmitAsync(Core.Mail.Classify(text, Stage, Server), stop);
        });
    }
}
