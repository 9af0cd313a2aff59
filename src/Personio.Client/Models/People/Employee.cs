namespace Personio.Models;

/// <summary>
/// A person with the current employment in one flat row, for tables, CSV files and directories. Names replace ids; a
/// name that cannot be read is null.
/// </summary>
public sealed record Employee : IOriginated
{
    /// <summary>The id of the person, decimal digits.</summary>
    public string? PersonId { get; init; }

    /// <summary>
    /// The preferred name, which is the full name; if it is a single word that does not contain the last name, the last
    /// name is appended. Without a preferred name, the first and last name; null if all names are missing.
    /// </summary>
    public string? DisplayName { get; init; }

    /// <summary>The first name.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name.</summary>
    public string? LastName { get; init; }

    /// <summary>The name the person goes by.</summary>
    public string? PreferredName { get; init; }

    /// <summary>The work email address; null if there is none.</summary>
    public string? Email { get; init; }

    /// <summary>
    /// The status of the employment: ACTIVE, ONBOARDING, LEAVE or INACTIVE. Without an employment, that of the person.
    /// </summary>
    public string? Status { get; init; }

    /// <summary>The title of the position.</summary>
    public string? Position { get; init; }

    /// <summary>The name of the department.</summary>
    public string? Department { get; init; }

    /// <summary>The name of the team.</summary>
    public string? Team { get; init; }

    /// <summary>The name of the workplace, which Personio's API calls an office.</summary>
    public string? Workplace { get; init; }

    /// <summary>The name of the legal entity.</summary>
    public string? LegalEntity { get; init; }

    /// <summary>
    /// The names of the cost centers with their shares, for example <c>Sales (60 %); Research (40 %)</c>.
    /// </summary>
    public string? CostCenters { get; init; }

    /// <summary>The person id of the supervisor; null if there is none.</summary>
    public string? SupervisorId { get; init; }

    /// <summary>The name of the supervisor, composed like <see cref="DisplayName"/>.</summary>
    public string? SupervisorName { get; init; }

    /// <summary>The email address of the supervisor.</summary>
    public string? SupervisorEmail { get; init; }

    /// <summary>The first day of the employment; a midnight without a time zone.</summary>
    public DateTime? StartDate { get; init; }

    /// <summary>
    /// The day the termination takes effect, otherwise the day the employment ends, otherwise the last working day;
    /// inclusive. Null if none of them is known.
    /// </summary>
    public DateTime? LastDay { get; init; }

    /// <summary>The source of the last day: Termination, EmploymentEnd or LastWorkingDay.</summary>
    public string? LastDayReason { get; init; }

    /// <summary>The end of a fixed-term contract; not a last day, because contracts are extended.</summary>
    public DateTime? ContractEndDate { get; init; }

    /// <summary>The last day of the probation period.</summary>
    public DateTime? ProbationEndDate { get; init; }

    /// <summary>The working hours per week.</summary>
    public decimal? WeeklyHours { get; init; }

    /// <summary>INTERNAL, EXTERNAL or UNSPECIFIED.</summary>
    public string? EmploymentType { get; init; }

    ObjectOrigin IOriginated.Origin { get; set; }

    /// <inheritdoc/>
    public override string ToString() => DisplayName ?? Email ?? PersonId ?? "";
}
