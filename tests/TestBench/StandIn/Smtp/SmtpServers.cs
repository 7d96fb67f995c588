using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.TestBench.StandIn.Loaded;

namespace ListmonkPS.TestBench.StandIn.Smtp;

/// <summary>The enabled SMTP servers of a process: each mail goes to one of them, by chance, and to no other when that one fails (G29).</summary>
internal sealed class SmtpServers(LoadedSettings settings, Quirks quirks) : IDisposable
{
    private readonly SmtpPool[] _pools = [.. settings.Smtp.Select(block => new SmtpPool(block, quirks))];

    /// <summary>Sends over one server.</summary>
    /// <exception cref="SendFailureException">It failed; the message says how.</exception>
    /// <exception cref="PanicException">There is no server (G48).</exception>
    public Task SendAsync(OutgoingMail mail, CancellationToken lifetime) => Choose(mail).SendAsync(mail, lifetime);

    public void Dispose()
    {
        foreach (SmtpPool pool in _pools)
            pool.Dispose();
    }

    /// <summary>The servers routed to this sender, by address before domain; without any, all (6.1).</summary>
    private SmtpPool Choose(OutgoingMail mail)
    {
        if (_pools.Length == 0)
            throw new PanicException("runtime error: index out of range");
        SmtpPool[] routed = Routed(mail.From.Address);
        if (routed.Length == 0)
            routed = Routed(mail.From.Domain);
        SmtpPool[] choice = routed.Length > 0 ? routed : _pools;
        return choice[Random.Shared.Next(choice.Length)];
    }

    private SmtpPool[] Routed(string sender) =>
        [.. _pools.Where(pool => pool.Block.FromAddresses.Contains(sender, StringComparer.OrdinalIgnoreCase))];
}
