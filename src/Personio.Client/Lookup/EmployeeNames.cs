namespace Personio.Client;

/// <summary>
/// The names that belong to the ids of an employment. A name is null if it does not exist or cannot be read.
/// </summary>
public sealed record EmployeeNames
{
    /// <summary>The name of the department.</summary>
    public string? Department { get; init; }

    /// <summary>The name of the team.</summary>
    public string? Team { get; init; }

    /// <summary>The name of the workplace.</summary>
    public string? Workplace { get; init; }

    /// <summary>The name of the legal entity.</summary>
    public string? LegalEntity { get; init; }

    /// <summary>The names of the cost centers, one for each share of the employment, in the same order.</summary>
    public IReadOnlyList<string?> CostCenters { get; init; } = [];

    /// <summary>The supervisor; null if unknown.</summary>
    public PersonName? Supervisor { get; init; }
}
