using System.Net;
using System.Net.Sockets;
using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Diagnosis.Checks.Settings;

/// <summary>app.root_url is an address that a subscriber can open. With the install default mails arrive and look right, but every link is dead (G33).</summary>
internal sealed class RootUrlCheck : ICheck
{
    public const string Id = "settings.root-url";

    private static readonly string[] InnerSuffixes = [".local", ".lan", ".internal", ".home.arpa", ".intranet", ".corp"];

    private enum Fault
    {
        None,
        Empty,
        Malformed,
        Local,
        Inner,
        Http,
    }

    public CheckInfo Info { get; } = new()
    {
        Id = Id,
        Needs = [Access.Api | Access.Database],
        Reads = [typeof(StoredSettings)],
        DependsOn = ApiState.JudgedBy,
        Stage = OptInStage.Click,
        Effect = OptInEffect.StopsAll,
        Severity = CheckSeverity.High,
        Reference = "about_ListmonkPS_Checks",
    };

    public Finding Judge(FactSet facts)
    {
        StoredSettings settings = facts.Get<StoredSettings>();
        string stored = settings.TextOf(SettingKeys.RootUrl) ?? "";
        string shown = HarmlessText.Of(stored);
        CheckEvidence evidence = new(settings.SourceText, SettingKeys.RootUrl, $"\"{shown}\"", Texts.Format("check.wanted-root-url"));
        Fault fault = FaultOf(stored);
        if (fault == Fault.None)
        {
            return Finding.Pass(shown, evidence);
        }

        // An inner name may be on purpose (a company's own network), and http works: these weaken, they do not stop.
        bool weakens = fault is Fault.Inner or Fault.Http;
        return new Finding
        {
            Status = weakens ? CheckStatus.Warning : CheckStatus.Fail,
            Summary = Texts.Format(SummaryKey(fault), shown),
            Evidence = [evidence],
            Effect = weakens ? OptInEffect.Weakens : null,
            Severity = weakens ? CheckSeverity.Medium : null,
            Remedy = RemedyFor(facts, fault, stored),
        };
    }

    private static Fault FaultOf(string stored)
    {
        if (string.IsNullOrWhiteSpace(stored))
        {
            return Fault.Empty;
        }

        if (!Uri.TryCreate(stored, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
        {
            return Fault.Malformed;
        }

        return IsLocal(uri) ? Fault.Local : IsInner(uri) ? Fault.Inner : uri.Scheme == "http" ? Fault.Http : Fault.None;
    }

    private static string SummaryKey(Fault fault) => fault switch
    {
        Fault.Empty => "check.settings.root-url.empty",
        Fault.Malformed => "check.settings.root-url.malformed",
        Fault.Local => "check.settings.root-url.local",
        Fault.Inner => "check.settings.root-url.inner",
        _ => "check.settings.root-url.http",
    };

    // The address by which we reach the server ourselves is a good guess where it is one that others can open too.
    private static CheckRemedy RemedyFor(FactSet facts, Fault fault, string stored)
    {
        string? proposal = facts.Session?.Uri is { Scheme: "https" } uri && !IsLocal(uri) && !IsInner(uri)
            ? uri.ToString().TrimEnd('/')
            : fault == Fault.Http ? "https" + stored.Trim()["http".Length..].TrimEnd('/') : null;
        return new CheckRemedy(
            Texts.Format("check.settings.root-url.remedy"),
            proposal is null ? null : RemedyCommand.SetSetting(facts, SettingKeys.RootUrl, RemedyCommand.Literal(proposal)),
            NeedsRestart: true);
    }

    private static bool IsLocal(Uri uri)
    {
        string host = uri.IdnHost.TrimEnd('.');
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out IPAddress? address)
                && (IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)));
    }

    private static bool IsInner(Uri uri)
    {
        string host = uri.IdnHost.TrimEnd('.');
        return IPAddress.TryParse(host, out IPAddress? address)
            ? IsPrivate(address)
            : !host.Contains('.', StringComparison.Ordinal)
                || InnerSuffixes.Any(suffix => host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
    }

    // RFC 1918, RFC 6598 (100.64/10), RFC 3927 (169.254/16), RFC 4193 (fc00::/7), RFC 4291 (fe80::/10).
    private static bool IsPrivate(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal;
        }

        byte[] octets = address.GetAddressBytes();
        return octets[0] switch
        {
            10 => true,
            100 => octets[1] is >= 64 and <= 127,
            169 => octets[1] == 254,
            172 => octets[1] is >= 16 and <= 31,
            192 => octets[1] == 168,
            _ => false,
        };
    }
}
