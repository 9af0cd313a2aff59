using System.Globalization;

namespace Personio;

/// <summary>Counts the rows of an import by outcome.</summary>
internal sealed class ImportCount
{
    // In display order; outcomes that need attention come last.
    private static readonly string[] s_outcomes =
    [
        Create, Created, Exists, Declined, Conflict, Error, Unknown, NotSent,
    ];

    private readonly Dictionary<string, int> _counts = [];

    public const string Create = "Create";
    public const string Created = "Created";
    public const string Exists = "Exists";
    public const string Conflict = "Conflict";
    public const string Error = "Error";
    public const string Declined = "Declined";
    public const string Unknown = "Unknown";
    public const string NotSent = "NotSent";

    /// <summary>The number of rows with an outcome.</summary>
    public int CountOf(string outcome) => _counts.GetValueOrDefault(outcome);

    /// <summary>Counts a row.</summary>
    public void Add(string outcome) => _counts[outcome] = CountOf(outcome) + 1;

    /// <inheritdoc/>
    public override string ToString() => _counts.Count == 0
        ? "No rows."
        : string.Join(", ", s_outcomes.Where(outcome => CountOf(outcome) > 0)
            .Select(outcome => string.Create(CultureInfo.InvariantCulture, $"{outcome}: {CountOf(outcome)}")))
            + (CountOf(Unknown) + CountOf(NotSent) > 0
                ? ". Run the import again: it creates only what is missing."
                : ".");
}
