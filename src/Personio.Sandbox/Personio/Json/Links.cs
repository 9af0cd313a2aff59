using System.Text.Json.Serialization;

namespace Personio.Sandbox.Json;

/// <summary>Where something is, and where the things are that belong to it.</summary>
internal sealed record Links
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Link? Self { get; init; }

    /// <summary>The next page: a <see cref="Link"/> or, in some lists, its address alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public object? Next { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Link? Employments { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Link? Person { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Link? Supervisor { get; init; }
}
