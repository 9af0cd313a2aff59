namespace Personio.Models;

/// <summary>
/// How many objects a run made, how many it left out because they exist, of how many the outcome is unknown, and how many
/// failed.
/// </summary>
public sealed record CreationSummary
{
    /// <summary>How many were made.</summary>
    public int Created { get; init; }

    /// <summary>How many were left out because an equal one is there; 0 where that was not asked for.</summary>
    public int Skipped { get; init; }

    /// <summary>
    /// How many were sent without an answer that tells whether they were made.
    /// </summary>
    public int Unknown { get; init; }

    /// <summary>How many ended with an error of this module and were not made.</summary>
    public int Failed { get; init; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{Created} created, {Skipped} skipped, {(Unknown > 0 ? $"{Unknown} unknown, " : "")}{Failed} failed");
}
