namespace ListmonkPS;

/// <summary>Failures on the way to a server: what was asked for cannot be reached, or what answers is not listmonk.</summary>
internal static class ConnectionFailures
{
    /// <summary>Neither an address, nor a connection string, nor a configuration file was given.</summary>
    public static Failure NothingToConnect() => new(nameof(NothingToConnect), FailureCategory.InvalidArgument, null);

    /// <summary>The address is not an absolute http or https address.</summary>
    public static Failure BadUri(string uri) => new(nameof(BadUri), FailureCategory.InvalidArgument, uri, uri);

    /// <summary>The address carries user information; it is not repeated, since it may hold a password.</summary>
    /// <param name="place">Host and port alone.</param>
    public static Failure CredentialInUri(string place) => new(nameof(CredentialInUri), FailureCategory.InvalidArgument, place, place);

    /// <summary>No answer came.</summary>
    /// <param name="place">Address of the server.</param>
    /// <param name="reason">Why, from the reason texts.</param>
    /// <param name="isLate">True when the wait ended at its bound.</param>
    public static Failure ApiUnreachable(string place, string reason, bool isLate = false) =>
        new(nameof(ApiUnreachable), isLate ? FailureCategory.OperationTimeout : FailureCategory.ConnectionError, place, place, reason);

    /// <summary>The answer points to another address; it is not followed, because the credential would go there.</summary>
    /// <param name="place">Address of the server.</param>
    /// <param name="target">Where the answer points to, made harmless.</param>
    public static Failure ApiRedirected(string place, string target) =>
        new(nameof(ApiRedirected), FailureCategory.ConnectionError, place, place, target);

    /// <summary>Something answers that is not listmonk's API.</summary>
    /// <param name="place">Address of the server.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="contentType">Content type, made harmless.</param>
    /// <param name="words">The first words of the answer, made harmless.</param>
    public static Failure NotListmonk(string place, int status, string contentType, string words) =>
        new(nameof(NotListmonk), FailureCategory.InvalidResult, place, place, status, contentType, words);

    /// <summary>The answer does not end within the size that is accepted.</summary>
    public static Failure AnswerTooLarge(string place, string call, long mebibytes) =>
        new(nameof(AnswerTooLarge), FailureCategory.InvalidResult, place, place, call, mebibytes);

    /// <summary>The log-in was refused.</summary>
    /// <param name="place">Address of the server.</param>
    /// <param name="reason">What was refused, from the reason texts.</param>
    /// <param name="advice">How to get a credential that is taken, from the advice texts.</param>
    public static Failure LoginRefused(string place, string reason, string advice) =>
        new(nameof(LoginRefused), FailureCategory.AuthenticationError, place, place, reason, advice);

    /// <summary>The API user may not do this.</summary>
    /// <param name="place">Address of the server.</param>
    /// <param name="call">Method and path.</param>
    /// <param name="right">The right that is missing, as listmonk names it.</param>
    public static Failure MissingPermission(string place, string call, string right) =>
        new(nameof(MissingPermission), FailureCategory.PermissionDenied, place, place, call, right);

    /// <summary>This version of listmonk has no such call.</summary>
    public static Failure CallNotKnown(string place, string call) =>
        new(nameof(CallNotKnown), FailureCategory.InvalidOperation, place, place, call);

    /// <summary>listmonk refused what was sent.</summary>
    /// <param name="place">Address of the server.</param>
    /// <param name="call">Method and path.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="message">listmonk's words, made harmless.</param>
    public static Failure ApiRefused(string place, string call, int status, string message) =>
        new(nameof(ApiRefused), FailureCategory.InvalidResult, place, place, call, status, message);

    /// <summary>listmonk failed at its work.</summary>
    /// <param name="place">Address of the server.</param>
    /// <param name="call">Method and path.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="message">listmonk's words, made harmless.</param>
    public static Failure ApiFailed(string place, string call, int status, string message) =>
        new(nameof(ApiFailed), FailureCategory.InvalidResult, place, place, call, status, message);
}
