using System.Collections;
using System.Globalization;
using System.Net;
using System.Security;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;

namespace ListmonkPS.Core.Listmonk.Settings.Values;

/// <summary>
/// Turns a value as given into the JSON that listmonk wants for a key, or refuses it. It must be strict: set by key, listmonk checks nothing (G50),
/// and a row of the wrong type makes every settings page fail (G32).
/// </summary>
internal static class SettingConversion
{
    /// <summary>Largest whole number that a double holds exactly.</summary>
    private const double LargestExact = 9007199254740992;

    /// <summary>The JSON for a value.</summary>
    /// <exception cref="FailureException">SettingNotScalar, MaskedValue or WrongType.</exception>
    /// <returns>The JSON; null for JSON null, which only few members take.</returns>
    public static JsonNode? Convert(SettingKey key, object? given)
    {
        if (!key.IsSettable) throw new FailureException(SettingFailures.SettingNotScalar(key.Name, SettingWanted.MembersOf(key)));
        if (given is null && key.IsNullable) return null;
        object? plain = given is SecureString secret ? new NetworkCredential("", secret).Password : given;
        if (HasMask(plain)) throw new FailureException(SettingFailures.MaskedValue(key.Name));
        return key.Type switch
        {
            SettingValueType.Boolean => (JsonNode?)Boolean(plain),
            SettingValueType.Number => Number(plain, key.Minimum, key.Maximum),
            SettingValueType.StringArray => ListConversion.Texts(key, plain),
            SettingValueType.ObjectArray => ListConversion.Headers(plain),
            _ => Text(key, plain),
        } ?? throw new FailureException(SettingWanted.Of(key).Refusal(given));
    }

    private static bool HasMask(object? given) => given switch
    {
        string text => text.Contains(SettingMask.Bullet, StringComparison.Ordinal),
        IDictionary members => HasMask(members.Values),
        IEnumerable items => items.Cast<object?>().Any(HasMask),
        _ => false,
    };

    /// <summary>True and false, also as text and as PowerShell writes them; not 1, on or yes, which other fields use for other things.</summary>
    private static JsonValue? Boolean(object? given) => given switch
    {
        bool flag => JsonValue.Create(flag),
        string text when IsWord(text, "true") => JsonValue.Create(true),
        string text when IsWord(text, "false") => JsonValue.Create(false),
        _ => null,
    };

    private static bool IsWord(string text, string word)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        return (trimmed.StartsWith("$", StringComparison.Ordinal) ? trimmed[1..] : trimmed).Equals(word, StringComparison.OrdinalIgnoreCase);
    }

    private static JsonValue? Number(object? given, long? minimum, long? maximum)
    {
        long? number = given switch
        {
            sbyte or byte or short or ushort or int or uint or long => System.Convert.ToInt64(given, CultureInfo.InvariantCulture),
            ulong large when large <= long.MaxValue => (long)large,
            decimal exact when exact == decimal.Truncate(exact) && exact is >= long.MinValue and <= long.MaxValue => (long)exact,
            double or float when System.Convert.ToDouble(given, CultureInfo.InvariantCulture) is double real
                && Math.Truncate(real) == real && Math.Abs(real) <= LargestExact => (long)real,
            string text when long.TryParse(text.AsSpan().Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long parsed) => parsed,
            _ => null,
        };
        return number is { } whole && !(whole < minimum) && !(whole > maximum) ? JsonValue.Create(whole) : null;
    }

    private static JsonValue? Text(SettingKey key, object? given) => (given as string) is { } text && TextForm.Of(key, text) is { } good ? JsonValue.Create(good) : null;
}
