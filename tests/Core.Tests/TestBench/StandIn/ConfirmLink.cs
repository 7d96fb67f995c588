using System.Net;
using System.Text.RegularExpressions;
using ListmonkPS.TestBench.Mail;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.TestBench.StandIn;

/// <summary>The confirm link of an opt-in mail.</summary>
internal static partial class ConfirmLink
{
    /// <summary>The link as a mail program would open it.</summary>
    public static string In(ReceivedMail mail) => WebUtility.HtmlDecode(Link().Match(mail.Message.HtmlBody ?? "").Groups[1].Value);

    /// <summary>The same link at the world's own address, since nobody answers at its root_url.</summary>
    public static string At(World world, string link) => new Uri(world.Uri, new Uri(link).PathAndQuery).PathAndQuery;

    [GeneratedRegex("href=\"([^\"]*/subscription/optin/[^\"]+)\"")]
    private static partial Regex Link();
}
