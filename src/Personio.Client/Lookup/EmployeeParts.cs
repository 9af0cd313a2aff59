using Personio.Models;

namespace Personio.Client;

/// <summary>What a row of an employee is made of, as the list of API v1 has it in one place.</summary>
/// <param name="Person">The person, with the custom attributes that were asked for.</param>
/// <param name="Employment">The employment that the list shows; null where it shows none.</param>
/// <param name="Names">The names of the employment; of the supervisor often nothing.</param>
public sealed record EmployeeParts(Person Person, Employment? Employment, EmployeeNames Names);
