namespace Personio.Client;

/// <summary>The place of a person in the company. A name is null if it does not exist or cannot be read.</summary>
/// <param name="DepartmentId">The id of the department; null if there is none or it was not requested.</param>
/// <param name="Department">The name of the department.</param>
/// <param name="TeamId">The id of the team; null if there is none or it was not requested.</param>
/// <param name="Team">The name of the team.</param>
/// <param name="Workplace">The name of the workplace.</param>
public readonly record struct PersonUnits(
    string? DepartmentId, string? Department, string? TeamId, string? Team, string? Workplace = null);
