using System.Management.Automation;
using Personio.Client;

namespace Personio;

/// <summary>
/// The base of the cmdlets that list rows of persons, for all of the company or for some persons with one request for
/// many, and that can add the names of the persons.
/// </summary>
public abstract class PersonRowsCmdletBase<T> : ConnectedCmdletBase
    where T : ApiObject
{
    private PersonBatch<T>? _persons;
    private readonly PersonNameEnricher<T> _names;

    private protected PersonRowsCmdletBase() => _names = new PersonNameEnricher<T>(this, PersonOf, WithName);

    /// <summary>
    /// Adds PersonName and PersonEmail, with one more request for each fifty persons not seen before in this session.
    /// By default, only persons that were piped or that the session has seen lately have them.
    /// </summary>
    [Parameter]
    public SwitchParameter IncludePerson { get; set; }

    /// <summary>Asks anew for the names that the session keeps from the last ten minutes.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool IsForced => Force;

    private protected override void SeeInput(object? input) => _names.See(input);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        ReleaseInputs();
        _persons?.Flush();
        base.EndProcessing();
        _names.Flush();
    }

    /// <summary>The listing with all filters but the persons. A long span of days can need several.</summary>
    private protected abstract IEnumerable<ApiRequest> Requests();

    /// <summary>Adds what the listings of some persons may lack.</summary>
    /// <param name="client">The client; the cmdlet's own is for the pipeline thread.</param>
    /// <param name="rows">What was listed.</param>
    /// <param name="persons">The ids of the persons.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    private protected virtual Task<IReadOnlyList<T>> CompleteAsync(
        PersonioClient client, IReadOnlyList<T> rows, string[] persons, CancellationToken cancellationToken) =>
        Task.FromResult(rows);

    /// <summary>Lists the rows of all persons, and gives each to <see cref="Write"/>.</summary>
    private protected abstract void ListAll();

    private protected abstract string? PersonOf(T row);

    private protected abstract T WithName(T row, PersonName name);

    /// <summary>Looks at a row that came, and writes it with <see cref="WriteRow"/> where it is wanted.</summary>
    /// <returns>Whether more rows are wanted.</returns>
    private protected abstract bool Write(T row);

    /// <summary>Lists the rows of some persons, in the order of the persons; of all where none are named.</summary>
    /// <param name="persons">The persons of this input; null where neither persons nor input were given.</param>
    private protected void List(IReadOnlyList<AskedId>? persons)
    {
        if (persons is null)
        {
            TryRun(null, ListAll);
        }
        else
        {
            _persons ??= new PersonBatch<T>(this, Requests, PersonOf, Write, CompleteAsync);
            _persons.Add(persons);
        }
    }

    /// <summary>Lists the rows of one piped object that is a filter, before that of the next is set.</summary>
    /// <param name="persons">The persons that were typed; null for all.</param>
    /// <param name="filter">Sets the filter.</param>
    private protected void ListFor(string[]? persons, Action filter)
    {
        filter();
        List(persons is null
            ? null
            : Resolved("PersonId", persons.Select(id => new AskedId((id ?? "").Trim(), id ?? ""))));
        _persons?.Flush();
    }

    /// <summary>Writes a row, with the name of its person where that is wanted.</summary>
    private protected void WriteRow(T row) => _names.Write(row, IncludePerson);
}
