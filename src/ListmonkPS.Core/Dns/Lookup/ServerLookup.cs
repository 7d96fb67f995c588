using System.Net.Sockets;
using DnsClient;

namespace ListmonkPS.Core.Dns.Lookup;

/// <summary>
/// Asks real servers through the DnsClient library: UDP with EDNS, TCP when the answer was cut, bounded tries. Adds what the library leaves
/// open: an answer must be one to our question, CNAMEs are followed where the server did not, and every outcome has a kind of its own.
/// </summary>
internal sealed class ServerLookup : IDnsLookup
{
    /// <summary>UDP answers up to this size pass nearly every path unfragmented (the value that resolvers agreed on in 2020).</summary>
    private const int EdnsBufferSize = 1232;

    /// <summary>Size that makes DnsClient leave EDNS out.</summary>
    private const int PlainBufferSize = 512;

    private const int MaximumAliases = 8;

    private readonly LookupClient _client;
    private readonly DnsQueryAndServerOptions _plain;

    /// <summary>Makes a lookup; nothing is sent yet.</summary>
    /// <exception cref="FailureException">No server is given and this machine knows none.</exception>
    public ServerLookup(LookupOptions options)
    {
        NameServer[] servers = options.Servers is { Count: > 0 } given
            ? [.. given.Select(server => new NameServer(server))]
            : [.. NameServer.ResolveNameServers(skipIPv6SiteLocal: true, fallbackToGooglePublicDns: false)];
        if (servers.Length == 0)
            throw new FailureException(DnsFailures.DnsServerUnknown());
        _client = new LookupClient(Configure(new LookupClientOptions(servers) { AutoResolveNameServers = false }, options, EdnsBufferSize));
        _plain = Configure(new DnsQueryAndServerOptions(servers), options, PlainBufferSize);
    }

    public async ValueTask<DnsAnswer> AskAsync(DnsQuestion question, CancellationToken cancellation)
    {
        if (!DomainName.CanBeAsked(question.Name))
            return new DnsAnswer(DnsAnswerKind.NxDomain);
        string name = question.Name;
        List<string> aliases = [];
        while (true)
        {
            DnsAnswer answer = await AskOnceAsync(question with { Name = name }, cancellation);
            aliases.AddRange(answer.Aliases);
            // A server that does not follow aliases out of its own zones answers with the CNAME alone (RFC 1034 3.6.2).
            bool endsInAlias = answer is { Kind: DnsAnswerKind.NoData, Aliases.Count: > 0 };
            if (!endsInAlias || HasLoop(question.Name, aliases) || !DomainName.CanBeAsked(aliases[^1]))
                return answer with { Aliases = aliases };
            name = aliases[^1];
        }
    }

    private static bool HasLoop(string name, List<string> aliases) =>
        aliases.Count > MaximumAliases || aliases.Append(name).Distinct(StringComparer.OrdinalIgnoreCase).Count() <= aliases.Count;

    private async Task<DnsAnswer> AskOnceAsync(DnsQuestion question, CancellationToken cancellation)
    {
        DnsClient.DnsQuestion query = new(AsDnsString(question.Name), (QueryType)question.Type);
        try
        {
            IDnsQueryResponse response = await _client.QueryAsync(query, cancellation);
            if (response.Header.ResponseCode is DnsHeaderResponseCode.FormatError or DnsHeaderResponseCode.NotImplemented)
                response = await _client.QueryAsync(query, _plain, cancellation); // a server older than EDNS (RFC 6891 7)
            return AnswerReader.Read(question, response);
        }
        catch (Exception exception)
        {
            cancellation.ThrowIfCancellationRequested();
            return new DnsAnswer(KindOf(exception));
        }
    }

    /// <summary>Everything that DnsClient throws for what a server did; what is left is its parser, which fails in many ways on hostile answers.</summary>
    private static DnsAnswerKind KindOf(Exception exception) => exception switch
    {
        DnsResponseException { Code: DnsResponseCode.ConnectionTimeout } => DnsAnswerKind.Timeout,
        OperationCanceledException or TimeoutException => DnsAnswerKind.Timeout,
        SocketException or DnsResponseException { InnerException: SocketException } => DnsAnswerKind.Unreachable,
        _ => DnsAnswerKind.Malformed,
    };

    /// <summary>
    /// The library's reading of a response would turn A-labels into U-labels, its reading of input refuses control characters: so each is used
    /// where the other fails.
    /// </summary>
    private static DnsString AsDnsString(string name) =>
        name.Contains(DnsString.ACEPrefix, StringComparison.Ordinal) ? DnsString.Parse(name) : DnsString.FromResponseQueryString(name);

    private static T Configure<T>(T settings, LookupOptions options, int bufferSize)
        where T : DnsQueryAndServerOptions
    {
        settings.Timeout = options.TryTimeout;
        settings.Retries = options.Retries;
        settings.ExtendedDnsBufferSize = bufferSize;
        settings.UseCache = false; // a run asks once anyhow (RunLookup), and the next run must see what was published meanwhile
        settings.UseTcpFallback = true;
        settings.ThrowDnsErrors = false;
        settings.UseRandomNameServer = false;
        settings.ContinueOnEmptyResponse = false; // "no such record" is an answer
        settings.ContinueOnDnsError = options.Servers is not { Count: 1 };
        return settings;
    }
}
