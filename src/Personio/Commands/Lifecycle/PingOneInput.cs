using Personio.Lifecycle;
using Personio.Models;
using Personio.PingOne;

namespace Personio;

/// <summary>
/// Reads what a comparison needs from a PingOne environment: the schema, the populations, and all users once.
/// </summary>
internal sealed class PingOneInput(PersonioCmdletBase command, PingOneClient client)
{
    private IReadOnlyList<PingOnePopulation>? _populations;

    /// <summary>The number of users that PingOne reports for the list; null if not reported.</summary>
    public int? ReportedCount { get; private set; }

    /// <summary>
    /// The sum of the user counts of the populations; null if a population does not report its count.
    /// </summary>
    public long? PopulationCount { get; private set; }

    /// <summary>
    /// The schema. If the worker app may not read it, the attributes that every environment has; other attributes are
    /// dropped.
    /// </summary>
    public IReadOnlyList<SchemaEntry> ReadSchema()
    {
        try
        {
            return [.. command.Await(token => client.GetAttributesAsync(token)).SelectMany(Entries)];
        }
        catch (PersonioException fault) when (fault.Kind == ErrorKind.AccessDenied)
        {
            command.WriteWarning(
                $"The user schema could not be read, so only standard attributes are mapped. {fault.Message}");
            return [.. StandardAttributes().Select(name => new SchemaEntry { Name = name })];
        }
    }

    /// <summary>All users.</summary>
    /// <param name="map">The mapping.</param>
    public IReadOnlyList<AccountRow> ReadAccounts(AttributeMap map)
    {
        // Not from the session's cache: the counts must be current, and read before users who are added during the
        // listing.
        _populations =
            [.. command.Enumerate(client.ListAsync<PingOnePopulation>(client.At(Endpoints.ListPopulations)))];
        PopulationCount = _populations.All(population => population.UserCount is not null)
            ? _populations.Sum(population => population.UserCount)
            : null;
        IReadOnlyList<string> attributes = map.AttributesToRead;
        return
        [
            .. command.Enumerate(client.ListUsersAsync(null, null, count => ReportedCount = count, command.StopToken))
                .Select(user => PingOneAccounts.CreateRow(user, map.Columns, attributes)),
        ];
    }

    /// <summary>Resolves a population to its id.</summary>
    /// <exception cref="LifecycleException">No population has the name or id (<c>InvalidOption</c>).</exception>
    public string PopulationId(string nameOrId)
    {
        string wanted = nameOrId.Trim();
        _populations ??= command.Await(token => client.GetPopulationsAsync(token));
        return _populations.FirstOrDefault(row =>
                string.Equals(row.PopulationId, wanted, StringComparison.OrdinalIgnoreCase)
                || string.Equals(row.Name, wanted, StringComparison.OrdinalIgnoreCase))?.PopulationId
            ?? throw new LifecycleException(
                LifecycleErrors.InvalidOption,
                $"Population '{wanted}' was not found. Available: "
                + $"{string.Join(", ", _populations.Select(row => row.Name))}.");
    }

    /// <summary>Returns those of the accounts that hold an admin role.</summary>
    public IReadOnlyList<string> FindAdministrators(IReadOnlyList<string> accountIds)
    {
        var found = new List<string>();
        try
        {
            var pending = new Queue<(string Id, Task<bool> Answer)>();
            foreach (string id in accountIds)
            {
                pending.Enqueue((id, client.IsAdministratorAsync(id, command.StopToken)));
                Collect(pending, max: 7, found);
            }

            Collect(pending, max: 0, found);
        }
        catch (PersonioException fault) when (fault.Kind == ErrorKind.AccessDenied)
        {
            command.WriteWarning(
                "Admin roles could not be read, so the plan may have rows for administrators. Invoke-PersonioPlan "
                + $"asks again before each write. {fault.Message}");
        }

        return found;
    }

    private void Collect(Queue<(string Id, Task<bool> Answer)> pending, int max, List<string> found)
    {
        while (pending.Count > max)
        {
            (string id, Task<bool> answer) = pending.Dequeue();
            if (command.Await(new ValueTask<bool>(answer)))
            {
                found.Add(id);
            }

            command.ReportProgress();
        }
    }

    private static IEnumerable<SchemaEntry> Entries(PingOneAttribute attribute)
    {
        if (attribute.Name is not { } name)
        {
            return [];
        }

        bool isEnabled = attribute.Enabled != false;
        return attribute.SubAttributes.Count > 0
            ? attribute.SubAttributes.Select(part => new SchemaEntry { Name = $"{name}.{part}", Enabled = isEnabled })
            :
            [
                new SchemaEntry
                {
                    Name = name, Enabled = isEnabled, Type = attribute.Type, Pattern = attribute.Pattern,
                    AllowedValues = [.. attribute.AllowedValues], IsMultiValued = attribute.MultiValued,
                },
            ];
    }

    private static IEnumerable<string> StandardAttributes() => MapPresets.PingOne.Rules.Where(rule => !rule.IsOptional)
        .Select(rule => rule.Target)
        .Concat(
        [
            "name.middle", "locale", "mobilePhone", "primaryPhone", "preferredLanguage", "timezone", "accountId",
            "address.streetAddress", "address.postalCode", "address.locality", "address.region", "address.countryCode",
        ]);
}
