using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Evidence.Smtp;
using ListmonkPS.Core.Listmonk;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Mail.Replies;
using ListmonkPS.Core.Mail.Smtp;

namespace ListmonkPS.Core.Diagnosis.Facts;

/// <summary>Talks to the server of each enabled SMTP block, side by side: one log-in each, no message.</summary>
internal sealed class SmtpConversationsSource : FactSource<SmtpConversations>
{
    /// <summary>Shorter than the bound of a fact: a silent step has to end as a finding, not as a fact that was not read.</summary>
    private static readonly TimeSpan StepBound = TimeSpan.FromSeconds(5);

    public override Access Needs => Access.Api | Access.Database;

    public override IReadOnlyList<Type> Uses => [typeof(StoredSettings)];

    protected override async Task<SmtpConversations> ReadFactAsync(FactContext context, FactSet facts, CancellationToken cancellation)
    {
        StoredSettings settings = facts.TryGet<StoredSettings>() ?? throw new FailureException(facts.FirstMissing([typeof(StoredSettings)])!.Failure!);
        StoredBlock[] enabled = [.. StoredBlock.AllOf(settings).Where(stored => stored.Block.IsEnabled)];
        SmtpBlockRequest request = new() { Credentials = context.SmtpCredentials, Timeout = StepBound };
        BlockTargets targets = new(request, context.Server.Quirks, settings.TextOf(SettingKeys.FromEmail));
        SmtpConversation conversation = new(context.Server.Time, new ReplyClassifier());
        SmtpTest[] tests = await Task.WhenAll(enabled.Select(stored => conversation.RunAsync(targets.Of(stored.Block), cancellation)));
        return new SmtpConversations(
            [.. enabled.Zip(tests, (stored, test) => new SmtpTalk(stored.Block, stored.Address, test))], IsNear(context.Server));
    }

    /// <summary>By how we reach listmonk: over loopback or a socket it runs here, if perhaps in a container.</summary>
    private static bool IsNear(ListmonkServer server) => server.Uri?.IsLoopback
        ?? (server.Database?.Place is { } place && (place.StartsWith("localhost", StringComparison.OrdinalIgnoreCase) || place.StartsWith("127.", StringComparison.Ordinal) || place[0] is '/' or '['));
}
