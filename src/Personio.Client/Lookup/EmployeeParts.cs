using Personio.Models;

namespace Personio.Client;

/// <summary>The parts of an employee row, which the list of API v1 returns together.</summary>
/// <param name="Person">The person, with the requested custom attributes.</param>
/// <param name="Employment">The employment in the list; null if the list has none.</param>
/// <param name="Names">The names that belong to the employment; the supervisor's is often missing.</param>
public sealed record EmployeeParts(Person Person, Employment? Employment, EmployeeNames Names);
