using SmtpServer;
using SmtpServer.IO;
using SmtpServer.Net;

namespace ListmonkPS.TestBench.Mail;

/// <summary>
/// Listeners whose replies are exactly those asked for: the library adds the number of tries left to a refusal, and a text that no real server
/// says would end up in logs and be classed.
/// </summary>
internal sealed class PlainReplyListeners : EndpointListenerFactory
{
    public override IEndpointListener CreateListener(IEndpointDefinition endpointDefinition) => new Listener(base.CreateListener(endpointDefinition));

    private sealed class Listener(IEndpointListener inner) : IEndpointListener
    {
        public async Task<ISecurableDuplexPipe> GetPipeAsync(ISessionContext context, CancellationToken cancellationToken) =>
            new PlainReplyPipe(await inner.GetPipeAsync(context, cancellationToken));

        public void Dispose() => inner.Dispose();
    }
}
