using System.Globalization;
using Personio.Models;

namespace Personio;

/// <summary>Counts the outcomes of the inputs of a cmdlet that creates objects.</summary>
internal sealed class CreationCount
{
    private bool _isTaken;

    /// <summary>Inputs that were created.</summary>
    public int Created { get; set; }

    /// <summary>Inputs that already existed.</summary>
    public int Skipped { get; set; }

    /// <summary>Inputs whose outcome is unknown.</summary>
    public int Unknown { get; private set; }

    /// <summary>Inputs that failed.</summary>
    public int Failed { get; set; }

    /// <summary>True if the current input was sent but its outcome is unknown.</summary>
    public bool IsUnknown { get; set; }

    /// <summary>Counts the current input as failed, or as unknown if <see cref="IsUnknown"/> is set.</summary>
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

    /// <summary>Returns the summary to write; null if it was already taken.</summary>
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
