using Microsoft.AspNetCore.Http;

namespace ListmonkPS.TestBench.StandIn.Http;

/// <summary>Every request over all lives of the process: entered when it comes, completed just before its answer leaves.</summary>
internal sealed class RequestLog(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly List<RecordedRequest> _requests = [];

    /// <summary>All so far, in order of their coming; a copy.</summary>
    public IReadOnlyList<RecordedRequest> Requests
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    /// <summary>Enters a request and sees to it that user and status are added.</summary>
    public void Follow(HttpContext http)
    {
        RecordedRequest request = new(time.GetUtcNow(), http.Request.Method, http.Request.Path + http.Request.QueryString.Value, null, 0)
        {
            Headers = http.Request.Headers
                .Where(header => !header.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
                .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        };
        int place;
        lock (_lock)
        {
            place = _requests.Count;
            _requests.Add(request);
        }
        http.Response.OnStarting(() =>
        {
            lock (_lock)
                _requests[place] = request with { User = RouteTable.UserOf(http)?.Name, Status = http.Response.StatusCode };
            return Task.CompletedTask;
        });
    }
}
