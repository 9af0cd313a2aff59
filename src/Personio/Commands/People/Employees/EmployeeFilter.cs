using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// Which employees are wanted. What a person tells by itself is asked first, so that no employment is read for nothing.
/// </summary>
internal sealed class EmployeeFilter
{
    /// <summary>Names; null for all.</summary>
    public PersonFilter? Name { get; init; }

    /// <summary>The supervisors whose employees are wanted; null for all.</summary>
    public PersonFilter? Supervisor { get; init; }

    /// <summary>E-mail addresses; null for all.</summary>
    public string[]? Email { get; init; }

    /// <summary>The states of the employment; null for all.</summary>
    public EmploymentStatus[]? Status { get; init; }

    /// <summary>The departments; null for all.</summary>
    public CompanyFilter? Department { get; init; }

    /// <summary>The teams; null for all.</summary>
    public CompanyFilter? Team { get; init; }

    /// <summary>The workplaces; null for all.</summary>
    public CompanyFilter? Workplace { get; init; }

    /// <summary>The legal entities; null for all.</summary>
    public CompanyFilter? LegalEntity { get; init; }

    /// <summary>The cost centers, of which one with any share is enough; null for all.</summary>
    public CompanyFilter? CostCenter { get; init; }

    /// <summary>The days that count for joiners and leavers; null for no bound.</summary>
    public (DateTime? From, DateTime? To) Days { get; init; }

    /// <summary>Whether those are wanted who start on one of the days.</summary>
    public bool IsJoining { get; init; }

    /// <summary>Whether those are wanted whose last day is one of the days.</summary>
    public bool IsLeaving { get; init; }

    /// <summary>Whether a person alone tells all, so that nobody is read who is not wanted.</summary>
    public bool IsOfPersons => Status is null && Supervisor is null && !IsJoining && !IsLeaving && !Places.Any();

    /// <summary>Whether Personio itself leaves out all who are not wanted.</summary>
    public bool IsOfService => IsOfPersons && Name is null && Addresses is null or { HasWildcards: false };

    /// <summary>The one address that is wanted, where it is one and has no wildcards; else null.</summary>
    public string? OnlyAddress => Email is [string one] && Addresses is { HasWildcards: false } ? one : null;

    /// <summary>Whether nothing can match.</summary>
    public bool IsEmpty => Places.Any(place => place.IsEmpty);

    private NamePatterns? Addresses => field ??= Email is null ? null : new NamePatterns(Email);

    private IEnumerable<CompanyFilter> Places =>
        new[] { Department, Team, Workplace, LegalEntity, CostCenter }.OfType<CompanyFilter>();

    /// <summary>Looks the names of the company's lists up.</summary>
    /// <exception cref="PersonioException">One is unknown, or a list cannot be read.</exception>
    public void Resolve(ConnectedCmdletBase command, bool isNamed)
    {
        foreach (CompanyFilter place in Places)
        {
            place.Resolve(command, isNamed);
        }
    }

    /// <summary>The listing of the persons that may be wanted, filtered by Personio as far as it can.</summary>
    public ApiRequest Request() => Endpoints.ListPersons.For()
        .WithAny("email", Addresses is null or { HasWildcards: true } ? null : Email)
        .With("status", Status is null ? null
            : Array.TrueForAll(Status, IsAtWork) ? "ACTIVE"
            : Array.TrueForAll(Status, status => status == EmploymentStatus.Inactive) ? "INACTIVE"
            : null);

    /// <summary>Whether a person may be wanted, whatever the employment is.</summary>
    public bool IsWanted(Person person) =>
        // Not in a chain that ends early: each name has to be noted where it is found.
        (Name?.IsWanted(person) ?? true)
        & (Addresses?.IsMatch([person.Email]) ?? true)
        & (Status is null || person.Status?.ToUpperInvariant() switch
        {
            "ACTIVE" => Array.Exists(Status, IsAtWork),
            "INACTIVE" => Status.Contains(EmploymentStatus.Inactive),
            _ => true,
        });

    /// <summary>Whether an employment is wanted.</summary>
    /// <param name="person">The person.</param>
    /// <param name="employment">The employment; null where there is none.</param>
    public bool IsWanted(Person person, Employment? employment) => IsTimely(person, employment)
        && (Department?.IsWanted([employment?.DepartmentId]) ?? true)
        && (Team?.IsWanted([employment?.TeamId]) ?? true)
        && (Workplace?.IsWanted([employment?.WorkplaceId]) ?? true)
        && (LegalEntity?.IsWanted([employment?.LegalEntityId]) ?? true)
        && (CostCenter?.IsWanted(employment?.CostCenters.Select(share => share.CostCenterId) ?? []) ?? true);

    /// <summary>Whether an employee is wanted that carries the names.</summary>
    public bool IsWanted(EmployeeParts employee) =>
        // As above: a list that cannot be read is known by what the rows have.
        IsTimely(employee.Person, employee.Employment)
        & (Department?.IsNamed([employee.Names.Department]) ?? true)
        & (Team?.IsNamed([employee.Names.Team]) ?? true)
        & (Workplace?.IsNamed([employee.Names.Workplace]) ?? true)
        & (LegalEntity?.IsNamed([employee.Names.LegalEntity]) ?? true)
        & (CostCenter?.IsNamed(employee.Names.CostCenters) ?? true);

    /// <summary>Refuses names that nobody had, when everybody was looked at.</summary>
    /// <exception cref="PersonioException">There is such a name.</exception>
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

    private bool IsTimely(Person person, Employment? employment) =>
        (Status is null || Array.Exists(Status, status => string.Equals(
            status.ToString(), employment?.Status ?? person.Status, StringComparison.OrdinalIgnoreCase)))
        && (Supervisor is null || (employment?.SupervisorId is { } id && Supervisor.Ids.Contains(id)))
        && ((!IsJoining && !IsLeaving)
            || (IsJoining && IsOn(employment?.EmploymentStartDate))
            || (IsLeaving && IsOn(employment is null ? null : LastDay.From(employment)?.Date)));

    private bool IsOn(DateTime? day) => EmployeeRow.IsWithin(day, Days.From, Days.To);
}
