using System.Globalization;
using Personio.Models;

namespace Personio;

/// <summary>Counts what became of the inputs of a cmdlet that creates something.</summary>
internal sealed class CreationCount
{
    /// <summary>Inputs that were created.</summary>
    public int Created { get; set; }

    /// <summary>Inputs that already existed.</summary>
    public int Skipped { get; set; }

    /// <summary>Inputs that failed.</summary>
    public int Failed { get; set; }

    /// <summary>The counts as they are written.</summary>
    public CreationSummary ToSummary() => new() { Created = Created, Skipped = Skipped, Failed = Failed };

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"Created: {Created}, skipped: {Skipped}, failed: {Failed}.");
}
