using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.TestBench.StandIn.Loaded;

namespace ListmonkPS.TestBench.StandIn.Smtp;

/// <summary>The connections to one SMTP server: at most <c>max_conns</c> at a time, with the leaks of the version (6.2).</summary>
internal sealed class SmtpPool(SmtpBlock block, Quirks quirks) : IDisposable
{
    private readonly SemaphoreSlim _free = new(block.MaxConnections + (quirks.PoolLeaksFailedConnections ? 1 : 0));

    public SmtpBlock Block => block;

    /// <summary>Sends over a connection of the pool, with the attempts and the pauses of the block.</summary>
    /// <exception cref="SendFailureException">It was refused or could not be tried.</exception>
    public async Task SendAsync(OutgoingMail mail, CancellationToken lifetime)
    {
        OutgoingMail dressed = AddHeaders(mail);
        for (int attempt = 1; attempt <= block.Attempts; attempt++)
        {
            try
            {
                await SendOnceAsync(dressed, lifetime);
                return;
            }
            catch (Exception e) when (SmtpFault.Describe(e, block) is { } text)
            {
                bool isRetried = quirks.RetriesLostConnections && SmtpFault.IsRetried(e);
                // B3: the loop forgets the error, and after the last attempt nobody is told that there was no mail.
                if (!isRetried || (attempt == block.Attempts && !quirks.LosesMailSilently))
                    throw new SendFailureException(text);
            }
            await Task.Delay(block.RetryDelay, lifetime);
        }
    }

    public void Dispose() => _free.Dispose();

    private async Task SendOnceAsync(OutgoingMail mail, CancellationToken lifetime)
    {
        if (!await _free.WaitAsync(block.WaitTimeout, lifetime))
            throw new SendFailureException("timed out waiting for free conn in pool");
        bool leaked = false;
        try
        {
            await SmtpSession.SendAsync(block, mail, quirks, lifetime);
        }
        catch (Exception e) when (quirks.PoolLeaksFailedConnections && SmtpFault.IsRetried(e))
        {
            // B2: a connection that failed stays counted; after max_conns + 1 of them none is ever opened again.
            leaked = true;
            throw;
        }
        finally
        {
            if (!leaked && !lifetime.IsCancellationRequested)
                _free.Release();
        }
    }

    /// <summary>Headers of the block go into every mail; Return-Path is the envelope sender instead (3.3).</summary>
    private OutgoingMail AddHeaders(OutgoingMail mail)
    {
        OutgoingMail dressed = mail;
        foreach ((string name, string value) in block.Headers)
        {
            if (name.Equals("Return-Path", StringComparison.OrdinalIgnoreCase))
                dressed = mail with { From = MimeKit.MailboxAddress.Parse(value) };
            else
                mail.Message.Headers[name] = value;
        }
        return dressed;
    }
}
