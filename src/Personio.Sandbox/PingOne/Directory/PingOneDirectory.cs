using System.Text.Json.Nodes;
using Personio.Sandbox.PingOne.Directory;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox;

/// <summary>
/// The users, populations, and groups of a simulated PingOne environment; writes change them. All members are
/// thread-safe.
/// </summary>
public sealed class PingOneDirectory
{
    private readonly PingOneOptions _options;
    private readonly TimeProvider _clock;
    private readonly List<UserRow> _users = [];
    private readonly Dictionary<string, UserRow> _byId = new(StringComparer.Ordinal);
    private readonly List<LedgerEntry> _ledger = [];
    private string _environmentUri = "";

    internal PingOneDirectory(PingOneOptions options, SandboxTenant tenant, int seed, TimeProvider clock)
    {
        _options = options;
        _clock = clock;
        EnvironmentId = new Dice(seed, "pingone environment").Uuid();
        Schema = new UserSchema(seed);
        new DirectoryBuilder(this, tenant, seed, clock.GetUtcNow(), options.Hostile).Build();
    }

    /// <summary>The ID of the environment.</summary>
    public string EnvironmentId { get; }

    /// <summary>The IDs of all users.</summary>
    public IReadOnlyList<string> UserIds => WithLock<string[]>(() => [.. _users.Select(user => user.Id)]);

    /// <summary>The IDs of all populations by name.</summary>
    public IReadOnlyDictionary<string, string> PopulationIds =>
        WithLock(() => Populations.ToDictionary(row => row.Name, row => row.Id, StringComparer.Ordinal));

    /// <summary>The IDs of all groups by name.</summary>
    public IReadOnlyDictionary<string, string> GroupIds =>
        WithLock(() => Groups.ToDictionary(row => row.Name, row => row.Id, StringComparer.Ordinal));

    /// <summary>The writes that were carried out through the API, in order.</summary>
    public IReadOnlyList<LedgerEntry> Ledger => WithLock<LedgerEntry[]>(() => [.. _ledger]);

    internal object Gate { get; } = new();

    internal UserSchema Schema { get; }

    internal IReadOnlyList<UserRow> Users => _users;

    internal List<PopulationRow> Populations { get; } = [];

    internal List<GroupRow> Groups { get; } = [];

    internal DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>The JSON of a user as the API returns it, or null if the user does not exist.</summary>
    /// <param name="userId">The ID of the user.</param>
    public string? FindUserJson(string userId) =>
        WithLock(() => Find(userId) is { } user ? Render(user).ToJsonString() : null);

    /// <summary>The JSON of the first user with this user name, or null if none has it.</summary>
    /// <param name="userName">The user name; case is ignored.</param>
    public string? FindUserJsonByName(string userName) => WithLock(() => _users.FirstOrDefault(
        user => string.Equals(user.Text("username"), userName, StringComparison.OrdinalIgnoreCase)) is { } user
            ? Render(user).ToJsonString()
            : null);

    /// <summary>Adds a user without the checks of the API.</summary>
    /// <param name="profile">The attributes as JSON: <c>username</c> and any others.</param>
    /// <param name="population">The name of the population.</param>
    /// <param name="enabled">Whether the user can sign in.</param>
    /// <returns>The ID of the user.</returns>
    public string AddUser(string profile, string population = "Staff", bool enabled = true) => WithLock(() =>
    {
        UserRow user = new()
        {
            Id = Guid.NewGuid().ToString(),
            PopulationId = Populations.First(row => row.Name == population).Id,
            Enabled = enabled,
            CreatedAt = Now,
        };
        Add(user, JsonNode.Parse(profile)!.AsObject());
        return user.Id;
    });

    /// <summary>Changes a user without the knowledge of clients and without the checks of the API.</summary>
    /// <param name="userId">The ID of the user.</param>
    /// <param name="changes">
    /// The attributes to set, as JSON; null removes one. <c>enabled</c> is accepted as well.
    /// </param>
    public void ChangeUser(string userId, string changes) => WithLock(() =>
    {
        UserRow user = Find(userId) ?? throw new ArgumentException($"User '{userId}' was not found.");
        JsonObject members = JsonNode.Parse(changes)!.AsObject();
        user.Change(Now, () =>
        {
            if (members["enabled"] is { } enabled)
            {
                user.Enabled = enabled.GetValue<bool>();
                members.Remove("enabled");
            }

            user.Replace(JsonMerge.Patch(user.Profile, members));
        }, Render);
        return true;
    });

    /// <summary>Removes a user without the knowledge of clients.</summary>
    /// <param name="userId">The ID of the user.</param>
    public void RemoveUser(string userId) => WithLock(() => Remove(userId));

    /// <summary>Grants a user an admin role, so that the user has role assignments.</summary>
    /// <param name="userId">The ID of the user.</param>
    /// <param name="role">The name of the role.</param>
    public void GrantAdminRole(string userId, string role = "Organization Admin") => WithLock(() =>
    {
        Find(userId)!.AdminRoles.Add(role);
        return true;
    });

    /// <summary>Adds an attribute to the schema, or changes the existing one with this name.</summary>
    /// <param name="name">The name of the attribute.</param>
    /// <param name="enabled">Whether the attribute is stored and returned.</param>
    /// <param name="unique">Whether values must be unique across users.</param>
    /// <param name="required">Whether a value is required.</param>
    /// <param name="multiValued">Whether the value is a list.</param>
    /// <param name="pattern">A regular expression for values; null allows all.</param>
    public void SetAttribute(
        string name, bool enabled = true, bool unique = false, bool required = false, bool multiValued = false,
        string? pattern = null) => WithLock(() =>
    {
        SchemaAttribute attribute = Schema.Add(name);
        (attribute.Enabled, attribute.Unique, attribute.Required) = (enabled, unique, required);
        (attribute.MultiValued, attribute.Pattern) = (multiValued, pattern);
        return true;
    });

    /// <summary>Limits an attribute to these values.</summary>
    /// <param name="name">The name of the attribute.</param>
    /// <param name="values">The values that can be set.</param>
    /// <param name="archived">Values that users may still have but that can no longer be set.</param>
    public void SetAttributeValues(string name, string[] values, string[] archived) => WithLock(() =>
    {
        Schema.Add(name).Values = values.Select(value => (value, false)).Concat(archived.Select(value => (value, true)))
            .ToDictionary(pair => pair.value, pair => pair.Item2, StringComparer.Ordinal);
        return true;
    });

    internal void Serve(string environmentUri) => _environmentUri = environmentUri;

    internal UserRow? Find(string id) => _byId.GetValueOrDefault(id);

    internal void Add(UserRow user, JsonObject profile)
    {
        user.Change(Now, () => user.Replace(profile), Render);
        _users.Add(user);
        _byId[user.Id] = user;
    }

    internal bool Remove(string id)
    {
        if (!_byId.Remove(id, out UserRow? user))
        {
            return false;
        }

        Groups.ForEach(group => group.Members.Remove(id));
        return _users.Remove(user);
    }

    /// <summary>The user as the API returns it: attributes that are disabled in the schema are omitted.</summary>
    internal JsonObject Render(UserRow user)
    {
        JsonObject json = user.ToJson(_environmentUri, EnvironmentId);
        foreach (SchemaAttribute hidden in Schema.All.Where(attribute => !attribute.Enabled))
        {
            json.Remove(hidden.Name);
        }

        if (_options.ExtraMembers)
        {
            json["riskProfile"] = new JsonObject { ["level"] = "LOW", ["since"] = null };
            json["_links"]!["insights"] = new JsonObject { ["href"] = "https://insights.example.org/users" };
        }

        return json;
    }

    internal bool IsMember(UserRow user, GroupRow group) => group.Members.Contains(user.Id)
        || (group.UserFilter is { } filter && UserFilter.Parse(filter, this)(user));

    internal void LogWrite(string method, string path, string id) => _ledger.Add(new LedgerEntry(method, path, id));

    private T WithLock<T>(Func<T> action)
    {
        lock (Gate)
        {
            return action();
        }
    }
}
