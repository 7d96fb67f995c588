using MailKit;
using MimeKit;
using MimeKit.IO;

namespace ListmonkPS.Core.Mail.Sending;

/// <summary>
/// Watches what a connection sends, so that after its loss it is known whether the final dot can have left. It keeps no byte of it.
/// </summary>
internal sealed class DotWatch : IProtocolLogger
{
    /// <summary>What the client holds back in its own buffer may have left without having been seen here.</summary>
    private const int Unseen = 8192;

    private bool _hasAskedForData;
    private bool _isData;
    private long _sent;

    /// <inheritdoc/>
    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    /// <summary>True once the message itself is being sent.</summary>
    public bool IsInData => _isData;

    /// <summary>A new mail begins.</summary>
    public void Reset() => (_hasAskedForData, _isData, _sent) = (false, false, 0);

    /// <summary>True when the final dot of this message can have left. A short message leaves whole with its dot; of a long one it is seen how much left.</summary>
    public bool CanHaveSentDot(MimeMessage message)
    {
        if (!_isData)
            return false;
        using MeasuringStream length = new();
        FormatOptions format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        message.WriteTo(format, length);
        return _sent + Unseen >= length.Length;
    }

    /// <inheritdoc/>
    public void LogConnect(Uri uri) => Reset();

    /// <inheritdoc/>
    public void LogClient(byte[] buffer, int offset, int count)
    {
        ReadOnlySpan<byte> bytes = buffer.AsSpan(offset, count);
        if (_isData)
            _sent += count;
        else if (bytes.SequenceEqual("DATA\r\n"u8))
            _hasAskedForData = true;
        else if (bytes.StartsWith("BDAT "u8)) // RFC 3030: nobody answers before the message is there
            _isData = true;
    }

    /// <inheritdoc/>
    public void LogServer(byte[] buffer, int offset, int count)
    {
        if (_hasAskedForData && count > 0 && buffer[offset] == (byte)'3')
            _isData = true;
        _hasAskedForData = false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
