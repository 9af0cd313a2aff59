using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// The company's absence types for one cmdlet: reads them on first use, finds them by name, and adds their names to
/// absences.
/// </summary>
internal sealed class AbsenceTypes(ConnectedCmdletBase command)
{
    private readonly CachedList<AbsenceType> _rows =
        CachedLists.From(command, CompanyLists.AbsenceTypes, "Absence type names could not be read.");

    private readonly MissingNames _missing = new(command);
    private PersonioException? _fault;
    private bool _isReported;

    // Empty if the credential may not read absence types.
    private IReadOnlyList<AbsenceType> All => _rows.All;

    /// <summary>The names of the types, in the company's order.</summary>
    public IEnumerable<string> Names => All.Select(type => type.Name).OfType<string>();

    /// <summary>
    /// Adds the name of its type to an absence. If the name cannot be read, it stays empty and an error is reported.
    /// </summary>
    public AbsencePeriod WithName(AbsencePeriod absence)
    {
        AbsencePeriod named = WithName(absence, out PersonioException? fault);
        if (fault is not null)
        {
            _missing.ReportRefused(CompanyLists.AbsenceTypes.PluralWords, fault);
        }
        else if (named is { AbsenceType: null, AbsenceTypeId: { } id })
        {
            _missing.ReportUnknown(CompanyLists.AbsenceTypes.PluralWords, [id]);
        }

        return named;
    }

    /// <summary>
    /// Adds the name of its type to an absence, if it is known. For absences that were just created or changed: a
    /// missing name does not turn a completed change into an error.
    /// </summary>
    public AbsencePeriod WithNameIfKnown(AbsencePeriod absence)
    {
        AbsencePeriod named = WithName(absence, out PersonioException? fault);
        if (fault is not null && !_isReported)
        {
            _isReported = true;
            command.WriteVerbose($"Absence type names could not be read. {fault.Message}");
        }

        return named;
    }

    /// <summary>The type of an absence.</summary>
    public AbsenceType TypeOf(AbsencePeriod absence) =>
        All.FirstOrDefault(type => type.AbsenceTypeId == absence.AbsenceTypeId)
        ?? CreateUnread(absence.AbsenceTypeId, absence.StartDate);

    /// <summary>Finds a type by its id, or by its name regardless of case.</summary>
    /// <param name="nameOrId">The name or id.</param>
    /// <param name="start">The start of the absence that will have the type.</param>
    /// <exception cref="PersonioException">No type has the name or id, or several have the name.</exception>
    public AbsenceType Find(string nameOrId, DateTime? start) => All.Count == 0 && Guid.TryParse(nameOrId, out _)
        ? CreateUnread(nameOrId, start)
        : _rows.Find(nameOrId);

    /// <summary>Finds types by id, or by name with wildcards, which may match nothing.</summary>
    /// <exception cref="PersonioException">
    /// A name without wildcards matches no type or several, or the types may not be read, so that wildcards cannot be
    /// resolved.
    /// </exception>
    public IReadOnlyList<AbsenceType> FindAll(IEnumerable<string> wanted) =>
        [.. wanted.SelectMany(nameOrId => WildcardPattern.ContainsWildcardCharacters(nameOrId)
            ? FindMatching(new NameWildcard(nameOrId))
            : [Find(nameOrId, null)])];

    /// <summary>
    /// The ids of the types with the given names or ids and in the given categories; null for all types.
    /// </summary>
    /// <param name="wanted">Names with wildcards, or ids; null for all.</param>
    /// <param name="categories">Categories with wildcards; null for all.</param>
    /// <exception cref="PersonioException">A type or category does not exist, or the types may not be read.</exception>
    public string[]? FindIds(string[]? wanted, string[]? categories)
    {
        IEnumerable<AbsenceType>? named = wanted is null ? null : FindAll(wanted);
        IEnumerable<AbsenceType>? inCategory = categories?.SelectMany(FindByCategory).ToArray();
        IEnumerable<AbsenceType>? types = named is null || inCategory is null
            ? named ?? inCategory
            : named.IntersectBy(inCategory.Select(type => type.AbsenceTypeId), type => type.AbsenceTypeId);
        return types is null ? null : [.. types.Select(type => type.AbsenceTypeId!).Distinct()];
    }

    /// <summary>The category of an absence's type; null if it has none or the types cannot be read.</summary>
    public string? CategoryOf(AbsencePeriod absence) =>
        _fault is null ? All.FirstOrDefault(type => type.AbsenceTypeId == absence.AbsenceTypeId)?.Category : null;

    private AbsencePeriod WithName(AbsencePeriod absence, out PersonioException? fault)
    {
        fault = _fault;
        if (fault is null)
        {
            try
            {
                AbsenceType? type = All.FirstOrDefault(type => type.AbsenceTypeId == absence.AbsenceTypeId);
                fault = _rows.AccessError;
                return absence with { AbsenceType = type?.Name };
            }
            catch (PersonioException unread)
            {
                _fault = fault = unread;
            }
        }

        return absence with { AbsenceType = null };
    }

    // A credential that may write but not read absences can still specify a type by its id. A time of day implies that
    // the type is counted in hours.
    private static AbsenceType CreateUnread(string? id, DateTime? start) => new()
    {
        AbsenceTypeId = id,
        Unit = start?.TimeOfDay > TimeSpan.Zero ? AbsenceUnit.Hour : AbsenceUnit.Day,
    };

    private AbsenceType[] FindByCategory(string category)
    {
        var pattern = new NameWildcard(category.Trim());
        AbsenceType[] found = [.. All.Where(type => pattern.IsMatch(type.Category ?? ""))];
        return _rows.AccessError is { } refusal ? throw refusal
            : found.Length > 0 || WildcardPattern.ContainsWildcardCharacters(category) ? found
            : throw new PersonioException(
                ErrorKind.NotFound,
                $"No absence type has the category '{category}'. The company has "
                + $"{string.Join(", ", All.Select(type => type.Category).OfType<string>().Distinct().Order())}.")
            {
                Noun = CompanyLists.AbsenceCategories.Key,
            };
    }

    private AbsenceType[] FindMatching(NameWildcard pattern)
    {
        AbsenceType[] found = [.. All.Where(type => pattern.IsMatch(type.Name ?? ""))];
        return _rows.AccessError is { } refusal ? throw refusal : found;
    }
}
