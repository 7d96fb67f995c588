namespace ListmonkPS.TestBench.Smtp;

/// <summary>The script ends the conversation.</summary>
internal sealed class ConversationEndedException : Exception;
