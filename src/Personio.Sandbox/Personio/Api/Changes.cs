using System.Text.Json;

namespace Personio.Sandbox.Api;

/// <summary>Changes of a row that are applied together or, if one of them is rejected, not at all.</summary>
internal sealed class Changes(JsonElement body)
{
    private readonly List<Action> _actions = [];

    public JsonElement Body { get; } = body;

    public void Add(Action action) => _actions.Add(action);

    /// <summary>Null clears a value; a missing member leaves it unchanged.</summary>
    public void Set<T>(string name, Func<JsonElement, string, T> read, Action<T> set)
    {
        if (Body.TryGetProperty(name, out _))
        {
            T value = read(Body, name);
            _actions.Add(() => set(value));
        }
    }

    /// <summary>Like <see cref="Set"/>, but null is rejected.</summary>
    public void Replace<T>(string name, Func<JsonElement, string, T> read, Action<T> set)
    {
        if (Body.TryGetProperty(name, out JsonElement member) && member.ValueKind == JsonValueKind.Null)
        {
            throw JsonBody.Invalid(name);
        }

        Set(name, read, set);
    }

    public void Apply() => _actions.ForEach(action => action());
}
