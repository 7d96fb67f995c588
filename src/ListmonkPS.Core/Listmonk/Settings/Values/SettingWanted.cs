using System.Globalization;
using System.Security;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;

namespace ListmonkPS.Core.Listmonk.Settings.Values;

/// <summary>What a key takes, in words and as an example: for the failure that refuses another value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Words">What it takes.</param>
/// <param name="Example">A value as it is typed in PowerShell.</param>
internal sealed record SettingWanted(SettingKey Key, string Words, string Example)
{
    private const int LongestEcho = 40;

    /// <summary>What a key takes.</summary>
    public static SettingWanted Of(SettingKey key)
    {
        (string word, object? argument, string example) = key.Type switch
        {
            SettingValueType.Boolean => ("boolean", null, "$true"),
            SettingValueType.Number => (key.Minimum is null ? "number" : "number-from", key.Minimum, key.Default?.ToJsonString() ?? "10"),
            SettingValueType.Duration => ("duration", null, "'1h30m'"),
            SettingValueType.Cron => ("cron", null, "'0 3 * * *'"),
            _ => key.Form switch
            {
                SettingForm.Url => ("url", null, "'https://lists.example.org'"),
                SettingForm.Address => ("address", null, "'News <news@example.org>'"),
                SettingForm.Language => ("language", null, "'en'"),
                SettingForm.Choice => ("choice", string.Join(", ", key.Choices), "'" + key.Choices[0] + "'"),
                SettingForm.Text => ("text", null, "'text'"),
                _ => ("line", (object?)null, "'text'"),
            },
        };
        return new SettingWanted(key, Texts.Format("setting.wanted." + word, argument), example);
    }

    /// <summary>The failure that refuses a value. A secret is not repeated, nor what somebody took for one.</summary>
    public Failure Refusal(object? given) => SettingFailures.WrongType(Key.Name, Words, Example, Echo(given));

    private string Echo(object? given) => given switch
    {
        null => Texts.Format("setting.given.nothing"),
        _ when Key.IsSecret || given is SecureString => Texts.Format("setting.given.secret"),
        string text => ValueText.Of(JsonValue.Create(text), LongestEcho),
        bool flag => flag ? "$true" : "$false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        System.Collections.IEnumerable => Texts.Format("setting.given.list"),
        _ => given.GetType().Name,
    };
}
