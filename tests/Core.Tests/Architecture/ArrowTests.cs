namespace ListmonkPS.Core.Tests.Architecture;

/// <summary>The built assemblies hold to the arrows that CONTRIBUTING.md allows.</summary>
public sealed class ArrowTests
{
    private const string EntryRoom = "Entry";

    public static TheoryData<string, string> RoomTables => new()
    {
        { "ListmonkPS.Core", "Rooms of `ListmonkPS.Core`" },
        { "ListmonkPS", "Rooms of `ListmonkPS`:" },
    };

    public static TheoryData<string> Projects => [.. ArrowTable.Read("Projects:").Keys];

    [Theory]
    [MemberData(nameof(RoomTables))]
    public void Rooms_use_only_what_the_table_allows(string assembly, string table)
    {
        IReadOnlyDictionary<string, string[]> allowed = ArrowTable.Read(table);
        Dictionary<string, string> rooms = FoldersOf(assembly).ToDictionary(
            pair => pair.Key, pair => pair.Value.Length == 0 ? EntryRoom : pair.Value.Split('/')[0]);
        (string From, string To)[] arrows = [.. AssemblyArrows.Of(PathOf(assembly))
            .Where(arrow => rooms.ContainsKey(arrow.From.Name) && rooms.ContainsKey(arrow.To.Name))
            .Select(arrow => (rooms[arrow.From.Name], rooms[arrow.To.Name]))
            .Where(arrow => arrow.Item1 != arrow.Item2)
            .Distinct()];
        Assert.NotEmpty(arrows);
        Assert.All(arrows, arrow => Assert.True(allowed[arrow.From].Contains(arrow.To), $"{arrow.From} uses {arrow.To}"));
    }

    [Theory]
    [MemberData(nameof(RoomTables))]
    public void Every_room_of_the_table_exists_and_every_room_stands_in_the_table(string assembly, string table)
    {
        IEnumerable<string> rooms = Directory
            .EnumerateDirectories(Path.Combine(RepositoryFolder.Path, "src", assembly))
            .Select(folder => Path.GetFileName(folder))
            .Where(name => name is not ("bin" or "obj"));
        Assert.Equal(
            rooms.Order(StringComparer.Ordinal),
            ArrowTable.Read(table).Keys.Where(room => room != EntryRoom).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Projects_use_only_what_the_table_allows(string project)
    {
        string[] ours = [.. AssemblyArrows.References(PathOf(project)).Where(name => name.StartsWith("ListmonkPS", StringComparison.Ordinal))];
        Assert.All(ours, name => Assert.Contains(name, ArrowTable.Read("Projects:")[project]));
    }

    [Theory]
    [InlineData("ListmonkPS.Core")]
    [InlineData("ListmonkPS")]
    [InlineData("ListmonkPS.Contracts")]
    public void Folders_do_not_run_in_a_circle(string assembly)
    {
        Dictionary<string, string> folders = FoldersOf(assembly);
        ILookup<string, string> arrows = AssemblyArrows.Of(PathOf(assembly))
            .Where(arrow => folders.ContainsKey(arrow.From.Name) && folders.ContainsKey(arrow.To.Name))
            .Select(arrow => (From: folders[arrow.From.Name], To: folders[arrow.To.Name]))
            .Where(arrow => arrow.From != arrow.To)
            .Distinct()
            .ToLookup(arrow => arrow.From, arrow => arrow.To);
        foreach (string start in arrows.Select(group => group.Key))
        {
            HashSet<string> reached = [];
            Queue<string> open = new(arrows[start]);
            while (open.TryDequeue(out string? next))
            {
                Assert.False(next == start, $"{start} is reached again from {string.Join(", ", arrows[start])}");
                if (reached.Add(next))
                {
                    foreach (string further in arrows[next])
                    {
                        open.Enqueue(further);
                    }
                }
            }
        }
    }

    [Fact]
    public void Core_knows_no_PowerShell_and_no_console()
    {
        Assert.DoesNotContain(
            AssemblyArrows.References(PathOf("ListmonkPS.Core")), name => name is "System.Management.Automation" or "System.Console");
    }

    [Fact]
    public void Contracts_use_the_base_class_library_only()
    {
        Assert.All(
            AssemblyArrows.References(PathOf("ListmonkPS.Contracts")), name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
    }

    [Fact]
    public void Cmdlets_know_no_library_and_no_socket()
    {
        string[] forbidden = ["Npgsql", "MailKit", "MimeKit", "DnsClient", "System.Net.Sockets", "System.Net.Http", "System.Data.Common"];
        Assert.Empty(AssemblyArrows.References(PathOf("ListmonkPS")).Intersect(forbidden));
    }

    private static string PathOf(string assembly) => Path.Combine(
        RepositoryFolder.Path, "src", assembly, "bin", Configuration, "net8.0", assembly + ".dll");

    // The tests run from bin/<configuration>/<framework>; the module stands built in the same configuration.
    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    // One top-level type a file, named after it: so the folder of the file is the folder of the type.
    private static Dictionary<string, string> FoldersOf(string assembly)
    {
        string root = Path.Combine(RepositoryFolder.Path, "src", assembly);
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetFileNameWithoutExtension(file), Folder: Path.GetDirectoryName(Path.GetRelativePath(root, file))!.Replace('\\', '/')))
            .Where(file => file.Folder.Split('/')[0] is not ("bin" or "obj"))
            .ToDictionary(file => file.Name, file => file.Folder);
    }
}
