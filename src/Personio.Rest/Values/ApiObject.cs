using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personio.Rest;

/// <summary>What all objects of a service have in common: nothing that was sent is lost.</summary>
public abstract record ApiObject : IOriginated
{
    // Not public, so that no CSV, JSON or Select-Object * has it: types.ps1xml makes it a hidden property.
    internal ValueMap AdditionalProperties => field ??= Collect();

    // Whether it can be told from others; those that never have an id of their own can.
    internal virtual bool HasIdentity => this is not IIdentified one || !string.IsNullOrWhiteSpace(one.Identity);

    [JsonExtensionData]
    [JsonInclude]
    internal Dictionary<string, JsonElement>? Unknown { get; init; }

    // What it came from. Not public, so that no table, CSV, JSON or Clixml has it; copies keep it.
    [JsonIgnore]
    internal ObjectOrigin Origin { get; set; }

    ObjectOrigin IOriginated.Origin
    {
        get => Origin;
        set => Origin = value;
    }

    /// <summary>
    /// What the service sent and this version has no property for, by its JSON name; empty where all is known. A
    /// method, so that it is not a column.
    /// </summary>
    public ValueMap GetAdditionalProperties() => AdditionalProperties;

    /// <summary>The id of an object that has one of its own; a method, so that it is not a column.</summary>
    public string? GetId() => (this as IIdentified)?.Identity;

    // The small objects inside this one, whose unknown members count as its own.
    private protected virtual IEnumerable<(string Name, ApiObject? Value)> Parts => [];

    // Members that were sent under two names, or in two places, with different values: the property shows one of them.
    private protected virtual IEnumerable<(string Name, object? Value, object? Shown)> Twins => [];

    private ValueMap Collect()
    {
        ValueMap own = Unknown is null ? ValueMap.Empty : PlainValue.MapOf(Unknown
            // Links and the like are about the answer, and not of the object.
            .Where(member => !member.Key.StartsWith('_')));
        (string Name, object? Value)[] inner =
        [
            .. Parts.Where(part => part.Value?.AdditionalProperties.Count > 0)
                .Select(part => (part.Name, (object?)part.Value!.AdditionalProperties)),
            .. Twins.Where(twin => twin.Value is not null && !twin.Value.Equals(twin.Shown))
                .Select(twin => (twin.Name, twin.Value)),
        ];
        if (inner.Length == 0)
        {
            return own.Count == 0 ? ValueMap.Empty : own;
        }

        var all = new Dictionary<string, object?>(own, StringComparer.Ordinal);
        foreach ((string name, object? value) in inner)
        {
            all.TryAdd(name, value);
        }

        return ValueMap.WithAnyCase(all);
    }
}
