namespace Personio.Models;

/// <summary>
/// A person with the employment that counts, in one flat row: for tables, CSV files and directories. Names stand in
/// place of ids; a name that cannot be read is null.
/// </summary>
public sealed record Employee : IOriginated
{
    /// <summary>The id of the person, decimal digits.</summary>
    public string? PersonId { get; init; }

    /// <summary>
    /// The preferred name, which is the whole name; the last name is added where it is a single word without it. Without
    /// a preferred name first and last name; null where all of them are missing.
    /// </summary>
    public string? DisplayName { get; init; }

    /// <summary>The first name.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name.</summary>
    public string? LastName { get; init; }

    /// <summary>The name the person goes by.</summary>
    public string? PreferredName { get; init; }

    /// <summary>The e-mail address at work; null where there is none.</summary>
    public string? Email { get; init; }

    /// <summary>
    /// ACTIVE, ONBOARDING, LEAVE or INACTIVE, of the employment; that of the person where there is no employment.
    /// </summary>
    public string? Status { get; init; }

    /// <summary>The title of the position.</summary>
    public string? Position { get; init; }

    /// <summary>The name of the department.</summary>
    public string? Department { get; init; }

    /// <summary>The name of the team.</summary>
    public string? Team { get; init; }

    /// <summary>The name of the workplace, which Personio's API calls office.</summary>
    public string? Workplace { get; init; }

    /// <summary>The name of the legal entity.</summary>
    public string? LegalEntity { get; init; }

    /// <summary>The cost centers by name with their shares, for example <c>Sales (60 %); Research (40 %)</c>.</summary>
    public string? CostCenters { get; init; }

    /// <summary>The person id of the supervisor; null where there is none.</summary>
    public string? SupervisorId { get; init; }

    /// <summary>The name of the supervisor, put together like <see cref="DisplayName"/>.</summary>
    public string? SupervisorName { get; init; }

    /// <summary>The e-mail address of the supervisor.</summary>
    public string? SupervisorEmail { get; init; }

    /// <summary>The first day of the employment; a midnight without a time zone.</summary>
    public DateTime? StartDate { get; init; }

    /// <summary>
    /// The day the termination takes effect, else the day the employment ends, else the last working day; inclusive.
    /// Null where none of them is known.
    /// </summary>
    public DateTime? LastDay { get; init; }

    /// <summary>What sets the last day: Termination, EmploymentEnd or LastWorkingDay.</summary>
    public string? LastDayReason { get; init; }

    /// <summary>The end of a limited contract, which is no last day: contracts are extended.</summary>
    public DateTime? ContractEndDate { get; init; }

    /// <summary>The last day of the probation period.</summary>
    public DateTime? ProbationEndDate { get; init; }

    /// <summary>Hours a week.</summary>
    public decimal? WeeklyHours { get; init; }

    /// <summary>INTERNAL, EXTERNAL or UNSPECIFIED.</summary>
    public string? EmploymentType { get; init; }

    ObjectOrigin IOriginated.Origin { get; set; }

    /// <inheritdoc/>
    public override string ToString() => DisplayName ?? Email ?? PersonId ?? "";
}
