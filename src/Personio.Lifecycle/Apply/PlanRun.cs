namespace Personio.Lifecycle;

/// <summary>
/// Applies a plan row by row; the caller confirms each row beforehand. Only rows that the directory answered are
/// recorded as done.
/// </summary>
public sealed class PlanRun
{
    private const int MaxFailures = 10;
    private const int MaxRefusals = 3;
    private readonly List<ResultRow> _results = [];
    private readonly Dictionary<string, int> _refusals = new(StringComparer.Ordinal);
    private readonly ApplyOptions _options;
    private readonly TimeProvider _clock;
    private readonly RowApplier _applier;
    private readonly bool _isLogged;
    private int _failures;

    private PlanRun(
        IReadOnlyList<PlanRow> rows, IReadOnlyList<LimitUsage> usage, ApplyOptions options, RowApplier applier,
            TimeProvider clock, bool isLogged)
    {
        _isLogged = isLogged;
        Rows = rows;
        Usage = usage;
        _options = options;
        _applier = applier;
        _clock = clock;
    }

    /// <summary>The rows with an action, in the order in which they are to be applied.</summary>
    public IReadOnlyList<PlanRow> Rows { get; }

    /// <summary>The usage of each limit, including what was applied of this plan before.</summary>
    public IReadOnlyList<LimitUsage> Usage { get; }

    /// <summary>
    /// Why the run has to stop; null while it may continue. The caller throws it after writing the results so far.
    /// </summary>
    public LifecycleException? StopReason { get; private set; }

    /// <summary>The results so far.</summary>
    public RunSummary Summary => new(_options.RunId, [.. _results], Rows.Count, StopReason?.Message);

    /// <summary>Checks a plan as a whole and orders its rows. Nothing is sent and nothing is logged.</summary>
    /// <param name="rows">The rows; those without an action are skipped.</param>
    /// <param name="directory">The directory to which the rows are applied.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="options">The options; null for the cautious defaults.</param>
    /// <param name="memory">The memory read from the log; null without a log.</param>
    /// <param name="log">Writes the log; null for none.</param>
    /// <exception cref="LifecycleException">The plan is damaged, too old, too large, not approved, or for another
    /// directory.</exception>
    public static PlanRun Start(
        IEnumerable<PlanRow> rows,
        IDirectory directory,
        TimeProvider clock,
        ApplyOptions? options = null,
        LogMemory? memory = null,
        PlanLogWriter? log = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(clock);
        options ??= new ApplyOptions();
        PlanRow[] ordered = [.. rows.Where(row => row.Action != PlanAction.None).OrderBy(row => row.Action)];
        PlanCheck.Check(ordered, options, clock.GetUtcNow(), memory);
        var applier = new RowApplier(directory, options, memory, new RowLog(log, options.RunId), clock);
        return new PlanRun(ordered, PlanCheck.MeasureUsage(ordered, options, memory), options, applier, clock,
            log is not null);
    }

    /// <summary>Applies a row.</summary>
    public async Task<ResultRow> ApplyAsync(PlanRow row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (IsDeclined(row))
        {
            return Skip(row, RowStatus.Skipped, $"Approved is '{row.Approved}', which is not yes, true or 1.");
        }

        if (row.NeedsApproval && !row.HasApproval() && !_options.IsConfirmed)
        {
            return Skip(row, RowStatus.Skipped,
                "The row is sensitive and not approved. Set Approved to yes, or use -Confirm.");
        }

        ResultRow result = await _applier.ApplyAsync(row, cancellationToken).ConfigureAwait(false);
        UpdateStop(result);
        return AddResult(result);
    }

    /// <summary>Whether Approved contains a word other than yes, true or 1. Such a row is never applied.</summary>
    public static bool IsDeclined(PlanRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.IsDeclined;
    }

    /// <summary>Skips a row that was declined, or because of <c>-WhatIf</c>.</summary>
    public ResultRow Skip(PlanRow row, RowStatus status = RowStatus.Skipped, string? reason = null) =>
        AddResult(ResultRow.From(row, status, reason));

    /// <summary>Applies all rows until the end or until the run has to stop.</summary>
    public async Task<RunSummary> ApplyAllAsync(CancellationToken cancellationToken)
    {
        foreach (PlanRow row in Rows)
        {
            if (StopReason is not null)
            {
                break;
            }

            await ApplyAsync(row, cancellationToken).ConfigureAwait(false);
        }

        return Summary;
    }

    private ResultRow AddResult(ResultRow result)
    {
        ResultRow kept = result with { RunId = _options.RunId, FinishedAt = _clock.GetUtcNow() };
        _results.Add(kept);
        return kept;
    }

    private void UpdateStop(ResultRow result)
    {
        if (result.Status is not (RowStatus.Failed or RowStatus.Unknown))
        {
            _failures = result.Status == RowStatus.Skipped ? _failures : 0;
            return;
        }

        _failures++;
        string id = result.ErrorId ?? "";
        int same = _applier.WasRefused(result) ? _refusals[id] = _refusals.GetValueOrDefault(id) + 1 : 0;
        string? reason = same >= MaxRefusals ? $"the directory denied access {same} times"
            : _failures >= MaxFailures ? $"{_failures} rows failed in a row"
            : null;
        if (reason is not null)
        {
            StopReason = new LifecycleException(
                LifecycleErrors.TooManyFailures,
                $"The run was stopped: {reason}. Last: {result.Error} "
                    + $"{(_isLogged ? "What was done is in the log; apply" : "Apply")} the same plan again when the "
                    + "cause is gone.",
                result);
        }
    }
}
