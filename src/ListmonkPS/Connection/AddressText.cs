using System.Management.Automation;
using ListmonkPS.Shell.Views.Cells;

namespace ListmonkPS;

/// <summary>The address of a server as people type or paste it; whether it is a fit one is for Core to say.</summary>
internal static class AddressText
{
    private const string AdminPage = "/admin";

    /// <summary>The address that came by the pipeline as it is; null for a row of a table.</summary>
    /// <param name="input">What came.</param>
    public static string? Of(PSObject? input) => input?.BaseObject switch
    {
        string text => text,
        Uri uri => uri.OriginalString,
        _ => null,
    };

    /// <summary>The address; that of a page of the admin interface becomes the one of its server.</summary>
    /// <param name="text">What was typed.</param>
    /// <exception cref="FailureException">It is no address at all.</exception>
    public static Uri Parse(string text)
    {
        // What stands before an @ may be a password, so it is not repeated.
        if (!Uri.TryCreate(text.Trim(), UriKind.RelativeOrAbsolute, out Uri? uri))
            throw new FailureException(ConnectionFailures.BadUri(VisibleText.Of(text[(text.LastIndexOf('@') + 1)..])));
        int page = uri.IsAbsoluteUri ? (uri.AbsolutePath + "/").LastIndexOf(AdminPage + "/", StringComparison.Ordinal) : -1;
        return page < 0 ? uri : new Uri(uri.GetLeftPart(UriPartial.Authority) + uri.AbsolutePath[..page]);
    }
}
