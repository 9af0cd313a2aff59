namespace Personio.Rest;

/// <summary>What an answer of a service means beyond its status.</summary>
/// <param name="Kind">What went wrong.</param>
/// <param name="Advice">What it means and what to do next; null where the usual words for the kind do.</param>
/// <param name="Next">What is left to do with the tool of whoever calls.</param>
internal sealed record KnownError(ErrorKind Kind, string? Advice = null, NextStep Next = NextStep.None);
