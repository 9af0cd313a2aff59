namespace Personio.Rest.Json;

/// <summary>What a service put into the body of an error, as it stands there.</summary>
/// <param name="Sentences">Its words for a person, one sentence each.</param>
/// <param name="TraceId">The id under which its support finds the request; null where there is none.</param>
internal sealed record ErrorParts(IEnumerable<string> Sentences, string? TraceId)
{
    /// <summary>Its words for a program, by which errors of one status are told apart.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];
}
