using System.Net.Mail;
using System.Text;
using System.Text.RegularExpressions;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;

namespace ListmonkPS.Core.Listmonk.Settings.Values;

/// <summary>Checks the text of a string setting against what the start of listmonk makes of it.</summary>
internal static partial class TextForm
{
    /// <summary>What listmonk itself puts before the name of an SMTP server when all settings are saved (contract 3.3).</summary>
    private const string SmtpPrefix = "email-";

    /// <summary>The text to store; null when it does not have the form.</summary>
    public static string? Of(SettingKey key, string text)
    {
        if (!IsStorable(text, key.Form == SettingForm.Text) || !HasForm(key, text)) return null;
        return key.Form switch
        {
            // Links are built by appending "/subscription/...": listmonk's own form cuts the slashes, its start since v5 cuts one only.
            SettingForm.Url => text.TrimEnd('/'),
            SettingForm.SmtpName => SmtpName(text),
            _ => text,
        };
    }

    /// <summary>The name of an SMTP server as listmonk stores it.</summary>
    public static string SmtpName(string text)
    {
        if (text.Length == 0) return "";
        string bare = NotInName().Replace(text.ToLowerInvariant(), "-").Replace(SmtpPrefix, "", StringComparison.Ordinal);
        return SmtpPrefix + bare;
    }

    /// <summary>True for a text on one line that jsonb takes.</summary>
    public static bool IsLine(string text) => IsStorable(text, hasLines: false);

    private static bool HasForm(SettingKey key, string text) => (key.Type, key.Form) switch
    {
        (SettingValueType.Duration, _) => DurationText.SecondsOf(text) is { } seconds && !(seconds < key.Minimum),
        (SettingValueType.Cron, _) => CronText.IsValid(text),
        (_, SettingForm.Url) => IsUrl(text),
        (_, SettingForm.WebAddress) => text.Length == 0 || IsWebAddress(text),
        (_, SettingForm.Address) => IsAddress(text),
        (_, SettingForm.Language) => Language().IsMatch(text),
        (_, SettingForm.Choice) => key.Choices.Contains(text, StringComparer.Ordinal),
        (_, SettingForm.Host) => Host().IsMatch(text),
        (_, SettingForm.Domain) => Domain().IsMatch(text),
        (_, SettingForm.Name) => text.Trim().Length > 0,
        (_, SettingForm.SmtpName) => text.Length == 0 || (Name().IsMatch(text) && SmtpName(text) != SmtpPrefix && !text.Equals("email", StringComparison.OrdinalIgnoreCase)),
        _ => true,
    };

    /// <summary>jsonb takes neither NUL nor half a surrogate pair; other control characters have no place in a setting, line breaks and tabs only in a longer text.</summary>
    private static bool IsStorable(string text, bool hasLines)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune) && !(hasLines && rune.Value is '\t' or '\n' or '\r')) return false;
        }

        return IsWellFormed(text);
    }

    private static bool IsWellFormed(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!Rune.TryGetRuneAt(text, i, out _)) return false;
            i++;
        }

        return true;
    }

    private static bool IsUrl(string text) => IsWebAddress(text)
        && new Uri(text) is { UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 }
        && text.IndexOfAny(['?', '#']) < 0;

    private static bool IsWebAddress(string text) =>
        !text.Any(char.IsWhiteSpace)
        && Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Host.Length > 0
        && text.IndexOfAny(['"', '<', '>', '\\']) < 0;

    /// <summary>One address, alone or in angle brackets after a name (RFC 5322 section 3.4); a name with special characters has to be quoted.</summary>
    private static bool IsAddress(string text) => NamedAddress().Match(text) is { Success: true } match
        && MailAddress.TryCreate(match.Groups["address"].Value, out MailAddress? address)
        && address.Address == match.Groups["address"].Value;

    [GeneratedRegex(
        @"\A(?:(?<address>[^\s<>]+)|(?:(?:""(?:[^""\\]|\\.)*""|[^()<>\[\]:;@\\,""]+)\s*)?<(?<address>[^\s<>]+)>)\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamedAddress();

    [GeneratedRegex(@"\A[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Language();

    [GeneratedRegex(@"\A[^\s/]{1,255}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Host();

    [GeneratedRegex(@"\A(?:\*\.)?[^\s@*/,;]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Domain();

    [GeneratedRegex(@"\A[A-Za-z0-9-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex("[^a-z0-9-]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotInName();
}
