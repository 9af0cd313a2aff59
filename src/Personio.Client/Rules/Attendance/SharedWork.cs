namespace Personio.Client;

/// <summary>Time that two rows of work of one person share.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Start">Where it starts, on the company's wall clock.</param>
/// <param name="End">Where it ends.</param>
public readonly record struct SharedWork(string PersonId, DateTime Start, DateTime End);
