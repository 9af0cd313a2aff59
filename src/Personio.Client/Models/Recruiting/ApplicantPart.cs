using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>The candidate as included in an application; other members count as unknown.</summary>
[FlatMember("id")]
internal sealed record ApplicantPart : ApiObject
{
    public string? Id { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Email { get; init; }

    [JsonIgnore]
    public string? Name => FullName.Create(FirstName, LastName);

    /// <inheritdoc/>
    public override string ToString() => Name ?? Id ?? "";
}
