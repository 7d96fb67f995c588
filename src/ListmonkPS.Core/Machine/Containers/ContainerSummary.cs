namespace ListmonkPS.Core.Machine.Containers;

/// <summary>A container as the list shows it; texts are harmless.</summary>
/// <param name="Id">Its whole id.</param>
/// <param name="Name">Its first name, without the slash.</param>
/// <param name="Image">The image, as it was named.</param>
/// <param name="State">created, running, exited and so on.</param>
internal sealed record ContainerSummary(string Id, string Name, string Image, string State)
{
    /// <summary>True when its image is one of listmonk: the last part of the name, without registry, tag and digest.</summary>
    public bool IsListmonk => Image.Split('@')[0].Split('/')[^1].Split(':')[0] == "listmonk";
}
