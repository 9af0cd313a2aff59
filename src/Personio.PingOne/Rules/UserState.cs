using System.Text.Json.Nodes;
using Personio.Models;

namespace Personio.PingOne;

/// <summary>A user together with the whole answer, in which every attribute is found by its path.</summary>
public sealed class UserState
{
    // Objects are sent whole when a part of them changes, because it is not documented whether PingOne merges them.
    private static readonly string[] s_objects = ["name", "address"];

    private readonly JsonObject _json;

    internal UserState(PingOneUser user, JsonObject json)
    {
        User = user;
        _json = json;
    }

    /// <summary>The user.</summary>
    public PingOneUser User { get; }

    /// <summary>The value of an attribute as text; empty where there is none.</summary>
    /// <param name="path">The path, for example <c>name.family</c>.</param>
    public string Text(string path) => Show(UserAttributes.Find(_json, path));

    /// <summary>A value as text for people.</summary>
    public static string Show(object? value) => value switch
    {
        null => "",
        JsonValue one => one.ToString(),
        JsonNode node => node.ToJsonString(),
        string text => text,
        IEnumerable<string> several => string.Join(", ", several),
        _ => value.ToString() ?? "",
    };

    /// <summary>Those of some values that are not what the user has.</summary>
    public Dictionary<string, object?> Differing(IReadOnlyDictionary<string, object?> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        string[] paths = [.. UserAttributes.NotKept(wanted, _json)];
        return paths.ToDictionary(path => path, path => wanted[path], StringComparer.Ordinal);
    }

    /// <summary>The changes, and the other known parts of the objects of which a part changes.</summary>
    public IReadOnlyDictionary<string, object?> Whole(IReadOnlyDictionary<string, object?> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var whole = new Dictionary<string, object?>(changes, StringComparer.Ordinal);
        foreach (string name in s_objects.Where(name => changes.Keys.Any(path => path.StartsWith($"{name}.", StringComparison.Ordinal))))
        {
            foreach ((string part, JsonNode? value) in _json[name] as JsonObject ?? [])
            {
                // The formatted name is made of the others, and may not even match the rules for writing it.
                if (part != "formatted")
                {
                    whole.TryAdd($"{name}.{part}", value);
                }
            }
        }

        return whole;
    }
}
