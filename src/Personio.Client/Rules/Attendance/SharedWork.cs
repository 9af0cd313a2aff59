namespace Personio.Client;

/// <summary>Time that two rows of work of one person share.</summary>
/// <param name="PersonId">The id of the person.</param>
/// <param name="Start">The start, in the company's local time.</param>
/// <param name="End">The end, in the company's local time.</param>
public readonly record struct SharedWork(string PersonId, DateTime Start, DateTime End);
