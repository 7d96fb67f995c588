namespace ListmonkPS.TestBench.Control;

/// <summary>A call to the control server that cannot be done; status and message go out.</summary>
internal sealed class ControlException(int status, string message) : Exception(message)
{
    public int Status => status;
}
