using ListmonkPS.Core.Listmonk.Database;
using Npgsql;

namespace ListmonkPS.Core.Resend.Due;

/// <summary>Asks listmonk's database. Questions that come while one is asked go together in the next: many senders cost few statements.</summary>
/// <param name="database">Where.</param>
internal sealed class DatabaseDueQuestion(ListmonkDatabase database) : IDueQuestion
{
    /// <summary>lists.status is there from v6 on; through jsonb it can be asked for in every version.</summary>
    private const string Sql = """
        SELECT s.id, s.uuid, s.email, s.name, s.status::text, l.id, l.uuid, l.name, l.type::text,
            (SELECT max(c.updated_at) FROM subscriber_lists c JOIN lists cl ON cl.id = c.list_id AND cl.optin = 'double'::list_optin
             WHERE c.subscriber_id = s.id AND c.status = 'confirmed'::subscription_status)
        FROM subscribers s
        LEFT JOIN (subscriber_lists sl JOIN lists l ON l.id = sl.list_id AND l.optin = 'double'::list_optin AND coalesce(to_jsonb(l) ->> 'status', 'active') = 'active')
            ON sl.subscriber_id = s.id AND sl.status = 'unconfirmed'::subscription_status
        WHERE s.id = ANY(@ids) ORDER BY s.id, l.id
        """;

    private readonly List<Question> _waiting = [];
    private bool _isAsking;

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<int, DueAnswer>> AskAsync(IReadOnlyList<ResendTarget> people, CancellationToken cancellation)
    {
        Question question = new(people);
        lock (_waiting)
        {
            _waiting.Add(question);
            if (!_isAsking)
                _ = Task.Run(AskWaitingAsync, CancellationToken.None);
            _isAsking = true;
        }

        return question.Answer.Task.WaitAsync(cancellation);
    }

    private async Task AskWaitingAsync()
    {
        while (true)
        {
            Question[] questions;
            lock (_waiting)
            {
                questions = [.. _waiting];
                _waiting.Clear();
                _isAsking = questions.Length > 0;
            }

            if (questions.Length == 0)
                return;
            await AnswerAsync(questions);
        }
    }

    private async Task AnswerAsync(Question[] questions)
    {
        try
        {
            ResendTarget[] all = [.. questions.SelectMany(question => question.People)];
            // Whoever waits may go away; the statement is bounded by itself and serves the others.
            Dictionary<int, OptInRecipient> found = await database.ReadAsync((connection, token) => ReadAsync(connection, all, token), CancellationToken.None);
            foreach (Question question in questions)
                question.Answer.SetResult(question.People.DistinctBy(person => person.Id).ToDictionary(person => person.Id, person => DueJudge.Judge(person, found.GetValueOrDefault(person.Id))));
        }
#pragma warning disable CA1031 // Whatever it is, each of those who wait gets it: nobody else would hear of it, and they would wait for ever.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            foreach (Question question in questions)
                question.Answer.TrySetException(exception);
        }
    }

    private static async Task<Dictionary<int, OptInRecipient>> ReadAsync(NpgsqlConnection connection, ResendTarget[] people, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(Sql, connection);
        command.Parameters.AddWithValue("ids", people.Select(person => person.Id).Distinct().ToArray());
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        Dictionary<int, OptInRecipient> found = new(people.Length);
        List<WaitingList> lists = [];
        while (await reader.ReadAsync(cancellation))
        {
            int id = reader.GetInt32(0);
            if (!found.ContainsKey(id))
            {
                found.Add(id, new OptInRecipient(id, reader.GetGuid(1), reader.GetString(2), reader.GetString(3), lists = [])
                {
                    IsEnabled = reader.GetString(4) == "enabled",
                    ConfirmedAt = DatabaseTime.At(reader, 9),
                });
            }

            if (!reader.IsDBNull(5))
                lists.Add(new WaitingList(reader.GetInt32(5), reader.GetGuid(6), reader.GetString(7), reader.GetString(8) == "public"));
        }

        return found;
    }

    private sealed record Question(IReadOnlyList<ResendTarget> People)
    {
        public TaskCompletionSource<IReadOnlyDictionary<int, DueAnswer>> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
