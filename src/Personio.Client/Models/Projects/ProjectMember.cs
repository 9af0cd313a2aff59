using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A person who may track time on a project.</summary>
public sealed record ProjectMember : ApiObject, IPersonRow<ProjectMember>
{
    /// <summary>The id of the project.</summary>
    [JsonIgnore]
    public string? ProjectId { get; init; }

    /// <summary>The id of the person.</summary>
    [JsonIgnore]
    public string? PersonId { get => field ?? Person?.Id ?? FlatPersonId; init; }

    /// <summary>The name of the person; null if unknown and not requested.</summary>
    [JsonIgnore]
    public string? PersonName { get; init; }

    /// <summary>The email address of the person; null if unknown and not requested.</summary>
    [JsonIgnore]
    public string? PersonEmail { get; init; }

    [JsonInclude]
    internal Reference? Person { get; init; }

    [JsonInclude]
    [JsonPropertyName("person_id")]
    internal string? FlatPersonId { get; init; }

    private protected override IEnumerable<(string Name, ApiObject? Value)> Parts => [("person", Person)];

    private protected override IEnumerable<(string Name, object? Value, object? Shown)> Conflicts =>
        [("person_id", FlatPersonId, PersonId)];

    ProjectMember IPersonRow<ProjectMember>.WithPerson(string? name, string? email) =>
        this with { PersonName = name, PersonEmail = email };

    /// <inheritdoc/>
    public override string ToString() => PersonName ?? PersonId ?? "";
}
