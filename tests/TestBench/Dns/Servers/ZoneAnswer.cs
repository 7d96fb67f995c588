using ListmonkPS.Core.Dns.Lookup.Records;

namespace ListmonkPS.TestBench.Dns.Servers;

/// <summary>Makes the octets of an answer, right or wrong in a scripted way.</summary>
internal static class ZoneAnswer
{
    private const int PlainSize = 512;
    private const int LargestMessage = ushort.MaxValue;
    private const int FormatError = 1;
    private const int ServerFailure = 2;
    private const int Refused = 5;
    private const int PrivateType = 65280;

    /// <summary>The answer to a query; null for silence.</summary>
    /// <param name="query">The query.</param>
    /// <param name="reply">What the zone says.</param>
    /// <param name="fault">What to do wrong.</param>
    public static byte[]? Make(ZoneQuery query, ZoneReply reply, ZoneFault fault) => fault switch
    {
        ZoneFault.Silence => null,
        ZoneFault.TruncationWithoutTcp when query.IsTcp => null,
        ZoneFault.Truncation or ZoneFault.TruncationWithoutTcp or ZoneFault.BrokenTcp when !query.IsTcp => Begin(query, 0, isCut: true).Finish(0),
        ZoneFault.Lame => Referral(query),
        ZoneFault.WrongId => Right(query with { Id = (ushort)(query.Id + 1) }, reply),
        ZoneFault.WrongQuestion => Right(Other(query), reply),
        ZoneFault.CnameLoop => Loop(query),
        ZoneFault.CompressionLoop => Begin(query, 0).AddOctets(0xC0, PointerTarget(query)).AddData((int)DnsRecordType.A, [192, 0, 2, 1]).Finish(1),
        ZoneFault.CompressionBomb => query.IsTcp ? Bomb(query) : Begin(query, 0, isCut: true).Finish(0),
        ZoneFault.LargestAnswer => query.IsTcp ? Largest(query) : Begin(query, 0, isCut: true).Finish(0),
        ZoneFault.ServFail => Begin(query, ServerFailure).Finish(0),
        ZoneFault.Refused => new MessageWriter(query.Id, [], Refused).Finish(0),
        ZoneFault.NoEdns when query.EdnsSize is not null => new MessageWriter(query.Id, [], FormatError).Finish(0),
        ZoneFault.Garbage => [0x48, 0x54, 0x54, 0x50, 0x2F],
        ZoneFault.Cut => Right(query, reply) is { } whole ? whole[..^3] : null,
        ZoneFault.NoQuestion => Right(query with { QuestionOctets = [] }, reply),
        _ => Right(query, reply),
    };

    private static byte[]? Right(ZoneQuery query, ZoneReply reply)
    {
        if (reply.Code is not { } code)
            return null;
        MessageWriter writer = Begin(query, code);
        foreach (ZoneRecord record in reply.Answers)
            writer.Add(record);
        bool fits = query.IsTcp || writer.Length <= (query.EdnsSize ?? PlainSize);
        return fits ? writer.Finish(reply.Answers.Count) : Begin(query, code, isCut: true).Finish(0);
    }

    private static MessageWriter Begin(ZoneQuery query, int code, bool isCut = false) => new(query.Id, query.QuestionOctets, code, isCut);

    private static ZoneQuery Other(ZoneQuery query)
    {
        byte[] question = [.. query.QuestionOctets];
        question[1] = (byte)(question[1] == 'z' ? 'y' : 'z'); // first letter of the name
        return query with { QuestionOctets = question };
    }

    private static byte[] Referral(ZoneQuery query) => new MessageWriter(query.Id, query.QuestionOctets, 0, hasAuthority: false)
        .Add(new ZoneRecord("com", DnsRecordType.Ns, new HostRecord("a.gtld-servers.example")))
        .Finish(0, 1);

    private static byte[] Loop(ZoneQuery query)
    {
        string name = query.Question.Name;
        string other = "other." + name;
        return Begin(query, 0)
            .Add(new ZoneRecord(name, DnsRecordType.Cname, new HostRecord(other)))
            .Add(new ZoneRecord(other, DnsRecordType.Cname, new HostRecord(name)))
            .Finish(2);
    }

    /// <summary>Offset of the first octet behind the question: where the pointer itself stands.</summary>
    private static byte PointerTarget(ZoneQuery query) => (byte)(12 + query.QuestionOctets.Length);

    /// <summary>One record with blocks of labels, each ending in a pointer to the block before; then thousands of names that point at the last.</summary>
    private static byte[] Bomb(ZoneQuery query)
    {
        const int Blocks = 90;
        const int LabelsABlock = 80;
        MessageWriter writer = Begin(query, 0);
        writer.AddOctets(0);
        int start = writer.Length + 10;
        List<byte> blocks = [];
        int previous = -1;
        for (int block = 0; block < Blocks; block++)
        {
            int here = start + blocks.Count;
            for (int label = 0; label < LabelsABlock; label++)
                blocks.AddRange([1, (byte)'a']);
            blocks.AddRange(previous < 0 ? [0] : [(byte)(0xC0 | (previous >> 8)), (byte)previous]);
            previous = here;
        }

        writer.AddData(PrivateType, [.. blocks]);
        int records = 1;
        for (; writer.Length < LargestMessage - 20; records++)
            writer.AddOctets((byte)(0xC0 | (previous >> 8)), (byte)previous).AddData((int)DnsRecordType.Txt, [1, (byte)'x']);
        return writer.Finish(records);
    }

    private static byte[] Largest(ZoneQuery query)
    {
        MessageWriter writer = Begin(query, 0).AddOctets(0xC0, 12);
        int strings = (LargestMessage - writer.Length - 10) / 256;
        byte[] data = new byte[strings * 256];
        Array.Fill(data, (byte)'x');
        for (int at = 0; at < data.Length; at += 256)
            data[at] = 255;
        return writer.AddData((int)DnsRecordType.Txt, data).Finish(1);
    }
}
