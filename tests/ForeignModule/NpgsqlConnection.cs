namespace Npgsql;

/// <summary>A type that our own Npgsql has too, so that it shows which assembly a name leads to.</summary>
public sealed class NpgsqlConnection
{
    /// <summary>Says which assembly this is.</summary>
    public string Origin { get; } = "stub " + typeof(NpgsqlConnection).Assembly.GetName().Version;
}
