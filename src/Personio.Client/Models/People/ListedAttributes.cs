namespace Personio.Models;

/// <summary>The attributes of an employee that every company has; custom ones are among the unknown members.</summary>
internal sealed record ListedAttributes : ApiObject
{
    public ListedValue? Id { get; init; }

    public ListedValue? FirstName { get; init; }

    public ListedValue? LastName { get; init; }

    public ListedValue? PreferredName { get; init; }

    public ListedValue? Email { get; init; }

    public ListedValue? Gender { get; init; }

    public ListedValue? Status { get; init; }

    public ListedValue? Position { get; init; }

    public ListedValue? EmploymentType { get; init; }

    public ListedValue? Supervisor { get; init; }

    public ListedValue? Department { get; init; }

    public ListedValue? Team { get; init; }

    public ListedValue? Office { get; init; }

    public ListedValue? Subcompany { get; init; }

    public ListedValue? CostCenters { get; init; }

    // The values of these are unwrapped from their attribute objects.
    public decimal? WeeklyWorkingHours { get; init; }

    [Day]
    public DateTime? HireDate { get; init; }

    [Day]
    public DateTime? ContractEndDate { get; init; }

    [Day]
    public DateTime? ProbationPeriodEnd { get; init; }

    [Day]
    public DateTime? TerminationDate { get; init; }

    [Day]
    public DateTime? LastWorkingDay { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Id?.Text ?? "";
}
