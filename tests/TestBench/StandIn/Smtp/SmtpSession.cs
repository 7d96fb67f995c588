using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.TestBench.StandIn.Loaded;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace ListmonkPS.TestBench.StandIn.Smtp;

/// <summary>One real SMTP conversation by the words of a block: connect, TLS, AUTH, one message.</summary>
internal static class SmtpSession
{
    /// <summary>
    /// Sends the message. Only the TCP connect has a time limit, as in the server: one that accepts and then says nothing holds the caller
    /// until the process ends.
    /// </summary>
    [SuppressMessage("Security", "CA5359", Justification = "tls_skip_verify of a block means exactly this.")]
    public static async Task SendAsync(SmtpBlock block, OutgoingMail mail, Quirks quirks, CancellationToken lifetime)
    {
        using Socket socket = await ConnectAsync(block, lifetime);
        using SmtpClient client = new()
        {
            Timeout = int.MaxValue,
            LocalDomain = block.HelloHostName,
            CheckCertificateRevocation = false,
        };
        if (block.SkipsVerify)
            client.ServerCertificateValidationCallback = static (_, _, _, _) => true;
        try
        {
            await client.ConnectAsync(socket, block.Host, block.Port, Tls(block, quirks), lifetime);
        }
        catch (NotSupportedException)
        {
            throw new SendFailureException("SMTP STARTTLS extension not found");
        }
        await LogInAsync(client, block, lifetime);
        await client.SendAsync(mail.Message, mail.From, [mail.To], lifetime);
        await client.DisconnectAsync(quit: true, lifetime);
    }

    private static async Task<Socket> ConnectAsync(SmtpBlock block, CancellationToken lifetime)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(lifetime);
        limit.CancelAfter(block.WaitTimeout);
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(block.Host, block.Port, limit.Token);
            return socket;
        }
        catch (OperationCanceledException) when (!lifetime.IsCancellationRequested)
        {
            socket.Dispose();
            throw new SendFailureException($"dial tcp {block.Host}:{block.Port}: i/o timeout") { IsConnectFailure = true };
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task LogInAsync(SmtpClient client, SmtpBlock block, CancellationToken lifetime)
    {
        SaslMechanism? mechanism = block.AuthProtocol switch
        {
            "cram" => new SaslMechanismCramMd5(block.UserName, block.Password),
            "plain" => new SaslMechanismPlain(block.UserName, block.Password),
            "login" => new SaslMechanismLogin(block.UserName, block.Password),
            _ => null,
        };
        if (mechanism is null)
            return;
        if (!client.Capabilities.HasFlag(SmtpCapabilities.Authentication))
            throw new SendFailureException("SMTP AUTH extension not found");
        await client.AuthenticateAsync(mechanism, lifetime);
    }

    /// <summary>tls_type minds case; what an unknown word means changed with v5 (G31).</summary>
    private static SecureSocketOptions Tls(SmtpBlock block, Quirks quirks) => block.TlsType switch
    {
        "TLS" => SecureSocketOptions.SslOnConnect,
        "STARTTLS" => SecureSocketOptions.StartTls,
        "none" => SecureSocketOptions.None,
        _ => quirks.UnknownTlsTypeMeansStartTls ? SecureSocketOptions.StartTls : SecureSocketOptions.None,
    };
}
