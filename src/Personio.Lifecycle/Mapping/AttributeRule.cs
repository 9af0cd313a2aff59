using System.Text.RegularExpressions;

namespace Personio.Lifecycle;

/// <summary>One line of a mapping: a target attribute, where its value comes from, and when it is written.</summary>
public sealed record AttributeRule
{
    // A pattern of a directory's schema is foreign: it gets no time to waste.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    /// <summary>Makes a line.</summary>
    public AttributeRule(string target, AttributeSource source)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(target);
        ArgumentNullException.ThrowIfNull(source);
        Target = target.Trim();
        Source = source;
    }

    /// <summary>The name of the attribute in the directory.</summary>
    public string Target { get; }

    /// <summary>Where the value comes from.</summary>
    public AttributeSource Source { get; }

    /// <summary>When it is written.</summary>
    public WriteWhen When { get; init; }

    /// <summary>Whether an empty value clears a filled attribute. By default it does not.</summary>
    public bool Clear { get; init; }

    /// <summary>Whether values that differ in case only are the same.</summary>
    public bool IgnoreCase { get; init; }

    /// <summary>Whether it is part of how a person is known: e-mail address, name, user name. Changes of these are
    /// sensitive, and have a limit of their own.</summary>
    public bool IsIdentity { get; init; }

    /// <summary>Whether it is the e-mail address.</summary>
    public bool IsEmail { get; init; }

    /// <summary>Whether the line is left out where the directory's schema lacks the attribute.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The greatest length; null where none is known. What is longer is cut.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Which characters the directory takes, as the inside of a regular expression's brackets; null where it
    /// takes all. Others are removed.</summary>
    public string? Allowed { get; init; }

    /// <summary>The pattern of the whole value; null where there is none. What does not match is not written.</summary>
    public string? Pattern { get; init; }

    /// <summary>The only values that the directory takes; empty where it takes all.</summary>
    public IReadOnlyList<string> AllowedValues { get; init => field = value ?? []; } = [];

    /// <summary>Brings a value into the form in which it is compared and written.</summary>
    internal ShapedValue Shape(object? raw)
    {
        object? value = ValueText.Canonical(raw);
        if (value is not string text)
        {
            return new ShapedValue(value, IsAdjusted: false, IsBad: false);
        }

        string kept = Allowed is null ? text : Remove(text);
        if (MaxLength is { } most && kept.Length > most)
        {
            kept = kept[..(char.IsHighSurrogate(kept[most - 1]) ? most - 1 : most)].TrimEnd();
        }

        bool isBad = kept.Length == 0
            || (Pattern is not null && !Regex.IsMatch(kept, Pattern, RegexOptions.CultureInvariant, s_patience))
            || (AllowedValues.Count > 0 && !AllowedValues.Contains(kept, StringComparer.Ordinal));
        return new ShapedValue(isBad ? text : kept, kept != text, isBad);
    }

    private string Remove(string text)
    {
        string kept = Regex.Replace(text, $"[^{Allowed}]", " ", RegexOptions.CultureInvariant, s_patience);
        return ValueText.Canonical(kept) as string ?? "";
    }
}
