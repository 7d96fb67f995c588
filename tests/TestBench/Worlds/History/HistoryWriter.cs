using Npgsql;
using NpgsqlTypes;

namespace ListmonkPS.TestBench.Worlds.History;

/// <summary>Puts people into the database by COPY, numbered in their order.</summary>
internal static class HistoryWriter
{
    public static async Task WriteAsync(NpgsqlConnection owner, IReadOnlyList<Person> people, CancellationToken ct)
    {
        await WriteSubscribersAsync(owner, people, ct);
        await WriteMembershipsAsync(owner, people, ct);
        await WriteBouncesAsync(owner, people, ct);
        await using NpgsqlCommand numbering = new("select setval('subscribers_id_seq', @last, true)", owner);
        numbering.Parameters.AddWithValue("last", people.Count);
        await numbering.ExecuteNonQueryAsync(ct);
    }

    private static async Task WriteSubscribersAsync(NpgsqlConnection owner, IReadOnlyList<Person> people, CancellationToken ct)
    {
        await using NpgsqlBinaryImporter copy = await owner.BeginBinaryImportAsync(
            "copy subscribers (id, uuid, email, name, status, created_at, updated_at) from stdin (format binary)", ct);
        for (int i = 0; i < people.Count; i++)
        {
            Person person = people[i];
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(i + 1, NpgsqlDbType.Integer, ct);
            await copy.WriteAsync(person.Uuid, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(person.Email, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(person.Name, NpgsqlDbType.Text, ct);
            // An enumeration travels as the bytes of its text.
            await copy.WriteAsync(person.Status, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(person.CreatedAt, NpgsqlDbType.TimestampTz, ct);
            await copy.WriteAsync(person.CreatedAt, NpgsqlDbType.TimestampTz, ct);
        }
        await copy.CompleteAsync(ct);
    }

    private static async Task WriteMembershipsAsync(NpgsqlConnection owner, IReadOnlyList<Person> people, CancellationToken ct)
    {
        await using NpgsqlBinaryImporter copy = await owner.BeginBinaryImportAsync(
            "copy subscriber_lists (subscriber_id, list_id, status, created_at, updated_at) from stdin (format binary)", ct);
        for (int i = 0; i < people.Count; i++)
        {
            foreach (Membership row in people[i].Memberships)
            {
                await copy.StartRowAsync(ct);
                await copy.WriteAsync(i + 1, NpgsqlDbType.Integer, ct);
                await copy.WriteAsync(row.ListId, NpgsqlDbType.Integer, ct);
                await copy.WriteAsync(row.Status, NpgsqlDbType.Text, ct);
                await copy.WriteAsync(row.CreatedAt, NpgsqlDbType.TimestampTz, ct);
                await copy.WriteAsync(row.UpdatedAt, NpgsqlDbType.TimestampTz, ct);
            }
        }
        await copy.CompleteAsync(ct);
    }

    private static async Task WriteBouncesAsync(NpgsqlConnection owner, IReadOnlyList<Person> people, CancellationToken ct)
    {
        await using NpgsqlBinaryImporter copy = await owner.BeginBinaryImportAsync(
            "copy bounces (subscriber_id, type, source, created_at) from stdin (format binary)", ct);
        for (int i = 0; i < people.Count; i++)
        {
            if (!people[i].Bounced)
                continue;
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(i + 1, NpgsqlDbType.Integer, ct);
            await copy.WriteAsync("hard", NpgsqlDbType.Text, ct);
            await copy.WriteAsync("mailbox", NpgsqlDbType.Text, ct);
            await copy.WriteAsync(people[i].CreatedAt.AddMinutes(1), NpgsqlDbType.TimestampTz, ct);
        }
        await copy.CompleteAsync(ct);
    }
}
