using System.IO.Pipes;
using System.Net.Sockets;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Machine.Containers;

/// <summary>Where a Docker Engine listens: a Unix socket, a TCP port, on Windows a named pipe (external contracts 1.1).</summary>
internal sealed class DockerAddress
{
    private const string UsualSocket = "/var/run/docker.sock";
    private const string UsualPipe = "docker_engine";
    private const string PipePrefix = "npipe:////./pipe/";
    private const string SocketPrefix = "unix://";
    private const int UsualPort = 2375;

    private readonly string? _pipe;

    private DockerAddress(string place, Uri uri, string? socket, string? pipe) => (Place, Uri, Socket, _pipe) = (place, uri, socket, pipe);

    /// <summary>The address as it is shown.</summary>
    public string Place { get; }

    /// <summary>What HTTP calls it.</summary>
    public Uri Uri { get; }

    /// <summary>The Unix socket; null for another kind.</summary>
    public string? Socket { get; }

    /// <summary>Reads an address.</summary>
    /// <param name="text">As DOCKER_HOST has it; null for the usual place.</param>
    /// <exception cref="FailureException">DockerHostInvalid.</exception>
    public static DockerAddress Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return OperatingSystem.IsWindows() ? OfPipe(UsualPipe) : OfSocket(UsualSocket);
        if (text.StartsWith(SocketPrefix, StringComparison.Ordinal) && text.Length > SocketPrefix.Length)
            return OfSocket(text[SocketPrefix.Length..]);
        if (text.StartsWith(PipePrefix, StringComparison.Ordinal) && text.Length > PipePrefix.Length)
            return OfPipe(text[PipePrefix.Length..]);
        return Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri.Scheme is "tcp" or "http" && uri is { UserInfo: "", Host.Length: > 0 }
            ? OfTcp(uri)
            : throw new FailureException(LogFailures.DockerHostInvalid(HarmlessText.Of(text)));
    }

    /// <summary>Connects.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        if (_pipe is not null)
        {
            NamedPipeClientStream pipe = new(".", _pipe, PipeDirection.InOut, PipeOptions.Asynchronous);
            await pipe.ConnectAsync(cancellation);
            return pipe;
        }

        Socket socket = Socket is null
            ? new Socket(SocketType.Stream, ProtocolType.Tcp)
            : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await (Socket is null ? socket.ConnectAsync(context.DnsEndPoint, cancellation) : socket.ConnectAsync(new UnixDomainSocketEndPoint(Socket), cancellation));
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static DockerAddress OfSocket(string path) => new(HarmlessText.Of(SocketPrefix + path), new Uri("http://localhost/"), path, null);

    private static DockerAddress OfPipe(string name) => new(HarmlessText.Of(PipePrefix + name), new Uri("http://localhost/"), null, name);

    private static DockerAddress OfTcp(Uri uri)
    {
        UriBuilder http = new("http", uri.Host, uri.Port > 0 && !(uri.Scheme == "http" && uri.IsDefaultPort) ? uri.Port : UsualPort);
        return new DockerAddress(HarmlessText.Of($"tcp://{http.Host}:{http.Port}"), http.Uri, null, null);
    }
}
