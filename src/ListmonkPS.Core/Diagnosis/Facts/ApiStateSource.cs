using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Listmonk.Api;

namespace ListmonkPS.Core.Diagnosis.Facts;

/// <summary>Asks the API anew, since what it said at connect may no longer hold. A refusal is the fact, not a fault of reading it.</summary>
internal sealed class ApiStateSource : FactSource<ApiState>
{
    public override Access Needs => Access.Api;

    protected override async Task<ApiState> ReadFactAsync(FactContext context, FactSet facts, CancellationToken cancellation)
    {
        string place = context.Server.Uri?.ToString() ?? context.Server.Name;
        try
        {
            ApiConfig config = await context.Server.Api!.GetConfigAsync(cancellation);
            return new ApiState(place, null) { NeedsRestart = config.NeedsRestart };
        }
        catch (FailureException exception)
        {
            return new ApiState(place, exception.Failure);
        }
    }
}
