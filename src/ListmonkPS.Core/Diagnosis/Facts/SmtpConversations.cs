namespace ListmonkPS.Core.Diagnosis.Facts;

/// <summary>How a conversation with the server of each enabled SMTP block went.</summary>
/// <param name="Talks">The conversations, in the order of the blocks.</param>
/// <param name="IsNear">True when this machine seems to be the one that listmonk runs on: only then a network that fails here fails there too.</param>
internal sealed record SmtpConversations(IReadOnlyList<SmtpTalk> Talks, bool IsNear)
{
    /// <summary>The conversation with a block's server; null when there was none.</summary>
    public SmtpTalk? With(StoredBlock block) => Talks.FirstOrDefault(talk => talk.Address == block.Address);
}
