using System.Text.Json.Serialization;

namespace Personio.Sandbox.Tenant;

/// <summary>The candidate as included in an application; the gender is omitted if none was given.</summary>
internal sealed record Applicant(
    string Id,
    string FirstName,
    string LastName,
    string Email,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Gender);
