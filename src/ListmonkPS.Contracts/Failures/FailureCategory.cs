namespace ListmonkPS;

/// <summary>What kind of trouble a failure is; each has its counterpart among PowerShell's error categories.</summary>
public enum FailureCategory
{
    /// <summary>The input is wrong.</summary>
    InvalidArgument,

    /// <summary>What was named does not exist.</summary>
    ObjectNotFound,

    /// <summary>A log-in was refused.</summary>
    AuthenticationError,

    /// <summary>A right is missing.</summary>
    PermissionDenied,

    /// <summary>The other side cannot be reached.</summary>
    ConnectionError,

    /// <summary>A wait ended at its bound.</summary>
    OperationTimeout,

    /// <summary>What was read is not what it should be.</summary>
    InvalidData,

    /// <summary>The other side answered but refused or failed.</summary>
    InvalidResult,

    /// <summary>Something needed is not there: an access, a session.</summary>
    ResourceUnavailable,

    /// <summary>Somebody else changed it meanwhile.</summary>
    ResourceBusy,

    /// <summary>It cannot be done without loss, or this version cannot do it.</summary>
    InvalidOperation,

    /// <summary>Writing a file or a row failed.</summary>
    WriteError,

    /// <summary>Reading a file failed.</summary>
    ReadError,

    /// <summary>A text does not parse.</summary>
    ParserError,
}
