namespace Personio;

/// <summary>An id that an input asks for.</summary>
/// <param name="Id">The id; empty where it could not be resolved.</param>
/// <param name="Target">What its error is about: the piped object, else what was given.</param>
internal readonly record struct AskedId(string Id, object Target)
{
    /// <summary>Why the id could not be resolved; null where it was. Its error comes in its turn.</summary>
    public PersonioException? Fault { get; init; }

    /// <summary>The id.</summary>
    /// <exception cref="PersonioException">It could not be resolved.</exception>
    public string Required => Fault is null ? Id : throw Fault;
}
