using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ListmonkPS.Core.Safety;

/// <summary>What POSIX can do with files and the base class library cannot ask for.</summary>
internal static partial class PosixFile
{
    private const string Library = "libc";

    /// <summary>errno of a name that is taken, on Linux, macOS and the BSDs alike.</summary>
    private const int NameTaken = 17;

    /// <summary>Gives a file a second name, if that is free: asking and taking are one step.</summary>
    /// <returns>False when the file system has no links, or another trouble, which the caller's next attempt will tell.</returns>
    /// <exception cref="IOException">The name is taken.</exception>
    public static bool TryLink(string file, string name)
    {
        bool isDone = Link(file, name) == 0;
        return !isDone && Marshal.GetLastPInvokeError() == NameTaken ? throw new IOException(Marshal.GetLastPInvokeErrorMessage()) : isDone;
    }

    /// <summary>Waits until the names in a folder are on disk: a file that is there can lose its name when the power fails.</summary>
    /// <exception cref="IOException">The disk fails.</exception>
    public static void FlushFolder(string folder)
    {
        // A folder that may be written but not read cannot be opened: its names are then as safe as the system makes them by itself.
        using SafeFileHandle handle = new(Open(folder, 0), ownsHandle: true);
        if (!handle.IsInvalid) RandomAccess.FlushToDisk(handle);
    }

    [LibraryImport(Library, EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string file, string name);

    [LibraryImport(Library, EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Open(string path, int flags);
}
