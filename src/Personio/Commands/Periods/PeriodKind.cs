using Personio.Models;

namespace Personio;

/// <summary>Defines how a kind of period is created: how it is sent, read, compared and reported.</summary>
/// <param name="command">The cmdlet that creates them.</param>
internal abstract class PeriodKind<T>(ConnectedCmdletBase command)
    where T : ApiObject, IPersonRow<T>
{
    /// <summary>The word for the periods in messages: absence, attendance.</summary>
    public abstract string Word { get; }

    /// <summary>The name of the parameter for the end.</summary>
    public abstract string EndName { get; }

    /// <summary>The endpoint that creates a period.</summary>
    public abstract Endpoint CreationEndpoint { get; }

    /// <summary>The cmdlet that creates them.</summary>
    protected ConnectedCmdletBase Command => command;

    /// <summary>The listings that may contain equal periods, without the person filter.</summary>
    /// <param name="keys">The keys of the requested periods; at least one.</param>
    public abstract IEnumerable<ApiRequest> EqualRequests(IReadOnlyCollection<PeriodKey> keys);

    /// <summary>The additional listings that may contain conflicting periods.</summary>
    public virtual IEnumerable<ApiRequest> OverlapRequests(IReadOnlyCollection<PeriodKey> keys) => [];

    /// <summary>The id of a period.</summary>
    public abstract string? IdOf(T period);

    /// <summary>The key of an existing period; null if the period does not count.</summary>
    /// <param name="period">The period.</param>
    /// <param name="personId">The id of its person, used if the period does not contain it.</param>
    public abstract PeriodKey? KeyOf(T period, string personId);

    /// <summary>The id of the existing period equal to the requested one; null if none exists.</summary>
    public virtual string? FindSameId(PeriodKey requested, IReadOnlyList<T> existing) =>
        existing.FirstOrDefault(period => KeyOf(period, requested.PersonId)?.Matches(requested) == true) is { } same
            ? IdOf(same)
            : null;

    /// <summary>What can be foreseen before a period is sent, as a sentence; empty if nothing.</summary>
    /// <param name="draft">The period.</param>
    /// <param name="existing">The person's existing periods around it.</param>
    /// <param name="planned">The person's periods that would be created before it.</param>
    /// <exception cref="PersonioException">Personio would reject the period (<c>Conflict</c>).</exception>
    public abstract string Describe(
        IPeriodDraft draft, IReadOnlyList<T> existing, IReadOnlyCollection<IPeriodDraft> planned);

    /// <summary>Explains a rejection, as a sentence preceded by a space; empty if there is nothing to add.</summary>
    public virtual string Explain(IPeriodDraft draft, PersonioException fault) => "";

    /// <summary>Completes a draft about to be sent with what depends on the company.</summary>
    public virtual IPeriodDraft Prepare(IPeriodDraft draft) => draft;

    /// <summary>Checks a created period, and reports what else Personio changed.</summary>
    /// <param name="created">Personio's response.</param>
    /// <param name="draft">The period as it was sent.</param>
    /// <param name="target">The input that the period comes from.</param>
    public virtual void OnCreated(T created, IPeriodDraft draft, object target)
    {
    }
}
