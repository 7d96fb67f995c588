using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Values;

namespace ListmonkPS.Core.Tests.Listmonk.Settings.Edits;

/// <summary>One change that somebody might make: the address as it is typed, the value, and what the row has to be afterwards.</summary>
/// <param name="Address">Address.</param>
/// <param name="Key">The row.</param>
/// <param name="Value">Value as given.</param>
/// <param name="Apply">Makes the change in the row, independently of the module.</param>
internal sealed record RandomEdit(string Address, string Key, object? Value, Func<JsonNode?, JsonNode?> Apply)
{
    private static readonly string[] Switches = ["app.send_optin_confirmation", "app.check_updates", "privacy.allow_wipe", "privacy.record_optin_ip", "bounce.enabled"];
    private static readonly string[] Numbers = ["app.concurrency", "app.message_rate", "app.batch_size", "app.max_send_errors"];
    private static readonly string[] Lines = ["app.site_name", "app.logo_url", "upload.s3.bucket", "upload.s3.public_url"];
    private static readonly string[] Lists = ["privacy.domain_blocklist", "upload.extensions"];
    private static readonly string[] Secrets = ["bounce.sendgrid_key", "upload.s3.aws_secret_access_key"];
    private static readonly string[] Tls = ["none", "STARTTLS", "TLS"];

    /// <summary>A change, chosen by chance.</summary>
    /// <param name="random">Chance.</param>
    /// <param name="rows">The rows as they are.</param>
    public static RandomEdit Make(Random random, IReadOnlyDictionary<string, string> rows) => random.Next(11) switch
    {
        0 => Whole(Pick(random, Switches), random.Next(2) == 0),
        1 => Whole(Pick(random, Numbers), random.Next(1, 500)),
        2 => Whole(Pick(random, Lines), Text(random)),
        3 => Whole("app.root_url", $"https://{random.Next(1000)}.example.org{(random.Next(2) == 0 ? "/" : "")}", value => value.TrimEnd('/')),
        4 => Whole("app.message_sliding_window_duration", $"{random.Next(1, 90)}m{random.Next(60)}s"),
        5 => List(Pick(random, Lists), random),
        6 => Whole(Pick(random, Secrets), Secret(random)),
        7 => Member("bounce.actions", $"bounce.actions/{Pick(random, "soft", "hard", "complaint")}/count", ["", "count"], random.Next(1, 9)),
        8 => Block(random, rows, "messengers", Pick(random, ("timeout", (object)"7s"), ("max_conns", random.Next(1, 9)), ("password", Secret(random)))),
        9 => Block(random, rows, "bounce.mailboxes", Pick(random, ("port", (object)random.Next(1, 65536)), ("username", Text(random)), ("password", Secret(random)))),
        _ => Block(random, rows, "smtp", Pick(random, ("port", (object)random.Next(1, 65536)), ("username", Text(random)), ("password", Secret(random)),
            ("tls_type", Pick(random, Tls)), ("max_conns", random.Next(1, 20)), ("wait_timeout", $"{random.Next(1, 30)}s"), ("hello_hostname", "mail.example.org"))),
    };

    /// <summary>A secret that occurs once in all the world.</summary>
    private static string Secret(Random random) => $"Rn-{random.NextInt64():x16}-secret";

    private static string Text(Random random) => Pick(random, "plain", "\u5F20\u4F1F", "<b>'\"\\", "", "a;b,c", "\U0001F4EC") + random.Next(1000);

    private static RandomEdit Whole<T>(string key, T value, Func<T, T>? stored = null) =>
        new(key, key, value, _ => JsonValue.Create(stored is null ? value : stored(value)));

    private static RandomEdit List(string key, Random random)
    {
        string[] items = [.. Enumerable.Range(0, random.Next(4)).Select(_ => $"x{random.Next(100)}")];
        return new RandomEdit(key, key, items, _ => new JsonArray([.. items.Select(item => JsonValue.Create(item))]));
    }

    private static RandomEdit Member(string key, string address, string[] path, object value) => new(address, key, value, row =>
    {
        JsonNode copy = row!.DeepClone();
        copy[address.Split('/')[1]]![path[1]] = JsonValue.Create(value);
        return copy;
    });

    /// <summary>A member of one block, addressed in one of the ways that mean this block alone.</summary>
    private static RandomEdit Block(Random random, IReadOnlyDictionary<string, string> rows, string key, (string Name, object Value) member)
    {
        JsonArray blocks = JsonNode.Parse(rows[key])!.AsArray();
        int index = random.Next(blocks.Count);
        string[] ways = [.. new[] { $"{index}", (string?)blocks[index]!["uuid"], (string?)blocks[index]!["name"], (string?)blocks[index]!["host"] }.OfType<string>().Where(way => way.Length > 0)];
        return new RandomEdit($"{key}/{Pick(random, ways)}/{member.Name}", key, member.Value, row =>
        {
            JsonNode copy = row!.DeepClone();
            copy[index]![member.Name] = JsonValue.Create(member.Value);
            return copy;
        });
    }

    private static T Pick<T>(Random random, params T[] items) => items[random.Next(items.Length)];

    /// <summary>True when two rows are one but for what listmonk itself does.</summary>
    public static bool IsSame(string key, string? left, string? right) =>
        left == right || (left is not null && right is not null && StoredLikeness.IsSame(key, JsonNode.Parse(left), JsonNode.Parse(right)));
}
