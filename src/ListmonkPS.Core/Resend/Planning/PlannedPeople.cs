using ListmonkPS.Core.Resend.Due;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Resend.Planning;

/// <summary>Who of the input is due, and why the others are not.</summary>
internal sealed class PlannedPeople
{
    /// <summary>How many are shown by name.</summary>
    public const int ShownPeople = 10;

    private readonly List<ResendTarget> _due = [];
    private readonly Dictionary<NotDueReason, int> _leftOut = [];
    private readonly List<string> _first = [];

    /// <summary>Those who are due, in the order of the input.</summary>
    public IReadOnlyList<ResendTarget> Due => _due;

    /// <summary>How many are left out, by reason.</summary>
    public IReadOnlyDictionary<NotDueReason, int> LeftOut => _leftOut;

    /// <summary>The first of those who are mailed, as they are shown.</summary>
    public IReadOnlyList<string> First => _first;

    /// <summary>Adds somebody who is due.</summary>
    public void Add(OptInRecipient person)
    {
        _due.Add(new ResendTarget(person.Id, person.Uuid));
        Show(person);
    }

    /// <summary>Shows somebody who is mailed, if he is one of the first.</summary>
    public void Show(OptInRecipient person)
    {
        if (_first.Count < ShownPeople)
            _first.Add($"{person.Id} {HarmlessText.Of(person.Email)}");
    }

    /// <summary>Leaves somebody out.</summary>
    public void LeaveOut(NotDueReason reason) => _leftOut[reason] = _leftOut.GetValueOrDefault(reason) + 1;
}
