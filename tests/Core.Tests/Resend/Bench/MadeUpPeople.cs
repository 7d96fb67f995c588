using System.Collections.Concurrent;
using ListmonkPS.Core.Resend.Due;

namespace ListmonkPS.Core.Tests.Resend.Bench;

/// <summary>A server that knows everybody, as waiting on one list, until a test says that somebody has confirmed.</summary>
internal sealed class MadeUpPeople : IDueQuestion
{
    private readonly ConcurrentDictionary<int, NotDueReason> _gone = new();

    public void Remove(int id, NotDueReason reason) => _gone[id] = reason;

    public Task<IReadOnlyDictionary<int, DueAnswer>> AskAsync(IReadOnlyList<ResendTarget> people, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<int, DueAnswer>>(people.ToDictionary(person => person.Id, Answer));

    private DueAnswer Answer(ResendTarget person) => _gone.TryGetValue(person.Id, out NotDueReason reason)
        ? DueAnswer.Not(reason)
        : new DueAnswer(new OptInRecipient(person.Id, person.Uuid, $"p{person.Id}@example.org", "P", [new WaitingList(1, Guid.Empty, "List", true)]), null);
}
