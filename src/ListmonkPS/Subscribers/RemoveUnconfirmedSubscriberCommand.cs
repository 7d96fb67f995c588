using System.Management.Automation;
using ListmonkPS.Shell;
using ListmonkPS.Shell.Bridge;
using ListmonkPS.Shell.Times;

namespace ListmonkPS;

/// <summary>Removes people who never confirmed, after a grace period; who is removed is written to a file first.</summary>
/// <remarks>
/// Of the input those are removed who are enabled and still wait, and whose newest waiting subscription and last mail of Invoke-OptInResend are older than the
/// grace period. Somebody with other subscriptions loses only the waiting ones; somebody without is removed from listmonk. It cannot be undone.
/// </remarks>
[Cmdlet(VerbsCommon.Remove, "UnconfirmedSubscriber", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(UnconfirmedSubscriber))]
public sealed class RemoveUnconfirmedSubscriberCommand : SessionCmdlet
{
    private readonly Dictionary<ListmonkSession, Dictionary<int, Guid>> _people = [];
    private IReadOnlyList<ListmonkSession>? _default;
    private string? _path;

    /// <summary>Whom: objects of Get-UnconfirmedSubscriber, or others with SubscriberId and SubscriberUuid, such as rows of a CSV file.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject? InputObject { get; set; }

    /// <summary>The file that takes who is removed: a line of JSON a person. It must not exist.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Nobody is removed who signed up, or was mailed again, within this span, such as 30d. Default: 30d.</summary>
    [Parameter]
    [SpanTransformation]
    public TimeSpan GracePeriod { get; set; } = TimeSpan.FromDays(30);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is null || InputObject.BaseObject is ListmonkSession)
            return;
        foreach (PSObject item in ResendInput.Each(InputObject))
        {
            if (ResendInput.TryRead(item) is { } person)
                Add(person);
            else
                WriteFailure(ResendFailures.NotASubscriber(item.BaseObject.GetType().Name));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _path = FileOf(Path);
        if (_people.Count > 1)
            WriteFailure(RemovalFailures.RemovalOfSeveralServers(_people.Count));
        else if (_path is not null && _people.Count == 1)
            Start((work, stop) => RunAsync(_people.Keys.Single(), work, stop));
        base.EndProcessing();
    }

    private protected override async Task RunAsync(ListmonkSession session, Work work, CancellationToken stop)
    {
        if (System.IO.Path.Exists(_path))
            throw new FailureException(RemovalFailures.RemovalFileExists(_path!));
        RemovalRequest request = new() { People = _people[session], GracePeriod = GracePeriod, Path = _path! };
        int count = await Core.Subscribers.CountRemovableAsync(session, request, work, stop);
        if (count < request.People.Count)
            work.Verbose(Texts.Format("notice.removal-left", request.People.Count - count));
        if (count == 0)
        {
            work.Warning(Texts.Format("notice.removal-nobody", session.Name));
            return;
        }

        string target = Texts.Format("view.removal-target", count, session.Name);
        if (await work.ShouldProcessAsync(target, Texts.Format("view.removal-action", _path), stop))
            await work.EmitStreamAsync(Core.Subscribers.RemoveAsync(session, request, work, stop), stop);
    }

    private void Add(ResendTarget person)
    {
        foreach (ListmonkSession session in Session ?? (_default ??= DefaultSession()))
        {
            if (!_people.TryGetValue(session, out Dictionary<int, Guid>? people))
                _people.Add(session, people = []);
            people[person.Id] = person.Uuid;
        }
    }
}
