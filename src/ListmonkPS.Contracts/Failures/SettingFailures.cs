namespace ListmonkPS;

/// <summary>Failures of reading and changing settings. A value that may be a secret is never repeated.</summary>
internal static class SettingFailures
{
    /// <summary>No key has this name.</summary>
    /// <param name="name">Name as typed.</param>
    /// <param name="nearest">Names that may be meant, nearest first.</param>
    public static Failure SettingNotFound(string name, IReadOnlyCollection<string> nearest) => new(
        nameof(SettingNotFound),
        FailureCategory.ObjectNotFound,
        name,
        name,
        nearest.Count == 0 ? "" : Texts.Format("failure.SettingNotFound.nearest", string.Join(", ", nearest)));

    /// <summary>The key exists, but not in the version of this server.</summary>
    /// <param name="key">The key.</param>
    /// <param name="version">Version of the server, made harmless.</param>
    /// <param name="since">First version with the key; null when it was there from the start.</param>
    /// <param name="until">First version without the key; null while it lives.</param>
    public static Failure SettingNotInVersion(string key, string version, string? since, string? until) => new(
        nameof(SettingNotInVersion),
        FailureCategory.ObjectNotFound,
        key,
        key,
        version,
        since is null
            ? Texts.Format("failure.SettingNotInVersion.until", until)
            : until is null
                ? Texts.Format("failure.SettingNotInVersion.since", since)
                : Texts.Format("failure.SettingNotInVersion.between", since, until));

    /// <summary>listmonk's API leaves this key out; only the database has it.</summary>
    public static Failure SettingNotInApi(string key) => new(nameof(SettingNotInApi), FailureCategory.ResourceUnavailable, key, key);

    /// <summary>The API fails at reading the settings and there is no database to read them from.</summary>
    /// <param name="session">Name of the session.</param>
    public static Failure SettingsUnreadable(string session) => new(nameof(SettingsUnreadable), FailureCategory.InvalidData, session, session);

    /// <summary>The value is not of the key's type or form.</summary>
    /// <param name="key">The key.</param>
    /// <param name="wanted">What it takes, in words.</param>
    /// <param name="example">A value that it takes, as typed in PowerShell.</param>
    /// <param name="given">What was given, harmless and no secret.</param>
    public static Failure WrongType(string key, string wanted, string example, string given) =>
        new(nameof(WrongType), FailureCategory.InvalidArgument, key, key, wanted, given, example);

    /// <summary>The value holds the character with which secrets are masked.</summary>
    public static Failure MaskedValue(string key) => new(nameof(MaskedValue), FailureCategory.InvalidArgument, key, key);

    /// <summary>The setting is an array or object, which is changed member by member.</summary>
    /// <param name="key">The key.</param>
    /// <param name="members">Some of its members as they are addressed.</param>
    public static Failure SettingNotScalar(string key, string members) => new(nameof(SettingNotScalar), FailureCategory.InvalidOperation, key, key, members);

    /// <summary>The setting has no such member or block.</summary>
    /// <param name="address">Address as typed.</param>
    /// <param name="there">Addresses that there are; empty for none.</param>
    public static Failure SettingMemberNotFound(string address, IReadOnlyCollection<string> there) => new(
        nameof(SettingMemberNotFound),
        FailureCategory.ObjectNotFound,
        address,
        address,
        there.Count == 0 ? Texts.Format("failure.SettingMemberNotFound.none") : Texts.Format("failure.SettingMemberNotFound.there", string.Join(", ", there)));

    /// <summary>The address fits several blocks of an array.</summary>
    /// <param name="address">Address as typed.</param>
    /// <param name="ways">An address of each that fits no other.</param>
    public static Failure SettingMemberAmbiguous(string address, IReadOnlyCollection<string> ways) =>
        new(nameof(SettingMemberAmbiguous), FailureCategory.InvalidArgument, address, address, string.Join(", ", ways));

    /// <summary>The member is that by which listmonk knows a block.</summary>
    public static Failure SettingMemberFixed(string address) => new(nameof(SettingMemberFixed), FailureCategory.InvalidOperation, address, address);

    /// <summary>The row has a value of the wrong type, so that its members cannot be reached.</summary>
    /// <param name="address">Address as typed.</param>
    /// <param name="key">The key.</param>
    public static Failure SettingRowUnusable(string address, string key) =>
        new(nameof(SettingRowUnusable), FailureCategory.InvalidOperation, address, address, key);

    /// <summary>One setting was given two values.</summary>
    public static Failure SettingGivenTwice(string address) => new(nameof(SettingGivenTwice), FailureCategory.InvalidArgument, address, address);

    /// <summary>No SMTP server would be enabled afterwards (G48).</summary>
    public static Failure LastSmtpServer(string address) => new(nameof(LastSmtpServer), FailureCategory.InvalidOperation, address, address);

    /// <summary>Another value keeps listmonk from starting: the reload that the change brings about would stop it (3.3, 3.4).</summary>
    /// <param name="address">Address of the change.</param>
    /// <param name="others">Addresses of those values.</param>
    public static Failure StopsAtReload(string address, string others) =>
        new(nameof(StopsAtReload), FailureCategory.InvalidOperation, address, address, others);

    /// <summary>Two SMTP servers or messengers would have one name.</summary>
    /// <param name="address">Address of the name.</param>
    /// <param name="name">The name, harmless.</param>
    public static Failure MessengerNameTaken(string address, string name) =>
        new(nameof(MessengerNameTaken), FailureCategory.InvalidArgument, address, address, name);

    /// <summary>The API takes an empty secret for one that is to be kept (G7).</summary>
    public static Failure SecretCannotBeEmptied(string address) => new(nameof(SecretCannotBeEmptied), FailureCategory.InvalidOperation, address, address);

    /// <summary>Written through the API, listmonk reloads by itself.</summary>
    public static Failure ReloadCannotBeKeptBack(string address) => new(nameof(ReloadCannotBeKeptBack), FailureCategory.InvalidOperation, address, address);

    /// <summary>The server has the key, but this module does not know its type.</summary>
    public static Failure SettingTypeUnknown(string key) => new(nameof(SettingTypeUnknown), FailureCategory.InvalidOperation, key, key);

    /// <summary>The row is missing and the API cannot make it (G5).</summary>
    public static Failure SettingRowMissing(string key) => new(nameof(SettingRowMissing), FailureCategory.InvalidOperation, key, key);

    /// <summary>The row has a value of the wrong type, and the API fails over it (G32).</summary>
    public static Failure SettingRowWrongType(string key) => new(nameof(SettingRowWrongType), FailureCategory.InvalidOperation, key, key);

    /// <summary>Writing all settings would mix up or lose the secrets of an array (G7).</summary>
    /// <param name="key">The setting to be changed.</param>
    /// <param name="array">The array whose blocks cannot be told apart.</param>
    /// <param name="count">How many of its blocks have no uuid.</param>
    public static Failure SettingWouldLoseSecret(string key, string array, int count) =>
        new(nameof(SettingWouldLoseSecret), FailureCategory.InvalidOperation, key, key, array, count);

    /// <summary>Somebody else changed the setting between plan and write; nothing was written.</summary>
    public static Failure SettingChangedMeanwhile(string key) => new(nameof(SettingChangedMeanwhile), FailureCategory.ResourceBusy, key, key);

    /// <summary>The write was accepted, but the setting does not have the new value.</summary>
    public static Failure SettingNotStored(string key) => new(nameof(SettingNotStored), FailureCategory.InvalidResult, key, key);

    /// <summary>The write was accepted, but reading it back failed.</summary>
    /// <param name="key">The key.</param>
    /// <param name="reason">Message of the failure.</param>
    public static Failure SettingNotReadBack(string key, string reason) => new(nameof(SettingNotReadBack), FailureCategory.InvalidResult, key, key, reason);

    /// <summary>The server did not come back after it restarted itself.</summary>
    /// <param name="key">The setting that was changed.</param>
    /// <param name="session">Name of the session.</param>
    /// <param name="isSeenStored">True when the new value was read back, false when the server only said that it took it.</param>
    /// <param name="bound">How long it was waited for.</param>
    public static Failure ServerNotBack(string key, string session, bool isSeenStored, TimeSpan bound) => new(
        nameof(ServerNotBack),
        FailureCategory.OperationTimeout,
        session,
        key,
        session,
        bound.TotalSeconds,
        Texts.Format("failure.ServerNotBack." + (isSeenStored ? "stored" : "accepted")));

    /// <summary>The database takes no changes of settings from our role, and there is no API.</summary>
    /// <param name="key">The setting that was to be changed.</param>
    /// <param name="place">host:port/name.</param>
    public static Failure SettingsReadOnly(string key, string place) =>
        new(nameof(SettingsReadOnly), FailureCategory.PermissionDenied, key, key, place);

    /// <summary>The server's log could not be saved; nothing was changed, since the restart would have emptied it.</summary>
    /// <param name="folder">Folder for which the log was meant.</param>
    /// <param name="key">The setting that was to be changed.</param>
    public static Failure LogNotSaved(string folder, string key) => new(nameof(LogNotSaved), FailureCategory.WriteError, folder, folder, key);
}
