using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using ListmonkPS.TestBench.PostgreSql.Locating.Npm;
using ListmonkPS.TestBench.PostgreSql.Machine;

namespace ListmonkPS.Core.Tests.TestBench;

/// <summary>A package of the shape of the real ones, and an npm client that packs it.</summary>
internal sealed class MadeUpPackage
{
    private const string LinksOfLibpq = """[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"}]""";

    private readonly byte[] _archive;

    public MadeUpPackage(string links = LinksOfLibpq)
    {
        _archive = Archive(links);
        Package = new NpmPackage("@made/made-up", "1.0.0", Convert.ToBase64String(SHA512.HashData(_archive)));
    }

    public NpmPackage Package { get; }

    /// <summary>What <c>npm pack --pack-destination</c> does.</summary>
    public ProgramOutput Pack(IReadOnlyList<string> arguments)
    {
        string folder = arguments.SkipWhile(word => word != "--pack-destination").ElementAt(1);
        File.WriteAllBytes(Path.Combine(folder, "made-made-up-1.0.0.tgz"), _archive);
        return new ProgramOutput(0, "made-made-up-1.0.0.tgz", "");
    }

    private static byte[] Archive(string links)
    {
        (string Path, string Text)[] files =
        [
            ("native/bin/initdb", ""),
            ("native/bin/postgres", ""),
            ("native/bin/pg_ctl", ""),
            ("native/lib/libpq.so.5.18", ""),
            ("native/pg-symlinks.json", links),
        ];
        using MemoryStream archive = new();
        using (GZipStream packed = new(archive, CompressionLevel.Fastest))
        using (TarWriter tar = new(packed))
        {
            foreach ((string path, string text) in files)
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "package/" + path)
                {
                    DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
                });
            }
        }

        return archive.ToArray();
    }
}
