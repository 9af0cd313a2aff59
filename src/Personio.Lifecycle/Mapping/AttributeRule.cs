using System.Text.RegularExpressions;

namespace Personio.Lifecycle;

/// <summary>One rule of a mapping: a target attribute, the source of its value, and when it is written.</summary>
public sealed record AttributeRule
{
    // The pattern comes from the directory's schema, so it may be expensive to match.
    private static readonly TimeSpan s_matchTimeout = TimeSpan.FromSeconds(1);

    /// <summary>Creates a rule.</summary>
    public AttributeRule(string target, AttributeSource source)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(target);
        ArgumentNullException.ThrowIfNull(source);
        Target = target.Trim();
        Source = source;
    }

    /// <summary>The name of the attribute in the directory.</summary>
    public string Target { get; }

    /// <summary>The source of the value.</summary>
    public AttributeSource Source { get; }

    /// <summary>When the attribute is written.</summary>
    public WriteWhen When { get; init; }

    /// <summary>Whether an empty value clears the attribute. By default it does not.</summary>
    public bool Clear { get; init; }

    /// <summary>Whether values that differ only in case are equal.</summary>
    public bool IgnoreCase { get; init; }

    /// <summary>
    /// Whether the attribute identifies a person: email address, name or user name. Changes to it are sensitive and
    /// have their own limit.
    /// </summary>
    public bool IsIdentity { get; init; }

    /// <summary>
    /// Whether the directory takes only lists (true) or only single values (false); null if unknown.
    /// </summary>
    public bool? IsList { get; init; }

    /// <summary>Whether the attribute is the email address.</summary>
    public bool IsEmail { get; init; }

    /// <summary>Whether the rule is skipped if the directory's schema lacks the attribute.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The maximum length; null if unknown. Longer values are cut.</summary>
    public int? MaxLength { get; init; }

    /// <summary>
    /// The characters that the directory accepts, as the inside of a regular expression's brackets; null if it accepts
    /// all. Other characters are removed.
    /// </summary>
    public string? Allowed { get; init; }

    /// <summary>
    /// The pattern for the whole value; null if there is none. Values that do not match are not written.
    /// </summary>
    public string? Pattern { get; init; }

    /// <summary>The only values that the directory accepts; empty if it accepts all.</summary>
    public IReadOnlyList<string> AllowedValues { get; init => field = value ?? []; } = [];

    /// <summary>Brings a value into the form in which it is compared and written.</summary>
    internal NormalizedValue Normalize(object? raw)
    {
        object? value = ValueText.Canonical(raw);
        if (IsList == false && value is string[] { Length: 1 } items)
        {
            value = items[0];
        }

        if (value is not string text)
        {
            return new NormalizedValue(value, IsAdjusted: false, IsInvalid: IsList == false && value is not null);
        }

        string kept = Allowed is null ? text : RemoveDisallowed(text);
        if (MaxLength is { } max && kept.Length > max)
        {
            kept = kept[..(char.IsHighSurrogate(kept[max - 1]) ? max - 1 : max)].TrimEnd();
        }

        bool isBad = kept.Length == 0
            || (Pattern is not null && !Regex.IsMatch(kept, Pattern, RegexOptions.CultureInvariant, s_matchTimeout))
            || (AllowedValues.Count > 0 && !AllowedValues.Contains(kept, StringComparer.Ordinal));
        string shaped = isBad ? text : kept;
        return new NormalizedValue(IsList == true ? new[] { shaped } : shaped, kept != text, isBad);
    }

    private string RemoveDisallowed(string text)
    {
        string kept = Regex.Replace(text, $"[^{Allowed}]", " ", RegexOptions.CultureInvariant, s_matchTimeout);
        return ValueText.Canonical(kept) as string ?? "";
    }
}
