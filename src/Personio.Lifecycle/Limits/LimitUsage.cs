using System.Globalization;

namespace Personio.Lifecycle;

/// <summary>How much of a limit a plan uses.</summary>
/// <param name="Kind">The limit.</param>
/// <param name="Count">The number of rows that count toward the limit.</param>
/// <param name="Allowed">How many are allowed.</param>
/// <param name="Base">The number of linked, enabled accounts in scope.</param>
/// <param name="Names">The first five accounts affected.</param>
public sealed record LimitUsage(LimitKind Kind, int Count, int Allowed, int Base, IReadOnlyList<string> Names)
{
    /// <summary>Whether the limit is exceeded.</summary>
    public bool IsOver => Count > Allowed;

    /// <summary>Why the plan is not applied, and what to do about it.</summary>
    public string Message => string.Create(
        CultureInfo.InvariantCulture,
        $"The plan has {Count} {Words}, the limit is {Allowed} (base: {Base} linked, enabled accounts). "
        + $"First: {string.Join(", ", Names)}. Read the plan; if it is right, specify -{Kind} {Count}. ")
        + "Nothing of the plan is applied.";

    private string Words => Kind switch
    {
        LimitKind.MaxDisable => "accounts to disable",
        LimitKind.MaxCreate => "accounts to create",
        LimitKind.MaxIdentityUpdate => "changes of email address, name or user name",
        LimitKind.MaxEnable => "accounts to enable",
        _ => "other changes and links",
    };

    /// <summary>Counts rows against the limits.</summary>
    internal static IReadOnlyList<LimitUsage> Measure(
        IEnumerable<PlanRow> rows, Func<LimitKind, int> earlier, Func<LimitKind, PlanRow, int> allowed) =>
    [
        .. rows.Where(row => row.LimitKind != LimitKind.None).GroupBy(row => row.LimitKind).OrderBy(group => group.Key)
            .Select(group => new LimitUsage(
                group.Key,
                group.Count() + earlier(group.Key),
                group.Min(row => allowed(group.Key, row)),
                group.Min(row => row.Base),
                [.. group.Take(5).Select(row => row.DisplayName ?? row.UserName ?? row.PersonId ?? "")])),
    ];
}
