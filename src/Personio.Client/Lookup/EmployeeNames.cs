namespace Personio.Client;

/// <summary>The names that stand in place of the ids of an employment. What has no name, or none that can be read, is
/// null.</summary>
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

    /// <summary>The names of the cost centers, one for each share of the employment in its order.</summary>
    public IReadOnlyList<string?> CostCenters { get; init; } = [];

    /// <summary>The supervisor; null where nothing is known of one.</summary>
    public PersonName? Supervisor { get; init; }
}
