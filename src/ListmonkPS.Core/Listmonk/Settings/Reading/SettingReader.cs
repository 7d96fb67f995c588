namespace ListmonkPS.Core.Listmonk.Settings.Reading;

/// <summary>Reads all settings: from the API, or from the database when there is no API or it cannot.</summary>
internal static class SettingReader
{
    /// <summary>The settings as they are stored now.</summary>
    /// <exception cref="FailureException">Neither way leads to them.</exception>
    public static async Task<SettingSnapshot> ReadAsync(SettingAccess access, INoticeSink notices, CancellationToken cancellation)
    {
        if (access.Api is null) return await FromDatabaseAsync(access, cancellation);
        try
        {
            return await FromApiAsync(access, cancellation);
        }
        catch (FailureException exception) when (access.Database is not null)
        {
            notices.Warning(Texts.Format("notice.setting.api-cannot", access.Session.Name, exception.Failure.Message));
            return await FromDatabaseAsync(access, cancellation);
        }
    }

    /// <summary>
    /// The settings as exactly as they can be known, for a change: from the database if there is one, since it shows missing rows and tells one
    /// secret from another; else from the API.
    /// </summary>
    /// <exception cref="FailureException">Neither way leads to them.</exception>
    public static async Task<SettingSnapshot> ReadExactAsync(SettingAccess access, INoticeSink notices, CancellationToken cancellation)
    {
        if (access.Database is null) return await FromApiAsync(access, cancellation);
        try
        {
            return await FromDatabaseAsync(access, cancellation);
        }
        catch (FailureException exception) when (access.Api is not null)
        {
            notices.Warning(Texts.Format("notice.setting.database-cannot", access.Session.Name, exception.Failure.Message));
            return await FromApiAsync(access, cancellation);
        }
    }

    /// <summary>The settings as the API shows them.</summary>
    public static async Task<SettingSnapshot> FromApiAsync(SettingAccess access, CancellationToken cancellation)
    {
        try
        {
            return SettingSnapshot.OfApi(await access.Api!.GetSettingsAsync(cancellation), access.Server.Version);
        }
        catch (FailureException exception) when (exception.Failure.Id == nameof(ConnectionFailures.ApiFailed))
        {
            // listmonk answers 500 when a row has a wrong JSON type (3.5); its text is translated, the status is all there is to go by.
            throw new FailureException(SettingFailures.SettingsUnreadable(access.Session.Name), exception);
        }
    }

    /// <summary>The settings as they stand in the table.</summary>
    public static async Task<SettingSnapshot> FromDatabaseAsync(SettingAccess access, CancellationToken cancellation) =>
        SettingSnapshot.OfDatabase(await access.Database!.ReadSettingRowsAsync(cancellation), access.Server.Version);
}
