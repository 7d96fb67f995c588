using System.Text.Json.Nodes;
using ListmonkPS.Core.Evidence.Smtp;
using ListmonkPS.Core.Listmonk;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.OptIn.ByApi;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Listmonk.Settings.Reading;
using ListmonkPS.Core.Mail.Replies.Providers;
using ListmonkPS.Core.Resend.Due;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Resend.Servers;

/// <summary>What a run has to know of its server before it begins.</summary>
/// <param name="Session">The session.</param>
/// <param name="Server">Its server.</param>
/// <param name="Database">The database; null when people are read by the API.</param>
/// <param name="Key">Key of the server in the ledger.</param>
/// <param name="Question">Who is due.</param>
/// <param name="Blocks">The SMTP blocks that are switched on; null when the settings cannot be read.</param>
internal sealed record ResendSubject(
    ListmonkSession Session, ListmonkServer Server, ListmonkDatabase? Database, string Key, IDueQuestion Question, IReadOnlyList<SmtpBlock>? Blocks)
{
    private const string OfRehearsal = "#rehearsal";

    /// <summary>The account whose limits count: every server that listmonk may take, since it takes one by chance.</summary>
    public string Account => Blocks is { Count: > 0 } blocks
        ? AccountNames.Join(blocks.Select(block => HarmlessText.Of(block.User.Length == 0 ? block.Host : $"{block.Host} ({block.User})")))
        : Texts.Format("resend.account.of-server", Server.Api?.Place ?? Database?.Place);

    /// <summary>What is known of the provider's limits; null for nothing, or when there are several providers.</summary>
    public SmtpProviderLimits? ProviderLimits => Blocks?.Select(block => ProviderTable.Recognise(block.Host, null, null)?.Limits).Distinct().ToArray() is [{ } limits] ? limits : null;

    /// <summary>True when every mail goes to one address, to see how it would be.</summary>
    public bool IsRehearsal { get; private init; }

    /// <summary>Key of the server, a rehearsal or not.</summary>
    public string ServerKey => IsRehearsal ? Key[..^OfRehearsal.Length] : Key;

    /// <summary>The same for a rehearsal. The ledger takes it for another server, so that nobody counts as mailed by it.</summary>
    public ResendSubject AsRehearsal() => this with { Key = Key + OfRehearsal, IsRehearsal = true };

    /// <summary>Reads it.</summary>
    /// <exception cref="FailureException">The session has neither API nor database, or they do not answer.</exception>
    public static async Task<ResendSubject> ReadAsync(ListmonkSession session, INoticeSink notices, CancellationToken cancellation)
    {
        ListmonkServer server = ListmonkServer.Of(session);
        if (server is { Api: null, Database: null })
            throw new FailureException(SessionFailures.NeedsApiOrDatabase(session.Name));
        ListmonkDatabase? database = session.HasDatabase || !session.HasApi ? server.Database : null;
        string key = database is null ? Servers.ServerKey.Of(server)! : await database.ReadAsync(Servers.ServerKey.ReadAsync, cancellation);
        IDueQuestion question = database is not null
            ? new DatabaseDueQuestion(database)
            : new ApiDueQuestion(server, (await ReadRights.RequireAsync(server, cancellation)).MayQuery);
        IReadOnlyDictionary<string, JsonNode?>? settings = await SettingsAsync(session, notices, cancellation);
        return new ResendSubject(session, server, database, key, question, settings is null ? null : BlocksOf(settings));
    }

    private static IReadOnlyList<SmtpBlock> BlocksOf(IReadOnlyDictionary<string, JsonNode?> settings) =>
        [.. SmtpBlock.Of(settings.GetValueOrDefault(SettingKeys.Smtp)).Where(block => block.IsEnabled)];

    private static async Task<IReadOnlyDictionary<string, JsonNode?>?> SettingsAsync(ListmonkSession session, INoticeSink notices, CancellationToken cancellation)
    {
        try
        {
            return (await SettingReader.ReadAsync(SettingAccess.Of(session), notices, cancellation)).Values;
        }
        catch (FailureException exception)
        {
            notices.Verbose(Texts.Format("notice.resend.settings-unreadable", session.Name, exception.Failure.Message));
            return null;
        }
    }
}
