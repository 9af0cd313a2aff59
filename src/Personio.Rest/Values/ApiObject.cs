using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personio.Rest;

/// <summary>The base of all objects of a service: everything that was sent is kept.</summary>
public abstract record ApiObject : IOriginated
{
    // Not public, so that CSV, JSON and Select-Object * omit it: types.ps1xml makes it a hidden property.
    internal ValueMap AdditionalProperties => field ??= Collect();

    // Whether it can be told apart from others. Objects of a kind that never has an ID count as distinguishable.
    internal virtual bool HasIdentity => this is not IIdentified one || !string.IsNullOrWhiteSpace(one.Identity);

    [JsonExtensionData]
    [JsonInclude]
    internal Dictionary<string, JsonElement>? Unknown { get; init; }

    // The session it came from. Not public, so that tables, CSV, JSON and Clixml omit it; copies keep it.
    [JsonIgnore]
    internal ObjectOrigin Origin { get; set; }

    ObjectOrigin IOriginated.Origin
    {
        get => Origin;
        set => Origin = value;
    }

    /// <summary>
    /// The values that the service sent and this version has no property for, by their JSON name; empty if all are
    /// known. A method, so that it is not a column.
    /// </summary>
    public ValueMap GetAdditionalProperties() => AdditionalProperties;

    /// <summary>The ID of the object; null if it has none. A method, so that it is not a column.</summary>
    public string? GetId() => (this as IIdentified)?.Identity;

    // The small objects inside this one, whose unknown members count as this object's own.
    private protected virtual IEnumerable<(string Name, ApiObject? Value)> Parts => [];

    // Members that were sent under two names, or in two places, with different values; the property shows one of them.
    private protected virtual IEnumerable<(string Name, object? Value, object? Shown)> Conflicts => [];

    private ValueMap Collect()
    {
        ValueMap own = Unknown is null ? ValueMap.Empty : PlainValue.MapOf(Unknown
            // Links and similar members are about the response, not the object.
            .Where(member => !member.Key.StartsWith('_')));
        (string Name, object? Value)[] inner =
        [
            .. Parts.Where(part => part.Value?.AdditionalProperties.Count > 0)
                .Select(part => (part.Name, (object?)part.Value!.AdditionalProperties)),
            .. Conflicts.Where(twin => twin.Value is not null && !twin.Value.Equals(twin.Shown))
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
