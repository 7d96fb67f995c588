namespace ListmonkPS.TestBench.StandIn.Answers;

/// <summary>A call that the server turns down: it goes out as the status with {"message": text}, or as a page.</summary>
internal sealed class RefusalException(int status, string message) : Exception(message)
{
    public int Status => status;
}
