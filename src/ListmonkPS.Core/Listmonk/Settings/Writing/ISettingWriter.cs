namespace ListmonkPS.Core.Listmonk.Settings.Writing;

/// <summary>Writes one setting in one way.</summary>
internal interface ISettingWriter
{
    /// <summary>Writes.</summary>
    /// <exception cref="FailureException">Refused; nothing is written then.</exception>
    Task<WriteOutcome> WriteAsync(PlannedChange change, CancellationToken cancellation);
}
