using System.Globalization;

namespace Personio.Lifecycle;

/// <summary>Checks the rows as a whole before anything is sent.</summary>
internal static class PlanCheck
{
    private static readonly TimeSpan s_clockSkew = TimeSpan.FromMinutes(10);

    /// <summary>Checks for damage, origin, age, approval, duplicates and limits, in this order.</summary>
    /// <exception cref="LifecycleException">A check failed; nothing is applied.</exception>
    public static void Check(IReadOnlyList<PlanRow> rows, ApplyOptions options, DateTimeOffset now, LogMemory? memory)
    {
        foreach (PlanRow row in rows)
        {
            if (!RowCheck.IsIntact(row))
            {
                throw CreateError(
                    LifecycleErrors.PlanRowChanged, row,
                    $"The row of {row.DisplayName} ({row.Action}) is not as the comparison wrote it"
                    + $"{DescribeDamage(row)}. A spreadsheet changes dates, leading zeros and umlauts. Apply the rows "
                    + "of the file as it was exported, chosen by the column Check, or compare again; change only the "
                    + "columns Approved and Note");
            }
        }

        CheckOrigin(rows, options);
        CheckAge(rows, options, now);
        foreach (PlanRow row in options.RequiresApproval ? rows.Where(row => !row.HasApproval()) : [])
        {
            throw CreateError(
                LifecycleErrors.PlanNotApproved, row,
                $"The row of {row.DisplayName} ({row.Action}) is not approved. Pass approved rows only, or set "
                    + "Approved to yes");
        }

        if (rows.GroupBy(row => row.Key, StringComparer.Ordinal)
            .FirstOrDefault(same => same.Count() > 1) is { } duplicate)
        {
            throw CreateError(
                LifecycleErrors.PlanRowDoubled, duplicate.First(),
                $"{duplicate.Count()} rows {duplicate.First().Action} the account of {duplicate.First().DisplayName}. "
                    + "Pass each row once");
        }

        CheckLimits(rows, options, memory);
    }

    /// <summary>The usage of the limits, including what was applied of the plan before.</summary>
    public static IReadOnlyList<LimitUsage> MeasureUsage(
        IReadOnlyList<PlanRow> rows, ApplyOptions options, LogMemory? memory)
    {
        PlanRow[] applied = [.. SelectApplied(rows, options)];
        HashSet<string> now = new(applied.Select(row => row.Key), StringComparer.Ordinal);
        string? plan = rows.Count == 0 ? null : rows[0].PlanId;
        return LimitUsage.Measure(
            applied,
            kind => memory?.WrittenRows(plan, kind).Count(key => !now.Contains(key)) ?? 0,
            (kind, row) =>
                options.Limits.TryGetValue(kind, out Limit? limit) ? limit.AllowedFor(row.Base) : row.Allowed);
    }

    private static IEnumerable<PlanRow> SelectApplied(IEnumerable<PlanRow> rows, ApplyOptions options) =>
        rows.Where(row => !row.IsDeclined
            && (!row.NeedsApproval || row.HasApproval() || options.IsConfirmed));

    private static void CheckLimits(IReadOnlyList<PlanRow> rows, ApplyOptions options, LogMemory? memory)
    {
        if (MeasureUsage(rows, options, memory).FirstOrDefault(limit => limit.IsOver) is { } over)
        {
            throw new LifecycleException(LifecycleErrors.PlanTooLarge, over.Message, over);
        }

        // Applied in parts that each stay within the limit, the whole plan would get through.
        if (memory is null && SelectApplied(rows, options).FirstOrDefault(row => row.OverLimit
            && !options.Limits.ContainsKey(row.LimitKind)) is { } part)
        {
            throw CreateError(
                LifecycleErrors.PlanTooLarge, part,
                $"The rows are a part of a plan that exceeds -{part.LimitKind}. Only a log adds up what was applied "
                    + $"before: specify -LogPath, or -{part.LimitKind} with a number that covers these rows");
        }
    }

    private static void CheckOrigin(IReadOnlyList<PlanRow> rows, ApplyOptions options)
    {
        if (rows.FirstOrDefault(row => row.PlanId != rows[0].PlanId) is { } stranger)
        {
            throw CreateError(
                LifecycleErrors.PlanMixed, stranger,
                $"The rows come from plans {rows[0].PlanId} and {stranger.PlanId}. Apply one plan at a time");
        }

        if (!string.IsNullOrEmpty(options.Directory)
            && rows.FirstOrDefault(row => !string.IsNullOrEmpty(row.Directory)
                && row.Directory != options.Directory) is { } other)
        {
            throw CreateError(
                LifecycleErrors.PlanMixed, other,
                    $"The plan was made for {other.Directory}, and this is {options.Directory}");
        }
    }

    private static void CheckAge(IReadOnlyList<PlanRow> rows, ApplyOptions options, DateTimeOffset now)
    {
        foreach (PlanRow row in rows.DistinctBy(row => (row.PlannedAt, row.AsOf)))
        {
            if (!DateTimeOffset.TryParse(row.PlannedAt, CultureInfo.InvariantCulture, DateTimeStyles.None,
                out DateTimeOffset planned))
            {
                throw CreateError(LifecycleErrors.PlanRowChanged, row,
                    $"The row of {row.DisplayName} does not say when it was planned");
            }

            if (row.AsOf != DayText.Iso(DateOnly.FromDateTime(planned.DateTime)))
            {
                throw CreateError(
                    LifecycleErrors.PlanStale, row,
                    $"The plan is a preview of {row.AsOf} (-AsOf) and cannot be applied. Compare again without -AsOf");
            }

            if (planned - now > s_clockSkew)
            {
                throw CreateError(
                    LifecycleErrors.PlanStale, row,
                    $"The plan was made at {row.PlannedAt}, which is in the future. Check the clocks of both "
                        + "computers, and compare again");
            }

            if (now - planned > options.MaxPlanAge)
            {
                throw CreateError(
                    LifecycleErrors.PlanStale, row,
                    string.Create(CultureInfo.InvariantCulture, $"The plan was made at {row.PlannedAt}, ")
                    + string.Create(CultureInfo.InvariantCulture,
                        $"and may be {options.MaxPlanAge.TotalHours:0.#} hours old. Compare again"));
            }
        }
    }

    // Names the visible damage, if any: days and moments are written in only one format.
    private static string DescribeDamage(PlanRow row) =>
        new (string Column, string? Value, string Format)[]
            {
                (nameof(row.PlannedAt), row.PlannedAt, DayText.MomentFormat),
                (nameof(row.AsOf), row.AsOf, DayText.IsoFormat), (nameof(row.Day), row.Day, DayText.IsoFormat),
            }
            .Where(cell => !string.IsNullOrEmpty(cell.Value) && !DateTimeOffset.TryParseExact(
                cell.Value, cell.Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
            .Select(cell => $": {cell.Column} is '{cell.Value}'").FirstOrDefault() ?? "";

    private static LifecycleException CreateError(string errorId, PlanRow row, string text) =>
        new(errorId, $"{text}. Nothing was applied.", row);
}
