using ListmonkPS.Core.Dns.Lookup;

namespace ListmonkPS.TestBench.Dns.Servers;

/// <summary>A query as it came over the wire.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Question">What is asked.</param>
/// <param name="IsTcp">True when it came over TCP.</param>
/// <param name="EdnsSize">Size that EDNS allows for UDP; null without EDNS.</param>
/// <param name="QuestionOctets">The question section, for the answer.</param>
internal sealed record ZoneQuery(ushort Id, DnsQuestion Question, bool IsTcp, int? EdnsSize, byte[] QuestionOctets)
{
    private const int HeaderSize = 12;
    private const int OptType = 41;

    /// <summary>Reads a query; null when it is none.</summary>
    public static ZoneQuery? Read(ReadOnlySpan<byte> message, bool isTcp)
    {
        if (message.Length < HeaderSize + 5 || (message[2] & 0x80) != 0)
            return null;
        List<string> labels = [];
        int at = HeaderSize;
        while (at < message.Length && message[at] is > 0 and < 64 and byte length && at + length + 5 < message.Length)
        {
            labels.Add(System.Text.Encoding.UTF8.GetString(message.Slice(at + 1, length)));
            at += length + 1;
        }

        int end = at + 5;
        int type = (message[at + 1] << 8) + message[at + 2];
        // An OPT record: root name, type, size.
        bool hasEdns = message[11] > 0 && message.Length >= end + 5 && (message[end + 1] << 8) + message[end + 2] == OptType;
        int? size = hasEdns ? (message[end + 3] << 8) + message[end + 4] : null;
        return new ZoneQuery(
            (ushort)((message[0] << 8) + message[1]),
            new DnsQuestion(string.Join('.', labels), (Core.Dns.Lookup.Records.DnsRecordType)type),
            isTcp,
            size,
            message[HeaderSize..end].ToArray());
    }
}
