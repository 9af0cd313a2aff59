using System.Globalization;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>
/// The custom attributes of a company. The hostile company has every documented type in both spellings of its name,
/// plus undocumented types.
/// </summary>
internal sealed class AttributeCatalog
{
    private static readonly string[] s_sizes = ["S", "M", "L", "XL"];

    private static readonly string[] s_languages = ["German", "English", "Français", "Español"];

    private readonly Func<int, Dice, DateOnly, IEnumerable<(string Key, string Type, object? Value)>> _fill;

    private AttributeCatalog(
        IReadOnlyList<AttributeDefinition> own,
        Func<int, Dice, DateOnly, IEnumerable<(string Key, string Type, object? Value)>> fill)
    {
        All = own;
        _fill = fill;
        WithStandardFields =
        [
            new("id", "ID", "integer", "id", []),
            new("first_name", "First name", "standard", "first_name", []),
            new("last_name", "Last name", "standard", "last_name", []),
            new("email", "Email", "standard", "email", []),
            new("gender", "Gender", "list", "gender", ["male", "female", "diverse"]),
            new("hire_date", "Hire date", "date", "hire_date", []),
            .. own,
        ];
    }

    public static AttributeCatalog Hostile { get; } = new(
        [
            .. Common("Allowance, monthly"),
            new("dynamic_9008", "Bonus formula", "formula", "bonus_formula", []),
            new("dynamic_9009", "Übergabenotiz \"intern\"", "multiline", "handover_note", []),
            new("dynamic_1f0a.77", "Badge colour", "standard", "badge_colour", []),
            .. Last(),
        ],
        FillHostile);

    public static AttributeCatalog Believable { get; } = new(
        [
            .. Common("Monthly allowance"),
            new("dynamic_9009", "Handover notes", "multiline", "handover_note", []),
            new("dynamic_9010", "Badge color", "standard", "badge_colour", []),
            .. Last(),
        ],
        FillBelievable);

    /// <summary>The custom attributes that the company defined.</summary>
    public IReadOnlyList<AttributeDefinition> All { get; }

    /// <summary>The v1 catalog: the fields that every company has, followed by the custom attributes.</summary>
    public IReadOnlyList<AttributeDefinition> WithStandardFields { get; }

    public static AttributeCatalog For(SandboxOptions options) => options.Hostile ? Hostile : Believable;

    /// <summary>The values of one person. Index and dice determine the oddities.</summary>
    public List<CustomValue> Fill(int index, Dice dice, DateOnly today)
    {
        List<CustomValue> values =
        [
            .. _fill(index, dice, today).Select(one =>
            {
                AttributeDefinition known = All.First(definition => definition.Key == one.Key);
                return new CustomValue(known.Key, one.Type, known.UniversalId, known.Label, one.Value);
            }),
        ];

        // Personio occasionally omits a label.
        int badge = values.FindIndex(value => value.GlobalId == "badge_colour");
        values[badge] = index % 173 == 172 ? values[badge] with { Label = null } : values[badge];
        return values;
    }

    /// <summary>
    /// The value written to an attribute, or null if it is invalid. An empty text clears the attribute.
    /// </summary>
    public CustomValue? WriteValue(string key, string? text, string[]? items)
    {
        AttributeDefinition? known = All.FirstOrDefault(one => one.Key == key);
        if (known is null || (known.CatalogType == "tags") != (text is null))
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
        return known.CatalogType switch
        {
            "integer" => (int.TryParse(text, NumberStyles.AllowLeadingSign, culture, out int number), number),
            "decimal" => (decimal.TryParse(text, NumberStyles.Float, culture, out decimal amount), amount),
            "boolean" => (text is "true" or "false", text == "true"),
            "date" => (WireTime.TryDay(text, out DateOnly day), day),
            "list" => (known.Options.Contains(text), text),
            "formula" => (false, null),
            _ => (true, text),
        };
    }

    private static string TypeOf(AttributeDefinition known) => known.CatalogType switch
    {
        "integer" => "int",
        "decimal" => "double",
        "tags" => "string_list",
        "boolean" or "date" => known.CatalogType,
        _ => "string",
    };

    private static AttributeDefinition[] Common(string allowance) =>
    [
        new("dynamic_9001", "Shirt size", "list", "shirt_size", s_sizes),
        new("dynamic_9002", "Locker", "integer", "locker", []),
        new("dynamic_9003", "Languages", "tags", "languages", s_languages),
        new("dynamic_9004", allowance, "decimal", "allowance", []),
        new("dynamic_9005", "First aider", "boolean", "first_aider", []),
        new("dynamic_9006", "Medical check", "date", "medical_check", []),
        new("dynamic_9007", "Emergency phone", "standard", "emergency_phone", []),
    ];

    private static AttributeDefinition[] Last() =>
    [
        new("dynamic_9011", "Keys", "integer", "keys", []),
        new("dynamic_9012", "Parking", "standard", "parking", []),
    ];

    private static IEnumerable<(string Key, string Type, object? Value)> FillHostile(
        int index, Dice dice, DateOnly today)
    {
        string[] languages = [.. s_languages.Where(_ => dice.Chance(45))];
        var formula = new Dictionary<string, object?>
        {
            ["expression"] = "=A1*0.5",
            ["result"] = 12.5m,
            ["inputs"] = new[] { "A1", "B,2" },
        };
        yield return ("dynamic_9001", "string", dice.Pick(s_sizes));
        yield return ("dynamic_9002", "int", index % 7 == 2 ? null : dice.Next(400));
        yield return ("dynamic_9003", index % 2 == 0 ? "string_list" : "STRING_LIST", languages);
        yield return ("dynamic_9004", "double", dice.Next(1000) + 0.25m);
        yield return ("dynamic_9005", index % 3 == 0 ? "BOOLEAN" : "boolean", dice.Chance(30));
        yield return ("dynamic_9006", "date", index % 5 == 1 ? null : today.AddDays(-dice.Next(700)));
        yield return ("dynamic_9007", "string", Phone(dice));
        yield return ("dynamic_9008", "formula", formula);
        yield return ("dynamic_9009", "STRING", index % 4 == 0 ? "First line\nsecond; \"quoted\", line" : null);
        yield return ("dynamic_1f0a.77", "unspecified", "@blue");
        yield return ("dynamic_9011", "INT", index % 3);
    }

    private static IEnumerable<(string Key, string Type, object? Value)> FillBelievable(
        int index, Dice dice, DateOnly today)
    {
        string[] languages = ["German", .. s_languages.Skip(1).Where(_ => dice.Chance(40))];
        yield return ("dynamic_9001", "string", dice.Pick(s_sizes));
        yield return ("dynamic_9002", "int", index % 7 == 2 ? null : 100 + index);
        yield return ("dynamic_9003", "string_list", languages);
        yield return ("dynamic_9004", "double", dice.Chance(20) ? 25m * (1 + dice.Next(4)) : 0m);
        yield return ("dynamic_9005", "boolean", dice.Chance(10));
        yield return ("dynamic_9006", "date", index % 5 == 1 ? null : today.AddDays(-dice.Next(700)));
        yield return ("dynamic_9007", "string", Phone(dice));
        yield return ("dynamic_9009", "string", null);
        yield return ("dynamic_9010", "string", (index % 3) switch { 0 => "blue", 1 => "green", _ => "grey" });
        yield return ("dynamic_9011", "int", index % 3);
    }

    // Numbers with 555 are not assigned.
    private static string Phone(Dice dice) => $"+49 40 555 {dice.Next(10)}{dice.Next(10)}{dice.Next(10)}";
}
