using System.Text.Json.Nodes;

namespace Personio.Sandbox.PingOne.Directory;

/// <summary>One attribute of the user schema.</summary>
internal sealed record SchemaAttribute(string Id, string Name, string Type, string SchemaType)
{
    public bool Enabled { get; set; } = true;

    public bool Required { get; set; }

    public bool Unique { get; set; }

    public bool MultiValued { get; set; }

    /// <summary>A regular expression every value has to match; null takes all.</summary>
    public string? Pattern { get; set; }

    /// <summary>The allowed values, true for those that are archived; null allows all.</summary>
    public IReadOnlyDictionary<string, bool>? Values { get; set; }

    public IReadOnlyList<string> SubAttributes { get; init; } = [];

    public bool IsCustom => SchemaType == "CUSTOM";

    public JsonObject ToJson(string schemaId)
    {
        var json = new JsonObject
        {
            ["id"] = Id,
            ["name"] = Name,
            ["displayName"] = char.ToUpperInvariant(Name[0]) + Name[1..],
            ["type"] = Type,
            ["schemaType"] = SchemaType,
            ["enabled"] = Enabled,
            ["required"] = Required,
            ["unique"] = Unique,
            ["multiValued"] = MultiValued,
            ["schema"] = new JsonObject { ["id"] = schemaId },
        };
        if (Pattern is not null)
        {
            json["regexValidation"] = new JsonObject { ["pattern"] = Pattern, ["requirements"] = $"Must match {Pattern}" };
        }

        if (Values is not null)
        {
            json["enumeratedValues"] = new JsonArray(
                [.. Values.Select(value => new JsonObject { ["value"] = value.Key, ["archived"] = value.Value })]);
        }

        if (SubAttributes.Count > 0)
        {
            json["subAttributes"] = new JsonArray(
                [.. SubAttributes.Select(name => new JsonObject { ["name"] = name, ["type"] = "STRING" })]);
        }

        return json;
    }
}
