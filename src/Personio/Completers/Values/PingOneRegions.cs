using Personio.PingOne;

namespace Personio.Completers;

/// <summary>The regions of PingOne.</summary>
internal abstract class PingOneRegions : IFixedValues
{
    /// <inheritdoc/>
    public static IReadOnlyList<(string Text, string ToolTip)> Values { get; } =
    [
        .. PingOneRegion.All.Select(region => (region.Code, $"{region.Name}, api.pingone.{region.TopLevelDomain}")),
    ];
}
