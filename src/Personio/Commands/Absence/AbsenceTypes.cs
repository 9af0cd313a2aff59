using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>The company's absence types for one cmdlet: read when first needed, found by name, and their names put on
/// absences.</summary>
internal sealed class AbsenceTypes(ConnectedCmdletBase command)
{
    private readonly CachedList<AbsenceType> _rows =
        CachedLists.From(command, CompanyLists.AbsenceTypes, "Absence type names could not be read.");

    private readonly MissingNames _missing = new(command);
    private PersonioException? _fault;
    private bool _isTold;

    // None where the credential may not read them.
    private IReadOnlyList<AbsenceType> All => _rows.All;

    /// <summary>The names of the types, in the order of the company.</summary>
    public IEnumerable<string> Names => All.Select(type => type.Name).OfType<string>();

    /// <summary>The absence with the name of its type. Where that cannot be read it is empty, and an error.</summary>
    public AbsencePeriod Named(AbsencePeriod absence)
    {
        AbsencePeriod named = Named(absence, out PersonioException? fault);
        if (fault is not null)
        {
            _missing.Refused(CompanyLists.AbsenceTypes.PluralWords, fault);
        }
        else if (named is { AbsenceType: null, AbsenceTypeId: { } id })
        {
            _missing.Unknown(CompanyLists.AbsenceTypes.PluralWords, [id]);
        }

        return named;
    }

    /// <summary>
    /// The absence with the name of its type, where that is known. For absences that were just made or changed: what was
    /// done is not an error because of a name.
    /// </summary>
    public AbsencePeriod NamedIfKnown(AbsencePeriod absence)
    {
        AbsencePeriod named = Named(absence, out PersonioException? fault);
        if (fault is not null && !_isTold)
        {
            _isTold = true;
            command.WriteVerbose($"Absence type names could not be read. {fault.Message}");
        }

        return named;
    }

    /// <summary>The type of an absence.</summary>
    public AbsenceType TypeOf(AbsencePeriod absence) =>
        All.FirstOrDefault(type => type.AbsenceTypeId == absence.AbsenceTypeId)
        ?? Unread(absence.AbsenceTypeId, absence.StartDate);

    /// <summary>The type that is meant by its id, or by its name in upper or lower case.</summary>
    /// <param name="nameOrId">What was given.</param>
    /// <param name="start">The start of the absence that is to be of the type.</param>
    /// <exception cref="PersonioException">There is none, or several have the name.</exception>
    public AbsenceType Find(string nameOrId, DateTime? start) => All.Count == 0 && Guid.TryParse(nameOrId, out _)
        ? Unread(nameOrId, start)
        : _rows.Find(nameOrId);

    /// <summary>The types that are meant by their ids, or by names with wildcards, which may find none.</summary>
    /// <exception cref="PersonioException">
    /// A name without wildcards finds none, or several; or the types may not be read, and so nothing can be said about
    /// wildcards.
    /// </exception>
    public IReadOnlyList<AbsenceType> FindAll(IEnumerable<string> wanted) =>
        [.. wanted.SelectMany(nameOrId => WildcardPattern.ContainsWildcardCharacters(nameOrId)
            ? Like(new WildcardPattern(nameOrId, WildcardOptions.IgnoreCase))
            : [Find(nameOrId, null)])];

    /// <summary>The ids of the types that are meant by names or ids, and by categories; null where all are.</summary>
    /// <param name="wanted">Names with wildcards, or ids; null for all.</param>
    /// <param name="categories">Categories with wildcards; null for all.</param>
    /// <exception cref="PersonioException">There is no such type or category, or the types may not be read.</exception>
    public string[]? FindIds(string[]? wanted, string[]? categories)
    {
        IEnumerable<AbsenceType>? named = wanted is null ? null : FindAll(wanted);
        IEnumerable<AbsenceType>? inCategory = categories?.SelectMany(OfCategory).ToArray();
        IEnumerable<AbsenceType>? types = named is null || inCategory is null
            ? named ?? inCategory
            : named.IntersectBy(inCategory.Select(type => type.AbsenceTypeId), type => type.AbsenceTypeId);
        return types is null ? null : [.. types.Select(type => type.AbsenceTypeId!).Distinct()];
    }

    /// <summary>The category of the type of an absence; null where it has none, or the types cannot be read.</summary>
    public string? CategoryOf(AbsencePeriod absence) =>
        _fault is null ? All.FirstOrDefault(type => type.AbsenceTypeId == absence.AbsenceTypeId)?.Category : null;

    private AbsencePeriod Named(AbsencePeriod absence, out PersonioException? fault)
    {
        fault = _fault;
        if (fault is null)
        {
            try
            {
                AbsenceType? type = All.FirstOrDefault(type => type.AbsenceTypeId == absence.AbsenceTypeId);
                fault = _rows.Refusal;
                return absence with { AbsenceType = type?.Name };
            }
            catch (PersonioException unread)
            {
                _fault = fault = unread;
            }
        }

        return absence with { AbsenceType = null };
    }

    // Who may write but not read absences can still name a type by its id; a time of day tells that it counts hours.
    private static AbsenceType Unread(string? id, DateTime? start) => new()
    {
        AbsenceTypeId = id,
        Unit = start?.TimeOfDay > TimeSpan.Zero ? AbsenceUnit.Hour : AbsenceUnit.Day,
    };

    private AbsenceType[] OfCategory(string category)
    {
        var pattern = new WildcardPattern(category.Trim(), WildcardOptions.IgnoreCase);
        AbsenceType[] found = [.. All.Where(type => pattern.IsMatch(type.Category ?? ""))];
        return _rows.Refusal is { } refusal ? throw refusal
            : found.Length > 0 || WildcardPattern.ContainsWildcardCharacters(category) ? found
            : throw new PersonioException(
                ErrorKind.NotFound,
                $"No absence type has the category '{category}'. The company has "
                + $"{string.Join(", ", All.Select(type => type.Category).OfType<string>().Distinct().Order())}.")
            {
                Noun = CompanyLists.AbsenceCategories.Key,
            };
    }

    private AbsenceType[] Like(WildcardPattern pattern)
    {
        AbsenceType[] found = [.. All.Where(type => pattern.IsMatch(type.Name ?? ""))];
        return _rows.Refusal is { } refusal ? throw refusal : found;
    }
}
