using System.Text.Json.Nodes;
using Personio.Sandbox.PingOne.Json;

namespace Personio.Sandbox.PingOne.Directory;

/// <summary>
/// A user: the profile as JSON, because the schema determines its members, and the properties outside of the profile.
/// </summary>
internal sealed class UserRow
{
    private JsonObject? _before;
    private bool _isNew = true;

    public required string Id { get; init; }

    /// <summary>All writable attributes that have a value.</summary>
    public JsonObject Profile { get; private set; } = [];

    public required string PopulationId { get; set; }

    public bool Enabled { get; set; } = true;

    public bool IsLocked { get; set; }

    public bool IsExternal { get; init; }

    /// <summary>The names of the user's admin roles.</summary>
    public List<string> AdminRoles { get; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public DateTimeOffset? LastSignOn { get; set; }

    public string? Text(string path)
    {
        JsonNode? node = Profile;
        foreach (string part in path.Split('.'))
        {
            node = (node as JsonObject)?[part];
        }

        return node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
    }

    /// <summary>Applies a change at this moment; lagging lists show the state before it.</summary>
    public void Change(DateTimeOffset now, Action change, Func<UserRow, JsonObject> render)
    {
        _before = _isNew ? null : render(this);
        change();
        _isNew = false;
        UpdatedAt = now;
    }

    public void Replace(JsonObject profile) => Profile = profile;

    /// <summary>True if a lagging list already contains this user.</summary>
    public bool IsListed(DateTimeOffset now, TimeSpan lag) => !IsLagging(now, lag) || _before is not null;

    /// <summary>The user as a lagging list shows it.</summary>
    public JsonObject InList(DateTimeOffset now, TimeSpan lag, Func<UserRow, JsonObject> render) =>
        IsLagging(now, lag) && _before is not null ? (JsonObject)_before.DeepClone() : render(this);

    public JsonObject ToJson(string environmentUri, string environmentId)
    {
        var json = new JsonObject
        {
            ["_links"] = new JsonObject
            {
                ["self"] = Link($"{environmentUri}/users/{Id}"),
                ["environment"] = Link(environmentUri),
                ["population"] = Link($"{environmentUri}/populations/{PopulationId}"),
                ["roleAssignments"] = Link($"{environmentUri}/users/{Id}/roleAssignments"),
            },
            ["id"] = Id,
            ["environment"] = new JsonObject { ["id"] = environmentId },
            ["account"] = Account(),
            ["createdAt"] = MillisecondConverter.Text(CreatedAt),
        };
        foreach (KeyValuePair<string, JsonNode?> member in Profile)
        {
            json[member.Key] = member.Value?.DeepClone();
        }

        json["emailVerified"] = Profile.ContainsKey("email") ? false : null;
        json["enabled"] = Enabled;
        json["identityProvider"] = new JsonObject { ["type"] = IsExternal ? "SAML" : "PING_ONE" };
        json["lifecycle"] = new JsonObject { ["status"] = "ACCOUNT_OK" };
        json["mfaEnabled"] = false;
        json["population"] = new JsonObject { ["id"] = PopulationId };
        json["updatedAt"] = MillisecondConverter.Text(UpdatedAt);
        json["verifyStatus"] = "NOT_INITIATED";
        if (LastSignOn is { } signOn)
        {
            json["lastSignOn"] = new JsonObject
            {
                ["at"] = MillisecondConverter.Text(signOn),
                ["remoteIp"] = "192.0.2.17",
            };
        }

        if (json["emailVerified"] is null)
        {
            json.Remove("emailVerified");
        }

        return json;
    }

    private bool IsLagging(DateTimeOffset now, TimeSpan lag) => lag > TimeSpan.Zero && now - UpdatedAt < lag;

    private JsonObject Account() => IsLocked
        ? new JsonObject { ["canAuthenticate"] = false, ["status"] = "LOCKED", ["secondsUntilUnlock"] = 900 }
        : new JsonObject { ["canAuthenticate"] = Enabled, ["status"] = "OK" };

    private static JsonObject Link(string href) => new() { ["href"] = href };
}
