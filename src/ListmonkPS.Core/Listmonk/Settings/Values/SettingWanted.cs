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

    private const int MostMembers = 4;

    /// <summary>What a key takes.</summary>
    public static SettingWanted Of(SettingKey key)
    {
        (string words, string example) = key.Type == SettingValueType.StringArray ? List(key) : Single(key);
        return new SettingWanted(key, key.IsNullable ? Texts.Format("setting.wanted.or-null", words) : words, example);
    }

    /// <summary>The members of a key as they are addressed, for a failure that says to change these.</summary>
    public static string MembersOf(SettingKey key)
    {
        string start = key.Name + (key.Type == SettingValueType.ObjectArray ? "/0/" : "/");
        return string.Join(", ", key.Members.Where(member => !member.IsFixed).Take(MostMembers).Select(member => start + member.Name));
    }

    private static (string Words, string Example) List(SettingKey key)
    {
        (string words, string example) = Single(key);
        return (Texts.Format("setting.wanted.list", words), $"@({example})");
    }

    private static (string Words, string Example) Single(SettingKey key) => key.Type switch
    {
        SettingValueType.Boolean => (Word("boolean"), "$true"),
        SettingValueType.Number => (Number(key), key.Default?.ToJsonString() ?? (key.Minimum ?? 10).ToString(CultureInfo.InvariantCulture)),
        SettingValueType.Duration => (Word(key.Minimum is null ? "duration" : "duration-from", key.Minimum), "'1h30m'"),
        SettingValueType.Cron => (Word("cron"), "'0 3 * * *'"),
        _ => Text(key),
    };

    private static string Number(SettingKey key) => key switch
    {
        { Maximum: { } maximum } => Word("number-between", $"{key.Minimum} to {maximum}"),
        { Minimum: { } minimum } => Word("number-from", minimum),
        _ => Word("number"),
    };

    private static (string Words, string Example) Text(SettingKey key) => key.Form switch
    {
        SettingForm.Url => (Word("url"), "'https://lists.example.org'"),
        SettingForm.WebAddress => (Word("web-address"), "'https://example.org/hook'"),
        SettingForm.Address => (Word("address"), "'News <news@example.org>'"),
        SettingForm.Language => (Word("language"), "'en'"),
        SettingForm.Choice => (Word("choice", string.Join(", ", key.Choices.Where(choice => choice.Length > 0))), $"'{key.Choices[0]}'"),
        SettingForm.Host => (Word("host"), "'smtp.example.org'"),
        SettingForm.SmtpName => (Word("smtp-name"), "'primary'"),
        SettingForm.Name => (Word("name"), "'name'"),
        SettingForm.Domain => (Word("domain"), "'example.org'"),
        SettingForm.Headers => (Word("headers"), "@{ 'X-Mailed-By' = 'Example' }"),
        SettingForm.Text => (Word("text"), "'text'"),
        _ => (Word("line"), "'text'"),
    };

    private static string Word(string word, object? argument = null) => Texts.Format("setting.wanted." + word, argument);

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
