using Personio.Models;

namespace Personio;

/// <summary>What there is to know of a kind of periods to create them: how they are sent, read, compared and told.
/// </summary>
/// <param name="command">The cmdlet that creates them.</param>
internal abstract class PeriodKind<T>(ConnectedCmdletBase command)
    where T : ApiObject, IPersonRow<T>
{
    /// <summary>What the periods are called: absence, attendance.</summary>
    public abstract string Word { get; }

    /// <summary>The name of the parameter for the end.</summary>
    public abstract string EndName { get; }

    /// <summary>The request that creates one.</summary>
    public abstract Endpoint Creation { get; }

    /// <summary>The cmdlet that creates them.</summary>
    protected ConnectedCmdletBase Command => command;

    /// <summary>The listings of the periods that may be equal to some, without the filter of persons.</summary>
    /// <param name="keys">What is asked for; at least one.</param>
    public abstract IEnumerable<ApiRequest> Equal(IReadOnlyCollection<PeriodKey> keys);

    /// <summary>The listings of the periods that may be in the way of some as well; not those of equal ones.</summary>
    public virtual IEnumerable<ApiRequest> Around(IReadOnlyCollection<PeriodKey> keys) => [];

    /// <summary>The id of a period.</summary>
    public abstract string? IdOf(T period);

    /// <summary>What a period that is there is compared by; null where it does not count.</summary>
    /// <param name="period">The period.</param>
    /// <param name="personId">Whose it is where it does not say so.</param>
    public abstract PeriodKey? KeyOf(T period, string personId);

    /// <summary>The id of the period that is the same as the one that is asked for; null where there is none.</summary>
    public virtual string? IdOfSame(PeriodKey asked, IReadOnlyList<T> existing) =>
        existing.FirstOrDefault(period => KeyOf(period, asked.PersonId)?.Matches(asked) == true) is { } same
            ? IdOf(same)
            : null;

    /// <summary>What can be said before a period is sent, as a sentence; empty where nothing can.</summary>
    /// <param name="draft">The period.</param>
    /// <param name="existing">The periods of the person around it.</param>
    /// <param name="planned">The periods of the person that would be created before it.</param>
    /// <exception cref="PersonioException">Personio would refuse it (<c>Conflict</c>).</exception>
    public abstract string Foresee(
        IPeriodDraft draft, IReadOnlyList<T> existing, IReadOnlyCollection<IPeriodDraft> planned);

    /// <summary>What is known here of a refusal, as a sentence after a space; empty where nothing is.</summary>
    public virtual string Explain(IPeriodDraft draft, PersonioException fault) => "";

    /// <summary>Completes a draft that is about to be sent, with what depends on the company.</summary>
    public virtual IPeriodDraft Ready(IPeriodDraft draft) => draft;

    /// <summary>Tells what else Personio changed.</summary>
    /// <param name="made">What Personio answered.</param>
    /// <param name="draft">What was sent.</param>
    /// <param name="target">The input it was made of.</param>
    public virtual void Tell(T made, IPeriodDraft draft, object target)
    {
    }
}
