using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// Custom attributes as columns, selected by label with wildcards, or by exact label, global id or id. The attributes
/// that persons carry take precedence over the catalog, which is read only if they are not enough.
/// </summary>
/// <param name="command">The cmdlet.</param>
/// <param name="wanted">The names, with wildcards.</param>
/// <param name="taken">The names of the other columns. If an attribute has such a name, its id is added.</param>
internal sealed class AttributeColumns(ConnectedCmdletBase command, string[] wanted, IReadOnlyCollection<string> taken)
{
    private readonly CachedList<PersonAttribute> _catalog =
        CachedLists.From(
            command, CompanyLists.Attributes,
            "Attribute labels could not be read; attributes without labels keep their ids.");

    private IReadOnlyList<(string Name, string Id)>? _columns;

    /// <summary>True if a name with wildcards must match something too.</summary>
    public bool NeedsMatch { get; init; }

    /// <summary>The ids of the selected attributes.</summary>
    public IEnumerable<string> Ids => _columns!.Select(column => column.Id);

    /// <summary>Selects the columns, which are the same for all rows. Only the first call has an effect.</summary>
    /// <param name="persons">The persons of the first rows.</param>
    public void Choose(IReadOnlyList<Person> persons)
    {
        if (_columns is not null)
        {
            return;
        }

        try
        {
            _columns = Named(Find(persons));
        }
        catch (PersonioException fault)
        {
            // A column that is missing from every row is not an error of one person.
            command.ThrowTerminatingError(Errors.CreateRecord(fault, "Attribute", wanted));
        }
    }

    /// <summary>The columns of a person; null values for attributes that the person lacks.</summary>
    public IEnumerable<(string Name, object? Value)> ValuesOf(Person person) =>
        _columns!.Select(column => (column.Name, ValueOf(person, column.Id)));

    private static bool AreSame(string? one, string? other) => (one?.Trim()).EqualsIgnoringCase(other?.Trim());

    private static bool IsNamed(PersonAttribute attribute, string name) =>
        AreSame(attribute.Label, name) || AreSame(attribute.UniversalId, name) || AreSame(attribute.AttributeId, name);

    private static string NameOf(PersonAttribute attribute) =>
        new[] { attribute.Label, attribute.UniversalId, attribute.AttributeId }
            .First(name => !string.IsNullOrWhiteSpace(name))!.Trim();

    private static object? ValueOf(Person person, string id) =>
        person.CustomAttributes.FirstOrDefault(attribute => AreSame(attribute.Id, id))?.Value;

    // Each attribute that any person has, once, with its label if any of them includes it.
    private static List<PersonAttribute> CollectAttributes(IEnumerable<Person> persons) =>
    [
        .. persons.SelectMany(person => person.CustomAttributes)
            .Where(attribute => !string.IsNullOrWhiteSpace(attribute.Id))
            .GroupBy(attribute => attribute.Id!, StringComparer.OrdinalIgnoreCase)
            .Select(same => new PersonAttribute
            {
                AttributeId = same.Key,
                Label = same.Select(attribute => attribute.Label).FirstOrDefault(label => label is not null),
                UniversalId = same.Select(attribute => attribute.GlobalId).FirstOrDefault(id => id is not null),
            }),
    ];

    // The catalog also contains the fields of every company, such as the first name.
    private static IEnumerable<PersonAttribute> WithLabels(
        List<PersonAttribute> seen, IReadOnlyList<PersonAttribute> catalog)
    {
        IEnumerable<PersonAttribute> unseen = catalog.Where(entry =>
            PersonAttribute.IsCustom(entry.AttributeId)
            && !seen.Exists(attribute => AreSame(attribute.AttributeId, entry.AttributeId)));
        return seen
            .Select(attribute => attribute with
            {
                Label = attribute.Label
                    ?? catalog.FirstOrDefault(entry => AreSame(entry.AttributeId, attribute.AttributeId))?.Label,
            })
            .Concat(unseen);
    }

    private PersonAttribute[] FindMatching(IReadOnlyList<PersonAttribute> all, string name)
    {
        // An exact name first, because a label may contain brackets.
        PersonAttribute[] named = [.. all.Where(attribute => IsNamed(attribute, name))];
        if (named.Length > 0)
        {
            return named;
        }

        if (!WildcardPattern.ContainsWildcardCharacters(name))
        {
            return [_catalog.Names.Find(all, name)];
        }

        var pattern = new NameWildcard(name);
        PersonAttribute[] like = [.. all.Where(attribute => pattern.IsMatch(NameOf(attribute)))];
        return like.Length == 0 && NeedsMatch ? [_catalog.Names.Find(all, name)] : like;
    }

    private PersonAttribute[] Find(IReadOnlyList<Person> persons)
    {
        List<PersonAttribute> seen = CollectAttributes(persons);
        bool isEnough = Array.TrueForAll(wanted, name =>
            seen.Exists(attribute => attribute.Label is not null && IsNamed(attribute, name)));
        return isEnough ? Select(seen) : _catalog.Find(entries => Select([.. WithLabels(seen, entries)]));
    }

    private PersonAttribute[] Select(IReadOnlyList<PersonAttribute> all) =>
        [.. wanted.SelectMany(name => FindMatching(all, name)).DistinctBy(attribute => attribute.AttributeId)];

    private List<(string Name, string Id)> Named(IEnumerable<PersonAttribute> attributes)
    {
        var names = new HashSet<string>(taken, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. attributes.Select(attribute => (
                names.Add(NameOf(attribute)) ? NameOf(attribute) : $"{NameOf(attribute)} ({attribute.AttributeId})",
                attribute.AttributeId!)),
        ];
    }
}
