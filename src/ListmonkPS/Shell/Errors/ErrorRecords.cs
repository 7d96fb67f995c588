using System.Management.Automation;

namespace ListmonkPS.Shell.Errors;

/// <summary>Makes every error record of the module, so that ids, categories and texts stay alike.</summary>
internal static class ErrorRecords
{
    /// <summary>The error record of a failure: its id, its target, its text and what to do about it.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="cause">Exception behind it; kept for Get-Error, never shown in the text.</param>
    public static ErrorRecord From(Failure failure, Exception? cause = null)
    {
        FailureException exception = cause as FailureException ?? new FailureException(failure, cause);
        return new ErrorRecord(exception, failure.Id, CategoryOf(failure.Category), failure.Target)
        {
            ErrorDetails = new ErrorDetails(failure.Message) { RecommendedAction = failure.RecommendedAction },
        };
    }

    /// <summary>The error record of an exception that came out of Core: a failure as it is, anything else as the one error Unexpected.</summary>
    /// <param name="exception">The exception.</param>
    public static ErrorRecord From(Exception exception) => exception is FailureException carried
        ? From(carried.Failure, carried)
        : From(ShellFailures.Unexpected(exception.GetType()), exception);

    private static ErrorCategory CategoryOf(FailureCategory category) => category switch
    {
        FailureCategory.InvalidArgument => ErrorCategory.InvalidArgument,
        FailureCategory.ObjectNotFound => ErrorCategory.ObjectNotFound,
        FailureCategory.AuthenticationError => ErrorCategory.AuthenticationError,
        FailureCategory.PermissionDenied => ErrorCategory.PermissionDenied,
        FailureCategory.ConnectionError => ErrorCategory.ConnectionError,
        FailureCategory.OperationTimeout => ErrorCategory.OperationTimeout,
        FailureCategory.InvalidData => ErrorCategory.InvalidData,
        FailureCategory.InvalidResult => ErrorCategory.InvalidResult,
        FailureCategory.ResourceUnavailable => ErrorCategory.ResourceUnavailable,
        FailureCategory.ResourceBusy => ErrorCategory.ResourceBusy,
        FailureCategory.InvalidOperation => ErrorCategory.InvalidOperation,
        FailureCategory.WriteError => ErrorCategory.WriteError,
        FailureCategory.ReadError => ErrorCategory.ReadError,
        FailureCategory.ParserError => ErrorCategory.ParserError,
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, null),
    };
}
