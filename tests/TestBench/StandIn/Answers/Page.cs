using System.Net;

namespace ListmonkPS.TestBench.StandIn.Answers;

/// <summary>A public page: HTML with a title and a text, in our own words where the contract gives none.</summary>
internal static class Page
{
    /// <summary>A page that only says something.</summary>
    public static string Message(string siteName, string title, string text) =>
        Frame(siteName, title, $"<h2>{WebUtility.HtmlEncode(title)}</h2>\n<p>{WebUtility.HtmlEncode(text)}</p>");

    /// <summary>A page with a body of its own; the body is taken as HTML.</summary>
    public static string Frame(string siteName, string title, string body) => $"""
        <!doctype html>
        <html>
        <head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(title)} - {WebUtility.HtmlEncode(siteName)}</title></head>
        <body>
        {body}
        </body>
        </html>
        """;
}
