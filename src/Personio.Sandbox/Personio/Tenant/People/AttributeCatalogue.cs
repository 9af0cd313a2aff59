using System.Globalization;

namespace Personio.Sandbox.Tenant;

/// <summary>A custom attribute as the company defined it.</summary>
internal sealed record AttributeDefinition(
    string Key, string Label, string CatalogueType, string UniversalId, string[] Options);

/// <summary>
/// The custom attributes: every documented type in both spellings of its name, and types no document speaks of.
/// </summary>
internal static class AttributeCatalogue
{
    private static readonly string[] s_sizes = ["S", "M", "L", "XL"];

    private static readonly string[] s_languages = ["German", "English", "Français", "Español"];

    public static IReadOnlyList<AttributeDefinition> All { get; } =
    [
        new("dynamic_9001", "Shirt size", "list", "shirt_size", s_sizes),
        new("dynamic_9002", "Locker", "integer", "locker", []),
        new("dynamic_9003", "Languages", "tags", "languages", s_languages),
        new("dynamic_9004", "Allowance, monthly", "decimal", "allowance", []),
        new("dynamic_9005", "First aider", "boolean", "first_aider", []),
        new("dynamic_9006", "Medical check", "date", "medical_check", []),
        new("dynamic_9007", "Emergency phone", "standard", "emergency_phone", []),
        new("dynamic_9008", "Bonus formula", "formula", "bonus_formula", []),
        new("dynamic_9009", "Übergabenotiz \"intern\"", "multiline", "handover_note", []),
        new("dynamic_1f0a.77", "Badge colour", "standard", "badge_colour", []),
        new("dynamic_9011", "Keys", "integer", "keys", []),
        new("dynamic_9012", "Parking", "standard", "parking", []),
    ];

    /// <summary>The catalogue of v1: the fields every company has, and then its own.</summary>
    public static IReadOnlyList<AttributeDefinition> Everything { get; } =
    [
        new("id", "ID", "integer", "id", []),
        new("first_name", "First name", "standard", "first_name", []),
        new("last_name", "Last name", "standard", "last_name", []),
        new("email", "Email", "standard", "email", []),
        new("gender", "Gender", "list", "gender", ["male", "female", "diverse"]),
        new("hire_date", "Hire date", "date", "hire_date", []),
        .. All,
    ];

    /// <summary>What one person has filled in. Index and dice decide what is odd about it.</summary>
    public static List<CustomValue> For(int index, Dice dice, DateOnly today)
    {
        string[] languages = [.. s_languages.Where(_ => dice.Chance(45))];
        var formula = new Dictionary<string, object?>
        {
            ["expression"] = "=A1*0.5",
            ["result"] = 12.5m,
            ["inputs"] = new[] { "A1", "B,2" },
        };
        CustomValue badge = Value(9, "unspecified", "@blue");
        return
        [
            Value(0, "string", dice.Pick(s_sizes)),
            Value(1, "int", index % 7 == 2 ? null : dice.Next(400)),
            Value(2, index % 2 == 0 ? "string_list" : "STRING_LIST", languages),
            Value(3, "double", dice.Next(1000) + 0.25m),
            Value(4, index % 3 == 0 ? "BOOLEAN" : "boolean", dice.Chance(30)),
            Value(5, "date", index % 5 == 1 ? null : today.AddDays(-dice.Next(700))),
            Value(6, "string", $"+49 40 555 {dice.Next(10)}{dice.Next(10)}{dice.Next(10)}"),
            Value(7, "formula", formula),
            Value(8, "STRING", index % 4 == 0 ? "First line\nsecond; \"quoted\", line" : null),
            // Personio leaves out a label now and then.
            index % 173 == 172 ? badge with { Label = null } : badge,
            Value(10, "INT", index % 3),
        ];
    }

    /// <summary>What was written into an attribute, or null when it does not fit. Empty means nothing.</summary>
    public static CustomValue? Written(string key, string? text, string[]? items)
    {
        AttributeDefinition? known = All.FirstOrDefault(one => one.Key == key);
        if (known is null || (known.CatalogueType == "tags") != (text is null))
        {
            return null;
        }

        (bool fits, object? value) = text is null
            ? (items!.All(known.Options.Contains), items)
            : text.Length == 0 ? (true, null) : Parse(known, text);
        return fits ? new CustomValue(known.Key, TypeOf(known), known.UniversalId, known.Label, value) : null;
    }

    private static (bool Fits, object? Value) Parse(AttributeDefinition known, string text)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        return known.CatalogueType switch
        {
            "integer" => (int.TryParse(text, NumberStyles.AllowLeadingSign, culture, out int number), number),
            "decimal" => (decimal.TryParse(text, NumberStyles.Float, culture, out decimal amount), amount),
            "boolean" => (text is "true" or "false", text == "true"),
            "date" => (JsonText.TryDay(text, out DateOnly day), day),
            "list" => (known.Options.Contains(text), text),
            "formula" => (false, null),
            _ => (true, text),
        };
    }

    private static string TypeOf(AttributeDefinition known) => known.CatalogueType switch
    {
        "integer" => "int",
        "decimal" => "double",
        "tags" => "string_list",
        "boolean" or "date" => known.CatalogueType,
        _ => "string",
    };

    private static CustomValue Value(int definition, string type, object? value)
    {
        AttributeDefinition known = All[definition];
        return new CustomValue(known.Key, type, known.UniversalId, known.Label, value);
    }
}
