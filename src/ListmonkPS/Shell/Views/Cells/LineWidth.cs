using System.Management.Automation.Host;

namespace ListmonkPS.Shell.Views.Cells;

/// <summary>How wide the lines of a view may be.</summary>
internal static class LineWidth
{
    private const int Usual = 100;
    private const int Least = 60;

    /// <summary>Width of the host's screen less its last column, which the formatter leaves empty; 100 for a host without a screen.</summary>
    public static int Of(PSHost? host)
    {
        try
        {
            int width = host?.UI?.RawUI?.BufferSize.Width ?? 0;
            return width > 0 ? Math.Max(Least, width - 1) : Usual;
        }
        catch (Exception exception) when (exception is HostException or NotImplementedException or IOException)
        {
            // A host without a screen says so in one of these ways.
            return Usual;
        }
    }
}
