using ListmonkPS.Core.Diagnosis.Reading;

namespace ListmonkPS.Core.Diagnosis.Facts;

/// <summary>Asks the API who we are, which every user may: no right is tried.</summary>
internal sealed class UserRightsSource : FactSource<UserRights>
{
    public override Access Needs => Access.Api;

    protected override async Task<UserRights> ReadFactAsync(FactContext context, FactSet facts, CancellationToken cancellation) =>
        new(context.Server.Quirks.HasUsers ? await context.Server.Api!.GetProfileAsync(cancellation) : null);
}
