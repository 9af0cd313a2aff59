namespace Personio.Completers;

/// <summary>The languages in which Personio addresses a person.</summary>
internal abstract class LanguageCodes : IFixedValues
{
    /// <inheritdoc/>
    public static IReadOnlyList<(string Text, string ToolTip)> Values { get; } =
    [
        ("de", "German"), ("en", "English"), ("es", "Spanish"), ("fi", "Finnish"), ("fr", "French"), ("it", "Italian"),
        ("nl", "Dutch"), ("sv", "Swedish"),
    ];
}
