using System.Text;

namespace ListmonkPS.TestBench.Smtp;

/// <summary>What the server does at its turn.</summary>
public sealed record ScriptAnswer
{
    /// <summary>What comes afterwards.</summary>
    public enum Ending
    {
        /// <summary>The conversation goes on.</summary>
        GoOn,

        /// <summary>The connection is closed.</summary>
        Close,

        /// <summary>The connection is reset.</summary>
        Abort,

        /// <summary>Nothing more is said; the connection stays open.</summary>
        Silence,
    }

    /// <summary>The bytes, piece by piece.</summary>
    public IEnumerable<byte[]> Pieces { get; init; } = [];

    /// <summary>Pause before each piece.</summary>
    public TimeSpan Pause { get; init; }

    /// <summary>What comes afterwards.</summary>
    public Ending End { get; init; }

    /// <summary>Says nothing any more.</summary>
    public static ScriptAnswer Silent { get; } = new() { End = Ending.Silence };

    /// <summary>Closes the connection.</summary>
    public static ScriptAnswer Closed { get; } = new() { End = Ending.Close };

    /// <summary>Resets the connection.</summary>
    public static ScriptAnswer Aborted { get; } = new() { End = Ending.Abort };

    /// <summary>A reply; several lines are parted by line feeds.</summary>
    public static ScriptAnswer Say(string reply) => Bytes(Encoding.UTF8.GetBytes(reply.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n"));

    /// <summary>A reply, then the end of the connection.</summary>
    public static ScriptAnswer SayAndClose(string reply) => Say(reply) with { End = Ending.Close };

    /// <summary>Bytes as they are.</summary>
    public static ScriptAnswer Bytes(params byte[][] pieces) => new() { Pieces = pieces };

    /// <summary>A reply byte by byte.</summary>
    public static ScriptAnswer Drip(string reply, TimeSpan pause) =>
        new() { Pieces = Encoding.UTF8.GetBytes(reply + "\r\n").Select(one => new[] { one }), Pause = pause };

    /// <summary>A reply of one line of so many bytes.</summary>
    public static ScriptAnswer Huge(int size) => new()
    {
        Pieces = Enumerable.Repeat(Encoding.ASCII.GetBytes(new string('x', 65_536)), size / 65_536).Prepend("220 "u8.ToArray()).Append("\r\n"u8.ToArray()),
    };

    /// <summary>A reply of lines that do not end.</summary>
    public static ScriptAnswer Endless(int code) => new() { Pieces = Forever(Encoding.ASCII.GetBytes($"{code}-and more\r\n")) };

    private static IEnumerable<byte[]> Forever(byte[] line)
    {
        while (true)
            yield return line;
    }
}
