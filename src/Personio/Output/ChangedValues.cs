using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using Personio.Models;

namespace Personio;

/// <summary>
/// The values that a change sets, for <c>-WhatIf</c> and <c>-Confirm</c>: before and after. Parameters are named like
/// the properties that they set.
/// </summary>
internal sealed class ChangedValues
{
    private const int MaxLength = 60;
    private const string NoValue = "(none)";

    // Parameters whose property has another name.
    private static readonly Dictionary<string, string> s_plurals = new(StringComparer.Ordinal)
    {
        ["CostCenter"] = "CostCenters",
        ["EnabledEvent"] = "EnabledEvents",
        ["Category"] = "CategoryId",
    };

    private readonly List<(string Name, Func<object, object?>? Now, string? Then)> _values = [];

    private ChangedValues()
    {
    }

    /// <summary>Captures the current values of parameters.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="type">The type of the changed objects.</param>
    /// <param name="given">The names of the parameters to send.</param>
    public static ChangedValues From(PSCmdlet command, Type type, IEnumerable<string> given)
    {
        var values = new ChangedValues();
        foreach (string name in given)
        {
            PropertyInfo? parameter = command.GetType().GetProperty(name);
            object? then = parameter?.GetValue(command);
            PropertyInfo? property = type.GetProperty(s_plurals.GetValueOrDefault(name, name));
            if (type == typeof(Person) && then is IDictionary attributes)
            {
                values.AddAttributes(attributes);
            }
            else if (property is not null)
            {
                values._values.Add((name, property.GetValue, Text(then)));
            }
            else if (parameter is not null && then is not SwitchParameter)
            {
                // Secrets, and values that Personio does not return.
                values._values.Add((name, null, null));
            }
        }

        return values;
    }

    /// <summary>Describes the values: <c>EndDate 2026-08-07 -> 2026-08-10, Comment (none) -> 'x'</c>.</summary>
    /// <param name="now">The current object; null if it is unknown.</param>
    public string InWords(object? now) => string.Join(", ", _values.Select(value =>
    {
        if (value.Now is null || now is null)
        {
            return $"{value.Name} {value.Then ?? "(new)"}";
        }

        string before = Text(value.Now(now));
        return string.Equals(before, value.Then, StringComparison.OrdinalIgnoreCase)
            ? $"{value.Name} {before} (unchanged)"
            : $"{value.Name} {before} -> {value.Then}";
    }));

    private void AddAttributes(IDictionary attributes)
    {
        foreach (DictionaryEntry attribute in attributes)
        {
            string name = attribute.Key.ToString() ?? "";
            _values.Add(($"'{name}'", person => ((Person)person).CustomAttributes[name], Text(attribute.Value)));
        }
    }

    private static string Text(object? value) => value switch
    {
        PSObject wrapped => Text(wrapped.BaseObject),
        null or "" => NoValue,
        DateTime moment => DateText.DayOrMinute(moment),
        SwitchParameter flag => flag.IsPresent ? "true" : "false",
        bool flag => flag ? "true" : "false",
        decimal number => number.ToString("0.######", CultureInfo.InvariantCulture),
        string text => $"'{Truncate(text)}'",
        Enum word => $"'{word.ToString().ToUpperInvariant()}'",
        IEnumerable list => string.Join("; ", list.Cast<object?>()) is { Length: > 0 } joined
            ? $"'{Truncate(joined)}'"
            : NoValue,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => $"'{Truncate(value.ToString() ?? "")}'",
    };

    private static string Truncate(string text) =>
        text.Length <= MaxLength ? text : $"{text[..(MaxLength - 3)]}...";
}
