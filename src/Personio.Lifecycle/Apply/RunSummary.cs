namespace Personio.Lifecycle;

/// <summary>The summary of a run: for each action, how many rows ended with which status.</summary>
public sealed class RunSummary
{
    internal RunSummary(string runId, IReadOnlyList<ResultRow> results, int planned, string? stopped)
    {
        RunId = runId;
        Results = results;
        Planned = planned;
        Stopped = stopped;
    }

    /// <summary>The ID of the run.</summary>
    public string RunId { get; }

    /// <summary>The results so far.</summary>
    public IReadOnlyList<ResultRow> Results { get; }

    /// <summary>The number of rows to apply.</summary>
    public int Planned { get; }

    /// <summary>Why the run stopped early; null if it did not.</summary>
    public string? Stopped { get; }

    /// <summary>Counts the rows that ended with a status.</summary>
    public int Count(RowStatus status) => Results.Count(row => row.Status == status);

    /// <summary>
    /// The summary for people: <c>Disable: 2 done. Create: 3 done, 1 failed. 1 row was not reached.</c>
    /// </summary>
    public override string ToString()
    {
        if (Planned == 0)
        {
            return "Nothing to do.";
        }

        IEnumerable<string> actions = Results.GroupBy(row => row.Action).OrderBy(group => group.Key)
            .Select(group =>
                $"{group.Key}: {string.Join(", ", group.GroupBy(row => row.Status).OrderBy(status => status.Key)
                .Select(status => FormattableString.Invariant($"{status.Count()} {Word(status.Key)}")))}.");
        int left = Planned - Results.Count;
        string rest = left > 0 ? $" {ReasonText.Count(left, "row")} {(left == 1 ? "was" : "were")} not reached." : "";
        return (string.Join(" ", actions) + rest).TrimStart() + (Stopped is null ? "" : $" Stopped: {Stopped}");
    }

    private static string Word(RowStatus status) => status switch
    {
        RowStatus.AlreadyDone => "already done",
        RowStatus.NotKept => "not kept",
        RowStatus.WhatIf => "would be written",
        _ => status.ToString().ToLowerInvariant(),
    };
}
