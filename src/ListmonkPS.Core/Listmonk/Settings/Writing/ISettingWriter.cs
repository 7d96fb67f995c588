using ListmonkPS.Core.Listmonk.Settings.Reading;

namespace ListmonkPS.Core.Listmonk.Settings.Writing;

/// <summary>Writes settings in one way.</summary>
internal interface ISettingWriter
{
    /// <summary>Writes all changes or none.</summary>
    /// <param name="change">The changes.</param>
    /// <param name="before">The settings as they were read last; a writer that cannot write by condition reads them once more itself.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FailureException">Refused, or changed meanwhile; nothing is written then.</exception>
    Task<WriteOutcome> WriteAsync(PlannedChange change, SettingSnapshot before, CancellationToken cancellation);
}
