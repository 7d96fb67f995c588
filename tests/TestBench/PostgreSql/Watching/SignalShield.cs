using System.Runtime.InteropServices;

namespace ListmonkPS.TestBench.PostgreSql.Watching;

/// <summary>Keeps the signals away that end the process being watched: the watchdog's main work begins only then.</summary>
internal sealed class SignalShield : IDisposable
{
    private static readonly PosixSignal[] Signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];

    private readonly PosixSignalRegistration[] _registrations =
        [.. Signals.Select(signal => PosixSignalRegistration.Create(signal, context => context.Cancel = true))];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations) registration.Dispose();
    }
}
