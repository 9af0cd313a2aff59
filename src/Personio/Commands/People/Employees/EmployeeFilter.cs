using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>Selects employees. Checks the person first, so that no employment is read unnecessarily.</summary>
internal sealed class EmployeeFilter
{
    /// <summary>The names to match; null for all.</summary>
    public PersonFilter? Name { get; init; }

    /// <summary>The supervisors whose employees match; null for all.</summary>
    public PersonFilter? Supervisor { get; init; }

    /// <summary>The email addresses to match; null for all.</summary>
    public string[]? Email { get; init; }

    /// <summary>The statuses of the employment to match; null for all.</summary>
    public EmploymentStatus[]? Status { get; init; }

    /// <summary>The departments; null for all.</summary>
    public CompanyFilter? Department { get; init; }

    /// <summary>The teams; null for all.</summary>
    public CompanyFilter? Team { get; init; }

    /// <summary>The workplaces; null for all.</summary>
    public CompanyFilter? Workplace { get; init; }

    /// <summary>The legal entities; null for all.</summary>
    public CompanyFilter? LegalEntity { get; init; }

    /// <summary>The cost centers, of which any share is enough; null for all.</summary>
    public CompanyFilter? CostCenter { get; init; }

    /// <summary>The range of days for joiners and leavers; null for no bound.</summary>
    public (DateTime? From, DateTime? To) Days { get; init; }

    /// <summary>True to match employees who start on one of the days.</summary>
    public bool IsJoining { get; init; }

    /// <summary>True to match employees whose last day is one of the days.</summary>
    public bool IsLeaving { get; init; }

    /// <summary>True if the person alone decides, so that no employment is read unnecessarily.</summary>
    public bool IsByPersonOnly => Status is null && Supervisor is null && !IsJoining && !IsLeaving && !Places.Any();

    /// <summary>True if Personio applies the whole filter.</summary>
    public bool IsByServiceOnly => IsByPersonOnly && Name is null && Addresses is null or { HasWildcards: false };

    /// <summary>The address to match, if there is exactly one and it has no wildcards; otherwise null.</summary>
    public string? SingleAddress => Email is [string one] && Addresses is { HasWildcards: false } ? one : null;

    /// <summary>True if nothing can match.</summary>
    public bool IsEmpty => Places.Any(place => place.IsEmpty);

    private NamePatterns? Addresses => field ??= Email is null ? null : new NamePatterns(Email);

    private IEnumerable<CompanyFilter> Places =>
        new[] { Department, Team, Workplace, LegalEntity, CostCenter }.OfType<CompanyFilter>();

    /// <summary>Looks up the names in the company's lists.</summary>
    /// <exception cref="PersonioException">A name is unknown, or a list cannot be read.</exception>
    public void Resolve(ConnectedCmdletBase command, bool isNamed)
    {
        foreach (CompanyFilter place in Places)
        {
            place.Resolve(command, isNamed);
        }
    }

    /// <summary>The request that lists the persons who may match, filtered by Personio as far as possible.</summary>
    public ApiRequest Request() => Endpoints.ListPersons.For()
        .WithAny("email", Addresses is null or { HasWildcards: true } ? null : Email)
        .With("status", Status is null ? null
            : Array.TrueForAll(Status, IsAtWork) ? "ACTIVE"
            : Array.TrueForAll(Status, status => status == EmploymentStatus.Inactive) ? "INACTIVE"
            : null);

    /// <summary>True if a person may match, regardless of the employment.</summary>
    public bool IsWanted(Person person) =>
        // Evaluates every part, because each name that is found must be recorded.
        (Name?.IsWanted(person) ?? true)
        & (Addresses?.IsMatch([person.Email]) ?? true)
        & (Status is null || person.Status?.ToUpperInvariant() switch
        {
            "ACTIVE" => Array.Exists(Status, IsAtWork),
            "INACTIVE" => Status.Contains(EmploymentStatus.Inactive),
            _ => true,
        });

    /// <summary>True if an employment matches.</summary>
    /// <param name="person">The person.</param>
    /// <param name="employment">The employment; null if the person has none.</param>
    public bool IsWanted(Person person, Employment? employment) => IsInRange(person, employment)
        && (Department?.IsWanted([employment?.DepartmentId]) ?? true)
        && (Team?.IsWanted([employment?.TeamId]) ?? true)
        && (Workplace?.IsWanted([employment?.WorkplaceId]) ?? true)
        && (LegalEntity?.IsWanted([employment?.LegalEntityId]) ?? true)
        && (CostCenter?.IsWanted(employment?.CostCenters.Select(share => share.CostCenterId) ?? []) ?? true);

    /// <summary>True if an employee that contains the names matches.</summary>
    public bool IsWanted(EmployeeParts employee) =>
        // Evaluates every part, because a list that cannot be read is replaced by the names in the rows.
        IsInRange(employee.Person, employee.Employment)
        & (Department?.IsNamed([employee.Names.Department]) ?? true)
        & (Team?.IsNamed([employee.Names.Team]) ?? true)
        & (Workplace?.IsNamed([employee.Names.Workplace]) ?? true)
        & (LegalEntity?.IsNamed([employee.Names.LegalEntity]) ?? true)
        & (CostCenter?.IsNamed(employee.Names.CostCenters) ?? true);

    /// <summary>Rejects names that nobody had, once everyone has been checked.</summary>
    /// <exception cref="PersonioException">Nobody had one of the names.</exception>
    public void Check()
    {
        Name?.Check();
        foreach (CompanyFilter place in Places)
        {
            place.Check();
        }
    }

    private static bool IsAtWork(EmploymentStatus status) => status
        is EmploymentStatus.Active or EmploymentStatus.Onboarding or EmploymentStatus.Leave;

    private bool IsInRange(Person person, Employment? employment) =>
        (Status is null || Array.Exists(Status, status => string.Equals(
            status.ToString(), employment?.Status ?? person.Status, StringComparison.OrdinalIgnoreCase)))
        && (Supervisor is null || (employment?.SupervisorId is { } id && Supervisor.Ids.Contains(id)))
        && ((!IsJoining && !IsLeaving)
            || (IsJoining && IsOn(employment?.EmploymentStartDate))
            || (IsLeaving && IsOn(employment is null ? null : LastDay.From(employment)?.Date)));

    private bool IsOn(DateTime? day) => EmployeeRow.IsWithin(day, Days.From, Days.To);
}
