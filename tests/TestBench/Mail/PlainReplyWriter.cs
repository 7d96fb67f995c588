using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.RegularExpressions;

namespace ListmonkPS.TestBench.Mail;

/// <summary>Hands replies on at each flush, without the library's remark on tries left.</summary>
internal sealed partial class PlainReplyWriter(PipeWriter inner) : PipeWriter
{
    private readonly ArrayBufferWriter<byte> _replies = new();

    public override Memory<byte> GetMemory(int sizeHint = 0) => _replies.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => _replies.GetSpan(sizeHint);

    public override void Advance(int bytes) => _replies.Advance(bytes);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        string replies = Remark().Replace(Encoding.UTF8.GetString(_replies.WrittenSpan), "");
        _replies.ResetWrittenCount();
        return inner.WriteAsync(Encoding.UTF8.GetBytes(replies), cancellationToken);
    }

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    [GeneratedRegex(@", \d+ retry\(ies\) remaining\.", RegexOptions.CultureInvariant)]
    private static partial Regex Remark();
}
