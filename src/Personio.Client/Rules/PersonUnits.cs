namespace Personio.Client;

/// <summary>Where a person stands in the company. A name is null where there is none, or it cannot be read.</summary>
/// <param name="DepartmentId">The id of the department; null where there is none, or it was not asked for.</param>
/// <param name="Department">Its name.</param>
/// <param name="TeamId">The id of the team; null where there is none, or it was not asked for.</param>
/// <param name="Team">Its name.</param>
/// <param name="Workplace">The name of the workplace.</param>
public readonly record struct PersonUnits(
    string? DepartmentId, string? Department, string? TeamId, string? Team, string? Workplace);
