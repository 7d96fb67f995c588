namespace ListmonkPS.Core.Resend.Servers;

/// <summary>
/// What the account of a run stands for. By the API listmonk takes any of the mail servers that are switched on, by chance: such a run may use each of their
/// accounts, and whoever sends by one of them shares it.
/// </summary>
internal static class AccountNames
{
    /// <summary>Stands between the accounts of several mail servers.</summary>
    public const string Separator = "; ";

    /// <summary>The account of a run that may use each of some.</summary>
    public static string Join(IEnumerable<string> accounts) => string.Join(Separator, accounts.Distinct().Order(StringComparer.Ordinal));

    /// <summary>The accounts that a run with this account may use; in small letters, since host names have no others (RFC 4343).</summary>
    public static IReadOnlyList<string> Of(string account) => account.ToLowerInvariant().Split(Separator);
}
