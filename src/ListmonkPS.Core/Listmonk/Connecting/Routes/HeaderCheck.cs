using System.Net.Http.Headers;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.Connecting.Routes;

/// <summary>Checks headers that shall go with every request.</summary>
internal static class HeaderCheck
{
    /// <summary>
    /// Our own log-in, what would make listmonk ignore it (G37), what decides which server or message is meant, and the log-in at the proxy, which has a parameter.
    /// </summary>
    private static readonly HashSet<string> Ours = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization", "Cookie", "Host", "Proxy-Authorization", "Connection", "Transfer-Encoding", "Upgrade", "Expect", "TE", "Trailer",
    };

    /// <summary>The headers, checked.</summary>
    /// <exception cref="FailureException">One that may not be given, or that cannot be sent (RFC 9110, sections 5.1 and 5.5).</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Check(IReadOnlyDictionary<string, string> headers)
    {
        using HttpRequestMessage trial = new();
        foreach ((string name, string value) in headers)
        {
            if (Ours.Contains(name.Trim()))
                throw new FailureException(RouteFailures.HeaderRefused(HarmlessText.Of(name)));
            if (!CanBeSent(trial.Headers, name, value))
                throw new FailureException(RouteFailures.BadHeader(HarmlessText.Of(name)));
        }

        return [.. headers];
    }

    /// <summary>The HTTP stack judges the name, and knows which ones belong to a body; a control character in the value would begin another header.</summary>
    private static bool CanBeSent(HttpRequestHeaders headers, string name, string value) =>
        value.Length > 0 && value.All(sign => sign is >= ' ' and <= '~' or '\t') && headers.TryAddWithoutValidation(name, value);
}
