using System.Management.Automation;
using Personio.Parameters;

namespace Personio;

/// <summary>
/// The base of the cmdlets for what recruiting lists newest first: objects by id, with one request each, or those
/// changed between two instants. The service takes one of these instants only: where both are given the second is
/// looked at here.
/// </summary>
public abstract class RecruitingListCmdletBase<T> : ConnectedCmdletBase
    where T : ApiObject
{
    /// <summary>The parameter set for filters; the default.</summary>
    protected const string Filter = "Filter";

    /// <summary>The parameter set for ids.</summary>
    protected const string ById = "ById";

    /// <summary>
    /// Only what was changed after this instant; without a zone in this computer's. Filtered by Personio.
    /// </summary>
    [Parameter(ParameterSetName = Filter)]
    [MomentTransformation]
    public DateTime? UpdatedAfter { get; set; }

    /// <summary>
    /// Only what was changed before this instant. Filtered by Personio, but together with -UpdatedAfter here: the
    /// service does not take both.
    /// </summary>
    [Parameter(ParameterSetName = Filter)]
    [MomentTransformation]
    public DateTime? UpdatedBefore { get; set; }

    /// <summary>At most this many.</summary>
    [Parameter(ParameterSetName = Filter)]
    [ValidateRange(1, int.MaxValue)]
    public int? First { get; set; }

    /// <summary>An object that carries the id, or the id as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    // What was bound to the identity parameter, which has another name on each cmdlet.
    private protected abstract string[]? Ids { get; }

    private protected abstract Endpoint Reading { get; }

    private bool IsFilteredHere => UpdatedAfter is not null && UpdatedBefore is not null;

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        if (Asked(Ids, InputObject, Noun + "Id") is not { } asked)
        {
            TryRun(null, List);
            return;
        }

        foreach ((string id, object target) in asked)
        {
            Prefetch(target, token => Client.GetAsync<T>(Reading.For(id), token), WriteObject);
        }
    }

    /// <summary>The listings with their other filters; most need one.</summary>
    private protected abstract IEnumerable<ApiRequest> Requests();

    private protected abstract DateTimeOffset? UpdatedOf(T item);

    private void List()
    {
        foreach (ApiRequest request in Requests())
        {
            ApiRequest filtered = request
                .With("updated_at.gt", FilterBounds.UtcFloor(UpdatedAfter))
                .With("updated_at.lt", UpdatedAfter is null ? FilterBounds.UtcCeiling(UpdatedBefore) : null);
            if (!Pull(Client.ListAsync<T>(filtered, IsFilteredHere ? null : First)).All(Write))
            {
                return;
            }
        }
    }

    private bool Write(T item) =>
        (IsFilteredHere && UpdatedOf(item) >= UpdatedBefore!.Value.ToUniversalTime())
        || WriteUpTo(item, First, WriteObject);
}
