using System.Text;
using ListmonkPS.Core.Dns.Lookup.Records;

namespace ListmonkPS.TestBench.Dns.Servers;

/// <summary>Writes an answer in the form of RFC 1035 4.1, without compression.</summary>
internal sealed class MessageWriter
{
    /// <summary>Longest character-string (RFC 1035 3.3).</summary>
    private const int LongestString = 255;

    private const ushort ResponseBit = 0x8000;
    private const ushort AuthorityBit = 0x0400;
    private const ushort CutBit = 0x0200;
    private const ushort RecursionBits = 0x0180;
    private const int AnswerCountAt = 6;

    private readonly List<byte> _octets = [];

    /// <summary>Begins an answer to a query.</summary>
    /// <param name="id">Id.</param>
    /// <param name="question">Question section; empty for none.</param>
    /// <param name="code">Response code.</param>
    /// <param name="isCut">True to say that the answer was cut.</param>
    /// <param name="hasAuthority">False for a server that is not responsible.</param>
    public MessageWriter(ushort id, byte[] question, int code, bool isCut = false, bool hasAuthority = true)
    {
        Write16(id);
        Write16(ResponseBit | (hasAuthority ? AuthorityBit | RecursionBits : 0) | (isCut ? CutBit : 0) | code);
        Write16(question.Length > 0 ? 1 : 0);
        Write16(0);
        Write16(0);
        Write16(0);
        _octets.AddRange(question);
    }

    /// <summary>Octets so far.</summary>
    public int Length => _octets.Count;

    /// <summary>The whole message.</summary>
    /// <param name="answers">Records in the answer section.</param>
    /// <param name="authorities">Records in the authority section.</param>
    public byte[] Finish(int answers, int authorities = 0)
    {
        byte[] message = _octets.ToArray();
        message[AnswerCountAt] = (byte)(answers >> 8);
        message[AnswerCountAt + 1] = (byte)answers;
        message[AnswerCountAt + 3] = (byte)authorities;
        return message;
    }

    /// <summary>Adds a record.</summary>
    public MessageWriter Add(ZoneRecord record)
    {
        WriteName(record.Owner);
        byte[] data = Data(record.Data);
        return AddData((int)record.Type, data);
    }

    /// <summary>Adds type, class, time to live and data of a record whose name was written.</summary>
    public MessageWriter AddData(int type, byte[] data)
    {
        Write16(type);
        Write16(1);
        Write16(0);
        Write16(60);
        Write16(data.Length);
        _octets.AddRange(data);
        return this;
    }

    /// <summary>Adds octets as they are.</summary>
    public MessageWriter AddOctets(params byte[] octets)
    {
        _octets.AddRange(octets);
        return this;
    }

    private static byte[] Data(DnsRecord record)
    {
        MessageWriter data = new(0, [], 0);
        data._octets.Clear();
        switch (record)
        {
            case AddressRecord address:
                data._octets.AddRange(address.Address.GetAddressBytes());
                break;
            case MxRecord mx:
                data.Write16(mx.Preference);
                data.WriteName(mx.Exchange);
                break;
            case HostRecord host:
                data.WriteName(host.Host);
                break;
            case TxtRecord text:
                data.WriteStrings(text.Strings);
                break;
        }

        return data._octets.ToArray();
    }

    private void WriteStrings(IReadOnlyList<string> strings)
    {
        foreach (string text in strings)
        {
            byte[] octets = Encoding.UTF8.GetBytes(text);
            for (int at = 0; at == 0 || at < octets.Length; at += LongestString)
            {
                byte[] part = octets[at..Math.Min(octets.Length, at + LongestString)];
                _octets.Add((byte)part.Length);
                _octets.AddRange(part);
            }
        }
    }

    private void WriteName(string name)
    {
        foreach (string label in name.Length == 0 ? [] : name.Split('.'))
        {
            byte[] octets = Encoding.UTF8.GetBytes(label);
            _octets.Add((byte)octets.Length);
            _octets.AddRange(octets);
        }

        _octets.Add(0);
    }

    private void Write16(int value)
    {
        _octets.Add((byte)(value >> 8));
        _octets.Add((byte)value);
    }
}
