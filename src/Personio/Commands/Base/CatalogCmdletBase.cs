using System.Management.Automation;
using Personio.Client;
using Personio.Completers;

namespace Personio;

/// <summary>
/// The base of the cmdlets for a company's short lists: the whole list, entries by name with wildcards, or entries by
/// id or exact name. A single id is read with its own request if the API has one. Several names or ids take one
/// listing, and ids missing from the listing are requested individually.
/// </summary>
public abstract class CatalogCmdletBase<T> : ConnectedCmdletBase
    where T : ApiObject
{
    /// <summary>The parameter set for names; the default.</summary>
    protected const string ByName = "ByName";

    /// <summary>The parameter set for ids.</summary>
    protected const string ById = "ById";

    private readonly CompanyList<T> _list = CompanyLists.For<T>();
    private readonly List<RequestedId> _requested = [];
    private readonly Dictionary<string, Task<T[]>> _reads = new(StringComparer.OrdinalIgnoreCase);
    private IReadOnlyList<T>? _all;

    /// <summary>Names, with wildcards. Filtered here.</summary>
    [Parameter(ParameterSetName = ByName, Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CatalogNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>An object that carries the id, or the id as text.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    // The value of the identity parameter, whose name differs between cmdlets.
    private protected abstract string[]? Ids { get; }

    /// <summary>
    /// The maximum number of entries if no ids are specified; null for all. For lists whose entries need no completion.
    /// </summary>
    private protected virtual int? Limit => null;

    // Names are found in the list itself.
    private protected override bool TakesNames => false;

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        if (FindRequested(Ids, InputObject, Noun + "Id") is { } requested)
        {
            // Collected first, because the number of ids decides how they are read.
            _requested.AddRange(requested);
        }
        else if (Name is null)
        {
            TryRun(null, List);
        }
        else
        {
            foreach (string name in Name)
            {
                TryRun(name, () => WriteNamed(name));
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        string[] ids = [.. _requested.Select(one => one.Id).Distinct(StringComparer.OrdinalIgnoreCase)];
        bool isOne = ids is [string only] && CompanyIds.IsId(only);
        foreach ((string id, object target) in _requested)
        {
            if (isOne && GetRequests(id).Any())
            {
                Get(id, target);
            }
            else
            {
                TryRun(target, () => Find(id, target));
            }
        }

        base.EndProcessing();
    }

    /// <summary>
    /// The requests that get an entry by its id, each of which may find one; empty if the API has no such request.
    /// </summary>
    private protected virtual IEnumerable<ApiRequest> GetRequests(string id) => _list.RequestsFor(id);

    /// <summary>The requests that list all entries; most lists need one.</summary>
    private protected virtual IEnumerable<ApiRequest> ListRequests() => _list.Requests;

    /// <summary>Completes an entry from the other entries before it is written.</summary>
    private protected virtual T Complete(T entry, IReadOnlyList<T> all) => entry;

    private void Get(string id, object target) => Enqueue(
        target,
        token => _reads.TryGetValue(id, out Task<T[]>? read) ? read : _reads[id] = GetAllAsync(id, token),
        found =>
        {
            Array.ForEach(found, WriteObject);
            if (found.Length == 0)
            {
                WriteError(Errors.NotFound(Noun, id, target));
            }
        });

    private async Task<T[]> GetAllAsync(string id, CancellationToken cancellationToken) =>
    [
        .. (await Task.WhenAll(GetRequests(id).Select(request => GetOrNullAsync(request, cancellationToken)))
            .ConfigureAwait(false)).OfType<T>(),
    ];

    private async Task<T?> GetOrNullAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await Client.GetAsync<T>(request, cancellationToken).ConfigureAwait(false);
        }
        catch (PersonioException fault) when (fault.Kind == ErrorKind.NotFound)
        {
            return null;
        }
    }

    // By id, otherwise by exact name. An id missing from the listing may still exist.
    private void Find(string id, object target)
    {
        T[] found = [.. All().Where(entry => _list.IdOf(entry).EqualsIgnoringCase(id))];
        found = found.Length > 0
            ? found
            : [.. All().Where(entry => (_list.NameOf(entry)?.Trim()).EqualsIgnoringCase(id))];
        if (found.Length == 0 && CompanyIds.IsId(id) && GetRequests(id).Any())
        {
            Get(id, target);
        }
        else
        {
            // Queued to keep the order: an entry requested individually may still be in flight.
            Enqueue(target, _ => Task.FromResult(found), entries => Write(entries, id, target));
        }
    }

    private IReadOnlyList<T> All() => _all ??=
        [.. ListRequests().SelectMany(request => Await(token => Client.ListCurrentAsync<T>(request, token)))];

    private void List()
    {
        if (Limit is null)
        {
            WriteMatching(_ => true, null, this);
            return;
        }

        foreach (T entry in ListRequests().SelectMany(request => Enumerate(Client.ListAsync<T>(request, Limit))))
        {
            if (!WriteUpTo(entry, Limit, WriteObject))
            {
                return;
            }
        }
    }

    private void WriteNamed(string name)
    {
        var pattern = new NameWildcard(name);
        bool mayBeNone = WildcardPattern.ContainsWildcardCharacters(name);
        WriteMatching(entry => pattern.IsMatch(_list.NameOf(entry) ?? ""), mayBeNone ? null : $"'{name}'", name);
    }

    // A null wanted means that finding nothing is not an error.
    private void WriteMatching(Func<T, bool> isWanted, string? pattern, object target) =>
        Write([.. All().Where(isWanted)], pattern, target);

    private void Write(T[] found, string? pattern, object target)
    {
        if (found.Length == 0 && pattern is not null)
        {
            WriteError(Errors.NotFound(Noun, pattern, target));
        }

        foreach (T entry in found)
        {
            WriteUpTo(Complete(entry, All()), Limit, WriteObject);
        }
    }
}
