using Personio.PingOne;

namespace Personio.Parameters;

/// <summary>A PingOne region by its code, its top-level domain, or its name in the admin console.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RegionTransformationAttribute : TransformationAttributeBase
{
    /// <inheritdoc/>
    protected override object? Transform(object? value) => value switch
    {
        null => null,
        PingOneRegion region => region,
        object other => PingOneRegion.Find(other.ToString() ?? "")
            ?? throw new FormatException(CreateError(other.ToString())),
    };

    /// <summary>The error message for a text that names no region.</summary>
    internal static string CreateError(string? text) =>
        $"'{text}' is not a region of PingOne. Use one of: "
        + $"{string.Join(", ", PingOneRegion.All.Select(region => $"{region.Code} ({region.TopLevelDomain})"))}.";
}
