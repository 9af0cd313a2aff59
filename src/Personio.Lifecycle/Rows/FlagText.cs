using System.Globalization;

namespace Personio.Lifecycle;

/// <summary>Reads yes and no as directories and files write them.</summary>
internal static class FlagText
{
    /// <summary>Reads a flag; null if the value is null or empty.</summary>
    /// <exception cref="LifecycleException">The value is neither yes nor no (<c>InvalidRow</c>).</exception>
    public static bool? Read(object? value, string column, string row) => value switch
    {
        null => null,
        bool flag => flag,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)?.Trim().ToUpperInvariant() switch
        {
            null or "" => null,
            "TRUE" or "1" or "YES" or "ENABLED" => true,
            "FALSE" or "0" or "NO" or "DISABLED" => false,
            _ => throw new LifecycleException(
                LifecycleErrors.InvalidRow,
                $"Column '{column}' of {row} is '{value}', which is neither true nor false. Use True, 1 or yes, "
                + "or False, 0 or no."),
        },
    };

    /// <summary>Whether a text is yes, true or 1.</summary>
    public static bool IsYes(string? text) => text?.Trim().ToUpperInvariant() is "YES" or "TRUE" or "1";
}
