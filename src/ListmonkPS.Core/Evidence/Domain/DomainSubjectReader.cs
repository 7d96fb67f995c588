using System.Net;
using ListmonkPS.Core.Dns.Dkim;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.Core.Evidence.Sender;

namespace ListmonkPS.Core.Evidence.Domain;

/// <summary>Puts together what is known: what is given goes before what a mail shows, and that before what settings let infer.</summary>
/// <param name="lookup">Where the relay's addresses are asked.</param>
internal sealed class DomainSubjectReader(IDnsLookup lookup)
{
    /// <summary>Reads the subject of a request.</summary>
    /// <exception cref="FailureException">No domain is known, a name is wrong, or the mail file cannot be read.</exception>
    public async Task<DomainSubject> ReadAsync(DnsTestRequest request, SenderSettings? sender, CancellationToken cancellation)
    {
        IReadOnlyList<(string Name, string Value)> mail = request.MailPath is { } path ? await MailHeaders.ReadAsync(path, cancellation) : [];
        ReceivedLine received = ReceivedLine.Read(mail);
        string? from = DomainOf(mail, "From");
        string given = request.Domain ?? from ?? sender?.FromDomain ?? "";
        string domain = DomainName.TryNormalize(given) ?? throw new FailureException(DnsFailures.DomainInvalid(given));
        if (request is { Standard: DmarcStandard.Rfc7489, PublicSuffixes: null })
            throw new FailureException(DnsFailures.PublicSuffixNeeded(domain));
        // A server's settings say something about its own domain only.
        SenderSettings? own = sender is not null && DomainName.AreEqual(sender.FromDomain, domain) ? sender : null;
        string? envelope = request.Sender ?? SettingsText.AddressOf(Field(mail, "Return-Path"));
        IPAddress[] addresses = request.Addresses.Count > 0 ? [.. request.Addresses] : received.Address is { } seen ? [seen] : [];
        bool isAddressInferred = addresses.Length == 0;
        return new DomainSubject
        {
            Domain = domain,
            EnvelopeSender = envelope ?? own?.EnvelopeSender ?? "postmaster@" + domain,
            IsEnvelopeInferred = envelope is null,
            Addresses = isAddressInferred ? await RelayAsync(own, cancellation) : addresses,
            IsAddressInferred = isAddressInferred,
            HelloName = request.HelloName ?? received.HelloName ?? own?.HelloName,
            Keys = mail.Count > 0 && request.Selectors.Count == 0
                ? MailSignatures.Read(mail)
                : [.. request.Selectors.Select(selector => DkimQuery.Create(domain, selector))],
            HasSignatures = mail.Count > 0 && request.Selectors.Count == 0,
            SmtpHost = own?.SmtpHost,
            RootHost = own?.RootHost,
        };
    }

    private static string? DomainOf(IReadOnlyList<(string Name, string Value)> mail, string field) =>
        SettingsText.AddressOf(Field(mail, field)) is { } address ? address[(address.LastIndexOf('@') + 1)..] : null;

    private static string Field(IReadOnlyList<(string Name, string Value)> mail, string name) =>
        mail.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    private async Task<IPAddress[]> RelayAsync(SenderSettings? own, CancellationToken cancellation)
    {
        if (own is not { IsOwnRelay: true, SmtpHost: { } host })
            return [];
        DnsAnswer[] answers = await Task.WhenAll(
            lookup.AskAsync(new DnsQuestion(host, DnsRecordType.A), cancellation).AsTask(),
            lookup.AskAsync(new DnsQuestion(host, DnsRecordType.Aaaa), cancellation).AsTask());
        return [.. answers.SelectMany(answer => answer.Records).OfType<AddressRecord>().Select(record => record.Address).Where(PublicAddress.IsPublic)];
    }
}
