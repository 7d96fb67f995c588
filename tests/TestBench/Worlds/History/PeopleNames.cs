namespace ListmonkPS.TestBench.Worlds.History;

/// <summary>Names and addresses as they come in: many scripts in names, a few in addresses; no domain that anybody owns.</summary>
internal sealed class PeopleNames(Random random)
{
    private const double ShareOfForeignLocalParts = 0.01;

    private static readonly (string Name, string Latin)[] First =
    [
        ("Anna", "anna"), ("Ben", "ben"), ("Chidi", "chidi"), ("Devi", "devi"), ("Emeka", "emeka"), ("Fatima", "fatima"), ("Grace", "grace"),
        ("Hugo", "hugo"), ("Ines", "ines"), ("Jonas", "jonas"), ("Kofi", "kofi"), ("Laura", "laura"), ("Mateo", "mateo"), ("Nia", "nia"),
        ("Oscar", "oscar"), ("Priya", "priya"), ("Quinn", "quinn"), ("Rosa", "rosa"), ("Sam", "sam"), ("Tomas", "tomas"), ("Uma", "uma"),
        ("Vera", "vera"), ("William", "william"), ("Yusuf", "yusuf"), ("Zo\u00eb", "zoe"), ("\u0141ukasz", "lukasz"), ("J\u00fcrgen", "juergen"),
        ("\u041e\u043b\u044c\u0433\u0430", "olga"), ("\u0395\u03bb\u03ad\u03bd\u03b7", "eleni"), ("\u0645\u0631\u064a\u0645", "maryam"),
        ("\u9999\u7a42", "kaho"), ("\u5efa\u56fd", "jianguo"),
    ];

    private static readonly (string Name, string Latin)[] Last =
    [
        ("Adeyemi", "adeyemi"), ("Becker", "becker"), ("Costa", "costa"), ("Dubois", "dubois"), ("Evans", "evans"), ("Fischer", "fischer"),
        ("Garcia", "garcia"), ("Hughes", "hughes"), ("Iyer", "iyer"), ("Jensen", "jensen"), ("Kowalska", "kowalska"), ("Lindqvist", "lindqvist"),
        ("Moreau", "moreau"), ("Novak", "novak"), ("O'Brien", "obrien"), ("Patel", "patel"), ("Rossi", "rossi"), ("Schmidt", "schmidt"),
        ("Tanaka", "tanaka"), ("Urbina", "urbina"), ("Visser", "visser"), ("Wang", "wang"), ("Yilmaz", "yilmaz"), ("Zhou", "zhou"),
        ("M\u00fcller", "mueller"), ("\u0160imi\u0107", "simic"), ("\u0418\u0432\u0430\u043d\u043e\u0432\u0430", "ivanova"),
        ("\u7530\u4e2d", "tanaka"),
    ];

    private static readonly string[] Domains =
    [
        "example.org", "example.net", "example.com", "mail.example.org", "post.test", "mail.test", "uni.test", "office.test", "home.test",
    ];

    private readonly HashSet<string> _taken = [];

    /// <summary>Another name with an address that nobody else has.</summary>
    public (string Name, string Email) Next()
    {
        (string firstName, string firstLatin) = First[random.Next(First.Length)];
        (string lastName, string lastLatin) = Last[random.Next(Last.Length)];
        string domain = Domains[random.Next(Domains.Length)];
        string local = random.NextDouble() < ShareOfForeignLocalParts ? firstName.ToLowerInvariant() : $"{firstLatin}.{lastLatin}";
        string email = $"{local}@{domain}";
        for (int number = 2; !_taken.Add(email); number++)
            email = $"{local}{number}@{domain}";
        return ($"{firstName} {lastName}", email);
    }
}
