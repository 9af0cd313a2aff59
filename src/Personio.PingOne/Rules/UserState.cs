using System.Text.Json.Nodes;
using Personio.Models;

namespace Personio.PingOne;

/// <summary>A user together with the complete JSON, which gives access to every attribute by its path.</summary>
public sealed class UserState
{
    // Objects are sent whole if a part of them changes, because it is undocumented whether PingOne merges them.
    private static readonly string[] s_objects = ["name", "address"];

    private readonly JsonObject _json;

    internal UserState(PingOneUser user, JsonObject json)
    {
        User = user;
        _json = json;
    }

    /// <summary>The user.</summary>
    public PingOneUser User { get; }

    /// <summary>The value of an attribute as text; empty if it is missing.</summary>
    /// <param name="path">The path, for example <c>name.family</c>.</param>
    public string Text(string path) => Show(UserAttributes.Find(_json, path));

    /// <summary>A value as text for people.</summary>
    public static string Show(object? value) => value switch
    {
        null => "",
        JsonValue one => one.ToString(),
        JsonNode node => node.ToJsonString(),
        string text => text,
        IEnumerable<string> items => string.Join(", ", items),
        _ => value.ToString() ?? "",
    };

    /// <summary>The wanted values that differ from what the user has.</summary>
    public Dictionary<string, object?> FindDifferences(IReadOnlyDictionary<string, object?> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        string[] paths = [.. UserAttributes.FindNotStored(wanted, _json)];
        return paths.ToDictionary(path => path, path => wanted[path], StringComparer.Ordinal);
    }

    /// <summary>The changes, completed with the other parts of the objects that they affect.</summary>
    public IReadOnlyDictionary<string, object?> MergeObjects(IReadOnlyDictionary<string, object?> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var whole = new Dictionary<string, object?>(changes, StringComparer.Ordinal);
        foreach (string name in s_objects.Where(name =>
            changes.Keys.Any(path => path.StartsWith($"{name}.", StringComparison.Ordinal))))
        {
            foreach ((string part, JsonNode? value) in _json[name] as JsonObject ?? [])
            {
                // The formatted name is derived from the others, and may not even be valid in a write.
                if (part != "formatted")
                {
                    whole.TryAdd($"{name}.{part}", value);
                }
            }
        }

        return whole;
    }
}
