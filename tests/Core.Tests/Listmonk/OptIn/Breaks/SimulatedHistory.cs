using ListmonkPS.Core.Listmonk.OptIn.Funnel;

namespace ListmonkPS.Core.Tests.Listmonk.OptIn.Breaks;

/// <summary>
/// A made-up history of sign-ups. It knows nothing of how breaks are found: people come as a Poisson stream with the habits of the week and the day, each decides
/// by chance whether and when to confirm, and after a break some or all cannot.
/// </summary>
internal sealed class SimulatedHistory
{
    private const int MostPeople = 250_000;
    private static readonly string[] Domains = ["gmail.test", "gmx.test", "web.test", "outlook.test", "posteo.test", "example.test"];
    private static readonly double[] DomainShares = [0.35, 0.2, 0.15, 0.15, 0.1, 0.05];
    private readonly Random _random;
    private readonly double[] _volumeOfDay = new double[7];
    private readonly double[] _rateOfDay = new double[7];
    private readonly double _drift;
    private readonly double _lateShare;
    private readonly double _noise;

    /// <param name="seed">Chooses everything.</param>
    /// <param name="kind">What breaks.</param>
    /// <param name="roughness">How much more the rate goes up and down by itself than usual.</param>
    public SimulatedHistory(int seed, BreakKind kind, double roughness = 1)
    {
        _random = new Random(seed);
        Kind = kind;
        PerDay = Math.Exp(Between(Math.Log(5), Math.Log(5000)));
        Rate = Between(0.02, 0.9);
        double days = Math.Min(Between(35, 180), Math.Max(40, MostPeople / PerDay));
        double after = Between(7, Math.Max(8, Math.Min(45, days - 28)));
        Start = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(_random.Next(24 * 365));
        Now = Start.AddDays(Math.Max(days, after + 28));
        BrokeAt = kind == BreakKind.None ? null : Now.AddDays(-after).AddMinutes(_random.Next(60));
        for (int day = 0; day < 7; day++)
            (_volumeOfDay[day], _rateOfDay[day]) = (Between(0.4, 1.3), 1 + (roughness * Between(-0.15, 0.1)));
        _drift = Math.Max(-0.7, roughness * Between(-0.25, 0.2));
        _noise = 0.05 * roughness;
        _lateShare = Between(0, 0.2);
        Rows = [.. SignUps()];
    }

    public BreakKind Kind { get; }

    public double PerDay { get; }

    public double Rate { get; }

    public DateTimeOffset Start { get; }

    public DateTimeOffset Now { get; }

    public DateTimeOffset? BrokeAt { get; }

    /// <summary>Where the break is one of a domain.</summary>
    public static string BrokenDomain => Domains[1];

    public IReadOnlyList<SignUpRow> Rows { get; }

    /// <summary>Sign-ups in the week after the break.</summary>
    public int SignUpsInWeek => Rows.Count(row => row.At >= BrokeAt && row.At < BrokeAt.Value.AddDays(7));

    /// <summary>Confirmations that the break has cost in its first week.</summary>
    public int LostInWeek { get; private set; }

    private IEnumerable<SignUpRow> SignUps()
    {
        int id = 0;
        double noise = 1;
        for (DateTimeOffset day = Start; day < Now; day = day.AddDays(1))
        {
            noise = Math.Clamp(1 + (_noise * Normal()), 0.4, 1.6);
            int people = Poisson(PerDay * _volumeOfDay[(int)day.DayOfWeek]);
            foreach (DateTimeOffset at in Enumerable.Range(0, people).Select(_ => Moment(day)).Order())
            {
                if (at < Now)
                    yield return SignUp(++id, at, noise);
            }
        }
    }

    private SignUpRow SignUp(int id, DateTimeOffset at, double noise)
    {
        string domain = Domain();
        double age = (at - Start) / (Now - Start);
        double rate = Math.Clamp(Rate * _rateOfDay[(int)at.DayOfWeek] * (1 + (_drift * age)) * noise, 0.005, 0.97);
        bool would = _random.NextDouble() < rate;
        bool isHit = at >= BrokeAt && Hits(at, domain);
        if (would && isHit && at < BrokeAt!.Value.AddDays(7))
            LostInWeek++;
        TimeSpan delay = Delay();
        return would && !isHit && at + delay < Now
            ? new SignUpRow(id, 1, at, at + delay, "confirmed", true, domain)
            : new SignUpRow(id, 1, at, at, "unconfirmed", true, domain);
    }

    private bool Hits(DateTimeOffset at, string domain) => Kind switch
    {
        BreakKind.Half => _random.NextDouble() < 0.5,
        BreakKind.Domain => domain == BrokenDomain,
        BreakKind.Afternoons => at.Hour >= 14,
        _ => true,
    };

    private TimeSpan Delay() => _random.NextDouble() < _lateShare
        ? TimeSpan.FromHours(Between(24, 240))
        : TimeSpan.FromSeconds(Math.Min(Math.Exp(6.5 + (1.5 * Normal())), 86_000));

    private DateTimeOffset Moment(DateTimeOffset day)
    {
        while (true)
        {
            DateTimeOffset at = day.AddSeconds(_random.NextDouble() * 86_400);
            if (at.Hour is >= 6 and < 23 || _random.NextDouble() < 0.2)
                return at;
        }
    }

    private string Domain()
    {
        double draw = _random.NextDouble();
        int index = 0;
        while (index < Domains.Length - 1 && (draw -= DomainShares[index]) >= 0)
            index++;
        return Domains[index];
    }

    private int Poisson(double mean)
    {
        if (mean > 100)
            return Math.Max(0, (int)Math.Round(mean + (Math.Sqrt(mean) * Normal())));
        int count = 0;
        for (double product = _random.NextDouble(); product > Math.Exp(-mean); product *= _random.NextDouble())
            count++;
        return count;
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private double Between(double low, double high) => low + ((high - low) * _random.NextDouble());
}
