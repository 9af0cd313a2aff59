namespace Personio.Rest.Json;

/// <summary>The parts that a service put into the body of an error, unprocessed.</summary>
/// <param name="Sentences">The messages for people, one sentence each.</param>
/// <param name="TraceId">The ID by which the service's support finds the request; null if there is none.</param>
internal sealed record ErrorParts(IEnumerable<string> Sentences, string? TraceId)
{
    /// <summary>The codes for programs, which tell errors of the same status apart.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];
}
