namespace Personio.Lifecycle;

/// <summary>
/// The names of the columns from which a person row is read. The defaults are those of Get-PersonioPerson
/// -IncludeEmployment.
/// </summary>
public sealed record PersonColumns
{
    /// <summary>The column with the ID.</summary>
    public string PersonId { get; init; } = "PersonId";

    /// <summary>The column with the second key; null if none is used.</summary>
    public string? SecondKey { get; init; }

    /// <summary>The column with the first name.</summary>
    public string FirstName { get; init; } = "FirstName";

    /// <summary>The column with the last name.</summary>
    public string LastName { get; init; } = "LastName";

    /// <summary>The column with the preferred first name.</summary>
    public string PreferredName { get; init; } = "PreferredName";

    /// <summary>The column with the name shown to people.</summary>
    public string DisplayName { get; init; } = "DisplayName";

    /// <summary>The column with the email address.</summary>
    public string Email { get; init; } = "Email";

    /// <summary>The column with the status.</summary>
    public string Status { get; init; } = "Status";

    /// <summary>The column with the status of the current employment.</summary>
    public string EmploymentStatus { get; init; } = "EmploymentStatus";

    /// <summary>The column with the employment type.</summary>
    public string EmploymentType { get; init; } = "EmploymentType";

    /// <summary>The column with the first day.</summary>
    public string StartDate { get; init; } = "EmploymentStartDate";

    /// <summary>The column with the last day.</summary>
    public string LastDay { get; init; } = "LastDay";

    /// <summary>The column with the day a termination takes effect.</summary>
    public string TerminationDate { get; init; } = "TerminationDate";

    /// <summary>The column with the day the employment ends.</summary>
    public string EmploymentEndDate { get; init; } = "EmploymentEndDate";

    /// <summary>The column with the last day at work.</summary>
    public string LastWorkingDay { get; init; } = "LastWorkingDay";

    /// <summary>The column with the end of a fixed-term contract.</summary>
    public string ContractEndDate { get; init; } = "ContractEndDate";

    /// <summary>The column with the supervisor's PersonId.</summary>
    public string SupervisorId { get; init; } = "SupervisorId";
}
