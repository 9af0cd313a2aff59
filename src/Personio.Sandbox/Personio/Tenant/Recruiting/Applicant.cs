using System.Text.Json.Serialization;

namespace Personio.Sandbox.Tenant;

/// <summary>What an application tells of the candidate; the gender is missing where nobody gave one.</summary>
internal sealed record Applicant(
    string Id,
    string FirstName,
    string LastName,
    string Email,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Gender);
