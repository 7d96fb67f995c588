namespace ListmonkPS.Core.Tests.Dns.Fuzz;

/// <summary>Random texts near a grammar: pieces of it put together, then sometimes damaged. The same seed gives the same text.</summary>
/// <param name="random">Where the choices come from.</param>
internal sealed class RandomText(Random random)
{
    private static readonly string[] Names =
        ["a.example.com", "b.example.com", "c.example.com", "example.com", "example.net", "mute.example.com", "fail.example.com", "none.example.com"];

    private static readonly string[] SpfTerms =
    [
        "all", "-all", "~all", "?all", "a", "mx", "ptr", "a/24", "mx//64", "a/24//64", "ip4:192.0.2.1", "ip4:192.0.2.0/24", "ip6:2001:db8::/32",
        "a:{n}", "mx:{n}", "include:{n}", "exists:{n}", "ptr:{n}", "redirect={n}", "exp={n}", "include:{m}.{n}", "exists:{m}.{n}", "a:{m}", "a:{n}/8",
        "redirect={m}.{n}", "x=y", "x.y-z_={m}", "ip4:1.2.3", "ip6:::1/129", "include", "a:", "%", "all:x", "mx:{n}{n}{n}{n}", "exists:{m}{m}{m}{m}.{n}",
    ];

    private static readonly string[] DkimTags =
        ["v=DKIM1", "k=rsa", "k=ed25519", "p=", "p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A", "p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", "h=sha1:sha256", "t=y:s", "s=email", "n=x", "g=*", "", "x"];

    private static readonly string[] DmarcTags =
        ["v=DMARC1", "p=none", "p=reject", "p=x", "sp=quarantine", "np=reject", "psd=y", "psd=n", "t=y", "adkim=s", "aspf=s", "fo=1:d:s", "pct=20", "rua=mailto:a@example.com!10m,x,,https:y", "ruf=mailto:b@c.example", "", "x"];

    /// <summary>One of a list.</summary>
    public string Pick(params string[] choices) => choices[random.Next(choices.Length)];

    /// <summary>A name that a zone may have.</summary>
    public string Name() => Pick(Names);

    /// <summary>A TXT text that is, or nearly is, an SPF record.</summary>
    public string Spf()
    {
        IEnumerable<string> terms = Enumerable.Range(0, random.Next(14)).Select(_ => Fill(Pick(SpfTerms)));
        return Damage(string.Join(' ', terms.Prepend("v=spf1")));
    }

    /// <summary>A TXT text that is, or nearly is, a DKIM key.</summary>
    public string Dkim() => Damage(string.Join("; ", Enumerable.Range(0, random.Next(7)).Select(_ => Pick(DkimTags)).Prepend("v=DKIM1")));

    /// <summary>A TXT text that is, or nearly is, a DMARC record.</summary>
    public string Dmarc() => Damage(string.Join("; ", Enumerable.Range(0, random.Next(8)).Select(_ => Pick(DmarcTags)).Prepend("v=DMARC1")));

    /// <summary>Flips, removes, doubles and inserts characters in one text of three.</summary>
    public string Damage(string text)
    {
        if (random.Next(3) > 0)
            return text;
        List<char> characters = [.. text];
        for (int times = random.Next(1, 6); times > 0 && characters.Count > 0; times--)
        {
            int at = random.Next(characters.Count);
            switch (random.Next(4))
            {
                case 0:
                    characters[at] = (char)random.Next(0x180);
                    break;
                case 1:
                    characters.RemoveAt(at);
                    break;
                case 2:
                    characters.InsertRange(at, characters.Skip(at).Take(random.Next(1, 40)).ToArray());
                    break;
                default:
                    characters.Insert(at, Pick("%", "{", "}", ":", "/", "=", ";", ".", "\0", " ", "\ud800")[0]);
                    break;
            }
        }

        return new string([.. characters]);
    }

    private string Fill(string term)
    {
        while (term.Contains("{n}", StringComparison.Ordinal))
            term = ReplaceFirst(term, "{n}", Name());
        while (term.Contains("{m}", StringComparison.Ordinal))
            term = ReplaceFirst(term, "{m}", Macro());
        return Pick("", "", "-", "+") + term;
    }

    private string Macro() => "%{" + Pick("s", "l", "o", "d", "i", "p", "h", "v", "S", "L", "c", "z") + Pick("", "", "1", "2", "99999999999", "0") + Pick("", "r") + Pick("", "", "-", ".-+", ";") + "}";

    private static string ReplaceFirst(string text, string mark, string by)
    {
        int at = text.IndexOf(mark, StringComparison.Ordinal);
        return text[..at] + by + text[(at + mark.Length)..];
    }
}
