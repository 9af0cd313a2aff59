using System.Globalization;

namespace Personio.Completers;

/// <summary>This month, the twelve months before it, and the next month, as parameters accept them.</summary>
internal abstract class RecentMonths : IFixedValues
{
    private const int Past = 12;

    /// <inheritdoc/>
    public static IReadOnlyList<(string Text, string ToolTip)> Values =>
    [
        .. Enumerable.Range(-1, Past + 2)
            .Select(back => DateTime.Today.AddMonths(-back))
            .OrderByDescending(month => month <= DateTime.Today)
            .ThenByDescending(month => month)
            .Select(month => (DateText.Month(month), month.ToString("Y", CultureInfo.CurrentCulture))),
    ];
}
