using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// Collects persons and lists what is theirs with one request for many, through the filter <c>person.id</c>. Output comes
/// in the order of the persons.
/// </summary>
/// <param name="command">The cmdlet.</param>
/// <param name="request">Makes the request with its other filters.</param>
/// <param name="personOf">The person a row belongs to.</param>
/// <param name="write">Writes a row; false when no more rows are wanted.</param>
internal sealed class PersonBatch<T>(
    ConnectedCommand command, Func<ApiRequest> request, Func<T, string?> personOf, Func<T, bool> write)
    where T : ApiObject
{
    // Well below the length of line that gateways take.
    private const int Size = 50;

    private readonly List<(string Id, object Target)> _asked = [];
    private bool _isEnough;

    /// <summary>Adds persons; a full batch is asked for.</summary>
    public void Add(IEnumerable<(string Id, object Target)> persons)
    {
        foreach ((string, object) person in persons)
        {
            _asked.Add(person);
            if (_asked.Count == Size)
            {
                Flush();
            }
        }
    }

    /// <summary>Asks for what is left.</summary>
    public void Flush()
    {
        if (_asked.Count == 0 || _isEnough)
        {
            _asked.Clear();
            return;
        }

        string[] ids = [.. _asked.Select(person => person.Id).Distinct(StringComparer.Ordinal)];
        object target = _asked.Count == 1 ? _asked[0].Target : ids;
        _asked.Clear();
        command.Ahead(
            target,
            token => command.Client.ListAllAsync<T>(request().WithAny("person.id", ids), token),
            rows => Write(ids, rows));
    }

    private void Write(string[] ids, IReadOnlyList<T> rows)
    {
        // OrderBy keeps the service's order among the rows of a person.
        foreach (T row in rows.OrderBy(row => Array.IndexOf(ids, personOf(row))))
        {
            if (_isEnough || !write(row))
            {
                _isEnough = true;
                return;
            }
        }
    }
}
