namespace Personio.Lifecycle;

/// <summary>The names of the columns that a person's row is read from. The defaults are those of Get-PersonioPerson
/// -IncludeEmployment.</summary>
public sealed record PersonColumns
{
    /// <summary>The column of the id.</summary>
    public string PersonId { get; init; } = "PersonId";

    /// <summary>The column of the second key; null where none is used.</summary>
    public string? SecondKey { get; init; }

    /// <summary>The column of the first name.</summary>
    public string FirstName { get; init; } = "FirstName";

    /// <summary>The column of the last name.</summary>
    public string LastName { get; init; } = "LastName";

    /// <summary>The column of the first name the person goes by.</summary>
    public string PreferredName { get; init; } = "PreferredName";

    /// <summary>The column of the name shown to people.</summary>
    public string DisplayName { get; init; } = "DisplayName";

    /// <summary>The column of the e-mail address.</summary>
    public string Email { get; init; } = "Email";

    /// <summary>The column of the status.</summary>
    public string Status { get; init; } = "Status";

    /// <summary>The column of the status of the current employment.</summary>
    public string EmploymentStatus { get; init; } = "EmploymentStatus";

    /// <summary>The column of the employment type.</summary>
    public string EmploymentType { get; init; } = "EmploymentType";

    /// <summary>The column of the first day.</summary>
    public string StartDate { get; init; } = "EmploymentStartDate";

    /// <summary>The column of the last day.</summary>
    public string LastDay { get; init; } = "LastDay";

    /// <summary>The column of the day a termination takes effect.</summary>
    public string TerminationDate { get; init; } = "TerminationDate";

    /// <summary>The column of the day the employment ends.</summary>
    public string EmploymentEndDate { get; init; } = "EmploymentEndDate";

    /// <summary>The column of the last day at work.</summary>
    public string LastWorkingDay { get; init; } = "LastWorkingDay";

    /// <summary>The column of the end of a limited contract.</summary>
    public string ContractEndDate { get; init; } = "ContractEndDate";

    /// <summary>The column of the supervisor's PersonId.</summary>
    public string SupervisorId { get; init; } = "SupervisorId";
}
