namespace Personio.Rest;

/// <summary>What an answer of a service means beyond its status.</summary>
/// <param name="Kind">What went wrong.</param>
/// <param name="Advice">What it means and what to do next; null if the usual text for the kind fits.</param>
/// <param name="Next">The next step for the user, worded by the caller.</param>
internal sealed record KnownError(ErrorKind Kind, string? Advice = null, NextStep Next = NextStep.None);
