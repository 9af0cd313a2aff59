using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personio.Models;

// Personio and its users call it an attribute.
#pragma warning disable CA1711

/// <summary>A company-defined attribute of a person.</summary>
public sealed record CustomAttribute
{
    /// <summary>The id, for example <c>dynamic_305</c>.</summary>
    public string? Id { get; init; }

    /// <summary>The display label; Personio often omits it.</summary>
    public string? Label { get; init; }

    /// <summary>The name of the attribute across companies; null if there is none.</summary>
    public string? GlobalId { get; init; }

    /// <summary>string, int, double, date, boolean, string_list or a value added later; upper or lower case.</summary>
    public string? Type { get; init; }

    /// <summary>
    /// The value, converted according to its type: string, long, double, a day as DateTime at midnight, bool, or a
    /// list. A value that does not fit its type, or is of an unknown type, is returned as sent. So is a number with
    /// more digits than its type can hold, as a decimal or string. Null if no value is set.
    /// </summary>
    [JsonIgnore]
    public object? Value => Typed();

    [JsonInclude]
    [JsonPropertyName("value")]
    internal SentValue Raw { get; init; }

    /// <summary>The display name: label, otherwise global id, otherwise id.</summary>
    [JsonIgnore]
    internal string Name => Label ?? GlobalId ?? Id ?? "";

    /// <inheritdoc/>
    public override string ToString() => $"{Name}={CellText.Format(Value)}";

    private object? Typed()
    {
        string? text = Raw.Text;
        return Type?.ToUpperInvariant() switch
        {
            "DATE" or "INT" or "DOUBLE" or "BOOLEAN" when Raw.IsNothing => null,
            "STRING" when Raw.IsNothing && Raw.Kind != JsonValueKind.String => null,
            "STRING_LIST" when Raw.IsNothing && Raw.Kind != JsonValueKind.Array => null,
            "DATE" when text is "0" or "1" => null,
            "DATE" when DateText.ParseDay(text?[..Math.Min(10, text.Length)]) is { } day => day,
            "INT" when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole)
                => whole,
            "DOUBLE" when ExactNumber.Double(text) is { } number => number,
            "BOOLEAN" when bool.TryParse(text, out bool flag) => flag,
            "BOOLEAN" when text is "0" or "1" => text == "1",
            "STRING" when text is not null => text,
            _ => Raw.ToPlain(),
        };
    }
}
