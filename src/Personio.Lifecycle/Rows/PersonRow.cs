namespace Personio.Lifecycle;

/// <summary>A person of HR: one row, from Personio or from any other source.</summary>
public sealed record PersonRow
{
    /// <summary>The id. It is text: leading zeros count.</summary>
    public string? PersonId { get; init; }

    /// <summary>The second key, for example the personnel number; null where none is used.</summary>
    public string? SecondKey { get; init; }

    /// <summary>The first name.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name.</summary>
    public string? LastName { get; init; }

    /// <summary>The first name the person goes by.</summary>
    public string? PreferredName { get; init; }

    /// <summary>The name shown to people; null makes it of the other names.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The e-mail address. Before the first day it may be a private one.</summary>
    public string? Email { get; init; }

    /// <summary>The status of the person: ACTIVE or INACTIVE, or that of the current employment.</summary>
    public string? Status { get; init; }

    /// <summary>The status of the current employment, where the source tells it apart from that of the
    /// person.</summary>
    public string? EmploymentStatus { get; init; }

    /// <summary>INTERNAL or EXTERNAL.</summary>
    public string? EmploymentType { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>The last day as the source computed it.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>The day a termination takes effect.</summary>
    public DateOnly? TerminationDate { get; init; }

    /// <summary>The day the employment ends.</summary>
    public DateOnly? EmploymentEndDate { get; init; }

    /// <summary>The last day at work.</summary>
    public DateOnly? LastWorkingDay { get; init; }

    /// <summary>The end of a limited contract.</summary>
    public DateOnly? ContractEndDate { get; init; }

    /// <summary>The PersonId of the supervisor.</summary>
    public string? SupervisorId { get; init; }

    /// <summary>All employments; empty where the row itself tells of the only one.</summary>
    public IReadOnlyList<EmploymentRow> Employments { get; init => field = value ?? []; } = [];

    /// <summary>All columns of the row by name, for mappings. Names compare without case.</summary>
    public IReadOnlyDictionary<string, object?> Properties { get; init => field = value ?? s_none; } = s_none;

    /// <summary>The object the row was read from, for script blocks; null where there is none.</summary>
    public object? Source { get; init; }

    /// <summary>The name shown to people: never empty as long as there is an id.</summary>
    public string Name
    {
        get
        {
            if (!string.IsNullOrWhiteSpace(DisplayName))
            {
                return DisplayName.Trim();
            }

            string first = PreferredFirstName ?? FirstName ?? "";
            string name = $"{first.Trim()} {LastName?.Trim()}".Trim();
            return name.Length > 0 ? name : Email ?? PersonId ?? "";
        }
    }

    /// <summary>The preferred name without the last name: HR most often has the whole name there, sometimes a first name
    /// alone. Null where there is none, or where it is the last name alone.</summary>
    public string? PreferredFirstName
    {
        get
        {
            string? preferred = ValueText.Plain(PreferredName);
            string? last = ValueText.Plain(LastName);
            if (preferred is null || last is null || !preferred.EndsWith(last, StringComparison.OrdinalIgnoreCase))
            {
                return preferred;
            }

            string first = preferred[..^last.Length];
            return first.Length == 0 ? null
                // Lisa does not end with the last name "sa".
                : char.IsWhiteSpace(first[^1]) ? ValueText.Plain(first)
                : preferred;
        }
    }

    private static readonly Dictionary<string, object?> s_none = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The value of a column, by the name of a property of this type or of the source's own; null where the
    /// row has none.</summary>
    public object? Get(string name) => Properties.TryGetValue(name, out object? value) ? value : Standard(name);

    private object? Standard(string name) => name.ToUpperInvariant() switch
    {
        "PERSONID" => PersonId,
        "SECONDKEY" => SecondKey,
        "FIRSTNAME" => FirstName,
        "LASTNAME" => LastName,
        "PREFERREDNAME" => PreferredName,
        "DISPLAYNAME" => Name,
        "EMAIL" => Email,
        "STATUS" => Status,
        "EMPLOYMENTSTATUS" => EmploymentStatus,
        "EMPLOYMENTTYPE" => EmploymentType,
        "EMPLOYMENTSTARTDATE" or "STARTDATE" => StartDate,
        "LASTDAY" => LastDay,
        "SUPERVISORID" => SupervisorId,
        _ => null,
    };
}
