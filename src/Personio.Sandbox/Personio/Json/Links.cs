using System.Text.Json.Serialization;

namespace Personio.Sandbox.Json;

/// <summary>Links to an object and to its related objects.</summary>
internal sealed record Links
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Link? Self { get; init; }

    /// <summary>The next page: a <see cref="Link"/> or, in some lists, only its URL.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public object? Next { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Link? Employments { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Link? Person { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Link? Supervisor { get; init; }
}
