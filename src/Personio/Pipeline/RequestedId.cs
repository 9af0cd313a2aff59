namespace Personio;

/// <summary>An ID requested by an input.</summary>
/// <param name="Id">The ID; empty if it could not be resolved.</param>
/// <param name="Target">The target object of its error: the piped object, or else the value given.</param>
internal readonly record struct RequestedId(string Id, object Target)
{
    /// <summary>Why the ID could not be resolved; null if it was. The error is reported in input order.</summary>
    public PersonioException? Fault { get; init; }

    /// <summary>The ID.</summary>
    /// <exception cref="PersonioException">The ID could not be resolved.</exception>
    public string IdOrThrow => Fault is null ? Id : throw Fault;
}
