using System.Globalization;
using Personio.Models;

namespace Personio;

/// <summary>Counts what became of the inputs of a cmdlet that creates something.</summary>
internal sealed class CreationCount
{
    private bool _isTaken;

    /// <summary>Inputs that were created.</summary>
    public int Created { get; set; }

    /// <summary>Inputs that already existed.</summary>
    public int Skipped { get; set; }

    /// <summary>Inputs of which nobody knows whether they were created.</summary>
    public int Unknown { get; private set; }

    /// <summary>Inputs that failed.</summary>
    public int Failed { get; set; }

    /// <summary>Whether the input at hand was sent without an answer that tells what came of it.</summary>
    public bool IsUnknown { get; set; }

    /// <summary>Counts the input at hand, which ended with an error.</summary>
    public void Fail()
    {
        if (IsUnknown)
        {
            Unknown++;
        }
        else
        {
            Failed++;
        }

        IsUnknown = false;
    }

    /// <summary>The counts as they are written; null where they were taken before.</summary>
    public CreationSummary? TakeSummary()
    {
        bool isTaken = _isTaken;
        _isTaken = true;
        return isTaken ? null : new() { Created = Created, Skipped = Skipped, Unknown = Unknown, Failed = Failed };
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"Created: {Created}, skipped: {Skipped}, unknown: {Unknown}, failed: {Failed}.");
}
