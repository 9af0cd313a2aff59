namespace Personio.Lifecycle;

/// <summary>A person in HR: one row, from Personio or any other source.</summary>
public sealed record PersonRow
{
    /// <summary>The ID, as text: leading zeros are significant.</summary>
    public string? PersonId { get; init; }

    /// <summary>The second key, for example the personnel number; null if none is used.</summary>
    public string? SecondKey { get; init; }

    /// <summary>The first name.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name.</summary>
    public string? LastName { get; init; }

    /// <summary>The preferred name.</summary>
    public string? PreferredName { get; init; }

    /// <summary>The name shown to people; null to build it from the other names.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The email address. Before the first day it may be a private one.</summary>
    public string? Email { get; init; }

    /// <summary>The status of the person (ACTIVE or INACTIVE), or of the current employment.</summary>
    public string? Status { get; init; }

    /// <summary>
    /// The status of the current employment, if the source distinguishes it from the status of the person.
    /// </summary>
    public string? EmploymentStatus { get; init; }

    /// <summary>INTERNAL or EXTERNAL.</summary>
    public string? EmploymentType { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>The last day as computed by the source.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>The day a termination takes effect.</summary>
    public DateOnly? TerminationDate { get; init; }

    /// <summary>The day the employment ends.</summary>
    public DateOnly? EmploymentEndDate { get; init; }

    /// <summary>The last day at work.</summary>
    public DateOnly? LastWorkingDay { get; init; }

    /// <summary>The end of a fixed-term contract.</summary>
    public DateOnly? ContractEndDate { get; init; }

    /// <summary>The PersonId of the supervisor.</summary>
    public string? SupervisorId { get; init; }

    /// <summary>All employments; empty if the row itself describes the only one.</summary>
    public IReadOnlyList<EmploymentRow> Employments { get; init => field = value ?? []; } = [];

    /// <summary>All columns of the row by name, for mappings. Names are case-insensitive.</summary>
    public IReadOnlyDictionary<string, object?> Properties { get; init => field = value ?? s_none; } = s_none;

    /// <summary>The object from which the row was read, for script blocks; null if there is none.</summary>
    public object? Source { get; init; }

    /// <summary>The name shown to people; never empty if there is an ID.</summary>
    public string Name
    {
        get
        {
            if (!string.IsNullOrWhiteSpace(DisplayName))
            {
                return ValueText.WithoutHidden(DisplayName).Trim();
            }

            string first = PreferredFirstName ?? FirstName ?? "";
            string name = ValueText.WithoutHidden($"{first.Trim()} {LastName?.Trim()}").Trim();
            return name.Length > 0 ? name : Email ?? PersonId ?? "";
        }
    }

    /// <summary>
    /// The preferred name without the last name: HR usually stores the whole name there, sometimes only a first name.
    /// Null if there is none, or if it is only the last name.
    /// </summary>
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
                // The name Lisa does not end with the last name "Sa".
                : char.IsWhiteSpace(first[^1]) ? ValueText.Plain(first)
                : preferred;
        }
    }

    private static readonly Dictionary<string, object?> s_none = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The value of a column, by its name in this type or in the source; null if the row lacks it.</summary>
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
