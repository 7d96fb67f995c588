using System.Reflection;

namespace ListmonkPS.Shell.Loading;

/// <summary>The one way from the cmdlets to Core: loaded at first use, once a process, in its private context.</summary>
internal static class CoreEntry
{
    private const string AssemblyName = "ListmonkPS.Core";
    private const string TypeName = "ListmonkPS.Core.ListmonkCore";

    private static readonly Lazy<IListmonkCore> Loaded = new(Load);

    /// <summary>All that the module can do.</summary>
    public static IListmonkCore Core => Loaded.Value;

    private static IListmonkCore Load()
    {
        string folder = Path.GetDirectoryName(typeof(CoreEntry).Assembly.Location) ?? "";
        PrivateContext context = new(Path.Combine(folder, "deps", AssemblyName + ".dll"));
        Type type = context.LoadFromAssemblyName(new AssemblyName(AssemblyName)).GetType(TypeName, throwOnError: true)!;
        return (IListmonkCore)Activator.CreateInstance(type)!;
    }
}
