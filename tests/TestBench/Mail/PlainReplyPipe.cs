using System.IO.Pipelines;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using SmtpServer.IO;

namespace ListmonkPS.TestBench.Mail;

/// <summary>A session's pipe with <see cref="PlainReplyWriter"/> on its way out.</summary>
internal sealed class PlainReplyPipe(ISecurableDuplexPipe inner) : ISecurableDuplexPipe
{
    private PlainReplyWriter _output = new(inner.Output);

    public PipeReader Input => inner.Input;

    public PipeWriter Output => _output;

    public bool IsSecure => inner.IsSecure;

    public SslProtocols SslProtocol => inner.SslProtocol;

    public async Task UpgradeAsync(X509Certificate certificate, SslProtocols protocols, CancellationToken cancellationToken = default)
    {
        await inner.UpgradeAsync(certificate, protocols, cancellationToken);
        _output = new PlainReplyWriter(inner.Output);
    }

    public void Dispose() => inner.Dispose();
}
