using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personio.Rest;

/// <summary>What all objects of a service have in common: nothing that was sent is lost.</summary>
public abstract record ApiObject
{
    /// <summary>
    /// What the service sent and this version has no property for, by its JSON name; empty where all is
    /// known.
    /// </summary>
    [JsonIgnore]
    public ValueMap AdditionalProperties => field ??= Collect();

    [JsonExtensionData]
    [JsonInclude]
    internal Dictionary<string, JsonElement>? Unknown { get; init; }

    // What it came from. Not public, so that no table, CSV, JSON or Clixml has it; copies keep it.
    [JsonIgnore]
    internal ObjectOrigin Origin { get; set; }

    // The small objects inside this one, whose unknown members count as its own.
    private protected virtual IEnumerable<(string Name, ApiObject? Value)> Parts => [];

    private ValueMap Collect()
    {
        ValueMap own = Unknown is null ? ValueMap.Empty : PlainValue.MapOf(Unknown
            // Links and the like are about the answer, and not of the object.
            .Where(member => !member.Key.StartsWith('_'))
            .Select(member => (member.Key, member.Value)));
        (string Name, ApiObject? Value)[] inner =
            [.. Parts.Where(part => part.Value?.AdditionalProperties.Count > 0)];
        if (inner.Length == 0)
        {
            return own.Count == 0 ? ValueMap.Empty : own;
        }

        // Found in upper and lower case, like those of an object without parts.
        var all = new Dictionary<string, object?>(own, StringComparer.OrdinalIgnoreCase);
        foreach ((string name, ApiObject? value) in inner)
        {
            all[name] = value!.AdditionalProperties;
        }

        return new ValueMap(all);
    }
}
