using System.Management.Automation;
using Personio.Parameters;

namespace Personio;

/// <summary>
/// The base of the cmdlets for recruiting objects that are listed newest first: by id, with one request for each, or by
/// when they were changed. The service accepts only one of the two bounds; if both are specified, the second is applied
/// here.
/// </summary>
public abstract class RecruitingListCmdletBase<T> : ConnectedCmdletBase
    where T : ApiObject
{
    /// <summary>The parameter set for filters; the default.</summary>
    protected const string Filter = "Filter";

    /// <summary>The parameter set for ids.</summary>
    protected const string ById = "ById";

    /// <summary>
    /// Returns only objects changed after this instant; text without a time zone is read in this computer's zone.
    /// Filtered by Personio.
    /// </summary>
    [Parameter(ParameterSetName = Filter)]
    [MomentTransformation]
    public DateTime? UpdatedAfter { get; set; }

    /// <summary>
    /// Returns only objects changed before this instant. Filtered by Personio; together with -UpdatedAfter, filtered
    /// here, because the service does not accept both.
    /// </summary>
    [Parameter(ParameterSetName = Filter)]
    [MomentTransformation]
    public DateTime? UpdatedBefore { get; set; }

    /// <summary>Returns at most this many objects.</summary>
    [Parameter(ParameterSetName = Filter)]
    [ValidateRange(1, int.MaxValue)]
    public int? First { get; set; }

    /// <summary>An object that carries the id, or the id as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    // The value of the identity parameter, whose name differs between cmdlets.
    private protected abstract string[]? Ids { get; }

    private protected abstract Endpoint ItemEndpoint { get; }

    private bool IsFilteredHere => UpdatedAfter is not null && UpdatedBefore is not null;

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        if (FindRequested(Ids, InputObject, Noun + "Id") is not { } requested)
        {
            TryRun(null, List);
            return;
        }

        foreach ((string id, object target) in requested)
        {
            Enqueue(target, token => Client.GetAsync<T>(ItemEndpoint.For(id), token), WriteObject);
        }
    }

    /// <summary>The requests that list the objects, with their other filters; most need one.</summary>
    private protected abstract IEnumerable<ApiRequest> Requests();

    private protected abstract DateTimeOffset? UpdatedOf(T item);

    private void List()
    {
        foreach (ApiRequest request in Requests())
        {
            ApiRequest filtered = request
                .With("updated_at.gt", FilterBounds.UtcFloor(UpdatedAfter))
                .With("updated_at.lt", UpdatedAfter is null ? FilterBounds.UtcCeiling(UpdatedBefore) : null);
            if (!Enumerate(Client.ListAsync<T>(filtered, IsFilteredHere ? null : First)).All(Write))
            {
                return;
            }
        }
    }

    private bool Write(T item) =>
        (IsFilteredHere && UpdatedOf(item) >= UpdatedBefore!.Value.ToUniversalTime())
        || WriteUpTo(item, First, WriteObject);
}
