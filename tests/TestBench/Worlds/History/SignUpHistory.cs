namespace ListmonkPS.TestBench.Worlds.History;

/// <summary>Makes up who signed up, where and when, and what became of it.</summary>
internal sealed class SignUpHistory
{
    private const double ConfirmsWithinADay = 0.635;
    private const double ConfirmsLater = 0.03;
    private const double JoinsASecondList = 0.2;
    private const double LeavesLater = 0.04;
    private const double IsBlocklisted = 0.015;
    private const double IsDisabled = 0.015;
    private const double HasBounced = 0.015;
    private readonly Random _random;
    private readonly DateTimeOffset _now;
    private readonly DateTimeOffset _mailStops;

    /// <param name="seed">Chooses everything.</param>
    /// <param name="now">The end.</param>
    /// <param name="mailStops">From when on no opt-in mail was sent, so that nobody could confirm; null for never.</param>
    public SignUpHistory(int seed, DateTimeOffset now, DateTimeOffset? mailStops) =>
        (_random, _now, _mailStops) = (new Random(seed), now, mailStops ?? DateTimeOffset.MaxValue);

    /// <summary>So many people, in the order of their sign-ups.</summary>
    public IEnumerable<Person> People(int count)
    {
        PeopleNames names = new(_random);
        foreach (DateTimeOffset time in new SignUpTimes(_random, _now).Draw(count))
            yield return SignUp(time, names.Next());
    }

    private Person SignUp(DateTimeOffset time, (string Name, string Email) who)
    {
        Membership[] memberships = [.. Lists().Select(list => Join(list, time))];
        bool couldConfirm = time < _mailStops;
        string status = !couldConfirm ? "enabled" : _random.NextDouble() switch
        {
            < IsBlocklisted => "blocklisted",
            < IsBlocklisted + IsDisabled => "disabled",
            _ => "enabled",
        };
        if (status == "blocklisted")
            memberships = [.. memberships.Select(row => row with { Status = "unsubscribed" })];
        return new Person(Uuid(), who.Email, who.Name, status, time, couldConfirm && Chance(HasBounced), memberships);
    }

    private Membership Join(int list, DateTimeOffset time)
    {
        Membership waiting = new(list, "unconfirmed", time, time);
        if (list == HistoryLists.Single)
            return Chance(LeavesLater) ? Leave(waiting) : waiting;
        if (time >= _mailStops || Delay() is not { } delay || time + delay > _now)
            return waiting;
        Membership confirmed = waiting with { Status = "confirmed", UpdatedAt = time + delay };
        return Chance(LeavesLater) ? Leave(confirmed) : confirmed;
    }

    /// <summary>From sign-up to confirmation: minutes for most, days for some; null for who never does.</summary>
    private TimeSpan? Delay() => _random.NextDouble() switch
    {
        < ConfirmsWithinADay => TimeSpan.FromMicroseconds(Math.Round(Math.Min(Math.Exp(6.5 + (1.5 * Normal())), 84_000) * 1_000_000)),
        < ConfirmsWithinADay + ConfirmsLater => TimeSpan.FromHours(24 + _random.Next(96)),
        _ => null,
    };

    private Membership Leave(Membership row) => row with
    {
        Status = "unsubscribed",
        UpdatedAt = row.UpdatedAt + TimeSpan.FromSeconds(Math.Floor((_now - row.UpdatedAt).TotalSeconds * _random.NextDouble())),
    };

    private int[] Lists()
    {
        int first = DrawList();
        int second = Chance(JoinsASecondList) ? DrawList() : first;
        return first == second ? [first] : [Math.Min(first, second), Math.Max(first, second)];
    }

    private int DrawList()
    {
        double draw = _random.NextDouble();
        int list = 0;
        while (list < HistoryLists.Shares.Length - 1 && (draw -= HistoryLists.Shares[list]) >= 0)
            list++;
        return list + 1;
    }

    /// <summary>Normal distribution (Box and Muller).</summary>
    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private bool Chance(double probability) => _random.NextDouble() < probability;

    private Guid Uuid()
    {
        byte[] bytes = new byte[16];
        _random.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
