namespace Personio.Models;

/// <summary>
/// How many objects a run created, how many it skipped because they exist, for how many the outcome is unknown, and how
/// many failed.
/// </summary>
public sealed record CreationSummary
{
    /// <summary>The number of objects created.</summary>
    public int Created { get; init; }

    /// <summary>The number of objects skipped because an equal one exists; 0 if skipping was not requested.</summary>
    public int Skipped { get; init; }

    /// <summary>The number of objects that were sent but whose creation was neither confirmed nor rejected.</summary>
    public int Unknown { get; init; }

    /// <summary>The number of objects that were not created because of an error reported by this module.</summary>
    public int Failed { get; init; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{Created} created, {Skipped} skipped, {(Unknown > 0 ? $"{Unknown} unknown, " : "")}{Failed} failed");
}
